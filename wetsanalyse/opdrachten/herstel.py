"""``wetsanalyse herstel``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.burgers.bevolking import Bevolking
from wetsanalyse.analyses.herstel import (
    SJABLONEN,
    Herstel,
    Wet,
    eigen_variant,
    onderzoek_herstel,
    pas_toe,
    proef_met_tekst,
)
from wetsanalyse.analyses.maten.maatstaf import Maatstaf
from wetsanalyse.analyses.onderzoek import niets_te_onderzoeken
from wetsanalyse.cli_kader import Opdracht, schrijf, voortgang
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.opdrachten.gedeeld import (
    GOED,
    bevolking_optie,
    dag_optie,
    dag_van,
    json_optie,
    laad_mappen,
    laad_scenarios_bij,
    mappen_arg,
    rapport_optie,
    stop,
    toon_json,
)
from wetsanalyse.opdrachten.maat import met_maatstaf
from wetsanalyse.opdrachten.massa import (
    herstelmassa_van,
    laad_gewichten,
    met_massa,
    toon_massa,
)
from wetsanalyse.report import terminal
from wetsanalyse.report.herstelvorm import herstel_json, toon_herstel
from wetsanalyse.report.html import herstelpagina

PER_ID = {s.id: s for s in SJABLONEN}


@click.command(cls=Opdracht)
@mappen_arg
@click.option("--bevinding", "id_", required=True, metavar="ID",
              help="De bevinding uit `wetsanalyse onderzoek`.")  # fmt: skip
@click.option("--variant", metavar="NAAM|BESTAND",
              help="Eén sjabloon, of een bestand met regels; anders alle sjablonen.")  # fmt: skip
@dag_optie
@bevolking_optie
@met_maatstaf
@json_optie
@rapport_optie("de uitkomst")
def herstel(
    mappen: tuple[Path, ...],
    id_: str,
    variant: str | None,
    rekendatum: date | None,
    bevolking_: Path | None,
    maat: Maatstaf,
    als_json_: bool,
    rapport_: Path | None,
) -> int:
    """Zet een herstel naast de wet: wie is geholpen, wat kost het, wat gaat er stuk."""
    if variant is not None and variant not in PER_ID and not variant.endswith(".regels"):
        kan = ", ".join(PER_ID)
        raise click.UsageError(
            f"variant “{variant}” bestaat niet; kies {kan}, of een bestand .regels"
        )
    set_ = laad_mappen(mappen, als_json_)
    wet = Wet(set_.bronnen, set_.ontleding, set_.model)
    scenarios = laad_scenarios_bij(set_, mappen, als_json_)
    dag = dag_van(set_, scenarios, rekendatum)
    bevolking = laad_gewichten(set_, bevolking_, scenarios, dag, als_json_)
    with voortgang(not als_json_) as meld_stap:
        vraag = chain.Vraag(bevolking=bevolking, maatstaf=maat)
        gevonden = chain.analyse(set_.model, scenarios, dag, meld_stap, vraag)
        reden = niets_te_onderzoeken(chain.lower(set_.model, dag))
        bevinding = _kies(gevonden.bevindingen, id_, reden)
        if variant is not None and variant not in PER_ID:
            uit = _eigen_tekst(wet, bevinding, scenarios, Path(variant), bevolking, maat, als_json_)
        else:
            kies = SJABLONEN if variant is None else (PER_ID[variant],)
            uit = onderzoek_herstel(
                wet, bevinding, scenarios, bevolking, kies,
                lambda nu, van: meld_stap("herstel", nu, van), maat,
            )  # fmt: skip
    if rapport_ is not None:
        schrijf(rapport_, herstelpagina(uit))
    massa = herstelmassa_van(wet, dag, uit, bevolking_, als_json_)
    if als_json_:
        toon_json(met_massa(herstel_json(uit), massa))
    else:
        toon_herstel(terminal.console(), uit, variant is not None)
        toon_massa(terminal.console(), massa)
        if rapport_ is not None:
            click.echo(f"De uitkomst staat in {rapport_}")
    return GOED


def _kies(bevindingen: Sequence[Bevinding], id_: str, reden: str | None) -> Bevinding:
    """``reden``: why nothing at all could be looked at, if so."""
    for bevinding in bevindingen:
        if bevinding.id == id_:
            return bevinding
    if reden is not None:
        raise click.UsageError(f"er is niets onderzocht: {reden}; er is dus niets te herstellen")
    if not bevindingen:
        raise click.UsageError("in deze wet is niets gevonden; er is dus niets te herstellen")
    kan = "\n  ".join(b.id for b in bevindingen)
    raise click.UsageError(f"bevinding “{id_}” is er niet; wel:\n  {kan}")


def _eigen_tekst(
    wet: Wet,
    bevinding: Bevinding,
    scenarios: Sequence[Scenario],
    pad: Path,
    bevolking: Bevolking | None,
    maat: Maatstaf,
    als_json_: bool,
) -> Herstel:
    """A file of the user: its blocks take the place of those with the same name."""
    gelezen = chain.read([pad])
    if not gelezen.ok:
        stop(gelezen.fouten, als_json_)
    tekst = gelezen.value[0].tekst
    nieuw = pas_toe(wet, tekst, gelezen.value[0].pad)
    if not nieuw.ok:
        stop(nieuw.fouten, als_json_)
    variant = eigen_variant(pad.name, tekst)
    return proef_met_tekst(wet, bevinding, scenarios, variant, nieuw.value, bevolking, maat)
