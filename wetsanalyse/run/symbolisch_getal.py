"""Exact numbers of which the solver may choose what they are.

A number is a quotient of two whole terms; its divisor is positive wherever the number counts. All
amounts of a law on a legal grid so stay whole numbers: nothing is ever approximated, and rounding
is division rounded down. Beside it stand the bounds that are known without the solver, and, where
there are few of them, the values it can have at all. With those a product of two unknowns becomes
a choice between multiples of one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from wetsanalyse.run.symbolisch_termen import (
    Formule,
    Term,
    als,
    en,
    gelijk,
    is_oneven,
    kleiner,
    maal,
    niet,
    of,
    plus,
    vloer,
)

Keuzes = tuple[tuple[Formule, Fraction], ...]
"""Conditions of which exactly one holds, each with its value."""
HOOGSTENS = 256
"""More values than this are not written out."""


@dataclass(frozen=True, slots=True)
class Getal:
    """``laag`` and ``hoog``: bounds that hold for certain; None: not known."""

    teller: Term
    noemer: Term
    laag: Fraction | None
    hoog: Fraction | None
    keuzes: Keuzes | None = None

    @property
    def vast(self) -> Fraction | None:
        """The value, if it is known already."""
        if self.keuzes is not None and len(self.keuzes) == 1:
            return self.keuzes[0][1]
        return None

    @property
    def geheel(self) -> bool:
        """Whether it is a whole number for certain."""
        return isinstance(self.noemer, int) and self.noemer == 1


def constante(waarde: Fraction) -> Getal:
    return Getal(waarde.numerator, waarde.denominator, waarde, waarde, ((True, waarde),))


def op_rooster(onbekende: Term, van: int, tot: int, per: Fraction) -> Getal:
    """An unknown from ``van`` to ``tot``, counted in steps of ``per``."""
    keuzes: Keuzes | None = None
    if tot - van < KLEIN:
        keuzes = tuple((gelijk(onbekende, n), n * per) for n in range(van, tot + 1))
    teller = maal(onbekende, per.numerator)
    return Getal(teller, per.denominator, van * per, tot * per, keuzes)


KLEIN = 16
"""An unknown with so few values is written out."""


def grens(f: Callable[..., Fraction], *grenzen: Fraction | None) -> Fraction | None:
    return None if any(g is None for g in grenzen) else f(*grenzen)


def gelijknamig(getallen: Sequence[Getal]) -> tuple[list[Term], Term]:
    """Their numerators over one common divisor."""
    noemers = [g.noemer for g in getallen]
    if all(isinstance(n, int) for n in noemers):
        samen = lcm(*noemers)
        return [maal(g.teller, samen // g.noemer) for g in getallen], samen
    tellers: list[Term] = []
    for i, g in enumerate(getallen):
        teller = g.teller
        for j, noemer in enumerate(noemers):
            if j != i:
                teller = maal(teller, noemer)
        tellers.append(teller)
    product: Term = 1
    for noemer in noemers:
        product = maal(product, noemer)
    return tellers, product


# ------------------------------------------------------------------ arithmetic


def som(links: Getal, rechts: Getal) -> Getal:
    for een, ander in ((links, rechts), (rechts, links)):
        vast = een.vast
        if vast is not None and ander.keuzes is not None:
            return uit_waarden([(c, vast + v) for c, v in ander.keuzes])
    (a, b), noemer = gelijknamig((links, rechts))
    laag = grens(lambda x, y: x + y, links.laag, rechts.laag)
    hoog = grens(lambda x, y: x + y, links.hoog, rechts.hoog)
    return Getal(plus(a, b), noemer, laag, hoog)


def negatief(getal: Getal) -> Getal:
    return schaal(getal, Fraction(-1))


def schaal(getal: Getal, factor: Fraction) -> Getal:
    """Times a constant."""
    if not factor:
        return constante(Fraction(0))
    if getal.keuzes is not None:
        return uit_waarden([(c, v * factor) for c, v in getal.keuzes])
    boven, onder, noemer = factor.numerator, factor.denominator, getal.noemer
    if isinstance(noemer, int):
        deler = gcd(boven, noemer)
        boven, noemer = boven // deler, noemer // deler
    grenzen = [grens(lambda x: x * factor, g) for g in (getal.laag, getal.hoog)]
    laag, hoog = grenzen if factor > 0 else reversed(grenzen)
    return Getal(maal(getal.teller, boven), maal(noemer, onder), laag, hoog)


def product(links: Getal, rechts: Getal) -> Getal:
    """With a choice between few values on one side: a choice between multiples of the other."""
    een, ander = sorted((links, rechts), key=_aantal)
    if een.keuzes is not None:
        return kies([(c, schaal(ander, v)) for c, v in een.keuzes])
    hoeken: list[Fraction] | None = None
    if None not in (een.laag, een.hoog, ander.laag, ander.hoog):
        hoeken = [
            x * y
            for x in (een.laag, een.hoog)
            for y in (ander.laag, ander.hoog)
            if x is not None and y is not None
        ]
    return Getal(
        _maal(links, rechts),
        maal(een.noemer, ander.noemer),
        min(hoeken) if hoeken else None,
        max(hoeken) if hoeken else None,
    )


def _maal(links: Getal, rechts: Getal) -> Term:
    """The numerators multiplied. A solver is good at sums and choices, not at products: the one
    with the shorter range is taken apart into its binary digits where that is short enough."""
    korter, ander = sorted((links, rechts), key=_lengte)
    bereik = _lengte(korter)
    if bereik >= LANG or korter.laag is None:
        return maal(links.teller, rechts.teller)
    laag = int(korter.laag * korter.noemer)
    boven = plus(korter.teller, -laag)
    totaal = maal(ander.teller, laag)
    for plaats in range(bereik.bit_length()):
        een = is_oneven(vloer(boven, 2**plaats))
        totaal = plus(totaal, als(een, maal(ander.teller, 2**plaats), 0))
    return totaal


LANG = 2**14


def _lengte(getal: Getal) -> int:
    """How many values the numerator can have, about; many where it is not known."""
    if getal.laag is None or getal.hoog is None or not isinstance(getal.noemer, int):
        return LANG
    return int((getal.hoog - getal.laag) * getal.noemer)


def _aantal(getal: Getal) -> int:
    return HOOGSTENS + 1 if getal.keuzes is None else len(getal.keuzes)


def quotient(links: Getal, rechts: Getal) -> Getal:
    """Where the divisor is 0 the answer has no meaning; whoever asks makes it a fault."""
    if rechts.keuzes is not None:
        delen = [(c, v) for c, v in rechts.keuzes if v]
        return kies([(c, schaal(links, 1 / v)) for c, v in delen]) if delen else links
    positief = kleiner(0, rechts.teller)
    if rechts.laag is not None and rechts.laag >= 0:
        positief = True
    teller = maal(links.teller, rechts.noemer)
    teller = als(positief, teller, -teller)
    grootte = als(positief, rechts.teller, -rechts.teller)
    return Getal(teller, maal(links.noemer, grootte), None, None)


# ------------------------------------------------------------------ comparing and choosing


def is_kleiner(links: Getal, rechts: Getal) -> Formule:
    if links.hoog is not None and rechts.laag is not None and links.hoog < rechts.laag:
        return True
    if links.laag is not None and rechts.hoog is not None and links.laag >= rechts.hoog:
        return False
    a, b = _over_een(links, rechts)
    return kleiner(a, b)


def is_gelijk(links: Getal, rechts: Getal) -> Formule:
    uiteen = (
        links.hoog is not None and rechts.laag is not None and links.hoog < rechts.laag,
        rechts.hoog is not None and links.laag is not None and rechts.hoog < links.laag,
    )
    if any(uiteen):
        return False
    vast = links.vast if links.vast is not None else rechts.vast
    ander = rechts if links.vast is not None else links
    if vast is not None and ander.keuzes is not None:
        return of(*(c for c, v in ander.keuzes if v == vast))
    a, b = _over_een(links, rechts)
    return gelijk(a, b)


def _over_een(links: Getal, rechts: Getal) -> tuple[Term, Term]:
    (a, b), _ = gelijknamig((links, rechts))
    return a, b


def vergelijk(teken: str, links: Getal, rechts: Getal) -> Formule:
    match teken:
        case "=":
            return is_gelijk(links, rechts)
        case "≠":
            return niet(is_gelijk(links, rechts))
        case "<":
            return is_kleiner(links, rechts)
        case ">":
            return is_kleiner(rechts, links)
        case "<=":
            return niet(is_kleiner(rechts, links))
        case ">=":
            return niet(is_kleiner(links, rechts))
    raise ValueError(teken)


def kies(paren: Sequence[tuple[Formule, Getal]]) -> Getal:
    """The first of which the condition holds; the last is what is left."""
    paren = _mogelijk(paren)
    if len(paren) == 1:
        return paren[0][1]
    laag = grens(min, *(g.laag for _, g in paren))
    hoog = grens(max, *(g.hoog for _, g in paren))
    keuzes = _samen(paren)
    if keuzes is not None and len(keuzes) == 1:
        return constante(keuzes[0][1])
    tellers, noemer = gelijknamig([g for _, g in paren])
    if not isinstance(noemer, int):
        return _kies_breuken(paren, laag, hoog)
    teller = tellers[-1]
    for (voorwaarde, _), eigen in zip(reversed(paren[:-1]), reversed(tellers[:-1]), strict=True):
        teller = als(voorwaarde, eigen, teller)
    return Getal(teller, noemer, laag, hoog, keuzes)


def _kies_breuken(
    paren: Sequence[tuple[Formule, Getal]], laag: Fraction | None, hoog: Fraction | None
) -> Getal:
    teller, noemer = paren[-1][1].teller, paren[-1][1].noemer
    for voorwaarde, getal in reversed(paren[:-1]):
        teller = als(voorwaarde, getal.teller, teller)
        noemer = als(voorwaarde, getal.noemer, noemer)
    return Getal(teller, noemer, laag, hoog)


def _mogelijk(paren: Sequence[tuple[Formule, Getal]]) -> list[tuple[Formule, Getal]]:
    """Without what is never reached."""
    over: list[tuple[Formule, Getal]] = []
    for voorwaarde, getal in paren:
        if voorwaarde is not False:
            over.append((voorwaarde, getal))
        if voorwaarde is True:
            break
    return over or [paren[-1]]


def _samen(paren: Sequence[tuple[Formule, Getal]]) -> Keuzes | None:
    """All values that a choice can have, each once."""
    if any(g.keuzes is None for _, g in paren):
        return None
    bij: dict[Fraction, list[Formule]] = {}
    eerder: Formule = False
    for nummer, (voorwaarde, getal) in enumerate(paren):
        laatste = nummer == len(paren) - 1
        hier = niet(eerder) if laatste else en(voorwaarde, niet(eerder))
        for c, v in getal.keuzes or ():
            bij.setdefault(v, []).append(en(hier, c))
        eerder = of(eerder, voorwaarde)
        if len(bij) > HOOGSTENS:
            return None
    return tuple((of(*c), v) for v, c in bij.items())


def uit_waarden(paren: Sequence[tuple[Formule, Fraction]]) -> Getal:
    """A number that has one of these values; exactly one of the conditions holds."""
    bij: dict[Fraction, list[Formule]] = {}
    for voorwaarde, waarde in paren:
        bij.setdefault(waarde, []).append(voorwaarde)
    keuzes = tuple((of(*c), v) for v, c in bij.items())
    if len(keuzes) == 1:
        return constante(keuzes[0][1])
    return uit_keuzes(keuzes)


def uit_keuzes(keuzes: Keuzes) -> Getal:
    noemer = lcm(*(v.denominator for _, v in keuzes))
    waarden = [v for _, v in keuzes]
    teller: Term = int(waarden[-1] * noemer)
    for voorwaarde, waarde in reversed(keuzes[:-1]):
        teller = als(voorwaarde, int(waarde * noemer), teller)
    kort = keuzes if len(keuzes) <= HOOGSTENS else None
    return Getal(teller, noemer, min(waarden), max(waarden), kort)
