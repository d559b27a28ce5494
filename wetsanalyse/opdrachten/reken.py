"""``wetsanalyse reken`` and ``wetsanalyse leg-uit``: one case."""

from __future__ import annotations

from pathlib import Path

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Opdracht
from wetsanalyse.model.casus import Casus
from wetsanalyse.opdrachten.gedeeld import (
    FOUTEN,
    GOED,
    invoer_optie,
    json_optie,
    laad,
    laad_casus,
    map_arg,
    stop,
    toon_json,
)
from wetsanalyse.plan.lower import Plan
from wetsanalyse.report import terminal
from wetsanalyse.report.jsonvorm import VERSIE, reken_json
from wetsanalyse.report.uitleg import als_json, als_rich, leg_uit


@click.command(cls=Opdracht)
@map_arg
@invoer_optie
@json_optie
def reken(map_: Path, invoer: Path, als_json_: bool) -> int:
    """Reken één geval door, exact."""
    set_ = laad(map_, als_json_)
    casus = laad_casus(set_, invoer, als_json_)
    plan = chain.lower(set_.model, casus.rekendatum)
    uitslag = chain.evaluate(plan, casus)
    data = reken_json(plan, uitslag, _berekend(plan, casus))
    if als_json_:
        toon_json(data)
    else:
        terminal.toon_reken(terminal.console(), data)
    return FOUTEN if data["fouten"] else GOED


def _berekend(plan: Plan, casus: Casus) -> list[tuple[str, str]]:
    """What the rules set: all of it, in the order of the declarations."""
    typen = casus.huishouden.typen
    return [
        (naam, eigenschap)
        for naam, _ in casus.huishouden.objecten
        for eigenschap in _eigenschappen(plan, typen[naam])
        if plan.schrijvers.get((typen[naam], eigenschap))
    ]


def _eigenschappen(plan: Plan, objecttype: str) -> list[str]:
    soort = plan.model.objecttypen[objecttype]
    return [*soort.attributen, *soort.kenmerken]


@click.command("leg-uit", cls=Opdracht)
@map_arg
@invoer_optie
@click.option("--uitkomst", required=True, metavar="TEKST",
              help="Wat uitgelegd moet worden: “de zorgtoeslag per jaar van A”.")  # fmt: skip
@json_optie
def leg_uit_(map_: Path, invoer: Path, uitkomst: str, als_json_: bool) -> int:
    """Vertel waarom een uitkomst is zoals zij is, en waarom niet anders."""
    set_ = laad(map_, als_json_)
    casus = laad_casus(set_, invoer, als_json_)
    vraag = chain.lees_vraag(set_, casus, uitkomst)
    if vraag.value is None:
        stop(vraag.fouten, als_json_)
    plan = chain.lower(set_.model, casus.rekendatum)
    uitleg = leg_uit(plan, chain.evaluate(plan, casus), *vraag.value)
    if als_json_:
        toon_json({"versie": VERSIE, **als_json(uitleg)})
    else:
        terminal.console().print(als_rich(uitleg))
    return GOED
