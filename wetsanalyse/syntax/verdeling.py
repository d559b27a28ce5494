"""The dashes of a verdeling, put together. [4.7]"""

from __future__ import annotations

from typing import Any, NamedTuple

from wetsanalyse.syntax import tree as t
from wetsanalyse.text import Span


class Verdeelitem(NamedTuple):
    """One dash: ``wijze``, ``bij_gelijk``, ``toenemend``, ``afnemend``, ``maximum``,
    ``decimalen``; or the sentence behind them: ``rest``."""

    soort: str
    span: Span
    waarde: Any


Fout = tuple[Span, str, str, str]
"""Place, code, message, next step."""


def verdeling_van(
    span: Span, bron: t.Keten, doel: t.Keten, items: list[Verdeelitem]
) -> tuple[t.Verdeling, list[Fout]]:
    """The node; and what stands there twice, or is missing."""
    fouten: list[Fout] = []
    deel: dict[str, Verdeelitem] = {}
    for item in items:
        soort = "volgorde" if item.soort in ("toenemend", "afnemend") else item.soort
        if soort in deel:
            bericht = "dit deel van de verdeling staat er twee keer"
            fouten.append((item.span, "VD-DUBBEL", bericht, "haal er een weg"))
        deel.setdefault(soort, item)
    volgorde = deel.get("volgorde")
    wijze = deel.get("wijze" if volgorde is None else "bij_gelijk")
    te_veel = deel.get("bij_gelijk" if volgorde is None else "wijze")
    if te_veel is not None:
        bericht = (
            "“bij een even groot criterium” kan alleen na “op volgorde van …”"
            if volgorde is None
            else "met een volgorde zegt “bij een even groot criterium” hoe gelijken delen"
        )
        fouten.append((te_veel.span, "VD-VOLGORDE", bericht, "kies een van de twee"))
    if wijze is None and te_veel is None:
        bericht = "hier staat niet hoe verdeeld wordt"
        hulp = "schrijf “in gelijke delen” of “naar rato van …”"
        if volgorde is not None:
            hulp = "schrijf “- bij een even groot criterium in gelijke delen,” of “naar rato van …”"
        fouten.append((span, "VD-WIJZE", bericht, hulp))

    def waarde(soort: str) -> Any:
        return deel[soort].waarde if soort in deel else None

    node = t.Verdeling(
        span=span,
        bron=bron,
        doel=doel,
        wijze=wijze.waarde if wijze is not None else t.Verdeelwijze(span=span),
        volgorde=volgorde.waarde if volgorde is not None else None,
        toenemend=volgorde is not None and volgorde.soort == "toenemend",
        maximum=waarde("maximum"),
        decimalen=waarde("decimalen"),
        rest=waarde("rest"),
    )
    return node, fouten
