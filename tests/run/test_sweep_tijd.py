"""The sweep over values in time: on random plans the same as running every day and every euro."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.run.bouw import GETAL, REKENDATUM, Bouw, X
from tests.run.plannen import Opgave
from tests.run.test_sweep_hypothesis import RUSTIG, controleer, controleer_exact
from wetsanalyse.model.korrel import DAG
from wetsanalyse.model.types import BOOLEAN, DATUM, Type
from wetsanalyse.plan.ops import (
    Afronding,
    DatumEenheid,
    Op,
    Tijdseenheid,
    Tijdvakvorm,
)
from wetsanalyse.run.exact import Geval
from wetsanalyse.run.sweep import sweep
from wetsanalyse.run.verloop import As

BEGIN = date(2024, 1, 20).toordinal()
DAGEN = st.integers(BEGIN - 20, BEGIN + 140)
TOEN = Type(GETAL.soort, korrel=DAG)
WANNEER = Type(BOOLEAN.soort, korrel=DAG)


class _Trekker:
    """Draws steps over time: dates, periods, values."""

    def __init__(self, trek: Callable[[Any], Any], op_datum: bool) -> None:
        self.trek, self.bouw, self.op_datum = trek, Bouw(), op_datum
        self.x = self.bouw.invoer("x", DATUM if op_datum else GETAL)

    def dag(self) -> int:
        b = self.bouw
        vorm = self.trek(st.integers(0, 3)) if self.op_datum else 3
        if vorm == 0:
            return self.x
        if vorm == 1:
            par = DatumEenheid("mnd", teken=self.trek(st.sampled_from((1, -1))))
            return b.op(Op.DATUM_PLUS, self.x, b.const(1), par=par, type_=DATUM)
        if vorm == 2:
            dagen = b.const(self.trek(st.integers(-20, 20)))
            return b.op(Op.DATUM_PLUS, self.x, dagen, par=DatumEenheid("dg"), type_=DATUM)
        return b.const(date.fromordinal(self.trek(DAGEN)))

    def tijd(self) -> int:
        b = self.bouw
        vorm = self.trek(st.integers(0, 4))
        if vorm == 3:
            soort = self.trek(st.sampled_from(("alle", "precies")))
            return b.tel(soort, self.vak(), self.vak(), aantal=1)
        if vorm == 4:
            per = self.trek(st.sampled_from(("maand", "jaar")))
            return b.op(Op.HELETIJD, self.vak(), par=per, type_=WANNEER)
        return self.vak()

    def vak(self) -> int:
        vorm = Tijdvakvorm(True, True, self.trek(st.booleans()))
        return self.bouw.op(Op.TIJDVAK, self.dag(), self.dag(), par=vorm, type_=WANNEER)

    def bedrag(self) -> int:
        b = self.bouw
        if self.op_datum or self.trek(st.booleans()):
            return b.const(self.trek(st.integers(-4, 90)))
        ander = b.const(self.trek(st.integers(-40, 40)))
        return b.op(self.trek(st.sampled_from((Op.PLUS, Op.MIN))), self.x, ander)

    def waarde(self, diepte: int = 2) -> int:
        b = self.bouw
        vorm = self.trek(st.integers(0, 6)) if diepte else 0
        if vorm <= 1:
            return b.op(Op.BINNEN, self.bedrag(), self.tijd(), type_=TOEN)
        if vorm == 2:
            return b.op(Op.PLUS, self.waarde(diepte - 1), self.waarde(diepte - 1), type_=TOEN)
        if vorm == 3:
            return b.kies(self.tijd(), self.waarde(diepte - 1), self.waarde(diepte - 1))
        per = self.trek(st.sampled_from(("maand", "jaar")))
        if vorm == 4:
            return b.op(Op.TIJDSDEEL, self.waarde(diepte - 1), self.tijd(), par=per, type_=TOEN)
        if vorm == 5:
            return b.op(Op.DAGENTELLING, self.tijd(), par=per, type_=TOEN)
        rond = Afronding("naar beneden", 0)
        return b.op(Op.AFRONDEN, self.waarde(diepte - 1), par=rond, type_=TOEN)

    def doel(self) -> int:
        b = self.bouw
        if self.trek(st.booleans()):
            return b.op(Op.OP_DAG, self.waarde(), self.dag())
        binnen_ = b.op(Op.BINNEN, self.waarde(), self.vak(), type_=TOEN)
        eenheid = self.trek(st.sampled_from((Tijdseenheid("mnd"), Tijdseenheid("dg", Fraction(7)))))
        return b.op(Op.TOTAAL, binnen_, par=eenheid)


@st.composite
def opgaven(trek: Any) -> Opgave:
    op_datum = trek(st.booleans())
    trekker = _Trekker(trek, op_datum)
    doel = trekker.doel()
    van = BEGIN + trek(st.integers(-10, 60)) if op_datum else trek(st.integers(-30, 30))
    as_ = As(X, van, van + trek(st.integers(20, 70)))
    return Opgave(trekker.bouw.plan(), Geval(REKENDATUM), as_, doel)


@settings(max_examples=250, deadline=None, suppress_health_check=RUSTIG)
@given(opgaven())
def test_de_sweep_over_de_tijd_is_brute_kracht(opgave: Opgave) -> None:
    controleer(opgave, sweep(opgave.plan, opgave.geval, opgave.as_, opgave.doel))


@settings(max_examples=150, deadline=None, suppress_health_check=RUSTIG)
@given(opgaven())
def test_wat_exact_heet_is_exact_ook_met_een_kleine_zone(opgave: Opgave) -> None:
    controleer_exact(opgave)


@pytest.mark.parametrize(("eerste", "stukken"), [(dag, n) for dag, n in ((1, 3), (2, 3))])
def test_een_recht_dat_een_dag_later_begint(eerste: int, stukken: int) -> None:
    """90 a month from a date on, up to 1 April: each day of January costs 90/31, each day of
    February 90/29. Few runs tell it for the whole row of days."""
    b = Bouw()
    x = b.invoer("x", DATUM)
    eind = b.const(date(2024, 4, 1))
    vak = b.op(Op.TIJDVAK, x, eind, par=Tijdvakvorm(True, True), type_=WANNEER)
    bedrag = b.op(Op.BINNEN, b.const(90), vak, type_=TOEN)
    doel = b.op(Op.TOTAAL, bedrag, par=Tijdseenheid("mnd"))
    as_ = As(X, date(2024, 1, eerste).toordinal(), date(2024, 3, 31).toordinal())
    verloop = sweep(b.plan(), Geval(REKENDATUM), as_, doel)
    assert verloop.garantie == "exact"
    assert [s.helling for s in verloop.stukken] == [
        Fraction(-90, 31), Fraction(-90, 29), Fraction(-90, 31),
    ]  # fmt: skip
    assert len(verloop.stukken) == stukken
    assert verloop.stukken[1].van == date(2024, 2, 1).toordinal()
    assert verloop.stukken[1].waarde_van == 180
    assert verloop.evaluaties < 40
