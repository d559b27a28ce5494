"""The whole examination of the zorgtoeslag, as `wetsanalyse onderzoek` does it, without drawing."""

from __future__ import annotations

from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.test_rekenen import DAG
from wetsanalyse import chain
from wetsanalyse.model.scenarios import Scenario


def test_onderzoek(
    benchmark: BenchmarkFixture, wet: tuple[chain.Regelset, tuple[Scenario, ...]]
) -> None:
    set_, scenarios = wet
    invoer = (set_.model, scenarios, DAG)
    gevonden = benchmark.pedantic(chain.analyse, invoer, rounds=5)  # type: ignore[no-untyped-call]
    assert all(s.geslaagd for s in gevonden.scenarios)
    assert {b.patroon for b in gevonden.bevindingen} >= {"P01", "P03"}
    assert gevonden.sweeps_gezocht == 0
    benchmark.extra_info["onderzoek: burgers"] = f"{gevonden.burgers:10}"
    benchmark.extra_info["onderzoek: verlopen"] = f"{gevonden.sweeps:10}"
