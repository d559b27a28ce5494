"""The data files of the measures; how they are read stands in `model.databestand`."""

from __future__ import annotations

from importlib import resources

from wetsanalyse.model.databestand import Knoop, Maatlezer, Velden, kies
from wetsanalyse.text import Source

__all__ = ["Knoop", "Maatlezer", "Velden", "kies", "pakketbron"]


def pakketbron(naam: str) -> Source:
    """The text of a data file that ships with the package."""
    tekst = (resources.files("wetsanalyse") / "data" / naam).read_text("utf-8")
    return Source(f"wetsanalyse/data/{naam}", tekst)
