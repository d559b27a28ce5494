"""Layer 0: sources, positions in them, and messages about them."""

from wetsanalyse.text.diagnostic import Diagnostic, Ernst, Result, Verwijzing
from wetsanalyse.text.source import Source, Span

__all__ = ["Diagnostic", "Ernst", "Result", "Source", "Span", "Verwijzing"]
