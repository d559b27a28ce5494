"""Random households for any model: objects, facts and inputs by what the model declares."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from wetsanalyse.model.cellen import alle_cellen, celnaam
from wetsanalyse.model.feiten import Casus, Feit, Huishouden, Tijdwaarde
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.model.lezen_termen import gezet_door
from wetsanalyse.model.model import Feittype, Model
from wetsanalyse.model.types import Soort, Type

DATUMS = [date(2024, 2, 29), date(2025, 1, 1), date(2023, 12, 31), date(2025, 6, 15),
          date(2024, 7, 1), date(2026, 3, 31)]  # fmt: skip
GETALLEN = [Fraction(n, d) for n, d in
            ((0, 1), (1, 1), (2, 1), (3, 1), (12, 1), (100, 1), (40_000, 1), (-5, 1), (5, 2),
             (333, 100), (1, 3))]  # fmt: skip
TEKSTEN = ["", "123456782", "12345", "1234 AB"]
KNIPS = {
    "dag": [date(2024, 1, 15), date(2024, 2, 29), date(2024, 6, 30), date(2025, 3, 1)],
    "maand": [date(2024, 2, 1), date(2024, 5, 1), date(2025, 1, 1), date(2025, 6, 1)],
    "kwartaal": [date(2024, 1, 1), date(2024, 7, 1), date(2025, 4, 1)],
    "jaar": [date(2024, 1, 1), date(2025, 1, 1)],
}


def passende(type_: Type, model: Model) -> list[Any]:
    """Inputs that this type takes. [1.4]"""
    if type_.soort is Soort.BOOLEAN:
        return [True, False]
    if type_.soort is Soort.ENUMERATIE:
        return list(model.enumeraties[type_.domein or ""])
    if type_.soort is Soort.DATUM:
        return [d.toordinal() for d in DATUMS]
    if type_.soort is Soort.DATUMTIJD:
        return [d.toordinal() + Fraction(45_296_789, 86_400_000) for d in DATUMS]
    if type_.soort is Soort.TEKST:
        return TEKSTEN
    procent = type_.soort is Soort.PERCENTAGE
    getallen = [g / 100 for g in GETALLEN] if procent else GETALLEN
    if type_.decimalen is not None:
        schaal = 10 ** (type_.decimalen + 2 * procent)
        getallen = [g for g in getallen if (g * schaal).denominator == 1]
    return [g for g in getallen if _in_bereik(g, type_.bereik)]


def _in_bereik(getal: Fraction, bereik: str | None) -> bool:
    if bereik == "positief":
        return getal > 0
    if bereik == "negatief":
        return getal < 0
    return bereik is None or getal >= 0


def _gegeven(draw: Any, kan: list[Any], korrel: Korrel | None, leeg: Any) -> Any:
    """A value, or one over time where the timeline is one of the calendar."""
    waarde = draw(st.sampled_from(kan))
    if korrel is None or korrel not in map(Korrel, KNIPS) or draw(st.integers(1, 3)) == 1:
        return waarde
    dagen = sorted(draw(st.sets(st.sampled_from(KNIPS[korrel.maat]), min_size=1, max_size=3)))
    waarden = [draw(st.sampled_from([waarde, leeg, *kan])) for _ in range(len(dagen) + 1)]
    return Tijdwaarde(tuple(d.toordinal() for d in dagen), tuple(waarden))


def _feiten(draw: Any, feittype: Feittype, per_type: dict[str, list[str]]) -> list[Feit]:
    """Facts that keep to the cardinality of both roles."""
    links, rechts = feittype.rollen
    bezet: set[tuple[int, str]] = set()
    uit: list[Feit] = []
    for a in per_type.get(links.objecttype, []):
        for b in per_type.get(rechts.objecttype, []):
            vrij = (rechts.meerdere or (0, a) not in bezet) and (
                links.meerdere or (1, b) not in bezet
            )
            if feittype.wederkerig:
                vrij = vrij and (1, a) not in bezet and (0, b) not in bezet and a < b
            if a != b and vrij and draw(st.integers(1, 3)) > 1:
                uit.append(Feit(feittype.naam, (a, b)))
                bezet |= {(0, a), (1, b)}
    return uit


@st.composite
def burgers(
    draw: Any, model: Model, typen: tuple[tuple[str, int], ...], dag: date, leeg_een_op: int = 4
) -> Casus:
    """``typen``: of which types there are objects in a case, and at most how many. Of what no
    rule sets, one in ``leeg_een_op`` is not given; of what a rule sets most is not."""
    gezet = {e for v in model.versies_op(dag) for e in gezet_door(v)}
    objecten = [
        (f"{type_[0]}{type_[1]}{i}".upper(), type_)
        for type_, hoogstens in typen
        for i in range(draw(st.integers(0, hoogstens)))
    ]
    per_type: dict[str, list[str]] = {}
    for naam, type_ in objecten:
        per_type.setdefault(type_, []).append(naam)
    feiten = [f for ft in model.feittypen.values() for f in _feiten(draw, ft, per_type)]
    invoer: dict[tuple[str, str], Any] = {}
    for naam, type_ in objecten:
        soort = model.objecttypen[type_]
        for attribuut in soort.attributen.values():
            for cel in alle_cellen(attribuut, model.dimensies):
                zelf_gezet = (type_, attribuut.naam) in gezet
                een = draw(st.integers(1, 6 if zelf_gezet else leeg_een_op)) == 1
                if een == zelf_gezet:
                    kan = passende(attribuut.type, model)
                    sleutel = naam, celnaam(attribuut.naam, cel, model.dimensies)
                    invoer[sleutel] = _gegeven(draw, kan, attribuut.tijdlijn, None)
        for kenmerk in soort.kenmerken.values():
            if draw(st.booleans()):
                invoer[naam, kenmerk.naam] = _gegeven(draw, [True, False], kenmerk.tijdlijn, False)
    oordelen = {(norm, naam): draw(st.booleans()) for norm in model.open_normen
                for naam, _ in objecten}  # fmt: skip
    return Casus(dag, Huishouden(tuple(objecten), tuple(feiten)), invoer, oordelen)
