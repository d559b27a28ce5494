"""Households drawn from the cells, batch by batch.

The households are drawn at equal distances through all cells laid behind each other, each a little
moved by chance: a cell gets as many as it should, to within one. The walk jumps through the cells,
so that every batch is a small picture of the whole, and no batch needs another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from wetsanalyse.bevolking.maken.cellen import HUUR, VORM
from wetsanalyse.bevolking.maken.demografie import GEEN_KIND, Gelaagd
from wetsanalyse.bevolking.maken.dobbel import Dobbel, Getallen, stap
from wetsanalyse.bevolking.maken.indeling import (
    GEHUWD,
    JONGSTE_OUDER,
    LEEFTIJDSGRENZEN,
    MET_PARTNER,
    VOLWASSEN,
)
from wetsanalyse.bevolking.maken.plan import FIJN, Bouwplan
from wetsanalyse.bevolking.maken.verdelingen import Score, rangen

BLOK = 1 << 16
"""Households per batch. Part of what a seed means: another size gives other households."""
Ja = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Personen:
    """Persons after each other. ``inkomen``: personal income in whole euros of the year of the
    margin; 0 below 18."""

    leeftijd: Getallen
    geboren: Getallen
    inkomen: Getallen

    def __len__(self) -> int:
        return len(self.leeftijd)


@dataclass(frozen=True, slots=True)
class Leden:
    """Persons of many households: those of household i stand from ``grens[i]`` to
    ``grens[i + 1]``."""

    grens: Getallen
    personen: Personen

    @property
    def aantal(self) -> Getallen:
        return np.diff(self.grens)

    @property
    def van(self) -> Getallen:
        """Of each member the place of the household."""
        return np.repeat(np.arange(len(self.grens) - 1), self.aantal)


@dataclass(frozen=True, slots=True)
class Partij:
    """One batch. ``partner`` has a row for every household; ``heeft_partner`` says where it
    counts. ``huur`` in cents a month, 0 for an owner."""

    nummer: Getallen
    soort: Getallen
    groep: Getallen
    bron: Getallen
    woning: Getallen
    verhuurder: Getallen
    huur: Getallen
    vermogen: Getallen
    hoofd: Personen
    heeft_partner: Ja
    gehuwd: Ja
    partner: Personen
    kinderen: Leden
    overigen: Leden

    def __len__(self) -> int:
        return len(self.nummer)


@dataclass(frozen=True, slots=True)
class Ruw:
    """A batch before ranks have become amounts: what the pilot needs."""

    partij: Partij
    leeftijdsklasse: Getallen
    hoofdsoort: Getallen
    score_hoofd: Score
    score_partner: Score
    score_kind: Score
    score_ander: Score
    score_vermogen: Score


def partijen(plan: Bouwplan, huishoudens: int, zaad: int, jaar: int) -> Iterator[Partij]:
    """All households, in batches."""
    for nummer in range(0, huishoudens, BLOK):
        dobbel = Dobbel(zaad, 0, nummer // BLOK)
        ruw = trek(plan, huishoudens, zaad, jaar, range(nummer, min(nummer + BLOK, huishoudens)),
                   dobbel)  # fmt: skip
        yield met_bedragen(plan, ruw, dobbel)


def trek(plan: Bouwplan, huishoudens: int, zaad: int, jaar: int, rij: range, dobbel: Dobbel) -> Ruw:
    """The households of ``rij`` with everything but amounts."""
    n = len(rij)
    nummer = np.arange(rij.start, rij.stop, dtype=np.int64)
    cel, gezin = _plaatsen(plan, huishoudens, zaad, nummer, dobbel)
    c, g = plan.cellen, plan.gezinnen
    soort, klasse = g.soort[gezin].astype(np.int64), c.leeftijd[cel].astype(np.int64)
    heeft_partner = np.array(MET_PARTNER)[soort]
    dagen = _geboortedagen(jaar)
    kinderen = _kinderen(plan, g.kinderen[gezin], dagen, dobbel)
    extra = g.extra[gezin].astype(np.int64)
    overigen = _leden(extra, 22 + dobbel.onder(45, int(extra.sum())), dagen, dobbel)
    oudste = np.zeros(n, np.int64)
    eersten = kinderen.grens[:-1][kinderen.aantal > 0]
    if len(eersten):
        oudste[kinderen.aantal > 0] = np.maximum.reduceat(kinderen.personen.leeftijd, eersten)
    ouder = np.maximum(np.where(kinderen.aantal > 0, oudste + JONGSTE_OUDER, 0), VOLWASSEN)
    hoofd = _persoon(_leeftijd(klasse, ouder, dobbel), dagen, dobbel)
    verschil = dobbel.onder(15, n) - 7
    partner = _persoon(np.maximum(hoofd.leeftijd + verschil, ouder), dagen, dobbel)
    verhuurder = (dobbel.onder(FIJN, n) >= plan.corporatie).astype(np.int64)
    groep, woning = c.groep[cel].astype(np.int64), c.woning[cel].astype(np.int64)
    huur = np.where(woning == HUUR, _huur(plan, verhuurder, dobbel), 0)
    leeg = np.zeros(n, np.int64)
    partij = Partij(
        nummer, soort, groep, c.bron[cel].astype(np.int64), woning, verhuurder, huur, leeg, hoofd,
        heeft_partner, np.array(GEHUWD)[soort], partner, kinderen, overigen,
    )  # fmt: skip
    return _met_scores(plan, partij, klasse, c.soort[cel].astype(np.int64), dobbel)


def met_bedragen(plan: Bouwplan, ruw: Ruw, dobbel: Dobbel) -> Partij:
    """Ranks become amounts."""
    p = ruw.partij

    def inkomen(wie: Personen, score: Score) -> Personen:
        rang = rangen(score, plan.snede_inkomen, dobbel.onder(1 << 20, len(wie)))
        bedrag = np.where(wie.leeftijd >= VOLWASSEN, plan.inkomens[rang], 0)
        return Personen(wie.leeftijd, wie.geboren, bedrag)

    vermogen = np.zeros(len(p), np.int64)
    kans = dobbel.onder(1 << 20, len(p))
    for w, (snede, bedragen) in enumerate(zip(plan.snede_vermogen, plan.vermogens, strict=True)):
        waar = p.woning == w
        vermogen[waar] = bedragen[rangen(ruw.score_vermogen[waar], snede, kans[waar])]
    return Partij(
        p.nummer, p.soort, p.groep, p.bron, p.woning, p.verhuurder, p.huur, vermogen,
        inkomen(p.hoofd, ruw.score_hoofd), p.heeft_partner, p.gehuwd,
        inkomen(p.partner, ruw.score_partner),
        Leden(p.kinderen.grens, inkomen(p.kinderen.personen, ruw.score_kind)),
        Leden(p.overigen.grens, inkomen(p.overigen.personen, ruw.score_ander)),
    )  # fmt: skip


# ------------------------------------------------------------------ steps


def _plaatsen(
    plan: Bouwplan, huishoudens: int, zaad: int, nummer: Getallen, dobbel: Dobbel
) -> tuple[Getallen, Getallen]:
    """In which cell each household falls, and within it which family: what is left of the place in
    the cell, is its place among the families of that kind and age."""
    begin = int(Dobbel(zaad, 1).lang(huishoudens, 1)[0])
    plaats = (begin + nummer * stap(huishoudens)) % huishoudens
    totaal = int(plan.einde_cel[-1])
    x = (plaats * totaal + dobbel.lang(totaal, len(nummer))) // huishoudens
    cel = np.searchsorted(plan.einde_cel, x, side="right")
    breed = np.diff(plan.einde_cel, prepend=0)[cel]
    rest = x - (plan.einde_cel[cel] - breed)
    vak = cel // (VORM[2] * VORM[3] * VORM[4])
    # one of `breed` places becomes one of as many as there are families: equal parts, then chance
    ruim = plan.breed_vak[vak]
    naar = plan.einde_vak[vak] - ruim + (rest * ruim + dobbel.lang(1 << 40, len(x)) % ruim) // breed
    return cel, plan.volgorde[np.searchsorted(plan.einde_gezin, naar, side="right")]


def _kinderen(plan: Bouwplan, klassen: Gelaagd, dagen: _Dagen, dobbel: Dobbel) -> Leden:
    aantal = np.count_nonzero(klassen != GEEN_KIND, axis=1).astype(np.int64)
    plat = klassen[klassen != GEEN_KIND].astype(np.int64)
    leeftijd = plan.kindleeftijd[plat, dobbel.onder(plan.kindleeftijd.shape[1], len(plat))]
    return _leden(aantal, leeftijd.astype(np.int64), dagen, dobbel)


def _leden(aantal: Getallen, leeftijd: Getallen, dagen: _Dagen, dobbel: Dobbel) -> Leden:
    grens = np.zeros(len(aantal) + 1, np.int64)
    np.cumsum(aantal, out=grens[1:])
    return Leden(grens, _persoon(leeftijd, dagen, dobbel))


def _persoon(leeftijd: Getallen, dagen: _Dagen, dobbel: Dobbel) -> Personen:
    """A birthday by chance within the year in which one has this age on 1 January."""
    laag, hoog = dagen
    geboren = laag[leeftijd] + dobbel.onder(hoog[leeftijd] - laag[leeftijd], len(leeftijd))
    return Personen(leeftijd, geboren, np.zeros(len(leeftijd), np.int64))


def _leeftijd(klasse: Getallen, minstens: Getallen, dobbel: Dobbel) -> Getallen:
    """Evenly within the class, but old enough; above 85 the higher ages are rarer."""
    grenzen = np.array(LEEFTIJDSGRENZEN, np.int64)
    laag: Getallen = np.maximum(grenzen[klasse, 0], minstens)
    hoog: Getallen = grenzen[klasse, 1]
    eerste, tweede = (laag + dobbel.onder(hoog - laag + 1, len(klasse)) for _ in range(2))
    return np.where(klasse == len(grenzen) - 1, np.minimum(eerste, tweede), eerste)


def _huur(plan: Bouwplan, verhuurder: Getallen, dobbel: Dobbel) -> Getallen:
    z = plan.klok_cent[dobbel.onder(len(plan.klok_cent), len(verhuurder))]
    midden, breedte, laag, hoog = plan.huren[verhuurder].T
    gekozen: Getallen = np.clip(midden + (breedte * z) // 1000, laag, hoog)
    return gekozen


def _met_scores(
    plan: Bouwplan, p: Partij, klasse: Getallen, hoofdsoort: Getallen, dobbel: Dobbel
) -> Ruw:
    """Who has more than whom: the household by its income group, persons by their part of it."""
    n = len(p)
    per_groep = len(plan.klok) // 10
    welvaart = plan.klok[p.groep * per_groep + dobbel.onder(per_groep, n)] * plan.spreiding_inkomen
    grootte = 1 + p.heeft_partner + p.kinderen.aantal + p.overigen.aantal
    huishouden = welvaart + plan.log_wortel[grootte]
    deel = dobbel.onder(plan.log_deel.shape[1], n)
    hoofd = huishouden + np.where(p.heeft_partner, plan.log_deel[0, deel], 0.0)
    partner = huishouden + plan.log_deel[1, deel]
    jong, oud, ander = plan.log_inwonend
    kind = _eigen_inkomen(plan, len(p.kinderen.personen), dobbel)
    kind += np.where(p.kinderen.personen.leeftijd < 25, jong, oud)
    overig = _eigen_inkomen(plan, len(p.overigen.personen), dobbel) + ander
    vermogen = plan.log_spaar_soort[hoofdsoort] + plan.log_spaar_leeftijd[klasse]
    vermogen += plan.per_groep * p.groep
    vermogen += plan.spreiding_vermogen * plan.klok[dobbel.onder(len(plan.klok), n)]
    return Ruw(p, klasse, hoofdsoort, hoofd, partner, kind, overig, vermogen)


def _eigen_inkomen(plan: Bouwplan, aantal: int, dobbel: Dobbel) -> Score:
    return plan.klok[dobbel.onder(len(plan.klok), aantal)] * plan.spreiding_inwonend


_Dagen = tuple[Getallen, Getallen]


@lru_cache(maxsize=4)
def _geboortedagen(jaar: int) -> _Dagen:
    """By age on 1 January of ``jaar``: the first birthday, and the first that is too late."""
    nieuwjaar = [date(jaar - n, 1, 1).toordinal() + 1 for n in range(122)]
    return np.array(nieuwjaar[1:]), np.array(nieuwjaar[:-1])
