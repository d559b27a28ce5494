"""Which numbers may not be told, since too few people stand behind them.

A number that is too small is left out. So is a second one wherever the first would follow from a
total and the others: each sum is looked at, until none gives anything away.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from wetsanalyse.bevolking.tellen import NIEMAND, Tal

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Som(Generic[K]):
    """Numbers that make up a total."""

    delen: tuple[K, ...]
    totaal: K


def verberg(
    cellen: Mapping[K, Tal], sommen: Iterable[Som[K]], te_klein: Callable[[Tal], bool]
) -> frozenset[K]:
    """The numbers that are not told."""
    weg = {sleutel for sleutel, tal in cellen.items() if te_klein(tal)}
    alle = [Som(tuple(d for d in som.delen if d in cellen), som.totaal) for som in sommen]
    veranderd = True
    while veranderd:
        veranderd = False
        for som in alle:
            erbij = _nog_een(som, cellen, weg, te_klein)
            if erbij is not None:
                weg.add(erbij)
                veranderd = True
    return frozenset(weg)


def _nog_een(
    som: Som[K], cellen: Mapping[K, Tal], weg: set[K], te_klein: Callable[[Tal], bool]
) -> K | None:
    """The next number to leave out, so that this sum does not give away the others."""
    verborgen = [d for d in som.delen if d in weg]
    if not verborgen and som.totaal not in weg:
        return None
    if som.totaal in weg:
        if verborgen:
            return None  # at least two unknowns
        # The total is hidden: something in it must be too, or it is the sum of what is told.
        return _kleinste(som.delen, cellen, weg)
    samen = sum((cellen[d] for d in verborgen), NIEMAND)
    if len(verborgen) > 1 and not te_klein(samen):
        return None
    volgende = _kleinste(som.delen, cellen, weg)
    return som.totaal if volgende is None and len(verborgen) == 1 else volgende


def _kleinste(delen: Sequence[K], cellen: Mapping[K, Tal], weg: set[K]) -> K | None:
    kan = [d for d in delen if d not in weg and cellen[d].rijen]
    return min(kan, key=lambda d: (cellen[d].rijen, cellen[d].gewicht), default=None)


__all__ = ["Som", "verberg"]
