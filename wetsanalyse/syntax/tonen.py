"""Show the hand-overs of this layer: tokens and trees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.definities import SOORTEN, Definities, vooraf
from wetsanalyse.syntax.herkenner import Kandidaat
from wetsanalyse.syntax.lexicon import Lexicon
from wetsanalyse.syntax.ontleden import lees_blok
from wetsanalyse.syntax.splitsen import splits
from wetsanalyse.syntax.woorden import eenspatie
from wetsanalyse.syntax.zin import Omgeving
from wetsanalyse.text import Source, Span


def toon_tokens(bron: Source, lexicon: Lexicon) -> list[tuple[Span, str, str]]:
    """The tokens of all blocks of a source that could be read: place, terminal, text."""
    tokens: list[Kandidaat] = []
    stukken = splits(bron).value
    definities = Definities(vooraf(stukken, lexicon.eenheden), [], tokens)
    for stuk in stukken:
        if stuk.soort in SOORTEN:
            definities.lees(stuk)
        elif stuk.soort != "Regelgroep":
            lees_blok(stuk, Omgeving(lexicon, tokens=tokens))
    return [
        (bron.span(k.start, k.eind), k.terminal, eenspatie(bron.tekst[k.start : k.eind]))
        for k in sorted(tokens, key=lambda k: k.start)
    ]


def toon_boom(node: t.Node) -> str:
    """A tree as indented lines: what it is, then its parts."""
    return "\n".join(_regels(node, 0, ""))


def _regels(waarde: Any, diepte: int, naam: str) -> Iterator[str]:
    kop = "  " * diepte + (f"{naam}: " if naam else "")
    if isinstance(waarde, t.Node):
        velden = [(f.name, getattr(waarde, f.name)) for f in fields(waarde) if f.name != "span"]
        plat = [f"{n}={_kort(w)}" for n, w in velden if not _samengesteld(w) and w is not None]
        yield " ".join([kop + type(waarde).__name__, *plat])
        for n, w in velden:
            if _samengesteld(w):
                yield from _regels(w, diepte + 1, n)
    elif isinstance(waarde, tuple):
        if waarde:
            yield f"{kop}({len(waarde)})"
        for w in waarde:
            yield from _regels(w, diepte + 1, "")
    else:
        yield kop + _kort(waarde)


def _samengesteld(waarde: Any) -> bool:
    return isinstance(waarde, t.Node | tuple)


def _kort(waarde: Any) -> str:
    return f"“{waarde}”" if isinstance(waarde, str) else str(waarde)
