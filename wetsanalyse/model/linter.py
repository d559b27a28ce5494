"""What is allowed in a rule but probably not meant: warnings, read off the tree."""

from __future__ import annotations

from collections.abc import Iterator

from wetsanalyse.model.model import Attribuut
from wetsanalyse.model.tabel import Tabel, vouw
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import waarschuwing

Versie = tree.Regelversie
SOORTEN = ("objecttype", "attribuut", "kenmerk", "rol", "parameter")


def waarschuwingen(versie: Versie, tabel: Tabel, context: str) -> Iterator[Diagnostic]:
    """All warnings about one version of a rule."""
    yield from _letterlijke_bedragen(versie, context)
    yield from _onhaalbaar(versie, context)
    yield from _verdekt(versie, tabel, context)


def _letterlijke_bedragen(versie: Versie, context: str) -> Iterator[Diagnostic]:
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


def _onhaalbaar(versie: Versie, context: str) -> Iterator[Diagnostic]:
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


def doorloop(node: object) -> Iterator[tree.Node]:
    """All nodes under a node, itself first."""
    if isinstance(node, tree.Node):
        yield node
        for veld in node.__dataclass_fields__:
            if veld != "span":
                yield from doorloop(getattr(node, veld))
    elif isinstance(node, tuple):
        for deel in node:
            yield from doorloop(deel)
