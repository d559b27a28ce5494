"""Stable, readable ids: they follow from the text of the law alone."""

from __future__ import annotations

from collections.abc import Sequence

from wetsanalyse.analyses.oorzaak.zaak import Zaak
from wetsanalyse.graph.rulegraph import slug
from wetsanalyse.model.lezen_termen import termen
from wetsanalyse.model.model import Vindplaats
from wetsanalyse.model.terms import Bewerking
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import Op


def bevinding_id(zaak: Zaak, patroon: str | None = None) -> str:
    """``P01-wzt-3-1-vermogen-alleenstaand``: pattern, article, axis, and the name of the rule
    with the words of the axis left out. It follows from the text of the law alone."""
    plan = zaak.plan
    plaats = eerste_plaats(plan, zaak.regels)
    as_ = zaak.waarneming.onderscheid.naam
    delen = [patroon or zaak.waarneming.patroon]
    delen.append(slug(plaats.slug) if plaats else "zonder-artikel")
    delen.append(slug(as_))
    if zaak.regels:
        regel = plan.versies[zaak.regels[0]].regel
        woorden = [w for w in slug(regel).split("-") if w not in slug(as_).split("-")]
        if woorden:
            delen.append("-".join(woorden))
        drempel = _drempel(plan, zaak)
        if drempel:
            delen.append(slug(drempel))
    if zaak.waarneming.norm is not None:
        delen.append(slug(zaak.waarneming.norm.naam))
    return "-".join(delen)


def _drempel(plan: Plan, zaak: Zaak) -> str:
    """Which limit it is, where a rule compares with more than one: the name of the parameter, or
    which of the comparisons."""
    versie = plan.versies[zaak.regels[0]]
    vergelijkingen = [
        t for t in termen(versie.voorwaarde) if isinstance(t, Bewerking) and t.op == "VERGELIJK"
    ]
    if len(vergelijkingen) < 2 or not zaak.testen:
        return ""
    grond = zaak.paar.grond
    for arg in reversed(grond.steps[zaak.testen[0]].args):
        step = grond.steps[arg]
        if step.op is Op.PARAMETER:
            return str(step.par)
    # A literal may be indexed tomorrow: its place among the comparisons is what stays.
    span = grond.steps[zaak.testen[0]].span
    plaatsen = sorted(v.span.start for v in vergelijkingen if v.span is not None)
    nummer = plaatsen.index(span.start) + 1 if span and span.start in plaatsen else 0
    return f"voorwaarde-{nummer}" if nummer else ""


GENOEMD = 3
"""So many places are named in a title."""


def plaatsen_tekst(plan: Plan, regels: Sequence[str]) -> str:
    """The first place of each of these rules, in words: ``artikel 34, Wi en artikel 4.13, Bi``."""
    namen: list[str] = []
    for regel in regels:
        plaats = eerste_plaats(plan, (regel,))
        naam = str(plaats) if plaats else f"Regel {plan.versies[regel].regel}"
        if naam not in namen:
            namen.append(naam)
    meer = len(namen) - GENOEMD
    if meer > 0:
        namen = [*namen[:GENOEMD], f"{meer} andere {'plaats' if meer == 1 else 'plaatsen'}"]
    return " en ".join((", ".join(namen[:-1]), namen[-1])) if len(namen) > 1 else "".join(namen)


def eerste_plaats(plan: Plan, regels: Sequence[str]) -> Vindplaats | None:
    for regel in regels:
        if plan.versies[regel].herkomst.bronnen:
            return plan.versies[regel].herkomst.bronnen[0]
    return None
