"""Blocks as they were read, so that the next reading need not read them again.

Nothing is changed in place. A block that is used again keeps its nodes, whose places are those
of the text in which they were read; `Bloklezingen.actueel` says where such a place is now.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.lexicon import Betekenis, Lexicon
from wetsanalyse.syntax.splitsen import Blokstuk
from wetsanalyse.syntax.woorden import norm_woord, sleutel, woorden
from wetsanalyse.text import Diagnostic, Span


@dataclass(frozen=True)
class Bloklezing:
    """One block: where it stands now, where it was read, and what came of it."""

    stuk: Blokstuk
    oorsprong: Blokstuk
    node: t.Blok | None
    meldingen: tuple[Diagnostic, ...] = ()
    # The sentences (start symbol, place) that the grammar can read in more than one way.
    meerduidig: tuple[tuple[str, int], ...] = ()

    @property
    def verplaatst(self) -> bool:
        return self.stuk is not self.oorsprong

    @cached_property
    def woorden(self) -> frozenset[str]:
        """Every word of the block, as names are compared."""
        stuk = self.oorsprong
        return frozenset(w.norm for w in woorden(stuk.tekst, stuk.start, stuk.eind))


Sleutel = tuple[str, str, str]
"""File, kind of block, text of the block."""


def sleutel_van(stuk: Blokstuk) -> Sleutel:
    return stuk.bron.pad, stuk.soort, stuk.bron.tekst[stuk.start : stuk.eind]


@dataclass(frozen=True)
class Bloklezingen:
    """All blocks of one reading."""

    blokken: tuple[Bloklezing, ...] = ()

    @cached_property
    def _per_node(self) -> dict[int, Bloklezing]:
        return {id(b.node): b for b in self.blokken if b.node is not None}

    def van(self, node: t.Blok) -> Bloklezing | None:
        """The reading that a block came from."""
        return self._per_node.get(id(node))

    @cached_property
    def _oorsprongen(self) -> dict[int, list[tuple[int, Bloklezing]]]:
        per_bron: dict[int, list[tuple[int, Bloklezing]]] = {}
        for b in self.blokken:
            if b.verplaatst:
                per_bron.setdefault(id(b.oorsprong.bron), []).append((b.oorsprong.start, b))
        return {bron: sorted(paren, key=lambda p: p[0]) for bron, paren in per_bron.items()}

    def actueel(self, span: Span) -> Span:
        """Where a place of a block that was used again is in the text of now."""
        paren = self._oorsprongen.get(id(span.source), [])
        i = bisect_right([start for start, _ in paren], span.start) - 1
        if i < 0 or span.eind > paren[i][1].oorsprong.eind:
            return span
        b = paren[i][1]
        schuif = b.stuk.start - b.oorsprong.start
        return b.stuk.bron.span(span.start + schuif, span.eind + schuif)

    def verplaats(self, meldingen: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Messages with their places in the text of now."""
        if not self._oorsprongen:
            return list(meldingen)
        return [
            replace(
                m,
                span=None if m.span is None else self.actueel(m.span),
                verwant=tuple(replace(v, span=self.actueel(v.span)) for v in m.verwant),
            )
            for m in meldingen
        ]


class Voorraad:
    """The blocks of an earlier reading, each to be used once: of two blocks with the same text
    the second is read, so that its messages are about itself."""

    def __init__(self, lezingen: Bloklezingen | None) -> None:
        self._over = {sleutel_van(b.stuk): b for b in lezingen.blokken} if lezingen else {}

    def neem(
        self, stuk: Blokstuk, gewijzigd: Sequence[frozenset[str]] | None = ()
    ) -> Bloklezing | None:
        """A block of the same file, kind and text that still reads the same."""
        gevonden = self._over.pop(sleutel_van(stuk), None)
        if gevonden is None or not bruikbaar(gevonden, gewijzigd):
            return None
        return replace(gevonden, stuk=stuk)


def gewijzigde_woorden(oud: Lexicon, nieuw: Lexicon) -> Sequence[frozenset[str]] | None:
    """The words of each name that is in one vocabulary and not in the other; None when units or
    dimensions differ, since those are no names."""
    if oud is nieuw:
        return ()
    if oud.eenheden != nieuw.eenheden or oud.dimensies != nieuw.dimensies:
        return None
    verschil: set[tuple[str, Betekenis]] = set(oud.betekenissen) ^ set(nieuw.betekenissen)
    return tuple({frozenset(map(norm_woord, sleutel(tekst))) for tekst, _ in verschil})


def bruikbaar(lezing: Bloklezing, gewijzigd: Sequence[frozenset[str]] | None) -> bool:
    """Whether a block still reads the same. One with faults may get other advice, so it is only
    used again under the very same vocabulary."""
    if gewijzigd is None:
        return False
    if not gewijzigd:
        return True
    return not lezing.meldingen and not any(namen <= lezing.woorden for namen in gewijzigd)
