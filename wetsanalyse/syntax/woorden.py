"""Words: how a text falls apart into them and when two of them are the same.

Everything that looks up a phrase or a name goes through here, so that a declared name and the
same name in a rule always fall apart in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from wetsanalyse.text import Source, Span

# A full stop, comma or colon belongs to a word only when it is shut in: n.v.t, 1,5, 3:4.
_WOORD = re.compile(
    r"(?:[^\s(){},:;.«»\"“”„|]|\.(?=[\w])|(?<=\d),(?=\d)|(?<=\d):(?=\d))+"
    r"|[(){},:;.«»\"“”„|]"
)
_BUITEN = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|(?<!:)//[^\n]*")
_VERVANG = str.maketrans({"\r": " ", "\u00a0": " ", "\u202f": " ", "\ufeff": " "})
# What a word processor hides in a word: soft hyphens and joiners; and its unbreakable hyphen.
_ONZICHTBAAR = str.maketrans(dict.fromkeys("\xad\u200b\u200c\u200d\u2060") | {"\u2011": "-"})
_TELWOORD_EEN = {"eén", "éen", "één"}


class Woord(NamedTuple):
    norm: str
    start: int
    eind: int


@lru_cache(maxsize=20_000)
def norm_woord(woord: str) -> str:
    """The form in which words are compared: NFC, without capitals, straight apostrophe."""
    if woord.isascii():
        return woord.lower()
    woord = woord.translate(_ONZICHTBAAR)
    gelijk = unicodedata.normalize("NFC", woord).casefold().replace("’", "'").replace("‘", "'")
    return "één" if gelijk in _TELWOORD_EEN else gelijk


def woorden(tekst: str, start: int = 0, eind: int | None = None) -> list[Woord]:
    """All words and punctuation marks of a stretch, with their place."""
    tot = len(tekst) if eind is None else eind
    return [
        Woord(norm_woord(m.group()), m.start(), m.end()) for m in _WOORD.finditer(tekst, start, tot)
    ]


def sleutel(tekst: str) -> tuple[str, ...]:
    """What a name is filed under."""
    return tuple(norm_woord(m) for m in _WOORD.findall(tekst))


def eenspatie(tekst: str) -> str:
    """White space made single. [0.1]"""
    return " ".join(tekst.split())


def commentaar(bron: Source) -> list[Span]:
    """The comments of a source: `//` to the end of the line. [0.1]"""
    gevonden = _BUITEN.finditer(bron.tekst)
    return [bron.span(m.start(), m.end()) for m in gevonden if m.group().startswith("//")]


@lru_cache(maxsize=256)
def schoon(bron: Source) -> str:
    """The text without comments and odd white space, of the same length: places stay."""

    def weg(m: re.Match[str]) -> str:
        return " " * len(m.group()) if m.group().startswith("//") else m.group()

    return _BUITEN.sub(weg, bron.tekst).translate(_VERVANG)
