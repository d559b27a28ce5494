"""The pytest plugin: ``*.scenario`` files are collected as tests.

A file under ``scenarios/X`` is read against ``rules/X``; every scenario, and every row of a
voorbeeldreeks, is a test of its own. A file that cannot be read is one failing test that shows
its messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from wetsanalyse import chain
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.run.scenarios import toets
from wetsanalyse.testing.wet import Onleesbaar
from wetsanalyse.text import Diagnostic


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    """Every scenario file that has a rule folder beside it."""
    if file_path.suffix == ".scenario" and chain.regelmap(file_path) is not None:
        bestand: pytest.File = Scenariobestand.from_parent(parent, path=file_path)
        return bestand
    return None


class Scenariobestand(pytest.File):
    """One file of scenarios."""

    def collect(self) -> Iterator[pytest.Item]:
        regels = chain.regelmap(self.path)
        assert regels is not None
        set_ = _regelset(regels)
        gelezen = chain.laad_scenarios(set_.value, [self.path]) if set_.ok else None
        fouten = set_.fouten if gelezen is None else gelezen.fouten
        if gelezen is None or fouten:
            yield Leesfout.from_parent(self, name="leesbaar", meldingen=fouten)
            return
        for scenario in gelezen.value:
            yield Scenariotest.from_parent(
                self, name=scenario.naam, scenario=scenario, set_=set_.value
            )


_GELADEN: dict[Path, Any] = {}


def _regelset(map_: Path) -> Any:
    """Rules are read once per folder and run."""
    if map_ not in _GELADEN:
        _GELADEN[map_] = chain.laad([map_])
    return _GELADEN[map_]


class Leesfout(pytest.Item):
    def __init__(self, *, meldingen: tuple[Diagnostic, ...], **rest: Any) -> None:
        super().__init__(**rest)
        self.meldingen = meldingen

    def runtest(self) -> None:
        raise Onleesbaar(self.meldingen)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        return str(excinfo.value)


class Afwijking(Exception):
    """A scenario whose outcome is not what its source says."""


class Scenariotest(pytest.Item):
    """One scenario."""

    def __init__(self, *, scenario: Scenario, set_: chain.Regelset, **rest: Any) -> None:
        super().__init__(**rest)
        self.scenario, self.set = scenario, set_

    def runtest(self) -> None:
        plan = chain.lower(self.set.model, self.scenario.casus.rekendatum)
        uitslag, _ = toets(plan, self.scenario)
        if not uitslag.geslaagd:
            bron = f"\nbron: {uitslag.bron}" if uitslag.bron else ""
            raise Afwijking("\n".join(uitslag.afwijkingen) + bron)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, Afwijking):
            return f"{self.scenario.span}: {self.scenario.naam}\n{excinfo.value}"
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        regel = self.scenario.span.regel - 1 if self.scenario.span else None
        return self.path, regel, self.scenario.naam
