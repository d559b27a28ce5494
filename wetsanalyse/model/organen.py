"""Public bodies: of what kind they are, and under which ministry. [uitbreidingen 5]"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wetsanalyse.model.model import Bestuursorgaan
from wetsanalyse.model.tabel import dubbel, vouw
from wetsanalyse.model.verzameld import Verzameld
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout


def bestuursorgaan(blok: tree.Bestuursorgaan, organen: Mapping[str, str], v: Verzameld) -> None:
    """Add a body to what was gathered."""
    naam = blok.naam.tekst
    eerder = next((o for n, o in v.organen.items() if vouw(n) == vouw(naam)), None)
    if eerder is not None:
        v.meldingen.append(dubbel("BO-DUBBEL", "bestuursorgaan", naam, blok.naam.span, eerder.span))
        return
    onder = None if blok.onder is None else organen.get(vouw(blok.onder.tekst), blok.onder.tekst)
    v.organen[naam] = Bestuursorgaan(naam, blok.soort, onder, blok.naam.span)


def geen_ministerie(
    blokken: tuple[tree.Blok, ...], organen: Mapping[str, Bestuursorgaan]
) -> Iterator[Diagnostic]:
    """A body falls under a ministry, which itself falls under none: so there is no circle."""
    for blok in blokken:
        if not isinstance(blok, tree.Bestuursorgaan) or blok.onder is None:
            continue
        eigen = organen.get(blok.naam.tekst)
        boven = organen.get((eigen and eigen.onder) or "")
        if boven is None or boven.soort != "ministerie":
            yield fout(
                "BO-ONDER",
                blok.onder.span,
                f"“{blok.onder.tekst}” is geen ministerie",
                hulp=(f"zet “soort ministerie” in het blok Bestuursorgaan {blok.onder.tekst}",),
                context=f"Bestuursorgaan “{blok.naam.tekst}”",
            )
        elif eigen is not None and eigen.soort == "ministerie":
            yield fout(
                "BO-ONDER",
                blok.onder.span,
                "een ministerie valt niet onder een ander ministerie",
                hulp=("haal de regel “onder …” weg, of noem een andere soort",),
                context=f"Bestuursorgaan “{blok.naam.tekst}”",
            )
