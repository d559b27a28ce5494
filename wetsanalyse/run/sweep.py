"""The exact axis sweep: every piece along one axis of one household, from few evaluations.

A run with tracing numbers gives a *signature*: the outcomes that fix the path. Two points with
the same signature have the same path everywhere between them, as every comparison on it moves in
one direction; one that does not can only change inside its zone, and there every point is run.
A point on a path that is known already is followed along it (`run/pad.py`), with the same outcome.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.bewaard import Bewaard
from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel, Op
from wetsanalyse.run.evaluator import NIET_BEREKEND, Omgeving, Programma, evalueer, kort_programma
from wetsanalyse.run.exact import Geval, Waarde, omgeving
from wetsanalyse.run.pad import Meting, Pad, Paden, heel
from wetsanalyse.run.spoor import GEMENGD, VAST, Aantekening, Spoor, Sporen, spoor_as, spoor_const
from wetsanalyse.run.verloop import As, Garantie, Grens, Stuk, Verloop, geval_op, verschil

__all__ = ["As", "Grens", "Stuk", "Verloop", "sweep"]

PROEVEN = 16  # points tried inside an interval that can only be searched
EVALUATIES = 100_000
KORT = 8
"""After so many runs it pays to see first whether a known path is taken."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Closed: the path is the same from a to b (``gezocht``: as far as was tried)."""

    a: int
    b: int
    garantie: Garantie


def sweep(
    plan: GroundPlan,
    geval: Geval,
    as_: As,
    doel: int,
    *,
    zonegrens: int = 5000,
    evaluaties: int = EVALUATIES,
    zonestap: bool = True,
) -> Verloop:
    """The course of step ``doel`` along the axis. ``zonegrens``: up to how many points a zone is
    run point by point. ``evaluaties``: after so many runs what is left is only searched.
    ``zonestap`` False leaves the zone step out; only a test that shows its need does that."""
    veger = _Veger(plan, geval, as_, doel, zonegrens if zonestap else None, evaluaties)
    intervallen = _voeg_samen(veger, sorted(veger.intervallen(), key=lambda i: i.a))
    stukken = tuple(_stuk(veger, interval) for interval in intervallen)
    paren = pairwise(intervallen)
    grenzen = tuple(_grens(veger, links.b, rechts.a) for links, rechts in paren)
    exact = all(stuk.garantie == "exact" for stuk in stukken)
    garantie: Garantie = "exact" if exact else "gezocht"
    gerekend = len(veger.metingen)
    return Verloop(plan, geval, as_, doel, stukken, grenzen, garantie, gerekend, veger.paden)


# ------------------------------------------------------------------ runs


class _Veger:
    """The runs of one sweep, kept by x, and the search for intervals over them."""

    def __init__(
        self,
        plan: GroundPlan,
        geval: Geval,
        as_: As,
        doel: int,
        zonegrens: int | None,
        evaluaties: int,
    ) -> None:
        self.plan, self.geval, self.as_, self.doel = plan, geval, as_, doel
        self.zonegrens, self.evaluaties = zonegrens, evaluaties
        self.prog: Programma = kort_programma(plan)
        self.vast = _zonder_as(self.prog, geval, as_, doel)
        self.bekend = _als_sporen(self.prog, self.vast)
        self.metingen: dict[int, Meting] = {}
        self.paden = Paden()

    def run(self, x: int) -> Meting:
        meting = self.metingen.get(x)
        if meting is None:
            meting = self.paden.volg(x) if len(self.metingen) >= KORT else None
            if meting is None:
                meting = self.paden.nieuw(self._draai(x))
            self.metingen[x] = meting
        return meting

    def _draai(self, x: int) -> Pad:
        nu = [0]
        g = Sporen(nu)
        invoer = {**self.geval.invoer, self.as_.sleutel: spoor_as(x, self.as_.eenheid)}
        basis = omgeving(self.plan, self.geval)
        om = Omgeving(g, invoer, self.geval.oordelen, basis.parameters, nu)
        waarde = evalueer(self.prog, om, (self.doel,), self.bekend)[self.doel]
        return Pad(x, g.log, waarde)

    def schaduw(self, x: int, j: int) -> Fraction:
        """The shadow of the difference behind outcome j at a place that was run."""
        bekend = self.run(x).pad.schaduw(j, x)
        return self._draai(x).log[j].s if bekend is None else bekend

    def exact(self, x: int) -> Waarde:
        """The value at x by the exact interpreter: the steps that the axis moves."""
        om = omgeving(self.plan, geval_op(self.geval, self.as_, x))
        waarde: Waarde = evalueer(self.prog, om, (self.doel,), self.vast)[self.doel]
        return waarde

    def intervallen(self) -> Iterator[Interval]:
        """The axis cut into closed intervals, in no particular order. Piece after piece, from the
        left; with half of the runs gone in halves, the widest first, so that when they give out
        something was seen everywhere."""
        open_ = deque([(self.as_.van, self.as_.tot)])
        while open_:
            a, b = open_.popleft()
            links, rechts = self.run(a), self.run(b)
            if links.handtekening == rechts.handtekening:
                delen = self._gelijke_einden(a, b, links)
                if isinstance(delen, str):
                    yield Interval(a, b, delen)
                else:
                    open_ += delen
            elif b == a + 1:
                yield Interval(a, a, "exact")
                yield Interval(b, b, "exact")
            elif len(self.metingen) >= self.evaluaties:
                yield Interval(a, b - 1, "gezocht")
                yield Interval(b, b, "exact")
            else:
                snede = (a + b) // 2
                if 2 * len(self.metingen) < self.evaluaties:
                    snede = self._snede(a, b, links, rechts)
                open_ += [(a, snede), (snede + 1, b)]

    def _gelijke_einden(self, a: int, b: int, links: Meting) -> list[tuple[int, int]] | Garantie:
        """The same path at both ends: the parts that must still be looked at, or a guarantee."""
        if b - a <= 1 or self.zonegrens is None:
            return "exact"
        for j, entry in enumerate(links.pad.log):
            if entry.m != GEMENGD:
                continue
            zone = (a + 1, b - 1) if entry.e is None else _zone(entry, self.schaduw(a, j), a, b)
            if zone is None:
                continue
            eerste, laatste = zone
            if laatste - eerste < self.zonegrens and len(self.metingen) < self.evaluaties:
                punten = [(z, z) for z in range(eerste, laatste + 1)]
                return [(a, eerste - 1), *punten, (laatste + 1, b)]
            return self._zoek(a, b, links)
        return "exact"

    def _zoek(self, a: int, b: int, links: Meting) -> list[tuple[int, int]] | Garantie:
        """A zone too large to run: try some points, and go on where one differs."""
        if len(self.metingen) < self.evaluaties:
            for i in range(1, PROEVEN + 1):
                x = a + (b - a) * i // (PROEVEN + 1)
                if a < x < b and self.run(x).handtekening != links.handtekening:
                    return [(a, x - 1), (x, b)]
        return "gezocht"

    def _snede(self, a: int, b: int, links: Meting, rechts: Meting) -> int:
        """Where to cut an interval whose ends differ: after this point."""
        j = eerste_verschil(links.handtekening, rechts.handtekening)
        entry = links.pad.log[j] if j < len(links.pad.log) else None
        if entry is not None and entry.e is None:
            g = _tot_waar(entry, links.pad.x, a, b)
            if g is not None and self._anders_tot(g, j):
                return g
        if entry is not None and entry.k:
            z = a - self.schaduw(a, j) / entry.k
            for g in (floor(z), ceil(z) - 1, ceil(z)):
                if a <= g < b and self._anders_tot(g, j):
                    return g
            if entry.e:
                straal = entry.e / abs(entry.k)
                laag, hoog = max(a, floor(z - straal)), min(b, ceil(z + straal))
                if laag < hoog:
                    return min((laag + hoog) // 2, b - 1)
        return (a + b) // 2

    def _anders_tot(self, g: int, j: int) -> bool:
        """Do g and g + 1 differ in the entries up to and including j?"""
        links, rechts = self.run(g).handtekening, self.run(g + 1).handtekening
        return links[: j + 1] != rechts[: j + 1]


def _zonder_as(prog: Programma, geval: Geval, as_: As, doel: int) -> list[Any]:
    """The values that do not depend on the axis, as far as one run at its start needs them."""
    vast = evalueer(prog, omgeving(prog.plan, geval_op(geval, as_, as_.van)), (doel,))
    for slot in _beweegt(prog.plan, as_.sleutel):
        vast[slot] = NIET_BEREKEND
    return vast


def _beweegt(plan: GroundPlan, sleutel: InvoerSleutel) -> tuple[int, ...]:
    """The steps that may depend on an input; those of the last plans are kept."""

    def zoek() -> tuple[int, ...]:
        gevonden: set[int] = set()
        for slot, step in enumerate(plan.steps):
            is_as = step.op is Op.INVOER and step.par == sleutel
            if is_as or not gevonden.isdisjoint(step.args):
                gevonden.add(slot)
        return tuple(sorted(gevonden))

    return _BEWEEGT.haal(plan, sleutel, zoek)


_BEWEEGT: Bewaard[GroundPlan, tuple[int, ...]] = Bewaard(256)


def _als_sporen(prog: Programma, waarden: Sequence[Any]) -> list[Any]:
    """Values that stand still as tracing numbers; those that are the same for everybody are made
    once."""
    begin = _BEGIN.haal(prog, None, lambda: [_als_spoor(waarde) for waarde in prog.begin])
    return [
        spoor if waarde is zelfde else _als_spoor(waarde)
        for waarde, zelfde, spoor in zip(waarden, prog.begin, begin, strict=True)
    ]


_BEGIN: Bewaard[Programma, list[Any]] = Bewaard(64)


def _als_spoor(waarde: Any) -> Any:
    if waarde.__class__ is Fraction:
        return spoor_const(waarde)
    return waarde.elk(_als_spoor) if isinstance(waarde, Tijdwaarde) else waarde


# ------------------------------------------------------------------ signatures and zones


def eerste_verschil(links: Sequence[Any], rechts: Sequence[Any]) -> int:
    """The first place where two signatures differ; their common length if there is none."""
    for plaats, (a, b) in enumerate(zip(links, rechts, strict=False)):
        if a != b:
            return plaats
    return min(len(links), len(rechts))


def _tot_waar(entry: Aantekening, hier: int, a: int, b: int) -> int | None:
    """Of a function that goes one way, such as whole years between two days: after which point
    its outcome changes, found with the function alone. None: it is not known. ``hier``: the
    place where the entry was made."""
    functie, *args = entry.hoe
    if entry.m == GEMENGD or any(not isinstance(arg, Spoor) for arg in args):
        return None
    if any(arg.m != VAST and (arg.e is None or arg.e) for arg in args):
        return None

    lijnen = [(heel(arg.v), heel(arg.k)) for arg in args]

    def blijft(x: int) -> bool:
        waarden = [v + k * (x - hier) if k else v for v, k in lijnen]
        return bool(functie(*waarden) == entry.uitkomst)

    if blijft(b):
        return None
    while b - a > 1:
        midden = (a + b) // 2
        a, b = (midden, b) if blijft(midden) else (a, midden)
    return a


def _zone(entry: Aantekening, s: Fraction, a: int, b: int) -> tuple[int, int] | None:
    """The points strictly between a and b where this outcome can change; None if there are
    none. ``s``: the shadow of the difference at a."""
    assert entry.e is not None
    if not entry.k:
        return (a + 1, b - 1) if abs(s) <= entry.e else None
    eerste, laatste = sorted(((-entry.e - s) / entry.k, (entry.e - s) / entry.k))
    van, tot = max(a + 1, a + ceil(eerste)), min(b - 1, a + floor(laatste))
    return (van, tot) if van <= tot else None


# ------------------------------------------------------------------ the result


def _voeg_samen(veger: _Veger, intervallen: list[Interval]) -> list[Interval]:
    """Join neighbours that have the same path."""
    samen: list[Interval] = []
    for nieuw in intervallen:
        vorig = samen[-1] if samen else None
        if vorig is None or not _zelfde_pad(veger, vorig, nieuw):
            samen.append(nieuw)
            continue
        exact = vorig.garantie == nieuw.garantie == "exact"
        samen[-1] = Interval(vorig.a, nieuw.b, "exact" if exact else "gezocht")
    return samen


def _zelfde_pad(veger: _Veger, links: Interval, rechts: Interval) -> bool:
    """Also within each of them: one that was only searched may have another path at its end."""
    eerste, *andere = (veger.run(x).handtekening for x in (links.b, rechts.a, links.a, rechts.b))
    return all(handtekening == eerste for handtekening in andere)


def _stuk(veger: _Veger, interval: Interval) -> Stuk:
    """A closed interval with its values and slope. At its left end the plan itself was run."""
    a, b = interval.a, interval.b
    links, rechts = veger.run(a), veger.run(b)
    begin = links.pad.waarde
    helling: Fraction | None = None
    binnengrens: Fraction | None = None
    richting: Any = None
    garantie = interval.garantie
    if isinstance(begin, Spoor):
        richting = begin.m if begin.m != GEMENGD else None
        if begin.e is not None:
            helling, binnengrens = begin.k, 2 * begin.e
        elif begin.m == GEMENGD and b - a > (veger.zonegrens or 0):
            garantie = "gezocht"
    if links.pad.x != a:  # followed along a path, and not run
        assert veger.exact(a) == links.waarde
    return Stuk(a, b, links.waarde, rechts.waarde, helling, binnengrens, richting, garantie)


def _grens(veger: _Veger, links: int, rechts: int) -> Grens:
    """The border between two pieces and the first step that differs there."""
    a, b = veger.run(links), veger.run(rechts)
    j = eerste_verschil(a.handtekening, b.handtekening)
    bekend = j < len(a.handtekening) and j < len(b.handtekening)
    return Grens(
        links,
        rechts,
        a.waarde,
        b.waarde,
        verschil(a.waarde, b.waarde),
        a.pad.log[j].slot if bekend else None,
        a.handtekening[j] if bekend else None,
        b.handtekening[j] if bekend else None,
    )
