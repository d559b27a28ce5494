"""A table in a text file as a source. Every cell stays text: what it means, its column says.

A table with a semicolon or a tab comes from a program that writes 12,5; one with a comma from a
program that writes 12.5.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
from numpy.typing import NDArray

from wetsanalyse.bevolking import opzij
from wetsanalyse.bevolking.bron import STUK, Bron, Bronbreuk, Lading, brekend, merk_van
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout

SCHEIDERS = ";\t,"


def csv_bestand(pad: Path) -> Bron:
    """The head says which columns there are, and by its separator how numbers are written."""
    with brekend(str(pad)):
        begin = pad.open("rb").read(STUK)
        kop = _kop(pad, begin)
        scheider = max(SCHEIDERS, key=kop.count)
        namen = next(csv.reader(io.StringIO(kop), delimiter=scheider), [])
        merk = merk_van(pad)
    ruw = {naam.strip(): naam for naam in namen}
    schema = pa.schema([pa.field(naam.strip(), pa.string()) for naam in namen])

    def lees(kolommen: Sequence[str] | None) -> Iterator[Lading]:
        gekozen = ruw if kolommen is None else {naam: ruw[naam] for naam in kolommen}
        with brekend(str(pad)):
            yield from _Lezer(pad, scheider, gekozen).lees()

    return Bron(str(pad), schema, lees, dict.fromkeys(schema.names, scheider), merk=merk)


def _kop(pad: Path, begin: bytes) -> str:
    """The first line that is not empty, as text."""
    if not begin.strip(codecs.BOM_UTF8 + b" \t\r\n"):
        raise Bronbreuk(
            fout(
                "BEV-LEEG", None, f"“{pad}” is leeg: er staat geen regel met kolomnamen in",
                hulp=("vraag om een leeg bestand met de goede kolommen: bevolking sjabloon",),
            )
        )  # fmt: skip
    try:
        tekst = codecs.getincrementaldecoder("utf-8-sig")().decode(begin)
    except UnicodeDecodeError as oorzaak:
        raise Bronbreuk(_geen_utf8(pad, f"byte {oorzaak.start}")) from None
    if "\0" in tekst:
        raise Bronbreuk(geen_tabel(pad))
    return next(regel for regel in tekst.splitlines() if regel.strip())


def _geen_utf8(pad: Path, waar: str) -> Diagnostic:
    return fout(
        "BEV-UTF8", None, f"“{pad}” is geen UTF-8: {waar} is geen geldig teken",
        hulp=("sla het bestand op als “CSV UTF-8”",),
    )  # fmt: skip


def geen_tabel(pad: Path) -> Diagnostic:
    return fout(
        "BEV-SOORT", None, f"“{pad}” is geen Parquet, Arrow of CSV",
        hulp=("geef een bestand dat eindigt op .parquet, .arrow of .csv",),
    )  # fmt: skip


class _Lezer:
    """Reads one file once; keeps the rows with too many or too few cells as they come by.
    ``kolommen``: the columns that are wanted, each with its name as it stands in the file."""

    def __init__(self, pad: Path, scheider: str, kolommen: Mapping[str, str]) -> None:
        self.pad, self.scheider, self.kolommen = pad, scheider, kolommen
        self.kapot: dict[int, tuple[str, str]] = {}

    def lees(self) -> Iterator[Lading]:
        volgende = 1
        for batch in self._batches():
            rijen = self._nummers(volgende, batch.num_rows)
            eind = int(rijen[-1]) if len(rijen) else volgende - 1
            yield Lading(batch, rijen, self._opzij(eind))
            volgende = eind + 1
        if self.kapot:
            niets = pa.schema([(naam, pa.string()) for naam in self.kolommen])
            leeg = pa.RecordBatch.from_pylist([], niets)
            yield Lading(leeg, np.zeros(0, np.int64), self._opzij(max(self.kapot)))

    def _batches(self) -> Iterator[pa.RecordBatch]:
        lezen = pacsv.ReadOptions(block_size=4 * STUK, use_threads=False)
        vorm = pacsv.ParseOptions(
            delimiter=self.scheider, newlines_in_values=True, invalid_row_handler=self._ongeldig
        )
        cellen = pacsv.ConvertOptions(
            column_types=dict.fromkeys(self.kolommen.values(), pa.string()),
            include_columns=list(self.kolommen.values()),
            null_values=[""],
            strings_can_be_null=True,
        )
        try:
            with pacsv.open_csv(self.pad, lezen, vorm, cellen) as lezer:
                yield from (b.rename_columns(list(self.kolommen)) for b in lezer)
        except pa.ArrowInvalid as oorzaak:
            if "UTF8" in str(oorzaak):
                raise Bronbreuk(_geen_utf8(self.pad, "een teken verderop")) from None
            if "Empty CSV" not in str(oorzaak):
                raise

    def _ongeldig(self, rij: Any) -> str:
        reden = (
            f"deze regel heeft {rij.actual_columns} cellen; de kop heeft er {rij.expected_columns}"
        )
        self.kapot[rij.number - 1] = (reden, rij.text)
        return "skip"

    def _nummers(self, van: int, aantal: int) -> NDArray[np.int64]:
        """The numbers of the next rows that could be read: those of the others are passed over."""
        over = {n for n in self.kapot if n >= van}
        kan = np.arange(van, van + aantal + len(over), dtype=np.int64)
        return kan[~np.isin(kan, list(over))][:aantal] if over else kan

    def _opzij(self, tot: int) -> pa.RecordBatch:
        """What was broken up to some row; it is given once."""
        klaar = sorted(n for n in self.kapot if n <= tot)
        weg = [(n, *self.kapot.pop(n)) for n in klaar]
        return opzij.opzij(
            [
                opzij.Gebrek("(hele rij)", reden, np.array([i]), [tekst])
                for i, (_, reden, tekst) in enumerate(weg)
            ],
            np.array([n for n, _, _ in weg], np.int64),
            None,
        )
