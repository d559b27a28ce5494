"""What every node is: a place in a text; and names and units."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from wetsanalyse.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitdrukking(Node):
    """An expression. ``haakjes``: it was written in brackets, which the formatter keeps."""

    haakjes: bool = field(default=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewering(Node):
    """Something that is true or not. ``meervoud``: its verb was written in the plural."""

    meervoud: bool = field(default=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Naam(Node):
    """Words as written, white space made single. ``lidwoord`` is what stood before them."""

    tekst: str
    lidwoord: Literal["de", "het", "een", None] = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Macht(Node):
    eenheid: str
    exponent: int = 1


@dataclass(frozen=True, slots=True)
class EenheidTekst(Node):
    """A unit as written: ``€/mnd`` is teller (€), noemer (mnd)."""

    teller: tuple[Macht, ...]
    noemer: tuple[Macht, ...] = ()
