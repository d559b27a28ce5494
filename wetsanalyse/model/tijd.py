"""Values that change over time: how fine the timeline of a value is. [1.9, 5]

A value without a korrel is the same at all times. What is made of values changes whenever one
of them does, so each operation is made with `bewerk`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from wetsanalyse.model.korrel import DAG, JAAR, MAAND, Korrel, samen
from wetsanalyse.model.model import Kenmerk
from wetsanalyse.model.tabel import faal
from wetsanalyse.model.terms import (
    Bewerking,
    Constante,
    Lees,
    ObjectTerm,
    Rolstap,
    Selectie,
    Term,
    Vereniging,
)
from wetsanalyse.model.types import BOOLEAN, Type
from wetsanalyse.text import Span

PER = {"maand": MAAND, "jaar": JAAR}


def bewerk(
    op: str, args: tuple[Term, ...], type_: Type, par: Any = None, *, span: Span | None
) -> Bewerking:
    """An operation; it changes over time when one of its arguments does, and is done for each
    member when one of them is a list."""
    lijsten = [arg for arg in args if arg.type.meervoudig]
    if len({lijstbron(arg) for arg in lijsten}) > 1:
        assert span is not None
        raise faal(
            "EX-LIJSTEN",
            span,
            "hier staan twee lijsten door elkaar, en niet is te zien wat bij wat hoort",
            hulp=("geef elk lid eerst een eigen attribuut, en tel dat op",),
        )
    vorm = type_.lijst() if lijsten else type_.enkel()
    return Bewerking(op, args, gemengd(vorm, args), par, span=span)


def lijstbron(term: Term) -> object:
    """Of which objects (and labels) a list has one member each; of one that was written out,
    itself."""
    if isinstance(term, Lees):
        return term.object, tuple(labels for _, labels in term.cel if len(labels) > 1)
    if isinstance(term, Bewerking):
        return next(lijstbron(arg) for arg in term.args if arg.type.meervoudig)
    return term


def gemengd(type_: Type, termen: Iterable[Term]) -> Type:
    """A type with the korrel of all the terms that a value is made of."""
    korrels = [term.type.korrel for term in termen]
    return met_korrel(type_, samen(korrels)) if any(korrels) else type_


def met_korrel(type_: Type, korrel: Korrel | None) -> Type:
    """A type that also changes with ``korrel``."""
    if korrel is None:
        return type_
    return replace(type_, korrel=samen([type_.korrel, korrel]))


def kenmerktype(kenmerk: Kenmerk) -> Type:
    return met_korrel(BOOLEAN, kenmerk.tijdlijn)


def objectkorrel(term: ObjectTerm) -> Korrel | None:
    """The korrel of who is meant: a selection on a value that changes, changes too."""
    match term:
        case Selectie(bron, _, voorwaarde):
            return samen([objectkorrel(bron), voorwaarde.type.korrel])
        case Rolstap(van):
            return objectkorrel(van)
        case Vereniging(leden):
            return samen([objectkorrel(lid) for lid in leden])
        case _:
            return None


def grenskorrel(van: Term | None, tot: Term | None, inclusief: bool) -> Korrel:
    """The korrel of a period: that of a month or year when both bounds are written as dates on
    which one begins, else that of a day. Without bounds it never changes. [5]"""
    begin = _begint(van, 0)
    eind = _begint(tot, 1 if inclusief else 0)
    return samen([begin, eind]) or JAAR


def _begint(grens: Term | None, dagen_erbij: int) -> Korrel | None:
    """What begins on a bound. None: it is open, and goes with everything."""
    if grens is None:
        return None
    if not isinstance(grens, Constante) or not isinstance(grens.waarde, int):
        return DAG
    dag = grens.waarde + dagen_erbij
    if dag > date.max.toordinal():
        return None  # up to and including the last of all days: no end
    if dag < 1:
        return DAG
    gevonden = date.fromordinal(dag)
    if gevonden.day != 1:
        return DAG
    return JAAR if gevonden.month == 1 else MAAND
