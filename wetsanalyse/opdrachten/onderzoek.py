"""``wetsanalyse onderzoek``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Opdracht, schrijf, voortgang
from wetsanalyse.opdrachten.gedeeld import (
    FOUTEN,
    GOED,
    PAD,
    dag_optie,
    json_optie,
    laad,
    laad_scenarios,
    map_arg,
    toon_json,
)
from wetsanalyse.report import terminal
from wetsanalyse.report.html import rapport
from wetsanalyse.report.jsonvorm import onderzoek_json


@click.command(cls=Opdracht)
@map_arg
@click.option("--rapport", "rapport_", type=PAD, metavar="BESTAND",
              help="Schrijf het rapport als één HTML-bestand.")  # fmt: skip
@dag_optie
@json_optie
def onderzoek(map_: Path, rapport_: Path | None, rekendatum: date | None, als_json_: bool) -> int:
    """Zoek waar een wet hard uitpakt en geen hardheidsclausule helpt."""
    set_ = laad(map_, als_json_)
    scenarios = laad_scenarios(set_, map_, als_json_)
    dag = rekendatum or chain.kies_rekendatum(set_.model, scenarios)
    if dag is None:
        raise click.UsageError("deze regels noemen geen enkele datum; geef --rekendatum")
    with voortgang(not als_json_) as meld_stap:
        gevonden = chain.analyse(set_.model, scenarios, dag, meld_stap)
        if rapport_ is not None:
            meld_stap("rapport", 0, 1)
            plan, graaf_ = chain.lower(set_.model, dag), chain.link(set_.model, dag).value
            schrijf(rapport_, rapport(gevonden, plan, graaf_))
            meld_stap("rapport", 1, 1)
    if als_json_:
        toon_json(onderzoek_json(gevonden, set_.model))
    else:
        terminal.toon_onderzoek(terminal.console(), gevonden)
        if rapport_ is not None:
            click.echo(f"Het rapport staat in {rapport_}")
    return GOED if all(s.geslaagd for s in gevonden.scenarios) else FOUTEN
