"""A run seen on one day, so that a value over time is explained by the same words as any other.

A `Dagbeeld` is the trace with each value as it is on a day. What is counted over a whole period
(a total, a number of days) still sees the values over time behind it, in ``heel``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.ops import LEEG, Op
from wetsanalyse.report.opmaak import opsomming
from wetsanalyse.run.exact import RATIONAAL, Uitslag
from wetsanalyse.run.tijdwaarde import begin_van, op_dag, tijdvak
from wetsanalyse.run.weergave import tijdvak as tijdvak_in_woorden

PER_VAK = frozenset({Op.DAGENTELLING, Op.TIJDSDEEL, Op.HELETIJD})
"""What is counted per calendar month or year."""
GEHEEL = PER_VAK | {Op.TOTAAL, Op.OP_DAG}
"""What looks at other days too, so that its arguments are told over all time."""

Vak = tuple[Any, Any]
"""From a day up to, not including, another; None: no bound."""


@dataclass(frozen=True, slots=True)
class Dagbeeld(Uitslag):
    """The run on one day; ``heel`` is the run over all days."""

    dag: Fraction
    heel: Uitslag


def dagbeeld(uitslag: Uitslag, dag: Fraction) -> Dagbeeld:
    """The run as it is on a day."""
    heel = over_alles(uitslag)
    geval = replace(
        heel.geval,
        invoer={k: _dan(w, dag) for k, w in heel.geval.invoer.items()},
        parameters={k: _dan(w, dag) for k, w in heel.geval.parameters.items()},
    )
    waarden = tuple([_dan(w, dag) for w in heel.waarden])
    return Dagbeeld(heel.plan, geval, waarden, dag, heel)


def _dan(waarde: Any, dag: Fraction) -> Any:
    if not isinstance(waarde, Tijdwaarde):
        return waarde
    dan = op_dag(RATIONAAL, waarde, dag)
    return LEEG if dan is None else dan


def over_alles(uitslag: Uitslag) -> Uitslag:
    """The run over all days behind this one."""
    return uitslag.heel if isinstance(uitslag, Dagbeeld) else uitslag


def dag_van(uitslag: Uitslag) -> Fraction | None:
    return uitslag.dag if isinstance(uitslag, Dagbeeld) else None


def onder(uitslag: Uitslag, slot: int) -> Uitslag:
    """The run in which the arguments of a step are to be told."""
    geheel = uitslag.plan.steps[slot].op in GEHEEL
    return over_alles(uitslag) if geheel else uitslag


def beweegt(uitslag: Uitslag) -> bool:
    return any(isinstance(w, Tijdwaarde) for w in uitslag.waarden)


# ------------------------------------------------------------------ where something changes


def knips_onder(uitslag: Uitslag, slot: int) -> list[Fraction]:
    """The days on which the value, or the reason for it, may become another."""
    gevonden: set[Fraction] = set()
    gezien: set[int] = set()
    stapel = [slot]
    while stapel:
        top = stapel.pop()
        if top in gezien:
            continue
        gezien.add(top)
        step = uitslag.plan.steps[top]
        gevonden.update(_knips(uitslag.waarden[top]))
        if step.op in PER_VAK:
            gevonden.update(_vakgrenzen(uitslag, top))
        if step.op not in GEHEEL:
            stapel.extend(uitslag.gevraagd(top))
    return sorted(gevonden)


def _knips(waarde: Any) -> Iterable[Fraction]:
    return waarde.knips if isinstance(waarde, Tijdwaarde) else ()


def _vakgrenzen(uitslag: Uitslag, slot: int) -> Iterator[Fraction]:
    """The bounds of each month (or year) in which an argument changes."""
    step = uitslag.plan.steps[slot]
    for arg in step.args:
        for knip in _knips(uitslag.waarden[arg]):
            vak = vak_om(knip, step.par)
            if vak is not None:
                yield from vak


def vak_om(dag: Fraction, per: str) -> tuple[Fraction, Fraction] | None:
    """The calendar month or year around a day."""
    nummer = tijdvak(RATIONAAL, dag, per)
    if not isinstance(nummer, int):
        return None
    return Fraction(begin_van(nummer, per)), Fraction(begin_van(nummer + 1, per))


def vakken(knips: Sequence[Fraction]) -> list[Vak]:
    """The stretches between the cuts, the open ones at both ends too."""
    return list(pairwise([None, *knips, None]))


def dag_in(vak: Vak) -> Fraction:
    """A day in a stretch: the first, or the last where there is no first."""
    van, tot = vak
    return Fraction(van) if van is not None else Fraction(tot) - 1


def gegroepeerd(paren: Iterable[tuple[Vak, Hashable]]) -> dict[Hashable, list[Vak]]:
    """For each thing the stretches that have it, neighbours joined."""
    groepen: dict[Hashable, list[Vak]] = {}
    for (van, tot), ding in paren:
        rij = groepen.setdefault(ding, [])
        if rij and van is not None and rij[-1][1] == van:
            rij[-1] = (rij[-1][0], tot)
        else:
            rij.append((van, tot))
    return groepen


def in_woorden(rij: Sequence[Vak]) -> str:
    """``van 1-1-2025 tot 1-5-2025 en vanaf 1-7-2025``."""
    return opsomming([tijdvak_in_woorden(van, tot) for van, tot in rij])


def per_stuk(uitslag: Uitslag, slots: Sequence[int]) -> Iterator[tuple[str, Uitslag]]:
    """The run on a day in each stretch of these values, with the stretch in words; the run
    itself when none of them moves."""
    knips = sorted({k for s in slots for k in _knips(uitslag.waarden[s])})
    if not knips:
        yield "", uitslag
        return
    for vak in vakken(knips):
        yield tijdvak_in_woorden(*vak), dagbeeld(uitslag, dag_in(vak))
