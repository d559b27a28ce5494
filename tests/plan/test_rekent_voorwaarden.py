"""Kenmerken, and lists of conditions over all that can be true. [1.6, 6.2, 6.3]"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from tests.model.taal import regel
from tests.plan.proef import LEEG, foutcode, uitslag, waarde
from wetsanalyse.model.casus import Huishouden

MERK = pytest.mark
TELLING = "De telling van een Aanvrager moet gesteld worden op 1\nindien {}."


def telling(voorwaarde: str, invoer: Any) -> Any:
    return waarde("A", "telling", regel(TELLING.format(voorwaarde)), invoer=invoer)


def tellingen(voorwaarde: str, mensen: list[dict[str, Any]]) -> list[Any]:
    """The same for many people at once, each with their own values."""
    wie = Huishouden(tuple((f"P{n}", "Aanvrager") for n in range(len(mensen))), ())
    invoer = {(f"P{n}", k): w for n, waarden in enumerate(mensen) for k, w in waarden.items()}
    uit = uitslag(regel(TELLING.format(voorwaarde)), wie=wie, invoer=invoer)
    return [uit.waarde(naam, "telling") for naam, _ in wie.objecten]


# ------------------------------------------------------------------ kenmerken [1.6]


@pytest.mark.constructie("R-050", "R-051", "R-053", stap="rekent")
@pytest.mark.parametrize(
    ("kenmerk", "gegeven", "gevraagd"),
    [
        ("verzekerd", "Een Aanvrager is verzekerd", "hij verzekerd is"),
        ("recht op steun", "Een Aanvrager heeft het recht op steun", "hij recht op steun heeft"),
        ("student", "Een Aanvrager is een student", "hij een student is"),
    ],
)  # fmt: skip
def test_een_kenmerk_dat_een_ander_leest(kenmerk: str, gegeven: str, gevraagd: str) -> None:
    geef = regel(f"{gegeven} indien zijn telling groter is dan 2.", "geef")
    lees = regel(
        f"De schuld van een Aanvrager moet gesteld worden op 7 € indien {gevraagd}.", "lees"
    )
    uit = uitslag(geef, lees, invoer={("A", "telling"): 3, ("B", "telling"): 2})
    assert [uit.waarde(wie, kenmerk) for wie in "AB"] == [True, False]
    assert [uit.waarde(wie, "schuld") for wie in "AB"] == [7, LEEG]


@pytest.mark.constructie("R-053", stap="rekent")
def test_het_meervoud_van_een_kenmerk() -> None:
    extra = "Extensie van objecttype de Gemeente\n    de telling\tNumeriek (geheel getal);\n"
    zin = regel(
        "De telling van een Gemeente moet berekend worden als "
        "het aantal Aanvragers die studenten zijn."
    )
    for studenten, verwacht in (("", 0), ("A", 1), ("AB", 2)):
        invoer = {(wie, "student"): True for wie in studenten}
        assert waarde("G", "telling", extra, zin, invoer=invoer) == verwacht


# ------------------------------------------------------------------ one kenmerk [6.2]


@pytest.mark.constructie("R-236", stap="rekent")
@pytest.mark.parametrize(
    ("kenmerk", "vraag", "zin"),
    [
        ("verzekerd", "hij verzekerd is", "hij is verzekerd"),
        ("student", "hij een student is", "hij is een student"),
        ("recht op steun", "hij recht op steun heeft", "hij heeft recht op steun"),
        ("recht op steun", "hij een recht op steun heeft", "hij heeft het recht op steun"),
    ],
)
def test_een_kenmerk_als_voorwaarde(kenmerk: str, vraag: str, zin: str) -> None:
    for vorm in (vraag, f"er aan de volgende voorwaarde wordt voldaan:\n    • {zin}"):
        assert telling(vorm, {("A", kenmerk): True}) == 1
        assert telling(vorm, {("A", kenmerk): False}) is LEEG
        # A kenmerk that nobody gave is not true; the one of B says nothing of A.
        assert telling(vorm, {("B", kenmerk): True}) is LEEG


@pytest.mark.constructie("R-236", stap="rekent")
@pytest.mark.parametrize(
    ("kenmerk", "vraag", "zin"),
    [
        ("verzekerd", "hij niet verzekerd is", "hij is niet verzekerd"),
        ("student", "hij geen student is", "hij is geen student"),
        ("recht op steun", "hij geen recht op steun heeft", "hij heeft geen recht op steun"),
    ],
)
def test_een_kenmerk_ontkend(kenmerk: str, vraag: str, zin: str) -> None:
    for vorm in (vraag, f"er aan de volgende voorwaarde wordt voldaan:\n    • {zin}"):
        assert telling(vorm, {("A", kenmerk): True}) is LEEG
        assert telling(vorm, {("A", kenmerk): False}) == 1
        assert telling(vorm, {}) == 1


# ------------------------------------------------------------------ lists [6.3]

DRIE = ("verzekerd", "student", "recht op steun")
ALLE = list(product((False, True), repeat=3))
LIJST = "\n    • hij is verzekerd\n    • hij is een student\n    • hij heeft recht op steun"


@pytest.mark.parametrize(
    ("kop", "bij"),
    [
        pytest.param("er aan de volgende voorwaarden wordt voldaan", {3},
                     marks=MERK.constructie("R-238", stap="rekent")),
        pytest.param("er aan ten minste één van de volgende voorwaarden wordt voldaan", {1, 2, 3},
                     marks=MERK.constructie("R-238", "R-242", stap="rekent")),
        pytest.param("hij aan de volgende voorwaarden voldoet", {3},
                     marks=MERK.constructie("R-239", stap="rekent")),
        pytest.param("de Aanvrager aan ten hoogste één van de volgende voorwaarden voldoet", {0, 1},
                     marks=MERK.constructie("R-239", "R-243", stap="rekent")),
        pytest.param("hij aan alle volgende voorwaarden voldoet", {3},
                     marks=MERK.constructie("R-240", stap="rekent")),
        pytest.param("hij aan alle van de volgende voorwaarden voldoet", {3},
                     marks=MERK.constructie("R-240", stap="rekent")),
        pytest.param("hij aan geen van de volgende voorwaarden voldoet", {0},
                     marks=MERK.constructie("R-241", stap="rekent")),
        pytest.param("hij aan ten minste twee van de volgende voorwaarden voldoet", {2, 3},
                     marks=MERK.constructie("R-242", stap="rekent")),
        pytest.param("hij aan tenminste 3 van de volgende voorwaarden voldoet", {3},
                     marks=MERK.constructie("R-242", stap="rekent")),
        pytest.param("hij aan ten hoogste twee van de volgende voorwaarden voldoet", {0, 1, 2},
                     marks=MERK.constructie("R-243", stap="rekent")),
        pytest.param("hij aan hoogstens 2 van de volgende voorwaarden voldoet", {0, 1, 2},
                     marks=MERK.constructie("R-243", stap="rekent")),
        pytest.param("hij aan precies één van de volgende voorwaarden voldoet", {1},
                     marks=MERK.constructie("R-244", stap="rekent")),
        pytest.param("hij aan precies twee van de volgende voorwaarden voldoet", {2},
                     marks=MERK.constructie("R-244", stap="rekent")),
    ],
)  # fmt: skip
def test_hoeveel_er_waar_zijn(kop: str, bij: set[int]) -> None:
    """All eight cases: the outcome is there exactly with these numbers of true conditions."""
    mensen: list[dict[str, Any]] = [dict(zip(DRIE, waar, strict=True)) for waar in ALLE]
    verwacht = [1 if sum(waar) in bij else LEEG for waar in ALLE]
    assert tellingen(f"{kop}:{LIJST}", mensen) == verwacht


@pytest.mark.constructie("R-245", stap="rekent")
def test_een_lijst_in_een_lijst_in_een_lijst() -> None:
    vorm = (
        "hij aan alle volgende voorwaarden voldoet:\n"
        "    • zijn cijfer is groter dan 0\n"
        "    • hij voldoet aan precies één van de volgende voorwaarden:\n"
        "        •• hij is verzekerd\n"
        "        •• er wordt voldaan aan geen van de volgende voorwaarden:\n"
        "            ••• hij is een student\n"
        "            ••• hij heeft recht op steun\n"
        "    • zijn cijfer is kleiner dan 9"
    )
    mensen: list[dict[str, Any]] = []
    verwacht: list[Any] = []
    for (verzekerd, student, recht), cijfer in product(ALLE, (0, 1, 8, 9)):
        kenmerken = dict(zip(DRIE, (verzekerd, student, recht), strict=True))
        mensen.append({**kenmerken, "cijfer": Fraction(cijfer)})
        wel = 0 < cijfer < 9 and verzekerd != (not student and not recht)
        verwacht.append(1 if wel else LEEG)
    # Insured and (student or entitled): 3 of 8; not insured and neither: 1 of 8; two of 4 numbers.
    assert verwacht.count(1) == 8
    assert tellingen(vorm, mensen) == verwacht


@pytest.mark.constructie("R-239", stap="rekent")
@pytest.mark.parametrize(
    ("leeftijd", "geld", "verwacht"), [(11, 6, 1), (12, 6, LEEG), (11, 5, LEEG), (12, 5, LEEG)]
)
def test_een_ander_onderwerp_voldoet(leeftijd: int, geld: int, verwacht: Any) -> None:
    """The list is about each child by itself: what L lacks, K does not make good."""
    vorm = (
        "ten minste één kind van de Aanvrager aan alle volgende voorwaarden voldoet:\n"
        "    • zijn leeftijd is kleiner dan 12 jr\n    • zijn spaargeld is groter dan 5 €"
    )
    invoer = {
        ("K", "leeftijd"): leeftijd, ("K", "spaargeld"): geld,
        ("L", "leeftijd"): 20, ("L", "spaargeld"): 50,
    }  # fmt: skip
    assert telling(vorm, invoer) == verwacht
    # L is rich; once young too, L is the one.
    assert telling(vorm, {**invoer, ("L", "leeftijd"): 2}) == 1


DEEL = "(6 gedeeld door zijn cijfer) is groter dan 2"


@pytest.mark.parametrize(
    ("kop", "eerst", "verwacht"),
    [
        # Once the answer is known the rest is not asked, so nothing is divided by nought.
        pytest.param("alle", "hij is verzekerd", LEEG,
                     marks=MERK.constructie("R-240", stap="rekent")),
        pytest.param("geen van de", "hij is niet verzekerd", LEEG,
                     marks=MERK.constructie("R-241", stap="rekent")),
        pytest.param("ten minste één van de", "hij is niet verzekerd", 1,
                     marks=MERK.constructie("R-242", stap="rekent")),
        pytest.param("alle", "hij is niet verzekerd", "DELEN-DOOR-NUL",
                     marks=MERK.constructie("R-240", stap="rekent")),
        pytest.param("precies één van de", "hij is niet verzekerd", "DELEN-DOOR-NUL",
                     marks=MERK.constructie("R-244", stap="rekent")),
    ],
)  # fmt: skip
def test_van_boven_naar_beneden_tot_het_vaststaat(kop: str, eerst: str, verwacht: Any) -> None:
    vorm = f"hij aan {kop} volgende voorwaarden voldoet:\n    • {eerst}\n    • {DEEL}"
    uit = telling(vorm, {("A", "cijfer"): 0})
    assert (foutcode(uit) if isinstance(verwacht, str) else uit) == verwacht
    # The other way around the division comes first, and its fault is the outcome.
    andersom = f"hij aan {kop} volgende voorwaarden voldoet:\n    • {DEEL}\n    • {eerst}"
    assert foutcode(telling(andersom, {("A", "cijfer"): 0})) == "DELEN-DOOR-NUL"


@pytest.mark.constructie("R-238", stap="rekent")
def test_er_wordt_voldaan_aan_wat_over_een_ander_gaat() -> None:
    vorm = (
        "er aan alle volgende voorwaarden wordt voldaan:\n"
        "    • het tegoed van de partner van de Aanvrager is groter dan 3 €\n"
        "    • het aantal kinderen van de Aanvrager is gelijk aan 2"
    )
    zin = regel(TELLING.format(vorm))
    invoer = {("A", "tegoed"): 4, ("B", "tegoed"): 4}
    uit = uitslag(zin, invoer=invoer)
    # B has no children.
    assert [uit.waarde(wie, "telling") for wie in "AB"] == [1, LEEG]
    uit = uitslag(zin, invoer={**invoer, ("B", "tegoed"): 3})
    assert [uit.waarde(wie, "telling") for wie in "AB"] == [LEEG, LEEG]
