"""The functions that a kernel calls, against the calendar and the whole division of Python."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wetsanalyse.plan.ops import DatumEenheid
from wetsanalyse.run import kalender
from wetsanalyse.run.getallen import Rationaal
from wetsanalyse.run.kernel import hulp
from wetsanalyse.run.kernel.kalender import LAATST, VROEGST
from wetsanalyse.run.kernel.rekenen import SNEL_DELEN

DAGEN = st.integers(VROEGST, LAATST)


def test_elke_dag_van_vier_eeuwen() -> None:
    for nummer in range(VROEGST, LAATST + 1):
        dag = date.fromordinal(nummer)
        delen = hulp.jaar_van(nummer), hulp.maand_van(nummer), hulp.dag_van(nummer)
        assert delen == (dag.year, dag.month, dag.day)
        assert hulp.dagnummer(*delen) == nummer


@given(DAGEN, st.integers(-2400, 2400))
@settings(max_examples=500)
def test_plus_maanden(dag: int, maanden: int) -> None:
    verwacht = kalender.datum_plus(
        Rationaal(), Fraction(dag), Fraction(maanden), DatumEenheid("mnd")
    )
    assert hulp.plus_maanden(dag, maanden) == verwacht


@given(DAGEN, DAGEN)
@settings(max_examples=500)
def test_hele_maanden(van: int, tot: int) -> None:
    assert hulp.hele_maanden(van, tot) == kalender.hele_maanden(Fraction(van), Fraction(tot))


@given(
    st.integers(1, 2**40),
    st.integers(0, SNEL_DELEN),
    st.sampled_from((-2, -1, 0, 1, 2)),
)
@settings(max_examples=2000)
def test_snel_deel_naast_een_veelvoud(deler: int, teller: int, erbij: int) -> None:
    """The worst numbers are those just beside a multiple."""
    dichtbij = max(0, min(teller // deler * deler + erbij, SNEL_DELEN - 1))
    assert hulp.snel_deel(dichtbij, 1.0 / deler) == dichtbij // deler


@pytest.mark.parametrize("deler", [1, 2, 3, 7, 12, 1000, 25_000, 2**31 - 1, 10**12 + 39])
def test_snel_deel_aan_het_eind_van_het_bereik(deler: int) -> None:
    for teller in (0, deler - 1, deler, SNEL_DELEN - 1, SNEL_DELEN // deler * deler - 1):
        assert hulp.snel_deel(teller, 1.0 / deler) == teller // deler
