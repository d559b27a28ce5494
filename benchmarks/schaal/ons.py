"""Our ways: the law itself, by its kernel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

import numpy as np

from benchmarks.schaal.gegevens import Getallen, stukken
from benchmarks.schaal.manier import Loop, Manier, vergiftigd
from benchmarks.schaal.wet import Wet
from wetsanalyse.bevolking.draaien import Draaier, _gegevens
from wetsanalyse.bevolking.loop import aantal_draden
from wetsanalyse.run.kernel.kern import Gegevens, Kern
from wetsanalyse.run.kolommen import Blok

PER_BLOK = 262_144
Deel = tuple[int, int]


def manieren(wet: Wet, blok: Callable[[Any], Blok], bytes_per_rij: int) -> list[Manier]:
    """Only the kernel (A: of the one shape), and with the shapes told apart."""

    def met(draden: int, hoe: Callable[[Wet, Blok, int], Loop]) -> Callable[[Any], Loop]:
        return lambda invoer: hoe(wet, blok(invoer), draden or aantal_draden())

    return [
        Manier("wetsanalyse, kern", 1, met(1, kern), None, bytes_per_rij),
        Manier("wetsanalyse, kern", 0, met(0, kern), None, bytes_per_rij),
        Manier("wetsanalyse, heel blok", 1, met(1, draaier), None, bytes_per_rij),
        Manier("wetsanalyse, heel blok", 0, met(0, draaier), None, bytes_per_rij),
    ]


def over(draden: int, doe: Callable[[Deel], None], delen: Sequence[Deel]) -> Callable[[], object]:
    """What does all parts: one after another, or on a pool."""

    def een_voor_een() -> None:
        for deel in delen:
            doe(deel)

    if draden == 1:
        return een_voor_een
    pool = ThreadPoolExecutor(draden)
    return lambda: list(pool.map(doe, delen))


def kern(wet: Wet, blok: Blok, draden: int) -> Loop:
    """The kernels with their check of the bounds. Households of one shape stand together: sorting
    them is part of the set-up."""
    draaier = wet.draaier()
    uit, vooraf = vergiftigd(blok.n)
    groepen = list(draaier._groepen(blok))  # noqa: SLF001
    volgorde = [rijen for _, rijen in groepen if rijen is not None]
    taken: list[tuple[Kern, Gegevens, int]] = []
    plek = 0
    for aanwezig, rijen in groepen:
        deel = blok if rijen is None else blok.kies(rijen)
        alles = draaier.vormkern(aanwezig, _gegevens(deel, aanwezig, wet.vorm))
        for van, tot in stukken(deel.n, PER_BLOK):
            gegevens = _gegevens(deel.deel(van, tot), aanwezig, wet.vorm)
            taken.append((alles.kern, gegevens, plek + van))
        plek += deel.n
    for aanwezig, _ in groepen:  # the machine code is part of the set-up
        een = next(g for k, g, _ in taken if k is draaier.kernen[aanwezig].kern)
        draaier.kernen[aanwezig].kern.reken(een)

    def doe(nummers: Deel) -> None:
        for k, gegevens, van in taken[slice(*nummers)]:
            k.reken(gegevens, _schrijf_in(uit[van : van + gegevens.n]))

    def lees(_: object) -> Getallen:
        if not volgorde:
            return uit
        terug = np.empty_like(uit)
        terug[np.concatenate(volgorde)] = uit
        return terug

    return Loop(over(draden, doe, list(pairwise(range(len(taken) + 1)))), lees, vooraf)


def _schrijf_in(waar: Getallen) -> Callable[[int, Any], Any]:
    """Numbers go there; what else there is goes to a column of its own."""
    return lambda n, soort: waar if soort is np.int64 else np.empty(n, soort)


def draaier(wet: Wet, blok: Blok, draden: int) -> Loop:
    """Blocks as they come: the shapes told apart, all checks, the status of every outcome."""
    d: Draaier = wet.draaier()
    (doel,) = d.doelen
    uit, vooraf = vergiftigd(blok.n)
    delen = list(stukken(blok.n, PER_BLOK))
    d.reken(blok.deel(*delen[0]))

    def doe(deel: Deel) -> None:
        uitkomst = d.reken(blok.deel(*deel))[0][doel]
        klaar[deel] = uitkomst

    klaar: dict[Deel, Any] = {}

    def lees(_: object) -> Getallen:
        for (van, tot), uitkomst in klaar.items():
            assert uitkomst.status is None
            uit[van:tot] = uitkomst.kolom.waarden
        return uit

    def leeg() -> None:
        vooraf()
        klaar.clear()

    return Loop(over(draden, doe, delen), lees, leeg)
