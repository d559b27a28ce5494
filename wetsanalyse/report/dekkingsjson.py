"""The coverage table as JSON. The form is described in docs/json.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from wetsanalyse.analyses.maten.vluchtroutes import Route
from wetsanalyse.analyses.statisch.drempelplaatsen import Drempelplaats
from wetsanalyse.analyses.statisch.overzicht import GedekteStap, Statisch
from wetsanalyse.analyses.uitwegen.clausulebereik import Clausulebereik
from wetsanalyse.model.model import Model, Vindplaats
from wetsanalyse.report.dekkingsbewijsvorm import stap_json
from wetsanalyse.report.dekkingswoorden import lege_vakken
from wetsanalyse.report.onderzoekjson import plaats_json, route_json
from wetsanalyse.report.waardevorm import als_getal, als_waarde

if TYPE_CHECKING:
    from wetsanalyse.analyses.bewijs.stapbewijs import Stapbewijzen


def dekking_json(
    mappen: Sequence[str],
    tabel: Statisch,
    model: Model,
    routes: Sequence[Route],
    bewijzen: Stapbewijzen | None = None,
) -> dict[str, Any]:
    """One table: what was read, the steps, and all that layer L0 saw."""
    return {
        "mappen": list(mappen),
        "rekendatum": tabel.rekendatum.isoformat(),
        "sigma": als_getal(tabel.sigma),
        "regelingen": [
            {
                "naam": r.naam,
                "niveau": r.niveau,
                "tekst_van": r.tekst_van.isoformat() if r.tekst_van else None,
                "tekst_vergeleken": False,
            }
            for r in model.regelingen.values()
        ],
        "ondertekend": {
            "routes": sum(r.ondertekend is not None for r in routes),
            "van": len(routes),
        },
        "stappen": [_stap(s, bewijzen) for s in tabel.stappen],
        "lege_vakken": [{"vak": vak, "regels": list(regels)} for vak, regels in lege_vakken(tabel)],
        "clausules": [_clausule(c) for c in tabel.clausules],
        "drempels": [_drempel(d) for d in tabel.drempels],
        "poorten": [
            {
                "drempel": _drempel(p.drempel),
                "via": list(p.via),
                "bedrag": f"{p.bedrag[1]} van {p.bedrag[0]}",
                "uitkomst": f"{p.uitkomst[1]} van {p.uitkomst[0]}",
                "geheel": p.geheel,
            }
            for p in tabel.poorten
        ],
        "termijnen": [
            {
                "regel": t.regel,
                "herkomst": _links(t.plaatsen),
                "grens": _drempel(t.grens) if t.grens is not None else None,
                "gevolgen": list(t.gevolgen),
                "excuus": t.excuus,
            }
            for t in tabel.termijnen
        ],
        "waaiers": [
            {
                "gegeven": f"{w.feit[1]} van {w.feit[0]}",
                "gevolgen": list(w.gevolgen),
                "alleen_langs_dit": list(w.langs),
            }
            for w in tabel.waaiers
        ],
    }


def _links(plaatsen: Sequence[Vindplaats]) -> list[str]:
    return [plaats_json(p) for p in plaatsen]


def _stap(s: GedekteStap, bewijzen: Stapbewijzen | None) -> dict[str, Any]:
    stap = s.stap
    return {
        "regel": stap.regel,
        "versies": list(stap.versies),
        "herkomst": _links(stap.plaatsen),
        "soort": stap.soort.value,
        "verklaard": stap.verklaard,
        "onder_voorwaarde": stap.sprong,
        "niveaus": list(stap.niveaus),
        "bevoegdheid": stap.bevoegdheid,
        "stap": stap.stap,
        "rechtsmiddel": stap.rechtsmiddel,
        "verdisconteerd": stap.verdisconteerd,
        "uitkomsten": list(stap.uitkomsten),
        "kaal": s.kaal,
        "kaal_nu": s.kaal_nu,
        "sterkte": als_getal(s.dekking.sterkte),
        "sterkte_nu": als_getal(s.dekking.sterkte_nu),
        "uitwegen": [route_json(r) for r in s.dekking.rijen],
        "dekkingsbewijzen": None if bewijzen is None else stap_json(s, bewijzen),
    }


def _clausule(c: Clausulebereik) -> dict[str, Any]:
    return {
        "naam": c.naam,
        "herkomst": _links(c.plaatsen),
        "reikt": c.reikt.value,
        "reden": c.reden,
        "sterkte": als_getal(c.sterkte),
        "sterkte_reden": c.sterkte_reden,
        "reikwijdte": [{"deel": d.tekst, "regels": list(d.regels)} for d in c.delen],
        "nadelige_regels": list(c.nadelig),
        "normen": list(c.normen),
    }


def _drempel(d: Drempelplaats) -> dict[str, Any]:
    eenheid = "datum" if d.soort == "tijd" else d.eenheid
    return {
        "regel": d.regel,
        "herkomst": _links(d.plaatsen),
        "grootheid": d.grootheid,
        "teken": d.teken,
        "tegen": d.tegen,
        "waarde": None if d.waarde is None else als_waarde(d.waarde, eenheid),
        "eenheid": d.eenheid,
    }
