"""The command line: each command is one walk along the chain, and a way of showing the end of it.

Exit codes: 0 clean, 1 faults in what was read or a scenario that failed, 2 wrong use.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from wetsanalyse import __version__, chain
from wetsanalyse.cli_kader import Groep, Pad, datum, in_het_nederlands, schrijf, voortgang, zeg
from wetsanalyse.graph import TekenFout, dot, graphml, svg
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.report import stappen, terminal
from wetsanalyse.report.html import rapport
from wetsanalyse.report.jsonvorm import (
    VERSIE,
    meldingen_json,
    onderzoek_json,
    reken_json,
    toets_json,
)
from wetsanalyse.report.uitleg import als_json, als_rich, leg_uit
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.weergave import tekst

GOED, FOUTEN, VERKEERD_GEBRUIK = 0, 1, 2
STAPPEN = ("tokens", "boom", "model", "graaf", "plan")


# ------------------------------------------------------------------ the frame


def main() -> NoReturn:
    """The entry point: no traceback for a user's fault."""
    try:
        code = cli.main(standalone_mode=False)
    except click.UsageError as e:
        if len(sys.argv) == 1:
            zeg(e.format_message())
            sys.exit(VERKEERD_GEBRUIK)
        zeg(f"verkeerd gebruik: {in_het_nederlands(e)}")
        if e.ctx is not None:
            zeg(f"hulp: {e.ctx.command_path} --help")
        sys.exit(VERKEERD_GEBRUIK)
    except click.ClickException as e:
        zeg(e.format_message())
        sys.exit(VERKEERD_GEBRUIK)
    except (click.Abort, KeyboardInterrupt):
        zeg("afgebroken")
        sys.exit(130)
    except BrokenPipeError:
        # Who reads us (head, less) has had enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(GOED)
    sys.exit(code if isinstance(code, int) else GOED)


def _json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


PAD = Pad(path_type=Path)
paden_arg = click.argument("paden", nargs=-1, required=True, type=PAD, metavar="PAD…")
map_arg = click.argument("map_", type=PAD, metavar="MAP")
json_optie = click.option("--json", "als_json_", is_flag=True, help="Uitvoer als JSON.")
invoer_optie = click.option(
    "--invoer", required=True, type=PAD, metavar="BESTAND", help="Het geval, als JSON."
)
dag_optie = click.option(
    "--rekendatum", callback=datum, metavar="DATUM", help="Op welke dag de regels gelden."
)


@click.group(cls=Groep, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, "--versie", message="wetsanalyse %(version)s",
                      help="Toon de versie.")  # fmt: skip
def cli() -> None:
    """Controleer, reken en onderzoek regelgeving in gecontroleerd Nederlands."""


# ------------------------------------------------------------------ what commands share


def _meld(meldingen: Sequence[Diagnostic], als_json_: bool) -> None:
    """Messages to the error stream; with --json they go into the document instead."""
    if not als_json_:
        for melding in meldingen:
            zeg(tekst(melding))
            zeg("")


def _laad(map_: Path, als_json_: bool) -> chain.Regelset:
    """The rules, or the end of the command with every fault in them."""
    resultaat = chain.laad([map_])
    if not resultaat.ok:
        _stop(resultaat.fouten, als_json_)
    return resultaat.value


def _stop(fouten: Sequence[Diagnostic], als_json_: bool) -> NoReturn:
    if als_json_:
        _json({"versie": VERSIE, "meldingen": meldingen_json(fouten)})
    else:
        _meld(fouten, als_json_)
        zeg(terminal.samenvatting_meldingen(fouten))
    raise click.exceptions.Exit(FOUTEN)


def _scenarios(set_: chain.Regelset, map_: Path, als_json_: bool) -> tuple[Scenario, ...]:
    bij = chain.scenariomap(map_)
    if bij is None:
        return ()
    resultaat = chain.laad_scenarios(set_, [bij])
    if not resultaat.ok:
        _stop(resultaat.fouten, als_json_)
    return resultaat.value


def _casus(set_: chain.Regelset, pad: Path, als_json_: bool) -> Casus:
    resultaat = chain.laad_casus(set_, pad)
    if resultaat.value is None:
        _stop(resultaat.fouten, als_json_)
    return resultaat.value


# ------------------------------------------------------------------ commands


@cli.command()
@paden_arg
@json_optie
def controleer(paden: tuple[Path, ...], als_json_: bool) -> int:
    """Zoek alle fouten in alle bestanden, in één keer."""
    resultaat = chain.laad(paden)
    meldingen = list(resultaat.diagnostics)
    for map_ in paden:
        bij = chain.scenariomap(map_) if map_.is_dir() else None
        if bij is not None and resultaat.ok:
            meldingen += chain.laad_scenarios(resultaat.value, [bij]).diagnostics
    if als_json_:
        _json({"versie": VERSIE, "meldingen": meldingen_json(meldingen)})
    else:
        _meld(meldingen, als_json_)
        click.echo(terminal.samenvatting_meldingen(meldingen))
    return FOUTEN if any(m.is_fout for m in meldingen) else GOED


@cli.command()
@map_arg
@invoer_optie
@json_optie
def reken(map_: Path, invoer: Path, als_json_: bool) -> int:
    """Reken één geval door, exact."""
    set_ = _laad(map_, als_json_)
    casus = _casus(set_, invoer, als_json_)
    plan = chain.lower(set_.model, casus.rekendatum)
    uitslag = chain.evaluate(plan, casus)
    gevraagd = _berekend(plan, uitslag, casus)
    data = reken_json(plan, uitslag, gevraagd)
    if als_json_:
        _json(data)
    else:
        terminal.toon_reken(terminal.console(), data)
    return FOUTEN if data["fouten"] else GOED


def _berekend(plan: Any, uitslag: Uitslag, casus: Casus) -> list[tuple[str, str]]:
    """What the rules set: all of it, in the order of the declarations."""
    typen = casus.huishouden.typen
    return [
        (naam, eigenschap)
        for naam, _ in casus.huishouden.objecten
        for eigenschap in _eigenschappen(plan, typen[naam])
        if plan.schrijvers.get((typen[naam], eigenschap))
    ]


def _eigenschappen(plan: Any, objecttype: str) -> list[str]:
    soort = plan.model.objecttypen[objecttype]
    return [*soort.attributen, *soort.kenmerken]


@cli.command("leg-uit")
@map_arg
@invoer_optie
@click.option("--uitkomst", required=True, metavar="TEKST",
              help="Wat uitgelegd moet worden: “de zorgtoeslag per jaar van A”.")  # fmt: skip
@json_optie
def leg_uit_(map_: Path, invoer: Path, uitkomst: str, als_json_: bool) -> int:
    """Vertel waarom een uitkomst is zoals zij is, en waarom niet anders."""
    set_ = _laad(map_, als_json_)
    casus = _casus(set_, invoer, als_json_)
    vraag = chain.lees_vraag(set_, casus, uitkomst)
    if vraag.value is None:
        _stop(vraag.fouten, als_json_)
    plan = chain.lower(set_.model, casus.rekendatum)
    uitleg = leg_uit(plan, chain.evaluate(plan, casus), *vraag.value)
    if als_json_:
        _json({"versie": VERSIE, **als_json(uitleg)})
    else:
        terminal.console().print(als_rich(uitleg))
    return GOED


@cli.command()
@map_arg
@click.option("--svg", "svg_", type=PAD, metavar="BESTAND", help="Schrijf de tekening als SVG.")
@click.option("--dot", "dot_", type=PAD, metavar="BESTAND", help="Schrijf de graaf als DOT.")
@click.option("--graphml", "graphml_", type=PAD, metavar="BESTAND", help="Schrijf als GraphML.")
@json_optie
def graaf(
    map_: Path, svg_: Path | None, dot_: Path | None, graphml_: Path | None, als_json_: bool
) -> int:
    """Teken de regelgraaf: regels, gegevens, parameters, clausules en wat zij bereiken."""
    set_ = _laad(map_, als_json_)
    titel = f"Regelgraaf van {map_.name}"
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
        _json({"versie": VERSIE, **stappen.graaf_json(set_.graaf)})
    else:
        terminal.toon_graaf(terminal.console(), set_.graaf)
    return GOED


@cli.command()
@paden_arg
@json_optie
def toets(paden: tuple[Path, ...], als_json_: bool) -> int:
    """Draai scenario's en voorbeeldreeksen; rules/X vindt scenarios/X."""
    uitslagen: list[Any] = []
    dekking: list[Any] = []
    for pad in paden:
        regels, scenarios = _regels_en_scenarios(pad)
        set_ = _laad(regels, als_json_)
        gelezen = chain.laad_scenarios(set_, [scenarios])
        if not gelezen.ok:
            _stop(gelezen.fouten, als_json_)
        eigen, eigen_dekking = chain.draai_scenarios(set_.model, gelezen.value)
        uitslagen += eigen
        dekking += eigen_dekking
    if als_json_:
        _json(toets_json(uitslagen, dekking))
    else:
        terminal.toon_toets(terminal.console(), uitslagen, dekking)
    return GOED if uitslagen and all(u.geslaagd for u in uitslagen) else FOUTEN


def _regels_en_scenarios(pad: Path) -> tuple[Path, Path]:
    if not pad.exists():
        raise click.UsageError(f"{pad} bestaat niet")
    if pad.is_dir() and any(pad.rglob("*.regels")):
        scenarios = chain.scenariomap(pad)
        if scenarios is None:
            raise click.UsageError(f"bij {pad} staan geen scenario's (gezocht in scenarios/)")
        return pad, scenarios
    regels = chain.regelmap(pad)
    if regels is None:
        raise click.UsageError(f"bij {pad} zijn geen regels gevonden (gezocht in rules/)")
    return regels, pad


@cli.command()
@click.argument("pad", type=PAD, metavar="PAD")
@click.option("--stap", required=True, type=click.Choice(STAPPEN), help="Welke stap.")
@dag_optie
@json_optie
def toon(pad: Path, stap: str, rekendatum: date | None, als_json_: bool) -> int:
    """Druk een tussenstap van de keten af."""
    resultaat = chain.laad([pad])
    _meld(resultaat.fouten, als_json_)
    if stap == "plan" and not resultaat.ok:
        zeg("het plan is er pas als er geen fouten meer zijn")
        return FOUTEN
    dag = rekendatum or chain.kies_rekendatum(resultaat.value.model, ()) or date(2025, 1, 1)
    regels = list(_stap(stap, resultaat.value, dag))
    if als_json_:
        _json({"versie": VERSIE, "stap": stap, "regels": regels})
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


@cli.command()
@map_arg
@click.option("--rapport", "rapport_", type=PAD, metavar="BESTAND",
              help="Schrijf het rapport als één HTML-bestand.")  # fmt: skip
@dag_optie
@json_optie
def onderzoek(map_: Path, rapport_: Path | None, rekendatum: date | None, als_json_: bool) -> int:
    """Zoek waar een wet hard uitpakt en geen hardheidsclausule helpt."""
    set_ = _laad(map_, als_json_)
    scenarios = _scenarios(set_, map_, als_json_)
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
        _json(onderzoek_json(gevonden, set_.model))
    else:
        terminal.toon_onderzoek(terminal.console(), gevonden)
        if rapport_ is not None:
            click.echo(f"Het rapport staat in {rapport_}")
    return GOED if all(s.geslaagd for s in gevonden.scenarios) else FOUTEN
