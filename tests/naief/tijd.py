"""Days, and what is summed over them. [5]"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from tests.naief.datums import maanden_verder
from tests.naief.waarden import LEEG, Fout, alle_van, als_waarde, zelfde
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.model.types import Eenheid


def op_dag(waarde: Any, dag: int | None) -> Any:
    """What a case gives, on a day."""
    if not isinstance(waarde, Tijdwaarde):
        return als_waarde(waarde)
    assert dag is not None
    voorbij = sum(knip <= dag for knip in waarde.knips)
    return als_waarde(waarde.waarden[voorbij])


def dagen_van(dag: int, per: str) -> range:
    """All days of the calendar month or year of a day."""
    d = date.fromordinal(dag)
    if per == "jaar":
        return range(date(d.year, 1, 1).toordinal(), date(d.year + 1, 1, 1).toordinal())
    eerste = date(d.year, d.month, 1).toordinal()
    return range(eerste, eerste + monthrange(d.year, d.month)[1])


def noemer_in_tijd(met: Eenheid, zonder: Eenheid) -> str:
    """The unit of time that `het totaal van` takes away: mnd of €/mnd."""
    (weg,) = (naam for naam, exponent in met.machten if (naam, exponent) not in zonder.machten)
    return weg


def totaal(op: Callable[[int], Any], basis: str, factor: Fraction, venster: tuple[int, int]) -> Any:
    """All days together. Nothing changes outside the window, so a value on its first or last
    day has no end."""
    eerste, na = venster
    for rand in (eerste, na - 1):
        waarde = op(rand)
        if waarde is not LEEG and not zelfde(waarde, Fraction(0)):
            raise Fout("TT-ONBEGRENSD")
    waarden = alle_van(op, range(eerste, na))
    som = Fraction(0)
    for d, waarde in zip(range(eerste, na), waarden, strict=True):
        if waarde is not LEEG:
            deel = 1 if basis == "dg" else Fraction(1, len(dagen_van(d, "maand")))
            som += waarde * deel / factor
    return som


def is_begin(lijn: Korrel, begin: int, dag: int) -> bool:
    """Whether a period begins on a day, when they are counted from ``begin`` both ways."""
    lengte = {"dag": 1, "week": 7}.get(lijn.maat)
    if lengte is not None:
        return (dag - begin) % (lengte * lijn.aantal) == 0
    stap = {"maand": 1, "kwartaal": 3, "jaar": 12}[lijn.maat] * lijn.aantal
    d, b = date.fromordinal(dag), date.fromordinal(begin)
    verschil = 12 * (d.year - b.year) + d.month - b.month
    return verschil % stap == 0 and maanden_verder(b, verschil) == d
