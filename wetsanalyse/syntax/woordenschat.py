"""From declarations to the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.lexicon import Betekenis, Dimensieinfo, Lexicon, Soortnaam
from wetsanalyse.syntax.meervoud import geraden_meervouden
from wetsanalyse.syntax.woorden import sleutel

Paar = tuple[str, Betekenis]
Sleutel = tuple[str, ...]  # the words of a name, as the trie files them


def maak_lexicon(
    blokken: Iterable[t.Blok],
    extra: Iterable[Paar],
    eenheden: Mapping[str, str],
    dimensies: Mapping[str, Dimensieinfo] | None = None,
) -> Lexicon:
    """``extra`` and ``dimensies`` were known before these blocks were read."""
    blokken, extra = tuple(blokken), tuple(extra)
    alle = dict(dimensies or {})
    for blok in blokken:
        if isinstance(blok, t.Dimensie):
            labels = tuple(label.tekst for label in blok.labels)
            alle.setdefault(blok.naam.tekst, Dimensieinfo(blok.naam.tekst, blok.voorzetsel, labels))
    dims, typen = _spellingen(blokken, alle), _typen(blokken, extra)
    paren = [paar for blok in blokken for paar in _namen(blok, dims, typen)]
    return Lexicon((*paren, *extra), eenheden, alle)


def _typen(blokken: Iterable[t.Blok], extra: Iterable[Paar]) -> dict[Sleutel, str]:
    """Each spelling of an objecttype with its name, for what an Extensie adds to."""
    uit = {sleutel(vorm): b.naam for vorm, b in extra if b.soort == "objecttype"}
    for blok in blokken:
        if isinstance(blok, t.Objecttype):
            uit |= {sleutel(v): blok.naam.tekst for v in (blok.naam.tekst, blok.meervoud) if v}
    return uit


def _spellingen(blokken: Iterable[t.Blok], alle: Mapping[str, Dimensieinfo]) -> dict[Sleutel, str]:
    """Each spelling of a dimension, plurals too, with its name."""
    uit = {sleutel(naam): naam for naam in alle}
    for blok in blokken:
        if isinstance(blok, t.Dimensie):
            uit.setdefault(sleutel(blok.meervoud), blok.naam.tekst)
    return uit


def _vormen(
    soort: Soortnaam, naam: t.Naam, meervoud: str | None, eigenaar: str | None = None
) -> Iterator[Paar]:
    yield naam.tekst, Betekenis(soort, naam.tekst, eigenaar, "enkel", span=naam.span)
    if meervoud is not None:
        yield meervoud, Betekenis(soort, naam.tekst, eigenaar, "meer", span=naam.span)
        return
    for vorm in geraden_meervouden(naam.tekst):
        yield vorm, Betekenis(soort, naam.tekst, eigenaar, "geraden", span=naam.span)


def _leden(
    leden: Iterable[t.Lid], eigenaar: str, dimensies: Mapping[Sleutel, str]
) -> Iterator[Paar]:
    for lid in leden:
        if isinstance(lid, t.Koptekst):
            continue
        if isinstance(lid, t.Kenmerk):
            yield from _vormen("kenmerk", lid.naam, lid.meervoud, eigenaar)
            continue
        namen = tuple(dimensies[s] for d in lid.dimensies if (s := sleutel(d.tekst)) in dimensies)
        for vorm, betekenis in _vormen("attribuut", lid.naam, lid.meervoud, eigenaar):
            yield vorm, replace(betekenis, dimensies=namen, is_datum=_is_datum(lid.type))


def _dimensie(blok: t.Dimensie) -> Iterator[Paar]:
    yield from _vormen("dimensie", blok.naam, blok.meervoud)
    for label in blok.labels:
        eigenaar = blok.naam.tekst
        yield label.tekst, Betekenis("dimensielabel", label.tekst, eigenaar, span=label.span)


def _domein(blok: t.Domein) -> Iterator[Paar]:
    yield _kaal("domein", blok.naam)
    for waarde in blok.waarden:
        yield waarde, Betekenis("enumwaarde", waarde, blok.naam.tekst, span=blok.span)


def _is_datum(type_: t.Datatype) -> bool:
    return isinstance(type_, t.EnkelvoudigType) and type_.soort.startswith("Datum")


def _namen(
    blok: t.Blok, dimensies: Mapping[Sleutel, str], typen: Mapping[Sleutel, str]
) -> Iterator[Paar]:
    match blok:
        case t.Objecttype():
            yield from _vormen("objecttype", blok.naam, blok.meervoud)
            yield from _leden(blok.leden, blok.naam.tekst, dimensies)
        case t.Extensie():
            eigenaar = typen.get(sleutel(blok.objecttype.tekst), blok.objecttype.tekst)
            yield from _leden(blok.leden, eigenaar, dimensies)
        case t.Dimensie():
            yield from _dimensie(blok)
        case t.Dagsoort():
            yield from _vormen("dagsoort", blok.naam, blok.meervoud)
        case t.Domein():
            yield from _domein(blok)
        case t.Feittype():
            yield _kaal("feittype", blok.naam)
            for rol in blok.rollen[: 1 if blok.wederkerig else 2]:
                yield from _vormen("rol", rol.naam, rol.meervoud, blok.naam.tekst)
        case t.Parameter():
            naam, betekenis = _kaal("parameter", blok.naam)
            yield naam, replace(betekenis, is_datum=_is_datum(blok.type))
        case t.Tijdlijndefinitie():
            yield _kaal("tijdlijn", blok.naam)
        case t.Eenheidsysteem():
            for eenheid in blok.eenheden:
                yield eenheid.naam.tekst, Betekenis("eenheid", eenheid.naam.tekst)


def _kaal(soort: Soortnaam, naam: t.Naam) -> Paar:
    return naam.tekst, Betekenis(soort, naam.tekst, span=naam.span)
