"""The main job: scenarios, exact sweeps, patterns, findings, coverage, what stayed open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from wetsanalyse.analyses.bevinding import Bevinding, Onderzoek, RegelDekking
from wetsanalyse.analyses.bevindingen import maak_bevindingen, ongebruikte_aanvaarding, posten
from wetsanalyse.analyses.bewijs.certificaat import (
    Assleutel,
    bewijs_kliffen,
    dode_clausules,
    te_bewijzen,
    zonder_antwoord,
)
from wetsanalyse.analyses.bewijs.dekkingsbewijs import Dekkingsvragen
from wetsanalyse.analyses.burgers.bevolking import Bevolking, toon_aantal
from wetsanalyse.analyses.burgers.opzet import opzet_over
from wetsanalyse.analyses.burgers.personage import om_en_om, personage
from wetsanalyse.analyses.burgers.verkenning import verken
from wetsanalyse.analyses.burgers.vormen import beschrijf, burgers, domeinen
from wetsanalyse.analyses.ernst.rangorde import stabiliteit
from wetsanalyse.analyses.geschiedenis.herhaling import herhaal
from wetsanalyse.analyses.geschiedenis.historie import histories
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.maten.maatstaf import Maatstaf, geleverd
from wetsanalyse.analyses.patronen import Onderwerp, Waarneming, is_inkomen, kijk
from wetsanalyse.analyses.verlopen.diepte import NORMAAL, Diepte
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import Opdracht, Veeg, opdrachten, vegen
from wetsanalyse.analyses.verlopen.verborgen import verborgen_drempels
from wetsanalyse.analyses.verlopen.zoeken import zoek
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.model import Attribuut, Model
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.plan.ops import Fout
from wetsanalyse.run.scenarios import Scenariouitslag, toets_alle
from wetsanalyse.run.sweep import Verloop
from wetsanalyse.run.symbolisch_termen import ZONDER_Z3, beschikbaar
from wetsanalyse.run.symbolisch_zoeken import Bewijs
from wetsanalyse.run.toepassing import toepassing
from wetsanalyse.run.toestanden import Plannen
from wetsanalyse.run.weergave import toon

Voortgang = Callable[[str, int, int], None]
CURVEN = 6


@dataclass(frozen=True)
class Vraag:
    """What is asked of an examination beside the law and its scenarios. ``as_`` and ``patronen``:
    only these (None: all); without a ``bevolking`` nobody knows how many people it is about."""

    diepte: Diepte = NORMAAL
    seed: int = 0
    as_: str | None = None
    patronen: frozenset[str] | None = None
    bevolking: Bevolking | None = None
    maatstaf: Maatstaf = field(default_factory=geleverd)


def geen_voortgang(_wat: str, _nu: int, _van: int) -> None:
    """For who does not want to watch."""


def kies_rekendatum(model: Model, scenarios: Sequence[Scenario]) -> date | None:
    """The day to examine when none is given: the latest of the scenarios, else the start of the
    latest period with parameter values, of the latest rule version, of the latest text."""
    dagen = [s.casus.rekendatum for s in scenarios]
    if not dagen:
        dagen = [w.van for p in model.parameters.values() for w in p.waarden if w.van]
    if not dagen:
        dagen = [v.van for r in model.regels.values() for v in r.versies if v.van]
    if not dagen:
        dagen = [r.tekst_van for r in model.regelingen.values() if r.tekst_van]
    return max(dagen, default=None)


def onderzoek(
    model: Model,
    scenarios: Sequence[Scenario],
    rekendatum: date,
    voortgang: Voortgang = geen_voortgang,
    vraag: Vraag | None = None,
) -> Onderzoek:
    """Examine a model as it stands on a day. Everything is in a fixed order. Who breaks it off
    (KeyboardInterrupt) gets what was found so far, marked as such."""
    v = vraag or Vraag()
    plan = lower(model, rekendatum)
    uitslagen, regeldekking = draai_scenarios(model, scenarios, rekendatum)
    opzet = _Speurtocht(plan, v, voortgang)
    try:
        opzet.ga(scenarios)
    except KeyboardInterrupt:
        opzet.afgebroken = True
    bevindingen = opzet.met_dekkingsbewijs(opzet.bevindingen())
    return Onderzoek(
        rekendatum,
        _regelingen(model),
        bevindingen,
        verborgen_drempels(opzet.gedaan),
        uitslagen,
        regeldekking,
        len(opzet.burgers),
        len(opzet.gedaan),
        sum(veeg.netto.garantie == "gezocht" for veeg in opzet.gedaan),
        (*opzet.niet_gedaan(), *_niet_gemeten(plan, opzet.gedaan, opzet.geschiedenissen)),
        (
            *_over_bevolking(v.bevolking),
            *_open_punten(plan, opzet.gedaan),
            *ongebruikte_aanvaarding(model, bevindingen),
        ),
        _curven(opzet.gedaan),
        v.diepte.naam,
        v.seed,
        opzet.afgebroken,
        stabiliteit(posten(bevindingen), v.maatstaf.weging),
    )


@dataclass
class _Speurtocht:
    """One examination under way: what was looked at, and what was seen."""

    plan: Plan
    vraag: Vraag
    voortgang: Voortgang
    burgers: tuple[Casus, ...] = ()
    gedaan: list[Veeg] = field(default_factory=list)
    gezien: list[Waarneming] = field(default_factory=list)
    geschiedenissen: int = 0
    bewezen: dict[Assleutel, Bewijs] = field(default_factory=dict)
    los: list[Bevinding] = field(default_factory=list)
    """Findings without citizens."""
    onbewezen: list[str] = field(default_factory=list)
    afgebroken: bool = False

    @property
    def drempels(self) -> Drempels:
        return self.vraag.maatstaf.voor(self.plan.model)

    def ga(self, scenarios: Sequence[Scenario]) -> None:
        """Layer by layer. What was seen before an interruption is kept."""
        if niets_te_onderzoeken(self.plan) is not None:
            return
        diepte, plan = self.vraag.diepte, self.plan
        self.burgers = verken(plan, burgers(plan, scenarios))
        lijst = opdrachten(plan, self.burgers, diepte.sweeps)
        lijst = [o for o in lijst if self.vraag.as_ in (None, o.attribuut)]
        geveegd = vegen(
            plan, lijst, lambda nu, van: self.voortgang("vegen", nu, van), diepte.evaluaties
        )
        for veeg in geveegd:
            self._bekijk(veeg)
        self._geschiedenissen(scenarios)
        for nu, casus in enumerate(mensen := om_en_om(self.burgers, diepte.personages)):
            self.voortgang("burgers", nu, len(mensen))
            self.gezien += self.kijk("burger", personage(plan, casus))
        gevonden = zoek(
            plan, lijst, self.gedaan, diepte.zoek, self.vraag.seed,
            lambda nu, van: self.voortgang("zoeken", nu, van),
        )  # fmt: skip
        for veeg in gevonden.vegen:
            self._bekijk(veeg)
        self._bewijs(lijst)

    def _bewijs(self, lijst: Sequence[Opdracht]) -> None:
        """Layer L3, where the depth asks for it."""
        diepte = self.vraag.diepte
        if not diepte.bewijzen:
            return
        if not beschikbaar():
            self.onbewezen.append(f"er is niets bewezen over alle burgers. {ZONDER_Z3}")
            return
        sleutels = te_bewijzen(self.gezien, diepte.bewijzen)
        for uitslag in bewijs_kliffen(
            self.plan, sleutels, lijst, diepte.seconden,
            lambda nu, van: self.voortgang("bewijzen", nu, van),
        ):  # fmt: skip
            self.bewezen[uitslag.sleutel] = uitslag.bewijs
            if uitslag.veeg is not None:
                self._bekijk(uitslag.veeg)
        huishoudens = (o.casus.huishouden for o in lijst)
        for gevonden in dode_clausules(self.plan, huishoudens, diepte.seconden):
            if isinstance(gevonden, str):
                self.onbewezen.append(gevonden)
            else:
                self.los.append(gevonden)
        self.onbewezen += zonder_antwoord(self.bewezen)

    def _bekijk(self, veeg: Veeg) -> None:
        self.gedaan.append(veeg)
        self.gezien += self.kijk("as", veeg)

    def _geschiedenissen(self, scenarios: Sequence[Scenario]) -> None:
        verhalen = histories(Plannen.vanaf(self.plan), scenarios)
        for nu, historie in enumerate(verhalen):
            self.voortgang("geschiedenissen", nu, len(verhalen))
            self.gezien += self.kijk("historie", herhaal(historie))
            self.geschiedenissen += 1

    def kijk(self, onderwerp: Onderwerp, ding: Any) -> Iterator[Waarneming]:
        return kijk(onderwerp, ding, self.drempels)

    def bevindingen(self) -> tuple[Bevinding, ...]:
        v = self.vraag
        beschrijf_wie = self.gedaan if v.diepte.beschrijven else ()
        alle = maak_bevindingen(
            self.plan, self.gezien, v.maatstaf, beschrijf_wie, v.bevolking, self.bewezen
        )
        al = {b.id for b in alle}
        alle += tuple(b for b in self.los if b.id not in al)
        wil = v.patronen
        return tuple(b for b in alle if wil is None or b.patroon in wil)

    def met_dekkingsbewijs(self, bevindingen: tuple[Bevinding, ...]) -> tuple[Bevinding, ...]:
        """Of each finding whether somebody is left without a way out. An interruption keeps what
        was answered."""
        diepte = self.vraag.diepte
        if not diepte.bewijzen or self.afgebroken:
            return bevindingen
        vragen = Dekkingsvragen(self.plan, self.vraag.maatstaf, diepte.bewijzen, diepte.seconden)
        met = list(bevindingen)
        try:
            for plek, bewijs in vragen.antwoorden(
                bevindingen, lambda nu, van: self.voortgang("dekking bewijzen", nu, van)
            ):
                met[plek] = replace(met[plek], dekkingsbewijs=bewijs)
        except KeyboardInterrupt:
            self.afgebroken = True
        return tuple(met)

    def niet_gedaan(self) -> Iterator[str]:
        """What the question itself leaves out."""
        if self.afgebroken:
            yield "dit onderzoek is afgebroken: alleen wat tot dan gevonden was staat erin"
        if self.vraag.as_ is not None:
            yield f"alleen de as “{self.vraag.as_}” is onderzocht"
        if self.vraag.patronen is not None:
            yield f"alleen gevraagd: {', '.join(sorted(self.vraag.patronen))}"
        if not self.vraag.diepte.zoek.voorbeelden:
            yield "buiten de vaste burgers is niet gezocht (diepte snel)"
        if not self.vraag.diepte.bewijzen:
            yield "er is niets bewezen over alle burgers: vraag dat met --bewijs of --diepte diep"
        yield from self.onbewezen


# ------------------------------------------------------------------ scenarios


def draai_scenarios(
    model: Model, scenarios: Sequence[Scenario], rekendatum: date | None = None
) -> tuple[tuple[Scenariouitslag, ...], tuple[RegelDekking, ...]]:
    """Run every scenario on its own day; count what each rule did in them. ``rekendatum`` is the
    day whose rules are listed (default: all days of the scenarios)."""
    plannen = Plannen(model)
    uitslagen: list[Scenariouitslag] = []
    vuurde: Counter[str] = Counter()
    zweeg: Counter[str] = Counter()
    for uitkomst, gedraaid in toets_alle(plannen, scenarios):
        uitslagen.append(uitkomst)
        for uitslag in gedraaid:
            ja, nee = toepassing(uitslag)
            vuurde.update(ja)
            zweeg.update(nee)
    if rekendatum is not None:
        namen = list(lower(model, rekendatum).versies)
    else:
        namen = list(dict.fromkeys(v for plan in plannen.gemaakt.values() for v in plan.versies))
    dekking = tuple(RegelDekking(naam, vuurde[naam], zweeg[naam]) for naam in namen)
    return tuple(uitslagen), dekking


# ------------------------------------------------------------------ what stays open


def _regelingen(model: Model) -> tuple[tuple[str, str | None, str | None], ...]:
    return tuple(
        (
            r.naam,
            r.tekst_van.isoformat() if r.tekst_van else None,
            f"jci1.3:c:{r.bwb_id}" if r.bwb_id else None,
        )
        for r in model.regelingen.values()
    )


def niets_te_onderzoeken(plan: Plan) -> str | None:
    """Why no citizen can be looked at; None: there is something to look at."""
    if not plan.model.uitkomsten:
        return "er is geen blok Uitkomst"
    if plan.model.regels and not plan.versies:
        return f"op {plan.rekendatum:%d-%m-%Y} geldt geen enkele regel"
    return None


def _niet_gemeten(plan: Plan, gedaan: Sequence[Veeg], verhalen: int) -> tuple[str, ...]:
    """Which patterns could not be measured here, and why: silence is not a clean bill."""
    model = plan.model
    if (reden := niets_te_onderzoeken(plan)) is not None:
        return (f"geen enkel patroon: {reden}",)
    redenen: list[str] = []
    if not gedaan:
        redenen.append("geen enkel patroon langs een as: geen invoer met een maat beïnvloedt de "
                       "uitkomst")  # fmt: skip
    if not any(is_inkomen(v) for v in gedaan):
        redenen.append(
            "P02 marginale druk: geen invoer in € per maand of jaar met “meer behoefte bij lager …”"
        )
    if not any(n.gevolg and n.tekortkoming for n in Drempels(model).normen("P04")):
        redenen.append(
            "P04 onevenredige sanctie: geen Evenredigheidsnorm met gevolg en tekortkoming"
        )
    if not any(u.bodems for u in model.uitkomsten):
        redenen.append("P05 bestaansminimum: in geen Uitkomst staat een bodem")
    if not model.verplichtingen:
        redenen.append("P07 doenlast: er is geen blok Verplichting")
    bereiken = model.invoerbereiken.values()
    if not any(b.ordes for b in bereiken):
        redenen.append("P09 niet-monotonie: geen Invoerbereik noemt een volgorde (“meer behoefte”)")
    if not any(b.zonder_belang for b in bereiken):
        redenen.append(
            "P10 ongelijke behandeling: geen Invoerbereik noemt wat niet ter zake doet; alleen "
            "personen met dezelfde rol zijn verwisseld"
        )
    if not verhalen:
        redenen.append(
            "P11 terugwerkende kracht, P13 geen weg terug en P17 overheidsoorzaak: er is geen "
            "scenario met gebeurtenissen"
        )
    return tuple(redenen)


def _over_bevolking(bevolking: Bevolking | None) -> tuple[str, ...]:
    """Whose numbers are used, and whether somebody made them up."""
    if bevolking is None:
        return ()
    aantal = toon_aantal(bevolking.omvang)
    bedacht = "synthetische gewichten" if bevolking.synthetisch else "opgegeven gewichten"
    return (f"bevolking uit {bevolking.bron}: {aantal} huishoudens, {bedacht}",)


def _open_punten(plan: Plan, gedaan: Sequence[Veeg]) -> tuple[str, ...]:
    """Assumptions, missing ranges, texts without a date, faults on the way."""
    punten: list[str] = []
    for (objecttype, attribuut), domein in domeinen(plan).items():
        if not domein.verklaard:
            lid = lid_van(plan.model, objecttype, attribuut)
            assert isinstance(lid, Attribuut)
            van, tot = (toon(w, lid.type) for w in (domein.bereik.van, domein.bereik.tot))
            punten.append(
                f"{attribuut} van {objecttype} heeft geen Invoerbereik; gezocht is van "
                f"{van} tot en met {tot}"
            )
    for regeling in plan.model.regelingen.values():
        if regeling.tekst_van is None:
            punten.append(f"{regeling.naam}: geen “tekst van”, dus de tekstversie is onbekend")
        else:
            punten.append(
                f"{regeling.naam}: tekst van {regeling.tekst_van:%d-%m-%Y}, tekst niet vergeleken"
            )
    punten += [
        f"Regel {versie.id}, bron onbevestigd: {versie.herkomst.onbevestigd}"
        for versie in plan.versies.values()
        if versie.herkomst.onbevestigd
    ]
    punten += [
        f"Parameter {naam}, bron onbevestigd: {waarde.herkomst.onbevestigd}"
        for naam, waarde in plan.parameters.items()
        if waarde.herkomst.onbevestigd
    ]
    anders = [
        *((n, v.herkomst) for n, v in plan.model.verplichtingen.items()),
        *((n, c.herkomst) for n, c in plan.model.clausules.items()),
    ]
    punten += [
        f"{naam}, bron onbevestigd: {herkomst.onbevestigd}"
        for naam, herkomst in anders
        if herkomst.onbevestigd
    ]
    punten += [
        f"wie volgens “{wat}” met opzet handelde, telt niet bij P04 en P11"
        for wat in opzet_over(plan.model)
    ]
    punten += _fouten(gedaan)
    punten += [
        f"Parameter {naam} heeft op {plan.rekendatum:%d-%m-%Y} geen waarde"
        for naam in plan.model.parameters
        if naam not in plan.parameters
    ]
    return tuple(dict.fromkeys(punten))


def _fouten(gedaan: Sequence[Veeg]) -> list[str]:
    """Stretches of an axis where the outcome is a fault."""
    gevonden: list[str] = []
    for veeg in gedaan:
        for stuk in veeg.netto.stukken:
            if isinstance(stuk.waarde_van, Fout):
                fout = stuk.waarde_van
                regel = f" in regel “{fout.regel}”" if fout.regel else ""
                gevonden.append(
                    f"uitvoerfout {fout.code}{regel} bij {veeg.attribuut} van {veeg.object}: "
                    f"{fout.bericht}"
                )
                break
    return gevonden


def _curven(gedaan: Sequence[Veeg]) -> tuple[tuple[str, Verloop], ...]:
    """One curve per axis and kind of household: that of the first citizen for whom something
    happens along it."""
    gevonden: dict[str, Verloop] = {}
    for veeg in gedaan:
        huishouden = beschrijf(veeg.plan.model, veeg.casus.huishouden)
        bijschrift = f"{NETTO} van {huishouden} bij {veeg.attribuut} van {veeg.object}"
        if len(veeg.netto.stukken) > 1:
            gevonden.setdefault(bijschrift, veeg.netto)
    return tuple(list(gevonden.items())[:CURVEN])
