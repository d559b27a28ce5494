"""One thing that a pattern saw, worked out: the twin, who is to blame, the ways out."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Blaam, Dekking
from wetsanalyse.analyses.oorzaak.bedragen import in_centen, keer_in_venster
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verhouding
from wetsanalyse.analyses.oorzaak.tweeling import Tweeling
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.verlopen.positie import JAAR, venster
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
    def verlies(self) -> Fraction:
        """What the citizen loses against the neighbour. Where a ratio is harsh for one of two who
        bear the same, that is nothing: then it is the consequence that both of them bear."""
        hard = self.waarneming.hard
        if self.paar.verlies > 0 or not isinstance(hard, Verhouding):
            return self.paar.verlies
        gevolg, _ = self.paar.waarden(hard.gevolg)
        lengte = max((venster(u) for u in self.plan.model.uitkomsten), default=JAAR)
        keer = keer_in_venster(
            self.paar.grond.steps[self.paar.grond.vragen[hard.gevolg]].type, lengte
        )
        return gevolg * keer if keer and isinstance(gevolg, Fraction) else self.paar.verlies

    @property
    def omschrijving(self) -> str:
        """What the difference between the two does to the citizen, in words."""
        hoe, bedrag = self.waarneming.onderscheid.hoe, in_centen(self.verlies)
        if self.verlies == self.paar.verlies:
            meer = self.waarneming.hoogste
            erger = f"; wie het meest verliest, verliest {in_centen(meer)}" if meer else ""
            return f"{hoe} kost {bedrag}{erger}"
        return f"{hoe}: het gevolg is nog {bedrag}, terwijl de tekortkoming kleiner is"

    @property
    def regels(self) -> tuple[str, ...]:
        """The rules that split the two: the first minimal set, else the comparison's own rule."""
        if self.blaam:
            return self.blaam[0].regels
        return (self.waarneming.regel,) if self.waarneming.regel else ()


Bundel = tuple[Zaak, ...]
"""The cases of one finding: the axis that the rule is about first."""
