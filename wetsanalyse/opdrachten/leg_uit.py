"""``wetsanalyse leg-uit``: why an outcome of one case is what it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Opdracht, datum, schrijf
from wetsanalyse.graph import TekenFout
from wetsanalyse.opdrachten.gedeeld import (
    GOED,
    UITPAD,
    invoer_optie,
    json_optie,
    laad_casus,
    laad_mappen,
    mappen_arg,
    stop,
    toon_json,
)
from wetsanalyse.report import terminal, uitlegplaatje
from wetsanalyse.report.juridisch import als_juridisch
from wetsanalyse.report.meldingvorm import VERSIE
from wetsanalyse.report.uitleg import Uitleg, als_json, als_rich, leg_stap_uit
from wetsanalyse.text import Diagnostic, Source
from wetsanalyse.text.diagnostic import fout


@click.command("leg-uit", cls=Opdracht)
@mappen_arg
@invoer_optie
@click.option("--uitkomst", required=True, metavar="TEKST",
              help="Wat uitgelegd moet worden: “de zorgtoeslag per jaar van A”.")  # fmt: skip
@click.option("--op", "op_", callback=datum, metavar="DATUM",
              help="Reken op die dag, en vertel hoe het dan is.")  # fmt: skip
@click.option("--juridisch", is_flag=True, help="In de woorden van de regels, ingevuld.")
@click.option("--svg", "svg_", type=UITPAD, metavar="BESTAND", help="Teken de uitleg als SVG.")
@json_optie
def leg_uit_(
    mappen: tuple[Path, ...],
    invoer: Path,
    uitkomst: str,
    op_: date | None,
    juridisch: bool,
    svg_: Path | None,
    als_json_: bool,
) -> int:
    """Vertel waarom een uitkomst is zoals zij is, en waarom niet anders."""
    set_ = laad_mappen(mappen, als_json_)
    casus = laad_casus(set_, invoer, als_json_)
    vraag = chain.lees_vraag(set_, casus, uitkomst)
    if vraag.value is None:
        stop(vraag.fouten, als_json_)
    if op_ is not None:
        # As on that day: its rules, and what had happened by then.
        casus = replace(casus, rekendatum=op_)
    plan = chain.lower(set_.model, casus.rekendatum)
    uitslag, wat = chain.antwoord(plan, casus, vraag.value)
    if wat is None:
        stop((_niemand(uitkomst),), als_json_)
    uitleg = leg_stap_uit(plan, uitslag, wat, op=op_, bundelen=True)
    if svg_:
        _teken(svg_, uitleg)
    if als_json_:
        toon_json({"versie": VERSIE, **als_json(uitleg)})
    elif juridisch:
        terminal.console().print(als_juridisch(uitleg), markup=False, soft_wrap=True, end="")
    else:
        terminal.console().print(als_rich(uitleg))
    return GOED


def _niemand(uitkomst: str) -> Diagnostic:
    return fout(
        "VR-NIEMAND",
        Source("--uitkomst", uitkomst).span(),
        "in dit geval staat er niemand in die rol, of meer dan één: dan is er niets uit te leggen",
        hulp=("vraag naar wat die rol vult, of kijk met “wetsanalyse reken” wie er zijn",),
    )


def _teken(bestand: Path, uitleg: Uitleg) -> None:
    try:
        schrijf(bestand, uitlegplaatje.svg(uitleg))
    except TekenFout as e:
        raise click.ClickException(str(e)) from None
