"""Computing: one citizen, the same with traces of the axis, and every piece along the income."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from wetsanalyse import chain
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel
from wetsanalyse.report.uitleg import Uitleg, leg_uit
from wetsanalyse.run.evaluator import Omgeving, evalueer, programma
from wetsanalyse.run.exact import Geval, omgeving, reken
from wetsanalyse.run.scenarios import geval
from wetsanalyse.run.spoor import Spoor, Sporen, spoor_as
from wetsanalyse.run.sweep import sweep
from wetsanalyse.run.verloop import As, geval_op

DAG = date(2025, 1, 1)
INKOMEN = InvoerSleutel("A", "toetsingsinkomen")
UITKOMST = ("A", "zorgtoeslag per jaar")
TOT = 150_000
PROEFSTAP = 997


class Alleenstaand(NamedTuple):
    """One insured citizen alone with an income of 30,000 euro."""

    plan: Plan
    casus: Casus
    grond: GroundPlan
    geval: Geval
    slot: int


@pytest.fixture(scope="module")
def burger(wet: tuple[chain.Regelset, tuple[Scenario, ...]]) -> Alleenstaand:
    plan = chain.lower(wet[0].model, DAG)
    invoer = {
        ("A", "toetsingsinkomen"): Fraction(30_000),
        ("A", "vermogen"): Fraction(0),
        ("A", "verzekerd"): True,
    }
    casus = Casus(DAG, Huishouden((("A", "Aanvrager"),)), MappingProxyType(invoer))
    grond = chain.ground(plan, casus.huishouden)
    return Alleenstaand(plan, casus, grond, geval(plan, casus), grond.eigenschappen[UITKOMST])


def test_burger(benchmark: BenchmarkFixture, burger: Alleenstaand) -> None:
    """From case to every outcome, with the trace; the plan is made flat each time."""
    uitslag = benchmark(chain.evaluate, burger.plan, burger.casus)
    assert uitslag.waarde(*UITKOMST) == 1355


def test_rekenen(benchmark: BenchmarkFixture, burger: Alleenstaand) -> None:
    """The flat plan only, every outcome."""
    uitslag = benchmark(reken, burger.grond, burger.geval)
    assert uitslag.waarde(*UITKOMST) == 1355


def test_rekenen_met_uitleg(benchmark: BenchmarkFixture, burger: Alleenstaand) -> None:
    """Every outcome, and one of them told: what it rests on, down to what was given."""

    def met_uitleg() -> Uitleg:
        return leg_uit(burger.plan, reken(burger.grond, burger.geval), *UITKOMST)

    assert benchmark(met_uitleg).waarde == 1355


def test_rekenen_een_uitkomst(benchmark: BenchmarkFixture, burger: Alleenstaand) -> None:
    uitslag = benchmark(reken, burger.grond, burger.geval, (burger.slot,))
    assert uitslag.waarde(*UITKOMST) == 1355


def test_rekenen_met_as(benchmark: BenchmarkFixture, burger: Alleenstaand) -> None:
    """The same outcome over numbers that know how they move along the income."""

    def met_as() -> Spoor:
        nu = [0]
        basis = omgeving(burger.grond, burger.geval)
        invoer = {**burger.geval.invoer, INKOMEN: spoor_as(30_000, Fraction(1))}
        om = Omgeving(Sporen(nu), invoer, burger.geval.oordelen, basis.parameters, nu)
        spoor = evalueer(programma(burger.grond), om, (burger.slot,))[burger.slot]
        assert isinstance(spoor, Spoor)
        return spoor

    assert benchmark(met_as).v == 1355


def test_verloop(benchmark: BenchmarkFixture, burger: Alleenstaand) -> None:
    """Every piece along the income; held against the exact run on the borders and in between."""
    as_ = As(INKOMEN, 0, TOT)
    verloop = benchmark(sweep, burger.grond, burger.geval, as_, burger.slot)
    assert verloop.garantie == "exact"
    proeven = {*range(0, TOT + 1, PROEFSTAP), *(x for s in verloop.stukken for x in (s.van, s.tot))}
    for stuk in verloop.stukken:
        assert stuk.waarde_van == _exact(burger, as_, stuk.van)
        assert stuk.waarde_tot == _exact(burger, as_, stuk.tot)
    for x in sorted(proeven):
        stuk, waarde = verloop.stuk(x), _exact(burger, as_, x)
        if stuk.helling == 0:
            assert waarde == stuk.waarde_van
        elif isinstance(waarde, Fraction):
            assert stuk.waarde_van >= waarde >= stuk.waarde_tot
    punten = TOT + 1
    benchmark.extra_info["verloop: stukken"] = f"{len(verloop.stukken):10}"
    benchmark.extra_info["verloop: keer gerekend, tegen punten op de as"] = (
        f"{verloop.evaluaties:10} tegen {punten} (1 op {punten // verloop.evaluaties})"
    )


def _exact(burger: Alleenstaand, as_: As, x: int) -> object:
    uitslag = reken(burger.grond, geval_op(burger.geval, as_, x), (burger.slot,))
    return uitslag.waarden[burger.slot]
