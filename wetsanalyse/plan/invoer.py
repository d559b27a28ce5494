"""What the rules of a day start from: the facts that none of them sets, and which of those some
outcome rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from wetsanalyse.model.gevolgen import Objectcreatie
from wetsanalyse.model.lezen_termen import Ding, dingen_gelezen, dingen_gezet, dingen_in, gezet_door
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import Term
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel


def is_invoer(plan: Plan, objecttype: str, eigenschap: str) -> bool:
    """Whether no rule sets it: neither later on, nor as a first value of what it makes."""
    return not plan.schrijvers.get((objecttype, eigenschap)) and not any(
        isinstance(v.gevolg, Objectcreatie) and (objecttype, eigenschap) in gezet_door(v)
        for v in plan.versies.values()
    )


def te_geven(plan: Plan, objecttype: str, eigenschap: str) -> bool:
    """As `is_invoer`, and also what a rule only fills in where nothing was given. [4.6]"""
    schrijvers = plan.schrijvers.get((objecttype, eigenschap), ())
    if schrijvers and all(v.soort == "initialisatie" for v in schrijvers):
        return True
    return is_invoer(plan, objecttype, eigenschap)


@dataclass(frozen=True, slots=True)
class Kegel:
    """All that some outcomes rest on: ``dingen`` (properties without the labels of a cell, roles,
    which objects there are) and the rules along which that goes."""

    dingen: frozenset[Ding]
    versies: tuple[Regelversie, ...]

    def heeft_rol(self, feittype: str) -> bool:
        """Whether it counts who stands in a role of this feittype."""
        return ("rol", feittype) in self.dingen


def kegel(plan: Plan, vragen: Iterable[Term]) -> Kegel:
    """What these terms rest on in some household; a shape may need less, see `gelezen_invoer`."""
    makers: dict[Ding, list[Regelversie]] = defaultdict(list)
    for versie in plan.versies.values():
        for ding in dingen_gezet(versie):
            makers[_kaal(ding)].append(versie)
    gevonden: set[Ding] = set()
    versies: dict[str, Regelversie] = {}
    nog = [_kaal(ding) for vraag in vragen for ding in dingen_in(vraag)]
    while nog:
        ding = nog.pop()
        if ding in gevonden:
            continue
        gevonden.add(ding)
        for versie in makers[ding]:
            versies[versie.id] = versie
            nog += [_kaal(d) for d in dingen_gelezen(versie)]
    return Kegel(frozenset(gevonden), tuple(versies.values()))


def _kaal(ding: Ding) -> Ding:
    return ding[:3]


def gelezen_invoer(grond: GroundPlan, doelen: Iterable[int]) -> frozenset[InvoerSleutel]:
    """The inputs that some steps of a household rest on."""
    gezien: set[int] = set()
    nog = list(doelen)
    while nog:
        slot = nog.pop()
        if slot not in gezien:
            gezien.add(slot)
            nog += grond.steps[slot].args
    pars = (grond.steps[slot].par for slot in gezien)
    return frozenset(par for par in pars if isinstance(par, InvoerSleutel))
