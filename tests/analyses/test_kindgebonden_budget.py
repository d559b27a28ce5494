"""Kindgebonden budget 2025: the asset limits are a klif, the taper and the end point are not.

Sources: limits 141,896 and 179,429 from art. 1 lid 4 Wkb, amounts 2511, 703, 936 and 3389 from
art. 2 Wkb; 5900 = 2511 + 3389 worked out in scenarios/kindgebonden-budget.
"""

from __future__ import annotations

import pytest

from tests.analyses.voorbeeld import een, onderzocht

WET = "kindgebonden-budget"
KLIFFEN = {
    "wkb-1-4-vermogen-van-een-alleenstaande-ouder": 141896,
    "wkb-1-4-vermogen-van-ouders-met-toeslagpartner": 179429,
}


@pytest.mark.parametrize("patroon", ["P01", "P03"])
def test_klif_bij_de_vermogensgrens_van_een_alleenstaande_ouder(patroon: str) -> None:
    naam = "wkb-1-4-vermogen-van-een-alleenstaande-ouder"
    b = een(onderzocht(WET), f"{patroon}-{naam}")
    getuige = b.getuigen[0]
    assert (getuige.waarde_buur, getuige.waarde_burger) == (KLIFFEN[naam], KLIFFEN[naam] + 1)
    assert getuige.verlies >= 2511 + 3389
    assert [blaam.regels for blaam in b.blaamset] == [("vermogen van een alleenstaande ouder",)]
    assert b.dekking.sterkte < 3


def test_de_laatste_maand_van_een_alleenstaande_ouder() -> None:
    """A child that turns 18 a day earlier, in December, counts no month: (2511 + 936 + 3389) / 12
    is 569.67, so a step of 570 on the day of birth."""
    kliffen = [b for b in onderzocht(WET).bevindingen if b.patroon == "P01"]
    op_geboorte = [b for b in kliffen if b.as_ == "geboortedatum"]
    assert op_geboorte
    assert all(g.verlies <= 2 * 570 for b in op_geboorte for g in b.getuigen)


def test_geen_klif_op_het_inkomen() -> None:
    """A taper of 7.10 % and the floor of EUR 24 are not hard."""
    kliffen = {b.as_ for b in onderzocht(WET).bevindingen if b.patroon in ("P01", "P02", "P03")}
    assert "toetsingsinkomen" not in kliffen


def test_de_scenarios_kloppen() -> None:
    assert all(s.geslaagd for s in onderzocht(WET).scenarios)
