"""The number type as a parameter: what a way of running must be able to do with numbers.

The evaluator only touches numbers through `Getallen`. `Rationaal` is the exact one; the axis
sweep has a tracing one. Whatever decides the path (comparisons, step functions of a date) goes
through a method of its own, so that a tracing number can record it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Protocol, TypeVar

from wetsanalyse.plan.ops import Afronding, Fout
from wetsanalyse.plan.trap import Trap

N = TypeVar("N")
R = TypeVar("R")
NUL = Fraction(0)


class Getallen(Protocol[N]):
    """Numbers that can be added, multiplied, rounded and compared."""

    def const(self, waarde: Fraction) -> N:
        """A number that does not depend on anything."""

    def is_getal(self, waarde: object) -> bool:
        """Is this value already a number of this kind?"""

    def waarde(self, getal: N) -> Fraction:
        """The exact value here and now; whoever branches on it must record that himself."""

    def plus(self, links: N, rechts: N) -> N: ...

    def negeer(self, getal: N) -> N: ...

    def maal(self, links: N, rechts: N) -> N: ...

    def deel(self, links: N, rechts: N) -> N:
        """The quotient; the divisor has been tested and is not 0."""

    def schaal(self, getal: N, factor: Fraction) -> N: ...

    def afronden(self, getal: N, afronding: Afronding) -> N: ...

    def vergelijk(self, teken: str, links: N, rechts: N) -> bool:
        """Truth of a comparison, recorded: the truth for `< <= > >=`, the sign for `= ≠`."""

    def trede(self, trap: Trap, getal: N) -> int:
        """Between which cuts it lies; recorded."""

    def stap(
        self, functie: Callable[..., int | Fraction | Fout], *args: N
    ) -> int | Fraction | Fout:
        """A step function that is monotone in each argument; its result is recorded, so it is
        a constant on the path. It never gives the same `Fout` on both sides of a value."""

    def grillig(self, functie: Callable[..., R], *args: N) -> R:
        """A function of which no order is known; its result is recorded."""

    def op_rooster(self, getal: N, rooster: Fraction) -> bool:
        """Is it a whole multiple of ``rooster``? Recorded."""

    def zelfde(self, links: object, rechts: object) -> bool:
        """Are these surely the same value, wherever we are? Nothing is recorded, so "no" may
        only mean that it is not known."""

    def krom(
        self, functie: Callable[..., Fraction | Fout], *args: N, stijgend: bool = False
    ) -> N | Fout:
        """A number that is not affine in its arguments (wortel, macht). ``stijgend``: it has
        one argument, does not fall where that one rises, and gives no fault."""


class Rationaal:
    """Exact rationals; nothing is recorded."""

    plus = staticmethod(operator.add)
    negeer = staticmethod(operator.neg)
    maal = staticmethod(operator.mul)
    deel = staticmethod(operator.truediv)
    schaal = staticmethod(operator.mul)

    @staticmethod
    def const(waarde: Fraction) -> Fraction:
        return waarde

    @staticmethod
    def is_getal(waarde: object) -> bool:
        return isinstance(waarde, Fraction)

    @staticmethod
    def waarde(getal: Fraction) -> Fraction:
        return getal

    @staticmethod
    def afronden(getal: Fraction, afronding: Afronding) -> Fraction:
        return rond_af(getal, afronding)

    @staticmethod
    def vergelijk(teken: str, links: Fraction, rechts: Fraction) -> bool:
        return VERGELIJKERS[teken](links, rechts)

    @staticmethod
    def trede(trap: Trap, getal: Fraction) -> int:
        return trap.trede(getal)

    @staticmethod
    def stap(
        functie: Callable[..., int | Fraction | Fout], *args: Fraction
    ) -> int | Fraction | Fout:
        return functie(*args)

    @staticmethod
    def grillig(functie: Callable[..., R], *args: Fraction) -> R:
        return functie(*args)

    @staticmethod
    def op_rooster(getal: Fraction, rooster: Fraction) -> bool:
        return not getal.numerator * rooster.denominator % (getal.denominator * rooster.numerator)

    @staticmethod
    def zelfde(links: object, rechts: object) -> bool:
        return type(links) is type(rechts) and links == rechts

    @staticmethod
    def krom(
        functie: Callable[..., Fraction | Fout], *args: Fraction, stijgend: bool = False
    ) -> Fraction | Fout:
        return functie(*args)


# The operators of Fraction first ask what kind of number the other is; here that is known.


def _gelijk(links: Fraction, rechts: Fraction) -> bool:
    return links.numerator == rechts.numerator and links.denominator == rechts.denominator


def _kleiner(links: Fraction, rechts: Fraction) -> bool:
    return links.numerator * rechts.denominator < rechts.numerator * links.denominator


def _hoogstens(links: Fraction, rechts: Fraction) -> bool:
    return links.numerator * rechts.denominator <= rechts.numerator * links.denominator


VERGELIJKERS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "=": _gelijk,
    "≠": lambda links, rechts: not _gelijk(links, rechts),
    "<": _kleiner,
    "<=": _hoogstens,
    ">": lambda links, rechts: _kleiner(rechts, links),
    ">=": lambda links, rechts: _hoogstens(rechts, links),
}


# ------------------------------------------------------------------ rounding [3.3]


def rond_af(getal: Fraction, afronding: Afronding) -> Fraction:
    """Round to whole multiples of the step, as integer arithmetic."""
    schaal = 10**afronding.decimalen
    teller, noemer = getal.numerator * schaal, getal.denominator
    if not teller % noemer:
        return getal
    return Fraction(AFRONDERS[afronding.wijze](teller, noemer), schaal)


def _rekenkundig(teller: int, noemer: int) -> int:
    grootte = (2 * abs(teller) + noemer) // (2 * noemer)
    return grootte if teller >= 0 else -grootte


def _richting_nul(teller: int, noemer: int) -> int:
    return teller // noemer if teller >= 0 else -(-teller // noemer)


def _weg_van_nul(teller: int, noemer: int) -> int:
    return -(-teller // noemer) if teller >= 0 else teller // noemer


AFRONDERS: dict[str, Callable[[int, int], int]] = {
    "naar beneden": lambda teller, noemer: teller // noemer,
    "naar boven": lambda teller, noemer: -(-teller // noemer),
    "rekenkundig": _rekenkundig,
    "richting nul": _richting_nul,
    "weg van nul": _weg_van_nul,
}


# ------------------------------------------------------------------ roots and powers [3.2]

GROOTSTE_EXPONENT = 10_000


def gehele_wortel(getal: int, graad: int) -> int:
    """The largest whole number whose power ``graad`` is at most ``getal`` (>= 0). Newton."""
    if getal < 2 or graad == 1:
        return getal
    schatting = 1 << -(-getal.bit_length() // graad)
    while True:
        beter = ((graad - 1) * schatting + getal // schatting ** (graad - 1)) // graad
        if beter >= schatting:
            return schatting
        schatting = beter


def wortel(getal: Fraction, graad: int, afronding: Afronding) -> Fraction:
    """The root of a number >= 0 (any number for an odd ``graad``), rounded exactly."""
    schaal = 10**afronding.decimalen
    teken = -1 if getal < 0 else 1
    teller = abs(getal.numerator) * schaal**graad
    heel = gehele_wortel(teller // getal.denominator, graad)
    if heel**graad * getal.denominator == teller:
        return Fraction(teken * heel, schaal)
    if afronding.wijze == "rekenkundig":
        omhoog = (2 * heel + 1) ** graad * getal.denominator <= teller * 2**graad
    else:  # the exact value lies strictly between heel and heel + 1
        omhoog = abs(AFRONDERS[afronding.wijze](teken, 2)) == 1
    return Fraction(teken * (heel + omhoog), schaal)


def macht(grondtal: Fraction, exponent: Fraction, afronding: Afronding) -> Fraction | Fout:
    """``grondtal ** exponent`` rounded exactly; a fault if there is no real answer."""
    boven, graad = exponent.numerator, exponent.denominator
    if grondtal == 0 and boven < 0:
        return Fout("MACHT", "Nul tot een negatieve macht bestaat niet.")
    if grondtal < 0 and graad % 2 == 0:
        return Fout("MACHT", "Deze macht van een negatief getal bestaat niet.")
    if grondtal in (0, 1):
        return grondtal if boven else Fraction(1)
    if max(abs(boven), graad) > GROOTSTE_EXPONENT:
        return Fout("MACHT", f"De exponent is groter dan {GROOTSTE_EXPONENT}.")
    return wortel(grondtal**boven, graad, afronding)
