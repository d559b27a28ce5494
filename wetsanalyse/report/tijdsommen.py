"""The arithmetic of what is counted over time: each stretch with its length. [5]"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.ops import LEEG, Fout, Op
from wetsanalyse.report.opmaak import aantal, getal
from wetsanalyse.report.tijdverloop import (
    Vak,
    dag_van,
    gegroepeerd,
    in_woorden,
    over_alles,
    vak_om,
    vakken,
)
from wetsanalyse.run.exact import RATIONAAL, Uitslag
from wetsanalyse.run.tijdwaarde import lengte_in, op_dag
from wetsanalyse.run.weergave import tijdstukken, tijdvak, toon_datum

EENHEDEN: Mapping[tuple[str, Fraction | int], tuple[str, str]] = {
    ("dg", 1): ("dag", "dagen"),
    ("dg", 7): ("week", "weken"),
    ("mnd", 1): ("maand", "maanden"),
    ("mnd", 3): ("kwartaal", "kwartalen"),
    ("mnd", 12): ("jaar", "jaar"),
}
VEEL = 6
"""So many parts are added up in writing; of more only the outcome stands there."""
VAK = {"maand": "deze maand", "jaar": "dit jaar"}


@dataclass(frozen=True, slots=True)
class Vaktelling:
    """On which days of a calendar month or year something is so."""

    per: str
    wanneer: tuple[Vak, ...]
    dagen: Fraction
    van_de: Fraction

    @property
    def zin(self) -> str:
        if self.dagen == 0:
            return f"op geen enkele dag van {VAK[self.per]}"
        if self.dagen == self.van_de:
            return f"op alle dagen van {VAK[self.per]}"
        return (
            f"{in_woorden(self.wanneer)}: {getal(self.dagen)} van de "
            f"{getal(self.van_de)} dagen van {VAK[self.per]}"
        )


def vaktelling(uitslag: Uitslag, slot: int) -> Vaktelling | None:
    """The days on which the last argument of a step holds, in the period around the day that the
    run is seen on; None when it is not seen on one day."""
    step = uitslag.plan.steps[slot]
    stukken = _in_vak(uitslag, slot)
    if stukken is None:
        return None
    waar = [vak for vak, waarden in stukken if waarden[-1] is True]
    rij = gegroepeerd((vak, True) for vak in waar).get(True, [])
    dagen = sum((tot - van for van, tot in rij), Fraction(0))
    alle = sum((tot - van for (van, tot), _ in stukken), Fraction(0))
    return Vaktelling(step.par, tuple(rij), dagen, alle)


def _in_vak(uitslag: Uitslag, slot: int) -> list[tuple[Vak, list[Any]]] | None:
    """The stretches of the period around the day, with the values of the arguments in each."""
    dag, step = dag_van(uitslag), uitslag.plan.steps[slot]
    vak = vak_om(dag, step.par) if dag is not None else None
    if vak is None:
        return None
    heel = [over_alles(uitslag).waarden[arg] for arg in step.args]
    knips = {k for w in heel if isinstance(w, Tijdwaarde) for k in w.knips}
    randen = sorted({*vak, *(k for k in knips if vak[0] < k < vak[1])})
    return [
        ((van, tot), [op_dag(RATIONAAL, w, van) for w in heel]) for van, tot in vakken(randen)[1:-1]
    ]


# ------------------------------------------------------------------ one function for each


def _totaal(uitslag: Uitslag, slot: int, _uitkomst: str) -> Iterator[str]:
    step = uitslag.plan.steps[slot]
    heel = over_alles(uitslag).waarden[step.args[0]]
    if not isinstance(heel, Tijdwaarde):
        return
    een, meer = EENHEDEN.get((step.par.basis, step.par.factor), ("keer", "keer"))
    delen: list[Fraction] = []
    for van, tot, bedrag in tijdstukken(heel):
        if van is None or tot is None or not isinstance(bedrag, Fraction):
            yield f"{tijdvak(van, tot)}: {_waarde(bedrag)}, zonder begin of einde"
            return
        duur = lengte_in(RATIONAAL, van, tot, step.par.basis) / step.par.factor
        delen.append(bedrag * duur)
        lang = aantal_exact(duur, een, meer)
        yield f"{tijdvak(van, tot)}: {getal(bedrag)} × {lang} = {getal(delen[-1])}"
    if not delen:
        yield "er is geen periode met een waarde: 0"
    yield from _samen(delen)


def _waarde(ding: Any) -> str:
    return getal(ding) if isinstance(ding, Fraction) else "geen getal"


def aantal_exact(hoeveel: Fraction, een: str, meer: str) -> str:
    return f"{getal(hoeveel)} {een if hoeveel == 1 else meer}"


def _samen(delen: list[Fraction]) -> Iterator[str]:
    if 1 < len(delen) <= VEEL:
        yield f"{' + '.join(getal(d) for d in delen)} = {getal(sum(delen))}"
    elif len(delen) > VEEL:
        yield f"alle {len(delen)} delen samen: {getal(sum(delen))}"


def _dagentelling(uitslag: Uitslag, slot: int, _uitkomst: str) -> Iterator[str]:
    telling = vaktelling(uitslag, slot)
    if telling is not None:
        yield telling.zin


def _tijdsdeel(uitslag: Uitslag, slot: int, uitkomst: str) -> Iterator[str]:
    step = uitslag.plan.steps[slot]
    stukken = _in_vak(uitslag, slot)
    if stukken is None:
        return
    telt = gegroepeerd((vak, w[0]) for vak, w in stukken if w[1] is True)
    telt = {x: rij for x, rij in telt.items() if x is not LEEG and not isinstance(x, Fout)}
    dagen = sum((tot - van for (van, tot), _ in stukken), Fraction(0))
    if not telt:
        yield f"op geen enkele dag van {VAK[step.par]} geldt hier een waarde: {uitkomst}"
        return
    delen: list[Fraction] = []
    for x, rij in telt.items():
        assert isinstance(x, Fraction)
        lang = sum((tot - van for van, tot in rij), Fraction(0))
        delen.append(x * lang / dagen)
        if lang == dagen:
            yield f"op alle dagen van {VAK[step.par]}: {getal(x)}"
        else:
            wanneer, duur = in_woorden(rij), aantal(int(lang), "dag", "dagen")
            som = f"{getal(x)} × {duur} : {getal(dagen)} = {getal(delen[-1])}"
            yield f"{wanneer}: {som}"
    yield from _samen(delen)


def _op_dag(uitslag: Uitslag, slot: int, uitkomst: str) -> Iterator[str]:
    dag = uitslag.waarden[uitslag.plan.steps[slot].args[1]]
    if isinstance(dag, Fraction):
        yield f"op {toon_datum(dag)}: {uitkomst}"
    elif dag is LEEG:
        yield f"er is geen dag gegeven: {uitkomst}"


def _binnen(uitslag: Uitslag, slot: int, uitkomst: str) -> Iterator[str]:
    """Only where it takes the value away."""
    step = uitslag.plan.steps[slot]
    if uitslag.waarden[slot] is LEEG and uitslag.waarden[step.args[1]] is False:
        yield f"dit valt buiten de tijd waarin de waarde geldt: {uitkomst}"


TIJDSOMMEN: Mapping[Op, Callable[[Uitslag, int, str], Iterator[str]]] = {
    Op.TOTAAL: _totaal,
    Op.DAGENTELLING: _dagentelling,
    Op.TIJDSDEEL: _tijdsdeel,
    Op.OP_DAG: _op_dag,
    Op.BINNEN: _binnen,
}
