"""The outcomes of one citizen as JSON, for programs. Numbers are exact and stand as text. The form
is described in docs/json.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.types import Type
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist
from wetsanalyse.report.meldingvorm import VERSIE
from wetsanalyse.report.namen import typen_van
from wetsanalyse.report.opmaak import eenheid_van
from wetsanalyse.report.waardevorm import als_waarde
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.run.oordelen import mogelijkheden


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
