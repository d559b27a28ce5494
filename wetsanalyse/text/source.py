"""A text with a name, and a stretch of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Source:
    """One text as it was read. ``pad`` is the name that messages show.

    Positions are code point offsets into ``tekst``.
    """

    pad: str
    tekst: str

    @cached_property
    def _regelstarts(self) -> tuple[int, ...]:
        starts = [0]
        for i, teken in enumerate(self.tekst):
            if teken == "\n":
                starts.append(i + 1)
        return tuple(starts)

    def plaats(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        regel = bisect_right(self._regelstarts, offset)
        return regel, offset - self._regelstarts[regel - 1] + 1

    def regel(self, nummer: int) -> str:
        """The text of a line (counted from 1), without its line end."""
        start = self._regelstarts[nummer - 1]
        eind = self.tekst.find("\n", start)
        return self.tekst[start : len(self.tekst) if eind < 0 else eind].rstrip("\r")

    def span(self, start: int = 0, eind: int | None = None) -> Span:
        return Span(self, start, len(self.tekst) if eind is None else eind)


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
