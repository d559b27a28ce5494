"""The search outside, the sweep inside, on a small law whose worst case needs one exact place on
another axis: the two euro amounts in the law say by how much."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

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
BUDGET = Zoekbudget(voorbeelden=120, evaluaties=50_000)
PREMIE = ("A", "betaalde premie")


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


def gezocht(
    plan: Plan, gedaan: list[Veeg], seed: int = 0, vast: frozenset[Plek] = frozenset()
) -> list[Veeg]:
    """The search along the savings alone."""
    lijst = [o for o in opdrachten(plan, [gedaan[0].casus]) if o.attribuut == "spaargeld"]
    return list(zoek(plan, lijst, gedaan, BUDGET, seed, vast=vast).vegen)


def geen_grenzen(_gedaan: Iterable[Veeg]) -> dict[Plek, set[Fraction]]:
    return {}


def geen_plaats(_links: object, _rechts: object) -> None:
    return None


def test_de_vaste_burgers_missen_het(gedaan: list[Veeg]) -> None:
    assert max(map(ergste_stap, op(gedaan, "spaargeld"))) == 500


@pytest.mark.parametrize("seed", range(3))
def test_zoeken_vindt_het(plan: Plan, gedaan: list[Veeg], seed: int) -> None:
    [beter] = gezocht(plan, gedaan, seed)
    assert ergste_stap(beter) == 900
    assert beter.casus.invoer[PREMIE] == 737


@pytest.mark.parametrize("seed", range(3))
def test_de_lijn_vindt_het_ook_zonder_de_gevonden_grenzen(
    plan: Plan, gedaan: list[Veeg], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The course along the premium has the place as a border."""
    monkeypatch.setattr(zoeken, "gevonden_grenzen", geen_grenzen)
    [beter] = gezocht(plan, gedaan, seed)
    assert ergste_stap(beter) == 900


@pytest.mark.parametrize("seed", range(3))
def test_zonder_grenzen_en_lijn_niet(
    plan: Plan, gedaan: list[Veeg], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same search, the same budget: one place of two thousand is not hit by chance."""
    monkeypatch.setattr(zoeken, "gevonden_grenzen", geen_grenzen)
    monkeypatch.setattr(zoeken, "ergste_plaats", geen_plaats)
    assert gezocht(plan, gedaan, seed) == []


@pytest.mark.parametrize("seed", range(3))
def test_wat_vast_is_verandert_niet(plan: Plan, gedaan: list[Veeg], seed: int) -> None:
    """With the premium as it is, 500 is the worst, and the fixed citizens have that already."""
    assert gezocht(plan, gedaan, seed, frozenset({PREMIE})) == []


def test_dezelfde_seed_geeft_hetzelfde(plan: Plan, gedaan: list[Veeg]) -> None:
    een, ander = (gezocht(plan, gedaan, 1) for _ in range(2))
    assert [(v.casus, v.netto.grenzen) for v in een] == [(v.casus, v.netto.grenzen) for v in ander]
    assert een


def test_zonder_voorbeelden_wordt_niet_gezocht(plan: Plan, gedaan: list[Veeg]) -> None:
    lijst = opdrachten(plan, [v.casus for v in gedaan])
    assert zoek(plan, lijst, gedaan, Zoekbudget(0, 5_000)).vegen == ()


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
