"""A whole source through a law: batch after batch, on a few threads, with bounded memory.

The same function does a batch here and on a cluster. What comes out does not depend on how many
threads there are: every batch has its number, and its part is written under it.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from wetsanalyse.bevolking.bron import PER_BLOK, Bron
from wetsanalyse.bevolking.draaien import Doel, Draaier, Verslag
from wetsanalyse.bevolking.indeling import Indeling
from wetsanalyse.bevolking.lezen import Gelezen, lees
from wetsanalyse.bevolking.netto import samen_van
from wetsanalyse.bevolking.schrijven import Uitvoer, in_een_keer, schrijf_deel
from wetsanalyse.bevolking.tellen import Maat, Telling, maat_van, naam_van, tel
from wetsanalyse.bevolking.tellingtekst import als_json, uit_json
from wetsanalyse.bevolking.uitkomsten import Uitkomstkolom, Uitvoerveld, tabel
from wetsanalyse.bevolking.vorm import Vorm
from wetsanalyse.run.kolommen import Blok

VOORUIT = 2
"""So many batches wait for each thread: enough to keep it busy, few enough for the memory."""


@dataclass
class Eindstand:
    """What a run came to. ``seconden``: the time it took; ``hervat``: batches that an earlier run
    had done."""

    telling: Telling = field(default_factory=Telling)
    verslag: Verslag = field(default_factory=Verslag)
    rijen: int = 0
    opzij: int = 0
    blokken: int = 0
    hervat: int = 0
    seconden: float = 0.0


Stap = Callable[[int], None]
"""Is told how many rows are done."""


@dataclass(frozen=True)
class Batch:
    """What one batch came to: its outcomes as a table, its counts, and what happened."""

    tabel: pa.RecordBatch
    telling: Telling
    verslag: Verslag


Werk = Callable[[Gelezen], Batch]
"""What is done with every batch, whoever gives it: this process, or a cluster."""


class Nevenmeting(Protocol):
    """Something more that is measured of every household, beside its outcomes."""

    def meet(
        self, draaier: Draaier, blok: Blok, uit: Mapping[Doel, Uitkomstkolom]
    ) -> tuple[dict[Maat, Uitkomstkolom], Verslag]: ...


def veld_van(doel: Doel, draaier: Draaier) -> Uitvoerveld:
    """The column of an outcome."""
    veel = doel.wie in {rol.naam for rol in draaier.vorm.veel}
    return Uitvoerveld(naam_van(doel), doel.type, veel)


@dataclass(frozen=True)
class Doorrekening:
    """The work of one law: every outcome, and what is measured beside it."""

    draaier: Draaier
    metingen: Sequence[Nevenmeting] = ()

    def __call__(self, gelezen: Gelezen) -> Batch:
        uit, verslag = self.draaier.reken(gelezen.blok)
        velden = {veld_van(doel, self.draaier): kolom for doel, kolom in uit.items()}
        rij = tabel(list(velden), gelezen, {veld.naam: kolom for veld, kolom in velden.items()})
        maten = {maat_van(doel): kolom for doel, kolom in uit.items()}
        for meting in (*samen_van(self.draaier), *self.metingen):
            gemeten, erbij = meting.meet(self.draaier, gelezen.blok, uit)
            maten |= gemeten
            verslag.exact += erbij.exact
        return Batch(rij, tel(maten, gelezen.gewichten, gelezen.groepen, gelezen.blok.n), verslag)


def draai(
    werk: Werk,
    vorm: Vorm,
    bron: Bron,
    indeling: Indeling,
    uitvoer: Uitvoer | None = None,
    *,
    draden: int | None = None,
    per_blok: int = PER_BLOK,
    stap: Stap | None = None,
) -> Eindstand:
    """The whole source. Raises `Bronbreuk` when it breaks or the disk refuses."""
    begin = time.monotonic()
    eind = Eindstand()
    klaar = uitvoer.klaar if uitvoer is not None else frozenset()
    for nummer in sorted(klaar):
        assert uitvoer is not None
        _tel_eerder(uitvoer, nummer, eind)
    slot = threading.Lock()

    def doe(gelezen: Gelezen) -> None:
        batch = werk(gelezen) if uitvoer is None else doe_blok(werk, gelezen, uitvoer)
        with slot:
            _tel_mee(eind, batch, gelezen)
            if stap is not None:
                stap(eind.rijen + eind.opzij)

    _verdeel(doe, lees(bron, vorm, indeling, per_blok, klaar), draden or aantal_draden())
    eind.seconden = time.monotonic() - begin
    return eind


def doe_blok(werk: Werk, gelezen: Gelezen, uitvoer: Uitvoer) -> Batch:
    """One batch, written as a part with its counts beside it."""
    batch = werk(gelezen)
    _noteer(uitvoer, gelezen, batch)
    schrijf_deel(uitvoer, gelezen.nummer, batch.tabel, gelezen.opzij)
    return batch


def eindstand_van(uitvoer: Uitvoer, blokken: int, hervat: int) -> Eindstand:
    """What a run came to of which all parts are there; ``hervat``: so many were there before."""
    eind = Eindstand()
    for nummer in range(blokken):
        _tel_eerder(uitvoer, nummer, eind)
    eind.hervat = hervat
    return eind


def aantal_draden() -> int:
    """As many as there are processors for us, and no more than help."""
    try:
        return min(8, len(os.sched_getaffinity(0)))
    except AttributeError:  # not on every system
        return min(8, os.cpu_count() or 1)


def _verdeel(doe: Callable[[Gelezen], None], blokken: Iterator[Gelezen], draden: int) -> None:
    """Each batch to a thread that is free, with only a few waiting."""
    eerste = next(blokken, None)
    if eerste is None:
        return
    doe(eerste)  # the first alone: it makes the kernels that all use
    if draden == 1:
        for gelezen in blokken:
            doe(gelezen)
        return
    with ThreadPoolExecutor(draden) as pool:
        lopend: set[Future[None]] = set()
        try:
            for gelezen in blokken:
                lopend.add(pool.submit(doe, gelezen))
                if len(lopend) >= VOORUIT * draden:
                    klaar, lopend = wait(lopend, return_when=FIRST_COMPLETED)
                    for taak in klaar:
                        taak.result()
            for taak in lopend:
                taak.result()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _tel_mee(eind: Eindstand, batch: Batch, gelezen: Gelezen) -> None:
    eind.telling.voeg_toe(batch.telling)
    eind.verslag.voeg_toe(batch.verslag)
    eind.rijen += gelezen.blok.n
    eind.opzij += gelezen.weg
    eind.blokken = max(eind.blokken, gelezen.nummer + 1)


# ------------------------------------------------------------------ what was counted, beside a part


def _notitie(uitvoer: Uitvoer, nummer: int) -> Path:
    return uitvoer.map / f"{nummer:06d}.telling.json"


def _noteer(uitvoer: Uitvoer, gelezen: Gelezen, batch: Batch) -> None:
    """Written before the part itself: a part that is there has its counts."""
    fouten = batch.verslag.fouten.items()
    regels = [
        als_json(batch.telling),
        str(gelezen.blok.n),
        str(gelezen.weg),
        str(batch.verslag.exact),
        *(f"{aantal}\t{regel}\t{bericht}" for (regel, bericht), aantal in fouten),
    ]
    tekst = "\n".join(regels)
    in_een_keer(
        _notitie(uitvoer, gelezen.nummer), lambda pad: pad.write_text(tekst, encoding="utf-8")
    )


def _tel_eerder(uitvoer: Uitvoer, nummer: int, eind: Eindstand) -> None:
    telling, rijen, opzij, exact, *fouten = (
        _notitie(uitvoer, nummer).read_text(encoding="utf-8").split("\n")
    )
    verslag = Verslag(int(rijen), int(exact))
    for regel in fouten:
        aantal, naam, bericht = regel.split("\t", 2)
        verslag.fouten[naam, bericht] += int(aantal)
    eind.telling.voeg_toe(uit_json(telling))
    eind.verslag.voeg_toe(verslag)
    eind.rijen += int(rijen)
    eind.opzij += int(opzij)
    eind.blokken = max(eind.blokken, nummer + 1)
    eind.hervat += 1


__all__ = [
    "Batch",
    "Doorrekening",
    "Eindstand",
    "Nevenmeting",
    "Werk",
    "aantal_draden",
    "doe_blok",
    "draai",
    "eindstand_van",
    "veld_van",
]
