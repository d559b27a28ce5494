"""What every pattern along an axis is, and what it gives. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Drempel
from wetsanalyse.analyses.drempels import Drempels
from wetsanalyse.analyses.hardheidsproef import Hardheidsproef
from wetsanalyse.analyses.positie import JAAR, venster
from wetsanalyse.analyses.vegen import Veeg
from wetsanalyse.model.model import Evenredigheidsnorm
from wetsanalyse.run.verloop import Grens, Sprong


@dataclass(frozen=True, slots=True)
class Waarneming:
    """What a pattern saw: at ``x_burger`` it is harsh, at ``x_buur`` not. ``stap`` is the
    comparison that splits them, where it is known; ``hard`` says what counts as harsh when the
    citizen is run again."""

    patroon: str
    veeg: Veeg = field(repr=False)
    x_burger: int
    x_buur: int
    maat: Fraction
    eenheid: str
    drempel: Drempel
    hard: Hardheidsproef
    stap: int | None = None
    norm: Evenredigheidsnorm | None = None
    garantie: str | None = None
    """Along the axis; None: that of the sweep."""

    @property
    def regel(self) -> str | None:
        """The rule that the splitting comparison belongs to."""
        return self.veeg.grond.steps[self.stap].regel if self.stap is not None else None


@dataclass(frozen=True, slots=True)
class Patroon:
    """``soort`` as in the catalogue: P one execution, 2P a pair, G the graph alone."""

    id: str
    naam: str
    soort: str
    vraag: str
    bewijs: str
    vals_alarm: str
    controleer: Callable[[Veeg, Drempels], Iterator[Waarneming]]


def jaarmaat(veeg: Veeg) -> Fraction:
    """How many years the shortest window is: yearly thresholds are taken times this, so that a
    long window beside it hides nothing."""
    uitkomsten = veeg.plan.model.uitkomsten
    return min((venster(u) for u in uitkomsten), default=JAAR) / JAAR


def bovengewoon(veeg: Veeg, sprong: Sprong | Grens) -> Fraction:
    """How much a jump is more than the regular change of one unit beside it: twelve months of
    care cost more than eleven, and that is no klif."""
    assert sprong.sprong is not None
    gewoon = max(
        (abs(s.helling) for x in (sprong.links, sprong.rechts)
         if (s := veeg.netto.stuk(x)).helling is not None and s.tot > s.van),
        default=Fraction(0),
    )  # fmt: skip
    return abs(sprong.sprong) - gewoon
