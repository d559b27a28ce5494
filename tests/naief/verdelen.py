"""Sharing out, step by step as the reference counts. [4.7]"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.naief import rekenen
from tests.naief.lopen import Loop
from tests.naief.waarden import LEEG, Fout, alle, alle_van
from wetsanalyse.model.gevolgen import Verdeling

if TYPE_CHECKING:
    from tests.naief.objecten import Objecten


class Ontvanger(NamedTuple):
    """Who, and what the rule asks of him; None where it asks nothing."""

    wie: str
    gewicht: Any
    volgorde: Any
    maximum: Any


def aandelen(
    wereld: Objecten, v: Verdeling, loop: Loop, dag: int | None
) -> tuple[dict[str, Any], Any]:
    """What everybody gets, and the rest."""
    wie = wereld.objecten(v.ontvangers, loop, dag)

    def ontvanger(o: str) -> Ontvanger:
        binnen = loop.met(v.element.nummer, o)
        gevraagd = (v.gewicht, v.volgorde, v.maximum)
        return Ontvanger(
            o, *alle_van(lambda x: None if x is None else wereld.waarde(x, binnen, dag), gevraagd)
        )

    pot, rij = alle((lambda: wereld.waarde(v.bron, loop, dag), lambda: alle_van(ontvanger, wie)))
    if pot is LEEG:
        return dict.fromkeys(wie, LEEG), LEEG
    codes = {"VD-PLAFOND"} if pot < 0 else set()
    for o in rij:
        codes |= _gebreken(o)
    if codes:
        raise Fout(*codes)
    deel: dict[str, Any] = {}
    for groep in _groepen(v, rij):
        nieuw = _in_groep(v, pot, groep)
        deel |= nieuw
        pot -= sum(nieuw.values())
    return deel, pot


def _gebreken(o: Ontvanger) -> set[str]:
    codes: set[str] = set()
    if o.gewicht is LEEG or (o.gewicht is not None and o.gewicht < 0):
        codes.add("VD-GEWICHT")
    if o.volgorde is LEEG:
        codes.add("VD-VOLGORDE-LEEG")
    if o.maximum is LEEG or (o.maximum is not None and o.maximum < 0):
        codes.add("VD-MAXIMUM")
    return codes


def _groepen(v: Verdeling, rij: list[Ontvanger]) -> list[list[Ontvanger]]:
    """Who stand equal, those that go first in front."""
    if v.volgorde is None:
        return [rij] if rij else []
    plaatsen = sorted({o.volgorde for o in rij}, reverse=not v.toenemend)
    return [[o for o in rij if o.volgorde == plaats] for plaats in plaatsen]


def _in_groep(v: Verdeling, pot: Any, groep: list[Ontvanger]) -> dict[str, Any]:
    """Equal parts or in proportion, then the maximum, then rounding; what is left is not shared
    out again in the same group."""
    gewichten = {o.wie: Fraction(1) if v.gewicht is None else o.gewicht for o in groep}
    som = sum(gewichten.values())
    if som == 0:
        raise Fout("VD-GEWICHT")
    deel: dict[str, Any] = {}
    for o in groep:
        bedrag = pot * gewichten[o.wie] / som
        if v.maximum is not None:
            bedrag = min(bedrag, o.maximum)
        if v.decimalen is not None:
            bedrag = rekenen.rond(bedrag, "naar beneden", v.decimalen)
        deel[o.wie] = bedrag
    return deel
