"""The whole walk: margins, plan, households, file, account."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

from wetsanalyse.bevolking.maken.koppeling import Koppeling
from wetsanalyse.bevolking.maken.marges import Marges
from wetsanalyse.bevolking.maken.meten import Telling, tel
from wetsanalyse.bevolking.maken.proef import bouwplan
from wetsanalyse.bevolking.maken.tabel import (
    Jaargeld,
    basistabel,
    kenmerken,
    schrijf_tabellen,
)
from wetsanalyse.bevolking.maken.trekken import partijen
from wetsanalyse.bevolking.maken.verslag import Bevolkingsverslag, maak_verslag
from wetsanalyse.bevolking.maken.wettabel import wettabel
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout

Stap = Callable[[str, int, int], None]
GENOEG = 1e-3
"""A margin that stays further off than this cannot be met; nearer is only slow to come."""


@dataclass(frozen=True, slots=True)
class Maakopdracht:
    """What is asked: how many households, from which seed, on which year. ``koppeling``: in the
    columns of that law; None: the base table."""

    huishoudens: int
    zaad: int
    jaar: int
    index: Fraction
    koppeling: Koppeling | None = None
    groepen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gemaakt:
    rijen: int
    verslag: Bevolkingsverslag
    merken: dict[str, str] = field(repr=False)


def tegenspraak(marges: Marges) -> tuple[Diagnostic, ...]:
    """A fault for the first table of cells that cannot meet all margins at once. The second rests
    on the first, so its fault would be the same one in other words."""
    fouten = (
        fout(
            "MG-TEGENSPRAAK",
            None,
            f"de marges spreken elkaar tegen: “{g.wie}” blijft {_procent(g.afwijking)} ernaast",
            hulp=("kijk welke andere marge over dezelfde huishoudens iets anders zegt",),
        )
        for g in bouwplan(marges).geraakt
        if g.afwijking > GENOEG
    )
    return tuple(islice(fouten, 1))


def _procent(deel: float) -> str:
    return f"{100 * deel:.1f} %".replace(".", ",")


def maak(opdracht: Maakopdracht, marges: Marges, uit: Path | None, stap: Stap) -> Gemaakt:
    """Draw, write and measure in one pass, a batch at a time. ``uit`` None: only measure."""
    o = opdracht
    plan = bouwplan(marges)
    jaargeld = Jaargeld(o.index)
    gewicht = Fraction(marges.totaal, o.huishoudens)
    voor = o.koppeling.wet if o.koppeling is not None else ""
    merken = kenmerken(marges, o.huishoudens, o.zaad, o.jaar, o.index, voor)
    if o.koppeling is not None:
        merken["wetsanalyse.aannamen_koppeling"] = "; ".join(
            f"{naam}: {tekst}" for naam, tekst in o.koppeling.aannamen.items()
        )
    telling: Telling | None = None

    def delen() -> Iterator[Any]:
        nonlocal telling
        klaar = 0
        for p in partijen(plan, o.huishoudens, o.zaad, o.jaar):
            geteld = tel(p)
            telling = geteld if telling is None else telling.plus(geteld)
            klaar += len(p)
            stap("huishoudens", klaar, o.huishoudens)
            if uit is not None:
                yield (
                    basistabel(p, jaargeld, gewicht)
                    if o.koppeling is None
                    else wettabel(p, o.koppeling, jaargeld, gewicht, o.groepen)
                )

    rijen = schrijf_tabellen(uit, delen(), merken) if uit is not None else sum(1 for _ in delen())
    assert telling is not None, "er is ten minste één huishouden"
    return Gemaakt(rijen, maak_verslag(plan, telling, o.zaad, o.jaar, o.index), merken)
