"""``wetsanalyse schrijf``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Opdracht, schrijf
from wetsanalyse.opdrachten.gedeeld import FOUTEN, GOED, PAD, meld, paden_arg
from wetsanalyse.report.meldingvorm import samenvatting_meldingen

if TYPE_CHECKING:
    from wetsanalyse.syntax.schrijven import Herschreven


@click.command("schrijf", cls=Opdracht)
@paden_arg
@click.option("--controleer", "alleen_kijken", is_flag=True,
              help="Verander niets; noem de bestanden die zouden veranderen.")  # fmt: skip
@click.option("--regelspraak", "zuiver", is_flag=True,
              help="Toon zuiver RegelSpraak, zonder eigen blokken en commentaar.")  # fmt: skip
@click.option("--naar", type=PAD, metavar="MAP",
              help="Met --regelspraak: schrijf de bestanden in deze map.")  # fmt: skip
def schrijf_(paden: tuple[Path, ...], alleen_kijken: bool, zuiver: bool, naar: Path | None) -> int:
    """Zet bestanden in de vaste vorm; de betekenis en het commentaar blijven."""
    if naar is not None and not zuiver:
        raise click.UsageError("--naar kan alleen samen met --regelspraak")
    if zuiver and alleen_kijken:
        raise click.UsageError("kies --controleer of --regelspraak")
    resultaat = chain.schrijf(paden)
    meld(resultaat.fouten, False)
    if zuiver:
        _regelspraak(resultaat.value, naar)
    elif alleen_kijken:
        _kijk(resultaat.value)
    else:
        _schrijf(resultaat.value)
    if not resultaat.ok:
        click.echo(samenvatting_meldingen(resultaat.fouten), err=True)
        return FOUTEN
    return FOUTEN if alleen_kijken and any(p.veranderd for p in resultaat.value) else GOED


def _kijk(paren: Sequence[Herschreven]) -> None:
    for paar in paren:
        if paar.veranderd:
            click.echo(f"zou veranderen: {paar.bron.pad}")
    _tel(paren, "zou veranderen", "zouden veranderen")


def _schrijf(paren: Sequence[Herschreven]) -> None:
    for paar in paren:
        if paar.nieuw is not None and paar.veranderd:
            schrijf(Path(paar.bron.pad).resolve(), paar.nieuw)  # a link stays a link
            click.echo(f"veranderd: {paar.bron.pad}")
    _tel(paren, "veranderd", "veranderd")


def _tel(paren: Sequence[Herschreven], een: str, meer: str) -> None:
    gewijzigd = sum(p.veranderd for p in paren)
    overgeslagen = sum(p.nieuw is None for p in paren)
    goed = len(paren) - gewijzigd - overgeslagen
    delen = [f"{gewijzigd} {een if gewijzigd == 1 else meer}", f"{goed} al in de vaste vorm"]
    delen += [f"{overgeslagen} overgeslagen"] * bool(overgeslagen)
    click.echo(", ".join(delen))


def _regelspraak(paren: Sequence[Herschreven], naar: Path | None) -> None:
    from wetsanalyse.syntax.schrijven import eigen_in_regels, regelspraak

    bruikbaar = [p for p in paren if p.nieuw is not None and not p.bron.pad.endswith(".scenario")]
    meld([m for p in bruikbaar for m in eigen_in_regels(p.bestand)], False)
    teksten = [(p, tekst) for p in bruikbaar if (tekst := regelspraak(p.bestand))]
    if naar is None:
        click.echo("\n".join(tekst for _, tekst in teksten), nl=False)
        return
    bronnen = {Path(p.bron.pad).resolve() for p in paren}
    doelen = [naar / _onder(p, bruikbaar) for p, _ in teksten]
    for doel in doelen:
        if doel.resolve() in bronnen:
            raise click.UsageError(f"{doel} is een bron en wordt niet overschreven")
    for doel, (_, tekst) in zip(doelen, teksten, strict=True):
        schrijf(doel, tekst)
        click.echo(f"geschreven: {doel}")


def _onder(paar: Herschreven, alle: Sequence[Herschreven]) -> Path:
    """Where a file stands below the folder that they have in common."""
    paden = [Path(p.bron.pad).resolve() for p in alle]
    gedeeld = os.path.commonpath([str(p.parent) for p in paden])
    return Path(paar.bron.pad).resolve().relative_to(gedeeld)
