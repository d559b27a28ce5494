"""Which amounts of the law an input is held against: what stands with it in one comparison, itself
or by way of the rules in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from wetsanalyse.model.lezen_termen import Eigenschap, termen, versie_termen
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import (
    Bewerking,
    Constante,
    Lees,
    Parameterterm,
    TermBasis,
    Variabeleterm,
)
from wetsanalyse.model.types import Type
from wetsanalyse.plan.lower import Plan

Bedrag = tuple[Fraction, Type]
VERGELIJKT = frozenset({"VERGELIJK", "BEGRENS", "MINIMUM", "MAXIMUM"})
"""What holds one amount against another: a test, a cap or a floor, the least and the most."""


def tegenover(plan: Plan, eigenschap: Eigenschap) -> Iterator[Bedrag]:
    """The numbers in every comparison that a property reaches."""
    for versie in plan.versies.values():
        for term in versie_termen(versie):
            if isinstance(term, Bewerking) and term.op in VERGELIJKT:
                delen = _alles(plan, versie, term)
                if any(_is(deel, eigenschap) for deel in delen):
                    yield from bedragen(plan, delen)


def bedragen(plan: Plan, delen: Sequence[TermBasis]) -> Iterator[Bedrag]:
    """The numbers that these terms name, and those of the parameters on that day."""
    for deel in delen:
        if isinstance(deel, Constante) and isinstance(deel.waarde, Fraction):
            yield deel.waarde, deel.type
        elif isinstance(deel, Parameterterm) and deel.naam in plan.parameters:
            waarde = plan.parameters[deel.naam].waarde
            if isinstance(waarde, Fraction):
                yield waarde, plan.model.parameters[deel.naam].type


def _alles(plan: Plan, versie: Regelversie, term: TermBasis) -> list[TermBasis]:
    """A term with all that its value is made of: variables, and what rules set. Whether a rule
    applies is not what its value is made of."""
    gevonden: list[TermBasis] = []
    gezien: set[tuple[str, str]] = set()
    werk: list[tuple[Regelversie, object]] = [(versie, term)]
    while werk:
        hier, waarde = werk.pop()
        for deel in termen(waarde):
            gevonden.append(deel)
            sleutel, verder = _achter(plan, hier, deel)
            if sleutel not in gezien:
                gezien.add(sleutel)
                werk += verder
    return gevonden


def _achter(
    plan: Plan, versie: Regelversie, deel: TermBasis
) -> tuple[tuple[str, str], list[tuple[Regelversie, object]]]:
    """What a variable or a property stands for, and under which name."""
    match deel:
        case Variabeleterm(naam):
            return (versie.id, naam), [
                (versie, v.waarde) for v in versie.variabelen if v.naam == naam
            ]
        case Lees(object, eigenschap):
            sleutel = (object.objecttype, eigenschap)
            return sleutel, [(v, (v.waarde, v.gevolg)) for v in plan.schrijvers.get(sleutel, ())]
        case _:
            return ("", ""), []


def _is(deel: TermBasis, eigenschap: Eigenschap) -> bool:
    return isinstance(deel, Lees) and (deel.object.objecttype, deel.eigenschap) == eigenschap
