"""What a pattern gives: for one citizen it is harsh, for another not. [hardheid 4]"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bewijstabel, Drempel
from wetsanalyse.analyses.oorzaak.hardheidsproef import Hardheidsproef
from wetsanalyse.analyses.oorzaak.onderscheid import Onderscheid, OpAs
from wetsanalyse.analyses.verlopen.positie import JAAR, venster
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.model import Evenredigheidsnorm
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan
from wetsanalyse.run.verloop import Grens, Sprong


@dataclass(frozen=True, slots=True)
class Waarneming:
    """What a pattern saw: for one citizen it is harsh, for the other not. ``stap`` is the
    comparison that splits them, where it is known; ``hard`` says what counts as harsh when the
    citizen is run again; ``bewijs`` are tables that show it."""

    patroon: str
    plan: Plan = field(repr=False)
    grond: GroundPlan = field(repr=False)
    onderscheid: Onderscheid
    maat: Fraction
    eenheid: str
    drempel: Drempel
    hard: Hardheidsproef
    stap: int | None = None
    norm: Evenredigheidsnorm | None = None
    garantie: str = "exact"
    """Along the axis, or of the replays."""
    bewijs: tuple[Bewijstabel, ...] = ()
    hoogste: Fraction | None = None
    """What the worst hit loses, where somebody is shown who loses hardly less and is more like the
    modal person."""

    @property
    def paar(self) -> tuple[Casus, Casus]:
        """The citizen who is hit, and the neighbour."""
        return self.onderscheid.paar

    @property
    def regel(self) -> str | None:
        """The rule that the splitting comparison belongs to."""
        return self.grond.steps[self.stap].regel if self.stap is not None else None


def langs_as(
    patroon: str,
    veeg: Veeg,
    x_burger: int,
    x_buur: int,
    maat: Fraction,
    eenheid: str,
    drempel: Drempel,
    hard: Hardheidsproef,
    stap: int | None = None,
    norm: Evenredigheidsnorm | None = None,
    garantie: str | None = None,
    bewijs: tuple[Bewijstabel, ...] = (),
) -> Waarneming:
    """What was seen on a sweep; its guarantee is that of the sweep unless told otherwise."""
    return Waarneming(
        patroon, veeg.plan, veeg.grond, OpAs(veeg, x_burger, x_buur), maat, eenheid, drempel,
        hard, stap, norm, garantie or veeg.netto.garantie, bewijs,
    )  # fmt: skip


def jaarmaat(plan: Plan) -> Fraction:
    """How many years the shortest window is: yearly thresholds are taken times this, so that a
    long window beside it hides nothing."""
    return min((venster(u) for u in plan.model.uitkomsten), default=JAAR) / JAAR


def bovengewoon(veeg: Veeg, sprong: Sprong | Grens) -> Fraction:
    """How much a jump is more than the regular change of one unit beside it: twelve months of
    care cost more than eleven, and that is no klif. What happens only once is not regular."""
    assert sprong.sprong is not None
    gewoon = max(
        (abs(s.helling) for x in (sprong.links, sprong.rechts)
         if (s := veeg.netto.stuk(x)).helling is not None and s.tot > s.van + 1),
        default=Fraction(0),
    )  # fmt: skip
    return abs(sprong.sprong) - gewoon
