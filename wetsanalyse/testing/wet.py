"""A law on a day, as a test asks about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wetsanalyse import chain
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.model.model import Model
from wetsanalyse.model.scenarios import Scenario, los_scenarios_op
from wetsanalyse.run.toestanden import Plannen
from wetsanalyse.text import Diagnostic, Result, Source
from wetsanalyse.text.weergave import tekst

if TYPE_CHECKING:
    from wetsanalyse.analyses.verlopen.vegen import Opdracht
    from wetsanalyse.plan.lower import Plan


T = TypeVar("T")


class Onleesbaar(Exception):
    """The messages about rules or scenarios that could not be read."""

    def __init__(self, meldingen: Iterable[Diagnostic]) -> None:
        super().__init__("\n\n".join(tekst(m) for m in meldingen))


@dataclass(frozen=True)
class Wet:
    """The rules, their scenarios, and the day on which they are looked at. ``assen``: the sweeps
    of each kind of household, worked out once."""

    set_: chain.Regelset = field(repr=False)
    scenarios: tuple[Scenario, ...] = field(repr=False)
    rekendatum: date
    plannen: Plannen = field(repr=False)
    assen: dict[tuple[date, Huishouden], list[Opdracht]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def model(self) -> Model:
        return self.set_.model

    @property
    def plan(self) -> Plan:
        return self.plannen.op(self.rekendatum)

    def opdrachten(self, burger: Casus) -> list[Opdracht]:
        """Every axis that can matter to this citizen, ready to be swept."""
        from wetsanalyse.analyses.verlopen.vegen import opdrachten

        sleutel = (burger.rekendatum, burger.huishouden)
        if sleutel not in self.assen:
            self.assen[sleutel] = opdrachten(self.plannen.op(burger.rekendatum), (burger,))
        return [o.op(burger) for o in self.assen[sleutel]]

    def casus(self, scenariotekst: str) -> Casus:
        """The citizen of one Scenario, as a text."""
        bron = Source("tekst.scenario", scenariotekst)
        ontleding = chain.parse([bron], self.set_.ontleding.lexicon)
        _eis(ontleding)
        scenarios = los_scenarios_op(ontleding.value.blokken, self.set_.tabel, ontleding.value)
        _eis(scenarios)
        if len(scenarios.value) != 1:
            raise ValueError(f"hier hoort één scenario, geen {len(scenarios.value)}")
        return scenarios.value[0].casus


def laad(*mappen: str | Path, rekendatum: date | None = None) -> Wet:
    """Read a rule folder, or some together, with their scenarios. Without a ``rekendatum`` the
    law is looked at on the day on which ``wetsanalyse onderzoek`` does. Raises Onleesbaar."""
    paden = [Path(map_) for map_ in mappen]
    gelezen = chain.laad(paden)
    _eis(gelezen)
    gevonden = [map_ for pad in paden if (map_ := chain.scenariomap(pad)) is not None]
    if not gevonden:
        return van(gelezen.value, (), rekendatum)
    scenarios = chain.laad_scenarios(gelezen.value, gevonden)
    _eis(scenarios)
    return van(gelezen.value, scenarios.value, rekendatum)


def van(
    set_: chain.Regelset, scenarios: tuple[Scenario, ...] = (), rekendatum: date | None = None
) -> Wet:
    """A law that was read already."""
    dag = rekendatum or chain.kies_rekendatum(set_.model, scenarios)
    if dag is None:
        raise ValueError("deze wet noemt geen enkele datum; geef een rekendatum op")
    return Wet(set_, scenarios, dag, Plannen(set_.model))


def _eis(gelezen: Result[T]) -> None:
    if not gelezen.ok:
        raise Onleesbaar(gelezen.fouten)
