"""From cases to findings: the words, the class, the advice, the order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from wetsanalyse.analyses.bevinding import Bevinding, Getuige
from wetsanalyse.analyses.namen import bevinding_id, eerste_plaats
from wetsanalyse.analyses.patronen import PER_ID, Waarneming
from wetsanalyse.analyses.positie import EURO, NETTO
from wetsanalyse.analyses.tweeling import verschillen
from wetsanalyse.analyses.uitwegen import over_routes
from wetsanalyse.analyses.zaken import Zaak, bundels
from wetsanalyse.model.model import Model, Vindplaats
from wetsanalyse.plan.lower import Plan
from wetsanalyse.run.weergave import toon


def maak_bevindingen(plan: Plan, waarnemingen: Iterable[Waarneming]) -> tuple[Bevinding, ...]:
    """Group, take the worst, work it out, and add the findings about ways out."""
    gebundeld = bundels(waarnemingen)
    gevonden = [_bevinding(bevinding_id(b[0]), b) for b in gebundeld]
    gevonden += over_routes(gebundeld, _bevinding)
    return tuple(sorted((_aanvaard(plan, b) for b in _unieke_ids(gevonden)), key=_rang))


def _unieke_ids(bevindingen: Sequence[Bevinding]) -> list[Bevinding]:
    """Two findings never share an id: the second gets a number, in a fixed order."""
    geteld: dict[str, int] = {}
    uniek: list[Bevinding] = []
    for b in sorted(bevindingen, key=lambda b: (b.id, b.regels)):
        geteld[b.id] = geteld.get(b.id, 0) + 1
        uniek.append(b if geteld[b.id] == 1 else replace(b, id=f"{b.id}-{geteld[b.id]}"))
    return uniek


# ------------------------------------------------------------------ one finding


def _bevinding(id_: str, bundel: Sequence[Zaak]) -> Bevinding:
    """The finding of a bundle; its first case gives the name, the blame and the ways out."""
    zaak = bundel[0]
    w, plan = zaak.waarneming, zaak.plan
    klasse, reden = _klasse(zaak)
    return Bevinding(
        id_,
        w.patroon,
        _titel(zaak),
        w.onderscheid.naam,
        _gevolg(zaak),
        w.eenheid,
        w.maat,
        w.drempel,
        tuple(_getuige(z) for z in bundel),
        _herkomst(plan, zaak.regels),
        zaak.regels,
        zaak.blaam,
        zaak.volledig,
        zaak.dekking,
        klasse,
        reden,
        MappingProxyType({"as": _garantie(bundel), "burgers": "gezocht"}),
        _verdisconteerd(plan, zaak.regels),
        _aannamen(plan, zaak),
    )


def _garantie(bundel: Sequence[Zaak]) -> str:
    exact = all(z.waarneming.garantie == "exact" for z in bundel)
    return "exact" if exact else "gezocht"


def _herkomst(plan: Plan, regels: Sequence[str]) -> tuple[Vindplaats, ...]:
    gevonden: list[Vindplaats] = []
    for regel in regels:
        gevonden += [b for b in plan.versies[regel].herkomst.bronnen if b not in gevonden]
    return tuple(gevonden)


def _gevolg(zaak: Zaak) -> str:
    """The outcome that differs most between the two."""
    beste, naam = Fraction(0), NETTO
    for verschil in verschillen(zaak.paar):
        if isinstance(verschil.burger, Fraction) and isinstance(verschil.buur, Fraction):
            grootte = abs(verschil.burger - verschil.buur)
            if " van " in verschil.naam and grootte > beste:
                beste, naam = grootte, verschil.naam
    return naam


def _euro(bedrag: Fraction) -> str:
    return toon(bedrag, EURO)


def _titel(zaak: Zaak) -> str:
    plaats = eerste_plaats(zaak.plan, zaak.regels)
    waar = f" ({plaats})" if plaats else ""
    w = zaak.waarneming
    return f"{PER_ID[w.patroon].titel(w, _euro(zaak.paar.verlies))}{waar}"


def _getuige(zaak: Zaak) -> Getuige:
    w = zaak.waarneming
    verschil = w.onderscheid
    waarde_burger, waarde_buur = verschil.waarden
    return Getuige(
        zaak.paar.burger,
        zaak.paar.buur,
        verschil.naam,
        verschil.object,
        waarde_burger,
        waarde_buur,
        verschil.eenheid,
        w.maat,
        zaak.paar.verlies,
        verschillen(zaak.paar),
        f"{verschil.hoe} kost {_euro(zaak.paar.verlies)}",
        w.bewijs,
        verschil.verloop,
    )


def _verdisconteerd(plan: Plan, regels: Sequence[str]) -> str:
    """``ja`` or ``nee`` only when every rule says so."""
    gezegd = {plan.versies[r].herkomst.verdisconteerd or "onbekend" for r in regels}
    return gezegd.pop() if len(gezegd) == 1 else "onbekend"


def _aannamen(plan: Plan, zaak: Zaak) -> tuple[str, ...]:
    """Every unconfirmed source on which either calculation rests."""
    gevonden: list[str] = []
    doel = zaak.paar.grond.vragen[NETTO]
    pad = zaak.paar.uitslag_burger.gebruikt(doel) | zaak.paar.uitslag_buur.gebruikt(doel)
    for slot in sorted(pad):
        step = zaak.paar.grond.steps[slot]
        if step.regel and plan.versies[step.regel].herkomst.onbevestigd:
            gevonden.append(f"{step.regel}: {plan.versies[step.regel].herkomst.onbevestigd}")
        if step.op.name == "PARAMETER" and step.par in plan.parameters:
            onbevestigd = plan.parameters[step.par].herkomst.onbevestigd
            if onbevestigd:
                gevonden.append(f"{step.par}: {onbevestigd}")
    return tuple(dict.fromkeys(gevonden))


# ------------------------------------------------------------------ class and advice


def _klasse(zaak: Zaak) -> tuple[str, str]:
    """Order of the questions: M, R, C. (G comes from `Aanvaard`; U needs events.) [hardheid 7]"""
    if not zaak.blaam and zaak.waarneming.norm is not None:
        return "R", (
            "de verhouding tussen gevolg en tekortkoming volgt uit de formule zelf en niet uit één "
            "grens: pas de regel aan (Aanwijzing 5.25)"
        )
    if not zaak.blaam:
        return "M", (
            "ook zonder alle stappen die anders uitvielen blijft het gevolg hard: het model mist "
            "de oorzaak"
        )
    if zaak.waarneming.patroon in ("P01", "P03"):
        return "R", (
            "één grens in één regel geeft het harde gevolg en is vooraf te zien: pas de regel aan "
            "(Aanwijzing 5.25), bijvoorbeeld “verlies nooit groter dan de overschrijding”"
        )
    aantal = len(zaak.blaam[0].regels)
    if aantal <= 3:
        return "R", (
            f"het harde gevolg komt uit {aantal} regel(s) en is dus vooraf te zien: pas de regel "
            "aan (Aanwijzing 5.25)"
        )
    return "C", (
        f"het harde gevolg hangt aan {aantal} regels samen: een hardheidsclausule "
        "(Aanwijzing 5.26) voor de genoemde artikelen"
    )


# ------------------------------------------------------------------ order, acceptance


def _rang(b: Bevinding) -> Any:
    """By loss in euro, then by id; findings about ways out stand behind what they are about, and
    what is accepted behind everything."""
    over_route = b.patroon in ("P14", "P15")
    return b.aanvaard is not None, over_route, -max(g.verlies for g in b.getuigen), b.id


def _aanvaard(plan: Plan, b: Bevinding) -> Bevinding:
    """A wanted consequence leaves the ranking until its end date, and stays visible."""
    for aanvaard in plan.model.aanvaard:
        geldt = aanvaard.van <= plan.rekendatum and (
            aanvaard.tot is None or plan.rekendatum < aanvaard.tot
        )
        if aanvaard.bevinding == b.id and geldt:
            reden = f"{aanvaard.reden} (eigenaar: {aanvaard.eigenaar})"
            return replace(b, aanvaard=reden, klasse="G", klasse_reden=reden)
    return b


def ongebruikte_aanvaarding(model: Model, bevindingen: Sequence[Bevinding]) -> list[str]:
    """An Aanvaard block for a finding that does not exist says something too."""
    ids = {b.id for b in bevindingen}
    return [
        f"Aanvaard “{a.naam}” noemt bevinding {a.bevinding}, maar die is niet gevonden"
        for a in model.aanvaard
        if a.bevinding not in ids
    ]
