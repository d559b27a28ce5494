"""Functions that the source text calls; their own text goes along with it to the compiler.

They are plain Python too, so that tests can hold them against the calendar of the library. Years
begin in March here, so that the day that comes once in four years is the last.
"""

from __future__ import annotations

import math
from collections.abc import Sequence


def snel_deel(teller: int, omgekeerd: float) -> int:
    """``teller // deler`` for ``0 <= teller < 2**50``, with ``omgekeerd`` the double nearest to
    ``1 / deler``.

    Proof: with ``teller == q * deler + r`` the exact ``(teller + 1/2) / deler`` lies at least
    ``1 / (2 * deler)`` from ``q`` and from ``q + 1``. The sum is exact; the two roundings, of the
    reciprocal and of the product, move it by less than ``(teller + 1/2) / deler * 2**-51``, and
    that is below ``1 / (2 * deler)``. So it stays between the two, and its floor is ``q``."""
    return naar_heel(math.floor((naar_breuk(teller) + 0.5) * omgekeerd))


def naar_breuk(getal: int) -> float:
    """A whole number of 0 up to 2**52, as floating point: exact. Compiled it is one move of bits,
    which processors can do for several rows at once."""
    return float(getal)


def naar_heel(getal: float) -> int:
    """The other way round."""
    return int(getal)


def maartjaar(dag: int) -> tuple[int, int]:
    """The year that began in March, and the day in it from 0."""
    sinds = dag + 305
    vierhonderd = sinds // 146097
    rest = sinds - vierhonderd * 146097
    jaar = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    return vierhonderd * 400 + jaar, rest - (365 * jaar + jaar // 4 - jaar // 100)


def maand_en_dag(in_jaar: int) -> tuple[int, int]:
    """The month (March is 0) and the day of the month, of a day in such a year."""
    maand = (5 * in_jaar + 2) // 153
    return maand, in_jaar - (153 * maand + 2) // 5 + 1


def eerste_dag(maanden: int) -> int:
    """The first day of a month that is counted from March of the year 0."""
    jaar = maanden // 12
    maand = maanden - 12 * jaar
    return 365 * jaar + jaar // 4 - jaar // 100 + jaar // 400 + (153 * maand + 2) // 5 - 305


def jaar_van(dag: int) -> int:
    jaar, in_jaar = maartjaar(dag)
    return jaar + (1 if in_jaar >= 306 else 0)


def maand_van(dag: int) -> int:
    maand, _ = maand_en_dag(maartjaar(dag)[1])
    return maand + 3 if maand < 10 else maand - 9


def dag_van(dag: int) -> int:
    return maand_en_dag(maartjaar(dag)[1])[1]


def dagnummer(jaar: int, maand: int, dag: int) -> int:
    """The ordinal of a date; a day past the end of the month runs into the next."""
    return eerste_dag(12 * jaar + maand - 3) + dag - 1


def plus_maanden(dag: int, maanden: int) -> int:
    """The same day so many months on, or the last day of that month."""
    jaar, in_jaar = maartjaar(dag)
    maand, in_maand = maand_en_dag(in_jaar)
    doel = 12 * jaar + maand + maanden
    return min(eerste_dag(doel) + in_maand - 1, eerste_dag(doel + 1) - 1)


def hele_maanden(van: int, tot: int) -> int:
    """Whole months from one day to another, toward zero; a month is full on the same day."""
    jaar_a, in_jaar_a = maartjaar(min(van, tot))
    jaar_b, in_jaar_b = maartjaar(max(van, tot))
    maand_a, dag_a = maand_en_dag(in_jaar_a)
    maand_b, dag_b = maand_en_dag(in_jaar_b)
    maanden = 12 * (jaar_b - jaar_a) + maand_b - maand_a - (1 if dag_b < dag_a else 0)
    return maanden if tot >= van else -maanden


def trede(getal: int, sneden: Sequence[int]) -> int:
    """How many of these numbers, that rise, are not above it."""
    laag, hoog = 0, len(sneden)
    while laag < hoog:
        midden = (laag + hoog) >> 1
        if sneden[midden] <= getal:
            laag = midden + 1
        else:
            hoog = midden
    return laag


FUNCTIES = (
    snel_deel,
    trede,
    maartjaar,
    maand_en_dag,
    eerste_dag,
    jaar_van,
    maand_van,
    dag_van,
    dagnummer,
    plus_maanden,
    hele_maanden,
)
"""In the order in which they need each other."""
