"""How many conditions hold, when it is not known which."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from wetsanalyse.plan.ops import Kwantiteit
from wetsanalyse.run.symbolisch_getal import constante, kies, som
from wetsanalyse.run.symbolisch_termen import Formule, als, en, gelijk, kleiner, niet, of, plus
from wetsanalyse.run.symbolisch_waarde import NUL, Arg, Symbool, getal_, waarheid


def tel(par: Kwantiteit, args: Sequence[Arg]) -> Symbool:
    """In the order as written: what comes after the answer is known, is not asked."""
    if _beslist(par, 0, len(args), len(args)) is True:
        return waarheid(_voldoet(par, 0, len(args)))
    if not par.geordend:
        return _tel_los(par, [arg() for arg in args])
    waar: Any = 0
    fout: Formule = False
    klaar: Formule = False
    for nummer, arg in enumerate(args):
        if klaar is True:
            break
        lid = arg()
        fout = of(fout, en(niet(klaar), lid.fout))
        waar = plus(waar, als(lid.waar, 1, 0))
        rest = len(args) - nummer - 1
        klaar = of(klaar, _beslist(par, waar, rest, len(args)))
    return waarheid(_voldoet(par, waar, len(args)), fout=fout)


def _tel_los(par: Kwantiteit, leden: Sequence[Symbool]) -> Symbool:
    """Without an order a fault counts only where the others leave it open."""
    waar: Any = 0
    stuk: Any = 0
    for lid in leden:
        waar = plus(waar, als(lid.waar, 1, 0))
        stuk = plus(stuk, als(lid.fout, 1, 0))
    beslist = _beslist(par, waar, stuk, len(leden))
    return waarheid(_voldoet(par, waar, len(leden)), fout=niet(beslist))


def _voldoet(par: Kwantiteit, waar: Any, leden: int) -> Formule:
    match par.soort:
        case "alle":
            return gelijk(waar, leden)
        case "geen":
            return gelijk(waar, 0)
        case "ten minste":
            return niet(kleiner(waar, par.aantal))
        case "ten hoogste":
            return niet(kleiner(par.aantal, waar))
    return gelijk(waar, par.aantal)


def _beslist(par: Kwantiteit, waar: Any, rest: Any, leden: int) -> Formule:
    """Whether the answer is the same for ``waar`` true members and for any number up to ``rest``
    more."""
    hoogstens = plus(waar, rest)
    geen_rest = gelijk(rest, 0)
    if par.soort == "precies":
        return of(geen_rest, kleiner(par.aantal, waar), kleiner(hoogstens, par.aantal))
    eerst, laatst = _voldoet(par, waar, leden), _voldoet(par, hoogstens, leden)
    return of(geen_rest, en(eerst, laatst), en(niet(eerst), niet(laatst)))


def aantal(_par: Any, args: list[Symbool]) -> Symbool:
    totaal = NUL
    een = constante(Fraction(1))
    for arg in args:
        totaal = som(totaal, kies([(arg.waar, een), (True, NUL)]))
    return getal_(totaal)
