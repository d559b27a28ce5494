"""The sweep over a distribution: what each gets, along the amount, a weight or a maximum."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.run.bouw import REKENDATUM, Bouw, X
from tests.run.plannen import Opgave
from tests.run.test_sweep_hypothesis import RUSTIG, controleer, controleer_exact
from wetsanalyse.plan.ops import Op, Verdeeldeel, Verdeelregel
from wetsanalyse.run.exact import Geval
from wetsanalyse.run.sweep import sweep
from wetsanalyse.run.verloop import As


@st.composite
def opgaven(trek: Any) -> Opgave:
    """The axis moves one number, or decides (against a bound) who takes part."""
    b = Bouw()
    x = b.invoer("x")
    rato = trek(st.booleans())
    regel = Verdeelregel(
        rato,
        trek(st.sampled_from((None, "toenemend", "afnemend"))),
        rato and trek(st.booleans()),
        trek(st.sampled_from((None, 0))),
    )
    aantal = trek(st.integers(0, 3))
    plaats = trek(st.integers(0, 1 + 4 * aantal))

    def getal(nummer: int) -> int:
        return x if nummer == plaats else b.const(trek(st.integers(0, 9)))

    args = [x if plaats == 0 else b.const(trek(st.integers(0, 40)))]
    for i in range(aantal):
        eerste = 1 + 4 * i
        grens = b.const(trek(st.integers(0, 20)))
        doet_mee = b.vergelijk(x, ">", grens) if eerste == plaats else b.const(True)
        args.append(doet_mee)
        args += [getal(eerste + 1)] if regel.rato else []
        args += [getal(eerste + 2)] if regel.volgorde else []
        args += [getal(eerste + 3)] if regel.maximum else []
    nummer = trek(st.sampled_from((None, *range(aantal))))
    doel = b.op(Op.VERDEEL, *args, par=Verdeeldeel(regel, nummer))
    return Opgave(b.plan(), Geval(REKENDATUM), As(X, trek(st.integers(-3, 3)), 30), doel)


@settings(max_examples=250, deadline=None, suppress_health_check=RUSTIG)
@given(opgaven())
def test_de_sweep_over_een_verdeling_is_brute_kracht(opgave: Opgave) -> None:
    controleer(opgave, sweep(opgave.plan, opgave.geval, opgave.as_, opgave.doel))


@settings(max_examples=150, deadline=None, suppress_health_check=RUSTIG)
@given(opgaven())
def test_wat_exact_heet_is_exact_ook_met_een_kleine_zone(opgave: Opgave) -> None:
    controleer_exact(opgave)
