"""Running a scenario: the case through the plan, and each expectation held against it.

All expectations about one day are asked in one run: that of the rekendatum, unless they name
another day. Then the rules and the knowledge of that day count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wetsanalyse.model.casus import Casus
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.scenarios import Scenario, Verwachting
from wetsanalyse.model.terms import Term
from wetsanalyse.model.tijdgegevens import Tijdspanne, op_dag, toon_dag
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG, Fout, GroundPlan, Onbeslist
from wetsanalyse.run.exact import Uitslag, reken
from wetsanalyse.run.toestanden import Plannen, bekend, geval, voer_uit
from wetsanalyse.run.weergave import toon

__all__ = ["Scenariouitslag", "geval", "toets", "toets_alle", "voer_uit"]


@dataclass(frozen=True, slots=True)
class Scenariouitslag:
    """What became of one scenario. ``afwijkingen`` are sentences; empty: it passed."""

    naam: str
    bron: str | None
    casus: Casus
    afwijkingen: tuple[str, ...]
    verwachtingen: int
    plaats: str

    @property
    def geslaagd(self) -> bool:
        return not self.afwijkingen


Uitkomst = tuple[Scenariouitslag, tuple[Uitslag, ...]]
"""What became of a scenario, and the runs that were made: that of the rekendatum first."""
SAMEN = 50
"""So many scenarios share a flat plan, which holds the expectations of all of them."""


def toets(plan: Plan, scenario: Scenario) -> Uitkomst:
    """Run one scenario against the plan of its rekendatum."""
    return next(toets_alle(Plannen.vanaf(plan), [scenario]))


def toets_alle(plannen: Plannen, scenarios: Sequence[Scenario]) -> Iterator[Uitkomst]:
    """Run scenarios, each against the plan of its rekendatum, in order."""
    for begin in range(0, len(scenarios), SAMEN):
        yield from _toets_samen(plannen, scenarios[begin : begin + SAMEN])


@dataclass(frozen=True, slots=True)
class _Moment:
    """What is expected of a scenario on one day. ``nummers``: which of its expectations."""

    scenario: int
    casus: Casus
    nummers: tuple[int, ...]

    @property
    def groep(self) -> Any:
        """What shares one flat plan."""
        casus = self.casus
        return casus.rekendatum, casus.huishouden, tuple(casus.parameters.items())


def _toets_samen(plannen: Plannen, scenarios: Sequence[Scenario]) -> Iterator[Uitkomst]:
    momenten = [
        moment
        for nummer, scenario in enumerate(scenarios)
        for moment in _momenten(plannen, nummer, scenario)
    ]
    vragen: dict[Any, dict[str, Term]] = {}
    for moment in momenten:
        verwachtingen = scenarios[moment.scenario].verwachtingen
        vragen.setdefault(moment.groep, {}).update(_vragen(moment, verwachtingen))
    for nummer, scenario in enumerate(scenarios):
        eigen = [m for m in momenten if m.scenario == nummer]
        yield _uitkomst(scenario, [(m, *_draai(plannen, m, vragen[m.groep])) for m in eigen])


def _momenten(plannen: Plannen, nummer: int, scenario: Scenario) -> Iterator[_Moment]:
    nu = scenario.casus.rekendatum
    per_dag: dict[date, list[int]] = {nu: []}
    for i, verwachting in enumerate(scenario.verwachtingen):
        per_dag.setdefault(verwachting.datum or nu, []).append(i)
    for dag, nummers in per_dag.items():
        casus = bekend(plannen, replace(scenario.casus, rekendatum=dag))
        yield _Moment(nummer, casus, tuple(nummers))


def _draai(
    plannen: Plannen, moment: _Moment, vragen: Mapping[str, Term]
) -> tuple[GroundPlan, Uitslag]:
    """All that the plan can tell, and the expectations of this moment only."""
    casus = moment.casus
    plan = plannen.op(casus.rekendatum)
    grond = ground(plan, casus.huishouden, vragen, casus.parameters)
    begin = f"{moment.scenario} "
    eigen = [slot for naam, slot in grond.vragen.items() if naam.startswith(begin)]
    return grond, reken(grond, geval(plan, casus), (*grond.doelen, *eigen))


def _uitkomst(
    scenario: Scenario, gedraaid: Sequence[tuple[_Moment, GroundPlan, Uitslag]]
) -> Uitkomst:
    afwijkingen: dict[int, str] = {}
    for moment, grond, uitslag in gedraaid:
        for i in moment.nummers:
            naam = _naam(moment, i)
            afwijking = _Vraag(naam, scenario.verwachtingen[i], grond, uitslag).afwijking()
            if afwijking is not None:
                afwijkingen[i] = afwijking
    plaats = str(scenario.span) if scenario.span else ""
    zinnen = tuple(afwijkingen[i] for i in sorted(afwijkingen))
    gevonden = Scenariouitslag(
        scenario.naam, scenario.bron, scenario.casus, zinnen, len(scenario.verwachtingen), plaats
    )
    return gevonden, tuple([uitslag for _, _, uitslag in gedraaid])


def _vragen(moment: _Moment, verwachtingen: Sequence[Verwachting]) -> dict[str, Term]:
    vragen: dict[str, Term] = {}
    for i in moment.nummers:
        naam, doel = _naam(moment, i), verwachtingen[i].doel
        vragen[naam] = verwachtingen[i].voorwaarde
        if doel is not None:
            vragen[f"{naam} doel"] = doel
    return vragen


def _naam(moment: _Moment, nummer: int) -> str:
    return f"{moment.scenario} {nummer}"


@dataclass(frozen=True, slots=True)
class _Vraag:
    """One expectation in the run of its day."""

    naam: str
    verwachting: Verwachting
    grond: GroundPlan
    uitslag: Uitslag

    def afwijking(self) -> str | None:
        """What is not as expected: on the day itself, or first in the period."""
        tekst = self.verwachting.tekst
        antwoord = self._waarde(self.naam)
        for dag in self._dagen(antwoord):
            uitkomst = op_dag(antwoord, dag)
            if uitkomst is not True:
                return f"{tekst}: {self._dan(dag, antwoord)}{self._zin(uitkomst, dag)}"
        return None

    def _waarde(self, naam: str) -> Any:
        return self.uitslag.waarden[self.grond.vragen[naam]]

    def _dagen(self, antwoord: Any) -> Iterator[int]:
        """The days on which the answer counts: of a period the first day, and each day in it on
        which the answer changes."""
        periode = self.verwachting.periode
        nu = self.uitslag.geval.rekendatum.toordinal()
        if periode is None or not isinstance(antwoord, Tijdwaarde):
            yield nu
            return
        yield _eerste(periode, antwoord)
        yield from (int(knip) for knip in antwoord.knips if periode.omvat(int(knip)))

    def _dan(self, dag: int, antwoord: Any) -> str:
        """The day, where the expectation does not name it."""
        genoemd = self.verwachting.datum is not None and self.verwachting.periode is None
        if genoemd or not isinstance(antwoord, Tijdwaarde):
            return ""
        return f"op {toon_dag(dag)}: "

    def _zin(self, uitkomst: Any, dag: int) -> str:
        if isinstance(uitkomst, Fout):
            return uitkomst.bericht
        if isinstance(uitkomst, Onbeslist):
            normen = ", ".join(sorted({o.norm for o in uitkomst.oordelen}))
            return f"hangt af van de open norm {normen}"
        if f"{self.naam} doel" in self.grond.vragen:
            slot = self.grond.vragen[f"{self.naam} doel"]
            waarde = op_dag(self.uitslag.waarden[slot], dag)
            type_ = self.grond.steps[slot].type
            kreeg = "geen waarde (leeg)" if waarde is LEEG else toon(waarde, type_)
            return f"het model geeft {kreeg}"
        return "dat is in het model niet zo"


def _eerste(periode: Tijdspanne, antwoord: Tijdwaarde) -> int:
    """The first day of a period; without a beginning a day before anything changes."""
    if periode.van is not None:
        return periode.van
    einden = [int(antwoord.knips[0]), *([] if periode.tot is None else [periode.tot])]
    return min(einden) - 1
