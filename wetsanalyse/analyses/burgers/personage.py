"""One citizen with the flat plan of the household, for patterns that change one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest

from wetsanalyse.analyses.oorzaak.onderscheid import InGegeven, met_gegeven
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import vragen
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.invoer import is_invoer
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan, Op
from wetsanalyse.run.exact import reken, uitkomst
from wetsanalyse.run.toestanden import geval


@dataclass(frozen=True)
class Personage:
    """A citizen who is looked at by himself, not along an axis."""

    plan: Plan = field(repr=False)
    grond: GroundPlan = field(repr=False)
    casus: Casus

    def netto(self, casus: Casus) -> Fraction | None:
        """The net position of a citizen of the same household; None: not a number."""
        return self.waarde(casus, NETTO)

    def waarde(self, casus: Casus, vraag: str) -> Fraction | None:
        """Another question to such a citizen."""
        waarde = uitkomst(self.grond, geval(self.plan, casus), self.grond.vragen[vraag])
        return waarde if isinstance(waarde, Fraction) else None

    def gelezen(self, casus: Casus) -> frozenset[tuple[str, str]]:
        """The inputs that the net position of such a citizen rests on: (object, property)."""
        doel = self.grond.vragen[NETTO]
        pad = reken(self.grond, geval(self.plan, casus), (doel,)).gebruikt(doel)
        stappen = (self.grond.steps[slot] for slot in pad)
        return frozenset((s.par.object, s.par.eigenschap) for s in stappen if s.op is Op.INVOER)

    def anders(self) -> Iterator[InGegeven]:
        """Each kenmerk that is given, the other way round: that citizen, and this one."""
        model = self.plan.model
        for naam, objecttype in self.casus.huishouden.objecten:
            for kenmerk in model.objecttypen[objecttype].kenmerken:
                if is_invoer(self.plan, objecttype, kenmerk):
                    waarde = not self.casus.invoer.get((naam, kenmerk), False)
                    ander = met_gegeven(self.casus, naam, kenmerk, waarde)
                    yield InGegeven(model, (ander, self.casus), naam, kenmerk)


def personage(plan: Plan, casus: Casus) -> Personage:
    return Personage(plan, ground(plan, casus.huishouden, vragen(plan, casus.huishouden)), casus)


def om_en_om(burgers: Sequence[Casus], hoogstens: int) -> list[Casus]:
    """At most so many citizens: in turn one of each kind of household, so that none is passed over
    because another has many variants."""
    per_huishouden: dict[Huishouden, list[Casus]] = {}
    for casus in burgers:
        per_huishouden.setdefault(casus.huishouden, []).append(casus)
    rondes = zip_longest(*per_huishouden.values())
    return [casus for ronde in rondes for casus in ronde if casus is not None][:hoogstens]
