"""Conditions. [6]"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wetsanalyse.syntax.tree.expressies import Expressie, Gedurende, Kwantificatie, Periode
from wetsanalyse.syntax.tree.knopen import Bewering, Naam

if TYPE_CHECKING:
    from wetsanalyse.syntax.tree.regels import Geldigheid


Vergelijkwoord = Literal[
    "gelijk aan",
    "ongelijk aan",
    "groter dan",
    "groter of gelijk aan",
    "kleiner dan",
    "kleiner of gelijk aan",
    "later dan",
    "later of gelijk aan",
    "eerder dan",
    "eerder of gelijk aan",
]


@dataclass(frozen=True, slots=True)
class Vergelijking(Bewering):
    links: Expressie
    woord: Vergelijkwoord
    rechts: Expressie


@dataclass(frozen=True, slots=True)
class Leegtest(Bewering):
    waarde: Expressie
    gevuld: bool


@dataclass(frozen=True, slots=True)
class Elfproef(Bewering):
    waarde: Expressie
    ontkend: bool


@dataclass(frozen=True, slots=True)
class Cijfertest(Bewering):
    """``is [niet] numeriek met exact N cijfers``"""

    waarde: Expressie
    cijfers: int
    ontkend: bool


@dataclass(frozen=True, slots=True)
class Naamtest(Bewering):
    """``X is [niet|een|geen] N``, ``X heeft [een|geen] N``: kenmerk, role or dagsoort. [6.2]"""

    onderwerp: Expressie
    werkwoord: Literal["is", "heeft"]
    naam: Naam
    ontkend: bool


@dataclass(frozen=True, slots=True)
class OpenNormtest(Bewering):
    """``er is sprake van open norm N`` (our block)."""

    norm: Naam
    ontkend: bool = False


@dataclass(frozen=True, slots=True)
class Regeltest(Bewering):
    """``regelversie N (geldig vanaf 2024) is gevuurd | inconsistent``; without the brackets all
    versions."""

    regel: Naam
    uitslag: Literal["gevuurd", "inconsistent"]
    geldigheid: Geldigheid | None = None


@dataclass(frozen=True, slots=True)
class Periodetest(Bewering):
    """``het is [niet] de periode van A tot B``. [5]"""

    periode: Periode
    ontkend: bool = False


@dataclass(frozen=True, slots=True)
class HelePeriode(Bewering):
    """``is [niet] gedurende het gehele jaar …``: on every day of it. [5]"""

    per: Literal["maand", "jaar"]
    conditie: Conditie
    ontkend: bool = False


@dataclass(frozen=True, slots=True)
class Samengesteld(Bewering):
    """``onderwerp`` None is ``er``. [6.3]"""

    onderwerp: Expressie | None
    kwantificatie: Kwantificatie
    leden: tuple[Conditie, ...]


Conditie = (
    Vergelijking
    | Leegtest
    | Elfproef
    | Cijfertest
    | Naamtest
    | OpenNormtest
    | Regeltest
    | Periodetest
    | HelePeriode
    | Samengesteld
)

Voorwaarde = Conditie | Gedurende | Periode
"""After a result: ``indien …``, ``gedurende de tijd dat …``, or a bare period. [2.3]"""
