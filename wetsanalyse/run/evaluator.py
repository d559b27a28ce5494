"""The generic evaluator of a flat plan: one dispatch table keyed by `Op`, any number type.

Evaluation is driven by demand: a step is computed once, when something asks for it. The lazy
operations (`TEL`, `KIES`, `INDIEN`) are generators that yield the slot that they want to see and
are sent its value. The stack is a list, so the depth of a plan does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.types import Soort
from wetsanalyse.plan.bewaard import Bewaard
from wetsanalyse.plan.ops import (
    DAG,
    LEEG,
    Dagtelling,
    Fout,
    GroundPlan,
    InvoerSleutel,
    Onbeslist,
    OordeelSleutel,
    Op,
    Step,
)
from wetsanalyse.plan.trap import traps
from wetsanalyse.run.dagsoorten import plus_dagsoort
from wetsanalyse.run.getallen import Getallen, Rationaal
from wetsanalyse.run.lui import LUI, Lui, luie_functie, verenigd
from wetsanalyse.run.objectops import OBJECTOPS
from wetsanalyse.run.operaties import STRIKT, Functie
from wetsanalyse.run.tijdwaarde import TIJD, getild, luie_in_tijd
from wetsanalyse.run.trap import kies_met
from wetsanalyse.run.verdelen import verdeeldeel

N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class Omgeving(Generic[N]):
    """What the leaves of a plan find: the number type and the facts of one citizen."""

    getallen: Getallen[N]
    invoer: Mapping[InvoerSleutel, Any]
    oordelen: Mapping[OordeelSleutel, bool]
    parameters: Mapping[str, Any]
    nu: list[int] | None = None  # if given: item 0 is kept at the slot being computed


# ------------------------------------------------------------------ leaves


def als_waarde(g: Getallen[N], waarde: Any) -> Any:
    """A fact from outside as a value of this run: numbers and dates become numbers of ``g``,
    None is leeg."""
    if waarde is None:
        return LEEG
    if isinstance(waarde, Fraction):
        return g.const(waarde)
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return g.const(Fraction(waarde))
    if isinstance(waarde, date):
        return g.const(datumgetal(waarde))
    if isinstance(waarde, Tijdwaarde):
        knips = tuple(als_waarde(g, knip) for knip in waarde.knips)
        return Tijdwaarde(knips, tuple(als_waarde(g, w) for w in waarde.waarden))
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


# ------------------------------------------------------------------ the machine


def _plus_dagsoort(g: Any, par: Dagtelling, args: list[Any]) -> Any:
    return plus_dagsoort(g, par, args, _is_dag)


def _is_dag(par: Dagtelling, dag: int, parameters: tuple[Any, ...]) -> Any:
    """The small plan of a dagsoort, run for one day; its answers are kept."""
    dagen = _DAGEN.haal(par, None, dict)
    sleutel = (dag, parameters)
    if sleutel not in dagen:
        gegeven = dict(zip(par.parameters, parameters, strict=True))
        om = Omgeving(RATIONAAL, {DAG: Fraction(dag)}, {}, gegeven)
        dagen[sleutel] = evalueer(programma(par.plan), om, [par.doel])[par.doel]
    return dagen[sleutel]


_DAGEN: Bewaard[Dagtelling, dict[Any, Any]] = Bewaard(64)
RATIONAAL = Rationaal()
ALLE_STRIKT: Mapping[Op, Functie] = MappingProxyType(
    {**STRIKT, Op.DATUM_PLUS_DAGSOORT: _plus_dagsoort, Op.VERDEEL: verdeeldeel}
)
TABEL: Mapping[Op, Any] = MappingProxyType({**BLADEREN, **ALLE_STRIKT, **LUI, **OBJECTOPS, **TIJD})


NIET_BEREKEND: Any = object()
DIEP = 100
"""So deep a plan is computed by calling down; the rest of it with a stack of its own."""
_BIJZONDER = frozenset({Fout, Onbeslist, Tijdwaarde})


@dataclass(frozen=True, slots=True)
class Programma:
    """A plan with the function of each step looked up: leaf, strict or lazy, never two."""

    plan: GroundPlan
    bladeren: tuple[Callable[[Omgeving[Any], Step], Any] | None, ...]
    strikt: tuple[Functie | None, ...]
    """Also those of time, which see a whole `Tijdwaarde`."""
    lui: tuple[Callable[[Any, tuple[int, ...], Any], Lui] | None, ...]
    geheel: tuple[bool, ...]
    """Whether it sees a value over time as a whole."""
    begin: tuple[Any, ...]
    """What is the same for everybody, over exact rationals and the parameters of the plan."""


_PROGRAMMAS: Bewaard[GroundPlan, Programma] = Bewaard(128)


def programma(plan: GroundPlan) -> Programma:
    """The programme of a plan, that tests whatever can decide: the last ones are kept (a plan
    never changes)."""
    return _PROGRAMMAS.haal(plan, False, lambda: _maak(plan))


def kort_programma(plan: GroundPlan) -> Programma:
    """The same outcomes, without testing the rows of a large table that cannot apply: for whoever
    wants to know what comes out and not why."""
    return _PROGRAMMAS.haal(plan, True, lambda: _kort(programma(plan)))


def _kort(heel: Programma) -> Programma:
    beweegt = _in_tijd(heel.plan)
    lui = list(heel.lui)
    for slot, trap in traps(heel.plan).items():
        if not beweegt[slot]:
            lui[slot] = kies_met(trap)
    return replace(heel, lui=tuple(lui), begin=tuple(_gelijk_voor_ieder(heel)))


_EENVOUDIG = frozenset(
    {Op.PLUS, Op.MIN, Op.VERMINDERD, Op.MAAL, Op.SCHAAL, Op.AFRONDEN, Op.BEGRENS, Op.CONTROLE}
)
"""What costs next to nothing, also where nobody asks for it."""


def _gelijk_voor_ieder(heel: Programma) -> list[Any]:
    """The constants, the parameters, and the sums over them. A fault stays for the run, which
    says where it arose."""
    om = Omgeving(RATIONAAL, {}, {}, heel.plan.parameters)
    begin: list[Any] = []
    for step, functie in zip(heel.plan.steps, heel.strikt, strict=True):
        args = [begin[arg] for arg in step.args]
        waarde = NIET_BEREKEND
        if step.op in (Op.CONSTANTE, Op.PARAMETER):
            waarde = BLADEREN[step.op](om, step)
        elif step.op in _EENVOUDIG and functie is not None and NIET_BEREKEND not in args:
            waarde = functie(RATIONAAL, step.par, args)
        begin.append(NIET_BEREKEND if waarde.__class__ in _BIJZONDER else waarde)
    return begin


def _maak(plan: GroundPlan) -> Programma:
    ops = [step.op for step in plan.steps]
    lui_ = [OBJECTOPS.get(s.op) or luie_functie(s.op, s.par) for s in plan.steps]
    horizon = plan.horizon
    return Programma(
        plan,
        tuple(BLADEREN.get(op) for op in ops),
        tuple(_functie(op, horizon) for op in ops),
        tuple(
            luie_in_tijd(lui) if in_tijd and lui is not None else lui
            for lui, in_tijd in zip(lui_, _in_tijd(plan), strict=True)
        ),
        tuple([op in TIJD for op in ops]),
        tuple([NIET_BEREKEND] * len(ops)),
    )


def _in_tijd(plan: GroundPlan) -> list[bool]:
    """Which steps may see a value over time among their arguments."""
    if not any(step.op in TIJD or _begint(plan, step) for step in plan.steps):
        return [False] * len(plan.steps)
    beweegt: list[bool] = []
    uit: list[bool] = []
    for step in plan.steps:
        ziet = any(beweegt[arg] for arg in step.args)
        uit.append(ziet)
        if step.op in BLADEREN:
            ziet = _begint(plan, step)
        elif step.op in (Op.TOTAAL, Op.OP_DAG, Op.OOIT):
            ziet = False
        elif step.op in TIJD:
            ziet = True
        beweegt.append(ziet)
    return uit


def _begint(plan: GroundPlan, step: Step) -> bool:
    """Whether a leaf may be a value over time."""
    if step.op not in BLADEREN:
        return False
    waarde = plan.parameters.get(step.par) if step.op is Op.PARAMETER else step.par
    return step.type.korrel is not None or isinstance(waarde, Tijdwaarde)


def _functie(op: Op, horizon: tuple[int, int]) -> Functie | None:
    """The function of a strict operation, done stretch by stretch where a value moves in time."""
    if op in TIJD:
        tijdfunctie = TIJD[op]
        return lambda g, par, args: tijdfunctie(g, par, args, horizon)
    return ALLE_STRIKT.get(op)


def evalueer(
    prog: Programma,
    om: Omgeving[Any],
    doelen: Iterable[int],
    bekend: Sequence[Any] | None = None,
) -> list[Any]:
    """The values of all steps that were needed for the goals; the others `NIET_BEREKEND`.
    ``bekend``: values that are known already."""
    if bekend is not None:
        waarden = list(bekend)
    elif om.parameters is prog.plan.parameters and isinstance(om.getallen, Rationaal):
        waarden = list(prog.begin)
    else:
        waarden = [NIET_BEREKEND] * len(prog.plan.steps)
    for doel in doelen:
        if waarden[doel] is NIET_BEREKEND:
            _daal(prog, om, waarden, doel, DIEP)
    return waarden


def _daal(prog: Programma, om: Omgeving[Any], waarden: list[Any], slot: int, diep: int) -> Any:
    """The value of a step, by computing what it asks for on the way: the quick road for what is
    not too deep. Further down `_bereken` goes on, in the same order."""
    if not diep:
        _bereken(prog, om, waarden, slot)
        return waarden[slot]
    step, nu = prog.plan.steps[slot], om.nu
    functie = prog.strikt[slot]
    if functie is not None:
        args = []
        gewoon = True
        for arg in step.args:
            waarde = waarden[arg]
            if waarde is NIET_BEREKEND:
                waarde = _daal(prog, om, waarden, arg, diep - 1)
            if waarde.__class__ in _BIJZONDER:
                gewoon = False
            args.append(waarde)
        if nu is not None:
            nu[0] = slot
        if gewoon:
            uitkomst = functie(om.getallen, step.par, args)
        else:
            uitkomst = _strikt(om.getallen, functie, step.par, args, prog.geheel[slot])
    elif (blad := prog.bladeren[slot]) is not None:
        uitkomst = blad(om, step)
    else:
        uitkomst = _daal_lui(prog, om, waarden, slot, diep - 1)
    if uitkomst.__class__ is Fout and uitkomst.regel is None:
        uitkomst = _geplaatst(uitkomst, step)
    waarden[slot] = uitkomst
    return uitkomst


def _daal_lui(prog: Programma, om: Omgeving[Any], waarden: list[Any], slot: int, diep: int) -> Any:
    """The value of a lazy step: what it wants to see is computed when it wants it."""
    nu = om.nu
    loop = _begin(prog, om.getallen, slot)
    waarde = None
    try:
        while True:
            if nu is not None:
                nu[0] = slot
            vraag = loop.send(waarde)
            waarde = waarden[vraag]
            if waarde is NIET_BEREKEND:
                waarde = _daal(prog, om, waarden, vraag, diep)
    except StopIteration as einde:
        return einde.value


def _bereken(prog: Programma, om: Omgeving[Any], waarden: list[Any], doel: int) -> None:
    steps, bladeren, strikt = prog.plan.steps, prog.bladeren, prog.strikt
    g, nu = om.getallen, om.nu
    lopend: dict[int, tuple[Lui, int]] = {}
    stapel = [doel]
    while stapel:
        slot = stapel[-1]
        if waarden[slot] is not NIET_BEREKEND:
            stapel.pop()
            continue
        if nu is not None:
            nu[0] = slot
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
            uitkomst = _strikt(g, functie, step.par, args, prog.geheel[slot])
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


def _strikt(g: Any, functie: Functie, par: Any, args: list[Any], geheel: bool = False) -> Any:
    """``geheel``: the function sees a value over time as a whole."""
    for waarde in args:
        if waarde.__class__ in _BIJZONDER:
            fout = next((w for w in args if isinstance(w, Fout)), None)
            if fout is not None:
                return fout
            if any(isinstance(w, Onbeslist) for w in args):
                return verenigd(args)
            if not geheel:
                return getild(g, lambda rij: _strikt(g, functie, par, rij), args)
            break
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
