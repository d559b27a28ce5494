"""Every place of an axis: the values, and the largest step, against the exact interpreter."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from tests.run.bouw import REKENDATUM, Bouw
from tests.run.kernel.gelijk import invoertypen, op_rooster, voorgelezen
from tests.run.plannen import Opgave, plannen
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ops import Afronding, InvoerSleutel, Op
from wetsanalyse.run.exact import Geval, reken
from wetsanalyse.run.kernel import compileer, langs
from wetsanalyse.run.kernel.langs import Langsrekenaar
from wetsanalyse.run.verloop import As, geval_op

HEEL = Type(Soort.NUMERIEK, decimalen=0)


@pytest.fixture(autouse=True)
def _zonder_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compileer, "compileer", voorgelezen)


@given(plannen())
@settings(max_examples=80)
def test_elke_plaats_van_een_as(opgave: Opgave) -> None:
    typen = invoertypen(opgave.plan)
    invoer = {s: op_rooster(w, typen[s]) for s, w in opgave.geval.invoer.items()}
    geval = Geval(REKENDATUM, invoer, opgave.geval.oordelen)
    as_ = opgave.as_
    delen = Langsrekenaar().reken(opgave.plan, geval, as_, opgave.doel, as_.van, as_.tot)
    for deel in delen or ():
        for i, code in enumerate(deel.waarden):
            if deel.bekend is not None and not deel.bekend[i]:
                continue
            op = geval_op(geval, as_, deel.van + i)
            daar = reken(opgave.plan, op, (opgave.doel,)).waarden[opgave.doel]
            assert daar == Fraction(int(code), deel.schaal)


def _product() -> tuple[Bouw, int]:
    """x times (100 - x), rounded to tens: not affine, and the steps are ten or nothing."""
    bouw = Bouw()
    x = bouw.invoer("x", HEEL)
    ander = bouw.op(Op.MIN, bouw.const(100), x)
    tiende = bouw.op(Op.SCHAAL, bouw.op(Op.MAAL, x, ander), par=Fraction(1, 10))
    rond = bouw.op(Op.AFRONDEN, tiende, par=Afronding("naar beneden", 0))
    return bouw, bouw.op(Op.SCHAAL, rond, par=Fraction(10))


def test_de_grootste_stap_over_de_naad_van_twee_delen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The derivative is largest at the ends: 99 from 0 to 1, so 90; from 1 to 2 it is 100."""
    monkeypatch.setattr(langs, "PER_KEER", 7)
    bouw, doel = _product()
    as_ = As(InvoerSleutel("A", "x"), 0, 100)
    delen = list(Langsrekenaar().reken(bouw.plan(), Geval(REKENDATUM), as_, doel, 0, 100) or ())
    assert len(delen) == 15
    stappen = [deel.grootste_stap() for deel in delen]
    assert max(s[1] for s in stappen if s) == 100
    assert stappen[0] == (1, Fraction(100))  # 90 → 190: 98 more, and the tens jump by 100
    assert [d.van for d in delen] == list(range(0, 100, 7))


def test_waar_iets_niet_bekend_is_wordt_niets_beweerd() -> None:
    bouw = Bouw()
    doel = bouw.op(Op.DEEL, bouw.const(10), bouw.invoer("x", HEEL))
    doel = bouw.op(Op.AFRONDEN, doel, par=Afronding("naar beneden", 0))
    as_ = As(InvoerSleutel("A", "x"), -2, 2)
    delen = list(Langsrekenaar().reken(bouw.plan(), Geval(REKENDATUM), as_, doel, -2, 2) or ())
    assert [d.grootste_stap() for d in delen] == [None]  # 10 / 0 is a fault


def test_wat_de_kern_niet_kan_zegt_hij() -> None:
    bouw = Bouw()
    wortel = bouw.op(Op.WORTEL, bouw.invoer("x", HEEL), par=Afronding("naar beneden", 0))
    as_ = As(InvoerSleutel("A", "x"), 0, 9)
    assert Langsrekenaar().reken(bouw.plan(), Geval(REKENDATUM), as_, wortel, 0, 9) is None


@pytest.mark.parametrize(("vast", "stap"), [(10**12, Fraction(1)), (10**12 + 1, None)])
def test_een_vast_gegeven_buiten_de_grenzen_is_voor_de_vertolker(
    vast: int, stap: Fraction | None
) -> None:
    """A fact that is the same at every place lies within what is proven, or nothing is known."""
    bouw = Bouw()
    x, y = bouw.invoer("x", HEEL), bouw.invoer("y", HEEL)
    doel = bouw.op(Op.PLUS, x, y)
    geval = Geval(REKENDATUM, {InvoerSleutel("A", "y"): Fraction(vast)})
    as_ = As(InvoerSleutel("A", "x"), 0, 9)
    delen = list(Langsrekenaar().reken(bouw.plan(), geval, as_, doel, 0, 9) or ())
    gevonden = [deel.grootste_stap() for deel in delen]
    assert [g and g[1] for g in gevonden] == [stap]
