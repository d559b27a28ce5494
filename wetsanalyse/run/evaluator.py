"""The generic evaluator of a flat plan: one dispatch table keyed by `Op`, any number type.

Evaluation is driven by demand: a step is computed once, when something asks for it. The lazy
operations (`TEL`, `KIES`, `INDIEN`) are generators that yield the slot that they want to see and
are sent its value. The stack is a list, so the depth of a plan does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from wetsanalyse.model.types import Soort
from wetsanalyse.plan.ops import (
    LEEG,
    Fout,
    GroundPlan,
    InvoerSleutel,
    Kiezers,
    Kwantiteit,
    Onbeslist,
    OordeelSleutel,
    Op,
    Step,
)
from wetsanalyse.run.getallen import Getallen
from wetsanalyse.run.operaties import STRIKT, Functie

N = TypeVar("N")
Lui = Generator[int, Any, Any]  # yields the slot that it wants to see; is sent its value


@dataclass(frozen=True, slots=True)
class Omgeving(Generic[N]):
    """What the leaves of a plan find: the number type and the facts of one citizen."""

    getallen: Getallen[N]
    invoer: Mapping[InvoerSleutel, Any]
    oordelen: Mapping[OordeelSleutel, bool]
    parameters: Mapping[str, Any]


# ------------------------------------------------------------------ leaves


def als_waarde(g: Getallen[N], waarde: Any) -> Any:
    """A fact from outside as a value of this run: numbers and dates become numbers of ``g``."""
    if isinstance(waarde, Fraction):
        return g.const(waarde)
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return g.const(Fraction(waarde))
    if isinstance(waarde, date):
        return g.const(datumgetal(waarde))
    return waarde


def datumgetal(dag: date) -> Fraction:
    """A date (with its time of day) as a number of days."""
    dagen = Fraction(dag.toordinal())
    if isinstance(dag, datetime):
        sinds_middernacht = dag - datetime.combine(dag.date(), time(0), dag.tzinfo)
        dagen += Fraction(sinds_middernacht // timedelta(microseconds=1), 86_400_000_000)
    return dagen


def _invoer(om: Omgeving[Any], step: Step) -> Any:
    waarde = om.invoer.get(step.par, LEEG)
    if waarde is LEEG:
        gegeven = step.par in om.invoer
        return False if step.type.soort is Soort.BOOLEAN and not gegeven else LEEG
    return als_waarde(om.getallen, waarde)


def _constante(om: Omgeving[Any], step: Step) -> Any:
    return als_waarde(om.getallen, step.par)


def _parameter(om: Omgeving[Any], step: Step) -> Any:
    return als_waarde(om.getallen, om.parameters.get(step.par, LEEG))


def _open_norm(om: Omgeving[Any], step: Step) -> Any:
    oordeel = om.oordelen.get(step.par)
    return Onbeslist(frozenset({step.par})) if oordeel is None else oordeel


BLADEREN: Mapping[Op, Callable[[Omgeving[Any], Step], Any]] = MappingProxyType(
    {
        Op.INVOER: _invoer,
        Op.CONSTANTE: _constante,
        Op.PARAMETER: _parameter,
        Op.OPEN_NORM: _open_norm,
    }
)


# ------------------------------------------------------------------ lazy operations


def verenigd(waarden: Iterable[Any]) -> Onbeslist:
    """All open norms on which these values depend."""
    alle = (w.oordelen for w in waarden if isinstance(w, Onbeslist))
    return Onbeslist(frozenset().union(*alle))


def voldoet(kwantiteit: Kwantiteit, waar: int, leden: int) -> bool:
    """Is the quantification true when ``waar`` of the ``leden`` are true?"""
    aantal = kwantiteit.aantal
    match kwantiteit.soort:
        case "alle":
            return waar == leden
        case "geen":
            return waar == 0
        case "ten minste":
            return waar >= aantal
        case "ten hoogste":
            return waar <= aantal
        case "precies":
            return waar == aantal
    raise ValueError(kwantiteit.soort)


def uitslag_tel(kwantiteit: Kwantiteit, laag: int, hoog: int, leden: int) -> bool | None:
    """The answer if it is the same for every number of true members from laag to hoog."""
    eerste = voldoet(kwantiteit, laag, leden)
    if laag == hoog:
        return eerste
    if kwantiteit.soort == "precies":
        return None if laag <= kwantiteit.aantal <= hoog else False
    return eerste if voldoet(kwantiteit, hoog, leden) == eerste else None


def _tel(_g: Any, args: tuple[int, ...], par: Kwantiteit) -> Lui:
    waar = 0
    open_: list[Onbeslist] = []
    rest = len(args)
    beslist = uitslag_tel(par, 0, rest, rest)
    for slot in args if beslist is None else ():
        waarde = yield slot
        if isinstance(waarde, Fout):
            return (
                verenigd(open_) if _mogelijk_eerder(par, waar, open_, rest, len(args)) else waarde
            )
        rest -= 1
        waar += waarde is True
        if isinstance(waarde, Onbeslist):
            open_.append(waarde)
        beslist = uitslag_tel(par, waar, waar + len(open_) + rest, len(args))
        if beslist is not None:
            break
    return verenigd(open_) if beslist is None else beslist


def _mogelijk_eerder(
    par: Kwantiteit, waar: int, open_: list[Onbeslist], rest: int, leden: int
) -> bool:
    """Could some judgment of the open norms decide before the next member is asked for?"""
    mogelijk = range(waar, waar + len(open_) + 1)
    return any(uitslag_tel(par, n, n + rest, leden) is not None for n in mogelijk)


def _indien(_g: Any, args: tuple[int, ...], _par: Any) -> Lui:
    voorwaarde = yield args[0]
    if isinstance(voorwaarde, Fout):
        return voorwaarde
    if isinstance(voorwaarde, Onbeslist):
        waarde = yield args[1]
        return LEEG if waarde is LEEG else verenigd((voorwaarde, waarde))
    if voorwaarde is not True:
        return LEEG
    return (yield args[1])


def _kies(g: Any, args: tuple[int, ...], par: Kiezers) -> Lui:
    """All conditions are tested, because two true ones may clash; open ones make candidates."""
    gekozen: list[tuple[int, Any]] = []
    open_: list[Onbeslist] = []
    mogelijk: list[Any] = []
    for nummer in range(len(args) // 2):
        voorwaarde = yield args[2 * nummer]
        if isinstance(voorwaarde, Fout):
            return voorwaarde
        if voorwaarde is not True and not isinstance(voorwaarde, Onbeslist):
            continue
        waarde = yield args[2 * nummer + 1]
        if isinstance(voorwaarde, Onbeslist):
            open_.append(voorwaarde)
            mogelijk.append(waarde)
            continue
        if isinstance(waarde, Fout):
            return waarde
        botsing = _botsing(g, gekozen, nummer, waarde, par)
        if botsing is not None:
            return botsing
        gekozen.append((nummer, waarde))
    mogelijk += [waarde for _, waarde in gekozen]
    if not gekozen:
        mogelijk.append((yield args[-1]))
    eerste = mogelijk[0]
    if not open_:
        onbeslist = [w for w in mogelijk if isinstance(w, Onbeslist)]
        return verenigd(onbeslist) if onbeslist else mogelijk[0]
    if all(gelijk(g, eerste, waarde) for waarde in mogelijk):
        return eerste
    return verenigd([*open_, *mogelijk])


def _botsing(
    g: Any, gekozen: list[tuple[int, Any]], nummer: int, waarde: Any, par: Kiezers
) -> Fout | None:
    """A fault if a rule that fired before gives another value than this one."""
    if isinstance(waarde, Onbeslist):
        return None
    for eerder, ander in gekozen:
        if not isinstance(ander, Onbeslist) and not gelijk(g, ander, waarde):
            een, twee = par.regels[eerder], par.regels[nummer]
            bericht = f"Twee regels geven een verschillende waarde: ‘{een}’ en ‘{twee}’."
            return Fout("BOTSING", bericht, regel=twee, object=par.object)
    return None


def gelijk(g: Any, links: Any, rechts: Any) -> bool:
    """The same value; numbers are compared with a recorded sign, leeg is a value here."""
    if g.is_getal(links) and g.is_getal(rechts):
        return bool(g.vergelijk("=", links, rechts))
    if isinstance(links, Onbeslist) or isinstance(rechts, Onbeslist):
        return False
    return type(links) is type(rechts) and bool(links == rechts)


LUI: Mapping[Op, Callable[[Any, tuple[int, ...], Any], Lui]] = MappingProxyType(
    {Op.TEL: _tel, Op.INDIEN: _indien, Op.KIES: _kies}
)

TABEL: Mapping[Op, Any] = MappingProxyType({**BLADEREN, **STRIKT, **LUI})


# ------------------------------------------------------------------ the machine


NIET_BEREKEND: Any = object()
_BIJZONDER = frozenset({Fout, Onbeslist})


@dataclass(frozen=True, slots=True)
class Programma:
    """A plan with the function of each step looked up: leaf, strict or lazy, never two."""

    plan: GroundPlan
    bladeren: tuple[Callable[[Omgeving[Any], Step], Any] | None, ...]
    strikt: tuple[Functie | None, ...]
    lui: tuple[Callable[[Any, tuple[int, ...], Any], Lui] | None, ...]


_PROGRAMMAS: dict[int, Programma] = {}
_BEWAARD = 64


def programma(plan: GroundPlan) -> Programma:
    """The programme of a plan; the last ones are kept (a plan never changes)."""
    bekend = _PROGRAMMAS.get(id(plan))
    if bekend is not None and bekend.plan is plan:
        return bekend
    ops = [step.op for step in plan.steps]
    nieuw = Programma(
        plan,
        tuple(BLADEREN.get(op) for op in ops),
        tuple(STRIKT.get(op) for op in ops),
        tuple(LUI.get(op) for op in ops),
    )
    while len(_PROGRAMMAS) >= _BEWAARD:
        del _PROGRAMMAS[next(iter(_PROGRAMMAS))]
    _PROGRAMMAS[id(plan)] = nieuw
    return nieuw


def evalueer(prog: Programma, om: Omgeving[Any], doelen: Iterable[int]) -> list[Any]:
    """The values of all steps that were needed for the goals; the others `NIET_BEREKEND`."""
    waarden: list[Any] = [NIET_BEREKEND] * len(prog.plan.steps)
    for doel in doelen:
        if waarden[doel] is NIET_BEREKEND:
            _bereken(prog, om, waarden, doel)
    return waarden


def _bereken(prog: Programma, om: Omgeving[Any], waarden: list[Any], doel: int) -> None:
    steps, bladeren, strikt = prog.plan.steps, prog.bladeren, prog.strikt
    g = om.getallen
    lopend: dict[int, tuple[Lui, int]] = {}
    stapel = [doel]
    while stapel:
        slot = stapel[-1]
        if waarden[slot] is not NIET_BEREKEND:
            stapel.pop()
            continue
        step = steps[slot]
        functie = strikt[slot]
        if functie is not None:
            args = []
            klaar = True
            for arg in step.args:
                waarde = waarden[arg]
                if waarde is NIET_BEREKEND:
                    klaar = False
                    break
                args.append(waarde)
            if not klaar:
                stapel.extend([a for a in reversed(step.args) if waarden[a] is NIET_BEREKEND])
                continue
            uitkomst = _strikt(g, functie, step.par, args)
        elif (blad := bladeren[slot]) is not None:
            uitkomst = blad(om, step)
        else:
            vraag, uitkomst = _verder(prog, g, lopend, waarden, slot)
            if vraag is not None:
                stapel.append(vraag)
                continue
        if uitkomst.__class__ is Fout and uitkomst.regel is None:
            uitkomst = _geplaatst(uitkomst, step)
        waarden[slot] = uitkomst
        stapel.pop()


def _strikt(g: Any, functie: Functie, par: Any, args: list[Any]) -> Any:
    for waarde in args:
        if waarde.__class__ in _BIJZONDER:
            fout = next((w for w in args if isinstance(w, Fout)), None)
            return verenigd(args) if fout is None else fout
    return functie(g, par, args)


def _verder(
    prog: Programma, g: Any, lopend: dict[int, tuple[Lui, int]], waarden: list[Any], slot: int
) -> tuple[int | None, Any]:
    """Let a lazy step go on: the slot that it still waits for, or None and its value."""
    try:
        if slot in lopend:
            loop, vraag = lopend.pop(slot)
        else:
            loop = _begin(prog, g, slot)
            vraag = next(loop)
        while waarden[vraag] is not NIET_BEREKEND:
            vraag = loop.send(waarden[vraag])
    except StopIteration as einde:
        return None, einde.value
    lopend[slot] = (loop, vraag)
    return vraag, None


def _begin(prog: Programma, g: Any, slot: int) -> Lui:
    maak, step = prog.lui[slot], prog.plan.steps[slot]
    assert maak is not None
    return maak(g, step.args, step.par)


def _geplaatst(fout: Fout, step: Step) -> Fout:
    """A fault with the rule and the object in which it arose."""
    span = fout.span or step.span
    return replace(fout, regel=step.regel, object=fout.object or step.object, span=span)


def gevraagd(prog: Programma, g: Any, slot: int, waarden: Sequence[Any]) -> tuple[int, ...]:
    """The arguments that a computed step really asked for, in order."""
    step = prog.plan.steps[slot]
    if prog.lui[slot] is None:
        return step.args
    slots: list[int] = []
    loop = _begin(prog, g, slot)
    try:
        slots.append(next(loop))
        while True:
            slots.append(loop.send(waarden[slots[-1]]))
    except StopIteration:
        return tuple(slots)
