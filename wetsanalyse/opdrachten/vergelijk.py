"""``wetsanalyse vergelijk OUD NIEUW``: two versions of a law over the same households."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Opdracht, datum, schrijf
from wetsanalyse.opdrachten.bevolking import kies_doelen, merken
from wetsanalyse.opdrachten.bevolking_gegevens import (
    lees_paren,
    loop,
    met_bibliotheken,
    met_gegevens,
    oordelen_van,
    open_gegevens,
    stop_gebruik,
    toon_geschreven,
)
from wetsanalyse.opdrachten.gedeeld import (
    FOUTEN,
    GOED,
    dag_optie,
    json_optie,
    laad_mappen,
    mappen_arg,
    meld,
    stop,
    toon_json,
    zoek_dag,
)

if TYPE_CHECKING:
    from wetsanalyse.bevolking.draaien import Draaier

KANTEN = ("OUD", "NIEUW")


def _dagen(
    ctx: click.Context, param: click.Parameter, waarde: tuple[str, str] | None
) -> tuple[date, date] | None:
    """``OUD=2025-07-01 NIEUW=2026-07-01``, in either order."""
    if not waarde:
        return None
    gevonden: dict[str, date] = {}
    for deel in waarde:
        kant, gelijk, dag = deel.partition("=")
        if not gelijk or kant.upper() not in KANTEN or kant.upper() in gevonden:
            raise click.BadParameter(
                f"“{deel}” kan niet; schrijf --dagen OUD=2025-07-01 NIEUW=2026-07-01"
            )
        gelezen = datum(ctx, param, dag)
        assert gelezen is not None
        gevonden[kant.upper()] = gelezen
    return gevonden["OUD"], gevonden["NIEUW"]


@click.command(cls=Opdracht)
@mappen_arg
@met_gegevens
@click.option("--dagen", nargs=2, callback=_dagen, metavar="OUD=DATUM NIEUW=DATUM",
              help="Reken elke wet op haar eigen dag, of één wet op twee dagen.")  # fmt: skip
@dag_optie
@json_optie
def vergelijk(
    mappen: tuple[Path, ...],
    gegevens: str,
    vraag: str | None,
    leden: tuple[str, ...],
    groepen: tuple[str, ...],
    uit: Path | None,
    opzij: Path | None,
    rapport: Path | None,
    uitkomsten: tuple[str, ...],
    oordelen: tuple[str, ...],
    draden: int | None,
    dagen: tuple[date, date] | None,
    rekendatum: date | None,
    als_json_: bool,
) -> int:
    """Zet twee versies van een wet naast elkaar: wie gaat erop vooruit, wat kost het.

    Geef twee mappen, eerst de oude; of één map met --dagen.
    """
    if len(mappen) > 2 or (len(mappen) == 1 and dagen is None):
        raise click.UsageError("geef twee mappen, OUD en NIEUW, of één map met --dagen")
    if dagen is not None and rekendatum is not None:
        raise click.UsageError("kies --rekendatum of --dagen")
    with met_bibliotheken(als_json_):
        from wetsanalyse.bevolking.verenigen import verenig
        from wetsanalyse.bevolking.vergelijken import vergelijking
        from wetsanalyse.report.vergelijkvorm import Vergelijkbeeld
    sets, kanten = _zijden(mappen, dagen, rekendatum, uitkomsten, oordelen, als_json_)
    oud, nieuw = kanten
    werk = vergelijking(oud, nieuw)
    vorm = verenig(oud.vorm, nieuw.vorm)
    if werk.value is None or vorm.value is None:
        stop_gebruik([*werk.fouten, *vorm.fouten], als_json_)
    meld([*werk.diagnostics, *vorm.diagnostics], als_json_)
    bij = open_gegevens(vorm.value, gegevens, vraag, lees_paren(leden, "--leden", "rol=bestand"),
                        groepen, als_json_)  # fmt: skip
    op = [kant.plan.rekendatum for kant in kanten]
    opties = ("vergelijk", [p.naam for p in werk.value.alle], groepen, sorted(oordelen))
    eind, geschreven = loop(
        werk.value, bij, (uit, opzij, merken(sets, bij.bron, op, opties)), draden, als_json_
    )
    redenen = {f"{naam} ({kant.casefold()})": waarom
               for kant, draaier in zip(KANTEN, kanten, strict=True)
               for naam, waarom in draaier.redenen().items()}  # fmt: skip
    namen = _namen(mappen)
    beeld = Vergelijkbeeld(
        eind, werk.value.alle, redenen, groepen,
        ((namen[0], oud.plan.model, op[0]), (namen[1], nieuw.plan.model, op[1])),
        bij.synthetisch,
    )  # fmt: skip
    if rapport is not None:
        from wetsanalyse.report.vergelijkvorm import vergelijkpagina

        schrijf(rapport, vergelijkpagina(beeld, bij.bron.naam))
    _toon(beeld, als_json_)
    if not als_json_:
        toon_geschreven(uit, geschreven, rapport)
    return GOED if not eind.verslag.fouten else FOUTEN


def _zijden(
    mappen: Sequence[Path],
    dagen: tuple[date, date] | None,
    rekendatum: date | None,
    uitkomsten: Sequence[str],
    oordelen: Sequence[str],
    json_: bool,
) -> tuple[list[chain.Regelset], tuple[Draaier, Draaier]]:
    """Both laws, each ready to run on its day."""
    sets = [laad_mappen([map_], json_) for map_ in mappen]
    sets = sets * 2 if len(sets) == 1 else sets
    paden = list(mappen) * 2 if len(mappen) == 1 else list(mappen)
    op = dagen or (rekendatum, rekendatum)
    oud, nieuw = (
        _draaier(set_, pad, dag, uitkomsten, oordelen, json_)
        for set_, pad, dag in zip(sets, paden, op, strict=True)
    )
    return sets, (oud, nieuw)


def _draaier(
    set_: chain.Regelset,
    pad: Path,
    gevraagd: date | None,
    uitkomsten: Sequence[str],
    oordelen: Sequence[str],
    json_: bool,
) -> Draaier:
    from wetsanalyse.bevolking.draaien import Draaier
    from wetsanalyse.bevolking.vorm import vorm_van

    dag = zoek_dag(set_, [pad], gevraagd, json_)
    vorm = vorm_van(set_.model, dag)
    if vorm.value is None:
        stop(vorm.fouten, json_)
    meld(vorm.diagnostics, json_)
    doelen = kies_doelen(set_, vorm.value, dag, uitkomsten, json_)
    plan = chain.lower(set_.model, dag)
    return Draaier(plan, vorm.value, doelen, oordelen_van(set_.model, oordelen))


def _namen(mappen: Sequence[Path]) -> tuple[str, str]:
    """What the two laws are called: their folders, with what is above where those are the same."""
    eerste, laatste = mappen[0].resolve(), mappen[-1].resolve()
    if eerste.name == laatste.name and eerste != laatste:
        return f"{eerste.parent.name}/{eerste.name}", f"{laatste.parent.name}/{laatste.name}"
    return eerste.name, laatste.name


def _toon(beeld: object, json_: bool) -> None:
    from wetsanalyse.report import terminal
    from wetsanalyse.report.deelvorm import toon_delen
    from wetsanalyse.report.tellingvorm import SYNTHETISCH
    from wetsanalyse.report.vergelijkvorm import Vergelijkbeeld, delen, loopdeel, vergelijk_json

    assert isinstance(beeld, Vergelijkbeeld)
    if json_:
        toon_json(vergelijk_json(beeld))
        return
    scherm = terminal.console()
    if beeld.synthetisch:
        scherm.print(f"[bold]{SYNTHETISCH}[/bold]")
    toon_delen(scherm, [loopdeel(beeld), *delen(beeld, plaatjes=False)])


__all__ = ["vergelijk"]
