"""A large choice by the size of one number, looked up instead of tested row by row.

The oracle is the choice itself, with every row tested (`KIES`, language reference 12).
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.run.bouw import REKENDATUM, X
from tests.run.keuzes import KENMERK, NORM, Keuze, keuzes, tabel, vaste_tabellen
from wetsanalyse.plan.ops import LEEG, Op
from wetsanalyse.plan.trap import MINSTENS, traps
from wetsanalyse.run.exact import Geval, reken, uitkomst
from wetsanalyse.run.sweep import sweep
from wetsanalyse.run.verloop import As


def _geval(x: Any, kenmerk: bool, norm: bool | None) -> Geval:
    invoer = {X: x, KENMERK: kenmerk}
    return Geval(REKENDATUM, invoer, {} if norm is None else {NORM: norm})


def getoetst(keuze: Keuze, geval: Geval) -> Any:
    """With every row tested."""
    return reken(keuze.plan, geval, (keuze.doel,)).waarden[keuze.doel]


@given(st.one_of(keuzes(), vaste_tabellen()), st.booleans(), st.sampled_from((True, False, None)))
def test_een_trap_kiest_wat_de_keuze_kiest(keuze: Keuze, kenmerk: bool, norm: bool | None) -> None:
    for x in (*(Fraction(n, 4) for n in range(-44, 45)), LEEG):
        geval = _geval(x, kenmerk, norm)
        assert uitkomst(keuze.plan, geval, keuze.doel) == getoetst(keuze, geval)


@given(st.one_of(keuzes(), vaste_tabellen()), st.booleans(), st.sampled_from((True, False, None)))
def test_een_verloop_over_een_trap(keuze: Keuze, kenmerk: bool, norm: bool | None) -> None:
    """Every place of the axis against every row tested there."""
    geval = _geval(Fraction(0), kenmerk, norm)
    verloop = sweep(keuze.plan, geval, As(X, -40, 40, Fraction(1, 2)), keuze.doel)
    assert verloop.garantie == "exact"
    for x in range(-40, 41):
        los = _geval(Fraction(x, 2), kenmerk, norm)
        assert verloop.waarde(x) == getoetst(keuze, los)
    for links, rechts in pairwise(verloop.stukken):
        assert rechts.van == links.tot + 1


@pytest.mark.parametrize(
    ("x", "verwacht"),
    [(-1, LEEG), (0, 0), (9, 0), (Fraction(19, 2), LEEG), (10, 1), (199, 19), (200, LEEG)],
)
def test_aan_beide_kanten_van_een_grens(x: Any, verwacht: Any) -> None:
    keuze = tabel(20)
    assert uitkomst(keuze.plan, _geval(Fraction(x), False, None), keuze.doel) == verwacht


def test_een_rij_is_een_snede_en_geen_reeks_toetsen() -> None:
    """The cut above a row says where it ends, so only the ends of each are run. The border is that
    of the test in the text."""
    keuze = tabel(40)
    verloop = sweep(keuze.plan, _geval(Fraction(0), False, None), As(X, 0, 399), keuze.doel)
    assert [stuk.van for stuk in verloop.stukken] == list(range(0, 400, 10))
    assert verloop.evaluaties == 2 * 40
    for n, grens in enumerate(verloop.grenzen):
        assert grens.stap is not None
        toets = keuze.plan.steps[grens.stap]
        assert (toets.op, toets.par.teken) == (Op.VERGELIJK, "<=")
        assert keuze.plan.steps[toets.args[1]].par == 10 * n + 9


def test_een_kleine_keuze_blijft_een_keuze() -> None:
    assert not traps(tabel(MINSTENS - 1).plan)
    assert set(traps(tabel(MINSTENS).plan)) == {tabel(MINSTENS).kies}
