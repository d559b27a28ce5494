"""Coverage: does a way out of sufficient strength have the articles that cause the harm in its
scope? [hardheid 2, 6] The unwritten routes are data, with dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache

from wetsanalyse.analyses.bevinding import Blaam, Dekking, Routerij
from wetsanalyse.analyses.drempels import pakketdata
from wetsanalyse.analyses.invulling import voor_persoon
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.model import (
    Clausuleversie,
    Hardheidsclausule,
    Regelversie,
    Vindplaats,
    geldt,
)
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import Onbeslist
from wetsanalyse.run.scenarios import voer_uit

GEBONDEN, BESCHIKKING = "gebonden", "beschikking"
EIGEN = "clausule in de regeling"
ALGEMEEN = "algemene route"


@dataclass(frozen=True, slots=True)
class Route:
    """A row of the shipped table. An empty tuple: holds for all."""

    naam: str
    niveau: tuple[str, ...]
    bevoegdheid: tuple[str, ...]
    stap: tuple[str, ...]
    bwb_id: tuple[str, ...]
    sterkte: Fraction
    van: date | None
    tot: date | None
    bron: str


@cache
def algemene_routes() -> tuple[Route, ...]:
    return tuple(_route(rij) for rij in pakketdata("vluchtroutes.yaml"))


def _route(rij: Mapping[str, object]) -> Route:
    def lijst(naam: str) -> tuple[str, ...]:
        waarde = rij.get(naam) or ()
        assert isinstance(waarde, list | tuple)
        return tuple(str(w) for w in waarde)

    van, tot = rij.get("geldig_van"), rij.get("geldig_tot")
    return Route(
        str(rij["route"]),
        lijst("niveau"),
        lijst("bevoegdheid"),
        lijst("stap"),
        lijst("bwb-id"),
        Fraction(str(rij["sterkte"])),
        van if isinstance(van, date) else None,
        tot if isinstance(tot, date) else None,
        str(rij["bron"]),
    )


def dekking(
    plan: Plan, blaam: Sequence[Blaam], burger: Casus, getroffen: frozenset[str] = frozenset()
) -> Dekking:
    """Every way out held against the blame sets, and the strongest that covers one of them.
    ``getroffen``: the persons whose own outcome is hit (none known: everybody)."""
    rijen = [
        _clausulerij(plan, clausule, blaam, burger, getroffen)
        for clausule in plan.model.clausules.values()
    ]
    rijen += [_routerij(plan, route, blaam) for route in algemene_routes()]
    nu = [_routerij(plan, route, blaam, nu=True) for route in algemene_routes()]
    eigen = [r for r in rijen if r.soort == EIGEN]
    samen = _samen(plan, blaam, rijen)
    rijen += [samen] if samen is not None else []
    samen_nu = _samen(plan, blaam, [*eigen, *nu])
    nu += [samen_nu] if samen_nu is not None else []
    return Dekking(tuple(rijen), _sterkste(rijen), _sterkste([*eigen, *nu]))


def _samen(plan: Plan, blaam: Sequence[Blaam], rijen: Sequence[Routerij]) -> Routerij | None:
    """Routes that only together cover a blame set count with the lowest of their strengths."""
    deels = [r for r in rijen if r.dekt == "raakt deels"]
    beste: tuple[Fraction, list[str]] | None = None
    for set_ in blaam:
        gekozen: list[Routerij] = []
        for regel in set_.regels:
            raakt = [r for r in deels if _raakt(plan, r, regel)]
            if raakt:
                gekozen.append(max(raakt, key=lambda r: r.sterkte))
        if len(gekozen) < len(set_.regels) or not gekozen:
            continue
        kracht = min(r.sterkte for r in gekozen)
        if beste is None or kracht > beste[0]:
            beste = kracht, list(dict.fromkeys(r.route for r in gekozen))
    if beste is None:
        return None
    return Routerij(
        " en ".join(beste[1]),
        EIGEN,
        "dekt",
        beste[0],
        "alleen samen; de zwakste telt",
        "zie hierboven",
    )


def _raakt(plan: Plan, rij: Routerij, regel: str) -> bool:
    """Whether a route reaches one rule."""
    clausule = plan.model.clausules.get(rij.route)
    if rij.soort == EIGEN and clausule is not None:
        return _in_bereik(clausule, plan.versies[regel])
    route = next((r for r in algemene_routes() if r.naam == rij.route), None)
    return route is not None and _past_niet(plan, route, regel) is None


def _sterkste(rijen: Iterable[Routerij]) -> Fraction:
    return max((r.sterkte for r in rijen if r.dekt == "dekt"), default=Fraction(0))


# ------------------------------------------------------------------ clauses of the regulation


def _clausulerij(
    plan: Plan,
    clausule: Hardheidsclausule,
    blaam: Sequence[Blaam],
    burger: Casus,
    getroffen: frozenset[str],
) -> Routerij:
    bron = ", ".join(str(b) for b in clausule.herkomst.bronnen) or "geen bron"
    versie = next((v for v in clausule.versies if geldt(v.van, v.tot, plan.rekendatum)), None)
    kracht, waarom = sterkte(plan, clausule, versie)
    if versie is None:
        reden = f"geldt niet op {plan.rekendatum:%d-%m-%Y}"
        return Routerij(clausule.naam, EIGEN, "niet in werking", kracht, reden, bron)
    bereikt = [_bereikt(plan, clausule, b) for b in blaam]
    if not _vervulbaar(plan, versie, burger, getroffen):
        reden = "de voorwaarde is bij deze burger niet vervuld"
        return Routerij(clausule.naam, EIGEN, "reikt niet", kracht, reden, bron, versie.normen)
    if any(alle for alle, _ in bereikt):
        return Routerij(clausule.naam, EIGEN, "dekt", kracht, waarom, bron, versie.normen)
    deels = any(enkele for _, enkele in bereikt)
    dekt = "raakt deels" if deels else "reikt niet"
    reden = (
        "bereikt niet alle stappen die het harde gevolg geven"
        if deels
        else f"de reikwijdte is {_reikwijdte(clausule)}; het gevolg komt uit {_plaatsen(blaam)}"
    )
    return Routerij(clausule.naam, EIGEN, dekt, kracht, reden, bron, versie.normen)


def _reikwijdte(clausule: Hardheidsclausule) -> str:
    namen = [
        f"Regel {r.regel}" if r.regel else str(r.plaats) if r.plaats else f"de gehele {r.regeling}"
        for r in clausule.reikwijdte
    ]
    return "; ".join(namen) or "niet opgegeven"


def _plaatsen(blaam: Sequence[Blaam]) -> str:
    plaatsen = {str(p) for b in blaam for p in b.plaatsen}
    regels = {f"Regel {r}" for b in blaam for r in b.regels if not b.plaatsen}
    return "; ".join(sorted(plaatsen | regels)) or "een regel zonder artikel"


def _bereikt(plan: Plan, clausule: Hardheidsclausule, blaam: Blaam) -> tuple[bool, bool]:
    """(all rules of the set within reach, at least one)."""
    treffers = [_in_bereik(clausule, plan.versies[r]) for r in blaam.regels]
    return all(treffers) and bool(treffers), any(treffers)


def _in_bereik(clausule: Hardheidsclausule, versie: Regelversie) -> bool:
    """A rule is within reach by its name, or when every article that it rests on is."""
    if any(r.regel == versie.regel for r in clausule.reikwijdte):
        return True
    bronnen = versie.herkomst.bronnen
    return bool(bronnen) and all(_omvat(clausule, bron) for bron in bronnen)


def _omvat(clausule: Hardheidsclausule, bron: Vindplaats) -> bool:
    return any(
        r.regeling == bron.regeling or (r.plaats is not None and r.plaats.omvat(bron))
        for r in clausule.reikwijdte
    )


def _vervulbaar(
    plan: Plan, versie: Clausuleversie, burger: Casus, getroffen: frozenset[str]
) -> bool:
    """Whether the condition can be met by somebody who is hit. An open norm counts as possible;
    what stands beside it must hold."""
    if versie.voorwaarde is None:
        return True
    personen = [n for n, t in burger.huishouden.objecten if t == versie.objecttype]
    personen = [n for n in personen if n in getroffen] or personen
    vragen = {n: voor_persoon(versie.voorwaarde, n, versie.objecttype) for n in personen}
    ja = {(norm, n): True for norm in versie.normen for n in personen}
    grond, uitslag = voer_uit(plan, replace(burger, oordelen={**burger.oordelen, **ja}), vragen)
    antwoorden = (uitslag.waarden[grond.vragen[n]] for n in personen)
    return any(a is True or isinstance(a, Onbeslist) for a in antwoorden)


def sterkte(
    plan: Plan, clausule: Hardheidsclausule, versie: Clausuleversie | None
) -> tuple[Fraction, str]:
    """The strength of an explicit clause with the reason. [hardheid 6.2] A jurist must confirm
    the scale."""
    ambtshalve = clausule.toepassing == "ambtshalve"
    waarde = Fraction(4 if ambtshalve else 3)
    redenen = [
        "ambtshalve toe te passen"
        if ambtshalve
        else "alleen als de burger erom vraagt"
        if clausule.toepassing == "op aanvraag"
        else "niet gezegd is dat zij ambtshalve werkt"
    ]
    if clausule.voor == "groepen van gevallen":
        waarde -= 2
        redenen.append("alleen voor groepen (-2)")
    if clausule.door in ("ministeriële regeling", "beleidsregel"):
        waarde -= 1
        redenen.append("alleen in een algemene regel (-1)")
    if clausule.herkomst.rechtsmiddel == "geen":
        return Fraction(0), "geen rechtsmiddel"
    normen = versie.normen if versie else ()
    if any(_zonder_beslisser(plan, norm) for norm in normen):
        waarde -= 1
        redenen.append("open norm zonder wie beslist (-1)")
    return max(waarde, Fraction(0)), ", ".join(redenen)


def _zonder_beslisser(plan: Plan, norm: str) -> bool:
    gevonden = plan.model.open_normen.get(norm)
    return gevonden is None or gevonden.beoordeeld_door is None


# ------------------------------------------------------------------ general routes


def _routerij(plan: Plan, route: Route, blaam: Sequence[Blaam], *, nu: bool = False) -> Routerij:
    """A general route. ``nu``: judged by whether it has an end date, not by the rekendatum."""
    in_werking = route.tot is None if nu else geldt(route.van, route.tot, plan.rekendatum)
    if not in_werking:
        reden = f"geldt niet op {plan.rekendatum:%d-%m-%Y}"
        return Routerij(route.naam, ALGEMEEN, "niet in werking", route.sterkte, reden, route.bron)
    gebreken = [[_past_niet(plan, route, r) for r in b.regels] for b in blaam]
    if any(all(g is None for g in set_) for set_ in gebreken if set_):
        return Routerij(
            route.naam, ALGEMEEN, "dekt", route.sterkte, "past bij niveau, bevoegdheid en stap",
            route.bron,
        )  # fmt: skip
    deels = any(g is None for set_ in gebreken for g in set_)
    reden = next((g for set_ in gebreken for g in set_ if g), "geen stap gevonden om op te passen")
    dekt = "raakt deels" if deels else "reikt niet"
    return Routerij(route.naam, ALGEMEEN, dekt, route.sterkte, reden, route.bron)


def _past_niet(plan: Plan, route: Route, regel: str) -> str | None:
    """Why a route does not help against a rule; None if it does."""
    herkomst = plan.versies[regel].herkomst
    if herkomst.rechtsmiddel == "geen":
        return "er staat geen rechtsmiddel open"
    bevoegdheid = herkomst.bevoegdheid or GEBONDEN
    stap = herkomst.stap or BESCHIKKING
    niveaus = {
        plan.model.regelingen[b.regeling].niveau
        for b in herkomst.bronnen
        if b.regeling in plan.model.regelingen
    }
    if route.niveau and not (niveaus and niveaus <= set(route.niveau)):
        is_ = " en ".join(sorted(n or "onbekend niveau" for n in niveaus)) or "onbekend niveau"
        return f"niet voor {is_}"
    bwb = {
        plan.model.regelingen[b.regeling].bwb_id or ""
        for b in herkomst.bronnen
        if b.regeling in plan.model.regelingen
    }
    if route.bwb_id and not (bwb and bwb <= set(route.bwb_id)):
        return "alleen voor termijnen van bezwaar en beroep"
    if route.bevoegdheid and bevoegdheid not in route.bevoegdheid:
        return f"niet bij een {'gebonden' if bevoegdheid == GEBONDEN else 'discretionaire'} stap"
    if route.stap and stap not in route.stap:
        return f"niet bij een {stap}"
    return None
