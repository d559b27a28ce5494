"""Declarations. [1]"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.meervoud import geraden_meervouden
from wetsanalyse.syntax.schrijven import waarden as w
from wetsanalyse.syntax.woorden import schoon

GEGEVENS = (
    t.Objecttype | t.Extensie | t.Domein | t.Dimensie | t.Dagsoort | t.Tijdlijndefinitie
    | t.Parameter | t.Feittype | t.Eenheidsysteem
)  # fmt: skip


def gegevensblok(blok: GEGEVENS) -> list[str]:
    match blok:
        case t.Objecttype(naam=naam, meervoud=mv):
            bezield = " (bezield)" if blok.bezield else ""
            return [f"Objecttype {w.naamwoord(naam, mv)}{bezield}", *_leden(blok.leden)]
        case t.Extensie(objecttype=naam):
            return [f"Extensie van objecttype {w.naam(naam)}", *_leden(blok.leden)]
        case t.Domein(naam=naam):
            kop = f"Domein {w.naam(naam)} is van het type"
            if blok.type is not None:
                return [f"{kop} {w.datatype(blok.type)}"]
            return [f"{kop} Enumeratie", *(f"    '{waarde}'" for waarde in blok.waarden)]
        case t.Dimensie():
            return _dimensie(blok)
        case t.Dagsoort(naam=naam, meervoud=mv):
            return [f"Dagsoort {w.naamwoord(naam, mv)}"]
        case t.Tijdlijndefinitie(maat=maat, aantal=aantal):
            tijdvak = f"een {maat}" if aantal == 1 else w.maten(maat, aantal)
            kop = f"Tijdlijn {w.naam(blok.naam)} heeft tijdvakken van {tijdvak}"
            return [f"{kop} met variabel startpunt;"]
        case t.Parameter(naam=naam, type=type_):
            staart = w.datatype(type_) + w.tijdlijn(blok.tijdlijn)
            return [f"Parameter {w.naam(naam)} : {staart};"]
        case t.Feittype():
            return _feittype(blok)
        case t.Eenheidsysteem(naam=naam):
            return [f"Eenheidsysteem {w.naam(naam)}", *(_eenheid(e) for e in blok.eenheden)]


def _leden(leden: Sequence[t.Lid]) -> list[str]:
    return [f"    {_lid(lid)}" for lid in leden]


def _lid(lid: t.Lid) -> str:
    match lid:
        case t.Koptekst(tekst=tekst):
            return f"--- {tekst}".rstrip()
        case t.Attribuut():
            namen = w.reeks([w.naam(d) for d in lid.dimensies])
            dimensies = f" gedimensioneerd met {namen}" if namen else ""
            type_ = w.datatype(lid.type)
            return (
                f"{w.naamwoord(lid.naam, lid.meervoud)}\t{type_}{dimensies}"
                f"{w.tijdlijn(lid.tijdlijn)};"
            )
        case t.Kenmerk():
            is_ = "is " if lid.met_is or lid.soort == "bijvoeglijk" else ""
            soort = "" if lid.soort == "gewoon" else f" ({lid.soort})"
            naam = is_ + w.naamwoord(lid.naam, lid.meervoud)
            return f"{naam}\tkenmerk{soort}{w.tijdlijn(lid.tijdlijn)};"


def _dimensie(blok: t.Dimensie) -> list[str]:
    plaats = "voor het attribuut zonder voorzetsel"
    if blok.voorzetsel is not None:
        plaats = f"na het attribuut met voorzetsel {blok.voorzetsel}"
    kop = f"Dimensie {w.naam(blok.naam)}, bestaande uit de {blok.meervoud} ({plaats}):"
    labels = (f"    {'-' if x.nummer is None else f'{x.nummer}.'} {x.tekst}" for x in blok.labels)
    return [kop, *labels]


def _feittype(blok: t.Feittype) -> list[str]:
    een, twee = blok.rollen
    kop = "Wederkerig feittype" if blok.wederkerig else "Feittype"
    rollen = (een,) if blok.wederkerig else blok.rollen
    uit = [f"{kop} {w.naam(blok.naam)}"]
    uit += [f"    {w.naamwoord(r.naam, r.meervoud)}\t{w.naam(r.objecttype)}" for r in rollen]
    return [
        *uit,
        _geschreven(blok)
        or " ".join(
            [_aantal(een, blok.meerdere[0]), blok.beschrijving, _aantal(twee, blok.meerdere[1])]
        ),
    ]


def _geschreven(blok: t.Feittype) -> str | None:
    """The line of the numbers is free text: when the author wrote one, it is kept."""
    lijnen = schoon(blok.span.source)[blok.span.start : blok.span.eind].split("\n")
    gevuld = [" ".join(lijn.split()) for lijn in lijnen if lijn.strip()]
    laatste = gevuld[-1].rstrip(".;") if gevuld else ""
    begin = laatste.casefold().startswith(("één ", "een ", "meerdere "))
    return laatste if begin and blok.beschrijving in laatste else None


def _aantal(rol: t.Rol, meerdere: bool) -> str:
    """``één kind`` or ``meerdere kinderen``."""
    if not meerdere:
        return f"één {rol.naam.tekst}"
    geraden = next(iter(geraden_meervouden(rol.naam.tekst)), rol.naam.tekst)
    return f"meerdere {rol.meervoud or geraden}"


def _eenheid(e: t.EenheidDefinitie) -> str:
    delen = [w.naamwoord(e.naam, e.meervoud), e.afkorting or "", e.symbool or ""]
    if e.factor is not None and e.basis is not None:
        delen.append(f"= {_factor(e.factor)} {e.basis}")
    return "    " + " ".join(d for d in delen if d)


def _factor(factor: Fraction) -> str:
    """``60``, ``1/4`` or ``1,5``"""
    if factor.denominator == 1 or factor.numerator == 1:
        return str(factor)
    for decimalen in range(1, 12):
        if (factor * 10**decimalen).denominator == 1:
            return w.breuk(factor, decimalen)
    return str(factor)
