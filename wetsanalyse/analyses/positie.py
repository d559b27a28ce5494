"""The net position of a household: what `Uitkomst` lists, in euro over its window. [hardheid 3]"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from wetsanalyse.analyses.invulling import voor_persoon
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


def uitkomstvragen(model: Model, huishouden: Huishouden) -> dict[str, Term]:
    """The questions to the plan: net position, advantages together, and each outcome by itself
    (named as ``zorgtoeslag per jaar van A``)."""
    voor: list[Term] = []
    tegen: list[Term] = []
    los: dict[str, Term] = {}
    for uitkomst, naam in per_persoon(model, huishouden):
        for lijst, ketens in ((voor, uitkomst.voordelen), (tegen, uitkomst.nadelen)):
            for lees in ketens:
                gelezen = voor_persoon(lees, naam, uitkomst.objecttype)
                if gelezen.type.korrel is not None:
                    gelezen = in_venster(gelezen, venster(uitkomst))
                los[f"{lees.eigenschap} van {naam}"] = gelezen
                lijst.append(in_euro(gelezen, venster(uitkomst)))
    samen_voor, samen_tegen = _som(voor), _som(tegen)
    netto = Bewerking("MIN", (samen_voor, samen_tegen), EURO)
    return {NETTO: netto, VOORDEEL: samen_voor, **los}


def in_venster(lees: Term, maanden: Fraction) -> Term:
    """An amount that changes over time as one amount: what it adds up to in the window, which
    begins on the rekendatum; an amount that is not per unit of time: what it is on that day."""
    nu = Rekendatumterm(DATUM)
    type_ = replace(lees.type, korrel=None)
    if not any(exponent < 0 for _, exponent in lees.type.eenheid.machten):
        return Bewerking("OP_DAG", (lees, nu), type_)
    duur = Constante(maanden, Type(Soort.NUMERIEK, Eenheid.van({"mnd": 1})))
    eind = Bewerking("DATUM_PLUS", (nu, duur), DATUM, ("mnd", Fraction(1), 1))
    in_die_tijd = Tijdvak(nu, eind, False, replace(BOOLEAN, korrel=DAG))
    return Totaal(lees, in_die_tijd, EURO)


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
