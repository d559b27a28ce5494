"""A few rules over the vocabulary of `tests.model.taal`, computed for one household."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.model import taal
from tests.plan.hulp import DAG, getal
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import lower
from wetsanalyse.plan.ops import LEEG, Fout
from wetsanalyse.run.exact import Uitslag, reken
from wetsanalyse.run.scenarios import geval

WIE = Huishouden(
    (
        ("A", "Aanvrager"),
        ("B", "Aanvrager"),
        ("K", "Kind"),
        ("L", "Kind"),
        ("Z", "Aanvraag"),
        ("G", "Gemeente"),
        ("H", "Adres"),
    ),
    (
        Feit("gezin", ("A", "K")),
        Feit("gezin", ("A", "L")),
        Feit("indiening", ("A", "Z")),
        Feit("behandeling", ("G", "Z")),
        Feit("bewoning", ("H", "A")),
        Feit("bewoning", ("H", "B")),
        Feit("partnerschap", ("A", "B")),
    ),
)
Invoer = Mapping[tuple[str, str], Any]


def dag(jaar: int, maand: int, nummer: int) -> int:
    return date(jaar, maand, nummer).toordinal()


def stap(*delen: Any) -> Tijdwaarde:
    """``stap(a, dag, b, dag, c)``: a before the first day, and so on. Numbers are exact."""
    return Tijdwaarde(tuple(delen[1::2]), tuple(getal(w) for w in delen[0::2]))


def uitslag(
    *teksten: str, invoer: Invoer | None = None, wie: Huishouden = WIE, op: date = DAG
) -> Uitslag:
    plan = lower(taal.goed(*teksten), op)
    casus = Casus(op, wie, {k: getal(v) for k, v in (invoer or {}).items()})
    return reken(ground(plan, wie), geval(plan, casus))


def waarde(object_: str, wat: str, *teksten: str, **meer: Any) -> Any:
    """The value of one property; see `uitslag` for the rest."""
    return uitslag(*teksten, **meer).waarde(object_, wat)


def delen(waarde: Any) -> list[tuple[str, Any]]:
    """A value over time as (first day, value), the first with an empty day."""
    if not isinstance(waarde, Tijdwaarde):
        return [("", waarde)]
    dagen = ["", *(date.fromordinal(int(k)).isoformat() for k in waarde.knips)]
    return list(zip(dagen, waarde.waarden, strict=True))


def foutcode(waarde: Any) -> str:
    assert isinstance(waarde, Fout), waarde
    return waarde.code


__all__ = ["DAG", "LEEG", "WIE", "dag", "delen", "foutcode", "stap", "uitslag", "waarde"]
