"""``wetsanalyse toets``."""

from __future__ import annotations

from pathlib import Path

import click

from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import RegelDekking
from wetsanalyse.cli_kader import Opdracht
from wetsanalyse.opdrachten.gedeeld import (
    FOUTEN,
    GOED,
    json_optie,
    laad,
    paden_arg,
    stop,
    toon_json,
)
from wetsanalyse.report import terminal
from wetsanalyse.report.jsonvorm import toets_json
from wetsanalyse.run.scenarios import Scenariouitslag


@click.command(cls=Opdracht)
@paden_arg
@json_optie
def toets(paden: tuple[Path, ...], als_json_: bool) -> int:
    """Draai scenario's en voorbeeldreeksen; rules/X vindt scenarios/X."""
    uitslagen: list[Scenariouitslag] = []
    dekking: list[RegelDekking] = []
    for pad in paden:
        regels, scenarios = _regels_en_scenarios(pad)
        set_ = laad(regels, als_json_)
        gelezen = chain.laad_scenarios(set_, [scenarios])
        if not gelezen.ok:
            stop(gelezen.fouten, als_json_)
        eigen, eigen_dekking = chain.draai_scenarios(set_.model, gelezen.value)
        uitslagen += eigen
        dekking += eigen_dekking
    if als_json_:
        toon_json(toets_json(uitslagen, dekking))
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
