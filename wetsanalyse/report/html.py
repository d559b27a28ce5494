"""The report: one HTML file that opens offline. The words stand in the templates, the pictures
are SVG inside the page, and nothing is loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wetsanalyse.analyses.bevinding import Onderzoek, RegelDekking
from wetsanalyse.analyses.ernst.rangorde import KOPPEN as WISSELKOPPEN
from wetsanalyse.analyses.ernst.rangorde import rijen
from wetsanalyse.analyses.herstel import Herstel
from wetsanalyse.graph import RuleGraph
from wetsanalyse.plan.lower import Plan
from wetsanalyse.report import opmaak
from wetsanalyse.report.bladzijde import bladzijde
from wetsanalyse.report.bronnen import Bronlink, adres, bronlinks
from wetsanalyse.report.dekkingsbewijsvorm import KOP as BEWIJSKOP
from wetsanalyse.report.dossier import (
    GARANTIES,
    KLASSEN,
    PATRONEN,
    VERDISCONTEERD,
    Figuur,
    figuren,
    maak_dossiers,
)
from wetsanalyse.report.drempelvorm import drempelgegeven, drempelplekken
from wetsanalyse.report.herstelbeeld import herstelbeeld
from wetsanalyse.report.knelpunten import knelpunten, regels_van
from wetsanalyse.report.plot import beschrijving, stukrijen, verloop_svg
from wetsanalyse.report.tekening import knooprijen, teken
from wetsanalyse.report.warmtekaart import warmtekaart

EERST = 3
"""So many bottlenecks are told at once, when nobody asks for more."""


@dataclass(frozen=True, slots=True)
class Regelrij:
    """A rule and how far the scenarios reach into it. ``vlaggen`` are words of warning."""

    dekking: RegelDekking
    bronnen: tuple[Bronlink, ...]
    vlaggen: tuple[str, ...]


def rapport(
    onderzoek: Onderzoek,
    plan: Plan,
    graaf: RuleGraph | None = None,
    top: int | None = None,
    herstel: Mapping[str, Herstel] | None = None,
) -> str:
    """The whole page. ``graaf`` None: without the drawing of the rules; ``top``: how many
    bottlenecks to list first; ``herstel``: repair experiments, by the id of their finding."""
    dossiers = maak_dossiers(plan, onderzoek.bevindingen, graaf, herstel)
    plekken = {d.bevinding.id: (d.nummer, d.anker, d.patroon[0]) for d in dossiers}
    lijst = [
        (k.zin, regels_van(k), [plekken[id_] for id_ in k.namen])
        for k in knelpunten(onderzoek.bevindingen, plan.model, EERST if top is None else top)
    ]
    return bladzijde(
        "rapport.html.j2",
        o=onderzoek,
        knelpunten=None if top is None else lijst,
        eerst=lijst if top is None else [],
        stabiliteit=onderzoek.stabiliteit,
        wissels=rijen(onderzoek.stabiliteit) if onderzoek.stabiliteit else (),
        warmte=warmtekaart(onderzoek.bevindingen, plan.model, onderzoek.niet_gemeten),
        voorop=_voorop(onderzoek),
        dossiers=[d for d in dossiers if d.bevinding.telt],
        gedekt=[d for d in dossiers if d.bevinding.gedekt and d.bevinding.aanvaard is None],
        aanvaard=[d for d in dossiers if d.bevinding.aanvaard is not None],
        regelingen=[(n, _tekst_van(t), adres(j)) for n, t, j in onderzoek.regelingen],
        verlopen=[_figuur(n, v) for n, v in enumerate(onderzoek.verlopen, 1)],
        verborgen=[(v, drempelgegeven(v), drempelplekken(v)) for v in onderzoek.verborgen_drempels],
        regels=[_regelrij(plan, d) for d in onderzoek.regeldekking],
        mislukt=[s for s in onderzoek.scenarios if not s.geslaagd],
        zonder_bron=[s for s in onderzoek.scenarios if not s.bron],
        tekening=teken(graaf, plan.versies),
        knopen=knooprijen(graaf, plan.versies),
        WISSELKOPPEN=WISSELKOPPEN,
        GARANTIES=GARANTIES,
        KLASSEN=KLASSEN,
        PATRONEN=PATRONEN,
        BEWIJSKOP=BEWIJSKOP,
        VERDISCONTEERD=VERDISCONTEERD,
    )  # fmt: skip


def herstelpagina(h: Herstel) -> str:
    """One repair experiment as a page of its own."""
    return bladzijde("herstel.html.j2", h=herstelbeeld(h))


def _tekst_van(tekst: str | None) -> str:
    if not tekst:
        return ""
    try:
        return opmaak.datum(date.fromisoformat(tekst))
    except ValueError:
        return tekst


def _voorop(onderzoek: Onderzoek) -> Figuur | None:
    """The curve of the first finding in the ranking, to look at before reading."""
    for b in onderzoek.bevindingen:
        if b.telt:
            return next((f for f in figuren(b, "kort") if f is not None), None)
    return None


def _figuur(nummer: int, paar: tuple[str, Any]) -> Figuur:
    bijschrift, verloop = paar
    id_ = f"curve-{nummer}"
    return Figuur(
        id_,
        bijschrift,
        verloop_svg(verloop, bijschrift, id_=id_),
        beschrijving(verloop),
        stukrijen(verloop),
    )


def _regelrij(plan: Plan, d: RegelDekking) -> Regelrij:
    versie = plan.versies.get(d.regel)
    altijd = versie is not None and versie.voorwaarde is None
    vlaggen: list[str] = []
    if not d.geraakt:
        vlaggen.append("nooit toegepast")
    if not d.overgeslagen:
        vlaggen.append("heeft geen voorwaarde" if altijd else "nooit overgeslagen")
    bronnen = bronlinks(versie.herkomst, plan.model) if versie else ()
    return Regelrij(d, bronnen, tuple(vlaggen))
