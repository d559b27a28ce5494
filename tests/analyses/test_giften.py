"""Bijstand and gifts, the groceries (H5): all of three years recovered at once.

Sources: nrc.nl 21 January 2021 (7,039.96); art. 17, 31, 54 lid 3, 58 lid 1 and 8 Participatiewet;
norm of 1 January 2025. The days, the value per week and the four weeks to report are assumed.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from types import MappingProxyType

import pytest

from tests.analyses.voorbeeld import een, patronen, route, vraag, wet
from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Onderzoek
from wetsanalyse.analyses.onderzoek import onderzoek
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.plan.ops import InvoerSleutel

WET = "bijstand-giften"
BESLUIT = "pw-54-3-besluit-tot-herziening-en-terugvordering"
NORM = Fraction("1345.45")


@cache
def gevonden() -> Onderzoek:
    """With few sweeps: the histories are what this law is about."""
    set_, scenarios = wet(WET)
    dag = chain.kies_rekendatum(set_.model, scenarios)
    assert dag is not None
    return onderzoek(set_.model, scenarios, dag, vraag=vraag(20))


def ontvanger(waarde: str, eerste: date, besluit: date) -> Casus:
    invoer = {
        ("B", "waarde van de giften"): Fraction(waarde),
        ("B", "eerste dag van de giften"): Fraction(eerste.toordinal()),
        ("B", "dag van het besluit"): Fraction(besluit.toordinal()),
    }
    huishouden = Huishouden((("B", "Bijstandsgerechtigde"),))
    return Casus(besluit, huishouden, MappingProxyType(invoer))


def terugvordering(casus: Casus) -> Fraction:
    uitslag = chain.evaluate(chain.lower(wet(WET)[0].model, casus.rekendatum), casus)
    waarde = uitslag.waarden[uitslag.plan.eigenschappen["B", "terugvordering"]]
    assert isinstance(waarde, Fraction)
    return waarde


def test_p05_de_maand_van_het_besluit_ligt_onder_de_bodem() -> None:
    """In the first month the whole recovery is due. What is left is the norm (bijstand plus the
    groceries, which are worth what is taken off), minus 7,039.96; the floor is 95 % of the norm."""
    b = een(gevonden(), f"P05-{BESLUIT}")
    bodem = Fraction("1278.18")
    assert abs(bodem - NORM * Fraction("0.95")) <= Fraction("0.005"), "in cents"
    assert b.maat == bodem - (NORM - Fraction("7039.96"))
    assert b.getuigen[0].verlies == Fraction("7039.96")


def test_p11_het_besluit_komt_drie_jaar_na_het_begin() -> None:
    """1,095 days from the first groceries to the decision: 36 months; nobody told the citizen."""
    b = een(gevonden(), f"P11-{BESLUIT}")
    assert b.maat == int(Fraction(1095) / Fraction(365, 12)) == 36
    assert b.getuigen[0].verlies == Fraction("7039.96")


@pytest.mark.parametrize("patroon", ["P05", "P11"])
def test_artikel_58_lid_8_dekt_en_18_niet(patroon: str) -> None:
    """Dringende redenen reach the recovery, on application (3). The individual fit of art. 18
    reaches norm and duties, and not the recovery itself."""
    b = een(gevonden(), f"{patroon}-{BESLUIT}")
    rij = route(b, "artikel 58, achtste lid, Pw")
    assert rij.dekt == "dekt"
    assert rij.sterkte == 3
    assert route(b, "artikel 18, eerste lid, Pw").dekt == "reikt niet"


def test_geen_overheidsoorzaak() -> None:
    """Nobody had told the authority: the harm is not of its making. And there are ways out."""
    assert not {"P01", "P02", "P03", "P04", "P14", "P15", "P17"} & patronen(gevonden())


@pytest.mark.parametrize(
    ("waarde", "eerste", "besluit", "met_vrijlating"),
    [
        # until 2026 nothing is exempt
        ("50", date(2017, 1, 1), date(2020, 1, 1), False),
        # one calendar year, on both sides of 1,200 (365 days)
        ("23.01", date(2026, 1, 1), date(2027, 1, 1), True),
        ("23.02", date(2026, 1, 1), date(2027, 1, 1), True),
        # part of a year, whole years between, part of a year; one is a leap year
        ("50", date(2026, 7, 1), date(2029, 3, 1), True),
        # begun before the exemption
        ("50", date(2025, 7, 1), date(2027, 1, 1), True),
    ],
)
def test_de_vrijlating_is_per_kalenderjaar(
    waarde: str, eerste: date, besluit: date, met_vrijlating: bool
) -> None:
    """Day by day: what each calendar year holds, minus 1,200 from 2026 on, not below zero."""
    per_jaar: dict[int, Fraction] = {}
    for dag in range(eerste.toordinal(), besluit.toordinal()):
        jaar = date.fromordinal(dag).year
        per_jaar[jaar] = per_jaar.get(jaar, Fraction(0)) + Fraction(waarde) / 7
    vrij = {j: Fraction(1200 if met_vrijlating and j >= 2026 else 0) for j in per_jaar}
    verwacht = sum((max(v - vrij[j], Fraction(0)) for j, v in per_jaar.items()), Fraction(0))
    centen = Fraction(int(verwacht * 100 + Fraction(1, 2)), 100)
    assert terugvordering(ontvanger(waarde, eerste, besluit)) == centen


def test_een_dag_later_besluiten_kost_een_dag_giften() -> None:
    """No cliff along the day of the decision, but for the four weeks to report: there the
    recovery of 29 days begins."""
    begin = date(2024, 1, 1)
    plan = chain.lower(wet(WET)[0].model, date(2024, 12, 31))
    as_ = chain.As(
        InvoerSleutel("B", "dag van het besluit"), begin.toordinal(), begin.toordinal() + 200
    )
    casus = ontvanger("49", begin, date(2024, 12, 31))
    verloop = chain.sweep(plan, casus, as_, "B", "terugvordering")
    assert verloop.garantie == "exact"
    sprongen = []
    for g in verloop.grenzen:
        assert isinstance(g.waarde_links, Fraction)
        assert isinstance(g.waarde_rechts, Fraction)
        if g.waarde_rechts - g.waarde_links != 7:
            sprongen.append((int(g.links) - begin.toordinal(), g.waarde_rechts - g.waarde_links))
    assert sprongen == [(28, Fraction(29 * 7))]
