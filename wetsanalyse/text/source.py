"""A text with a name, and a stretch of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True)
class Source:
    """One text as it was read. ``pad`` is the name that messages show; ``map_`` the folder that
    was asked for: its texts are one rule set.

    Positions are code point offsets into ``tekst``. A line ends at ``\\n`` or ``\\r\\n``.
    """

    pad: str
    tekst: str
    map_: str = ""

    @cached_property
    def _regelstarts(self) -> tuple[int, ...]:
        lengten = (len(regel) + 1 for regel in self.tekst.split("\n"))
        return (0, *accumulate(lengten))[:-1]

    def plaats(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        regel = bisect_right(self._regelstarts, offset)
        return regel, offset - self._regelstarts[regel - 1] + 1

    def regel(self, nummer: int) -> str:
        """The text of a line (counted from 1), without its line end."""
        start = self._regelstarts[nummer - 1]
        eind = self.tekst.find("\n", start)
        return self.tekst[start : len(self.tekst) if eind < 0 else eind].rstrip("\r")

    def plaats_utf16(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset as an editor counts them (Language Server Protocol): both
        from 0, the column in UTF-16 code units. Inside a line end it is the end of the line."""
        nummer = bisect_right(self._regelstarts, offset) - 1
        start, eind = self._regelstarts[nummer], self._regeleinde(nummer)
        return nummer, _eenheden(self.tekst[start : min(offset, eind)])

    def offset_van_utf16(self, regel: int, kolom: int) -> int:
        """The offset of such a line and column. Past the end of the line it is that end, past the
        last line the end of the text, halfway a character the start of it."""
        if regel < 0 or kolom < 0:
            raise ValueError(f"regel {regel}, kolom {kolom}: tel vanaf 0")
        if regel >= len(self._regelstarts):
            return len(self.tekst)
        start, eind = self._regelstarts[regel], self._regeleinde(regel)
        return start + _tekens(self.tekst[start:eind], kolom)

    def _regeleinde(self, nummer: int) -> int:
        """Where the line end of a line (counted from 0) begins."""
        if nummer + 1 == len(self._regelstarts):
            return len(self.tekst)
        eind = self._regelstarts[nummer + 1] - 1
        return eind - (self.tekst[eind - 1 : eind] == "\r")

    def span(self, start: int = 0, eind: int | None = None) -> Span:
        return Span(self, start, len(self.tekst) if eind is None else eind)


def _eenheden(tekst: str) -> int:
    """How many UTF-16 code units a text takes: two for a character outside the basic plane."""
    if tekst.isascii():
        return len(tekst)
    return len(tekst.encode("utf-16-le", "surrogatepass")) // 2


def _tekens(tekst: str, eenheden: int) -> int:
    """How many whole characters of a text fit in so many UTF-16 code units."""
    begin = tekst[:eenheden]
    if begin.isascii() or max(begin) <= "\uffff":
        return len(begin)
    over = eenheden
    for nummer, teken in enumerate(begin):
        over -= 2 if teken > "\uffff" else 1
        if over < 0:
            return nummer
    return len(begin)


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch ``[start, eind)`` of a source, in code points.

    Two spans compare equal only when they are the same place in the same text, so
    tree nodes keep their span out of their own comparison.
    """

    source: Source
    start: int
    eind: int

    @property
    def tekst(self) -> str:
        return self.source.tekst[self.start : self.eind]

    @property
    def regel(self) -> int:
        return self.source.plaats(self.start)[0]

    @property
    def kolom(self) -> int:
        return self.source.plaats(self.start)[1]

    def tot(self, ander: Span) -> Span:
        """The smallest span that holds both."""
        return Span(self.source, min(self.start, ander.start), max(self.eind, ander.eind))

    def __str__(self) -> str:
        return f"{self.source.pad}:{self.regel}:{self.kolom}"

    def __repr__(self) -> str:
        return f"Span({self})"
