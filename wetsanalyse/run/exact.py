"""The exact run: one citizen, exact rationals, and the trace as a matter of course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

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
    programma,
)
from wetsanalyse.run.getallen import Rationaal

Waarde = Fraction | bool | str | Leeg | Fout | Onbeslist
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

    def gevraagd(self, slot: int) -> tuple[int, ...]:
        """The arguments that this step really asked for; none if it was not needed."""
        if self.waarden[slot] is None:
            return ()
        return gevraagd(programma(self.plan), RATIONAAL, slot, self.waarden)

    def gebruikt(self, slot: int) -> frozenset[int]:
        """The dynamic cone: the steps on which the value of this slot rests, itself included."""
        gezien: set[int] = set()
        stapel = [slot] if self.waarden[slot] is not None else []
        while stapel:
            top = stapel.pop()
            if top not in gezien:
                gezien.add(top)
                stapel.extend(self.gevraagd(top))
        return frozenset(gezien)

    def ontbrekend(self, slot: int) -> tuple[InvoerSleutel, ...]:
        """The inputs on which the value rests and that were not given."""
        steps = self.plan.steps
        return tuple(
            steps[i].par
            for i in sorted(self.gebruikt(slot))
            if steps[i].op is Op.INVOER and self.geval.invoer.get(steps[i].par, LEEG) is LEEG
        )

    def open_normen(self, slot: int) -> tuple[OordeelSleutel, ...]:
        """The open norms on which the value rests, judged or not."""
        return self._parameters_van(slot, Op.OPEN_NORM)

    def parameters(self, slot: int) -> tuple[str, ...]:
        """The parameters on which the value rests."""
        return self._parameters_van(slot, Op.PARAMETER)

    def _parameters_van(self, slot: int, op: Op) -> tuple[Any, ...]:
        steps = self.plan.steps
        return tuple(steps[i].par for i in sorted(self.gebruikt(slot)) if steps[i].op is op)

    def gevuurd(self, slot: int) -> tuple[tuple[int, str], ...]:
        """The rules that fired on the way to this slot: true branches, as (KIES slot, rule)."""
        kiezers = [i for i in sorted(self.gebruikt(slot)) if self.plan.steps[i].op is Op.KIES]
        return tuple((i, regel) for i in kiezers for regel in self._waar(i))

    def _waar(self, slot: int) -> list[str]:
        step = self.plan.steps[slot]
        waar = [n for n in range(len(step.args) // 2) if self.waarden[step.args[2 * n]] is True]
        return [step.par.regels[n] for n in waar]

    def regels(self, slot: int) -> frozenset[str]:
        """The rules on the path: those that fired, and those whose steps made the value (not
        those of which only a condition was tested)."""
        namen = {regel for _, regel in self.gevuurd(slot)}
        gezien: set[int] = set()
        stapel = [slot] if self.waarden[slot] is not None else []
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


def _waardedragers(step: Step, gevraagd: tuple[int, ...]) -> tuple[int, ...]:
    """Of the arguments asked for: those that make the value, not those that guard it."""
    if step.op is Op.KIES:
        voorwaarden = set(step.args[:-1:2])
        return tuple(arg for arg in gevraagd if arg not in voorwaarden)
    return gevraagd[1:] if step.op is Op.INDIEN else gevraagd


def omgeving(plan: GroundPlan, geval: Geval) -> Omgeving[Fraction]:
    """The facts of a case over exact rationals; its parameters go before those of the plan."""
    parameters = {**plan.parameters, **geval.parameters} if geval.parameters else plan.parameters
    return Omgeving(RATIONAAL, geval.invoer, geval.oordelen, parameters)


def reken(plan: GroundPlan, geval: Geval, doelen: Sequence[int] | None = None) -> Uitslag:
    """Compute the goals (default: every property of the plan) and whatever they need."""
    if geval.rekendatum != plan.rekendatum:
        raise ValueError(f"plan is for {plan.rekendatum}, case for {geval.rekendatum}")
    alle = plan.eigenschappen.values() if doelen is None else doelen
    waarden = evalueer(programma(plan), omgeving(plan, geval), alle)
    return Uitslag(plan, geval, tuple([None if w is NIET_BEREKEND else w for w in waarden]))
