"""Parts that all messages about a text share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wetsanalyse.syntax.frases import voorbeeld
from wetsanalyse.text import Diagnostic, Source
from wetsanalyse.text.diagnostic import fout

# In this order what can stand at a place is shown; the rest after it, as its phrase is written.
TOON = {
    "PUNT": "een punt",
    "NAAM": "een gedeclareerde naam",
    "OBJECT": "de naam van een object",
    "REGELNAAM": "de naam van een regel",
    "NORMNAAM": "de naam van een open norm",
    "ORGAANNAAM": "de naam van een bestuursorgaan",
    "FEITNAAM": "de naam van een feittype",
    "GEBEURTENISNAAM": "de naam van een gebeurtenis",
    "LABEL": "een label van de dimensie",
    "DIMNAAM": "de naam van een dimensie",
    "TIJDLIJNNAAM": "de naam van een tijdlijn",
    "GETAL": "een getal",
    "EENHEID": "een eenheid",
    "DATUM": "een datum",
    "LIJST_IN": "een opsomming",
    "ITEM": "een opsommingsteken “-”",
    "KOMMA": "een komma",
    "HAAK_OPEN": "een haakje “(”",
    "HAAK_SLUIT": "een haakje “)”",
    "DUBBELPUNT": "een dubbele punt",
    "ENUM": "een waarde tussen ''",
    "TEKST": "een tekst tussen aanhalingstekens",
    "JAARTAL": "een jaartal",
    "VARNAAM": "een variabele",
}
_RANG = {
    terminal: i
    for i, terminal in enumerate(
        "PUNT DUBBELPUNT LIJST_IN INDIEN MOET_BEREKEND MOET_GESTELD NAAM OBJECT REGELNAAM NORMNAAM "
        "ORGAANNAAM FEITNAAM ZIJN HIJ EEN GETAL EENHEID DATUM JAARTAL VAN VGL_V VGL_S IS HEEFT "
        "LEEG_V PLUS MIN MAAL DEEL HAAK_SLUIT ITEM TM VANAF ALTIJD VOLDOET HAAK_OPEN KOMMA ROND "
        "ENUM TEKST".split()
    )
}
_VERBORGEN = {
    "$END", "LIJST_UIT", "ARG_KOMMA", "JAARTAL", "TEKST_OPEN", "TEKST_MIDDEN", "TEKST_SLUIT",
    "WAARHEID", "PROCENT", "REKENDATUM",
}  # fmt: skip


@dataclass(frozen=True)
class Plek:
    """Where a sentence stands: its source, and the block that messages name."""

    bron: Source
    context: str | None

    def fout(
        self,
        code: str,
        van: int,
        tot: int,
        bericht: str,
        *hulp: str,
        verwacht: Iterable[str] = (),
    ) -> Diagnostic:
        span = self.bron.span(van, tot)
        return fout(code, span, bericht, hulp=hulp, verwacht=verwacht, context=self.context)


def verwachtingen(kan: Iterable[str]) -> list[str]:
    """What could have stood there: at most six, the most likely first."""
    zichtbaar = sorted(set(kan) - _VERBORGEN, key=lambda t: (_RANG.get(t, 99), t))
    return [TOON.get(t) or f"“{_frase(t)}”" for t in zichtbaar[:6]]


def _frase(terminal: str) -> str:
    """A phrase as it is written: no space before a mark."""
    return re.sub(r" ([:,.)])", r"\1", voorbeeld().get(terminal, terminal.lower()))
