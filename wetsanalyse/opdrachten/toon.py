"""``wetsanalyse toon``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Opdracht, zeg
from wetsanalyse.opdrachten.gedeeld import (
    FOUTEN,
    GOED,
    PAD,
    dag_optie,
    json_optie,
    meld,
    toon_json,
)
from wetsanalyse.report import stappen
from wetsanalyse.report.meldingvorm import VERSIE

STAPPEN = ("tokens", "boom", "model", "graaf", "plan")


@click.command(cls=Opdracht)
@click.argument("pad", type=PAD, metavar="PAD")
@click.option("--stap", required=True, type=click.Choice(STAPPEN), help="Welke stap.")
@dag_optie
@json_optie
def toon(pad: Path, stap: str, rekendatum: date | None, als_json_: bool) -> int:
    """Druk een tussenstap van de keten af."""
    resultaat = chain.laad([pad])
    meld(resultaat.fouten, als_json_)
    if stap == "plan" and not resultaat.ok:
        zeg("het plan is er pas als er geen fouten meer zijn")
        return FOUTEN
    dag = rekendatum or chain.kies_rekendatum(resultaat.value.model, ()) or date(2025, 1, 1)
    regels = list(_stap(stap, resultaat.value, dag))
    if als_json_:
        toon_json({"versie": VERSIE, "stap": stap, "regels": regels})
    else:
        click.echo("\n".join(regels))
    return GOED if resultaat.ok else FOUTEN


def _stap(stap: str, set_: chain.Regelset, dag: date) -> Iterator[str]:
    match stap:
        case "tokens":
            return stappen.tokens(set_.bronnen, set_.ontleding)
        case "boom":
            return stappen.boom(set_.ontleding)
        case "model":
            return stappen.model(set_.model)
        case "graaf":
            return stappen.graaf(set_.graaf)
        case _:
            return stappen.plan(chain.lower(set_.model, dag))
