"""Raking against tables worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wetsanalyse.bevolking.maken.raken import Eis, in_hele, raak


def _rij(*getallen: int) -> np.ndarray:
    return np.array(getallen, np.int64)


def _twee_bij_twee(boven: float, onder: float, links: float, rechts: float) -> list[Eis]:
    """The cells are boven-links, boven-rechts, onder-links, onder-rechts."""
    return [
        Eis("boven", _rij(1, 1, 0, 0), boven, "rij"),
        Eis("onder", _rij(0, 0, 1, 1), onder, "rij"),
        Eis("links", _rij(1, 0, 1, 0), links, "kolom"),
        Eis("rechts", _rij(0, 1, 0, 1), rechts, "kolom"),
    ]


def test_gelijke_start_geeft_rij_maal_kolom() -> None:
    # 60 and 40 by 30 and 70, of 100 in all: 60 * 30 / 100 = 18, and so on.
    uit = raak(np.ones(4), _twee_bij_twee(60, 40, 30, 70))
    assert uit.tabel == pytest.approx([18, 42, 12, 28], rel=1e-5)
    assert uit.afwijking <= 1e-5


def test_de_samenhang_van_de_start_blijft() -> None:
    # The cross ratio 2*2/(1*1) = 4 stays. With equal sums a*a/((30-a)*(30-a)) = 4, so a = 20.
    uit = raak(np.array([2.0, 1.0, 1.0, 2.0]), _twee_bij_twee(30, 30, 30, 30))
    assert uit.tabel == pytest.approx([20, 10, 10, 20], rel=1e-5)


def test_een_telling() -> None:
    # x households with one child and y with two: x + y = 3 and x + 2y = 5, so x = 1 and y = 2.
    eisen = [Eis("huishoudens", _rij(1, 1), 3.0), Eis("kinderen", _rij(1, 2), 5.0)]
    uit = raak(np.ones(2), eisen)
    assert uit.tabel == pytest.approx([1, 2], rel=1e-4)
    # Next to the mean of the start (3 over 2 cells) one cell went down and the other up.
    assert uit.kleinste == pytest.approx(2 / 3, rel=1e-4)
    assert uit.grootste == pytest.approx(4 / 3, rel=1e-4)


def test_nul_blijft_nul() -> None:
    uit = raak(np.array([1.0, 1.0, 1.0, 0.0]), _twee_bij_twee(60, 40, 70, 30))
    assert uit.tabel == pytest.approx([30, 30, 40, 0], rel=1e-4)
    assert uit.tabel[3] == 0


def test_wat_niet_kan_wordt_genoemd() -> None:
    # Below there is only a cell to the left, so 40 below and 30 to the left do not go together.
    uit = raak(np.array([1.0, 1.0, 1.0, 0.0]), _twee_bij_twee(60, 40, 30, 70), ronden=200)
    assert uit.afwijking > 0.01
    assert uit.wie in ("boven", "onder", "links", "rechts")


def test_een_eis_van_niemand() -> None:
    uit = raak(np.ones(2), [Eis("a", _rij(1, 0), 0.0, "x"), Eis("b", _rij(0, 1), 7.0, "x")])
    assert list(uit.tabel) == [0, 7]


def test_overlappende_eisen_kunnen_niet_in_een_groep() -> None:
    with pytest.raises(AssertionError, match="overlappen"):
        raak(np.ones(2), [Eis("a", _rij(1, 1), 2.0, "x"), Eis("b", _rij(0, 1), 1.0, "x")])


def test_in_hele_delen() -> None:
    assert list(in_hele(np.array([0.5, 0.001, 3.0]), 256)) == [128, 0, 768]


@settings(max_examples=20)
@given(
    st.lists(st.integers(1, 50), min_size=12, max_size=12),
    st.lists(st.integers(1, 9), min_size=12, max_size=12),
)
def test_randtotalen_van_een_echte_tabel_worden_gehaald(echt: list[int], start: list[int]) -> None:
    """Sums that some table really has are met from any start, counts too; and no cell dies out."""
    tabel = np.array(echt, np.float64)
    rij, kolom = np.divmod(np.arange(12), 4)
    eisen = [Eis(f"rij {i}", 1 * (rij == i), tabel[rij == i].sum(), "rij") for i in range(3)]
    eisen += [
        Eis(f"kolom {i}", 1 * (kolom == i), tabel[kolom == i].sum(), "kolom") for i in range(4)
    ]
    eisen.append(Eis("telling", kolom + rij, float((tabel * (kolom + rij)).sum())))
    uit = raak(np.array(start, np.float64), eisen)
    assert uit.afwijking <= 1e-5
    for eis in eisen:
        assert (uit.tabel * eis.maal).sum() == pytest.approx(eis.som, rel=2e-5)
    assert uit.tabel.min() > 0
