"""``wetsanalyse onderzoek``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Bevinding, Onderzoek
from wetsanalyse.analyses.burgers.vormen import domeinen
from wetsanalyse.analyses.herstel import Herstel, Wet, onderzoek_herstel
from wetsanalyse.analyses.maten.maatstaf import Maatstaf
from wetsanalyse.analyses.onderzoek import Voortgang, Vraag, niets_te_onderzoeken
from wetsanalyse.analyses.patronen import PER_ID
from wetsanalyse.analyses.verlopen.diepte import BEWIJZEN, DIEPTEN, SECONDEN, Diepte
from wetsanalyse.cli_kader import Opdracht, schrijf, voortgang, zeg
from wetsanalyse.model.model import Model
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.opdrachten.gedeeld import (
    AFGEBROKEN,
    FOUTEN,
    GOED,
    bevolking_optie,
    dag_optie,
    dag_van,
    json_optie,
    laad_mappen,
    laad_scenarios_bij,
    mappen_arg,
    rapport_optie,
    toon_json,
)
from wetsanalyse.opdrachten.maat import met_maatstaf
from wetsanalyse.opdrachten.massa import (
    laad_gewichten,
    massa_van,
    met_massa,
    toon_massa,
)
from wetsanalyse.opdrachten.samen import leemten
from wetsanalyse.report import terminal
from wetsanalyse.report.html import rapport
from wetsanalyse.report.knelpunten import knelpunten, toon_knelpunten
from wetsanalyse.report.onderzoekjson import onderzoek_json


@click.command(cls=Opdracht)
@mappen_arg
@rapport_optie("het rapport")
@dag_optie
@bevolking_optie
@click.option("--voor", metavar="NAAM",
              help="Alleen wat dit bestuursorgaan of ministerie uitvoert.")  # fmt: skip
@click.option("--top", type=click.IntRange(min=1), metavar="AANTAL",
              help="Zet zoveel knelpunten kort bovenaan.")  # fmt: skip
@click.option("--diepte", type=click.Choice(["snel", "normaal", "diep"]), default="normaal",
              show_default=True, help="Hoe ver er wordt gezocht.")  # fmt: skip
@click.option("--seed", type=click.IntRange(min=0), default=0, metavar="GETAL",
              help="Begin van het zoeken; hetzelfde getal zoekt hetzelfde.")  # fmt: skip
@click.option("--bewijs", is_flag=True,
              help="Bewijs wie het hardst wordt geraakt, en wie geen uitweg heeft.")  # fmt: skip
@click.option("--as", "as_", metavar="NAAM", help="Alleen langs dit gegeven, zoals vermogen.")
@click.option("--patronen", metavar="LIJST", help="Alleen deze patronen, zoals P01,P03.")
@click.option("--herstel", "herstel_", type=click.IntRange(min=0), metavar="AANTAL",
              help="Bij zoveel bevindingen een herstel in het rapport.")  # fmt: skip
@met_maatstaf
@json_optie
def onderzoek(
    mappen: tuple[Path, ...],
    rapport_: Path | None,
    rekendatum: date | None,
    bevolking_: Path | None,
    voor: str | None,
    top: int | None,
    diepte: str,
    seed: int,
    bewijs: bool,
    as_: str | None,
    patronen: str | None,
    herstel_: int | None,
    maat: Maatstaf,
    als_json_: bool,
) -> int:
    """Zoek waar een wet hard uitpakt en geen hardheidsclausule helpt.

    Meer mappen worden samen onderzocht, als één geheel.
    """
    set_ = laad_mappen(mappen, als_json_)
    orgaan = None if voor is None else _orgaan(set_.model, voor)
    scenarios = laad_scenarios_bij(set_, mappen, als_json_)
    dag = dag_van(set_, scenarios, rekendatum)
    bevolking = laad_gewichten(set_, bevolking_, scenarios, dag, als_json_)
    vraag = chain.Vraag(
        _diepte(diepte, bewijs),
        seed,
        _as(set_.model, dag, as_),
        _patronen(patronen),
        bevolking,
        maat,
    )
    with voortgang(not als_json_) as meld_stap:
        gevonden = chain.analyse(set_.model, scenarios, dag, meld_stap, vraag)
        buiten = leemten(set_.model, dag)
        gevonden = replace(gevonden, niet_gemeten=(*buiten, *gevonden.niet_gemeten))
        if orgaan is not None:
            gevonden = chain.alleen_voor(gevonden, set_.model, orgaan)
        if rapport_ is not None:
            meld_stap("rapport", 0, 1)
            plan, graaf_ = chain.lower(set_.model, dag), chain.link(set_.model, dag).value
            hoeveel = herstel_ if herstel_ is not None else HERSTEL[diepte]
            proeven = _herstel(set_, scenarios, gevonden, vraag, hoeveel, meld_stap)
            schrijf(rapport_, rapport(gevonden, plan, graaf_, top, proeven))
            meld_stap("rapport", 1, 1)
    massa = massa_van(set_.model, dag, gevonden.bevindingen, bevolking_, als_json_)
    if als_json_:
        toon_json(met_massa(onderzoek_json(gevonden, set_.model, top), massa))
    else:
        scherm = terminal.console()
        if top is not None:
            toon_knelpunten(scherm, knelpunten(gevonden.bevindingen, set_.model, top))
        terminal.toon_onderzoek(scherm, gevonden)
        toon_massa(scherm, massa)
        if rapport_ is not None:
            click.echo(f"Het rapport staat in {rapport_}")
    if gevonden.afgebroken:
        zeg("Afgebroken: dit is wat tot dan gevonden was.")
        return AFGEBROKEN
    if (reden := niets_te_onderzoeken(chain.lower(set_.model, dag))) is not None:
        zeg(f"Er is niets onderzocht: {reden}.")
        return FOUTEN
    return GOED if all(s.geslaagd for s in gevonden.scenarios) else FOUTEN


HERSTEL = {"snel": 0, "normaal": 3, "diep": 3}
"""Of so many findings a repair is tried for the report."""


def _herstel(
    set_: chain.Regelset,
    scenarios: Sequence[Scenario],
    gevonden: Onderzoek,
    vraag: Vraag,
    hoeveel: int,
    meld_stap: Voortgang,
) -> dict[str, Herstel]:
    """Repair experiments for the first findings, one for each pair of citizens."""
    wet = Wet(set_.bronnen, set_.ontleding, set_.model)
    eerste: dict[str, Bevinding] = {}
    for b in gevonden.bevindingen:
        if b.telt and b.getuigen:
            eerste.setdefault(repr((b.getuigen[0].burger, b.getuigen[0].buur)), b)
    gedaan: dict[str, Herstel] = {}
    gekozen = list(eerste.values())[:hoeveel]
    for nummer, b in enumerate(gekozen):
        meld_stap("herstel", nummer, len(gekozen))
        gedaan[b.id] = onderzoek_herstel(wet, b, scenarios, vraag.bevolking, maat=vraag.maatstaf)
    return gedaan


def _diepte(naam: str, bewijs: bool) -> Diepte:
    diepte = DIEPTEN[naam]
    if not bewijs or diepte.bewijzen:
        return diepte
    return replace(diepte, bewijzen=BEWIJZEN, seconden=diepte.seconden or SECONDEN)


def _as(model: Model, dag: date, naam: str | None) -> str | None:
    """An input as the model calls it, or a fault that names what there is."""
    if naam is None:
        return None
    namen = {attribuut for _, attribuut in domeinen(chain.lower(model, dag))}
    gevonden = next((a for a in sorted(namen) if a.casefold() == naam.casefold()), None)
    if gevonden is None:
        lijkt = sorted(namen, key=lambda a: (naam.casefold() not in a.casefold(), a))[:6]
        raise click.UsageError(
            f"“{naam}” is geen gegeven waarlangs te zoeken is: alleen een getal of een datum die "
            f"geen regel uitrekent; wel bijvoorbeeld: {', '.join(lijkt) or 'geen'}"
        )
    return gevonden


def _patronen(tekst: str | None) -> frozenset[str] | None:
    """``P01,P03``, or a fault that names the patterns."""
    if tekst is None:
        return None
    gevraagd = [deel.strip().upper() for deel in tekst.split(",") if deel.strip()]
    onbekend = [id_ for id_ in gevraagd if id_ not in PER_ID]
    if onbekend or not gevraagd:
        raise click.UsageError(
            f"{', '.join(onbekend) or 'niets'} is geen patroon; wel: {', '.join(PER_ID)}"
        )
    return frozenset(gevraagd)


def _orgaan(model: Model, naam: str) -> str:
    """The body that is meant, or a fault that names those that there are."""
    gevonden = chain.zoek_orgaan(model, naam)
    if gevonden is None:
        kan = ", ".join(f"“{orgaan}”" for orgaan in model.organen) or "geen"
        raise click.UsageError(f"“{naam}” is geen bestuursorgaan in deze regels; wel: {kan}")
    return gevonden
