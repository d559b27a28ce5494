"""Search outside, sweep inside: Hypothesis chooses the household, the exact sweep says how bad the
worst step on the axis is, and that number leads the search. [hardheid 11.4]"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import cycle
from typing import Any

from wetsanalyse.analyses.burgers.strategieen import Plek, keuzen, strategie
from wetsanalyse.analyses.burgers.vormen import domeinen
from wetsanalyse.analyses.oorzaak.onderscheid import met_gegeven
from wetsanalyse.analyses.verlopen.lijnzoeken import Ergste, ergste_plaats, ergste_van
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import MINSTENS, Opdracht, Veeg, invoer_van, veeg_van
from wetsanalyse.model.casus import Casus
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import InvoerSleutel

SAMEN = 2
"""At least so many examples for one axis of one kind of household."""
TOEVAL = 4
"""One in so many examples is a citizen by chance; the rest is for climbing from the worst."""
ANDERS = 2
"""So many inputs are drawn again to start climbing from another place."""
GEDULD = 6
"""So many new starts in a row without anything worse are enough."""
LEZEN = 2
"""Runs of the plan to see what a step rests on: one on each side."""


@dataclass(frozen=True, slots=True)
class Zoekbudget:
    """``voorbeelden`` over all axes together; ``evaluaties``: the search of one axis stops after
    so many runs of the plan, however many examples that were. Both are counts, not time, so that
    a search can be repeated."""

    voorbeelden: int
    evaluaties: int


@dataclass(frozen=True, slots=True)
class Zoektocht:
    """Of each axis at most one sweep, worse than all before it; and the runs that it all took."""

    vegen: tuple[Veeg, ...]
    evaluaties: int


def zoek(
    plan: Plan,
    opdrachten: Sequence[Opdracht],
    gedaan: Sequence[Veeg],
    budget: Zoekbudget,
    seed: int = 0,
    voortgang: Callable[[int, int], None] = lambda _nu, _van: None,
    vast: frozenset[Plek] = frozenset(),
) -> Zoektocht:
    """For each axis of each kind of household: a citizen with a worse step than all sweeps so far,
    if there is one within the budget. The inputs of ``vast`` stay as they are in the sweep."""
    assen: dict[object, Opdracht] = {}
    for o in opdrachten:
        assen.setdefault((o.casus.huishouden, o.object, o.attribuut), o)
    if not assen or budget.voorbeelden < 1:
        return Zoektocht((), 0)
    per_as = max(SAMEN, budget.voorbeelden // len(assen))
    gevonden: list[Veeg] = []
    gerekend = 0
    for nummer, opdracht in enumerate(assen.values()):
        voortgang(nummer, len(assen))
        zelfde = [v for v in gedaan if v.casus.huishouden == opdracht.casus.huishouden]
        per = Zoekbudget(per_as, budget.evaluaties)
        zoeker = _Zoeker(plan, opdracht, zelfde, vast, per)
        beter = zoeker.zoek(seed)
        gevonden += [beter] if beter is not None else []
        gerekend += per.evaluaties - zoeker.over.evaluaties
    voortgang(len(assen), len(assen))
    return Zoektocht(tuple(gevonden), gerekend)


class _Zoeker:
    """The search on one axis: what was seen, and what is left of the budget."""

    def __init__(
        self,
        plan: Plan,
        opdracht: Opdracht,
        gedaan: Sequence[Veeg],
        vast: frozenset[Plek],
        budget: Zoekbudget,
    ) -> None:
        self.plan, self.opdracht, self.over = plan, opdracht, budget
        self.as_ = (opdracht.object, opdracht.attribuut)
        self.bereik = domeinen(plan)
        raakt = invoer_van(opdracht.grond, opdracht.grond.vragen[NETTO])
        alle = keuzen(plan, opdracht.grond, opdracht.casus, gevonden_grenzen(gedaan))
        plekken = {*alle.getallen, *alle.soorten}
        dood = {plek for plek in plekken if InvoerSleutel(*plek) not in raakt}
        self.keuze = alle.zonder(vast | dood | {self.as_})
        self.kliffen: dict[Any, Ergste] = {}
        self.gezien: set[Any] = set()
        self.paden: set[Any] = set()
        for veeg in gedaan:
            if (veeg.object, veeg.attribuut) == self.as_:
                self._onthoud(ergste_van(veeg))
        self.vooraf = self.ergste.verlies if self.ergste is not None else Fraction(0)

    def zoek(self, seed: int) -> Veeg | None:
        """First by chance, then climbing from each kind of step that was seen, then from other
        places."""
        self.bij_toeval(max(1, self.over.voorbeelden // TOEVAL), seed)
        for begin in sorted(self.kliffen.values(), key=lambda k: k.stand, reverse=True):
            self.klim(begin)
        self.opnieuw(random.Random(seed))  # noqa: S311  chance, not a secret
        beste = self.ergste
        return None if beste is None or beste.verlies <= self.vooraf else beste.veeg

    @property
    def ergste(self) -> Ergste | None:
        return max(self.kliffen.values(), key=lambda k: k.stand, default=None)

    @property
    def kan_nog(self) -> bool:
        return self.over.voorbeelden > 0 and self.over.evaluaties > 0

    def _onthoud(self, klif: Ergste) -> None:
        tot_nu = self.kliffen.get(klif.stap)
        if tot_nu is None or klif.stand > tot_nu.stand:
            self.kliffen[klif.stap] = klif

    def bekijk(self, casus: Casus) -> Ergste | None:
        """The worst step on the axis for a citizen; None: seen before, or the budget is spent."""
        wie = frozenset(casus.invoer.items())
        if wie in self.gezien:
            return None
        self.gezien.add(wie)
        veeg = self._veeg(self.opdracht.op(casus))
        if veeg is None:
            return None
        klif = ergste_van(veeg)
        self._onthoud(klif)
        return klif

    def _veeg(self, opdracht: Opdracht) -> Veeg | None:
        if not self.kan_nog:
            return None
        veeg = veeg_van(self.plan, opdracht, max(MINSTENS, self.over.evaluaties))
        self.over = replace(self.over, voorbeelden=self.over.voorbeelden - 1)
        self._rekende(veeg.netto.evaluaties if veeg is not None else 0)
        return veeg

    def _rekende(self, keer: int) -> None:
        self.over = replace(self.over, evaluaties=self.over.evaluaties - keer)

    # -------------------------------------------------------------- by chance

    def bij_toeval(self, voorbeelden: int, seed: int) -> None:
        """Citizens by chance, led by the worst step and by what is at stake."""
        from hypothesis import HealthCheck, Phase, given, settings, target
        from hypothesis import seed as met_seed

        def kijk(casus: Casus) -> None:
            klif = self.bekijk(casus)
            if klif is not None:
                # A guide for the search only: nothing is reported from these numbers.
                verlies, hoogte = klif.stand
                target(float(verlies), label=f"klif bij {self.as_[1]}")
                target(float(hoogte), label="wat er op het spel staat")

        proef = settings(
            max_examples=voorbeelden,
            database=None,
            deadline=None,
            phases=(Phase.generate, Phase.target),
            suppress_health_check=list(HealthCheck),
        )(met_seed(seed)(given(strategie(self.keuze))(kijk)))
        proef()

    def opnieuw(self, toeval: random.Random) -> None:
        """Climb from other places, until so many in a row brought nothing worse."""
        zonder = 0
        while self.ergste is not None and zonder < GEDULD and self.kan_nog:
            tot_nu = self.ergste
            anders = self.bekijk(self.elders(tot_nu, toeval))
            if anders is not None:
                self.klim(anders)
            zonder = zonder + 1 if self.ergste is tot_nu else 0

    def elders(self, klif: Ergste, toeval: random.Random) -> Casus:
        """The same citizen with some inputs drawn again: ends of ranges, limits of the law."""
        casus = klif.veeg.casus
        plekken = [*self.keuze.getallen, *self.keuze.soorten]
        for plek in toeval.sample(plekken, min(ANDERS, len(plekken))):
            g = self.keuze.getallen.get(plek)
            if g is None:
                waarde = toeval.choice(self.keuze.soorten[plek])
            else:
                einden = (g.laag, g.hoog)
                waarde = toeval.choice(toeval.choice((einden, g.grenzen or einden))) * g.per
            casus = met_gegeven(casus, *plek, waarde)
        return casus

    # -------------------------------------------------------------- climbing

    def klim(self, nu: Ergste) -> None:
        """From a citizen on, one input at a time, keeping what is worse: chance seldom puts many
        inputs right at once. It stops when a whole round brings nothing."""
        self._ronden(self._ronden(nu, self._langs_lijn), self._uitersten)

    def _ronden(self, nu: Ergste, zetten: Callable[[Ergste, Plek], Iterator[Casus]]) -> Ergste:
        plekken = [*self.keuze.getallen, *self.keuze.soorten]
        zonder = 0
        self._rekende(LEZEN)
        for plek in cycle(plekken):
            if zonder == len(plekken) or not self.kan_nog:
                break
            zonder += 1
            for casus in zetten(nu, plek):
                anders = self.bekijk(casus)
                if anders is not None and self._verder(nu, anders):
                    nu, zonder = anders, 0
                    self._rekende(LEZEN)
        return nu

    def _verder(self, nu: Ergste, anders: Ergste) -> bool:
        """Worse; or, as long as nothing is lost, equal and decided as nobody before: two inputs
        may have to change before a step costs anything."""
        if anders.verlies or anders.stand != nu.stand:
            return anders.stand > nu.stand
        self._rekende(LEZEN)
        nieuw = anders.gelezen.pad not in self.paden
        self.paden.add(anders.gelezen.pad)
        return nieuw

    def _langs_lijn(self, nu: Ergste, plek: Plek) -> Iterator[Casus]:
        """The place of one number where this same step is worst, and every other kind. What is
        read at neither side of the step cannot make it worse."""
        if InvoerSleutel(*plek) not in nu.gelezen.invoer:
            return
        g = self.keuze.getallen.get(plek)
        if g is None:
            yield from self._uitersten(nu, plek)
            return
        rest = frozenset(
            (p, w) for p, w in nu.veeg.casus.invoer.items() if p not in (plek, self.as_)
        )
        if (plek, nu.links, rest) in self.gezien:
            return
        self.gezien.add((plek, nu.links, rest))
        links, rechts = (self._langs(nu, x, plek) for x in (nu.links, nu.rechts))
        x = ergste_plaats(links.netto, rechts.netto) if links and rechts else None
        if x is not None and x * g.per != nu.veeg.casus.invoer.get(plek):
            yield met_gegeven(nu.veeg.casus, *plek, x * g.per)

    def _langs(self, nu: Ergste, x: int, plek: Plek) -> Veeg | None:
        soort = nu.veeg.casus.huishouden.typen[plek[0]]
        casus = met_gegeven(nu.veeg.casus, *self.as_, nu.veeg.waarde(x))
        domein = self.bereik[soort, plek[1]]
        return self._veeg(
            replace(self.opdracht, casus=casus, object=plek[0], attribuut=plek[1], domein=domein)
        )

    def _uitersten(self, nu: Ergste, plek: Plek) -> Iterator[Casus]:
        """Both ends of the range of one number, or every other kind."""
        g = self.keuze.getallen.get(plek)
        waarden = (g.laag * g.per, g.hoog * g.per) if g else self.keuze.soorten[plek]
        anders = (w for w in waarden if nu.veeg.casus.invoer.get(plek) != w)
        yield from (met_gegeven(nu.veeg.casus, *plek, w) for w in anders)


def gevonden_grenzen(gedaan: Iterable[Veeg]) -> dict[Plek, set[Fraction]]:
    """Where something changes along each axis: a limit that no article states is among them."""
    grenzen: dict[Plek, set[Fraction]] = {}
    for veeg in gedaan:
        plekken = {veeg.waarde(g.links) for g in veeg.netto.grenzen}
        grenzen.setdefault((veeg.object, veeg.attribuut), set()).update(plekken)
    return grenzen


def ergste_stap(veeg: Veeg) -> Fraction:
    """The greatest loss by one legal unit, more than the regular change beside it."""
    return ergste_van(veeg).verlies
