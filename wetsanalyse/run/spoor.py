"""Tracing numbers: exact numbers that also know how they move along one axis.

``v`` is the real value here; ``s`` the shadow: the value as if nothing on the path were rounded;
``k`` the slope of the shadow per unit of x; ``e`` a bound with ``|v - s| <= e`` on the whole path
(None: not affine, no bound is known); ``m`` the direction of v along x on the path; ``r`` a grid:
on the whole path v is a whole multiple of it (None: no grid is known).

What decides the path is written in the log of `Sporen`: the outcomes are the signature. Beside
it stands how each outcome, and each number that is not affine, was made: so a path that is known
can be followed at another place without running the plan (`run/pad.py`).
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from math import gcd
from typing import Any, NamedTuple, TypeVar

from wetsanalyse.plan.ops import Afronding, Fout
from wetsanalyse.plan.trap import Snede, Trap
from wetsanalyse.run.getallen import NUL, VERGELIJKERS, rond_af

R = TypeVar("R")
VAST, STIJGEND, DALEND, GEMENGD = 0, 1, -1, 2


Hoe = tuple[Any, ...]
"""A function and what it was given: tracing numbers and constants."""


class Spoor(NamedTuple):
    """One tracing number. ``hoe``: how it was made, where that is not affine."""

    v: Fraction
    s: Fraction
    k: Fraction
    e: Fraction | None
    m: int
    r: Fraction | None
    hoe: Hoe | None = None


class _Kant(NamedTuple):
    """An outcome: that a number lies below this cut, or not below it."""

    plek: tuple[Fraction, bool]
    onder: bool

    def blijft(self, links: Any, rechts: Any) -> _Kant | None:
        """This outcome, or None: it lies on the other side."""
        onder = links <= rechts if self.plek[1] else links < rechts
        return self if onder == self.onder else None


class Aantekening(NamedTuple):
    """One entry of the log: an outcome, and how the difference behind it moves."""

    uitkomst: Any
    s: Fraction
    k: Fraction
    e: Fraction | None  # None: no order is known, the outcome can change anywhere
    m: int
    slot: int
    hoe: Hoe
    """A comparison keeps its outcome when both sides are replaced by the sign of their
    difference and 0."""


def teken(links: Any, rechts: Any) -> int:
    return int(links > rechts) - int(links < rechts)


def quotient(links: Any, rechts: Any) -> Fraction:
    """Also of two whole numbers an exact one."""
    return Fraction(links, rechts)


def _hoe(e: Fraction | None, *hoe: Any) -> Hoe | None:
    """None for a number that is its own shadow: it is affine."""
    return None if e is not None and not e else hoe


def spoor_const(waarde: Fraction) -> Spoor:
    return Spoor(waarde, waarde, NUL, NUL, VAST, -waarde if waarde.numerator < 0 else waarde)


def spoor_as(x: int, eenheid: Fraction) -> Spoor:
    """The input that moves along the axis."""
    waarde = x * eenheid
    return Spoor(waarde, waarde, eenheid, NUL, STIJGEND, eenheid)


def _gezamenlijk(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    """The coarsest grid that holds the multiples of both."""
    if a is None or b is None:
        return None
    noemer = a.denominator * b.denominator
    return Fraction(gcd(a.numerator * b.denominator, b.numerator * a.denominator), noemer)


def _past(r: Fraction | None, rooster: Fraction) -> bool:
    """Is every multiple of ``r`` a multiple of ``rooster``?"""
    if r is None:
        return False
    return not r.numerator * rooster.denominator % (r.denominator * rooster.numerator)


def _is_min(getal: Spoor, van: Spoor) -> bool:
    """Whether a number is the negative of that very number."""
    return getal.hoe is not None and getal.hoe[0] is operator.neg and getal.hoe[1] is van


def _richting(a: Spoor, b: Spoor, k: Fraction, e: Fraction | None) -> int:
    """The direction of a sum of two varying numbers."""
    if a.m == b.m:
        return a.m
    if e is not None and not e:
        return (k > 0) - (k < 0)
    return GEMENGD


class Sporen:
    """The tracing number type of one run; ``log`` collects what decides the path."""

    def __init__(self, nu: list[int]) -> None:
        self.log: list[Aantekening] = []
        self.nu = nu

    const = staticmethod(spoor_const)

    @staticmethod
    def is_getal(waarde: object) -> bool:
        return isinstance(waarde, Spoor)

    @staticmethod
    def waarde(getal: Spoor) -> Fraction:
        return getal.v

    @staticmethod
    def plus(links: Spoor, rechts: Spoor) -> Spoor:
        if _is_min(rechts, links) or _is_min(links, rechts):
            return spoor_const(NUL)  # however it was rounded: a number less itself is nothing
        v, r = links.v + rechts.v, _gezamenlijk(links.r, rechts.r)
        if links.m == VAST:
            if rechts.m == VAST:
                return spoor_const(v)
            hoe = _hoe(rechts.e, operator.add, links, rechts)
            return Spoor(v, links.v + rechts.s, rechts.k, rechts.e, rechts.m, r, hoe)
        if rechts.m == VAST:
            hoe = _hoe(links.e, operator.add, links, rechts)
            return Spoor(v, links.s + rechts.v, links.k, links.e, links.m, r, hoe)
        k = links.k + rechts.k
        e = None if links.e is None or rechts.e is None else links.e + rechts.e
        m = _richting(links, rechts, k, e)
        if m == VAST:
            return spoor_const(v)
        return Spoor(
            v, links.s + rechts.s, k, e, m, r, _hoe(e, operator.add, links, rechts)
        )  # fmt: skip

    @staticmethod
    def negeer(getal: Spoor) -> Spoor:
        v, s, k, e, m, r, _ = getal
        return Spoor(-v, -s, -k, e, m if m == GEMENGD else -m, r, _hoe(e, operator.neg, getal))

    @staticmethod
    def schaal(getal: Spoor, factor: Fraction) -> Spoor:
        v, s, k, e, m, r, _ = getal
        if m == VAST or not factor:
            return spoor_const(v * factor)
        if factor < 0 and m != GEMENGD:
            m = -m
        grootte = abs(factor)
        return Spoor(
            v * factor,
            s * factor,
            k * factor,
            None if e is None else e * grootte,
            m,
            None if r is None else r * grootte,
            _hoe(e, operator.mul, getal, factor),
        )

    def maal(self, links: Spoor, rechts: Spoor) -> Spoor:
        if links.m == VAST:
            return self.schaal(rechts, links.v)
        if rechts.m == VAST:
            return self.schaal(links, rechts.v)
        v = links.v * rechts.v
        r = None if links.r is None or rechts.r is None else links.r * rechts.r
        # With both signs recorded, sizes that grow or shrink together give a product that does.
        a = self._teken(links)
        b = a if links is rechts else self._teken(rechts)
        samen = links.m != GEMENGD and links.m * a == rechts.m * b
        m = links.m * b if samen else GEMENGD
        return Spoor(v, v, NUL, None, m, r, (operator.mul, links, rechts))

    def _teken(self, getal: Spoor) -> int:
        """1 or -1, recorded with the zero apart; a zero counts as positive."""
        v, s, k, e, m, _, _ = getal
        self._teken_aan(teken(v, 0), s, k, e, m, (teken, getal, NUL))
        return -1 if v < 0 else 1

    def deel(self, links: Spoor, rechts: Spoor) -> Spoor:
        if rechts.m == VAST:
            return self.schaal(links, 1 / rechts.v)
        v, m = links.v / rechts.v, GEMENGD
        if links.m == VAST:
            if not links.v:
                return links
            # the sign of the divisor has been recorded, so it is one branch of a hyperbola
            if rechts.m != GEMENGD:
                m = -rechts.m if links.v > 0 else rechts.m
        return Spoor(v, v, NUL, None, m, None, (quotient, links, rechts))

    @staticmethod
    def afronden(getal: Spoor, afronding: Afronding) -> Spoor:
        v, s, k, e, m, r, _ = getal
        if m == VAST:
            return spoor_const(rond_af(v, afronding))
        stap = afronding.stap
        if _past(r, stap):
            return getal
        if e is not None:
            e += stap / 2 if afronding.wijze == "rekenkundig" else stap
        return Spoor(rond_af(v, afronding), s, k, e, m, stap, (rond_af, getal, afronding))

    def vergelijk(self, teken_: str, links: Spoor, rechts: Spoor) -> bool:
        functie = VERGELIJKERS[teken_]
        waar = functie(links.v, rechts.v)
        if rechts.m == VAST:
            if links.m == VAST:
                return waar
            # by far the commonest: an amount against a threshold
            s, k, e, m = links.s - rechts.v, links.k, links.e, links.m
        else:
            d = self.plus(links, self.negeer(rechts))
            if d.m == VAST:
                return waar
            s, k, e, m = d.s, d.k, d.e, d.m
        if teken_ in "=≠":
            self._teken_aan(teken(links.v, rechts.v), s, k, e, m, (teken, links, rechts))
        else:
            self._teken_aan(waar, s, k, e, m, (functie, links, rechts))
        return waar

    def trede(self, trap: Trap, getal: Spoor) -> int:
        """Recorded as the cut above it and the one below: each an affine difference, so it is
        known where the next rows begin."""
        trede = trap.trede(getal.v)
        if getal.m != VAST:
            slot = self.nu[0]
            for i, onder in ((trede, True), (trede - 1, False)):
                if 0 <= i < len(trap.sneden):
                    self._snede(trap.sneden[i], onder, getal)
            self.nu[0] = slot
        return trede

    def _snede(self, snede: Snede, onder: bool, getal: Spoor) -> None:
        grens, kant = spoor_const(snede.grens), _Kant(snede.plek, onder)
        self.nu[0] = snede.slot
        self._teken_aan(
            kant, getal.s - snede.grens, getal.k, getal.e, getal.m, (kant.blijft, getal, grens)
        )

    def stap(
        self, functie: Callable[..., int | Fraction | Fout], *args: Spoor
    ) -> int | Fraction | Fout:
        uitkomst = functie(*[arg.v for arg in args])
        bewegend = [arg for arg in args if arg.m != VAST]
        if bewegend:
            m = bewegend[0].m if len(bewegend) == 1 else GEMENGD
            self._teken_aan(uitkomst, NUL, NUL, None, m, (functie, *args))
        return uitkomst

    def grillig(self, functie: Callable[..., R], *args: Spoor) -> R:
        uitkomst = functie(*[arg.v for arg in args])
        if any(arg.m != VAST for arg in args):
            self._teken_aan(uitkomst, NUL, NUL, None, GEMENGD, (functie, *args))
        return uitkomst

    def op_rooster(self, getal: Spoor, rooster: Fraction) -> bool:
        past = _past(getal.r, rooster)
        if past or getal.m == VAST:  # what does not move has its own size for a grid
            return past
        return self.grillig(lambda v: _past(abs(v), rooster), getal)

    @staticmethod
    def zelfde(links: object, rechts: object) -> bool:
        if isinstance(links, Spoor) and isinstance(rechts, Spoor):
            return links is rechts or (links.m == rechts.m == VAST and links.v == rechts.v)
        return type(links) is type(rechts) and links == rechts

    def krom(
        self, functie: Callable[..., Fraction | Fout], *args: Spoor, stijgend: bool = False
    ) -> Spoor | Fout:
        uitkomst = functie(*[arg.v for arg in args])
        if all(arg.m == VAST for arg in args):
            return uitkomst if isinstance(uitkomst, Fout) else spoor_const(uitkomst)
        if not stijgend:
            self._teken_aan(
                _fout(uitkomst), NUL, NUL, None, GEMENGD, (lambda *v: _fout(functie(*v)), *args)
            )
        if isinstance(uitkomst, Fout):
            return uitkomst
        m = args[0].m if stijgend else GEMENGD
        return Spoor(uitkomst, uitkomst, NUL, None, m, None, (functie, *args))

    def _teken_aan(
        self, uitkomst: Any, s: Fraction, k: Fraction, e: Fraction | None, m: int, hoe: Hoe
    ) -> None:
        self.log.append(Aantekening(uitkomst, s, k, e, m, self.nu[0], hoe))


def _fout(uitkomst: Fraction | Fout) -> Fout | None:
    return uitkomst if isinstance(uitkomst, Fout) else None
