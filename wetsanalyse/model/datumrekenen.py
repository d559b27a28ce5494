"""Dates with units of time and kinds of days, once the values are known. [3.9, 1.12]"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from wetsanalyse.model.lezen_termen import DAGSOORT_PLUS
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Onoplosbaar, faal, vouw
from wetsanalyse.model.terms import Term
from wetsanalyse.model.tijd import bewerk
from wetsanalyse.model.types import Eenheid, Soort, Type
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span


def datum_plus(node: tree.Binair, links: Term, rechts: Term, omg: Omgeving) -> Term:
    """A date with so many units of time, or so many days of a sort. [3.9]"""
    if node.op not in ("plus", "min"):
        raise faal("EX-SOORT", node.span, f"“{node.op}” met een datum bestaat niet")
    teken = 1 if node.op == "plus" else -1
    if not rechts.type.is_getal:
        raise geen_tijdseenheid(node.rechts, rechts)
    dagsoort = dagsoort_van(rechts.type.eenheid, omg)
    if dagsoort is not None:
        return bewerk(DAGSOORT_PLUS, (links, rechts), links.type, (dagsoort, teken), span=node.span)
    basis, factor = tijdseenheid(rechts.type.eenheid, node.rechts, rechts, omg)
    fijner = basis == "dg" and factor < 1
    type_ = replace(links.type, soort=Soort.DATUMTIJD) if fijner else links.type
    return bewerk("DATUM_PLUS", (links, rechts), type_, (basis, factor, teken), span=node.span)


def dagsoort_van(eenheid: Eenheid, omg: Omgeving) -> str | None:
    """The dagsoort that a unit counts days of. [1.12]"""
    if len(eenheid.machten) == 1 and eenheid.machten[0][1] == 1:
        gevouwen = vouw(eenheid.machten[0][0])
        return next((d for d in omg.tabel.dagsoorten if vouw(d) == gevouwen), None)
    return None


def tijdseenheid(
    eenheid: Eenheid, node: tree.Expressie, term: Term, omg: Omgeving
) -> tuple[str, Fraction]:
    """(``dg`` or ``mnd``, factor) of a unit of time that can be added to a date."""
    if len(eenheid.machten) == 1 and eenheid.machten[0][1] == 1:
        gevonden = omg.tabel.eenheden.factoren.get(eenheid.machten[0][0])
        if gevonden is not None and gevonden[0] in ("dg", "mnd"):
            return gevonden
    raise geen_tijdseenheid(node, term)


def geen_tijdseenheid(node: tree.Expressie, term: Term) -> Onoplosbaar:
    return faal(
        "DA-EENHEID",
        node.span,
        f"bij een datum hoort een aantal dagen, weken, maanden of jaren; dit is {term.type}",
        hulp=("schrijf bijvoorbeeld “plus 14 dg” of “plus 6 mnd”",),
    )


def eis_zelfde_precisie(links: Type, rechts: Type, span: Span) -> None:
    """A date and a moment do not mix: at what time would the date be? [1.4]"""
    if links.is_tijd and rechts.is_tijd and links.soort is not rechts.soort:
        raise faal(
            "DA-PRECISIE",
            span,
            "hier staan een datum zonder tijd en een datum met tijd door elkaar",
            hulp=("gebruik aan beide kanten “Datum in dagen”, of aan beide kanten een tijd",),
        )
