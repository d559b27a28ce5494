"""The exact run: one citizen, exact rationals, and the trace as a matter of course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.ops import (
    LEEG,
    Fout,
    GroundPlan,
    InvoerSleutel,
    Leeg,
    Onbeslist,
    OordeelSleutel,
    Op,
    Step,
)
from wetsanalyse.run.evaluator import (
    NIET_BEREKEND,
    Omgeving,
    evalueer,
    gevraagd,
    kort_programma,
    programma,
)
from wetsanalyse.run.getallen import Rationaal

Waarde = Fraction | bool | str | Leeg | Fout | Onbeslist | Tijdwaarde
RATIONAAL = Rationaal()


@dataclass(frozen=True, slots=True)
class Geval:
    """The facts of one citizen: what is given, what has been judged, and the parameters that
    replace those of the plan. Numbers as Fraction (or int), dates as ordinals (or `date`)."""

    rekendatum: date
    invoer: Mapping[InvoerSleutel, Any] = field(default_factory=dict)
    oordelen: Mapping[OordeelSleutel, bool] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The trace: the value of each step that was needed (None: not needed)."""

    plan: GroundPlan
    geval: Geval
    waarden: tuple[Waarde | None, ...]

    def waarde(self, object_: str, eigenschap: str) -> Waarde | None:
        """The value of a property of an object; KeyError if the plan does not have it."""
        return self.waarden[self.plan.eigenschappen[object_, eigenschap]]

    def bestaat(self, object_: str) -> Waarde | None:
        """Whether an object is there; one that is given always is. A fault or an open norm in
        the rule that makes it is told as it is."""
        _, bewaker = self.plan.objecten[object_]
        return True if bewaker is None else self.waarden[bewaker]

    def gevraagd(self, slot: int) -> tuple[int, ...]:
        """The arguments that this step really asked for; none if it was not needed."""
        if self.waarden[slot] is None:
            return ()
        return gevraagd(programma(self.plan), RATIONAAL, slot, self.waarden)

    def gebruikt(self, *slots: int) -> frozenset[int]:
        """The dynamic cone: the steps on which the values of these slots rest, themselves
        included."""
        gezien: set[int] = set()
        stapel = [slot for slot in slots if self.waarden[slot] is not None]
        prog = programma(self.plan)
        while stapel:
            top = stapel.pop()
            if top not in gezien:
                gezien.add(top)
                stapel.extend(gevraagd(prog, RATIONAAL, top, self.waarden))
        return frozenset(gezien)

    def ontbrekend(self, *slots: int) -> tuple[InvoerSleutel, ...]:
        """The inputs on which the value rests and that were not given."""
        steps = self.plan.steps
        return tuple(
            steps[i].par
            for i in sorted(self.gebruikt(*slots))
            if steps[i].op is Op.INVOER and self.geval.invoer.get(steps[i].par, LEEG) is LEEG
        )

    def open_normen(self, *slots: int) -> tuple[OordeelSleutel, ...]:
        """The open norms on which the value rests, judged or not."""
        return self._parameters_van(slots, Op.OPEN_NORM)

    def parameters(self, *slots: int) -> tuple[str, ...]:
        """The parameters on which the value rests."""
        return self._parameters_van(slots, Op.PARAMETER)

    def parameters_zonder_waarde(self, *slots: int) -> tuple[str, ...]:
        """The parameters on which the value rests and that have none on this rekendatum."""
        steps = self.plan.steps
        return tuple(
            steps[i].par
            for i in sorted(self.gebruikt(*slots))
            if steps[i].op is Op.PARAMETER and self.waarden[i] is LEEG
        )

    def _parameters_van(self, slots: tuple[int, ...], op: Op) -> tuple[Any, ...]:
        steps = self.plan.steps
        return tuple(steps[i].par for i in sorted(self.gebruikt(*slots)) if steps[i].op is op)

    def gevuurd(self, *slots: int) -> tuple[tuple[int, str], ...]:
        """The rules that fired on the way to this slot: true branches, as (KIES slot, rule)."""
        kiezers = [i for i in sorted(self.gebruikt(*slots)) if self.plan.steps[i].op is Op.KIES]
        return tuple((i, regel) for i in kiezers for regel in self._waar(i))

    def _waar(self, slot: int) -> list[str]:
        step = self.plan.steps[slot]
        waar = [n for n in range(len(step.args) // 2) if ooit_waar(self.waarden[step.args[2 * n]])]
        return [step.par.regels[n] for n in waar]

    def regels(self, *slots: int) -> frozenset[str]:
        """The rules on the path: those that fired, and those whose steps made the value (not
        those of which only a condition was tested)."""
        namen = {regel for _, regel in self.gevuurd(*slots)}
        gezien: set[int] = set()
        stapel = [slot for slot in slots if self.waarden[slot] is not None]
        while stapel:
            top = stapel.pop()
            if top in gezien:
                continue
            gezien.add(top)
            step = self.plan.steps[top]
            if step.regel is not None:
                namen.add(step.regel)
            stapel.extend(_waardedragers(step, self.gevraagd(top)))
        return frozenset(namen)


def stap_achter(uitslag: Uitslag, slot: int) -> int | None:
    """The step that a question through roles comes down to in this run: the property of whoever
    stands there; if a rule could have put somebody there and did not, whether he is there. None:
    there is no such step, or more than one."""
    namen = {f"{e} van {o}": slot for (o, e), slot in uitslag.plan.eigenschappen.items()}
    while True:
        step = uitslag.plan.steps[slot]
        if step.label in namen:
            return namen[step.label]
        if step.op is Op.INDIEN:
            paren = [(step.args[0], step.args[1])]
        elif step.op is Op.ENIGE:
            paren = list(zip(step.args[::2], step.args[1::2], strict=True))
        else:
            return None
        waar = [waarde for bewaker, waarde in paren if uitslag.waarden[bewaker] is True]
        if not waar and len(paren) == 1:
            return paren[0][0]
        if len(waar) != 1:
            return None
        slot = waar[0]


def ooit_waar(waarde: Any) -> bool:
    """True, at all times or at some time."""
    if isinstance(waarde, Tijdwaarde):
        return any(w is True for w in waarde.waarden)
    return waarde is True


def _waardedragers(step: Step, gevraagd: tuple[int, ...]) -> tuple[int, ...]:
    """Of the arguments asked for: those that make the value, not those that guard it."""
    if step.op in (Op.KIES, Op.ENIGE):
        voorwaarden = set(step.args[: len(step.args) // 2 * 2 : 2])
        return tuple(arg for arg in gevraagd if arg not in voorwaarden)
    return gevraagd[1:] if step.op is Op.INDIEN else gevraagd


def bestaande(uitslag: Uitslag) -> list[tuple[str, str]]:
    """The objects that are there for certain, at some time at least, with their type."""
    return [
        (naam, objecttype)
        for naam, (objecttype, _) in uitslag.plan.objecten.items()
        if _soms_waar(uitslag.bestaat(naam))
    ]


def _soms_waar(waarde: Any) -> bool:
    return True in waarde.waarden if isinstance(waarde, Tijdwaarde) else waarde is True


def omgeving(plan: GroundPlan, geval: Geval) -> Omgeving[Fraction]:
    """The facts of a case over exact rationals; its parameters go before those of the plan."""
    parameters = {**plan.parameters, **geval.parameters} if geval.parameters else plan.parameters
    return Omgeving(RATIONAAL, geval.invoer, geval.oordelen, parameters)


def reken(plan: GroundPlan, geval: Geval, doelen: Sequence[int] | None = None) -> Uitslag:
    """Compute the goals (default: all that the plan can tell) and whatever they need."""
    _zelfde_dag(plan, geval)
    alle = plan.doelen if doelen is None else doelen
    waarden = evalueer(programma(plan), omgeving(plan, geval), alle)
    return Uitslag(plan, geval, tuple([None if w is NIET_BEREKEND else w for w in waarden]))


def uitkomsten(plan: GroundPlan, geval: Geval, doelen: Sequence[int]) -> tuple[Waarde, ...]:
    """The values of the goals and no more: the same as `reken` gives, without what it takes to
    say why."""
    _zelfde_dag(plan, geval)
    waarden = evalueer(kort_programma(plan), omgeving(plan, geval), doelen)
    return tuple([waarden[doel] for doel in doelen])


def uitkomst(plan: GroundPlan, geval: Geval, doel: int) -> Waarde:
    """The value of one goal."""
    return uitkomsten(plan, geval, (doel,))[0]


def _zelfde_dag(plan: GroundPlan, geval: Geval) -> None:
    if geval.rekendatum != plan.rekendatum:
        raise ValueError(f"plan is for {plan.rekendatum}, case for {geval.rekendatum}")
