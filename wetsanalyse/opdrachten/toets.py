"""``wetsanalyse toets``."""

from __future__ import annotations

from pathlib import Path

import click

from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import RegelDekking
from wetsanalyse.cli_kader import Opdracht, zeg
from wetsanalyse.opdrachten.gedeeld import (
    FOUTEN,
    GOED,
    json_optie,
    laad_mappen,
    paden_arg,
    stop,
    toon_json,
)
from wetsanalyse.report import terminal
from wetsanalyse.report.onderzoekjson import toets_json
from wetsanalyse.run.scenarios import Scenariouitslag


@click.command(cls=Opdracht)
@paden_arg
@click.option("--samen", is_flag=True,
              help="Alle mappen samen als één geheel; anders elke map apart.")  # fmt: skip
@json_optie
def toets(paden: tuple[Path, ...], samen: bool, als_json_: bool) -> int:
    """Draai scenario's en voorbeeldreeksen; rules/X vindt scenarios/X."""
    uitslagen: list[Scenariouitslag] = []
    dekking: list[RegelDekking] = []
    paren = [_regels_en_scenarios(pad) for pad in paden]
    for groep in [paren] if samen else [[paar] for paar in paren]:
        set_ = laad_mappen([regels for regels, _ in groep], als_json_)
        gelezen = chain.laad_scenarios(set_, chain.volgorde([bij for _, bij in groep]))
        if not gelezen.ok:
            stop(gelezen.fouten, als_json_)
        eigen, eigen_dekking = chain.draai_scenarios(set_.model, gelezen.value)
        uitslagen += eigen
        dekking += eigen_dekking
    if als_json_:
        toon_json(toets_json(uitslagen, dekking))
    else:
        terminal.toon_toets(terminal.console(), uitslagen, dekking)
    if not uitslagen:
        waar = " en ".join(str(bij) for _, bij in paren)
        zeg(f"in {waar} staat geen enkel blok Scenario of Voorbeeldreeks; er is niets getoetst")
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
