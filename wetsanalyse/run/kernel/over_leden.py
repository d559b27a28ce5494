"""Steps over a list: what is kept while its members pass, and what comes of it at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wetsanalyse.plan.ops import Op
from wetsanalyse.run.kernel.rekenen import NUL, als_nul, gelijknamig, som
from wetsanalyse.run.kernel.schrijver import Schrijver
from wetsanalyse.run.kernel.toetsen import is_waar, vergelijk, zeker_waar
from wetsanalyse.run.kernel.vertaal import beter, leeg_van
from wetsanalyse.run.kernel.waarde import (
    LEEG_,
    ONWAAR,
    WAAR,
    Aard,
    PastNiet,
    Waarde,
    als,
    en,
    getal,
    niet,
    of,
    waarheid,
)

MEESTE_LEDEN = 64
"""A household with more members of one list is for the exact interpreter."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Names that live outside the loop: the value so far, whether there is one, and whether
    something was met that is not known here."""

    waarde: str
    gevuld: str
    exact: str


def begin(s: Schrijver) -> Teller:
    """Before the loop."""
    teller = Teller(s.vers("a"), s.vers("h"), s.vers("x"))
    s.regel(f"{teller.waarde} = 0")
    s.regel(f"{teller.gevuld} = False")
    s.regel(f"{teller.exact} = False")
    return teller


def onthoud(s: Schrijver, op: Op, teller: Teller, delen: Sequence[Waarde]) -> Waarde:
    """Inside the loop: one member passes. What it gives is the value after the loop."""
    if any(deel.noemer for deel in delen):
        raise PastNiet("breuken met een verschillende noemer worden opgeteld of vergeleken")
    exact = s.test(of(*(deel.exact for deel in delen)))
    if exact != ONWAAR:
        s.regel(f"{teller.exact} = {teller.exact} | {exact}")
    uit = _ONTHOUD[op](s, teller, delen)
    return replace(uit, exact=teller.exact if exact != ONWAAR else ONWAAR)


def _tel_mee(s: Schrijver, teller: Teller, delen: Sequence[Waarde]) -> Waarde:
    for deel in delen:
        s.regel(f"{teller.waarde} += {als(s.test(is_waar(deel)), '1', '0')}")
    return getal(teller.waarde, 0, MEESTE_LEDEN * len(delen))


def _tel_zeker(s: Schrijver, teller: Teller, delen: Sequence[Waarde]) -> Waarde:
    for deel in delen:
        s.regel(f"{teller.waarde} += {als(s.test(zeker_waar(deel)), '1', '0')}")
    return getal(teller.waarde, 0, MEESTE_LEDEN * len(delen))


def _tel_op(s: Schrijver, teller: Teller, delen: Sequence[Waarde]) -> Waarde:
    kaal = [replace(als_nul(s, deel), exact=ONWAAR) for deel in delen]
    gelijk, schaal, _ = gelijknamig(s, kaal)
    for deel in gelijk:
        s.regel(f"{teller.waarde} += {deel.code}")
    s.regel(f"{teller.gevuld} = {s.test(of(teller.gevuld, *(niet(leeg_van(d)) for d in delen)))}")
    laag = MEESTE_LEDEN * sum(min(0, deel.laag) for deel in gelijk)
    hoog = MEESTE_LEDEN * sum(max(0, deel.hoog) for deel in gelijk)
    return getal(teller.waarde, laag, hoog, schaal, leeg=niet(teller.gevuld))


def _houd_uiterste(teken: str) -> Callable[[Schrijver, Teller, Sequence[Waarde]], Waarde]:
    def houd(s: Schrijver, teller: Teller, delen: Sequence[Waarde]) -> Waarde:
        echt = [replace(d, exact=ONWAAR) for d in delen if d.aard is not Aard.NIETS]
        if not echt:
            return LEEG_
        gelijk, schaal, _ = gelijknamig(s, echt)
        for deel in gelijk:
            beter_ = of(niet(teller.gevuld), f"({deel.code} {teken} {teller.waarde})")
            test = s.test(en(niet(leeg_van(deel)), beter_))
            s.regel(f"{teller.waarde} = {als(test, deel.code, teller.waarde)}")
            s.regel(f"{teller.gevuld} = {of(teller.gevuld, niet(leeg_van(deel)))}")
        laag = min(0, *(deel.laag for deel in gelijk))
        hoog = max(0, *(deel.hoog for deel in gelijk))
        return getal(teller.waarde, laag, hoog, schaal, leeg=niet(teller.gevuld))

    return houd


_ONTHOUD: dict[Op, Callable[[Schrijver, Teller, Sequence[Waarde]], Waarde]] = {
    Op.AANTAL: _tel_mee,
    Op.TEL: _tel_mee,
    Op.EEN_VAN: _tel_zeker,
    Op.SOM: _tel_op,
    Op.MINIMUM: _houd_uiterste("<"),
    Op.MAXIMUM: _houd_uiterste(">"),
}


def besluit(
    s: Schrijver, op: Op, par: Any, vast: Sequence[Waarde], geteld: Sequence[Waarde], leden: str
) -> Waarde:
    """After the loop: the members together with the arguments of the household. ``leden``: how
    many truths there were in all, as text."""
    exact = s.test(of(*(x.exact for x in (*vast, *geteld))))
    kaal = [replace(x, exact=ONWAAR) for x in (*vast, *geteld)]
    match op:
        case Op.SOM:
            uit = NUL
            for x in kaal:
                uit = som(s, uit, als_nul(s, x))
            leeg = ONWAAR if par is True else s.test(en(*(leeg_van(x) for x in kaal)))
            return replace(uit, leeg=leeg, exact=exact)
        case Op.MINIMUM | Op.MAXIMUM:
            uit = LEEG_
            for x in kaal:
                uit = beter(s, "<" if op is Op.MINIMUM else ">", uit, x)
            return replace(uit, exact=exact)
    waar = NUL
    for x in geteld:
        waar = som(s, waar, replace(x, exact=ONWAAR))
    for x in vast:
        test = s.test(zeker_waar(x) if op is Op.EEN_VAN else is_waar(x))
        een = als(test, "1", "0")
        waar = som(s, waar, getal(s.zet(een), int(test == WAAR), int(test != ONWAAR)))
    if op is Op.AANTAL:
        return replace(waar, exact=exact)
    if op is Op.EEN_VAN:
        gevonden = s.test(vergelijk(s, ">", waar, NUL))
        return waarheid(gevonden, exact=s.test(en(niet(gevonden), exact)))
    alle = getal(s.zet(leden), 0, MEESTE_LEDEN * 8 + len(vast))
    teken, doel = {
        "alle": ("=", alle),
        "geen": ("=", NUL),
        "ten minste": (">=", getal(str(par.aantal), par.aantal, par.aantal)),
        "ten hoogste": ("<=", getal(str(par.aantal), par.aantal, par.aantal)),
        "precies": ("=", getal(str(par.aantal), par.aantal, par.aantal)),
    }[par.soort]
    return waarheid(s.test(vergelijk(s, teken, waar, doel)), exact=exact)
