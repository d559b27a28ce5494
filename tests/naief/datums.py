"""Dates, written from the reference with `datetime.date`. A date is an ordinal. [3.9]"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction
from typing import Any

from tests.naief.waarden import LEEG, Fout

MS_PER_DAG = 24 * 60 * 60 * 1000


def dag_van(datum: Any) -> date:
    """The calendar day of a date or a moment."""
    try:
        return date.fromordinal(int(datum // 1))
    except (ValueError, OverflowError):
        raise Fout("DATUM") from None


def geheel(getal: Fraction) -> int:
    if getal.denominator != 1:
        raise Fout("DATUM")
    return int(getal)


def maanden_verder(dag: date, maanden: int) -> date:
    """The same day number, else the last day of the month."""
    nummer = 12 * dag.year + dag.month - 1 + maanden
    jaar, maand = divmod(nummer, 12)
    if not 1 <= jaar <= 9999:
        raise Fout("DATUM")
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def datum_plus(datum: Any, aantal: Any, basis: str, factor: Fraction, teken: int) -> Any:
    if datum is LEEG or aantal is LEEG:
        return datum
    verder = aantal * factor * teken
    if basis == "dg":
        return datum + verder
    nieuw = maanden_verder(dag_van(datum), geheel(verder))
    return nieuw.toordinal() + datum % 1


def verjaardag(dag: date, maanden: int) -> date:
    """The day on which so many months are full: 29 February (or 31) that the month does not
    have is full on the first day of the next month."""
    nummer = 12 * dag.year + dag.month - 1 + maanden
    jaar, maand = divmod(nummer, 12)
    if dag.day <= monthrange(jaar, maand + 1)[1]:
        return date(jaar, maand + 1, dag.day)
    jaar, maand = divmod(nummer + 1, 12)
    return date(jaar, maand + 1, 1)


def tijdsduur(van: Any, tot: Any, basis: str, factor: Fraction, absoluut: bool) -> Any:
    """Whole units; the other way round it is the same number below zero."""
    if van is LEEG or tot is LEEG:
        return LEEG
    if van > tot:
        aantal = -tijdsduur(tot, van, basis, factor, False)
    elif basis == "dg":
        aantal = Fraction((tot - van) / factor // 1)
    else:
        aantal = Fraction(_volle_maanden(van, tot) // factor)
    return abs(aantal) if absoluut else aantal


def _volle_maanden(van: Any, tot: Any) -> int:
    begin, deel = dag_van(van), van % 1
    dag_van(tot)
    maanden = 0
    while verjaardag(begin, maanden + 1).toordinal() + deel <= tot:
        maanden += 1
    return maanden


def deel_van(datum: Any, deel: str) -> Any:
    if datum is LEEG:
        return LEEG
    if deel in ("jaar", "maand", "dag"):
        dag = dag_van(datum)
        return Fraction({"jaar": dag.year, "maand": dag.month, "dag": dag.day}[deel])
    ms = int(datum % 1 * MS_PER_DAG)
    delen = {
        "uur": ms // 3_600_000,
        "minuut": ms // 60_000 % 60,
        "seconde": ms // 1000 % 60,
        "milliseconde": ms % 1000,
    }
    return Fraction(delen[deel])


def datum_met(*delen: Any) -> Any:
    """Of a year, month and day, and for a moment hours, minutes, seconds and milliseconds."""
    if any(deel is LEEG for deel in delen):
        return LEEG
    jaar, maand, dag, *klok = (geheel(deel) for deel in delen)
    try:
        ordinaal = date(jaar, maand, dag).toordinal()
    except (ValueError, OverflowError):
        raise Fout("DATUM") from None
    if not klok:
        return Fraction(ordinaal)
    grenzen = (24, 60, 60, 1000)
    if not all(0 <= deel < grens for deel, grens in zip(klok, grenzen, strict=True)):
        raise Fout("DATUM")
    uur, minuut, seconde, ms = klok
    return ordinaal + Fraction(((uur * 60 + minuut) * 60 + seconde) * 1000 + ms, MS_PER_DAG)


def paasdag(jaar: Any) -> Any:
    """The first Sunday after the first full moon of the church on or after 21 March."""
    if jaar is LEEG:
        return LEEG
    nummer = geheel(jaar)
    if not 1 <= nummer <= 9999:
        raise Fout("DATUM")
    gulden = nummer % 19 + 1
    eeuw = nummer // 100 + 1
    zonne = 3 * eeuw // 4 - 12
    maan = (8 * eeuw + 5) // 25 - 5
    epacta = (11 * gulden + 20 + maan - zonne) % 30
    if epacta == 24 or (epacta == 25 and gulden > 11):
        epacta += 1
    volle = 44 - epacta
    if volle < 21:
        volle += 30
    # Day number of March; the weekday of that full moon leads to the Sunday after it.
    dag = date(nummer, 3, 1).toordinal() + volle - 1
    weekdag = date.fromordinal(dag).weekday()
    return Fraction(dag + (6 - weekdag if weekdag < 6 else 7))
