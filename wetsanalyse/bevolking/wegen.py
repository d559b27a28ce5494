"""How many, and what they weigh: exact sums of rows that each stand for some households."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wetsanalyse.run.kolommen import Getallen, Kolom, Masker

GEHEEL = 2**62
"""Sums stay below this in 64 bits; what might not is added up in whole numbers of any size."""


@dataclass(frozen=True, slots=True)
class Tal:
    """So many rows, and what they weigh together (in parts of the weight scale). Both are kept:
    a few rows that weigh much are still a few."""

    rijen: int = 0
    gewicht: int = 0

    def __add__(self, ander: Tal) -> Tal:
        return Tal(self.rijen + ander.rijen, self.gewicht + ander.gewicht)

    def __sub__(self, ander: Tal) -> Tal:
        return Tal(self.rijen - ander.rijen, self.gewicht - ander.gewicht)


NIEMAND = Tal()


def som_van(waarden: Getallen) -> int:
    """An exact sum, also where 64 bits would not do."""
    if not len(waarden):
        return 0
    grens = max(int(waarden.max()), -int(waarden.min()), 1)
    if grens < GEHEEL // len(waarden):
        return int(waarden.sum())
    return sum(int(w) for w in waarden)


@dataclass(frozen=True, slots=True)
class Gewichten:
    """What some rows weigh: ``elk`` each, or ``los`` one by one. Nearly always all weigh the same,
    and then nothing has to be multiplied row by row."""

    aantal: int
    elk: int
    los: Getallen | None = None

    @staticmethod
    def van(gewichten: Kolom | None, aantal: int) -> Gewichten:
        if gewichten is None:
            return Gewichten(aantal, 1)
        waarden = gewichten.waarden
        eerste = int(waarden[0]) if aantal else 1
        if (waarden == eerste).all():
            return Gewichten(aantal, eerste)
        return Gewichten(aantal, 0, waarden)

    @property
    def tal(self) -> Tal:
        return Tal(self.aantal, self.elk * self.aantal if self.los is None else som_van(self.los))

    def waar(self, masker: Masker) -> Gewichten:
        """Those where this is true."""
        if self.los is None:
            return Gewichten(int(np.count_nonzero(masker)), self.elk)
        return self._met(self.los[masker])

    def rijen(self, rijen: Getallen) -> Gewichten:
        if self.los is None:
            return Gewichten(len(rijen), self.elk)
        return self._met(self.los[rijen])

    def herhaal(self, aantallen: Getallen) -> Gewichten:
        """Each of the many counts as much as the household."""
        if self.los is None:
            return Gewichten(int(aantallen.sum()), self.elk)
        return self._met(np.repeat(self.los, aantallen))

    def _met(self, los: Getallen) -> Gewichten:
        return Gewichten(len(los), 0, los)

    def som(self, waarden: Getallen) -> int:
        """The exact sum of values times weights."""
        if self.los is None:
            return self.elk * som_van(waarden)
        if not len(waarden):
            return 0
        grens = max(int(waarden.max()), -int(waarden.min()), 1) * max(int(self.los.max()), 1)
        if grens < GEHEEL // len(waarden):
            return int(np.dot(waarden, self.los))
        return sum(int(w) * int(g) for w, g in zip(waarden, self.los, strict=True))

    def verdeel(self, plaatsen: Getallen) -> dict[int, Tal]:
        """How many lie at each of some places from zero up."""
        rijen = np.bincount(plaatsen)
        bezet = np.flatnonzero(rijen)
        if self.los is None:
            return {int(i): Tal(int(rijen[i]), int(rijen[i]) * self.elk) for i in bezet}
        if int(self.los.max(initial=0)) * len(self.los) < 2**53:
            # Whole numbers below 2**53: the sums in floating point are exact.
            som = np.bincount(plaatsen, weights=self.los).astype(np.int64)
            return {int(i): Tal(int(rijen[i]), int(som[i])) for i in bezet}
        uit = {int(i): NIEMAND for i in bezet}
        for plaats, deel in zip(plaatsen.tolist(), self.los.tolist(), strict=True):
            uit[plaats] += Tal(1, deel)
        return uit


__all__ = ["GEHEEL", "NIEMAND", "Gewichten", "Tal", "som_van"]
