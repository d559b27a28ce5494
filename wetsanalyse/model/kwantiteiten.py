"""How many: a condition about each of many things, and its denial. [6.3, 6.4]"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wetsanalyse.model.korrel import samen
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import faal
from wetsanalyse.model.terms import Instantie, Lees, ObjectTerm, Term, Voorelk, is_meervoudig
from wetsanalyse.model.tijd import bewerk, met_korrel, objectkorrel
from wetsanalyse.model.types import BOOLEAN
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span


def elk_lid(
    bron: tree.Expressie, lijst: Term, omg: Omgeving, test: Callable[[Term, Omgeving], Term]
) -> Term:
    """A list of values as subject: the quantity says for how many it must hold. [6.4]"""
    if not isinstance(lijst, Lees) or not is_meervoudig(lijst.object):
        raise faal(
            "EX-MEERVOUDIG",
            bron.span,
            "hier staan meer waarden, maar er kan er maar één getoetst worden",
            hulp=("noem één waarde, of maak er een van: “de maximale waarde van …”",),
        )
    element, binnen = omg.voor_element(lijst.object.objecttype)
    lid = replace(lijst, object=element, type=lijst.type.enkel(), span=bron.span)
    if any(len(labels) > 1 for _, labels in lijst.cel):
        return elk_lid(bron, replace(lid, type=lijst.type), binnen, test)
    return voor_elk(lijst.object, element, test(lid, binnen), bron, bron.span)


def voor_elk(
    objecten: ObjectTerm, element: Instantie, test: Term, bron: tree.Expressie, span: Span
) -> Term:
    korrel = samen([objectkorrel(objecten), test.type.korrel])
    type_ = met_korrel(BOOLEAN, korrel)
    return Voorelk(objecten, element.nummer, test, kwantiteit_van(bron), type_, span=span)


def kwantiteit_van(node: tree.Expressie | None) -> tuple[str, int]:
    if isinstance(node, tree.Subselectie):
        node = node.keten
    if isinstance(node, tree.Keten):
        for schakel in node.schakels:
            if isinstance(schakel, tree.Schakel) and schakel.kwantificatie is not None:
                return schakel.kwantificatie.soort, schakel.kwantificatie.aantal
    return "alle", 0


def niet(term: Term) -> Term:
    return bewerk("NIET", (term,), BOOLEAN, span=term.span)
