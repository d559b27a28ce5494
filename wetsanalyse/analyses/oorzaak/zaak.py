"""One thing that a pattern saw, worked out: the twin, who is to blame, the ways out."""

from __future__ import annotations

from dataclasses import dataclass, field

from wetsanalyse.analyses.bevinding import Blaam, Dekking
from wetsanalyse.analyses.oorzaak.tweeling import Tweeling
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.plan.lower import Plan


@dataclass(frozen=True, slots=True)
class Zaak:
    """One thing that was seen, worked out: the twin and who is to blame."""

    waarneming: Waarneming
    paar: Tweeling = field(repr=False)
    blaam: tuple[Blaam, ...]
    volledig: bool
    dekking: Dekking
    direct: int
    testen: tuple[int, ...] = ()
    """The tests in those rules that came out differently."""

    @property
    def plan(self) -> Plan:
        return self.paar.plan

    @property
    def regels(self) -> tuple[str, ...]:
        """The rules that split the two: the first minimal set, else the comparison's own rule."""
        if self.blaam:
            return self.blaam[0].regels
        return (self.waarneming.regel,) if self.waarneming.regel else ()


Bundel = tuple[Zaak, ...]
"""The cases of one finding: the axis that the rule is about first."""
