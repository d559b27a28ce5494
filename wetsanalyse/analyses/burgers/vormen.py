"""Which citizens are looked at, and along which axes. Thresholds and shapes come from the
model and its scenarios, never from chance, so that a run can be repeated."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from math import ceil, floor
from types import MappingProxyType
from typing import Any

from wetsanalyse.analyses.burgers.geraden import geraden
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.model.cellen import attribuutcellen, lid_van
from wetsanalyse.model.gevolgen import Objectcreatie
from wetsanalyse.model.model import Attribuut, Bereik, Kenmerk, Model, Rol
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.model.types import Soort
from wetsanalyse.plan.bewaard import Bewaard
from wetsanalyse.plan.invoer import is_invoer
from wetsanalyse.plan.lower import Plan
from wetsanalyse.run.toestanden import Plannen, bekend

Invoer = dict[tuple[str, str], Any]
PER_VORM = 24
"""At most so many citizens for one household shape, beside those of scenarios."""
UIT_SCENARIOS = 8
"""At most so many citizens of scenarios for one household shape: spread over all of them."""


@dataclass(frozen=True, slots=True)
class Domein:
    """The range of one input attribute. ``verklaard``: it stands in an Invoerbereik."""

    bereik: Bereik
    verklaard: bool


def domeinen(plan: Plan) -> Mapping[tuple[str, str], Domein]:
    """The range of every numeric or date input that no rule sets."""
    return _DOMEINEN.haal(plan, None, lambda: MappingProxyType(_domeinen(plan)))


_DOMEINEN: Bewaard[Plan, Mapping[tuple[str, str], Domein]] = Bewaard(64)


def _domeinen(plan: Plan) -> dict[tuple[str, str], Domein]:
    gevonden: dict[tuple[str, str], Domein] = {}
    for naam in plan.model.objecttypen:
        verklaard = plan.model.invoerbereiken.get(naam)
        eigen = {b.attribuut: b for b in verklaard.bereiken} if verklaard else {}
        for eigenschap, attribuut in attribuutcellen(plan.model, naam):
            if attribuut.naam in eigen:
                gevonden[naam, eigenschap] = Domein(eigen[attribuut.naam], True)
            elif is_invoer(plan, naam, attribuut.naam) and _heeft_maat(attribuut):
                gevonden[naam, eigenschap] = Domein(geraden(plan, attribuut), False)
    return gevonden


def _heeft_maat(attribuut: Attribuut) -> bool:
    return attribuut.type.is_getal or attribuut.type.is_tijd


def rooster(bereik: Bereik) -> tuple[int, int]:
    """The axis in whole legal units."""
    return ceil(bereik.van / bereik.per), floor(bereik.tot / bereik.per)


def op_rooster(bereik: Bereik, waarde: Fraction) -> Fraction:
    laag, hoog = rooster(bereik)
    return min(max(floor(waarde / bereik.per), laag), hoog) * bereik.per


# ------------------------------------------------------------------ shapes


def burgers(plan: Plan, scenarios: Sequence[Scenario]) -> tuple[Casus, ...]:
    """The citizens to sweep around: those of the scenarios, then for each household shape the
    modal one and its variants. In a fixed order, each once."""
    bereik = domeinen(plan)
    gevonden: dict[Any, Casus] = {}
    vormen: dict[Any, Casus] = {}
    eigen: dict[Any, list[Casus]] = {}
    for scenario in scenarios:
        casus = bekend(Plannen.vanaf(plan), replace(scenario.casus, rekendatum=plan.rekendatum))
        vorm = _vorm(plan, casus)
        if scenario.casus.rekendatum == plan.rekendatum and not casus.parameters:
            eigen.setdefault(vorm, []).append(casus)
        vormen.setdefault(vorm, replace(casus, parameters=MappingProxyType({})))
    for groep in eigen.values():
        for casus in _gespreid(groep, UIT_SCENARIOS):
            gevonden.setdefault(_sleutel(casus), casus)
    for casus in _bedacht(plan):
        vormen.setdefault(_vorm(plan, casus), casus)
    for vorm in vormen.values():
        for casus in list(_varianten(plan, vorm, bereik))[:PER_VORM]:
            gevonden.setdefault(_sleutel(casus), casus)
    return tuple(gevonden.values())


def _gespreid(groep: list[Casus], hoogstens: int) -> list[Casus]:
    if len(groep) <= hoogstens:
        return groep
    return [groep[i * (len(groep) - 1) // (hoogstens - 1)] for i in range(hoogstens)]


def _sleutel(casus: Casus) -> Any:
    return casus.huishouden, tuple(sorted((k, str(v)) for k, v in casus.invoer.items()))


def _vorm(plan: Plan, casus: Casus) -> Any:
    """What is not a number: objects, facts, kenmerken, texts."""
    typen = casus.huishouden.typen
    vast = [
        (sleutel, str(waarde))
        for sleutel, waarde in casus.invoer.items()
        if isinstance(lid := lid_van(plan.model, typen[sleutel[0]], sleutel[1]), Kenmerk)
        or not _heeft_maat(lid)
    ]
    return casus.huishouden, tuple(sorted(vast))


def _bedacht(plan: Plan) -> Iterator[Casus]:
    """Shapes that follow from the model: one person, one with somebody (or two) in a role, and one
    with somebody in every role, and in those of them."""
    gemaakt = {
        v.gevolg.rol.feittype for v in plan.versies.values() if isinstance(v.gevolg, Objectcreatie)
    }
    for uitkomst in plan.model.uitkomsten:
        # Whom a rule makes is not thought up here.
        rollen = [
            rol
            for rol in plan.model.rollen_vanaf(uitkomst.objecttype)
            if rol.feittype not in gemaakt
        ]
        alleen = Huishouden((("A", uitkomst.objecttype),))
        huishoudens = [alleen]
        huishoudens += [
            _met_rol(uitkomst.objecttype, rol)
            for rol in rollen
            # Both ends of one type: the household is the same from either side.
            if rol.nummer == 1 or rol.objecttype != uitkomst.objecttype
        ]
        huishoudens += [
            _met_rol(uitkomst.objecttype, rol, "BC")
            for rol in rollen
            if rol.meerdere and rol.objecttype != uitkomst.objecttype
        ]
        huishoudens.append(_met_iedereen(plan.model, uitkomst.objecttype, gemaakt))
        for huishouden in dict.fromkeys(huishoudens):
            yield from _met_kenmerken(plan, huishouden)


def _met_rol(objecttype: str, rol: Rol, namen: str = "B") -> Huishouden:
    """A with somebody in a role; with more than one where the role has room for it."""
    objecten = (("A", objecttype), *((n, rol.objecttype) for n in namen))
    paren = [("A", n) if rol.nummer == 1 else (n, "A") for n in namen]
    return Huishouden(objecten, tuple(Feit(rol.feittype, paar) for paar in paren))


def _met_iedereen(model: Model, objecttype: str, zonder: Container[str]) -> Huishouden:
    """A with one in each role, and each of them with one in every role that is left: what a rule
    asks of the child of a partner has somebody to be asked of."""
    objecten, feiten = [("A", objecttype)], []
    gedaan: set[str] = set()
    for naam, type_ in objecten:  # who is added is asked for his own roles too
        for rol in model.rollen_vanaf(type_):
            if rol.feittype in gedaan or rol.feittype in zonder or len(objecten) == len(NAMEN):
                continue
            gedaan.add(rol.feittype)
            nieuw = NAMEN[len(objecten)]
            objecten.append((nieuw, rol.objecttype))
            feiten.append(Feit(rol.feittype, (naam, nieuw) if rol.nummer == 1 else (nieuw, naam)))
    return Huishouden(tuple(objecten), tuple(feiten))


NAMEN = "ABCDEFGH"


def _met_kenmerken(plan: Plan, huishouden: Huishouden) -> Iterator[Casus]:
    """All input kenmerken true, none, and each one left out. Enumerations and booleans: each
    value once, the others at their first."""
    soorten = plan.model.objecttypen
    kenmerken = [
        (naam, k)
        for naam, t in huishouden.objecten
        for k in soorten[t].kenmerken
        if is_invoer(plan, t, k)
    ]
    keuzes = _keuzes(plan, huishouden)
    basis = {sleutel: waarden[0] for sleutel, waarden in keuzes.items()}
    alles = dict.fromkeys(kenmerken, True)
    sets: list[Invoer] = [{**basis, **alles}, dict(basis)]
    sets += [{**basis, **{k: v for k, v in alles.items() if k != weg}} for weg in kenmerken]
    sets += [
        {**basis, **alles, sleutel: waarde}
        for sleutel, waarden in keuzes.items()
        for waarde in waarden[1:]
    ]
    for invoer in sets[:PER_VORM]:
        yield Casus(plan.rekendatum, huishouden, MappingProxyType(invoer))


def _keuzes(plan: Plan, huishouden: Huishouden) -> dict[tuple[str, str], list[Any]]:
    gevonden: dict[tuple[str, str], list[Any]] = {}
    for naam, t in huishouden.objecten:
        for eigenschap, a in attribuutcellen(plan.model, t):
            if not is_invoer(plan, t, a.naam):
                continue
            if a.type.soort is Soort.ENUMERATIE:
                gevonden[naam, eigenschap] = list(plan.model.enumeraties[a.type.domein or ""])
            elif a.type.soort is Soort.BOOLEAN:
                gevonden[naam, eigenschap] = [True, False]
    return gevonden


# ------------------------------------------------------------------ variants


def _varianten(
    plan: Plan, vorm: Casus, bereik: Mapping[tuple[str, str], Domein]
) -> Iterator[Casus]:
    """The modal citizen of a shape, all low, all high, each number low and high by turns, and
    small numbers of axes in full."""
    assen = [
        (naam, attribuut)
        for naam, t in vorm.huishouden.objecten
        for (eigenaar, attribuut) in bereik
        if eigenaar == t
    ]
    typen = vorm.huishouden.typen

    def waarden(sleutel: tuple[str, str]) -> tuple[Fraction, Fraction, Fraction]:
        b = bereik[typen[sleutel[0]], sleutel[1]].bereik
        laag, hoog = rooster(b)
        modaal = b.modaal if b.modaal is not None else (b.van + b.tot) / 2
        return op_rooster(b, modaal), laag * b.per, hoog * b.per

    keuzes = {sleutel: waarden(sleutel) for sleutel in assen}

    def met(nieuw: Invoer) -> Casus:
        return replace(vorm, invoer=MappingProxyType({**vorm.invoer, **nieuw}), oordelen={})

    modaal = {s: k[0] for s, k in keuzes.items()}
    yield met(modaal)
    yield met({s: k[1] for s, k in keuzes.items()})
    yield met({s: k[2] for s, k in keuzes.items()})
    for s, k in keuzes.items():
        yield met({**modaal, s: k[1]})
        yield met({**modaal, s: k[2]})
    if len(assen) <= 3:
        for keuze in product(*keuzes.values()):
            yield met(dict(zip(assen, keuze, strict=True)))


def beschrijf(model: Model, huishouden: Huishouden) -> str:
    """A household in words: ``Aanvrager A met toeslagpartner B``."""
    rol = rollen_in(model, huishouden)
    return _samen([f"{rol[n]} {n}" for n, _ in huishouden.objecten])


def beschrijf_soort(model: Model, huishouden: Huishouden) -> str:
    """The kind of household, whoever it is: ``Aanvrager met toeslagpartner, kind, kind``."""
    return _samen(list(rollen_in(model, huishouden).values()))


def rollen_in(model: Model, huishouden: Huishouden) -> dict[str, str]:
    """What each is to the others: a role, else the name of the objecttype."""
    rollen = dict(huishouden.objecten)
    for feit in huishouden.feiten:
        rollen[feit.objecten[1]] = model.feittypen[feit.feittype].rollen[1].naam
    return rollen


def _samen(delen: Sequence[str]) -> str:
    return " met ".join(delen[:2]) + "".join(f", {d}" for d in delen[2:])
