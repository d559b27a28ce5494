"""Functions of one whole number that go in steps: tables, and what the calendar says of a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm

from wetsanalyse.run.symbolisch_getal import HOOGSTENS, Getal, Keuzes
from wetsanalyse.run.symbolisch_termen import (
    Formule,
    Term,
    als,
    en,
    kleiner,
    niet,
    of,
)


def trap(getal: Getal, functie: Callable[[int], int | None]) -> Getal | None:
    """A function of a whole number that rises or falls, as a choice between its values; None:
    the bounds are not known, there are too many values, or somewhere there is none."""
    if not getal.geheel or getal.laag is None or getal.hoog is None:
        return None
    treden = _treden(functie, int(getal.laag), int(getal.hoog))
    return None if treden is None else boom(getal.teller, [(x, Fraction(v)) for x, v in treden])


TREDEN = 3000


def _treden(
    functie: Callable[[int], int | None], laag: int, hoog: int
) -> list[tuple[int, int]] | None:
    """(first place, value) of each step, by halving wherever the two ends differ."""
    uit: list[tuple[int, int]] = []
    stapel = [(laag, functie(laag), hoog, functie(hoog))]
    while stapel:
        a, fa, b, fb = stapel.pop()
        if fa is None or fb is None or len(uit) > TREDEN:
            return None
        if fa == fb or a == b:
            if not uit or uit[-1][1] != fa:
                uit.append((a, fa))
            continue
        midden = (a + b) // 2
        stapel += [(midden + 1, functie(midden + 1), b, fb), (a, fa, midden, functie(midden))]
    return uit


def boom(x: Term, treden: Sequence[tuple[int, Fraction]]) -> Getal:
    """The steps (first place, value) of a whole number, as a balanced tree of tests."""
    noemer = lcm(*(v.denominator for _, v in treden))
    waarden = [v for _, v in treden]
    keuzes: Keuzes | None = None
    if len(treden) <= HOOGSTENS:
        bij: dict[Fraction, list[Formule]] = {}
        for nummer, (begin, waarde) in enumerate(treden):
            onder = True if nummer == 0 else niet(kleiner(x, begin))
            boven = True if nummer + 1 == len(treden) else kleiner(x, treden[nummer + 1][0])
            bij.setdefault(waarde, []).append(en(onder, boven))
        keuzes = tuple((of(*c), v) for v, c in bij.items())

    def kiezen(van: int, tot: int) -> Term:
        if tot - van == 1:
            return int(waarden[van] * noemer)
        midden = (van + tot) // 2
        return als(kleiner(x, treden[midden][0]), kiezen(van, midden), kiezen(midden, tot))

    return Getal(kiezen(0, len(treden)), noemer, min(waarden), max(waarden), keuzes)
