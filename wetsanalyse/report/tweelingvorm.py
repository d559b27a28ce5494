"""A witness as a reader sees it: both citizens, both calculations, what differs said in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wetsanalyse.analyses.bevinding import Getuige, Verschil
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.model import Model
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG, GroundPlan
from wetsanalyse.report.bronnen import Bronlink
from wetsanalyse.report.namen import Namen, kenmerkzin
from wetsanalyse.report.opmaak import eenheid_van, hoofdletter, lidwoord, opsomming, waarde
from wetsanalyse.report.uitleg import Uitleg, leg_uit
from wetsanalyse.report.uitlegvorm import niet_zin
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.run.scenarios import voer_uit


@dataclass(frozen=True, slots=True)
class Paarrij:
    """One row with both citizens."""

    naam: str
    burger: str
    buur: str
    verschilt: bool
    bronnen: tuple[Bronlink, ...] = ()
    regel: str = ""
    uitleg_burger: tuple[str, ...] = ()
    uitleg_buur: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tweelingbeeld:
    """Everything that a dossier shows of a pair. ``uitleg``: (outcome, citizen, neighbour).
    ``anders``: the properties that differ, as ``vermogen van Aanvrager``; ``op_pad``: the rules
    behind either outcome."""

    getuige: Getuige
    gegevens: tuple[Paarrij, ...]
    uitkomsten: tuple[Paarrij, ...]
    berekening: tuple[Paarrij, ...]
    uitleg: tuple[tuple[str, Uitleg, Uitleg], ...] = field(repr=False)
    anders: frozenset[str] = frozenset()
    op_pad: frozenset[str] = frozenset()

    @property
    def onbekend(self) -> tuple[str, ...]:
        """Inputs that either calculation asked for and that were not given."""
        namen = (n for _, *paar in self.uitleg for u in paar for n in u.ontbrekend)
        return tuple(dict.fromkeys(namen))


def tweelingbeeld(plan: Plan, getuige: Getuige) -> Tweelingbeeld:
    """Both runs again, for their traces."""
    grond, een = voer_uit(plan, getuige.burger)
    anders, ander = voer_uit(plan, getuige.buur)
    doelen = _doelen(getuige.uitkomsten, grond, anders)
    uitleg = tuple(
        (f"{e} van {o}", leg_uit(plan, een, o, e), leg_uit(plan, ander, o, e)) for o, e in doelen
    )
    op_pad = (u.regels(u.plan.eigenschappen[d]) for d in doelen for u in (een, ander))
    return Tweelingbeeld(
        getuige,
        tuple(_gegevens(plan.model, getuige.burger, getuige.buur)),
        tuple(_uitkomst(u) for u in _zonder_dubbel(getuige.uitkomsten)),
        tuple(_berekening(plan.model, uitleg, een, ander)),
        uitleg,
        frozenset(_anders(een, ander)),
        frozenset().union(*op_pad),
    )


def _anders(een: Uitslag, ander: Uitslag) -> Iterable[str]:
    """The properties that came out differently, by object type."""
    for sleutel in een.plan.eigenschappen.keys() & ander.plan.eigenschappen.keys():
        if een.waarde(*sleutel) != ander.waarde(*sleutel):
            yield f"{sleutel[1]} van {een.plan.objecten[sleutel[0]][0]}"


def _doelen(
    uitkomsten: Iterable[Verschil], een: GroundPlan, ander: GroundPlan
) -> list[tuple[str, str]]:
    """The properties behind the outcomes; those that differ, if any does."""
    sleutels = {
        f"{e} van {o}": (o, e) for o, e in een.eigenschappen if (o, e) in ander.eigenschappen
    }
    gevonden = [u for u in uitkomsten if u.naam in sleutels]
    anders = [u for u in gevonden if u.burger != u.buur]
    return [sleutels[u.naam] for u in (anders or gevonden)]


def _zonder_dubbel(uitkomsten: Iterable[Verschil]) -> Iterable[Verschil]:
    """A total that is the same as one before it in the same unit says nothing new."""
    gezien: set[tuple[Any, Any]] = set()
    for u in uitkomsten:
        totaal = " van " not in u.naam
        if not (totaal and (u.burger, u.buur) in gezien):
            yield u
        if totaal:
            gezien.add((u.burger, u.buur))


def _uitkomst(u: Verschil) -> Paarrij:
    burger, buur = waarde(u.burger, u.eenheid), waarde(u.buur, u.eenheid)
    return Paarrij(hoofdletter(u.naam), burger, buur, u.burger != u.buur)


# ------------------------------------------------------------------ what is known of them


def _gegevens(model: Model, burger: Casus, buur: Casus) -> Iterable[Paarrij]:
    een, ander = (gegevens_van(model, c) for c in (burger, buur))
    for naam in dict.fromkeys([*een, *ander]):
        links, rechts = een.get(naam, "niet opgegeven"), ander.get(naam, "niet opgegeven")
        yield Paarrij(naam, links, rechts, links != rechts)


def gegevens_van(model: Model, casus: Casus) -> Mapping[str, str]:
    """The facts of a case by name, in words: per object, in the order of the declaration."""
    rijen: dict[str, str] = {}
    for wie, type_ in casus.huishouden.objecten:
        objecttype = model.objecttypen[type_]
        rijen[f"Wie {wie} is"] = _wie(model, casus, wie, type_)
        for attribuut in objecttype.attributen.values():
            if (wie, attribuut.naam) in casus.invoer:
                ding = casus.invoer[wie, attribuut.naam]
                naam = f"{lidwoord(attribuut.span)}{attribuut.naam} van {wie}"
                rijen[hoofdletter(naam)] = _gegeven(ding, eenheid_van(attribuut.type))
        for kenmerk in objecttype.kenmerken.values():
            if (wie, kenmerk.naam) in casus.invoer:
                rijen[kenmerkzin(wie, kenmerk, waar=True)] = waarde(casus.invoer[wie, kenmerk.naam])
    for norm, wie in casus.oordelen:
        rijen[f"Oordeel over {norm} bij {wie}"] = waarde(casus.oordelen[norm, wie])
    for naam, ding in casus.parameters.items():
        eigen = hoofdletter(f"{naam} (opgegeven)")
        rijen[eigen] = waarde(ding, eenheid_van(model.parameters[naam].type))
    return rijen


def _wie(model: Model, casus: Casus, wie: str, type_: str) -> str:
    """The roles that somebody plays, else what kind of object it is."""
    rollen = [
        model.feittypen[f.feittype].rollen[i].naam
        for f in casus.huishouden.feiten
        for i in (0, 1)
        if f.objecten[i] == wie
    ]
    return opsomming(list(dict.fromkeys(rollen))) or type_


def _gegeven(ding: Any, eenheid: str) -> str:
    return "niet opgegeven" if ding is LEEG else waarde(ding, eenheid)


# ------------------------------------------------------------------ the calculations

NIET_MEER = "maakt hier niet uit"


def _berekening(
    model: Model,
    uitleg: Iterable[tuple[str, Uitleg, Uitleg]],
    een: Uitslag,
    ander: Uitslag,
) -> Iterable[Paarrij]:
    """The values on either path, inputs first, each with its sums on both sides."""
    burger: dict[str, Uitleg] = {}
    buur: dict[str, Uitleg] = {}
    for _, links, rechts in uitleg:
        for wie, boom in ((burger, links), (buur, rechts)):
            for deel in boom.alles():
                if deel.soort != "eerder":
                    wie.setdefault(deel.naam, deel)
    namen = Namen.van(model, een.plan)
    for deel in sorted({**buur, **burger}.values(), key=lambda u: (u.slot, u.naam)):
        yield _rij(namen, deel, (burger.get(deel.naam), een), (buur.get(deel.naam), ander))


def _rij(
    namen: Namen,
    deel: Uitleg,
    links: tuple[Uitleg | None, Uitslag],
    rechts: tuple[Uitleg | None, Uitslag],
) -> Paarrij:
    """One value for both. The rule stands in the cell only where the two have another one."""
    regels = [u.regel if u else "" for u, _ in (links, rechts)]
    waarden = [u.waarden[deel.slot] for _, u in (links, rechts)]
    anders = waarden[0] != waarden[1] and None not in waarden
    samen = regels[0] if anders and regels[0] == regels[1] else ""
    if not anders:
        samen = regels[0] or regels[1]
    cellen = [
        _cel(u, uitslag, deel, anders, regel_erbij=not samen) for u, uitslag in (links, rechts)
    ]
    kenmerk = namen.kenmerk(deel.slot)
    naam = kenmerkzin(*kenmerk, waar=True) if kenmerk else hoofdletter(deel.naam)
    bronnen = dict.fromkeys(b for u, _ in (rechts, links) if u for b in _bronnen(u))
    return Paarrij(
        naam, cellen[0][0], cellen[1][0], anders, tuple(bronnen), samen, cellen[0][1], cellen[1][1]
    )


def _bronnen(u: Uitleg) -> Iterable[Bronlink]:
    yield from u.bronnen
    if not u.bronnen:
        for niet in u.niet:
            yield from niet.bronnen


def _cel(
    eigen: Uitleg | None, uitslag: Uitslag, deel: Uitleg, anders: bool, *, regel_erbij: bool
) -> tuple[str, tuple[str, ...]]:
    """What one citizen has for a value, and the sentences under it."""
    if eigen is None:  # not on the path of this citizen
        getoond = waarde(uitslag.waarden[deel.slot], deel.eenheid)
        return getoond, () if getoond == "niet nodig" else (NIET_MEER,)
    zinnen = [f"regel “{eigen.regel}”"] if eigen.regel and regel_erbij else []
    zinnen += [s.som for s in eigen.berekening]
    if anders:
        zinnen += [f"want {t.zin or t.woorden}" for t in eigen.omdat]
    afwijzing = anders and regel_erbij and eigen.waarde is not True
    if afwijzing or eigen.soort == "geen regel":
        zinnen += [niet_zin(n) for n in eigen.niet if n.toetsen]
    return eigen.getoond, tuple(zinnen)
