"""Kinds of days, and moments with a time of day. [1.12, 3.9, 4.8, A-3, A-4]"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.model.taal import regel
from tests.plan.proef import LEEG, dag, foutcode, waarde

WEEK = """
Dagsoort de kantoordag (mv: kantoordagen)
Dagsoort de vrije dag (mv: vrije dagen)
Dagsoort de nooitdag (mv: nooitdagen)

Regel vrij in het weekend
    geldig altijd
        Een dag is een vrije dag
        indien (D min W) groter of gelijk is aan 5 dg.
        Daarbij geldt:
            D is de tijdsduur van dd. 1-1-1900 tot (de dag) in hele dagen
            W is de tijdsduur van dd. 1-1-1900 tot (de dag) in hele weken.
Regel vrij met Pasen
    geldig altijd
        Een dag is een vrije dag
        indien de dag gelijk is aan (de eerste paasdag van (het jaar uit (de dag)) plus 1 dg).
Regel kantoordag
    geldig altijd
        Een dag is een kantoordag
        indien de dag geen vrije dag is.
Regel nooit
    geldig altijd
        Een dag is een nooitdag
        indien de maand uit (de dag) gelijk is aan 13.
"""


def einddatum(uitdrukking: str, invoer: Any = None) -> Any:
    zin = regel(f"De ingangsdatum van een Aanvrager moet berekend worden als {uitdrukking}.")
    gegeven = {} if invoer is None else {("A", "geboortedatum"): invoer}
    return waarde("A", "ingangsdatum", WEEK, zin, invoer=gegeven)


@pytest.mark.constructie("R-083", "R-198", "R-233", stap="rekent")
@pytest.mark.parametrize(
    ("wanneer", "werkt"),
    [
        ((2025, 4, 18), True),  # Good Friday: the rules do not name it
        ((2025, 4, 19), False),  # Saturday
        ((2025, 4, 20), False),  # Sunday, Easter
        ((2025, 4, 21), False),  # Easter Monday
        ((2025, 4, 22), True),
    ],
)
def test_een_dag_van_een_soort(wanneer: tuple[int, int, int], werkt: bool) -> None:
    zin = regel("Een Aanvrager is verzekerd indien zijn geboortedatum een kantoordag is.")
    invoer = {("A", "geboortedatum"): dag(*wanneer)}
    assert waarde("A", "verzekerd", WEEK, zin, invoer=invoer) is werkt
    anders = zin.replace("een kantoordag", "geen kantoordag")
    assert waarde("A", "verzekerd", WEEK, anders, invoer=invoer) is not werkt
    # Leeg is no day of any sort. [6.2]
    assert waarde("A", "verzekerd", WEEK, zin) is False


@pytest.mark.constructie("R-166", stap="rekent")
def test_een_aantal_dagen_van_een_soort_verder() -> None:
    # Thursday 17 April 2025; Friday, then (after the weekend and Easter Monday) Tuesday.
    begin = dag(2025, 4, 17)
    assert einddatum("zijn geboortedatum plus 1 kantoordagen", begin) == dag(2025, 4, 18)
    assert einddatum("zijn geboortedatum plus 2 kantoordagen", begin) == dag(2025, 4, 22)
    # The day itself does not count, and what comes out is such a day.
    assert einddatum("zijn geboortedatum plus 1 kantoordagen", dag(2025, 4, 19)) == dag(2025, 4, 22)
    assert einddatum("zijn geboortedatum min 1 kantoordagen", dag(2025, 4, 22)) == dag(2025, 4, 18)
    assert einddatum("zijn geboortedatum plus 0 kantoordagen", dag(2025, 4, 19)) == dag(2025, 4, 19)
    assert einddatum("zijn geboortedatum plus 1 kantoordagen") is LEEG


def test_veertig_kantoordagen_tegen_de_kalender() -> None:
    vrij = {date(2025, 4, 21)}
    nu = date(2025, 4, 1)
    over = 40
    while over:
        nu = date.fromordinal(nu.toordinal() + 1)
        over -= nu.weekday() < 5 and nu not in vrij
    uit = einddatum("zijn geboortedatum plus 40 kantoordagen", dag(2025, 4, 1))
    assert uit == nu.toordinal()


def test_een_soort_waarvan_geen_dag_bestaat() -> None:
    uit = einddatum("zijn geboortedatum plus 1 nooitdagen", dag(2025, 4, 1))
    assert foutcode(uit) == "DAGSOORT-GEEN"
    assert "1-4-2025" in uit.bericht
    assert "nooitdag" in uit.bericht


# ------------------------------------------------------------------ moments

MOMENT = Fraction(dag(2025, 12, 31)) + Fraction((23 * 60 + 59) * 60 + 58, 86400) + Fraction(
    7, 86_400_000
)  # fmt: skip


@pytest.mark.constructie("X-04", "X-05", "X-06", "X-07", stap="rekent")
@pytest.mark.parametrize(
    ("deel", "verwacht"),
    [
        ("het uur uit", 23), ("de minuut uit", 59), ("de seconde uit", 58),
        ("de milliseconde uit", 7), ("de dag uit", 31), ("de maand uit", 12),
        ("het jaar uit", 2025),
    ],
)  # fmt: skip
def test_een_deel_van_een_moment(deel: str, verwacht: int) -> None:
    zin = regel(f"De telling van een Aanvrager moet berekend worden als {deel} (zijn tijdstip).")
    assert waarde("A", "telling", zin, invoer={("A", "tijdstip"): MOMENT}) == verwacht
    assert waarde("A", "telling", zin) is LEEG


TIJDSTIP = "Het tijdstip van een Aanvrager moet berekend worden als {}."
DATUMTIJD = (
    "de datumtijd met jaar: 2025, maand: {}, dag: 31, uur: {}, minuut: 59, seconde: 58 "
    "en milliseconde: 7"
)


@pytest.mark.constructie("X-09", "R-016", "R-045", stap="rekent")
def test_een_moment_uit_delen() -> None:
    zin = regel(TIJDSTIP.format(DATUMTIJD.format(12, 23)))
    assert waarde("A", "tijdstip", zin) == MOMENT
    for maand, uur in ((11, 23), (12, 24)):  # no 31 November, no hour 24
        zin = regel(TIJDSTIP.format(DATUMTIJD.format(maand, uur)))
        assert foutcode(waarde("A", "tijdstip", zin)) == "DATUM"
    literal = regel(TIJDSTIP.format("dd. 31-12-2025 23:59:58.007"))
    assert waarde("A", "tijdstip", literal) == MOMENT


@pytest.mark.constructie("R-161", stap="rekent")
def test_rekenen_met_een_moment() -> None:
    later = regel(
        "Het deel van een Aanvrager moet berekend worden als "
        "(de tijdsduur van zijn tijdstip tot dd. 1-1-2026 00:00:00.000 in millisecondes) "
        "gedeeld door 1 ms."
    )
    assert waarde("A", "deel", later, invoer={("A", "tijdstip"): MOMENT}) == 1993


@pytest.mark.constructie("R-164", stap="rekent")
def test_een_datum_met_uren_wordt_een_moment() -> None:
    zin = regel(TIJDSTIP.format("dd. 31-1-2025 plus 6 u"))
    assert waarde("A", "tijdstip", zin) == dag(2025, 1, 31) + Fraction(1, 4)
    # A month later keeps the time of day, on the last day of February.
    zin = regel(TIJDSTIP.format("dd. 31-1-2025 06:00:00.000 plus 1 mnd"))
    assert waarde("A", "tijdstip", zin) == dag(2025, 2, 28) + Fraction(1, 4)
