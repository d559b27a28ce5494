"""Comparisons and choices: which of some values it is, with what is leeg and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from wetsanalyse.run.kernel.rekenen import gelijknamig
from wetsanalyse.run.kernel.schrijver import Schrijver
from wetsanalyse.run.kernel.waarde import (
    LEEG_,
    ONWAAR,
    WAAR,
    Aard,
    PastNiet,
    Waarde,
    als,
    en,
    niet,
    of,
    waarheid,
)

PYTHON = {"=": "==", "≠": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
GESPIEGELD = {"=": "=", "≠": "≠", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def is_waar(x: Waarde) -> str:
    """The test that a truth is there and holds; where it is not known it says nothing."""
    return ONWAAR if x.aard is Aard.NIETS else en(x.code, niet(x.leeg))


def zeker_waar(x: Waarde) -> str:
    """As `is_waar`, and known."""
    return en(is_waar(x), niet(x.exact))


def vergelijk(s: Schrijver, teken: str, a: Waarde, b: Waarde) -> str:
    """The test between two numbers that are there."""
    if a.vast is not None and b.vast is None:
        return vergelijk(s, GESPIEGELD[teken], b, a)
    if b.vast is not None and a.noemer is None:
        return _met_vast(teken, a, Fraction(b.vast, b.schaal))
    (x, y), _, _ = gelijknamig(s, (a, b))
    return f"({x.code} {PYTHON[teken]} {y.code})"


def _met_vast(teken: str, a: Waarde, grens: Fraction) -> str:
    """Against a constant: the bound is moved to the scale of the number."""
    maat = grens * a.schaal
    match teken:
        case "=" | "≠" if maat.denominator != 1 or not a.laag <= maat <= a.hoog:
            return ONWAAR if teken == "=" else WAAR
        case ">":
            teken, maat = ">=", Fraction(floor(maat) + 1)
        case "<":
            teken, maat = "<=", Fraction(ceil(maat) - 1)
    if teken == ">=":
        heel = ceil(maat)
        if a.laag >= heel or a.hoog < heel:
            return WAAR if a.laag >= heel else ONWAAR
    elif teken == "<=":
        heel = floor(maat)
        if a.hoog <= heel or a.laag > heel:
            return WAAR if a.hoog <= heel else ONWAAR
    else:
        heel = int(maat)
    if a.vast is not None:
        zelfde = a.vast == heel
        return WAAR if zelfde == (teken == "=") else ONWAAR
    return f"({a.code} {PYTHON[teken]} {heel})"


def gelijk(s: Schrijver, a: Waarde, b: Waarde) -> str:
    """The same value, where leeg is a value too. Both are known."""
    if Aard.NIETS in (a.aard, b.aard):
        leeg_a = WAAR if a.aard is Aard.NIETS else a.leeg
        leeg_b = WAAR if b.aard is Aard.NIETS else b.leeg
        return en(leeg_a, leeg_b)
    if a.aard is not b.aard:
        raise PastNiet("waarden van verschillende soort worden vergeleken")
    if a.aard is Aard.GETAL:
        zelfde = vergelijk(s, "=", a, b)
    else:
        zelfde = WAAR if a.code == b.code else f"({a.code} == {b.code})"
    if a.leeg == ONWAAR and b.leeg == ONWAAR:
        return zelfde
    return of(en(a.leeg, b.leeg), en(niet(a.leeg), niet(b.leeg), zelfde))


# ------------------------------------------------------------------ one of two values


def kies(s: Schrijver, test: str, dan: Waarde, anders: Waarde) -> Waarde:
    """``dan`` where the test holds, else ``anders``; everything of it: also leeg and not known."""
    if test == WAAR:
        return dan
    if test == ONWAAR:
        return anders
    leeg = s.test(als_test(test, dan.leeg, anders.leeg))
    exact = s.test(als_test(test, dan.exact, anders.exact))
    if Aard.NIETS in (dan.aard, anders.aard):
        een = anders if dan.aard is Aard.NIETS else dan
        return replace(een, leeg=leeg, exact=exact)
    if dan.aard is not anders.aard:
        raise PastNiet("een keuze tussen waarden van verschillende soort")
    if dan.aard is Aard.GETAL:
        (x, y), schaal, noemer = gelijknamig(s, (dan, anders), inperkend=True)
        code = s.zet(als(test, x.code, y.code))
        exact = s.test(als_test(test, x.exact, y.exact))
        laag, hoog = min(x.laag, y.laag), max(x.hoog, y.hoog)
        return Waarde(Aard.GETAL, code, laag, hoog, schaal, noemer, leeg, exact)
    if dan.aard is Aard.WAARHEID:
        return waarheid(s.test(als_test(test, dan.code, anders.code)), leeg=leeg, exact=exact)
    code = s.zet(als(test, dan.code, anders.code))
    return replace(dan, code=code, laag=0, hoog=1, leeg=leeg, exact=exact)


def als_test(test: str, dan: str, anders: str) -> str:
    """A test that is one of two tests: without a branch."""
    if dan == anders:
        return dan
    return of(en(test, dan), en(niet(test), anders))


def keuze(s: Schrijver, paren: Sequence[tuple[Waarde, Waarde]], basis: Waarde) -> Waarde:
    """`Op.KIES`: of all pairs whose condition holds the value, and they must agree."""
    uit, gevonden, exact = LEEG_, ONWAAR, ONWAAR
    for voorwaarde, waarde in paren:
        vuurt = s.test(is_waar(voorwaarde))
        exact = of(exact, voorwaarde.exact)
        if ONWAAR not in (gevonden, vuurt):
            # What was not known of the earlier one stays so, even where this one is equal to it.
            botst = en(vuurt, gevonden, of(uit.exact, niet(gelijk(s, uit, waarde))))
            exact = s.test(of(exact, botst))
        uit = waarde if gevonden == ONWAAR else kies(s, vuurt, waarde, uit)
        gevonden = s.test(of(gevonden, vuurt))
    uit = kies(s, gevonden, uit, basis) if paren else basis
    return replace(uit, exact=s.test(of(exact, uit.exact)))


def toets_exact(s: Schrijver, delen: Sequence[Waarde], beslist: Sequence[str]) -> str:
    """Where members are asked one after another: whether one that is not known is met before the
    answer is certain. ``beslist[i]``: the answer is certain after member i."""
    if all(deel.exact == ONWAAR for deel in delen):
        return ONWAAR
    exact, open_ = ONWAAR, WAAR
    for deel, klaar in zip(delen, beslist, strict=True):
        exact = of(exact, en(open_, deel.exact))
        open_ = en(open_, niet(klaar))
    return s.test(exact)
