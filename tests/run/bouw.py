"""A small builder of flat plans for tests."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from wetsanalyse.model.types import BOOLEAN, DATUM, Soort, Type
from wetsanalyse.plan.ops import (
    Afronding,
    GroundPlan,
    InvoerSleutel,
    Kiezers,
    Kwantiteit,
    OordeelSleutel,
    Op,
    Step,
    Vergelijking,
)
from wetsanalyse.run.exact import Geval

GETAL = Type(Soort.NUMERIEK)
TEKST = Type(Soort.TEKST)
REKENDATUM = date(2025, 1, 1)
X = InvoerSleutel("A", "x")


class Bouw:
    """Steps in order; every method gives the slot of the new step."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.eigenschappen: dict[tuple[str, str], int] = {}

    def op(self, op: Op, *args: int, par: Any = None, type_: Type = GETAL) -> int:
        self.steps.append(Step(op, args, type_, par))
        return len(self.steps) - 1

    def invoer(self, naam: str = "x", type_: Type = GETAL) -> int:
        slot = self.op(Op.INVOER, par=InvoerSleutel("A", naam), type_=type_)
        self.eigenschappen["A", naam] = slot
        return slot

    def const(self, waarde: Any, type_: Type = GETAL) -> int:
        if isinstance(waarde, int) and not isinstance(waarde, bool):
            waarde = Fraction(waarde)
        if isinstance(waarde, date):
            waarde, type_ = Fraction(waarde.toordinal()), DATUM
        return self.op(Op.CONSTANTE, par=waarde, type_=type_)

    def norm(self, naam: str) -> int:
        return self.op(Op.OPEN_NORM, par=OordeelSleutel(naam, "A"), type_=BOOLEAN)

    def vergelijk(self, links: int, teken: str, rechts: int, soort: str = "getal") -> int:
        return self.op(Op.VERGELIJK, links, rechts, par=Vergelijking(teken, soort), type_=BOOLEAN)

    def afronden(self, slot: int, wijze: str, decimalen: int) -> int:
        return self.op(Op.AFRONDEN, slot, par=Afronding(wijze, decimalen))

    def tel(self, soort: str, *args: int, aantal: int = 0) -> int:
        return self.op(Op.TEL, *args, par=Kwantiteit(soort, aantal), type_=BOOLEAN)

    def kies(self, *args: int) -> int:
        regels = tuple(f"regel {n + 1}" for n in range(len(args) // 2))
        return self.op(Op.KIES, *args, par=Kiezers(regels, "A"))

    def plan(self, **parameters: Any) -> GroundPlan:
        return GroundPlan(tuple(self.steps), dict(self.eigenschappen), parameters, REKENDATUM)


def geval(**invoer: Any) -> Geval:
    """A case of object A; an int or Fraction is a number."""
    return Geval(REKENDATUM, {InvoerSleutel("A", naam): w for naam, w in invoer.items()})
