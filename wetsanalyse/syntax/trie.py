"""A trie over words: all entries that begin at a word, in one walk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from wetsanalyse.syntax.woorden import Woord

T = TypeVar("T")
_HIER = None  # key under which a node keeps what ends there; words are never None


class Trie(Generic[T]):
    """Words to values; more values may stand under one row of words."""

    def __init__(self) -> None:
        self._wortel: dict[Any, Any] = {}

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, Trie) and self._wortel == ander._wortel

    __hash__ = None  # type: ignore[assignment] # it is filled step by step

    def voeg_toe(self, sleutel: Sequence[str], waarde: T) -> None:
        knoop = self._wortel
        for woord in sleutel:
            knoop = knoop.setdefault(woord, {})
        knoop.setdefault(_HIER, []).append(waarde)

    def zoek(self, sleutel: Sequence[str]) -> tuple[T, ...]:
        knoop = self._wortel
        for woord in sleutel:
            if woord not in knoop:
                return ()
            knoop = knoop[woord]
        return tuple(knoop.get(_HIER, ()))

    def vanaf(self, woorden: Sequence[Woord], i: int) -> Iterator[tuple[int, list[T]]]:
        """(index after the last word, values), short to long."""
        knoop = self._wortel
        while i < len(woorden):
            verder = knoop.get(woorden[i].norm)
            if verder is None:
                return
            knoop = verder
            i += 1
            if _HIER in knoop:
                yield i, knoop[_HIER]
