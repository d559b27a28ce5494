"""Expressions and conditions over time: periods, totals, counts of days, shares. [5]"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from wetsanalyse.model.condities import conditie
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.model.kwantiteiten import niet
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, faal
from wetsanalyse.model.terms import (
    Constante,
    Dagentelling,
    Heletijd,
    Term,
    Tijdgebonden,
    Tijdsdeel,
    Tijdvak,
    Totaal,
)
from wetsanalyse.model.tijd import PER, grenskorrel, met_korrel
from wetsanalyse.model.types import BOOLEAN, DATUM, Eenheid, Soort, Type
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span


def over_tijd(node: Any, omg: Omgeving) -> Term:
    """The term of any node that is about time. Raises Onoplosbaar."""
    return _SOORTEN[type(node)](node, omg)


# ------------------------------------------------------------------ when


def _gedurende(node: tree.Gedurende, omg: Omgeving) -> Term:
    term = conditie(node.conditie, omg)
    if term.type.korrel is None:
        raise faal(
            "VW-GEEN-TIJD",
            node.span,
            "deze voorwaarde is op elke dag hetzelfde; er is geen tijd dat zij geldt",
            hulp=("schrijf “indien …”, of zet “voor elke dag” achter het attribuut",),
        )
    return term


def eis_geen_tijd(term: Term, span: Span) -> None:
    """Raise when a condition after `indien` changes over time. [2.3]"""
    if term.type.korrel is not None:
        raise faal(
            "VW-INDIEN-TIJD",
            span,
            f"deze voorwaarde kan per {term.type.korrel} anders zijn",
            hulp=("schrijf “gedurende de tijd dat …” in plaats van “indien …”",),
        )


def _periode(node: tree.Periode, omg: Omgeving) -> Term:
    van = _grens(node.van, omg) if node.van is not None else None
    tot = _grens(node.tot, omg, node.tot_en_met) if node.tot is not None else None
    korrel = grenskorrel(van, tot, node.tot_en_met)
    return Tijdvak(van, tot, node.tot_en_met, met_korrel(BOOLEAN, korrel), span=node.span)


def _grens(node: tree.Expressie, omg: Omgeving, laatste: bool = False) -> Term:
    """A day. A bare year is its first day, or (``laatste``) its last. [5]"""
    if isinstance(node, tree.Getal) and node.eenheid is None and len(node.span.tekst.strip()) == 4:
        jaar = int(node.waarde)
        if node.decimalen == 0 and jaar >= 1000:
            dag = date(jaar, 12, 31) if laatste else date(jaar, 1, 1)
            return Constante(dag.toordinal(), DATUM, span=node.span)
    term = enkele(node, omg)
    if term.type.soort is Soort.DATUMTIJD:
        raise faal("DA-PRECISIE", node.span, "een periode begint en eindigt op een hele dag")
    if term.type.soort is not Soort.DATUM:
        raise faal("EX-SOORT", node.span, f"hier hoort een datum, maar er staat een {term.type}")
    if term.type.korrel is not None:
        raise faal(
            "TP-GRENS",
            node.span,
            "een periode begint en eindigt op één dag, maar deze datum verandert in de tijd",
            hulp=("gebruik een attribuut zonder tijdlijn",),
        )
    return term


def _periodetest(node: tree.Periodetest, omg: Omgeving) -> Term:
    test = _periode(node.periode, omg)
    return niet(test) if node.ontkend else test


def _hele_periode(node: tree.HelePeriode, omg: Omgeving) -> Term:
    term = conditie(node.conditie, omg)
    if term.type.korrel is None:
        raise faal(
            "TP-GEEN-TIJD",
            node.span,
            "dit is op elke dag hetzelfde, dus “gedurende” zegt hier niets",
            hulp=("laat “gedurende …” weg, of zet “voor elke dag” achter het attribuut",),
        )
    test = Heletijd(node.per, term, _waarheid(PER[node.per]), span=node.span)
    return niet(test) if node.ontkend else test


def _waarheid(korrel: Korrel) -> Type:
    return replace(BOOLEAN, korrel=korrel)


# ------------------------------------------------------------------ values


def _tijdgebonden(node: tree.Tijdgebonden, omg: Omgeving) -> Term:
    waarde, tijd = enkele(node.waarde, omg), over_tijd(node.tijd, omg)
    type_ = met_korrel(waarde.type, tijd.type.korrel)
    return Tijdgebonden(waarde, tijd, type_, span=node.span)


def _totaal(node: tree.Totaal, omg: Omgeving) -> Term:
    waarde = _getal(node.waarde, omg)
    tijd = over_tijd(node.tijd, omg) if node.tijd is not None else None
    eenheid = _zonder_tijd(waarde.type.eenheid, omg.tabel, node)
    type_ = replace(waarde.type, eenheid=eenheid, korrel=None, decimalen=None, bereik=None)
    return Totaal(waarde, tijd, type_, span=node.span)


def _zonder_tijd(eenheid: Eenheid, tabel: Tabel, node: tree.Totaal) -> Eenheid:
    """The unit without the time that it is counted per: €/mnd becomes €. [5]"""
    for naam, exponent in eenheid.machten:
        wortel = tabel.eenheden.factoren.get(naam, (naam, None))[0]
        if exponent == -1 and wortel in ("dg", "mnd"):
            return Eenheid.van({n: e for n, e in eenheid.machten if n != naam})
    raise _geen_tijd_in_eenheid(eenheid, node)


def _geen_tijd_in_eenheid(eenheid: Eenheid, node: tree.Totaal) -> Onoplosbaar:
    wat = f"in {eenheid}" if eenheid else "zonder eenheid"
    return faal(
        "TT-EENHEID",
        node.waarde.span,
        f"“het totaal van” telt iets per dag, maand of jaar op; dit is {wat}",
        hulp=("geef het attribuut een eenheid met tijd, bijvoorbeeld €/mnd",),
    )


def _aantal_dagen(node: tree.AantalDagen, omg: Omgeving) -> Term:
    per = {"maand": "mnd", "jaar": "jr"}[node.per]
    type_ = Type(Soort.NUMERIEK, Eenheid.van({"dg": 1, per: -1}), 0, "niet-negatief")
    test = conditie(node.voorwaarde, omg)
    return Dagentelling(node.per, test, replace(type_, korrel=PER[node.per]), span=node.span)


def _tijdsdeel(node: tree.TijdsevenredigDeel, omg: Omgeving) -> Term:
    waarde = _getal(node.waarde, omg)
    tijd = over_tijd(node.tijd, omg) if node.tijd is not None else None
    type_ = replace(waarde.type, decimalen=None, bereik=None, korrel=PER[node.per])
    return Tijdsdeel(node.per, waarde, tijd, type_, span=node.span)


def _getal(node: tree.Expressie, omg: Omgeving) -> Term:
    term = enkele(node, omg)
    if not term.type.is_getal:
        raise faal("EX-SOORT", node.span, f"hier hoort een getal, maar er staat een {term.type}")
    return term


_SOORTEN: dict[type, Callable[[Any, Omgeving], Term]] = {
    tree.Gedurende: _gedurende,
    tree.Periode: _periode,
    tree.Periodetest: _periodetest,
    tree.HelePeriode: _hele_periode,
    tree.Tijdgebonden: _tijdgebonden,
    tree.Totaal: _totaal,
    tree.AantalDagen: _aantal_dagen,
    tree.TijdsevenredigDeel: _tijdsdeel,
}
