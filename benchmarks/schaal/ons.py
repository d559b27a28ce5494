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
PER_KERN = 1 << 20
"""A kernel alone takes less than half a millisecond for a block of the usual size: no more than
handing it to a thread does."""
Deel = tuple[int, int]


def manieren(wet: Wet, blok: Callable[[Any], Blok]) -> list[Manier]:
    """Only the kernel (A: of the one shape), on columns of 64 bits and on columns as narrow as
    they can be; and whole blocks, with the shapes told apart."""

    def smal(invoer: Any) -> Blok:
        return blok(invoer).smal()

    def manier(naam: str, draden: int, hoe: Callable[[Wet, Blok, int], Loop],
               van: Callable[[Any], Blok] = blok) -> Manier:  # fmt: skip
        aantal = draden or aantal_draden()
        return Manier(f"wetsanalyse, {naam}", draden, lambda invoer: hoe(wet, van(invoer), aantal))

    return [
        manier(naam, draden, hoe, van)
        for naam, hoe, van in (
            ("kern", kern, blok),
            ("kern, smalle kolommen", kern, smal),
            ("heel blok", draaier, blok),
        )
        for draden in (1, 0)
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
    groepen = list(draaier._groepen(blok))  # noqa: SLF001
    volgorde = [rijen for _, rijen in groepen if rijen is not None]
    taken: list[tuple[Kern, Gegevens, int]] = []
    plek = 0
    for aanwezig, rijen in groepen:
        deel = blok if rijen is None else blok.kies(rijen)
        alles = draaier.vormkern(aanwezig, _gegevens(deel, aanwezig, wet.vorm))
        for van, tot in stukken(deel.n, PER_KERN):
            gegevens = _gegevens(deel.deel(van, tot), aanwezig, wet.vorm)
            taken.append((alles.kern, gegevens, plek + van))
        plek += deel.n
    soort = np.result_type(*(k.soort(u, g) for k, g, _ in taken for u in k.bron.uitgangen))
    uit, vooraf = vergiftigd(blok.n, soort)
    for aanwezig, _ in groepen:  # the machine code is part of the set-up
        een = next(g for k, g, _ in taken if k is draaier.kernen[aanwezig].kern)
        draaier.kernen[aanwezig].kern.reken(een, _schrijf_in(uit[: een.n]))

    def doe(nummers: Deel) -> None:
        for k, gegevens, van in taken[slice(*nummers)]:
            k.reken(gegevens, _schrijf_in(uit[van : van + gegevens.n]))

    def lees(_: object) -> Getallen:
        if not volgorde:
            return uit
        terug = np.empty_like(uit)
        terug[np.concatenate(volgorde)] = uit
        return terug

    bytes_ = blok.bytes + 2 * uit.nbytes  # a write also reads the line that it writes in
    return Loop(over(draden, doe, list(pairwise(range(len(taken) + 1)))), lees, vooraf, bytes_)


def _schrijf_in(waar: Getallen) -> Callable[[int, Any], Any]:
    """Numbers go there; the state of an outcome goes to a column of its own."""
    return lambda n, soort: np.empty(n, soort) if soort is np.uint8 else waar


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

    return Loop(over(draden, doe, delen), lees, leeg, blok.bytes + 2 * uit.nbytes)
