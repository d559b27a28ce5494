"""Values as JSON: exact numbers as text, dates as ISO, percentages as ``13.7``."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist
from wetsanalyse.report.opmaak import decimalen_van
from wetsanalyse.run.weergave import tijdstukken


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


def _moment(dagen: Fraction) -> str:
    """A day, or with a part of a day the moment (``2025-12-31T12:00:00.000``)."""
    if not 1 <= dagen < date.max.toordinal() + 1:
        return als_getal(dagen)
    dag = date.fromordinal(int(dagen)).isoformat()
    if dagen.denominator == 1:
        return dag
    seconden, duizendsten = divmod(int((dagen - int(dagen)) * 86_400_000), 1000)
    minuten, seconde = divmod(seconden, 60)
    return f"{dag}T{minuten // 60:02d}:{minuten % 60:02d}:{seconde:02d}.{duizendsten:03d}"


def als_waarde(waarde: Any, eenheid: str = "") -> Any:
    """A value of a run. ``eenheid`` ``%`` and ``datum`` say how a number is meant. A value over
    time is a list of periods, without those in which it is leeg; ``tot`` does not count."""
    if isinstance(waarde, Tijdwaarde):
        return [
            {
                "van": als_waarde(van, "datum"),
                "tot": als_waarde(tot, "datum"),
                "waarde": als_waarde(ding, eenheid),
            }
            for van, tot, ding in tijdstukken(waarde)
        ]
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
        if eenheid == "datum":
            return _moment(Fraction(waarde))
        return als_getal(waarde * 100 if eenheid == "%" else waarde)
    return str(waarde)
