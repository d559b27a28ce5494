"""What a step is called in a sentence: ``de normpremie van A``, ``A is niet verzekerd``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from wetsanalyse.model.cellen import eigenschappen
from wetsanalyse.model.model import Attribuut, Kenmerk, Model
from wetsanalyse.model.terms import Bewerking, HeeftRol, Rolstap, SpeeltRol, Term
from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel, Op, Step
from wetsanalyse.report.opmaak import lidwoord

BESTAAT = (Op.INDIEN, Op.TEL)
"""The steps of a property of an object that a rule makes: first whether it was made, then the
value, or the kenmerk."""


def typen_van(model: Model, plan: GroundPlan) -> Mapping[str, str]:
    """The object type of each object: as the plan says, else the one that has all its
    properties and as few others as can be."""
    per_object: dict[str, set[str]] = {}
    for object_, eigenschap in plan.eigenschappen:
        per_object.setdefault(object_, set()).add(eigenschap)
    leden = {naam: {e for e, _ in eigenschappen(model, naam)} for naam in model.objecttypen}
    typen = {object_: objecttype for object_, (objecttype, _) in plan.objecten.items()}
    for object_, eigen in per_object.items():
        if object_ in typen:
            continue
        past = [naam for naam, alle in leden.items() if eigen <= alle]
        if past:
            typen[object_] = min(past, key=lambda naam: len(leden[naam]))
    return typen


def kenmerkzin(object_: str, kenmerk: Kenmerk, *, waar: bool) -> str:
    """``A heeft recht op zorgtoeslag``, ``A is niet verzekerd``."""
    werkwoord = "heeft" if kenmerk.soort == "bezittelijk" else "is"
    if waar:
        woord = "een " if kenmerk.soort == "gewoon" else ""
    else:
        woord = "niet " if kenmerk.soort == "bijvoeglijk" else "geen "
    return f"{object_} {werkwoord} {woord}{kenmerk.naam}"


@dataclass(frozen=True, slots=True)
class Namen:
    """Names for the steps of one flat plan. ``sleutels``: the property that a step stands for;
    ``leden``: by object type what each property is (a cell of) in the declarations."""

    model: Model
    plan: GroundPlan
    typen: Mapping[str, str]
    sleutels: Mapping[int, InvoerSleutel]
    leden: Mapping[str, Mapping[str, Attribuut | Kenmerk]]

    @staticmethod
    def van(model: Model, plan: GroundPlan) -> Namen:
        sleutels = {slot: InvoerSleutel(*sleutel) for sleutel, slot in plan.eigenschappen.items()}
        for slot, step in enumerate(plan.steps):
            if step.op is Op.INVOER:
                sleutels.setdefault(slot, step.par)
            elif slot in sleutels and step.op in (Op.KNIPS, *BESTAAT):
                # Before the value stands a check on its days, or whether its object was made.
                waarde = step.args[0 if step.op is Op.KNIPS else -1]
                sleutels.setdefault(waarde, sleutels[slot])
        typen = typen_van(model, plan)
        leden = {naam: dict(eigenschappen(model, naam)) for naam in set(typen.values())}
        return Namen(model, plan, typen, sleutels, leden)

    def _lid(self, sleutel: InvoerSleutel | None) -> Attribuut | Kenmerk | None:
        if sleutel is None or sleutel.object not in self.typen:
            return None
        return self.leden[self.typen[sleutel.object]].get(sleutel.eigenschap)

    def kenmerk(self, slot: int) -> tuple[str, Kenmerk] | None:
        """(object, kenmerk) if this step is one."""
        sleutel = self.sleutels.get(slot)
        lid = self._lid(sleutel)
        return (sleutel.object, lid) if sleutel and isinstance(lid, Kenmerk) else None

    def naam(self, slot: int) -> str:
        """With its article where one was declared."""
        step = self.plan.steps[slot]
        if step.op is Op.PARAMETER:
            parameter = self.model.parameters.get(step.par)
            return f"{lidwoord(parameter.span if parameter else None)}{step.par}"
        sleutel = self.sleutels.get(slot)
        if sleutel is None or sleutel.object not in self.typen:
            return step.label or "de uitkomst"
        lid = self._lid(sleutel)
        woord = lidwoord(lid.span) if isinstance(lid, Attribuut) else ""
        return f"{woord}{sleutel.eigenschap} van {self.objectnaam(sleutel.object)}"

    def object(self, slot: int) -> str:
        """The object that a step is about; empty when it is not about one."""
        if slot in self.sleutels:
            return self.sleutels[slot].object
        label = self.plan.steps[slot].label
        gemaakt = label in self.plan.objecten  # then it is about whom it was made for
        naam = label.rpartition(" van ")[2] if gemaakt else label.partition(" is ")[0]
        return naam if naam in self.plan.objecten else ""

    def objectnaam(self, object_: str) -> str:
        """The name of an object; of one that a rule makes with the article of its role."""
        if self.bewaker(object_) is None:
            return object_
        kop = re.sub(r"( \d+)?$", "", object_.split(" van ", maxsplit=1)[0])
        for feittype in self.model.feittypen.values():
            tekst = feittype.span.tekst if feittype.span else ""
            woord = re.search(rf"^\s*(de|het) {re.escape(kop)}\b", tekst, re.MULTILINE)
            if woord:
                return f"{woord[1]} {object_}"
        return object_

    def bewaker(self, object_: str) -> int | None:
        """The step that says whether a rule made this object; None: it was given."""
        return self.plan.objecten.get(object_, ("", None))[1]

    def kenmerkzin(self, slot: int, waar: bool) -> str:
        """``A heeft recht op zorgtoeslag``, or that A has not. What is no kenmerk is a fact or
        an object that a rule makes, or the outcome of a rule."""
        gevonden = self.kenmerk(slot)
        if gevonden is not None:
            object_, kenmerk = gevonden
            return kenmerkzin(self.objectnaam(object_), kenmerk, waar=waar)
        naam, niet = self.naam(slot), "" if waar else "niet "
        wie, _, rol = naam.partition(" is ")
        if rol and wie in self.plan.objecten:
            return f"{wie} is {'' if waar else 'geen '}{rol}"
        if naam in self.plan.objecten:
            return f"{self.objectnaam(naam)} is {niet}gemaakt"
        return f"{naam if slot in self.sleutels else f'“{naam}”'} is {niet}waar"

    def vraag(self, slot: int) -> str:
        """What is not settled yet: ``of A recht op zorgtoeslag heeft``, ``de steun van A``."""
        gevonden = self.kenmerk(slot)
        if gevonden is None:
            return self.naam(slot)
        object_, kenmerk = gevonden
        woord = "een " if kenmerk.soort == "gewoon" else ""
        werkwoord = "heeft" if kenmerk.soort == "bezittelijk" else "is"
        return f"of {self.objectnaam(object_)} {woord}{kenmerk.naam} {werkwoord},"

    def rolzin(self, term: Term | None, object_: str | None, waar: bool) -> str:
        """A test on the shape of the household: ``A heeft geen toeslagpartner``."""
        wie = object_ or "de burger"
        if isinstance(term, Bewerking) and term.op == "NIET":
            return self.rolzin(term.args[0], object_, not waar)
        woord = "een" if waar else "geen"
        if isinstance(term, HeeftRol) and isinstance(term.object, Rolstap):
            rol = self.model.feittypen[term.object.feittype].rollen[term.object.rol]
            return f"{wie} heeft {woord} {rol.naam}"
        if isinstance(term, SpeeltRol):
            feittype, nummer = term.rollen[0]
            return f"{wie} is {woord} {self.model.feittypen[feittype].rollen[nummer].naam}"
        return ""


def woorden(step: Step, term: Term | None) -> str:
    """The words of the rule behind a step."""
    span = term.span if term is not None else None
    return step.label or (" ".join(span.tekst.split()) if span else "")
