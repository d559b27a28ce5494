"""The first sentence of an explanation: what something is, in words."""

from __future__ import annotations

from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.types import Type
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist
from wetsanalyse.report.namen import Namen
from wetsanalyse.report.opmaak import hoofdletter, opsomming, perioden, verdeeld, waarde_van

VEEL = 4
"""So many stretches stand in one sentence; of more only that there are so many."""


def kernzin(namen: Namen, slot: int, waarde: Any, type_: Type) -> str:
    """``De zorgtoeslag van A is € 112 per maand.``"""
    return hoofdletter(_zin(namen, slot, waarde, type_).rstrip(".")) + "."


def _zin(namen: Namen, slot: int, waarde: Any, type_: Type) -> str:
    naam = namen.naam(slot)
    if isinstance(waarde, Tijdwaarde):
        return _in_de_tijd(namen, slot, waarde, type_)
    if isinstance(waarde, bool) and (namen.kenmerk(slot) or slot not in namen.sleutels):
        return namen.kenmerkzin(slot, waarde)
    if waarde is LEEG:
        return f"{naam} heeft geen waarde"
    if isinstance(waarde, Fout):
        return f"{namen.vraag(slot)} kan niet uitgerekend worden: {waarde.bericht}"
    if isinstance(waarde, Onbeslist):
        normen = opsomming(sorted({o.norm for o in waarde.oordelen}))
        return f"{namen.vraag(slot)} staat nog niet vast: een mens moet oordelen over {normen}"
    return f"{naam} is {waarde_van(waarde, type_)}"


def past_in_zin(waarde: Any) -> bool:
    """Whether all stretches of a value over time stand in its sentence."""
    if not isinstance(waarde, Tijdwaarde):
        return True
    gewoon, bijzonder = verdeeld(waarde)
    return len(gewoon) + len(bijzonder) <= VEEL


def _in_de_tijd(namen: Namen, slot: int, waarde: Tijdwaarde, type_: Type) -> str:
    gewoon, bijzonder = verdeeld(waarde)
    if namen.kenmerk(slot) is not None and not bijzonder:
        waar = [stuk for stuk in gewoon if stuk[2] is True]
        if 0 < len(waar) <= VEEL:
            return f"{namen.kenmerkzin(slot, waar=True)} {perioden(waar)}"
    if not past_in_zin(waarde):
        wie = namen.vraag(slot) if namen.kenmerk(slot) else namen.naam(slot)
        return f"{wie.rstrip(',')} verandert {len(waarde.knips)} keer in de tijd"
    if namen.kenmerk(slot) is not None:
        return f"{namen.vraag(slot)} hangt af van de dag"
    return f"{namen.naam(slot)} is {waarde_van(waarde, type_)}"
