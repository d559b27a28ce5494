"""Property tests about a law, for a programmer's own pytest. docs/testen.md shows how.

Everything is loaded when it is used: pytest reads this package at every start."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wetsanalyse.report.scenariotekst import scenario_tekst
    from wetsanalyse.testing.eisen import Hard, geen_klif, geen_patroon
    from wetsanalyse.testing.strategieen import burgers, gevallen
    from wetsanalyse.testing.wet import Onleesbaar, Wet, laad
else:

    def __getattr__(naam: str) -> object:
        if naam in WAAR:
            return getattr(import_module(f"wetsanalyse.{WAAR[naam]}"), naam)
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")


WAAR = {
    "Hard": "testing.eisen",
    "Onleesbaar": "testing.wet",
    "Wet": "testing.wet",
    "burgers": "testing.strategieen",
    "geen_klif": "testing.eisen",
    "geen_patroon": "testing.eisen",
    "gevallen": "testing.strategieen",
    "laad": "testing.wet",
    "scenario_tekst": "report.scenariotekst",
}
"""In which module each name stands."""

__all__ = [
    "Hard",
    "Onleesbaar",
    "Wet",
    "burgers",
    "geen_klif",
    "geen_patroon",
    "gevallen",
    "laad",
    "scenario_tekst",
]
