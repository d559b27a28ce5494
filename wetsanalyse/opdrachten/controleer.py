"""``wetsanalyse controleer``."""

from __future__ import annotations

from pathlib import Path

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Opdracht
from wetsanalyse.opdrachten.gedeeld import FOUTEN, GOED, json_optie, meld, paden_arg, toon_json
from wetsanalyse.report.meldingvorm import VERSIE, meldingen_json, samenvatting_meldingen
from wetsanalyse.text.strengheid import Strengheid


@click.command(cls=Opdracht)
@paden_arg
@json_optie
@click.option(
    "--streng", "strengheid", flag_value="streng", help="Ook wat een ander niet leest is fout."
)
@click.option(
    "--soepel", "strengheid", flag_value="soepel", help="Wat te begrijpen is, is geen fout."
)
def controleer(paden: tuple[Path, ...], als_json_: bool, strengheid: str | None) -> int:
    """Zoek alle fouten in alle bestanden, in één keer."""
    resultaat = chain.laad(paden, Strengheid(strengheid or "gewoon"))
    meldingen = list(resultaat.diagnostics)
    bij = [map_ for pad in paden if pad.is_dir() and (map_ := chain.scenariomap(pad)) is not None]
    if bij and resultaat.ok:
        meldingen += chain.laad_scenarios(resultaat.value, chain.volgorde(bij)).diagnostics
    if als_json_:
        toon_json({"versie": VERSIE, "meldingen": meldingen_json(meldingen)})
    else:
        meld(meldingen, als_json_)
        click.echo(samenvatting_meldingen(meldingen))
    return FOUTEN if any(m.is_fout for m in meldingen) else GOED
