"""Which ways out are strong enough and have some rules in their scope. [hardheid 6.1]"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Blaam
from wetsanalyse.analyses.maten.maatstaf import Maatstaf
from wetsanalyse.analyses.uitwegen.dekking import dekking_van
from wetsanalyse.model.model import Clausuleversie, geldt
from wetsanalyse.plan.lower import Plan


@dataclass(frozen=True)
class Uitwegen:
    """What has some rules in its scope and is strong enough. ``algemeen`` asks nothing of the
    citizen; ``clausules`` have a condition; ``samen``: only more of them together do."""

    algemeen: tuple[str, ...] = ()
    clausules: tuple[tuple[str, Clausuleversie], ...] = ()
    samen: bool = False

    @property
    def is_er(self) -> bool:
        return bool(self.algemeen or self.clausules)


def uitwegen_van(plan: Plan, set_: Blaam, maatstaf: Maatstaf, genoeg: Fraction) -> Uitwegen:
    """Held against the scope alone, whoever the citizen is."""
    rijen = dekking_van(plan, (set_,), maatstaf).rijen
    sterk = [r.route for r in rijen if r.dekt == "dekt" and r.sterkte >= genoeg]
    algemeen = {r.naam for r in maatstaf.routes}
    clausules = [
        (naam, versie)
        for naam in sterk
        if naam in plan.model.clausules
        for versie in plan.model.clausules[naam].versies
        if geldt(versie.van, versie.tot, plan.rekendatum)
    ]
    los = tuple(naam for naam in sterk if naam in algemeen)
    return Uitwegen(los, tuple(clausules), bool(sterk) and not los and not clausules)
