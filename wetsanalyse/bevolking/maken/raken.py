"""Raking: change a table as little as can be, so that it meets sums that are known.

A demand is a whole number beside each cell and the sum that these numbers times the table must
have. A cell is only ever multiplied, so what was zero stays zero. A demand of ones (how many
households) is met by one factor; a demand of counts (how many children) by powers of one factor.
The order of the demands is the order given, and the work stops at a set tolerance: the same
demands give the same table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

Tabel = npt.NDArray[np.float64]
Rij = npt.NDArray[np.int64]

RONDEN = 4000
GRENS = 1e-5
"""Largest relative difference that still counts as met."""
NEWTON = 60


@dataclass(frozen=True, slots=True)
class Eis:
    """``som`` over the cells of ``maal`` (a whole number per cell, none below zero) times the
    table. Demands of ones that follow each other with the same ``groep`` have no cell in common."""

    naam: str
    maal: Rij
    som: float
    groep: str = ""


@dataclass(frozen=True, slots=True)
class Geraakt:
    """``afwijking``: the largest relative difference that is left, and ``wie`` it belongs to;
    ``kleinste`` and ``grootste``: by how much a cell was multiplied, next to the mean."""

    tabel: Tabel
    ronden: int
    afwijking: float
    wie: str
    kleinste: float
    grootste: float


@dataclass(frozen=True, slots=True)
class _Slag:
    """One step: the cells by class; each class has its own factor (``machten`` None), or a power
    of one factor."""

    klasse: Rij
    sommen: Tabel
    machten: Tabel | None

    def factoren(self, tabel: Tabel) -> Tabel:
        nu = gewogen(self.klasse, tabel, len(self.sommen))
        if self.machten is None:
            buiten = np.isnan(self.sommen) | (nu <= 0)
            return np.where(buiten, 1.0, self.sommen / np.where(nu <= 0, 1.0, nu))
        return np.exp(_macht(nu, self.machten, float(self.sommen[0])) * self.machten)


def raak(start: Tabel, eisen: Sequence[Eis], grens: float = GRENS, ronden: int = RONDEN) -> Geraakt:
    """Start with a table; meet the demands in turn until all hold at once, or give up."""
    slagen = [_slag(list(leden)) for _, leden in groupby(eisen, key=_sleutel)]
    tabel = start.astype(np.float64)
    ronde, (afwijking, wie) = 0, _slechtste(tabel, eisen)
    while ronde < ronden and afwijking > grens:
        for _ in range(10):
            for slag in slagen:
                tabel = tabel * slag.factoren(tabel)[slag.klasse]
            ronde += 1
        afwijking, wie = _slechtste(tabel, eisen)
    gevuld = (start > 0) & (tabel > 0)
    factor = tabel[gevuld] / start[gevuld] * (start[gevuld].sum() / tabel[gevuld].sum())
    return Geraakt(tabel, ronde, afwijking, wie, float(factor.min()), float(factor.max()))


def _sleutel(eis: Eis) -> str:
    return eis.groep or eis.naam


def _slag(eisen: list[Eis]) -> _Slag:
    """Demands of ones side by side as one step; or one demand of counts."""
    if len(eisen) == 1 and eisen[0].maal.max(initial=0) > 1:
        machten = np.arange(int(eisen[0].maal.max()) + 1, dtype=np.float64)
        return _Slag(eisen[0].maal, np.full(len(machten), eisen[0].som), machten)
    klasse = np.zeros(len(eisen[0].maal), np.int64)
    for nummer, eis in enumerate(eisen, 1):
        assert eis.maal.max(initial=0) <= 1, f"{eis.naam}: een telling staat op zichzelf"
        assert not np.any((klasse > 0) & (eis.maal > 0)), f"{eis.naam}: cellen overlappen"
        klasse[eis.maal > 0] = nummer
    return _Slag(klasse, np.array([np.nan, *(eis.som for eis in eisen)]), None)


def _macht(nu: Tabel, machten: Tabel, som: float) -> float:
    """The root of sum(nu * machten * exp(macht * machten)) = som, by steps of bounded size."""
    macht = 0.0
    for _ in range(NEWTON):
        gewicht = nu * machten * np.exp(macht * machten)
        helling = float((gewicht * machten).sum())
        if helling <= 0:
            break
        stap = max(-1.0, min(1.0, (float(gewicht.sum()) - som) / helling))
        macht -= stap
        if abs(stap) < 1e-13:
            break
    return macht


def _slechtste(tabel: Tabel, eisen: Sequence[Eis]) -> tuple[float, str]:
    verschillen = [
        (abs(float((tabel * eis.maal).sum()) - float(eis.som)) / max(eis.som, 1.0), eis.naam)
        for eis in eisen
    ]
    return max(verschillen, default=(0.0, ""))


def gewogen(klasse: npt.NDArray[np.integer], gewicht: Tabel, klassen: int) -> Tabel:
    """The sum of the weights in each class."""
    return np.asarray(np.bincount(klasse, weights=gewicht, minlength=klassen), dtype=np.float64)


def in_hele(tabel: Tabel, per: int) -> Rij:
    """The table in whole parts of 1/``per``: from here on there are only integers, so that the last
    bit of a float has no say in who is drawn."""
    return np.rint(tabel * per).astype(np.int64)
