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
    timed; ``lees``: the outcome of a run as one number per row, not timed."""

    reken: Callable[[], Any]
    lees: Callable[[Any], NDArray[Any]]
    vooraf: Callable[[], object] = lambda: None


@dataclass(frozen=True)
class Manier:
    """``draden``: 1, or 0 for as many as there are processors. ``maak``: input to loop, timed as
    the set-up. ``bibliotheek``: what it needs beside the project. ``bytes_per_rij``: what it must
    read and write at least, where that is known."""

    naam: str
    draden: int
    maak: Callable[[Any], Loop]
    bibliotheek: str | None = None
    bytes_per_rij: int | None = None

    @property
    def is_er(self) -> bool:
        return self.bibliotheek is None or find_spec(self.bibliotheek) is not None


def vergiftigd(n: int) -> tuple[NDArray[np.int64], Callable[[], None]]:
    """A column of one's own to write in, and how to fill it with what no rule gives."""
    uit = np.full(n, GIF)
    return uit, lambda: uit.fill(GIF)
