"""Results as JSON, for programs: `reken_json` for one citizen, `onderzoek_json` for an
examination. Numbers are exact and stand as text. The form is described in docs/json.md."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from wetsanalyse.analyses.bevinding import (
    Bevinding,
    Blaam,
    Drempel,
    Getuige,
    Onderzoek,
    RegelDekking,
    Routerij,
    VerborgenDrempel,
)
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.cellen import eigenschappen, lid_van
from wetsanalyse.model.feiten import Tijdwaarde, Voorval
from wetsanalyse.model.model import Attribuut, Model, Vindplaats
from wetsanalyse.model.terms import Constante
from wetsanalyse.model.types import Type
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist
from wetsanalyse.report.bronnen import adres
from wetsanalyse.report.ernstvorm import ernst_json, omvang_json
from wetsanalyse.report.meldingvorm import VERSIE, meldingen_json
from wetsanalyse.report.namen import typen_van
from wetsanalyse.report.opmaak import eenheid_van
from wetsanalyse.report.waardevorm import als_getal, als_waarde
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.run.oordelen import mogelijkheden
from wetsanalyse.run.scenarios import Scenariouitslag
from wetsanalyse.run.toestanden import Plannen, bekend
from wetsanalyse.run.weergave import tijdstukken

__all__ = [
    "VERSIE",
    "aannamen",
    "casus_json",
    "meldingen_json",
    "met_eenheid",
    "onderzoek_json",
    "reken_json",
    "toets_json",
]


# ------------------------------------------------------------------ one citizen


def reken_json(
    plan: Plan, uitslag: Uitslag, gevraagd: Sequence[tuple[str, str]] | None = None
) -> dict[str, Any]:
    """The outcomes of one citizen (default: every property that was needed)."""
    plat = uitslag.plan
    sleutels = list(plat.eigenschappen) if gevraagd is None else list(gevraagd)
    slots = [plat.eigenschappen[s] for s in sleutels]
    uitkomsten: dict[str, dict[str, Any]] = {}
    fouten: list[dict[str, Any]] = []
    for (object_, eigenschap), slot in zip(sleutels, slots, strict=True):
        waarde = uitslag.waarden[slot]
        if waarde is None:
            continue
        fouten += [_fout(object_, eigenschap, f) for f in _fouten_in(waarde)]
        type_ = plat.steps[slot].type
        vorm = met_eenheid(waarde, type_)
        if isinstance(waarde, Onbeslist):
            vorm["mogelijk"] = _mogelijk(uitslag, slot)
        uitkomsten.setdefault(object_, {})[eigenschap] = vorm
    return {
        "versie": VERSIE,
        "rekendatum": plat.rekendatum.isoformat(),
        "uitkomsten": uitkomsten,
        "open": _open(plan, uitslag, slots),
        "aannamen": aannamen(plan, uitslag, slots),
        "overschreven": _overschreven(plan, uitslag),
        "controles": _controles(uitslag),
        "fouten": fouten,
    }


def _fouten_in(waarde: Any) -> list[Fout]:
    """The faults of a value, each once; that nothing is counted far away in time is none."""
    if isinstance(waarde, Tijdwaarde):
        alle = [f for w in waarde.waarden for f in _fouten_in(w)]
        return list(dict.fromkeys(f for f in alle if f.code != "TT-HORIZON"))
    return [waarde] if isinstance(waarde, Fout) else []


def _overschreven(plan: Plan, uitslag: Uitslag) -> list[dict[str, Any]]:
    """What was given and a rule makes something else of: the rule wins, and that is told."""
    typen = typen_van(plan.model, uitslag.plan)
    gevonden: list[dict[str, Any]] = []
    for sleutel, gegeven in uitslag.geval.invoer.items():
        slot = uitslag.plan.eigenschappen.get((sleutel.object, sleutel.eigenschap))
        if gegeven in (LEEG, None, False) or slot is None:
            continue
        anders = uitslag.waarden[slot] not in (gegeven, None)
        if anders and _gezet(plan, typen.get(sleutel.object, ""), sleutel.eigenschap):
            eenheid = eenheid_van(uitslag.plan.steps[slot].type)
            gevonden.append(
                {
                    "object": sleutel.object,
                    "eigenschap": sleutel.eigenschap,
                    "opgegeven": als_waarde(gegeven, eenheid),
                }
            )
    return gevonden


def _controles(uitslag: Uitslag) -> list[dict[str, Any]]:
    """What the rules that check found, for each object that is there; null: not known."""
    gevonden: list[dict[str, Any]] = []
    for (regel, object_), slot in uitslag.plan.controles.items():
        waarde = uitslag.waarden[slot]
        if waarde is None or waarde is LEEG:
            continue
        klopt = waarde if isinstance(waarde, bool) else None
        rij: dict[str, Any] = {"regel": regel, "object": object_, "consistent": klopt}
        if isinstance(waarde, Fout):
            rij["bericht"] = waarde.bericht
        gevonden.append(rij)
    return gevonden


def met_eenheid(waarde: Any, type_: Type) -> dict[str, Any]:
    """``{"waarde": "1355", "eenheid": "€/jr"}``; no unit: an empty text."""
    eenheid = eenheid_van(type_)
    toon = als_waarde(waarde, eenheid)
    return {"waarde": toon, "eenheid": "" if eenheid == "datum" else eenheid}


def _mogelijk(uitslag: Uitslag, slot: int) -> list[dict[str, Any]]:
    """What the outcome is under each judgment; empty when there are too many to try."""
    eenheid = eenheid_van(uitslag.plan.steps[slot].type)
    return [
        {
            "oordelen": [
                {"open norm": o.norm, "object": o.object, "oordeel": oordeel}
                for o, oordeel in m.oordelen.items()
            ],
            "waarde": als_waarde(m.waarde, eenheid),
        }
        for m in mogelijkheden(uitslag.plan, uitslag.geval, slot)
    ]


def _fout(object_: str, eigenschap: str, fout: Fout) -> dict[str, Any]:
    return {
        "object": object_,
        "eigenschap": eigenschap,
        "code": fout.code,
        "bericht": fout.bericht,
        "regel": fout.regel,
    }


def _open(plan: Plan, uitslag: Uitslag, slots: Sequence[int]) -> list[dict[str, Any]]:
    """What a person still has to fill in: judgments, and inputs that were asked for. What a
    rule sets is not asked of a person."""
    typen = typen_van(plan.model, uitslag.plan)
    normen = {
        o for s in slots if isinstance(w := uitslag.waarden[s], Onbeslist) for o in w.oordelen
    }
    invoer = {
        i
        for i in uitslag.ontbrekend(*slots)
        if not _gezet(plan, typen.get(i.object, ""), i.eigenschap)
    }
    parameters = set(uitslag.parameters_zonder_waarde(*slots))
    return [
        *({"soort": "open norm", "naam": o.norm, "object": o.object} for o in sorted(normen)),
        *({"soort": "invoer", "naam": i.eigenschap, "object": i.object} for i in sorted(invoer)),
        *({"soort": "parameter", "naam": naam, "object": None} for naam in sorted(parameters)),
    ]


def _gezet(plan: Plan, objecttype: str, eigenschap: str) -> bool:
    """Whether a rule sets this property (or another cell of the same attribute)."""
    if objecttype not in plan.model.objecttypen:
        return False
    naam = lid_van(plan.model, objecttype, eigenschap).naam
    return bool(plan.schrijvers.get((objecttype, naam)))


def aannamen(plan: Plan, uitslag: Uitslag, slots: Sequence[int]) -> list[dict[str, Any]]:
    """The unconfirmed sources of the rules and parameters on which these values rest."""
    regels = uitslag.regels(*slots)
    parameters = set(uitslag.parameters(*slots))
    gevonden = [
        {"regel": v.id, "aanname": v.herkomst.onbevestigd}
        for v in plan.versies.values()
        if v.id in regels and v.herkomst.onbevestigd
    ]
    return gevonden + [
        {"parameter": naam, "aanname": w.herkomst.onbevestigd}
        for naam, w in plan.parameters.items()
        if naam in parameters and w.herkomst.onbevestigd
    ]


# ------------------------------------------------------------------ a case file


def casus_json(casus: Casus, model: Model) -> dict[str, Any]:
    """A citizen as a file that ``reken`` reads again. An event that records what came out of a
    computation cannot stand in a file: then all that happened is put in the values."""
    nieuw = [w.waarde for v in casus.gebeurtenissen for w in v.wijzigingen]
    if not all(isinstance(waarde, Constante) for waarde in nieuw):
        casus = bekend(Plannen(model), casus)
    vorm: dict[str, Any] = {
        "rekendatum": casus.rekendatum.isoformat(),
        "objecten": [_object(casus, model, n, t) for n, t in casus.huishouden.objecten],
        "feiten": [_feit(model, f.feittype, f.objecten) for f in casus.huishouden.feiten],
        "parameters": {
            naam: als_waarde(waarde, eenheid_van(model.parameters[naam].type))
            for naam, waarde in casus.parameters.items()
        },
    }
    if casus.oordelen:
        vorm["oordelen"] = [
            {"open norm": norm, "object": wie, "oordeel": oordeel}
            for (norm, wie), oordeel in casus.oordelen.items()
        ]
    if casus.gebeurtenissen:
        vorm["gebeurtenissen"] = [_voorval(v) for v in casus.gebeurtenissen]
    return vorm


def _voorval(voorval: Voorval) -> dict[str, Any]:
    """An event with the new values, per object; with the time in which each holds, where that is
    not simply from its day on."""
    per_object: dict[str, dict[str, Any]] = {}
    for w in voorval.wijzigingen:
        assert isinstance(w.waarde, Constante)
        waarde = als_waarde(w.waarde.waarde, eenheid_van(w.type))
        van_af = w.tot is None and w.van == voorval.datum.toordinal()
        deel: Any = waarde
        if not van_af:
            grenzen = {
                naam: date.fromordinal(dag).isoformat()
                for naam, dag in (("van", w.van), ("tot", w.tot))
                if dag is not None
            }
            deel = [{**grenzen, "waarde": waarde}]
        eigen = per_object.setdefault(w.object, {})
        al = eigen.get(w.eigenschap)
        eigen[w.eigenschap] = [*al, *deel] if isinstance(al, list) else deel
    return {
        "datum": voorval.datum.isoformat(),
        "gebeurtenis": voorval.gebeurtenis,
        "wijzigingen": per_object,
    }


def _object(casus: Casus, model: Model, naam: str, type_: str) -> dict[str, Any]:
    leden = dict(eigenschappen(model, type_))
    attributen: dict[str, Any] = {}
    kenmerken: list[Any] = []
    for (wie, eigenschap), waarde in casus.invoer.items():
        lid = leden.get(eigenschap)
        if wie != naam or lid is None:
            continue
        if isinstance(lid, Attribuut):
            attributen[eigenschap] = als_waarde(waarde, eenheid_van(lid.type))
        else:
            kenmerken += _waar_wanneer(eigenschap, waarde)
    onbekend = sorted(e for wie, e in casus.onbekend if wie == naam)
    attributen |= dict.fromkeys(onbekend)
    return {"naam": naam, "type": type_, "attributen": attributen, "kenmerken": kenmerken}


def _waar_wanneer(kenmerk: str, waarde: Any) -> list[Any]:
    """A kenmerk that is true, or the periods in which it is."""
    if not isinstance(waarde, Tijdwaarde):
        return [kenmerk] * (waarde is True)
    return [
        {"naam": kenmerk, "van": als_waarde(van, "datum"), "tot": als_waarde(tot, "datum")}
        for van, tot, ding in tijdstukken(waarde)
        if ding is True
    ]


def _feit(model: Model, feittype: str, objecten: tuple[str, str]) -> dict[str, Any]:
    rollen = [rol.naam for rol in model.feittypen[feittype].rollen]
    if rollen[0] == rollen[1]:
        return {"feittype": feittype, "rollen": {rollen[0]: list(objecten)}}
    return {"feittype": feittype, "rollen": dict(zip(rollen, objecten, strict=True))}


# ------------------------------------------------------------------ an examination


def onderzoek_json(onderzoek: Onderzoek, model: Model) -> dict[str, Any]:
    """The whole examination."""
    return {
        "versie": VERSIE,
        "rekendatum": onderzoek.rekendatum.isoformat(),
        "regelingen": [
            {"naam": naam, "tekst_van": tekst, "jci": jci, "adres": adres(jci) or None}
            for naam, tekst, jci in onderzoek.regelingen
        ],
        "bevindingen": [_bevinding(b, model) for b in onderzoek.bevindingen],
        "verborgen_drempels": [_verborgen(v) for v in onderzoek.verborgen_drempels],
        "dekking": [_regeldekking(d) for d in onderzoek.regeldekking],
        "scenario's": _scenarios(onderzoek.scenarios),
        "niet_gemeten": list(onderzoek.niet_gemeten),
        "open_punten": list(onderzoek.open_punten),
        "burgers": onderzoek.burgers,
        "sweeps": onderzoek.sweeps,
        "diepte": onderzoek.diepte,
        "seed": onderzoek.seed,
        "afgebroken": onderzoek.afgebroken,
    }


def _bevinding(b: Bevinding, model: Model) -> dict[str, Any]:
    return {
        "id": b.id,
        "patroon": b.patroon,
        "titel": b.titel,
        "as": b.as_,
        "gevolg": b.gevolg,
        "eenheid": b.eenheid,
        "maat": als_waarde(b.maat, b.eenheid),
        "drempel": _drempel(b.drempel),
        "getuigen": [_getuige(g, model) for g in b.getuigen],
        "herkomst": [_plaats(p) for p in b.herkomst],
        "regels": list(b.regels),
        "blaamset": [_blaam(a) for a in b.blaamset],
        "blaam_volledig": b.blaam_volledig,
        "dekking": [_route(r) for r in b.dekking.rijen],
        "dekking_sterkte": als_getal(b.dekking.sterkte),
        "dekking_sterkte_nu": als_getal(b.dekking.sterkte_nu),
        "klasse": b.klasse,
        "klasse_reden": b.klasse_reden,
        "garantie": dict(b.garantie),
        "verdisconteerd": b.verdisconteerd,
        "aannamen": list(b.aannamen),
        "aanvaard": b.aanvaard,
        "bewezen_onder": list(b.bewezen_onder),
        "ernst": ernst_json(b.ernst),
        "omvang": omvang_json(b.omvang),
        "aannemelijk": _getuige(b.aannemelijk, model) if b.aannemelijk else None,
        "kleinst": _getuige(b.kleinst, model) if b.kleinst else None,
        "gedekt": b.gedekt,
    }


def _drempel(d: Drempel) -> dict[str, Any]:
    return {
        "naam": d.naam,
        "waarde": als_waarde(d.waarde, d.eenheid),
        "eenheid": d.eenheid,
        "bron": d.bron,
        "eigenaar": d.eigenaar,
    }


def _getuige(g: Getuige, model: Model) -> dict[str, Any]:
    return {
        "burger": casus_json(g.burger, model),
        "buur": casus_json(g.buur, model),
        "uitkomsten": {
            u.naam: {
                "burger": als_waarde(u.burger, u.eenheid),
                "buur": als_waarde(u.buur, u.eenheid),
                "eenheid": u.eenheid,
            }
            for u in g.uitkomsten
        },
        "omschrijving": g.omschrijving,
        "bewijs": [
            {"titel": t.titel, "koppen": list(t.koppen), "rijen": [list(r) for r in t.rijen]}
            for t in g.bewijs
        ],
        "verlies": als_getal(g.verlies),
    }


def _plaats(plaats: Vindplaats) -> str:
    return plaats.jci or str(plaats)


def _blaam(blaam: Blaam) -> list[str]:
    """Places; a rule without a place by its name."""
    return [_plaats(p) for p in blaam.plaatsen] or list(blaam.regels)


def _route(r: Routerij) -> dict[str, Any]:
    return {
        "route": r.route,
        "soort": r.soort,
        "dekt": r.dekt,
        "sterkte": als_getal(r.sterkte),
        "reden": r.reden,
        "bron": r.bron,
        "normen": list(r.normen),
    }


def _verborgen(v: VerborgenDrempel) -> dict[str, Any]:
    return {
        "as": v.as_,
        "links": als_waarde(v.waarde_links, "datum" if v.eenheid == "dag" else v.eenheid),
        "rechts": als_waarde(v.waarde_rechts, "datum" if v.eenheid == "dag" else v.eenheid),
        "eenheid": v.eenheid,
        "gevolg": v.gevolg,
        "voor": als_waarde(v.voor),
        "na": als_waarde(v.na),
        "regel": v.regel,
        "huishouden": v.huishouden,
        "soort": v.soort,
    }


def _regeldekking(d: RegelDekking) -> dict[str, Any]:
    return {"regel": d.regel, "geraakt": d.geraakt, "overgeslagen": d.overgeslagen}


def _scenarios(uitslagen: Sequence[Scenariouitslag]) -> dict[str, Any]:
    return {
        "totaal": len(uitslagen),
        "geslaagd": sum(s.geslaagd for s in uitslagen),
        "mislukt": [
            {"naam": s.naam, "plaats": s.plaats, "afwijkingen": list(s.afwijkingen)}
            for s in uitslagen
            if not s.geslaagd
        ],
    }


# ------------------------------------------------------------------ scenarios


def toets_json(
    uitslagen: Sequence[Scenariouitslag], dekking: Sequence[RegelDekking]
) -> dict[str, Any]:
    """What became of all scenarios, and how far they reach into the rules."""
    return {
        "versie": VERSIE,
        **_scenarios(uitslagen),
        "verwachtingen": sum(s.verwachtingen for s in uitslagen),
        "zonder_bron": sum(s.verwachtingen for s in uitslagen if not s.bron),
        "dekking": [_regeldekking(d) for d in dekking],
    }
