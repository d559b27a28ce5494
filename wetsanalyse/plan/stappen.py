"""Steps being gathered, each shared where it can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from wetsanalyse.model.feiten import Huishouden
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.types import BOOLEAN, Type
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import (
    Kwantiteit,
    Op,
    Step,
)
from wetsanalyse.text import Span


class Kader:
    """One run of a rule, for ``object``: which instance each number stands for, and its
    variables so far. ``dag``: the step of the day that a dagsoortdefinitie is about."""

    def __init__(
        self, versie: Regelversie | None, gebonden: Mapping[int, str], object_: str | None = None,
        *, dag: int | None = None,
    ) -> None:  # fmt: skip
        self.versie = versie
        self.gebonden = gebonden
        self.object = object_
        self.dag = dag
        self.variabelen: dict[str, int] = {}

    def met(self, nummer: int, naam: str) -> Kader:
        kader = Kader(self.versie, {**self.gebonden, nummer: naam}, self.object, dag=self.dag)
        # A variable cannot see the element of a selection, so its step can be shared.
        kader.variabelen = self.variabelen
        return kader

    @property
    def regel(self) -> str | None:
        return self.versie.id if self.versie else None

    @property
    def span(self) -> Span | None:
        return self.versie.span if self.versie else None


class Stappen:
    """Gathers steps; every method gives the number of the step it made or found."""

    def __init__(self, plan: Plan, huishouden: Huishouden) -> None:
        self.plan, self.model, self.huishouden = plan, plan.model, huishouden
        self.steps: list[Step] = []
        self.gedeeld: dict[Any, int] = {}
        self.lopend: set[Any] = set()
        self.type_van = dict(huishouden.objecten)
        self.van_type: dict[str, list[str]] = {}
        for naam, objecttype in huishouden.objecten:
            self.van_type.setdefault(objecttype, []).append(naam)

    def stap(
        self, op: Op, args: Sequence[int], type_: Type, par: Any = None, *,
        label: str = "", kader: Kader | None = None, hoofd: bool = False, span: Any = None,
    ) -> int:  # fmt: skip
        self.steps.append(
            Step(
                op,
                tuple(args),
                type_,
                par,
                label,
                kader.regel if kader else None,
                kader.object if kader else None,
                hoofd,
                span,
            )
        )
        return len(self.steps) - 1

    def eenmaal(self, sleutel: Any, maak: Callable[[], int]) -> int:
        if sleutel not in self.gedeeld:
            self.gedeeld[sleutel] = maak()
        return self.gedeeld[sleutel]

    def vast(self, waarde: Any, type_: Type, span: Any = None) -> int:
        return self.eenmaal(
            ("vast", type(waarde), waarde, type_),
            lambda: self.stap(Op.CONSTANTE, (), type_, waarde, span=span),
        )

    def noem(self, slot: int, naam: str, *, hoofd: bool = False) -> int:
        """Give a step a name, if it has none that a reader knows already."""
        step = self.steps[slot]
        if not step.hoofd and step.op is not Op.CONSTANTE:
            self.steps[slot] = replace(step, label=naam, hoofd=hoofd)
        return slot

    def waar(self) -> int:
        return self.vast(True, BOOLEAN)

    def en(self, bewakers: Sequence[int | None], kader: Kader | None = None) -> int | None:
        """All of the guards; None when there is none."""
        echte = list(dict.fromkeys(b for b in bewakers if b is not None))
        if len(echte) < 2:
            return echte[0] if echte else None
        if kader is None:
            sleutel = ("en", *echte)
            return self.eenmaal(
                sleutel, lambda: self.stap(Op.TEL, echte, BOOLEAN, Kwantiteit("alle"))
            )
        return self.stap(Op.TEL, echte, BOOLEAN, Kwantiteit("alle"), kader=kader)

    def of(self, bewakers: list[int]) -> int:
        """One of the guards is enough."""
        if len(bewakers) == 1:
            return bewakers[0]
        return self.stap(Op.TEL, bewakers, BOOLEAN, Kwantiteit("ten minste", 1, geordend=False))

    def gevuld(self, slot: int, kader: Kader | None = None) -> int:
        """Whether a value is not leeg."""

        def maak() -> int:
            leeg = self.stap(Op.IS_LEEG, (slot,), BOOLEAN, kader=kader)
            return self.stap(Op.NIET, (leeg,), BOOLEAN, kader=kader)

        return self.eenmaal(("gevuld", slot), maak)

    def bewaakt(self, bewaker: int | None, slot: int, type_: Type) -> int:
        """A value, or leeg when the guard says no."""
        return slot if bewaker is None else self.stap(Op.INDIEN, (bewaker, slot), type_)
