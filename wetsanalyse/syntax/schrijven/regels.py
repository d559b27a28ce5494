"""Regel, Beslistabel and Regelgroep, and the lines that say where a rule comes from. [2, 4.9, 7]"""

from __future__ import annotations

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import waarden as w
from wetsanalyse.syntax.schrijven.opmaak import BREEDTE
from wetsanalyse.syntax.schrijven.tabellen import beslistabel
from wetsanalyse.syntax.schrijven.zinnen import Zinnen

REGELS = t.Regel | t.Beslistabel | t.Regelgroep


def regelblok(blok: REGELS, breedte: int = BREEDTE, *, kaal: bool = False) -> list[str]:
    """``kaal``: pure RegelSpraak, without our own lines."""
    match blok:
        case t.Regelgroep():
            return _groep(blok, breedte, kaal)
        case t.Beslistabel():
            uit = _kop("Beslistabel", blok, kaal)
            for tabelversie in blok.versies:
                uit += _versiekop(tabelversie, kaal)
                uit += beslistabel(tabelversie)
            return uit
        case t.Regel():
            uit = _kop("Regel", blok, kaal)
            for versie in blok.versies:
                uit += _versiekop(versie, kaal)
                uit += Zinnen().inhoud(versie, 8, breedte)
            return uit


def _groep(groep: t.Regelgroep, breedte: int, kaal: bool) -> list[str]:
    uit = [f"Regelgroep {w.naam(groep.naam)}{' is recursief' if groep.recursief else ''}"]
    for i, regel in enumerate(groep.regels):
        lijnen = regelblok(regel, breedte - 4, kaal=kaal)
        uit += [""] * (i > 0) + [f"    {lijn}" for lijn in lijnen]
    return uit


def _kop(woord: str, blok: t.Regel | t.Beslistabel, kaal: bool) -> list[str]:
    return [f"{woord} {w.naam(blok.naam)}", *([] if kaal else herkomst(blok.herkomst, 4))]


def _versiekop(versie: t.Regelversie | t.Tabelversie, kaal: bool) -> list[str]:
    geldig = f"    geldig {w.geldigheid(versie.geldigheid)}"
    return [geldig, *([] if kaal else herkomst(versie.herkomst, 8))]


def herkomst(node: t.HerkomstTekst | None, inspring: int) -> list[str]:
    """The lines of origin, in a fixed order. [uitbreidingen 2]"""
    if node is None:
        return []
    uit = [f"bron {bron(b)}" for b in node.bronnen]
    uit += [f'bron onbevestigd: "{twijfel}"' for twijfel in node.onbevestigd]
    for sleutel in ("bevoegdheid", "stap", "rechtsmiddel", "richting", "verdisconteerd"):
        waarde = getattr(node, sleutel)
        if waarde is not None:
            uit.append(f"{sleutel} {waarde}")
    return [" " * inspring + regel for regel in uit]


def bron(node: t.Bron) -> str:
    """As it was written; a free text between quotes."""
    return node.tekst if node.artikel or node.jci else f'"{node.tekst}"'
