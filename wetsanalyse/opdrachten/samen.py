"""More folders as one whole: on which day they are looked at together, and what that leaves out.
What is not there on that day, or is about somebody else, is not found; so it must be said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from wetsanalyse.model.model import Model, Regelversie
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.report.opmaak import datum, opsomming

Uitkomst = tuple[str, str]
"""Of which objecttype, and the name."""


def gezamenlijk(model: Model, scenarios: Sequence[Scenario]) -> Sequence[Scenario]:
    """The scenarios whose day suits most of what counts. One folder: all of them."""
    if len(_mappen(model)) < 2 or not scenarios:
        return scenarios
    stil = {s.casus.rekendatum: len(stille_uitkomsten(model, s.casus.rekendatum))
            for s in scenarios}  # fmt: skip
    return [s for s in scenarios if stil[s.casus.rekendatum] == min(stil.values())]


def leemten(model: Model, dag: date) -> tuple[str, ...]:
    """What is not looked at on this day, in sentences."""
    return (*_zonder_regel(model, dag), *_los_van_elkaar(model))


def stille_uitkomsten(model: Model, dag: date) -> tuple[Uitkomst, ...]:
    """What counts for a citizen and has rules, but none on this day."""
    ooit = {_gezet(v) for r in model.regels.values() for v in r.versies}
    nu = {_gezet(v) for v in model.versies_op(dag)}
    telt = (
        (lees.object.objecttype, lees.eigenschap)
        for u in model.uitkomsten
        for lees in (*u.voordelen, *u.nadelen)
    )
    return tuple(dict.fromkeys(u for u in telt if u in ooit - nu))


def _zonder_regel(model: Model, dag: date) -> Iterator[str]:
    stil = stille_uitkomsten(model, dag)
    if stil:
        namen = opsomming([f"“{naam} van {wie}”" for wie, naam in stil])
        yield f"{namen}: op {datum(dag)} is er geen regel die dit bepaalt"


def _los_van_elkaar(model: Model) -> Iterator[str]:
    """A folder whose rules are about nobody that the rules of another are about."""
    over = _mappen(model)
    for map_, eigen in over.items():
        rest = set().union(*(soorten for ander, soorten in over.items() if ander != map_))
        if rest and not eigen & rest:
            yield (
                f"{map_} gaat over {opsomming(sorted(eigen))}, en geen andere map zegt daar iets "
                "over: wat deze wetten samen met één mens doen, is niet onderzocht"
            )


def _mappen(model: Model) -> dict[str, set[str]]:
    """Of each folder the objecttypes that its rules say something about."""
    over: dict[str, set[str]] = {}
    for regel in model.regels.values():
        for versie in regel.versies:
            if versie.span is not None and versie.span.source.map_:
                soorten = over.setdefault(versie.span.source.map_, set())
                soorten.add(versie.onderwerp.doeltype)
    return over


def _gezet(versie: Regelversie) -> Uitkomst:
    return versie.onderwerp.doeltype, versie.eigenschap
