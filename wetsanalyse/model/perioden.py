"""Periods with inclusive bounds; None is open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

Periode = tuple[date | None, date | None]
DAG = timedelta(days=1)


def samenvallen(een: Periode, ander: Periode) -> bool:
    """Whether there is a day that lies in both."""
    begin = max(een[0] or date.min, ander[0] or date.min)
    return begin <= min(een[1] or date.max, ander[1] or date.max)


def eerste_gat(periode: Periode, stukken: Iterable[Periode]) -> date | None:
    """The first day of a period that no piece covers; None when all are covered."""
    dag, eind = periode[0] or date.min, periode[1] or date.max
    for van, tot in sorted(((v or date.min, t or date.max) for v, t in stukken)):
        if van > dag:
            break
        if tot >= eind:
            return None
        dag = max(dag, tot + DAG)
    return dag if dag <= eind else None


def momenten(perioden: Iterable[Periode]) -> tuple[date, ...]:
    """One day out of every stretch in which the same periods hold, in order."""
    grenzen = {date.min}
    for van, tot in perioden:
        if van is not None:
            grenzen.add(van)
        if tot is not None and tot < date.max:
            grenzen.add(tot + DAG)
    return tuple(sorted(grenzen))
