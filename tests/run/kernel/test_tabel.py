"""A large table as a column of constants, against the exact interpreter that tests every row."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given

from tests.run.bouw import Bouw, X
from tests.run.kernel.gelijk import kern_van, verschillen
from tests.run.keuzes import HALVEN, KENMERK, NORM, Keuze, keuzes, tabel, vaste_tabellen
from wetsanalyse.plan.ops import LEEG, Op

ALLE_X = [*(Fraction(n, 2) for n in range(-24, 25)), LEEG]


@given(keuzes())
def test_een_tabel_geeft_wat_de_keuze_geeft(keuze: Keuze) -> None:
    rijen = [{X: x, KENMERK: k} for x, k in product(ALLE_X, (False, True))]
    gegeven = [{s: w for s, w in rij.items() if w is not LEEG} for rij in rijen]
    for norm in (False, True):
        fout, _ = verschillen(keuze.plan, [keuze.doel], gegeven, {NORM: norm}, compileer=False)
        assert not fout, fout[0]


@given(vaste_tabellen())
def test_een_tabel_van_vaste_waarden(keuze: Keuze) -> None:
    rijen = [{X: x} if x is not LEEG else {} for x in ALLE_X]
    fout, zelf = verschillen(keuze.plan, [keuze.kies, keuze.doel], rijen, compileer=False)
    assert not fout, fout[0]
    assert zelf == 1


@pytest.mark.parametrize("smal", [False, True])
def test_ook_als_machinecode(smal: bool) -> None:
    """On both sides of each border of the table, between two rows, and beyond both ends."""
    keuze = tabel(40)
    rijen = [{X: Fraction(n, 2)} for n in range(-3, 803)]
    fout, zelf = verschillen(keuze.plan, [keuze.doel], [*rijen, {}], smal=smal)
    assert not fout, fout[0]
    assert zelf == 1


def test_een_rij_meer_is_geen_regel_meer() -> None:
    """The source of a table does not grow with its rows, and no row is left out of it."""
    rij = [{X: Fraction(1)}]
    regels = [
        kern_van(keuze.plan, [keuze.doel], rij)[0].bron.tekst.count("\n")
        for keuze in (tabel(10), tabel(40))
    ]
    assert regels[0] == regels[1]


def test_wat_geen_vaste_waarde_heeft_wordt_uitgeschreven() -> None:
    """A row that gives a sum is no constant: then every row is tested, with the same outcome."""
    bouw = Bouw()
    x = bouw.invoer("x", HALVEN)
    args: list[int] = []
    for n in range(8):
        onder = bouw.vergelijk(x, ">=", bouw.const(10 * n))
        boven = bouw.vergelijk(x, "<", bouw.const(10 * n + 10))
        args += [bouw.tel("alle", onder, boven), bouw.op(Op.PLUS, x, bouw.const(n))]
    doel = bouw.kies(*args, bouw.const(LEEG))
    rijen = [{X: Fraction(n, 2)} for n in range(-3, 170)]
    fout, zelf = verschillen(bouw.plan(), [doel], rijen, compileer=False)
    assert not fout, fout[0]
    assert zelf == 1
