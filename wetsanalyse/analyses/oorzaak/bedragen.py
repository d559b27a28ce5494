"""Amounts as a reader wants them in a title or a table."""

from __future__ import annotations

from fractions import Fraction

from wetsanalyse.analyses.verlopen.positie import EURO
from wetsanalyse.run.weergave import toon


def in_centen(bedrag: Fraction) -> str:
    """Whole cents, toward zero: no title claims more than there is. What is compared, and what
    stands in the JSON, is the exact amount."""
    return toon(Fraction(int(bedrag * 100), 100), EURO)
