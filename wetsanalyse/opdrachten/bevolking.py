"""``wetsanalyse bevolking MAP``: many households through a law, exactly."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Groep, Opdracht, schrijf
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
from wetsanalyse.opdrachten.vonk import controleer_meester, draai_op, recept_van
from wetsanalyse.text import Diagnostic

if TYPE_CHECKING:
    from wetsanalyse.bevolking.bron import Bron
    from wetsanalyse.bevolking.draaien import Doel, Draaier
    from wetsanalyse.bevolking.loop import Nevenmeting
    from wetsanalyse.bevolking.maken.verslag import Toetsregel
    from wetsanalyse.bevolking.vorm import Vorm
    from wetsanalyse.report.tellingvorm import Beeld

OPDRACHTEN = {
    "draai": "bevolking:draai",
    "sjabloon": "bevolking_sjabloon:sjabloon",
    "maak": "bevolking_maken:maak",
}


class Bevolkingsgroep(Groep):
    """Who names a folder of rules and no command wants to run it."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.modulen and not args[0].startswith("-"):
            args = ["draai", *args]
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["MAP… --gegevens BESTAND [OPTIES]", "|", "OPDRACHT …"]


@click.group(cls=Bevolkingsgroep, modulen=OPDRACHTEN)
def bevolking() -> None:
    """Reken een hele bevolking door, of maak er een.

    `wetsanalyse bevolking MAP --gegevens huishoudens.parquet` is kort voor
    `wetsanalyse bevolking draai MAP …`.
    """


# ------------------------------------------------------------------ what is to be run


def kies_doelen(
    set_: chain.Regelset, vorm: Vorm, dag: date, namen: Sequence[str], json_: bool
) -> list[Doel]:
    """The outcomes that are asked for; without a name those of the blocks Uitkomst."""
    from wetsanalyse.bevolking.doelen import alle_doelen, doelen_van

    plan = chain.lower(set_.model, dag)
    if not namen:
        return doelen_van(plan, vorm)
    gevonden = alle_doelen(plan, vorm).kies(namen)
    if gevonden.value is None:
        stop(gevonden.fouten, json_)
    return gevonden.value


def merken(
    sets: Sequence[chain.Regelset],
    bron: Bron,
    dagen: Sequence[date],
    opties: Sequence[Sequence[str]],
) -> dict[str, str | None]:
    """What the outcomes are made of, for a run that goes on later."""
    wet = hashlib.sha256()
    for set_ in sets:
        for tekst in set_.bronnen:
            wet.update(tekst.tekst.encode())
    dag = " ".join(map(str, dagen))
    return {"bron": bron.merk, "wet": wet.hexdigest(), "rekendatum": dag, "opties": repr(opties)}


def kies_metingen(
    draaier: Draaier, druk: Sequence[str], klif: Sequence[str], vanaf: str | None, binnen: int,
    json_: bool,
) -> list[Nevenmeting]:  # fmt: skip
    """What is measured beside the outcomes, or the end of the command with all that is wrong."""
    from wetsanalyse.bevolking.kliffen import Drukmeting, Klifmeting, gebrek
    from wetsanalyse.bevolking.netto import bijdragen
    from wetsanalyse.bevolking.verschuiven import lees_verschuiving

    if vanaf is not None and not klif:
        raise click.UsageError("--vanaf hoort bij --klif")
    minstens = _bedrag(vanaf)
    delen = bijdragen(draaier.plan.model, draaier.vorm, draaier.doelen)
    metingen: list[Nevenmeting] = []
    fouten: list[Diagnostic] = []
    for optie, vragen in (("--druk", druk), ("--klif", klif)):
        for vraag in dict.fromkeys(vragen):
            v = lees_verschuiving(draaier.vorm, vraag, optie)
            if v.value is None:
                fouten += v.fouten
            elif (mis := gebrek(v.value, delen, als_deel=optie == "--druk")) is not None:
                fouten.append(mis)
            elif optie == "--druk":
                metingen.append(Drukmeting(v.value, delen))
            else:
                metingen.append(Klifmeting(v.value, delen, minstens, binnen))
    if fouten:
        stop_gebruik(list(dict.fromkeys(fouten)), json_)
    return metingen


def _bedrag(tekst: str | None) -> Fraction:
    """A loss in euro, above zero. Without one: any loss of at least a euro."""
    from wetsanalyse.bevolking.verschuiven import GETAL

    if tekst is None:
        return Fraction(1)
    if not GETAL.fullmatch(tekst) or Fraction(tekst.replace(",", ".")) <= 0:
        raise click.UsageError(f"--vanaf: “{tekst}” kan niet; schrijf een bedrag zoals 500 of 0,01")
    return Fraction(tekst.replace(",", "."))


# ------------------------------------------------------------------ the command


@click.command(cls=Opdracht)
@mappen_arg
@met_gegevens
@click.option(
    "--druk",
    multiple=True,
    metavar="GEGEVEN[=STAP]",
    help="Welk deel van een stap meer weer verloren gaat, zoals toetsingsinkomen=100.",
)
@click.option(
    "--klif",
    multiple=True,
    metavar="GEGEVEN[=STAP]",
    help="Wie bij één stap meer veel verliest, zoals vermogen=1.",
)
@click.option("--vanaf", metavar="BEDRAG", help="Met --klif: een verlies van minstens zoveel euro.")
@click.option(
    "--binnen",
    type=click.IntRange(1, 100),
    default=1,
    metavar="AANTAL",
    help="Met --klif: ook wie binnen zoveel stappen van een klif staat.",
)
@click.option("--op", metavar="ADRES",
              help="Reken op een cluster met Apache Spark: spark://machine:poort.")  # fmt: skip
@dag_optie
@json_optie
def draai(
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
    druk: tuple[str, ...],
    klif: tuple[str, ...],
    vanaf: str | None,
    binnen: int,
    op: str | None,
    rekendatum: date | None,
    als_json_: bool,
) -> int:
    """Reken alle huishoudens van een tabel door, exact."""
    with met_bibliotheken(als_json_):
        from wetsanalyse.bevolking.bron import PER_BLOK
        from wetsanalyse.bevolking.draaien import Draaier
        from wetsanalyse.bevolking.loop import Doorrekening
        from wetsanalyse.bevolking.netto import samen_van
        from wetsanalyse.bevolking.vorm import vorm_van
        from wetsanalyse.report.tellingvorm import Beeld
    if op is not None:
        controleer_meester(op)
        if druk or klif or leden or vraag:
            raise click.UsageError("--op gaat niet samen met --druk, --klif, --leden of --vraag")
    set_ = laad_mappen(mappen, als_json_)
    dag = zoek_dag(set_, mappen, rekendatum, als_json_)
    vorm = vorm_van(set_.model, dag)
    if vorm.value is None:
        stop(vorm.fouten, als_json_)
    doelen = kies_doelen(set_, vorm.value, dag, uitkomsten, als_json_)
    draaier = Draaier(
        chain.lower(set_.model, dag), vorm.value, doelen, oordelen_van(set_.model, oordelen)
    )
    metingen = kies_metingen(draaier, druk, klif, vanaf, binnen, als_json_)
    bij = open_gegevens(vorm.value, gegevens, vraag, lees_paren(leden, "--leden", "rol=bestand"),
                        groepen, als_json_)  # fmt: skip
    meld(vorm.diagnostics, als_json_)
    opties = ([d.eigenschap for d in doelen], groepen, sorted(oordelen), druk, klif,
              [str(vanaf), str(binnen)])  # fmt: skip
    uitvoer = (uit, opzij, merken([set_], bij.bron, [dag], opties))
    if op is None:
        werk = Doorrekening(draaier, metingen)
        eind, geschreven = loop(werk, bij, uitvoer, draden, als_json_)
    else:
        recept = recept_van(set_, dag, [(d.wie, d.eigenschap) for d in doelen],
                            tuple(draaier.oordelen.items()), gegevens, groepen,
                            PER_BLOK)  # fmt: skip
        eind, geschreven = draai_op(op, recept, bij, uitvoer, als_json_)
    gemeten = [*samen_van(draaier), *metingen]
    beeld = Beeld(eind, doelen, gemeten, draaier.redenen(), groepen, bij.synthetisch)
    officieel = _officieel(beeld, mappen)
    if rapport is not None:
        from wetsanalyse.report.officieel import officieel_deel
        from wetsanalyse.report.tellingpagina import tellingpagina

        naast = [officieel_deel(officieel)] if officieel else []
        schrijf(rapport, tellingpagina(beeld, mappen, [(set_.model, dag)], bij.bron.naam, naast))
    _toon(beeld, officieel, als_json_)
    if not als_json_:
        toon_geschreven(uit, geschreven, rapport)
    return GOED if not eind.verslag.fouten else FOUTEN


def _officieel(beeld: Beeld, mappen: Sequence[Path]) -> tuple[Toetsregel, ...]:
    """What is officially known of the scheme, by the mapping beside its rules."""
    from wetsanalyse.bevolking.maken.koppeling import vind_koppeling
    from wetsanalyse.bevolking.maken.marges_lezen import standaard
    from wetsanalyse.report.officieel import naast_officieel

    koppeling = vind_koppeling(mappen[0]).value if len(mappen) == 1 else None
    if koppeling is None or not beeld.synthetisch:
        return ()
    return naast_officieel(beeld, koppeling.wet, standaard())


def _toon(beeld: Beeld, officieel: tuple[Toetsregel, ...], json_: bool) -> None:
    from wetsanalyse.report import terminal
    from wetsanalyse.report.deelvorm import toon_delen
    from wetsanalyse.report.officieel import officieel_deel, officieel_json
    from wetsanalyse.report.tellingvorm import SYNTHETISCH, delen, loopdeel, telling_json

    if json_:
        toon_json({**telling_json(beeld), "officieel": officieel_json(officieel)})
        return
    scherm = terminal.console()
    if beeld.synthetisch:
        scherm.print(f"[bold]{SYNTHETISCH}[/bold]")
    naast = [officieel_deel(officieel)] if officieel else []
    toon_delen(scherm, [loopdeel(beeld), *delen(beeld, plaatjes=False), *naast])


__all__ = ["bevolking", "draai", "kies_doelen", "merken"]
