"""Articles as text with a link: from a Juriconnect string to an address on wetten.overheid.nl."""

from __future__ import annotations

from dataclasses import dataclass

from wetsanalyse.model.model import Herkomst, Model, Vindplaats
from wetsanalyse.report.opmaak import datum


@dataclass(frozen=True, slots=True)
class Bronlink:
    """A place in a regulation as a reader sees it. ``adres`` is empty when it is not known."""

    tekst: str
    jci: str = ""
    adres: str = ""
    tekst_van: str = ""


def adres(jci: str | None) -> str:
    """``https://wetten.overheid.nl/BWBR0018451/2025-01-01#Artikel3``; empty if it cannot be."""
    if not jci:
        return ""
    kop, _, rest = jci.partition("&")
    bwb = kop.rsplit(":", 1)[-1]
    if not bwb.startswith("BWB"):
        return ""
    velden = dict(deel.partition("=")[::2] for deel in rest.split("&"))
    dag = velden.get("g") or velden.get("z") or ""
    anker = ""
    if "artikel" in velden:
        anker = f"#Artikel{velden['artikel']}"
    elif "bijlage" in velden:
        anker = f"#Bijlage{velden['bijlage']}"
    return f"https://wetten.overheid.nl/{bwb}{f'/{dag}' if dag else ''}{anker}"


def bronlink(plaats: Vindplaats, model: Model | None = None) -> Bronlink:
    regeling = model.regelingen.get(plaats.regeling) if model else None
    van = datum(regeling.tekst_van) if regeling and regeling.tekst_van else ""
    return Bronlink(str(plaats), plaats.jci or "", adres(plaats.jci), van)


def bronlinks(herkomst: Herkomst, model: Model | None = None) -> tuple[Bronlink, ...]:
    """The places, and what is only words."""
    plaatsen = tuple(bronlink(p, model) for p in herkomst.bronnen)
    return plaatsen + tuple(Bronlink(tekst) for tekst in herkomst.teksten)
