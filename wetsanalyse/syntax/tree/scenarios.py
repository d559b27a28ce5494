"""Scenarios: a citizen, what happens to him, what is expected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wetsanalyse.syntax.tree.condities import Conditie, Naamtest
from wetsanalyse.syntax.tree.expressies import Expressie, Keten, Periode, Schakel
from wetsanalyse.syntax.tree.knopen import Naam, Node


@dataclass(frozen=True, slots=True)
class GegevenObject(Node):
    """``een Aanvrager A met x gelijk aan 1 en y gelijk aan 2``"""

    objecttype: Naam
    naam: str
    toekenningen: tuple[tuple[Schakel, Expressie], ...] = ()


@dataclass(frozen=True, slots=True)
class GegevenFeit(Node):
    """``toeslagpartnerschap met aanvrager A en toeslagpartner B``"""

    feittype: Naam
    rollen: tuple[tuple[Naam, str], ...]


@dataclass(frozen=True, slots=True)
class GegevenConditie(Node):
    """``A is verzekerd``, ``het vermogen van A is gelijk aan 5 €``. Object names are links of
    the chain, like any name. ``periode``: only then."""

    conditie: Conditie
    periode: Periode | None = None


@dataclass(frozen=True, slots=True)
class GegevenParameter(Node):
    naam: Naam
    waarde: Expressie


@dataclass(frozen=True, slots=True)
class GegevenOnbekend(Node):
    keten: Keten


@dataclass(frozen=True, slots=True)
class GegevenOordeel(Node):
    """``er is [geen] sprake van open norm N voor A``: the judgment of the case."""

    norm: Naam
    object: str
    oordeel: bool


@dataclass(frozen=True, slots=True)
class Wijziging(Node):
    """``het inkomen van A gelijk aan 5 €``: the new value, from the day of an event on; or in a
    ``periode``, that may lie before it."""

    doel: Keten
    waarde: Expressie
    periode: Periode | None = None


@dataclass(frozen=True, slots=True)
class GegevenVoorval(Node):
    """``op 1-3-2025 inkomenswijziging met het inkomen van A gelijk aan 5 €``"""

    datum: date
    gebeurtenis: Naam
    wijzigingen: tuple[Wijziging, ...] = ()


Gegeven = (
    GegevenObject
    | GegevenFeit
    | GegevenConditie
    | GegevenParameter
    | GegevenOnbekend
    | GegevenOordeel
    | GegevenVoorval
)


@dataclass(frozen=True, slots=True)
class Verwachting(Node):
    """What must come out: on a day (None: the rekendatum), on every day of a period."""

    conditie: Conditie
    datum: date | None = None
    periode: Periode | None = None


@dataclass(frozen=True, slots=True)
class Scenario(Node):
    naam: Naam
    bron: str | None
    rekendatum: date
    gegeven: tuple[Gegeven, ...]
    dan: tuple[Verwachting, ...]


@dataclass(frozen=True, slots=True)
class Reekskolom(Node):
    """``invoer`` or (after ``dan``) expected; a chain (its value is in the cell) or a test on a
    kenmerk (``waar``/``onwaar`` in the cell)."""

    verwacht: bool
    onderwerp: Keten | Naamtest


@dataclass(frozen=True, slots=True)
class Leegcel(Node):
    """``leeg`` or ``gevuld`` under a column with ``dan``: whether a value comes out at all."""

    gevuld: bool


Reekscel = Expressie | Leegcel


@dataclass(frozen=True, slots=True)
class Voorbeeldreeks(Node):
    naam: Naam
    bron: str | None
    rekendatum: date
    gegeven: tuple[Gegeven, ...]
    kolommen: tuple[Reekskolom, ...]
    rijen: tuple[tuple[Reekscel | None, ...], ...]
