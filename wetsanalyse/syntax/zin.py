"""Phase 2 in one call: a stretch of text against a start symbol of ``regels.lark``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lark import Tree

from wetsanalyse.syntax.bouwer import expr
from wetsanalyse.syntax.bouwer_regel import Regelbouwer
from wetsanalyse.syntax.grammatica import laad
from wetsanalyse.syntax.herkenner import (
    Kandidaat,
    Mislukt,
    als_tokens,
    herken,
)
from wetsanalyse.syntax.kandidaten import BOLLETJE, Kandidaten
from wetsanalyse.syntax.lexicon import Lexicon
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.woorden import eenspatie, schoon
from wetsanalyse.syntax.zinsfouten import zinsfout
from wetsanalyse.text import Diagnostic, Source

# Later stages recurse over the tree, so a deeper one is refused here.
GRENS_DIEPTE = 200
_DAARBIJ = re.compile(r"\bdaarbij\s+geldt\s*:", re.IGNORECASE)
_VARIABELE = re.compile(
    r"^[ \t]*(?:(?:de|het)[ \t]+)?(?P<naam>[^\s:;,.()«»\"|][^\n:;()«»\"|]{0,80}?)[ \t]+is(?=\s)",
    re.IGNORECASE | re.MULTILINE,
)
# Words with which a line goes on with an expression; it does not begin a variable then.
_GEEN_NAAM = re.compile(
    r"\b(die|dat|indien|zijn|hij|van\s+(?:de|het|een|alle))\b|^(van|plus|min|maal|en|of|met|tot|in|uit|"
    r"gedeeld|verminderd|alle|naar|rekenkundig|afgerond|een|geen|ten)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Omgeving:
    """What counts around a sentence: names, banned matches, objects of a scenario."""

    lexicon: Lexicon
    verboden: frozenset[tuple[int, int]] = frozenset()
    objecten: tuple[str, ...] = ()
    # Filled along the way when somebody wants to see the tokens; nothing depends on it.
    tokens: list[Kandidaat] | None = None


def lees_zin(
    plek: Plek,
    start: str,
    van: int,
    tot: int,
    omgeving: Omgeving,
    *,
    diepte: int = 0,
    met_variabelen: bool = False,
) -> tuple[Any, list[Diagnostic]]:
    """The node, or None with the reason."""
    lezer = maak_lezer(plek.bron, van, tot, omgeving, met_variabelen)
    grammatica = laad("regels")
    tokens = herken(grammatica, start, lezer, van, diepte)
    if isinstance(tokens, Mislukt):
        return None, zinsfout(plek, start, lezer, tokens, grammatica)
    if omgeving.tokens is not None:
        omgeving.tokens.extend(tokens)
    boom = grammatica.bouw(start, als_tokens(tokens, lezer.tekst))
    if diepte_van(boom) > GRENS_DIEPTE:
        eind = van + len(lezer.tekst[van : min(tot, van + 60)].split("\n")[0])
        hulp = "verdeel de zin met variabelen onder “Daarbij geldt:”"
        return None, [
            plek.fout("TE-DIEP", van, eind, "deze zin is te lang of te diep genest", hulp)
        ]
    bouwer = Regelbouwer(plek.bron, plek.context)
    node = bouwer.transform(boom)
    return expr(node) if start == "expressie" else node, bouwer.meldingen


def diepte_van(boom: Tree[Any]) -> int:
    """How deep a tree is; without recursion, since that is what it protects."""
    diepte, laag = 0, [boom]
    while laag:
        diepte += 1
        laag = [k for b in laag for k in b.children if isinstance(k, Tree)]
    return diepte


def maak_lezer(
    bron: Source, van: int, tot: int, omgeving: Omgeving, met_variabelen: bool = False
) -> Kandidaten:
    variabelen: Sequence[Kandidaat] = ()
    if met_variabelen:
        variabelen = zoek_variabelen(bron, van, tot)
    return Kandidaten(
        bron, van, tot, omgeving.lexicon, omgeving.verboden, omgeving.objecten, variabelen
    )


def zoek_variabelen(bron: Source, van: int, tot: int) -> list[Kandidaat]:
    """The beginnings of variables after `Daarbij geldt:`. They must be known before the
    sentence is read, since the result and the condition stand in front of them."""
    tekst = schoon(bron)
    kop = _DAARBIJ.search(tekst, van, tot)
    if kop is None:
        return []
    gevonden = []
    for m in _VARIABELE.finditer(tekst, kop.end(), tot):
        naam = m.group("naam").rstrip()
        if BOLLETJE.match(m.group().strip()) or _GEEN_NAAM.search(naam):
            continue
        begin = m.start() + len(m.group()) - len(m.group().lstrip())
        kern = m.start("naam")
        waarde = (eenspatie(naam), kern + len(naam))
        gevonden.append(Kandidaat("VARNAAM", begin, m.end(), waarde, kern))
    return gevonden
