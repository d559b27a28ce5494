"""Scenario and Voorbeeldreeks. [uitbreidingen 10]"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.definitiebouwer import naam_met_lidwoord
from wetsanalyse.syntax.kandidaten import BOLLETJE
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.splitsen import Blokstuk, Regeltje, regels
from wetsanalyse.syntax.tabel import celfout, cellen, lees_cellen, tabelregels
from wetsanalyse.syntax.velden import Veld, Veldlezer
from wetsanalyse.syntax.woorden import schoon, woorden
from wetsanalyse.syntax.zin import Omgeving, lees_zin
from wetsanalyse.text import Diagnostic, Source
from wetsanalyse.text.diagnostic import fout

_VELDEN = (Veld("bron", "tekst"), Veld("rekendatum", "datum", verplicht=True))
_SECTIE = re.compile(r"(gegeven|dan)\s*:?$", re.IGNORECASE)


def lees_scenario(stuk: Blokstuk, omgeving: Omgeving) -> tuple[Any, list[Diagnostic]]:
    kop, secties, tabel = _verdeel(stuk)
    lezer = Veldlezer(stuk, omgeving, _VELDEN, kop).lees()
    meldingen = lezer.meldingen
    gegeven_items = _items(stuk, secties.get("gegeven", []), meldingen)
    dan_items = _items(stuk, secties.get("dan", []), meldingen)
    objecten = zoek_objecten(stuk.bron, gegeven_items, omgeving)
    eigen = replace(omgeving, objecten=objecten, formeel=False)
    gegeven = _gegevens(stuk, gegeven_items, eigen, meldingen)
    naam = naam_met_lidwoord(stuk.bron, stuk.na_kop, stuk.kopeind)
    algemeen: dict[str, Any] = {
        "span": stuk.span,
        "naam": naam,
        "bron": lezer.een("bron"),
        "gegeven": tuple(gegeven),
    }
    rekendatum = lezer.een("rekendatum")
    if stuk.soort == "Scenario":
        meldingen += _zonder_tabel(stuk, tabel)
        dan = _verwachtingen(stuk, dan_items, eigen, meldingen)
        if "dan" not in secties:
            meldingen.append(
                fout("SC-DAN", stuk.kop, "in dit scenario ontbreekt “dan”", context=stuk.context)
            )
        if rekendatum is None:
            return None, meldingen
        return t.Scenario(**algemeen, rekendatum=rekendatum, dan=tuple(dan)), meldingen
    gelezen = _reekstabel(stuk, tabel, eigen, meldingen)
    if rekendatum is None or gelezen is None:
        return None, meldingen
    kolommen, rijen = gelezen
    reeks = t.Voorbeeldreeks(**algemeen, rekendatum=rekendatum, kolommen=kolommen, rijen=rijen)
    return reeks, meldingen


def _verdeel(
    stuk: Blokstuk,
) -> tuple[list[Regeltje], dict[str, list[Regeltje]], list[Regeltje]]:
    """Lines of the head, lines per section, lines of the table."""
    kop: list[Regeltje] = []
    secties: dict[str, list[Regeltje]] = {}
    tabel: list[Regeltje] = []
    nu = kop
    for regel in regels(stuk.tekst, stuk.kopeind, stuk.eind):
        if m := _SECTIE.fullmatch(regel.tekst):
            nu = secties.setdefault(m.group(1).lower(), [])
        elif regel.tekst.startswith("|"):
            nu = tabel
            nu.append(regel)
        else:
            nu.append(regel)
    return kop, secties, tabel


def _items(stuk: Blokstuk, lijst: list[Regeltje], meldingen: list[Diagnostic]) -> list[Regeltje]:
    """One stretch per bullet of depth one; deeper bullets and other lines belong to it."""
    items: list[Regeltje] = []
    for regel in lijst:
        bol = BOLLETJE.match(regel.tekst)
        if bol and len(bol.group(1)) == 1:
            start = regel.start + bol.end()
            items.append(Regeltje(start, regel.eind, regel.tekst[bol.end() :]))
        elif items:
            items[-1] = items[-1]._replace(eind=regel.eind)
        else:
            meldingen.append(
                fout(
                    "BL-VERWACHT",
                    stuk.bron.span(regel.start, regel.eind),
                    "hier wordt een opsomming verwacht",
                    hulp=["begin elk gegeven op een nieuwe regel met “- ”"],
                    context=stuk.context,
                )
            )
    return items


def zoek_objecten(bron: Source, items: list[Regeltje], omgeving: Omgeving) -> tuple[str, ...]:
    """Names of objects: the capitalised word after `een` and an objecttype (or role)."""
    gevonden: list[str] = []
    for item in items:
        stuk = woorden(schoon(bron), item.start, item.eind)
        if len(stuk) < 3 or stuk[0].norm != "een":
            continue
        einden = [na for na, _ in omgeving.lexicon.trie.vanaf(stuk, 1)]
        # An unknown objecttype is reported once, so its object still counts.
        for na in [*reversed(einden), 2]:
            if na < len(stuk):
                woord = bron.tekst[stuk[na].start : stuk[na].eind]
                if woord[0].isupper():
                    gevonden.append(woord)
                    break
    return tuple(gevonden)


def _lees(
    stuk: Blokstuk, items: list[Regeltje], omgeving: Omgeving, meldingen: list[Diagnostic]
) -> Iterator[Any]:
    """The nodes of the lines that can be read. What is expected has the forms of what is given."""
    plek = Plek(stuk.bron, stuk.context)
    for item in items:
        eind = item.start + len(stuk.tekst[item.start : item.eind].rstrip(" \n\t.;,"))
        node, eigen = lees_zin(plek, "gegeven", item.start, eind, omgeving, diepte=1)
        meldingen += eigen
        if node is not None:
            yield node


def _gegevens(
    stuk: Blokstuk, items: list[Regeltje], omgeving: Omgeving, meldingen: list[Diagnostic]
) -> list[t.Gegeven]:
    nodes: list[t.Gegeven] = []
    for node in _lees(stuk, items, omgeving, meldingen):
        if isinstance(node, t.Verwachting):
            meldingen.append(
                fout(
                    "SC-OP-DAG",
                    node.span,
                    "dit zegt wat er op één dag hoort uit te komen; dat staat onder “dan”",
                    hulp=[
                        "geeft u een waarde op, schrijf dan “… is gelijk aan … vanaf dd. 1-3-2025”",
                        "gebeurt er iets, schrijf dan “op 1-3-2025”, een gebeurtenis en “met …”",
                    ],
                    context=stuk.context,
                )
            )
        else:
            nodes.append(node)
    return nodes


def _verwachtingen(
    stuk: Blokstuk, items: list[Regeltje], omgeving: Omgeving, meldingen: list[Diagnostic]
) -> list[t.Verwachting]:
    nodes: list[t.Verwachting] = []
    for node in _lees(stuk, items, omgeving, meldingen):
        if isinstance(node, t.Verwachting):
            nodes.append(node)
        elif isinstance(node, t.GegevenConditie):
            eis = t.Verwachting(span=node.span, conditie=node.conditie, periode=node.periode)
            nodes.append(eis)
        else:
            meldingen.append(
                fout(
                    "SC-DAN-VORM",
                    node.span,
                    "onder “dan” hoort een voorwaarde die waar moet zijn",
                    verwacht=["… is gelijk aan …", "A is verzekerd"],
                    context=stuk.context,
                )
            )
    return nodes


def _zonder_tabel(stuk: Blokstuk, tabel: list[Regeltje]) -> list[Diagnostic]:
    return [
        fout(
            "SC-TABEL",
            stuk.bron.span(r.start, r.eind),
            "een tabel hoort in een Voorbeeldreeks",
            context=stuk.context,
        )
        for r in tabel[:1]
    ]


def _reekstabel(
    stuk: Blokstuk, tabel: list[Regeltje], omgeving: Omgeving, meldingen: list[Diagnostic]
) -> tuple[tuple[t.Reekskolom, ...], tuple[tuple[Any, ...], ...]] | None:
    kop = Regeltje(stuk.start, stuk.kop.eind, "")
    rijen, eigen = tabelregels(stuk, kop, tabel)
    meldingen += eigen
    if len(rijen) < 2:
        return None
    koppen = cellen(rijen[0])
    kolommen, eigen = lees_cellen(stuk, "reekskolom", koppen, omgeving)
    meldingen += eigen
    gelezen = []
    for rij in rijen[1:]:
        stukken = cellen(rij)
        if len(stukken) != len(koppen):
            meldingen.append(celfout(stuk, rij, len(stukken), len(koppen)))
            continue
        waarden, eigen = lees_cellen(stuk, "reekscel", stukken, omgeving)
        meldingen += eigen
        gelezen.append(tuple(waarden))
    if any(k is None for k in kolommen):
        return None
    return tuple(kolommen), tuple(gelezen)
