"""From declaration blocks to the table: types, units, roles; and their faults. [1]"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from wetsanalyse.model.datatypen import datatype
from wetsanalyse.model.leden import lees_objecttypen
from wetsanalyse.model.model import Feittype, Rol
from wetsanalyse.model.stelsel import eenheden_van
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, dubbel, vouw
from wetsanalyse.model.tijdlijnen import (
    korrel_van,
    lees_dagsoorten,
    lees_dimensies,
    lees_tijdlijnen,
)
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.syntax import tree
from wetsanalyse.syntax.lexicon import Lexicon
from wetsanalyse.text import Diagnostic, Result, Span
from wetsanalyse.text.diagnostic import fout

_STAPPEN = (lees_dimensies, lees_dagsoorten, lees_tijdlijnen)


def declareer(blokken: Iterable[tree.Blok], lexicon: Lexicon) -> Result[Tabel]:
    """Build the table. What is faulty is left out, with a fault."""
    blokken = tuple(blokken)
    meldingen: list[Diagnostic] = []
    tabel = Tabel(lexicon, eenheden_van(blokken, meldingen), {}, {}, {}, {}, {})
    for stap in (*_STAPPEN, _domeinen, lees_objecttypen, _feittypen, _parameters):
        tabel = stap(blokken, tabel, meldingen)
    return Result(tabel, tuple(meldingen))


def _domeinen(blokken: tuple[tree.Blok, ...], tabel: Tabel, meldingen: list[Diagnostic]) -> Tabel:
    typen: dict[str, Type] = {}
    waarden: dict[str, tuple[str, ...]] = {}
    plaatsen: dict[str, Span] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Domein):
            continue
        naam = blok.naam.tekst
        if vouw(naam) in plaatsen:
            meldingen.append(
                dubbel("DO-DUBBEL", "domein", naam, blok.naam.span, plaatsen[vouw(naam)])
            )
            continue
        plaatsen[vouw(naam)] = blok.naam.span
        if blok.type is None:
            if len(set(blok.waarden)) != len(blok.waarden):
                weg = next(w for w in blok.waarden if blok.waarden.count(w) > 1)
                meldingen.append(
                    fout(
                        "EN-DUBBEL",
                        blok.naam.span,
                        f"domein “{naam}” noemt de waarde '{weg}' twee keer",
                        hulp=("haal er een weg",),
                    )
                )
            typen[naam] = Type(Soort.ENUMERATIE, domein=naam)
            waarden[naam] = blok.waarden
        elif isinstance(blok.type, tree.EnkelvoudigType) and blok.type.soort == "Boolean":
            meldingen.append(
                fout(
                    "DO-BOOLEAN",
                    blok.type.span,
                    "een domein op Boolean bestaat niet",
                    hulp=("schrijf het datatype Boolean bij het attribuut zelf",),
                )
            )
        else:
            try:
                typen[naam] = datatype(blok.type, tabel)
            except Onoplosbaar as e:
                meldingen.append(e.melding)
    return replace(tabel, domeinen=MappingProxyType(typen), enumeraties=MappingProxyType(waarden))


def _feittypen(blokken: tuple[tree.Blok, ...], tabel: Tabel, meldingen: list[Diagnostic]) -> Tabel:
    typen: dict[str, Feittype] = {}
    bereikbaar: dict[tuple[str, str], Span] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Feittype):
            continue
        naam = blok.naam.tekst
        eerder = next((f for n, f in typen.items() if vouw(n) == vouw(naam)), None)
        if eerder is not None:
            meldingen.append(dubbel("FT-DUBBEL", "feittype", naam, blok.naam.span, eerder.span))
            continue
        rollen: list[Rol] = []
        for i, rol in enumerate(blok.rollen):
            gevonden = tabel.zoek(rol.objecttype.tekst, "objecttype")
            if not gevonden or gevonden[0].naam not in tabel.objecttypen:
                nabij = tabel.lexicon.bijna(rol.objecttype.tekst, ("objecttype",), 1)
                meldingen.append(
                    fout(
                        "FT-TYPE-ONBEKEND",
                        rol.objecttype.span,
                        f"“{rol.objecttype.tekst}” is geen objecttype",
                        verwacht=tuple(tabel.objecttypen)[:6],
                        hulp=tuple(f"bedoelt u “{n}”? (objecttype)" for n, _, _ in nabij),
                    )
                )
                continue
            type_, veel = gevonden[0].naam, blok.meerdere[i]
            rollen.append(Rol(rol.naam.tekst, type_, naam, i, veel, rol.meervoud))
        if len(rollen) != 2:
            continue
        for hier, daar in ((0, 1),) if blok.wederkerig else ((0, 1), (1, 0)):
            sleutel = (rollen[hier].objecttype, vouw(rollen[daar].naam))
            if sleutel in bereikbaar:
                meldingen.append(
                    dubbel(
                        "FT-ROL-DUBBEL",
                        "rol",
                        rollen[daar].naam,
                        blok.rollen[daar].span,
                        bereikbaar[sleutel],
                        f"vanaf {rollen[hier].objecttype}",
                    )
                )
            bereikbaar[sleutel] = blok.rollen[daar].span
        typen[naam] = Feittype(naam, (rollen[0], rollen[1]), blok.wederkerig, blok.span)
    return replace(tabel, feittypen=MappingProxyType(typen))


def _parameters(blokken: tuple[tree.Blok, ...], tabel: Tabel, meldingen: list[Diagnostic]) -> Tabel:
    typen: dict[str, Type] = {}
    plaatsen: dict[str, Span] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Parameter):
            continue
        naam = blok.naam.tekst
        if vouw(naam) in plaatsen:
            meldingen.append(
                dubbel("PA-DUBBEL", "parameter", naam, blok.naam.span, plaatsen[vouw(naam)])
            )
            continue
        plaatsen[vouw(naam)] = blok.naam.span
        try:
            korrel = korrel_van(blok.tijdlijn, tabel, meldingen)
            typen[naam] = replace(datatype(blok.type, tabel), korrel=korrel)
        except Onoplosbaar as e:
            meldingen.append(e.melding)
    return replace(tabel, parameters=MappingProxyType(typen))
