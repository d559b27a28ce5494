"""The tree of a why: frozen values, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wetsanalyse.report.bronnen import Bronlink


@dataclass(frozen=True, slots=True)
class Rekenstap:
    """One piece of arithmetic: the words of the rule, and the same with the numbers filled in."""

    woorden: str
    som: str


@dataclass(frozen=True, slots=True)
class Toets:
    """One condition: the words of the rule, whether it holds (None: nobody can say yet), and
    the facts behind it in a sentence. ``wie``: about which of more objects it was asked;
    ``ook``: for which others just the same is true."""

    woorden: str
    voldaan: bool | None
    zin: str
    wie: str = ""
    ook: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Regeltekst:
    """The words of a rule, and the same with the values of this case filled in."""

    regel: str
    woorden: str
    ingevuld: str
    bronnen: tuple[Bronlink, ...] = ()
    geldig: str = ""


@dataclass(frozen=True, slots=True)
class NietToegepast:
    """A rule that could have made this value and did not: ``toetsen`` are what stopped it.
    ``open``: nobody can say yet; ``zo_ja`` is the value that it would give. ``regelteksten``: its
    own words, with the values of this case in them."""

    regel: str
    bronnen: tuple[Bronlink, ...]
    toetsen: tuple[Toets, ...]
    open: bool = False
    zo_ja: str = ""
    geldig: str = ""
    regelteksten: tuple[Regeltekst, ...] = ()


@dataclass(frozen=True, slots=True)
class Uitleg:
    """Why one value is what it is.

    ``soort``: ``regel``, ``variabele``, ``gegeven``, ``niet gegeven``, ``parameter``,
    ``open norm``, ``geen regel``, ``fout`` (it came from another value), ``tijd`` (it moves:
    ``gebruikt`` are its periods, each with ``wanneer``) or ``eerder`` (it was told before, and
    so it has no children).
    ``gebruikt`` are the values on which it rests, known by name. ``kern`` is the first sentence
    of ``zin``; ``ook``: the other objects of which just the same can be told. ``nummer``: equal
    explanations in one tree have the same."""

    slot: int
    naam: str
    soort: str
    waarde: Any
    eenheid: str
    getoond: str
    zin: str
    regel: str = ""
    regeltekst: str = ""
    bronnen: tuple[Bronlink, ...] = ()
    geldig: str = ""
    onbevestigd: str = ""
    omdat: tuple[Toets, ...] = ()
    berekening: tuple[Rekenstap, ...] = ()
    niet: tuple[NietToegepast, ...] = ()
    gebruikt: tuple[Uitleg, ...] = ()
    kern: str = ""
    wanneer: str = ""
    object: str = ""
    ook: tuple[str, ...] = ()
    regelteksten: tuple[Regeltekst, ...] = ()
    nummer: int = 0

    def alles(self) -> Iterator[Uitleg]:
        """This value and all on which it rests, in the order of telling."""
        yield self
        for deel in self.gebruikt:
            yield from deel.alles()

    @property
    def aannamen(self) -> tuple[str, ...]:
        """What nobody has confirmed yet, as ``rule or parameter: assumption``."""
        return tuple(
            dict.fromkeys(
                f"{u.regel or u.naam}: {u.onbevestigd}" for u in self.alles() if u.onbevestigd
            )
        )

    @property
    def ontbrekend(self) -> tuple[str, ...]:
        """The inputs that were not given and were asked for."""
        return tuple(u.naam for u in self.alles() if u.soort == "niet gegeven")
