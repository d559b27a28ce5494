"""Days and months in whole numbers, and the text that asks for them.

Days are ordinals as of `date.toordinal`. All days here lie in the years 1800 to 2200; what lies
outside is for the exact interpreter.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date
from fractions import Fraction

from wetsanalyse.plan.ops import Afronding, DatumEenheid, Duur
from wetsanalyse.run.kernel import hulp
from wetsanalyse.run.kernel.rekenen import afgerond, geheel, klem, maal_vast, som
from wetsanalyse.run.kernel.schrijver import Schrijver
from wetsanalyse.run.kernel.waarde import ONWAAR, PastNiet, Waarde, als, getal, of

VROEGST = date(1800, 1, 1).toordinal()
LAATST = date(2200, 12, 31).toordinal()
EERSTE_MAAND, LAATSTE_MAAND = 12 * 1800, 12 * 2200 + 11
WEINIG = 12
"""Up to so many months between two days are told apart by comparing."""
RICHTING_NUL = Afronding("richting nul", 0)


def in_kalender(s: Schrijver, dag: Waarde) -> Waarde:
    """A day in the years that we know; else the exact interpreter must look."""
    heel = geheel(s, dag)
    if heel.laag >= VROEGST and heel.hoog <= LAATST:
        return heel
    buiten = of(
        f"({heel.code} < {VROEGST})" if heel.laag < VROEGST else ONWAAR,
        f"({heel.code} > {LAATST})" if heel.hoog > LAATST else ONWAAR,
    )
    # Where there is no day the number says nothing.
    exact = of(heel.exact, f"({buiten} & (not {heel.leeg}))" if heel.leeg != ONWAAR else buiten)
    if heel.hoog < VROEGST or heel.laag > LAATST:
        raise PastNiet("een datum ligt buiten de jaren 1800 tot en met 2200")
    return replace(klem(s, heel, VROEGST, LAATST), exact=s.test(exact))


def datum_plus(s: Schrijver, dag: Waarde, aantal: Waarde, par: DatumEenheid) -> Waarde:
    """Both are there."""
    stap = geheel(s, maal_vast(aantal, par.factor * par.teken))
    if par.basis == "dg":
        plus = som(s, replace(dag, leeg=ONWAAR), stap)
        return replace(plus, exact=of(dag.exact, stap.exact))
    van = in_kalender(s, dag)
    ruim = klem(s, stap, -4800, 4800)
    te_ver = f"({stap.code} != {ruim.code})" if ruim.code != stap.code else ONWAAR
    # A later day and more months never give an earlier day, so the ends are the bounds.
    laag = hulp.plus_maanden(van.laag, ruim.laag)
    hoog = hulp.plus_maanden(van.hoog, ruim.hoog)
    code = str(laag) if laag == hoog else s.zet(f"plus_maanden({van.code}, {ruim.code})")
    return getal(code, laag, hoog, exact=of(van.exact, stap.exact, te_ver))


def tijdsduur(s: Schrijver, van: Waarde, tot: Waarde, par: Duur) -> Waarde:
    """Both are there."""
    if par.basis == "dg":
        verschil = maal_vast(som(s, tot, van, -1), 1 / par.factor)
        uit = afgerond(s, verschil, RICHTING_NUL)
        uit = replace(uit, exact=of(van.exact, tot.exact))
    else:
        a, b = in_kalender(s, van), in_kalender(s, tot)
        deel = maal_vast(_hele_maanden(s, a, b), 1 / Fraction(par.factor))
        uit = replace(afgerond(s, deel, RICHTING_NUL), exact=of(a.exact, b.exact))
    return absoluut(s, uit) if par.absoluut else uit


def _hele_maanden(s: Schrijver, a: Waarde, b: Waarde) -> Waarde:
    """A later begin never gives more months, a later end never fewer. Where the end is the same
    for everybody and there are few answers, they are told apart by the days where they change:
    that costs far less than finding years and months."""
    laag, hoog = hulp.hele_maanden(a.hoog, b.laag), hulp.hele_maanden(a.laag, b.hoog)
    if laag == hoog:
        return getal(str(laag), laag, hoog)
    if b.vast is None or hoog - laag > WEINIG:
        return getal(s.zet(f"hele_maanden({a.code}, {b.code})"), laag, hoog)
    tot = b.vast
    grenzen = [_laatste_begin(a, tot, meer) for meer in range(laag + 1, hoog + 1)]
    delen = " + ".join(f"({a.code} <= {grens})" for grens in grenzen)
    return getal(s.zet(f"{laag} + {delen}"), laag, hoog)


def _laatste_begin(a: Waarde, tot: int, maanden: int) -> int:
    """The last day of ``a`` from which there are still so many months."""
    dagen = range(a.laag, a.hoog + 1)
    aantal = bisect_left(dagen, 1 - maanden, key=lambda dag: -hulp.hele_maanden(dag, tot))
    return a.laag + aantal - 1


def absoluut(s: Schrijver, x: Waarde) -> Waarde:
    if x.laag >= 0:
        return x
    hoog = max(-x.laag, x.hoog)
    return replace(x, code=s.zet(f"abs({x.code})"), laag=0, hoog=hoog)


def datumdeel(s: Schrijver, dag: Waarde, deel: str) -> Waarde:
    if deel not in ("jaar", "maand", "dag"):
        raise PastNiet(f"er wordt naar {deel} uit een datum gevraagd")
    van = in_kalender(s, dag)
    laag, hoog = {"jaar": (1800, 2200), "maand": (1, 12), "dag": (1, 31)}[deel]
    return getal(s.zet(f"{deel}_van({van.code})"), laag, hoog, exact=van.exact)


def datum_met(s: Schrijver, jaar: Waarde, maand: Waarde, dag: Waarde) -> Waarde:
    """All are there; no such date is for the exact interpreter."""
    j, m, d = (geheel(s, x) for x in (jaar, maand, dag))
    jk, mk, dk = klem(s, j, 1800, 2200), klem(s, m, 1, 12), klem(s, d, 1, 31)
    if jk.vast is not None and mk.vast is not None and dk.vast is not None:
        try:
            vast = date(jk.vast, mk.vast, dk.vast).toordinal()
        except ValueError:
            raise PastNiet("er staat een datum die niet bestaat") from None
        if (jk.vast, mk.vast, dk.vast) == (j.vast, m.vast, d.vast):
            return getal(str(vast), vast, vast, exact=of(j.exact, m.exact, d.exact))
    code = s.zet(f"dagnummer({jk.code}, {mk.code}, {dk.code})")
    bestaat = ONWAAR
    if not (dk.hoog <= 28):
        bestaat = f"(dag_van({code}) != {dk.code})"
    anders = [f"({x.code} != {y.code})" for x, y in ((j, jk), (m, mk), (d, dk)) if x.code != y.code]
    exact = s.test(of(j.exact, m.exact, d.exact, bestaat, *anders))
    laag = date(max(jk.laag, 1800), 1, 1).toordinal()
    hoog = date(min(jk.hoog, 2200), 12, 31).toordinal() + 3
    return getal(code, laag, hoog, exact=exact)


def eerder_of_gelijk(a: str, b: str) -> str:
    """The earlier of two days."""
    return als(f"({a} < {b})", a, b)
