"""Scenario and Voorbeeldreeks. [uitbreidingen 10]"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import waarden as w
from wetsanalyse.syntax.schrijven.eigen import vindplaats
from wetsanalyse.syntax.schrijven.opmaak import BREEDTE, Doc, Groep, Vul, regels, samen
from wetsanalyse.syntax.schrijven.tabellen import reeks
from wetsanalyse.syntax.schrijven.voorrang import LID
from wetsanalyse.syntax.schrijven.zinnen import Zinnen

# Whether the author wrote the condition as it is, or with the verb in front.
_GELDT = re.compile(r"op\s+\S+(?:\s+\S+)?\s+geldt\s*:", re.IGNORECASE)
_ZINNEN = Zinnen(dd=False, diepte=1)  # every item stands behind a dash


def scenarioblok(blok: t.Scenario | t.Voorbeeldreeks, breedte: int = BREEDTE) -> list[str]:
    kop = "Scenario" if isinstance(blok, t.Scenario) else "Voorbeeldreeks"
    uit = [f"{kop} {w.naam(blok.naam)}"]
    if blok.bron is not None:
        uit.append(f"    bron {vindplaats(blok, blok.bron)}")
    uit.append(f"    rekendatum {w.datum(blok.rekendatum)}")
    if blok.gegeven or isinstance(blok, t.Scenario):
        uit += ["    gegeven", *_items((_gegeven(g) for g in blok.gegeven), breedte)]
    if isinstance(blok, t.Voorbeeldreeks):
        return [*uit, *reeks(blok)]
    dan = (_verwachting(v) for v in blok.dan)
    return [*uit, "    dan", *_items(dan, breedte)]


def _items(docs: Iterable[Doc], breedte: int) -> list[str]:
    uit = []
    for doc in docs:
        # Text that runs on stands under the first word.
        eerste, *rest = regels(doc, 10, 4, breedte)
        uit += [f"        - {eerste[10:]}", *rest]
    return uit


def _gegeven(node: t.Gegeven) -> Doc:
    match node:
        case t.GegevenObject():
            return _object(node)
        case t.GegevenFeit(feittype=feittype, rollen=rollen):
            bezet = w.reeks([f"{w.naam(rol)} {wie}" for rol, wie in rollen])
            return f"{w.naam(feittype)} met {bezet}"
        case t.GegevenConditie(conditie=conditie, periode=periode):
            return _met_periode(_ZINNEN.conditie(conditie, "s"), periode)
        case t.GegevenVoorval():
            return _voorval(node)
        case t.GegevenParameter(naam=naam, waarde=waarde):
            return samen(f"parameter {w.naam(naam)} is ", _ZINNEN.expressie(waarde))
        case t.GegevenOnbekend(keten=keten):
            return samen("onbekend: ", _ZINNEN.keten(keten))
        case t.GegevenOordeel(norm=norm, oordeel=oordeel):
            geen = "" if oordeel else "geen "
            return f"er is {geen}sprake van open norm {norm.tekst} voor {node.object}"


def _object(node: t.GegevenObject) -> Doc:
    kop = f"een {node.objecttype.tekst} {node.naam}"
    if not node.toekenningen:
        return kop
    delen = [
        samen(_ZINNEN.schakel(naam), " gelijk aan ", _toegekend(waarde))
        for naam, waarde in node.toekenningen
    ]
    return _met(kop, delen)


def _voorval(node: t.GegevenVoorval) -> Doc:
    kop = f"op {w.datum(node.datum)} {w.naam(node.gebeurtenis)}"
    if not node.wijzigingen:
        return kop
    delen = [
        _met_periode(
            samen(_ZINNEN.keten(x.doel), " gelijk aan ", _ZINNEN.expressie(x.waarde)), x.periode
        )
        for x in node.wijzigingen
    ]
    return _met(kop, delen)


def _met(kop: str, delen: Sequence[Doc]) -> Doc:
    """``kop met a, b en c``"""
    *voor, laatste = delen
    met_komma = [samen(deel, ",") for deel in voor[:-1]] + voor[-1:]
    rij = [*met_komma, samen("en ", laatste)] if voor else [laatste]
    return Vul((samen(kop, " met ", rij[0]), *rij[1:]))


def _met_periode(doc: Doc, periode: t.Periode | None) -> Doc:
    return doc if periode is None else Groep((doc, _ZINNEN.tijd(periode)))


def _verwachting(node: t.Verwachting) -> Doc:
    if node.datum is None:
        doc = _ZINNEN.conditie(node.conditie, "s")
    elif _GELDT.match(node.span.tekst):
        doc = samen(f"op {w.datum(node.datum)} geldt: ", _ZINNEN.conditie(node.conditie, "s"))
    else:
        doc = samen(f"op {w.datum(node.datum)} ", _ZINNEN.omgekeerd(node.conditie))
    return _met_periode(doc, node.periode)


def _toegekend(waarde: t.Expressie) -> Doc:
    """A literal, or something between brackets."""
    if isinstance(waarde, t.Keten):
        return samen("(", _ZINNEN.keten(waarde), ")")
    return _ZINNEN.expressie(waarde, LID)
