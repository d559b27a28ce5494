"""Arithmetic on scaled whole numbers: the text of an operation, its scale and its bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import gcd, lcm

from wetsanalyse.plan.ops import Afronding
from wetsanalyse.run.kernel.schrijver import Schrijver
from wetsanalyse.run.kernel.waarde import (
    GROOTST,
    ONWAAR,
    Aard,
    Deler,
    Noemer,
    PastNiet,
    Waarde,
    als,
    getal,
    of,
)

HALF = GROOTST // 2 - 1
SNEL_DELEN = 2**50
"""Below this a quotient by a constant goes through floating point, exactly: see `snel_deel`."""
KRAPST = 2**20
"""A bound on a number is not made narrower than this."""
NUL = getal("0", 0, 0)


def breuk(waarde: Fraction) -> Waarde:
    """A number that is the same for everybody."""
    teller = waarde.numerator
    return getal(str(teller), teller, teller, waarde.denominator)


def als_nul(s: Schrijver, x: Waarde) -> Waarde:
    """Leeg as a term of a sum."""
    if x.aard is Aard.NIETS:
        return replace(NUL, exact=x.exact)
    if x.leeg == ONWAAR:
        return x
    code = s.zet(als(x.leeg, "0", x.code))
    return replace(x, code=code, laag=min(0, x.laag), hoog=max(0, x.hoog), leeg=ONWAAR)


def inperken(s: Schrijver, x: Waarde, grens: int) -> Waarde:
    """The code kept within ``grens`` of zero, so that what comes next fits 64 bits; where it lies
    outside the exact interpreter must look. Too narrow a bound is of no use to anybody."""
    if x.grootte <= grens:
        return x
    if grens < KRAPST:
        raise PastNiet("een tussenuitkomst kan te groot worden voor 64 bits")
    s.ingeperkt += 1
    code = s.zet(x.code)
    buiten = of(
        f"({code} < {-grens})" if x.laag < -grens else ONWAAR,
        f"({code} > {grens})" if x.hoog > grens else ONWAAR,
    )
    binnen = klem(s, replace(x, code=code), -grens, grens)
    return replace(binnen, exact=s.test(of(x.exact, buiten)))


def maal_vast(x: Waarde, factor: Fraction) -> Waarde:
    """Times a constant: it goes into the scale as far as it can."""
    if factor == 0:
        return replace(NUL, leeg=x.leeg, exact=x.exact)
    deler = gcd(factor.numerator, x.schaal)
    boven, schaal = factor.numerator // deler, x.schaal // deler * factor.denominator
    laag, hoog = sorted((x.laag * boven, x.hoog * boven))
    code = x.code if boven == 1 else f"({x.code} * {boven})"
    if x.vast is not None:
        code = str(laag)
    return getal(code, laag, hoog, schaal, x.noemer, leeg=x.leeg, exact=x.exact)


def gelijknamig(
    s: Schrijver, delen: Sequence[Waarde], *, inperkend: bool = False
) -> tuple[list[Waarde], int, Noemer | None]:
    """The same values over one scale and one divisor. ``inperkend``: who asks looks at what is
    not known of them, so they may be kept within bounds."""
    schaal = lcm(*(x.schaal for x in delen))
    samen = Noemer(())
    for deel in delen:
        if deel.noemer is not None:
            samen = samen.maal(deel.noemer.zonder(samen))
    uit = []
    for deel in delen:
        factor, erbij = schaal // deel.schaal, samen.zonder(deel.noemer)
        past = (GROOTST - 1) // (factor * erbij.hoog)
        x = inperken(s, deel, past) if inperkend else deel
        code, laag, hoog = x.code, x.laag * factor, x.hoog * factor
        if factor != 1:
            code = str(laag) if x.vast is not None else f"({code} * {factor})"
        if erbij.delers:
            code = f"({code} * {erbij.code})"
            laag, hoog = min(laag, laag * erbij.hoog), max(hoog, hoog * erbij.hoog)
        noemer = samen if samen.delers else None
        uit.append(getal(code, laag, hoog, schaal, noemer, leeg=x.leeg, exact=x.exact))
    return uit, schaal, samen if samen.delers else None


def som(s: Schrijver, a: Waarde, b: Waarde, teken: int = 1) -> Waarde:
    """``a + b`` or ``a - b``; both have a value."""
    if b.vast == 0:
        return replace(a, leeg=ONWAAR, exact=ONWAAR)
    if a.vast == 0 and teken > 0:
        return replace(b, leeg=ONWAAR, exact=ONWAAR)
    (x, y), schaal, noemer = gelijknamig(s, (a, b), inperkend=True)
    x, y = inperken(s, x, HALF), inperken(s, y, HALF)
    if teken > 0:
        laag, hoog, code = x.laag + y.laag, x.hoog + y.hoog, f"({x.code} + {y.code})"
    else:
        laag, hoog, code = x.laag - y.hoog, x.hoog - y.laag, f"({x.code} - {y.code})"
    if laag == hoog and noemer is None:
        code = str(laag)
    return getal(code, laag, hoog, schaal, noemer, exact=of(x.exact, y.exact))


def product(s: Schrijver, a: Waarde, b: Waarde) -> Waarde:
    for x, y in ((a, b), (b, a)):
        if y.vast is not None:
            factor = Fraction(y.vast, y.schaal)
            past = inperken(s, x, (GROOTST - 1) // max(abs(factor.numerator), 1))
            return replace(maal_vast(past, factor), leeg=ONWAAR)
        weg = _weggestreept(x, y)
        if weg is not None:
            return weg
    # The larger one gives way.
    if a.grootte >= b.grootte:
        a = inperken(s, a, (GROOTST - 1) // max(b.grootte, 1))
    else:
        b = inperken(s, b, (GROOTST - 1) // max(a.grootte, 1))
    hoeken = [p * q for p in (a.laag, a.hoog) for q in (b.laag, b.hoog)]
    noemer = a.noemer or b.noemer
    if a.noemer and b.noemer:
        noemer = a.noemer.maal(b.noemer)
    code = f"({a.code} * {b.code})"
    exact = of(a.exact, b.exact)
    return getal(code, min(hoeken), max(hoeken), a.schaal * b.schaal, noemer, exact=exact)


def _weggestreept(a: Waarde, b: Waarde) -> Waarde | None:
    """``a * b`` where ``b`` stands below the line of ``a``; None: it does not."""
    if a.noemer is None or b.noemer is not None:
        return None
    gelijk = [d for d in a.noemer.delers if d.code == b.code]
    if not gelijk:
        return None
    rest = a.noemer.zonder(Noemer((gelijk[0],)))
    noemer = rest if rest.delers else None
    exact = of(a.exact, b.exact)
    return getal(a.code, a.laag, a.hoog, a.schaal * b.schaal, noemer, exact=exact)


def quotient(s: Schrijver, a: Waarde, b: Waarde) -> tuple[Waarde, str]:
    """``a / b`` and a test for ``b`` being 0 (then the quotient is some number)."""
    if b.vast is not None:
        if b.vast == 0:
            return NUL, "True"
        return product(s, a, breuk(Fraction(b.schaal, b.vast))), ONWAAR
    code = s.zet(b.code)
    nul = f"({code} == 0)" if b.laag <= 0 <= b.hoog else ONWAAR
    boven = a
    if b.noemer:
        boven = product(s, a, getal(b.noemer.code, b.noemer.laag, b.noemer.hoog))
    boven_code, laag, hoog = boven.code, boven.laag, boven.hoog
    if b.laag < 0:
        boven_code = s.zet(als(f"({code} < 0)", f"(-{boven_code})", boven_code))
        laag, hoog = min(laag, -hoog), max(hoog, -laag)
        code = s.zet(f"abs({code})")
    if b.laag <= 0:
        code = s.zet(f"max({code}, 1)")
    deler = Deler(code, max(1, b.laag, -b.hoog), max(b.grootte, 1))
    noemer = Noemer((deler,))
    if boven.noemer:
        noemer = boven.noemer.maal(noemer)
    uit = getal(boven_code, laag, hoog, boven.schaal, noemer, exact=boven.exact)
    # Only now, for the bounds of b count for its own scale.
    return product(s, uit, breuk(Fraction(b.schaal))), s.test(nul)


# ------------------------------------------------------------------ rounding


def _vloer(s: Schrijver, code: str, laag: int, hoog: int, deler: int) -> str:
    """``code // deler`` for a constant; the quick way where it is proven right."""
    if deler == 1:
        return code
    if laag >= 0 and hoog < SNEL_DELEN:
        return s.zet(f"snel_deel({code}, {1.0 / deler!r})")
    if laag > -SNEL_DELEN and hoog < SNEL_DELEN:
        # Moved up by whole multiples, so that it is never negative.
        op = -(laag // deler)
        if hoog + op * deler < SNEL_DELEN:
            omhoog = f"({code} + {op * deler})"
            return s.zet(f"(snel_deel({omhoog}, {1.0 / deler!r}) - {op})")
    return s.zet(f"({code} // {deler})")


def _afgerond(
    s: Schrijver, wijze: str, code: str, laag: int, hoog: int, deler: int
) -> tuple[str, int, int]:
    """``code / deler`` as a whole number, and its bounds."""

    def vloer(c: str, van: int, tot: int, d: int = deler) -> str:
        return _vloer(s, s.zet(c), van, tot, d)

    def boven(c: str, van: int, tot: int) -> str:
        return vloer(f"({c} + {deler - 1})", van + deler - 1, tot + deler - 1)

    if wijze == "rekenkundig":
        wijze = "half weg van nul"
    negatief, positief = laag < 0, hoog > 0
    naar_nul = "naar beneden" if not negatief else "naar boven"
    match wijze:
        case "naar beneden":
            return vloer(code, laag, hoog), laag // deler, hoog // deler
        case "naar boven":
            return boven(code, laag, hoog), -(-laag // deler), -(-hoog // deler)
        case "richting nul" | "weg van nul" if not (negatief and positief):
            van_nul = {"naar beneden": "naar boven", "naar boven": "naar beneden"}[naar_nul]
            zelfde = naar_nul if wijze == "richting nul" else van_nul
            return _afgerond(s, zelfde, code, laag, hoog, deler)
        case "half weg van nul" if not negatief:
            half = f"(2 * {code} + {deler})" if deler % 2 else f"({code} + {deler // 2})"
            maat = 2 if deler % 2 else 1
            van, tot = (maat * g + deler * maat // 2 for g in (laag, hoog))
            d = deler * maat
            return vloer(half, van, tot, d), van // d, tot // d
    # Both signs: on the size, and the sign back.
    top = max(-laag, hoog)
    grootte = s.zet(f"abs({code})")
    zonder = {"richting nul": "naar beneden", "weg van nul": "naar boven"}.get(wijze, "rekenkundig")
    q, _, hoogst = _afgerond(s, zonder, grootte, 0, top, deler)
    _, _, laagst = _afgerond(Schrijver(), zonder, "x", 0, max(0, -laag), deler)
    return s.zet(als(f"({code} < 0)", f"(-{q})", q)), -laagst, hoogst


def afgerond(s: Schrijver, x: Waarde, afronding: Afronding) -> Waarde:
    """A number on whole multiples of ``1 / 10**decimalen``."""
    fijn = 10**afronding.decimalen
    if x.noemer is not None:
        return _over_noemer(s, x, afronding)
    if fijn % x.schaal == 0:
        return x
    deler = gcd(x.schaal, fijn)
    maal, door = fijn // deler, x.schaal // deler
    x = inperken(s, x, (2 * GROOTST - 2 * door) // (2 * maal))
    code = s.zet(x.code if maal == 1 else f"({x.code} * {maal})")
    code, laag, hoog = _afgerond(s, afronding.wijze, code, x.laag * maal, x.hoog * maal, door)
    return getal(code, laag, hoog, fijn, leeg=x.leeg, exact=x.exact)


def _over_noemer(s: Schrijver, x: Waarde, afronding: Afronding) -> Waarde:
    """Rounding where the divisor differs from citizen to citizen: long division, as many digits
    at a time as fit, so that only the answer must fit 64 bits."""
    assert x.noemer is not None
    fijn = 10**afronding.decimalen
    deler = gcd(x.schaal, fijn)
    maal, door = fijn // deler, x.schaal // deler
    noemer = x.noemer
    if noemer.hoog * door * 10 >= 2 * GROOTST:
        raise PastNiet("een tussenuitkomst kan te groot worden voor 64 bits")
    onder = s.zet(f"({noemer.code} * {door})" if door > 1 else f"({noemer.code})")
    kleinste = noemer.laag * door
    x = inperken(s, x, (GROOTST - 1) // maal * kleinste)
    boven = s.zet(x.code)
    grootte = s.zet(f"abs({boven})") if x.laag < 0 else boven
    q, rest = s.zet(f"({grootte} // {onder})"), ""
    rest = s.zet(f"({grootte} - {q} * {onder})")
    hoogstens = 2 * GROOTST // (noemer.hoog * door)
    while maal > 1:
        keer = _deel_tot(maal, hoogstens)
        maal //= keer
        meer = s.zet(f"({rest} * {keer})")
        deel = s.zet(f"({meer} // {onder})")
        q, rest = s.zet(f"({q} * {keer} + {deel})"), s.zet(f"({meer} - {deel} * {onder})")
    omhoog = {
        "naar beneden": f"(({boven} < 0) & ({rest} > 0))",
        "naar boven": f"(({boven} > 0) & ({rest} > 0))",
        "weg van nul": f"({rest} > 0)",
        "richting nul": ONWAAR,
    }.get(afronding.wijze, f"({rest} >= {onder} - {rest})")
    if omhoog != ONWAAR:
        q = s.zet(f"({q} + {als(s.zet(omhoog), '1', '0')})")
    if x.laag < 0:
        q = s.zet(als(f"({boven} < 0)", f"(-{q})", q))
    top = x.grootte * fijn // deler // kleinste + 1
    laag = -top if x.laag < 0 else 0
    return getal(q, laag, top, fijn, leeg=x.leeg, exact=x.exact)


def _deel_tot(getal_: int, hoogstens: int) -> int:
    """A divisor of a number that has no other prime factors than 2 and 5, at most so large."""
    uit = 1
    for priem in (5, 2):
        while getal_ % (uit * priem) == 0 and uit * priem <= hoogstens:
            uit *= priem
    return uit


def op_rooster(s: Schrijver, x: Waarde, decimalen: int) -> Waarde:
    """The number with so many decimals; where it has more the exact interpreter must look."""
    fijn = 10**decimalen
    if x.noemer is None and fijn % x.schaal == 0:
        return x
    heel = afgerond(s, x, Afronding("naar beneden", decimalen))
    (a, b), _, _ = gelijknamig(s, (heel, replace(x, leeg=ONWAAR, exact=ONWAAR)))
    anders = s.zet(f"({a.code} != {b.code})")
    return replace(heel, exact=of(x.exact, anders))


def geheel(s: Schrijver, x: Waarde) -> Waarde:
    """A whole number, or the exact interpreter must look."""
    if x.noemer is None and x.schaal == 1:
        return x
    return op_rooster(s, x, 0)


def klem(s: Schrijver, x: Waarde, laag: int | None, hoog: int | None) -> Waarde:
    """The code kept between bounds, where what lies outside is not known anyway."""
    code, van, tot = x.code, x.laag, x.hoog
    if laag is not None and van < laag:
        code, van = f"max({code}, {laag})", laag
    if hoog is not None and tot > hoog:
        code, tot = f"min({code}, {hoog})", hoog
    return replace(x, code=s.zet(code), laag=van, hoog=max(van, tot))
