"""The lazy choice between many rows by the size of one number (`plan/trap.py`): only the rows
between whose limits it lies are asked. What it chooses is what `KIES` chooses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wetsanalyse.plan.ops import Kiezers
from wetsanalyse.plan.trap import Trap
from wetsanalyse.run.lui import Lui, kies_uit


def kies_met(trap: Trap) -> Callable[[Any, tuple[int, ...], Kiezers], Lui]:
    """The generator of this choice. What is no number, such as a value that changes over time,
    is put to every row."""

    def kies(g: Any, args: tuple[int, ...], par: Kiezers) -> Lui:
        getal = yield trap.slot
        if not g.is_getal(getal):
            return (yield from kies_uit(g, args, par, range(len(args) // 2)))
        rijen = trap.treden[g.trede(trap, getal)]
        if len(rijen) == 1 and rijen[0].zeker:
            return (yield args[2 * rijen[0].nummer + 1])
        return (yield from kies_uit(g, args, par, [rij.nummer for rij in rijen]))

    return kies
