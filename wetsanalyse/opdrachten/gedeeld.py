"""What commands share: arguments, reading a rule set or a case, and stopping with its faults."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Pad, Uitpad, datum, zeg
from wetsanalyse.opdrachten.samen import gezamenlijk
from wetsanalyse.report.meldingvorm import VERSIE, meldingen_json, samenvatting_meldingen
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.weergave import tekst

if TYPE_CHECKING:
    from wetsanalyse.analyses.burgers.bevolking import Bevolking
    from wetsanalyse.model.casus import Casus
    from wetsanalyse.model.scenarios import Scenario

GOED, FOUTEN = 0, 1
AFGEBROKEN = 130
"""As a shell says that somebody pressed Ctrl-C."""

PAD = Pad(path_type=Path)
UITPAD = Uitpad(path_type=Path)
paden_arg = click.argument("paden", nargs=-1, required=True, type=PAD, metavar="PAD…")
map_arg = click.argument("map_", type=PAD, metavar="MAP")
mappen_arg = click.argument("mappen", nargs=-1, required=True, type=PAD, metavar="MAP…")
json_optie = click.option("--json", "als_json_", is_flag=True, help="Uitvoer als JSON.")
invoer_optie = click.option(
    "--invoer", required=True, type=PAD, metavar="BESTAND", help="Het geval, als JSON."
)
dag_optie = click.option(
    "--rekendatum", callback=datum, metavar="DATUM", help="Op welke dag de regels gelden."
)
bevolking_optie = click.option(
    "--bevolking", "bevolking_", type=PAD, metavar="BESTAND",
    help="Huishoudens met gewichten: CSV, of veel in Parquet of Arrow.",
)  # fmt: skip


def rapport_optie(wat: str, naam: str = "rapport_") -> Callable[[Any], Any]:
    """Where to write a page; ``wat``: what stands on it."""
    return click.option(
        "--rapport",
        naam,
        type=UITPAD,
        metavar="BESTAND",
        help=f"Schrijf {wat} als één HTML-bestand.",
    )


def toon_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def meld(meldingen: Sequence[Diagnostic], als_json_: bool) -> None:
    """Messages to the error stream; with --json they go into the document instead."""
    if not als_json_:
        for melding in meldingen:
            zeg(tekst(melding))
            zeg("")


def laad(map_: Path, als_json_: bool) -> chain.Regelset:
    """The rules of one folder; see `laad_mappen`."""
    return laad_mappen([map_], als_json_)


def laad_mappen(mappen: Sequence[Path], als_json_: bool) -> chain.Regelset:
    """The rules of some folders as one set, or the end of the command with every fault in
    them."""
    resultaat = chain.laad(mappen)
    if not resultaat.ok:
        stop(resultaat.fouten, als_json_)
    return resultaat.value


def stop(fouten: Sequence[Diagnostic], als_json_: bool) -> NoReturn:
    if als_json_:
        toon_json({"versie": VERSIE, "meldingen": meldingen_json(fouten)})
    else:
        meld(fouten, als_json_)
        zeg(samenvatting_meldingen(fouten))
    raise click.exceptions.Exit(FOUTEN)


def laad_scenarios(set_: chain.Regelset, map_: Path, als_json_: bool) -> tuple[Scenario, ...]:
    """The scenarios of one folder of rules; see `laad_scenarios_bij`."""
    return laad_scenarios_bij(set_, [map_], als_json_)


def laad_scenarios_bij(
    set_: chain.Regelset, mappen: Sequence[Path], als_json_: bool
) -> tuple[Scenario, ...]:
    """The scenarios that belong to some folders of rules; none is fine."""
    bij = [map_ for regels in mappen if (map_ := chain.scenariomap(regels)) is not None]
    if not bij:
        return ()
    resultaat = chain.laad_scenarios(set_, chain.volgorde(bij))
    if not resultaat.ok:
        stop(resultaat.fouten, als_json_)
    return resultaat.value


def dag_van(set_: chain.Regelset, scenarios: Sequence[Scenario], gevraagd: date | None) -> date:
    """The day that was asked for, or the latest of the scenarios on which all folders count."""
    dag = gevraagd or chain.kies_rekendatum(set_.model, gezamenlijk(set_.model, scenarios))
    if dag is None:
        raise click.UsageError("deze regels noemen geen enkele datum; geef --rekendatum")
    return dag


def zoek_dag(
    set_: chain.Regelset, mappen: Sequence[Path], gevraagd: date | None, als_json_: bool
) -> date:
    """The same, where the scenarios are read for nothing else."""
    scenarios = laad_scenarios_bij(set_, mappen, als_json_) if gevraagd is None else ()
    return dag_van(set_, scenarios, gevraagd)


def laad_bevolking(
    set_: chain.Regelset, pad: Path, scenarios: Sequence[Scenario], dag: date, als_json_: bool
) -> Bevolking:
    resultaat = chain.laad_bevolking(set_, pad, scenarios, dag)
    if resultaat.value is None:
        stop(resultaat.fouten, als_json_)
    return resultaat.value


def laad_casus(set_: chain.Regelset, pad: Path, als_json_: bool) -> Casus:
    resultaat = chain.laad_casus(set_, pad)
    if resultaat.value is None:
        stop(resultaat.fouten, als_json_)
    return resultaat.value
