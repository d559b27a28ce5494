"""Two values held against each other: whether they can be, and how. [6.2]"""

from __future__ import annotations

from dataclasses import replace

from wetsanalyse.model.datumrekenen import eis_zelfde_precisie
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.rekentypen import is_kale_nul, omgerekend
from wetsanalyse.model.tabel import faal
from wetsanalyse.model.terms import Constante, Term, Tijdgebonden
from wetsanalyse.model.tijd import bewerk
from wetsanalyse.model.types import BOOLEAN, Soort, Type
from wetsanalyse.text import Span

TEKENS = {
    "gelijk aan": "=",
    "ongelijk aan": "≠",
    "groter dan": ">",
    "groter of gelijk aan": ">=",
    "kleiner dan": "<",
    "kleiner of gelijk aan": "<=",
    "later dan": ">",
    "later of gelijk aan": ">=",
    "eerder dan": "<",
    "eerder of gelijk aan": "<=",
}


def vergelijk(links: Term, woord: str, rechts: Term, span: Span, omg: Omgeving) -> Term:
    """Two values held against each other, the second in the unit of the first. [6.2]"""
    links, rechts = pas_enumeratie(links, rechts, omg), pas_enumeratie(rechts, links, omg)
    eis_zelfde_precisie(links.type, rechts.type, span)
    soort = _vergelijksoort(links.type, woord, rechts.type, span)
    if soort == "getal":
        if is_kale_nul(links):
            links = omgerekend(links, rechts.type.eenheid, omg.tabel, span, rechts.type)
        rechts = omgerekend(rechts, links.type.eenheid, omg.tabel, span, links.type)
    return bewerk("VERGELIJK", (links, rechts), BOOLEAN, (TEKENS[woord], soort), span=span)


def _vergelijksoort(links: Type, woord: str, rechts: Type, span: Span) -> str:
    domeinen = {links.domein, rechts.domein} - {None}
    if links.soort is not rechts.soort or len(domeinen) > 1:
        bericht = f"een {links} en een {rechts} kunnen niet vergeleken worden"
        raise faal("PR-SOORT", span, bericht, hulp=hulp_bij_soorten(links, rechts))
    if links.is_getal:
        soort = "getal"
    elif links.is_tijd:
        soort = "tijd"
    elif links.soort is Soort.BOOLEAN:
        soort = "waarheid"
    else:
        soort = "tekst"
    tijdwoord = woord.startswith(("later", "eerder"))
    maatwoord = woord.startswith(("groter", "kleiner"))
    if (tijdwoord and soort != "tijd") or (maatwoord and soort != "getal"):
        hulp = {
            "tijd": "gebruik “later dan” of “eerder dan”",
            "getal": "gebruik “groter dan” of “kleiner dan”",
        }.get(soort, "gebruik “gelijk aan” of “ongelijk aan”")
        raise faal("PR-SOORT", span, f"“{woord}” past niet bij een {links}", hulp=(hulp,))
    return soort


def hulp_bij_soorten(*typen: Type) -> tuple[str, ...]:
    """What to write instead, for two kinds that are often taken for one another."""
    return (*_tussen_aanhalingstekens(*typen), *_als_verhouding(*typen))


def _als_verhouding(*typen: Type) -> tuple[str, ...]:
    """A proportion ("the loss divided by the wage") is a number; a percentage is one *of*
    something, so the one does not turn into the other unseen."""
    if not any(x.soort is Soort.PERCENTAGE for x in typen):
        return ()
    if not any(x.soort is Soort.NUMERIEK and not x.eenheid for x in typen):
        return ()
    hulp = (
        "een verhouding is een getal, zoals 0,35 voor 35%: maak ook de andere kant Numeriek, en "
        "schrijf “maal” in plaats van “van”"
    )
    return (hulp,)


def _tussen_aanhalingstekens(*typen: Type) -> tuple[str, ...]:
    """A value of an enumeration that was written as a text."""
    domein = next((x.domein for x in typen if x.soort is Soort.ENUMERATIE), None)
    if domein is None or all(x.soort is not Soort.TEKST for x in typen):
        return ()
    return (f"een waarde van {domein} staat tussen enkele aanhalingstekens: '…'",)


def pas_enumeratie(term: Term, ander: Term, omg: Omgeving) -> Term:
    """Give a bare enumeration value the domain of the other side, and check it there. [1.5]"""
    if isinstance(term, Tijdgebonden):
        waarde = pas_enumeratie(term.waarde, ander, omg)
        return replace(term, waarde=waarde, type=replace(term.type, domein=waarde.type.domein))
    if not (
        isinstance(term, Constante)
        and term.type.soort is Soort.ENUMERATIE
        and term.type.domein is None
        and ander.type.soort is Soort.ENUMERATIE
        and ander.type.domein is not None
    ):
        return term
    waarden = omg.tabel.enumeraties.get(ander.type.domein, ())
    if term.waarde not in waarden:
        assert term.span is not None
        raise faal(
            "EN-ONBEKEND",
            term.span,
            f"“{term.waarde}” is geen waarde van domein “{ander.type.domein}”",
            verwacht=tuple(f"'{w}'" for w in waarden[:6]),
        )
    return replace(term, type=ander.type.enkel())
