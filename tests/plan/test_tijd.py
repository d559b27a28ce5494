"""Values over time, from rule text to outcome. Expected values: worked out on a calendar. [5]"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.model.taal import regel
from tests.plan.proef import LEEG, dag, delen, foutcode, stap, waarde

INGESCHREVEN = {("A", "ingeschreven"): stap(False, dag(2025, 1, 1), True, dag(2025, 4, 11), False)}
TOTAAL = "De schuld van een Aanvrager moet gesteld worden op (het totaal van {})."
DAGSTEUN = "De dagsteun van een Aanvrager moet gesteld worden op {}."


def dagsteun(tekst: str, *meer: str, **invoer: Any) -> list[tuple[str, Any]]:
    zin = regel(DAGSTEUN.format(tekst), "dagsteun")
    return delen(waarde("A", "dagsteun", zin, *meer, **invoer))


# ------------------------------------------------------------------ when


@pytest.mark.constructie("R-201", "R-205", stap="rekent")
@pytest.mark.parametrize(
    ("periode", "verwacht"),
    [
        ("vanaf dd. 1-7-2025", [("", LEEG), ("2025-07-01", 5)]),
        ("tot dd. 1-7-2025", [("", 5), ("2025-07-01", LEEG)]),
        ("tot en met dd. 1-7-2025", [("", 5), ("2025-07-02", LEEG)]),
    ],
)
def test_een_open_periode(periode: str, verwacht: list[tuple[str, Any]]) -> None:
    assert dagsteun(f"5 €/mnd {periode}") == verwacht


@pytest.mark.constructie("R-206", "R-096", stap="rekent")
@pytest.mark.parametrize(
    ("tot", "na"), [("tot dd. 1-7-2025", "2025-07-01"), ("tot en met dd. 1-7-2025", "2025-07-02")]
)
def test_een_periode_met_begin_en_eind(tot: str, na: str) -> None:
    verwacht = [("", LEEG), ("2025-01-01", 5), (na, LEEG)]
    assert dagsteun(f"5 €/mnd van dd. 1-1-2025 {tot}") == verwacht


def test_een_jaar_als_grens() -> None:
    # From a year is from its first day; up to and including a year is to its last day.
    verwacht = [("", LEEG), ("2024-01-01", 5), ("2026-01-01", LEEG)]
    assert dagsteun("5 €/mnd van 2024 tot en met 2025") == verwacht
    assert dagsteun("5 €/mnd van 2024 tot 2026") == verwacht


def test_een_grens_die_leeg_is() -> None:
    zin = "5 €/mnd van zijn ingangsdatum tot zijn geboortedatum"
    tot_leeg = {("A", "ingangsdatum"): dag(2025, 2, 1)}
    assert dagsteun(zin, invoer=tot_leeg) == [("", LEEG), ("2025-02-01", 5)]
    van_leeg = {("A", "geboortedatum"): dag(2025, 2, 1)}
    assert dagsteun(zin, invoer=van_leeg) == [("", LEEG)]


@pytest.mark.constructie("R-095", "R-054", "R-069", stap="rekent")
def test_gedurende_de_tijd_dat() -> None:
    zin = regel(
        "De dagsteun van een Aanvrager moet gesteld worden op 5 €/mnd "
        "gedurende de tijd dat hij ingeschreven is."
    )
    uit = waarde("A", "dagsteun", zin, invoer=INGESCHREVEN)
    assert delen(uit) == [("", LEEG), ("2025-01-01", 5), ("2025-04-11", LEEG)]
    # Outside that time an input stays what it was.
    samen = {**INGESCHREVEN, ("A", "dagsteun"): 2}
    uit = waarde("A", "dagsteun", zin, invoer=samen)
    assert delen(uit) == [("", 2), ("2025-01-01", 5), ("2025-04-11", 2)]


@pytest.mark.constructie("R-207", "R-208", stap="rekent")
def test_het_is_de_periode_in_een_lijst() -> None:
    zin = regel(
        "Een Aanvrager is actief\n"
        "gedurende de tijd dat hij aan alle volgende voorwaarden voldoet:\n"
        "    • hij is verzekerd\n"
        "    • het is de periode van dd. 1-2-2025 tot dd. 1-5-2025."
    )
    uit = waarde("A", "actief", zin, invoer={("A", "verzekerd"): True})
    assert delen(uit) == [("", False), ("2025-02-01", True), ("2025-05-01", False)]
    assert waarde("A", "actief", zin) is False


def test_twee_regels_die_elkaar_opvolgen_of_botsen() -> None:
    eerst = "De dagsteun van een Aanvrager moet gesteld worden op 1 €/mnd tot dd. 1-3-2025."
    dan = "De dagsteun van een Aanvrager moet gesteld worden op 2 €/mnd vanaf dd. 1-3-2025."
    uit = waarde("A", "dagsteun", regel(eerst, "eerst"), regel(dan, "dan"))
    assert delen(uit) == [("", 1), ("2025-03-01", 2)]
    botst = "De dagsteun van een Aanvrager moet gesteld worden op 2 €/mnd vanaf dd. 1-2-2025."
    uit = waarde("A", "dagsteun", regel(eerst, "eerst"), regel(botst, "botst"))
    (_, een), (van, fout), (tot, twee) = delen(uit)
    assert (een, van, foutcode(fout), tot, twee) == (1, "2025-02-01", "BOTSING", "2025-03-01", 2)


def test_initialisatie_per_periode() -> None:
    eerst = "De dagsteun van een Aanvrager moet gesteld worden op 1 €/mnd tot dd. 1-3-2025."
    begin = "De dagsteun van een Aanvrager moet geïnitialiseerd worden op 9 €/mnd."
    uit = waarde("A", "dagsteun", regel(eerst, "eerst"), regel(begin, "begin"))
    assert delen(uit) == [("", 1), ("2025-03-01", 9)]


# ------------------------------------------------------------------ combining


@pytest.mark.constructie("R-202", "R-203", stap="rekent")
def test_combineren_knipt_en_voegt_samen() -> None:
    invoer = {
        ("A", "maandsteun"): stap(None, dag(2025, 1, 1), 10, dag(2025, 5, 1), None),
        ("A", "dagsteun"): stap(None, dag(2025, 3, 1), 10, dag(2025, 7, 1), None),
    }
    plus = "zijn maandsteun plus zijn dagsteun"
    uit = samen(plus, invoer)
    # Leeg counts as nothing for plus, so a gap becomes 0. [3.2]
    assert uit == [
        ("", 0), ("2025-01-01", 10), ("2025-03-01", 20), ("2025-05-01", 10), ("2025-07-01", 0),
    ]  # fmt: skip
    # … and verminderd met keeps what is leeg on the left.
    uit = samen("zijn maandsteun verminderd met zijn dagsteun", invoer)
    assert uit == [("", LEEG), ("2025-01-01", 10), ("2025-03-01", 0), ("2025-05-01", LEEG)]
    # Equal neighbours are one stretch.
    gelijk = {
        ("A", "maandsteun"): stap(5, dag(2025, 1, 1), 7),
        ("A", "dagsteun"): stap(7, dag(2025, 1, 1), 5),
    }
    assert samen(plus, gelijk) == [("", 12)]


SAMEN = """
Extensie van objecttype de Aanvrager
    het samen	Numeriek (getal) met eenheid €/mnd voor elke dag;
"""


def samen(uitdrukking: str, invoer: dict[Any, Any]) -> list[tuple[str, Any]]:
    zin = regel(f"Het samen van een Aanvrager moet berekend worden als {uitdrukking}.")
    return delen(waarde("A", "samen", SAMEN, zin, invoer=invoer))


@pytest.mark.constructie("R-213", stap="rekent")
def test_een_uitdrukking_met_een_eigen_tijd() -> None:
    invoer = {("A", "maandsteun"): 10}
    uit = samen("zijn maandsteun min (1 €/mnd van dd. 1-1-2025 tot dd. 1-2-2025)", invoer)
    assert uit == [("", 10), ("2025-01-01", 9), ("2025-02-01", 10)]


# ------------------------------------------------------------------ the total


@pytest.mark.constructie("R-210", "R-070", stap="rekent")
def test_het_totaal_per_maand() -> None:
    # Four months of 250 and two of 260: 1520. [5]
    rij = stap(None, dag(2025, 1, 1), 250, dag(2025, 5, 1), 260, dag(2025, 7, 1), None)
    invoer = {("A", "maandsteun"): rij}
    zin = regel(TOTAAL.format("zijn maandsteun"))
    assert waarde("A", "schuld", zin, invoer=invoer) == 1520
    # Nothing at all adds up to 0; without an end there is no total.
    assert waarde("A", "schuld", zin) == 0
    open_ = {("A", "maandsteun"): stap(None, dag(2025, 1, 1), 250)}
    assert foutcode(waarde("A", "schuld", zin, invoer=open_)) == "TT-ONBEGRENSD"
    binnen = regel(
        "De schuld van een Aanvrager moet gesteld worden op "
        "(het totaal van zijn maandsteun van dd. 1-4-2025 tot dd. 1-6-2025)."
    )
    assert waarde("A", "schuld", binnen, invoer=invoer) == 250 + 260
    assert waarde("A", "schuld", binnen, invoer=open_) == 500


def test_het_totaal_van_een_gebroken_maand() -> None:
    # 10 of the 30 days of April at 90: 30. [5]
    invoer = {("A", "dagsteun"): stap(None, dag(2025, 4, 1), 90, dag(2025, 4, 11), None)}
    zin = regel(TOTAAL.format("zijn dagsteun"))
    assert waarde("A", "schuld", zin, invoer=invoer) == 30


def test_het_totaal_per_jaar() -> None:
    # Half a year of 1200 a year.
    invoer = {("A", "jaarsteun"): 1200}
    zin = regel(
        "De schuld van een Aanvrager moet gesteld worden op "
        "(het totaal van zijn jaarsteun van dd. 1-1-2025 tot dd. 1-7-2025)."
    )
    assert waarde("A", "schuld", zin, invoer=invoer) == 600


# ------------------------------------------------------------------ days and shares


@pytest.mark.constructie("R-211", "R-204", stap="rekent")
def test_het_aantal_dagen_in_de_maand() -> None:
    zin = regel(
        "De dagen met steun van een Aanvrager moet berekend worden als "
        "het aantal dagen in de maand dat hij ingeschreven is."
    )
    uit = waarde("A", "dagen met steun", zin, invoer=INGESCHREVEN)
    assert delen(uit) == [
        ("", 0), ("2025-01-01", 31), ("2025-02-01", 28), ("2025-03-01", 31), ("2025-04-01", 10),
        ("2025-05-01", 0),
    ]  # fmt: skip
    # On no day at all it is 0, and not leeg.
    assert waarde("A", "dagen met steun", zin) == 0


@pytest.mark.constructie("R-212", stap="rekent")
def test_het_tijdsevenredig_deel() -> None:
    # 90 a month, from 1 January to 11 April: April 10/30 of 90 is 30; over the year 100/365. [5]
    per_maand = (
        "(het tijdsevenredig deel per maand van 90 €/mnd gedurende de tijd dat hij ingeschreven is)"
    )
    uit = dagsteun(per_maand, invoer=INGESCHREVEN)
    assert uit == [("", 0), ("2025-01-01", 90), ("2025-04-01", 30), ("2025-05-01", 0)]
    uit = dagsteun(per_maand.replace("per maand", "per jaar"), invoer=INGESCHREVEN)
    assert uit == [("", 0), ("2025-01-01", Fraction(9000, 365)), ("2026-01-01", 0)]
    leeg = per_maand.replace("90 €/mnd", "zijn maandsteun")
    assert dagsteun(leeg, invoer=INGESCHREVEN) == [("", LEEG)]


@pytest.mark.constructie("R-209", stap="rekent")
@pytest.mark.parametrize(
    ("periode", "verwacht"),
    [
        ("de gehele maand", [("", False), ("2025-01-01", True), ("2025-04-01", False)]),
        ("het gehele jaar", [("", False)]),
    ],
)
def test_gedurende_de_hele_periode(periode: str, verwacht: list[tuple[str, Any]]) -> None:
    zin = f"Een Aanvrager is actief gedurende de tijd dat hij gedurende {periode} ingeschreven is."
    assert delen(waarde("A", "actief", regel(zin), invoer=INGESCHREVEN)) == verwacht
    heel = {("A", "ingeschreven"): stap(False, dag(2025, 1, 1), True, dag(2026, 1, 1), False)}
    uit = delen(waarde("A", "actief", regel(zin), invoer=heel))
    assert uit == [("", False), ("2025-01-01", True), ("2026-01-01", False)]


# ------------------------------------------------------------------ parameters, own starting point

MAANDNORM = """
Parameterwaarden eerst
    geldig vanaf 1-1-2024 t/m 31-12-2024
    de MAANDNORM is 100 €/mnd
Parameterwaarden daarna
    geldig vanaf 1-1-2025
    de MAANDNORM is 110 €/mnd
"""


@pytest.mark.constructie("R-073", stap="rekent")
def test_een_parameter_met_een_tijdlijn() -> None:
    uit = dagsteun("de MAANDNORM", MAANDNORM)
    assert uit == [("", LEEG), ("2024-01-01", 100), ("2025-01-01", 110)]


@pytest.mark.constructie("X-17", "X-18", "X-19", stap="rekent")
def test_een_tijdlijn_met_een_eigen_begin() -> None:
    begin = regel(
        "Het startpunt van een loonperiode voor een Aanvrager wordt bepaald door "
        "zijn ingangsdatum.", "begin"
    )  # fmt: skip
    blok = {("A", "loonblok"): stap(None, dag(2025, 2, 15), 5, dag(2025, 5, 15), None)}
    vanaf = {("A", "ingangsdatum"): dag(2024, 11, 15)}
    uit = waarde("A", "loonblok", begin, invoer={**blok, **vanaf})
    assert delen(uit) == [("", LEEG), ("2025-02-15", 5), ("2025-05-15", LEEG)]
    # One day beside the begin of a quarter that is counted from there.
    naast = {("A", "ingangsdatum"): dag(2024, 11, 14)}
    assert foutcode(waarde("A", "loonblok", begin, invoer={**blok, **naast})) == "TL-KNIP"
    assert foutcode(waarde("A", "loonblok", begin, invoer=blok)) == "TL-STARTPUNT-LEEG"


def test_nul_met_een_eigen_tijd_past_bij_elke_eenheid() -> None:
    """A bare 0 goes with every unit, also for a part of the time."""
    uit = samen("zijn maandsteun plus (0 vanaf dd. 1-1-2025)", {("A", "maandsteun"): 3})
    assert uit == [("", 3)]
