"""Signs of terms: whether a value is above or below zero, and which way it moves with each property
that it reads. One row for each operation; one that is not in a table is `onbekend`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Flag
from fractions import Fraction
from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.lezen_termen import Eigenschap, eigenschappen_in
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.tabel import vouw
from wetsanalyse.model.terms import (
    Aggregaat,
    Bewerking,
    Constante,
    Dagentelling,
    Heletijd,
    Lees,
    Lijst,
    Parameterterm,
    Regeluitslag,
    Selectie,
    TermBasis,
    Tijdgebonden,
    Tijdsdeel,
    Tijdvak,
    Totaal,
    Variabeleterm,
    Voorelk,
)
from wetsanalyse.plan.lower import Plan


class Teken(Flag):
    """Which ways are possible: none (or zero), more, less, or both: not to be said."""

    GEEN = 0
    MEER = 1
    MINDER = 2
    ONBEKEND = 3

    def __mul__(self, ander: Teken) -> Teken:
        """A push through a push: two times less is more."""
        uit = Teken.GEEN
        for links in (Teken.MEER, Teken.MINDER):
            for rechts in (Teken.MEER, Teken.MINDER):
                if links in self and rechts in ander:
                    uit |= Teken.MEER if links is rechts else Teken.MINDER
        return uit

    def __str__(self) -> str:
        return {0: "geen", 1: "meer", 2: "minder"}.get(self.value, "onbekend")


Pad = tuple[Eigenschap, Teken]

# ------------------------------------------------------------------ above or below zero

_VAN_TYPE = {"niet-negatief": Teken.MEER, "positief": Teken.MEER, "negatief": Teken.MINDER}


def teken_van(plan: Plan, versie: Regelversie, term: Any) -> Teken:
    """Whether a value is above zero (MEER), below it (MINDER), always zero (GEEN), or unknown."""
    match term:
        case Constante(waarde):
            return _van_getal(waarde)
        case Parameterterm(naam):
            return _van_parameter(plan, naam)
        case Variabeleterm(naam):
            return teken_van(plan, versie, variabele(versie, naam))
        case Lees(object, eigenschap) if (object.objecttype, eigenschap) not in plan.schrijvers:
            van_type = _VAN_TYPE.get(term.type.bereik or "")
            return van_type or _van_bereik(plan, object.objecttype, eigenschap)
        case Lees() | Totaal() | Tijdgebonden() | Tijdsdeel() | Aggregaat() | Lijst():
            return _VAN_TYPE.get(term.type.bereik or "") or _van_binnen(plan, versie, term)
        case Dagentelling():
            return Teken.MEER
        case Bewerking(op, args, _, par):
            delen = [teken_van(plan, versie, a) for a in args]
            return _bewerkt(op, delen, par)
        case _:
            return Teken.ONBEKEND


def _van_getal(waarde: Any) -> Teken:
    if isinstance(waarde, bool) or not isinstance(waarde, int | Fraction):
        return Teken.ONBEKEND
    return Teken.MEER if waarde > 0 else Teken.MINDER if waarde < 0 else Teken.GEEN


def _van_bereik(plan: Plan, objecttype: str, eigenschap: str) -> Teken:
    """Of an input: between which values the examination looks."""
    verklaard = plan.model.invoerbereiken.get(objecttype)
    for bereik in verklaard.bereiken if verklaard else ():
        if bereik.attribuut == eigenschap and (bereik.van >= 0 or bereik.tot <= 0):
            return Teken.MEER if bereik.van >= 0 else Teken.MINDER
    return Teken.ONBEKEND


def _van_parameter(plan: Plan, naam: str) -> Teken:
    if naam not in plan.parameters:
        return _VAN_TYPE.get(plan.model.parameters[naam].type.bereik or "", Teken.ONBEKEND)
    waarde = plan.waarde_van(naam)
    delen = waarde.waarden if isinstance(waarde, Tijdwaarde) else (waarde,)
    teken = Teken.GEEN
    for deel in delen:
        teken |= Teken.GEEN if deel is None else _van_getal(deel)
    return teken


def _van_binnen(plan: Plan, versie: Regelversie, term: Any) -> Teken:
    match term:
        case Totaal(waarde) | Tijdgebonden(waarde) | Tijdsdeel(_, waarde):
            return teken_van(plan, versie, waarde)
        case Aggregaat("AANTAL"):
            return Teken.MEER
        case Aggregaat(_, lijst):
            return teken_van(plan, versie, lijst)
        case Lijst(leden):
            return _samen([teken_van(plan, versie, lid) for lid in leden])
        case _:
            return Teken.ONBEKEND


def _samen(delen: list[Teken]) -> Teken:
    uit = Teken.GEEN
    for deel in delen:
        uit |= deel
    return uit


def _bewerkt(op: str, delen: list[Teken], par: Any) -> Teken:
    match op:
        case "PLUS" | "SOM" | "MAXIMUM" | "MINIMUM":
            return _samen(delen)
        case "MIN" | "VERMINDERD":
            return delen[0] | (Teken.MINDER * delen[1])
        case "MAAL" | "DEEL":
            return delen[0] * delen[1] if len(delen) > 1 else delen[0]
        case "SCHAAL":
            return delen[0] * _van_getal(par)
        case "AFRONDEN":
            return delen[0]
        case "WORTEL" | "ABSOLUUT":
            return Teken.MEER
        case "BEGRENS":
            return _begrensd(*delen)
        case _:
            return Teken.ONBEKEND


def _begrensd(x: Teken, laag: Teken, hoog: Teken) -> Teken:
    """A lower bound of zero or more keeps it above zero. A bound that is leeg is `onbekend`."""
    if laag in (Teken.MEER, Teken.GEEN):
        return Teken.MEER
    if hoog in (Teken.MINDER, Teken.GEEN):
        return Teken.MINDER
    return x


# ------------------------------------------------------------------ which way it moves


def tekens(plan: Plan, versie: Regelversie, term: Any) -> Iterator[Pad]:
    """Each property that a term reads, once, with the way the term moves with it."""
    gevonden: dict[Eigenschap, Teken] = {}
    for eigenschap, teken in _loop(plan, versie, term):
        gevonden[eigenschap] = gevonden.get(eigenschap, Teken.GEEN) | teken
    yield from gevonden.items()


def _loop(plan: Plan, versie: Regelversie, term: Any) -> Iterator[Pad]:
    match term:
        case tuple():
            for deel in term:
                yield from _loop(plan, versie, deel)
        case Lees(object, eigenschap):
            yield (object.objecttype, eigenschap), Teken.MEER
            yield from _wie(object)
        case Variabeleterm(naam):
            yield from _loop(plan, versie, variabele(versie, naam))
        case Bewerking():
            yield from _bewerking(plan, versie, term)
        case Lijst(leden):
            yield from _loop(plan, versie, leden)
        case Aggregaat(op, lijst):
            telt = op in ("AANTAL", "SOM")
            waarde = Teken.MEER if op == "AANTAL" else teken_van(plan, versie, lijst)
            yield from _aggregaat(plan, versie, lijst, waarde if telt else Teken.ONBEKEND)
        case Voorelk(bron, _, voorwaarde, (soort, _)):
            yield from keer(_KWANTITEIT[soort], _loop(plan, versie, voorwaarde))
            yield from _wie(bron)
        case TermBasis():
            yield from _overig(plan, versie, term)


def _overig(plan: Plan, versie: Regelversie, term: TermBasis) -> Iterator[Pad]:
    """Values over time; of any other term what it reads, without a direction."""
    match term:
        case Tijdgebonden(waarde, tijd) | Totaal(waarde, tijd) | Tijdsdeel(_, waarde, tijd):
            yield from _loop(plan, versie, waarde)
            yield from keer(teken_van(plan, versie, waarde), _loop(plan, versie, tijd))
        case Tijdvak(van, tot):
            yield from keer(Teken.MINDER, _loop(plan, versie, van))
            yield from _loop(plan, versie, tot)
        case Dagentelling(_, voorwaarde) | Heletijd(_, voorwaarde):
            yield from _loop(plan, versie, voorwaarde)
        case Regeluitslag(regel):
            for ander in plan.versies.values():
                if ander.regel == regel:
                    yield from _wie((ander.voorwaarde, ander.waarde))
        case _:
            yield from _wie(term)


def keer(teken: Teken, paden: Iterator[Pad]) -> Iterator[Pad]:
    """The same pushes through one more; a push by nothing is none."""
    return ((e, t * teken) for e, t in paden)


def _wie(objecten: Any) -> Iterator[Pad]:
    """What decides which objects are meant moves a value in a way that cannot be said."""
    yield from ((e, Teken.ONBEKEND) for e in eigenschappen_in(objecten))


def _aggregaat(plan: Plan, versie: Regelversie, lijst: Any, telt: Teken) -> Iterator[Pad]:
    """A sum or a count grows with each member that meets the condition of the selection."""
    objecten = lijst.object if isinstance(lijst, Lees) else lijst
    if isinstance(lijst, Lees):
        yield (objecten.objecttype, lijst.eigenschap), Teken.MEER
    if isinstance(objecten, Selectie):
        yield from keer(telt, _loop(plan, versie, objecten.voorwaarde))
        yield from _wie(objecten.bron)
    elif isinstance(lijst, Lees):
        yield from _wie(objecten)
    else:
        yield from _loop(plan, versie, lijst)


_KWANTITEIT = {
    "alle": Teken.MEER,
    "ten minste": Teken.MEER,
    "geen": Teken.MINDER,
    "ten hoogste": Teken.MINDER,
    "precies": Teken.ONBEKEND,
}
_ALLE_MEE = ("PLUS", "SOM", "MAXIMUM", "MINIMUM", "AFRONDEN", "BEGRENS", "WORTEL", "EEN_VAN")


def _bewerking(plan: Plan, versie: Regelversie, term: Bewerking) -> Iterator[Pad]:
    """Each argument, through the way the operation moves with it."""
    tabel = _BEWERKING.get(term.op)
    waarden = [teken_van(plan, versie, a) for a in term.args] if tabel is _product else []
    for nummer, arg in enumerate(term.args):
        if tabel is not None:
            teken = tabel(term, nummer, waarden)
        else:
            teken = Teken.MEER if term.op in _ALLE_MEE else Teken.ONBEKEND
        yield from keer(teken, _loop(plan, versie, arg))


def _verschil(_: Bewerking, nummer: int, __: list[Teken]) -> Teken:
    return Teken.MINDER if nummer else Teken.MEER


def _product(term: Bewerking, nummer: int, waarden: list[Teken]) -> Teken:
    teken = Teken.MEER
    for n, waarde in enumerate(waarden):
        if n != nummer:
            teken *= waarde or Teken.ONBEKEND
    if term.op == "DEEL" and nummer == 1:
        return teken * Teken.MINDER
    return teken


def _vergelijking(term: Bewerking, nummer: int, _: list[Teken]) -> Teken:
    groter = {">": Teken.MEER, ">=": Teken.MEER, "<": Teken.MINDER, "<=": Teken.MINDER}
    teken = groter.get(term.par[0], Teken.ONBEKEND)
    return teken * Teken.MINDER if nummer else teken


def _duur(term: Bewerking, nummer: int, _: list[Teken]) -> Teken:
    absoluut = len(term.par) > 2 and term.par[2]
    return Teken.ONBEKEND if absoluut else Teken.MEER if nummer else Teken.MINDER


def _datum_plus(term: Bewerking, nummer: int, _: list[Teken]) -> Teken:
    return Teken.MEER if nummer == 0 or term.par[2] > 0 else Teken.MINDER


_BEWERKING: Mapping[str, Callable[[Bewerking, int, list[Teken]], Teken]] = {
    "MIN": _verschil,
    "VERMINDERD": _verschil,
    "MAAL": _product,
    "DEEL": _product,
    "SCHAAL": lambda t, _, __: _van_getal(t.par),
    "NIET": lambda *_: Teken.MINDER,
    "TEL": lambda t, _, __: _KWANTITEIT[t.par[0]],
    "VERGELIJK": _vergelijking,
    "TIJDSDUUR": _duur,
    "DATUM_PLUS": _datum_plus,
    "INDIEN": lambda _, n, __: Teken.MEER if n else Teken.ONBEKEND,
    "OP_DAG": lambda _, n, __: Teken.ONBEKEND if n else Teken.MEER,
    "DATUMDEEL": lambda t, *_: Teken.MEER if t.par == "jaar" else Teken.ONBEKEND,
}


def variabele(versie: Regelversie, naam: str) -> Any:
    """The value of a local variable (Daarbij geldt)."""
    return next(v.waarde for v in versie.variabelen if vouw(v.naam) == vouw(naam))
