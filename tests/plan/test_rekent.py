"""Small things that compute: named parts of a date, who is meant, sums of an expression."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.model.taal import regel
from tests.plan.proef import LEEG, waarde


@pytest.mark.constructie("X-08", stap="rekent")
def test_een_datum_uit_benoemde_delen() -> None:
    zin = (
        "De ingangsdatum van een Aanvrager moet berekend worden als "
        "de datum met jaar: 2024, maand: 2 en dag: 29."
    )
    assert waarde("A", "ingangsdatum", regel(zin)) == date(2024, 2, 29).toordinal()


@pytest.mark.constructie("X-02", stap="rekent")
def test_het_eerstgenoemde_onderwerp() -> None:
    zin = (
        "De schuld van een partner van een partner moet gesteld worden op "
        "het tegoed van de laatstgenoemde partner."
    )
    invoer = {("A", "tegoed"): 3, ("B", "tegoed"): 8}
    # The schuld of B is that of the partner of A, so it is the tegoed of A.
    assert waarde("B", "schuld", regel(zin), invoer=invoer) == 3


@pytest.mark.constructie("R-246", stap="rekent")
def test_een_waarde_bij_haar_kale_naam() -> None:
    zin = (
        "De telling van een Aanvrager moet gesteld worden op 1\n"
        "indien het tegoed van zijn partner aan alle volgende voorwaarden voldoet:\n"
        "    • het tegoed is groter dan 2 €\n    • het tegoed is kleiner dan 9 €."
    )
    assert waarde("A", "telling", regel(zin), invoer={("B", "tegoed"): 8}) == 1
    assert waarde("A", "telling", regel(zin), invoer={("B", "tegoed"): 9}) != 1


@pytest.mark.constructie("R-161", "R-160", stap="rekent")
def test_tijdsduur_in_uren_tussen_hele_dagen() -> None:
    extra = (
        "Extensie van objecttype de Aanvrager\n"
        "    de wachttijd\tNumeriek (geheel getal) met eenheid u;\n"
    )
    zin = (
        "De wachttijd van een Aanvrager moet berekend worden als de tijdsduur van "
        "zijn geboortedatum tot zijn ingangsdatum in hele uren."
    )
    dagen = {
        ("A", "geboortedatum"): date(2025, 1, 1).toordinal(),
        ("A", "ingangsdatum"): date(2025, 1, 3).toordinal(),
    }
    assert waarde("A", "wachttijd", extra, regel(zin), invoer=dagen) == 48


# ------------------------------------------------------------------ sums of an expression [3.7]

SPAARGELD = {("K", "spaargeld"): 10, ("L", "spaargeld"): 3}


def schuld(uitdrukking: str, invoer: Any = None) -> Any:
    zin = regel(f"De schuld van een Aanvrager moet berekend worden als {uitdrukking}.")
    return waarde("A", "schuld", zin, invoer=SPAARGELD if invoer is None else invoer)


@pytest.mark.constructie("R-141", stap="rekent")
@pytest.mark.parametrize(
    ("uitdrukking", "verwacht"),
    [
        ("de som van (het spaargeld van zijn kinderen maal 2)", 26),
        ("de som van (het spaargeld van zijn kinderen plus 1 €)", 15),
        ("de som van (5 € min het spaargeld van zijn kinderen)", -3),
        ("de maximale waarde van (5 € min het spaargeld van zijn kinderen)", 2),
        ("de som van (het spaargeld van zijn kinderen, met een maximum van 4 €)", 7),
        ("de som van (het spaargeld van zijn kinderen plus het spaargeld van zijn kinderen)", 26),
    ],
)
def test_de_som_van_een_uitdrukking(uitdrukking: str, verwacht: int) -> None:
    assert schuld(uitdrukking) == verwacht


def test_wie_leeg_is_telt_niet_mee_in_de_som_van_een_uitdrukking() -> None:
    een = {("K", "spaargeld"): 10}
    # Of L nothing is known: he does not bring in the 1 € either.
    assert schuld("de som van (het spaargeld van zijn kinderen plus 1 €)", een) == 11
    assert schuld("de som van (het spaargeld van zijn kinderen plus 1 €)", {}) is LEEG
    of_nul = "de som van (het spaargeld van zijn kinderen plus 1 €) of 0 als die er niet zijn"
    assert schuld(of_nul, {}) == 0


def test_een_percentage_van_elk() -> None:
    zin = "de som van het aandeel van de Aanvrager van het spaargeld van zijn kinderen"
    from fractions import Fraction

    invoer = {**SPAARGELD, ("A", "aandeel"): Fraction(1, 10)}
    assert schuld(zin, invoer) == Fraction(13, 10)


# ------------------------------------------------------------------ who has a kenmerk [1.6, 3.4]

STUDENTEN = {
    ("A", "student"): True, ("A", "telling"): 4, ("B", "telling"): 9, ("A", "verzekerd"): True,
}  # fmt: skip


@pytest.mark.constructie("R-053", "R-052", stap="rekent")
@pytest.mark.parametrize(
    ("uitdrukking", "verwacht"),
    [
        ("het aantal studenten", 1),
        ("de som van de telling van alle studenten", 4),
        ("de maximale waarde van de telling van alle Aanvragers", 9),
    ],
)
def test_een_kenmerk_in_het_meervoud_is_een_groep(uitdrukking: str, verwacht: int) -> None:
    zin = regel(f"Het cijfer van een Aanvrager moet berekend worden als {uitdrukking}.")
    assert waarde("A", "cijfer", zin, invoer=STUDENTEN) == verwacht


@pytest.mark.constructie("R-247", stap="rekent")
def test_alle_studenten() -> None:
    zin = regel(
        "Het cijfer van een Aanvrager moet gesteld worden op 1 "
        "indien alle studenten verzekerd zijn."
    )
    assert waarde("A", "cijfer", zin, invoer=STUDENTEN) == 1
    twee = {**STUDENTEN, ("B", "student"): True}
    assert waarde("A", "cijfer", zin, invoer=twee) is LEEG
