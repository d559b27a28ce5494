"""Things that were made for a plan, kept for whoever asks again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

P = TypeVar("P")
W = TypeVar("W")


class Bewaard(Generic[P, W]):
    """The last ``hoogstens`` things, each under the very plan it was made for and a key. A plan
    counts as itself and not by what stands in it: comparing two would take longer than it saves."""

    def __init__(self, hoogstens: int) -> None:
        self._hoogstens = hoogstens
        self._per_sleutel: dict[tuple[int, Hashable], tuple[P, W]] = {}

    def haal(self, plan: P, sleutel: Hashable, maak: Callable[[], W]) -> W:
        """What was kept, else what ``maak`` makes."""
        plek = (id(plan), sleutel)
        bekend = self._per_sleutel.get(plek)
        # The plan is kept too, so that its id cannot become that of another one.
        if bekend is None:
            bekend = (plan, maak())
            while len(self._per_sleutel) >= self._hoogstens:
                del self._per_sleutel[next(iter(self._per_sleutel))]
            self._per_sleutel[plek] = bekend
        return bekend[1]
