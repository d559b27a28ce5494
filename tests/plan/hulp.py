"""From rule texts and a household to what comes out, in one call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from tests.model import taal
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.model.model import Model
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.plan.ops import Fout, Onbeslist
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.run.scenarios import voer_uit

DAG = date(2025, 6, 1)
Paren = Iterable[tuple[str, str]]
Feiten = Iterable[tuple[str, tuple[str, str]]]


def reken(
    wet: Model | Iterable[str],
    objecten: Paren,
    feiten: Feiten = (),
    invoer: Mapping[tuple[str, str], Any] | None = None,
    oordelen: Mapping[tuple[str, str], bool] | None = None,
    parameters: Mapping[str, Any] | None = None,
) -> Uitslag:
    """``wet``: a model, or rules in the vocabulary of `tests.model.taal`."""
    model = wet if isinstance(wet, Model) else taal.goed(*wet)
    huishouden = Huishouden(tuple(objecten), tuple(Feit(f, paar) for f, paar in feiten))
    casus = Casus(
        DAG,
        huishouden,
        {k: getal(w) for k, w in (invoer or {}).items()},
        oordelen or {},
        {k: getal(w) for k, w in (parameters or {}).items()},
    )
    return voer_uit(_plan(model), casus)[1]


_PLANNEN: list[tuple[Model, Plan]] = []


def _plan(model: Model) -> Plan:
    """The plan of a model; that of the last few is kept, for tests with many households."""
    for bekend, plan in _PLANNEN:
        if bekend is model:
            return plan
    _PLANNEN[:] = [*_PLANNEN[-7:], (model, lower(model, DAG))]
    return _PLANNEN[-1][1]


def getal(waarde: Any) -> Any:
    heel = isinstance(waarde, int) and not isinstance(waarde, bool)
    return Fraction(waarde) if heel else waarde


def code(waarde: Any) -> Any:
    """A fault as its code, undecided as a word; other values as they are."""
    if isinstance(waarde, Onbeslist):
        return "onbeslist"
    return waarde.code if isinstance(waarde, Fout) else waarde


def gemaakt(uitslag: Uitslag) -> dict[str, Any]:
    """Every object that a rule may make, with whether it is there."""
    return {
        naam: code(uitslag.bestaat(naam))
        for naam, (_, bewaker) in uitslag.plan.objecten.items()
        if bewaker is not None
    }


def controles(uitslag: Uitslag, regel: str) -> dict[str, Any]:
    """For each object of a rule that checks: is it consistent?"""
    return {
        wie: code(uitslag.waarden[slot])
        for (naam, wie), slot in uitslag.plan.controles.items()
        if naam == regel
    }
