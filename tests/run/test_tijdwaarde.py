"""Values over time, against the examples of the reference and against every single day. [5]"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.ops import LEEG, Fout, Op
from wetsanalyse.run.getallen import Rationaal
from wetsanalyse.run.operaties import STRIKT
from wetsanalyse.run.tijdwaarde import (
    aantal_dagen,
    binnen,
    evenredig,
    getild,
    hele_periode,
    op_dag,
    periode,
    totaal,
)

G = Rationaal()
F = Fraction
BEGIN, EIND = date(2023, 1, 1), date(2026, 1, 1)
HORIZON = (BEGIN.toordinal(), EIND.toordinal())


def dag(jaar: int, maand: int, dag_: int) -> Fraction:
    return F(date(jaar, maand, dag_).toordinal())


def stap(*delen: Any) -> Tijdwaarde:
    """value, day, value, day, … value"""
    return Tijdwaarde(tuple(delen[1::2]), tuple(delen[0::2]))


# ------------------------------------------------------------------ the examples of the reference


def test_totaal_van_vier_en_twee_maanden() -> None:
    """4 maanden 250 €/mnd + 2 maanden 260 €/mnd = 1520 €"""
    bedrag = stap(LEEG, dag(2024, 1, 1), F(250), dag(2024, 5, 1), F(260), dag(2024, 7, 1), LEEG)
    assert totaal(G, bedrag, "mnd", F(1)) == 1520
    assert totaal(G, bedrag, "dg", F(1)) == 250 * 121 + 260 * 61  # 2024 is a leap year
    # €/jr: the same as a twelfth per month
    jaar = getild(G, lambda rij: LEEG if rij[0] is LEEG else rij[0] * 12, [bedrag])
    assert totaal(G, jaar, "mnd", F(12)) == 1520


def test_totaal_van_een_gebroken_maand() -> None:
    """By the days of that month: 10 of 30 days of April."""
    bedrag = stap(LEEG, dag(2025, 1, 1), F(90), dag(2025, 4, 11), LEEG)
    assert totaal(G, bedrag, "mnd", F(1)) == 3 * 90 + 30


def test_totaal_zonder_waarde_of_zonder_einde() -> None:
    assert totaal(G, LEEG, "mnd", F(1)) == 0
    assert totaal(G, stap(LEEG, dag(2024, 1, 1), F(0)), "mnd", F(1)) == 0
    zonder_einde = totaal(G, stap(LEEG, dag(2024, 1, 1), F(5)), "mnd", F(1))
    assert isinstance(zonder_einde, Fout)
    assert zonder_einde.code == "TT-ONBEGRENSD"
    assert isinstance(totaal(G, F(5), "mnd", F(1)), Fout)


def test_tijdsevenredig_deel_per_maand_en_per_jaar() -> None:
    """Recht van 1 januari tot 11 april 2025, 90 €/mnd: april 30, het jaar 24 48/73."""
    recht = periode(G, dag(2025, 1, 1), dag(2025, 4, 11))
    maand = evenredig(G, F(90), recht, "maand", HORIZON)
    assert op_dag(G, maand, dag(2025, 3, 31)) == 90
    assert op_dag(G, maand, dag(2025, 4, 30)) == 30
    assert op_dag(G, maand, dag(2025, 5, 1)) == 0
    jaar = evenredig(G, F(90), recht, "jaar", HORIZON)
    assert op_dag(G, jaar, dag(2025, 12, 31)) == 24 + F(48, 73)
    # Leeg gives leeg, also in a month without a day that counts.
    assert evenredig(G, LEEG, recht, "maand", HORIZON) is LEEG


def test_plus_maakt_van_een_gat_nul() -> None:
    a = stap(LEEG, dag(2024, 1, 1), F(5), dag(2024, 2, 1), LEEG)
    som = getild(G, lambda rij: STRIKT[Op.PLUS](G, None, rij), [a, LEEG])
    assert som == stap(F(0), dag(2024, 1, 1), F(5), dag(2024, 2, 1), F(0))


def test_gelijke_buren_worden_samengevoegd() -> None:
    a = stap(F(1), dag(2024, 1, 1), F(2), dag(2024, 2, 1), F(3))
    assert getild(G, lambda rij: min(rij[0], F(2)), [a]) == stap(F(1), dag(2024, 1, 1), F(2))
    assert getild(G, lambda _rij: F(7), [a]) == 7


@pytest.mark.parametrize(
    ("van", "tot", "tm", "binnen_", "buiten"),
    [
        ((2024, 1, 1), (2024, 2, 1), False, [(2024, 1, 1), (2024, 1, 31)], [(2024, 2, 1)]),
        ((2024, 1, 1), (2024, 2, 1), True, [(2024, 2, 1)], [(2024, 2, 2), (2023, 12, 31)]),
        (None, (2024, 2, 1), False, [(1999, 1, 1), (2024, 1, 31)], [(2024, 2, 1)]),
        ((2024, 1, 1), None, False, [(2024, 1, 1), (2050, 1, 1)], [(2023, 12, 31)]),
    ],
)
def test_periode(van: Any, tot: Any, tm: bool, binnen_: Any, buiten: Any) -> None:
    tijd = periode(G, van and dag(*van), tot and dag(*tot), tot_en_met=tm)
    assert all(op_dag(G, tijd, dag(*d)) is True for d in binnen_)
    assert all(op_dag(G, tijd, dag(*d)) is False for d in buiten)


def test_periode_met_een_lege_grens() -> None:
    """Without a begin it is never; without an end it goes on."""
    assert periode(G, LEEG, dag(2024, 1, 1)) is False
    assert periode(G, dag(2024, 1, 1), LEEG) == stap(False, dag(2024, 1, 1), True)
    assert periode(G, dag(2024, 2, 1), dag(2024, 1, 1)) is False


def test_dagen_in_een_schrikkelmaand_en_buiten_de_horizon() -> None:
    dagen = aantal_dagen(G, periode(G, dag(2024, 2, 10), None), "maand", HORIZON)
    assert op_dag(G, dagen, dag(2024, 2, 1)) == 20
    assert op_dag(G, dagen, dag(2025, 2, 1)) == 28
    assert op_dag(G, dagen, dag(2024, 1, 31)) == 0
    buiten = op_dag(G, dagen, dag(2031, 1, 1))
    assert isinstance(buiten, Fout)
    assert buiten.code == "TT-HORIZON"


def test_gehele_maand_en_geheel_jaar() -> None:
    tijd = periode(G, dag(2024, 1, 2), dag(2025, 3, 1))
    maand = hele_periode(G, tijd, "maand")
    assert [op_dag(G, maand, dag(*d)) for d in ((2024, 1, 15), (2024, 2, 1), (2025, 2, 28))] == [
        False, True, True,
    ]  # fmt: skip
    assert op_dag(G, maand, dag(2025, 3, 1)) is False
    jaar = hele_periode(G, tijd, "jaar")
    assert op_dag(G, jaar, dag(2024, 6, 1)) is False
    assert op_dag(G, hele_periode(G, periode(G, dag(2024, 1, 1), None), "jaar"), dag(2030, 1, 1))


# ------------------------------------------------------------------ against every single day


WAARDEN = st.one_of(st.just(LEEG), st.integers(-3, 3).map(F))
DAGEN = st.integers(HORIZON[0], HORIZON[1] - 1)


def tijdwaarden(waarden: Any) -> Any:
    def maak(paar: tuple[list[int], list[Any]]) -> Any:
        knips, gegeven = paar
        return stap(*[x for p in zip(gegeven, map(F, sorted(knips)), strict=False) for x in p],
                    gegeven[len(knips)])  # fmt: skip

    lijst = st.lists(DAGEN, unique=True, min_size=1, max_size=4)
    return st.tuples(lijst, st.lists(waarden, min_size=5, max_size=5)).map(maak)


OPS = [Op.PLUS, Op.MIN, Op.VERMINDERD, Op.MAAL]


@given(st.sampled_from(OPS), tijdwaarden(WAARDEN), tijdwaarden(WAARDEN), st.lists(DAGEN))
def test_combineren_is_elke_dag_gewoon_rekenen(
    op: Op, a: Tijdwaarde, b: Tijdwaarde, dagen: list[int]
) -> None:
    functie: Callable[..., Any] = STRIKT[op]
    samen = getild(G, lambda rij: functie(G, None, rij), [a, b])
    for d in [*dagen, *map(int, a.knips), *map(int, b.knips)]:
        los = functie(G, None, [op_dag(G, a, F(d)), op_dag(G, b, F(d))])
        assert op_dag(G, samen, F(d)) == los
    if isinstance(samen, Tijdwaarde):
        assert all(x != y for x, y in zip(samen.waarden, samen.waarden[1:], strict=False))
        assert list(samen.knips) == sorted(set(samen.knips))


@given(tijdwaarden(st.booleans()), tijdwaarden(WAARDEN), st.sampled_from(["maand", "jaar"]))
def test_per_tijdvak_is_dagen_tellen(wanneer: Tijdwaarde, waarde: Tijdwaarde, per: str) -> None:
    dagen = aantal_dagen(G, wanneer, per, HORIZON)
    deel = evenredig(G, waarde, wanneer, per, HORIZON)
    heel = hele_periode(G, wanneer, per)
    for jaar in (2023, 2024, 2025):
        for maand in range(1, 13) if per == "maand" else [1]:
            eerste = date(jaar, maand, 1).toordinal()
            lengte = (
                monthrange(jaar, maand)[1] if per == "maand" else (366 if jaar == 2024 else 365)
            )
            vak = [F(d) for d in range(eerste, eerste + lengte)]
            waar = [d for d in vak if op_dag(G, wanneer, d) is True]
            assert op_dag(G, dagen, vak[0]) == len(waar)
            assert op_dag(G, heel, vak[-1]) == (len(waar) == lengte)
            gevuld = [x for d in waar if (x := op_dag(G, waarde, d)) is not LEEG]
            leeg = all(op_dag(G, waarde, d) is LEEG for d in waar or vak)
            assert op_dag(G, deel, vak[0]) == (LEEG if leeg else sum(gevuld, F(0)) / lengte)


@given(tijdwaarden(WAARDEN), DAGEN, DAGEN)
def test_totaal_is_elke_dag_optellen(waarde: Tijdwaarde, een: int, ander: int) -> None:
    van, tot = sorted((een, ander))
    deel = binnen(G, waarde, periode(G, F(van), F(tot)))
    per_dag = [x for d in range(van, tot) if (x := op_dag(G, waarde, F(d))) is not LEEG]
    assert totaal(G, deel, "dg", F(1)) == sum(per_dag, F(0))
    per_maand = F(0)
    for d in range(van, tot):
        x = op_dag(G, waarde, F(d))
        if x is not LEEG:
            dag_ = date.fromordinal(d)
            per_maand += x / monthrange(dag_.year, dag_.month)[1]
    assert totaal(G, deel, "mnd", F(1)) == per_maand
