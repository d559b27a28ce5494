"""What the measurements share: the zorgtoeslag, read once; and the ratios, printed at the end.

A time depends on the machine. A ratio of two times of one run says more.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from wetsanalyse import chain
from wetsanalyse.model.scenarios import Scenario

WORTEL = Path(__file__).resolve().parents[1]
REGELS = WORTEL / "rules" / "zorgtoeslag"

# What is told, as one time over another.
VERHOUDINGEN = (
    ("ontleden: tien keer zoveel regels", "lezen_x10", "lezen_x1"),
    ("ontleden: vijftig keer zoveel regels", "lezen_x50", "lezen_x1"),
    ("ontleden: honderd keer zoveel regels", "lezen_x100", "lezen_x1"),
    ("ontleden: één regel gewijzigd : alles", "lezen_een_wijziging", "lezen_x1"),
    ("opdracht --versie : python zonder opdracht", "start_versie", "start_niets"),
    ("opdracht controleer, klein : python", "start_controleer_klein", "start_niets"),
    ("opdracht controleer, zorgtoeslag : python", "start_controleer_wet", "start_niets"),
    ("opdracht reken, zorgtoeslag : python", "start_reken", "start_niets"),
    ("één burger met alles eromheen : alleen rekenen", "burger", "rekenen"),
    ("rekenen en uitleggen : alleen rekenen", "rekenen_met_uitleg", "rekenen"),
    ("rekenen met spoor langs de as : zonder", "rekenen_met_as", "rekenen_een_uitkomst"),
    ("verloop langs de as : één keer rekenen", "verloop", "rekenen_een_uitkomst"),
)


@pytest.fixture(scope="session")
def wet() -> tuple[chain.Regelset, tuple[Scenario, ...]]:
    """The rules and scenarios of the zorgtoeslag; a measurement of faulty rules means nothing."""
    set_ = chain.laad([REGELS])
    assert set_.ok, set_.fouten
    scenarios = chain.laad_scenarios(set_.value, [WORTEL / "scenarios" / "zorgtoeslag"])
    assert scenarios.ok, scenarios.fouten
    return set_.value, scenarios.value


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """The ratios, and what the measurements noted beside their times."""
    sessie = getattr(config, "_benchmarksession", None)
    gemeten: Mapping[str, Any] = {
        b.name.removeprefix("test_"): b for b in (sessie.benchmarks if sessie else ()) if b.stats
    }
    if not gemeten:
        return
    terminalreporter.section("verhoudingen (mediaan door mediaan)")
    for wat, boven, onder in VERHOUDINGEN:
        if boven in gemeten and onder in gemeten:
            factor = gemeten[boven].stats.median / gemeten[onder].stats.median
            terminalreporter.write_line(f"{wat:<58} {factor:10.2f}")
    for meting in gemeten.values():
        for wat, waarde in meting.extra_info.items():
            terminalreporter.write_line(f"{wat:<58} {waarde}")
