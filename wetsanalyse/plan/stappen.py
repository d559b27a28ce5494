"""Steps being gathered, each shared where it can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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


class Kader:
    """One run of a rule, for ``object``: which instance each number stands for, and its
    variables so far."""

    def __init__(
        self, versie: Regelversie | None, gebonden: Mapping[int, str], object_: str | None = None
    ) -> None:
        self.versie = versie
        self.gebonden = gebonden
        self.object = object_
        self.variabelen: dict[str, int] = {}

    def met(self, nummer: int, naam: str) -> Kader:
        kader = Kader(self.versie, {**self.gebonden, nummer: naam}, self.object)
        # A variable cannot see the element of a selection, so its step can be shared.
        kader.variabelen = self.variabelen
        return kader

    @property
    def regel(self) -> str | None:
        return self.versie.id if self.versie else None


class Stappen:
    """Gathers steps; every method gives the number of the step it made or found."""

    def __init__(self, plan: Plan, huishouden: Huishouden) -> None:
        self.plan, self.model, self.huishouden = plan, plan.model, huishouden
        self.steps: list[Step] = []
        self.gedeeld: dict[Any, int] = {}
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

    def waar(self) -> int:
        return self.vast(True, BOOLEAN)

    def en(self, bewakers: Sequence[int | None], kader: Kader | None = None) -> int | None:
        """All of the guards; None when there is none."""
        echte = [b for b in bewakers if b is not None]
        if len(echte) < 2:
            return echte[0] if echte else None
        return self.stap(Op.TEL, echte, BOOLEAN, Kwantiteit("alle"), kader=kader)

    def of(self, bewakers: list[int]) -> int:
        """One of the guards is enough."""
        if len(bewakers) == 1:
            return bewakers[0]
        return self.stap(Op.TEL, bewakers, BOOLEAN, Kwantiteit("ten minste", 1))

    def bewaakt(self, bewaker: int | None, slot: int, type_: Type) -> int:
        """A value, or leeg when the guard says no."""
        return slot if bewaker is None else self.stap(Op.INDIEN, (bewaker, slot), type_)
