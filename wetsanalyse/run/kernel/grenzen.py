"""The text that keeps every number within the bounds that are proven, and tells when one was not.

A number outside the bounds is read as the nearest that is within them, so nothing can run over;
who runs the text is told that there was one, and looks which rows they are. It is done where the
number is read anyway: a look at the rows beforehand costs as much as computing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol


class Kolomgrens(Protocol):
    """A column that is read, and within which bounds its codes must lie."""

    @property
    def laag(self) -> int: ...
    @property
    def hoog(self) -> int: ...
    @property
    def leeg(self) -> bool: ...
    @property
    def lid(self) -> str | None: ...
    @property
    def gelijk(self) -> bool: ...
    @property
    def plek(self) -> str: ...


def binnen(nummer: int, kolom: Kolomgrens) -> str:
    """A number of a column, within the bounds."""
    return f"min(max({_cel(nummer, kolom)}, {kolom.laag}), {kolom.hoog})"


def met_toets(
    kolommen: Sequence[Kolomgrens], lijsten: Sequence[str], meeste: int, regels: Sequence[str]
) -> Iterator[str]:
    """The body of the function: ``regels`` for each row. It gives whether something was not within
    its bounds, or a list has more than ``meeste`` members. A column of one cell is not looked at:
    who runs the text does that at once, and it made compiling take twice as long."""
    yield "    buiten = False"
    for g, rol in enumerate(lijsten):
        tests = [_buiten(i, k) for i, k in enumerate(kolommen) if k.lid == rol]
        if tests:
            yield f"    for k in range(g{g}[0], g{g}[n]):"
            yield from _onthoud(tests)
    yield "    for r in range(n):"
    yield from _onthoud(f"g{g}[r + 1] - g{g}[r] > {meeste}" for g, _ in enumerate(lijsten))
    yield from _onthoud(
        _buiten(i, k) for i, k in enumerate(kolommen) if k.lid is None and not k.gelijk
    )
    yield from regels
    yield "    return buiten"


def _cel(nummer: int, kolom: Kolomgrens) -> str:
    return f"np.int64(i{nummer}[{kolom.plek}])"


def _buiten(nummer: int, kolom: Kolomgrens) -> str:
    # As few words as can be: each takes a compiler longer than the processor.
    waarde = f"i{nummer}[{kolom.plek}]"
    test = f"({waarde} < {kolom.laag}) | ({waarde} > {kolom.hoog})"
    if (kolom.laag, kolom.hoog) == (0, 1):
        test = f"({waarde} | 1) != 1"
    return f"({test}) & (not m{nummer}[{kolom.plek}])" if kolom.leeg else test


def _onthoud(tests: Iterable[str]) -> Iterator[str]:
    return (f"        buiten = buiten | ({test})" for test in tests)
