"""From the plan to a flat plan for one household shape: every object walked, every list
written out as arguments. What is static in the shape (who is whose partner) is decided here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wetsanalyse.model.feiten import Huishouden
from wetsanalyse.model.terms import (
    Term,
)
from wetsanalyse.plan.bouwer import Bouwer
from wetsanalyse.plan.grondtermen import TERMEN
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import (
    GroundPlan,
)


def ground(
    plan: Plan, huishouden: Huishouden, vragen: Mapping[str, Term] | None = None
) -> GroundPlan:
    """The flat plan of a household shape. ``vragen`` are terms (over named objects) that are
    to be answered too, by name."""
    bouwer = Bouwer(plan, huishouden, TERMEN)
    for objecttype, eigenschap in plan.volgorde:
        for naam in bouwer.van_type.get(objecttype, ()):
            bouwer.eigenschap(naam, eigenschap)
    antwoorden = {naam: bouwer.los(term) for naam, term in (vragen or {}).items()}
    return GroundPlan(
        tuple(bouwer.steps),
        MappingProxyType(dict(bouwer.slots)),
        MappingProxyType({n: w.waarde for n, w in plan.parameters.items()}),
        plan.rekendatum,
        MappingProxyType(antwoorden),
    )
