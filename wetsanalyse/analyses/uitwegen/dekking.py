"""Coverage: does a way out of sufficient strength have the articles that cause the harm in its
scope? [hardheid 2, 6] The unwritten routes are data, with dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Blaam, Dekking, Routerij
from wetsanalyse.analyses.maten.maatstaf import Maatstaf, geleverd
from wetsanalyse.analyses.maten.sterkte import sterkte
from wetsanalyse.analyses.maten.vluchtroutes import Route, past_niet
from wetsanalyse.analyses.verlopen.invulling import voor_persoon
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.model import (
    Clausuleversie,
    Hardheidsclausule,
    Regelversie,
    Reikwijdte,
    Vindplaats,
    geldt,
)
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import Onbeslist
from wetsanalyse.run.exact import uitkomsten
from wetsanalyse.run.toestanden import geval

EIGEN = "clausule in de regeling"
ALGEMEEN = "algemene route"


def dekking(
    plan: Plan,
    blaam: Sequence[Blaam],
    burger: Casus,
    getroffen: frozenset[str] = frozenset(),
    maatstaf: Maatstaf | None = None,
) -> Dekking:
    """Every way out held against the blame sets, and the strongest that covers one of them.
    ``getroffen``: the persons whose own outcome is hit (none known: everybody)."""

    def vervulbaar(versie: Clausuleversie) -> bool:
        return _vervulbaar(plan, versie, burger, getroffen)

    return dekking_van(plan, blaam, maatstaf or geleverd(), vervulbaar)


def dekking_van(
    plan: Plan,
    blaam: Sequence[Blaam],
    maatstaf: Maatstaf,
    vervulbaar: Callable[[Clausuleversie], bool] = lambda _: True,
) -> Dekking:
    """As `dekking`, with the question whether the condition of a clause can be met left open:
    without a citizen every condition counts as possible."""
    routes = maatstaf.routes
    eigen = [
        _clausulerij(plan, clausule, blaam, maatstaf, vervulbaar)
        for clausule in plan.model.clausules.values()
    ]
    toen = [*eigen, *(_routerij(plan, route, blaam) for route in routes)]
    nu = [*eigen, *(_routerij(plan, route, blaam, nu=True) for route in routes)]
    toen += _samen(plan, blaam, toen, routes)
    nu += _samen(plan, blaam, nu, routes)
    return Dekking(tuple(toen), _sterkste(toen), _sterkste(nu))


def _samen(
    plan: Plan, blaam: Sequence[Blaam], rijen: Sequence[Routerij], routes: Sequence[Route]
) -> list[Routerij]:
    """Routes that only together cover a blame set count with the lowest of their strengths."""
    deels = [r for r in rijen if r.dekt == "raakt deels"]
    beste: tuple[Fraction, list[Routerij]] | None = None
    for set_ in blaam:
        gekozen: list[Routerij] = []
        for regel in set_.regels:
            raakt = [r for r in deels if _raakt(plan, r, regel, routes)]
            if raakt:
                gekozen.append(max(raakt, key=lambda r: r.sterkte))
        if len(gekozen) < len(set_.regels) or not gekozen:
            continue
        kracht = min(r.sterkte for r in gekozen)
        if beste is None or kracht > beste[0]:
            beste = kracht, gekozen
    if beste is None:
        return []
    namen = " en ".join(dict.fromkeys(r.route for r in beste[1]))
    # Together with a general route it is no clause of the regulation.
    soort = EIGEN if all(r.soort == EIGEN for r in beste[1]) else ALGEMEEN
    reden = "alleen samen; de zwakste telt"
    return [Routerij(namen, soort, "dekt", beste[0], reden, "zie hierboven")]


def _raakt(plan: Plan, rij: Routerij, regel: str, routes: Sequence[Route]) -> bool:
    """Whether a route reaches one rule."""
    clausule = plan.model.clausules.get(rij.route)
    versie = plan.versies[regel]
    if rij.soort == EIGEN and clausule is not None:
        return in_bereik(clausule, versie)
    route = next((r for r in routes if r.naam == rij.route), None)
    return route is not None and past_niet(plan.model, route, versie) is None


def _sterkste(rijen: Iterable[Routerij]) -> Fraction:
    return max((r.sterkte for r in rijen if r.dekt == "dekt"), default=Fraction(0))


# ------------------------------------------------------------------ clauses of the regulation


def _clausulerij(
    plan: Plan,
    clausule: Hardheidsclausule,
    blaam: Sequence[Blaam],
    maatstaf: Maatstaf,
    vervulbaar: Callable[[Clausuleversie], bool],
) -> Routerij:
    bron = ", ".join(str(b) for b in clausule.herkomst.bronnen) or "geen bron"
    versie = next((v for v in clausule.versies if geldt(v.van, v.tot, plan.rekendatum)), None)
    kracht, waarom = sterkte(plan.model, clausule, versie, maatstaf.schaal)
    if versie is None:
        reden = f"geldt niet op {plan.rekendatum:%d-%m-%Y}"
        return Routerij(clausule.naam, EIGEN, "niet in werking", kracht, reden, bron)
    bereikt = [_bereikt(plan, clausule, b) for b in blaam]
    if not vervulbaar(versie):
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
    return "; ".join(noem(deel) for deel in clausule.reikwijdte) or "niet opgegeven"


def noem(deel: Reikwijdte) -> str:
    """One item of the scope of a clause in words."""
    if deel.regel is not None:
        return f"Regel {deel.regel}"
    return str(deel.plaats) if deel.plaats is not None else f"de gehele {deel.regeling}"


def _plaatsen(blaam: Sequence[Blaam]) -> str:
    plaatsen = {str(p) for b in blaam for p in b.plaatsen}
    regels = {f"Regel {r}" for b in blaam for r in b.regels if not b.plaatsen}
    return "; ".join(sorted(plaatsen | regels)) or "een regel zonder artikel"


def _bereikt(plan: Plan, clausule: Hardheidsclausule, blaam: Blaam) -> tuple[bool, bool]:
    """(all rules of the set within reach, at least one)."""
    treffers = [in_bereik(clausule, plan.versies[r]) for r in blaam.regels]
    return all(treffers) and bool(treffers), any(treffers)


def in_bereik(clausule: Hardheidsclausule, versie: Regelversie) -> bool:
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
    grond = ground(plan, burger.huishouden, vragen, burger.parameters)
    feiten = geval(plan, replace(burger, oordelen={**burger.oordelen, **ja}))
    antwoorden = uitkomsten(grond, feiten, [grond.vragen[n] for n in personen])
    return any(a is True or isinstance(a, Onbeslist) for a in antwoorden)


# ------------------------------------------------------------------ general routes


def _routerij(plan: Plan, route: Route, blaam: Sequence[Blaam], *, nu: bool = False) -> Routerij:
    """A general route. ``nu``: judged by whether it has an end date, not by the rekendatum."""
    in_werking = route.tot is None if nu else geldt(route.van, route.tot, plan.rekendatum)
    if not in_werking:
        reden = f"geldt niet op {plan.rekendatum:%d-%m-%Y}"
        return Routerij(route.naam, ALGEMEEN, "niet in werking", route.sterkte, reden, _bron(route))
    gebreken = [[past_niet(plan.model, route, plan.versies[r]) for r in b.regels] for b in blaam]
    if any(all(g is None for g in set_) for set_ in gebreken if set_):
        return Routerij(
            route.naam, ALGEMEEN, "dekt", route.sterkte, "past bij niveau, bevoegdheid en stap",
            _bron(route),
        )  # fmt: skip
    deels = any(g is None for set_ in gebreken for g in set_)
    mist = [(r, g) for b, set_ in zip(blaam, gebreken, strict=True)
            for r, g in zip(b.regels, set_, strict=True) if g]  # fmt: skip
    reden = mist[0][1] if mist else "geen stap gevonden om op te passen"
    if deels:
        # Which of the steps it passes by.
        reden = f"bereikt regel “{plan.versies[mist[0][0]].regel}” niet: {reden}"
    dekt = "raakt deels" if deels else "reikt niet"
    return Routerij(route.naam, ALGEMEEN, dekt, route.sterkte, reden, _bron(route))


def _bron(route: Route) -> str:
    """The source, with what of it was not looked up."""
    return f"{route.bron} (onbevestigd: {route.onbevestigd})" if route.onbevestigd else route.bron
