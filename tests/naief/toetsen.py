"""Tests on values, quantities, and a value as text. [6.2, 6.3, 3.8]"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from tests.naief.waarden import LEEG, Fout
from wetsanalyse.model.types import Soort, Type

VERGELIJKERS: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda x, y: x == y,
    "≠": lambda x, y: x != y,
    "<": lambda x, y: x < y,
    "<=": lambda x, y: x <= y,
    ">": lambda x, y: x > y,
    ">=": lambda x, y: x >= y,
}


def vergelijk(x: Any, y: Any, teken: str, soort: str) -> bool:
    if x is LEEG and y is LEEG:
        if teken == "≠" or soort == "getal":
            return False
        raise Fout("BEIDE-LEEG")
    if x is LEEG or y is LEEG:
        return teken == "≠"
    return bool(VERGELIJKERS[teken](x, y))


def elfproef(waarde: Any) -> bool:
    cijfers = _cijfers(waarde)
    if not cijfers:
        return False
    gewichten = [-1, *range(2, len(cijfers) + 1)]
    totaal: int = sum(g * int(c) for g, c in zip(gewichten, reversed(cijfers), strict=True))
    return bool(totaal > 0 and totaal % 11 == 0)


def exact_cijfers(waarde: Any, aantal: int) -> bool:
    return len(_cijfers(waarde)) == aantal


def _cijfers(waarde: Any) -> str:
    if waarde is LEEG:
        return ""
    tekst = str(waarde)
    return tekst if tekst and all(c in "0123456789" for c in tekst) else ""


def voldoet(soort: str, aantal: int, waar: int, leden: int) -> bool:
    uitkomsten = {
        "alle": waar == leden,
        "geen": waar == 0,
        "ten minste": waar >= aantal,
        "ten hoogste": waar <= aantal,
        "precies": waar == aantal,
    }
    return uitkomsten[soort]


def van_boven_af(
    vraag: Callable[[Any], bool], leden: Sequence[Any], soort: str, aantal: int
) -> bool:
    """Members of a list one after the other, until the rest cannot change the answer."""
    waar = 0
    for gehad in range(len(leden) + 1):
        rest = len(leden) - gehad
        uitkomsten = {voldoet(soort, aantal, waar + n, len(leden)) for n in range(rest + 1)}
        if len(uitkomsten) == 1:
            return uitkomsten.pop()
        waar += vraag(leden[gehad])
    raise AssertionError("with nothing left there is one answer")


def ongeordend(vraag: Callable[[Any], bool], leden: Sequence[Any], soort: str, aantal: int) -> bool:
    """Objects have no order, so a fault in one counts only when the others do not decide."""
    waar, open_, codes = 0, 0, set[str]()
    for lid in leden:
        try:
            waar += vraag(lid)
        except Fout as fout:
            open_ += 1
            codes |= fout.codes
    uitkomsten = {voldoet(soort, aantal, waar + n, len(leden)) for n in range(open_ + 1)}
    if len(uitkomsten) == 1:
        return uitkomsten.pop()
    raise Fout(*codes)


# ------------------------------------------------------------------ as text [3.8]


def tekst_van(waarde: Any, type_: Type) -> str:
    if waarde is LEEG:
        return ""
    if isinstance(waarde, bool):
        return "waar" if waarde else "onwaar"
    if isinstance(waarde, str):
        return waarde
    if type_.is_tijd:
        dag = date.fromordinal(int(waarde // 1))
        return f"{dag.day}-{dag.month}-{dag.year}"
    if type_.soort is Soort.PERCENTAGE:
        return getal_als_tekst(waarde * 100) + "%"
    eenheid = str(type_.eenheid)
    return f"{getal_als_tekst(waarde)} {eenheid}" if eenheid else getal_als_tekst(waarde)


def getal_als_tekst(getal: Fraction) -> str:
    teken = "-" if getal < 0 else ""
    grootte = abs(getal)
    for decimalen in range(60):
        if (grootte * 10**decimalen).denominator == 1:
            heel, achter = divmod(int(grootte * 10**decimalen), 10**decimalen)
            return f"{teken}{heel}" + (f",{achter:0{decimalen}d}" if decimalen else "")
    heel = int(grootte)
    rest = grootte - heel
    return f"{teken}{heel}_{rest}" if heel else f"{teken}{rest}"
