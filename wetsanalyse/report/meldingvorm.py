"""Messages as JSON and as one line that counts them. The form is described in docs/json.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wetsanalyse.report.opmaak import aantal, hoofdletter
from wetsanalyse.text import Diagnostic, Ernst, Span

VERSIE = 1
"""Of every JSON document of this program."""


def meldingen_json(meldingen: Sequence[Diagnostic]) -> list[dict[str, Any]]:
    """Messages with their place; lines and columns count from 1."""
    return [
        {
            "code": m.code,
            "ernst": m.ernst.value,
            "bericht": m.bericht,
            "plaats": _span(m.span),
            "context": m.context,
            "verwacht": list(m.verwacht),
            "hulp": list(m.hulp),
            "verwant": [{"plaats": _span(v.span), "bericht": v.bericht} for v in m.verwant],
        }
        for m in meldingen
    ]


def _span(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {
        "bestand": span.source.pad,
        "regel": span.regel,
        "kolom": span.kolom,
        "kolom_utf16": span.source.plaats_utf16(span.start)[1] + 1,
    }


def samenvatting_meldingen(lijst: Sequence[Diagnostic]) -> str:
    """``2 fouten en 1 waarschuwing``."""
    fouten = sum(m.ernst is Ernst.FOUT for m in lijst)
    waarschuwingen = sum(m.ernst is Ernst.WAARSCHUWING for m in lijst)
    if not lijst:
        return "Geen fouten gevonden."
    delen = [aantal(fouten, "fout", "fouten")] if fouten else ["geen fouten"]
    if waarschuwingen:
        delen.append(aantal(waarschuwingen, "waarschuwing", "waarschuwingen"))
    rest = len(lijst) - fouten - waarschuwingen
    if rest:
        delen.append(aantal(rest, "opmerking", "opmerkingen"))
    return hoofdletter(", ".join(delen)) + "."
