"""Sharing out from rule text to result, worked out by hand. [4.7]"""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model import taal
from tests.model.taal import regel
from tests.plan.hulp import code, reken
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.model import Model
from wetsanalyse.plan.ops import LEEG

F = Fraction
G, X, Y, Z = "GXYZ"
OBJECTEN = ((G, "Gemeente"), (X, "Aanvraag"), (Y, "Aanvraag"), (Z, "Aanvraag"))
ZAKEN = tuple(("behandeling", (G, z)) for z in (X, Y, Z))
EXTRA = """\
Extensie van objecttype de Aanvraag
    het deel	Numeriek (getal) met eenheid u;
    de grens	Numeriek (geheel getal) met eenheid u;
    de minuten	Numeriek (getal) met eenheid minuut;
"""
REST = "Als onverdeelde rest blijft de rest van de Gemeente over"


def wet(*streepjes: str, naar: str = "uren", rest: str = REST, indien: str = "") -> Model:
    """``streepjes``: one of them is the whole way; more stand in a list."""
    begin = (
        f"Het budget van een Gemeente wordt verdeeld over de {naar} van alle zaken van de Gemeente"
    )
    if len(streepjes) == 1 and not rest:
        return taal.goed(EXTRA, regel(f"{begin}, waarbij wordt verdeeld {streepjes[0]}{indien}."))
    lijst = ",\n".join(f"    - {s}" for s in streepjes)
    slot = f".\n{rest}{indien}." if rest else f"{indien}."
    return taal.goed(EXTRA, regel(f"{begin}, waarbij wordt verdeeld:\n{lijst}{slot}"))


def verdeeld(model: Model, budget: Any, naar: str = "uren", **per_zaak: Any) -> list[Any]:
    """The shares of X, Y and Z, and the rest. ``per_zaak``: attribute -> three values."""
    namen = {"gewicht": "gevraagde uren", "urgentie": "urgentie", "grens": "grens"}
    invoer = {
        (z, namen[wat]): w
        for wat, waarden in per_zaak.items()
        for z, w in zip((X, Y, Z), waarden, strict=True)
        if w is not None
    }
    if budget is not None:
        invoer[G, "budget"] = budget
    uit = reken(model, OBJECTEN, ZAKEN, invoer)
    return [*(code(uit.waarde(z, naar)) for z in (X, Y, Z)), code(uit.waarde(G, "rest"))]


@pytest.mark.constructie("R-187", stap="rekent")
def test_in_gelijke_delen() -> None:
    gelijk = wet("in gelijke delen", rest="")
    assert verdeeld(gelijk, 99) == [33, 33, 33, LEEG]
    # 100 over three is no whole number of hours: the attribute does not take it.
    assert verdeeld(gelijk, 100)[:3] == ["DECIMALEN"] * 3
    breuk = taal.goed(EXTRA, regel(
        "Het budget van een Gemeente wordt verdeeld over het deel van alle zaken van de Gemeente, "
        "waarbij wordt verdeeld in gelijke delen."))  # fmt: skip
    assert verdeeld(breuk, 100, "deel")[:3] == [F(100, 3)] * 3


@pytest.mark.constructie("R-188", "R-193", "R-194", stap="rekent")
def test_naar_rato_afgerond_met_een_rest() -> None:
    """101 by 3 : 2 : 0 is 60,6 and 40,4: rounded down 60 and 40, and 1 is left."""
    rato = wet("naar rato van de gevraagde uren", "afgerond op 0 decimalen naar beneden")
    assert verdeeld(rato, 101, gewicht=(3, 2, 0)) == [60, 40, 0, 1]
    assert verdeeld(rato, 100, gewicht=(3, 2, 0)) == [60, 40, 0, 0]


@pytest.mark.constructie("R-192", "R-195", stap="rekent")
def test_een_maximum_wordt_niet_herverdeeld() -> None:
    """900 by 2 : 1 : 3 is 300, 150 and 450; with at most 300 each 150 is left over."""
    model = wet("naar rato van de gevraagde uren", "met een maximum van de grens")
    assert verdeeld(model, 900, gewicht=(2, 1, 3), grens=(300, 300, 300)) == [300, 150, 300, 150]
    assert verdeeld(model, 600, gewicht=(2, 1, 3), grens=(300, 300, 300)) == [200, 100, 300, 0]


@pytest.mark.constructie("R-189", "R-190", "R-191", stap="rekent")
@pytest.mark.parametrize(
    ("richting", "verwacht"),
    [
        # First Z: 40 of 100; then X and Y share 60 by 1 : 3, of which Y may have 30.
        ("toenemende", [15, 30, 40, 15]),
        # First X and Y share 100 by 1 : 3: 25, and 75 of which 30; then Z gets 40 of 45.
        ("afnemende", [25, 30, 40, 5]),
    ],
)
def test_op_volgorde(richting: str, verwacht: list[int]) -> None:
    model = wet(
        f"op volgorde van {richting} de urgentie",
        "bij een even groot criterium naar rato van de gevraagde uren",
        "met een maximum van de grens",
    )
    gegeven: dict[str, Any] = {"gewicht": (1, 3, 7), "urgentie": (2, 2, 1), "grens": (50, 30, 40)}
    assert verdeeld(model, 100, **gegeven) == verwacht


@pytest.mark.constructie("R-191", stap="rekent")
def test_op_volgorde_in_gelijke_delen() -> None:
    """Without a maximum the first group takes all; what rounding leaves goes to the next."""
    model = wet(
        "op volgorde van toenemende de urgentie",
        "bij een even groot criterium in gelijke delen",
        "afgerond op 0 decimalen naar beneden",
    )
    assert verdeeld(model, 11, urgentie=(1, 1, 2)) == [5, 5, 1, 0]
    assert verdeeld(model, 11, urgentie=(1, 1, 1)) == [3, 3, 3, 2]


@pytest.mark.constructie("R-196", stap="rekent")
@pytest.mark.parametrize(
    ("budget", "gegeven", "verwacht"),
    [
        (None, {}, [LEEG] * 4),
        (10, {"gewicht": (1, 1, None)}, ["VD-GEWICHT"] * 4),
        (10, {"gewicht": (1, 1, -1)}, ["VD-GEWICHT"] * 4),
        (10, {"gewicht": (0, 0, 0)}, ["VD-GEWICHT"] * 4),
        (10, {"urgentie": (1, None, 1)}, ["VD-VOLGORDE-LEEG"] * 4),
        (10, {"grens": (None, 9, 9)}, ["VD-MAXIMUM"] * 4),
        (10, {"grens": (-1, 9, 9)}, ["VD-MAXIMUM"] * 4),
        (-1, {}, ["VD-PLAFOND"] * 4),
        (0, {}, [0, 0, 0, 0]),
    ],
)
def test_wat_er_ontbreekt_of_niet_kan(
    budget: Any, gegeven: dict[str, Any], verwacht: list[Any]
) -> None:
    model = wet(
        "op volgorde van toenemende de urgentie",
        "bij een even groot criterium naar rato van de gevraagde uren",
        "met een maximum van de grens",
    )
    goed: dict[str, Any] = {"gewicht": (1, 1, 1), "urgentie": (1, 1, 1), "grens": (9, 9, 9)}
    assert verdeeld(model, budget, **(goed | gegeven)) == verwacht


@pytest.mark.constructie("R-194", stap="rekent")
def test_zonder_ontvangers_is_alles_rest() -> None:
    model = wet("naar rato van de gevraagde uren", "afgerond op 0 decimalen naar beneden")
    uit = reken(model, OBJECTEN, (), {(G, "budget"): 8, (X, "uren"): 3})
    assert uit.waarde(G, "rest") == 8
    # Who gets nothing keeps what was given.
    assert uit.waarde(X, "uren") == 3


def test_een_verdeling_die_niet_vuurt_laat_alles_staan() -> None:
    begin = (
        "Het budget van een Gemeente wordt verdeeld over de uren van alle zaken van de Gemeente, "
        "waarbij wordt verdeeld in gelijke delen\n"
        "indien de rest van de Gemeente groter is dan 4 u."
    )
    model = taal.goed(regel(begin))
    for rest, uren in ((4, [1, LEEG, LEEG]), (5, [3, 3, 3])):
        invoer = {(G, "budget"): 9, (G, "rest"): rest, (X, "uren"): 1}
        uit = reken(model, OBJECTEN, ZAKEN, invoer)
        assert [uit.waarde(z, "uren") for z in (X, Y, Z)] == uren


def test_het_deel_in_een_andere_eenheid() -> None:
    """7 hours over three is 140 minutes each; nothing is left."""
    zin = (
        "Het budget van een Gemeente wordt verdeeld over de minuten van alle zaken van de Gemeente,"
        " waarbij wordt verdeeld:\n    - in gelijke delen,\n"
        "    - afgerond op 0 decimalen naar beneden.\n" + REST + "."
    )
    model = taal.goed(
        EXTRA.replace("de minuten	Numeriek (getal)", "de minuten	Numeriek (geheel getal)"),
        regel(zin),
    )
    invoer: dict[tuple[str, str], Any] = {(G, "budget"): 7}
    uit = reken(model, OBJECTEN, ZAKEN, invoer)
    assert [uit.waarde(z, "minuten") for z in (X, Y, Z)] == [140] * 3
    assert uit.waarde(G, "rest") == 0


def test_verdelen_gaat_per_periode() -> None:
    """10 a month by 1 : 2 is 3,33 and 6,67, so 3 and 6, and 1 is left; later 12 is 4 and 8."""
    extra = (
        "Extensie van objecttype de Gemeente\n"
        "    het maandgeld\tNumeriek (getal) met eenheid €/mnd voor elke maand;\n"
        "    de maandrest\tNumeriek (getal) met eenheid €/mnd voor elke maand;\n"
        "Extensie van objecttype de Aanvraag\n"
        "    het maanddeel\tNumeriek (geheel getal) met eenheid €/mnd voor elke maand;\n"
    )
    zin = (
        "Het maandgeld van een Gemeente wordt verdeeld over het maanddeel van alle zaken van de "
        "Gemeente, waarbij wordt verdeeld:\n    - naar rato van de gevraagde uren,\n"
        "    - afgerond op 0 decimalen naar beneden.\n"
        "Als onverdeelde rest blijft de maandrest van de Gemeente over."
    )
    begin, daarna = date(2025, 1, 1).toordinal(), date(2025, 3, 1).toordinal()
    maandgeld = Tijdwaarde((begin, daarna), (None, F(10), F(12)))
    invoer = {
        (G, "maandgeld"): maandgeld, (X, "gevraagde uren"): 1, (Y, "gevraagde uren"): 2,
        (Z, "gevraagde uren"): 0,
    }  # fmt: skip
    uit = reken([extra, regel(zin)], OBJECTEN, ZAKEN, invoer)

    def in_de_tijd(*waarden: Any) -> Tijdwaarde:
        return Tijdwaarde((begin, daarna), (LEEG, *waarden))

    assert uit.waarde(X, "maanddeel") == in_de_tijd(3, 4)
    assert uit.waarde(Y, "maanddeel") == in_de_tijd(6, 8)
    assert uit.waarde(G, "maandrest") == in_de_tijd(1, 0)


def test_wie_door_een_regel_ontvanger_wordt() -> None:
    """Only who is there counts; the weight of the others is not even asked for."""
    extra = (
        "Feittype selectie\n    de kiezer\tGemeente\n"
        "    de gekozen zaak (mv: gekozen zaken)\tAanvraag\n"
        "één kiezer kiest meerdere gekozen zaken\n"
    )
    kies = regel("Een gekozen zaak van een Gemeente is een zaak van de Gemeente "
                 "indien de zaak volledig is.", "kies")  # fmt: skip
    deel = regel(
        "Het budget van een Gemeente wordt verdeeld over de uren van alle gekozen zaken van de "
        "Gemeente, waarbij wordt verdeeld naar rato van de gevraagde uren.",
        "deel",
    )
    invoer = {
        (G, "budget"): 12, (X, "volledig"): True, (Y, "volledig"): True,
        (X, "gevraagde uren"): 1, (Y, "gevraagde uren"): 2,
    }  # fmt: skip
    uit = reken([extra, kies, deel], OBJECTEN, ZAKEN, invoer)
    assert [uit.waarde(z, "uren") for z in (X, Y, Z)] == [4, 8, LEEG]
    invoer[Z, "volledig"] = True
    uit = reken([extra, kies, deel], OBJECTEN, ZAKEN, invoer)
    assert [code(uit.waarde(z, "uren")) for z in (X, Y, Z)] == ["VD-GEWICHT"] * 3


_MODEL: list[Model] = []


@given(
    st.randoms(use_true_random=False),
    st.integers(0, 500),
    st.lists(st.tuples(st.integers(1, 20), st.integers(0, 3), st.integers(0, 99)),
             min_size=3, max_size=3),
)  # fmt: skip
@pytest.mark.constructie("R-267", stap="rekent")
def test_er_gaat_niets_verloren_en_de_volgorde_telt_niet(
    rng: random.Random, budget: int, rijen: list[tuple[int, int, int]]
) -> None:
    """Shares and rest add up to the budget, nobody gets more than the maximum, and the order in
    which objects and facts are given does not count."""
    if not _MODEL:
        _MODEL.append(
            wet(
                "op volgorde van afnemende de urgentie",
                "bij een even groot criterium naar rato van de gevraagde uren",
                "met een maximum van de grens",
                "afgerond op 0 decimalen naar beneden",
            )
        )
    invoer: dict[tuple[str, str], Any] = {(G, "budget"): budget}
    for z, (gewicht, urgentie, grens) in zip((X, Y, Z), rijen, strict=True):
        invoer |= {(z, "gevraagde uren"): gewicht, (z, "urgentie"): urgentie, (z, "grens"): grens}

    def uren(objecten: Any, feiten: Any) -> dict[str, Any]:
        uit = reken(_MODEL[0], objecten, feiten, invoer)
        return {**{z: uit.waarde(z, "uren") for z in (X, Y, Z)}, G: uit.waarde(G, "rest")}

    eerst = uren(OBJECTEN, ZAKEN)
    assert sum(eerst.values()) == budget
    assert all(0 <= eerst[z] <= rij[2] for z, rij in zip((X, Y, Z), rijen, strict=True))
    objecten, feiten = list(OBJECTEN), list(ZAKEN)
    rng.shuffle(objecten)
    rng.shuffle(feiten)
    assert uren(objecten, feiten) == eerst
