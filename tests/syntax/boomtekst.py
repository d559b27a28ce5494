"""A tree in one line, so that a test can say in full what a sentence must become.

A chain stands in ``[…]``, outermost first; a number, date or name is written as itself; any other
node is ``Soort(veld=waarde, …)`` with the fields that say something. What nodes leave out when they
are compared (place, brackets, article, number of the verb) is left out here too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from datetime import date
from typing import Any

from wetsanalyse.syntax import tree as t


def kort(node: Any) -> str:
    match node:
        case t.Naam():
            return node.tekst
        case t.Hij():
            return "hij"
        case t.Getal():
            return " ".join(filter(None, [str(node.waarde), _eenheid(node.eenheid)]))
        case t.Percentagegetal():
            return f"{node.waarde * 100}%"
        case t.Datumwaarde():
            return _dag(node.datum)
        case t.Enumwaarde():
            return f"'{node.waarde}'"
        case t.Waarheid() | t.Rekendatum() | t.EenheidTekst() | t.Kwantificatie():
            return _woord(node)
        case t.Schakel():
            return " ".join(_schakel(node))
        case t.Keten():
            return f"[{' van '.join(kort(s) for s in node.schakels)}]"
        case t.Opsomming():
            return "{" + f" {node.voegwoord} ".join(kort(lid) for lid in node.leden) + "}"
        case t.Node():
            return _node(node)
    return _waarde(node)


def _woord(node: t.Waarheid | t.Rekendatum | t.EenheidTekst | t.Kwantificatie) -> str:
    if isinstance(node, t.Waarheid):
        return "waar" if node.waarde else "onwaar"
    if isinstance(node, t.Rekendatum):
        return "rekenjaar" if node.jaar else "rekendatum"
    if isinstance(node, t.EenheidTekst):
        return _eenheid(node)
    return f"{node.soort} {node.aantal}" if node.aantal else node.soort


def _waarde(waarde: Any) -> str:
    if isinstance(waarde, tuple):
        return f"({', '.join(kort(w) for w in waarde)})"
    if isinstance(waarde, date):
        return _dag(waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde)


def _node(node: t.Node) -> str:
    velden = (
        f"{veld.name}={kort(getattr(node, veld.name))}"
        for veld in fields(node)
        if veld.compare and not _zegt_niets(veld, getattr(node, veld.name))
    )
    return f"{type(node).__name__}({', '.join(velden)})"


def _zegt_niets(veld: Field[Any], waarde: Any) -> bool:
    return (
        waarde is None or waarde == () or (veld.default is not MISSING and waarde == veld.default)
    )


def _schakel(node: t.Schakel) -> Iterator[str]:
    if node.kwantificatie is not None:
        yield kort(node.kwantificatie)
    if node.bepaling is not None:
        yield node.bepaling
    if node.rang is not None:
        yield f"#{node.rang}"
    yield from (f"<{label.tekst}>" for label in node.labels if label.voorzetsel is None)
    yield node.naam.tekst
    achter = (label for label in node.labels if label.voorzetsel is not None)
    yield from (f"<{label.voorzetsel} {label.tekst}>" for label in achter)


def _eenheid(eenheid: t.EenheidTekst | None) -> str:
    if eenheid is None:
        return ""
    boven = " ".join(_macht(m) for m in eenheid.teller) or ("1" if eenheid.noemer else "")
    onder = " ".join(_macht(m) for m in eenheid.noemer)
    return f"{boven}/{onder}" if onder else boven


def _macht(macht: t.Macht) -> str:
    return macht.eenheid if macht.exponent == 1 else f"{macht.eenheid}^{macht.exponent}"


def _dag(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"
