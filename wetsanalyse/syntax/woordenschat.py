"""From declarations to the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.lexicon import Betekenis, Lexicon, Soortnaam
from wetsanalyse.syntax.meervoud import geraden_meervouden

Paar = tuple[str, Betekenis]


def maak_lexicon(
    blokken: Iterable[t.Blok], extra: Iterable[Paar], eenheden: Mapping[str, str]
) -> Lexicon:
    paren = [paar for blok in blokken for paar in _namen(blok)]
    return Lexicon((*paren, *extra), eenheden)


def _vormen(
    soort: Soortnaam, naam: t.Naam, meervoud: str | None, eigenaar: str | None = None
) -> Iterator[Paar]:
    yield naam.tekst, Betekenis(soort, naam.tekst, eigenaar, "enkel", naam.span)
    if meervoud is not None:
        yield meervoud, Betekenis(soort, naam.tekst, eigenaar, "meer", naam.span)
        return
    for vorm in geraden_meervouden(naam.tekst):
        yield vorm, Betekenis(soort, naam.tekst, eigenaar, "geraden", naam.span)


def _namen(blok: t.Blok) -> Iterator[Paar]:
    match blok:
        case t.Objecttype():
            yield from _vormen("objecttype", blok.naam, blok.meervoud)
            for lid in blok.leden:
                soort: Soortnaam = "attribuut" if isinstance(lid, t.Attribuut) else "kenmerk"
                yield from _vormen(soort, lid.naam, lid.meervoud, blok.naam.tekst)
        case t.Parameter():
            yield blok.naam.tekst, Betekenis("parameter", blok.naam.tekst, span=blok.naam.span)
        case t.Domein():
            yield blok.naam.tekst, Betekenis("domein", blok.naam.tekst, span=blok.naam.span)
            for waarde in blok.waarden:
                yield waarde, Betekenis("enumwaarde", waarde, blok.naam.tekst, span=blok.span)
        case t.Feittype():
            yield blok.naam.tekst, Betekenis("feittype", blok.naam.tekst, span=blok.naam.span)
            for rol in blok.rollen[: 1 if blok.wederkerig else 2]:
                yield from _vormen("rol", rol.naam, rol.meervoud, blok.naam.tekst)
        case t.Eenheidsysteem():
            for eenheid in blok.eenheden:
                yield eenheid.naam.tekst, Betekenis("eenheid", eenheid.naam.tekst)
