"""What commands share that measure: the user's own thresholds, ways out and scale of strength."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from wetsanalyse import chain
from wetsanalyse.analyses.maten.maatstaf import Maatstaf, lees_maatstaf
from wetsanalyse.opdrachten.gedeeld import PAD, stop
from wetsanalyse.text import Diagnostic, Source

OPTIES = (
    click.option("--drempels", type=PAD, metavar="BESTAND", help="Eigen drempels, als YAML."),
    click.option("--routes", type=PAD, metavar="BESTAND",
                 help="Een eigen tabel van algemene uitwegen, als YAML."),
    click.option("--sterkte", type=PAD, metavar="BESTAND",
                 help="Een eigen schaal voor de sterkte van clausules."),
    click.option("--weging", type=PAD, metavar="BESTAND",
                 help="Eigen gewichten voor de ernst, als YAML."),
)  # fmt: skip


def met_maatstaf(functie: Callable[..., int]) -> Callable[..., int]:
    """Gives a command four options, and itself what they come to as ``maat``."""

    @wraps(functie)
    def binnen(
        *args: Any,
        drempels: Path | None,
        routes: Path | None,
        sterkte: Path | None,
        weging: Path | None,
        **rest: Any,
    ) -> int:
        maat = laad_maatstaf((drempels, routes, sterkte, weging), rest["als_json_"])
        return functie(*args, maat=maat, **rest)

    for optie in reversed(OPTIES):
        binnen = optie(binnen)
    return binnen


def laad_maatstaf(paden: tuple[Path | None, ...], als_json_: bool) -> Maatstaf:
    """What ships with the user's files over it, or the end of the command with every fault."""
    bronnen: list[Source | None] = []
    fouten: list[Diagnostic] = []
    for pad in paden:
        gelezen = chain.read([pad], (pad.suffix,)) if pad is not None else None
        fouten += gelezen.fouten if gelezen is not None else ()
        bronnen.append(gelezen.value[0] if gelezen is not None and gelezen.value else None)
    maat = lees_maatstaf(*bronnen)
    fouten += maat.fouten
    if fouten:
        stop(fouten, als_json_)
    return maat.value
