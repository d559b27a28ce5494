"""The net position of a household: what `Uitkomst` lists, in euro over its window. [hardheid 3]"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from wetsanalyse.analyses.verlopen.invulling import voor_persoon
from wetsanalyse.model.casus import Huishouden
from wetsanalyse.model.korrel import DAG
from wetsanalyse.model.model import Model, Uitkomst
from wetsanalyse.model.terms import (
    Bewerking,
    Constante,
    Rekendatumterm,
    Term,
    Tijdvak,
    Totaal,
)
from wetsanalyse.model.types import BOOLEAN, DATUM, Eenheid, Soort, Type

EURO = Type(Soort.NUMERIEK, Eenheid.van({"€": 1}))
NETTO = "de netto positie"
VOORDEEL = "de voordelen samen"
JAAR = Fraction(12)


def venster(uitkomst: Uitkomst) -> Fraction:
    """Length of the window in months; a year unless the block says otherwise."""
    return uitkomst.venster or JAAR


def per_persoon(model: Model, huishouden: Huishouden) -> list[tuple[Uitkomst, str]]:
    """Each outcome block with each person of the household that it speaks of."""
    return [
        (uitkomst, naam)
        for uitkomst in model.uitkomsten
        for naam, objecttype in huishouden.objecten
        if objecttype == uitkomst.objecttype
    ]


def uitkomstvragen(
    model: Model, huishouden: Huishouden, vanaf: date | None = None
) -> dict[str, Term]:
    """The questions to the plan: net position, advantages together, and each outcome by itself
    (named as ``zorgtoeslag per jaar van A``). ``vanaf``: where the window begins, when that is not
    the rekendatum."""
    begin = eerste_dag(vanaf)
    voor: list[Term] = []
    tegen: list[Term] = []
    los: dict[str, Term] = {}
    for uitkomst, naam in per_persoon(model, huishouden):
        for lijst, ketens in ((voor, uitkomst.voordelen), (tegen, uitkomst.nadelen)):
            for lees in ketens:
                gelezen = voor_persoon(lees, naam, uitkomst.objecttype)
                if gelezen.type.korrel is not None:
                    gelezen = in_venster(gelezen, venster(uitkomst), begin)
                los[f"{lees.eigenschap} van {naam}"] = gelezen
                lijst.append(in_euro(gelezen, venster(uitkomst)))
    samen_voor, samen_tegen = _som(voor), _som(tegen)
    netto = Bewerking("MIN", (samen_voor, samen_tegen), EURO)
    return {NETTO: netto, VOORDEEL: samen_voor, **los}


def eerste_dag(vanaf: date | None) -> Term:
    return Rekendatumterm(DATUM) if vanaf is None else Constante(vanaf.toordinal(), DATUM)


def in_venster(lees: Term, maanden: Fraction, begin: Term) -> Term:
    """An amount that changes over time as one amount: what it adds up to in the months from
    ``begin``; an amount that is not per unit of time: what it is on the first day."""
    if not per_tijd(lees):
        type_ = replace(lees.type, korrel=None)
        return Bewerking("OP_DAG", (lees, begin), type_)
    return tussen(lees, begin, maanden_later(begin, maanden))


def per_tijd(lees: Term) -> bool:
    """Whether an amount is per month, per year …"""
    return any(exponent < 0 for _, exponent in lees.type.eenheid.machten)


def tussen(lees: Term, begin: Term, eind: Term) -> Term:
    """What an amount per unit of time adds up to."""
    return Totaal(lees, Tijdvak(begin, eind, False, replace(BOOLEAN, korrel=DAG)), EURO)


def maanden_later(dag: Term, maanden: Fraction) -> Term:
    duur = Constante(maanden, Type(Soort.NUMERIEK, Eenheid.van({"mnd": 1})))
    return Bewerking("DATUM_PLUS", (dag, duur), DATUM, ("mnd", Fraction(1), 1))


def in_euro(lees: Term, maanden: Fraction) -> Term:
    """An amount over the window: a yearly or monthly amount times its length."""
    machten = dict(lees.type.eenheid.machten)
    if "jr" in machten:
        factor = maanden / 12
    elif "mnd" in machten:
        factor = maanden
    elif "kw" in machten:
        factor = maanden / 3
    else:
        factor = Fraction(1)
    return (
        lees
        if factor == 1 and not (machten.keys() - {"€"})
        else Bewerking("SCHAAL", (lees,), EURO, factor)
    )


def _som(termen: list[Term]) -> Term:
    totaal: Term = Constante(Fraction(0), EURO)
    for term in termen:
        totaal = Bewerking("PLUS", (totaal, term), EURO)
    return totaal
