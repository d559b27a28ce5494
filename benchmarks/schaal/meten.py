"""All ways by turns, round after round, each on its own memory, with the memory bound beside them.

A way that is wrong on one row is shown as wrong: all rows are held against the truth, and a row
that was never written is wrong too.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import numpy as np

from benchmarks.schaal.gegevens import Getallen, stukken
from benchmarks.schaal.manier import Manier
from wetsanalyse.bevolking.loop import aantal_draden

TRIAD_RIJEN = 8_000_000
TRIAD_BYTES = 32
"""Two reads, a write, and the line that is read to write in it."""


RUIM_BUITEN_CACHE = 100_000_000
"""So many bytes cannot be in the cache from the round before."""


@dataclass
class Meting:
    """``fout``: rows that differ from the truth; None: this way was not there."""

    manier: Manier
    opzetten: float = 0.0
    wand: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    fout: int | None = None
    bytes: int | None = None

    @property
    def mediaan(self) -> float:
        return median(self.wand)

    @property
    def bezet(self) -> float:
        """Processors in use, on average."""
        return sum(self.processor) / sum(self.wand)


@dataclass
class Uitslag:
    """``band[draden]``: bytes a second of the triad, each time it was sampled."""

    rijen: int
    metingen: list[Meting]
    band: dict[int, list[float]]

    def vol(self, meting: Meting) -> float | None:
        """The share of the memory bound; None for what may fit the cache, where it is no bound."""
        if meting.bytes is None or meting.bytes < RUIM_BUITEN_CACHE:
            return None
        return meting.bytes / meting.mediaan / median(self.band[meting.manier.draden])


def meet(manieren: Sequence[Manier], invoer: Any, waarheid: Getallen, rondes: int) -> Uitslag:
    metingen = [Meting(manier) for manier in manieren]
    lopen = []
    for meting in metingen:
        if meting.manier.is_er:
            begin = time.perf_counter()
            loop = meting.manier.maak(invoer)
            meting.opzetten = time.perf_counter() - begin
            meting.bytes = loop.bytes
            lopen.append((meting, loop))
    band = {draden: triad(draden or aantal_draden()) for draden in (1, 0)}
    gemeten: dict[int, list[float]] = {1: [], 0: []}
    for ronde in range(-1, rondes):  # the first is to warm up; its outcomes are looked at too
        for meting, loop in lopen:
            loop.vooraf()
            wand, processor = time.perf_counter(), time.process_time()
            uit = loop.reken()
            wand, processor = time.perf_counter() - wand, time.process_time() - processor
            fout = int((loop.lees(uit) != waarheid).sum())
            meting.fout = max(meting.fout or 0, fout)
            del uit
            if ronde >= 0:
                meting.wand.append(wand)
                meting.processor.append(processor)
                gemeten[meting.manier.draden].append(band[meting.manier.draden]())
    for draden, reeks in gemeten.items():
        if not reeks:
            reeks.append(band[draden]())
    return Uitslag(len(waarheid), metingen, gemeten)


def triad(draden: int) -> Callable[[], float]:
    """Bytes a second of ``a = b + 3 c`` over columns far larger than the cache."""
    import numba

    @numba.njit(nogil=True)
    def kern(a, b, c):  # type: ignore[no-untyped-def]
        for i in range(len(a)):
            a[i] = b[i] + 3.0 * c[i]

    a, b, c = (np.full(TRIAD_RIJEN, 1.0) for _ in range(3))
    delen = [slice(*d) for d in stukken(TRIAD_RIJEN, -(-TRIAD_RIJEN // draden))]
    pool = ThreadPoolExecutor(draden)

    def een(deel: slice) -> None:
        kern(a[deel], b[deel], c[deel])

    def neem() -> float:
        begin = time.perf_counter()
        list(pool.map(een, delen))
        return TRIAD_RIJEN * TRIAD_BYTES / (time.perf_counter() - begin)

    neem()
    return neem
