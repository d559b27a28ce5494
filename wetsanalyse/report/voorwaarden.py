"""Why a condition holds or does not: the leaves that decide, each with its facts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from wetsanalyse.model.terms import Bewerking, Term
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist, Op, Step
from wetsanalyse.report.namen import Namen, woorden
from wetsanalyse.report.opmaak import (
    aantal,
    eenheid_van,
    eenheidswoord,
    getal,
    met_eenheid,
    opsomming,
    waarde_van,
)
from wetsanalyse.report.uitlegboom import Toets
from wetsanalyse.run.exact import Uitslag

Blad = tuple[int, Term | None]

# What a comparison says when it holds: (numbers, dates).
MEER, MINDER = ("meer dan", "na"), ("minder dan", "vóór")


def bladen(uitslag: Uitslag, slot: int, term: Term | None) -> Iterator[Blad]:
    """The leaves that made this condition what it is, in the order of the text."""
    step, waarde = uitslag.plan.steps[slot], uitslag.waarden[slot]
    if step.op is Op.NIET and uitslag.plan.steps[step.args[0]].op is Op.TEL:
        yield from bladen(uitslag, step.args[0], _deel(term, 0, 1))
        return
    if step.op is not Op.TEL:
        yield slot, term
        return
    termen = _termen(step, term)
    for plaats, arg in enumerate(step.args):
        if arg in uitslag.gevraagd(slot) and _telt_mee(
            step.par.soort, waarde, uitslag.waarden[arg]
        ):
            yield from bladen(uitslag, arg, termen[plaats])


def _telt_mee(soort: str, uitkomst: Any, lid: Any) -> bool:
    """Did this member help to make the quantification what it is?"""
    if isinstance(uitkomst, Onbeslist | Fout):
        return isinstance(lid, type(uitkomst))
    if soort in ("alle", "ten minste"):
        return (lid is True) == (uitkomst is True)
    if soort in ("geen", "ten hoogste"):
        return (lid is True) != (uitkomst is True)
    return True


def _termen(step: Step, term: Term | None) -> list[Term | None]:
    """The terms behind the arguments. A guard of the subject comes before the condition."""
    if isinstance(term, Bewerking) and term.op == "TEL" and len(term.args) == len(step.args):
        return list(term.args)
    return [None] * (len(step.args) - 1) + [None if step.label else term]


def _deel(term: Term | None, nummer: int, van: int) -> Term | None:
    if isinstance(term, Bewerking) and len(term.args) == van:
        return term.args[nummer]
    return None


def toets(uitslag: Uitslag, namen: Namen, blad: Blad, object_: str | None) -> Toets:
    """One leaf, with its facts."""
    slot, term = blad
    step, waarde = uitslag.plan.steps[slot], uitslag.waarden[slot]
    voldaan = waarde if isinstance(waarde, bool) else None
    zin = _zin(uitslag, namen, blad, step.object or object_)
    return Toets("" if step.hoofd and term is None else _woorden(step, term), voldaan, zin)


def _woorden(step: Step, term: Term | None) -> str:
    if step.hoofd and term is not None and term.span is not None:
        return " ".join(term.span.tekst.split())
    return "" if step.hoofd else woorden(step, term)


def _zin(uitslag: Uitslag, namen: Namen, blad: Blad, object_: str | None) -> str:
    slot, term = blad
    step, waarde = uitslag.plan.steps[slot], uitslag.waarden[slot]
    if isinstance(waarde, Onbeslist):
        normen = sorted({o.norm for o in waarde.oordelen})
        return f"hangt af van een oordeel over {opsomming(normen)}"
    if isinstance(waarde, Fout):
        return waarde_van(waarde, step.type)
    if step.op is Op.VERGELIJK:
        return vergelijking(uitslag, namen, slot)
    if step.op is Op.NIET:
        binnen = _zin(uitslag, namen, (step.args[0], _deel(term, 0, 1)), object_)
        return binnen or namen.rolzin(term, object_, waarde is True)
    if step.op is Op.IS_LEEG:
        leeg = "heeft geen waarde" if waarde is True else "heeft een waarde"
        return f"{namen.naam(step.args[0])} {leeg}"
    if step.op is Op.OPEN_NORM:
        oordeel = "is er sprake van" if waarde is True else "is er geen sprake van"
        return f"volgens het oordeel {oordeel} {step.par.norm}"
    if step.op is Op.CONSTANTE:
        return namen.rolzin(term, object_, waarde is True)
    if step.op in (Op.KIES, Op.INVOER):
        return namen.kenmerkzin(slot, waarde is True)
    return "dat is zo" if waarde is True else "dat is niet zo"


def vergelijking(uitslag: Uitslag, namen: Namen, slot: int) -> str:
    """``het vermogen van A is € 141.897; dat is € 1 meer dan de vermogensgrens (€ 141.896)``."""
    step = uitslag.plan.steps[slot]
    links, rechts = step.args
    a, b = uitslag.waarden[links], uitslag.waarden[rechts]
    type_ = uitslag.plan.steps[links].type
    begin = f"{_naam(namen, links)} is {waarde_van(a, type_)}"
    if a is LEEG:
        return f"{_naam(namen, links)} heeft geen waarde"
    if b is LEEG:
        return f"{begin}; {_naam(namen, rechts)} heeft geen waarde"
    tweede = _met_waarde(uitslag, namen, rechts)
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        if a == b:
            return f"{begin}; dat is precies {tweede}"
        tijd = type_.is_tijd
        verschil = _verschil(abs(a - b), type_)
        return f"{begin}; dat is {verschil} {(MEER if a > b else MINDER)[tijd]} {tweede}"
    return f"{begin}; {'dat is gelijk aan' if a == b else 'dat is iets anders dan'} {tweede}"


def _verschil(verschil: Fraction, type_: Any) -> str:
    if type_.is_tijd:
        hele = verschil.denominator == 1
        return aantal(int(verschil), "dag", "dagen") if hele else f"{getal(verschil)} dag"
    eenheid = eenheid_van(type_)
    if eenheid == "%":
        return f"{getal(verschil * 100)} procentpunt"
    # "€ 1 meer" reads better than "€ 1 per jaar meer"; the unit stands in the value itself
    boven, _, onder = eenheid.partition("/")
    per = f" per {eenheidswoord(onder)}" if onder and not boven else ""
    return met_eenheid(verschil, boven) + per


def _naam(namen: Namen, slot: int) -> str:
    step = namen.plan.steps[slot]
    if step.op is Op.CONSTANTE:
        return waarde_van(step.par, step.type)
    return namen.naam(slot) if step.hoofd else (step.label or "de uitkomst")


def _met_waarde(uitslag: Uitslag, namen: Namen, slot: int) -> str:
    step = uitslag.plan.steps[slot]
    getoond = waarde_van(uitslag.waarden[slot], step.type)
    if step.op is Op.CONSTANTE:
        return getoond
    return f"{_naam(namen, slot)} ({getoond})"
