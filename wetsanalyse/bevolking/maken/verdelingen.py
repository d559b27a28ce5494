"""Amounts by rank: of each of 2**20 ranks, from poorest to richest, how many whole euros.

A person or a household gets a score, the score gives a rank, and the rank gives the amount. So the
amounts have the published distribution, whatever the score; the score only says who has what."""

from __future__ import annotations

from math import log
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from wetsanalyse.bevolking.maken.indeling import (
    GROOT_VERMOGEN,
    INKOMENSGRENZEN,
    KLEIN_VERMOGEN,
    WONINGEN,
)
from wetsanalyse.bevolking.maken.marges import Marges

Bedragen = npt.NDArray[np.int64]
Score = npt.NDArray[np.float64]

RANG_BITS = 20
RANGEN = 1 << RANG_BITS
NORMAAL = NormalDist()


def klokkromme(aantal: int) -> Score:
    """The normal curve by rank: the middle of each of so many equal parts."""
    return np.array([NORMAAL.inv_cdf((i + 0.5) / aantal) for i in range(aantal)])


def inkomens(marges: Marges) -> Bedragen:
    """Personal income by rank. In each class the published share, median and mean: one half lies
    evenly below the median, the other half above it, bent so that the mean fits."""
    aandelen = np.array(marges.getallen("persoonlijk inkomen"))
    grenzen = np.rint(np.cumsum(aandelen) / aandelen.sum() * RANGEN).astype(np.int64)
    einden = (*INKOMENSGRENZEN[1:], int(marges.keus("hoogste inkomen en vermogen")[0]))
    uit, begin = np.empty(RANGEN, np.int64), 0
    for i, grens in enumerate(grenzen):
        laag, hoog = INKOMENSGRENZEN[i], einden[i]
        midden = marges.getallen("mediaan inkomen")[i]
        gemiddelde = marges.getallen("gemiddeld inkomen")[i]
        u = (np.arange(grens - begin) + 0.5) / (grens - begin)
        boven = 2 * gemiddelde - (laag + midden) / 2 - midden  # mean above the median
        bocht = (hoog - midden) / boven - 1
        deel = np.where(
            u < 0.5,
            laag + (midden - laag) * 2 * u,
            midden + (hoog - midden) * np.maximum(2 * u - 1, 0) ** bocht,
        )
        uit[begin:grens] = np.minimum(deel.astype(np.int64), hoog - 1)
        begin = int(grens)
    return uit


def vermogens(marges: Marges, woning: int) -> Bedragen:
    """Wealth without own home by rank, for owners or tenants: through the three published points,
    with the logarithm straight against the normal curve between and beyond them."""
    naam = WONINGEN[woning]
    klein = float(marges.marge("klein vermogen").waarden[naam,])
    groot = float(marges.marge("groot vermogen").waarden[naam,])
    midden = float(marges.marge("mediaan vermogen").waarden[naam,])
    punten = sorted([(klein, KLEIN_VERMOGEN), (0.5, midden), (1 - groot, GROOT_VERMOGEN)])
    top = int(marges.keus("hoogste inkomen en vermogen")[1])
    u = (np.arange(RANGEN) + 0.5) / RANGEN
    z = [NORMAAL.inv_cdf(p) for p, _ in punten]
    logs = [log(bedrag) for _, bedrag in punten]
    zu = np.array([NORMAAL.inv_cdf(i / 4096) for i in range(1, 4096)])
    fijn = np.interp(u, np.arange(1, 4096) / 4096, zu)
    helling = (logs[-1] - logs[-2]) / (z[-1] - z[-2])
    hoog = np.where(fijn > z[-1], logs[-1] + helling * (fijn - z[-1]), np.interp(fijn, z, logs))
    eerste_deel, eerste = punten[0]
    bedrag = np.where(u < eerste_deel, eerste * u / eerste_deel, np.exp(hoog))
    return np.minimum(np.floor(bedrag + 1e-6), top).astype(np.int64)


def rangen(score: Score, snijpunten: Score, dobbel: npt.NDArray[np.int64]) -> Bedragen:
    """The rank of each score: between which cuts it lies, and by chance where between them."""
    per_snede = RANGEN // (len(snijpunten) + 1)
    return np.searchsorted(snijpunten, score).astype(np.int64) * per_snede + dobbel % per_snede


def snijpunten(score: Score, aantal: int) -> Score:
    """What parts scores into so many equal parts."""
    gesorteerd = np.sort(score)
    plaatsen = np.arange(1, aantal) * len(score) // aantal
    return gesorteerd[plaatsen]


def spreiding(mediaan: float, gemiddelde: float) -> float:
    """Of a lognormal curve with this median and mean, the spread of the logarithm."""
    return float((2 * log(gemiddelde / mediaan)) ** 0.5)
