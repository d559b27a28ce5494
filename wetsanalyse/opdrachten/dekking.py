"""``wetsanalyse dekking``: which way out reaches each adverse step, and how strong it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wetsanalyse import chain
from wetsanalyse.analyses.maten.maatstaf import Maatstaf
from wetsanalyse.analyses.statisch.overzicht import statisch
from wetsanalyse.cli_kader import Opdracht, schrijf, voortgang
from wetsanalyse.model.model import Model
from wetsanalyse.opdrachten.gedeeld import (
    AFGEBROKEN,
    GOED,
    dag_optie,
    json_optie,
    laad_mappen,
    laad_scenarios_bij,
    mappen_arg,
    rapport_optie,
    stop,
    toon_json,
    zoek_dag,
)
from wetsanalyse.opdrachten.maat import met_maatstaf
from wetsanalyse.report import terminal
from wetsanalyse.report.dekkingsjson import dekking_json
from wetsanalyse.report.dekkingspagina import Gedekt, dekkingspagina
from wetsanalyse.report.dekkingsvorm import toon_dekking
from wetsanalyse.report.meldingvorm import VERSIE
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout

if TYPE_CHECKING:
    from wetsanalyse.analyses.bewijs.stapbewijs import Stapbewijzen


def _sigma(_ctx: click.Context, _param: click.Parameter, waarde: str | None) -> Fraction | None:
    if waarde is None:
        return None
    try:
        getal = Fraction(waarde.replace(",", "."))
    except (ValueError, ZeroDivisionError):
        getal = Fraction(-1)
    if not 0 <= getal <= 5:
        raise click.BadParameter(f"“{waarde}” is geen sterkte; schrijf een getal van 0 tot 5")
    return getal


@click.command(cls=Opdracht)
@mappen_arg
@click.option("--sigma", callback=_sigma, metavar="GETAL",
              help="Hoe sterk een uitweg moet zijn: 0 tot 5.")  # fmt: skip
@rapport_optie("de tabel")
@click.option("--bewijs", is_flag=True,
              help="Vraag per stap of er iemand overblijft zonder uitweg.")  # fmt: skip
@dag_optie
@met_maatstaf
@json_optie
def dekking(
    mappen: tuple[Path, ...],
    sigma: Fraction | None,
    rapport_: Path | None,
    bewijs: bool,
    rekendatum: date | None,
    maat: Maatstaf,
    als_json_: bool,
) -> int:
    """Toon per nadelige stap welke uitweg er is, hoe sterk, en waar geen is.

    Een map met alleen submappen geeft een tabel per submap.
    """
    groepen = []
    for groep in _groepen(mappen):
        set_, dag = _lees(groep, rekendatum, als_json_)
        model = set_.model
        tabel = statisch(chain.lower(model, dag), maat, sigma)
        bewijzen = _bewijzen(set_, groep, dag, maat, sigma, als_json_) if bewijs else None
        groepen.append(Gedekt(tuple(map_.name for map_ in groep), tabel, model, bewijzen))
    if rapport_ is not None:
        schrijf(rapport_, dekkingspagina(groepen, maat.routes))
    if als_json_:
        tabellen = [
            dekking_json(g.namen, g.tabel, g.model, maat.routes, g.bewijzen) for g in groepen
        ]
        toon_json({"versie": VERSIE, "tabellen": tabellen})
        return _einde(groepen)
    for g in groepen:
        if len(groepen) > 1:
            click.echo(f"== {', '.join(g.namen)}")
        toon_dekking(terminal.console(), g.tabel, g.model, _ongetekend(maat), g.bewijzen)
    if rapport_ is not None:
        click.echo(f"De tabel staat in {rapport_}")
    return _einde(groepen)


def _einde(groepen: Sequence[Gedekt]) -> int:
    afgebroken = any(g.bewijzen is not None and g.bewijzen.afgebroken for g in groepen)
    return AFGEBROKEN if afgebroken else GOED


def _bewijzen(
    set_: chain.Regelset,
    mappen: Sequence[Path],
    dag: date,
    maat: Maatstaf,
    sigma: Fraction | None,
    als_json_: bool,
) -> Stapbewijzen:
    """Only here citizens are looked for, and that takes longer than the table itself."""
    from wetsanalyse.analyses.bewijs.stapbewijs import stapbewijzen

    scenarios = laad_scenarios_bij(set_, mappen, als_json_)
    with voortgang(not als_json_) as meld_stap:
        return stapbewijzen(set_.model, scenarios, dag, maat, sigma, meld_stap)


def _ongetekend(maat: Maatstaf) -> int:
    return sum(r.ondertekend is None for r in maat.routes)


def _groepen(mappen: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """What belongs in one table: all that was named, or each folder of a folder of folders."""
    if len(mappen) == 1 and mappen[0].is_dir() and not any(mappen[0].glob("*.regels")):
        delen = sorted(p for p in mappen[0].iterdir() if p.is_dir() and any(p.rglob("*.regels")))
        if delen:
            yield from ((deel,) for deel in delen)
            return
    yield tuple(mappen)


def _lees(
    mappen: Sequence[Path], rekendatum: date | None, als_json_: bool
) -> tuple[chain.Regelset, date]:
    set_ = laad_mappen(mappen, als_json_)
    fouten = list(_zonder_tekst(set_.model))
    if fouten:
        stop(fouten, als_json_)
    return set_, zoek_dag(set_, mappen, rekendatum, als_json_)


def _zonder_tekst(model: Model) -> Iterator[Diagnostic]:
    """Without the date of the text nobody knows what was compared: then there is no table."""
    for regeling in model.regelingen.values():
        if regeling.tekst_van is None:
            yield fout(
                "DK-TEKST",
                regeling.span,
                f"van “{regeling.naam}” is niet bekend welke tekst gelezen is; zonder die datum is "
                "er geen dekking te geven",
                hulp=("schrijf in het blok Regeling “tekst van …” met de datum van de tekst",),
            )
