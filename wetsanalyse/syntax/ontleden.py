"""All sources to trees: split, declarations, vocabulary, the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, cast

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.definitiebouwer import naam_met_lidwoord
from wetsanalyse.syntax.definities import SOORTEN, Bekend, Definities, vooraf
from wetsanalyse.syntax.eigen import lees_eigen
from wetsanalyse.syntax.groepen import groepsnaam, lees_groep
from wetsanalyse.syntax.hergebruik import (
    Bloklezing,
    Bloklezingen,
    Voorraad,
    gewijzigde_woorden,
)
from wetsanalyse.syntax.lexicon import Betekenis, Lexicon, Soortnaam
from wetsanalyse.syntax.lezingen import Stroom
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.scenario import lees_scenario
from wetsanalyse.syntax.splitsen import Blokstuk, splits
from wetsanalyse.syntax.versies import lees_beslistabel, lees_regel
from wetsanalyse.syntax.woordenschat import maak_lexicon
from wetsanalyse.syntax.zin import Omgeving, Zin, Zinsleutel, lees_zin
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
    "Gebeurtenis": "gebeurtenis",
}


@dataclass(frozen=True)
class Ontleding:
    """The trees of all sources and the vocabulary that they were read with."""

    bestanden: tuple[t.Bestand, ...]
    lexicon: Lexicon
    lezingen: Bloklezingen = field(default_factory=Bloklezingen, repr=False, compare=False)
    bekend: Bekend | None = field(default=None, repr=False, compare=False)

    @property
    def blokken(self) -> tuple[t.Blok, ...]:
        """Flat: a Regelgroep, then its rules."""
        return tuple(plat(blok for bestand in self.bestanden for blok in bestand.blokken))

    def herlees(
        self,
        blok: t.Blok,
        verboden: frozenset[tuple[int, int]] = frozenset(),
        gekozen: Mapping[Zinsleutel, Stroom] = MappingProxyType({}),
        zinnen: list[Zin] | None = None,
    ) -> Result[t.Blok]:
        """Read a block again, now without the banned matches of names. A match is the place
        (start, eind) of a ``Naam``. When no other reading fits, the old block comes back with
        the faults of the try, so that ``ok`` tells the two apart. Sentences that are ``gekozen``
        are read with those tokens; all that were read are added to ``zinnen``."""
        for stuk in self._stuk(blok):
            omgeving = Omgeving(self.lexicon, verboden, zinnen=zinnen, gekozen=gekozen)
            node, meldingen = lees_blok(stuk, omgeving)
            if node is None or any(m.is_fout for m in meldingen):
                return Result(blok, tuple(meldingen))
            return Result(node, tuple(meldingen))
        return Result(blok)

    def meerduidig(self, blok: t.Blok) -> tuple[Zinsleutel, ...]:
        """The sentences of a block for which the grammar accepts more than one row of tokens."""
        lezing = self.lezingen.van(blok)
        if lezing is not None:
            return lezing.meerduidig
        zinnen: list[Zin] = []
        self.herlees(blok, zinnen=zinnen)
        return meer_lezingen(zinnen)

    def _stuk(self, blok: t.Blok) -> Iterable[Blokstuk]:
        lezing = self.lezingen.van(blok)
        return splits_deel(blok) if lezing is None else (lezing.oorsprong,)


def meer_lezingen(zinnen: Iterable[Zin]) -> tuple[Zinsleutel, ...]:
    return tuple(zin.sleutel for zin in zinnen if zin.meer_dan_een())


def plat(blokken: Iterable[t.Blok]) -> Iterator[t.Blok]:
    """The rules of a group after the group itself."""
    for blok in blokken:
        yield blok
        if isinstance(blok, t.Regelgroep):
            yield from blok.regels


def splits_deel(blok: t.Blok) -> Iterable[Blokstuk]:
    """The piece of text that a block was read from."""
    for stuk in splits(blok.span.source).value:
        if stuk.start == blok.span.start and stuk.soort not in SOORTEN:
            yield stuk


def ontleed(
    bronnen: Sequence[Source], lexicon: Lexicon | None = None, vorige: Ontleding | None = None
) -> Result[Ontleding]:
    """Read all sources. With a ``lexicon`` they are read against the names of a rule set.

    With ``vorige``, an earlier reading of nearly the same texts, only what changed is read: a
    block is used again when its text is the same and no name changed that it may use.
    """
    meldingen: list[Diagnostic] = []
    alle: list[Blokstuk] = []
    for bron in bronnen:
        gesplitst = splits(bron)
        meldingen += gesplitst.diagnostics
        alle += gesplitst.value
    basis = lexicon or Lexicon()
    bekend = vooraf(alle, basis.eenheden)
    oud = Voorraad(None if vorige is None else vorige.lezingen)
    zelfde = vorige is not None and vorige.bekend == bekend
    gelezen = {
        _sleutel(stuk): (oud.neem(stuk) if zelfde else None) or _definitie(stuk, bekend)
        for stuk in alle
        if stuk.soort in SOORTEN
    }
    nodes = [lezing.node for lezing in gelezen.values() if lezing.node is not None]
    extra = [*basis.betekenissen, *_koppen(alle)]
    schat = maak_lexicon(nodes, extra, bekend.eenheden, basis.dimensies)
    if vorige is not None and schat == vorige.lexicon:
        schat = vorige.lexicon  # with the trie that was made for it
    gewijzigd = None if vorige is None else gewijzigde_woorden(vorige.lexicon, schat)
    for stuk in alle:
        if stuk.soort not in SOORTEN and stuk.soort != "Regelgroep":
            gelezen[_sleutel(stuk)] = oud.neem(stuk, gewijzigd) or _zinnen(stuk, schat)
    for stuk in alle:
        if stuk.soort == "Regelgroep":
            groep, eigen = lees_groep(stuk, _leden(stuk, alle, gelezen))
            gelezen[_sleutel(stuk)] = Bloklezing(stuk, stuk, groep, tuple(eigen))
    lezingen = Bloklezingen(tuple(gelezen[_sleutel(stuk)] for stuk in alle))
    for lezing in lezingen.blokken:
        meldingen += lezing.meldingen
    bestanden = tuple(_bestand(bron, alle, gelezen) for bron in bronnen)
    ontleding = Ontleding(bestanden, schat, lezingen, bekend)
    return Result(ontleding, tuple(_op_plaats(lezingen.verplaats(meldingen), bronnen)))


def _definitie(stuk: Blokstuk, bekend: Bekend) -> Bloklezing:
    definities = Definities(bekend, [])
    node = definities.lees(stuk)
    return Bloklezing(stuk, stuk, node, tuple(definities.meldingen))


def _zinnen(stuk: Blokstuk, lexicon: Lexicon) -> Bloklezing:
    zinnen: list[Zin] = []
    node, meldingen = lees_blok(stuk, Omgeving(lexicon, zinnen=zinnen))
    return Bloklezing(stuk, stuk, node, tuple(meldingen), meer_lezingen(zinnen))


def _bestand(
    bron: Source, alle: Iterable[Blokstuk], gelezen: Mapping[tuple[int, int], Bloklezing]
) -> t.Bestand:
    nodes = (
        gelezen[_sleutel(stuk)].node for stuk in alle if stuk.bron is bron and stuk.groep is None
    )
    return t.Bestand(span=bron.span(), blokken=tuple(n for n in nodes if n is not None))


def _leden(
    groep: Blokstuk, alle: Iterable[Blokstuk], gelezen: Mapping[tuple[int, int], Bloklezing]
) -> list[tuple[Blokstuk, t.Regel | t.Beslistabel]]:
    return [
        (stuk, node)
        for stuk in alle
        if stuk.groep == groep.start and stuk.bron is groep.bron
        if isinstance(node := gelezen[_sleutel(stuk)].node, t.Regel | t.Beslistabel)
    ]


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
        if stuk.soort == "Regelgroep":
            naam, _ = groepsnaam(stuk)
            paren.append((naam.tekst, Betekenis("regelgroep", naam.tekst, span=naam.span)))
        elif soort is not None:
            naam = naam_met_lidwoord(stuk.bron, stuk.na_kop, stuk.kopeind)
            paren.append((naam.tekst, Betekenis(soort, naam.tekst, span=naam.span)))
    return paren


def lees_blok(stuk: Blokstuk, omgeving: Omgeving) -> tuple[Any, list[Diagnostic]]:
    """One block of phase 2."""
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
