"""Dividing an amount over receivers. [4.7]

Group by group, in order; within a group by equal shares or in proportion. What a maximum or
rounding leaves goes to the next group, never back into the same one.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from wetsanalyse.plan.ops import LEEG, Afronding, Fout, Verdeeldeel, Verdeelregel
from wetsanalyse.run.getallen import NUL


class Ontvanger(NamedTuple):
    """What counts for one receiver; LEEG where the rule does not ask for it."""

    gewicht: Any = LEEG
    volgorde: Any = LEEG
    maximum: Any = LEEG


class Verdeeld(NamedTuple):
    aandelen: tuple[Any, ...]
    rest: Any


def verdeel(
    g: Any, regel: Verdeelregel, plafond: Any, ontvangers: Sequence[Ontvanger]
) -> Verdeeld | Fout:
    """The share of each receiver, in the order given, and what is left."""
    if plafond is LEEG:
        return Verdeeld(tuple(LEEG for _ in ontvangers), LEEG)
    gebrek = _gebrek(g, regel, plafond, ontvangers)
    if gebrek is not None:
        return gebrek
    aandelen: list[Any] = [g.const(NUL)] * len(ontvangers)
    pot = plafond
    for groep in _groepen(g, regel, ontvangers):
        som = _som(g, [ontvangers[i].gewicht for i in groep]) if regel.rato else None
        if som is not None and g.vergelijk("=", som, g.const(NUL)):
            bericht = "De som van de gewichten is nul: zo is niet naar rato te verdelen."
            return Fout("VD-GEWICHT", bericht)
        for i in groep:
            aandelen[i] = _aandeel(g, regel, pot, ontvangers[i], som, len(groep))
        for i in groep:
            pot = g.plus(pot, g.negeer(aandelen[i]))
    return Verdeeld(tuple(aandelen), pot)


def _gebrek(
    g: Any, regel: Verdeelregel, plafond: Any, ontvangers: Sequence[Ontvanger]
) -> Fout | None:
    """What makes dividing impossible; one receiver is enough."""
    nul = g.const(NUL)
    if g.vergelijk("<", plafond, nul):
        return Fout("VD-PLAFOND", "Het bedrag dat verdeeld wordt is negatief.")
    for o in ontvangers:
        if regel.rato and o.gewicht is LEEG:
            return Fout("VD-GEWICHT", "Een ontvanger heeft geen gewicht: het is leeg.")
        if regel.rato and g.vergelijk("<", o.gewicht, nul):
            return Fout("VD-GEWICHT", "Een ontvanger heeft een negatief gewicht.")
        if regel.volgorde is not None and o.volgorde is LEEG:
            return Fout("VD-VOLGORDE-LEEG", "Van een ontvanger is de volgorde leeg.")
        if regel.maximum and (o.maximum is LEEG or g.vergelijk("<", o.maximum, nul)):
            return Fout("VD-MAXIMUM", "Het maximum van een ontvanger is leeg of negatief.")
    return None


def _groepen(g: Any, regel: Verdeelregel, ontvangers: Sequence[Ontvanger]) -> list[list[int]]:
    """Receivers that stand equal, those that go first in front."""
    if regel.volgorde is None:
        return [list(range(len(ontvangers)))] if ontvangers else []
    teken = "<" if regel.volgorde == "toenemend" else ">"
    groepen: list[list[int]] = []
    for i, o in enumerate(ontvangers):
        for plek, groep in enumerate(groepen):
            ander = ontvangers[groep[0]].volgorde
            if g.vergelijk("=", o.volgorde, ander):
                groep.append(i)
                break
            if g.vergelijk(teken, o.volgorde, ander):
                groepen.insert(plek, [i])
                break
        else:
            groepen.append([i])
    return groepen


def _som(g: Any, getallen: Sequence[Any]) -> Any:
    som = g.const(NUL)
    for getal in getallen:
        som = g.plus(som, getal)
    return som


def _aandeel(g: Any, regel: Verdeelregel, pot: Any, o: Ontvanger, som: Any, aantal: int) -> Any:
    gelijk = g.schaal(pot, Fraction(1, aantal))
    deel = g.deel(g.maal(pot, o.gewicht), som) if regel.rato else gelijk
    if regel.maximum and g.vergelijk(">", deel, o.maximum):
        deel = o.maximum
    if regel.decimalen is not None:
        deel = g.afronden(deel, Afronding("naar beneden", regel.decimalen))
    return deel


# ------------------------------------------------------------------ the operation of the plan


def verdeeldeel(g: Any, par: Verdeeldeel, args: list[Any]) -> Any:
    """One share, or what is left. Receivers that are not in do not count."""
    regel, (plafond, *rest) = par.regel, args
    breedte = 1 + regel.rato + (regel.volgorde is not None) + regel.maximum
    rijen = [rest[i : i + breedte] for i in range(0, len(rest), breedte)]
    mee = [i for i, rij in enumerate(rijen) if rij[0] is True]
    verdeeld = verdeel(g, regel, plafond, [_ontvanger(regel, rijen[i][1:]) for i in mee])
    if isinstance(verdeeld, Fout):
        return verdeeld
    if par.nummer is None:
        return verdeeld.rest
    return verdeeld.aandelen[mee.index(par.nummer)] if par.nummer in mee else LEEG


def _ontvanger(regel: Verdeelregel, waarden: Sequence[Any]) -> Ontvanger:
    rij = iter(waarden)
    return Ontvanger(
        next(rij) if regel.rato else LEEG,
        next(rij) if regel.volgorde is not None else LEEG,
        next(rij) if regel.maximum else LEEG,
    )
