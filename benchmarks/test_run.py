"""Running a flat plan: one citizen, and every breakpoint along the income."""

from __future__ import annotations

from fractions import Fraction

from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.plannen import ALLEENSTAAND, INKOMEN, REKENDATUM, UITKOMST
from wetsanalyse.run.exact import Geval, reken
from wetsanalyse.run.sweep import sweep
from wetsanalyse.run.verloop import As

GEVAL = Geval(REKENDATUM, {INKOMEN: Fraction(30_000)})


def test_geval(benchmark: BenchmarkFixture) -> None:
    uitslag = benchmark(reken, ALLEENSTAAND, GEVAL)
    assert uitslag.waarde("A", "zorgtoeslag per jaar") == 1355


def test_as(benchmark: BenchmarkFixture) -> None:
    verloop = benchmark(sweep, ALLEENSTAAND, GEVAL, As(INKOMEN, 0, 150_000), UITKOMST)
    assert verloop.garantie == "exact"
    assert len(verloop.stukken) > 1
