"""``wetsanalyse bevolking sjabloon``: which columns a law asks of a table of households."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Opdracht, schrijf
from wetsanalyse.opdrachten.gedeeld import (
    GOED,
    UITPAD,
    dag_optie,
    json_optie,
    laad_mappen,
    mappen_arg,
    meld,
    stop,
    toon_json,
    zoek_dag,
)
from wetsanalyse.report.meldingvorm import VERSIE, meldingen_json
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout

if TYPE_CHECKING:
    from wetsanalyse.bevolking.vorm import Vorm


@click.command(cls=Opdracht)
@mappen_arg
@click.option("--uit", type=UITPAD, metavar="BESTAND",
              help="Maak een leeg bestand: .parquet, .csv of .json (alleen de lijst).")  # fmt: skip
@dag_optie
@json_optie
def sjabloon(
    mappen: tuple[Path, ...], uit: Path | None, rekendatum: date | None, als_json_: bool
) -> int:
    """Toon welke kolommen een tabel met huishoudens moet hebben."""
    try:
        from wetsanalyse.bevolking import sjabloon as s
        from wetsanalyse.bevolking.vorm import vorm_van
        from wetsanalyse.report.sjabloonvorm import toon_sjabloon
    except ImportError as oorzaak:
        stop([zonder_bibliotheek(oorzaak)], als_json_)
    from wetsanalyse.report import terminal

    set_ = laad_mappen(mappen, als_json_)
    dag = zoek_dag(set_, mappen, rekendatum, als_json_)
    vorm = vorm_van(set_.model, dag)
    if vorm.value is None:
        stop(vorm.fouten, als_json_)
    kolommen = s.sjabloon(vorm.value, chain.lower(set_.model, dag))
    document = {"versie": VERSIE, "meldingen": meldingen_json(vorm.diagnostics),
                **s.als_json(kolommen, vorm.value)}  # fmt: skip
    if als_json_:
        toon_json(document)
    else:
        toon_sjabloon(terminal.console(), vorm.value, kolommen)
        meld(vorm.diagnostics, als_json_)
    if uit is not None and uit.suffix.lower() == ".json":
        schrijf(uit, json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    elif uit is not None:
        _schrijf_leeg(vorm.value, uit, als_json_)
    return GOED


def _schrijf_leeg(vorm: Vorm, uit: Path, als_json_: bool) -> None:
    from wetsanalyse.bevolking.bron import Bronbreuk
    from wetsanalyse.bevolking.schrijven import schrijffout
    from wetsanalyse.bevolking.sjabloon import schrijf_leeg

    if uit.suffix.lower() not in (".parquet", ".csv"):
        raise click.UsageError("laat de naam van --uit eindigen op .parquet, .csv of .json")
    try:
        uit.parent.mkdir(parents=True, exist_ok=True)
        geschreven = schrijf_leeg(vorm, uit)
    except Bronbreuk as breuk:
        stop([breuk.melding], als_json_)
    except OSError as oorzaak:
        stop([schrijffout(uit, oorzaak)], als_json_)
    if not als_json_:
        for pad in geschreven:
            click.echo(f"geschreven: {pad}")


def zonder_bibliotheek(oorzaak: ImportError) -> Diagnostic:
    """The libraries for tables are an extra."""
    return fout(
        "BEV-EXTRA", None, f"voor een bevolking is nog iets nodig: {oorzaak.name or oorzaak}",
        hulp=("installeer het: pip install wetsanalyse[bevolking]",),
    )  # fmt: skip
