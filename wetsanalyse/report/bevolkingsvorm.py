"""The account of a made population in words: for the terminal, for the page and as JSON."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from wetsanalyse.bevolking.maken.marges import Cijferherkomst
from wetsanalyse.bevolking.maken.verslag import (
    Bevolkingsverslag,
    Cijferregel,
    Margeverslag,
    Toetsregel,
)
from wetsanalyse.report.meldingvorm import VERSIE
from wetsanalyse.report.opmaak import getal, hoofdletter, met_eenheid

SYNTHETISCH = (
    "Deze bevolking is synthetisch: elk huishouden is verzonnen. Zij is representatief voor niets "
    "buiten de marges hieronder."
)
INGEPAST = "Op deze cijfers is de bevolking gemaakt. Dat zij uitkomen, bewijst dus niets."
GETOETST = "Op deze cijfers is niets gemaakt. Zij staan er alleen naast."
KOPPEN = ("cijfer", "jaar", "verschoven", "grootste verschil", "bij")
NIET_GEBRUIKT = (
    "Een doorrekening telt wie recht heeft. Een deel daarvan vraagt niet aan, dus zij hoort hoger "
    "uit te komen dan het aantal ontvangers. Waar bekend is hoeveel niet aanvragen, is het "
    "verschil met het cijfer waarin zij meetellen."
)


def toon_verslag(scherm: Console, v: Bevolkingsverslag, rijen: int) -> None:
    """What was made, and how far every margin is off."""
    scherm.print(Text(f"{getal(v.huishoudens)} verzonnen huishoudens", style="bold"))
    scherm.print(Text(SYNTHETISCH))
    scherm.print(Text(f"Zaad {v.zaad}, peildatum 1-1-{v.jaar}, {getal(rijen)} rijen. {weegt(v)}"))
    scherm.print(Text(indextekst(v)))
    for kop, zin, deel in (
        ("Ingepast", INGEPAST, v.ingepast),
        ("Getoetst", GETOETST, v.getoetst),
    ):
        scherm.print(Text(f"\n{kop}", style="bold"))
        scherm.print(Text(zin))
        scherm.print(_tabel(deel))
    scherm.print(Text("\nNiet nagebootst, want geen cijfer gevonden", style="bold"))
    for wat, _ in v.marges.weggelaten:
        scherm.print(Text(f"- {wat}"))
    scherm.print(Text("\nAangenomen", style="bold"))
    for naam in v.marges.aannamen:
        scherm.print(Text(f"- {naam}"))


def _tabel(deel: tuple[Margeverslag, ...]) -> Table:
    tabel = Table(box=box.SIMPLE, pad_edge=False, show_edge=False)
    for nummer, kop in enumerate(KOPPEN):
        tabel.add_column(kop, justify="right" if nummer in (2, 3) else "left", overflow="fold")
    for m in deel:
        tabel.add_row(m.marge.id, *samenvatting(m)[1:])
    return tabel


def samenvatting(m: Margeverslag) -> tuple[str, ...]:
    """One margin as one row: which part lies in the wrong class, and the class that is most off."""
    verplaatst = "–" if m.verplaatst is None else procent(m.verplaatst)
    return (
        m.marge.titel,
        m.marge.herkomst.jaar,
        verplaatst,
        verschil(m.grootste),
        ", ".join(m.grootste.klasse),
    )


def verschil(r: Cijferregel) -> str:
    return procent(r.verschil, teken=True)


def procent(deel: Fraction, *, teken: bool = False) -> str:
    """A part as a percentage with at most two decimals."""
    rond = Fraction(round(deel * 10_000), 10_000)
    voor = "+" if teken and rond > 0 else ""
    return voor + met_eenheid(rond, "%")


def in_eenheid(waarde: Fraction, eenheid: str) -> str:
    """A figure of a margin in its own unit, no finer than it means anything."""
    if eenheid == "deel":
        return procent(waarde)
    if eenheid == "€":
        return met_eenheid(Fraction(round(waarde)), "€")
    if eenheid == "mln":
        return f"€ {getal(round(waarde / 10**6))} mln"
    if eenheid == "honderden":
        return getal(round(waarde / 100) * 100)
    if eenheid == "per 100":
        return f"{getal(Fraction(round(waarde * 10), 10))} per 100"
    return getal(round(waarde))


def weegt(v: Bevolkingsverslag) -> str:
    rond = Fraction(round(v.gewicht * 1000), 1000)
    return (
        f"Elk huishouden weegt even zwaar en staat voor {getal(rond)} van de "
        f"{getal(v.marges.totaal)} huishoudens op {v.marges.jaar}."
    )


def indextekst(v: Bevolkingsverslag) -> str:
    if v.index == 1:
        return "Bedragen zijn niet naar een ander jaar gebracht."
    return (
        f"Het inkomen van 2022 is met {getal(v.index)} vermenigvuldigd voor {v.jaar}; "
        "het vermogen van 2020 niet."
    )


def rakingen(v: Bevolkingsverslag) -> tuple[str, ...]:
    """How the tables of cells were fitted, in sentences."""
    return tuple(
        f"{hoofdletter(r.naam)}: {getal(r.cellen)} cellen, {getal(r.ronden)} ronden, grootste "
        f"afwijking {_klein(r.afwijking)}; een cel is hoogstens met {_kort(r.grootste)} en "
        f"minstens met {_kort(r.kleinste)} vermenigvuldigd."
        for r in v.rakingen
    )


def _klein(deel: float) -> str:
    return f"{deel * 100:.4f}".replace(".", ",") + "%"


def _kort(factor: float) -> str:
    return f"{factor:.3g}".replace(".", ",")


# ------------------------------------------------------------------ JSON


def verslag_json(v: Bevolkingsverslag, rijen: int) -> dict[str, Any]:
    return {
        "versie": VERSIE,
        "synthetisch": True,
        "uitleg": SYNTHETISCH,
        "huishoudens": v.huishoudens,
        "rijen": rijen,
        "zaad": v.zaad,
        "peildatum": f"{v.jaar}-01-01",
        "gewicht": str(v.gewicht),
        "index_inkomen": str(v.index),
        "ingepast": [_marge_json(m) for m in v.ingepast],
        "getoetst": [_marge_json(m) for m in v.getoetst],
        "weggelaten": [{"wat": wat, "waar": waar} for wat, waar in v.marges.weggelaten],
        "aannamen": dict(v.marges.aannamen),
    }


def _marge_json(m: Margeverslag) -> dict[str, Any]:
    return {
        "id": m.marge.id,
        "titel": m.marge.titel,
        **_herkomst_json(m.marge.herkomst),
        "eenheid": m.eenheid,
        "klassen": [
            {
                "klasse": list(r.klasse),
                "gepubliceerd": _kommagetal(r.gepubliceerd),
                "streven": _kommagetal(r.streven),
                "uitkomst": _kommagetal(r.uitkomst),
            }
            for r in m.regels
        ],
    }


def toets_json(r: Toetsregel) -> dict[str, Any]:
    """A scheme beside its official figure."""
    return {
        "regeling": r.cijfer.regeling,
        "maat": r.cijfer.maat,
        "groep": r.cijfer.groep,
        "officieel": _kommagetal(r.cijfer.getal),
        "rechthebbenden": None if r.rechthebbenden is None else _kommagetal(r.rechthebbenden),
        "uitkomst": _kommagetal(r.uitkomst),
        "deel": r.deel,
        **_herkomst_json(r.cijfer.herkomst),
    }


def _herkomst_json(h: Cijferherkomst) -> dict[str, str]:
    return {
        "jaar": h.jaar,
        "bron": h.bron,
        "adres": h.adres,
        "merk": h.merk.value,
        "opmerking": h.opmerking,
    }


def _kommagetal(waarde: Fraction) -> float:
    """Statistics, not money of a citizen: six decimals are enough."""
    return round(float(waarde), 6)
