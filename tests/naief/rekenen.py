"""Arithmetic as the tables of the reference have it: one function for each operation. [3.2, 3.3]

Each gets plain values, in which leeg may stand, and the parameter of the term.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor
from typing import Any

from tests.naief.waarden import LEEG, Fout

NUL = Fraction(0)


def plus(x: Any, y: Any) -> Any:
    if x is LEEG and y is LEEG:
        return NUL
    if x is LEEG:
        return y
    return x if y is LEEG else x + y


def min_(x: Any, y: Any) -> Any:
    if x is LEEG and y is LEEG:
        return NUL
    if x is LEEG:
        return -y
    return x if y is LEEG else x - y


def verminderd(x: Any, y: Any) -> Any:
    if x is LEEG:
        return LEEG
    return x if y is LEEG else x - y


def maal(x: Any, y: Any) -> Any:
    return NUL if x is LEEG or y is LEEG else x * y


def deel(x: Any, y: Any) -> Any:
    if y is LEEG:
        if x is LEEG:
            return NUL
        raise Fout("DELEN-DOOR-LEEG")
    if y == 0:
        raise Fout("DELEN-DOOR-NUL")
    return NUL if x is LEEG else x / y


def deel_abs(x: Any, y: Any) -> Any:
    return rond(deel(x, y), "richting nul", 5)


# ------------------------------------------------------------------ rounding and bounds [3.3]


def _helft_weg_van_nul(getal: Fraction) -> int:
    heel = floor(abs(getal) + Fraction(1, 2))
    return heel if getal >= 0 else -heel


WIJZEN: dict[str, Callable[[Fraction], int]] = {
    "naar beneden": floor,
    "naar boven": ceil,
    "rekenkundig": _helft_weg_van_nul,
    "richting nul": int,
    "weg van nul": lambda getal: ceil(getal) if getal >= 0 else floor(getal),
}


def rond(getal: Any, wijze: str, decimalen: int) -> Any:
    if getal is LEEG:
        return LEEG
    return Fraction(WIJZEN[wijze](getal * 10**decimalen), 10**decimalen)


def begrens(getal: Any, minimum: Any, maximum: Any) -> Any:
    """First the minimum, then the maximum; a leeg bound is no bound."""
    if minimum is not LEEG and maximum is not LEEG and minimum > maximum:
        raise Fout("BEGR-OMGEKEERD")
    if getal is LEEG:
        return LEEG
    if minimum is not LEEG:
        getal = max(getal, minimum)
    if maximum is not LEEG:
        getal = min(getal, maximum)
    return getal


# ------------------------------------------------------------------ roots and powers [3.2]


def wortel(getal: Any, wijze: str, decimalen: int) -> Any:
    if getal is LEEG:
        return LEEG
    if getal < 0:
        raise Fout("WORTEL-NEGATIEF")
    return _afgeronde_wortel(getal, 2, wijze, decimalen)


def macht(grondtal: Any, exponent: Any, wijze: str, decimalen: int) -> Any:
    """An exponent that is a fraction p/q is the q-th root of the p-th power."""
    if grondtal is LEEG or exponent is LEEG:
        return LEEG
    if grondtal == 0 and exponent < 0:
        raise Fout("MACHT")
    verheven = grondtal**exponent.numerator
    graad = exponent.denominator
    if graad == 1:
        return rond(Fraction(verheven), wijze, decimalen)
    if grondtal < 0 and graad % 2 == 0:
        raise Fout("MACHT")
    return _afgeronde_wortel(Fraction(verheven), graad, wijze, decimalen)


def _afgeronde_wortel(getal: Fraction, graad: int, wijze: str, decimalen: int) -> Fraction:
    """Rounded as the exact root would be: only its place between whole numbers matters, and
    whether it lies on one, or on a half."""
    schaal = 10**decimalen
    teken = -1 if getal < 0 else 1
    grootte = abs(getal) * schaal**graad
    laag = 0
    hoog = max(1, ceil(grootte)) + 1
    while hoog - laag > 1:
        midden = (laag + hoog) // 2
        if midden**graad <= grootte:
            laag = midden
        else:
            hoog = midden
    if laag**graad == grootte:
        ongeveer = Fraction(laag)
    elif Fraction(2 * laag + 1, 2) ** graad <= grootte:
        ongeveer = laag + Fraction(3, 4)
    else:
        ongeveer = laag + Fraction(1, 4)
    if Fraction(2 * laag + 1, 2) ** graad == grootte:
        ongeveer = laag + Fraction(1, 2)
    return Fraction(WIJZEN[wijze](teken * ongeveer), schaal)


# ------------------------------------------------------------------ lists [3.7]


def som(leden: list[Any], of_nul: bool) -> Any:
    gevuld = [lid for lid in leden if lid is not LEEG]
    if not gevuld:
        return NUL if of_nul else LEEG
    return sum(gevuld, NUL)


def kleinste(leden: list[Any]) -> Any:
    return min((lid for lid in leden if lid is not LEEG), default=LEEG)


def grootste(leden: list[Any]) -> Any:
    return max((lid for lid in leden if lid is not LEEG), default=LEEG)
