"""What a step is called in a sentence: ``de normpremie van A``, ``A is niet verzekerd``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wetsanalyse.model.model import Kenmerk, Model
from wetsanalyse.model.terms import Bewerking, HeeftRol, Rolstap, SpeeltRol, Term
from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel, Op, Step
from wetsanalyse.report.opmaak import lidwoord


def typen_van(model: Model, plan: GroundPlan) -> Mapping[str, str]:
    """The object type of each object: the one that has all its properties."""
    per_object: dict[str, set[str]] = {}
    for object_, eigenschap in plan.eigenschappen:
        per_object.setdefault(object_, set()).add(eigenschap)
    return {
        object_: naam
        for object_, eigenschappen in per_object.items()
        for naam, type_ in model.objecttypen.items()
        if eigenschappen <= {*type_.attributen, *type_.kenmerken}
    }


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
    """Names for the steps of one flat plan. ``sleutels``: the property that a step stands for."""

    model: Model
    plan: GroundPlan
    typen: Mapping[str, str]
    sleutels: Mapping[int, InvoerSleutel]

    @staticmethod
    def van(model: Model, plan: GroundPlan) -> Namen:
        sleutels = {slot: InvoerSleutel(*sleutel) for sleutel, slot in plan.eigenschappen.items()}
        for slot, step in enumerate(plan.steps):
            if step.op is Op.INVOER:
                sleutels.setdefault(slot, step.par)
        return Namen(model, plan, typen_van(model, plan), sleutels)

    def kenmerk(self, slot: int) -> tuple[str, Kenmerk] | None:
        """(object, kenmerk) if this step is one."""
        sleutel = self.sleutels.get(slot)
        type_ = self.typen.get(sleutel.object) if sleutel else None
        if sleutel is None or type_ is None:
            return None
        gevonden = self.model.objecttypen[type_].kenmerken.get(sleutel.eigenschap)
        return (sleutel.object, gevonden) if gevonden else None

    def naam(self, slot: int) -> str:
        """With its article where one was declared."""
        step = self.plan.steps[slot]
        if step.op is Op.PARAMETER:
            parameter = self.model.parameters.get(step.par)
            return f"{lidwoord(parameter.span if parameter else None)}{step.par}"
        sleutel = self.sleutels.get(slot)
        type_ = self.typen.get(sleutel.object) if sleutel else None
        if sleutel is None or type_ is None:
            return step.label or "de uitkomst"
        objecttype = self.model.objecttypen[type_]
        ding = objecttype.attributen.get(sleutel.eigenschap)
        return f"{lidwoord(ding.span) if ding else ''}{sleutel.eigenschap} van {sleutel.object}"

    def kenmerkzin(self, slot: int, waar: bool) -> str:
        """``A heeft recht op zorgtoeslag``, or that A has not."""
        gevonden = self.kenmerk(slot)
        if gevonden is None:
            return f"{self.naam(slot)} is {'waar' if waar else 'niet waar'}"
        return kenmerkzin(*gevonden, waar=waar)

    def vraag(self, slot: int) -> str:
        """What is not settled yet: ``of A recht op zorgtoeslag heeft``, ``de steun van A``."""
        gevonden = self.kenmerk(slot)
        if gevonden is None:
            return self.naam(slot)
        object_, kenmerk = gevonden
        woord = "een " if kenmerk.soort == "gewoon" else ""
        werkwoord = "heeft" if kenmerk.soort == "bezittelijk" else "is"
        return f"of {object_} {woord}{kenmerk.naam} {werkwoord},"

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
