"""Rules and what stands in them: validity, order, subsets, enumerations. [2, 3]"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.model.taal import regel
from tests.plan.proef import LEEG, WIE, foutcode, uitslag, waarde
from wetsanalyse.model.casus import Feit, Huishouden

TELLING = "De telling van een Aanvrager moet gesteld worden op {}."
SCHULD = "De schuld van een Aanvrager moet berekend worden als {}."

# ------------------------------------------------------------------ rules [2.1]


@pytest.mark.constructie("R-084", stap="rekent")
def test_de_naam_van_een_regel_staat_bij_zijn_uitkomst() -> None:
    eerst = regel("De telling van een Aanvrager moet gesteld worden op 1.", "eerst (artikel 1)")
    dan = regel(
        "De schuld van een Aanvrager moet gesteld worden op 5 €\n"
        "indien regelversie eerst (artikel 1) gevuurd is.",
        "dan",
    )
    uit = uitslag(eerst, dan)
    assert uit.waarde("A", "schuld") == 5
    slot = uit.plan.eigenschappen["A", "telling"]
    assert uit.regels(slot) == {"eerst (artikel 1)"}


@pytest.mark.constructie("R-086", "R-088", stap="rekent")
@pytest.mark.parametrize(
    ("geldig", "wel", "niet"),
    [
        ("altijd", [(1900, 1, 1), (2025, 6, 1), (2199, 12, 31)], []),
        (
            "vanaf 15-1-2024 t/m 20-3-2024",
            [(2024, 1, 15), (2024, 3, 20)],
            [(2024, 1, 14), (2024, 3, 21)],
        ),
        # A year as a bound is its first and its last day.
        ("vanaf 2023 t/m 2024", [(2023, 1, 1), (2024, 12, 31)], [(2022, 12, 31), (2025, 1, 1)]),
        ("vanaf 29-2-2024 t/m 29-2-2024", [(2024, 2, 29)], [(2024, 2, 28), (2024, 3, 1)]),
    ],
)
def test_wanneer_een_regel_geldt(
    geldig: str, wel: list[tuple[int, int, int]], niet: list[tuple[int, int, int]]
) -> None:
    zin = regel(TELLING.format(4), geldig=geldig)
    invoer = {("A", "telling"): 9}
    assert [waarde("A", "telling", zin, op=date(*d)) for d in wel] == [4] * len(wel)
    # Out of force it does nothing: what was given stays.
    assert [waarde("A", "telling", zin, op=date(*d), invoer=invoer) for d in niet] == (
        [9] * len(niet)
    )


@pytest.mark.constructie("R-091", stap="rekent")
def test_een_regel_loopt_voor_elk_onderwerp() -> None:
    zin = regel("De leeftijd van een Kind moet berekend worden als zijn leeftijd van vroeger.")
    extra = (
        "Extensie van objecttype het Kind\n"
        "    de leeftijd van vroeger\tNumeriek (geheel getal) met eenheid jr;\n"
    )
    invoer = {("K", "leeftijd van vroeger"): 3, ("L", "leeftijd van vroeger"): 4}
    wie = Huishouden((*WIE.objecten, ("M", "Kind")), WIE.feiten)
    uit = uitslag(extra, zin, invoer=invoer, wie=wie)
    # Every Kind, also one without parents; and no Aanvrager.
    assert [uit.waarde(naam, "leeftijd") for naam in "KLM"] == [3, 4, LEEG]
    assert uit.waarde("A", "leeftijd") is LEEG
    # A kind van een ouder is only who has one.
    paar = regel("Het spaargeld van een kind van een Aanvrager moet gesteld worden op 7 €.")
    uit = uitslag(paar, wie=wie)
    assert [uit.waarde(naam, "spaargeld") for naam in "KLM"] == [7, 7, LEEG]


# ------------------------------------------------------------------ order in a rule [2.2]

PER_KIND = """\
De schuld van een Aanvrager moet berekend worden als B
indien er aan alle volgende voorwaarden wordt voldaan:
    • {}
    • {}
Daarbij geldt:
    N is zijn telling
    B is zijn tegoed gedeeld door N."""
N, B = "N is groter dan 0", "B is groter dan 10 €"


@pytest.mark.constructie("R-093", stap="rekent")
@pytest.mark.parametrize(("lijst", "nul"), [((N, B), LEEG), ((B, N), "DELEN-DOOR-NUL")])
def test_een_variabele_pas_als_zij_nodig_is(lijst: tuple[str, str], nul: Any) -> None:
    zin = regel(PER_KIND.format(*lijst))

    def schuld(aantal: int) -> Any:
        invoer = {("A", "telling"): aantal, ("A", "tegoed"): 44}
        uit = waarde("A", "schuld", zin, invoer=invoer)
        return foutcode(uit) if hasattr(uit, "code") else uit

    # 44 over 2, 4 and 5 is 22, 11 and less than 10; over 0 it is only asked if it comes first.
    assert [schuld(n) for n in (2, 4, 5, 0)] == [22, 11, LEEG, nul]


@pytest.mark.constructie("R-093", stap="rekent")
def test_een_variabele_van_een_regel_die_niet_vuurt() -> None:
    zin = regel(
        "De schuld van een Aanvrager moet berekend worden als B\nindien hij verzekerd is\n"
        "Daarbij geldt:\n    B is 6 € gedeeld door zijn telling."
    )
    nul = {("A", "telling"): 0}
    assert waarde("A", "schuld", zin, invoer=nul) is LEEG
    assert foutcode(waarde("A", "schuld", zin, invoer={**nul, ("A", "verzekerd"): True})) == (
        "DELEN-DOOR-NUL"
    )


# ------------------------------------------------------------------ arithmetic [3.2]


@pytest.mark.constructie("R-105", stap="rekent")
@pytest.mark.parametrize(
    ("som", "getal"),
    [
        ("3 maal 5 min 4", 11),
        ("2 plus 3 maal 4", 14),
        ("20 min 5 min 3", 12),
        ("20 min 5 plus 3", 18),
        ("20 verminderd met 5 plus 3", 18),
        ("12 gedeeld door 2 maal 3", 18),
        ("12 gedeeld door 2 gedeeld door 3", 2),
        ("10 min 12 gedeeld door 4", 7),
        ("2 maal 3 tot de macht 2 rekenkundig afgerond op 0 decimalen", 18),
        ("1 plus de wortel van 16 rekenkundig afgerond op 0 decimalen maal 2", 9),
    ],
)
def test_wat_eerst_gaat(som: str, getal: int) -> None:
    zin = regel(f"Het deel van een Aanvrager moet berekend worden als {som}.")
    assert waarde("A", "deel", zin) == getal


# ------------------------------------------------------------------ a part of a group [3.5]

# K is a child of 11 with 6 €, L one of 12 with 5 €; M, of B, has nothing known but his age.
KINDEREN = Huishouden((*WIE.objecten, ("M", "Kind")), (*WIE.feiten, Feit("gezin", ("B", "M"))))
GEGEVEN = {
    ("K", "leeftijd"): 11, ("K", "spaargeld"): 6, ("K", "thuiswonend"): True,
    ("L", "leeftijd"): 12, ("L", "spaargeld"): 5,
    ("M", "leeftijd"): 11, ("A", "leeftijd"): 40, ("A", "tegoed"): 100,
}  # fmt: skip


def per_ouder(uitdrukking: str, doel: str = TELLING) -> list[Any]:
    eigenschap = "telling" if doel is TELLING else "schuld"
    uit = uitslag(regel(doel.format(uitdrukking)), wie=KINDEREN, invoer=GEGEVEN)
    return [uit.waarde(wie, eigenschap) for wie in "AB"]


@pytest.mark.constructie("R-134", stap="rekent")
@pytest.mark.parametrize(
    ("predicaat", "aantallen"), [("thuiswonend", [1, 0]), ("niet thuiswonend", [1, 1])]
)
def test_die_met_een_kenmerk(predicaat: str, aantallen: list[int]) -> None:
    assert per_ouder(f"het aantal kinderen van de Aanvrager die {predicaat} zijn") == aantallen


@pytest.mark.constructie("R-134", "R-137", stap="rekent")
def test_die_met_een_vergelijking() -> None:
    """In the list hij is the child of 11 or 12, not the parent of 40."""
    zin = (
        "de som van het spaargeld van de kinderen van de Aanvrager "
        "die aan de volgende voorwaarde voldoen:\n    • zijn leeftijd is kleiner dan {} jr"
    )
    assert per_ouder(zin.format(11), SCHULD) == [LEEG, LEEG]
    assert per_ouder(zin.format(12), SCHULD) == [6, LEEG]
    assert per_ouder(zin.format(13), SCHULD) == [11, LEEG]


@pytest.mark.constructie("R-136", "R-137", stap="rekent")
@pytest.mark.parametrize(
    ("kop", "aantallen"),
    [
        ("alle volgende voorwaarden voldoen", [1, 0]),
        ("ten minste één van de volgende voorwaarden voldoen", [2, 1]),
        ("precies één van de volgende voorwaarden voldoen", [1, 1]),
        ("geen van de volgende voorwaarden voldoen", [0, 0]),
    ],
)
def test_die_met_een_lijst(kop: str, aantallen: list[int]) -> None:
    """K is young and at home, L has 5 €, M is young."""
    zin = (
        f"het aantal kinderen van de Aanvrager die aan {kop}:\n"
        "    • zijn leeftijd is kleiner dan 12 jr\n"
        "    • er wordt voldaan aan ten minste één van de volgende voorwaarden:\n"
        "        •• hij is thuiswonend\n"
        "        •• zijn spaargeld is gelijk aan 5 €"
    )
    assert per_ouder(zin) == aantallen


@pytest.mark.constructie("R-137", stap="rekent")
def test_binnen_die_is_de_ouder_met_zijn_naam_te_noemen() -> None:
    zin = (
        "het aantal kinderen van de Aanvrager die aan de volgende voorwaarde voldoen:\n"
        "    • (zijn spaargeld maal 18) is groter dan het tegoed van de Aanvrager"
    )
    # 6 times 18 is 108 and 5 times 18 is 90, against 100 €.
    assert per_ouder(zin) == [1, 0]


# ------------------------------------------------------------------ enumerations [3.6]


@pytest.mark.constructie("R-138", stap="rekent")
def test_waarden_op_een_rij() -> None:
    drie = "de maximale waarde van zijn tegoed, zijn schuld en het tegoed van zijn partner"
    zin = regel(f"Het geld van een Aanvrager moet berekend worden als {drie}.")
    extra = "Extensie van objecttype de Aanvrager\n    het geld\tNumeriek (getal) met eenheid €;\n"
    wie = (("A", "tegoed"), ("A", "schuld"), ("B", "tegoed"))
    for hoogste in wie:
        invoer = dict.fromkeys(wie, 3) | {hoogste: 8}
        assert waarde("A", "geld", extra, zin, invoer=invoer) == 8
    assert waarde("A", "geld", extra, zin, invoer={wie[1]: -2}) == -2
    twee = zin.replace(drie, "de som van zijn tegoed en zijn schuld")
    assert waarde("A", "geld", extra, twee, invoer={wie[0]: 3, wie[1]: 4, wie[2]: 9}) == 7


@pytest.mark.constructie("R-138", stap="rekent")
def test_objecten_op_een_rij_tellen_elk_een_keer() -> None:
    samen = regel(TELLING.format("het aantal (zijn partner en de kostendelers van de Aanvrager)"))
    feiten = [Feit("kostendeling", ("A", "B")), Feit("kostendeling", ("A", "C"))]
    for aantal in (0, 1, 2):
        wie = Huishouden((*WIE.objecten, ("C", "Aanvrager")), (*WIE.feiten, *feiten[:aantal]))
        # B is the partner already; only C is one more.
        assert waarde("A", "telling", samen, wie=wie) == (1, 1, 2)[aantal]


# ------------------------------------------------------------------ dates [3.9, A-4]


@pytest.mark.constructie("R-153", "R-154", stap="rekent")
@pytest.mark.parametrize("op", [date(2024, 12, 31), date(2025, 1, 1), date(2024, 2, 29)])
def test_de_dag_waarop_gerekend_wordt(op: date) -> None:
    dag = regel("De ingangsdatum van een Aanvrager moet gesteld worden op de Rekendatum.", "dag")
    kaal = regel("De geboortedatum van een Aanvrager moet gesteld worden op Rekendatum.", "kaal")
    jaar = regel("De telling van een Aanvrager moet gesteld worden op het Rekenjaar.", "jaar")
    uit = uitslag(dag, kaal, jaar, op=op)
    assert uit.waarde("A", "ingangsdatum") == uit.waarde("A", "geboortedatum") == op.toordinal()
    assert uit.waarde("A", "telling") == op.year


PASEN = [
    (1818, date(1818, 3, 22)),  # the earliest that there is
    (2000, date(2000, 4, 23)),
    (2024, date(2024, 3, 31)),
    (2025, date(2025, 4, 20)),
    (2038, date(2038, 4, 25)),  # … and the latest
]


@pytest.mark.constructie("X-10", stap="rekent")
@pytest.mark.parametrize(("jaar", "pasen"), PASEN)
def test_pasen_zonder_haakjes(jaar: int, pasen: date) -> None:
    zin = "De ingangsdatum van een Aanvrager moet gesteld worden op de eerste paasdag van {}."
    assert waarde("A", "ingangsdatum", regel(zin.format(jaar))) == pasen.toordinal()
    zijn = regel(zin.format("zijn telling"))
    assert waarde("A", "ingangsdatum", zijn, invoer={("A", "telling"): jaar}) == pasen.toordinal()
    assert waarde("A", "ingangsdatum", zijn) is LEEG
    reken = regel(zin.format("Rekenjaar"))
    assert waarde("A", "ingangsdatum", reken, op=date(jaar, 12, 1)) == pasen.toordinal()


# ------------------------------------------------------------------ ordinals


@pytest.mark.constructie("X-03", stap="rekent")
@pytest.mark.parametrize(
    ("welke", "verwacht"),
    [
        ("het eerstgenoemde tegoed", 8),
        ("het als tweede genoemde tegoed", 3),
        ("het als 1e genoemde tegoed", 8),
        ("het laatstgenoemde tegoed", 3),
    ],
)
def test_welk_attribuut_bedoeld_is(welke: str, verwacht: int) -> None:
    """The tegoed of the partner (8) is named first, that of himself (3) next."""
    zin = regel(
        f"De schuld van een Aanvrager moet gesteld worden op {welke}\n"
        "indien het tegoed van zijn partner groter is dan zijn tegoed."
    )
    invoer = {("A", "tegoed"): 3, ("B", "tegoed"): 8}
    assert waarde("A", "schuld", zin, invoer=invoer) == verwacht
    # For B the condition is not true.
    assert waarde("B", "schuld", zin, invoer=invoer) is LEEG
