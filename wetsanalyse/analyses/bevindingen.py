"""From cases to findings: the words, the class, the advice, the order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from wetsanalyse.analyses.bevinding import Bevinding, Getuige
from wetsanalyse.analyses.bewijs.certificaat import Certificaten, is_ergste
from wetsanalyse.analyses.burgers.bevolking import Bevolking
from wetsanalyse.analyses.burgers.verkleinen import aannemelijk, kleinst
from wetsanalyse.analyses.ernst.beoordeling import Beoordelaar, Beoordeling
from wetsanalyse.analyses.ernst.rangorde import Rangpost, rangschik
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.maten.maatstaf import Maatstaf, geleverd
from wetsanalyse.analyses.oorzaak.bedragen import in_centen
from wetsanalyse.analyses.oorzaak.namen import bevinding_id, plaatsen_tekst
from wetsanalyse.analyses.oorzaak.tweeling import tweeling, verschillen
from wetsanalyse.analyses.oorzaak.zaak import Bundel, Zaak
from wetsanalyse.analyses.oorzaak.zaken import bundels
from wetsanalyse.analyses.patronen import PER_ID, Waarneming, kijk
from wetsanalyse.analyses.statisch.overzicht import statisch
from wetsanalyse.analyses.uitwegen.clausulevondsten import over_clausules
from wetsanalyse.analyses.uitwegen.over_routes import over_routes
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.model import Model, Vindplaats
from wetsanalyse.plan.lower import Plan

NIETS_BEWEZEN: Certificaten = MappingProxyType({})


def maak_bevindingen(
    plan: Plan,
    waarnemingen: Iterable[Waarneming],
    maatstaf: Maatstaf | None = None,
    vegen: Sequence[Veeg] = (),
    bevolking: Bevolking | None = None,
    certificaten: Certificaten = NIETS_BEWEZEN,
) -> tuple[Bevinding, ...]:
    """Group, take the worst, work it out, see what else there is to it, and add the findings about
    ways out. ``vegen``: all sweeps, to describe who is hit; ``certificaten``: what is proven."""
    maat = maatstaf or geleverd()
    drempels = maat.voor(plan.model)
    gebundeld = bundels(waarnemingen, maat)
    gebundeld += bundels(_over_zaken(gebundeld, drempels), maat)
    rho = drempels.van("P04", "hard").waarde
    maker = _Maker(Beoordelaar(plan, maat.weging, rho, tuple(vegen), bevolking), certificaten)
    gevonden = [maker.bevinding(bevinding_id(b[0]), b) for b in gebundeld]
    gevonden += over_routes(gebundeld, maker.bevinding, drempels, maat)
    if plan.model.uitkomsten:
        # Of a clause that passes a harsh outcome by it was said already.
        al_gezegd = any(b.patroon == "P15" for b in gevonden)
        los = over_clausules(plan, statisch(plan, maat).clausules)
        gevonden += [b for b in los if not (b.patroon == "P15" and al_gezegd)]
    beoordeeld = [_gedekt(_aanvaard(plan, b), plan, drempels) for b in _unieke_ids(gevonden)]
    volgorde = rangschik(posten(beoordeeld), maat.weging)
    plek = {id_: nummer for nummer, id_ in enumerate(volgorde)}
    return tuple(sorted(beoordeeld, key=lambda b: (plek.get(b.id, len(plek)), b.id)))


OVER_UITWEGEN = ("P14", "P15", "P16")


def posten(bevindingen: Iterable[Bevinding]) -> list[Rangpost]:
    """What counts for the order: by severity and size; findings about ways out stand behind what
    they are about, and what is accepted or covered behind everything."""
    return [
        Rangpost(b.id, b.ernst, b.omvang, b.klasse, b.patroon in OVER_UITWEGEN, not b.telt)
        for b in bevindingen
        if b.ernst is not None
    ]


def _over_zaken(gebundeld: Sequence[Bundel], drempels: Drempels) -> Iterator[Waarneming]:
    """What the patterns see that look at what another pattern found."""
    for bundel in gebundeld:
        for zaak in bundel:
            yield from kijk("zaak", zaak, drempels)


def _unieke_ids(bevindingen: Sequence[Bevinding]) -> list[Bevinding]:
    """Two findings never share an id: the second gets a number, in a fixed order."""
    geteld: dict[str, int] = {}
    uniek: list[Bevinding] = []
    for b in sorted(bevindingen, key=lambda b: (b.id, b.regels)):
        geteld[b.id] = geteld.get(b.id, 0) + 1
        uniek.append(b if geteld[b.id] == 1 else replace(b, id=f"{b.id}-{geteld[b.id]}"))
    return uniek


# ------------------------------------------------------------------ one finding


class _Maker:
    """Judges a bundle once: the findings about its ways out rest on the same judgment."""

    def __init__(self, beoordelaar: Beoordelaar, certificaten: Certificaten) -> None:
        self.beoordelaar, self.certificaten = beoordelaar, certificaten
        self.gemaakt: dict[int, tuple[Bundel, Bevinding]] = {}

    def bevinding(self, id_: str, bundel: Bundel) -> Bevinding:
        if id(bundel) not in self.gemaakt:
            oordeel = self.beoordelaar.oordeel(bundel)
            self.gemaakt[id(bundel)] = bundel, _bevinding(id_, bundel, oordeel, self.certificaten)
        return replace(self.gemaakt[id(bundel)][1], id=id_)


def _bevinding(
    id_: str, bundel: Bundel, oordeel: Beoordeling, certificaten: Certificaten
) -> Bevinding:
    """The finding of a bundle; its first case gives the name, the blame and the ways out."""
    zaak = bundel[0]
    w, plan = zaak.waarneming, zaak.plan
    ergste = is_ergste(w, w.hoogste or zaak.paar.verlies, certificaten)
    return Bevinding(
        id_,
        w.patroon,
        _titel(zaak),
        w.onderscheid.naam,
        _gevolg(zaak),
        w.eenheid,
        w.maat,
        w.drempel,
        tuple(getuige_van(z) for z in bundel),
        _herkomst(plan, zaak.regels),
        zaak.regels,
        zaak.blaam,
        zaak.volledig,
        zaak.dekking,
        oordeel.klasse.letter,
        oordeel.klasse.tekst,
        MappingProxyType(_garantie(bundel, ergste is not None)),
        _verdisconteerd(plan, zaak.regels),
        _aannamen(plan, zaak),
        bewezen_onder=ergste.aannamen if ergste else (),
        ernst=oordeel.ernst,
        omvang=oordeel.omvang,
        aannemelijk=_als_getuige(zaak, aannemelijk(w)),
        kleinst=_als_getuige(zaak, kleinst(w)),
        hard=w.hard,
    )


def _garantie(bundel: Sequence[Zaak], bewezen: bool) -> dict[str, str]:
    """What is claimed of the axis, or of the pair where there is none; and over all citizens:
    proven where no citizen of this kind of household is worse off."""
    exact = all(z.waarneming.garantie == "exact" for z in bundel)
    wat = "as" if bundel[0].waarneming.onderscheid.verloop is not None else "paar"
    return {wat: "exact" if exact else "gezocht", "burgers": "bewezen" if bewezen else "gezocht"}


def _herkomst(plan: Plan, regels: Sequence[str]) -> tuple[Vindplaats, ...]:
    gevonden: list[Vindplaats] = []
    for regel in regels:
        gevonden += [b for b in plan.versies[regel].herkomst.bronnen if b not in gevonden]
    return tuple(gevonden)


def _gevolg(zaak: Zaak) -> str:
    """The outcome that differs most between the two."""
    beste, naam = Fraction(0), NETTO
    for verschil in verschillen(zaak.paar):
        # For whom no rule gives it, it is nothing.
        een, ander = (
            w if isinstance(w, Fraction) else Fraction(0) for w in (verschil.burger, verschil.buur)
        )
        if " van " in verschil.naam and abs(een - ander) > beste:
            beste, naam = abs(een - ander), verschil.naam
    return naam


def _titel(zaak: Zaak) -> str:
    waar = f" ({plaatsen_tekst(zaak.plan, zaak.regels)})" if zaak.regels else ""
    w = zaak.waarneming
    titel = PER_ID[w.patroon].titel
    assert titel is not None
    return f"{titel(w, in_centen(zaak.verlies))}{waar}"


def _als_getuige(zaak: Zaak, paar: tuple[Casus, Casus] | None) -> Getuige | None:
    """Another pair that is hit in the same way; None: there is none, or it is the same pair."""
    w = zaak.waarneming
    if paar is None or paar == w.paar:
        return None
    tweelingen = tweeling(w.plan, w.grond, *paar)
    return replace(getuige_van(replace(zaak, paar=tweelingen)), bewijs=(), verloop=None)


def getuige_van(zaak: Zaak) -> Getuige:
    """The pair of a case, with what each of them gets."""
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
        zaak.verlies,
        verschillen(zaak.paar),
        zaak.omschrijving,
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


# ------------------------------------------------------------------ covered, accepted


def _gedekt(b: Bevinding, plan: Plan, drempels: Drempels) -> Bevinding:
    """A term that was missed and for which the law has an excuse is no gap: it leaves the ranking,
    and stays visible with the way out that covers it. P06 is about a missed term by definition,
    whatever step follows on it; another finding where it is the term that is to blame."""
    sterk = b.dekking.sterkte >= drempels.van("P14", "sterkte").waarde
    stappen = {plan.versies[r].herkomst.stap for r in b.regels if r in plan.versies}
    termijn = b.patroon == "P06" or stappen == {"termijn"}
    return replace(b, gedekt=True) if sterk and termijn else b


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
