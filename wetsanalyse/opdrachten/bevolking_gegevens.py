"""What commands about many households share: reading a table, writing outcomes, progress."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from wetsanalyse.cli_kader import rijenteller, zeg
from wetsanalyse.opdrachten.bevolking_sjabloon import zonder_bibliotheek
from wetsanalyse.opdrachten.gedeeld import AFGEBROKEN, UITPAD, meld, stop
from wetsanalyse.text import Diagnostic

if TYPE_CHECKING:
    from wetsanalyse.bevolking.bron import Bron
    from wetsanalyse.bevolking.indeling import Indeling
    from wetsanalyse.bevolking.loop import Eindstand, Werk
    from wetsanalyse.bevolking.schrijven import Geschreven, Uitvoer
    from wetsanalyse.bevolking.vorm import Vorm


@dataclass(frozen=True)
class Gegevens:
    """Households that fit a law: where they come from and which column is which."""

    bron: Bron
    vorm: Vorm
    indeling: Indeling

    @property
    def synthetisch(self) -> bool:
        """Whether the file, or its column of weights, says that all is made up."""
        return self.bron.synthetisch or self.indeling.synthetisch


@contextmanager
def met_bibliotheken(als_json_: bool) -> Iterator[None]:
    """Without the extra there is a message, not a traceback."""
    try:
        yield
    except ImportError as oorzaak:
        stop([zonder_bibliotheek(oorzaak)], als_json_)


def open_gegevens(
    vorm: Vorm,
    adres: str,
    vraag: str | None,
    leden: Mapping[str, str],
    groepen: Sequence[str],
    json_: bool,
) -> Gegevens:
    """The households, or the end of the command with every fault in their columns."""
    from wetsanalyse.bevolking.indeling import leg_naast
    from wetsanalyse.bevolking.leden import met_leden
    from wetsanalyse.bevolking.openen import open_bron

    hoofd = open_bron(adres, vraag)
    andere = {rol: open_bron(pad) for rol, pad in leden.items()}
    fouten = [*hoofd.fouten, *(f for b in andere.values() for f in b.fouten)]
    if hoofd.value is None or fouten:
        stop_gebruik(fouten, json_)
    bron = hoofd.value
    if andere:
        samen = met_leden(bron, {rol: b.value for rol, b in andere.items() if b.value is not None})
        if samen.value is None:
            stop_gebruik(samen.fouten, json_)
        bron = samen.value
    indeling = leg_naast(vorm, bron, groepen)
    if indeling.value is None:
        stop_gebruik(indeling.fouten, json_)
    meld([m for m in indeling.diagnostics if not m.is_fout], json_)
    return Gegevens(bron, vorm, indeling.value)


def stop_gebruik(fouten: Sequence[Diagnostic], json_: bool) -> NoReturn:
    """As `stop`, for data that do not fit: nothing was run, so it is wrong use."""
    try:
        stop(fouten, json_)
    except click.exceptions.Exit:
        raise click.exceptions.Exit(2) from None


def lees_paren(waarden: Sequence[str], optie: str, vorm: str) -> dict[str, str]:
    """``naam=waarde`` of an option that may come more than once."""
    uit: dict[str, str] = {}
    for tekst in waarden:
        naam, gelijk, waarde = tekst.partition("=")
        if not gelijk or not naam.strip() or not waarde.strip():
            raise click.UsageError(f"{optie}: “{tekst}” kan niet; schrijf {vorm}")
        uit[naam.strip()] = waarde.strip()
    return uit


def oordelen_van(model: Any, waarden: Sequence[str]) -> dict[str, bool]:
    """Judgments of open norms, the same for everybody."""
    uit: dict[str, bool] = {}
    for naam, waarde in lees_paren(
        waarden, "--oordeel", "“naam van de open norm=ja” of “…=nee”"
    ).items():
        if waarde not in ("ja", "nee"):
            raise click.UsageError(f"--oordeel: “{waarde}” kan niet; schrijf ja of nee")
        if naam not in model.open_normen:
            bekend = ", ".join(model.open_normen) or "geen enkele"
            raise click.UsageError(f"--oordeel: open norm “{naam}” is er niet; wel: {bekend}")
        uit[naam] = waarde == "ja"
    return uit


gegevens_opties = [
    click.option("--gegevens", required=True, metavar="BESTAND",
                 help="De huishoudens: Parquet, CSV, Arrow, of duckdb:bestand.db."),
    click.option("--vraag", metavar="SQL", help="Een vraag aan DuckDB die de huishoudens geeft."),
    click.option("--leden", multiple=True, metavar="ROL=BESTAND",
                 help="Een eigen tabel voor wie met meer zijn, zoals kinderen=kinderen.parquet."),
    click.option("--groep", "groepen", multiple=True, metavar="KOLOM",
                 help="Tel ook per waarde van deze kolom."),
    click.option("--uit", type=UITPAD, metavar="BESTAND",
                 help="Schrijf de uitkomsten: .parquet, .arrow of .csv."),
    click.option("--opzij", type=UITPAD, metavar="BESTAND",
                 help="Waar rijen komen die niet te rekenen zijn, met de reden."),
    click.option("--rapport", type=UITPAD, metavar="BESTAND",
                 help="Schrijf de uitkomst als één bladzijde (HTML)."),
    click.option("--uitkomst", "uitkomsten", multiple=True, metavar="NAAM",
                 help="Welke uitkomst; zonder keuze die van de blokken Uitkomst."),
    click.option("--oordeel", "oordelen", multiple=True, metavar="NORM=ja|nee",
                 help="Een oordeel over een open norm, voor iedereen gelijk."),
    click.option("--draden", type=click.IntRange(1, 64), metavar="AANTAL",
                 help="Hoeveel blokken tegelijk."),
]  # fmt: skip


def met_gegevens(functie: Any) -> Any:
    for optie in reversed(gegevens_opties):
        functie = optie(functie)
    return functie


def begin_uitvoer(
    uit: Path | None, opzij: Path | None, waarvan: Mapping[str, str | None], json_: bool
) -> Uitvoer | None:
    from wetsanalyse.bevolking.schrijven import begin

    if uit is None:
        if opzij is not None:
            raise click.UsageError("--opzij hoort bij --uit")
        return None
    begonnen = begin(uit, waarvan, opzij)
    if begonnen.value is None:
        stop_gebruik(begonnen.fouten, json_)
    return begonnen.value


def sluit_af(uitvoer: Uitvoer | None, eind: Eindstand, bron: Bron) -> Geschreven | None:
    from wetsanalyse.bevolking.schrijven import maak_af

    if uitvoer is None:
        return None
    merk = {"wetsanalyse.synthetisch": "ja"} if bron.synthetisch else {}
    return maak_af(uitvoer, eind.blokken, merk)


def loop(
    werk: Werk,
    bij: Gegevens,
    uitvoer_: tuple[Path | None, Path | None, Mapping[str, str | None]],
    draden: int | None,
    json_: bool,
) -> tuple[Eindstand, Geschreven | None]:
    """Every household through the law, to a file when one is asked for; or the end of the command
    with what broke it. ``uitvoer_``: the file, that of what is set aside, and what it is of."""
    from wetsanalyse.bevolking.bron import Bronbreuk
    from wetsanalyse.bevolking.loop import draai

    uit = uitvoer_[0]
    try:
        uitvoer = begin_uitvoer(*uitvoer_, json_)
        with rijenteller(bij.bron.rijen, not json_) as stap:
            eind = draai(werk, bij.vorm, bij.bron, bij.indeling, uitvoer, draden=draden, stap=stap)
        return eind, sluit_af(uitvoer, eind, bij.bron)
    except Bronbreuk as breuk:
        stop([breuk.melding], json_)
    except KeyboardInterrupt:
        if uit is not None:
            zeg(f"afgebroken; met dezelfde opdracht gaat {uit} verder waar het was")
        raise click.exceptions.Exit(AFGEBROKEN) from None


def toon_geschreven(uit: Path | None, geschreven: Geschreven | None, rapport: Path | None) -> None:
    """Where everything went."""
    if geschreven is not None:
        click.echo(f"\nDe uitkomsten staan in {uit}")
        if geschreven.opzij is not None:
            click.echo(f"De rijen die opzij zijn gezet staan in {geschreven.opzij}")
    if rapport is not None:
        click.echo(f"De bladzijde staat in {rapport}")
