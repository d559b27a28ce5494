"""Layer L0: what the rules themselves show, without a single citizen. [hardheid 6.1, 11.1]

It sees too much rather than too little: a bare step is a place to look, not a harsh outcome."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Blaam, Dekking, Routerij
from wetsanalyse.analyses.maten.maatstaf import Maatstaf, geleverd
from wetsanalyse.analyses.statisch.drempelplaatsen import (
    Drempelplaats,
    Poort,
    drempelplaatsen,
    poorten,
)
from wetsanalyse.analyses.statisch.invloed import Invloeden, invloeden
from wetsanalyse.analyses.statisch.nadelige_stappen import NadeligeStap, nadelige_stappen
from wetsanalyse.analyses.statisch.termijnplaatsen import (
    Termijnplaats,
    Waaier,
    termijnplaatsen,
    waaiers,
)
from wetsanalyse.analyses.uitwegen.clausulebereik import Clausulebereik, clausulebereiken
from wetsanalyse.analyses.uitwegen.dekking import dekking_van
from wetsanalyse.plan.lower import Plan


@dataclass(frozen=True, slots=True)
class GedekteStap:
    """An adverse step with every way out held against it."""

    stap: NadeligeStap
    dekking: Dekking
    sigma: Fraction

    @property
    def kaal(self) -> bool:
        """Adverse, and no way out of enough strength has it in its scope."""
        return self.stap.is_nadelig and self.dekking.sterkte < self.sigma

    @property
    def kaal_nu(self) -> bool:
        return self.stap.is_nadelig and self.dekking.sterkte_nu < self.sigma

    @property
    def dekkend(self) -> tuple[Routerij, ...]:
        """The ways out that reach it, the strongest first."""
        rijen = [r for r in self.dekking.rijen if r.dekt == "dekt"]
        return tuple(sorted(rijen, key=lambda r: -r.sterkte))


@dataclass(frozen=True, slots=True)
class Statisch:
    """All that is static. ``stappen`` holds the steps of unknown direction too."""

    rekendatum: date
    sigma: Fraction
    drempels: tuple[Drempelplaats, ...]
    stappen: tuple[GedekteStap, ...]
    poorten: tuple[Poort, ...]
    termijnen: tuple[Termijnplaats, ...]
    waaiers: tuple[Waaier, ...]
    clausules: tuple[Clausulebereik, ...]
    invloeden: Invloeden = field(repr=False, compare=False)

    @property
    def nadelig(self) -> tuple[GedekteStap, ...]:
        return tuple(s for s in self.stappen if s.stap.is_nadelig)

    @property
    def kaal(self) -> tuple[GedekteStap, ...]:
        return tuple(s for s in self.stappen if s.kaal)


def statisch(
    plan: Plan, maatstaf: Maatstaf | None = None, sigma: Fraction | None = None
) -> Statisch:
    """``sigma``: how strong a way out must be (default: the threshold of P14)."""
    maat = maatstaf or geleverd()
    drempels = maat.voor(plan.model)
    genoeg = drempels.van("P14", "sterkte").waarde if sigma is None else sigma
    inv = invloeden(plan)
    plaatsen = drempelplaatsen(plan)
    stappen = nadelige_stappen(inv)
    gedekt = tuple(GedekteStap(s, _dekking(plan, s.versies, maat), genoeg) for s in stappen)
    sterkten = {g.stap.regel: g.dekking.sterkte for g in gedekt}
    tijdregels = {plan.versies[d.regel] for d in plaatsen if d.soort == "tijd"}
    sterkten |= {
        v.regel: _dekking(plan, (v.id,), maat).sterkte
        for v in plan.versies.values()
        if v in tijdregels and v.regel not in sterkten
    }
    nadelig = tuple(v for s in stappen if s.is_nadelig for v in s.versies)
    return Statisch(
        plan.rekendatum,
        genoeg,
        plaatsen,
        gedekt,
        poorten(inv, plaatsen),
        termijnplaatsen(inv, plaatsen, stappen, sterkten, genoeg),
        waaiers(inv, stappen, drempels.van("P12", "uitkomsten").waarde),
        clausulebereiken(plan, nadelig, maat.schaal),
        inv,
    )


def _dekking(plan: Plan, versies: tuple[str, ...], maat: Maatstaf) -> Dekking:
    """A step alone: whether a way out has all of its versions in its scope."""
    plaatsen = tuple(dict.fromkeys(b for v in versies for b in plan.versies[v].herkomst.bronnen))
    return dekking_van(plan, (Blaam(versies, plaatsen),), maat)
