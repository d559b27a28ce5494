"""From a column of a table to a column of the law: exact, a batch at a time, and every cell that
cannot be what its column says is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt
from numpy.typing import NDArray

from wetsanalyse.bevolking import getallen, tekstcellen
from wetsanalyse.bevolking.getallen import Cellen, Masker
from wetsanalyse.bevolking.opzij import Gebrek
from wetsanalyse.bevolking.vorm import Veld
from wetsanalyse.model.tabel import vouw
from wetsanalyse.model.types import Soort
from wetsanalyse.run.kolommen import RUIM, Kolom, invoerschaal

GRENZEN: dict[str, tuple[int | None, int | None, str]] = {
    "niet-negatief": (0, None, "dit kan niet negatief zijn"),
    "positief": (1, None, "dit moet meer dan 0 zijn"),
    "negatief": (None, -1, "dit moet minder dan 0 zijn"),
}


def soort_van(veld: Veld) -> str:
    """What a column holds, in words."""
    match veld.type.soort:
        case Soort.NUMERIEK | Soort.PERCENTAGE:
            wat = "percentage" if veld.type.soort is Soort.PERCENTAGE else "getal"
            aantal = veld.type.decimalen
            return f"geheel {wat}" if aantal == 0 else f"{wat}{_decimalen(aantal)}"
        case Soort.DATUM:
            return "datum"
        case Soort.BOOLEAN:
            return "waar of onwaar"
        case Soort.ENUMERATIE:
            return "een van: " + ", ".join(veld.waarden)
        case _:
            return "tekst"


def _decimalen(aantal: int | None) -> str:
    if aantal is None:
        return f" met hoogstens {RUIM} decimalen"
    return f" met {aantal} {'decimaal' if aantal == 1 else 'decimalen'}"


def decimalen_van(veld: Veld) -> int:
    """With how many decimals a number of this column is counted."""
    return RUIM if veld.type.decimalen is None else veld.type.decimalen


def past(type_: pa.DataType, veld: Veld) -> bool:
    """Whether a column of this type can hold what the law asks. (In a table of text: any.)"""
    if pt.is_dictionary(type_) or pt.is_run_end_encoded(type_):
        type_ = type_.value_type
    if isinstance(type_, pa.BaseExtensionType):
        type_ = type_.storage_type
    if pt.is_null(type_):
        return True
    match veld.type.soort:
        case Soort.NUMERIEK | Soort.PERCENTAGE:
            return bool(
                pt.is_integer(type_) or pt.is_float64(type_)
                or (pt.is_decimal(type_) and not pt.is_decimal256(type_))
            )  # fmt: skip
        case Soort.DATUM:
            return bool(pt.is_date(type_) or (pt.is_timestamp(type_) and type_.tz is None))
        case Soort.BOOLEAN:
            return bool(pt.is_boolean(type_))
        case _:
            return bool(
                pt.is_string(type_) or pt.is_large_string(type_) or pt.is_string_view(type_)
            )


def plat(cellen: pa.Array) -> pa.Array:
    """The same cells without the ways in which a file may pack them."""
    if isinstance(cellen, pa.ChunkedArray):
        cellen = cellen.combine_chunks()
    if isinstance(cellen, pa.ExtensionArray):
        cellen = cellen.storage
    if pt.is_run_end_encoded(cellen.type):
        cellen = pc.run_end_decode(cellen)
    if pt.is_dictionary(cellen.type):
        cellen = cellen.dictionary_decode()
    if pt.is_large_string(cellen.type) or pt.is_string_view(cellen.type):
        cellen = cellen.cast(pa.string())
    return cellen


@dataclass(frozen=True, slots=True)
class Omzetter:
    """Reads one column. ``naam``: how it is called to a user; ``scheider``: in a table of text,
    what stands between the cells."""

    veld: Veld
    naam: str
    rekendatum: date
    scheider: str | None = None

    def lees(self, ruw: pa.Array) -> tuple[Kolom, list[Gebrek]]:
        """The column, with what is wrong in it. Where something is, or where there is no value,
        stands 0."""
        cellen, teksten = self._cellen(plat(ruw))
        if teksten is None:
            cellen = cellen.met(self._buiten(cellen.waarden))
        gebreken = [
            Gebrek(self.naam, reden, plaatsen := np.flatnonzero(waar), ruw.take(pa.array(plaatsen)))
            for reden, waar in cellen.fouten
        ]
        return self._kolom(cellen, teksten), gebreken

    def _cellen(self, cellen: pa.Array) -> tuple[Cellen, tuple[str, ...] | None]:
        """The cells as whole numbers; with texts, as places among those."""
        soort = self.veld.type.soort
        tekst = soort in (Soort.ENUMERATIE, Soort.TEKST)
        if pt.is_null(cellen.type):
            return getallen.geen(len(cellen)), (self.veld.waarden or ("",)) if tekst else None
        scheider = self.scheider if pt.is_string(cellen.type) else None
        if scheider is not None:
            cellen = tekstcellen.ontdaan(cellen)
        if tekst:
            return _teksten(cellen, self.veld)
        if soort is Soort.BOOLEAN:
            return (tekstcellen.waarheid if scheider else getallen.waarheden)(cellen), None
        if soort is Soort.DATUM:
            return (tekstcellen.datum if scheider else getallen.datums)(cellen), None
        decimalen = decimalen_van(self.veld)
        if scheider is not None:
            return tekstcellen.getal(cellen, decimalen, scheider), None
        if pt.is_decimal(cellen.type):
            return getallen.decimaal(cellen, decimalen), None
        vorm = getallen.komma if pt.is_float64(cellen.type) else getallen.geheel
        return vorm(cellen, decimalen), None

    def _buiten(self, waarden: NDArray[np.int64]) -> Iterator[tuple[str, Masker]]:
        """What the type, or life, does not allow."""
        laag, hoog, reden = GRENZEN.get(self.veld.type.bereik or "", (None, None, ""))
        if laag is not None:
            yield reden, waarden < laag
        if hoog is not None:
            yield reden, waarden > hoog
        naam = self.veld.eigenschap.casefold()
        if naam.startswith("geboorte") and self.veld.type.soort is Soort.DATUM:
            # An Invoerbereik may say that a law counts those who are yet to be born.
            bereik = self.veld.bereik
            laatste = max(self.rekendatum.toordinal(), int(bereik.tot) if bereik else 0)
            dag = date.fromordinal(laatste)
            reden = f"deze dag ligt na {dag.day}-{dag.month}-{dag.year}: de leeftijd is negatief"
            yield reden, waarden > laatste
        if naam.startswith("leeftijd") and self.veld.type.is_getal and laag is None:
            yield "een leeftijd kan niet negatief zijn", waarden < 0

    def _kolom(self, cellen: Cellen, teksten: tuple[str, ...] | None) -> Kolom:
        waarden, leeg = cellen.waarden, cellen.leeg
        weg = [waar for _, waar in cellen.fouten] + ([leeg] if leeg is not None else [])
        if weg:
            waarden = np.where(np.logical_or.reduce(weg), 0, waarden)
        if self.veld.kenmerk is not None:
            leeg = None  # what nobody says of someone, he is not
        return Kolom(waarden, leeg, invoerschaal(self.veld.type), teksten)


def _teksten(cellen: pa.Array, veld: Veld) -> tuple[Cellen, tuple[str, ...]]:
    """Cells as places in a list of texts: that of the law, or those of this batch."""
    woorden = cellen.dictionary_encode()
    gevonden = woorden.dictionary.to_pylist()
    plaatsen = np.asarray(pc.fill_null(woorden.indices, 0).to_numpy(zero_copy_only=False), np.int64)
    leeg = getallen.leegte(cellen)
    if not veld.waarden:
        return Cellen(plaatsen, leeg), tuple(gevonden) or ("",)
    bekend = {vouw(waarde): i for i, waarde in enumerate(veld.waarden)}
    vertaald = np.array([bekend.get(vouw(w), -1) for w in gevonden] or [-1], np.int64)
    nummers = vertaald[plaatsen]
    fout = (f"dit kan zijn: {', '.join(veld.waarden)}", nummers < 0)
    return Cellen(nummers, leeg).met([fout]), veld.waarden
