"""P04 onevenredige sanctie: the consequence is a multiple of the shortcoming. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise

from wetsanalyse.analyses.bevinding import Drempel
from wetsanalyse.analyses.drempels import Drempels
from wetsanalyse.analyses.hardheidsproef import Verhouding
from wetsanalyse.analyses.patronen.basis import Patroon, Waarneming
from wetsanalyse.analyses.vegen import Veeg, normvraag, personen
from wetsanalyse.model.model import Evenredigheidsnorm


def onevenredige_sanctie(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """The consequence is a multiple of the shortcoming. Both come from an Evenredigheidsnorm."""
    for norm in drempels.normen("P04"):
        if norm.gevolg is None or norm.tekortkoming is None:
            continue
        hard = drempels.van("P04", "hard", norm)
        materieel = drempels.van("P04", "materieel", norm).waarde
        for naam in personen(norm.gevolg, veeg.casus.huishouden):
            yield from _verhouding(veeg, norm, naam, hard, materieel)


def _verhouding(
    veeg: Veeg, norm: Evenredigheidsnorm, naam: str, hard: Drempel, materieel: Fraction
) -> Iterator[Waarneming]:
    """At every border of either course: is the ratio harsh on one side and not on the other?"""
    gevolg = veeg.verloop(normvraag(norm, "gevolg", naam))
    tekort = veeg.verloop(normvraag(norm, "tekortkoming", naam))

    @cache
    def rho(x: int) -> Fraction:
        c, t = gevolg.waarde(x), tekort.waarde(x)
        if not (isinstance(c, Fraction) and isinstance(t, Fraction)) or t <= 0:
            return Fraction(0)
        return c / t

    def telt(x: int) -> bool:
        c = gevolg.waarde(x)
        return isinstance(c, Fraction) and c >= materieel

    stappen = {(g.links, g.rechts): g.stap for g in (*tekort.grenzen, *gevolg.grenzen)}
    punten = sorted({x for v in (gevolg, tekort) for s in v.stukken for x in (s.van, s.tot)})
    beste: tuple[Fraction, int, int] | None = None
    for a, b in pairwise(punten):
        if (rho(a) >= hard.waarde) == (rho(b) >= hard.waarde):
            continue
        links, rechts = _scheiding(rho, hard.waarde, a, b)
        burger, buur = (links, rechts) if rho(links) >= hard.waarde else (rechts, links)
        if telt(burger) and (beste is None or rho(burger) > beste[0]):
            beste = rho(burger), burger, buur
    if beste is not None:
        maat, burger, buur = beste
        stap = stappen.get((min(burger, buur), max(burger, buur)))
        proef = Verhouding(
            normvraag(norm, "gevolg", naam),
            normvraag(norm, "tekortkoming", naam),
            hard.waarde,
            materieel,
        )
        yield Waarneming(
            "P04", veeg, burger, buur, maat, "maal de tekortkoming", hard, proef, stap, norm
        )


def _scheiding(rho: Callable[[int], Fraction], hard: Fraction, a: int, b: int) -> tuple[int, int]:
    """Two neighbouring places between a and b of which one is harsh and the other is not."""
    while b - a > 1:
        midden = (a + b) // 2
        if (rho(midden) >= hard) == (rho(a) >= hard):
            a = midden
        else:
            b = midden
    return a, b


P04 = Patroon(
    "P04",
    "onevenredige sanctie",
    "P",
    "Is het gevolg een veelvoud van de tekortkoming?",
    "de ladder van het bedrag in geld of dagen",
    "afschrikking van opzet: neem dan verwijtbaarheid als invoer op",
    onevenredige_sanctie,
)
