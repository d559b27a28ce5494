"""Phase 2 in one call: a stretch of text against a start symbol of ``regels.lark``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lark import Tree

from wetsanalyse.syntax.bouwer import expr
from wetsanalyse.syntax.bouwer_regel import Regelbouwer
from wetsanalyse.syntax.grammatica import laad
from wetsanalyse.syntax.herkenner import (
    Kandidaat,
    Mislukt,
    Spoor,
    als_tokens,
    herken,
    nog_een,
)
from wetsanalyse.syntax.kandidaten import BOLLETJE, Kandidaten
from wetsanalyse.syntax.lexicon import Lexicon
from wetsanalyse.syntax.lezingen import Lezingen, Stroom, lezingen
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.woorden import eenspatie, schoon
from wetsanalyse.syntax.zinsfouten import zinsfout
from wetsanalyse.text import Diagnostic, Source

# Later stages recurse over the tree, so a deeper one is refused here.
GRENS_DIEPTE = 200
# Where the text is RegelSpraak itself, and not one of our blocks.
FORMEEL = ("inhoud", "cel", "reekscel", "kolom")
_DAGSOORT = re.compile(r"een\s+dag\s+is\s+een\b", re.IGNORECASE)
_DAARBIJ = re.compile(r"\bdaarbij\s+geldt\s*:", re.IGNORECASE)
_VARIABELE = re.compile(
    r"^[ \t]*(?:(?:de|het)[ \t]+)?(?P<naam>[^\s:;,.()«»\"|][^\n:;()«»\"|]{0,80}?)[ \t]+is(?=\s)",
    re.IGNORECASE | re.MULTILINE,
)
# Words with which a line goes on with an expression; it does not begin a variable then.
_GEEN_NAAM = re.compile(
    r"\b(die|dat|indien|zijn|hij|van\s+(?:een|alle))\b|^(van|plus|min|maal|en|of|met|tot|in|uit|"
    r"gedeeld|verminderd|alle|naar|rekenkundig|afgerond|een|geen|ten)\b",
    re.IGNORECASE,
)


Zinsleutel = tuple[str, int]
"""Which sentence of a source: its start symbol and its place."""


@dataclass(frozen=True)
class Omgeving:
    """What counts around a sentence: names, banned matches, objects of a scenario."""

    lexicon: Lexicon
    verboden: frozenset[tuple[int, int]] = frozenset()
    objecten: tuple[str, ...] = ()
    formeel: bool = True  # rules and tables; a scenario may write a date without `dd.`
    # Filled along the way when somebody wants to see the tokens; nothing depends on it.
    tokens: list[Kandidaat] | None = None
    zinnen: list[Zin] | None = None
    # A reading that is chosen beforehand, for the sentence (start symbol, place).
    gekozen: Mapping[Zinsleutel, Stroom] = field(default_factory=dict)


@dataclass(frozen=True)
class Zin:
    """A sentence that was read: where it stands, its lexer and the tokens that were chosen."""

    plek: Plek
    start: str
    van: int
    diepte: int
    lezer: Kandidaten
    tokens: Stroom
    formeel: bool = True
    over: tuple[Spoor, ...] | None = None  # choices that were not needed; None: not known

    @property
    def sleutel(self) -> Zinsleutel:
        return self.start, self.van

    def lezingen(self) -> Lezingen:
        """Every way to read it, also those with a name that is banned."""
        lezer = self.lezer.zonder_verbod()
        return lezingen(laad("regels"), self.start, lezer, self.van, self.diepte)

    def meer_dan_een(self) -> bool:
        """Whether the grammar accepts other tokens too."""
        if self.over is not None and not any(k.terminal == "LIJST_IN" for k in self.tokens):
            g = laad("regels")
            if not nog_een(g, self.lezer.zonder_verbod(), self.over, self.diepte):
                return False
        return self.lezingen().aantal() > 1

    def boom(self, tokens: Sequence[Kandidaat] | None = None) -> Tree[Any]:
        """The tree of the grammar, of the chosen or of other tokens."""
        rij = self.tokens if tokens is None else tokens
        return laad("regels").bouw(self.start, als_tokens(rij, self.lezer.tekst))

    def node(self, boom: Tree[Any]) -> tuple[Any, list[Diagnostic]]:
        """The node that a tree of the grammar stands for."""
        formeel = self.formeel and self.start in FORMEEL
        bouwer = Regelbouwer(self.plek.bron, self.plek.context, formeel)
        node = bouwer.transform(boom)
        return expr(node) if self.start == "expressie" else node, bouwer.meldingen


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
    over: list[Spoor] = []
    gekozen = omgeving.gekozen.get((start, van))
    tokens = gekozen or herken(grammatica, start, lezer, van, diepte, over=over)
    if isinstance(tokens, Mislukt):
        return None, zinsfout(plek, start, lezer, tokens, grammatica)
    if omgeving.tokens is not None:
        omgeving.tokens.extend(tokens)
    rest = None if gekozen or omgeving.verboden else tuple(over)
    zin = Zin(plek, start, van, diepte, lezer, tuple(tokens), omgeving.formeel, rest)
    if omgeving.zinnen is not None:
        omgeving.zinnen.append(zin)
    boom = zin.boom()
    if diepte_van(boom) > GRENS_DIEPTE:
        eind = van + len(lezer.tekst[van : min(tot, van + 60)].split("\n")[0])
        hulp = "verdeel de zin met variabelen onder “Daarbij geldt:”"
        return None, [
            plek.fout("TE-DIEP", van, eind, "deze zin is te lang of te diep genest", hulp)
        ]
    return zin.node(boom)


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
    namen: tuple[str, ...] = ()
    if met_variabelen:
        variabelen = zoek_variabelen(bron, van, tot)
        # In the definition of a dagsoort `de dag` is the day that is asked about. [4.8]
        namen = ("dag",) if _DAGSOORT.match(schoon(bron), van, tot) else ()
    return Kandidaten(
        bron, van, tot, omgeving.lexicon, omgeving.verboden, omgeving.objecten, variabelen, namen
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
