"""So many days of a sort further: a date and a number of working days, for instance. [3.9]"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from wetsanalyse.plan.ops import LEEG, Dagtelling, Fout
from wetsanalyse.run import kalender
from wetsanalyse.run.weergave import toon_datum

Dagtoets = Callable[[Dagtelling, int, tuple[Any, ...]], Any]
"""Whether a day (an ordinal) is one of that sort, given the values of the parameters."""

ZOEKEN = 3660
"""After so many days without one (ten years) there is none."""


def plus_dagsoort(g: Any, par: Dagtelling, args: list[Any], is_dag: Dagtoets) -> Any:
    """``D plus n werkdagen``: the n-th such day after D, at the same time of day; n leeg or 0: D
    itself."""
    datum, aantal, *parameters = args
    if datum is LEEG or aantal is LEEG:
        return datum
    # What the parameters say may turn with them in any way; the days themselves go up.
    vast = tuple(g.grillig(lambda x: x, p) if g.is_getal(p) else p for p in parameters)

    def verder(dagen: Fraction, hoeveel: Fraction) -> int | Fout:
        n = kalender.geheel(hoeveel)
        if isinstance(n, Fout):
            return n
        return tel(int(dagen), n * par.teken, lambda dag: is_dag(par, dag, vast), par.dagsoort)

    dag = g.afronden(datum, kalender.NAAR_BENEDEN)
    uitkomst = g.stap(verder, dag, aantal)
    if isinstance(uitkomst, Fout):
        return uitkomst
    tijd = g.plus(datum, g.negeer(dag))
    return g.plus(g.const(Fraction(uitkomst)), tijd)


def tel(dag: int, aantal: int, is_dag: Callable[[int], Any], soort: str) -> int | Fout:
    """The day that is ``aantal`` such days after (negative: before) a day."""
    stap = 1 if aantal > 0 else -1
    over, sinds = abs(aantal), 0
    while over:
        dag += stap
        sinds += 1
        if not kalender.EERSTE_DAG <= dag <= kalender.LAATSTE_DAG:
            return kalender.buiten(dag < kalender.EERSTE_DAG)
        uitslag = is_dag(dag)
        if isinstance(uitslag, Fout):
            return uitslag
        if uitslag is True:
            over, sinds = over - 1, 0
        elif sinds >= ZOEKEN:
            kant = "na" if stap > 0 else "voor"
            vanaf = toon_datum(Fraction(dag - stap * sinds))
            bericht = f"Er is in tien jaar geen {soort} {kant} {vanaf}."
            return Fout("DAGSOORT-GEEN", bericht)
    return dag
