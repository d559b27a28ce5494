"""What each rule did in a run: it fired, for some object at some time, or it did not."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wetsanalyse.plan.ops import DAG, Dagtelling, InvoerSleutel, Op
from wetsanalyse.run.exact import Geval, Uitslag, ooit_waar, reken


def toepassing(uitslag: Uitslag) -> tuple[frozenset[str], frozenset[str]]:
    """(rule versions that fired, those that were asked and did not fire)."""
    ja: set[str] = set()
    nee: set[str] = set()
    for deel in (uitslag, *_dagen(uitslag)):
        for versie, slots in deel.plan.vuurt.items():
            waarden = [deel.waarden[slot] for slot in slots if deel.waarden[slot] is not None]
            if any(ooit_waar(waarde) for waarde in waarden):
                ja.add(versie)
            elif waarden:
                nee.add(versie)
    return frozenset(ja), frozenset(nee - ja)


def _dagen(uitslag: Uitslag) -> Iterator[Uitslag]:
    """Where days of a sort were counted: that sort, asked of the day that came out and of the
    days before it."""
    for step, waarde in zip(uitslag.plan.steps, uitslag.waarden, strict=True):
        if step.op is not Op.DATUM_PLUS_DAGSOORT or not isinstance(waarde, Fraction):
            continue
        telling: Dagtelling = step.par
        slots = zip(telling.parameters, step.args[2:], strict=True)
        gegeven = {naam: uitslag.waarden[slot] for naam, slot in slots}
        for terug in range(TERUG):
            dag: dict[InvoerSleutel, Fraction] = {DAG: waarde - terug * telling.teken}
            geval = Geval(telling.plan.rekendatum, dag, {}, gegeven)
            yield reken(telling.plan, geval, [telling.doel])


TERUG = 8
"""A week and a day: enough to meet a weekend."""
