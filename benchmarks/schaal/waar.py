"""The truth of a measurement against the exact interpreter."""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.schaal.gegevens import Getallen
from benchmarks.schaal.proeven import Proef
from benchmarks.schaal.wet import Wet
from wetsanalyse.bevolking.draaien import feiten
from wetsanalyse.bevolking.vorm import huishouden
from wetsanalyse.plan.ground import ground
from wetsanalyse.run.exact import Geval, reken


def controleer(
    proef: Proef, wet: Wet, invoer: Any, waarheid: Getallen, aantal: int
) -> tuple[int, int]:
    """How many rows were looked at (spread over all), and of how many the truth is no truth."""
    blok = proef.blok(invoer)
    plekken = np.unique(np.linspace(0, blok.n - 1, min(aantal, blok.n)).astype(np.int64))
    draaier = wet.draaier()
    (doel,) = draaier.doelen
    anders = 0
    for plek in map(int, plekken):
        aanwezig = frozenset(rol for rol, e in blok.enkel.items() if e.aanwezig[plek])
        leden = {r: int(v.grenzen[plek + 1] - v.grenzen[plek]) for r, v in blok.veel.items()}
        grond = ground(wet.plan, huishouden(wet.vorm, aanwezig, leden))
        geval = Geval(wet.plan.rekendatum, feiten(grond, blok, plek, draaier._attributen(grond)))  # noqa: SLF001
        slot = grond.eigenschappen[doel.wie, doel.eigenschap]
        anders += reken(grond, geval, [slot]).waarden[slot] != int(waarheid[plek])
    return len(plekken), anders
