"""Parts of a page about a population: sentences, tables and pictures, once for all readers.

The terminal shows the sentences and the tables, the page the pictures too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

SMAL = 12
"""So wide may a word above numbers be on a terminal."""


@dataclass(frozen=True, slots=True)
class Tabelbeeld:
    """A table; the first column names the row, the others are numbers."""

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    links: int = 1
    """So many columns are words."""


@dataclass(frozen=True, slots=True)
class Figuurbeeld:
    """A picture with what it is called."""

    titel: str
    svg: str


@dataclass(frozen=True, slots=True)
class Deel:
    """One part. ``id``: its place in the page."""

    id: str
    titel: str
    zinnen: tuple[str, ...] = ()
    tabellen: tuple[Tabelbeeld, ...] = ()
    figuren: tuple[Figuurbeeld, ...] = ()


def toon_delen(console: Console, delen: Sequence[Deel]) -> None:
    for deel in delen:
        console.print(Text(f"\n{deel.titel}", style="bold"))
        for zin in deel.zinnen:
            console.print(Text(zin))
        for tabel in deel.tabellen:
            if tabel.rijen:
                console.print(_tabel(tabel))


def _tabel(beeld: Tabelbeeld) -> Table:
    """Numbers stay whole; the words above them are broken up instead."""
    tabel = Table(box=box.SIMPLE, pad_edge=False, show_edge=False)
    for nummer, kop in enumerate(beeld.koppen):
        if nummer < beeld.links:
            tabel.add_column(Text(kop), overflow="fold", min_width=min(SMAL, len(kop)))
        else:
            smal = Text("\n".join(wrap(kop, SMAL, break_long_words=False)))
            tabel.add_column(smal, justify="right", no_wrap=True, vertical="bottom")
    for rij in beeld.rijen:
        tabel.add_row(*(Text(cel) for cel in rij))
    return tabel


def zonder_lege_kolommen(
    koppen: Sequence[str], rijen: Sequence[Sequence[str]], vast: int = 2
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A table without the columns in which nothing stands, after the first few."""
    vol = [any(rij[i] not in ("0", "–") for rij in rijen) for i in range(len(koppen))]
    houd = [i for i in range(len(koppen)) if i < vast or vol[i]]
    return (
        tuple(koppen[i] for i in houd),
        tuple(tuple(rij[i] for i in houd) for rij in rijen),
    )


__all__ = ["Deel", "Figuurbeeld", "Tabelbeeld", "toon_delen", "zonder_lege_kolommen"]
