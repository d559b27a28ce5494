"""Running a scenario: the case through the plan, and each expectation held against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wetsanalyse.model.casus import Casus
from wetsanalyse.model.scenarios import Scenario, Verwachting
from wetsanalyse.model.terms import Term
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import (
    LEEG,
    Fout,
    GroundPlan,
    InvoerSleutel,
    Onbeslist,
    OordeelSleutel,
)
from wetsanalyse.run.exact import Geval, Uitslag, reken
from wetsanalyse.run.weergave import toon


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


def geval(plan: Plan, casus: Casus) -> Geval:
    """The case as the run takes it. A kenmerk that was not given is not true. [1.6]"""
    invoer: dict[InvoerSleutel, Any] = {}
    for naam, objecttype in casus.huishouden.objecten:
        soort = plan.model.objecttypen[objecttype]
        for kenmerk in soort.kenmerken:
            invoer[InvoerSleutel(naam, kenmerk)] = False
        for attribuut in soort.attributen:
            invoer[InvoerSleutel(naam, attribuut)] = LEEG
    invoer |= {InvoerSleutel(*sleutel): w for sleutel, w in casus.invoer.items()}
    oordelen = {OordeelSleutel(*sleutel): o for sleutel, o in casus.oordelen.items()}
    return Geval(casus.rekendatum, invoer, oordelen, dict(casus.parameters))


def voer_uit(
    plan: Plan, casus: Casus, vragen: Mapping[str, Term] | None = None
) -> tuple[GroundPlan, Uitslag]:
    """Ground the plan for this household and compute everything."""
    grond = ground(plan, casus.huishouden, vragen)
    doelen = (*grond.eigenschappen.values(), *grond.vragen.values())
    return grond, reken(grond, geval(plan, casus), doelen)


def toets(plan: Plan, scenario: Scenario) -> tuple[Scenariouitslag, Uitslag]:
    """Run one scenario against the plan of its rekendatum."""
    vragen: dict[str, Term] = {}
    for i, verwachting in enumerate(scenario.verwachtingen):
        vragen[f"{i}"] = verwachting.voorwaarde
        if verwachting.doel is not None:
            vragen[f"{i} doel"] = verwachting.doel
    grond, uitslag = voer_uit(plan, scenario.casus, vragen)
    afwijkingen = [
        afwijking
        for i, verwachting in enumerate(scenario.verwachtingen)
        if (afwijking := _afwijking(i, verwachting, grond, uitslag)) is not None
    ]
    plaats = str(scenario.span) if scenario.span else ""
    gevonden = Scenariouitslag(
        scenario.naam, scenario.bron, scenario.casus, tuple(afwijkingen),
        len(scenario.verwachtingen), plaats,
    )  # fmt: skip
    return gevonden, uitslag


def _afwijking(i: int, verwachting: Verwachting, grond: GroundPlan, uitslag: Uitslag) -> str | None:
    uitkomst = uitslag.waarden[grond.vragen[f"{i}"]]
    if uitkomst is True:
        return None
    if isinstance(uitkomst, Fout):
        return f"{verwachting.tekst}: {uitkomst.bericht}"
    if isinstance(uitkomst, Onbeslist):
        normen = ", ".join(sorted({o.norm for o in uitkomst.oordelen}))
        return f"{verwachting.tekst}: hangt af van de open norm {normen}"
    if f"{i} doel" in grond.vragen:
        slot = grond.vragen[f"{i} doel"]
        waarde = uitslag.waarden[slot]
        kreeg = "geen waarde (leeg)" if waarde is LEEG else toon(waarde, grond.steps[slot].type)
        return f"{verwachting.tekst}: het model geeft {kreeg}"
    return f"{verwachting.tekst}: dat is in het model niet zo"
