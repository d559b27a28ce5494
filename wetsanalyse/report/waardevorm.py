"""Values as JSON: exact numbers as text, dates as ISO, percentages as ``13.7``."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist
from wetsanalyse.report.opmaak import decimalen_van


def als_getal(getal: Fraction | int) -> str:
    """``1352.09`` if it ends, else ``p/q``."""
    exact = Fraction(getal)
    decimalen = decimalen_van(exact)
    if decimalen is None:
        return f"{exact.numerator}/{exact.denominator}"
    if not decimalen:
        return str(exact.numerator)
    heel, rest = divmod(abs(exact.numerator) * 10**decimalen // exact.denominator, 10**decimalen)
    return f"{'-' if exact < 0 else ''}{heel}.{rest:0{decimalen}d}"


def als_waarde(waarde: Any, eenheid: str = "") -> Any:
    """A value of a run. ``eenheid`` ``%`` and ``datum`` say how a number is meant."""
    if waarde is LEEG or waarde is None:
        return None
    if isinstance(waarde, bool):
        return waarde
    if isinstance(waarde, Fout):
        return {"fout": waarde.code, "bericht": waarde.bericht}
    if isinstance(waarde, Onbeslist):
        oordelen = sorted(waarde.oordelen)
        return {"onbeslist": [{"open norm": o.norm, "object": o.object} for o in oordelen]}
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Fraction | int):
        if eenheid == "datum" and Fraction(waarde).denominator == 1:
            return date.fromordinal(int(waarde)).isoformat()
        return als_getal(waarde * 100 if eenheid == "%" else waarde)
    return str(waarde)
