"""The values of the naive reading: plain Python, with a sentinel for leeg and an exception for a
fault.

Numbers are `Fraction`, a date is its ordinal (with the part of the day as a fraction behind it),
the rest is bool or str.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial
from typing import Any


class _Leeg:
    def __repr__(self) -> str:
        return "leeg"


LEEG: Any = _Leeg()


class Fout(Exception):
    """A fault while computing. The reference does not say which fault comes first when more parts
    are faulty, so this holds the codes of all that could be first."""

    def __init__(self, *codes: str) -> None:
        super().__init__(*codes)
        self.codes = frozenset(codes)


def alle(vragen: Iterable[Callable[[], Any]]) -> list[Any]:
    """The answers, or one fault with every code met: all of these are needed."""
    waarden: list[Any] = []
    codes: set[str] = set()
    for vraag in vragen:
        try:
            waarden.append(vraag())
        except Fout as fout:
            codes |= fout.codes
    if codes:
        raise Fout(*codes)
    return waarden


def alle_van(vraag: Callable[[Any], Any], dingen: Iterable[Any]) -> list[Any]:
    """The answers about all of these."""
    return alle(partial(vraag, ding) for ding in dingen)


def zelfde(links: Any, rechts: Any) -> bool:
    """The same value; ``waar`` is not 1."""
    if isinstance(links, bool) or isinstance(rechts, bool):
        return links is rechts
    if links is LEEG or rechts is LEEG:
        return links is rechts
    return type(links) is type(rechts) and bool(links == rechts)


def als_waarde(ruw: Any) -> Any:
    """A value of a case or a model as one of ours."""
    if ruw is None:
        return LEEG
    if isinstance(ruw, int) and not isinstance(ruw, bool):
        return Fraction(ruw)
    return ruw
