"""Measuring a population as the published figures are measured, batch by batch.

A `Telling` holds whole numbers that can be added up: counts of households and persons, and how many
persons have each income. Everything that is reported follows from it, medians too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product

import numpy as np

from wetsanalyse.bevolking.maken.cellen import HUUR, KOOP, PENSIOEN
from wetsanalyse.bevolking.maken.dobbel import Getallen
from wetsanalyse.bevolking.maken.indeling import (
    AANTALLEN,
    ASSEN,
    BRONNEN,
    GROEPEN,
    GROOT_VERMOGEN,
    HOOFDSOORT_VAN,
    HOOFDSOORTEN,
    INKOMENS,
    INKOMENSGRENZEN,
    KINDGRENZEN,
    KLEIN_VERMOGEN,
    LEEFTIJDEN,
    LEEFTIJDSGRENZEN,
    MET_KINDEREN,
    OUDSTEN,
    SOORTEN,
    VERHUURDERS,
    VOLWASSEN,
    WONINGEN,
    WONINGGROEPEN,
)
from wetsanalyse.bevolking.maken.trekken import Partij

OUDST = 120
HOOGSTE_INKOMEN = 2_000_000
HOOGSTE_VERMOGEN = 5_000_000
VERMOGENSTAP = 100
"""Wealth is counted per 100 euro, so its median is known to within 100 euro."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Counts by name; `plus` adds those of another batch."""

    huishoudens: int
    tel: Mapping[str, Getallen]

    def plus(self, ander: Telling) -> Telling:
        samen = {naam: rij + ander.tel[naam] for naam, rij in self.tel.items()}
        return Telling(self.huishoudens + ander.huishoudens, samen)


def tel(p: Partij) -> Telling:
    """The counts of one batch."""
    kind = p.kinderen.personen
    aantal, van = p.kinderen.aantal, p.kinderen.van
    jongste = np.full(len(p), OUDST)
    oudste = np.full(len(p), -1)
    np.minimum.at(jongste, van, kind.leeftijd)
    np.maximum.at(oudste, van, kind.leeftijd)
    klein = (aantal > 0) & (jongste <= KINDGRENZEN[0][1])
    oudste_klasse = np.searchsorted([hoog for _, hoog in KINDGRENZEN], oudste)
    drie = np.minimum(aantal, len(AANTALLEN)) - 1
    met_kinderen = np.array([MET_KINDEREN.index(s) if s in MET_KINDEREN else -1 for s in SOORTEN])
    soort3 = met_kinderen[p.soort]
    hoofdsoort = np.array(HOOFDSOORT_VAN)[p.soort]
    grootte = 1 + p.heeft_partner + aantal + p.overigen.aantal
    leeftijd = np.searchsorted([hoog for _, hoog in LEEFTIJDSGRENZEN], p.hoofd.leeftijd)
    overig = p.overigen.aantal + (p.soort == SOORTEN.index("overig"))
    personen = (p.hoofd, p.partner, kind, p.overigen.personen)
    tellen = (None, p.heeft_partner, None, None)
    leeftijden = _samen([w.leeftijd if f is None else w.leeftijd[f]
                         for w, f in zip(personen, tellen, strict=True)], OUDST + 1)  # fmt: skip
    inkomens = _samen([
        p.hoofd.inkomen, p.partner.inkomen[p.heeft_partner],
        kind.inkomen[kind.leeftijd >= VOLWASSEN], p.overigen.personen.inkomen,
    ], HOOGSTE_INKOMEN)  # fmt: skip
    huur = p.woning == HUUR
    pensioen = p.bron == PENSIOEN
    gepensioneerd = pensioen & p.heeft_partner
    per_woning = np.stack([
        _tel(p.vermogen[p.woning == w] // VERMOGENSTAP, HOOGSTE_VERMOGEN // VERMOGENSTAP + 1)
        for w in (KOOP, HUUR)
    ])  # fmt: skip
    mee = klein & (oudste_klasse < len(OUDSTEN))
    een = klein & (p.soort == SOORTEN.index("eenouder"))
    return Telling(len(p), {
        "soort": _tel(p.soort, len(SOORTEN)),
        "grootte": _tel(np.minimum(grootte, 5) - 1, 5),
        "kinderen": _vak(soort3[soort3 >= 0], drie[soort3 >= 0], 3, 3),
        "jongste": _vak(oudste_klasse[mee], drie[mee], len(OUDSTEN), 3),
        "jongste eenouder": _tel(drie[een], 3),
        "leden": np.array([aantal.sum(), overig.sum()]),
        "leeftijd hoofd": _tel(leeftijd, len(LEEFTIJDEN)),
        "soort en inkomensgroep": _vak(p.groep, hoofdsoort, len(GROEPEN), len(HOOFDSOORTEN)),
        "bron en inkomensgroep": _vak(p.groep, p.bron, len(GROEPEN), len(BRONNEN)),
        "woning en inkomensgroep": _vak(np.minimum(p.groep, len(WONINGGROEPEN) - 1), p.woning,
                                        len(WONINGGROEPEN), len(WONINGEN)),
        "verhuurder": _tel(p.verhuurder[huur], len(VERHUURDERS)),
        "kindleeftijd": _tel(kind.leeftijd, OUDST + 1),
        "personen": leeftijden,
        "inkomens": inkomens,
        "vermogens": per_woning,
        "klein vermogen": _tel(p.woning[p.vermogen <= KLEIN_VERMOGEN], len(WONINGEN)),
        "groot vermogen": _tel(p.woning[p.vermogen >= GROOT_VERMOGEN], len(WONINGEN)),
        "pensioen": np.array([
            p.hoofd.inkomen[pensioen].sum() + p.partner.inkomen[gepensioneerd].sum(),
            pensioen.sum() + gepensioneerd.sum(),
        ]),
    })  # fmt: skip


def tel_alles(partijen: list[Telling]) -> Telling:
    return reduce(Telling.plus, partijen)


def _tel(rij: Getallen, klassen: int) -> Getallen:
    return np.bincount(rij, minlength=klassen)[:klassen].astype(np.int64)


def _samen(rijen: list[Getallen], klassen: int) -> Getallen:
    return _tel(np.concatenate(rijen), klassen)


def _vak(een: Getallen, twee: Getallen, m: int, n: int) -> Getallen:
    return _tel(een * n + twee, m * n).reshape(m, n)


# ------------------------------------------------------------------ figures


def uitkomst(t: Telling, meet: str, gewicht: Fraction) -> dict[tuple[str, ...], Fraction]:
    """A figure along its classes: counts raised to the whole country, amounts and parts as they
    are."""
    if meet in BIJZONDER:
        return {(naam,): w for naam, w in zip(ASSEN[meet][0], BIJZONDER[meet](t), strict=True)}
    sleutels = list(product(*ASSEN[meet]))
    rij = AFGELEID[meet](t) if meet in AFGELEID else t.tel[meet]
    return {s: int(w) * gewicht for s, w in zip(sleutels, rij.ravel(), strict=True)}


AFGELEID: Mapping[str, Callable[[Telling], Getallen]] = {
    "kindleeftijd": lambda t: t.tel["kindleeftijd"][: len(ASSEN["kindleeftijd"][0])],
    "tieners": lambda t: t.tel["kindleeftijd"][12:VOLWASSEN].sum(keepdims=True),
    "persoonlijk inkomen": lambda t: np.add.reduceat(t.tel["inkomens"], INKOMENSGRENZEN),
    "leeftijd volwassenen": lambda t: np.add.reduceat(t.tel["personen"], (0, 20, 40, 65, 80)),
    "minderjarigen": lambda t: t.tel["personen"][:VOLWASSEN].sum(keepdims=True),
}
"""Counts along other classes than those that are kept."""


def _per_inkomensklasse(t: Telling) -> list[Getallen]:
    return np.split(t.tel["inkomens"], INKOMENSGRENZEN[1:])


def _gemiddelden(t: Telling) -> list[Fraction]:
    klassen = zip(INKOMENSGRENZEN, _per_inkomensklasse(t), strict=True)
    return [_gemiddelde(rij, begin) for begin, rij in klassen]


def _gemiddelde(aantal: Getallen, begin: int) -> Fraction:
    som = int((aantal * np.arange(begin, begin + len(aantal))).sum())
    return Fraction(som, max(int(aantal.sum()), 1))


def _mediaan(aantal: Getallen, begin: int = 0, stap: int = 1) -> Fraction:
    """The first value that at least half do not exceed."""
    loop = np.cumsum(aantal)
    return Fraction(begin + stap * int(np.searchsorted(loop * 2, loop[-1])))


def _delen(t: Telling, naam: str) -> list[Fraction]:
    per_woning = t.tel["vermogens"].sum(axis=1)
    return [Fraction(int(a), max(int(b), 1))
            for a, b in zip(t.tel[naam], per_woning, strict=True)]  # fmt: skip


def _druk(t: Telling, van: int, tot: int) -> list[Fraction]:
    personen = t.tel["personen"]
    return [Fraction(100 * int(personen[van:tot].sum()), max(int(personen[20:65].sum()), 1))]


BIJZONDER: Mapping[str, Callable[[Telling], list[Fraction]]] = {
    "gemiddeld inkomen": _gemiddelden,
    "mediaan inkomen": lambda t: [
        _mediaan(rij, begin)
        for begin, rij in zip(INKOMENSGRENZEN, _per_inkomensklasse(t), strict=True)
    ],
    "mediaan vermogen": lambda t: [
        _mediaan(rij, stap=VERMOGENSTAP) for rij in t.tel["vermogens"]
    ],
    "klein vermogen": lambda t: _delen(t, "klein vermogen"),
    "groot vermogen": lambda t: _delen(t, "groot vermogen"),
    "groene druk": lambda t: _druk(t, 0, 20),
    "grijze druk": lambda t: _druk(t, 65, OUDST),
    "inkomen van gepensioneerden": lambda t: [
        Fraction(int(t.tel["pensioen"][0]), max(int(t.tel["pensioen"][1]), 1))
    ],
    "inkomen van allen": lambda t: [
        _gemiddelde(t.tel["inkomens"], 0), _mediaan(t.tel["inkomens"])
    ],
}  # fmt: skip
"""What is not a count: a mean, a median, a part."""

assert len(INKOMENS) == len(INKOMENSGRENZEN)
