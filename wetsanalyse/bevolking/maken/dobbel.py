"""Chance from a seed. Only raw 64-bit draws of PCG64 are used: numpy promises that these stay the
same for a seed, which it does not promise of its other draws."""

from __future__ import annotations

from math import gcd

import numpy as np
import numpy.typing as npt

Getallen = npt.NDArray[np.int64]


class Dobbel:
    """The draws of one batch; each batch has its own, so that no batch needs the one before."""

    def __init__(self, zaad: int, *plaats: int) -> None:
        self._bron = np.random.PCG64(np.random.SeedSequence(zaad, spawn_key=plaats))

    def onder(self, grens: int | Getallen, aantal: int) -> Getallen:
        """Whole numbers from 0 to below ``grens`` (at most 2**31), one for each or for all."""
        ruw = self._bron.random_raw(aantal) >> np.uint64(33)
        return (ruw.astype(np.int64) * grens) >> 31

    def lang(self, grens: int, aantal: int) -> Getallen:
        """Whole numbers from 0 to below a larger ``grens``; by the rest of a 63-bit draw."""
        ruw = self._bron.random_raw(aantal) >> np.uint64(1)
        return ruw.astype(np.int64) % grens


def stap(aantal: int) -> int:
    """A step without a common divisor with ``aantal``, near the golden section of it: walking with
    it visits every place once, and any stretch of the walk is spread over all places."""
    poging = max(1, int(aantal * 0.6180339887))
    while gcd(poging, aantal) != 1:
        poging += 1
    return poging
