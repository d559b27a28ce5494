"""L0: what the rules say of themselves, without a citizen. Goal: under a second [hardheid 15]."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from wetsanalyse import chain
from wetsanalyse.analyses.statisch.overzicht import statisch
from wetsanalyse.plan.lower import lower

RULES = Path(__file__).parents[1] / "rules"
DAGEN = {
    "zorgtoeslag": date(2025, 1, 1),
    "huurtoeslag": date(2025, 1, 1),
    "kindgebonden-budget": date(2025, 1, 1),
    "kinderopvangtoeslag-2014": date(2014, 12, 31),
    "wahv": date(2025, 9, 1),
}


@pytest.mark.parametrize("naam", DAGEN)
def test_zonder_burger(benchmark: BenchmarkFixture, naam: str) -> None:
    plan = lower(chain.laad([RULES / naam]).value.model, DAGEN[naam])
    gevonden = benchmark.pedantic(statisch, (plan,), rounds=5)  # type: ignore[no-untyped-call]
    assert gevonden.stappen
