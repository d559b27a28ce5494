"""The plan and the naive reading held beside each other, for every property of every object."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.naief.naief import Naief
from tests.naief.waarden import LEEG, Fout, zelfde
from wetsanalyse.model.cellen import alle_cellen, celnaam
from wetsanalyse.model.feiten import Casus, Tijdwaarde
from wetsanalyse.model.gevolgen import Objectcreatie
from wetsanalyse.model.model import Model
from wetsanalyse.model.terms import Cel
from wetsanalyse.plan import ops
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.run.scenarios import voer_uit

MEESTE_DAGEN = 30
_PLANNEN: dict[tuple[int, date], tuple[Model, Plan]] = {}


@dataclass(frozen=True)
class Verschil:
    """One property on which they do not agree."""

    object: str
    eigenschap: str
    dag: date | None
    plan: Any
    naief: Any

    def __str__(self) -> str:
        op = f" op {self.dag}" if self.dag else ""
        return f"{self.eigenschap} van {self.object}{op}: plan {self.plan}, naief {self.naief}"


def plan_van(model: Model, dag: date) -> Plan:
    """The plan of a day; one model serves many cases."""
    bekend = _PLANNEN.get((id(model), dag))
    if bekend is None or bekend[0] is not model:
        _PLANNEN[id(model), dag] = bekend = (model, lower(model, dag))
    return bekend[1]


def gewoon(waarde: Any) -> Any:
    """A value of the plan as one of ours."""
    if waarde is ops.LEEG:
        return LEEG
    return Fout(waarde.code) if isinstance(waarde, ops.Fout) else waarde


def naieve_waarde(naief: Naief, wie: str, naam: str, dag: int | None, cel: Cel = ()) -> Any:
    try:
        return naief.waarde_van(wie, naam, dag, cel)
    except Fout as fout:
        return fout


def gelijk(plan: Any, naief: Any) -> bool:
    """The same value, or a fault that may come first."""
    if isinstance(plan, Fout) and isinstance(naief, Fout):
        return plan.codes <= naief.codes or "*" in naief.codes
    if isinstance(plan, Fout) or isinstance(naief, Fout):
        return False
    return zelfde(plan, naief)


def op_dag(waarde: Any, dag: int) -> Any:
    """The value of the plan on a day, read from its stretches."""
    if not isinstance(waarde, Tijdwaarde):
        return waarde
    return waarde.waarden[sum(knip <= dag for knip in waarde.knips)]


def eigenschappen(model: Model, objecttype: str) -> Iterator[tuple[str, str, Cel, bool]]:
    """(name to the plan, name, cell, whether it has a timeline)."""
    soort = model.objecttypen[objecttype]
    for attribuut in soort.attributen.values():
        for cel in alle_cellen(attribuut, model.dimensies):
            naam = celnaam(attribuut.naam, cel, model.dimensies)
            yield naam, attribuut.naam, cel, attribuut.tijdlijn is not None
    for kenmerk in soort.kenmerken.values():
        yield kenmerk.naam, kenmerk.naam, (), kenmerk.tijdlijn is not None


def proefdagen(waarde: Any, naief: Naief, vast: tuple[int, ...]) -> list[int]:
    """Days on which it shows: around every cut of the plan, and those of the case."""
    dagen = set(vast)
    if isinstance(waarde, Tijdwaarde):
        for knip in waarde.knips:
            dagen |= {int(knip) - 1, int(knip)}
    eerste, na = naief.venster
    binnen = sorted(d for d in dagen if eerste <= d < na)
    return binnen[:: 1 + len(binnen) // MEESTE_DAGEN]


def verschillen(model: Model, casus: Casus, dagen: tuple[int, ...] = ()) -> list[Verschil]:
    """Where they differ: every property of every object that was given, and of those made."""
    grond, uitslag = voer_uit(plan_van(model, casus.rekendatum), casus)
    naief = Naief(model, casus)
    vast = (*dagen, casus.rekendatum.toordinal())
    uit: list[Verschil] = []
    for wie, objecttype in casus.huishouden.objecten:
        for plannaam, naam, cel, lijn in eigenschappen(model, objecttype):
            ruw = uitslag.waarden[grond.eigenschappen[wie, plannaam]]
            for dag in proefdagen(ruw, naief, vast) if lijn else [None]:
                van_plan = gewoon(ruw if dag is None else op_dag(ruw, dag))
                van_ons = naieve_waarde(naief, wie, naam, dag, cel)
                if not gelijk(van_plan, van_ons):
                    wanneer = None if dag is None else date.fromordinal(dag)
                    uit.append(Verschil(wie, plannaam, wanneer, van_plan, van_ons))
    return uit + _gemaakt(model, casus, grond, uitslag, naief)


def _gemaakt(
    model: Model, casus: Casus, grond: ops.GroundPlan, uitslag: Uitslag, naief: Naief
) -> list[Verschil]:
    """Objects that rules made have names of their own in each; they are the same when there are
    as many with the same properties on the rekendatum."""
    gegeven = {naam for naam, _ in casus.huishouden.objecten}
    dag = casus.rekendatum.toordinal()
    uit: list[Verschil] = []
    for objecttype in gemaakte_typen(model):
        rij = list(eigenschappen(model, objecttype))
        van_plan = Counter(
            tuple(_vorm(gewoon(op_dag(uitslag.waarden[grond.eigenschappen[wie, p]], dag)))
                  for p, *_ in rij)
            for wie, (type_, bewaker) in grond.objecten.items()
            if type_ == objecttype and wie not in gegeven
            and (bewaker is None or uitslag.waarden[bewaker] is True)
        )  # fmt: skip
        try:
            naief.spelers(objecttype, None)
        except Fout:
            continue  # who is there is not known; whoever asks gets the fault
        van_ons = Counter(
            tuple(_vorm(naieve_waarde(naief, wie, naam, dag, cel)) for _, naam, cel, _ in rij)
            for wie, type_ in list(naief.typen.items())
            if type_ == objecttype and wie not in gegeven
        )
        if van_plan != van_ons:
            uit.append(Verschil(f"een {objecttype}", "alles", None, van_plan, van_ons))
    return uit


def gemaakte_typen(model: Model) -> set[str]:
    versies = (v for regel in model.regels.values() for v in regel.versies)
    return {v.gevolg.rol.objecttype for v in versies if isinstance(v.gevolg, Objectcreatie)}


def _vorm(waarde: Any) -> str:
    """A value that can be counted; of a fault only that it is one."""
    return "fout" if isinstance(waarde, Fout) else repr(waarde)
