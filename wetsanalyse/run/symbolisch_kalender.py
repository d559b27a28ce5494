"""Dates that the solver may choose: whole days, and months looked up in a table of steps.

The steps are taken from the exact functions of `run/kalender.py`, so the calendar stands in one
place.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from wetsanalyse.plan.ops import DatumEenheid, Duur, Fout
from wetsanalyse.run import kalender
from wetsanalyse.run.kalender import NAAR_BENEDEN, RICHTING_NUL
from wetsanalyse.run.symbolisch_getal import (
    Getal,
    constante,
    is_kleiner,
    kies,
    negatief,
    schaal,
    som,
)
from wetsanalyse.run.symbolisch_rond import afgerond
from wetsanalyse.run.symbolisch_termen import en, niet, of
from wetsanalyse.run.symbolisch_trap import trap
from wetsanalyse.run.symbolisch_waarde import NUL, AlleenExact, Symbool, getal_

GEEN_TABEL = "de datum heeft geen bekende grenzen of loopt buiten de kalender"


def _tabel(datum: Getal, functie: Callable[[int], int | Fout]) -> Getal:
    """A step function of a day."""

    def heel(dag: int) -> int | None:
        waarde = functie(dag)
        return None if isinstance(waarde, Fout) else waarde

    gevonden = trap(datum, heel)
    if gevonden is None:
        raise AlleenExact(GEEN_TABEL)
    return gevonden


def _maand(datum: Getal) -> Getal:
    return _tabel(datum, lambda dag: kalender.maandindex(Fraction(dag)))


def _eerste(datum: Getal, verschoven: int = 0) -> Getal:
    """The first day of the month of a date, or of a month so much further."""

    def functie(dag: int) -> int | Fout:
        maand = kalender.maandindex(Fraction(dag))
        return maand if isinstance(maand, Fout) else kalender.eerste_van(maand + verschoven)

    return _tabel(datum, functie)


def datum_plus(par: DatumEenheid, args: list[Symbool]) -> Symbool:
    datum, aantal = args
    verschuiving = schaal(aantal.getal, par.factor * par.teken)
    if par.basis == "dg":
        nieuw, fout = som(datum.getal, verschuiving), False
    else:
        nieuw, fout = _plus_maanden(datum.getal, verschuiving)
    uit = kies([(aantal.leeg, datum.getal), (True, nieuw)])
    er = en(niet(datum.leeg), niet(aantal.leeg))
    return getal_(uit, leeg=datum.leeg, fout=en(er, fout))


def _plus_maanden(datum: Getal, verschuiving: Getal) -> tuple[Getal, Any]:
    """Per number of months; the day number stays, else the last day of the month."""
    if verschuiving.keuzes is None:
        raise AlleenExact("het aantal maanden dat erbij komt, kan te veel waarden hebben")
    bron = _eerste(datum)
    paren: list[tuple[Any, Getal]] = []
    fout: Any = False
    for voorwaarde, maanden in verschuiving.keuzes:
        if maanden.denominator != 1:
            fout = of(fout, voorwaarde)
            continue
        naar, daarna = _eerste(datum, int(maanden)), _eerste(datum, int(maanden) + 1)
        dagen = som(datum, negatief(bron))
        laatste = som(daarna, constante(Fraction(-1)))
        gewoon = som(naar, dagen)
        paren.append((voorwaarde, kies([(is_kleiner(laatste, gewoon), laatste), (True, gewoon)])))
    return (kies(paren) if paren else NUL), fout


def tijdsduur(par: Duur, args: list[Symbool]) -> Symbool:
    van, tot = args
    leeg = of(van.leeg, tot.leeg)
    if par.basis == "dg":
        verschil = som(tot.getal, negatief(van.getal))
        duur = afgerond(schaal(verschil, 1 / par.factor), RICHTING_NUL)
    else:
        duur = _perioden(van.getal, tot.getal, par.factor)
    if par.absoluut:
        duur = kies([(is_kleiner(duur, NUL), negatief(duur)), (True, duur)])
    return getal_(duur, leeg=leeg)


def _perioden(van: Getal, tot: Getal, factor: Fraction) -> Getal:
    """Whole periods of so many months. With one day known: a table of the other."""

    def exact(a: Fraction, b: Fraction) -> int | Fout:
        maanden = kalender.hele_maanden(a, b)
        if isinstance(maanden, Fout):
            return maanden
        return kalender.hele_perioden(maanden, factor)

    begin, eind = van.vast, tot.vast
    if begin is not None:
        return _tabel(tot, lambda dag: exact(begin, Fraction(dag)))
    if eind is not None:
        return _tabel(van, lambda dag: exact(Fraction(dag), eind))
    vooruit, terug = _maanden(van, tot), negatief(_maanden(tot, van))
    maanden = kies([(is_kleiner(tot, van), terug), (True, vooruit)])
    return afgerond(schaal(maanden, 1 / factor), RICHTING_NUL)


def _maanden(van: Getal, tot: Getal) -> Getal:
    """Whole months to a day that is not earlier."""
    verschil = som(_maand(tot), negatief(_maand(van)))
    dag_van, dag_tot = (som(d, negatief(_eerste(d))) for d in (van, tot))
    te_veel = kies([(is_kleiner(dag_tot, dag_van), constante(Fraction(-1))), (True, NUL)])
    return som(verschil, te_veel)


def datumdeel(par: str, args: list[Symbool]) -> Symbool:
    (arg,) = args
    return getal_(_deel(par, arg.getal), leeg=arg.leeg)


def _deel(deel: str, datum: Getal) -> Getal:
    if deel in kalender.KLOK:
        per_dag, vol = kalender.KLOK[deel]
        geteld = afgerond(schaal(datum, Fraction(per_dag)), NAAR_BENEDEN)
        vollen = afgerond(schaal(datum, Fraction(per_dag, vol)), NAAR_BENEDEN)
        return som(geteld, schaal(vollen, Fraction(-vol)))
    if deel == "jaar":
        return _tabel(datum, lambda dag: kalender.jaar_van(Fraction(dag)))
    if deel == "maand":
        jaren = schaal(_tabel(datum, lambda dag: kalender.jaar_van(Fraction(dag))), Fraction(-12))
        return som(som(_maand(datum), jaren), constante(Fraction(1)))
    return som(som(datum, negatief(_eerste(datum))), constante(Fraction(1)))
