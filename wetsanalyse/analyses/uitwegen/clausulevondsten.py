"""Findings about a clause by itself: it reaches no rule (P15), or it can never apply (P16).
[hardheid 4] Nobody is hit by these; they say that a way out on paper is none."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from types import MappingProxyType

from wetsanalyse.analyses.bevinding import Bevinding, Dekking, Drempel
from wetsanalyse.analyses.uitwegen.clausulebereik import Clausulebereik, Reikt
from wetsanalyse.graph.rulegraph import slug
from wetsanalyse.model.model import geldt
from wetsanalyse.plan.lower import Plan

GEEN_DREMPEL = Drempel("ja of nee", Fraction(1), "", "volgt uit de tekst van de clausule", "geen")


def over_clausules(plan: Plan, bereiken: tuple[Clausulebereik, ...]) -> Iterator[Bevinding]:
    """What is wrong with the clauses that are in force."""
    for c in bereiken:
        versies = plan.model.clausules[c.naam].versies
        if not any(geldt(v.van, v.tot, plan.rekendatum) for v in versies):
            continue
        if c.reikt is Reikt.NERGENS:
            titel = f"De clausule {c.naam} bereikt geen enkele regel van het model"
            advies = "noem in de reikwijdte de artikelen waarvan mag worden afgeweken"
            yield bevinding(plan, "P15", c.naam, titel, f"{c.reden}: {advies}", "exact")
        elif c.reikt is Reikt.NOOIT:
            titel = f"De clausule {c.naam} kan nooit gelden: {c.reden}"
            yield bevinding(plan, "P16", c.naam, titel, "pas de voorwaarde aan", "exact")


def bevinding(
    plan: Plan, patroon: str, clausule: str, titel: str, advies: str, garantie: str
) -> Bevinding:
    """A finding without citizens."""
    blok = plan.model.clausules[clausule]
    return Bevinding(
        f"{patroon}-{slug(clausule)}",
        patroon,
        titel,
        "",
        "de uitweg zelf",
        "",
        Fraction(1),
        GEEN_DREMPEL,
        (),
        blok.herkomst.bronnen,
        (),
        (),
        True,
        Dekking((), Fraction(0), Fraction(0)),
        "C",
        f"een uitweg op papier die niemand helpt: {advies}",
        MappingProxyType({"clausule": garantie}),
        blok.herkomst.verdisconteerd or "onbekend",
        tuple(o for o in (blok.herkomst.onbevestigd,) if o),
    )
