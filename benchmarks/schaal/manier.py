"""A way to compute the outcomes of all rows: what every way has in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

GIF = -9_876_543_210
"""What stands in a column before it is written; no rule gives it."""


@dataclass(frozen=True)
class Loop:
    """A way with its input ready. ``vooraf``: before each round, not timed; ``reken``: what is
    timed; ``lees``: the outcome of a run as one number per row, not timed. ``bytes``: what it must
    move through the memory at least, where that is known."""

    reken: Callable[[], Any]
    lees: Callable[[Any], NDArray[Any]]
    vooraf: Callable[[], object] = lambda: None
    bytes: int | None = None


@dataclass(frozen=True)
class Manier:
    """``draden``: 1, or 0 for as many as there are processors. ``maak``: input to loop, timed as
    the set-up. ``bibliotheek``: what it needs beside the project."""

    naam: str
    draden: int
    maak: Callable[[Any], Loop]
    bibliotheek: str | None = None

    @property
    def is_er(self) -> bool:
        return self.bibliotheek is None or find_spec(self.bibliotheek) is not None


def vergiftigd(n: int, soort: Any = np.int64) -> tuple[NDArray[Any], Callable[[], None]]:
    """A column of one's own to write in, and how to fill it with what no rule gives: in a narrow
    column the least number that it holds."""
    gif = max(GIF, int(np.iinfo(soort).min))
    uit = np.full(n, gif, soort)
    return uit, lambda: uit.fill(gif)
