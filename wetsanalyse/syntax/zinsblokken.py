"""Our own blocks that hold a sentence per version: Hardheidsclausule and Verplichting.
[uitbreidingen 4, 6]"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.definitiebouwer import naam_met_lidwoord
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.splitsen import Blokstuk, Regeltje
from wetsanalyse.syntax.velden import Veld, Veldlezer
from wetsanalyse.syntax.versies import geen_versie, kop_herkomst, lees_geldig, verdeel
from wetsanalyse.syntax.woorden import eenspatie
from wetsanalyse.syntax.zin import Omgeving, lees_zin
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import fout

VELDEN: dict[str, tuple[Veld, ...]] = {
    "Hardheidsclausule": (
        Veld("reikwijdte", "lijst", verplicht=True),
        Veld("voor", "tekst", keuze=("individuele gevallen", "groepen van gevallen")),
        Veld("toepassing", "tekst", keuze=("ambtshalve", "op aanvraag")),
        Veld("door", "tekst", keuze=("besluit", "ministeriële regeling", "beleidsregel")),
    ),
    "Verplichting": (
        Veld("verschoonbaar", "tekst", keuze=("ja", "nee")),
        Veld("gewicht", "zin:expressie"),
    ),
}

Uitslag = tuple[Any, list[Diagnostic]]
Versie = tuple[Span, t.Geldigheid, Any]
"""A version: where it stands, when it is in force, and its sentence."""


def lees_zinsblok(stuk: Blokstuk, omgeving: Omgeving) -> Uitslag:
    kop, stukken = verdeel(stuk)
    lezer = Veldlezer(stuk, omgeving, VELDEN[stuk.soort], kop, met_herkomst=True).lees()
    if not stukken:
        lezer.meldingen += kop_herkomst(stuk, [])[1]
        lezer.meldingen.append(geen_versie(stuk))
    versies = [
        versie
        for versiestuk in stukken
        for versie in _versie(lezer, versiestuk.geldig, versiestuk.inhoud)
    ]
    maak = {"Hardheidsclausule": _clausule, "Verplichting": _verplichting}[stuk.soort]
    return maak(lezer, versies), lezer.meldingen


def _versie(lezer: Veldlezer, kop: Regeltje, inhoud: list[Regeltje]) -> Iterator[Versie]:
    """The version, or nothing with the reason."""
    stuk, omgeving = lezer.stuk, lezer.omgeving
    geldig, eigen = lees_geldig(stuk, kop, omgeving)
    lezer.meldingen += eigen
    if not inhoud:
        plek = stuk.bron.span(kop.start, kop.eind)
        lezer.meldingen.append(
            fout("RG-LEEG", plek, "na “geldig …” staat geen zin", context=stuk.context)
        )
        return
    van, tot = inhoud[0].start, inhoud[-1].eind
    plek_zin = Plek(stuk.bron, stuk.context)
    tekst, eigen = lees_zin(plek_zin, _START[stuk.soort], van, tot, omgeving)
    lezer.meldingen += eigen
    if tekst is not None and geldig is not None:
        yield stuk.bron.span(kop.start, tot), geldig, tekst


_START = {"Hardheidsclausule": "clausule", "Verplichting": "verplichting"}


def _naam(stuk: Blokstuk) -> t.Naam:
    return naam_met_lidwoord(stuk.bron, stuk.na_kop, stuk.kopeind)


# ------------------------------------------------------------------ Hardheidsclausule


def _clausule(lezer: Veldlezer, versies: list[Versie]) -> t.Hardheidsclausule:
    return t.Hardheidsclausule(
        span=lezer.stuk.span,
        naam=_naam(lezer.stuk),
        herkomst=lezer.herkomst,
        reikwijdte=tuple(r for i in lezer.items("reikwijdte") if (r := _reikwijdte(lezer, i))),
        voor=lezer.een("voor"),
        toepassing=lezer.een("toepassing"),
        door=lezer.een("door"),
        versies=tuple(
            t.Clausuleversie(
                span=span,
                geldigheid=geldig,
                orgaan=tekst.orgaan,
                onderwerp=tekst.onderwerp,
                voorwaarde=tekst.voorwaarde,
                gevolg=tekst.gevolg,
            )
            for span, geldig, tekst in versies
        ),
    )


def _reikwijdte(v: Veldlezer, item: Regeltje) -> t.Reikwijdte | None:
    span = v.stuk.bron.span(item.start, item.eind)
    tekst = item.tekst.rstrip(" ;,.")
    eind = item.start + len(tekst)
    if m := re.match(r"de\s+gehele\s+regeling\s+(?=\S)", tekst, re.IGNORECASE):
        return t.Reikwijdte(span=span, regeling=eenspatie(tekst[m.end() :]))
    if m := re.match(r"(?:Regel|Beslistabel)\s+(?=\S)", tekst):
        van = item.start + m.end()
        naam = t.Naam(span=v.stuk.bron.span(van, eind), tekst=eenspatie(tekst[m.end() :]))
        return t.Reikwijdte(span=span, regel=naam)
    bron = v.bron(Regeltje(item.start, eind, tekst))
    if bron is not None:
        return t.Reikwijdte(span=span, bron=bron)
    v.meldingen.append(
        fout(
            "HC-REIKWIJDTE",
            span,
            "dit onderdeel van de reikwijdte is niet te lezen",
            verwacht=["Regel <naam>", "artikel 7, derde lid, Awir", "de gehele regeling Awir"],
            context=v.stuk.context,
        )
    )
    return None


# ------------------------------------------------------------------ Verplichting


def _verplichting(lezer: Veldlezer, versies: list[Versie]) -> t.Verplichting:
    return t.Verplichting(
        span=lezer.stuk.span,
        naam=_naam(lezer.stuk),
        herkomst=lezer.herkomst,
        verschoonbaar=lezer.een("verschoonbaar"),
        gewicht=_gewicht(lezer),
        versies=tuple(
            t.Verplichtingversie(
                span=span,
                geldigheid=geldig,
                objecttype=tekst.objecttype,
                handeling=tekst.handeling,
                termijn=tekst.termijn,
                voorwaarde=tekst.voorwaarde,
                gevolgregel=tekst.gevolgregel,
            )
            for span, geldig, tekst in versies
        ),
    )


def _gewicht(v: Veldlezer) -> t.Getal | None:
    gewicht = v.een("gewicht")
    if gewicht is None:
        return None
    if isinstance(gewicht, t.Getal) and gewicht.eenheid is None and gewicht.waarde >= 0:
        return gewicht
    v.meldingen.append(
        fout(
            "VELD-WAARDE",
            gewicht.span,
            "een gewicht is een getal zonder eenheid, van 0 of meer",
            verwacht=["1", "0,5"],
            context=v.stuk.context,
        )
    )
    return None
