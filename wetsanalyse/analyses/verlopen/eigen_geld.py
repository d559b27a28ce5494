"""Whether an input counts in `Uitkomst` itself: who earns less has less, and no law took that. A
rule that only passes the input on, or only turns a week into a year, changes nothing about it."""

from __future__ import annotations

from collections.abc import Iterator

from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.model.lezen_termen import Eigenschap
from wetsanalyse.model.model import Uitkomst
from wetsanalyse.model.terms import Bewerking, Constante, Lees
from wetsanalyse.plan.lower import Plan

ALLES = ("voordelen", "nadelen", "middelen", "bodems")
OMREKENEN = frozenset({"MAAL", "DEEL", "AFRONDEN"})
TIJD = frozenset({"jr", "kw", "mnd", "wk", "dg"})


def telt_zelf(veeg: Veeg, *waarin: str) -> bool:
    """Whether the axis is something that `Uitkomst` lists under one of these heads."""
    as_ = (veeg.casus.huishouden.typen[veeg.object], veeg.as_attribuut.naam)
    return any(
        as_ in _gelijk_aan(veeg.plan, eigenschap)
        for u in veeg.plan.model.uitkomsten
        for eigenschap in _genoemd(u, waarin)
    )


def _genoemd(uitkomst: Uitkomst, waarin: tuple[str, ...]) -> Iterator[Eigenschap]:
    for kop in waarin:
        for lees in getattr(uitkomst, kop):
            yield lees.object.objecttype, lees.eigenschap


def _gelijk_aan(plan: Plan, eigenschap: Eigenschap) -> set[Eigenschap]:
    """A property, and what is passed on to it."""
    gezien = {eigenschap}
    while (bron := _doorgegeven(plan, eigenschap)) is not None and bron not in gezien:
        gezien.add(bron)
        eigenschap = bron
    return gezien


def _doorgegeven(plan: Plan, eigenschap: Eigenschap) -> Eigenschap | None:
    """What the only rule for a property passes on, always and whole; None: it does more."""
    versies = plan.schrijvers.get(eigenschap, ())
    if len(versies) != 1 or versies[0].voorwaarde is not None or versies[0].tijd is not None:
        return None
    return _kern(versies[0].waarde) if versies[0].gevolg is None else None


def _kern(term: object) -> Eigenschap | None:
    """The one property behind a term that reads it, per another stretch of time or rounded."""
    if isinstance(term, Lees):
        return term.object.objecttype, term.eigenschap
    if not isinstance(term, Bewerking) or term.op not in OMREKENEN:
        return None
    over = [deel for deel in term.args if not (isinstance(deel, Constante) and _tijd(deel))]
    return _kern(over[0]) if len(over) == 1 else None


def _tijd(constante: Constante) -> bool:
    """``52 wk/jr``: a quantity of nothing but time."""
    namen = {naam for naam, _ in constante.type.eenheid.machten}
    return bool(namen) and namen <= TIJD
