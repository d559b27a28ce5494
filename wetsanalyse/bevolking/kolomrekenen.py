"""Sums and differences of whole columns of outcomes, exactly.

A value that is *leeg* counts as nothing in a sum; a sum of which no part has a value is leeg. What
is undecided or a fault stays so. A number that would not fit in 64 bits becomes a fault, so that
it is counted and told, and never wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from wetsanalyse.bevolking.uitkomsten import BEREKEND, FOUT, LEEG, Uitkomstkolom
from wetsanalyse.run.kolommen import Getallen, Kolom

Statussen = NDArray[np.uint8]
RUIMTE = 1 << 62


def status_van(uit: Uitkomstkolom) -> Statussen:
    """What became of every value, leeg included."""
    kolom = uit.kolom
    status = np.zeros(len(kolom), np.uint8) if uit.status is None else uit.status
    if kolom.leeg is None:
        return status
    return np.where(kolom.leeg & (status == BEREKEND), np.uint8(LEEG), status)


def kolom_met(
    waarden: Getallen, status: Statussen, schaal: int, grenzen: Getallen | None = None
) -> Uitkomstkolom:
    """Values with what became of them."""
    leeg = status == LEEG
    kolom = Kolom(np.where(status == BEREKEND, waarden, 0), leeg if leeg.any() else None, schaal)
    return Uitkomstkolom(kolom, status if bool((status > LEEG).any()) else None, grenzen)


def samen(delen: Sequence[tuple[Uitkomstkolom, Fraction]]) -> Uitkomstkolom:
    """The sum of some columns, each times a factor."""
    factoren = [factor / uit.kolom.schaal for uit, factor in delen]
    schaal = lcm(*(f.denominator for f in factoren))
    eerste = delen[0][0]
    som = np.zeros(len(eerste.kolom), np.int64)
    ergst = np.zeros(len(som), np.uint8)
    leeg = np.ones(len(som), np.bool_)
    for (uit, _), factor in zip(delen, factoren, strict=True):
        status = status_van(uit)
        maal = int(factor * schaal)
        waarden = uit.kolom.waarden.astype(np.int64)
        te_groot = np.abs(waarden) > RUIMTE // (max(abs(maal), 1) * len(delen))
        som += np.where(te_groot, 0, waarden) * maal
        ergst = np.maximum(ergst, np.where(status > LEEG, status, 0))
        ergst[te_groot & (status == BEREKEND)] = FOUT
        leeg &= status == LEEG
    status = np.where(ergst > LEEG, ergst, np.where(leeg, LEEG, BEREKEND)).astype(np.uint8)
    return kolom_met(som, status, schaal, eerste.grenzen)


def niets(lengte: int, grenzen: Getallen | None = None) -> Uitkomstkolom:
    """An outcome that nobody has."""
    return kolom_met(np.zeros(lengte, np.int64), np.full(lengte, LEEG, np.uint8), 1, grenzen)


def per_huishouden(uit: Uitkomstkolom) -> Uitkomstkolom:
    """What the members of each household have together."""
    if uit.grenzen is None:
        return uit
    grenzen, status = uit.grenzen, status_van(uit)
    waarden = np.where(status == BEREKEND, uit.kolom.waarden, 0).astype(np.int64)
    te_groot = np.abs(waarden) > RUIMTE // max(len(waarden), 1)
    gaat = _optellen(np.where(te_groot, 0, waarden), grenzen)
    ergst = np.zeros(len(grenzen) - 1, np.uint8)
    bij = np.repeat(np.arange(len(ergst)), np.diff(grenzen))
    np.maximum.at(ergst, bij, np.where(te_groot, FOUT, np.where(status > LEEG, status, 0)))
    met = _optellen((status == BEREKEND).astype(np.int64), grenzen) > 0
    samen_ = np.where(ergst > LEEG, ergst, np.where(met, BEREKEND, LEEG)).astype(np.uint8)
    return kolom_met(gaat, samen_, uit.kolom.schaal)


def _optellen(waarden: Getallen, grenzen: Getallen) -> Getallen:
    loop = np.concatenate([[0], np.cumsum(waarden)])
    return np.asarray(loop[grenzen[1:]] - loop[grenzen[:-1]], np.int64)


__all__ = ["Statussen", "kolom_met", "niets", "per_huishouden", "samen", "status_van"]
