"""Random plans: the kernel gives what the exact interpreter gives, or says that it does not know.

Most examples read the source text as plain Python, where a number that runs over is an error;
some are compiled.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.run.kernel.gelijk import invoertypen, op_rooster, verschillen
from tests.run.plannen import Opgave, plannen
from wetsanalyse.plan.ops import LEEG, InvoerSleutel


def _rijen(opgave: Opgave, plaatsen: list[int]) -> list[dict[InvoerSleutel, object]]:
    """The citizen of a problem at some places of its axis, and where that fact is leeg."""
    typen = invoertypen(opgave.plan)
    as_ = opgave.as_
    vast = {s: op_rooster(w, typen[s]) for s, w in opgave.geval.invoer.items()}
    rijen: list[dict[InvoerSleutel, object]] = []
    for plaats in plaatsen:
        x = op_rooster(Fraction(as_.van + plaats) * as_.eenheid, typen[as_.sleutel])
        rijen.append({**vast, as_.sleutel: x})
    rijen.append({**vast, as_.sleutel: LEEG})
    return rijen


@given(plannen(), st.lists(st.integers(0, 120), min_size=1, max_size=6), st.booleans())
@settings(max_examples=400)
def test_voorgelezen_tekst_rekent_als_de_exacte_vertolker(
    opgave: Opgave, plaatsen: list[int], smal: bool
) -> None:
    doelen = list(range(len(opgave.plan.steps)))
    rijen = _rijen(opgave, plaatsen)
    oordelen = opgave.geval.oordelen
    fout, _ = verschillen(opgave.plan, doelen, rijen, oordelen, compileer=False, smal=smal)
    assert not fout, fout[0]


@given(plannen(krom=False), st.lists(st.integers(0, 120), min_size=3, max_size=40), st.booleans())
@settings(max_examples=8, phases=[Phase.generate])  # making one smaller compiles again
def test_gecompileerde_tekst_rekent_als_de_exacte_vertolker(
    opgave: Opgave, plaatsen: list[int], smal: bool
) -> None:
    rijen = _rijen(opgave, plaatsen)
    doelen = [opgave.doel, *range(0, len(opgave.plan.steps), 3)]
    fout, _ = verschillen(opgave.plan, doelen, rijen, opgave.geval.oordelen, smal=smal)
    assert not fout, fout[0]
