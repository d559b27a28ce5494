"""A citizen as JSON, in the form that ``reken`` reads. The form is described in docs/json.md."""

from __future__ import annotations

from datetime import date
from typing import Any

from wetsanalyse.model.casus import Casus
from wetsanalyse.model.cellen import eigenschappen
from wetsanalyse.model.feiten import Tijdwaarde, Voorval
from wetsanalyse.model.model import Attribuut, Model
from wetsanalyse.model.terms import Constante
from wetsanalyse.report.opmaak import eenheid_van
from wetsanalyse.report.waardevorm import als_waarde
from wetsanalyse.run.toestanden import Plannen, bekend
from wetsanalyse.run.weergave import tijdstukken


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
