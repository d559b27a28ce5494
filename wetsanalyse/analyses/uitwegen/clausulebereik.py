"""What each clause reaches in the rules, item by item: a clause that reaches nothing, or can never
apply, looks like a way out and is none. [hardheid 4 P15 and P16, 6.1]"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.maten.sterkte import Sterkteschaal, sterkte
from wetsanalyse.analyses.uitwegen.dekking import in_bereik, noem
from wetsanalyse.model.bereik import geraakt, raakt
from wetsanalyse.model.lezen_termen import eigenschappen_in
from wetsanalyse.model.model import Bereik, Hardheidsclausule, Vindplaats, geldt
from wetsanalyse.model.terms import Bewerking, Constante, Lees, Parameterterm, Term
from wetsanalyse.plan.lower import Plan


class Reikt(Enum):
    """How far a clause gets, the worst first."""

    NERGENS = "bereikt geen enkele regel"
    NOOIT = "kan nooit van toepassing zijn"
    BUITEN_WERKING = "geldt niet op deze dag"
    NIET_NADELIG = "bereikt geen nadelige stap"
    TEN_DELE = "bereikt een deel van de nadelige stappen"
    ALLES = "bereikt elke nadelige stap"


@dataclass(frozen=True, slots=True)
class Clausuledeel:
    """One item of the scope, with the rules in force that lie in it."""

    tekst: str
    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clausulebereik:
    """A clause with what it reaches: ``nadelig`` are the adverse rules wholly in its scope.
    ``reden`` says why it can never apply, or is empty; ``normen`` are the open norms that it
    leaves to a judgment."""

    naam: str
    plaatsen: tuple[Vindplaats, ...]
    reikt: Reikt
    delen: tuple[Clausuledeel, ...]
    nadelig: tuple[str, ...]
    sterkte: Fraction
    sterkte_reden: str
    normen: tuple[str, ...]
    reden: str = ""


def clausulebereiken(
    plan: Plan, nadelig: Collection[str], schaal: Sterkteschaal
) -> tuple[Clausulebereik, ...]:
    """Every clause of the model. ``nadelig``: the ids of the adverse rule versions."""
    return tuple(_bereik(plan, c, nadelig, schaal) for c in plan.model.clausules.values())


def _bereik(
    plan: Plan, clausule: Hardheidsclausule, nadelig: Collection[str], schaal: Sterkteschaal
) -> Clausulebereik:
    versies = plan.versies.values()
    delen = tuple(
        Clausuledeel(noem(deel), tuple(v.id for v in versies if raakt(deel, v)))
        for deel in clausule.reikwijdte
    )
    bereikt = tuple(i for i in nadelig if in_bereik(clausule, plan.versies[i]))
    nu = next((v for v in clausule.versies if geldt(v.van, v.tot, plan.rekendatum)), None)
    kracht, waarom = sterkte(plan.model, clausule, nu, schaal)
    reikt, reden = _oordeel(plan, clausule, bereikt, len(nadelig))
    normen = nu.normen if nu else ()
    plaatsen = clausule.herkomst.bronnen
    return Clausulebereik(
        clausule.naam, plaatsen, reikt, delen, bereikt, kracht, waarom, normen, reden
    )


def _oordeel(
    plan: Plan, clausule: Hardheidsclausule, bereikt: Collection[str], nadelig: int
) -> tuple[Reikt, str]:
    alle = [v for regel in plan.model.regels.values() for v in regel.versies]
    geraakte = [v for v in alle if any(raakt(deel, v) for deel in clausule.reikwijdte)]
    if not geraakte:
        return Reikt.NERGENS, "geen regel van het model ligt in de reikwijdte"
    if not geraakt(clausule, alle):
        return Reikt.NOOIT, "de clausule en de regels in haar reikwijdte gelden nooit tegelijk"
    nu = next((v for v in clausule.versies if geldt(v.van, v.tot, plan.rekendatum)), None)
    if nu is None:
        return Reikt.BUITEN_WERKING, ""
    onmogelijk = waarom_nooit(plan, nu.voorwaarde)
    if onmogelijk:
        return Reikt.NOOIT, onmogelijk
    if not bereikt:
        return Reikt.NIET_NADELIG, ""
    return (Reikt.ALLES if len(bereikt) == nadelig else Reikt.TEN_DELE), ""


# ------------------------------------------------------------------ a condition that never holds


def waarom_nooit(plan: Plan, voorwaarde: Term | None) -> str:
    """Why a condition cannot hold for anyone in the declared input range; empty: it may. Only
    limits on one input are seen here; a proof over all of them is the solver's."""
    match voorwaarde:
        case Bewerking("TEL", leden, _, ("alle", *_)):
            return next((w for lid in leden if (w := waarom_nooit(plan, lid))), "")
        case Bewerking("TEL", leden, _, ("ten minste", aantal)):
            redenen = [waarom_nooit(plan, lid) for lid in leden]
            mogelijk = sum(not reden for reden in redenen)
            return next(r for r in redenen if r) if mogelijk < aantal else ""
        case Bewerking("VERGELIJK", (Lees() as lees, rechts), _, (teken, "getal" | "tijd")):
            return _buiten_bereik(plan, lees, teken, _vast(plan, rechts))
        case _:
            return ""


def _vast(plan: Plan, term: Term) -> Fraction | None:
    waarde: Any = None
    if isinstance(term, Constante):
        waarde = term.waarde
    elif isinstance(term, Parameterterm) and term.naam in plan.parameters:
        waarde = plan.waarde_van(term.naam)
    return Fraction(waarde) if isinstance(waarde, int | Fraction) else None


def _buiten_bereik(plan: Plan, lees: Lees, teken: str, grens: Fraction | None) -> str:
    sleutel = next(iter(eigenschappen_in(lees)))
    verklaard = plan.model.invoerbereiken.get(sleutel[0])
    bereik = next((b for b in verklaard.bereiken if b.attribuut == sleutel[1]), None) if (
        verklaard
    ) else None  # fmt: skip
    if bereik is None or grens is None or sleutel in plan.schrijvers:
        return ""
    return "" if _kan(bereik, teken, grens) else (
        f"“{sleutel[1]}” kan in het Invoerbereik nooit {teken} deze grens zijn"
    )  # fmt: skip


def _kan(bereik: Bereik, teken: str, grens: Fraction) -> bool:
    return {
        "<": bereik.van < grens,
        "<=": bereik.van <= grens,
        ">": bereik.tot > grens,
        ">=": bereik.tot >= grens,
        "=": bereik.van <= grens <= bereik.tot,
    }.get(teken, True)
