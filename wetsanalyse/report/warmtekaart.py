"""Which pattern was seen in which regulation: the heat map of the report. [hardheid 9]"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.patronen import PATRONEN
from wetsanalyse.model.model import Model
from wetsanalyse.report.opmaak import met_eenheid

ID = re.compile(r"\bP\d\d\b")
GEVRAAGD = "alleen gevraagd"
ZONDER = "regels zonder artikel"


@dataclass(frozen=True, slots=True)
class Vak:
    """One pattern in one regulation: how many findings, the greatest loss, and how warm (0 none,
    1 under five hundred euro, 2 under three thousand, 3 more). ``gemeten`` False: it was not, or
    not wholly, measured, so that nothing found says nothing."""

    patroon: str
    aantal: int
    verlies: str
    warmte: int
    gemeten: bool


@dataclass(frozen=True, slots=True)
class Warmterij:
    regeling: str
    vakken: tuple[Vak, ...]


def warmtekaart(
    bevindingen: Sequence[Bevinding], model: Model, niet_gemeten: Sequence[str] = ()
) -> tuple[Warmterij, ...]:
    """A row for every regulation, a cell for every pattern that gives findings; what is accepted
    does not count. ``niet_gemeten``: the sentences of the examination about what it left out."""
    per_regeling: dict[str, list[Bevinding]] = {
        r.afkorting or r.naam: [] for r in model.regelingen.values()
    }
    for b in bevindingen:
        if b.telt:
            for regeling in dict.fromkeys(p.regeling for p in b.herkomst) or (ZONDER,):
                per_regeling.setdefault(regeling, []).append(b)
    patronen = [p.id for p in PATRONEN if p.id != "P18"]
    open_ = _open(niet_gemeten, frozenset(patronen))
    return tuple(
        Warmterij(regeling, tuple(_vak(id_, lijst, id_ not in open_) for id_ in patronen))
        for regeling, lijst in per_regeling.items()
    )


def _open(niet_gemeten: Sequence[str], patronen: frozenset[str]) -> frozenset[str]:
    """The patterns that a sentence calls not measured, before its colon; or all but those that
    were asked for."""
    gevonden: set[str] = set()
    for zin in niet_gemeten:
        wat, _, rest = zin.partition(":")
        gevonden |= patronen - set(ID.findall(rest)) if wat == GEVRAAGD else set(ID.findall(wat))
    return frozenset(gevonden)


def _vak(patroon: str, bevindingen: Sequence[Bevinding], gemeten: bool) -> Vak:
    eigen = [b for b in bevindingen if b.patroon == patroon]
    verlies = max((g.verlies for b in eigen for g in b.getuigen), default=Fraction(0))
    warmte = 0 if not eigen else 1 + (verlies >= 500) + (verlies >= 3000)
    bedrag = met_eenheid(verlies, "€") if eigen else ""
    return Vak(patroon, len(eigen), bedrag, warmte, gemeten)
