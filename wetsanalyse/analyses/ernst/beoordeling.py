"""All that is judged of one finding: how severe, how many, and which class. [hardheid 7, 9]"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from wetsanalyse.analyses.burgers.bevolking import Bevolking
from wetsanalyse.analyses.ernst.ernstfeiten import zwaarste
from wetsanalyse.analyses.ernst.geraakt import Geheugen
from wetsanalyse.analyses.ernst.klasse import Klasse, klasse
from wetsanalyse.analyses.ernst.omvang import Omvang, TeKlein, omvang, samen
from wetsanalyse.analyses.ernst.score import Ernstscore
from wetsanalyse.analyses.maten.weging import Weging
from wetsanalyse.analyses.oorzaak.zaak import Zaak
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.plan.lower import Plan

ONBEKEND = "omvang onbekend"
"""What the report says where ``omvang`` is None."""


@dataclass(frozen=True, slots=True)
class Beoordeling:
    """``omvang`` None: there is no population, or it cannot be measured in one."""

    ernst: Ernstscore
    omvang: Omvang | TeKlein | None
    klasse: Klasse


@dataclass(frozen=True)
class Beoordelaar:
    """What judging takes, for one examination. ``rho``: from how many times the shortcoming a
    consequence is harsh."""

    plan: Plan = field(repr=False)
    weging: Weging
    rho: Fraction
    vegen: tuple[Veeg, ...] = field(default=(), repr=False)
    bevolking: Bevolking | None = field(default=None, repr=False)
    geheugen: dict[int, Geheugen] = field(default_factory=dict, repr=False)
    """Per plan: a case with a history has one of its own."""

    def oordeel(self, bundel: Sequence[Zaak]) -> Beoordeling:
        """Of one finding. Its first case gives the class, the most severe one ``top``, and the one
        that hits the most ``massa``: the others may hit the same people."""
        eerste = bundel[0]
        vegen = self.vegen if eerste.plan is self.plan else ()
        return Beoordeling(
            zwaarste(tuple(bundel), self.weging),
            self._omvang(bundel),
            klasse(eerste, vegen, self._geheugen(eerste.plan)),
        )

    def _omvang(self, bundel: Sequence[Zaak]) -> Omvang | TeKlein | None:
        if self.bevolking is None:
            return None
        return samen(
            [
                omvang(zaak, self.bevolking, self.weging, self.rho, self._geheugen(zaak.plan))
                for zaak in bundel
            ]
        )

    def _geheugen(self, plan: Plan) -> Geheugen:
        return self.geheugen.setdefault(id(plan), Geheugen(plan))
