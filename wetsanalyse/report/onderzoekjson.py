"""An examination as JSON, and what became of the scenarios. The form is described in
docs/json.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wetsanalyse.analyses.bevinding import (
    Bevinding,
    Blaam,
    Drempel,
    Drempelplek,
    Getuige,
    Onderzoek,
    RegelDekking,
    Routerij,
    VerborgenDrempel,
)
from wetsanalyse.model.model import Model, Vindplaats
from wetsanalyse.report.bronnen import adres
from wetsanalyse.report.casusjson import casus_json
from wetsanalyse.report.dekkingsbewijsvorm import bewijs_json
from wetsanalyse.report.ernstvorm import ernst_json, omvang_json
from wetsanalyse.report.knelpunten import knelpunt_json, knelpunten
from wetsanalyse.report.meldingvorm import VERSIE
from wetsanalyse.report.waardevorm import als_getal, als_waarde
from wetsanalyse.run.scenarios import Scenariouitslag


def onderzoek_json(onderzoek: Onderzoek, model: Model, top: int | None = None) -> dict[str, Any]:
    """The whole examination. ``top``: with so many bottlenecks, when they were asked for."""
    lijst = () if top is None else knelpunten(onderzoek.bevindingen, model, top)
    kort = {} if top is None else {"knelpunten": [knelpunt_json(k) for k in lijst]}
    return {
        "versie": VERSIE,
        "rekendatum": onderzoek.rekendatum.isoformat(),
        "regelingen": [
            {"naam": naam, "tekst_van": tekst, "jci": jci, "adres": adres(jci) or None}
            for naam, tekst, jci in onderzoek.regelingen
        ],
        **kort,
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
        "herkomst": [plaats_json(p) for p in b.herkomst],
        "regels": list(b.regels),
        "blaamset": [_blaam(a) for a in b.blaamset],
        "blaam_volledig": b.blaam_volledig,
        "dekking": [route_json(r) for r in b.dekking.rijen],
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
        "dekkingsbewijs": _dekkingsbewijs(b, model),
    }


def _dekkingsbewijs(b: Bevinding, model: Model) -> dict[str, Any] | None:
    getuige = b.dekkingsbewijs.getuige if b.dekkingsbewijs else None
    return bewijs_json(b.dekkingsbewijs, _getuige(getuige, model) if getuige else None)


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


def plaats_json(plaats: Vindplaats) -> str:
    return plaats.jci or str(plaats)


def _blaam(blaam: Blaam) -> list[str]:
    """Places; a rule without a place by its name."""
    return [plaats_json(p) for p in blaam.plaatsen] or list(blaam.regels)


def route_json(r: Routerij) -> dict[str, Any]:
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
    """The border with the first place where it was seen; all places under ``plekken``."""
    eenheid = "datum" if v.eenheid == "dag" else v.eenheid
    plekken = [_drempelplek(p, eenheid) for p in v.plekken]
    eerste = {naam: waarde for naam, waarde in plekken[0].items() if naam != "wie"}
    return {
        "as": v.as_,
        "eenheid": v.eenheid,
        "gevolg": v.gevolg,
        "regel": v.regel,
        "soort": v.soort,
        **eerste,
        "plekken": plekken,
    }


def _drempelplek(p: Drempelplek, eenheid: str) -> dict[str, Any]:
    return {
        "wie": p.wie,
        "huishouden": p.huishouden,
        "links": als_waarde(p.waarde_links, eenheid),
        "rechts": als_waarde(p.waarde_rechts, eenheid),
        "voor": als_waarde(p.voor),
        "na": als_waarde(p.na),
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
