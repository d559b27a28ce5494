"""Dates made of parts, taken apart, and the time between them. [3.9, A-3, A-4]"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wetsanalyse.model.datumrekenen import eis_zelfde_precisie, tijdseenheid
from wetsanalyse.model.expressies import DATUMTIJD, HEEL, enkele, getalterm
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import faal
from wetsanalyse.model.terms import Constante, Term
from wetsanalyse.model.tijd import bewerk
from wetsanalyse.model.types import DATUM, Soort, Type
from wetsanalyse.syntax import tree

DATUMTIJD_MET = "DATUMTIJD_MET"


def over_datum(node: tree.Expressie, omg: Omgeving) -> Term:
    """The term of any of these. Raises Onoplosbaar."""
    return _SOORTEN[type(node)](node, omg)


def _datumterm(node: tree.Expressie, omg: Omgeving) -> Term:
    term = enkele(node, omg)
    if not term.type.is_tijd:
        raise faal("EX-SOORT", node.span, f"hier hoort een datum, maar er staat een {term.type}")
    return term


def _tijdsduur(node: tree.Tijdsduur, omg: Omgeving) -> Term:
    van, tot = _datumterm(node.van, omg), _datumterm(node.tot, omg)
    eis_zelfde_precisie(van.type, tot.type, node.span)
    tekst = tree.EenheidTekst((tree.Macht(node.eenheid, span=node.span),), span=node.span)
    eenheid = omg.tabel.eenheid(tekst)
    type_ = Type(Soort.NUMERIEK, eenheid, 0)
    basis, factor = tijdseenheid(eenheid, node, Constante(0, type_), omg)
    return bewerk("TIJDSDUUR", (van, tot), type_, (basis, factor, node.absoluut), span=node.span)


def _datumdeel(node: tree.Datumdeel, omg: Omgeving) -> Term:
    datum = _datumterm(node.datum, omg)
    if node.deel not in ("jaar", "maand", "dag") and datum.type.soort is not Soort.DATUMTIJD:
        raise faal(
            "DA-PRECISIE",
            node.datum.span,
            f"uit een datum zonder tijd is geen {node.deel} te halen",
            hulp=("declareer de datum als “Datum en tijd in millisecondes”",),
        )
    return bewerk("DATUMDEEL", (datum,), HEEL, node.deel, span=node.span)


def _datumgetallen(nodes: tuple[tree.Expressie, ...], omg: Omgeving) -> tuple[Term, ...]:
    bericht = "hier hoort een getal, maar er staat een {}"
    return tuple(getalterm(x, omg, bericht) for x in nodes)


def _datum_met(node: tree.DatumMet, omg: Omgeving) -> Term:
    args = _datumgetallen((node.jaar, node.maand, node.dag), omg)
    return bewerk("DATUM_MET", args, DATUM, span=node.span)


def _datumtijd_met(node: tree.DatumtijdMet, omg: Omgeving) -> Term:
    return bewerk(DATUMTIJD_MET, _datumgetallen(node.delen, omg), DATUMTIJD, span=node.span)


def _paasdag(node: tree.Paasdag, omg: Omgeving) -> Term:
    return bewerk("PAASDAG", _datumgetallen((node.jaar,), omg), DATUM, span=node.span)


_SOORTEN: dict[type, Callable[[Any, Omgeving], Term]] = {
    tree.Tijdsduur: _tijdsduur,
    tree.Datumdeel: _datumdeel,
    tree.DatumMet: _datum_met,
    tree.DatumtijdMet: _datumtijd_met,
    tree.Paasdag: _paasdag,
}
