"""A known path is followed where, and only where, a run of the plan takes it, to the same value."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings

from tests.run.bouw import Bouw, X, geval
from tests.run.plannen import Opgave, plannen
from tests.run.test_sweep_hypothesis import RUSTIG, brute_kracht
from wetsanalyse.plan.ops import Op
from wetsanalyse.run.evaluator import Omgeving, evalueer, programma
from wetsanalyse.run.pad import ANDERS, Pad, kaal
from wetsanalyse.run.spoor import Sporen, spoor_as
from wetsanalyse.run.sweep import sweep
from wetsanalyse.run.verloop import As

STAP = 7


def pad_op(opgave: Opgave, x: int) -> Pad:
    """The path of one run, without anything from the sweep."""
    nu = [0]
    g = Sporen(nu)
    invoer = {**opgave.geval.invoer, opgave.as_.sleutel: spoor_as(x, opgave.as_.eenheid)}
    om = Omgeving(g, invoer, opgave.geval.oordelen, opgave.plan.parameters, nu)
    waarde = evalueer(programma(opgave.plan), om, (opgave.doel,))[opgave.doel]
    return Pad(x, g.log, waarde)


@settings(max_examples=200, deadline=None, suppress_health_check=RUSTIG)
@given(plannen(lengte=30))
def test_een_pad_wordt_gevolgd_waar_het_loopt(opgave: Opgave) -> None:
    punten = range(opgave.as_.van, opgave.as_.tot + 1)
    echt = {x: pad_op(opgave, x) for x in punten}
    exact = brute_kracht(opgave)
    for begin in punten[::STAP]:
        pad = pad_op(opgave, begin)
        for x in punten:
            zelfde = pad.handtekening == echt[x].handtekening
            waarde = pad.waarde_op(x)
            assert (waarde is not ANDERS) == zelfde
            if not zelfde:
                continue
            assert kaal(waarde) == exact[x]
            for j, entry in enumerate(echt[x].log):
                assert pad.schaduw(j, x) in (None, entry.s)


def test_een_zaagtand_op_elk_punt() -> None:
    """A rounded amount less the amount itself: which path is taken changes all the time."""
    bouw = Bouw()
    x = bouw.invoer()
    derde = bouw.op(Op.SCHAAL, x, par=Fraction(1, 3))
    rest = bouw.op(Op.MIN, derde, bouw.afronden(derde, "naar beneden", 0))
    toets = bouw.vergelijk(rest, ">", bouw.const(0))
    doel = bouw.kies(toets, bouw.const(1), bouw.const(0))
    verloop = sweep(bouw.plan(), geval(), As(X, 0, 90), doel)
    assert [verloop.waarde(x) for x in range(91)] == [int(x % 3 > 0) for x in range(91)]
    assert verloop.garantie == "exact"


def test_een_heel_getal_deelt_exact() -> None:
    bouw = Bouw()
    x = bouw.invoer()
    doel = bouw.op(Op.DEEL, bouw.const(1000), x)
    verloop = sweep(bouw.plan(), geval(), As(X, 1, 60), doel)
    assert [verloop.waarde(x) for x in range(1, 61)] == [Fraction(1000, x) for x in range(1, 61)]
