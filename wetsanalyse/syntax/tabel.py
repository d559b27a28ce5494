"""Tables with pipes: decision tables and the rows of a Voorbeeldreeks. [7]"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, NamedTuple

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.splitsen import Blokstuk, Regeltje
from wetsanalyse.syntax.zin import Omgeving, lees_zin
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout

_STREEP = re.compile(r"\|?[\s:|-]*-[\s:|-]*")
_NVT = re.compile(r"n\.?\s?v\.?\s?t\.?", re.IGNORECASE)
# What stands in a cell; the rest are heads of columns.
_CEL = ("cel", "reekscel")
_PIJP = re.compile(r"\"[^\"]*\"|“[^”]*”|\|")


class Cel(NamedTuple):
    start: int
    eind: int
    tekst: str


def cellen(regel: Regeltje) -> list[Cel]:
    """The cells of a row; a pipe inside quotes does not count."""
    tekst = regel.tekst
    pijpen = [m.start() for m in _PIJP.finditer(tekst) if m.group() == "|"]
    if not pijpen or pijpen[0] != 0:
        pijpen.insert(0, -1)
    if pijpen[-1] != len(tekst) - 1:
        pijpen.append(len(tekst))
    gevonden = []
    for links, rechts in pairwise(pijpen):
        ruw = tekst[links + 1 : rechts]
        start = regel.start + links + 1 + len(ruw) - len(ruw.lstrip())
        gevonden.append(Cel(start, start + len(ruw.strip()), ruw.strip()))
    return gevonden


def tabelregels(
    stuk: Blokstuk, bij: Regeltje, lijst: list[Regeltje]
) -> tuple[list[Regeltje], list[Diagnostic]]:
    """Head and rows, without the ruling line; faults for what is no table."""
    rijen = [r for r in lijst if r.tekst.startswith("|") and not _STREEP.fullmatch(r.tekst)]
    meldingen = [
        fout(
            "BT-VORM",
            stuk.bron.span(r.start, r.eind),
            "deze regel hoort niet in een tabel",
            hulp=["elke rij van een tabel begint en eindigt met “|”"],
            context=stuk.context,
        )
        for r in lijst
        if not r.tekst.startswith("|")
    ][:1]
    if len(rijen) < 2 and not meldingen:
        plek = stuk.bron.span(bij.start, bij.eind)
        meldingen.append(
            fout(
                "BT-LEEG",
                plek,
                "hier hoort een tabel met een kop en ten minste één rij",
                hulp=["elke rij van een tabel begint en eindigt met “|”"],
                context=stuk.context,
            )
        )
    return rijen, meldingen


def lees_tabel(
    stuk: Blokstuk, geldig: Regeltje, lijst: list[Regeltje], omgeving: Omgeving
) -> tuple[tuple[tuple[t.Kolom, ...], tuple[t.Rij, ...]] | None, list[Diagnostic]]:
    rijen, meldingen = tabelregels(stuk, geldig, lijst)
    if len(rijen) < 2:
        return None, meldingen
    koppen = cellen(rijen[0])
    kolommen, eigen = lees_cellen(stuk, "kolom", koppen[1:], omgeving)
    meldingen += eigen
    gelezen: list[t.Rij] = []
    for rij in rijen[1:]:
        stukken = cellen(rij)
        if len(stukken) != len(koppen):
            meldingen.append(celfout(stuk, rij, len(stukken), len(koppen)))
            continue
        if any(r.nummer == stukken[0].tekst for r in gelezen):
            meldingen.append(nummerfout(stuk, stukken[0]))
        waarden, eigen = lees_cellen(stuk, "cel", stukken[1:], omgeving)
        meldingen += eigen
        span = stuk.bron.span(rij.start, rij.eind)
        gelezen.append(t.Rij(span=span, nummer=stukken[0].tekst, cellen=tuple(waarden)))
    if any(k is None for k in kolommen):
        return None, meldingen
    return (tuple(kolommen), tuple(gelezen)), meldingen


def nummerfout(stuk: Blokstuk, nummer: Cel) -> Diagnostic:
    """Each row is a rule, named by its number: a second one would take its place."""
    return fout(
        "RG-NAAM-DUBBEL",
        stuk.bron.span(nummer.start, max(nummer.eind, nummer.start + 1)),
        f"er is in deze tabel al een rij “{nummer.tekst}”",
        hulp=["geef elke rij een eigen nummer"],
        context=stuk.context,
    )


def celfout(stuk: Blokstuk, rij: Regeltje, aantal: int, verwacht: int) -> Diagnostic:
    return fout(
        "BT-CELLEN",
        stuk.bron.span(rij.start, rij.eind),
        f"deze rij heeft {aantal} cellen, de kop heeft er {verwacht}",
        hulp=["geef elke rij evenveel cellen; telt een kolom niet mee, schrijf dan “n.v.t.”"],
        context=stuk.context,
    )


def lees_cellen(
    stuk: Blokstuk, start: str, lijst: list[Cel], omgeving: Omgeving
) -> tuple[list[Any], list[Diagnostic]]:
    """Each cell on its own, so that one faulty cell leaves the others."""
    waarden: list[Any] = []
    meldingen: list[Diagnostic] = []
    for cel in lijst:
        if start in _CEL and _NVT.fullmatch(cel.tekst):
            waarden.append(None)
            continue
        if not cel.tekst:
            meldingen.append(
                fout(
                    "BT-LEGE-CEL",
                    stuk.bron.span(cel.start, cel.start + 1),
                    "deze cel is leeg",
                    hulp=["telt de kolom hier niet mee, schrijf dan “n.v.t.”"]
                    if start in _CEL
                    else ["elke kolom heeft een kop"],
                    context=stuk.context,
                )
            )
            waarden.append(None)
            continue
        plek = Plek(stuk.bron, stuk.context)
        node, eigen = lees_zin(plek, start, cel.start, cel.eind, omgeving)
        waarden.append(node)
        meldingen += eigen
    return waarden, meldingen
