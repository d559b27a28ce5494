"""What a sweep gives: the exact pieces along one axis, the borders between them, the jumps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Literal

from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel
from wetsanalyse.run.exact import Geval, Waarde, reken, uitkomst
from wetsanalyse.run.pad import Paden

Garantie = Literal["exact", "gezocht"]


@dataclass(frozen=True, slots=True)
class As:
    """An axis: x runs over the whole numbers van..tot in legal units (a cent, a euro, a day);
    the input is ``x * eenheid``. A date axis counts ordinals with ``eenheid`` 1."""

    sleutel: InvoerSleutel
    van: int
    tot: int
    eenheid: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece: a maximal interval on which the same path is taken.

    ``helling`` is the slope per unit of x as if nothing were rounded; one unit changes the value
    by at most ``abs(helling) + binnengrens``. Both are None where the value is not a number that
    is affine on this piece. ``richting``: 0 constant, 1 never falls, -1 never rises, None: it is
    not known."""

    van: int
    tot: int
    waarde_van: Waarde
    waarde_tot: Waarde
    helling: Fraction | None
    binnengrens: Fraction | None
    richting: Literal[-1, 0, 1] | None
    garantie: Garantie

    @property
    def grootste_stap(self) -> Fraction | None:
        """No single unit inside changes the value by more than this; None: not known."""
        grenzen: list[Fraction] = []
        if self.richting is not None and isinstance(self.waarde_van, Fraction):
            assert isinstance(self.waarde_tot, Fraction)
            grenzen.append(abs(self.waarde_tot - self.waarde_van))
        if self.helling is not None and self.binnengrens is not None:
            grenzen.append(abs(self.helling) + self.binnengrens)
        return min(grenzen, default=None)


@dataclass(frozen=True, slots=True)
class Grens:
    """The border between two pieces, one unit wide. ``sprong``: right minus left, None if one
    of the two is not a number. ``stap``: the step whose outcome differs first."""

    links: int
    rechts: int
    waarde_links: Waarde
    waarde_rechts: Waarde
    sprong: Fraction | None
    stap: int | None
    uitkomst_links: Any
    uitkomst_rechts: Any


@dataclass(frozen=True, slots=True)
class Sprong:
    """One unit on the axis, and what it does to the value."""

    links: int
    rechts: int
    waarde_links: Waarde
    waarde_rechts: Waarde
    sprong: Fraction | None
    op_grens: bool


@dataclass(frozen=True, slots=True)
class Verloop:
    """The whole course of one value along one axis, for one household."""

    plan: GroundPlan = field(repr=False)
    geval: Geval = field(repr=False)
    as_: As
    doel: int
    stukken: tuple[Stuk, ...]
    grenzen: tuple[Grens, ...]
    garantie: Garantie
    evaluaties: int
    paden: Paden = field(default_factory=Paden, repr=False, compare=False)
    """What is known of how the plan is run along the axis."""

    def waarde(self, x: int) -> Waarde:
        """The value at x, along a known path or else run again."""
        bekend = self.paden.volg(x)
        if bekend is None:
            return uitkomst(self.plan, geval_op(self.geval, self.as_, x), self.doel)
        waarde: Waarde = bekend.waarde
        return waarde

    def gevuurd(self, stuk: Stuk) -> frozenset[str]:
        """The rules on the path of a piece."""
        begin = geval_op(self.geval, self.as_, stuk.van)
        return reken(self.plan, begin, (self.doel,)).regels(self.doel)

    def stuk(self, x: int) -> Stuk:
        """The piece in which x lies."""
        laag, hoog = 0, len(self.stukken)
        while hoog - laag > 1:
            midden = (laag + hoog) // 2
            laag, hoog = (midden, hoog) if self.stukken[midden].van <= x else (laag, midden)
        return self.stukken[laag]


def geval_op(geval: Geval, as_: As, x: int) -> Geval:
    """The same citizen at place x on the axis."""
    return replace(geval, invoer={**geval.invoer, as_.sleutel: x * as_.eenheid})


def verschil(links: Waarde | None, rechts: Waarde | None) -> Fraction | None:
    """Right minus left, if both are numbers."""
    if isinstance(links, Fraction) and isinstance(rechts, Fraction):
        return rechts - links
    return None


def steilste(verloop: Verloop) -> Grens | None:
    """The border with the largest drop (the lowest ``sprong``); None if nothing drops there."""
    dalingen = [g for g in verloop.grenzen if g.sprong is not None and g.sprong < 0]
    return min(dalingen, key=lambda g: (g.sprong, g.links), default=None)


def laagste(verloop: Verloop) -> tuple[int, Fraction] | None:
    """The lowest number at the ends of the pieces, with its x (the first one). Inside a piece
    it can lie lower by at most half the ``binnengrens`` of that piece."""
    einden = [(s.van, s.waarde_van) for s in verloop.stukken]
    einden += [(s.tot, s.waarde_tot) for s in verloop.stukken]
    getallen = [(waarde, x) for x, waarde in einden if isinstance(waarde, Fraction)]
    if not getallen:
        return None
    waarde, x = min(getallen)
    return x, waarde


# ------------------------------------------------------------------ jumps of one unit


def sprongen(verloop: Verloop, minimaal: Fraction, *, zonegrens: int = 5000) -> Iterator[Sprong]:
    """Every single unit that changes the value by at least ``minimaal`` (> 0), up or down, in
    order of x; and every change that cannot be measured, because one side is not a number.

    At borders always; inside a piece only where its `grootste_stap` allows it. A piece that is
    only searched and is larger than ``zonegrens`` is not enumerated: its guarantee says so."""
    for nummer, stuk in enumerate(verloop.stukken):
        if nummer:
            grens = verloop.grenzen[nummer - 1]
            sprong = Sprong(
                grens.links,
                grens.rechts,
                grens.waarde_links,
                grens.waarde_rechts,
                grens.sprong,
                op_grens=True,
            )
            if _telt(sprong, minimaal):
                yield sprong
        if stuk.garantie == "exact" or stuk.tot - stuk.van <= zonegrens:
            yield from _in_stuk(verloop, stuk, minimaal)


def _telt(sprong: Sprong, minimaal: Fraction) -> bool:
    if sprong.sprong is None:
        return sprong.waarde_links != sprong.waarde_rechts
    return abs(sprong.sprong) >= minimaal


def _in_stuk(verloop: Verloop, stuk: Stuk, minimaal: Fraction) -> Iterator[Sprong]:
    grootste = stuk.grootste_stap
    if not isinstance(stuk.waarde_van, Fraction) or (grootste is not None and grootste < minimaal):
        return
    monotoon = stuk.richting is not None
    stapel: list[tuple[int, Waarde, int, Waarde]]
    stapel = [(stuk.van, stuk.waarde_van, stuk.tot, stuk.waarde_tot)]
    while stapel:
        a, waarde_a, b, waarde_b = stapel.pop()
        totaal = verschil(waarde_a, waarde_b)
        if a == b or (monotoon and totaal is not None and abs(totaal) < minimaal):
            continue  # a value that only goes one way cannot jump by more than it moves
        if b == a + 1:
            sprong = Sprong(a, b, waarde_a, waarde_b, totaal, op_grens=False)
            if _telt(sprong, minimaal):
                yield sprong
            continue
        midden = (a + b) // 2
        waarde = verloop.waarde(midden)
        stapel += [(midden, waarde, b, waarde_b), (a, waarde_a, midden, waarde)]
