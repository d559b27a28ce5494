"""What the page of one finding shows, ready for the template."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.bevinding import Bevinding, Blaam, Drempel, Getuige, Routerij
from wetsanalyse.analyses.ernst.score import rijen
from wetsanalyse.analyses.herstel import Herstel
from wetsanalyse.analyses.patronen import PATRONEN as CATALOGUS
from wetsanalyse.graph import RuleGraph
from wetsanalyse.model.model import Vindplaats
from wetsanalyse.plan.lower import Plan
from wetsanalyse.report.bronnen import Bronlink, bronlink, bronlinks
from wetsanalyse.report.casusjson import casus_json
from wetsanalyse.report.dekkingsbewijsvorm import Bewijsbeeld, bewijsbeeld
from wetsanalyse.report.herstelbeeld import Herstelbeeld, herstelbeeld
from wetsanalyse.report.opmaak import geldigheid, met_eenheid
from wetsanalyse.report.plot import (
    Stukrij,
    beschrijving,
    curvenaam,
    sprong_bij,
    stukrijen,
    verloop_svg,
)
from wetsanalyse.report.scenariotekst import scenario_tekst
from wetsanalyse.report.tekening import teken_pad
from wetsanalyse.report.tweelingvorm import Tweelingbeeld, tweelingbeeld
from wetsanalyse.run.toestanden import Plannen

PATRONEN: Mapping[str, tuple[str, str]] = {p.id: (p.naam, p.vraag) for p in CATALOGUS}
"""Name and question of each pattern."""
KLASSEN: Mapping[str, str] = {
    "G": "gewenst: zo bedoeld, met reden, eigenaar en einddatum",
    "R": "regelreparatie: pas de regel zelf aan",
    "C": "clausule: maak afwijken in een bijzonder geval mogelijk",
    "U": "uitvoering: het probleem zit in wat de overheid doet of laat",
    "M": "modelleerfout: verbeter eerst het model",
}
GARANTIES: Mapping[str, str] = {
    "exact": "elk stuk van de as is gevonden; geen sprong is gemist. Geldt voor dit huishouden, "
    "deze as en het opgegeven bereik.",
    "bewezen": "er is geen burger met een slechtere uitkomst, binnen het opgegeven bereik en "
    "onder de genoemde aannamen.",
    "gezocht": "gezocht met een eindig aantal pogingen. Geldt alleen voor de burgers die hier "
    "staan; er kunnen er meer zijn.",
    "onbekend": "hierover kan niets gezegd worden. Dat is iets anders dan “niets gevonden”.",
}
GARANTIES_PAAR: Mapping[str, str] = {
    **GARANTIES,
    "exact": "beide burgers zijn exact doorgerekend. Geldt voor dit paar.",
}
"""Where two citizens were compared and no axis was followed."""
AANNEMELIJK = "De aannemelijke burger: zo dicht mogelijk bij de modale burger"
KLEINST = "De kleinste burger: de kleinste getallen waarbij het nog hard is"
WAAROVER: Mapping[str, str] = {
    "as": "langs de as",
    "paar": "van dit paar",
    "burgers": "over de burgers",
    "clausule": "over de clausule",
}
VERDISCONTEERD: Mapping[str, str] = {
    "ja": "De wetgever heeft dit gevolg gezien en gewild. Afwijken is dan moeilijker.",
    "nee": "De wetgever heeft dit gevolg niet voorzien. Daar is ruimte om af te wijken.",
    "onbekend": "Niet bekend is of de wetgever dit gevolg heeft gezien. Zoek het na in de "
    "toelichting. Let op: wordt dit rapport aan de wetgever getoond en blijft de regel, dan is "
    "het gevolg voortaan wel gezien.",
}


@dataclass(frozen=True, slots=True)
class Padregel:
    """One rule on the way to the outcome, with where it stands in the law."""

    regel: str
    tekst: str
    bronnen: tuple[Bronlink, ...]
    niveau: str
    bevoegdheid: str
    stap: str
    geldig: str
    blaam: bool
    onbevestigd: str


@dataclass(frozen=True, slots=True)
class Figuur:
    """A curve with its words and its table."""

    id: str
    bijschrift: str
    svg: str = field(repr=False)
    beschrijving: str = ""
    rijen: tuple[Stukrij, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """A finding with all that was worked out for its page."""

    nummer: int
    anker: str
    bevinding: Bevinding
    patroon: tuple[str, str]
    klasse: str
    maat: str
    drempel: str
    verlies: str
    getuigen: tuple[tuple[Tweelingbeeld, Figuur | None], ...]
    pad: tuple[Padregel, ...]
    blaam: tuple[tuple[tuple[str, ...], tuple[Bronlink, ...]], ...]
    herkomst: tuple[Bronlink, ...]
    routes: tuple[Routerij, ...]
    gevallen: tuple[tuple[str, str], ...]
    ondertekend: bool
    tekening: str = field(default="", repr=False)
    anderen: tuple[tuple[str, Tweelingbeeld], ...] = ()
    """(what is special about them, pair): the plausible and the smallest citizen."""
    ernst: tuple[tuple[str, ...], ...] = ()
    """The calculation of the severity, in rows."""
    garanties: tuple[tuple[str, str, str], ...] = ()
    """(about what, guarantee, what that says)"""
    herstel: Herstelbeeld | None = None
    dekkingsbewijs: Bewijsbeeld | None = None
    gewoon: str = ""
    """What the plausible citizen loses, where that is somebody else."""
    zelfde: int | None = None
    """The dossier before this one with the same pair: its calculation stands there."""


def maak_dossiers(
    plan: Plan,
    bevindingen: Sequence[Bevinding],
    graaf: RuleGraph | None = None,
    herstel: Mapping[str, Herstel] | None = None,
) -> list[Dossier]:
    """All findings in order. A pair that was shown before is not worked out twice. ``herstel``:
    repair experiments by the id of their finding."""
    proeven = herstel or {}
    dossiers: list[Dossier] = []
    eerder: dict[Any, int] = {}
    for nummer, b in enumerate(bevindingen, 1):
        paren = repr([(g.burger, g.buur) for g in b.getuigen])
        dossier = maak_dossier(plan, b, nummer, None if paren in eerder else graaf)
        proef = proeven.get(b.id)
        dossiers.append(
            replace(
                dossier,
                zelfde=eerder.get(paren),
                herstel=herstelbeeld(proef) if proef is not None else None,
            )
        )
        eerder.setdefault(paren, nummer)
    return dossiers


def maak_dossier(
    plan: Plan, bevinding: Bevinding, nummer: int, graaf: RuleGraph | None = None
) -> Dossier:
    """All that the page needs; the pair is run again for its trace."""
    b = bevinding
    getuigen = b.getuigen
    plannen = Plannen.vanaf(plan)
    tweelingen = tuple(tweelingbeeld(plannen.op(g.burger.rekendatum), g) for g in getuigen)
    return Dossier(
        nummer,
        f"dossier-{nummer}",
        b,
        PATRONEN.get(b.patroon, (b.patroon, "")),
        KLASSEN.get(b.klasse, b.klasse),
        met_eenheid(b.maat, b.eenheid),
        _drempel(b.drempel),
        met_eenheid(max((g.verlies for g in getuigen), default=Fraction(0)), "€"),
        tuple(zip(tweelingen, figuren(b, f"verloop-{nummer}"), strict=True)),
        tuple(_padregel(plan, regel, b) for regel in b.regels),
        tuple(_blaam(plan, blaam) for blaam in b.blaamset),
        tuple(_link(plan, plaats) for plaats in b.herkomst),
        tuple(sorted(b.dekking.rijen, key=_rang)),
        tuple(_gevallen(plan, b)),
        not _zonder_eigenaar(b.drempel),
        teken_pad(
            graaf,
            frozenset(n for t in tweelingen for n in t.anders),
            frozenset(r for t in tweelingen for r in t.op_pad),
            b.regels,
            f"pad-{nummer}",
        ),
        tuple(
            (naam, tweelingbeeld(plannen.op(g.burger.rekendatum), g))
            for naam, g in ((AANNEMELIJK, b.aannemelijk), (KLEINST, b.kleinst))
            if g is not None
        ),
        rijen(b.ernst) if b.ernst is not None else (),
        tuple(
            (WAAROVER[wat], g, (GARANTIES_PAAR if wat == "paar" else GARANTIES).get(g, ""))
            for wat, g in b.garantie.items()
        ),
        dekkingsbewijs=_dekkingsbewijs(plannen, b),
        gewoon=met_eenheid(b.aannemelijk.verlies, "€") if b.aannemelijk is not None else "",
    )


def _dekkingsbewijs(plannen: Plannen, b: Bevinding) -> Bewijsbeeld | None:
    bewijs = b.dekkingsbewijs
    if bewijs is None:
        return None
    g = bewijs.getuige
    return bewijsbeeld(bewijs, tweelingbeeld(plannen.op(g.burger.rekendatum), g) if g else None)


def _zonder_eigenaar(drempel: Drempel) -> bool:
    return drempel.eigenaar.strip().lower() in ("", "-", "nog niet aangewezen", "geen")


def _drempel(d: Drempel) -> str:
    """From where it counts; a strength counts against a rule when it is lower."""
    return f"{'onder' if d.eenheid == 'sterkte' else 'vanaf'} {met_eenheid(d.waarde, d.eenheid)}"


def _rang(r: Routerij) -> tuple[int, Fraction]:
    """What covers first, the strongest first."""
    volgorde = ("dekt", "raakt deels", "reikt niet", "niet in werking")
    plaats = volgorde.index(r.dekt) if r.dekt in volgorde else len(volgorde)
    return plaats, -r.sterkte


def _link(plan: Plan, plaats: Vindplaats) -> Bronlink:
    return bronlink(plaats, plan.model)


def figuren(b: Bevinding, voorvoegsel: str) -> tuple[Figuur | None, ...]:
    """The course of each witness along the axis, with the jump between the two marked."""
    return tuple(_figuur(g, f"{voorvoegsel}-{deel}") for deel, g in enumerate(b.getuigen, 1))


def _figuur(getuige: Getuige, id_: str) -> Figuur | None:
    verloop = getuige.verloop
    if verloop is None:
        return None
    sprong = sprong_bij(verloop, getuige.waarde_burger, getuige.waarde_buur)
    bijschrift = curvenaam(verloop)
    return Figuur(
        id_,
        bijschrift,
        verloop_svg(verloop, bijschrift, sprong, id_=id_),
        beschrijving(verloop, sprong),
        stukrijen(verloop),
    )


def _padregel(plan: Plan, regel: str, b: Bevinding) -> Padregel:
    blaam = any(regel in set_.regels for set_ in b.blaamset)
    versie = plan.versies.get(regel)
    if versie is None:
        return Padregel(regel, "", (), "", "", "", "", blaam, "")
    herkomst = versie.herkomst
    niveaus = [
        plan.model.regelingen[p.regeling].niveau or ""
        for p in herkomst.bronnen
        if p.regeling in plan.model.regelingen
    ]
    return Padregel(
        regel,
        versie.span.tekst if versie.span else "",
        bronlinks(herkomst, plan.model),
        ", ".join(dict.fromkeys(n for n in niveaus if n)),
        herkomst.bevoegdheid or "",
        herkomst.stap or "",
        geldigheid(versie),
        blaam,
        herkomst.onbevestigd or "",
    )


def _blaam(plan: Plan, blaam: Blaam) -> tuple[tuple[str, ...], tuple[Bronlink, ...]]:
    return blaam.regels, tuple(_link(plan, p) for p in blaam.plaatsen)


def _gevallen(plan: Plan, b: Bevinding) -> list[tuple[str, str]]:
    """The citizens as files, to run again: for `reken`, and for ``scenarios/``."""
    gevonden: list[tuple[str, str]] = []
    over = b.dekkingsbewijs.getuige if b.dekkingsbewijs is not None else None
    paren = [(f" {n}" if len(b.getuigen) > 1 else "", g) for n, g in enumerate(b.getuigen, 1)]
    for staart, g in (*paren, *([(", zonder uitweg", over)] if over is not None else [])):
        for wie, casus in (("burger", g.burger), ("buur", g.buur)):
            tekst = json.dumps(casus_json(casus, plan.model), ensure_ascii=False, indent=2)
            gevonden.append((f"{wie}{staart}", tekst))
            titel = f"{b.id} {wie}{staart}"
            scenario = scenario_tekst(casus, plan.model, titel)
            gevonden.append((f"{wie}{staart}, als scenario", scenario))
    return gevonden
