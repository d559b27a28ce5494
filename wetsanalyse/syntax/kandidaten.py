"""The vocabulary lexer: what could stand at a place, longest first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from datetime import date, datetime
from fractions import Fraction
from typing import NamedTuple

from wetsanalyse.syntax.eenheden import lees_eenheid
from wetsanalyse.syntax.frases import frasetrie
from wetsanalyse.syntax.herkenner import Kandidaat
from wetsanalyse.syntax.lexicon import TERMINALS, Lexicon
from wetsanalyse.syntax.trie import Trie
from wetsanalyse.syntax.woorden import Woord, eenspatie, schoon, sleutel, woorden
from wetsanalyse.text import Source

LIDWOORDEN = frozenset({"de", "het"})
BOLLETJE = re.compile(r"(•+|·+|\*+|-+(?!\d)|\.{2,})[ \t]*")
GETAL = re.compile(r"-?\d+(?:,\d+|(?:_\d+)?/\d+)?(?![\d_])")
DATUM = re.compile(r"(?:dd\.\s*)?(\d{1,2})-(\d{1,2})-(\d{4})(?![\w-])", re.IGNORECASE)
TIJD = re.compile(r"\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?![\d:])")
JAAR = re.compile(r"\d{4}(?![\w-])")
PROCENT = re.compile(r"\s*%(?!\s*/)")
TEKST = re.compile(r"[\"“]([^\"”“«»]*)([\"”«])")
TEKST_VERDER = re.compile(r"»([^\"”“«»]*)([\"”«])")
# An apostrophe between letters belongs to the value: 'auto's'.
ENUM = re.compile(r"['‘]((?:[^'‘’\n]|(?<=\w)['’](?=\w))*)['’](?!\w)")
_WIT = re.compile(r"\s*")
# A separator at the end of an item: read over it when the next line has a bullet.
_SCHEIDING = re.compile(r"[;,]\s*\n\s*(?=(?:•+|·+|\*+|-+|\.{2,})\s)")


class Gedimensioneerd(NamedTuple):
    """The name of an attribute with labels around it, as one token: where the name stands, and
    of each label its preposition (None: in front) and where it stands. [1.7]"""

    naam: tuple[int, int]
    labels: tuple[tuple[str | None, int, int], ...]


class Kandidaten:
    """A stretch of one source with the names that count there."""

    def __init__(
        self,
        bron: Source,
        start: int,
        eind: int,
        lexicon: Lexicon,
        verboden: frozenset[tuple[int, int]] = frozenset(),
        objecten: Iterable[str] = (),
        variabelen: Sequence[Kandidaat] = (),
        namen: Iterable[str] = (),
    ) -> None:
        self.bron, self.tekst, self.eind = bron, schoon(bron), eind
        self.lexicon, self.verboden = lexicon, verboden
        self.woorden: list[Woord] = woorden(self.tekst, start, eind)
        self._starts = [w.start for w in self.woorden]
        self._eigen: Trie[str] = Trie()
        for naam in objecten:
            self._eigen.voeg_toe(sleutel(naam), "OBJECT")
        for naam in namen:
            self._eigen.voeg_toe(sleutel(naam), "NAAM")
        self._varnamen = {v.start: v for v in variabelen}
        # What could stand at a place is asked again when the recogniser goes back.
        self._gezien: dict[tuple[int, bool], list[Kandidaat]] = {}
        for v in variabelen:
            self._eigen.voeg_toe(sleutel(v.waarde[0]), "NAAM")

    def zonder_verbod(self) -> Kandidaten:
        """The same stretch with every name allowed."""
        if not self.verboden:
            return self
        lezer = copy(self)
        vars(lezer).update(verboden=frozenset(), _gezien={})
        return lezer

    def verder(self, pos: int) -> int:
        """Over white space, and over a separator before a bullet."""
        m = _WIT.match(self.tekst, pos, self.eind)
        pos = m.end() if m else pos
        scheiding = _SCHEIDING.match(self.tekst, pos, self.eind)
        return scheiding.end() if scheiding else pos

    def bolletje(self, pos: int) -> tuple[int, int] | None:
        """(depth, place after it) when a bullet stands here at the start of a line."""
        m = BOLLETJE.match(self.tekst, pos, self.eind)
        if m is None or self.tekst[self.tekst.rfind("\n", 0, pos) + 1 : pos].strip():
            return None
        return len(m.group(1)), m.end()

    def index(self, pos: int) -> int | None:
        """Which word begins here."""
        i = bisect_left(self._starts, pos)
        return i if i < len(self._starts) and self._starts[i] == pos else None

    def kandidaten(self, pos: int, mag: Callable[[str], bool]) -> list[Kandidaat]:
        """All tokens that could stand at ``pos``, longest first."""
        sleutel_ = pos, mag("EENHEID")
        if sleutel_ not in self._gezien:
            self._gezien[sleutel_] = self._kandidaten(*sleutel_)
        return self._gezien[sleutel_]

    def _kandidaten(self, pos: int, eenheid: bool) -> list[Kandidaat]:
        gevonden: list[Kandidaat] = []
        if pos in self._varnamen:
            gevonden.append(self._varnamen[pos])
        if eenheid:
            gevonden += self._eenheid(pos)
        gevonden += self._waarden(pos)
        i = self.index(pos)
        if i is not None:
            gevonden += self._frases(pos, i)
            gevonden += self._namen(pos, i, i)
            if self.woorden[i].norm in LIDWOORDEN:
                gevonden += self._namen(pos, i, i + 1)
        gevonden.sort(key=lambda k: -k.eind)
        if i is not None and self.woorden[i].norm == "van" and self._datum_na(i + 1):
            # Nothing is `of a date`: a period begins here, unless the sentence says otherwise.
            gevonden.sort(key=lambda k: (-k.eind, k.terminal != "PERIODE_VAN"))
        return gevonden

    def _datum_na(self, i: int) -> bool:
        """Whether a date attribute is named here, after an article or `zijn`."""
        if i < len(self.woorden) and self.woorden[i].norm in (*LIDWOORDEN, "zijn"):
            i += 1
        return any(
            b.is_datum for _, gevonden in self.lexicon.trie.vanaf(self.woorden, i) for b in gevonden
        )

    def _frases(self, pos: int, i: int) -> list[Kandidaat]:
        return [
            Kandidaat(frase.terminal, pos, self.woorden[na - 1].eind, frase.waarde, pos)
            for na, frases in frasetrie().vanaf(self.woorden, i)
            for frase in frases
        ]

    def _namen(self, pos: int, i: int, kern: int) -> list[Kandidaat]:
        gevonden: list[Kandidaat] = []
        if kern >= len(self.woorden):
            return gevonden
        begin = self.woorden[kern].start

        def voeg_toe(terminals: Iterable[str], na: int) -> None:
            eind = self.woorden[na - 1].eind
            if (begin, eind) in self.verboden:
                return
            for t in sorted(set(terminals), reverse=True):
                waarde = eenspatie(self.tekst[begin:eind])
                gevonden.append(Kandidaat(t, pos, eind, waarde, begin))

        for na, eigen in self._eigen.vanaf(self.woorden, kern):
            # An object is one word as written: `A` is not `a`.
            voeg_toe(eigen, na)
        for na, betekenissen in self.lexicon.trie.vanaf(self.woorden, kern):
            voeg_toe((TERMINALS[b.soort] for b in betekenissen if b.soort in TERMINALS), na)
        if self.lexicon.dimensies:
            for na, waarde in self._met_labels(kern, frozenset(), ()):
                eind = self.woorden[na - 1].eind
                if (begin, eind) not in self.verboden:
                    gevonden.append(Kandidaat("NAAM", pos, eind, waarde, begin))
        return gevonden

    def _met_labels(
        self, i: int, dimensies: frozenset[str], labels: tuple[tuple[str | None, int, int], ...]
    ) -> Iterator[tuple[int, Gedimensioneerd]]:
        """Labels, the name of an attribute that has their dimensions, and more labels."""
        for na, gevonden in self.lexicon.labels.vanaf(self.woorden, i):
            plek = (None, self.woorden[i].start, self.woorden[na - 1].eind)
            for dimensie, voorzetsel in gevonden:
                if voorzetsel is None and dimensie not in dimensies and na < len(self.woorden):
                    yield from self._met_labels(na, dimensies | {dimensie}, (*labels, plek))
        for na, betekenissen in self.lexicon.trie.vanaf(self.woorden, i):
            kan = {d for b in betekenissen if dimensies <= set(b.dimensies) for d in b.dimensies}
            if not kan:
                continue
            naam = (self.woorden[i].start, self.woorden[na - 1].eind)
            if labels:
                yield na, Gedimensioneerd(naam, labels)
            yield from self._labels_na(na, kan - dimensies, naam, labels)

    def _labels_na(
        self,
        i: int,
        kan: set[str],
        naam: tuple[int, int],
        labels: tuple[tuple[str | None, int, int], ...],
    ) -> Iterator[tuple[int, Gedimensioneerd]]:
        if i + 1 >= len(self.woorden):
            return
        woord = self.woorden[i].norm
        van = i + 2 if self.woorden[i + 1].norm in LIDWOORDEN else i + 1
        for begin in {i + 1, van}:
            for na, gevonden in self.lexicon.labels.vanaf(self.woorden, begin):
                for dimensie, voorzetsel in gevonden:
                    if voorzetsel == woord and dimensie in kan:
                        plek = (woord, self.woorden[begin].start, self.woorden[na - 1].eind)
                        yield na, Gedimensioneerd(naam, (*labels, plek))
                        yield from self._labels_na(na, kan - {dimensie}, naam, (*labels, plek))

    def _eenheid(self, pos: int) -> list[Kandidaat]:
        gelezen = lees_eenheid(self.bron, self.tekst, pos, self.eind, self.lexicon.eenheden)
        if gelezen is None:
            return []
        eenheid, na = gelezen
        if not eenheid.noemer and [m.eenheid for m in eenheid.teller] == ["%"]:
            return []  # `20%` is a percentage, one token
        return [Kandidaat("EENHEID", pos, na, eenheid, pos)]

    def _waarden(self, pos: int) -> list[Kandidaat]:
        if pos >= self.eind:
            return []
        teken = self.tekst[pos]
        if teken in '"“':
            return self._tekst(pos, TEKST, "TEKST", "TEKST_OPEN")
        if teken == "»":
            return self._tekst(pos, TEKST_VERDER, "TEKST_SLUIT", "TEKST_MIDDEN")
        if teken in "'‘":
            m = ENUM.match(self.tekst, pos, self.eind)
            return [Kandidaat("ENUM", pos, m.end(), m.group(1), pos)] if m else []
        if teken.isdigit() or teken in "-dD":
            # What looks like a date is never a number with something behind it.
            if DATUM.match(self.tekst, pos, self.eind):
                return self._datum(pos)
            return self._getal(pos)
        return []

    def _tekst(self, pos: int, patroon: re.Pattern[str], dicht: str, door: str) -> list[Kandidaat]:
        m = patroon.match(self.tekst, pos, self.eind)
        if m is None:
            return []
        terminal = door if m.group(2) == "«" else dicht
        return [Kandidaat(terminal, pos, m.end(), m.group(1), pos)]

    def _datum(self, pos: int) -> list[Kandidaat]:
        m = DATUM.match(self.tekst, pos, self.eind)
        if m is None:
            return []
        dag, maand, jaar = (int(g) for g in m.groups())
        tijd = TIJD.match(self.tekst, m.end(), self.eind)
        try:
            if tijd is None:
                return [Kandidaat("DATUM", pos, m.end(), date(jaar, maand, dag), pos)]
            uur, minuut, seconde = (int(g or 0) for g in tijd.groups()[:3])
            ms = int((tijd.group(4) or "").ljust(3, "0"))
            moment = datetime(jaar, maand, dag, uur, minuut, seconde, ms * 1000)  # noqa: DTZ001
            return [Kandidaat("DATUMTIJD", pos, tijd.end(), moment, pos)]
        except ValueError:
            return []

    def _getal(self, pos: int) -> list[Kandidaat]:
        m = GETAL.match(self.tekst, pos, self.eind)
        waarde = breuk(m.group()) if m else None
        if m is None or waarde is None:
            return []
        getal = Kandidaat("GETAL", pos, m.end(), waarde, pos)
        uit = [getal]
        procent = PROCENT.match(self.tekst, m.end(), self.eind)
        if procent:
            uit.append(Kandidaat("PROCENT", pos, procent.end(), waarde, pos))
        if JAAR.fullmatch(self.tekst, pos, m.end()):
            uit.append(Kandidaat("JAARTAL", pos, m.end(), int(m.group()), pos))
        return uit


def breuk(tekst: str) -> tuple[Fraction, int] | None:
    """The exact value of a written number and its decimals; None for a zero denominator. [0.2]"""
    teken = -1 if tekst.startswith("-") else 1
    kaal = tekst.lstrip("-")
    if len(kaal) > 200:
        return None
    if "/" in kaal:
        geheel, _, deel = kaal.rpartition("_")
        teller, noemer = deel.split("/")
        if int(noemer) == 0:
            return None
        return teken * (int(geheel or 0) + Fraction(int(teller), int(noemer))), 0
    voor, _, achter = kaal.partition(",")
    return teken * Fraction(int(voor + achter), 10 ** len(achter)), len(achter)
