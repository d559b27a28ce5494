"""What is known of a step while the plan is written out as source text.

A number is ``code / (schaal * noemer)`` with ``code`` a whole number of which it is proven that
it lies from ``laag`` to ``hoog``, whatever the citizen is. That holds for every row, also where
the value is leeg or not known, so nothing can run over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from math import prod

WAAR, ONWAAR = "True", "False"
GROOTST = 2**62
"""A whole number that is kept in a column stays below this; the sum of two fits 64 bits too."""


class Aard(Enum):
    """What kind of value the code stands for."""

    GETAL = "getal"
    WAARHEID = "waarheid"
    TEKST = "tekst"
    NIETS = "niets"
    """Always leeg, so of every kind."""


class PastNiet(Exception):
    """This step cannot be done here; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True, order=True)
class Deler:
    """A number by which is divided, that differs from citizen to citizen: a name in the source,
    and its bounds; it is never below 1."""

    code: str
    laag: int
    hoog: int


@dataclass(frozen=True, slots=True)
class Noemer:
    """The product of some divisors. They are kept apart, so that what stands above and below the
    line can be crossed out, and two sums need no more than what they do not share."""

    delers: tuple[Deler, ...]

    @property
    def code(self) -> str:
        return " * ".join(d.code for d in self.delers)

    @property
    def laag(self) -> int:
        return prod(d.laag for d in self.delers)

    @property
    def hoog(self) -> int:
        return prod(d.hoog for d in self.delers)

    def maal(self, ander: Noemer) -> Noemer:
        return Noemer(tuple(sorted((*self.delers, *ander.delers))))

    def zonder(self, ander: Noemer | None) -> Noemer:
        """What is left when the other is crossed out as far as it goes."""
        rest = list(self.delers)
        for deler in ander.delers if ander else ():
            if deler in rest:
                rest.remove(deler)
        return Noemer(tuple(rest))


@dataclass(frozen=True, slots=True)
class Waarde:
    """``leeg`` and ``exact`` are tests in the source. Where ``exact`` is true the value is not
    known here and the exact interpreter must say it."""

    aard: Aard
    code: str
    laag: int = 0
    hoog: int = 0
    schaal: int = 1
    noemer: Noemer | None = None
    leeg: str = ONWAAR
    exact: str = ONWAAR

    @property
    def grootte(self) -> int:
        """The code is never further from zero than this."""
        return max(abs(self.laag), abs(self.hoog))

    @property
    def vast(self) -> int | None:
        """The code when it is the same for everybody."""
        return self.laag if self.laag == self.hoog and self.noemer is None else None


ONBEKEND = Waarde(Aard.NIETS, "0", exact=WAAR)
LEEG_ = Waarde(Aard.NIETS, "0", leeg=WAAR)


def getal(code: str, laag: int, hoog: int, schaal: int = 1, noemer: Noemer | None = None, *,
          leeg: str = ONWAAR, exact: str = ONWAAR) -> Waarde:  # fmt: skip
    """A number, if it fits."""
    if max(abs(laag), abs(hoog)) >= GROOTST or (noemer and noemer.hoog >= GROOTST):
        raise PastNiet("een tussenuitkomst kan te groot worden voor 64 bits")
    return Waarde(Aard.GETAL, code, laag, hoog, schaal, noemer, leeg, exact)


def waarheid(code: str, *, leeg: str = ONWAAR, exact: str = ONWAAR) -> Waarde:
    laag, hoog = int(code == WAAR), int(code != ONWAAR)
    return Waarde(Aard.WAARHEID, code, laag, hoog, leeg=leeg, exact=exact)


# ------------------------------------------------------------------ tests in the source


def en(*delen: str) -> str:
    """All of them, as text; what is certain is left out."""
    echte = list(dict.fromkeys(d for d in delen if d != WAAR))
    if ONWAAR in echte or any(niet(d) in echte for d in echte):
        return ONWAAR
    return WAAR if not echte else echte[0] if len(echte) == 1 else f"({' & '.join(echte)})"


def of(*delen: str) -> str:
    echte = list(dict.fromkeys(d for d in delen if d != ONWAAR))
    if WAAR in echte or any(niet(d) in echte for d in echte):
        return WAAR
    return ONWAAR if not echte else echte[0] if len(echte) == 1 else f"({' | '.join(echte)})"


def niet(deel: str) -> str:
    if deel in (WAAR, ONWAAR):
        return ONWAAR if deel == WAAR else WAAR
    dubbel = ONTKEND.fullmatch(deel)
    return dubbel[1] if dubbel else f"(not {deel})"


ONTKEND = re.compile(r"\(not (\w+)\)")
"""A test that has a name, the other way round; it needs no name of its own."""


def als(test: str, dan: str, anders: str) -> str:
    """One of two, as text."""
    if test == WAAR or dan == anders:
        return dan
    return anders if test == ONWAAR else f"({dan} if {test} else {anders})"
