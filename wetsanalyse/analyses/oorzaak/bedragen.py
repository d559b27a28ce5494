"""Amounts as a reader wants them in a title or a table."""

from __future__ import annotations

from fractions import Fraction

from wetsanalyse.analyses.verlopen.positie import EURO
from wetsanalyse.model.types import Type
from wetsanalyse.run.weergave import toon


def in_centen(bedrag: Fraction) -> str:
    """Whole cents, toward zero: no title claims more than there is. What is compared, and what
    stands in the JSON, is the exact amount."""
    return toon(Fraction(int(bedrag * 100), 100), EURO)


def keer_in_venster(type_: Type, lengte: Fraction) -> Fraction | None:
    """How often an amount is paid in so many months; None: it is not an amount of money."""
    machten = dict(type_.eenheid.machten)
    if type_.is_tijd or machten.pop("€", 0) != 1:
        return None
    per = {(): Fraction(1), (("jr", -1),): lengte / 12, (("kw", -1),): lengte / 3,
           (("mnd", -1),): lengte}  # fmt: skip
    return per.get(tuple(machten.items()))
