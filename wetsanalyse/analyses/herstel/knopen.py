"""Small trees for a variant: a name, nothing, conditions together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from wetsanalyse.analyses.herstel.basis import Aanleiding
from wetsanalyse.analyses.herstel.woorden import lidwoord
from wetsanalyse.syntax import tree as t
from wetsanalyse.text import Span


def keten(aanleiding: Aanleiding, objecttype: str, naam: str, span: Span) -> t.Keten:
    """``zijn X`` as a tree, or ``de X van de Woning`` for who is no person."""
    bezield = aanleiding.model.objecttypen[objecttype].bezield
    lid = None if bezield else lidwoord(aanleiding, naam)
    eigen = t.Schakel(t.Naam(naam, lid, span=span), "zijn" if bezield else None, span=span)  # type: ignore[arg-type]
    if bezield:
        return t.Keten((eigen,), span=span)
    van = t.Naam(objecttype, lidwoord(aanleiding, objecttype), span=span)  # type: ignore[arg-type]
    return t.Keten((eigen, t.Schakel(van, span=span)), span=span)


def getal_nul(machten: Iterable[tuple[str, int]], span: Span) -> t.Getal:
    """``0 €/jr`` as a tree, of the powers of a unit."""
    boven, onder = (
        tuple(t.Macht(naam, abs(n), span=span) for naam, n in machten if teken * n > 0)
        for teken in (1, -1)
    )
    eenheid = t.EenheidTekst(boven, onder, span=span) if boven or onder else None
    return t.Getal(Fraction(0), 0, eenheid, span=span)


def lees_uitdrukking(aanleiding: Aanleiding, bij: t.Node, tekst: str) -> t.Expressie:
    """A sum of two names as a tree: ``zijn X plus de Y``."""
    links, _, rechts = tekst.partition(" plus ")
    delen = []
    for deel in (links, rechts):
        bepaling, _, naam = deel.partition(" ")
        eigen = bepaling == "zijn"
        lid = None if eigen else bepaling
        node = t.Naam(naam, lid, span=bij.span)  # type: ignore[arg-type]
        schakel = t.Schakel(node, "zijn" if eigen else None, span=bij.span)
        delen.append(t.Keten((schakel,), span=bij.span))
    return t.Binair("plus", delen[0], delen[1], span=bij.span)


def alle(leden: Sequence[t.Conditie]) -> t.Conditie:
    """All of these together; what is a list of that kind itself is not a list within a list."""
    los: list[t.Conditie] = []
    for lid in leden:
        samen = isinstance(lid, t.Samengesteld) and lid.kwantificatie.soort == "alle"
        los += lid.leden if samen else [lid]  # type: ignore[union-attr]
    if len(los) == 1:
        return los[0]
    span = los[0].span
    return t.Samengesteld(None, t.Kwantificatie("alle", span=span), tuple(los), span=span)


def een_van(leden: Sequence[t.Conditie]) -> t.Conditie:
    """At least one of these."""
    los = tuple(dict.fromkeys(leden))
    if len(los) == 1:
        return los[0]
    eis = t.Kwantificatie("ten minste", 1, span=los[0].span)
    return t.Samengesteld(None, eis, los, span=los[0].span)
