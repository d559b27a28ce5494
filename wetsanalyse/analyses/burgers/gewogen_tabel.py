"""A table in a text file as a spreadsheet writes it, each cell with its place.

The module ``csv`` of the library keeps no places, and a fault without one is of no use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from wetsanalyse.text import Source, Span

_CITAAT = re.compile(r'\s*"((?:[^"]|"")*)"\s*')


@dataclass(frozen=True, slots=True)
class Cel:
    """The words of a cell and where they stand."""

    tekst: str
    span: Span


@dataclass(frozen=True)
class Tabelblad:
    """``scheider`` stands between the cells. A table with a semicolon or a tab comes from a
    program that writes 12,5; one with a comma from a program that writes 12.5."""

    bron: Source
    scheider: str
    koppen: tuple[Cel, ...]
    rijen: tuple[tuple[Cel, ...], ...]

    @property
    def getalvorm(self) -> str:
        """How a number is written here, as a next step."""
        vorm = "1250 of 12.5" if self.scheider == "," else "1250 of 12,5"
        return f"schrijf een getal als {vorm}, zonder scheiding van duizendtallen"

    def dubbelzinnig(self, tekst: str) -> bool:
        """Whether a number has a point that may stand for thousands."""
        return self.scheider != "," and bool(re.match(r"-?\d+\.\d", tekst))

    def getal(self, tekst: str) -> Fraction | None:
        if self.dubbelzinnig(tekst) or not re.fullmatch(r"-?\d{1,15}(?:[.,]\d{1,15})?", tekst):
            return None
        return Fraction(tekst.replace(",", "."))


def lees_blad(bron: Source) -> Tabelblad:
    """The rows that are not empty. What parts the cells is what the head has most of."""
    regels = list(_regels(bron))
    scheider = max(";\t,", key=regels[0][1].count) if regels else ";"
    rijen = [tuple(_cellen(bron, begin, regel, scheider)) for begin, regel in regels]
    return Tabelblad(bron, scheider, rijen[0] if rijen else (), tuple(rijen[1:]))


def _regels(bron: Source) -> Iterator[tuple[int, str]]:
    begin = 0
    for regel in bron.tekst.split("\n"):
        if regel.strip():
            yield begin, regel.rstrip("\r")
        begin += len(regel) + 1


def _cellen(bron: Source, begin: int, regel: str, scheider: str) -> Iterator[Cel]:
    """A cell stands in quotes when the separator stands inside it."""
    pos = 0
    while pos <= len(regel):
        citaat = _CITAAT.match(regel, pos)
        if citaat and regel[citaat.end() : citaat.end() + 1] in ("", scheider):
            (start, eind), na = citaat.span(1), citaat.end()
        else:
            na = regel.find(scheider, pos)
            na = len(regel) if na < 0 else na
            start, eind = pos, na
        ruw = regel[start:eind]
        kaal = ruw.strip()
        start += len(ruw) - len(ruw.lstrip()) if kaal else 0
        span = bron.span(begin + start, begin + start + len(kaal))
        yield Cel(kaal.replace('""', '"'), span)
        pos = na + 1
