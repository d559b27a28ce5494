"""Stable, readable ids: they follow from the text of the law alone."""

from __future__ import annotations

from collections.abc import Sequence

from wetsanalyse.analyses.zaken import Zaak
from wetsanalyse.graph.rulegraph import slug
from wetsanalyse.model.model import Vindplaats
from wetsanalyse.plan.lower import Plan


def bevinding_id(plan: Plan, zaak: Zaak, patroon: str | None = None) -> str:
    """``P01-wzt-3-1-vermogen-alleenstaand``: pattern, article, axis, and the name of the rule
    with the words of the axis left out. It follows from the text of the law alone."""
    plaats = eerste_plaats(plan, zaak.regels)
    as_ = zaak.waarneming.veeg.attribuut
    delen = [patroon or zaak.waarneming.patroon]
    delen.append(slug(plaats.slug) if plaats else "zonder-artikel")
    delen.append(slug(as_))
    if zaak.regels:
        regel = plan.versies[zaak.regels[0]].regel
        woorden = [w for w in slug(regel).split("-") if w not in slug(as_).split("-")]
        if woorden:
            delen.append("-".join(woorden))
    if zaak.waarneming.norm is not None:
        delen.append(slug(zaak.waarneming.norm.naam))
    return "-".join(delen)


def eerste_plaats(plan: Plan, regels: Sequence[str]) -> Vindplaats | None:
    for regel in regels:
        if plan.versies[regel].herkomst.bronnen:
            return plan.versies[regel].herkomst.bronnen[0]
    return None
