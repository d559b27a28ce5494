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
        gevonden: list[tuple[int, str]] = []
        for i in sorted(self.gebruikt(slot)):
            step = self.plan.steps[i]
            if step.op is Op.KIES:
                waar = [
                    n for n in range(len(step.args) // 2) if self.waarden[step.args[2 * n]] is True
                ]
                gevonden += [(i, step.par.regels[n]) for n in waar]
        return tuple(gevonden)


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
