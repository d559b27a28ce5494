"""Outcomes to a file, a part for each batch. A run that was broken off goes on where it was.

The parts stand in a folder beside the file that is asked for, with a note of what they were made
of. When all are there they become that file, in one move: a reader never sees half of it. In the
same way the rows that were set aside get their own file, when there are any.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pyarrow.types as pt

from wetsanalyse import __version__
from wetsanalyse.bevolking.bron import PER_BLOK, Bronbreuk
from wetsanalyse.bevolking.opzij import SCHEMA as OPZIJ
from wetsanalyse.bevolking.uitkomsten import HUISHOUDEN, LEEG, RIJ, STATUS
from wetsanalyse.text import Diagnostic, Result
from wetsanalyse.text.diagnostic import fout

STAAT = "staat.json"
SOORTEN = (".parquet", ".arrow", ".csv")
DEEL = re.compile(r"(\d{6,})\.arrow")
WAARVAN = {
    "bron": "de gegevens zijn",
    "wet": "de wet is",
    "rekendatum": "de rekendatum is",
    "opties": "de opties zijn",
    "versie": "dit programma is",
}
VERSIE = f"{__version__}, {PER_BLOK} per blok"
"""With which program a part was made: another one may cut the rows into other parts."""


@dataclass(frozen=True, slots=True)
class Uitvoer:
    """Where outcomes go. ``klaar``: the batches that an earlier run finished."""

    doel: Path
    opzij: Path
    map: Path
    klaar: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Geschreven:
    """What was written. ``opzij``: the file with what was set aside; None: nothing was."""

    rijen: int
    gebreken: int
    opzij: Path | None


def begin(
    doel: Path, waarvan: Mapping[str, str | None], opzij: Path | None = None
) -> Result[Uitvoer | None]:
    """Make ready to write, or to go on. ``waarvan``: what the outcomes are made of (the rows, the
    law, the day, the options), as something that changes when it does; None: nobody can tell."""
    naast = opzij or doel.with_name(f"{doel.stem}.opzij{doel.suffix}")
    for pad in (doel, naast):
        if pad.suffix.lower() not in SOORTEN:
            return _mis(
                "BEV-UIT",
                f"in welke vorm “{pad}” geschreven moet worden, zegt de naam niet",
                "laat de naam eindigen op .parquet, .arrow of .csv",
            )
        if pad.is_dir():
            return _mis("BEV-UIT", f"“{pad}” is een map", "geef de naam van een bestand")
    map_ = doel.with_name(f"{doel.name}.deel")
    try:
        return _begin(Uitvoer(doel, naast, map_), {**waarvan, "versie": VERSIE})
    except OSError as oorzaak:
        return Result(None, (schrijffout(doel, oorzaak),))


def _begin(uitvoer: Uitvoer, waarvan: dict[str, str | None]) -> Result[Uitvoer | None]:
    staat = uitvoer.map / STAAT
    eerder = _lees_staat(staat)
    if eerder is not None and None not in (*eerder.values(), *waarvan.values()):
        if anders := [naam for naam, merk in waarvan.items() if eerder.get(naam) != merk]:
            wat = " en ".join(WAARVAN.get(naam, f"{naam} is") for naam in anders)
            return _mis(
                "BEV-HERVAT",
                f"er is een run die niet af is in “{uitvoer.map}”, en {wat} sindsdien veranderd",
                "haal die map weg om opnieuw te beginnen, of schrijf naar een ander bestand",
            )
        klaar = frozenset(int(m[1]) for p in uitvoer.map.iterdir() if (m := DEEL.fullmatch(p.name)))
        return Result(Uitvoer(uitvoer.doel, uitvoer.opzij, uitvoer.map, klaar))
    uitvoer.map.mkdir(parents=True, exist_ok=True)
    for pad in uitvoer.map.glob("*.arrow"):
        pad.unlink()
    in_een_keer(staat, lambda pad: pad.write_text(json.dumps(waarvan), encoding="utf-8"))
    return Result(uitvoer)


def _lees_staat(staat: Path) -> dict[str, str | None] | None:
    """What an earlier run was made of; None: there is none, or its note is broken."""
    try:
        gelezen = json.loads(staat.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return gelezen if isinstance(gelezen, dict) else None


def _mis(code: str, bericht: str, *hulp: str) -> Result[Any]:
    return Result(None, (fout(code, None, bericht, hulp=hulp),))


REDENEN = {
    PermissionError: "geen toestemming",
    IsADirectoryError: "dit is een map",
    NotADirectoryError: "een deel van het pad is geen map",
    FileExistsError: "een deel van het pad is geen map",
    FileNotFoundError: "de map bestaat niet en kan niet worden gemaakt",
}


def schrijffout(pad: Path, oorzaak: OSError) -> Diagnostic:
    """The disk refuses."""
    reden = REDENEN.get(type(oorzaak)) or oorzaak.strerror or str(oorzaak)
    return fout("BEV-SCHRIJVEN", None, f"“{pad}” kan niet geschreven worden: {reden}",
                hulp=("kijk de rechten na, en of er plaats is op de schijf",))  # fmt: skip


def in_een_keer(pad: Path, schrijf: Callable[[Path], object]) -> None:
    tijdelijk = pad.with_name(f".{pad.name}.nieuw")
    try:
        schrijf(tijdelijk)
        tijdelijk.replace(pad)
    except OSError as oorzaak:
        tijdelijk.unlink(missing_ok=True)
        raise Bronbreuk(schrijffout(pad, oorzaak)) from None


# ------------------------------------------------------------------ parts


def schrijf_deel(
    uitvoer: Uitvoer, nummer: int, uitkomsten: pa.RecordBatch, opzij: pa.RecordBatch
) -> None:
    """One batch; once its file is there it is finished. Parts may be written in any order, and by
    several threads. Raises Bronbreuk when the disk refuses."""
    if opzij.num_rows:
        _schrijf_ipc(uitvoer.map / f"{nummer:06d}.opzij.arrow", opzij)
    zeggend = [naam for naam in statuskolommen(uitkomsten.schema) if _zegt_iets(uitkomsten, naam)]
    merk = {**(uitkomsten.schema.metadata or {}), "statussen": json.dumps(zeggend)}
    _schrijf_ipc(uitvoer.map / f"{nummer:06d}.arrow", uitkomsten.replace_schema_metadata(merk))


def statuskolommen(schema: pa.Schema) -> list[str]:
    return [naam for naam in schema.names if naam.endswith(" (status)")]


def _zegt_iets(batch: pa.RecordBatch, naam: str) -> bool:
    """Whether an outcome has a status that its value does not show."""
    kolom = batch.column(naam)
    woorden = kolom.flatten() if pt.is_list(kolom.type) else kolom
    return len(woorden) > 0 and int(np.asarray(woorden.indices).max()) > LEEG


def _schrijf_ipc(pad: Path, batch: pa.RecordBatch) -> None:
    def schrijf(tijdelijk: Path) -> None:
        with pa.OSFile(str(tijdelijk), "wb") as vel, pa.ipc.new_file(vel, batch.schema) as uit:
            uit.write_batch(batch)

    in_een_keer(pad, schrijf)


def _lees_ipc(pad: Path) -> Iterator[pa.RecordBatch]:
    with pa.memory_map(str(pad)) as vel, pa.ipc.open_file(vel) as lezer:
        for i in range(lezer.num_record_batches):
            yield lezer.get_batch(i)


def _schema(pad: Path) -> pa.Schema:
    with pa.memory_map(str(pad)) as vel, pa.ipc.open_file(vel) as lezer:
        return lezer.schema


# ------------------------------------------------------------------ the whole


def maak_af(uitvoer: Uitvoer, aantal: int, merk: Mapping[str, str] | None = None) -> Geschreven:
    """All parts as one file, and those that were set aside as another. ``aantal``: how many
    batches there were; ``merk``: what the file says of itself. Then the parts go."""
    delen = [uitvoer.map / f"{nummer:06d}.arrow" for nummer in range(aantal)]
    schemas = [_schema(pad) for pad in delen]
    zeggend = {n for s in schemas for n in json.loads(s.metadata[b"statussen"])}
    schema = schemas[0] if schemas else pa.schema([])
    houd = [n for n in schema.names if n not in statuskolommen(schema) or n in zeggend]
    eigen = {k: v for k, v in (schema.metadata or {}).items() if k != b"statussen"}
    velden = [schema.field(n) for n in houd]
    uit = pa.schema([v.with_type(_zonder_woordenlijst(v.type)) for v in velden],
                    {**eigen, **dict(merk or {})})  # fmt: skip
    batches = (batch.select(houd) for pad in delen for batch in _lees_ipc(pad))
    rijen = _schrijf(uitvoer.doel, uit, batches)
    weg = [pad for n in range(aantal) if (pad := uitvoer.map / f"{n:06d}.opzij.arrow").exists()]
    uitvoer.opzij.unlink(missing_ok=True)
    gebreken = 0
    if weg:
        lijst = OPZIJ.with_metadata(dict(merk or {}))
        gebreken = _schrijf(uitvoer.opzij, lijst, (b for pad in weg for b in _lees_ipc(pad)))
    shutil.rmtree(uitvoer.map)
    return Geschreven(rijen, gebreken, uitvoer.opzij if weg else None)


def _schrijf(pad: Path, schema: pa.Schema, batches: Iterator[pa.RecordBatch]) -> int:
    rijen = 0

    def schrijf(tijdelijk: Path) -> None:
        nonlocal rijen
        with _schrijver(tijdelijk, pad.suffix.lower(), schema) as neem:
            for batch in batches:
                neem(batch.cast(schema))
                rijen += batch.num_rows

    pad.parent.mkdir(parents=True, exist_ok=True)
    in_een_keer(pad, schrijf)
    return rijen


@contextmanager
def _schrijver(
    pad: Path, soort: str, schema: pa.Schema
) -> Iterator[Callable[[pa.RecordBatch], None]]:
    if soort == ".parquet":
        with pq.ParquetWriter(pad, schema, **_verpakking(schema)) as parquet:
            yield parquet.write_batch
    elif soort == ".arrow":
        with pa.OSFile(str(pad), "wb") as vel, pa.ipc.new_file(vel, schema) as ipc:
            yield ipc.write_batch
    else:
        plat = pa.schema([pa.field(v.name, _in_tekst(v.type)) for v in schema])
        with pacsv.CSVWriter(str(pad), plat) as tekst:
            yield lambda batch: tekst.write_batch(_als_tekst(batch, plat))


def _verpakking(schema: pa.Schema) -> dict[str, Any]:
    """How the columns of a Parquet file are packed. Numbers that count on take their steps, and a
    list of words helps texts only: of numbers it made writing four times as slow."""
    telt = {v.name: "DELTA_BINARY_PACKED" for v in schema
            if v.name in (RIJ, HUISHOUDEN) and pt.is_integer(v.type)}  # fmt: skip
    teksten = [v.name for v in schema if pt.is_string(v.type)]
    lijsten = [f"{v.name}.list.element" for v in schema
               if pt.is_list(v.type) and pt.is_string(v.type.value_type)]  # fmt: skip
    return {"use_dictionary": [*teksten, *lijsten], "column_encoding": telt}


def _zonder_woordenlijst(soort: pa.DataType) -> pa.DataType:
    """Parts know the words of a status by their place; in the file they stand written out."""
    if pt.is_list(soort):
        return pa.list_(_zonder_woordenlijst(soort.value_type))
    return soort.value_type if soort == STATUS else soort


def _in_tekst(soort: pa.DataType) -> pa.DataType:
    """A table of text has no lists: one becomes its values with a bar between them."""
    return pa.string() if pt.is_list(soort) or pt.is_dictionary(soort) else soort


def _als_tekst(batch: pa.RecordBatch, plat: pa.Schema) -> pa.RecordBatch:
    kolommen: Sequence[pa.Array] = [
        _lijst(kolom) if pt.is_list(kolom.type) else kolom.cast(veld.type)
        for kolom, veld in zip(batch.columns, plat, strict=True)
    ]
    return pa.RecordBatch.from_arrays(kolommen, schema=plat)


def _lijst(kolom: pa.Array) -> pa.Array:
    woorden = pc.fill_null(kolom.values.cast(pa.string()), "")
    grenzen, bij = kolom.offsets, pa.ListArray.from_arrays
    return pc.binary_join(bij(grenzen, woorden), "|")
