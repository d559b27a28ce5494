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
    "feittype": "FEITNAAM",
    "regel": "REGELNAAM",
    "open norm": "NORMNAAM",
    "bestuursorgaan": "ORGAANNAAM",
}
SOORTEN_VAN: Mapping[str, tuple[str, ...]] = {
    t: tuple(s for s, eigen in TERMINALS.items() if eigen == t) for t in TERMINALS.values()
}
DREMPEL = 70


@dataclass(frozen=True, slots=True)
class Betekenis:
    """One sense of a spelling. ``naam`` is the canonical name; ``eigenaar`` the objecttype of an
    attribuut or kenmerk, the feittype of a rol, the domein of an enumwaarde."""

    soort: Soortnaam
    naam: str
    eigenaar: str | None = None
    getal: Literal["enkel", "meer", "geraden"] = "enkel"
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Lexicon:
    """All spellings. ``eenheden`` maps a unit's spelling (casefolded) to its base name."""

    betekenissen: tuple[tuple[str, Betekenis], ...] = ()
    eenheden: Mapping[str, str] = field(default_factory=lambda: dict(SPELLINGEN))

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
        self, tekst: str, soorten: Iterable[str] | None = None, hoogstens: int = 3
    ) -> list[tuple[str, Betekenis, float]]:
        """Names that look like ``tekst``, best first, with how much (70 to 100)."""
        kies = self._spellingen if soorten is None else set(soorten)
        keuze = [p for s, paren in self._spellingen.items() if s in kies for p in paren]
        zoek = eenspatie(tekst)[:200].casefold()
        gevonden = process.extract(
            zoek,
            [t.casefold() for t, _ in keuze],
            scorer=fuzz.ratio,
            score_cutoff=DREMPEL,
            limit=hoogstens * 4,
        )
        beste: dict[str, tuple[str, Betekenis, float]] = {}
        for _, score, i in gevonden:
            naam, betekenis = keuze[i]
            beste.setdefault(naam.casefold(), (naam, betekenis, score))
        return list(beste.values())[:hoogstens]
