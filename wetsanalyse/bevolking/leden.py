"""Members in a table of their own, put with their households batch by batch.

Both tables must be sorted by the key of the household: only then does it take no more memory than
a batch of each. While they are read this is watched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.types as pt
from numpy.typing import NDArray

from wetsanalyse.bevolking import opzij
from wetsanalyse.bevolking.bron import Bron, Bronbreuk, Lading
from wetsanalyse.bevolking.indeling import SLEUTEL, vouwkolom
from wetsanalyse.bevolking.opzij import Gebrek
from wetsanalyse.bevolking.sleutels import Reeks, als_reeks, als_woord
from wetsanalyse.text import Diagnostic, Result
from wetsanalyse.text.diagnostic import fout

ZONDER = "deze rij noemt geen huishouden"
NERGENS = "dit huishouden staat niet in de tabel van huishoudens"


def met_leden(hoofd: Bron, leden: Mapping[str, Bron]) -> Result[Bron | None]:
    """The households with a list of members for each of these tables, as one source. ``leden``:
    by the name of the column that the list will be."""
    if not leden:
        return Result(hoofd)
    kolommen = {naam: _sleutelkolom(bron) for naam, bron in {"": hoofd, **leden}.items()}
    fouten = [
        fout(
            "BEV-SLEUTEL", None, f"{bron.naam}: de kolom “{SLEUTEL}” ontbreekt",
            hulp=("zij zegt welke leden bij welk huishouden horen",),
        )
        for naam, bron in {"": hoofd, **leden}.items() if kolommen[naam] is None
    ]  # fmt: skip
    dubbel = {vouwkolom(n) for n in hoofd.schema.names} & {vouwkolom(n) for n in leden}
    fouten += [
        fout(
            "BEV-KOLOM-DUBBEL", None,
            f"{hoofd.naam}: de kolom “{naam}” staat er al, en er is ook een tabel van",
            hulp=("geef de leden op één van de twee manieren",),
        )
        for naam in sorted(dubbel)
    ]  # fmt: skip
    if fouten:
        return Result(None, tuple(fouten))
    return Result(_samen(hoofd, leden, {n: k for n, k in kolommen.items() if k is not None}))


def _sleutelkolom(bron: Bron) -> str | None:
    return next((naam for naam in bron.schema.names if vouwkolom(naam) == SLEUTEL), None)


def _samen(hoofd: Bron, leden: Mapping[str, Bron], sleutels: Mapping[str, str]) -> Bron:
    als_getal = any(
        pt.is_integer(bron.schema.field(sleutels[naam]).type)
        for naam, bron in {"": hoofd, **leden}.items()
    ) or (sleutels[""] in hoofd.tekst and _lijkt_getal(hoofd, sleutels[""]))
    velden = {
        naam: [v for v in bron.schema if v.name != sleutels[naam]] for naam, bron in leden.items()
    }
    lijsten = [pa.field(naam, pa.list_(pa.struct(v))) for naam, v in velden.items()]
    schema = pa.schema([*hoofd.schema, *lijsten], hoofd.schema.metadata)
    merken = [bron.merk for bron in (hoofd, *leden.values())]

    def lees(kolommen: Sequence[str] | None) -> Iterator[Lading]:
        eigen = [k for k in kolommen or schema.names if k not in leden]
        nodig = list(dict.fromkeys([*eigen, sleutels[""]]))
        lopers = [_Loper(n, b, sleutels[n], velden[n], als_getal) for n, b in leden.items()]
        wacht = _Volgorde(hoofd.naam)
        for lading in hoofd.lees(nodig):
            reeks, er = als_reeks(lading.batch.column(sleutels[""]), als_getal)
            wacht.volg(reeks[er])
            batch, los = lading.batch.select(eigen), [lading.opzij]
            for loper in lopers:
                lijst, wezen = loper.bij(reeks, er)
                batch = batch.append_column(pa.field(loper.naam, lijst.type), lijst)
                los += wezen
            yield Lading(batch, lading.rijen, opzij.samen(los))
        leeg = pa.RecordBatch.from_pylist(
            [], pa.schema([*(schema.field(k) for k in eigen), *lijsten])
        )
        for loper in lopers:
            for wezen in loper.rest():
                yield Lading(leeg, np.zeros(0, np.int64), wezen)

    tekst = {
        **hoofd.tekst,
        **{n: next(iter(b.tekst.values())) for n, b in leden.items() if b.tekst},
    }
    merk = None if None in merken else " ".join(m for m in merken if m is not None)
    return Bron(hoofd.naam, schema, lees, tekst, hoofd.rijen, merk)


def _lijkt_getal(bron: Bron, sleutel: str) -> bool:
    """Whether the first key of a table of text is a number."""
    for lading in bron.lees([sleutel]):
        if lading.batch.num_rows:
            _, er = als_reeks(lading.batch.column(0).slice(0, 1), als_getal=True)
            return bool(er[0])
    return False


class _Volgorde:
    """Watches that the keys of a table never fall."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self.laatste: Any = None

    def volg(self, reeks: Reeks) -> None:
        if len(reeks) == 0:
            return
        vorige = reeks[:1] if self.laatste is None else np.array([self.laatste])
        alle = np.concatenate([vorige, reeks])
        daalt = np.flatnonzero(alle[1:] < alle[:-1])
        if len(daalt):
            raise Bronbreuk(self._melding(alle[daalt[0]], alle[daalt[0] + 1]))
        self.laatste = reeks[-1]

    def _melding(self, eerst: Any, dan: Any) -> Diagnostic:
        paar = f"na “{als_woord(eerst)}” komt “{als_woord(dan)}”"
        return fout(
            "BEV-VOLGORDE", None,
            f"{self.naam} staat niet op volgorde van “{SLEUTEL}”: {paar}",
            hulp=(
                "sorteer beide tabellen op die kolom, van klein naar groot, en begin opnieuw",
                f"met DuckDB: copy (from 'bestand' order by {SLEUTEL}) to 'gesorteerd.parquet'",
            ),
        )  # fmt: skip


class _Loper:
    """Walks along one table of members, next to the households."""

    def __init__(
        self, naam: str, bron: Bron, sleutel: str, velden: Sequence[pa.Field], als_getal: bool
    ) -> None:
        self.naam, self.sleutel, self.als_getal = naam, sleutel, als_getal
        self.velden = list(velden)
        self.ladingen = bron.lees([sleutel, *(v.name for v in velden)])
        self.volgorde = _Volgorde(bron.naam)
        self.over: tuple[Lading, Reeks] | None = None
        self.los: list[pa.RecordBatch] = []

    def bij(
        self, huishoudens: Reeks, er: NDArray[np.bool_]
    ) -> tuple[pa.Array, list[pa.RecordBatch]]:
        """The list of members of each household, and what has no household. The households
        come in order."""
        plaatsen = np.flatnonzero(er)
        bekend = huishoudens[plaatsen]
        aantal = np.zeros(len(huishoudens), np.int64)
        delen: list[pa.Array] = []
        for lading, reeks in self._tot(bekend[-1]) if len(bekend) else ():
            plek = np.minimum(np.searchsorted(bekend, reeks), len(bekend) - 1)
            raak = bekend[plek] == reeks
            self._los(lading, np.flatnonzero(~raak), NERGENS, reeks)
            aantal += np.bincount(plaatsen[plek[raak]], minlength=len(aantal))
            delen.append(self._waarden(lading.batch).filter(pa.array(raak)))
        grenzen = np.concatenate([np.zeros(1, np.int64), np.cumsum(aantal)]).astype(np.int32)
        soort = pa.struct(self.velden)
        waarden = pa.concat_arrays(delen) if delen else pa.array([], soort)
        wezen, self.los = self.los, []
        return pa.ListArray.from_arrays(pa.array(grenzen), waarden), wezen

    def rest(self) -> Iterator[pa.RecordBatch]:
        """What comes after the last household."""
        while (volgende := self._volgende()) is not None:
            lading, reeks = volgende
            self._los(lading, np.arange(len(reeks)), NERGENS, reeks)
            yield opzij.samen(self.los)
            self.los = []
        yield opzij.samen(self.los)

    def _tot(self, laatste: Any) -> Iterator[tuple[Lading, Reeks]]:
        """The members of the households up to and including this one."""
        while (volgende := self._volgende()) is not None:
            lading, reeks = volgende
            aantal = int(np.searchsorted(reeks, laatste, "right"))
            yield lading.deel(0, aantal, opzij.leeg()), reeks[:aantal]
            if aantal < len(reeks):
                self.over = lading.deel(aantal, len(reeks) - aantal, opzij.leeg()), reeks[aantal:]
                return

    def _volgende(self) -> tuple[Lading, Reeks] | None:
        """What was left of the last batch, or the next one, as far as it names a household."""
        if self.over is not None:
            klaar, self.over = self.over, None
            return klaar
        lading = next(self.ladingen, None)
        if lading is None:
            return None
        self.los.append(opzij.in_tabel(lading.opzij, self.naam))
        reeks, er = als_reeks(lading.batch.column(self.sleutel), self.als_getal)
        self._los(lading, np.flatnonzero(~er), ZONDER, None)
        self.volgorde.volg(reeks[er])
        if not er.all():
            lading = Lading(lading.batch.filter(pa.array(er)), lading.rijen[er], lading.opzij)
        return lading, reeks[er]

    def _los(self, lading: Lading, plaatsen: NDArray[Any], reden: str, reeks: Reeks | None) -> None:
        if len(plaatsen):
            ruw = lading.batch.column(self.sleutel)
            gebrek = Gebrek(SLEUTEL, reden, plaatsen, ruw.take(pa.array(plaatsen)))
            wie = None if reeks is None else ruw
            self.los.append(opzij.opzij([gebrek], lading.rijen, wie, self.naam))

    def _waarden(self, batch: pa.RecordBatch) -> pa.Array:
        kolommen = [batch.column(veld.name) for veld in self.velden]
        if not kolommen:
            return pa.array([{}] * batch.num_rows, pa.struct([]))
        return pa.StructArray.from_arrays(kolommen, fields=self.velden)
