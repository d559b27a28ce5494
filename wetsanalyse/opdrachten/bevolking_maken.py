"""``wetsanalyse bevolking maak``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Opdracht, schrijf, voortgang
from wetsanalyse.opdrachten.bevolking_sjabloon import zonder_bibliotheek
from wetsanalyse.opdrachten.gedeeld import GOED, PAD, UITPAD, json_optie, laad, stop, toon_json

if TYPE_CHECKING:
    from wetsanalyse.bevolking.maken.koppeling import Koppeling
    from wetsanalyse.bevolking.maken.marges import Marges
    from wetsanalyse.bevolking.maken.verslag import Toetsregel
    from wetsanalyse.text import Diagnostic

GROEPEN = ("soort", "inkomensgroep", "inkomensbron", "woning")
EERSTE_JAAR, LAATSTE_JAAR = 1990, 2100
MEESTE = 1_000_000_000
MEESTE_ZAAD = 2**63 - 1
KLEINSTE_INDEX, GROOTSTE_INDEX = Fraction(1, 10), Fraction(10)


def _heel(laag: int, hoog: int) -> Callable[[Any, Any, str | None], int | None]:
    """A whole number between two bounds, with a Dutch message."""

    def lees(_ctx: Any, _param: Any, waarde: str | None) -> int | None:
        if waarde is None:
            return None
        cijfers = waarde.replace(".", "").replace("_", "")
        if not (cijfers.isascii() and cijfers.isdigit() and laag <= int(cijfers) <= hoog):
            raise click.BadParameter(
                f"“{waarde}” kan niet; schrijf een geheel getal van {laag} tot en met {hoog}"
            )
        return int(cijfers)

    return lees


def _index(_ctx: Any, _param: Any, waarde: str | None) -> Fraction | None:
    """An exact factor, with a comma or a point."""
    if waarde is None:
        return None
    try:
        getal = Fraction(waarde.replace(",", "."))
    except (ValueError, ZeroDivisionError):
        getal = Fraction(0)
    if not KLEINSTE_INDEX <= getal <= GROOTSTE_INDEX:
        raise click.BadParameter(f"“{waarde}” kan niet; schrijf een getal als 1,05, hoogstens 10")
    return getal


@click.command(cls=Opdracht)
@click.option("--huishoudens", callback=_heel(1, MEESTE), default="100000",
              metavar="AANTAL", help="Hoeveel huishoudens; zonder keuze 100.000.")  # fmt: skip
@click.option("--zaad", callback=_heel(0, MEESTE_ZAAD), default="1",
              metavar="GETAL", help="Zelfde zaad, zelfde bestand; zonder keuze 1.")  # fmt: skip
@click.option("--jaar", callback=_heel(EERSTE_JAAR, LAATSTE_JAAR), metavar="JAAR",
              help="Leeftijden gelden op 1 januari van dit jaar; zonder keuze 2025.")  # fmt: skip
@click.option("--index", "index_", callback=_index, metavar="GETAL",
              help="Waarmee het inkomen van 2022 wordt vermenigvuldigd.")  # fmt: skip
@click.option("--uit", type=UITPAD, metavar="BESTAND",
              help="Waar de huishoudens komen te staan (.parquet).")  # fmt: skip
@click.option("--voor", type=PAD, metavar="MAP",
              help="Schrijf in de kolommen van de wet in deze map.")  # fmt: skip
@click.option("--groep", "groepen", type=click.Choice(GROEPEN), multiple=True,
              help="Met --voor: neem ook deze kolom van het huishouden mee.")  # fmt: skip
@click.option("--marges", "marges_", type=PAD, metavar="BESTAND",
              help="Eigen cijfers, als YAML; in plaats van wat is meegegeven.")  # fmt: skip
@click.option("--rapport", type=UITPAD, metavar="BESTAND",
              help="Schrijf per cijfer streven en uitkomst als één bladzijde (HTML).")  # fmt: skip
@click.option("--naast", type=(PAD, PAD), multiple=True, metavar="MAP BESTAND",
              help="Zet uitkomsten van deze wet naast de officiële cijfers.")  # fmt: skip
@json_optie
def maak(
    huishoudens: int,
    zaad: int,
    jaar: int | None,
    index_: Fraction | None,
    uit: Path | None,
    voor: Path | None,
    groepen: tuple[str, ...],
    marges_: Path | None,
    rapport: Path | None,
    naast: tuple[tuple[Path, Path], ...],
    als_json_: bool,
) -> int:
    """Maak een verzonnen bevolking waarvan de randtotalen kloppen met gepubliceerde cijfers."""
    if uit is None and rapport is None:
        raise click.UsageError("geef --uit, --rapport, of allebei")
    if naast and rapport is None:
        raise click.UsageError("--naast hoort bij --rapport")
    if uit is not None and uit.suffix != ".parquet":
        raise click.UsageError(f"--uit: “{uit}” eindigt niet op .parquet")
    if groepen and voor is None:
        raise click.UsageError("--groep hoort bij --voor; zonder --voor staan deze kolommen er al")
    try:
        from wetsanalyse.bevolking.maken.maak import Maakopdracht
        from wetsanalyse.bevolking.maken.maak import maak as maak_bevolking
    except ImportError as oorzaak:
        stop([zonder_bibliotheek(oorzaak)], als_json_)
    koppeling = _koppeling(voor, als_json_) if voor is not None else None
    marges = _marges(marges_, als_json_)
    jaar = jaar or (koppeling.jaar if koppeling is not None else 2025)
    vraag = Maakopdracht(huishoudens, zaad, jaar, index_ or marges.index_inkomen, koppeling,
                         groepen)  # fmt: skip
    toetsing = _toetsing(naast, marges, als_json_)
    with voortgang(not als_json_) as stap:
        try:
            if uit is not None:
                uit.parent.mkdir(parents=True, exist_ok=True)
            gemaakt = maak_bevolking(vraag, marges, uit, stap)
        except OSError as e:
            waarom = e.strerror or str(e)
            raise click.ClickException(f"{uit} kan niet geschreven worden: {waarom}") from None
    aannamen = sorted(koppeling.aannamen.items()) if koppeling is not None else []
    if rapport is not None:
        from wetsanalyse.report.bevolkingspagina import bevolkingspagina

        schrijf(rapport, bevolkingspagina(gemaakt.verslag, toetsing, aannamen))
    from wetsanalyse.report import terminal
    from wetsanalyse.report.bevolkingsvorm import toets_json, toon_verslag, verslag_json

    if als_json_:
        erbij = {"koppeling": dict(aannamen), "regelingen": [toets_json(r) for r in toetsing]}
        toon_json(verslag_json(gemaakt.verslag, gemaakt.rijen) | erbij)
        return GOED
    toon_verslag(terminal.console(), gemaakt.verslag, gemaakt.rijen)
    _toon_koppeling(koppeling, aannamen)
    click.echo("")
    if uit is not None:
        click.echo(f"De huishoudens staan in {uit}")
    if rapport is not None:
        click.echo(f"De bladzijde staat in {rapport}")
    return GOED


def _toon_koppeling(koppeling: Koppeling | None, aannamen: Sequence[tuple[str, str]]) -> None:
    if koppeling is None:
        return
    click.echo(f"\nIn de kolommen van {koppeling.wet}: {koppeling.uitleg}")
    for naam, tekst in aannamen:
        click.echo(f"- {naam}: {tekst}")


def _marges(pad: Path | None, als_json_: bool) -> Marges:
    """The figures that ship or the user's own, or the end of the command with what is wrong."""
    from wetsanalyse.bevolking.maken.maak import tegenspraak
    from wetsanalyse.bevolking.maken.marges_lezen import lees_marges, standaard

    if pad is None:
        return standaard()
    bestand = chain.read([pad], (pad.suffix,))
    if not bestand.ok:
        stop(bestand.fouten, als_json_)
    gelezen = lees_marges(bestand.value[0])
    if gelezen.value is None:
        stop(gelezen.fouten, als_json_)
    if fouten := tegenspraak(gelezen.value):
        stop(fouten, als_json_)
    return gelezen.value


def _toetsing(
    naast: Sequence[tuple[Path, Path]], marges: Marges, als_json_: bool
) -> tuple[Toetsregel, ...]:
    """Runs of laws over this population beside the official figures."""
    from wetsanalyse.bevolking.maken.koppeling import vind_koppeling
    from wetsanalyse.bevolking.maken.uitkomsten import lees_uitkomst
    from wetsanalyse.bevolking.maken.verslag import Regelinguitkomst, toetsen

    gevonden: dict[str, Regelinguitkomst] = {}
    fouten: list[Diagnostic] = []
    for map_, bestand in naast:
        koppeling = vind_koppeling(map_)
        fouten += koppeling.fouten
        if koppeling.value is None:
            continue
        gelezen = lees_uitkomst(bestand, koppeling.value.uitkomst)
        fouten += gelezen.fouten
        if gelezen.value is not None:
            gevonden[koppeling.value.wet] = gelezen.value
    if fouten:
        stop(fouten, als_json_)
    return toetsen(gevonden, marges)


def _koppeling(map_: Path, als_json_: bool) -> Koppeling:
    """The mapping beside a law, or the end of the command with every fault in it."""
    from datetime import date

    from wetsanalyse.bevolking.maken.koppeling import toets_aan, vind_koppeling
    from wetsanalyse.bevolking.vorm import vorm_van

    set_ = laad(map_, als_json_)
    gelezen = vind_koppeling(map_)
    if gelezen.value is None:
        stop(gelezen.fouten, als_json_)
    koppeling = gelezen.value
    vorm = vorm_van(set_.model, date(koppeling.jaar, 1, 1))
    if vorm.value is None:
        stop(vorm.fouten, als_json_)
    kan = {"": vorm.value.velden, **{r.kolom: r.velden for r in vorm.value.rollen}}
    fouten = toets_aan(koppeling, {
        naam: [v.naam for v in (*velden.nodig, *velden.overig)] for naam, velden in kan.items()
    })  # fmt: skip
    if fouten:
        stop(fouten, als_json_)
    return koppeling
