"""What is finer than what. [5, A-5, A-6]"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wetsanalyse.model.korrel import DAG, JAAR, KWARTAAL, MAAND, Korrel, samen

WEEK = Korrel("week", 1, 1)
DINSDAG = Korrel("week", 1, 2)
TWEE_WEKEN = Korrel("week", 2, 8)
HALF_JAAR = Korrel("maand", 6)
JULI = Korrel("jaar", 1, 6)
VIJFTIENDE = Korrel("maand", 1, 0, 15)
EIGEN = Korrel("kwartaal", naam="betaalperiode")
ANDER = Korrel("kwartaal", naam="lesperiode")
ALLE = [
    DAG, WEEK, DINSDAG, TWEE_WEKEN, MAAND, KWARTAAL, HALF_JAAR, JAAR, JULI, VIJFTIENDE, EIGEN,
    ANDER,
]  # fmt: skip


@pytest.mark.parametrize(
    ("fijn", "grof"),
    [
        (DAG, WEEK),
        (DAG, JAAR),
        (DAG, EIGEN),
        (WEEK, TWEE_WEKEN),
        (MAAND, KWARTAAL),
        (KWARTAAL, HALF_JAAR),
        (HALF_JAAR, JAAR),
        (KWARTAAL, JULI),
        (HALF_JAAR, JULI),
        (MAAND, Korrel("maand", 7, 3)),
        (VIJFTIENDE, Korrel("jaar", 1, 6, 15)),
    ],
)
def test_fijner(fijn: Korrel, grof: Korrel) -> None:
    assert fijn.omvat(grof)
    assert not grof.omvat(fijn)
    assert fijn.samen(grof) == grof.samen(fijn) == fijn


@pytest.mark.parametrize(
    ("een", "ander", "samen_"),
    [
        (WEEK, MAAND, DAG),
        (WEEK, DINSDAG, DAG),
        (DINSDAG, TWEE_WEKEN, DAG),
        (MAAND, VIJFTIENDE, DAG),
        (EIGEN, KWARTAAL, DAG),
        (EIGEN, ANDER, DAG),
        (JAAR, JULI, HALF_JAAR),
        (Korrel("maand", 4), HALF_JAAR, Korrel("maand", 2)),
        (Korrel("kwartaal", 1, 1), KWARTAAL, MAAND),
    ],
)
def test_niet_te_vergelijken(een: Korrel, ander: Korrel, samen_: Korrel) -> None:
    assert not een.omvat(ander)
    assert not ander.omvat(een)
    for uit in (een.samen(ander), ander.samen(een)):
        assert uit.omvat(samen_)
        assert samen_.omvat(uit)


@given(st.sampled_from(ALLE), st.sampled_from(ALLE), st.sampled_from(ALLE))
def test_wat_samen_komt_past_op_alle_delen(a: Korrel, b: Korrel, c: Korrel) -> None:
    assert a.omvat(a)
    assert a.samen(b).omvat(a)
    assert a.samen(b).omvat(b)
    if a.omvat(b) and b.omvat(c):
        assert a.omvat(c)


def test_zonder_tijdlijn_verandert_niets() -> None:
    assert samen([None, None]) is None
    assert samen([None, JAAR, MAAND, None]) == MAAND
    assert samen([]) is None


@pytest.mark.parametrize(
    ("korrel", "tekst"),
    [(MAAND, "maand"), (Korrel("week", 4), "4 weken"), (EIGEN, "betaalperiode")],
)
def test_in_een_melding(korrel: Korrel, tekst: str) -> None:
    assert str(korrel) == tekst
