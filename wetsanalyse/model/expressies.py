"""Expressions: from words to typed terms. One function per kind of node. [3]

Operations are named as in the op table of the plan; their parameters are plain tuples here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any, cast

from wetsanalyse.model.ketens import Waarde, is_object, keten
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.rekentypen import omgerekend, product_type, schaal, som_type
from wetsanalyse.model.tabel import faal
from wetsanalyse.model.terms import (
    Aggregaat,
    Bewerking,
    Constante,
    Lees,
    Lijst,
    ObjectTerm,
    Rekendatumterm,
    Rolstap,
    Selectie,
    Term,
    Vereniging,
    is_meervoudig,
)
from wetsanalyse.model.types import BOOLEAN, DATUM, GEEN_EENHEID, Eenheid, Soort, Type
from wetsanalyse.syntax import tree

HEEL = Type(Soort.NUMERIEK, GEEN_EENHEID, 0)


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


def waarde(node: tree.Expressie, omg: Omgeving) -> Waarde:
    """The term of an expression: a value or an object."""
    return _SOORTEN[type(node)](node, omg)


def _keten(node: tree.Keten, omg: Omgeving) -> Waarde:
    return keten(node, omg, expressie)


def _getal(node: tree.Getal, omg: Omgeving) -> Term:
    eenheid = omg.tabel.eenheid(node.eenheid) if node.eenheid else GEEN_EENHEID
    kaal_nul = node.waarde == 0 and node.eenheid is None
    type_ = Type(Soort.NUMERIEK, eenheid, node.decimalen)
    return Constante(node.waarde, type_, kaal_nul, span=node.span)


def _percentage(node: tree.Percentagegetal, omg: Omgeving) -> Term:
    return Constante(node.waarde, Type(Soort.PERCENTAGE, decimalen=node.decimalen), span=node.span)


def _datum(node: tree.Datumwaarde, omg: Omgeving) -> Term:
    return Constante(node.datum.toordinal(), DATUM, span=node.span)


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
    return Bewerking(
        "TEKST", args, Type(Soort.TEKST), (delen, tuple(a.type for a in args)), span=node.span
    )


def _rekendatum(node: tree.Rekendatum, omg: Omgeving) -> Term:
    return Rekendatumterm(HEEL if node.jaar else DATUM, node.jaar, span=node.span)


def _binair(node: tree.Binair, omg: Omgeving) -> Term:
    links, rechts = enkele(node.links, omg), enkele(node.rechts, omg)
    if links.type.is_tijd:
        return _datum_plus(node, links, rechts)
    if node.op in ("maal", "gedeeld door", "gedeeld door (ABS)"):
        return _product(node, links, rechts, omg)
    som_type(links.type, rechts.type, node.span)
    if isinstance(links, Constante) and links.letterlijk_nul:
        links = omgerekend(links, rechts.type.eenheid, omg.tabel, node.span, rechts.type)
    rechts = omgerekend(rechts, links.type.eenheid, omg.tabel, node.span, links.type)
    op = {"plus": "PLUS", "min": "MIN", "verminderd met": "VERMINDERD"}[node.op]
    return Bewerking(
        op, (links, rechts), som_type(links.type, rechts.type, node.span), span=node.span
    )


def _product(node: tree.Binair, links: Term, rechts: Term, omg: Omgeving) -> Term:
    maal = node.op == "maal"
    type_, factor = product_type(links.type, rechts.type, 1 if maal else -1, omg.tabel, node.span)
    abs_ = node.op == "gedeeld door (ABS)"
    par: Any = None if maal else abs_
    ruw = replace(type_, decimalen=5) if abs_ else type_
    term = Bewerking("MAAL" if maal else "DEEL", (links, rechts), ruw, par, span=node.span)
    return schaal(term, factor, type_.eenheid) if factor != 1 else term


def _datum_plus(node: tree.Binair, links: Term, rechts: Term) -> Term:
    if node.op not in ("plus", "min"):
        raise faal("EX-SOORT", node.span, f"“{node.op}” met een datum bestaat niet")
    basis, factor = tijdseenheid(rechts.type.eenheid, node.rechts, rechts)
    teken = 1 if node.op == "plus" else -1
    return Bewerking(
        "DATUM_PLUS", (links, rechts), links.type, (basis, factor, teken), span=node.span
    )


def tijdseenheid(eenheid: Eenheid, node: tree.Expressie, term: Term) -> tuple[str, Fraction]:
    """(``dg`` or ``mnd``, factor) of a unit of time that can be added to a date."""
    bekend = {
        "dg": ("dg", Fraction(1)),
        "wk": ("dg", Fraction(7)),
        "mnd": ("mnd", Fraction(1)),
        "kw": ("mnd", Fraction(3)),
        "jr": ("mnd", Fraction(12)),
    }
    if len(eenheid.machten) == 1 and eenheid.machten[0][1] == 1:
        gevonden = bekend.get(eenheid.machten[0][0])
        if gevonden:
            return gevonden
    raise faal(
        "DA-EENHEID",
        node.span,
        f"bij een datum hoort een aantal dagen, weken, maanden of jaren; dit is {term.type}",
        hulp=("schrijf bijvoorbeeld “plus 14 dg” of “plus 6 mnd”",),
    )


def _afgerond(node: tree.Afgerond, omg: Omgeving) -> Term:
    x = enkele(node.waarde, omg)
    if not x.type.is_getal:
        raise faal("EX-SOORT", node.span, f"een {x.type} kan niet afgerond worden")
    type_ = replace(x.type, decimalen=node.decimalen, bereik=None)
    return Bewerking("AFRONDEN", (x,), type_, _afronding(node, x.type), span=node.span)


def _afronding(
    node: tree.Afgerond | tree.Wortel | tree.Machtsverheffing, type_: Type
) -> tuple[str, int]:
    # A percentage is kept as a fraction: two places more than what is written.
    extra = 2 if type_.soort is Soort.PERCENTAGE else 0
    return node.wijze, node.decimalen + extra


def _begrensd(node: tree.Begrensd, omg: Omgeving) -> Term:
    x = enkele(node.waarde, omg)
    grenzen: list[Term] = []
    decimalen: list[int | None] = [x.type.decimalen]
    for grens in (node.minimum, node.maximum):
        if grens is None:
            grenzen.append(Constante(None, x.type))
            continue
        term = enkele(grens, omg)
        term = omgerekend(term, x.type.eenheid, omg.tabel, grens.span, x.type)
        som_type(x.type, term.type, grens.span)
        decimalen.append(term.type.decimalen)
        grenzen.append(term)
    meeste = None if None in decimalen else max(cast(list[int], decimalen))
    type_ = replace(x.type, decimalen=meeste, bereik=None)
    return Bewerking("BEGRENS", (x, *grenzen), type_, span=node.span)


def _absoluut(node: tree.Absoluut, omg: Omgeving) -> Term:
    x = enkele(node.waarde, omg)
    return Bewerking("ABSOLUUT", (x,), x.type, span=node.span)


def _wortel(node: tree.Wortel, omg: Omgeving) -> Term:
    x = enkele(node.waarde, omg)
    type_ = replace(x.type, decimalen=node.decimalen)
    return Bewerking("WORTEL", (x,), type_, _afronding(node, x.type), span=node.span)


def _macht(node: tree.Machtsverheffing, omg: Omgeving) -> Term:
    x, n = enkele(node.grondtal, omg), enkele(node.exponent, omg)
    for term in (x, n):
        if term.type.eenheid:
            raise faal("EH-MACHT", node.span, "bij “tot de macht” mag geen eenheid staan")
    type_ = replace(x.type, decimalen=node.decimalen)
    return Bewerking("MACHT", (x, n), type_, _afronding(node, x.type), span=node.span)


def _opsomming(node: tree.Opsomming, omg: Omgeving) -> Waarde:
    leden = [waarde(lid, omg) for lid in node.leden]
    if all(is_object(lid) for lid in leden):
        return Vereniging(tuple(cast(ObjectTerm, lid) for lid in leden), span=node.span)
    eerste = next(lid for lid in leden if not is_object(lid))
    termen: list[Term] = []
    for lid, bron in zip(leden, node.leden, strict=True):
        if is_object(lid):
            raise faal("CO-TYPE", bron.span, "in één opsomming staan een object en een waarde")
        assert not is_object(eerste)
        termen.append(_gelijksoortig(cast(Term, lid), cast(Term, eerste), bron, omg))
    return Lijst(tuple(termen), termen[0].type.lijst(), span=node.span)


def _gelijksoortig(lid: Term, eerste: Term, bron: tree.Expressie, omg: Omgeving) -> Term:
    if lid.type.soort is not eerste.type.soort:
        raise faal(
            "CO-TYPE",
            bron.span,
            f"in één opsomming staan een {eerste.type} en een {lid.type}",
            hulp=("alle leden moeten van dezelfde soort zijn",),
        )
    if lid.type.is_getal:
        return omgerekend(lid, eerste.type.eenheid, omg.tabel, bron.span, eerste.type)
    return lid


def _subselectie(node: tree.Subselectie, omg: Omgeving) -> Waarde:
    from wetsanalyse.model.condities import conditie  # the two call each other

    basis = keten(node.keten, omg, expressie)
    bron = basis if is_object(basis) else basis.object if isinstance(basis, Lees) else None
    if bron is None or not is_meervoudig(cast(ObjectTerm, bron)):
        raise faal(
            "ON-SUBSELECTIE",
            node.keten.span,
            "vóór “die” hoort iets waarvan er meer kunnen zijn",
            hulp=("gebruik een meervoudige rol of “alle …”",),
        )
    objecten = cast(ObjectTerm, bron)
    if isinstance(objecten, Rolstap) and is_meervoudig(objecten.van):
        raise faal(
            "ON-SUBSELECTIE-MEERDUIDIG",
            node.span,
            "dit kan op twee manieren gelezen worden: “die” kan bij de eerste of bij de tweede "
            "meervoudige schakel horen",
            hulp=("splits de regel met een variabele of een hulpattribuut",),
        )
    element, binnen = omg.voor_element(objecten.objecttype)
    voorwaarde = conditie(node.predicaat, binnen)
    keuze = Selectie(objecten, element.nummer, voorwaarde, span=node.span)
    return replace(basis, object=keuze) if isinstance(basis, Lees) else keuze


AGGREGATIES = {
    "het aantal": "AANTAL",
    "de som van": "SOM",
    "de minimale waarde van": "MINIMUM",
    "de maximale waarde van": "MAXIMUM",
    "de eerste van": "MINIMUM",
    "de laatste van": "MAXIMUM",
}


def _aggregatie(node: tree.Aggregatie, omg: Omgeving) -> Term:
    argument = waarde(node.argument, omg)
    op = AGGREGATIES[node.soort]
    if op == "AANTAL":
        if not is_object(argument):
            raise faal(
                "AG-OBJECT",
                node.argument.span,
                "“het aantal” telt objecten, maar hier staan waarden",
                hulp=("noem een rol of een objecttype in het meervoud",),
            )
        return Aggregaat(op, argument, replace(HEEL, bereik="niet-negatief"), span=node.span)
    if is_object(argument):
        raise faal(
            "AG-WAARDE", node.argument.span, f"“{node.soort}” vraagt om waarden, niet om objecten"
        )
    term = cast(Term, argument)
    tijd = node.soort in ("de eerste van", "de laatste van")
    if tijd != term.type.is_tijd or not (tijd or term.type.is_getal):
        raise faal(
            "AG-SOORT", node.argument.span, f"“{node.soort}” kan niet met een {term.type.enkel()}"
        )
    type_ = replace(term.type.enkel(), bereik=None)
    return Aggregaat(op, term, type_, node.of_nul, span=node.span)


def _tijdsduur(node: tree.Tijdsduur, omg: Omgeving) -> Term:
    van, tot = enkele(node.van, omg), enkele(node.tot, omg)
    for term, bron in ((van, node.van), (tot, node.tot)):
        if not term.type.is_tijd:
            raise faal(
                "EX-SOORT", bron.span, f"hier hoort een datum, maar er staat een {term.type}"
            )
    tekst = tree.EenheidTekst((tree.Macht(node.eenheid, span=node.span),), span=node.span)
    eenheid = omg.tabel.eenheid(tekst)
    type_ = Type(Soort.NUMERIEK, eenheid, 0)
    basis, factor = tijdseenheid(eenheid, node, Constante(0, type_))
    return Bewerking("TIJDSDUUR", (van, tot), type_, (basis, factor, node.absoluut), span=node.span)


def _datumdeel(node: tree.Datumdeel, omg: Omgeving) -> Term:
    datum = enkele(node.datum, omg)
    if not datum.type.is_tijd:
        raise faal("EX-SOORT", node.datum.span, f"hier hoort een datum, niet een {datum.type}")
    return Bewerking("DATUMDEEL", (datum,), HEEL, node.deel, span=node.span)


def _datum_met(node: tree.DatumMet, omg: Omgeving) -> Term:
    args = tuple(enkele(x, omg) for x in (node.jaar, node.maand, node.dag))
    return Bewerking("DATUM_MET", args, DATUM, span=node.span)


def _paasdag(node: tree.Paasdag, omg: Omgeving) -> Term:
    return Bewerking("PAASDAG", (enkele(node.jaar, omg),), DATUM, span=node.span)


_SOORTEN: dict[type, Callable[[Any, Omgeving], Waarde]] = {
    tree.Keten: _keten,
    tree.Getal: _getal,
    tree.Percentagegetal: _percentage,
    tree.Datumwaarde: _datum,
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
    tree.Opsomming: _opsomming,
    tree.Subselectie: _subselectie,
    tree.Aggregatie: _aggregatie,
    tree.Tijdsduur: _tijdsduur,
    tree.Datumdeel: _datumdeel,
    tree.DatumMet: _datum_met,
    tree.Paasdag: _paasdag,
}
