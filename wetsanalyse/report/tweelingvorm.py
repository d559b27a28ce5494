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
from wetsanalyse.report.namen import Namen
from wetsanalyse.report.opmaak import eenheid_van, hoofdletter, waarde, waarde_van
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
    """Everything that a dossier shows of a pair. ``uitleg``: (outcome, citizen, neighbour)."""

    getuige: Getuige
    gegevens: tuple[Paarrij, ...]
    uitkomsten: tuple[Paarrij, ...]
    berekening: tuple[Paarrij, ...]
    uitleg: tuple[tuple[str, Uitleg, Uitleg], ...] = field(repr=False)

    @property
    def onbekend(self) -> tuple[str, ...]:
        """Inputs that either calculation asked for and that were not given."""
        namen = (n for _, *paar in self.uitleg for u in paar for n in u.ontbrekend)
        return tuple(dict.fromkeys(namen))


def tweelingbeeld(plan: Plan, getuige: Getuige) -> Tweelingbeeld:
    """Both runs again, for their traces."""
    grond, een = voer_uit(plan, getuige.burger)
    anders, ander = voer_uit(plan, getuige.buur)
    uitleg = tuple(
        (f"{e} van {o}", leg_uit(plan, een, o, e), leg_uit(plan, ander, o, e))
        for o, e in _doelen(getuige.uitkomsten, grond, anders)
    )
    return Tweelingbeeld(
        getuige,
        tuple(_gegevens(plan.model, getuige.burger, getuige.buur)),
        tuple(_uitkomst(u) for u in getuige.uitkomsten),
        tuple(_berekening(plan.model, uitleg, een, ander)),
        uitleg,
    )


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
    """The facts of a case by name, in words."""
    rijen: dict[str, str] = {}
    typen = casus.huishouden.typen
    for naam, type_ in casus.huishouden.objecten:
        rollen = [
            model.feittypen[f.feittype].rollen[i].naam
            for f in casus.huishouden.feiten
            for i in (0, 1)
            if f.objecten[i] == naam
        ]
        rijen[f"wie {naam} is"] = ", ".join([type_, *rollen])
    for (wie, eigenschap), ding in casus.invoer.items():
        attribuut = model.objecttypen[typen[wie]].attributen.get(eigenschap)
        eenheid = eenheid_van(attribuut.type) if attribuut else ""
        rijen[f"{eigenschap} van {wie}"] = _gegeven(ding, eenheid)
    for norm, wie in casus.oordelen:
        rijen[f"oordeel over {norm} bij {wie}"] = "ja" if casus.oordelen[norm, wie] else "nee"
    for naam, ding in casus.parameters.items():
        rijen[f"{naam} (opgegeven)"] = waarde(ding, eenheid_van(model.parameters[naam].type))
    return rijen


def _gegeven(ding: Any, eenheid: str) -> str:
    return "niet opgegeven" if ding is LEEG else waarde(ding, eenheid)


# ------------------------------------------------------------------ the calculations


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
    volgorde = sorted({**buur, **burger}.values(), key=lambda u: (u.slot, u.naam))
    for deel in volgorde:
        twee = [_kant(wie.get(deel.naam), u, deel) for wie, u in ((burger, een), (buur, ander))]
        (links_, som_links), (rechts_, som_rechts) = twee
        naam = hoofdletter(namen.naam(deel.slot) if namen.kenmerk(deel.slot) is None else deel.naam)
        anders = links_ != rechts_
        yield Paarrij(
            naam, links_, rechts_, anders, deel.bronnen, deel.regel, som_links, som_rechts
        )


def _kant(eigen: Uitleg | None, uitslag: Uitslag, deel: Uitleg) -> tuple[str, tuple[str, ...]]:
    """What one citizen has for a value: from the explanation, else from the run."""
    if eigen is None:
        zelfde = deel.slot < len(uitslag.plan.steps)
        step = uitslag.plan.steps[deel.slot] if zelfde else None
        ding = uitslag.waarden[deel.slot] if step is not None else None
        return (waarde_van(ding, step.type) if step is not None else "niet nodig"), ()
    zinnen = [s.som for s in eigen.berekening]
    if eigen.soort in ("geen regel", "regel"):
        zinnen += [niet_zin(n) for n in eigen.niet if n.toetsen and eigen.soort == "geen regel"]
    return eigen.getoond, tuple(zinnen)
