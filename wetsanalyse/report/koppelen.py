"""The terms of a rule beside the steps that they became: what a piece of text was worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wetsanalyse.model.gevolgen import Objectcreatie
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import (
    Bewerking,
    Dagentelling,
    Heletijd,
    Term,
    Tijdgebonden,
    Tijdsdeel,
    Tijdvak,
    Totaal,
    Variabeleterm,
)
from wetsanalyse.plan.ops import Op
from wetsanalyse.report.tijdverloop import onder
from wetsanalyse.run.exact import Uitslag

Koppel = tuple[Term, Uitslag, int]
"""A term, its step, and the run in which that is to be looked at."""
NIET_NODIG = -1
"""In the place of a step that was not asked for in this run."""


def koppels(uitslag: Uitslag, slot: int, term: Term) -> Iterator[Koppel]:
    """A term and all terms in it of which the step is known, in the order of the text."""
    step = uitslag.plan.steps[slot]
    while step.op is Op.CONTROLE:
        (slot,) = step.args
        step = uitslag.plan.steps[slot]
    yield term, uitslag, slot
    if isinstance(term, Bewerking) and step.op.name != term.op:
        return
    delen = _delen(term)
    beeld, args = onder(uitslag, slot), step.args
    if isinstance(term, Totaal) and term.tijd is not None:
        args = uitslag.plan.steps[step.args[0]].args
    gevraagd = {*uitslag.gevraagd(slot), *(args if isinstance(term, Totaal) else ())}
    for deel, arg in zip(delen, args, strict=False):
        if deel is not None and arg in gevraagd:
            yield from koppels(beeld, arg, deel)
        elif deel is not None:
            yield deel, beeld, NIET_NODIG


def voorwaarden_van(versie: Regelversie | None) -> tuple[Term, ...]:
    """The conditions of a rule, as the plan joins them."""
    if versie is None:
        return ()
    return tuple(t for t in (versie.voorwaarde, versie.tijd) if t is not None)


def voorwaardeslots(
    uitslag: Uitslag, slot: int, versie: Regelversie | None
) -> Iterator[tuple[Term | None, int]]:
    """The steps that are joined into the condition of a run, each with the term that it came
    from; None: a guard, which has no words in the rule."""
    termen = voorwaarden_van(versie)
    step = uitslag.plan.steps[slot]
    if versie is not None and versie.gevolg is not None:
        yield from _aangevuld(uitslag, list(_op_span(uitslag, slot, termen)), termen)
    elif step.op is Op.TEL and not step.label and len(step.args) >= len(termen):
        bewakers = len(step.args) - len(termen)
        yield from zip([None] * bewakers + list(termen), step.args, strict=True)
    else:
        yield (termen[-1] if termen else None), slot


def _op_span(
    uitslag: Uitslag, slot: int, termen: Sequence[Term]
) -> Iterator[tuple[Term | None, int]]:
    """What a rule makes has more guards, before and after its conditions."""
    step = uitslag.plan.steps[slot]
    if step.op is Op.TEL and not step.label:
        for arg in step.args:
            yield from _op_span(uitslag, arg, termen)
    else:
        passend = (t for t in termen if t.span is not None and t.span == step.span)
        yield next(passend, None), slot


def _aangevuld(
    uitslag: Uitslag, paren: list[tuple[Term | None, int]], termen: Sequence[Term]
) -> Iterator[tuple[Term | None, int]]:
    """A condition that is just a kenmerk has a step that stands elsewhere too."""
    over = [t for t in termen if all(t is not term for term, _ in paren)]
    for term, slot in paren:
        eigen = term is None and over and uitslag.plan.steps[slot].hoofd
        yield (over.pop(0) if eigen else term), slot


def waardeterm(versie: Regelversie | None, eigenschap: str) -> Term | None:
    """What a rule gives a property: its value, or a first value of what it makes."""
    if versie is None or not isinstance(versie.gevolg, Objectcreatie):
        return versie.waarde if versie is not None else None
    return dict(versie.gevolg.toekenningen).get(eigenschap)


def _delen(term: Term) -> Sequence[Term | None]:
    match term:
        case Bewerking():
            return term.args
        case Tijdvak():
            return (term.van, term.tot)
        case Tijdgebonden() | Tijdsdeel() | Totaal():
            return (term.waarde, term.tijd)
        case Dagentelling() | Heletijd():
            return (term.voorwaarde,)
        case _:
            return ()


def koppels_van(
    uitslag: Uitslag, versie: Regelversie, voorwaarde: int, waarde: tuple[Term, int] | None
) -> Iterator[Koppel]:
    """All of a rule: its value (None: the rule was not applied), its conditions, and the
    variables that these name."""
    gevonden: list[Koppel] = []
    if waarde is not None:
        gevonden += koppels(uitslag, waarde[1], waarde[0])
    gevraagd = (voorwaarde, *uitslag.gevraagd(voorwaarde))
    for term, slot in voorwaardeslots(uitslag, voorwaarde, versie):
        if term is not None and (slot in gevraagd or versie.gevolg is not None):
            gevonden += koppels(uitslag, slot, term)
        elif term is not None:
            gevonden.append((term, uitslag, NIET_NODIG))
    variabelen = {v.naam.casefold(): v for v in versie.variabelen}
    while gevonden:
        term, beeld, slot = gevonden.pop(0)
        yield term, beeld, slot
        if isinstance(term, Variabeleterm) and slot != NIET_NODIG:
            variabele = variabelen.pop(term.naam.casefold(), None)
            if variabele is not None:
                gevonden += koppels(beeld, slot, variabele.waarde)
