"""All single replays of one history, each run once; the patterns read them. [hardheid 11.6]"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction

from wetsanalyse.analyses.geschiedenis.historie import (
    BURGER,
    LEVEN,
    OVERHEID,
    REGISTRATIE,
    Historie,
    Ingreep,
)
from wetsanalyse.model.casus import Casus

LATER = (1, 14)
"""So many days late an act is tried."""


@dataclass(frozen=True)
class Rij:
    """One replay, and what came of it (None: not a number)."""

    ingreep: Ingreep
    casus: Casus = field(repr=False)
    netto: Fraction | None


@dataclass(frozen=True)
class Herhaling:
    """A history as it went, and every single thing otherwise."""

    historie: Historie
    netto: Fraction | None
    rijen: tuple[Rij, ...] = field(repr=False)

    def anders(self, soort: str) -> Iterator[tuple[Rij, Fraction]]:
        """The replays of acts of one sort, with what the citizen gains by it."""
        for rij in self.rijen:
            eigen = self.historie.soort(rij.ingreep.nummer) == soort
            if eigen and self.netto is not None and rij.netto is not None:
                yield rij, rij.netto - self.netto


def herhaal(historie: Historie) -> Herhaling:
    """Run the history, and each replay of it."""
    rijen = [_rij(historie, ingreep) for ingreep in ingrepen(historie)]
    return Herhaling(historie, historie.netto(historie.casus), tuple(rijen))


def _rij(historie: Historie, ingreep: Ingreep) -> Rij:
    casus = ingreep.op(historie)
    return Rij(ingreep, casus, historie.netto(casus))


def ingrepen(historie: Historie) -> Iterator[Ingreep]:
    """Each event left out; an act of citizen or authority also later; an act of the authority also
    on the day of each thing that happened before it."""
    gebeurd = historie.casus.gebeurtenissen
    for nummer, voorval in enumerate(gebeurd):
        yield Ingreep(nummer, None)
        soort = historie.soort(nummer)
        if soort in (BURGER, OVERHEID):
            for dagen in LATER:
                if voorval.datum.toordinal() + dagen <= historie.casus.rekendatum.toordinal():
                    yield Ingreep(nummer, dagen)
        if soort == OVERHEID:
            eerder = {
                v.datum
                for n, v in enumerate(gebeurd)
                if v.datum < voorval.datum and historie.soort(n) != OVERHEID
            }
            for dag in sorted(eerder):
                yield Ingreep(nummer, (dag - voorval.datum).days)


def wist_het(historie: Historie, ingreep: Ingreep) -> bool:
    """Whether the authority was told on the day to which its act is brought forward: by the
    citizen, or by a register. What was told cannot be about what happened in a life after it."""
    if ingreep.dagen is None:
        return False
    dag = historie.casus.gebeurtenissen[ingreep.nummer].datum + timedelta(days=ingreep.dagen)
    besluit = historie.casus.gebeurtenissen[ingreep.nummer].datum
    if any(
        dag < v.datum <= besluit and historie.soort(n) == LEVEN
        for n, v in enumerate(historie.casus.gebeurtenissen)
    ):
        return False
    return any(
        v.datum == dag and historie.soort(n) in (BURGER, REGISTRATIE)
        for n, v in enumerate(historie.casus.gebeurtenissen)
    )
