"""From what a user names to a source: a file by what is in it, or a query of DuckDB."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pyarrow as pa

from wetsanalyse.bevolking.bron import (
    PER_BLOK,
    Bron,
    Bronbreuk,
    Lading,
    brekend,
    genummerd,
    ipc_bestand,
    ipc_stroom,
    lees_namen,
    merk_van,
    parquet,
)
from wetsanalyse.bevolking.csvbron import csv_bestand, geen_tabel
from wetsanalyse.text import Result
from wetsanalyse.text.diagnostic import fout

DUCKDB = "duckdb:"
SOORTEN = {".parquet": "Parquet", ".pq": "Parquet", ".arrow": "Arrow", ".feather": "Arrow",
           ".arrows": "Arrow"}  # fmt: skip
TEKST = (".csv", ".tsv", ".txt")


def open_bron(adres: str, vraag: str | None = None) -> Result[Bron | None]:
    """``adres``: a file, or ``duckdb:bestand.db?query=select …``; with ``vraag`` (a query) it may
    also be just ``duckdb:``, and the query names the files itself."""
    try:
        uit_vraag = adres.startswith(DUCKDB) or vraag is not None
        bron = _duckdb(adres, vraag) if uit_vraag else _bestand(Path(adres))
        with brekend(adres):
            lees_namen(bron.schema)
        return Result(bron)
    except Bronbreuk as breuk:
        return Result(None, (breuk.melding,))


def _bestand(pad: Path) -> Bron:
    if not pad.is_file():
        wat = "is een map, geen bestand" if pad.is_dir() else "bestaat niet"
        raise Bronbreuk(
            fout(
                "BEV-BESTAND", None, f"“{pad}” {wat}",
                hulp=("kijk of het pad goed gespeld is, en in welke map u staat",),
            )
        )  # fmt: skip
    with brekend(str(pad)):
        begin = pad.open("rb").read(8)
    if begin[:4] == b"PAR1":
        return parquet(pad)
    if begin[:6] == b"ARROW1":
        return ipc_bestand(pad)
    if begin[:4] == b"\xff\xff\xff\xff":
        return ipc_stroom(pad)
    achter = pad.suffix.lower()
    if achter in SOORTEN:
        soort = SOORTEN[achter]
        wat = "is leeg" if not begin else f"is geen {soort}, al heet het {achter}"
        hulp = "is het een tabel in tekst? noem het dan .csv" if begin else "maak het opnieuw"
        raise Bronbreuk(fout("BEV-SOORT", None, f"“{pad}” {wat}", hulp=(hulp,)))
    if achter not in TEKST:
        raise Bronbreuk(geen_tabel(pad))
    return csv_bestand(pad)


# ------------------------------------------------------------------ DuckDB


def _duckdb(adres: str, vraag: str | None) -> Bron:
    bestand, _, rest = adres.removeprefix(DUCKDB).partition("?")
    vragen = [vraag] if vraag is not None else parse_qs(rest).get("query", [])
    if len(vragen) != 1:
        raise Bronbreuk(
            fout(
                "BEV-VRAAG", None, f"in “{adres}” staat geen vraag aan DuckDB",
                hulp=('schrijf duckdb:bestand.db?query=select …, of geef --vraag "select …"',),
            )
        )  # fmt: skip
    pad = Path(bestand) if bestand else None
    if pad is not None and not pad.is_file():
        raise Bronbreuk(
            fout("BEV-BESTAND", None, f"“{pad}” bestaat niet",
                 hulp=("kijk of het pad goed gespeld is",))
        )  # fmt: skip
    schema = _stroom(pad, vragen[0])[1].schema

    def lees(kolommen: Sequence[str] | None) -> Iterator[Lading]:
        with brekend(f"de vraag aan {adres}"):
            verbinding, stroom = _stroom(pad, vragen[0])
            try:
                batches = (b if kolommen is None else b.select(list(kolommen)) for b in stroom)
                yield from genummerd(batches)
            finally:
                verbinding.close()

    # Of a query that reads other files nobody can tell whether they changed.
    merk = merk_van(pad, vragen[0]) if pad is not None else None
    return Bron(adres, schema, lees, merk=merk)


def _stroom(pad: Path | None, vraag: str) -> tuple[Any, pa.RecordBatchReader]:
    """An open connection and the answer as a stream of batches."""
    try:
        import duckdb
    except ImportError:
        raise Bronbreuk(
            fout(
                "BEV-DUCKDB", None, "voor een vraag aan DuckDB is DuckDB nodig",
                hulp=("installeer het: pip install wetsanalyse[duckdb]",),
            )
        ) from None  # fmt: skip
    try:
        plek = str(pad) if pad is not None else ":memory:"
        verbinding = duckdb.connect(plek, read_only=pad is not None)
        antwoord = verbinding.sql(vraag)
        if antwoord is None:
            raise ValueError("de vraag geeft geen tabel")
        naam = "to_arrow_reader" if hasattr(antwoord, "to_arrow_reader") else "fetch_arrow_reader"
        return verbinding, getattr(antwoord, naam)(PER_BLOK)
    except (duckdb.Error, ValueError) as oorzaak:
        bericht = f"DuckDB kan deze vraag niet beantwoorden: {' '.join(str(oorzaak).split())[:200]}"
        hulp = ("kijk de vraag na; zij moet één tabel geven",)
        raise Bronbreuk(fout("BEV-VRAAG", None, bericht, hulp=hulp)) from None
