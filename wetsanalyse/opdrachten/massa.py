"""A large population beside findings and repairs: a table of households in Parquet or Arrow.

A small table of citizens (CSV) goes through the examination itself, citizen by citizen. This one
goes through the kernel: every household, and again one step further along the axis of a finding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Bevinding, Getuige
from wetsanalyse.analyses.herstel import Herstel, Wet, pas_toe
from wetsanalyse.model.model import Model
from wetsanalyse.opdrachten.bevolking_gegevens import (
    Gegevens,
    loop,
    met_bibliotheken,
    stop_gebruik,
)
from wetsanalyse.opdrachten.gedeeld import laad_bevolking, stop

if TYPE_CHECKING:
    from wetsanalyse.analyses.burgers.bevolking import Bevolking
    from wetsanalyse.bevolking.draaien import Draaier
    from wetsanalyse.bevolking.loop import Eindstand, Werk
    from wetsanalyse.bevolking.verschuiven import Verschuiving
    from wetsanalyse.bevolking.vorm import Vorm
    from wetsanalyse.model.scenarios import Scenario
    from wetsanalyse.report.massavorm import Herstelmassa, Massa, Rand

KOLOMMEN = (".parquet", ".pq", ".arrow", ".feather", ".arrows")
NIETS: tuple[None, None, Mapping[str, str | None]] = (None, None, {})
GEEN_BEDRAG = "de drempel van het patroon is geen bedrag"
GEEN_STAP = "de twee burgers verschillen niet in een getal of datum van de tabel"


def is_tabel_met_kolommen(pad: Path) -> bool:
    """Whether a population goes through the kernel, by the kind of its file."""
    return pad.suffix.casefold() in KOLOMMEN


def laad_gewichten(
    set_: chain.Regelset,
    pad: Path | None,
    scenarios: Sequence[Scenario],
    dag: date,
    als_json_: bool,
) -> Bevolking | None:
    """The small table of citizens, if that is what was given."""
    if pad is None or is_tabel_met_kolommen(pad):
        return None
    return laad_bevolking(set_, pad, scenarios, dag, als_json_)


def met_massa(document: Any, massa: Massa | Herstelmassa | None) -> Any:
    """A JSON document with what the population says, when there is one."""
    if massa is None:
        return document
    from wetsanalyse.report.massavorm import Massa, herstelmassa_json, massa_json

    deel = massa_json(massa) if isinstance(massa, Massa) else herstelmassa_json(massa)
    return {**document, "bevolking": deel}


def toon_massa(scherm: Any, massa: Massa | Herstelmassa | None) -> None:
    if massa is None:
        return
    from wetsanalyse.report.deelvorm import toon_delen
    from wetsanalyse.report.massavorm import Massa, herstelmassa_deel, massa_deel

    deel = massa_deel(massa) if isinstance(massa, Massa) else herstelmassa_deel(massa)
    toon_delen(scherm, [deel])


def massa_van(
    model: Model, dag: date, bevindingen: Sequence[Bevinding], pad: Path | None, json_: bool
) -> Massa | None:
    """How many lose by the step of each finding; None: there is no such table."""
    if pad is None or not is_tabel_met_kolommen(pad):
        return None
    with met_bibliotheken(json_):
        from wetsanalyse.bevolking.loop import Doorrekening
        from wetsanalyse.report.massavorm import Massa
    draaier = _draaier(model, dag, json_)
    bij, over = _open(draaier.vorm, pad, json_)
    randen, niet = _randen(draaier, bevindingen)
    eind = _loop(Doorrekening(draaier, [r.klif for r in randen]), bij, json_)
    return Massa(eind, randen, niet, over, bij.synthetisch)


def herstelmassa_van(
    wet: Wet, dag: date, herstel: Herstel, pad: Path | None, json_: bool
) -> Herstelmassa | None:
    """Every variant over the population; None: there is no such table."""
    if pad is None or not is_tabel_met_kolommen(pad):
        return None
    with met_bibliotheken(json_):
        from wetsanalyse.bevolking.loop import Doorrekening
        from wetsanalyse.bevolking.verenigen import verenig
        from wetsanalyse.bevolking.vergelijken import vergelijking
        from wetsanalyse.report.massavorm import Herstelmassa, Variantmassa
    oud = _draaier(wet.model, dag, json_)
    bij, _ = _open(oud.vorm, pad, json_)
    gedaan: list[Variantmassa] = []
    weg: list[tuple[str, str]] = []
    for proef in herstel.proeven:
        nieuw = _draaier(pas_toe(wet, proef.variant.tekst).value.model, dag, json_)
        werk, vorm = vergelijking(oud, nieuw), verenig(oud.vorm, nieuw.vorm)
        if werk.value is None or vorm.value is None:
            reden = (*werk.fouten, *vorm.fouten)[0].bericht
            weg.append((proef.variant.naam, reden))
            continue
        if {v.naam for v in vorm.value.velden.nodig} - {v.naam for v in oud.vorm.velden.nodig}:
            weg.append((proef.variant.naam, "hij vraagt een kolom die de tabel niet heeft"))
            continue
        verschil = _loop(werk.value, replace(bij, vorm=vorm.value), json_)
        randen, _ = _randen(nieuw, [herstel.bevinding])
        rest = None
        if randen:
            eind = _loop(Doorrekening(nieuw, [randen[0].klif]), bij, json_)
            rest = (eind, randen[0])
        paar = werk.value.alle[0]
        gedaan.append(Variantmassa(proef.variant.naam, verschil, paar, rest))
    return Herstelmassa(gedaan, weg, bij.synthetisch)


def _draaier(model: Model, dag: date, json_: bool) -> Draaier:
    from wetsanalyse.bevolking.doelen import doelen_van
    from wetsanalyse.bevolking.draaien import Draaier
    from wetsanalyse.bevolking.vorm import vorm_van

    vorm = vorm_van(model, dag)
    if vorm.value is None:
        stop(vorm.fouten, json_)
    plan = chain.lower(model, dag)
    return Draaier(plan, vorm.value, doelen_van(plan, vorm.value))


def _open(vorm: Vorm, pad: Path, json_: bool) -> tuple[Gegevens, list[str]]:
    """The table without the columns that this law does not know (such as those to group by)."""
    from wetsanalyse.bevolking.indeling import leg_naast
    from wetsanalyse.bevolking.openen import open_bron
    from wetsanalyse.bevolking.overslaan import zonder_onbekende

    bron = open_bron(str(pad))
    if bron.value is None:
        stop_gebruik(bron.fouten, json_)
    gelezen, over = zonder_onbekende(vorm, bron.value)
    indeling = leg_naast(vorm, gelezen)
    if indeling.value is None:
        stop_gebruik(indeling.fouten, json_)
    return Gegevens(gelezen, vorm, indeling.value), over


def _loop(werk: Werk, bij: Gegevens, json_: bool) -> Eindstand:
    return loop(werk, bij, NIETS, None, json_)[0]


# ------------------------------------------------------------------ the step of a finding


def _randen(
    draaier: Draaier, bevindingen: Sequence[Bevinding]
) -> tuple[list[Rand], list[tuple[str, str]]]:
    """Each step once, with the findings that it belongs to; and those without one, with why."""
    from wetsanalyse.bevolking.kliffen import Klifmeting
    from wetsanalyse.bevolking.netto import bijdragen
    from wetsanalyse.report.massavorm import Rand

    delen = bijdragen(draaier.plan.model, draaier.vorm, draaier.doelen)
    per_klif: dict[Klifmeting, list[str]] = {}
    niet: list[tuple[str, str]] = []
    for b in bevindingen:
        stap = _stap(draaier.vorm, b.getuigen[0]) if b.getuigen else None
        if b.drempel.eenheid != "€" or b.drempel.waarde <= 0:
            niet.append((b.id, GEEN_BEDRAG))
        elif stap is None or not delen:
            niet.append((b.id, GEEN_STAP))
        else:
            per_klif.setdefault(Klifmeting(stap, delen, b.drempel.waarde), []).append(b.id)
    return [Rand(klif, tuple(ids)) for klif, ids in per_klif.items()], niet


def _stap(vorm: Vorm, g: Getuige) -> Verschuiving | None:
    """From the citizen who is not hit to the one who is, as a step of a column."""
    from wetsanalyse.bevolking.verschuiven import Verschuiving
    from wetsanalyse.bevolking.vorm import ZELF
    from wetsanalyse.run.kolommen import invoerschaal

    waarden = (g.waarde_burger, g.waarde_buur)
    if not all(isinstance(w, Fraction | int) and not isinstance(w, bool) for w in waarden):
        return None
    stap = Fraction(g.waarde_burger) - Fraction(g.waarde_buur)
    feiten = g.burger.huishouden.feiten
    for wie, velden in ((ZELF, vorm.velden), *((r.naam, r.velden) for r in vorm.enkel)):
        rol = next((r.rol for r in vorm.enkel if r.naam == wie), None)
        in_rol = any(
            rol is not None and f.feittype == rol.feittype and f.objecten[rol.nummer] == g.as_object
            for f in feiten
        )
        past = in_rol if rol is not None else _is_wortel(vorm, g)
        veld = next((v for v in velden.nodig if v.eigenschap == g.as_), None)
        if past and veld is not None and stap and (veld.type.is_getal or veld.type.is_tijd):
            heel = (stap * invoerschaal(veld.type)).denominator == 1
            return Verschuiving(wie, veld, stap) if heel else None
    return None


def _is_wortel(vorm: Vorm, g: Getuige) -> bool:
    """Whether the axis is of the person that a row is about."""
    huishouden = g.burger.huishouden
    if huishouden.typen.get(g.as_object) != vorm.wortel:
        return False
    return not any(
        f.feittype == r.rol.feittype and f.objecten[r.rol.nummer] == g.as_object
        for f in huishouden.feiten
        for r in vorm.rollen
    )


__all__ = ["herstelmassa_van", "is_tabel_met_kolommen", "massa_van", "met_massa", "toon_massa"]
