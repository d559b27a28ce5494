"""Hypothesis strategies for the citizens of a model, made so that what is left after shrinking is
as near to the modal person as it can be. [hardheid 11.4]

A number is drawn as an offset from the modal value: zero is where shrinking goes. The limits of the
law are put in by hand as t-1, t, t+1, because chance never hits them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import floor
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from wetsanalyse.analyses.burgers.verkenning import genoemd
from wetsanalyse.analyses.burgers.vormen import Domein, domeinen, op_rooster, rooster
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.cellen import eigenschappen
from wetsanalyse.model.model import Kenmerk
from wetsanalyse.model.types import Soort
from wetsanalyse.plan.invoer import is_invoer
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

Plek = tuple[str, str]
GRENZEN = 24
"""At most so many limits of the law are put in for one input: spread over all of them."""
NIETS: Mapping[Plek, Iterable[Fraction]] = MappingProxyType({})


@dataclass(frozen=True)
class Keuzen:
    """What each input of a household can be. ``vorm`` is the citizen to shrink to; ``getallen``:
    range, modal place and limits, in whole legal units; ``soorten``: all values, the modal one
    first."""

    vorm: Casus
    getallen: dict[Plek, Getalkeuze] = field(repr=False)
    soorten: dict[Plek, tuple[Any, ...]] = field(repr=False)

    def casus(self, gekozen: dict[Plek, Any]) -> Casus:
        """The citizen with these values; None: not given."""
        invoer = {**self.vorm.invoer, **gekozen}
        over = {plek: w for plek, w in invoer.items() if w is not None}
        return replace(self.vorm, invoer=MappingProxyType(over))

    def zonder(self, vast: Container[Plek]) -> Keuzen:
        """The same, with the inputs of ``vast`` as they are in the form."""
        getallen = {plek: g for plek, g in self.getallen.items() if plek not in vast}
        soorten = {plek: w for plek, w in self.soorten.items() if plek not in vast}
        return Keuzen(self.vorm, getallen, soorten)


@dataclass(frozen=True, slots=True)
class Getalkeuze:
    """In whole legal units of ``per``: from ``laag`` to ``hoog``."""

    laag: int
    hoog: int
    modaal: int
    grenzen: tuple[int, ...]
    per: Fraction


def keuzen(
    plan: Plan, grond: GroundPlan, vorm: Casus, extra: Mapping[Plek, Iterable[Fraction]] = NIETS
) -> Keuzen:
    """Every input of a household in a fixed order. ``extra``: limits that were found elsewhere,
    of each input its own."""
    bereik = domeinen(plan)
    waarden = {w for w in genoemd(grond) if isinstance(w, Fraction)}
    getallen: dict[Plek, Getalkeuze] = {}
    soorten: dict[Plek, tuple[Any, ...]] = {}
    for naam, objecttype in vorm.huishouden.objecten:
        for eigenschap, lid in eigenschappen(plan.model, objecttype):
            plek = (naam, eigenschap)
            domein = bereik.get((objecttype, eigenschap))
            if domein is not None:
                getallen[plek] = _getalkeuze(domein, waarden.union(extra.get(plek, ())))
            elif isinstance(lid, Kenmerk):
                if is_invoer(plan, objecttype, eigenschap):
                    nu = bool(vorm.invoer.get(plek, False))
                    soorten[plek] = (nu, not nu)
            elif is_invoer(plan, objecttype, lid.naam):
                alle = _alle(plan, lid.type.soort, lid.type.domein)
                if alle:
                    nu = vorm.invoer.get(plek, alle[0])
                    soorten[plek] = tuple(dict.fromkeys((nu, *alle)))
    return Keuzen(vorm, getallen, soorten)


def _alle(plan: Plan, soort: Soort, domein: str | None) -> tuple[Any, ...]:
    if soort is Soort.ENUMERATIE:
        return tuple(plan.model.enumeraties[domein or ""])
    return (True, False) if soort is Soort.BOOLEAN else ()


def _getalkeuze(domein: Domein, waarden: Iterable[Fraction]) -> Getalkeuze:
    b = domein.bereik
    laag, hoog = rooster(b)
    midden = b.modaal if b.modaal is not None else (b.van + b.tot) / 2
    modaal = floor(op_rooster(b, midden) / b.per)
    binnen = sorted({floor(w / b.per) for w in waarden if b.van <= w <= b.tot})
    punten = {p + d for p in _gespreid(binnen) for d in (-1, 0, 1)}
    grenzen = sorted((p for p in punten if laag <= p <= hoog), key=lambda p: (abs(p - modaal), p))
    return Getalkeuze(laag, hoog, modaal, tuple(grenzen), b.per)


def _gespreid(punten: Sequence[int]) -> Sequence[int]:
    if len(punten) <= GRENZEN:
        return punten
    return [punten[i * (len(punten) - 1) // (GRENZEN - 1)] for i in range(GRENZEN)]


def strategie(k: Keuzen, behalve: frozenset[Plek] = frozenset()) -> SearchStrategy[Casus]:
    """Citizens of one household; the inputs of ``behalve`` stay as in the form."""
    from hypothesis import strategies as st

    velden = {plek: s for plek, s in losse_waarden(k).items() if plek not in behalve}
    return st.fixed_dictionaries(velden).map(k.casus)


def losse_waarden(k: Keuzen) -> dict[Plek, SearchStrategy[Any]]:
    """What each input can be, by itself."""
    from hypothesis import strategies as st

    velden: dict[Plek, SearchStrategy[Any]] = {p: _getal(g) for p, g in k.getallen.items()}
    return velden | {p: st.sampled_from(waarden) for p, waarden in k.soorten.items()}


def _getal(g: Getalkeuze) -> SearchStrategy[Fraction]:
    """The modal value first, then the limits of the law, the ends of the range, then anything."""
    from hypothesis import strategies as st

    delen: list[SearchStrategy[int]] = [st.just(g.modaal)]
    if g.grenzen:
        delen.append(st.sampled_from(g.grenzen))
    delen.append(st.sampled_from((g.laag, g.hoog)))
    delen.append(st.integers(g.laag - g.modaal, g.hoog - g.modaal).map(lambda d: g.modaal + d))
    return st.one_of(delen).map(lambda x: x * g.per)
