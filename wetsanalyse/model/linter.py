"""What is allowed in a rule but probably not meant: warnings, read off the tree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from wetsanalyse.model.lezen_termen import versie_termen
from wetsanalyse.model.model import Attribuut, Regelversie
from wetsanalyse.model.schrijfwijze import over_schrijfwijze
from wetsanalyse.model.tabel import Tabel, vouw
from wetsanalyse.model.terms import Tijdvak, Totaal
from wetsanalyse.syntax import tree
from wetsanalyse.syntax.doorloop import doorloop
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import waarschuwing

Versie = tree.Regelversie
SOORTEN = ("objecttype", "attribuut", "kenmerk", "rol", "parameter")


def waarschuwingen(versie: Versie, tabel: Tabel, context: str) -> Iterator[Diagnostic]:
    """All warnings about one version of a rule."""
    yield from _letterlijke_bedragen(versie, context)
    yield from _onhaalbaar(versie, context)
    yield from _verdekt(versie, tabel, context)
    yield from over_schrijfwijze(versie, tabel, context)


def waarschuwingen_tabel(
    versie: tree.Tabelversie, tabel: Tabel, context: str, met_bron: bool
) -> Iterator[Diagnostic]:
    """The same about a decision table. A table is a list of amounts itself: with a source of its
    own it is as good as parameters, without one it is told once."""
    if not met_bron:
        yield from islice(_letterlijke_bedragen(versie, context), 1)
    yield from _onhaalbaar(versie, context)
    yield from over_schrijfwijze(versie, tabel, context)


def zonder_voorwaarde(versie: Regelversie, context: str) -> Iterator[Diagnostic]:
    """A kenmerk that everybody gets says nothing. [4.2]"""
    if versie.voorwaarde is not None or versie.tijd is not None:
        return
    if versie.onderwerp.rol is not None or versie.onderwerp.kenmerk is not None:
        return  # only for who plays that role: that is the condition
    if versie.soort == "kenmerk":
        wat = f"iedereen krijgt nu “{versie.eigenschap}”"
    elif versie.soort == "dagsoort":
        wat = f"elke dag is nu een {versie.eigenschap}"
    else:
        return
    yield waarschuwing(
        "KT-ZONDER-VOORWAARDE",
        versie.span,
        f"er staat geen voorwaarde: {wat}",
        hulp=("schrijf erachter wanneer dit geldt: “indien …”",),
        context=context,
    )


def onbegrensd(versie: Regelversie, context: str) -> Iterator[Diagnostic]:
    """A total of something that never ends. [5]"""
    for term in versie_termen(versie):
        if not isinstance(term, Totaal) or term.waarde.type.korrel is not None:
            continue
        tijd = term.tijd
        if tijd is None or (isinstance(tijd, Tijdvak) and (tijd.van is None or tijd.tot is None)):
            yield waarschuwing(
                "TT-ONBEGRENSD",
                term.span,
                "dit geldt altijd, dus het totaal heeft geen einde",
                hulp=("zet er een begin en een einde bij: “van … tot …”, tussen haakjes",),
                context=context,
            )


def _letterlijke_bedragen(versie: tree.Node, context: str) -> Iterator[Diagnostic]:
    """An amount of the law belongs in a parameter with a source (our linter)."""
    for node in doorloop(versie):
        bedrag = isinstance(node, tree.Percentagegetal) or (
            isinstance(node, tree.Getal)
            and node.waarde != 0
            and node.eenheid is not None
            and any(vouw(m.eenheid) in ("€", "eur", "euro", "euro's") for m in node.eenheid.teller)
        )
        if bedrag:
            yield waarschuwing(
                "LI-BEDRAG",
                node.span,
                f"hier staat een bedrag of percentage in de regel: {node.span.tekst.strip()}",
                hulp=("maak er een parameter van, met een bron bij de waarde",),
                context=context,
            )


def _onhaalbaar(versie: tree.Node, context: str) -> Iterator[Diagnostic]:
    """More conditions asked for than there are. [6.3]"""
    for node in doorloop(versie):
        if not isinstance(node, tree.Samengesteld):
            continue
        kw, leden = node.kwantificatie, len(node.leden)
        if kw.soort in ("ten minste", "precies") and kw.aantal > leden:
            yield waarschuwing(
                "KW-ONHAALBAAR",
                kw.span,
                f"{kw.soort} {kw.aantal} kan nooit: hieronder staan er maar {leden}",
                hulp=("verlaag het aantal, of voeg de ontbrekende voorwaarden toe",),
                context=context,
            )


def _verdekt(versie: Versie, tabel: Tabel, context: str) -> Iterator[Diagnostic]:
    """A variable goes before a declared name of the same words. [8.1, A13]"""
    for variabele in versie.variabelen:
        naam = variabele.naam.tekst
        gevonden = tabel.zoek(naam, *SOORTEN)
        if gevonden:
            yield waarschuwing(
                "VA-VERDEKT",
                variabele.naam.span,
                f"de variabele “{naam}” heet net als een {gevonden[0].soort}; "
                "in deze regel gaat de variabele voor",
                hulp=("geef de variabele een eigen naam",),
                context=context,
            )


def verkeerd_werkwoord(
    resultaat: tree.Gelijkstelling, attribuut: Attribuut, context: str
) -> Iterator[Diagnostic]:
    """``berekend`` is for numbers and dates; both verbs mean the same. [4.1]"""
    type_ = attribuut.type
    if resultaat.werkwoord == "berekend" and not (type_.is_getal or type_.is_tijd):
        yield waarschuwing(
            "GS-WERKWOORD",
            resultaat.span,
            f"“{attribuut.naam}” is een {type_}; daar wordt niet mee gerekend",
            hulp=("schrijf “moet gesteld worden op”",),
            context=context,
        )
