"""A path of a sweep that is known: it says by itself at which other places it is taken, and what
comes out there. So the plan is run once for each path, and not once for each place.

The signature fixes the path (`run/sweep.py`). All that is left to see at another place is whether
each outcome in the log is the same there. Of an affine difference it is known from where to where
that holds; the others are made again, the way the log says, from the place alone.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.run.exact import RATIONAAL
from wetsanalyse.run.getallen import VERGELIJKERS, rond_af
from wetsanalyse.run.spoor import VAST, Aantekening, Hoe, Spoor, quotient, teken
from wetsanalyse.run.tijdwaarde import van_delen

HOOGSTENS = 64
"""So many known paths are tried."""
ANDERS: Any = object()
"""Another path is taken here."""
_GEEN: Any = object()
_RUIM = frozenset(
    {operator.add, operator.neg, operator.mul, quotient, rond_af, teken, *VERGELIJKERS.values()}
)
"""Functions that take whole numbers for what they are; any other gets fractions."""


class Pad:
    """The path that was taken at ``x``: its log, and the value with which it ended."""

    def __init__(self, x: int, log: Sequence[Aantekening], waarde: Any) -> None:
        self.x, self.waarde = x, waarde
        self.log = tuple(log)
        self.handtekening = tuple([entry.uitkomst for entry in log])
        self._bereik: tuple[float, float] | None = None
        self._stappen: list[tuple[Callable[..., Any] | None, tuple[Any, ...], Any]] = []
        self._plek: dict[int, int] = {}

    def waarde_op(self, x: int) -> Any:
        """The value at another place; `ANDERS` if the path does not go there."""
        if self._bereik is None:
            self._bereik = self._maak()
        laag, hoog = self._bereik
        if not laag <= x <= hoog:
            return ANDERS
        dx = x - self.x
        cellen: list[Any] = []
        for functie, args, verwacht in self._stappen:
            if functie is None:
                begin, helling = args
                cellen.append(begin + helling * dx)
                continue
            cel = functie(*[cellen[arg] for arg in args])
            if verwacht is not _GEEN and cel != verwacht:
                return ANDERS
            cellen.append(cel)
        return self._gevuld(self.waarde, cellen)

    def schaduw(self, j: int, x: int) -> Fraction | None:
        """The shadow of the difference behind outcome j at another place; None: only a run of
        the plan tells."""
        entry = self.log[j]
        return None if entry.e is None else entry.s + entry.k * (x - self.x)

    # -------------------------------------------------------------- making it ready

    def _maak(self) -> tuple[float, float]:
        """What to do at another place, in the order of the path; and between which places all
        affine differences keep their outcome."""
        laag, hoog = float("-inf"), float("inf")
        for entry in self.log:
            if entry.e is not None and not entry.e:
                van, tot = _geldt(entry, self.x)
                laag, hoog = max(laag, van), min(hoog, tot)
            else:
                self._stap(entry.hoe, entry.uitkomst)
        for deel in _sporen(self.waarde):
            self._cel(deel)
        return laag, hoog

    def _stap(self, hoe: Hoe, verwacht: Any) -> int:
        functie, *delen = hoe
        if functie is rond_af:
            getal, afronding = delen
            return self._nieuw(lambda v: rond_af(v, afronding), (self._cel(getal),), verwacht)
        args = tuple([self._cel(deel) for deel in delen])
        return self._nieuw(functie if functie in _RUIM else _van_breuken(functie), args, verwacht)

    def _nieuw(self, functie: Callable[..., Any] | None, args: Any, verwacht: Any) -> int:
        self._stappen.append((functie, args, verwacht))
        return len(self._stappen) - 1

    def _cel(self, deel: Any) -> int:
        """Where this number will stand; whatever it was made of stands before it."""
        plek = self._plek.get(id(deel))
        if plek is None:
            if not isinstance(deel, Spoor):
                plek = self._nieuw(None, (heel(deel), 0), _GEEN)
            elif deel.hoe is None:
                helling = 0 if deel.m == VAST else heel(deel.k)
                plek = self._nieuw(None, (heel(deel.v), helling), _GEEN)
            else:
                plek = self._diep(deel)
            self._plek[id(deel)] = plek
        return plek

    def _diep(self, deel: Spoor) -> int:
        """Its parts first, without going deep: a chain of amounts may be long."""
        stapel = [deel]
        while True:
            top = stapel[-1]
            assert top.hoe is not None
            open_ = [
                d for d in top.hoe[1:]
                if isinstance(d, Spoor) and d.hoe is not None and id(d) not in self._plek
            ]  # fmt: skip
            if open_:
                stapel += open_
                continue
            plek = self._plek[id(top)] = self._stap(top.hoe, _GEEN)
            stapel.pop()
            if not stapel:
                return plek

    def _gevuld(self, waarde: Any, cellen: Sequence[Any]) -> Any:
        if isinstance(waarde, Tijdwaarde):
            return waarde.elk(lambda deel: self._gevuld(deel, cellen))
        return Fraction(cellen[self._plek[id(waarde)]]) if isinstance(waarde, Spoor) else waarde


@dataclass(frozen=True, slots=True)
class Meting:
    """What one point gives: the value, and the path that was taken."""

    waarde: Any
    pad: Pad

    @property
    def handtekening(self) -> tuple[Any, ...]:
        return self.pad.handtekening


class Paden:
    """The paths that a sweep knows, those that were taken last at the end."""

    def __init__(self) -> None:
        self._paden: list[Pad] = []

    def nieuw(self, pad: Pad) -> Meting:
        self._paden.append(pad)
        return Meting(kaal(pad.waarde), pad)

    def volg(self, x: int) -> Meting | None:
        """What comes out here, if one of them goes here; that one is tried first next time."""
        for i in range(len(self._paden) - 1, max(-1, len(self._paden) - 1 - HOOGSTENS), -1):
            pad = self._paden[i]
            waarde = pad.waarde_op(x)
            if waarde is not ANDERS:
                self._paden.append(self._paden.pop(i))
                return Meting(kaal(waarde), pad)
        return None


def kaal(waarde: Any) -> Any:
    """The value without how it moves, as the exact run has it."""
    if isinstance(waarde, Tijdwaarde):
        stukken = waarde.elk(kaal)
        # Two neighbours that only here are equal are one stretch, as in the exact run.
        return van_delen(RATIONAAL, stukken.knips, stukken.waarden)
    return waarde.v if isinstance(waarde, Spoor) else waarde


def heel(getal: Fraction) -> Fraction | int:
    """Whole numbers count much faster, and as exactly."""
    return getal.numerator if getal.denominator == 1 else getal


def _van_breuken(functie: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *args: functie(*[Fraction(arg) for arg in args])


def _sporen(waarde: Any) -> list[Spoor]:
    delen = (*waarde.knips, *waarde.waarden) if isinstance(waarde, Tijdwaarde) else (waarde,)
    return [deel for deel in delen if isinstance(deel, Spoor)]


def _geldt(entry: Aantekening, x: int) -> tuple[float, float]:
    """From where to where an affine difference keeps its outcome: it has one sign left of the
    place where it is nothing, and the other right of it."""
    functie = entry.hoe[0]
    links, rechts = (-1, 1) if entry.k > 0 else (1, -1)
    if not entry.k:
        return float("-inf"), float("inf")
    nul = x - entry.s / entry.k
    zo = {sign for sign in (-1, 0, 1) if functie(sign, 0) == entry.uitkomst}
    laag = float("-inf") if links in zo else ceil(nul) if 0 in zo else floor(nul) + 1
    hoog = float("inf") if rechts in zo else floor(nul) if 0 in zo else ceil(nul) - 1
    return laag, hoog
