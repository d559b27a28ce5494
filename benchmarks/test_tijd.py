"""Twenty people with values over time: every month of years, days counted, shares, totals."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.conftest import WORTEL
from wetsanalyse import chain
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan
from wetsanalyse.run.exact import Geval, reken
from wetsanalyse.run.scenarios import geval

DAG = date(2025, 6, 1)
OUDERS = 10


class Buurt(NamedTuple):
    """Ten parents, each with a child; each is enrolled a day later and ten days longer."""

    plan: Plan
    casus: Casus
    grond: GroundPlan
    geval: Geval


def _dag(jaar: int, maand: int, dag: int) -> int:
    return date(jaar, maand, dag).toordinal()


@pytest.fixture(scope="module")
def buurt() -> Buurt:
    set_ = chain.laad([WORTEL / "rules" / "voorbeeld-alles"])
    assert set_.ok, set_.fouten
    plan = chain.lower(set_.value.model, DAG)
    objecten: list[tuple[str, str]] = []
    feiten: list[Feit] = []
    invoer: dict[tuple[str, str], Any] = {}
    for n in range(OUDERS):
        ouder, kind = f"A{n}", f"K{n}"
        objecten += [(ouder, "Ouder"), (kind, "Kind")]
        feiten.append(Feit("ouderschap", (ouder, kind)))
        begin, eind = _dag(2025, 1, 10) + n, _dag(2025, 4, 11) + 10 * n
        invoer |= {
            (ouder, "geboortedatum"): _dag(1990, 3, 4),
            (ouder, "toetsingsinkomen"): Fraction(24_000),
            (ouder, "inwoner"): True,
            (ouder, "ingeschreven"): Tijdwaarde((begin, eind), (False, True, False)),
        }
    casus = Casus(DAG, Huishouden(tuple(objecten), tuple(feiten)), invoer)
    return Buurt(plan, casus, chain.ground(plan, casus.huishouden), geval(plan, casus))


def test_buurt_in_de_tijd(benchmark: BenchmarkFixture, buurt: Buurt) -> None:
    """All 152 rules of the tour through the language, for 20 objects, with the trace."""
    uitslag = benchmark(reken, buurt.grond, buurt.geval, buurt.grond.doelen)
    # 66 + 93 + 93 + 31 by days, and 20 in each of five winter months.
    assert uitslag.waarde("A0", "steun over 2025") == 383
    # The 4th: 19 of 31 days of January, and 10 days of May.
    dagen = uitslag.waarde("A3", "aantal dagen met recht")
    assert isinstance(dagen, Tijdwaarde)
    assert dagen.waarden[1] == 19


def test_buurt_plat_maken(benchmark: BenchmarkFixture, buurt: Buurt) -> None:
    grond = benchmark(chain.ground, buurt.plan, buurt.casus.huishouden)
    assert len(grond.steps) == len(buurt.grond.steps)
    benchmark.extra_info["buurt: bewerkingen"] = f"{len(grond.steps):10}"
