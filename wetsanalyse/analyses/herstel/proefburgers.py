"""The citizens of a trial: those of the finding, those of the scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wetsanalyse.analyses.bevinding import Bevinding, Getuige
from wetsanalyse.analyses.herstel.uitkomsten import Proefburger
from wetsanalyse.model.scenarios import Scenario


def getuigen_van(bevinding: Bevinding, scenarios: Sequence[Scenario]) -> list[Proefburger]:
    """The citizens of a finding and their neighbours, each once."""
    lijst: list[Proefburger] = []
    for nummer, g in enumerate(bevinding.getuigen, 1):
        vanaf = _vanaf(g, scenarios)
        for naam, casus in ((f"getroffen burger {nummer}", g.burger), (f"buur {nummer}", g.buur)):
            if all(casus != b.casus for b in lijst):
                lijst.append(Proefburger(naam, casus, vanaf))
    return lijst


def _vanaf(getuige: Getuige, scenarios: Sequence[Scenario]) -> date | None:
    """Where the window begins for who has a history: on the rekendatum of its scenario."""
    if not (getuige.burger.gebeurtenissen or getuige.buur.gebeurtenissen):
        return None
    for s in scenarios:
        if s.casus.gebeurtenissen and s.casus.huishouden == getuige.burger.huishouden:
            return s.casus.rekendatum
    return getuige.burger.rekendatum


def uit_scenario(scenario: Scenario) -> Proefburger:
    """On the last day that the scenario speaks of, with all that has happened."""
    casus = scenario.casus
    if not casus.gebeurtenissen:
        return Proefburger(scenario.naam, casus)
    dagen = [casus.rekendatum, *(v.datum for v in casus.gebeurtenissen)]
    dagen += [v.datum for v in scenario.verwachtingen if v.datum is not None]
    return Proefburger(scenario.naam, replace(casus, rekendatum=max(dagen)), casus.rekendatum)
