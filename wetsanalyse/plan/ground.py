"""From the plan to a flat plan for one household shape: every object walked, every list
written out as arguments. What is static in the shape (who is whose partner) is decided here."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.cellen import celnamen_van
from wetsanalyse.model.feiten import Huishouden
from wetsanalyse.model.terms import (
    Term,
)
from wetsanalyse.plan.bewaard import Bewaard
from wetsanalyse.plan.bouwer import Bouwer
from wetsanalyse.plan.grondtermen import TERMEN
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import (
    GroundPlan,
)
from wetsanalyse.plan.uitslagen import controles

DIEP = 100_000


@contextmanager
def _diep() -> Iterator[None]:
    """Room for values that rest on values: in a recursive group one object after another, which
    goes deeper than Python allows by itself."""
    grens = sys.getrecursionlimit()
    sys.setrecursionlimit(max(grens, DIEP))
    try:
        yield
    finally:
        sys.setrecursionlimit(grens)


def ground(
    plan: Plan,
    huishouden: Huishouden,
    vragen: Mapping[str, Term] | None = None,
    parameters: Mapping[str, Any] | None = None,
) -> GroundPlan:
    """The flat plan of a household shape; the last ones are kept. ``vragen`` are terms (over named
    objects) that are to be answered too, by name. ``parameters`` of the case say how far a
    recursive group goes; in a plan made for other ones, what goes further is a fault."""
    delen = (tuple((vragen or {}).items()), tuple((parameters or {}).items()))
    return _VORMEN.haal(
        plan, (huishouden, *delen), lambda: _ground(plan, huishouden, vragen, parameters)
    )


_VORMEN: Bewaard[Plan, GroundPlan] = Bewaard(64)


@_diep()
def _ground(
    plan: Plan,
    huishouden: Huishouden,
    vragen: Mapping[str, Term] | None,
    parameters: Mapping[str, Any] | None,
) -> GroundPlan:
    bouwer = Bouwer(plan, huishouden, TERMEN, parameters)
    bouwer.maak_alles()
    for objecttype, lid in plan.volgorde:
        namen = celnamen_van(plan.model, objecttype, lid)
        for object_ in tuple(bouwer.van_type.get(objecttype, ())):
            for naam in namen:
                bouwer.eigenschap(object_, naam)
    antwoorden = {naam: bouwer.los(term) for naam, term in (vragen or {}).items()}
    tests = controles(bouwer)
    objecten = {o: (type_, bouwer.bestaat(o)) for o, type_ in bouwer.type_van.items()}
    slots = {sleutel: _gezien(bouwer, *sleutel) for sleutel in tuple(bouwer.slots)}
    return GroundPlan(
        tuple(bouwer.steps),
        MappingProxyType(slots),
        MappingProxyType({n: plan.waarde_van(n) for n in plan.parameters}),
        plan.rekendatum,
        MappingProxyType(antwoorden),
        MappingProxyType(objecten),
        MappingProxyType(tests),
        bouwer.vurend(),
    )


def _gezien(bouwer: Bouwer, object_: str, naam: str) -> int:
    """A property as the outside sees it: of an object that is not there, nothing."""
    slot, bewaker = bouwer.slots[object_, naam], bouwer.bestaat(object_)
    if bouwer.is_kenmerk(bouwer.type_van[object_], naam):
        return bouwer.waarheid(bouwer.en([bewaker, slot]))
    return bouwer.bewaakt(bewaker, slot, bouwer.steps[slot].type)
