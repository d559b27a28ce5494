"""Expressions: from words to typed terms. One function per kind of node. [3]

Operations are named as in the op table of the plan; their parameters are plain tuples here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any, cast

from wetsanalyse.model.datumrekenen import datum_plus
from wetsanalyse.model.ketens import Waarde, is_object, keten
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.rekentypen import (
    is_kale_nul,
    omgerekend,
    product_type,
    schaal,
    som_type,
)
from wetsanalyse.model.tabel import faal
from wetsanalyse.model.terms import (
    Constante,
    Rekendatumterm,
    Term,
)
from wetsanalyse.model.tijd import bewerk
from wetsanalyse.model.types import (
    BOOLEAN,
    DATUM,
    GEEN_EENHEID,
    Soort,
    Type,
)
from wetsanalyse.syntax import tree

HEEL = Type(Soort.NUMERIEK, GEEN_EENHEID, 0)
DATUMTIJD = Type(Soort.DATUMTIJD)
DAGDEEL = 24 * 60 * 60 * 1000
"""Milliseconds in a day."""


def expressie(node: tree.Expressie, omg: Omgeving) -> Term:
    """The typed term of an expression; a fault when it stands for an object."""
    term = waarde(node, omg)
    if is_object(term):
        raise faal(
            "EX-OBJECT",
            node.span,
            "hier hoort een waarde, maar er staat een object",
            hulp=("noem een attribuut ervan: “het … van …”",),
        )
    return cast(Term, term)


def enkele(node: tree.Expressie, omg: Omgeving) -> Term:
    """As `expressie`, but one value and not a list. [3.4]"""
    term = expressie(node, omg)
    if term.type.meervoudig:
        raise faal(
            "EX-MEERVOUDIG",
            node.span,
            "hier hoort één waarde, maar dit zijn er meer",
            hulp=("maak er één van: “de som van …”, “de maximale waarde van …”",),
        )
    return term


def _lid(node: tree.Expressie, omg: Omgeving) -> Term:
    """As `enkele`; inside an aggregation it may stand for each member of a list. [3.7]"""
    return expressie(node, omg) if omg.opgeteld else enkele(node, omg)


def waarde(node: tree.Expressie, omg: Omgeving) -> Waarde:
    """The term of an expression: a value or an object."""
    return _SOORTEN[type(node)](node, omg)


def _keten(node: tree.Keten, omg: Omgeving) -> Waarde:
    return keten(node, omg, expressie)


def _getal(node: tree.Getal, omg: Omgeving) -> Term:
    eenheid = omg.tabel.eenheid(node.eenheid) if node.eenheid else GEEN_EENHEID
    if node.eenheid and any(m.eenheid == "%" for m in (*node.eenheid.teller, *node.eenheid.noemer)):
        # `5 %/jr`: a percentage per unit of time.
        procent = Type(Soort.PERCENTAGE, eenheid, node.decimalen)
        return Constante(node.waarde / 100, procent, span=node.span)
    kaal_nul = node.waarde == 0 and node.eenheid is None
    type_ = Type(Soort.NUMERIEK, eenheid, node.decimalen)
    return Constante(node.waarde, type_, kaal_nul, span=node.span)


def _percentage(node: tree.Percentagegetal, omg: Omgeving) -> Term:
    return Constante(node.waarde, Type(Soort.PERCENTAGE, decimalen=node.decimalen), span=node.span)


def _datum(node: tree.Datumwaarde, omg: Omgeving) -> Term:
    return Constante(node.datum.toordinal(), DATUM, span=node.span)


def _datumtijd(node: tree.Datumtijdwaarde, omg: Omgeving) -> Term:
    """A moment is a number of days, like a date, with the part of the day behind it."""
    m = node.moment
    deel = ((m.hour * 60 + m.minute) * 60 + m.second) * 1000 + m.microsecond // 1000
    dagen = m.toordinal() + Fraction(deel, DAGDEEL)
    return Constante(dagen, DATUMTIJD, span=node.span)


def _waarheid(node: tree.Waarheid, omg: Omgeving) -> Term:
    return Constante(node.waarde, BOOLEAN, span=node.span)


def _enumwaarde(node: tree.Enumwaarde, omg: Omgeving) -> Term:
    # The domain is known only from the other side; `pas_enumeratie` fills it in.
    return Constante(node.waarde, Type(Soort.ENUMERATIE), span=node.span)


def _tekst(node: tree.Tekst, omg: Omgeving) -> Term:
    if all(isinstance(d, str) for d in node.delen):
        return Constante(
            "".join(cast(tuple[str, ...], node.delen)), Type(Soort.TEKST), span=node.span
        )
    args = tuple(enkele(d, omg) for d in node.delen if not isinstance(d, str))
    delen = tuple(d if isinstance(d, str) else None for d in node.delen)
    return bewerk(
        "TEKST", args, Type(Soort.TEKST), (delen, tuple(a.type for a in args)), span=node.span
    )


def _rekendatum(node: tree.Rekendatum, omg: Omgeving) -> Term:
    return Rekendatumterm(HEEL if node.jaar else DATUM, node.jaar, span=node.span)


def _binair(node: tree.Binair, omg: Omgeving) -> Term:
    links, rechts = _lid(node.links, omg), _lid(node.rechts, omg)
    if links.type.is_tijd:
        return datum_plus(node, links, rechts, omg)
    if node.op in ("maal", "gedeeld door", "gedeeld door (ABS)"):
        return _product(node, links, rechts, omg)
    som_type(links.type, rechts.type, node.span)
    if is_kale_nul(links):
        links = omgerekend(links, rechts.type.eenheid, omg.tabel, node.span, rechts.type)
    rechts = omgerekend(rechts, links.type.eenheid, omg.tabel, node.span, links.type)
    op = {"plus": "PLUS", "min": "MIN", "verminderd met": "VERMINDERD"}[node.op]
    return bewerk(op, (links, rechts), som_type(links.type, rechts.type, node.span), span=node.span)


def _product(node: tree.Binair, links: Term, rechts: Term, omg: Omgeving) -> Term:
    maal = node.op == "maal"
    type_, factor = product_type(links.type, rechts.type, 1 if maal else -1, omg.tabel, node.span)
    abs_ = node.op == "gedeeld door (ABS)"
    par: Any = None if maal else abs_
    ruw = replace(type_, decimalen=5) if abs_ else type_
    term = bewerk("MAAL" if maal else "DEEL", (links, rechts), ruw, par, span=node.span)
    return schaal(term, factor, type_.eenheid) if factor != 1 else term


def _afgerond(node: tree.Afgerond, omg: Omgeving) -> Term:
    x = _lid(node.waarde, omg)
    if not x.type.is_getal:
        raise faal("EX-SOORT", node.span, f"een {x.type} kan niet afgerond worden")
    type_ = replace(x.type, decimalen=node.decimalen, bereik=None)
    return bewerk("AFRONDEN", (x,), type_, _afronding(node, x.type), span=node.span)


def _afronding(
    node: tree.Afgerond | tree.Wortel | tree.Machtsverheffing, type_: Type
) -> tuple[str, int]:
    # A percentage is kept as a fraction: two places more than what is written.
    extra = 2 if type_.soort is Soort.PERCENTAGE else 0
    return node.wijze, node.decimalen + extra


def _begrensd(node: tree.Begrensd, omg: Omgeving) -> Term:
    x = _lid(node.waarde, omg)
    grenzen: list[Term] = []
    decimalen: list[int | None] = [x.type.decimalen]
    for grens in (node.minimum, node.maximum):
        if grens is None:
            grenzen.append(Constante(None, x.type.enkel()))
            continue
        term = _lid(grens, omg)
        term = omgerekend(term, x.type.eenheid, omg.tabel, grens.span, x.type)
        som_type(x.type, term.type, grens.span)
        decimalen.append(term.type.decimalen)
        grenzen.append(term)
    meeste = None if None in decimalen else max(cast(list[int], decimalen))
    type_ = replace(x.type, decimalen=meeste, bereik=None)
    return bewerk("BEGRENS", (x, *grenzen), type_, span=node.span)


def _absoluut(node: tree.Absoluut, omg: Omgeving) -> Term:
    x = getalterm(node.waarde, omg, "van een {} bestaat geen absolute waarde")
    return bewerk("ABSOLUUT", (x,), replace(x.type, bereik=None), span=node.span)


def getalterm(node: tree.Expressie, omg: Omgeving, bericht: str) -> Term:
    term = _lid(node, omg)
    if not term.type.is_getal:
        raise faal("EX-SOORT", node.span, bericht.format(term.type))
    return term


def _wortel(node: tree.Wortel, omg: Omgeving) -> Term:
    x = getalterm(node.waarde, omg, "uit een {} kan geen wortel getrokken worden")
    type_ = replace(x.type, decimalen=node.decimalen, bereik=None)
    return bewerk("WORTEL", (x,), type_, _afronding(node, x.type), span=node.span)


def _macht(node: tree.Machtsverheffing, omg: Omgeving) -> Term:
    bericht = "“tot de macht” kan niet met een {}"
    x, n = getalterm(node.grondtal, omg, bericht), getalterm(node.exponent, omg, bericht)
    for term in (x, n):
        if term.type.eenheid:
            raise faal("EH-MACHT", node.span, "bij “tot de macht” mag geen eenheid staan")
    type_ = replace(x.type, decimalen=node.decimalen, bereik=None)
    return bewerk("MACHT", (x, n), type_, _afronding(node, x.type), span=node.span)


# Kinds that stand in a module of their own. Those need expressions, and expressions need them.


def _over_datum(node: tree.Expressie, omg: Omgeving) -> Term:
    from wetsanalyse.model.datums import over_datum

    return over_datum(node, omg)


def _verzameld(node: tree.Expressie, omg: Omgeving) -> Waarde:
    from wetsanalyse.model.verzamelingen import verzameld

    return verzameld(node, omg)


def _over_tijd(node: tree.Expressie, omg: Omgeving) -> Term:
    from wetsanalyse.model.tijdtermen import over_tijd

    return over_tijd(node, omg)


_SOORTEN: dict[type, Callable[[Any, Omgeving], Waarde]] = {
    tree.Keten: _keten,
    tree.Getal: _getal,
    tree.Percentagegetal: _percentage,
    tree.Datumwaarde: _datum,
    tree.Datumtijdwaarde: _datumtijd,
    tree.Waarheid: _waarheid,
    tree.Enumwaarde: _enumwaarde,
    tree.Tekst: _tekst,
    tree.Rekendatum: _rekendatum,
    tree.Binair: _binair,
    tree.Afgerond: _afgerond,
    tree.Begrensd: _begrensd,
    tree.Absoluut: _absoluut,
    tree.Wortel: _wortel,
    tree.Machtsverheffing: _macht,
    tree.Opsomming: _verzameld,
    tree.Subselectie: _verzameld,
    tree.Aggregatie: _verzameld,
    tree.Tijdsduur: _over_datum,
    tree.Datumdeel: _over_datum,
    tree.DatumMet: _over_datum,
    tree.DatumtijdMet: _over_datum,
    tree.Paasdag: _over_datum,
    tree.Tijdgebonden: _over_tijd,
    tree.Totaal: _over_tijd,
    tree.AantalDagen: _over_tijd,
    tree.TijdsevenredigDeel: _over_tijd,
}
