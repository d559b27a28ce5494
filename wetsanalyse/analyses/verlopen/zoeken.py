"""Search outside, sweep inside: Hypothesis chooses the household, the exact sweep says how bad the
worst step on the axis is, and that number leads the search. [hardheid 11.4]"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, zip_longest
from typing import Any

from wetsanalyse.analyses.burgers.strategieen import Keuzen, Plek, keuzen, strategie
from wetsanalyse.analyses.oorzaak.onderscheid import met_gegeven
from wetsanalyse.analyses.oorzaak.waarneming import bovengewoon
from wetsanalyse.analyses.verlopen.vegen import Opdracht, Veeg, veeg_van
from wetsanalyse.model.casus import Casus
from wetsanalyse.plan.lower import Plan

SAMEN = 2
"""At least so many examples for one axis of one kind of household."""
KLIMMEN = 2
"""One in so many examples is kept for climbing from the worst citizen that chance found."""


@dataclass(frozen=True, slots=True)
class Zoekbudget:
    """``voorbeelden`` over all axes together; ``evaluaties``: the search of one axis stops after
    so many runs of the plan, however many examples that were. Both are counts, not time, so that
    a search can be repeated."""

    voorbeelden: int
    evaluaties: int


@dataclass
class _Beste:
    """The worst step that was seen on one axis, and the runs that it took."""

    verlies: Fraction = Fraction(0)
    veeg: Veeg | None = field(default=None, repr=False)
    evaluaties: int = 0


def zoek(
    plan: Plan,
    opdrachten: Sequence[Opdracht],
    gedaan: Sequence[Veeg],
    budget: Zoekbudget,
    seed: int = 0,
    voortgang: Callable[[int, int], None] = lambda _nu, _van: None,
) -> list[Veeg]:
    """For each axis of each kind of household: a citizen with a worse step than all sweeps so far,
    if there is one within the budget."""
    assen: dict[object, Opdracht] = {}
    for o in opdrachten:
        assen.setdefault((o.casus.huishouden, o.object, o.attribuut), o)
    if not assen or budget.voorbeelden < 1:
        return []
    per_as = max(SAMEN, budget.voorbeelden // len(assen))
    gevonden: list[Veeg] = []
    for nummer, opdracht in enumerate(assen.values()):
        voortgang(nummer, len(assen))
        zelfde = [v for v in gedaan if v.casus.huishouden == opdracht.casus.huishouden]
        beter = _zoek_op_as(plan, opdracht, zelfde, per_as, budget.evaluaties, seed)
        gevonden += [beter] if beter is not None else []
    voortgang(len(assen), len(assen))
    return gevonden


def _zoek_op_as(
    plan: Plan,
    opdracht: Opdracht,
    gedaan: Sequence[Veeg],
    voorbeelden: int,
    evaluaties: int,
    seed: int,
) -> Veeg | None:
    from hypothesis import HealthCheck, Phase, given, settings, target
    from hypothesis import seed as met_seed

    as_ = (opdracht.object, opdracht.attribuut)
    eigen = [v for v in gedaan if (v.object, v.attribuut) == as_]
    ergste = max(eigen, key=ergste_stap, default=None)
    beste = _Beste(ergste_stap(ergste) if ergste is not None else Fraction(0))
    keuze = keuzen(plan, opdracht.grond, opdracht.casus, gevonden_grenzen(gedaan))

    def meet(casus: Casus) -> Fraction | None:
        if beste.evaluaties >= evaluaties:
            return None
        veeg = veeg_van(plan, opdracht.op(casus))
        if veeg is None:
            return None
        beste.evaluaties += veeg.netto.evaluaties
        verlies = ergste_stap(veeg)
        if verlies > beste.verlies:
            beste.verlies, beste.veeg = verlies, veeg
        return verlies

    def kijk(casus: Casus) -> None:
        verlies = meet(casus)
        if verlies is not None:
            # A guide for the search only: nothing is reported from this number.
            target(float(verlies), label=f"klif bij {opdracht.attribuut}")

    proef = settings(
        max_examples=max(1, voorbeelden - voorbeelden // KLIMMEN),
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.target),
        suppress_health_check=list(HealthCheck),
    )(met_seed(seed)(given(strategie(keuze, frozenset({as_})))(kijk)))
    proef()
    begin = beste.veeg or ergste
    if begin is not None:
        _klim(keuze, as_, begin.casus, beste, meet, voorbeelden // KLIMMEN)
    return beste.veeg


def _klim(
    keuze: Keuzen,
    as_: Plek,
    nu: Casus,
    beste: _Beste,
    meet: Callable[[Casus], Fraction | None],
    over: int,
) -> None:
    """From the worst citizen on, one input at a time, keeping what is worse: chance seldom puts
    many inputs at the end of their range at once. It stops when a whole round brings nothing."""
    verder = True
    while verder:
        verder = False
        for plek, waarde in _zetten(keuze, as_):
            if nu.invoer.get(plek) == waarde:
                continue
            if over == 0:
                return
            over -= 1
            anders, tot_nu = met_gegeven(nu, *plek, waarde), beste.verlies
            verlies = meet(anders)
            if verlies is not None and verlies > tot_nu:
                nu, verder = anders, True


def _zetten(keuze: Keuzen, as_: Plek) -> Iterator[tuple[Plek, Any]]:
    """The values to try: first the ends of each range and the other kinds, then by turns the
    limits of the law, those nearest to the modal value first."""
    getallen = {plek: g for plek, g in keuze.getallen.items() if plek != as_}
    for plek, g in getallen.items():
        yield from ((plek, einde * g.per) for einde in (g.laag, g.hoog))
    for plek, waarden in keuze.soorten.items():
        yield from ((plek, waarde) for waarde in waarden)
    rijen = ([(plek, x * g.per) for x in g.grenzen] for plek, g in getallen.items())
    yield from (zet for zet in chain.from_iterable(zip_longest(*rijen)) if zet is not None)


def gevonden_grenzen(gedaan: Iterable[Veeg]) -> dict[Plek, set[Fraction]]:
    """Where something changes along each axis: a limit that no article states is among them."""
    grenzen: dict[Plek, set[Fraction]] = {}
    for veeg in gedaan:
        plekken = {veeg.waarde(g.links) for g in veeg.netto.grenzen}
        grenzen.setdefault((veeg.object, veeg.attribuut), set()).update(plekken)
    return grenzen


def ergste_stap(veeg: Veeg) -> Fraction:
    """The greatest loss by one legal unit, more than the regular change beside it."""
    return max(_sprongen(veeg), default=Fraction(0))


def _sprongen(veeg: Veeg) -> Iterable[Fraction]:
    for grens in veeg.netto.grenzen:
        if grens.sprong is not None:
            yield bovengewoon(veeg, grens)
