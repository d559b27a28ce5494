"""From a source to blocks of households that can be run, and the rows that cannot.

Every row is either in a block or set aside with a reason; together they are all rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.types as pt

from wetsanalyse.bevolking import opzij
from wetsanalyse.bevolking.bron import PER_BLOK, Bron, Lading, ladingen_vanaf
from wetsanalyse.bevolking.getallen import Getallen, Masker, leegte
from wetsanalyse.bevolking.indeling import (
    AANWEZIG,
    GEWICHT,
    SLEUTEL,
    Indeling,
    Rolplek,
    Veldplek,
)
from wetsanalyse.bevolking.omzetten import Omzetter, plat
from wetsanalyse.bevolking.opzij import Gebrek
from wetsanalyse.bevolking.sleutels import Reeks, Sleutels, als_reeks
from wetsanalyse.bevolking.vorm import Vorm
from wetsanalyse.run.kolommen import Blok, Enkel, Kolom, Veel

DUBBEL = "dit huishouden staat al in een eerdere rij"
NIEMAND = "in dit huishouden is niemand"


@dataclass(frozen=True, slots=True)
class Gelezen:
    """One batch. ``rijen``: the row number of each household in ``blok``, ``sleutels`` its key;
    ``gewichten``: how many households it stands for (None: one); ``groepen``: by what it is
    grouped. ``opzij``: the faults, a line each; ``weg``: how many households those are."""

    nummer: int
    blok: Blok
    rijen: Getallen
    sleutels: pa.Array | None
    gewichten: Kolom | None
    groepen: Mapping[str, pa.Array]
    opzij: pa.RecordBatch
    weg: int


def lees(
    bron: Bron,
    vorm: Vorm,
    indeling: Indeling,
    per_blok: int = PER_BLOK,
    klaar: Collection[int] = frozenset(),
) -> Iterator[Gelezen]:
    """The batches of a source, in order, numbered from 0. Those that are ``klaar`` (in an earlier
    run) are passed over. Raises Bronbreuk when the source breaks."""
    lezer = _Lezer(bron, vorm, indeling, per_blok)
    for nummer, lading in enumerate(bron.ladingen(indeling.kolommen, per_blok)):
        dubbel = lezer.dubbel(lading.batch)
        if nummer not in klaar:
            yield lezer.lees(nummer, lading, dubbel)


def lees_blok(
    bron: Bron,
    vorm: Vorm,
    indeling: Indeling,
    nummer: int,
    dubbel: Sequence[int],
    per_blok: int = PER_BLOK,
) -> Gelezen:
    """One batch by its number, without those before it. ``dubbel``: the rows of which the key
    stood in an earlier row, see `dubbele_rijen`."""
    lezer = _Lezer(bron, vorm, indeling, per_blok)
    lading = next(ladingen_vanaf(bron, indeling.kolommen, nummer * per_blok, per_blok))
    return lezer.lees(nummer, lading, np.isin(lading.rijen, np.array(dubbel, np.int64)))


def dubbele_rijen(bron: Bron, vorm: Vorm, indeling: Indeling, per_blok: int = PER_BLOK) -> Getallen:
    """The numbers of all rows with the key of an earlier row; only the keys are read."""
    if indeling.sleutel is None:
        return np.empty(0, np.int64)
    lezer = _Lezer(bron, vorm, indeling, per_blok)
    gevonden = [
        lading.rijen[lezer.dubbel(lading.batch)]
        for lading in bron.ladingen([indeling.sleutel], per_blok)
    ]
    return np.concatenate([np.empty(0, np.int64), *gevonden])


@dataclass(slots=True)
class _Bevinding:
    """What is found in one batch: gathers the faults."""

    gebreken: list[Gebrek] = field(default_factory=list)

    def neem(self, gebreken: Iterable[Gebrek], plaatsen: Getallen | None = None) -> None:
        """``plaatsen``: to which household each cell belongs (-1: to none that counts)."""
        for g in gebreken:
            bij = g.plaatsen if plaatsen is None else plaatsen[g.plaatsen]
            telt = bij >= 0
            if telt.all():
                self.gebreken.append(Gebrek(g.kolom, g.reden, bij, g.waarden))
            elif telt.any():
                waarden = opzij.kort(g.waarden).filter(pa.array(telt))
                self.gebreken.append(Gebrek(g.kolom, g.reden, bij[telt], waarden))

    def meld(self, kolom: str, reden: str, waar: Masker) -> None:
        plaatsen = np.flatnonzero(waar)
        if len(plaatsen):
            self.gebreken.append(Gebrek(kolom, reden, plaatsen, [None] * len(plaatsen)))

    def goed(self, aantal: int) -> Masker:
        """The households without any fault."""
        uit = np.ones(aantal, np.bool_)
        for gebrek in self.gebreken:
            uit[gebrek.plaatsen] = False
        return uit


class _Lezer:
    """Reads the batches of one source; remembers only which keys there were."""

    def __init__(self, bron: Bron, vorm: Vorm, indeling: Indeling, per_blok: int) -> None:
        self.bron, self.vorm, self.indeling, self.per_blok = bron, vorm, indeling, per_blok
        self.sleutels = Sleutels(self._eerdere_sleutels)

    def lees(self, nummer: int, lading: Lading, dubbel: Masker) -> Gelezen:
        batch, wat = lading.batch, _Bevinding()
        n = batch.num_rows
        wortel = {
            plek.veld.eigenschap: self._veld(plek, batch.column(plek.kolom), plek.kolom, wat)
            for plek in self.indeling.velden
        }
        enkel = {plek.vorm.naam: self._enkel(plek, batch, wat) for plek in self.indeling.enkel}
        veel = {plek.vorm.naam: self._veel(plek, batch, wat) for plek in self.indeling.veel}
        blok = Blok(n, wortel, enkel, veel)
        self._iemand(blok, wat)
        sleutels = self._sleutels(batch, dubbel, wat)
        gewichten = self._gewichten(batch, wat)
        groepen = {naam: plat(batch.column(k)) for naam, k in self.indeling.groepen.items()}
        weg = opzij.samen([lading.opzij, opzij.opzij(wat.gebreken, lading.rijen, sleutels)])
        rijen, goed = lading.rijen, wat.goed(n)
        if not goed.all():
            houd = pa.array(goed)
            blok, rijen = blok.kies(np.flatnonzero(goed)), rijen[goed]
            sleutels = sleutels.filter(houd) if sleutels is not None else None
            gewichten = gewichten.neem(goed) if gewichten is not None else None
            groepen = {naam: kolom.filter(houd) for naam, kolom in groepen.items()}
        onleesbaar = lading.opzij.column("tabel").to_pylist().count(opzij.HUISHOUDENS)
        aantal = n - blok.n + onleesbaar
        return Gelezen(nummer, blok, rijen, sleutels, gewichten, groepen, weg, aantal)

    # -------------------------------------------------------------- columns

    def _veld(self, plek: Veldplek, cellen: pa.Array, top: str, wat: _Bevinding,
              plaatsen: Getallen | None = None) -> Kolom:  # fmt: skip
        kolom, gebreken = self._omzetter(plek, top).lees(cellen)
        wat.neem(gebreken, plaatsen)
        return kolom

    def _omzetter(self, plek: Veldplek, top: str) -> Omzetter:
        scheider = self.bron.tekst.get(top)
        return Omzetter(plek.veld, plek.naam, self.vorm.rekendatum, scheider)

    def _enkel(self, plek: Rolplek, batch: pa.RecordBatch, wat: _Bevinding) -> Enkel:
        ruw = plat(batch.column(plek.kolom))
        if plek.genest:
            leeg = leegte(ruw)
            aanwezig = np.ones(len(ruw), np.bool_) if leeg is None else ~leeg
            cellen = dict(zip((v.name for v in ruw.type), ruw.flatten(), strict=True))
            top = dict.fromkeys((p.kolom for p in plek.velden), plek.kolom)
        else:
            vlag = self._veld(Veldplek(AANWEZIG, plek.kolom, plek.vorm.kolom), ruw, plek.kolom, wat)
            aanwezig = vlag.waarden != 0
            cellen = {p.kolom: batch.column(p.kolom) for p in plek.velden}
            top = {p.kolom: p.kolom for p in plek.velden}
        wie = np.where(aanwezig, np.arange(len(ruw)), -1)
        kolommen = {
            p.veld.eigenschap: self._veld(p, cellen[p.kolom], top[p.kolom], wat, wie)
            for p in plek.velden
        }
        for veld in plek.vorm.velden.nodig:
            kolommen.setdefault(veld.eigenschap, self._niets(plek, veld.eigenschap, len(ruw)))
        return Enkel(aanwezig, kolommen)

    def _veel(self, plek: Rolplek, batch: pa.RecordBatch, wat: _Bevinding) -> Veel:
        ruw = plat(batch.column(plek.kolom))
        if pt.is_null(ruw.type):
            ruw = pa.ListArray.from_arrays(pa.array([0] * (len(ruw) + 1), pa.int32()), pa.nulls(0))
        elif (geen := leegte(ruw)) is not None:
            wat.meld(plek.vorm.kolom, "er staat geen lijst; is er niemand, geef dan een lege", geen)
        grenzen = np.asarray(ruw.offsets.to_numpy(zero_copy_only=False), np.int64)
        begin = int(grenzen[0])
        grenzen = grenzen - begin
        leden = ruw.values.slice(begin, int(grenzen[-1]))
        bij = np.repeat(np.arange(len(ruw)), np.diff(grenzen))
        if (geen := leegte(leden)) is not None and plek.velden:
            weg = np.zeros(len(ruw), np.bool_)
            weg[bij[geen]] = True
            wat.meld(plek.vorm.kolom, "een lid van de lijst is niet ingevuld (null)", weg)
            bij = np.where(geen, -1, bij)
        cellen = (
            dict(zip((v.name for v in leden.type), leden.flatten(), strict=True))
            if pt.is_struct(leden.type) else {}
        )  # fmt: skip
        kolommen = {
            p.veld.eigenschap: self._veld(p, cellen[p.kolom], plek.kolom, wat, bij)
            for p in plek.velden
        }
        for veld in plek.vorm.velden.nodig:
            kolommen.setdefault(veld.eigenschap, self._niets(plek, veld.eigenschap, len(leden)))
        return Veel(grenzen, kolommen)

    def _niets(self, plek: Rolplek, eigenschap: str, aantal: int) -> Kolom:
        """The column of a role that nobody stands in."""
        veld = next(v for v in plek.vorm.velden.nodig if v.eigenschap == eigenschap)
        return Omzetter(veld, veld.naam, self.vorm.rekendatum).lees(pa.nulls(aantal))[0]

    # -------------------------------------------------------------- the household itself

    def _iemand(self, blok: Blok, wat: _Bevinding) -> None:
        """A home in which nobody lives is no household."""
        mensen = [rol for rol in self.vorm.rollen if rol.mens]
        if self.vorm.mens or not mensen:
            return
        aantal = np.zeros(blok.n, np.int64)
        for rol in mensen:
            if rol.rol.meerdere:
                aantal += np.diff(blok.veel[rol.naam].grenzen)
            else:
                aantal += blok.enkel[rol.naam].aanwezig
        wat.meld(mensen[0].kolom, NIEMAND, aantal == 0)

    def _sleutels(self, batch: pa.RecordBatch, dubbel: Masker, wat: _Bevinding) -> pa.Array | None:
        if self.indeling.sleutel is None:
            return None
        sleutels = plat(batch.column(self.indeling.sleutel))
        if (geen := leegte(sleutels)) is not None:
            wat.meld(SLEUTEL, "deze rij heeft geen sleutel", geen)
        plaatsen = np.flatnonzero(dubbel)
        if len(plaatsen):
            wat.neem([Gebrek(SLEUTEL, DUBBEL, plaatsen, sleutels.take(pa.array(plaatsen)))])
        return sleutels

    def dubbel(self, batch: pa.RecordBatch) -> Masker:
        """Which rows have the key of an earlier row: also to be asked of batches that are not
        read, for those that come after."""
        if self.indeling.sleutel is None:
            return np.zeros(batch.num_rows, np.bool_)
        return self.sleutels.dubbel(*als_reeks(batch.column(self.indeling.sleutel)))

    def _eerdere_sleutels(self, aantal: int) -> Iterator[Reeks]:
        assert self.indeling.sleutel is not None
        for lading in self.bron.ladingen([self.indeling.sleutel], self.per_blok):
            if aantal <= 0:
                return
            reeks, er = als_reeks(lading.batch.column(self.indeling.sleutel).slice(0, aantal))
            aantal -= len(reeks)
            yield reeks[er]

    def _gewichten(self, batch: pa.RecordBatch, wat: _Bevinding) -> Kolom | None:
        if self.indeling.gewicht is None:
            return None
        naam = self.indeling.gewicht
        kolom = self._veld(Veldplek(GEWICHT, naam, naam), batch.column(naam), naam, wat)
        if kolom.leeg is not None:
            wat.meld(naam, "deze rij heeft geen gewicht", kolom.leeg)
        return Kolom(kolom.waarden, None, kolom.schaal)
