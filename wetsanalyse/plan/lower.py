"""From the model to the plan of one day: versions chosen, writers gathered, an order found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType

from wetsanalyse.model.gevolgen import Objectcreatie
from wetsanalyse.model.lezen_termen import (
    Eigenschap,
    gelezen_door,
    gezet_door,
    parameters_van,
    termen,
    versie_termen,
)
from wetsanalyse.model.model import Model, Parameterwaarde, Regelversie
from wetsanalyse.model.nog_niet import Ongerekend, ongerekend

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
    """The model as it stands on ``rekendatum``. ``schrijvers`` are the rule versions that set a
    property, in the order of the text; ``volgorde`` lists properties, writers before readers.
    ``ongerekend``: what cannot be computed yet on that day."""

    model: Model
    rekendatum: date
    versies: Mapping[str, Regelversie]
    schrijvers: Mapping[Eigenschap, tuple[Regelversie, ...]]
    parameters: Mapping[str, Parameterwaarde]
    volgorde: tuple[Eigenschap, ...]
    ongerekend: Ongerekend = field(default_factory=Ongerekend)


def lower(model: Model, rekendatum: date) -> Plan:
    """Choose versions and parameter values by the rekendatum. [2.1, 8.3]"""
    versies = {v.id: v for v in model.versies_op(rekendatum)}
    schrijvers: dict[Eigenschap, list[Regelversie]] = {}
    for versie in versies.values():
        # An object that is made gets its own first values; those of others stay as they are.
        if not isinstance(versie.gevolg, Objectcreatie):
            for sleutel in gezet_door(versie):
                schrijvers.setdefault(sleutel, []).append(versie)
    waarden = {n: p.op(rekendatum) for n, p in model.parameters.items()}
    vast = MappingProxyType({k: tuple(v) for k, v in schrijvers.items()})
    return Plan(
        model,
        rekendatum,
        MappingProxyType(versies),
        vast,
        MappingProxyType({n: w for n, w in waarden.items() if w is not None}),
        _volgorde(model, vast),
        ongerekend(model, versies.values()),
    )


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
