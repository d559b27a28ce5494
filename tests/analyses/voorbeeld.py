"""What the tests of the examination share: the shipped laws, examined once, and small models."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Bevinding, Onderzoek, Routerij
from wetsanalyse.analyses.onderzoek import Vraag, onderzoek
from wetsanalyse.analyses.verlopen.diepte import NORMAAL
from wetsanalyse.analyses.verlopen.zoeken import Zoekbudget
from wetsanalyse.model.model import Model
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.text import Source

WORTEL = Path(__file__).resolve().parents[2]
DAG = date(2025, 1, 1)
BUDGET = {"kinderopvangtoeslag-2014": 90, "kinderopvangtoeslag-2014-evenredig": 45}
"""Sweeps; the childcare law is much larger than the others, and 90 give each axis its turn."""


def vraag(sweeps: int = 120, voorbeelden: int = 0) -> Vraag:
    """An examination of so many sweeps, without a search beyond them."""
    zoek = Zoekbudget(voorbeelden, 2_000)
    return Vraag(replace(NORMAAL, sweeps=sweeps, zoek=zoek))


@cache
def wet(naam: str) -> tuple[chain.Regelset, tuple[Scenario, ...]]:
    """A shipped law with its scenarios."""
    set_ = chain.laad([WORTEL / "rules" / naam])
    assert set_.ok, set_.fouten
    scenarios = chain.laad_scenarios(set_.value, [WORTEL / "scenarios" / naam])
    assert scenarios.ok, scenarios.fouten
    return set_.value, scenarios.value


@cache
def onderzocht(naam: str) -> Onderzoek:
    """A shipped law examined; once per test process."""
    set_, scenarios = wet(naam)
    dag = chain.kies_rekendatum(set_.model, scenarios)
    assert dag is not None
    return onderzoek(set_.model, scenarios, dag, vraag=vraag(BUDGET.get(naam, 120)))


def model_van(*teksten: str) -> Model:
    """The model of some rule texts; they must be without faults."""
    bronnen = tuple(Source(f"deel-{n}.regels", tekst) for n, tekst in enumerate(teksten))
    ontleding = chain.parse(bronnen)
    model = chain.resolve(ontleding.value)
    fouten = (*ontleding.fouten, *model.fouten, *chain.link(model.value).fouten)
    assert not fouten, "\n".join(str(f) for f in fouten)
    return model.value


def zoek_uit(*teksten: str, dag: date = DAG) -> Onderzoek:
    """Examine some rule texts, without scenarios."""
    return onderzoek(model_van(*teksten), (), dag, vraag=vraag())


def patronen(gevonden: Onderzoek) -> set[str]:
    return {b.patroon for b in gevonden.bevindingen}


def van(gevonden: Onderzoek, patroon: str) -> list[Bevinding]:
    return [b for b in gevonden.bevindingen if b.patroon == patroon]


def een(gevonden: Onderzoek, id_: str) -> Bevinding:
    """The finding with this id."""
    passend = [b for b in gevonden.bevindingen if b.id == id_]
    assert len(passend) == 1, [b.id for b in gevonden.bevindingen]
    return passend[0]


def route(b: Bevinding, naam: str) -> Routerij:
    """One row of the table of ways out."""
    return next(r for r in b.dekking.rijen if r.route == naam)


def dagnummers(dagen: Iterable[date]) -> list[int]:
    """How dates stand in a run."""
    return [dag.toordinal() for dag in dagen]
