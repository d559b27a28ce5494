"""The search outside, the sweep inside, on a small law whose worst case needs one exact place on
another axis: the two euro amounts in the law say by how much."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.analyses.proefwet import regel, wet_met
from tests.analyses.voorbeeld import DAG, model_van
from wetsanalyse.analyses.burgers.strategieen import Plek
from wetsanalyse.analyses.burgers.verkenning import verken
from wetsanalyse.analyses.burgers.vormen import burgers
from wetsanalyse.analyses.verlopen import zoeken
from wetsanalyse.analyses.verlopen.vegen import Veeg, opdrachten, veeg_van, vegen
from wetsanalyse.analyses.verlopen.zoeken import Zoekbudget, ergste_stap, zoek
from wetsanalyse.plan.lower import Plan, lower

# 3 maal 737 is 2211, and that number is in no range: only a sweep along the premium sees where it
# is. The supplement is lost with the support, at 50,000 of savings: 500 and 400.
WET = wet_met(
    regel(
        "steun",
        "De steun van een Burger moet gesteld worden op 500 €/jr\n"
        "indien zijn spaargeld kleiner of gelijk is aan 50000 €.",
    ),
    regel(
        "extra steun",
        "De extra steun van een Burger moet gesteld worden op 400 €/jr\n"
        "indien hij aan alle volgende voorwaarden voldoet:\n"
        "    - zijn spaargeld is kleiner of gelijk aan 50000 €\n"
        "    - (zijn betaalde premie maal 3) is gelijk aan 2211 €.",
    ),
)
# Of 120 examples about half the seeds hit it: the place comes up once in thirty, and half of the
# examples stay near the best so far.
BUDGET = Zoekbudget(voorbeelden=480, evaluaties=50_000)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return lower(model_van(WET), DAG)


@pytest.fixture(scope="module")
def gedaan(plan: Plan) -> list[Veeg]:
    """The sweeps around the fixed citizens."""
    lijst = opdrachten(plan, verken(plan, burgers(plan, ())))
    return list(vegen(plan, lijst, lambda _nu, _van: None))


def op(vegen_: Iterable[Veeg], as_: str) -> list[Veeg]:
    return [v for v in vegen_ if v.attribuut == as_]


def gezocht(plan: Plan, gedaan: list[Veeg], seed: int = 0) -> list[Veeg]:
    """The search along the savings alone."""
    lijst = [o for o in opdrachten(plan, [gedaan[0].casus]) if o.attribuut == "spaargeld"]
    return zoek(plan, lijst, gedaan, BUDGET, seed)


def test_de_vaste_burgers_missen_het(gedaan: list[Veeg]) -> None:
    assert max(map(ergste_stap, op(gedaan, "spaargeld"))) == 500


@pytest.mark.parametrize("seed", range(2))
def test_met_de_gevonden_grenzen_wordt_het_gevonden(
    plan: Plan, gedaan: list[Veeg], seed: int
) -> None:
    [beter] = gezocht(plan, gedaan, seed)
    assert ergste_stap(beter) == 900
    assert beter.casus.invoer["A", "betaalde premie"] == 737


@pytest.mark.parametrize("seed", range(2))
def test_zonder_die_grenzen_niet(
    plan: Plan, gedaan: list[Veeg], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same search, the same budget: one place of two thousand is not hit by chance."""

    def geen(_gedaan: Iterable[Veeg]) -> dict[Plek, set[object]]:
        return {}

    monkeypatch.setattr(zoeken, "gevonden_grenzen", geen)
    assert gezocht(plan, gedaan, seed) == []


def test_dezelfde_seed_geeft_hetzelfde(plan: Plan, gedaan: list[Veeg]) -> None:
    een, ander = (gezocht(plan, gedaan, 1) for _ in range(2))
    assert [(v.casus, v.netto.grenzen) for v in een] == [(v.casus, v.netto.grenzen) for v in ander]
    assert een


def test_zonder_voorbeelden_wordt_niet_gezocht(plan: Plan, gedaan: list[Veeg]) -> None:
    lijst = opdrachten(plan, [v.casus for v in gedaan])
    assert zoek(plan, lijst, gedaan, Zoekbudget(0, 5_000)) == []


def test_het_zoeken_stopt_bij_zijn_budget(plan: Plan, gedaan: list[Veeg]) -> None:
    """A budget of one run of the plan is spent by the first sweep on an axis."""
    geteld: list[int] = []
    lijst = opdrachten(plan, [v.casus for v in gedaan])
    echt = veeg_van

    def tel(*args: object) -> Veeg | None:
        geteld.append(1)
        return echt(*args)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as m:
        m.setattr(zoeken, "veeg_van", tel)
        zoek(plan, lijst, gedaan, Zoekbudget(60, 1))
    assen = {(o.casus.huishouden, o.object, o.attribuut) for o in lijst}
    assert len(geteld) == len(assen)
