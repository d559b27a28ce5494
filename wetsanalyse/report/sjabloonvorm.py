"""The columns that a law asks of a table of households, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group
from rich.text import Text

from wetsanalyse.bevolking.sjabloon import Sjabloonkolom
from wetsanalyse.bevolking.vorm import Vorm
from wetsanalyse.report.opmaak import datum
from wetsanalyse.report.terminal import _lijst, _tabel

LEZERS = 2
"""So many rules that read a fact are named; of more, how many."""


def toon_sjabloon(scherm: Console, vorm: Vorm, kolommen: Sequence[Sjabloonkolom]) -> None:
    """One line for each column; what is inside a role stands under it, with a point."""
    tabel = _tabel("kolom", "soort", "bereik", "gelezen door")
    for k in kolommen:
        if k.nodig:
            naam = f"  .{k.naam.partition('.')[2]}" if "." in k.naam else k.naam
            maat = f" ({k.eenheid})" if k.eenheid else ""
            tabel.add_row(naam, f"{k.soort}{maat}", k.bereik, _regels(k))
    kop = f"Eén rij is één {vorm.wortel}, met wie erbij hoort. Rekendatum {datum(vorm.rekendatum)}."
    vrij = [f"{k.naam} ({k.van})" for k in kolommen if not k.nodig]
    scherm.print(Group(Text(kop), Text(""), tabel, *_lijst("Mag ook in de tabel staan", vrij)))


def _regels(kolom: Sjabloonkolom) -> str:
    if not kolom.regels:
        return kolom.van if kolom.soort in ("lijst", "groep") else ""
    meer = len(kolom.regels) - LEZERS
    return ", ".join(kolom.regels[:LEZERS]) + (f" en nog {meer}" if meer > 0 else "")
