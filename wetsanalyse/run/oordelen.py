"""What an outcome can be when an open norm has not been judged: every judgment tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wetsanalyse.plan.ops import GroundPlan, Onbeslist, OordeelSleutel
from wetsanalyse.run.exact import Geval, Waarde, reken

HOOGSTENS = 4
"""Up to so many judgments are combined; beyond that the outcome only names its norms."""


@dataclass(frozen=True, slots=True)
class Mogelijkheid:
    """What comes out under one set of judgments."""

    oordelen: Mapping[OordeelSleutel, bool]
    waarde: Waarde


def mogelijkheden(plan: GroundPlan, geval: Geval, doel: int) -> tuple[Mogelijkheid, ...]:
    """Every outcome of a step over the judgments it depends on. Empty: it depends on none, or
    on too many."""
    try:
        gevonden = tuple(_probeer(plan, geval, doel, {}))
    except OverflowError:
        return ()
    return gevonden if len(gevonden) > 1 else ()


def _probeer(
    plan: GroundPlan, geval: Geval, doel: int, gekozen: dict[OordeelSleutel, bool]
) -> Iterator[Mogelijkheid]:
    """Decide one norm at a time: a judgment may make another norm matter, or not."""
    nu = replace(geval, oordelen={**geval.oordelen, **gekozen})
    waarde = reken(plan, nu, (doel,)).waarden[doel]
    assert waarde is not None
    if not isinstance(waarde, Onbeslist):
        yield Mogelijkheid(gekozen, waarde)
        return
    if len(gekozen) == HOOGSTENS:
        raise OverflowError
    norm = min(waarde.oordelen)
    for oordeel in (True, False):
        yield from _probeer(plan, geval, doel, {**gekozen, norm: oordeel})
