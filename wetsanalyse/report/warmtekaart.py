"""Which pattern was seen in which regulation: the heat map of the report. [hardheid 9]"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.patronen import PATRONEN
from wetsanalyse.model.model import Model
from wetsanalyse.report.opmaak import met_eenheid

ZONDER = "regels zonder artikel"


@dataclass(frozen=True, slots=True)
class Vak:
    """One pattern in one regulation: how many findings, the greatest loss, and how warm (0 none,
    1 under five hundred euro, 2 under three thousand, 3 more)."""

    patroon: str
    aantal: int
    verlies: str
    warmte: int


@dataclass(frozen=True, slots=True)
class Warmterij:
    regeling: str
    vakken: tuple[Vak, ...]


def warmtekaart(bevindingen: Sequence[Bevinding], model: Model) -> tuple[Warmterij, ...]:
    """A row for every regulation, a cell for every pattern that gives findings; what is accepted
    does not count."""
    per_regeling: dict[str, list[Bevinding]] = {
        r.afkorting or r.naam: [] for r in model.regelingen.values()
    }
    for b in bevindingen:
        if b.telt:
            for regeling in dict.fromkeys(p.regeling for p in b.herkomst) or (ZONDER,):
                per_regeling.setdefault(regeling, []).append(b)
    patronen = [p.id for p in PATRONEN if p.id != "P18"]
    return tuple(
        Warmterij(regeling, tuple(_vak(id_, lijst) for id_ in patronen))
        for regeling, lijst in per_regeling.items()
    )


def _vak(patroon: str, bevindingen: Sequence[Bevinding]) -> Vak:
    eigen = [b for b in bevindingen if b.patroon == patroon]
    verlies = max((g.verlies for b in eigen for g in b.getuigen), default=Fraction(0))
    warmte = 0 if not eigen else 1 + (verlies >= 500) + (verlies >= 3000)
    return Vak(patroon, len(eigen), met_eenheid(verlies, "€") if eigen else "", warmte)
