"""Running a scenario: the case through the plan, and each expectation held against it.

All expectations about one day are asked in one run: that of the rekendatum, unless they name
another day. Then the rules and the knowledge of that day count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wetsanalyse.model.casus import Casus
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.scenarios import Scenario, Verwachting
from wetsanalyse.model.terms import Term
from wetsanalyse.model.tijdgegevens import Tijdspanne, op_dag, toon_dag
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG, Fout, GroundPlan, Onbeslist
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.run.toestanden import Plannen, bekend, geval, voer_uit
from wetsanalyse.run.weergave import toon

__all__ = ["Scenariouitslag", "geval", "toets", "voer_uit"]


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


def toets(
    plan: Plan, scenario: Scenario, plannen: Plannen | None = None
) -> tuple[Scenariouitslag, tuple[Uitslag, ...]]:
    """Run one scenario against the plan of its rekendatum: what became of it, and the runs that
    were made, that of the rekendatum first. ``plannen``: the plans of other days."""
    alle = plannen or Plannen.vanaf(plan)
    nu = scenario.casus.rekendatum
    per_dag: dict[date, list[tuple[int, Verwachting]]] = {nu: []}
    for i, verwachting in enumerate(scenario.verwachtingen):
        per_dag.setdefault(verwachting.datum or nu, []).append((i, verwachting))
    afwijkingen: dict[int, str] = {}
    uitslagen: list[Uitslag] = []
    for dag, genummerd in per_dag.items():
        casus = bekend(alle, replace(scenario.casus, rekendatum=dag))
        verwachtingen = [verwachting for _, verwachting in genummerd]
        grond, uitslag = voer_uit(alle.op(dag), casus, _vragen(verwachtingen))
        uitslagen.append(uitslag)
        for n, (i, verwachting) in enumerate(genummerd):
            afwijking = _Vraag(n, verwachting, grond, uitslag).afwijking()
            if afwijking is not None:
                afwijkingen[i] = afwijking
    plaats = str(scenario.span) if scenario.span else ""
    zinnen = tuple(afwijkingen[i] for i in sorted(afwijkingen))
    gevonden = Scenariouitslag(
        scenario.naam, scenario.bron, scenario.casus, zinnen, len(scenario.verwachtingen), plaats
    )
    return gevonden, tuple(uitslagen)


def _vragen(verwachtingen: Sequence[Verwachting]) -> dict[str, Term]:
    vragen: dict[str, Term] = {}
    for n, verwachting in enumerate(verwachtingen):
        vragen[f"{n}"] = verwachting.voorwaarde
        if verwachting.doel is not None:
            vragen[f"{n} doel"] = verwachting.doel
    return vragen


@dataclass(frozen=True, slots=True)
class _Vraag:
    """One expectation in the run of its day."""

    nummer: int
    verwachting: Verwachting
    grond: GroundPlan
    uitslag: Uitslag

    def afwijking(self) -> str | None:
        """What is not as expected: on the day itself, or first in the period."""
        tekst = self.verwachting.tekst
        antwoord = self._waarde(f"{self.nummer}")
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
        if f"{self.nummer} doel" in self.grond.vragen:
            slot = self.grond.vragen[f"{self.nummer} doel"]
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
