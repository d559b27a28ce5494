"""``wetsanalyse graaf``."""

from __future__ import annotations

from pathlib import Path

import click

from wetsanalyse.cli_kader import Opdracht, schrijf
from wetsanalyse.graph import TekenFout, dot, graphml, svg
from wetsanalyse.opdrachten.gedeeld import (
    GOED,
    UITPAD,
    json_optie,
    laad_mappen,
    mappen_arg,
    toon_json,
)
from wetsanalyse.report import stappen, terminal
from wetsanalyse.report.meldingvorm import VERSIE


@click.command(cls=Opdracht)
@mappen_arg
@click.option("--svg", "svg_", type=UITPAD, metavar="BESTAND", help="Schrijf de tekening als SVG.")
@click.option("--dot", "dot_", type=UITPAD, metavar="BESTAND", help="Schrijf de graaf als DOT.")
@click.option("--graphml", "graphml_", type=UITPAD, metavar="BESTAND", help="Schrijf als GraphML.")
@json_optie
def graaf(
    mappen: tuple[Path, ...],
    svg_: Path | None,
    dot_: Path | None,
    graphml_: Path | None,
    als_json_: bool,
) -> int:
    """Teken de regelgraaf: regels, gegevens, parameters, clausules en wat zij bereiken."""
    set_ = laad_mappen(mappen, als_json_)
    titel = f"Regelgraaf van {' en '.join(map_.name for map_ in mappen)}"
    try:
        if svg_:
            schrijf(svg_, svg(set_.graaf, titel=titel))
        if dot_:
            schrijf(dot_, dot(set_.graaf, titel=titel))
        if graphml_:
            schrijf(graphml_, graphml(set_.graaf))
    except TekenFout as e:
        raise click.ClickException(str(e)) from None
    if als_json_:
        toon_json({"versie": VERSIE, **stappen.graaf_json(set_.graaf)})
    else:
        terminal.toon_graaf(terminal.console(), set_.graaf)
    return GOED
