"""The vocabulary: every declared name with what it can mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz, process

from wetsanalyse.syntax.eenheden import SPELLINGEN
from wetsanalyse.syntax.trie import Trie
from wetsanalyse.syntax.woorden import eenspatie, sleutel
from wetsanalyse.text import Span

Soortnaam = Literal[
    "objecttype", "attribuut", "kenmerk", "rol", "feittype", "parameter", "domein", "enumwaarde",
    "regel", "regeling", "open norm", "bestuursorgaan", "clausule", "eenheid", "dagsoort",
    "dimensie", "dimensielabel", "tijdlijn", "regelgroep", "gebeurtenis",
]  # fmt: skip

# Most names are one terminal; these have a name space of their own, so that the name of a rule
# never swallows the words of a chain.
TERMINALS: Mapping[str, str] = {
    "objecttype": "NAAM",
    "attribuut": "NAAM",
    "kenmerk": "NAAM",
    "rol": "NAAM",
    "parameter": "NAAM",
    "dagsoort": "NAAM",
    "dimensie": "DIMNAAM",
    "dimensielabel": "LABEL",
    "tijdlijn": "TIJDLIJNNAAM",
    "feittype": "FEITNAAM",
    "regel": "REGELNAAM",
    "open norm": "NORMNAAM",
    "bestuursorgaan": "ORGAANNAAM",
    "gebeurtenis": "GEBEURTENISNAAM",
}
SOORTEN_VAN: Mapping[str, tuple[str, ...]] = {
    t: tuple(s for s, eigen in TERMINALS.items() if eigen == t) for t in TERMINALS.values()
}
DREMPEL = 70


@dataclass(frozen=True, slots=True)
class Betekenis:
    """One sense of a spelling. ``naam`` is the canonical name; ``eigenaar`` the objecttype of an
    attribuut or kenmerk, the feittype of a rol, the domein of an enumwaarde, the dimensie of a
    label. ``dimensies``: those of an attribuut. ``is_datum``: its type is a date."""

    soort: Soortnaam
    naam: str
    eigenaar: str | None = None
    getal: Literal["enkel", "meer", "geraden"] = "enkel"
    dimensies: tuple[str, ...] = ()
    is_datum: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Dimensieinfo:
    """A dimension and its labels in order. ``voorzetsel`` None: a label stands before the
    attribute. [1.7]"""

    naam: str
    voorzetsel: str | None
    labels: tuple[str, ...]

    @property
    def sleutels(self) -> tuple[tuple[str, ...], ...]:
        """The words that each label is filed under."""
        return tuple(sleutel(label) for label in self.labels)


@dataclass(frozen=True)
class Lexicon:
    """All spellings. ``eenheden`` maps a unit's spelling (casefolded) to its base name;
    ``dimensies`` the name of a dimension, as declared, to what it consists of."""

    betekenissen: tuple[tuple[str, Betekenis], ...] = ()
    eenheden: Mapping[str, str] = field(default_factory=lambda: dict(SPELLINGEN))
    dimensies: Mapping[str, Dimensieinfo] = field(default_factory=dict)

    @cached_property
    def trie(self) -> Trie[Betekenis]:
        trie: Trie[Betekenis] = Trie()
        gegeven = {sleutel(t) for t, b in self.betekenissen if b.getal != "geraden"}
        gezien = set()
        for tekst, betekenis in self.betekenissen:
            woorden = sleutel(tekst)
            # A guess never stands beside a declared name of the same words.
            if betekenis.getal == "geraden" and woorden in gegeven:
                continue
            if woorden and (woorden, betekenis) not in gezien:
                gezien.add((woorden, betekenis))
                trie.voeg_toe(woorden, betekenis)
        return trie

    @cached_property
    def labels(self) -> Trie[tuple[str, str | None]]:
        """Labels of dimensions: (dimension, its preposition)."""
        trie: Trie[tuple[str, str | None]] = Trie()
        for info in self.dimensies.values():
            for woorden in info.sleutels:
                trie.voeg_toe(woorden, (info.naam, info.voorzetsel))
        return trie

    def zoek(self, tekst: str) -> tuple[Betekenis, ...]:
        """All senses of a spelling, whatever its capitals and white space."""
        return self.trie.zoek(sleutel(tekst))

    @cached_property
    def _spellingen(self) -> dict[str, list[tuple[str, Betekenis]]]:
        per_soort: dict[str, list[tuple[str, Betekenis]]] = {}
        for tekst, betekenis in self.betekenissen:
            if betekenis.getal != "geraden":
                per_soort.setdefault(betekenis.soort, []).append((tekst, betekenis))
        return per_soort

    def bijna(
        self,
        tekst: str,
        soorten: Iterable[str] | None = None,
        hoogstens: int = 3,
        drempel: int = DREMPEL,
    ) -> list[tuple[str, Betekenis, float]]:
        """Names that look like ``tekst``, best first, with how much (``drempel`` to 100)."""
        kies = self._spellingen if soorten is None else set(soorten)
        keuze = [p for s, paren in self._spellingen.items() if s in kies for p in paren]
        zoek = eenspatie(tekst)[:200].casefold()
        gevonden = process.extract(
            zoek,
            [t.casefold() for t, _ in keuze],
            scorer=fuzz.ratio,
            score_cutoff=drempel,
            limit=hoogstens * 4,
        )
        beste: dict[str, tuple[str, Betekenis, float]] = {}
        for _, score, i in gevonden:
            naam, betekenis = keuze[i]
            eerder = beste.setdefault(naam.casefold(), (naam, betekenis, score))
            # `kinderen` is the role, `Kinderen` the objecttype: the capitals of the writer decide.
            if fuzz.ratio(tekst, naam) > fuzz.ratio(tekst, eerder[0]):
                beste[naam.casefold()] = (naam, betekenis, score)
        return list(beste.values())[:hoogstens]

    def begint_met(self, woord: str, soorten: Iterable[str]) -> list[tuple[str, Betekenis]]:
        """Names of more words of these kinds that begin with a word (as `norm_woord` gives it)."""
        kies = set(soorten)
        return [
            (tekst, betekenis)
            for soort, paren in self._spellingen.items()
            if soort in kies
            for tekst, betekenis in paren
            if len(woorden := sleutel(tekst)) > 1 and woorden[0] == woord
        ]
