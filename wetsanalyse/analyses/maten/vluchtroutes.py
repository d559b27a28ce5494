"""The unwritten and general ways out: rows of data with dates, and when a row helps. [hardheid 2.2]

The key is level x power x kind of step x date. No row knows a law by more than the number of the
regulation, and no row is in the code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from wetsanalyse.analyses.maten.maatbestand import Knoop, Maatlezer, pakketbron
from wetsanalyse.model.model import Model, Regelversie, Vindplaats
from wetsanalyse.syntax.eigen import NIVEAUS
from wetsanalyse.syntax.herkomst import SLEUTELS
from wetsanalyse.text import Result, Source

GEBONDEN, BESCHIKKING = "gebonden", "beschikking"
HERKOMST = ("bevoegdheid", "stap", "verdisconteerd")
HOOGSTE = 5
VERPLICHT = ("route", "sterkte", "bron")
VELDEN = (
    *VERPLICHT, "niveau", "bevoegdheid", "stap", "regeling", "verdisconteerd", "geldig_van",
    "geldig_tot", "onbevestigd", "ondertekend",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Route:
    """A row of the table. An empty tuple: holds for all. ``regeling`` are (bwb-id, article or
    None): only for steps that rest on these. ``onbevestigd`` says what was not looked up,
    ``ondertekend`` which jurist signed the row (None: nobody)."""

    naam: str
    niveau: tuple[str, ...]
    bevoegdheid: tuple[str, ...]
    stap: tuple[str, ...]
    regeling: tuple[tuple[str, str | None], ...]
    verdisconteerd: tuple[str, ...]
    sterkte: Fraction
    van: date | None
    tot: date | None
    bron: str
    onbevestigd: str | None = None
    ondertekend: str | None = None


@cache
def algemene_routes() -> tuple[Route, ...]:
    """The table that ships with the package."""
    gelezen = lees_routes(pakketbron("vluchtroutes.yaml"))
    assert gelezen.ok, gelezen.fouten
    return gelezen.value


def lees_routes(bron: Source) -> Result[tuple[Route, ...]]:
    """A table of ways out, with every fault in it."""
    lezer = Maatlezer(bron)
    document = lezer.document()
    rijen = lezer.rijen(document, "uitwegen") if document is not None else []
    routes = [r for rij in rijen if (r := _route(lezer, rij)) is not None]
    return Result(tuple(routes), tuple(lezer.meldingen))


def _route(lezer: Maatlezer, rij: Knoop) -> Route | None:
    velden = lezer.velden(rij, "een uitweg", VELDEN)
    heel = lezer.eis(rij, velden, "deze uitweg", VERPLICHT) if velden else False
    sterkte = lezer.getal(velden["sterkte"]) if "sterkte" in velden else None
    if sterkte is not None and not 0 <= sterkte <= HOOGSTE:
        lezer.meld("MS-GETAL", velden["sterkte"], f"een sterkte is een getal van 0 tot {HOOGSTE}")
        heel = False
    van, tot = (lezer.datum(velden.get(veld)) for veld in ("geldig_van", "geldig_tot"))
    if van is not None and tot is not None and tot < van:
        lezer.meld("MS-DATUM", velden["geldig_tot"], "het einde ligt voor het begin",
                   "wissel geldig_van en geldig_tot om")  # fmt: skip
    keuzes = [
        lezer.keuzes(velden.get(veld), veld, bekend)
        for veld, bekend in (
            ("niveau", NIVEAUS),
            *((sleutel, SLEUTELS[sleutel] or ()) for sleutel in HERKOMST),
        )
    ]
    regeling = tuple(_regeling(t) for _, t in lezer.teksten(velden.get("regeling"), "regelingen"))
    naam, bron, onbevestigd, ondertekend = (
        lezer.tekst(velden.get(v)) for v in ("route", "bron", "onbevestigd", "ondertekend")
    )
    if not heel or naam is None or bron is None or sterkte is None:
        return None
    return Route(
        naam, keuzes[0], keuzes[1], keuzes[2], regeling, keuzes[3], sterkte, van, tot, bron,
        onbevestigd, ondertekend,
    )  # fmt: skip


def _regeling(tekst: str) -> tuple[str, str | None]:
    """``BWBR0018472 artikel 26``, or the number alone for the whole regulation."""
    bwb, _, artikel = tekst.partition(" artikel ")
    return bwb.strip(), artikel.strip() or None


# ------------------------------------------------------------------ whether a row helps


def past_niet(model: Model, route: Route, versie: Regelversie) -> str | None:
    """Why a route does not help against a step, whatever the day; None if it does."""
    herkomst = versie.herkomst
    if herkomst.rechtsmiddel == "geen":
        return "er staat geen rechtsmiddel open"
    niveaus = niveaus_van(model, herkomst.bronnen)
    if route.niveau and not (niveaus and set(niveaus) <= set(route.niveau)):
        return f"niet voor {' en '.join(niveaus) or 'onbekend niveau'}"
    if route.regeling and not (
        herkomst.bronnen and all(_rust_op(model, route, bron) for bron in herkomst.bronnen)
    ):
        return "alleen voor " + ", ".join(_noem_regeling(model, *r) for r in route.regeling)
    bevoegdheid = herkomst.bevoegdheid or GEBONDEN
    if route.bevoegdheid and bevoegdheid not in route.bevoegdheid:
        return f"niet bij een {'gebonden' if bevoegdheid == GEBONDEN else 'discretionaire'} stap"
    stap = herkomst.stap or BESCHIKKING
    if route.stap and stap not in route.stap:
        return f"niet bij een {stap}"
    verdisconteerd = herkomst.verdisconteerd or "onbekend"
    if route.verdisconteerd and verdisconteerd not in route.verdisconteerd:
        return "de wetgever heeft dit gevolg al meegewogen"
    return None


def niveaus_van(model: Model, bronnen: Sequence[Vindplaats]) -> tuple[str, ...]:
    """The levels of the regulations that a step rests on, each once."""
    regelingen = [model.regelingen[b.regeling] for b in bronnen if b.regeling in model.regelingen]
    return tuple(sorted({r.niveau or "onbekend niveau" for r in regelingen}))


def _rust_op(model: Model, route: Route, bron: Vindplaats) -> bool:
    regeling = model.regelingen.get(bron.regeling)
    bwb = regeling.bwb_id if regeling is not None else None
    return any(
        bwb == nummer and artikel in (None, bron.artikel) for nummer, artikel in route.regeling
    )


def _noem_regeling(model: Model, bwb: str, artikel: str | None) -> str:
    naam = next((r.afkorting for r in model.regelingen.values() if r.bwb_id == bwb), None)
    waar = naam or f"een regeling die hier niet bij zit ({bwb})"
    return f"artikel {artikel} van {waar}" if artikel else waar
