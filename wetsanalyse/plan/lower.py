"""From the model to the plan of one day: versions chosen, writers gathered, an order found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.clausulegevolgen import gevolgen
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.gevolgen import Objectcreatie
from wetsanalyse.model.lezen_termen import (
    Eigenschap,
    gelezen_door,
    gezet_door,
    parameters_van,
    termen,
    versie_termen,
)
from wetsanalyse.model.model import Model, Parameter, Parameterwaarde, Regelversie

__all__ = [
    "Eigenschap",
    "Plan",
    "gelezen_door",
    "lower",
    "parameters_van",
    "termen",
    "versie_termen",
]


@dataclass(frozen=True)
class Plan:
    """The model as it stands on ``rekendatum``. ``versies`` are the rule versions in force, then
    the effects of clauses (`model.clausulegevolgen`). ``schrijvers`` are those that set a
    property, in this order; ``volgorde`` lists properties, writers before readers."""

    model: Model
    rekendatum: date
    versies: Mapping[str, Regelversie]
    schrijvers: Mapping[Eigenschap, tuple[Regelversie, ...]]
    parameters: Mapping[str, Parameterwaarde]
    volgorde: tuple[Eigenschap, ...]

    @cached_property
    def gelezen(self) -> frozenset[Eigenschap]:
        """The properties that some rule looks at."""
        return frozenset(e for versie in self.versies.values() for e in gelezen_door(versie))

    def waarde_van(self, parameter: str) -> Any:
        """The value of a parameter on that day; with a timeline, its values over all days."""
        declaratie = self.model.parameters[parameter]
        if declaratie.tijdlijn is not None:
            return over_de_tijd(declaratie.waarden)
        return self.parameters[parameter].waarde


def lower(model: Model, rekendatum: date) -> Plan:
    """Choose versions and parameter values by the rekendatum. [2.1, 8.3]"""
    regels = (*model.versies_op(rekendatum), *gevolgen(model, rekendatum))
    versies = {v.id: v for v in regels}
    schrijvers: dict[Eigenschap, list[Regelversie]] = {}
    for versie in versies.values():
        # An object that is made gets its own first values; those of others stay as they are.
        if not isinstance(versie.gevolg, Objectcreatie):
            for sleutel in gezet_door(versie):
                schrijvers.setdefault(sleutel, []).append(versie)
    waarden = {n: _in_beeld(p, rekendatum) for n, p in model.parameters.items()}
    vast = MappingProxyType({k: tuple(v) for k, v in schrijvers.items()})
    return Plan(
        model,
        rekendatum,
        MappingProxyType(versies),
        vast,
        MappingProxyType({n: w for n, w in waarden.items() if w is not None}),
        _volgorde(model, vast),
    )


def _in_beeld(parameter: Parameter, rekendatum: date) -> Parameterwaarde | None:
    """What is in force on the day; of a parameter with a timeline, else its first value."""
    nu = parameter.op(rekendatum)
    if nu is None and parameter.tijdlijn is not None and parameter.waarden:
        return parameter.waarden[0]
    return nu


def over_de_tijd(waarden: Sequence[Parameterwaarde]) -> Any:
    """The values of a parameter one after the other; leeg where none is in force."""
    grenzen: set[int] = set()
    for w in waarden:
        grenzen |= {w.van.toordinal()} if w.van is not None else set()
        grenzen |= {w.tot.toordinal() + 1} if w.tot is not None else set()
    knips: list[int] = []
    rij: list[Any] = [_op(waarden, min(grenzen, default=1) - 1)]
    for dag in sorted(grenzen):
        waarde = _op(waarden, dag)
        if waarde != rij[-1]:
            knips.append(dag)
            rij.append(waarde)
    return Tijdwaarde(tuple(knips), tuple(rij)) if knips else rij[0]


def _op(waarden: Sequence[Parameterwaarde], dag: int) -> Any:
    for w in waarden:
        na_begin = w.van is None or w.van.toordinal() <= dag
        if na_begin and (w.tot is None or dag <= w.tot.toordinal()):
            return w.waarde
    return None


def _volgorde(
    model: Model, schrijvers: Mapping[Eigenschap, tuple[Regelversie, ...]]
) -> tuple[Eigenschap, ...]:
    """Dependencies decide, not the place in the file. A cycle is reported by the graph; here
    its members simply come last."""
    sorteer: TopologicalSorter[Eigenschap] = TopologicalSorter()
    for naam, objecttype in model.objecttypen.items():
        for eigenschap in (*objecttype.attributen, *objecttype.kenmerken):
            sleutel = (naam, eigenschap)
            gelezen = {e for v in schrijvers.get(sleutel, ()) for e in gelezen_door(v)}
            sorteer.add(sleutel, *sorted(gelezen - {sleutel}))
    try:
        return tuple(sorteer.static_order())
    except CycleError:
        return tuple(
            (n, e) for n, o in model.objecttypen.items() for e in (*o.attributen, *o.kenmerken)
        )
