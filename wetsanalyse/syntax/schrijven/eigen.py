"""Our own blocks. [uitbreidingen]"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import waarden as w
from wetsanalyse.syntax.schrijven.opmaak import BREEDTE, Doc, Onder, Vul, plat, regels, samen
from wetsanalyse.syntax.schrijven.regels import bron, herkomst
from wetsanalyse.syntax.schrijven.zinnen import Zinnen, hoofdletter
from wetsanalyse.syntax.woorden import schoon

EIGEN = (
    t.Regeling | t.Parameterwaarden | t.Hardheidsclausule | t.Verplichting | t.Bestuursorgaan
    | t.OpenNorm
    | t.Uitkomst | t.Invoerbereik | t.Evenredigheidsnorm | t.Aanvaard | t.Gebeurtenis
)  # fmt: skip
_ZINNEN = Zinnen(dd=False)
_BRON = re.compile(r"^\s*bron\b\s*:?\s*(\S)", re.IGNORECASE | re.MULTILINE)


def eigenblok(blok: EIGEN, breedte: int = BREEDTE) -> list[str]:
    match blok:
        case t.Hardheidsclausule():
            return _clausule(blok, breedte)
        case t.Verplichting():
            return _verplichting(blok, breedte)
        case _:
            return _VELDBLOKKEN[type(blok)](blok)


def citaat(tekst: str | None) -> str | None:
    return None if tekst is None else f'"{tekst}"'


def vindplaats(blok: t.Node, tekst: str | None) -> str | None:
    """A source that is free text: between quotes, unless the author left them out."""
    regel = _BRON.search(schoon(blok.span.source)[blok.span.start : blok.span.eind])
    los = regel is not None and regel.group(1) not in ('"', "“")
    return tekst if los else citaat(tekst)


def _velden(*paren: tuple[str, str | None]) -> list[str]:
    return [f"    {sleutel} {waarde}" for sleutel, waarde in paren if waarde is not None]


def _keten(keten: t.Keten | None) -> str | None:
    return None if keten is None else plat(_ZINNEN.keten(keten))


def _waarde(waarde: t.Expressie) -> str:
    return plat(_ZINNEN.expressie(waarde))


def _regeling(blok: t.Regeling) -> list[str]:
    velden = _velden(
        ("afkorting", blok.afkorting),
        ("bwb-id", blok.bwb_id),
        ("niveau", blok.niveau),
        ("tekst van", None if blok.tekst_van is None else w.datum(blok.tekst_van)),
        ("doel", citaat(blok.doel)),
        *(("uitvoering door", w.naam(orgaan)) for orgaan in blok.uitvoering),
    )
    return [f"Regeling {w.naam(blok.naam)}", *velden]


def _parameterwaarden(blok: t.Parameterwaarden) -> list[str]:
    uit = [f"Parameterwaarden {w.naam(blok.naam)}"]
    uit.append(f"    geldig {w.geldigheid(blok.geldigheid)}")
    for waarde in blok.waarden:
        uit.append(f"    {w.naam(waarde.naam)} is {_waarde(waarde.waarde)}")
        uit += herkomst(waarde.herkomst, 8)
    return uit


def _bestuursorgaan(blok: t.Bestuursorgaan) -> list[str]:
    onder = None if blok.onder is None else w.naam(blok.onder)
    return [
        f"Bestuursorgaan {w.naam(blok.naam)}",
        *_velden(("soort", blok.soort), ("onder", onder)),
    ]


def _clausule(blok: t.Hardheidsclausule, breedte: int) -> list[str]:
    uit = [f"Hardheidsclausule {w.naam(blok.naam)}", *herkomst(blok.herkomst, 4)]
    uit += ["    reikwijdte:", *(f"    - {_reikwijdte(r)}" for r in blok.reikwijdte)]
    uit += _velden(("voor", blok.voor), ("toepassing", blok.toepassing), ("door", blok.door))
    for versie in blok.versies:
        uit.append(f"    geldig {w.geldigheid(versie.geldigheid)}")
        uit += _clausulezin(versie, breedte)
    return uit


def _reikwijdte(node: t.Reikwijdte) -> str:
    if node.regel is not None:
        return f"Regel {w.naam(node.regel)}"
    if node.bron is not None:
        return bron(node.bron)
    return f"de gehele regeling {node.regeling}"


def _clausulezin(versie: t.Clausuleversie, breedte: int) -> list[str]:
    zinnen = Zinnen()
    kop = samen(f"{w.naam(versie.orgaan)} kan ten aanzien van ", zinnen.keten(versie.onderwerp),
                " afwijken van de reikwijdte")  # fmt: skip
    delen = (kop,) if versie.voorwaarde is None else (kop, zinnen.voorwaarde(versie.voorwaarde))
    zin = Onder((*delen[:-1], samen(delen[-1], ".")))
    uit = hoofdletter(regels(zin, 8, 8, breedte))
    if versie.gevolg is not None:
        doel = samen("In dat geval moet ", zinnen.keten(versie.gevolg.doel))
        waarde = zinnen.expressie(versie.gevolg.waarde)
        uit += regels(samen(doel, " gesteld worden op ", waarde, "."), 8, 8, breedte)
    return uit


def _verplichting(blok: t.Verplichting, breedte: int) -> list[str]:
    uit = [f"Verplichting {w.naam(blok.naam)}", *herkomst(blok.herkomst, 4)]
    gewicht = None if blok.gewicht is None else _waarde(blok.gewicht)
    uit += _velden(("verschoonbaar", blok.verschoonbaar), ("gewicht", gewicht))
    for versie in blok.versies:
        uit.append(f"    geldig {w.geldigheid(versie.geldigheid)}")
        uit += _plichtzin(versie, breedte)
    return uit


def _plichtzin(versie: t.Verplichtingversie, breedte: int) -> list[str]:
    zinnen = Zinnen()
    kop: Doc = f'Een {versie.objecttype.tekst} moet "{versie.handeling}"'
    termijn = () if versie.termijn is None else (_termijn(versie.termijn, zinnen),)
    delen: list[Doc] = [Vul((kop, *termijn))]
    if versie.voorwaarde is not None:
        delen.append(zinnen.voorwaarde(versie.voorwaarde))
    if versie.gevolgregel is not None:
        delen.append(f"anders geldt Regel {w.naam(versie.gevolgregel)}")
    return regels(Onder((*delen[:-1], samen(delen[-1], "."))), 8, 8, breedte)


def _termijn(termijn: t.Termijn, zinnen: Zinnen) -> Doc:
    datum = zinnen.expressie(termijn.datum)
    if termijn.duur is None:
        return samen("uiterlijk op ", datum)
    return samen("binnen ", zinnen.expressie(termijn.duur), " na ", datum)


def _open_norm(blok: t.OpenNorm) -> list[str]:
    uit = [f"Open norm {w.naam(blok.naam)}", *herkomst(blok.herkomst, 4)]
    door = blok.beoordeeld_door
    uit += _velden(("beoordeeld door", None if door is None else w.naam(door)))
    if blok.gezichtspunten:
        uit.append("    gezichtspunten:")
    for punt in blok.gezichtspunten:
        uit.append(f"    - {citaat(punt) if isinstance(punt, str) else _keten(punt)}")
    return uit


def _uitkomst(blok: t.Uitkomst) -> list[str]:
    return [
        f"Uitkomst van een {blok.objecttype.tekst}",
        *_velden(*(("voordeel", _keten(k)) for k in blok.voordelen)),
        *_velden(*(("nadeel", _keten(k)) for k in blok.nadelen)),
        *_velden(*(("bodem", _keten(k)) for k in blok.bodems)),
        *_velden(*(("middelen", _keten(k)) for k in blok.middelen)),
        *_velden(("venster", None if blok.venster is None else _waarde(blok.venster))),
    ]


def _invoerbereik(blok: t.Invoerbereik) -> list[str]:
    uit = [f"Invoerbereik van een {blok.objecttype.tekst}"]
    for b in blok.bereiken:
        per = f" per {_waarde(b.per)}" if b.per is not None else ""
        modaal = f", modaal {_waarde(b.modaal)}" if b.modaal is not None else ""
        van_tot = f"{_waarde(b.van)} t/m {_waarde(b.tot)}"
        uit.append(f"    {w.naam(b.attribuut)}: {van_tot}{per}{modaal}")
    uit += [f"    {x.woorden} {w.naam(x.attribuut)}" for x in blok.ordes]
    for n in blok.niet_ter_zake:
        marge = f", marge {_waarde(n.marge)}" if n.marge is not None else ""
        deel = f"de {n.deel} van " if n.deel else ""
        uit.append(f"    niet ter zake doet {deel}{w.naam(n.attribuut)}{marge}")
    return uit


def _evenredigheidsnorm(blok: t.Evenredigheidsnorm) -> list[str]:
    drempels = ", ".join(f"{soort} bij {_waarde(waarde)}" for soort, waarde in blok.drempels)
    return [
        f"Evenredigheidsnorm {w.naam(blok.naam)}",
        *_velden(
            ("patroon", blok.patroon),
            ("gevolg", _keten(blok.gevolg)),
            ("tekortkoming", _keten(blok.tekortkoming)),
        ),
        *([f"    {drempels}"] if drempels else []),
        *_velden(("bron", vindplaats(blok, blok.bron))),
    ]


def _aanvaard(blok: t.Aanvaard) -> list[str]:
    tot = f" tot {w.datum(blok.tot)}" if blok.tot else ""
    return [
        f"Aanvaard {w.naam(blok.naam)}",
        *_velden(
            ("bevinding", blok.bevinding),
            ("reden", citaat(blok.reden)),
            ("eigenaar", citaat(blok.eigenaar)),
            ("van", w.datum(blok.van) + tot),
        ),
    ]


def _gebeurtenis(blok: t.Gebeurtenis) -> list[str]:
    return [
        f"Gebeurtenis {w.naam(blok.naam)}",
        *_velden(
            ("soort", blok.soort),
            ("vervult Verplichting", None if blok.vervult is None else w.naam(blok.vervult)),
            *(("verandert", _keten(k)) for k in blok.verandert),
        ),
    ]


_VELDBLOKKEN: Mapping[type, Callable[[Any], list[str]]] = {
    t.Regeling: _regeling,
    t.Parameterwaarden: _parameterwaarden,
    t.Bestuursorgaan: _bestuursorgaan,
    t.OpenNorm: _open_norm,
    t.Uitkomst: _uitkomst,
    t.Invoerbereik: _invoerbereik,
    t.Evenredigheidsnorm: _evenredigheidsnorm,
    t.Aanvaard: _aanvaard,
    t.Gebeurtenis: _gebeurtenis,
}
