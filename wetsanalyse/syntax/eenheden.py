"""Spellings of units, and reading a unit such as ``€/mnd``. [1.8]

Only how a unit is written stands here; what it is worth is the model's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from wetsanalyse.syntax.tree import EenheidTekst, Macht
from wetsanalyse.syntax.woorden import norm_woord
from wetsanalyse.text import Source

_INGEBOUWD = {
    "ms": ("ms", "milliseconde", "milliseconden", "millisecondes"),
    "s": ("s", "seconde", "seconden", "secondes"),
    "minuut": ("minuut", "minuten"),
    "u": ("u", "uur", "uren"),
    "dg": ("dg", "dag", "dagen"),
    "wk": ("wk", "week", "weken"),
    "mnd": ("mnd", "maand", "maanden", "md"),
    "kw": ("kw", "kwartaal", "kwartalen"),
    "jr": ("jr", "jaar", "jaren"),
    "€": ("€", "eur", "euro", "euros", "euro's"),
    "USD": ("usd",),
    "GBP": ("gbp",),
    "CHF": ("chf",),
    "%": ("%",),
}

SPELLINGEN: Mapping[str, str] = MappingProxyType(
    {spelling: basis for basis, alle in _INGEBOUWD.items() for spelling in alle}
)

_MACHT = re.compile(r"([^\W\d_][\w'’]*|[€$£%])(?:\^(-?\d+))?(?![\w'’^])")
_EEN_OP = re.compile(r"1(?=\s*/)")
_DEEL = re.compile(r"\s*/\s*")
_SPATIE = re.compile(r"[ \t\n]+")


def lees_eenheid(
    bron: Source, tekst: str, start: int, eind: int, bekend: Mapping[str, str]
) -> tuple[EenheidTekst, int] | None:
    """The longest unit at ``start`` and where it ends; ``tekst`` is the cleaned text."""
    teller, pos = _machten(bron, tekst, start, eind, bekend)
    if not teller:
        een = _EEN_OP.match(tekst, start, eind)
        pos = een.end() if een else start
    streep = _DEEL.match(tekst, pos, eind)
    if streep:
        noemer, na = _machten(bron, tekst, streep.end(), eind, bekend)
        if noemer:
            return EenheidTekst(span=bron.span(start, na), teller=teller, noemer=noemer), na
    if not teller:
        return None
    return EenheidTekst(span=bron.span(start, pos), teller=teller), pos


def _machten(
    bron: Source, tekst: str, start: int, eind: int, bekend: Mapping[str, str]
) -> tuple[tuple[Macht, ...], int]:
    gevonden: list[Macht] = []
    pos = na = start
    while m := _MACHT.match(tekst, pos, eind):
        if norm_woord(m.group(1)) not in bekend:
            break
        macht = int(m.group(2) or 1)
        gevonden.append(
            Macht(span=bron.span(m.start(), m.end()), eenheid=m.group(1), exponent=macht)
        )
        na = m.end()
        spatie = _SPATIE.match(tekst, na, eind)
        if not spatie:
            break
        pos = spatie.end()
    return tuple(gevonden), na
