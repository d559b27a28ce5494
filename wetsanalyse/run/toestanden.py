"""A case in time: what happened so far, and the state that it gives. [uitbreidingen 10]

What an event changes holds from its day on. A value that must be computed is computed on what was
known just before, with the rules of that day; so a decision is taken. Events on one day happen in
the order in which they were written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.model.cellen import eigenschappen
from wetsanalyse.model.feiten import Tijdwaarde, Voorval, Wijziging
from wetsanalyse.model.model import Attribuut, Model
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.model.terms import Constante, Term
from wetsanalyse.model.tijdgegevens import Tijdspanne, gewijzigd, op_dag
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.model.waarden import buiten_type
from wetsanalyse.plan.bewaard import Bewaard
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.plan.ops import LEEG, Fout, GroundPlan, InvoerSleutel, OordeelSleutel
from wetsanalyse.run.exact import Geval, Uitslag, reken


@dataclass(frozen=True, slots=True)
class Toestand:
    """How a case stands on a day. ``gebeurtenis``: what happened last, on that day; None: nothing
    has happened yet that day. ``casus`` is without events: they are in its values."""

    datum: date
    gebeurtenis: Voorval | None
    casus: Casus
    uitslag: Uitslag = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plannen:
    """The plans of one model: of each day that is asked, made once."""

    model: Model = field(repr=False)
    gemaakt: dict[date, Plan] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def vanaf(cls, plan: Plan) -> Plannen:
        """With one that was made already."""
        return cls(plan.model, {plan.rekendatum: plan})

    def op(self, dag: date) -> Plan:
        if dag not in self.gemaakt:
            self.gemaakt[dag] = lower(self.model, dag)
        return self.gemaakt[dag]


# ------------------------------------------------------------------ one state


def geval(plan: Plan, casus: Casus) -> Geval:
    """The case as the run takes it, with all that happened up to and on its rekendatum. A
    kenmerk that was not given is not true. [1.6]"""
    if casus.gebeurtenissen:
        casus = bekend(Plannen.vanaf(plan), casus)
    invoer = dict(_niets(plan, casus.huishouden))
    invoer |= {InvoerSleutel(*sleutel): w for sleutel, w in casus.invoer.items()}
    oordelen = {OordeelSleutel(*sleutel): o for sleutel, o in casus.oordelen.items()}
    return Geval(casus.rekendatum, invoer, oordelen, dict(casus.parameters))


def _niets(plan: Plan, huishouden: Huishouden) -> dict[InvoerSleutel, Any]:
    """Every property of a household as it is when nothing is given; the last ones are kept."""

    def alles() -> dict[InvoerSleutel, Any]:
        return {
            InvoerSleutel(naam, eigenschap): LEEG if isinstance(lid, Attribuut) else False
            for naam, objecttype in huishouden.objecten
            for eigenschap, lid in eigenschappen(plan.model, objecttype)
        }

    return _LEEG.haal(plan, huishouden, alles)


_LEEG: Bewaard[Plan, dict[InvoerSleutel, Any]] = Bewaard(64)


def voer_uit(
    plan: Plan, casus: Casus, vragen: Mapping[str, Term] | None = None
) -> tuple[GroundPlan, Uitslag]:
    """Ground the plan for this household and compute everything."""
    grond = ground(plan, casus.huishouden, vragen, casus.parameters)
    doelen = (*grond.doelen, *grond.vragen.values())
    return grond, reken(grond, geval(plan, casus), doelen)


# ------------------------------------------------------------------ from state to state


def bekend(plannen: Plannen, casus: Casus) -> Casus:
    """The case with all events up to and on its rekendatum in its values, and no others."""
    kaal = replace(casus, gebeurtenissen=())
    for voorval in casus.gebeurtenissen:
        if voorval.datum <= casus.rekendatum:
            kaal = na(plannen, kaal, voorval)
    return kaal


def na(plannen: Plannen, casus: Casus, voorval: Voorval) -> Casus:
    """A case without events, just after this one."""
    invoer, dag = dict(casus.invoer), voorval.datum.toordinal()
    nieuw = _nieuwe_waarden(plannen, casus, voorval)
    for wijziging, waarde in zip(voorval.wijzigingen, nieuw, strict=True):
        sleutel = (wijziging.object, wijziging.eigenschap)
        oud = invoer.pop(sleutel, _leeg(plannen.model, casus, wijziging))
        in_tijd = wijziging.type.korrel is not None
        spanne = Tijdspanne(wijziging.van, wijziging.tot)
        geldt = gewijzigd(spanne, oud, waarde) if in_tijd else op_dag(waarde, dag)
        if geldt is not None:
            invoer[sleutel] = geldt
    nu_bekend = {(w.object, w.eigenschap) for w in voorval.wijzigingen}
    return replace(casus, invoer=MappingProxyType(invoer), onbekend=casus.onbekend - nu_bekend)


def _nieuwe_waarden(plannen: Plannen, casus: Casus, voorval: Voorval) -> list[Any]:
    """The new values, as a case has them; nothing is run when all of them are written out."""
    vragen = {
        f"{i}": w.waarde
        for i, w in enumerate(voorval.wijzigingen)
        if not isinstance(w.waarde, Constante)
    }
    gevonden: dict[str, Any] = {}
    if vragen:
        plan = plannen.op(voorval.datum)
        grond = ground(plan, casus.huishouden, vragen, casus.parameters)
        toen = geval(plan, replace(casus, rekendatum=voorval.datum))
        uitslag = reken(grond, toen, tuple(grond.vragen.values()))
        gevonden = {naam: uitslag.waarden[slot] for naam, slot in grond.vragen.items()}
    return [
        w.waarde.waarde if isinstance(w.waarde, Constante) else _overal(w.type, gevonden[f"{i}"])
        for i, w in enumerate(voorval.wijzigingen)
    ]


def _overal(type_: Type, waarde: Any) -> Any:
    if isinstance(waarde, Tijdwaarde):
        knips = tuple(int(knip) for knip in waarde.knips)
        return Tijdwaarde(knips, tuple(_als_gegeven(type_, w) for w in waarde.waarden))
    return _als_gegeven(type_, waarde)


def _als_gegeven(type_: Type, waarde: Any) -> Any:
    """A computed value as a case has it; one that does not fit the property is a fault."""
    if waarde is LEEG:
        return None
    if type_.soort is Soort.DATUM and isinstance(waarde, Fraction):
        return int(waarde)
    gebrek = buiten_type(waarde, type_)
    return waarde if gebrek is None else Fout("DT-BEREIK", f"{gebrek[:1].upper()}{gebrek[1:]}.")


def _leeg(model: Model, casus: Casus, wijziging: Wijziging) -> bool | None:
    """What a property is where nothing was given: a kenmerk is not true."""
    soort = model.objecttypen[casus.huishouden.typen[wijziging.object]]
    return False if wijziging.eigenschap in soort.kenmerken else None


def tijdlijn(plan: Plan, scenario: Scenario) -> tuple[Toestand, ...]:
    """The states of a scenario, in order: the beginning (its rekendatum, or the day of an event
    before it); then before each day on which something happens, and after each event."""
    plannen = Plannen.vanaf(plan)
    kaal = replace(scenario.casus, gebeurtenissen=())
    eerste = [v.datum for v in scenario.gebeurtenissen[:1]]
    dag = min([kaal.rekendatum, *eerste])
    toestanden = [_toestand(plannen, kaal, dag, None)]
    for voorval in scenario.gebeurtenissen:
        if voorval.datum != dag:
            dag = voorval.datum
            toestanden.append(_toestand(plannen, kaal, dag, None))
        kaal = na(plannen, kaal, voorval)
        toestanden.append(_toestand(plannen, kaal, dag, voorval))
    return tuple(toestanden)


def _toestand(plannen: Plannen, casus: Casus, dag: date, voorval: Voorval | None) -> Toestand:
    op_die_dag = replace(casus, rekendatum=dag)
    _, uitslag = voer_uit(plannen.op(dag), op_die_dag)
    return Toestand(dag, voorval, op_die_dag, uitslag)
