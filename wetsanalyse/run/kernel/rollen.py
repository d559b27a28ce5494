"""Lists of any length: what is done once for a household and what for each member.

The plan is made for two members. A step that stays the same step when the two change places is of
the household; one that changes into another is of a member, and what is done for the one is done
for all. A step of the household over steps of members goes over the whole list. Whether that is
so is looked up in the plan, never assumed: a step for which it is not so is named. And the plan is
made once more with three members: what grows then, must grow by what one member adds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel, Kiezers, OordeelSleutel, Op

OVER_LEDEN = frozenset(
    {Op.SOM, Op.AANTAL, Op.MINIMUM, Op.MAXIMUM, Op.TEL, Op.EEN_VAN}
)  # fmt: skip
"""Operations to which the order of their arguments makes no difference."""


HANGT_AF = "dit hangt op een andere manier af van het aantal leden van een lijst"
ONDERLING = "leden van een lijst worden hier met elkaar vergeleken"
NIET_GEHEEL = "leden van een lijst worden hier anders dan als geheel gebruikt"


@dataclass(frozen=True, slots=True)
class Ledenlijst:
    """A role that many may hold: the names of its two members in the plan, and the plan of the
    same household with a third."""

    leden: tuple[str, str]
    drie: GroundPlan


@dataclass(frozen=True, slots=True)
class OverLeden:
    """The arguments of a step over lists: those that come once, and by list those that come once
    for every member (of a member, or the same for all of them)."""

    vast: tuple[int, ...]
    elk: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Rolverdeling:
    """``lid[slot]``: of which list a step is one of each member (not in it: of the household).
    ``over[slot]``: steps of the household over lists. ``buiten``: steps that cannot be done so,
    with the reason."""

    lid: Mapping[int, str]
    over: Mapping[int, OverLeden]
    buiten: Mapping[int, str]


def verdeel_rollen(plan: GroundPlan, lijsten: Mapping[str, Ledenlijst]) -> Rolverdeling:
    """What is done once and what for each member, by list."""
    eigenaar = {naam: rol for rol, lijst in lijsten.items() for naam in lijst.leden}
    nummers: dict[Any, int] = {}
    gewoon = _vingerafdruk(plan, {}, nummers)
    beeld = {
        rol: _vingerafdruk(plan, dict(zip(paar, paar[::-1], strict=True)), nummers)
        for rol, paar in ((rol, lijst.leden) for rol, lijst in lijsten.items())
    }
    groei = {rol: _Groei(plan, rol, lijst) for rol, lijst in lijsten.items()}
    leden: list[frozenset[str]] = []
    lid: dict[int, str] = {}
    over: dict[int, OverLeden] = {}
    buiten: dict[int, str] = {}
    for slot, step in enumerate(plan.steps):
        eigen = {step.par.object} if isinstance(step.par, InvoerSleutel | OordeelSleutel) else set()
        van = frozenset(eigen & eigenaar.keys()).union(*(leden[a] for a in step.args))
        gedeeld = all(beeld[rol][slot] == gewoon[slot] for rol in {eigenaar[n] for n in van})
        leden.append(van if len(van) == 1 and not gedeeld else frozenset())
        if any(not g.past(slot) for g in groei.values()):
            buiten[slot] = HANGT_AF
        elif van and not gedeeld:
            if len(van) > 1:
                buiten[slot] = ONDERLING
            else:
                lid[slot] = eigenaar[next(iter(van))]
        elif step.op in OVER_LEDEN:
            gevonden = _over_leden(step.args, leden, lijsten, gewoon, beeld, groei, slot)
            if gevonden is None:
                buiten[slot] = NIET_GEHEEL
            elif gevonden.elk:
                over[slot] = gevonden
        elif van:
            buiten[slot] = NIET_GEHEEL
    return Rolverdeling(lid, over, buiten)


def _over_leden(
    args: Sequence[int],
    leden: Sequence[frozenset[str]],
    lijsten: Mapping[str, Ledenlijst],
    gewoon: Sequence[int],
    beeld: Mapping[str, Sequence[int]],
    groei: Mapping[str, _Groei],
    slot: int,
) -> OverLeden | None:
    """The arguments, parted; None when the members do not all have the same part in it."""
    elk: dict[str, tuple[int, ...]] = {}
    rest = [arg for arg in args if not leden[arg]]
    for rol, lijst in lijsten.items():
        een, twee = ([a for a in args if leden[a] == {naam}] for naam in lijst.leden)
        if sorted(beeld[rol][a] for a in een) != sorted(gewoon[a] for a in twee):
            return None
        per_lid = groei[rol].per_lid(slot, rest)
        if per_lid is None:
            return None
        for arg in (*per_lid, *per_lid):  # two members: each has its own
            rest.remove(arg)
        if een or per_lid:
            elk[rol] = (*een, *per_lid)
    return OverLeden(tuple(rest), elk)


class _Groei:
    """What a third member of a list changes in the plan: it may only add to steps over lists."""

    def __init__(self, plan: GroundPlan, rol: str, lijst: Ledenlijst) -> None:
        nummers: dict[Any, int] = {}
        namen = dict.fromkeys((*lijst.leden, f"{rol} 3"), rol)
        self.twee = _gestalte(plan, namen, nummers)
        self.drie = _gestalte(lijst.drie, namen, nummers)
        self.bekend = set(self.drie)
        self.delen_twee = _delen(plan, self.twee)
        self.delen_drie = _delen(lijst.drie, self.drie)

    def past(self, slot: int) -> bool:
        """Whether the step is there with three members too."""
        return self.twee[slot] in self.bekend

    def per_lid(self, slot: int, args: Sequence[int]) -> list[int] | None:
        """Those of the arguments, the same for all members, that come once for every member;
        None: it does not grow evenly."""
        twee = self.delen_twee.get(self.twee[slot])
        drie = self.delen_drie.get(self.twee[slot])
        if twee is None or drie is None:
            return None
        uit: list[int] = []
        for gestalte in {self.twee[a] for a in args}:
            plaatsen = [a for a in args if self.twee[a] == gestalte]
            erbij = drie[gestalte] - twee[gestalte]
            if erbij < 0 or 2 * erbij > len(plaatsen):
                return None
            if erbij and len(set(plaatsen)) > 1:
                return None  # which of them comes again cannot be told
            uit += plaatsen[:erbij]
        return uit


def _delen(plan: GroundPlan, gestalten: Sequence[int]) -> dict[int, Counter[int] | None]:
    """Of each step over lists, by its shape, how often each shape is among its arguments. None:
    steps of one shape differ in that."""
    uit: dict[int, Counter[int] | None] = {}
    for slot, step in enumerate(plan.steps):
        if step.op in OVER_LEDEN:
            delen = Counter(gestalten[a] for a in step.args)
            if uit.setdefault(gestalten[slot], delen) != delen:
                uit[gestalten[slot]] = None
    return uit


def _gestalte(plan: GroundPlan, namen: Mapping[str, str], nummers: dict[Any, int]) -> list[int]:
    """A number for the shape of each step: all members are alike, and how often something stands
    in a list does not count."""
    return _genummerd(plan, namen, nummers, frozenset)


def _vingerafdruk(plan: GroundPlan, namen: Mapping[str, str], nummers: dict[Any, int]) -> list[int]:
    """A number for what each step does, the same for two that do the same. ``namen``: who stands
    for whom."""
    return _genummerd(plan, namen, nummers, lambda args: tuple(sorted(args)))


def _genummerd(
    plan: GroundPlan,
    namen: Mapping[str, str],
    nummers: dict[Any, int],
    lijst: Callable[[Sequence[int]], Hashable],
) -> list[int]:
    """``lijst``: what the arguments of a step over lists come down to."""
    uit: list[int] = []
    for step in plan.steps:
        args: Hashable = tuple(uit[a] for a in step.args)
        if step.op in OVER_LEDEN:
            args = lijst([uit[a] for a in step.args])
        par = _par(step.par, namen)
        try:
            hash(par)
        except TypeError:
            par = repr(step.par)
        sleutel = (step.op, step.type, par, args)
        uit.append(nummers.setdefault(sleutel, len(nummers)))
    return uit


def _par(par: Any, namen: Mapping[str, str]) -> Any:
    if isinstance(par, InvoerSleutel | OordeelSleutel) and par.object in namen:
        par = replace(par, object=namen[par.object])
    if isinstance(par, Kiezers):
        return "kiezers"  # their names only serve a message
    return type(par).__name__, par
