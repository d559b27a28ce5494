"""What counts as harsh when a citizen is run again with some steps undone. [hardheid 6.1]"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.plan.ops import LEEG


@dataclass(frozen=True, slots=True)
class Verlies:
    """Harsh: at least ``grens`` euro less than the neighbour, over the window."""

    grens: Fraction

    @property
    def vragen(self) -> tuple[str, ...]:
        return (NETTO,)

    def is_hard(self, burger: Sequence[Any], buur: Sequence[Any]) -> bool:
        """A value that is no number is not known to be better: it stays harsh."""
        if not isinstance(burger[0], Fraction) or not isinstance(buur[0], Fraction):
            return True
        return buur[0] - burger[0] >= self.grens


@dataclass(frozen=True, slots=True)
class Verhouding:
    """Harsh: the consequence is at least ``hard`` times the shortcoming, and not small."""

    gevolg: str
    tekortkoming: str
    hard: Fraction
    materieel: Fraction

    @property
    def vragen(self) -> tuple[str, ...]:
        return self.gevolg, self.tekortkoming

    def is_hard(self, burger: Sequence[Any], buur: Sequence[Any]) -> bool:
        """Nothing filled in: no consequence, or no shortcoming. A fault is not known to be
        better."""
        gevolg, tekort = burger
        if gevolg is LEEG or tekort is LEEG:
            return False
        if not isinstance(gevolg, Fraction) or not isinstance(tekort, Fraction):
            return True
        return tekort > 0 and gevolg >= self.materieel and gevolg / tekort >= self.hard


@dataclass(frozen=True, slots=True)
class OnderBodem:
    """Harsh: less than ``grens`` euro is left above the floor, in the tightest month."""

    ruimte: str
    grens: Fraction

    @property
    def vragen(self) -> tuple[str, ...]:
        return (self.ruimte,)

    def is_hard(self, burger: Sequence[Any], buur: Sequence[Any]) -> bool:
        """A value that is no number is not known to be better: it stays harsh."""
        return not isinstance(burger[0], Fraction) or burger[0] < self.grens


Hardheidsproef = Verlies | Verhouding | OnderBodem
