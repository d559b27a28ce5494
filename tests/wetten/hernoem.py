"""The same law in other words and other amounts.

Every declared name (objecttypen, attributen, kenmerken, rollen, feittypen, parameters, values of
enumerations, rules, open norms, clauses, organs, regulations, article numbers) gets a name
without meaning, everywhere the same one. With ``kleiner`` every amount becomes a hundredth.

Why a hundredth of every amount is the same law: the rules only add amounts, compare them and take
parts of them, so every outcome becomes a hundredth too, as long as each fixed amount goes along.
Those are the literals and parameters in €, the step and bounds of an Invoerbereik (the legal unit
becomes a hundredth of a euro) and the thresholds in €. Rounding to n decimals becomes rounding to
n + 2, which is the same rounding of a hundredth. Multiplying would ask for rounding to tens and
hundreds, which the language cannot write; dividing can always be written.

The places come from the spans of the tree; only what has no span of its own (a plural between
brackets, the words of an article) is looked up within the span of its owner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

from wetsanalyse.syntax import Ontleding, tree
from wetsanalyse.syntax.doorloop import doorloop
from wetsanalyse.syntax.meervoud import geraden_meervouden
from wetsanalyse.text import Source, Span

HONDERDSTE = Fraction(1, 100)
MEER_DECIMALEN = 2
_BWB = re.compile(r"BWBR\d+")
"""The table of ways out knows a regulation by its number; that is written in capitals."""


def sleutel(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()


def _woorden() -> Iterator[str]:
    """Words that mean nothing in Dutch or in the language, and take a plural in -n."""
    for a, b, c, d in product("xqz", "aeiou", "bdgklprt", "aou"):
        yield f"{a}{b}{c}{d}wke"


@dataclass
class Namen:
    """Old spelling -> new spelling; equal words always become equal words."""

    nieuw: dict[str, str] = field(default_factory=dict)
    artikelen: dict[str, str] = field(default_factory=dict)
    _voorraad: Iterator[str] = field(default_factory=_woorden)

    def geef(self, tekst: str) -> str:
        if sleutel(tekst) not in self.nieuw:
            self.nieuw[sleutel(tekst)] = next(self._voorraad)
        return self.van(tekst) or tekst

    def geef_meervoud(self, enkel: str, meer: str) -> None:
        self.nieuw.setdefault(sleutel(meer), self.geef(enkel).casefold() + "n")

    def van(self, tekst: str) -> str | None:
        """The new spelling, with a capital where the old one had it. None: no declared name."""
        gevonden = self.nieuw.get(sleutel(tekst))
        if gevonden is None:
            gevonden = self._geraden(tekst)
        if gevonden is None:
            return None
        return gevonden.capitalize() if tekst[:1].isupper() else gevonden

    def _geraden(self, tekst: str) -> str | None:
        for oud, nieuw in self.nieuw.items():
            if sleutel(tekst) in map(sleutel, geraden_meervouden(oud)):
                return nieuw + "n"
        return None

    def regel(self, id_: str) -> str:
        """The id of a rule version, of one cell of a decision table, or of what a clause does."""
        if clausule := re.fullmatch(r"(Hardheidsclausule )(.*)", id_):
            return clausule[1] + self.regel(clausule[2])
        if rij := re.fullmatch(r"(.*)(, rij \w+: )(.*)", id_):
            return f"{self.van(rij[1])}{rij[2]}{self.van(rij[3])}"
        if versie := re.fullmatch(r"(.*)( \(versie \d+\))", id_):
            return f"{self.van(versie[1])}{versie[2]}"
        return self.van(id_) or id_

    def zin(self, tekst: str) -> str:
        """A sentence that quotes names: ``“wijziging” op 1-3-2014``."""
        return re.sub("“([^”]*)”", lambda m: f"“{self.van(m[1]) or m[1]}”", tekst)

    def artikel(self, nummer: str) -> str:
        return self.artikelen.setdefault(nummer, str(len(self.artikelen) + 501))


def verzamel(ontleding: Ontleding) -> Namen:
    """A new name for everything that the rules declare."""
    namen = Namen()
    for node in (n for blok in ontleding.blokken for n in doorloop(blok)):
        match node:
            case tree.Objecttype() | tree.Attribuut() | tree.Kenmerk() | tree.Rol():
                namen.geef(node.naam.tekst)
                if node.meervoud:
                    namen.geef_meervoud(node.naam.tekst, node.meervoud)
            case tree.Domein():
                namen.geef(node.naam.tekst)
                for waarde in node.waarden:
                    namen.geef(waarde)
            case tree.Regeling():
                namen.geef(node.naam.tekst)
                if node.afkorting:
                    namen.geef(node.afkorting)
                if node.bwb_id:
                    namen.nieuw.setdefault(
                        sleutel(node.bwb_id), f"bwbr{9000000 + len(namen.nieuw)}"
                    )
            case (
                tree.Parameter()
                | tree.Feittype()
                | tree.Regel()
                | tree.Beslistabel()
                | tree.OpenNorm()
                | tree.Bestuursorgaan()
                | tree.Hardheidsclausule()
                | tree.Verplichting()
                | tree.Gebeurtenis()
                | tree.Evenredigheidsnorm()
                | tree.Parameterwaarden()
            ):
                namen.geef(node.naam.tekst)
    return namen


# ------------------------------------------------------------------ rewriting


@dataclass(frozen=True)
class Wijziging:
    start: int
    eind: int
    tekst: str


def herschrijf(
    ontleding: Ontleding, namen: Namen, *, hernoem: bool = True, kleiner: bool = False
) -> tuple[Source, ...]:
    """The sources of some trees, in other words and perhaps in hundredths."""
    euro = {
        sleutel(n.naam.tekst)
        for blok in ontleding.blokken
        for n in doorloop(blok)
        if isinstance(n, tree.Attribuut) and _in_euro(getattr(n.type, "eenheid", None))
    }
    nieuw: list[Source] = []
    for bestand in ontleding.bestanden:
        gevonden: dict[tuple[int, int], Wijziging] = {}
        for node in doorloop(bestand):
            if hernoem:
                for w in _namen_in(node, namen):
                    gevonden[w.start, w.eind] = w
            if kleiner:
                for w in _bedragen_in(node, euro):
                    gevonden[w.start, w.eind] = w
        nieuw.append(
            Source(bestand.span.source.pad, _pas_toe(bestand.span.source, gevonden.values()))
        )
    return tuple(nieuw)


def _pas_toe(bron: Source, wijzigingen: Iterable[Wijziging]) -> str:
    tekst, vanaf = bron.tekst, len(bron.tekst)
    for w in sorted(wijzigingen, key=lambda w: -w.start):
        assert w.eind <= vanaf, f"twee wijzigingen raken elkaar bij {bron.span(w.start, w.eind)}"
        tekst, vanaf = tekst[: w.start] + w.tekst + tekst[w.eind :], w.start
    return tekst


def _in(span: Span, patroon: str, vanaf: int | None = None) -> Iterator[re.Match[str]]:
    """Matches inside a span, with positions in the whole text."""
    vorm = re.compile(patroon)
    yield from vorm.finditer(span.source.tekst, span.start if vanaf is None else vanaf, span.eind)


def _groep(m: re.Match[str], nummer: int, tekst: str) -> Wijziging:
    return Wijziging(m.start(nummer), m.end(nummer), tekst)


def _namen_in(node: tree.Node, namen: Namen) -> Iterator[Wijziging]:
    """The names that stand in a node itself, not in those under it."""
    match node:
        case tree.Naam():
            nieuw = namen.van(node.tekst)
            if nieuw is not None:
                yield from _vervang(node.span, node.tekst, nieuw)
        case tree.DomeinType():
            yield from _vervang(node.span, node.domein, namen.van(node.domein) or node.domein)
        case tree.Enumwaarde():
            yield from _vervang(node.span, node.waarde, namen.van(node.waarde) or node.waarde)
        case tree.Reikwijdte() if node.regeling:
            yield from _vervang(node.span, node.regeling, namen.van(node.regeling) or node.regeling)
        case tree.Bron():
            yield from _bron(node, namen)
        case tree.Feittype():
            yield from _beschrijving(node, namen)
        case tree.Objecttype() | tree.Attribuut() | tree.Kenmerk() | tree.Rol() if node.meervoud:
            meervoud = next(_in(node.span, r"\(mv:\s*([^)]+?)\s*\)", node.naam.span.eind))
            yield _groep(meervoud, 1, namen.van(meervoud[1]) or meervoud[1])
        case tree.Domein() | tree.Regeling():
            for m in _in(node.span, r"'([^'\n]+)'|(?m:^\s+(?:afkorting|bwb-id)\s+(\S.*?)\s*$)"):
                nummer = 1 if m[1] else 2
                nieuw = namen.van(m[nummer]) or m[nummer]
                yield _groep(m, nummer, nieuw.upper() if _BWB.fullmatch(m[nummer]) else nieuw)


def _beschrijving(feittype: tree.Feittype, namen: Namen) -> Iterator[Wijziging]:
    """``één ouder verzorgt meerdere kinderen``: the roles in it."""
    for m in _in(feittype.span, r"(?m)^(?:één|meerdere) .*$"):
        for woord in re.finditer(r"\w+", m[0]):
            nieuw = namen.van(woord[0])
            if nieuw is not None:
                start = m.start() + woord.start()
                yield Wijziging(start, start + len(woord[0]), nieuw)


def _vervang(span: Span, oud: str, nieuw: str) -> Iterator[Wijziging]:
    vorm = r"\s+".join(map(re.escape, oud.split()))
    for m in _in(span, f"({vorm})"):
        yield _groep(m, 1, nieuw)
        return


def _bron(bron: tree.Bron, namen: Namen) -> Iterator[Wijziging]:
    for m in _in(bron.span, r"(?i)(BWBR\d+)"):
        yield _groep(m, 1, (namen.van(m[1]) or m[1]).upper())
    if bron.artikel:
        for m in _in(bron.span, rf"artikel(?:en)?\s+({re.escape(bron.artikel)})\b"):
            yield _groep(m, 1, namen.artikel(bron.artikel))
    if bron.regeling:
        for m in _in(bron.span, rf"({re.escape(bron.regeling)})\s*$"):
            yield _groep(m, 1, namen.van(bron.regeling) or bron.regeling)


# ------------------------------------------------------------------ amounts


def _in_euro(eenheid: tree.EenheidTekst | None) -> bool:
    return eenheid is not None and any(m.eenheid == "€" for m in eenheid.teller)


def _bedragen_in(node: tree.Node, euro: set[str]) -> Iterator[Wijziging]:
    if isinstance(node, tree.Getal) and _in_euro(node.eenheid):
        for m in _in(node.span, r"(-?\d[\d.]*(?:,\d+)?)"):
            yield _groep(m, 1, _getal(node.waarde * HONDERDSTE, node.decimalen + MEER_DECIMALEN))
            break
    if isinstance(node, tree.NumeriekType) and _in_euro(node.eenheid):
        for m in _in(node.span, r"(geheel getal|getal met \d+ decimalen)"):
            yield _groep(m, 1, f"getal met {(node.decimalen or 0) + MEER_DECIMALEN} decimalen")
            break
    if isinstance(node, tree.Gelijkstelling):
        doel = node.doel.schakels[0]
        if isinstance(doel, tree.Schakel) and sleutel(doel.naam.tekst) in euro:
            for deel in doorloop(node.waarde):
                if isinstance(deel, tree.Afgerond):
                    *_, laatste = _in(deel.span, r"afgerond op (\d+) decimalen")
                    yield _groep(laatste, 1, str(deel.decimalen + MEER_DECIMALEN))


def _getal(waarde: Fraction, decimalen: int) -> str:
    heel = waarde * 10**decimalen
    assert heel.denominator == 1
    cijfers = str(abs(int(heel))).rjust(decimalen + 1, "0")
    teken = "-" if waarde < 0 else ""
    kaal = f"{teken}{cijfers[:-decimalen]},{cijfers[-decimalen:]}"
    return kaal.rstrip("0").rstrip(",")
