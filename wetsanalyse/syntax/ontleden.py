"""All sources to trees: split, declarations, vocabulary, the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.definitiebouwer import naam_met_lidwoord
from wetsanalyse.syntax.definities import SOORTEN, Definities, vooraf
from wetsanalyse.syntax.eigen import lees_eigen
from wetsanalyse.syntax.lexicon import Betekenis, Lexicon, Soortnaam
from wetsanalyse.syntax.meldingen import Plek, nog_niet
from wetsanalyse.syntax.scenario import lees_scenario
from wetsanalyse.syntax.splitsen import BLOKKEN, Blokstuk, splits
from wetsanalyse.syntax.versies import lees_beslistabel, lees_regel
from wetsanalyse.syntax.woordenschat import maak_lexicon
from wetsanalyse.syntax.zin import Omgeving, lees_zin
from wetsanalyse.text import Diagnostic, Result, Source
from wetsanalyse.text.diagnostic import fout

# Blocks whose name can be referred to in a sentence, in a name space of their own.
_KOPSOORT: dict[str, Soortnaam] = {
    "Regel": "regel",
    "Beslistabel": "regel",
    "Open norm": "open norm",
    "Bestuursorgaan": "bestuursorgaan",
    "Hardheidsclausule": "clausule",
    "Regeling": "regeling",
    "Dagsoort": "dagsoort",
}


@dataclass(frozen=True)
class Ontleding:
    """The trees of all sources and the vocabulary that they were read with."""

    bestanden: tuple[t.Bestand, ...]
    lexicon: Lexicon

    @property
    def blokken(self) -> tuple[t.Blok, ...]:
        return tuple(blok for bestand in self.bestanden for blok in bestand.blokken)

    def herlees(self, blok: t.Blok, verboden: frozenset[tuple[int, int]]) -> Result[t.Blok]:
        """Read a block again, now without the banned matches of names. A match is the place
        (start, eind) of a ``Naam``. When no other reading fits, the old block comes back with
        the faults of the try, so that ``ok`` tells the two apart."""
        for stuk in splits_deel(blok):
            node, meldingen = lees_blok(stuk, Omgeving(self.lexicon, verboden))
            if node is None or any(m.is_fout for m in meldingen):
                return Result(blok, tuple(meldingen))
            return Result(node, tuple(meldingen))
        return Result(blok)


def splits_deel(blok: t.Blok) -> Iterable[Blokstuk]:
    """The piece of text that a block was read from."""
    for stuk in splits(blok.span.source).value:
        if stuk.start == blok.span.start and stuk.soort not in SOORTEN:
            yield stuk


def ontleed(bronnen: Sequence[Source], lexicon: Lexicon | None = None) -> Result[Ontleding]:
    """Read all sources. With a ``lexicon`` they are read against the names of a rule set."""
    meldingen: list[Diagnostic] = []
    per_bron: list[tuple[Source, tuple[Blokstuk, ...]]] = []
    for bron in bronnen:
        gesplitst = splits(bron)
        meldingen += gesplitst.diagnostics
        per_bron.append((bron, gesplitst.value))
    alle = [stuk for _, stukken in per_bron for stuk in stukken]
    basis = lexicon or Lexicon()
    definities = Definities(vooraf(alle, basis.eenheden), meldingen)
    nodes: dict[tuple[int, int], t.Blok] = {}
    for stuk in alle:
        if stuk.soort in SOORTEN:
            blok = definities.lees(stuk)
            if blok is not None:
                nodes[_sleutel(stuk)] = blok
    extra = [*basis.betekenissen, *_koppen(alle)]
    schat = maak_lexicon(nodes.values(), extra, definities.bekend.eenheden)
    for stuk in alle:
        if stuk.soort not in SOORTEN:
            blok, eigen = lees_blok(stuk, Omgeving(schat))
            meldingen += eigen
            if blok is not None:
                nodes[_sleutel(stuk)] = blok
    bestanden = tuple(
        t.Bestand(
            span=bron.span(),
            blokken=tuple(nodes[_sleutel(s)] for s in stukken if _sleutel(s) in nodes),
        )
        for bron, stukken in per_bron
    )
    return Result(Ontleding(bestanden, schat), tuple(_op_plaats(meldingen, bronnen)))


def _sleutel(stuk: Blokstuk) -> tuple[int, int]:
    return id(stuk.bron), stuk.start


def _op_plaats(meldingen: list[Diagnostic], bronnen: Sequence[Source]) -> list[Diagnostic]:
    """In the order of the files, then of the text."""
    rang = {id(bron): i for i, bron in enumerate(bronnen)}

    def plaats(d: Diagnostic) -> tuple[int, int]:
        return (-1, 0) if d.span is None else (rang.get(id(d.span.source), 0), d.span.start)

    return sorted(meldingen, key=plaats)


def _koppen(stukken: Iterable[Blokstuk]) -> list[tuple[str, Betekenis]]:
    paren = []
    for stuk in stukken:
        soort = _KOPSOORT.get(stuk.soort)
        if soort is not None:
            naam = naam_met_lidwoord(stuk.bron, stuk.na_kop, stuk.kopeind)
            tekst = naam.tekst.split("(mv:")[0].strip() if soort == "dagsoort" else naam.tekst
            paren.append((tekst, Betekenis(soort, tekst, span=naam.span)))
    return paren


def lees_blok(stuk: Blokstuk, omgeving: Omgeving) -> tuple[Any, list[Diagnostic]]:
    """One block of phase 2."""
    wachtend = BLOKKEN[stuk.soort]
    if wachtend is not None:
        return None, [nog_niet(wachtend, stuk.kop, stuk.context)]
    try:
        match stuk.soort:
            case "Regel":
                return lees_regel(stuk, omgeving)
            case "Beslistabel":
                return lees_beslistabel(stuk, omgeving)
            case "Scenario" | "Voorbeeldreeks":
                return lees_scenario(stuk, omgeving)
            case _:
                return lees_eigen(stuk, omgeving)
    except RecursionError:
        return None, [fout("TE-DIEP", stuk.kop, "dit blok is te diep genest", context=stuk.context)]


def ontleed_tekst(
    tekst: str,
    start: Literal["expressie", "keten", "conditie", "gegeven", "cel", "reekskolom"],
    lexicon: Lexicon,
    namen: Iterable[str] = (),
    pad: str = "<tekst>",
) -> Result[t.Node | None]:
    """One sentence that stands on its own, such as an outcome asked for on the command line."""
    bron = Source(pad, tekst)
    omgeving = Omgeving(lexicon, objecten=tuple(namen))
    node, meldingen = lees_zin(Plek(bron, None), start, 0, len(tekst), omgeving)
    return Result(cast("t.Node | None", node), tuple(meldingen))
