"""The cases of a law, worked out, with the sweeps that they came from: what severity and class look
at."""

from __future__ import annotations

from datetime import date
from functools import cache

from tests.analyses.voorbeeld import BUDGET, DAG, model_van, wet
from wetsanalyse import chain
from wetsanalyse.analyses.burgers.verkenning import verken
from wetsanalyse.analyses.burgers.vormen import burgers
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.oorzaak.zaak import Bundel
from wetsanalyse.analyses.oorzaak.zaken import bundels
from wetsanalyse.analyses.patronen import PATRONEN
from wetsanalyse.analyses.verlopen.vegen import Opdracht, Veeg, opdrachten, vegen
from wetsanalyse.model.model import Model
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.plan.lower import Plan, lower

Zaken = tuple[tuple[Bundel, ...], tuple[Veeg, ...]]


def zoek_zaken(
    model: Model, scenarios: tuple[Scenario, ...], dag: date, hoogstens: int = 60
) -> Zaken:
    """What the patterns see along the axes."""
    plan = lower(model, dag)
    lijst = opdrachten(plan, verken(plan, burgers(plan, scenarios)), hoogstens)
    return _gezien(plan, lijst)


def zaken_van_een(naam: str, scenario: str, as_: str) -> Zaken:
    """Of one citizen of a shipped law along one axis: quick, where the law is large."""
    set_, scenarios = wet(naam)
    casus = next(s.casus for s in scenarios if s.naam == scenario)
    plan = lower(set_.model, casus.rekendatum)
    return _gezien(plan, [o for o in opdrachten(plan, (casus,)) if o.attribuut == as_])


def _gezien(plan: Plan, lijst: list[Opdracht]) -> Zaken:
    drempels = Drempels(plan.model)
    gedaan = tuple(vegen(plan, lijst, lambda *_: None))
    gezien: list[Waarneming] = []
    for veeg in gedaan:
        for patroon in PATRONEN:
            if "as" in patroon.controles:
                gezien += patroon.controles["as"](veeg, drempels)
    return tuple(bundels(gezien)), gedaan


@cache
def zaken_van_wet(naam: str) -> Zaken:
    """Of a shipped law, on the day of its scenarios."""
    set_, scenarios = wet(naam)
    dag = chain.kies_rekendatum(set_.model, scenarios)
    assert dag is not None
    return zoek_zaken(set_.model, scenarios, dag, BUDGET.get(naam, 120))


@cache
def zaken_van_tekst(*teksten: str, dag: date = DAG) -> Zaken:
    """Of some rule texts, without scenarios."""
    return zoek_zaken(model_van(*teksten), (), dag)


def bundel(zaken: Zaken, patroon: str, as_: str, nummer: int = 0) -> Bundel:
    """The cases of one finding: by pattern and axis, in the order in which they were found."""
    return [
        b
        for b in zaken[0]
        if b[0].waarneming.patroon == patroon and b[0].waarneming.onderscheid.naam == as_
    ][nummer]
