"""Rounding of numbers that the solver may choose, as integer division. [3.3]"""

from __future__ import annotations

from fractions import Fraction

from wetsanalyse.plan.ops import Afronding
from wetsanalyse.run.getallen import rond_af
from wetsanalyse.run.symbolisch_getal import Getal, grens, uit_waarden
from wetsanalyse.run.symbolisch_termen import (
    Formule,
    Term,
    als,
    gelijk,
    kleiner,
    maal,
    niet,
    of,
    plus,
    vloer,
)


def afgerond(getal: Getal, afronding: Afronding) -> Getal:
    """Rounded as the exact run does it, each sign by itself where the way depends on it."""
    schaal_ = 10**afronding.decimalen
    if isinstance(getal.noemer, int) and schaal_ % getal.noemer == 0:
        return getal
    if getal.keuzes is not None:
        return uit_waarden([(c, rond_af(v, afronding)) for c, v in getal.keuzes])
    teller, noemer = maal(getal.teller, schaal_), getal.noemer
    positief = niet(kleiner(getal.teller, 0))
    if getal.laag is not None and getal.laag >= 0:
        positief = True
    elif getal.hoog is not None and getal.hoog < 0:
        positief = False
    laag, hoog = (grens(lambda x: rond_af(x, afronding), g) for g in (getal.laag, getal.hoog))
    return Getal(_rond(afronding.wijze, teller, noemer, positief), schaal_, laag, hoog)


def _rond(wijze: str, teller: Term, noemer: Term, positief: Formule) -> Term:
    omlaag, omhoog = vloer(teller, noemer), -vloer(-teller, noemer)
    match wijze:
        case "naar beneden":
            return omlaag
        case "naar boven":
            return omhoog
        case "richting nul":
            return als(positief, omlaag, omhoog)
        case "weg van nul":
            return als(positief, omhoog, omlaag)
    dubbel = maal(noemer, 2)
    boven = vloer(plus(maal(teller, 2), noemer), dubbel)
    onder = -vloer(plus(maal(-teller, 2), noemer), dubbel)
    return als(positief, boven, onder)


def is_op_rooster(getal: Getal, rooster: Fraction) -> Formule:
    """Whether it is a whole multiple of ``1/n``."""
    if getal.keuzes is not None:
        return of(*(c for c, v in getal.keuzes if (v / rooster).denominator == 1))
    teller = maal(getal.teller, rooster.denominator)
    noemer = maal(getal.noemer, rooster.numerator)
    if isinstance(noemer, int) and rooster.denominator % noemer == 0:
        return True
    return gelijk(maal(vloer(teller, noemer), noemer), teller)
