"""The exact axis sweep: every piece along one axis of one household, from few evaluations.

A run with tracing numbers gives a *signature*: the outcomes that fix the path. Two points with
the same signature have the same path everywhere between them, as every comparison on it moves in
one direction; one that does not can only change inside its zone, and there every point is run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.ops import GroundPlan, Op
from wetsanalyse.run.evaluator import NIET_BEREKEND, Omgeving, Programma, evalueer, programma
from wetsanalyse.run.exact import RATIONAAL, Geval, Waarde, omgeving, reken
from wetsanalyse.run.spoor import GEMENGD, Aantekening, Spoor, Sporen, spoor_as, spoor_const
from wetsanalyse.run.tijdwaarde import van_delen
from wetsanalyse.run.verloop import As, Garantie, Grens, Stuk, Verloop, geval_op, verschil

__all__ = ["As", "Grens", "Stuk", "Verloop", "sweep"]

PROEVEN = 16  # points tried inside an interval that can only be searched
EVALUATIES = 100_000


@dataclass(frozen=True, slots=True)
class Meting:
    """One run at one point: the value, what fixes the path, and the log behind it."""

    waarde: Any
    handtekening: tuple[Any, ...]
    log: tuple[Aantekening, ...]


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
    return Verloop(plan, geval, as_, doel, stukken, grenzen, garantie, len(veger.metingen))


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
        self.prog: Programma = programma(plan)
        self.bekend = _zonder_as(self.prog, geval, as_, doel)
        self.metingen: dict[int, Meting] = {}

    def run(self, x: int) -> Meting:
        meting = self.metingen.get(x)
        if meting is None:
            nu = [0]
            g = Sporen(nu)
            invoer = {**self.geval.invoer, self.as_.sleutel: spoor_as(x, self.as_.eenheid)}
            basis = omgeving(self.plan, self.geval)
            om = Omgeving(g, invoer, self.geval.oordelen, basis.parameters, nu)
            waarde = evalueer(self.prog, om, (self.doel,), self.bekend)[self.doel]
            handtekening = tuple([entry.uitkomst for entry in g.log])
            meting = self.metingen[x] = Meting(waarde, handtekening, tuple(g.log))
        return meting

    def intervallen(self) -> Iterator[Interval]:
        """The axis cut into closed intervals, in no particular order."""
        open_ = [(self.as_.van, self.as_.tot)]
        while open_:
            a, b = open_.pop()
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
                snede = self._snede(a, b, links, rechts)
                open_ += [(a, snede), (snede + 1, b)]

    def _gelijke_einden(self, a: int, b: int, links: Meting) -> list[tuple[int, int]] | Garantie:
        """The same path at both ends: the parts that must still be looked at, or a guarantee."""
        if b - a <= 1 or self.zonegrens is None:
            return "exact"
        for entry in links.log:
            zone = _zone(entry, a, b) if entry.m == GEMENGD else None
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
        entry = links.log[j] if j < len(links.log) else None
        if entry is not None and entry.k:
            z = a - entry.s / entry.k
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
    steps = prog.plan.steps
    beweegt = [False] * len(steps)
    for slot, step in enumerate(steps):
        op_as = step.op is Op.INVOER and step.par == as_.sleutel
        beweegt[slot] = op_as or any(beweegt[arg] for arg in step.args)
    begin = evalueer(prog, omgeving(prog.plan, geval_op(geval, as_, as_.van)), (doel,))
    return [
        NIET_BEREKEND if beweegt[slot] else _als_spoor(waarde) for slot, waarde in enumerate(begin)
    ]


def _als_spoor(waarde: Any) -> Any:
    if isinstance(waarde, Tijdwaarde):
        return waarde.elk(_als_spoor)
    return spoor_const(waarde) if isinstance(waarde, Fraction) else waarde


# ------------------------------------------------------------------ signatures and zones


def eerste_verschil(links: Sequence[Any], rechts: Sequence[Any]) -> int:
    """The first place where two signatures differ; their common length if there is none."""
    for plaats, (a, b) in enumerate(zip(links, rechts, strict=False)):
        if a != b:
            return plaats
    return min(len(links), len(rechts))


def _zone(entry: Aantekening, a: int, b: int) -> tuple[int, int] | None:
    """The points strictly between a and b where this outcome can change; None if there are
    none. The entry comes from the run at a."""
    if entry.e is None:
        return a + 1, b - 1
    if not entry.k:
        return (a + 1, b - 1) if abs(entry.s) <= entry.e else None
    eerste, laatste = sorted(((-entry.e - entry.s) / entry.k, (entry.e - entry.s) / entry.k))
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
    return veger.run(links.b).handtekening == veger.run(rechts.a).handtekening


def _stuk(veger: _Veger, interval: Interval) -> Stuk:
    """A closed interval with its values, slope and rules; its left end is replayed exactly."""
    a, b = interval.a, interval.b
    uitslag = reken(veger.plan, geval_op(veger.geval, veger.as_, a), (veger.doel,))
    begin, eind = veger.run(a).waarde, veger.run(b).waarde
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
    waarde_van = uitslag.waarden[veger.doel]
    assert waarde_van is not None
    assert waarde_van == _waarde(begin)
    return Stuk(
        a,
        b,
        waarde_van,
        _waarde(eind),
        helling,
        binnengrens,
        richting,
        garantie,
        uitslag.regels(veger.doel),
    )


def _waarde(waarde: Any) -> Waarde:
    if isinstance(waarde, Tijdwaarde):
        kaal_ = waarde.elk(_waarde)
        # Two neighbours that only here are equal are one stretch, as in the exact run.
        samen: Waarde = van_delen(RATIONAAL, kaal_.knips, kaal_.waarden)
        return samen
    kaal: Waarde = waarde.v if isinstance(waarde, Spoor) else waarde
    return kaal


def _grens(veger: _Veger, links: int, rechts: int) -> Grens:
    """The border between two pieces and the first step that differs there."""
    a, b = veger.run(links), veger.run(rechts)
    j = eerste_verschil(a.handtekening, b.handtekening)
    bekend = j < len(a.log) and j < len(b.log)
    waarde_a, waarde_b = _waarde(a.waarde), _waarde(b.waarde)
    return Grens(
        links,
        rechts,
        waarde_a,
        waarde_b,
        verschil(waarde_a, waarde_b),
        a.log[j].slot if bekend else None,
        a.log[j].uitkomst if bekend else None,
        b.log[j].uitkomst if bekend else None,
    )
