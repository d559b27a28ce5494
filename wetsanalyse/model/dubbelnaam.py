"""Names that can be read as something else, tried by reading them. [8.1, voorkant.md 4]

A name is put into short sentences as a rule has them, and those are read in every way that the
grammar allows. When two readings are right and mean different things, the longest name would win
without a word; so it is told where the name is declared. Two names that share words (the end of
one is the beginning of the other) are tried together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from wetsanalyse.model.condities import conditie
from wetsanalyse.model.expressies import waarde
from wetsanalyse.model.herkansing import afgesproken, verschil
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, vouw
from wetsanalyse.model.terms import Instantie
from wetsanalyse.syntax.frases import frases
from wetsanalyse.syntax.kandidaten import LIDWOORDEN, Kandidaten
from wetsanalyse.syntax.lexicon import Betekenis
from wetsanalyse.syntax.lezingen import Stroom
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.woorden import sleutel
from wetsanalyse.syntax.zin import Zin
from wetsanalyse.text import Diagnostic, Source, Span
from wetsanalyse.text.diagnostic import fout

Woorden = tuple[str, ...]
Plaats = tuple[Omgeving, str | None]
"""A scope, and the objecttype that the rule is about."""
VERWIJST = frozenset({"zijn", "hij"})
SOORTEN = ("attribuut", "kenmerk", "rol", "parameter", "objecttype", "dagsoort")
_LOS: Mapping[str, Callable[[Any, Omgeving], object]] = {"expressie": waarde, "conditie": conditie}
# {w} the words that are tried, {van} an object that they may belong to. A frame is only of use
# for names with certain words: what may follow in brackets is a period, a list has `en`.
_WAARDEN: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("expressie", "{w}", frozenset()),
    ("expressie", "({w})", frozenset({"van", "vanaf", "tot", "t/m", "gedurende"})),
    ("expressie", "de som van {w}", frozenset({"en"})),
    ("expressie", "de eerste van {w}", frozenset({"en"})),
    ("expressie", "het aantal {w}", frozenset({"en"})),
    ("conditie", "{w} is gelijk aan {w}", frozenset({"of", "is", "zijn"})),
)
_TOETSEN = (
    "de {van} is {w}", "de {van} is een {w}", "de {van} heeft {w}", "de {van} {w} is",
    "de {van} een {w} is", "de {van} {w} heeft",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proef:
    """Words to be tried, and the declared name that is told when they are ambiguous. ``typen``:
    the objecttypes that they may belong to. ``toets``: they can stand behind ``is``."""

    woorden: Woorden
    naam: str
    span: Span | None
    typen: tuple[str, ...]
    toets: bool
    anders: str | None = None


def dubbele_namen(tabel: Tabel, eerder: Iterable[Diagnostic] = ()) -> Iterator[Diagnostic]:
    """A fault for each name with two right readings, unless one was given ``eerder``."""
    basis = _omgeving(tabel)
    gemeld = {d.span for d in eerder if d.code == "NM-OVERLAP"}
    yield from _parameter_en_object(tabel)
    waarden = tuple(_voorbeelden(tabel))
    for proef in _proeven(tabel):
        if any(_binnen(proef.span, span) for span in gemeld):
            continue
        plaatsen = _plaatsen(proef, tabel, basis)
        zinnen = _zinnen(proef, plaatsen, waarden, _deelbaar(proef.woorden, tabel))
        anders = (_andere_lezing(start, tekst, omg) for omg, start, tekst in zinnen)
        gevonden = next((a for a in anders if a is not None), None)
        if gevonden is not None:
            gemeld.add(proef.span)
            yield _melding(proef, *gevonden)


def _binnen(span: Span | None, ander: Span | None) -> bool:
    if span is None or ander is None:
        return span is ander
    return span.source is ander.source and ander.start <= span.start and span.eind <= ander.eind


def _parameter_en_object(tabel: Tabel) -> Iterator[Diagnostic]:
    """A parameter that is called like an objecttype or a role: `de X` would be either."""
    for naam in tabel.parameters:
        anders = tabel.zoek(naam, "objecttype", "rol")
        span = next((b.span for b in tabel.zoek(naam, "parameter") if b.naam == naam), None)
        if any(b.getal != "geraden" for b in anders):
            yield fout(
                "NM-OVERLAP",
                span,
                f"“{naam}” is een parameter en ook de naam van een {anders[0].soort}",
                hulp=(
                    f"als parameter “{naam}”",
                    f"of als {anders[0].soort} “{anders[0].naam}”",
                    "geef een van de twee een andere naam",
                ),
            )


def _melding(proef: Proef, zin: Zin, stroom: Stroom) -> Diagnostic:
    _, _, een, ander = verschil(zin, stroom)
    samen = f" (samen met “{proef.anders}”)" if proef.anders else ""
    return fout(
        "NM-OVERLAP",
        proef.span,
        f"de naam “{proef.naam}”{samen} is op twee manieren te lezen, en beide kloppen",
        hulp=(f"als {een}", f"of als {ander}", "geef een van de namen andere woorden"),
    )


# ------------------------------------------------------------------ which words


def _proeven(tabel: Tabel) -> Iterator[Proef]:
    namen = list(_namen(tabel))
    yield from namen
    per_begin: dict[str, list[Proef]] = {}
    for proef in namen:
        per_begin.setdefault(proef.woorden[0], []).append(proef)
    for een in namen:
        for i in range(1, len(een.woorden)):
            staart = een.woorden[i:]
            for ander in per_begin.get(staart[0], ()):
                # The end of one name is the beginning of another, which goes on.
                if len(ander.woorden) > len(staart) and ander.woorden[: len(staart)] == staart:
                    yield replace(
                        een,
                        woorden=een.woorden[:i] + ander.woorden,
                        typen=tuple(dict.fromkeys((*een.typen, *ander.typen))),
                        toets=een.toets or ander.toets,
                        anders=ander.naam,
                    )


def _namen(tabel: Tabel) -> Iterator[Proef]:
    """Each declared spelling, with every objecttype that has something by that name."""
    gezien: dict[Woorden, Proef] = {}
    for tekst, b in tabel.lexicon.betekenissen:
        if b.soort not in SOORTEN or b.getal == "geraden" or not sleutel(tekst):
            continue
        woorden, typen = sleutel(tekst), _typen(b, tabel)
        toets = b.soort not in ("attribuut", "parameter")
        eerder = gezien.get(woorden)
        if eerder is not None:
            typen = tuple(dict.fromkeys((*eerder.typen, *typen)))
            gezien[woorden] = replace(eerder, typen=typen, toets=eerder.toets or toets)
        else:
            gezien[woorden] = Proef(woorden, b.naam, b.span, typen, toets)
    yield from gezien.values()


def _typen(b: Betekenis, tabel: Tabel) -> tuple[str, ...]:
    """The objecttypes that have something by this name."""
    eigenaar = b.eigenaar or ""
    if b.soort in ("attribuut", "kenmerk"):
        return (eigenaar,) if eigenaar in tabel.objecttypen else ()
    if b.soort == "rol" and eigenaar in tabel.feittypen:
        rollen = tabel.feittypen[eigenaar].rollen
        return tuple(dict.fromkeys(r.objecttype for r in rollen))
    return ()


def _deelbaar(woorden: Woorden, tabel: Tabel) -> bool:
    """Whether the words fall apart into tokens in more than one way, whatever the grammar says."""
    vormen = [woorden]
    if woorden[0] in _frases():
        vormen += [(lidwoord, *woorden) for lidwoord in sorted(LIDWOORDEN)]
    return any(_valt_uiteen(" ".join(vorm), tabel) for vorm in vormen)


def _valt_uiteen(tekst: str, tabel: Tabel) -> bool:
    lezer = Kandidaten(Source("", tekst), 0, len(tekst), tabel.lexicon)
    aantal: dict[int, int] = {len(tekst): 1}

    def tel(pos: int) -> int:
        if pos not in aantal:
            aantal[pos] = 0
            einden = {lezer.verder(k.eind) for k in lezer.kandidaten(pos, lambda _: True)}
            aantal[pos] = min(2, sum(tel(e) for e in einden))
        return aantal[pos]

    return tel(0) > 1


# ------------------------------------------------------------------ reading them


def _omgeving(tabel: Tabel) -> Omgeving:
    """A scope in which every objecttype and every role is bound, as in some rule it may be."""
    omg = Omgeving(tabel)
    namen = [(type_, type_) for type_ in tabel.objecttypen]
    namen += [(rol.naam, rol.objecttype) for f in tabel.feittypen.values() for rol in f.rollen]
    for naam, type_ in {vouw(n): (n, t) for n, t in reversed(namen)}.values():
        omg = replace(
            omg.met(frozenset({vouw(naam)}), Instantie(omg.vrij, type_)), vrij=omg.vrij + 1
        )
    return omg


def _plaatsen(proef: Proef, tabel: Tabel, basis: Omgeving) -> Iterator[Plaats]:
    """Each objecttype that the words may belong to, and a rule about it."""
    bezield = {t: replace(basis, hij=basis.gebonden(t)) for t in _bezield(tabel)}
    for type_ in proef.typen:
        yield bezield.get(type_, basis), type_
    if not proef.typen:
        yield basis, None
        if not VERWIJST.isdisjoint(proef.woorden):
            yield from ((omg, None) for omg in bezield.values())


def _bezield(tabel: Tabel) -> list[str]:
    return [naam for naam, type_ in tabel.objecttypen.items() if type_.bezield]


def _zinnen(
    proef: Proef, plaatsen: Iterable[Plaats], waarden: Iterable[str], deelbaar: bool
) -> Iterator[tuple[Omgeving, str, str]]:
    """Everything that the words are tried in: (scope, start symbol, text)."""
    for omg, type_ in plaatsen:
        for functie in _functies(proef.woorden):
            yield from ((omg, "expressie", f"{functie} {waarde}") for waarde in waarden)
        if deelbaar:
            yield from ((omg, *zin) for zin in _kaders(proef, type_, omg.hij is not None))


def _kaders(proef: Proef, type_: str | None, bezield: bool) -> Iterator[tuple[str, str]]:
    naam = " ".join(proef.woorden)
    # The article only matters where it is the first word of a function: `het jaar uit`.
    lidwoorden = ("de", "het") if proef.woorden[0] in _frases() else ("de",)
    vormen = [f"{lidwoord} {naam}" for lidwoord in lidwoorden]
    if type_ is not None:
        vormen += [f"{vorm} van de {type_}" for vorm in vormen]
    if bezield:
        vormen.append(f"zijn {naam}")
    for start, kader, nodig in _WAARDEN:
        if not nodig or not nodig.isdisjoint(proef.woorden):
            yield from ((start, kader.format(w=vorm)) for vorm in vormen)
    if type_ is not None and proef.toets:
        yield from (("conditie", kader.format(w=naam, van=type_)) for kader in _TOETSEN)


def _functies(woorden: Woorden) -> list[str]:
    """The functions that begin with a name, as `de som van` with a percentage `som`."""
    return [
        tekst
        for kern, tekst in _frases().get(woorden[0], ())
        if len(kern) > len(woorden) and kern[: len(woorden)] == woorden
    ]


@lru_cache(maxsize=1)
def _frases() -> Mapping[str, list[tuple[Woorden, str]]]:
    """The keyword phrases by their first word behind the article."""
    per_begin: dict[str, list[tuple[Woorden, str]]] = {}
    for frase in frases():
        woorden = sleutel(frase.tekst)
        kern = woorden[1:] if woorden[0] in LIDWOORDEN else woorden
        if kern:
            per_begin.setdefault(kern[0], []).append((kern, frase.tekst))
    return per_begin


def _voorbeelden(tabel: Tabel) -> Iterator[str]:
    """Values of each kind, to write behind a function."""
    gezien: set[tuple[object, object]] = set()
    for type_ in tabel.objecttypen.values():
        for a in type_.attributen.values():
            if (a.type.soort, a.type.korrel) not in gezien and not a.dimensies:
                gezien.add((a.type.soort, a.type.korrel))
                yield f"de {a.naam} van de {type_.naam}"


def _andere_lezing(start: str, tekst: str, omg: Omgeving) -> tuple[Zin, Stroom] | None:
    """The first reading that is right, and another one that means something else."""
    bron = Source("", tekst)
    lezer = Kandidaten(bron, 0, len(tekst), omg.tabel.lexicon)
    zin = Zin(Plek(bron, None), start, 0, 0, lezer, ())
    alle = zin.lezingen()
    if alle.aantal() < 2:
        return None
    eerste: tuple[Zin, object] | None = None
    for stroom in alle.stromen():
        term = _term(zin, stroom, omg)
        if term is None:
            continue
        if eerste is None:
            eerste = replace(zin, tokens=stroom), term
        elif term != eerste[1] and not afgesproken(eerste[0], stroom, omg.tabel.lexicon):
            return eerste[0], stroom
    return None


def _term(zin: Zin, stroom: Stroom, omg: Omgeving) -> object | None:
    node, meldingen = zin.node(zin.boom(stroom))
    if any(m.is_fout for m in meldingen):
        return None
    try:
        return _LOS[zin.start](node, omg)
    except Onoplosbaar:
        return None
