"""Columns of values: one fact or one outcome of many citizens at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ops import LEEG

Getallen = NDArray[np.int64]
Masker = NDArray[np.bool_]
RUIM = 6
"""Decimals of a number for which the law does not say how many it may have."""
BREEDTEN = (np.int8, np.int16, np.int32, np.int64)


def smalste(laag: int, hoog: int, minstens: int = 1) -> Any:
    """The narrowest kind of column, of at least so many bytes, that holds all whole numbers
    between two."""
    past = (b for b in BREEDTEN if np.iinfo(b).min <= laag and hoog <= np.iinfo(b).max)
    return next((b for b in past if np.dtype(b).itemsize >= minstens), np.int64)


@dataclass(frozen=True, slots=True)
class Kolom:
    """``waarden[i]`` times ``1 / schaal``: a number; a day (ordinal); 0 or 1; or, with
    ``teksten``, which text. ``leeg``: where there is no value (None: everywhere is one); what
    stands in ``waarden`` there is 0. A column that `smal` made has fewer bits: only a kernel reads
    it, and it computes in 64."""

    waarden: Getallen
    leeg: Masker | None = None
    schaal: int = 1
    teksten: tuple[str, ...] | None = None

    def __len__(self) -> int:
        return len(self.waarden)

    def neem(self, rijen: Any) -> Kolom:
        """Some of the rows: a slice, a mask or row numbers."""
        leeg = None if self.leeg is None else self.leeg[rijen]
        return Kolom(self.waarden[rijen], leeg, self.schaal, self.teksten)

    def smal(self) -> Kolom:
        """The same values in as few bits as hold them all."""
        laag, hoog = (int(self.waarden.min()), int(self.waarden.max())) if len(self) else (0, 0)
        return replace(self, waarden=self.waarden.astype(smalste(laag, hoog)))

    def waarde(self, rij: int, type_: Type) -> Any:
        """One value as the exact interpreter knows it."""
        if self.leeg is not None and self.leeg[rij]:
            return LEEG
        getal = int(self.waarden[rij])
        if self.teksten is not None:
            return self.teksten[getal]
        return bool(getal) if type_.soort is Soort.BOOLEAN else Fraction(getal, self.schaal)


def invoerschaal(type_: Type) -> int:
    """In what part of one a column of this type is counted: cents are 100, percentages with two
    decimals 10,000."""
    if not type_.is_getal:
        return 1
    decimalen = RUIM if type_.decimalen is None else type_.decimalen
    return int(10 ** (decimalen + (2 if type_.soort is Soort.PERCENTAGE else 0)))


@dataclass(frozen=True, slots=True)
class Enkel:
    """Those in a role that one person may hold: who has one, and their facts (rows where nobody
    is stand there too)."""

    aanwezig: Masker
    kolommen: Mapping[str, Kolom]


@dataclass(frozen=True, slots=True)
class Veel:
    """Those in a role that many may hold, one after another: those of row i are ``grenzen[i]`` up
    to, not including, ``grenzen[i + 1]``."""

    grenzen: Getallen
    kolommen: Mapping[str, Kolom]


@dataclass(frozen=True, slots=True)
class Blok:
    """The facts of ``n`` households. Keys of the columns are properties of the model; those of
    ``enkel`` and ``veel`` are role names."""

    n: int
    wortel: Mapping[str, Kolom]
    enkel: Mapping[str, Enkel] = field(default_factory=dict)
    veel: Mapping[str, Veel] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        """What all columns take."""
        veel = [k for v in self.veel.values() for k in v.kolommen.values()]
        enkel = [k for e in self.enkel.values() for k in e.kolommen.values()]
        grenzen = sum(v.grenzen.nbytes for v in self.veel.values())
        return grenzen + sum(k.waarden.nbytes for k in (*self.wortel.values(), *enkel, *veel))

    def deel(self, van: int, tot: int) -> Blok:
        """The households from ``van`` up to, not including, ``tot``."""
        rijen = slice(van, tot)
        wortel = {naam: k.neem(rijen) for naam, k in self.wortel.items()}
        enkel = {
            rol: Enkel(e.aanwezig[rijen], {n: k.neem(rijen) for n, k in e.kolommen.items()})
            for rol, e in self.enkel.items()
        }
        veel = {rol: _deel_van(v, van, tot) for rol, v in self.veel.items()}
        return Blok(tot - van, wortel, enkel, veel)

    def smal(self) -> Blok:
        """The same facts in as little memory as holds them: for who runs them many times. Done
        once for all, before they are cut: machine code is made for each mix of widths."""
        return replace(
            self,
            wortel={naam: k.smal() for naam, k in self.wortel.items()},
            enkel={
                rol: replace(e, kolommen={n: k.smal() for n, k in e.kolommen.items()})
                for rol, e in self.enkel.items()
            },
            veel={
                rol: replace(v, kolommen={n: k.smal() for n, k in v.kolommen.items()})
                for rol, v in self.veel.items()
            },
        )

    def kies(self, rijen: Getallen) -> Blok:
        """The households with these row numbers."""
        wortel = {naam: k.neem(rijen) for naam, k in self.wortel.items()}
        enkel = {
            rol: Enkel(e.aanwezig[rijen], {n: k.neem(rijen) for n, k in e.kolommen.items()})
            for rol, e in self.enkel.items()
        }
        veel = {rol: _keuze_uit(v, rijen) for rol, v in self.veel.items()}
        return Blok(len(rijen), wortel, enkel, veel)


def _deel_van(veel: Veel, van: int, tot: int) -> Veel:
    begin, eind = int(veel.grenzen[van]), int(veel.grenzen[tot])
    leden = {naam: k.neem(slice(begin, eind)) for naam, k in veel.kolommen.items()}
    return Veel(veel.grenzen[van : tot + 1] - begin, leden)


def _keuze_uit(veel: Veel, rijen: Getallen) -> Veel:
    leden = ledenrijen(veel.grenzen, rijen)
    grenzen = np.zeros(len(rijen) + 1, np.int64)
    np.cumsum(veel.grenzen[rijen + 1] - veel.grenzen[rijen], out=grenzen[1:])
    return Veel(grenzen, {naam: k.neem(leden) for naam, k in veel.kolommen.items()})


def ledenrijen(grenzen: Getallen, rijen: Getallen) -> Getallen:
    """The places of the members of these rows, in order."""
    aantal = grenzen[rijen + 1] - grenzen[rijen]
    eerste = np.repeat(grenzen[rijen] - (np.cumsum(aantal) - aantal), aantal)
    return np.asarray(eerste + np.arange(int(aantal.sum())), np.int64)
