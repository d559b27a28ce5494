"""Huurtoeslag: the rent ceiling of 2025 is found (H3), its repair of 2026 leaves nothing there.

Sources: ceilings 900.07 and 477.20 (2025) and 932.93 and 498.20 (2026), asset limit 37,395, from
art. 13 Wht and art. 7 Awir; amounts worked out by hand in scenarios/huurtoeslag.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache

import pytest

from tests.analyses.voorbeeld import een, wet
from wetsanalyse.analyses.bevinding import Bevinding, Onderzoek
from wetsanalyse.analyses.onderzoek import onderzoek
from wetsanalyse.plan.lower import lower

WET = "huurtoeslag"
HUURGRENS = "wht-13-1-rekenhuur-huur-tot-de-huurgrens"
VERMOGEN = "awir-7-3-vermogen-van-een-huurder-zonder-toeslagpartner"


@cache
def in_jaar(jaar: int) -> Onderzoek:
    set_, scenarios = wet(WET)
    return onderzoek(set_.model, scenarios, date(jaar, 1, 1))


def op_as(gevonden: Onderzoek, as_: str) -> list[Bevinding]:
    return [b for b in gevonden.bevindingen if b.as_ == as_]


@pytest.mark.parametrize("patroon", ["P01", "P03"])
def test_een_cent_boven_de_huurgrens_kost_alles(patroon: str) -> None:
    """zaken.md H3. For an income up to the ijkpunt the year is 5984.376 (scenario huurgrens 2025);
    others lose as much or more where a higher share is paid."""
    b = een(in_jaar(2025), f"{patroon}-{HUURGRENS}")
    getuige = b.getuigen[0]
    assert (getuige.waarde_buur, getuige.waarde_burger) == (Fraction("900.07"), Fraction("900.08"))
    assert getuige.verlies >= 5984
    assert [blaam.regels for blaam in b.blaamset] == [("huur tot de huurgrens",)]
    assert [str(p) for p in b.herkomst] == ["artikel 13, lid 1, Wht"]
    assert b.dekking.sterkte < 3


def test_na_de_reparatie_is_de_huur_geen_klif_meer() -> None:
    """In 2026 the ceiling only caps: no finding with the rent as its axis, at no rent at all."""
    assert op_as(in_jaar(2025), "rekenhuur")
    assert op_as(in_jaar(2026), "rekenhuur") == []
    assert "huur tot de huurgrens" not in lower(wet(WET)[0].model, date(2026, 1, 1)).versies


@pytest.mark.parametrize(("jaar", "grens"), [(2025, 37395), (2026, 38479)])
@pytest.mark.parametrize("patroon", ["P01", "P03"])
def test_de_vermogensgrens_blijft_in_beide_jaren(patroon: str, jaar: int, grens: int) -> None:
    getuige = een(in_jaar(jaar), f"{patroon}-{VERMOGEN}").getuigen[0]
    assert (getuige.waarde_buur, getuige.waarde_burger) == (grens, grens + 1)


@pytest.mark.parametrize(("jaar", "leeftijd"), [(2025, 23), (2026, 21)])
def test_de_jongerengrens(jaar: int, leeftijd: int) -> None:
    b = een(in_jaar(jaar), "P01-wht-13-1-b-leeftijd-huurgrens-voor-jongeren")
    getuige = b.getuigen[0]
    assert (getuige.waarde_buur, getuige.waarde_burger) == (leeftijd, leeftijd - 1)


@pytest.mark.parametrize("jaar", [2025, 2026])
def test_geen_klif_op_het_inkomen_of_op_wat_niet_gevonden_is(jaar: int) -> None:
    """A taper and the EUR 24 floor: not hard. The inputs that stand for unknown amounts of the
    law are no facts of a citizen and must not come out as a klif."""
    stil = {
        "toetsingsinkomen",
        "inkomen van de medebewoners",
        "aantal medebewoners",
        "opgegeven minimum-inkomensijkpunt",
        "opgegeven bedrag bij de normhuur",
    }
    kliffen = {b.as_ for b in in_jaar(jaar).bevindingen if b.patroon in ("P01", "P03")}
    assert not stil & kliffen


def test_de_scenarios_kloppen() -> None:
    assert all(s.geslaagd for s in in_jaar(2025).scenarios)


def test_de_afgeleide_factoren_volgen_uit_de_parameters() -> None:
    """Art. 17 to 19: the factors that the facts infer (a 0.000000438698, b 0.000446392665) come
    out of the parameters of the model, so none of them was mistyped."""
    waarden = {
        n: p.waarde for n, p in lower(wet(WET)[0].model, date(2025, 1, 1)).parameters.items()
    }
    y1 = waarden["minimum-inkomensijkpunt voor één bewoner"]
    y2 = waarden["referentie-inkomensijkpunt voor één bewoner"]
    q1 = (
        waarden["normhuur van artikel 17"] - waarden["verlaging van artikel 17 voor één bewoner"]
    ) / y1
    q2 = (
        waarden["normhuur van artikel 18"] - waarden["verlaging van artikel 18 voor één bewoner"]
    ) / y2
    a = (q2 - q1) / (y2 - y1)
    assert round(a, 12) == Fraction("0.000000438698")
    assert round(q1 - a * y1, 12) == Fraction("0.000446392665")
