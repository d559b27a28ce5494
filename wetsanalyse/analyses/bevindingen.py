"""From what the patterns saw to findings: the worst witness of each kind, the twin, the blame,
the ways out, the advice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from wetsanalyse.analyses.bevinding import (
    Bevinding,
    Blaam,
    Dekking,
    Drempel,
    Getuige,
)
from wetsanalyse.analyses.dekking import EIGEN, dekking
from wetsanalyse.analyses.drempels import Drempels
from wetsanalyse.analyses.patronen import Waarneming
from wetsanalyse.analyses.positie import EURO, NETTO
from wetsanalyse.analyses.tweeling import (
    Tweeling,
    blaamsets,
    directheid,
    op_as,
    tweeling,
    verschillen,
)
from wetsanalyse.graph.rulegraph import slug
from wetsanalyse.model.model import Model, Vindplaats
from wetsanalyse.plan.lower import Plan
from wetsanalyse.run.weergave import toon, toon_getal


@dataclass(frozen=True, slots=True)
class Zaak:
    """One thing that was seen, worked out: the twin and who is to blame."""

    waarneming: Waarneming
    paar: Tweeling = field(repr=False)
    blaam: tuple[Blaam, ...]
    volledig: bool
    dekking: Dekking
    direct: int

    @property
    def regels(self) -> tuple[str, ...]:
        """The rules that split the two: the first minimal set, else the comparison's own rule."""
        if self.blaam:
            return self.blaam[0].regels
        return (self.waarneming.regel,) if self.waarneming.regel else ()


def maak_bevindingen(plan: Plan, waarnemingen: Iterable[Waarneming]) -> tuple[Bevinding, ...]:
    """Group, take the worst, work it out, and add the findings about ways out."""
    groepen: dict[Any, list[Waarneming]] = {}
    for w in waarnemingen:
        groepen.setdefault(_groep(w), []).append(w)
    zaken: dict[Any, list[Zaak]] = {}
    for leden in groepen.values():
        zaak = _werk_uit(plan, max(leden, key=_ernst))
        norm = zaak.waarneming.norm
        namen = tuple(sorted({plan.versies[r].regel for r in zaak.regels}))
        sleutel = (zaak.waarneming.patroon, namen, norm and norm.naam)
        zaken.setdefault(sleutel, []).append(zaak)
    bundels = [_bundel(lijst) for lijst in zaken.values()]
    gevonden = [_bevinding(plan, bevinding_id(plan, b[0]), b) for b in bundels]
    gevonden += _over_routes(plan, bundels)
    volgorde = sorted(_unieke_ids(gevonden), key=_rang)
    return tuple(_aanvaard(plan, b) for b in volgorde)


def _bundel(zaken: Sequence[Zaak]) -> tuple[Zaak, ...]:
    """One finding: the axis that the rule is about first, then the others, each with its worst
    witness."""
    per_as: dict[str, Zaak] = {}
    for zaak in zaken:
        as_ = zaak.waarneming.veeg.attribuut
        if as_ not in per_as or _ernst(per_as[as_].waarneming) < _ernst(zaak.waarneming):
            per_as[as_] = zaak
    volgorde = sorted(
        per_as.values(), key=lambda z: (z.direct, _omlaag(z), -z.paar.verlies, _plek(z))
    )
    return tuple(volgorde)


def _omlaag(zaak: Zaak) -> bool:
    """Whether less on the axis is what hurts; more is told first."""
    return zaak.waarneming.x_burger < zaak.waarneming.x_buur


def _plek(zaak: Zaak) -> int:
    """The place of the axis in the declaration of its objecttype: fixed, and known to the user."""
    w = zaak.waarneming
    objecttype = w.veeg.casus.huishouden.typen[w.veeg.object]
    return list(w.veeg.plan.model.objecttypen[objecttype].attributen).index(w.veeg.attribuut)


def _unieke_ids(bevindingen: Sequence[Bevinding]) -> list[Bevinding]:
    """Two findings never share an id: the second gets a number, in a fixed order."""
    geteld: dict[str, int] = {}
    uniek: list[Bevinding] = []
    for b in sorted(bevindingen, key=lambda b: (b.id, b.regels)):
        geteld[b.id] = geteld.get(b.id, 0) + 1
        uniek.append(b if geteld[b.id] == 1 else replace(b, id=f"{b.id}-{geteld[b.id]}"))
    return uniek


def _groep(w: Waarneming) -> Any:
    objecttype = w.veeg.casus.huishouden.typen[w.veeg.object]
    vorm = len(w.veeg.casus.huishouden.objecten)
    return w.patroon, objecttype, w.veeg.attribuut, w.regel, vorm, w.norm and w.norm.naam


def _ernst(w: Waarneming) -> Any:
    """Worst first; among equals the citizen nearest to the modal person, then a fixed order."""
    afstand = Fraction(0)
    for (naam, attribuut), waarde in w.veeg.casus.invoer.items():
        objecttype = w.veeg.casus.huishouden.typen[naam]
        bereik = w.veeg.plan.model.invoerbereiken.get(objecttype)
        for b in bereik.bereiken if bereik else ():
            if b.attribuut == attribuut and b.modaal is not None and b.tot > b.van:
                if attribuut != w.veeg.attribuut:
                    afstand += abs(Fraction(waarde) - b.modaal) / (b.tot - b.van)
    return w.maat, -afstand, -abs(w.x_burger)


def _werk_uit(plan: Plan, w: Waarneming) -> Zaak:
    veeg = w.veeg
    burger = op_as(veeg.casus, veeg.object, veeg.attribuut, veeg.waarde(w.x_burger))
    buur = op_as(veeg.casus, veeg.object, veeg.attribuut, veeg.waarde(w.x_buur))
    paar = tweeling(plan, veeg.grond, burger, buur)
    blaam, volledig = blaamsets(paar, w.hard)
    regels = blaam[0].regels if blaam else ()
    direct = directheid(paar, regels)
    return Zaak(w, paar, blaam, volledig, dekking(plan, blaam, burger), direct)


# ------------------------------------------------------------------ names


def bevinding_id(plan: Plan, zaak: Zaak, patroon: str | None = None) -> str:
    """``P01-wzt-3-1-vermogen-alleenstaand``: pattern, article, axis, and the name of the rule
    with the words of the axis left out. It follows from the text of the law alone."""
    plaats = _eerste_plaats(plan, zaak.regels)
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


def _eerste_plaats(plan: Plan, regels: Sequence[str]) -> Vindplaats | None:
    for regel in regels:
        if plan.versies[regel].herkomst.bronnen:
            return plan.versies[regel].herkomst.bronnen[0]
    return None


# ------------------------------------------------------------------ one finding


def _bevinding(plan: Plan, id_: str, bundel: Sequence[Zaak]) -> Bevinding:
    """The finding of a bundle; its first case gives the name, the blame and the ways out."""
    zaak = bundel[0]
    w = zaak.waarneming
    klasse, reden = _klasse(plan, zaak)
    return Bevinding(
        id_,
        w.patroon,
        _titel(plan, zaak),
        w.veeg.attribuut,
        _gevolg(plan, zaak),
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
    garanties = [z.waarneming.garantie or z.waarneming.veeg.netto.garantie for z in bundel]
    exact = all(g == "exact" for g in garanties)
    return "exact" if exact else "gezocht"


def _herkomst(plan: Plan, regels: Sequence[str]) -> tuple[Vindplaats, ...]:
    gevonden: list[Vindplaats] = []
    for regel in regels:
        gevonden += [b for b in plan.versies[regel].herkomst.bronnen if b not in gevonden]
    return tuple(gevonden)


def _gevolg(plan: Plan, zaak: Zaak) -> str:
    """The outcome that differs most between the two."""
    beste, naam = Fraction(0), NETTO
    for verschil in verschillen(zaak.paar):
        if isinstance(verschil.burger, Fraction) and isinstance(verschil.buur, Fraction):
            grootte = abs(verschil.burger - verschil.buur)
            if " van " in verschil.naam and grootte > beste:
                beste, naam = grootte, verschil.naam
    return naam


def _as_type(w: Waarneming) -> Any:
    objecttype = w.veeg.casus.huishouden.typen[w.veeg.object]
    return w.veeg.plan.model.objecttypen[objecttype].attributen[w.veeg.attribuut].type


def _op_as(w: Waarneming, x: int) -> str:
    return toon(w.veeg.waarde(x), _as_type(w))


def _euro(bedrag: Fraction) -> str:
    return toon(bedrag, EURO)


def _titel(plan: Plan, zaak: Zaak) -> str:
    w = zaak.waarneming
    plaats = _eerste_plaats(plan, zaak.regels)
    waar = f" ({plaats})" if plaats else ""
    verlies = _euro(zaak.paar.verlies)
    van, naar = _op_as(w, w.x_buur), _op_as(w, w.x_burger)
    as_ = f"{w.veeg.attribuut}"
    return {
        "P01": f"Klif bij {as_}: van {van} naar {naar} scheelt {verlies}{waar}",
        "P02": f"Wie meer verdient houdt minder over: {as_} van {van} naar {naar} kost {verlies}"
        f"{waar}",
        "P03": f"Alles-of-niets bij {as_}: {naar} in plaats van {van} kost de hele aanspraak, "
        f"{verlies}{waar}",
        "P04": f"Het gevolg is {_keer(w.maat)} keer de tekortkoming, bij {as_} {naar}{waar}",
    }[w.patroon]


def _keer(maat: Fraction) -> str:
    tienden = (maat * 10).numerator // (maat * 10).denominator
    geheel, tiende = divmod(tienden, 10)
    return f"{geheel},{tiende}" if tiende else f"{geheel}"


def _getuige(zaak: Zaak) -> Getuige:
    w = zaak.waarneming
    type_ = _as_type(w)
    verschil = abs(w.veeg.waarde(w.x_burger) - w.veeg.waarde(w.x_buur))
    if type_.is_tijd:
        hoeveel = "één dag" if verschil == 1 else f"{verschil} dagen"
    else:
        hoeveel = toon(verschil, type_)
    richting = "meer" if w.x_burger > w.x_buur else "minder"
    if type_.is_tijd:
        richting = "later" if w.x_burger > w.x_buur else "eerder"
    return Getuige(
        zaak.paar.burger,
        zaak.paar.buur,
        w.veeg.attribuut,
        w.veeg.object,
        w.veeg.waarde(w.x_burger),
        w.veeg.waarde(w.x_buur),
        "dag" if type_.is_tijd else str(type_.eenheid),
        w.maat,
        zaak.paar.verlies,
        verschillen(zaak.paar),
        f"{hoeveel} {richting} bij “{w.veeg.attribuut}” van {w.veeg.object} kost "
        f"{_euro(zaak.paar.verlies)}",
        w.veeg.netto,
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


def _klasse(plan: Plan, zaak: Zaak) -> tuple[str, str]:
    """Order of the questions: M, R, C. (G comes from `Aanvaard`; U needs events.) [hardheid 7]"""
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


# ------------------------------------------------------------------ P14 and P15


def _over_routes(plan: Plan, bundels: Sequence[tuple[Zaak, ...]]) -> list[Bevinding]:
    """For each harsh outcome: is there no way out of enough strength (P14), and does a clause
    that the act has pass it by (P15)?"""
    drempel = Drempels(plan.model).van("P14", "sterkte")
    per_regel: dict[tuple[str, ...], tuple[Zaak, ...]] = {}
    for bundel in bundels:
        sleutel = tuple(sorted({plan.versies[r].regel for r in bundel[0].regels}))
        oud = per_regel.get(sleutel)
        if bundel[0].blaam and (oud is None or _rang_bundel(bundel) > _rang_bundel(oud)):
            per_regel[sleutel] = bundel
    gevonden: list[Bevinding] = []
    for bundel in per_regel.values():
        zaak = bundel[0]
        if zaak.dekking.sterkte < drempel.waarde:
            gevonden.append(_routebevinding(plan, bundel, "P14", _titel_p14(zaak), drempel))
        p15 = _titel_p15(zaak, drempel)
        if p15 is not None:
            gevonden.append(_routebevinding(plan, bundel, "P15", p15, drempel))
    return gevonden


def _rang_bundel(bundel: Sequence[Zaak]) -> tuple[bool, Fraction]:
    """What a finding about ways out is told on: a klif before a ratio, the larger loss first."""
    return bundel[0].waarneming.norm is None, bundel[0].paar.verlies


def _routebevinding(
    plan: Plan, bundel: Sequence[Zaak], patroon: str, titel: str, drempel: Drempel
) -> Bevinding:
    zaak = bundel[0]
    basis = _bevinding(plan, bevinding_id(plan, zaak, patroon), bundel)
    reden = (
        "geen route van genoeg sterkte dekt dit gevolg; "
        + ("herstel van de regel gaat voor, een clausule is het vangnet"
           if basis.klasse == "R" else basis.klasse_reden)
    )  # fmt: skip
    klasse = "R" if basis.klasse == "R" else "C"
    return replace(
        basis, patroon=patroon, titel=titel, drempel=drempel, maat=zaak.dekking.sterkte,
        eenheid="sterkte", klasse=klasse, klasse_reden=reden,
        garantie=MappingProxyType({"as": "exact", "burgers": "gezocht"}),
    )  # fmt: skip


def _titel_p14(zaak: Zaak) -> str:
    plaats = _eerste_plaats(zaak.paar.plan, zaak.regels)
    waar = str(plaats) if plaats else f"Regel {zaak.regels[0]}"
    return (
        f"Geen uitweg van genoeg sterkte tegen {waar}: de sterkste is "
        f"{toon_getal(zaak.dekking.sterkte)}"
    )


def _titel_p15(zaak: Zaak, drempel: Drempel) -> str | None:
    """Only where the regulations have a clause in force and none covers strongly enough."""
    eigen = [r for r in zaak.dekking.rijen if r.soort == EIGEN and r.dekt != "niet in werking"]
    dekkend = [r for r in eigen if r.dekt == "dekt"]
    if not eigen or any(r.sterkte >= drempel.waarde for r in dekkend):
        return None
    plaats = _eerste_plaats(zaak.paar.plan, zaak.regels)
    waar = str(plaats) if plaats else f"Regel {zaak.regels[0]}"
    if dekkend:
        sterkste = max(dekkend, key=lambda r: r.sterkte)
        return (
            f"De clausule {sterkste.route} reikt tot {waar}, maar is te zwak: sterkte "
            f"{toon_getal(sterkste.sterkte)}"
        )
    namen = ", ".join(r.route for r in eigen)
    return f"Er is een clausule ({namen}), maar zij bereikt {waar} niet"


# ------------------------------------------------------------------ order, acceptance


def _rang(b: Bevinding) -> Any:
    """By loss in euro, then by id; findings about ways out stand behind what they are about."""
    over_route = b.patroon in ("P14", "P15")
    return over_route, -max(g.verlies for g in b.getuigen), b.id


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
