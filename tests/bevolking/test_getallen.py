"""Cells as whole numbers: whatever type a file has, the number is the one that was meant."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wetsanalyse.bevolking import getallen, tekstcellen
from wetsanalyse.bevolking.getallen import Cellen

GROOTSTE = 2**63 - 1


def fout_bij(cellen: Cellen) -> list[bool]:
    """Which cells have some fault."""
    uit = np.zeros(len(cellen.waarden), np.bool_)
    for _, waar in cellen.fouten:
        uit |= waar
    return [bool(x) for x in uit]


def hoort(waarde: Fraction, decimalen: int) -> int | None:
    """The whole number that must come out; None: a fault."""
    maal = waarde * 10**decimalen
    return int(maal) if maal.denominator == 1 and abs(maal) <= GROOTSTE else None


def klopt(cellen: Cellen, waarden: list[Fraction | None], decimalen: int) -> None:
    for i, waarde in enumerate(waarden):
        assert (waarde is None) == (cellen.leeg is not None and bool(cellen.leeg[i]))
        if waarde is None:
            assert not fout_bij(cellen)[i]
            continue
        doel = hoort(waarde, decimalen)
        assert fout_bij(cellen)[i] == (doel is None), (waarde, cellen)
        if doel is not None:
            assert int(cellen.waarden[i]) == doel


HEEL = {pa.int8(): 7, pa.int16(): 15, pa.int32(): 31, pa.int64(): 63}


@given(st.sampled_from(sorted(HEEL, key=str)), st.integers(0, 6), st.data())
def test_gehele_getallen(soort: pa.DataType, decimalen: int, data: st.DataObject) -> None:
    grens = 2 ** HEEL[soort]
    getal = st.one_of(st.none(), st.integers(-grens, grens - 1),
                      st.sampled_from([-grens, grens - 1, 0]))  # fmt: skip
    rij = data.draw(st.lists(getal, min_size=1, max_size=8))
    breuken = [None if w is None else Fraction(w) for w in rij]
    klopt(getallen.geheel(pa.array(rij, soort), decimalen), breuken, decimalen)


@pytest.mark.parametrize(("waarde", "goed"), [(-GROOTSTE, True), (-GROOTSTE - 1, False)])
def test_het_kleinste_getal_heeft_geen_tegengestelde(waarde: int, goed: bool) -> None:
    """The rules may turn the sign of any number around, so this one is kept out."""
    assert fout_bij(getallen.geheel(pa.array([waarde]), 0)) == [not goed]
    decimaal = pa.array([_precies(waarde, 2)], pa.decimal128(38, 2))
    assert fout_bij(getallen.decimaal(decimaal, 2)) == [not goed]


@pytest.mark.parametrize(("waarde", "goed"), [(GROOTSTE, True), (GROOTSTE + 1, False)])
def test_een_getal_zonder_teken_past_of_niet(waarde: int, goed: bool) -> None:
    cellen = getallen.geheel(pa.array([waarde], pa.uint64()), 0)
    assert fout_bij(cellen) == [not goed]
    assert not goed or int(cellen.waarden[0]) == waarde


@given(st.integers(0, 20), st.integers(0, 8), st.data())
def test_decimalen_van_elke_schaal(schaal: int, decimalen: int, data: st.DataObject) -> None:
    """Also those of which the file's own whole number needs more than 64 bits."""
    cijfers = st.one_of(
        st.integers(-(10**38) + 1, 10**38 - 1),
        st.integers(-GROOTSTE, GROOTSTE),
        st.integers(-9999, 9999).map(lambda n: n * 10 ** max(0, schaal - decimalen)),
        st.sampled_from([GROOTSTE, -GROOTSTE]).map(lambda n: n * 10 ** max(0, schaal - decimalen)),
    ).filter(lambda n: abs(n) < 10**38)  # fmt: skip
    rij = data.draw(st.lists(st.one_of(st.none(), cijfers), min_size=1, max_size=6))
    breuken = [None if n is None else Fraction(n, 10**schaal) for n in rij]
    kolom = pa.array([None if n is None else _precies(n, schaal) for n in rij],
                     pa.decimal128(38, schaal))  # fmt: skip
    for begin in (0, len(rij) // 2):
        deel = kolom.slice(begin)
        klopt(getallen.decimaal(deel, decimalen), breuken[begin:], decimalen)


def _precies(cijfers: int, schaal: int) -> Decimal:
    """Without the rounding of the usual context."""
    teken = int(cijfers < 0)
    return Decimal((teken, tuple(int(c) for c in str(abs(cijfers))), -schaal))


@given(st.integers(0, 6), st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=6))
def test_een_kommagetal_op_het_rooster_is_dat_getal(decimalen: int, rij: list[int]) -> None:
    cellen = getallen.komma(pa.array([n / 10**decimalen for n in rij]), decimalen)
    assert fout_bij(cellen) == [False] * len(rij)
    assert [int(w) for w in cellen.waarden] == rij


@given(st.integers(0, 6), st.floats(allow_nan=True, allow_infinity=True))
def test_een_ander_kommagetal_is_een_fout(decimalen: int, getal: float) -> None:
    """What is accepted, is the double nearest to what it is taken for."""
    cellen = getallen.komma(pa.array([getal]), decimalen)
    if not fout_bij(cellen)[0]:
        assert float(Fraction(int(cellen.waarden[0]), 10**decimalen)) == getal


@pytest.mark.parametrize(("waarde", "goed"), [
    (12.5, True), (0.1 + 0.2, False), (0.3, True), (float("nan"), False), (float("inf"), False),
    (1e300, False), (2.0**44, True),
        (2.0**49, False), (-12.25, True), (12.255, False),
])  # fmt: skip
def test_kommagetallen_aan_beide_kanten(waarde: float, goed: bool) -> None:
    assert fout_bij(getallen.komma(pa.array([waarde]), 2)) == [not goed]


# ------------------------------------------------------------------ days


@given(st.lists(st.dates(), min_size=1, max_size=5))
def test_dagen(dagen: list[date]) -> None:
    for soort in (pa.date32(), pa.date64(), pa.timestamp("s"), pa.timestamp("us")):
        cellen = getallen.datums(pa.array(dagen, pa.date32()).cast(soort))
        assert cellen.fouten == ()
        assert [int(w) for w in cellen.waarden] == [d.toordinal() for d in dagen]


def test_een_moment_is_geen_dag() -> None:
    rij = [datetime(2025, 1, 1), datetime(2025, 1, 1, 12)]  # noqa: DTZ001 (a day has no zone)
    cellen = getallen.datums(pa.array(rij, pa.timestamp("us")))
    assert fout_bij(cellen) == [False, True]


def test_een_dag_buiten_de_kalender() -> None:
    grens = date.max.toordinal() - getallen.VAN_EPOCH
    cellen = getallen.datums(pa.array([grens, grens + 1], pa.int32()).cast(pa.date32()))
    assert fout_bij(cellen) == [False, True]


# ------------------------------------------------------------------ text


@given(st.integers(0, 6), st.integers(-(10**15), 10**15), st.integers(0, 6), st.sampled_from(";,"))
def test_getallen_in_tekst(decimalen: int, cijfers: int, achter: int, scheider: str) -> None:
    waarde = Fraction(cijfers, 10**achter)
    kaal = f"{abs(cijfers):0{achter + 1}d}"
    teken = "," if scheider == ";" else "."
    tekst = kaal if not achter else f"{kaal[:-achter]}{teken}{kaal[-achter:]}"
    tekst = f"-{tekst}" if cijfers < 0 else tekst
    klopt(tekstcellen.getal(pa.array([tekst]), decimalen, scheider), [waarde], decimalen)


@pytest.mark.parametrize(("tekst", "scheider", "hoort_"), [
    ("1250", ";", 125_000), ("12,5", ";", 1_250), ("12,50", ";", 1_250), ("12,500", ";", 1_250),
    ("-0,05", ";", -5), ("12.5", ";", None), ("1.250", ";", None), ("1.250,00", ";", None),
    ("12.5", ",", 1_250), ("12,5", ",", 1_250), ("12,555", ";", None), ("1e3", ";", None),
    ("€ 5", ";", None), ("--5", ";", None), ("5-", ";", None), ("NaN", ";", None),
    ("9" * 16, ";", 100 * int("9" * 16)), ("9" * 18, ";", None), ("9" * 60, ";", None),
    ("0" * 60 + "7", ";", 700),
])  # fmt: skip
def test_getallen_zoals_mensen_ze_schrijven(tekst: str, scheider: str, hoort_: int | None) -> None:
    cellen = tekstcellen.getal(pa.array([tekst]), 2, scheider)
    assert fout_bij(cellen) == [hoort_ is None]
    assert len(cellen.fouten) == (hoort_ is None)
    assert hoort_ is None or int(cellen.waarden[0]) == hoort_


@pytest.mark.parametrize(("tekst", "dag"), [
    ("2025-02-28", date(2025, 2, 28)), ("2025-02-29", None), ("2024-02-29", date(2024, 2, 29)),
    ("28-2-2025", date(2025, 2, 28)), ("31-4-2025", None), ("30-4-2025", date(2025, 4, 30)),
    ("1-13-2025", None), ("0-1-2025", None), ("2025-00-10", None), ("0000-01-01", None),
    ("0001-01-01", date(1, 1, 1)), ("9999-12-31", date(9999, 12, 31)), ("gisteren", None),
    ("1/1/2025", None),
])  # fmt: skip
def test_datums_zoals_mensen_ze_schrijven(tekst: str, dag: date | None) -> None:
    cellen = tekstcellen.datum(pa.array([tekst]))
    assert fout_bij(cellen) == [dag is None]
    assert dag is None or int(cellen.waarden[0]) == dag.toordinal()


@given(st.dates())
def test_elke_datum_op_twee_manieren(dag: date) -> None:
    teksten = [dag.isoformat(), f"{dag.day}-{dag.month}-{dag.year:04d}"]
    cellen = tekstcellen.datum(pa.array(teksten))
    assert cellen.fouten == ()
    assert {int(w) for w in cellen.waarden} == {dag.toordinal()}


@pytest.mark.parametrize(("tekst", "hoort_"), [
    ("ja", True), ("Waar", True), ("TRUE", True), ("1", True), ("nee", False), ("false", False),
    ("0", False), ("misschien", None), ("2", None),
])  # fmt: skip
def test_waar_of_onwaar(tekst: str, hoort_: bool | None) -> None:
    cellen = tekstcellen.waarheid(pa.array([tekst]))
    assert fout_bij(cellen) == [hoort_ is None]
    assert hoort_ is None or bool(cellen.waarden[0]) == hoort_


@pytest.mark.parametrize("lezer", [
    lambda c: tekstcellen.getal(c, 2, ";"), tekstcellen.datum, tekstcellen.waarheid,
])  # fmt: skip
def test_een_lege_cel_is_leeg_en_geen_fout(lezer: Any) -> None:
    cellen = lezer(tekstcellen.ontdaan(pa.array(["", None, "  "])))
    assert cellen.fouten == ()
    assert cellen.leeg is not None
    assert cellen.leeg.all()
