"""The main job: scenarios, exact sweeps, patterns, findings, coverage, what stayed open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from wetsanalyse.analyses.bevinding import Onderzoek, RegelDekking
from wetsanalyse.analyses.bevindingen import maak_bevindingen, ongebruikte_aanvaarding
from wetsanalyse.analyses.burgers import beschrijf, burgers, domeinen
from wetsanalyse.analyses.drempels import NAMEN, Drempels
from wetsanalyse.analyses.patronen import PATRONEN, Waarneming, is_inkomen
from wetsanalyse.analyses.positie import NETTO
from wetsanalyse.analyses.vegen import HOOGSTENS, Veeg, opdrachten, vegen
from wetsanalyse.analyses.verborgen import verborgen_drempels
from wetsanalyse.analyses.verkenning import verken
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.model import Attribuut, Model
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.plan.ops import Fout
from wetsanalyse.run.scenarios import Scenariouitslag, toets
from wetsanalyse.run.sweep import Verloop
from wetsanalyse.run.toepassing import toepassing
from wetsanalyse.run.toestanden import Plannen
from wetsanalyse.run.weergave import toon

Voortgang = Callable[[str, int, int], None]
CURVEN = 6


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
    hoogstens: int = HOOGSTENS,
) -> Onderzoek:
    """Examine a model as it stands on a day, in at most so many sweeps. Everything is in a fixed
    order."""
    plan = lower(model, rekendatum)
    uitslagen, regeldekking = draai_scenarios(model, scenarios, rekendatum)
    citizens = verken(plan, burgers(plan, scenarios)) if model.uitkomsten else ()
    lijst = opdrachten(plan, citizens, hoogstens)
    gedaan: list[Veeg] = []
    gezien: list[Waarneming] = []
    drempels = Drempels(model)
    for veeg in vegen(plan, lijst, lambda nu, van: voortgang("vegen", nu, van)):
        gedaan.append(veeg)
        for patroon in PATRONEN:
            gezien += patroon.controleer(veeg, drempels)
    bevindingen = maak_bevindingen(plan, gezien)
    return Onderzoek(
        rekendatum,
        _regelingen(model),
        bevindingen,
        verborgen_drempels(gedaan),
        uitslagen,
        regeldekking,
        len(citizens),
        len(gedaan),
        sum(v.netto.garantie == "gezocht" for v in gedaan),
        _niet_gemeten(plan, gedaan),
        (*_open_punten(plan, gedaan), *ongebruikte_aanvaarding(model, bevindingen)),
        _curven(gedaan),
    )


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
    for scenario in scenarios:
        plan = plannen.op(scenario.casus.rekendatum)
        uitkomst, gedraaid = toets(plan, scenario, plannen)
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


def _niet_gemeten(plan: Plan, gedaan: Sequence[Veeg]) -> tuple[str, ...]:
    """Which patterns could not be measured here, and why: silence is not a clean bill."""
    redenen: list[str] = []
    if not plan.model.uitkomsten:
        redenen.append("geen enkel patroon: er is geen blok Uitkomst")
    if plan.model.uitkomsten and not gedaan:
        redenen.append("geen enkel patroon: geen invoer met een maat beïnvloedt de uitkomst")
    if not any(is_inkomen(v) for v in gedaan):
        redenen.append(
            "P02 marginale druk: geen invoer in € per maand of jaar met “meer behoefte bij lager …”"
        )
    if not any(n.gevolg and n.tekortkoming for n in Drempels(plan.model).normen("P04")):
        redenen.append(
            "P04 onevenredige sanctie: geen Evenredigheidsnorm met gevolg en tekortkoming"
        )
    redenen.append(
        "nog niet gebouwd: P05 tot en met P13, P16 en P17; dit onderzoek kijkt naar "
        + ", ".join(f"{id_} {naam}" for id_, naam in NAMEN.items())
    )
    return tuple(redenen)


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
                gevonden.append(
                    f"uitvoerfout bij {veeg.attribuut} van {veeg.object}: {stuk.waarde_van.bericht}"
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
