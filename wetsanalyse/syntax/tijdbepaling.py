"""To what a time condition behind a sentence belongs: the rule, or an expression in it. [5, A10]

`het totaal van x van A tot B` without brackets can mean both, so that is a fault. A share
(`het tijdsevenredig deel`) always has a time; when it is the whole value, it is clear.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.doorloop import doorloop
from wetsanalyse.text import Span


class Tijdfout(NamedTuple):
    code: str
    span: Span
    bericht: str
    hulp: tuple[str, ...]
    is_fout: bool = True


def plaats_tijd(
    resultaat: Any, voorwaarde: t.Voorwaarde | None
) -> tuple[Any, t.Voorwaarde | None, list[Tijdfout]]:
    """The result and its condition, each with the time that is its own."""
    fouten: list[Tijdfout] = []
    if isinstance(voorwaarde, t.Periode | t.Gedurende):
        waarde = getattr(resultaat, "waarde", None)
        if _vraagt_tijd(waarde) and isinstance(waarde, t.TijdsevenredigDeel):
            span = waarde.span.tot(voorwaarde.span)
            met = replace(waarde, tijd=voorwaarde, span=span)
            fouten.append(_haakjes(span))
            return replace(resultaat, waarde=met), None, fouten
        for node in doorloop(waarde, lambda n: not getattr(n, "haakjes", False)):
            if _vraagt_tijd(node):
                fouten.append(_meerduidig(node.span.tot(voorwaarde.span)))
                break
    return resultaat, voorwaarde, fouten


def _vraagt_tijd(node: Any) -> bool:
    return (
        isinstance(node, t.Totaal | t.TijdsevenredigDeel) and node.tijd is None and not node.haakjes
    )


def _haakjes(span: Span) -> Tijdfout:
    return Tijdfout(
        "TC-HAAKJES",
        span,
        "een uitdrukking met een eigen tijd hoort tussen haakjes",
        ("zet “(” voor “het tijdsevenredig deel” en “)” achter de tijd",),
        is_fout=False,
    )


def _meerduidig(span: Span) -> Tijdfout:
    return Tijdfout(
        "TC-MEERDUIDIG",
        span,
        "deze tijd kan bij de regel horen of bij de uitdrukking ervoor",
        (
            "hoort zij bij de uitdrukking, zet die dan met haar tijd tussen haakjes",
            "hoort zij bij de regel, zet dan alleen de uitdrukking tussen haakjes",
        ),
    )
