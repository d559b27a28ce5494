"""Dates as numbers of days (`date.toordinal`), and months as whole numbers ``12 * year + month``.

Every function here is monotone in each of its arguments, so that the sweep can record its result;
outside the calendar a fault says on which side.  [language reference 3.9]
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from wetsanalyse.model.korrel import DAGEN, MAANDEN
from wetsanalyse.plan.ops import Afronding, DatumEenheid, Duur, Fout
from wetsanalyse.run.getallen import Getallen

N = TypeVar("N")
EERSTE_DAG = date.min.toordinal()
LAATSTE_DAG = date.max.toordinal()
NAAR_BENEDEN = Afronding("naar beneden", 0)
RICHTING_NUL = Afronding("richting nul", 0)


def buiten(te_vroeg: bool) -> Fout:
    """The calendar ends; on which side."""
    kant = "vóór het jaar 1" if te_vroeg else "na het jaar 9999"
    return Fout("DATUM", f"De datum ligt {kant}.")


def maandindex(dagen: Fraction) -> int | Fout:
    """The month in which a date lies: ``12 * year + (month - 1)``."""
    if not EERSTE_DAG <= dagen < LAATSTE_DAG + 1:
        return buiten(dagen < EERSTE_DAG)
    dag = date.fromordinal(int(dagen))
    return 12 * dag.year + dag.month - 1


def eerste_van(maand: int) -> int | Fout:
    """The first day of a month, as an ordinal; the month after December 9999 is allowed."""
    jaar, nummer = divmod(maand, 12)
    if maand == 12 * 10_000:
        return LAATSTE_DAG + 1
    if not 1 <= jaar <= 9999:
        return buiten(jaar < 1)
    return date(jaar, nummer + 1, 1).toordinal()


def jaar_van(dagen: Fraction) -> int | Fout:
    maand = maandindex(dagen)
    return maand if isinstance(maand, Fout) else maand // 12


def hele_maanden(van: Fraction | int, tot: Fraction | int) -> int | Fout:
    """Whole months between two dates, toward zero; a month is full on the same day number."""
    if van.denominator == tot.denominator == 1:  # days without a time: they count much faster
        van, tot = van.numerator, tot.numerator
    if van > tot:
        omgekeerd = hele_maanden(tot, van)
        return omgekeerd if isinstance(omgekeerd, Fout) else -omgekeerd
    for dagen in (van, tot):
        if not EERSTE_DAG <= dagen < LAATSTE_DAG + 1:
            return buiten(dagen < EERSTE_DAG)
    heel_van, heel_tot = int(van), int(tot)
    a, b = date.fromordinal(heel_van), date.fromordinal(heel_tot)
    verschil = 12 * (b.year - a.year) + b.month - a.month
    if a.day != b.day:  # whole numbers first: the time of day seldom matters
        return verschil - (b.day < a.day)
    return verschil - (tot - heel_tot < van - heel_van)


def is_begin(maat: str, aantal: int, begin: Fraction, dag: Fraction) -> bool:
    """Whether a period of so many days, weeks, months … begins on ``dag``, counted on or back
    from ``begin``."""
    if maat in DAGEN:
        return not (dag - begin) % (DAGEN[maat] * aantal)
    a, b = date.fromordinal(int(begin)), date.fromordinal(int(dag))
    maanden = 12 * (b.year - a.year) + b.month - a.month
    laatste = monthrange(b.year, b.month)[1]
    return not maanden % (MAANDEN[maat] * aantal) and b.day == min(a.day, laatste)


def hele_perioden(maanden: int, factor: Fraction) -> int:
    """How many whole periods of ``factor`` months, toward zero (a year: 12)."""
    grootte = abs(maanden) * factor.denominator // factor.numerator
    return grootte if maanden >= 0 else -grootte


def paasdag(jaar: int) -> int | Fout:
    """Easter Sunday in the Gregorian calendar, as an ordinal."""
    if not 1 <= jaar <= 9999:
        return Fout("DATUM", f"Het jaar {jaar} bestaat niet in de kalender.")
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag + 1).toordinal()


def geheel(getal: Fraction) -> int | Fout:
    """The whole number, or a fault that names the number: never the same for two numbers."""
    if getal.denominator == 1:
        return getal.numerator
    return Fout("DATUM", f"{getal} is geen heel aantal.")


# ------------------------------------------------------------------ generic over the number type


def datum_plus(g: Getallen[N], datum: N, aantal: N, eenheid: DatumEenheid) -> Any:
    """``datum plus aantal eenheid``; months keep the day number, else the last of the month."""
    verschuiving = g.schaal(aantal, eenheid.factor * eenheid.teken)
    if eenheid.basis == "dg":
        return g.plus(datum, verschuiving)
    maanden = g.stap(geheel, verschuiving)
    maand = g.stap(maandindex, datum)
    if isinstance(maanden, Fout):
        return maanden
    if isinstance(maand, Fout):
        return maand
    doel = int(maand + maanden)
    return _in_maand(g, datum, int(maand), doel)


def _in_maand(g: Getallen[N], datum: N, maand: int, doel: int) -> Any:
    """The date moved from month ``maand`` to month ``doel``."""
    bron, naar, daarna = eerste_van(maand), eerste_van(doel), eerste_van(doel + 1)
    if isinstance(bron, Fout) or isinstance(naar, Fout) or isinstance(daarna, Fout):
        return buiten(doel < 12)
    if g.vergelijk(">=", datum, g.const(Fraction(bron + daarna - naar))):
        tijd = g.plus(datum, g.negeer(g.afronden(datum, NAAR_BENEDEN)))
        return g.plus(g.const(Fraction(daarna - 1)), tijd)
    return g.plus(datum, g.const(Fraction(naar - bron)))


def tijdsduur(g: Getallen[N], van: N, tot: N, duur: Duur) -> Any:
    """Whole units from one date to another, truncated toward zero."""
    if duur.basis == "dg":
        verschil = g.schaal(g.plus(tot, g.negeer(van)), 1 / duur.factor)
        heel = g.afronden(verschil, RICHTING_NUL)
        return absoluut(g, heel) if duur.absoluut else heel

    def perioden(a: Fraction, b: Fraction) -> int | Fout:
        maanden = hele_maanden(a, b)
        return maanden if isinstance(maanden, Fout) else hele_perioden(maanden, duur.factor)

    aantal = g.stap(perioden, van, tot)
    if isinstance(aantal, Fout):
        return aantal
    return g.const(Fraction(abs(int(aantal)) if duur.absoluut else int(aantal)))


def absoluut(g: Getallen[N], getal: N) -> N:
    return g.negeer(getal) if g.vergelijk("<", getal, g.const(Fraction(0))) else getal


def deel_van_datum(g: Getallen[N], datum: N, deel: str) -> Any:
    """``het jaar | de maand | de dag | het uur … uit datum``."""
    if deel in KLOK:
        return _klokdeel(g, datum, *KLOK[deel])
    if deel == "jaar":
        jaar = g.stap(jaar_van, datum)
        return jaar if isinstance(jaar, Fout) else g.const(Fraction(jaar))
    maand = g.stap(maandindex, datum)
    if isinstance(maand, Fout):
        return maand
    if deel == "maand":
        return g.const(Fraction(int(maand) % 12 + 1))
    eerste = eerste_van(int(maand))
    assert isinstance(eerste, int)
    return g.plus(g.afronden(datum, NAAR_BENEDEN), g.const(Fraction(1 - eerste)))


KLOK = {
    "uur": (24, 24),
    "minuut": (24 * 60, 60),
    "seconde": (24 * 60 * 60, 60),
    "milliseconde": (24 * 60 * 60 * 1000, 1000),
}
"""Of a part of the clock: how many in a day, and how many before the next larger one is full."""


def _klokdeel(g: Getallen[N], moment: N, per_dag: int, vol: int) -> N:
    """So many of these since the last larger one began; what is smaller is cut off."""
    geteld = g.afronden(g.schaal(moment, Fraction(per_dag)), NAAR_BENEDEN)
    vollen = g.afronden(g.schaal(moment, Fraction(per_dag, vol)), NAAR_BENEDEN)
    return g.plus(geteld, g.negeer(g.schaal(vollen, Fraction(vol))))


def datumtijd_met(g: Getallen[N], delen: Sequence[N]) -> Any:
    """A moment from year, month, day, hour, minute, second and millisecond."""
    dag = datum_met(g, *delen[:3])
    if isinstance(dag, Fout):
        return dag
    tijd = Fraction(0)
    for getal, (naam, (per_dag, vol)) in zip(delen[3:], KLOK.items(), strict=True):
        deel = g.stap(geheel, getal)
        if isinstance(deel, Fout):
            return deel
        if not 0 <= deel < vol:
            return Fout("DATUM", f"Er is geen {naam} {deel}.")
        tijd += Fraction(deel, per_dag)
    return g.plus(dag, g.const(tijd))


def datum_met(g: Getallen[N], jaar: N, maand: N, dag: N) -> Any:
    """``de datum met jaar, maand en dag``; a date that does not exist is a fault."""
    delen: list[int] = []
    for getal in (jaar, maand, dag):
        deel = g.stap(geheel, getal)
        if isinstance(deel, Fout):
            return deel
        delen.append(int(deel))
    try:
        return g.const(Fraction(date(*delen).toordinal()))
    except (ValueError, OverflowError):
        j, m, d = delen
        return Fout("DATUM", f"De datum {d}-{m}-{j} bestaat niet.")


def eerste_paasdag(g: Getallen[N], jaar: N) -> Any:
    nummer = g.stap(geheel, jaar)
    dag = nummer if isinstance(nummer, Fout) else paasdag(int(nummer))
    return dag if isinstance(dag, Fout) else g.const(Fraction(dag))
