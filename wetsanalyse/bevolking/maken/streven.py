"""What is aimed at: published figures of several years, brought to one number of households.

A figure of another year keeps its proportions and gets the total of the year of the population."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from wetsanalyse.bevolking.maken.indeling import (
    GROEPEN,
    HOOFDSOORT_VAN,
    HOOFDSOORTEN,
    WONINGGROEPEN,
)
from wetsanalyse.bevolking.maken.marges import Marge, Marges, Omrekenen
from wetsanalyse.bevolking.maken.raken import Eis, Rij, Tabel, gewogen, raak

Streven = Mapping[tuple[str, ...], float]


def streef(marges: Marges, marge: Marge) -> Streven:
    """The figures of a margin as the population should have them. A part (`AANDEEL`) is a part
    of 1: of how many it is a part, shows when the population has been made."""
    waarden = {s: float(v) for s, v in marge.waarden.items()}
    som = sum(waarden.values())
    if marge.omrekenen is Omrekenen.TOTAAL:
        return {s: v * marges.totaal / som for s, v in waarden.items()}
    if marge.omrekenen is Omrekenen.AANDEEL:
        return {s: v / som for s, v in waarden.items()}
    if marge.omrekenen is Omrekenen.GROEP:
        groepen = {g: sum(v for s, v in waarden.items() if s[0] == g) for g, *_ in waarden}
        deel = marges.totaal / len(GROEPEN)
        return {s: v * deel * hoeveel_groepen(s[0]) / groepen[s[0]] for s, v in waarden.items()}
    if marge.omrekenen is Omrekenen.SOORT:
        return _naar_soort(marges, waarden)
    return waarden


def hoeveel_groepen(naam: str) -> int:
    """How many groups of a tenth a label names: ``groep 8-10`` three."""
    return len(GROEPEN) - len(WONINGGROEPEN) + 1 if naam == WONINGGROEPEN[-1] else 1


def per_hoofdsoort(marges: Marges) -> Tabel:
    """The number of households of each of `HOOFDSOORTEN`."""
    soorten = np.array(marges.getallen("soort"))
    return gewogen(np.array(HOOFDSOORT_VAN), soorten, len(HOOFDSOORTEN))


def _naar_soort(marges: Marges, waarden: Streven) -> Streven:
    """A table of groups by kinds, with the kinds of the new year and groups of equal size."""
    sleutels = list(waarden)
    start = np.array([waarden[s] for s in sleutels])
    groep = np.array([GROEPEN.index(s[0]) for s in sleutels])
    soort = np.array([HOOFDSOORTEN.index(s[1]) for s in sleutels])
    totalen = per_hoofdsoort(marges)
    eisen = [Eis(f"groep {g + 1}", een(groep == g), totalen.sum() / 10, "groep") for g in range(10)]
    eisen += [Eis(n, een(soort == i), totalen[i], "soort") for i, n in enumerate(HOOFDSOORTEN)]
    tabel = raak(start, eisen).tabel
    return {s: float(v) for s, v in zip(sleutels, tabel, strict=True)}


def een(waar: Any) -> Rij:
    """Ones where it holds: the row of a demand about a number of households."""
    return np.asarray(waar, dtype=np.int64)
