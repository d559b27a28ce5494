"""Rows that cannot be run: told with their number, the column and the reason, and kept apart.

They are counted and written to a file of their own; the other rows are run all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

HUISHOUDENS = "huishoudens"
"""How the main table is called, beside those of the members (by their role)."""
SCHEMA = pa.schema(
    [
        pa.field("tabel", pa.string(), nullable=False),
        pa.field("rij", pa.int64(), nullable=False),
        pa.field("huishouden", pa.string()),
        pa.field("kolom", pa.string(), nullable=False),
        pa.field("reden", pa.string(), nullable=False),
        pa.field("waarde", pa.string()),
    ]
)
LANGSTE = 200
"""Of a value no more than so many characters are kept."""


@dataclass(frozen=True, slots=True)
class Gebrek:
    """Why some rows of one column are set aside. ``plaatsen``: which, counted within the batch
    from 0; ``waarden``: what stands there, as text."""

    kolom: str
    reden: str
    plaatsen: NDArray[np.int64]
    waarden: Sequence[str | None] | pa.Array


_NIETS = pa.RecordBatch.from_pylist([], SCHEMA)


def leeg() -> pa.RecordBatch:
    """No lines at all."""
    return _NIETS


def opzij(
    gebreken: Iterable[Gebrek],
    rijen: NDArray[np.int64],
    sleutels: pa.Array | None,
    tabel: str = HUISHOUDENS,
) -> pa.RecordBatch:
    """One line for each fault, by row. ``rijen``: the row number of each place in the batch."""
    alle = [g for g in gebreken if len(g.plaatsen)]
    if not alle:
        return leeg()
    plaatsen = np.concatenate([g.plaatsen for g in alle])
    volgorde = pa.array(np.argsort(plaatsen, kind="stable"))
    aantallen = [len(g.plaatsen) for g in alle]
    wie = pa.nulls(len(plaatsen), pa.string())
    if sleutels is not None:
        wie = pc.cast(sleutels.take(pa.array(plaatsen)), pa.string())
    kolommen = [
        pa.repeat(tabel, len(plaatsen)),
        pa.array(rijen[plaatsen]),
        wie,
        _herhaald([g.kolom for g in alle], aantallen),
        _herhaald([g.reden for g in alle], aantallen),
        pa.concat_arrays([kort(g.waarden) for g in alle]),
    ]
    kolommen[0] = pc.cast(kolommen[0], pa.string())
    return pa.RecordBatch.from_arrays(kolommen, schema=SCHEMA).take(volgorde)


def _herhaald(teksten: Sequence[str], aantallen: Sequence[int]) -> pa.Array:
    keuze = np.repeat(np.arange(len(teksten)), aantallen)
    return pa.array(teksten, pa.string()).take(pa.array(keuze))


def kort(waarden: Sequence[str | None] | pa.Array) -> pa.Array:
    """Values as text, none of them endless."""
    tekst = waarden if isinstance(waarden, pa.Array) else pa.array(waarden, pa.string())
    if not pa.types.is_string(tekst.type):
        tekst = als_tekst(tekst)
    return pc.utf8_slice_codeunits(tekst, 0, LANGSTE)


def als_tekst(waarden: pa.Array) -> pa.Array:
    """Any values as text; what the library cannot write down, Python does."""
    try:
        tekst = pc.cast(waarden, pa.string())
        return pc.replace_substring_regex(tekst, *_GEEN_DAG) if _is_tijd(waarden.type) else tekst
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return pa.array([None if w is None else str(w) for w in waarden.to_pylist()], pa.string())


_GEEN_DAG = r"^<value out of range: (-?\d+)>$", r"\1 (geen dag in de kalender)"
"""What the library writes for a day after the year 9999 or so, and what we write."""


def _is_tijd(soort: pa.DataType) -> bool:
    return bool(pa.types.is_date(soort) or pa.types.is_timestamp(soort))


def in_tabel(delen: pa.RecordBatch, tabel: str) -> pa.RecordBatch:
    """The same lines as of another table."""
    if delen.num_rows == 0:
        return delen
    naam = pc.cast(pa.repeat(tabel, delen.num_rows), pa.string())
    return delen.set_column(0, SCHEMA.field(0), naam)


def samen(delen: Iterable[pa.RecordBatch]) -> pa.RecordBatch:
    """The lines of some batches as one."""
    vol = [d for d in delen if d.num_rows]
    if len(vol) < 2:
        return vol[0] if vol else leeg()
    return pa.Table.from_batches(vol, SCHEMA).combine_chunks().to_batches()[0]
