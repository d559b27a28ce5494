"""The figures that the population rests on: what stands in `marges.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


class Bronmerk(Enum):
    """How sure the source of a figure is."""

    OFFICIEEL = "officieel"
    OPENBAAR = "openbare bladzijde"
    ONBEVESTIGD = "onbevestigd"


class Gebruik(Enum):
    """Whether the population was made to fit a figure, or is only laid beside it."""

    INPASSEN = "inpassen"
    TOETS = "toets"


class Omrekenen(Enum):
    """How a figure of another year becomes what is aimed at."""

    NIET = "niet"
    TOTAAL = "totaal"
    GROEP = "groep"
    SOORT = "soort"
    AANDEEL = "aandeel"


@dataclass(frozen=True, slots=True)
class Cijferherkomst:
    """Where a figure comes from."""

    jaar: str
    bron: str
    adres: str
    merk: Bronmerk
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class Marge:
    """Figures along one or two sides, in the order of `ASSEN`; only what is published."""

    id: str
    titel: str
    herkomst: Cijferherkomst
    gebruik: Gebruik
    meet: str
    omrekenen: Omrekenen
    waarden: Mapping[tuple[str, ...], Fraction]


@dataclass(frozen=True, slots=True)
class Regelingcijfer:
    """What a scheme really pays out. ``niet_gebruikt``: the part of those entitled that does not
    apply, where it is known. ``groep``: of which income group; empty for all."""

    regeling: str
    maat: str
    getal: Fraction
    herkomst: Cijferherkomst
    niet_gebruikt: Fraction | None = None
    groep: str = ""


@dataclass(frozen=True, slots=True)
class Marges:
    """The whole file."""

    totaal: int
    jaar: str
    marges: tuple[Marge, ...]
    regelingen: tuple[Regelingcijfer, ...]
    aannamen: Mapping[str, str]
    keuzen: Mapping[str, tuple[Fraction, ...]]
    index_inkomen: Fraction
    weggelaten: tuple[tuple[str, str], ...]

    def marge(self, id_: str) -> Marge:
        return next(m for m in self.marges if m.id == id_)

    def getallen(self, id_: str) -> tuple[float, ...]:
        """Figures of one margin as floats: only for weights, never for money."""
        return tuple(float(v) for v in self.marge(id_).waarden.values())

    def keus(self, naam: str) -> tuple[float, ...]:
        return tuple(float(v) for v in self.keuzen[naam])
