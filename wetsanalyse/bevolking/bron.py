"""Where the rows come from: one kind of source for Parquet, Arrow IPC, CSV and DuckDB.

A source knows its columns at once and gives its rows in batches, so that no more than a batch of
it is ever in memory. What goes wrong halfway ends the reading with a `Bronbreuk`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pyarrow.types as pt
from numpy.typing import NDArray

from wetsanalyse.bevolking import opzij
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout

PER_BLOK = 1 << 17
"""So many rows at a time, unless asked otherwise."""
STUK = 1 << 20
SYNTHETISCH = b"wetsanalyse.synthetisch"
"""The name in the metadata of a file of which all households are made up."""


class Bronbreuk(Exception):
    """Ends the reading of a source; the message goes to the user as a value."""

    def __init__(self, melding: Diagnostic) -> None:
        super().__init__(melding.bericht)
        self.melding = melding


@dataclass(frozen=True, slots=True)
class Lading:
    """Some rows in a row. ``rijen``: their numbers, from 1; ``opzij``: what could not even be
    read as a row here, or had no household to go to."""

    batch: pa.RecordBatch
    rijen: NDArray[np.int64]
    opzij: pa.RecordBatch

    def deel(self, van: int, aantal: int, opzij_: pa.RecordBatch) -> Lading:
        return Lading(self.batch.slice(van, aantal), self.rijen[van : van + aantal], opzij_)


Lezer = Callable[[Sequence[str] | None], Iterator[Lading]]
"""Reads from the start, only these columns (None: all), in batches of any size."""
Springer = Callable[[Sequence[str] | None, int], Iterator[Lading]]
"""As a `Lezer`, from some row on (counted from 0)."""


@dataclass(frozen=True, slots=True)
class Bron:
    """``tekst``: the columns of which every cell is text, with what stands between the cells; the
    others have a type of their own. ``rijen``: how many there are, where that is known. ``merk``:
    what the rows are recognised by in a next run; None: by nothing, so nothing can be resumed.
    ``vanaf``: reads from the middle; None: it can only be read from the start."""

    naam: str
    schema: pa.Schema
    lees: Lezer
    tekst: Mapping[str, str] = field(default_factory=dict)
    rijen: int | None = None
    merk: str | None = None
    vanaf: Springer | None = None

    @property
    def synthetisch(self) -> bool:
        """Whether the file says that its households are made up."""
        return (self.schema.metadata or {}).get(SYNTHETISCH) == b"ja"

    def ladingen(
        self, kolommen: Sequence[str] | None = None, per_blok: int = PER_BLOK
    ) -> Iterator[Lading]:
        """The rows in batches of exactly ``per_blok`` (the last one: what is left)."""
        return hergroepeer(self.lees(kolommen), per_blok)


def ladingen_vanaf(
    bron: Bron, kolommen: Sequence[str] | None, rij: int, per_blok: int
) -> Iterator[Lading]:
    """As `Bron.ladingen`, from some row on."""
    assert bron.vanaf is not None
    return hergroepeer(bron.vanaf(kolommen, rij), per_blok)


def hergroepeer(ladingen: Iterable[Lading], per_blok: int) -> Iterator[Lading]:
    """The same rows in batches of one size: only then has every batch its fixed number."""
    wacht: list[Lading] = []
    aantal = 0
    for lading in ladingen:
        rest = lading
        while aantal + rest.batch.num_rows >= per_blok:
            past = per_blok - aantal
            yield _samen([*wacht, rest.deel(0, past, rest.opzij)])
            rest = rest.deel(past, rest.batch.num_rows - past, opzij.leeg())
            wacht, aantal = [], 0
        if rest.batch.num_rows or rest.opzij.num_rows:
            wacht.append(rest)
            aantal += rest.batch.num_rows
    if wacht:
        yield _samen(wacht)


def _samen(ladingen: Sequence[Lading]) -> Lading:
    if len(ladingen) == 1:
        return ladingen[0]
    batches = [lading.batch for lading in ladingen]
    batch = pa.concat_batches(batches)
    rijen = np.concatenate([lading.rijen for lading in ladingen])
    return Lading(batch, rijen, opzij.samen(lading.opzij for lading in ladingen))


def genummerd(batches: Iterable[pa.RecordBatch], begin: int = 1) -> Iterator[Lading]:
    """Rows that all could be read, numbered on from ``begin``. What a file says of itself is
    looked at first: bounds that are wrong would read anywhere, and a text may be none."""
    for batch in batches:
        batch.validate(full=not all(_los(soort) for soort in batch.schema.types))
        eind = begin + batch.num_rows
        yield Lading(batch, np.arange(begin, eind, dtype=np.int64), opzij.leeg())
        begin = eind


def _los(soort: pa.DataType) -> bool:
    """Whether any bits are a value of this type, wherever they stand; then there is nothing to
    look at but the length."""
    return bool(
        pt.is_integer(soort) or pt.is_boolean(soort) or pt.is_floating(soort)
        or pt.is_date32(soort) or pt.is_null(soort)
    )  # fmt: skip


# ------------------------------------------------------------------ what files have in common


def onleesbaar(naam: str, oorzaak: Exception) -> Diagnostic:
    """A file that is broken, cut off, or not what it says."""
    reden = " ".join(str(oorzaak).split())[:200]
    return fout(
        "BEV-KAPOT", None, f"“{naam}” kan niet (verder) gelezen worden: {reden}",
        hulp=("maak het bestand opnieuw; misschien is het schrijven onderbroken",),
    )  # fmt: skip


@contextmanager
def brekend(naam: str) -> Iterator[None]:
    """What the library says of a broken file becomes a `Bronbreuk`."""
    try:
        yield
    except (pa.ArrowException, OSError, ValueError) as oorzaak:
        raise Bronbreuk(onleesbaar(naam, oorzaak)) from None


def lees_namen(velden: Iterable[pa.Field]) -> None:
    """Look at every name, also those within: one that is no text raises a ValueError."""
    for veld in velden:
        veld.name.encode()
        lees_namen(veld.type.field(i) for i in range(veld.type.num_fields))


def merk_van(pad: Path, *meer: str) -> str:
    """Recognises a file by its size, its time, its first and its last megabyte."""
    staat = pad.stat()
    som = hashlib.sha256(f"{staat.st_size} {staat.st_mtime_ns}".encode())
    with pad.open("rb") as bestand:
        som.update(bestand.read(STUK))
        bestand.seek(max(0, staat.st_size - STUK))
        som.update(bestand.read(STUK))
    for tekst in meer:
        som.update(tekst.encode())
    return som.hexdigest()


# ------------------------------------------------------------------ Parquet and Arrow IPC


def parquet(pad: Path) -> Bron:
    """A page of each column at a time: how large a row group is does not count."""
    with brekend(str(pad)), pq.ParquetFile(pad) as bestand:
        schema, aantal = bestand.schema_arrow, bestand.metadata.num_rows
        merk = merk_van(pad)

    def lees(kolommen: Sequence[str] | None) -> Iterator[Lading]:
        with (
            brekend(str(pad)),
            pq.ParquetFile(pad, buffer_size=STUK, pre_buffer=False) as open_bestand,
        ):
            yield from genummerd(open_bestand.iter_batches(PER_BLOK, columns=_lijst(kolommen)))

    def vanaf(kolommen: Sequence[str] | None, rij: int) -> Iterator[Lading]:
        with brekend(str(pad)), pq.ParquetFile(pad, buffer_size=STUK, pre_buffer=False) as vel:
            groepen = [vel.metadata.row_group(g).num_rows for g in range(vel.num_row_groups)]
            eerste, over = _spring(groepen, rij)
            nog = range(eerste, len(groepen))
            batches = vel.iter_batches(PER_BLOK, row_groups=nog, columns=_lijst(kolommen))
            yield from genummerd(_zonder_eerste(batches, over), rij + 1)

    return Bron(str(pad), schema, lees, rijen=aantal, merk=merk, vanaf=vanaf)


def _spring(aantallen: Sequence[int], rij: int) -> tuple[int, int]:
    """In which of some groups a row is, and how many rows of that group come before it."""
    for nummer, aantal in enumerate(aantallen):
        if rij < aantal:
            return nummer, rij
        rij -= aantal
    return len(aantallen), 0


def _zonder_eerste(batches: Iterable[pa.RecordBatch], over: int) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        if over >= batch.num_rows:
            over -= batch.num_rows
        else:
            yield batch.slice(over)
            over = 0


def _lijst(kolommen: Sequence[str] | None) -> list[str] | None:
    return None if kolommen is None else list(kolommen)


def ipc_bestand(pad: Path) -> Bron:
    """An Arrow file; it is mapped, not loaded."""
    with brekend(str(pad)), pa.memory_map(str(pad)) as vel, pa.ipc.open_file(vel) as lezer:
        schema, merk = lezer.schema, merk_van(pad)

    def lees(kolommen: Sequence[str] | None) -> Iterator[Lading]:
        with brekend(str(pad)), pa.memory_map(str(pad)) as vel, pa.ipc.open_file(vel) as lezer:
            batches = (lezer.get_batch(i) for i in range(lezer.num_record_batches))
            yield from genummerd(_gekozen(batches, kolommen))

    def vanaf(kolommen: Sequence[str] | None, rij: int) -> Iterator[Lading]:
        with brekend(str(pad)), pa.memory_map(str(pad)) as vel, pa.ipc.open_file(vel) as lezer:
            batches = (lezer.get_batch(i) for i in range(lezer.num_record_batches))
            yield from genummerd(_zonder_eerste(_gekozen(batches, kolommen), rij), rij + 1)

    with brekend(str(pad)), pa.memory_map(str(pad)) as vel, pa.ipc.open_file(vel) as lezer:
        aantal = sum(lezer.get_batch(i).num_rows for i in range(lezer.num_record_batches))
    return Bron(str(pad), schema, lees, rijen=aantal, merk=merk, vanaf=vanaf)


def ipc_stroom(pad: Path) -> Bron:
    with brekend(str(pad)), pa.OSFile(str(pad)) as vel, pa.ipc.open_stream(vel) as lezer:
        schema, merk = lezer.schema, merk_van(pad)

    def lees(kolommen: Sequence[str] | None) -> Iterator[Lading]:
        with brekend(str(pad)), pa.OSFile(str(pad)) as vel, pa.ipc.open_stream(vel) as lezer:
            yield from genummerd(_gekozen(iter(lezer), kolommen))

    return Bron(str(pad), schema, lees, merk=merk)


def _gekozen(
    batches: Iterable[pa.RecordBatch], kolommen: Sequence[str] | None
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield batch if kolommen is None else batch.select(list(kolommen))
