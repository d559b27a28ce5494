"""The ways to look for the worst case, each with the same number of runs of the plan.

A method gives the greatest loss that it saw, and how many runs it took. What it could not see with
its runs it does not get: nothing is polished afterwards."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import product
from math import floor, prod
from operator import mul
from typing import TYPE_CHECKING, Any

from benchmarks.hardheid.probleem import Opgave, Plek
from wetsanalyse.analyses.burgers.strategieen import Getalkeuze, strategie
from wetsanalyse.analyses.burgers.verkenning import PROEVEN, verken
from wetsanalyse.analyses.burgers.vormen import burgers
from wetsanalyse.analyses.oorzaak.onderscheid import met_gegeven
from wetsanalyse.analyses.verlopen.vegen import Veeg, veeg_van
from wetsanalyse.analyses.verlopen.zoeken import Zoekbudget, zoek
from wetsanalyse.model.casus import Casus

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

BUITEN = 200
"""Outer examples of the layered search: households for which the whole axis is swept."""
VASTE = 60
"""Of those, at most so many are fixed citizens; the rest is chosen by the search."""
ZONDER_EINDE = 10**9


Paar = tuple[Casus, Casus]


@dataclass(frozen=True, slots=True)
class Vondst:
    """``gerekend``: runs of the plan; ``paar``: the two citizens, one unit apart, who differ by
    ``verlies``. None: nobody loses anything."""

    verlies: Fraction
    gerekend: int
    paar: Paar | None


Methode = Callable[[Opgave, int, int], Vondst]
"""The problem, the seed, and the budget in runs."""


# ------------------------------------------------------------------ layers


def gelaagd(o: Opgave, seed: int, _budget: int = 0) -> Vondst:
    """As an examination does it, for one axis: fixed citizens and those with a path of their own
    are swept, then the search goes on from there."""
    vaste, gerekend = vaste_burgers(o)
    return _vegen_en_zoeken(o, vaste, seed, gerekend)


def alleen_zoeken(o: Opgave, seed: int, _budget: int = 0) -> Vondst:
    """The same without fixed citizens: only the modal one to start from."""
    return _vegen_en_zoeken(o, [o.modaal], seed, 0)


def vaste_burgers(o: Opgave) -> tuple[list[Casus], int]:
    """Fixed citizens of this household, and the runs that it took to find them at most. One of a
    scenario may lie outside the ranges, and so outside the problem."""
    alle = [c for c in burgers(o.plan, o.scenarios) if c.huishouden == o.probleem.huishouden]
    verkend = verken(o.plan, alle)
    alles = (_volledig(o, c) for c in (o.modaal, *verkend))
    gekozen = {_sleutel(c): c for c in alles if not o.buiten(c)}
    return list(gekozen.values())[:VASTE], PROEVEN + len(alle)


def _volledig(o: Opgave, casus: Casus) -> Casus:
    """Within what is free: all of it given, the axis where the modal one is (it is swept)."""
    vrij = {*o.keuze.getallen, *o.keuze.soorten} - {o.probleem.as_}
    eigen = {plek: w for plek, w in casus.invoer.items() if plek in vrij}
    return o.keuze.casus({**o.modaal.invoer, **eigen})


def _sleutel(casus: Casus) -> Any:
    return frozenset(casus.invoer.items())


def _vegen_en_zoeken(o: Opgave, vaste: list[Casus], seed: int, gerekend: int) -> Vondst:
    opdracht = o.opdracht.op(_volledig(o, o.modaal))
    geveegd = [v for c in vaste if (v := veeg_van(o.plan, opdracht.op(c))) is not None]
    budget = Zoekbudget(BUITEN - len(geveegd), ZONDER_EINDE)
    tocht = zoek(o.plan, [opdracht], geveegd, budget, seed, vast=frozenset(o.probleem.vast))
    gerekend += tocht.evaluaties + sum(v.netto.evaluaties for v in geveegd)
    stappen = (stap for v in (*geveegd, *tocht.vegen) if (stap := grootste(v)) is not None)
    ergste = max(stappen, key=lambda stap: stap[0], default=None)
    return (
        Vondst(Fraction(0), gerekend, None)
        if ergste is None
        else Vondst(ergste[0], gerekend, ergste[1])
    )


def grootste(veeg: Veeg) -> tuple[Fraction, Paar] | None:
    """The greatest step at a border of a sweep."""
    grenzen = [(abs(g.sprong), g) for g in veeg.netto.grenzen if g.sprong]
    if not grenzen:
        return None
    verlies, grens = max(grenzen, key=lambda rij: rij[0])
    plek = (veeg.object, veeg.attribuut)
    een, ander = (
        met_gegeven(veeg.casus, *plek, veeg.waarde(x)) for x in (grens.links, grens.rechts)
    )
    return verlies, (een, ander)


# ------------------------------------------------------------------ one citizen at a time


class _Teller:
    """The worst so far, within a budget of runs."""

    def __init__(self, o: Opgave, budget: int) -> None:
        self.o, self.budget = o, budget
        self.verlies, self.gerekend = Fraction(0), 0
        self.paar: Paar | None = None

    @property
    def op(self) -> bool:
        return self.gerekend + 2 > self.budget

    def probeer(self, casus: Casus) -> Fraction:
        """Two runs: the citizen, and one unit further; at the end of the axis one back."""
        plek, g = self.o.probleem.as_, self.o.as_
        if casus.invoer[plek] == g.hoog * g.per:
            casus = met_gegeven(casus, *plek, (g.hoog - 1) * g.per)
        self.gerekend += 2
        buur = met_gegeven(casus, *plek, casus.invoer[plek] + g.per)
        verlies = self.o.verlies(casus, buur)
        if verlies > self.verlies:
            self.verlies, self.paar = verlies, (casus, buur)
        return verlies

    @property
    def vondst(self) -> Vondst:
        return Vondst(self.verlies, self.gerekend, self.paar)


def willekeurig(o: Opgave, seed: int, budget: int) -> Vondst:
    """Every input evenly from its range."""
    toeval, teller = random.Random(seed), _Teller(o, budget)
    k = o.keuze
    while not teller.op:
        gekozen: dict[Plek, Any] = {
            plek: toeval.randint(g.laag, g.hoog) * g.per for plek, g in k.getallen.items()
        }
        gekozen |= {plek: toeval.choice(waarden) for plek, waarden in k.soorten.items()}
        teller.probeer(k.casus(gekozen))
    return teller.vondst


def raster(o: Opgave, _seed: int, budget: int) -> Vondst:
    """As many places per number as fit in the budget, evenly spread, both ends among them."""
    teller, k = _Teller(o, budget), o.keuze
    per_getal = 1
    while 2 * _aantal(o, per_getal + 1) <= budget and per_getal < budget:
        per_getal += 1
    assen: dict[Plek, list[Any]] = {
        plek: [x * g.per for x in _plaatsen(g, per_getal)] for plek, g in k.getallen.items()
    }
    assen |= {plek: list(waarden) for plek, waarden in k.soorten.items()}
    for keuze in product(*assen.values()):
        if teller.op:
            break
        teller.probeer(k.casus(dict(zip(assen, keuze, strict=True))))
    return teller.vondst


def _aantal(o: Opgave, per_getal: int) -> int:
    maten = [len(_plaatsen(g, per_getal)) for g in o.keuze.getallen.values()]
    return prod([*maten, *(len(w) for w in o.keuze.soorten.values())])


def _plaatsen(g: Getalkeuze, aantal: int) -> list[int]:
    if aantal == 1:
        return [g.modaal]
    stap = Fraction(g.hoog - g.laag, aantal - 1)
    return sorted({g.laag + floor(i * stap) for i in range(aantal)})


def hypothesis_kaal(o: Opgave, seed: int, budget: int) -> Vondst:
    """As a programmer would write it: integers in their range."""
    return _hypothesis(o, seed, budget, _eenvoudig(o), doel=False)


def hypothesis_doel(o: Opgave, seed: int, budget: int) -> Vondst:
    """The same, led by the loss."""
    return _hypothesis(o, seed, budget, _eenvoudig(o), doel=True)


def hypothesis_grenzen(o: Opgave, seed: int, budget: int) -> Vondst:
    """Led by the loss, and with the limits of the law put in; without a sweep."""
    return _hypothesis(o, seed, budget, strategie(o.keuze), doel=True)


def _eenvoudig(o: Opgave) -> SearchStrategy[Casus]:
    from hypothesis import strategies as st

    velden: dict[Plek, SearchStrategy[Any]] = {
        plek: st.integers(g.laag, g.hoog).map(partial(mul, g.per))
        for plek, g in o.keuze.getallen.items()
    }
    velden |= {plek: st.sampled_from(waarden) for plek, waarden in o.keuze.soorten.items()}
    return st.fixed_dictionaries(velden).map(o.keuze.casus)


def _hypothesis(
    o: Opgave, seed: int, budget: int, wie: SearchStrategy[Casus], *, doel: bool
) -> Vondst:
    from hypothesis import HealthCheck, Phase, given, settings, target
    from hypothesis import seed as met_seed

    teller = _Teller(o, budget)

    def kijk(casus: Casus) -> None:
        if teller.op:
            return
        verlies = teller.probeer(casus)
        if doel:
            target(float(verlies), label="verlies")

    proef = settings(
        max_examples=max(1, budget // 2),
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.target) if doel else (Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )(met_seed(seed)(given(wie)(kijk)))
    proef()
    return teller.vondst


METHODEN: dict[str, Methode] = {
    "lagen": gelaagd,
    "alleen zoeken en vegen": alleen_zoeken,
    "willekeurig": willekeurig,
    "Hypothesis": hypothesis_kaal,
    "Hypothesis met doel": hypothesis_doel,
    "Hypothesis met doel en grenzen": hypothesis_grenzen,
    "raster": raster,
}
"""The first one sets the budget of runs for the others."""
