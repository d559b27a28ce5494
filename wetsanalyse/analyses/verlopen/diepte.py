"""How far an examination looks: counts, so that the same question gives the same answer."""

from __future__ import annotations

from dataclasses import dataclass

from wetsanalyse.analyses.verlopen.zoeken import Zoekbudget


@dataclass(frozen=True, slots=True)
class Diepte:
    """``sweeps`` of the net position, with about ``evaluaties`` runs for all of them; ``zoek``:
    beyond them; ``personages``: citizens who are looked at by themselves; ``bewijzen``: so many
    questions go to the solver, each with ``seconden`` of time."""

    naam: str
    sweeps: int
    evaluaties: int
    zoek: Zoekbudget
    personages: int
    bewijzen: int
    seconden: float
    beschrijven: bool = True
    """Whether it is looked for who is hit, in at most three conditions."""


SNEL = Diepte("snel", 60, 10_000, Zoekbudget(0, 0), 20, 0, 0, beschrijven=False)
NORMAAL = Diepte("normaal", 120, 30_000, Zoekbudget(200, 2_000), 60, 0, 20)
DIEP = Diepte("diep", 480, 120_000, Zoekbudget(2_000, 20_000), 200, 12, 20)
BEWIJZEN = 12
"""So many questions with --bewijs."""
SECONDEN = 20.0
"""The time limit of each of them. [hardheid 11.5]"""
DIEPTEN = {d.naam: d for d in (SNEL, NORMAAL, DIEP)}
