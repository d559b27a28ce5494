"""The patterns, one module each, all of the same shape: what it is, what it shows, where it can be
wrong, and a function from what it looks at to what it saw. No pattern knows a law."""

from wetsanalyse.analyses.patronen.alles_of_niets import P03
from wetsanalyse.analyses.patronen.basis import Patroon, Waarneming
from wetsanalyse.analyses.patronen.klif import P01
from wetsanalyse.analyses.patronen.marginale_druk import P02, is_inkomen
from wetsanalyse.analyses.patronen.onevenredige_sanctie import P04

PATRONEN = (P01, P02, P03, P04)
PER_ID = {p.id: p for p in PATRONEN}

__all__ = ["PATRONEN", "PER_ID", "Patroon", "Waarneming", "is_inkomen"]
