"""Our own blocks: from fields to nodes. [uitbreidingen]"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.definitiebouwer import naam_met_lidwoord
from wetsanalyse.syntax.gebeurtenis import VELDEN as VELDEN_GEBEURTENIS
from wetsanalyse.syntax.gebeurtenis import gebeurtenis
from wetsanalyse.syntax.herkomst import lees_herkomst
from wetsanalyse.syntax.kandidaten import DATUM
from wetsanalyse.syntax.splitsen import Blokstuk, Regeltje
from wetsanalyse.syntax.velden import Veld, Veldlezer
from wetsanalyse.syntax.versies import lees_geldig
from wetsanalyse.syntax.zin import Omgeving
from wetsanalyse.syntax.zinsblokken import VELDEN as ZINSBLOKKEN
from wetsanalyse.syntax.zinsblokken import lees_zinsblok
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout

NIVEAUS = ("verdrag", "formele wet", "AMvB", "ministeriële regeling", "verordening", "beleidsregel")
ORGAANSOORTEN = ("uitvoeringsorganisatie", "ministerie", "gemeente", "rechter")
NIET_TER_ZAKE: dict[str, Literal["", "maand", "verdeling"]] = {
    "niet ter zake doet": "",
    "niet ter zake doen": "",
    "niet ter zake doet de maand van": "maand",
    "niet ter zake doet de verdeling van": "verdeling",
}
VELDEN: dict[str, tuple[Veld, ...]] = {
    "Regeling": (
        Veld("afkorting", "tekst"),
        Veld("bwb-id", "tekst"),
        Veld("niveau", "tekst", keuze=NIVEAUS),
        Veld("tekst van", "datum"),
        Veld("doel", "citaat"),
        Veld("uitvoering door", "zin:orgaan", herhaalbaar=True),
    ),
    "Parameterwaarden": (
        Veld("geldig", "tekst", verplicht=True),
        Veld("", "zin:parameterwaarde", verplicht=True, herhaalbaar=True),
    ),
    "Bestuursorgaan": (
        Veld("soort", "tekst", keuze=ORGAANSOORTEN),
        Veld("onder", "zin:orgaan"),
    ),
    "Open norm": (
        Veld("beoordeeld door", "zin:orgaan"),
        Veld("gezichtspunten", "lijst"),
    ),
    "Uitkomst": (
        Veld("voordeel", "zin:keten", herhaalbaar=True),
        Veld("nadeel", "zin:keten", herhaalbaar=True),
        Veld("bodem", "zin:keten", herhaalbaar=True),
        Veld("middelen", "zin:keten", herhaalbaar=True),
        Veld("venster", "zin:expressie"),
    ),
    "Invoerbereik": (
        *(Veld(woorden, "zin:naamalleen", herhaalbaar=True) for woorden in t.ORDES),
        *(Veld(woorden, "zin:tezake", herhaalbaar=True) for woorden in NIET_TER_ZAKE),
        Veld("", "zin:bereik", herhaalbaar=True),
    ),
    "Evenredigheidsnorm": (
        Veld("patroon", "tekst", verplicht=True),
        Veld("gevolg", "zin:keten"),
        Veld("tekortkoming", "zin:keten"),
        Veld("signaal bij", "drempels", herhaalbaar=True),
        Veld("hard bij", "drempels", herhaalbaar=True),
        Veld("zeer hard bij", "drempels", herhaalbaar=True),
        Veld("bron", "tekst"),
    ),
    "Aanvaard": (
        Veld("bevinding", "tekst", verplicht=True),
        Veld("reden", "citaat", verplicht=True),
        Veld("eigenaar", "citaat", verplicht=True),
        Veld("van", "tekst", verplicht=True),
    ),
    "Gebeurtenis": VELDEN_GEBEURTENIS,
}
_MET_HERKOMST = {"Open norm"}
_VAN_TOT = re.compile(rf"({DATUM.pattern})(?:\s+(?:tot|t/m)\s+({DATUM.pattern}))?", re.IGNORECASE)
_CITAAT = re.compile(r"[\"“](.*)[\"”]")

Uitslag = tuple[Any, list[Diagnostic]]


def lees_eigen(stuk: Blokstuk, omgeving: Omgeving) -> Uitslag:
    """One of our own blocks, but for scenarios."""
    if stuk.soort in ZINSBLOKKEN:
        return lees_zinsblok(stuk, omgeving)
    lezer = Veldlezer(stuk, omgeving, VELDEN[stuk.soort], met_herkomst=stuk.soort in _MET_HERKOMST)
    lezer.lees()
    maak = {
        "Regeling": _regeling,
        "Parameterwaarden": _parameterwaarden,
        "Bestuursorgaan": _bestuursorgaan,
        "Open norm": _open_norm,
        "Uitkomst": _uitkomst,
        "Invoerbereik": _invoerbereik,
        "Evenredigheidsnorm": _evenredigheidsnorm,
        "Aanvaard": _aanvaard,
        "Gebeurtenis": gebeurtenis,
    }[stuk.soort]
    return maak(stuk, lezer), lezer.meldingen


def _naam(stuk: Blokstuk) -> t.Naam:
    return naam_met_lidwoord(stuk.bron, stuk.na_kop, stuk.kopeind)


def _regeling(stuk: Blokstuk, v: Veldlezer) -> t.Regeling:
    return t.Regeling(
        span=stuk.span,
        naam=_naam(stuk),
        afkorting=v.een("afkorting"),
        bwb_id=v.een("bwb-id"),
        niveau=v.een("niveau"),
        tekst_van=v.een("tekst van"),
        doel=v.een("doel"),
        uitvoering=tuple(v.alle("uitvoering door")),
    )


def _parameterwaarden(stuk: Blokstuk, v: Veldlezer) -> t.Parameterwaarden | None:
    geldig = None
    for g in v.stukken("geldig")[:1]:
        geldig, eigen = lees_geldig(stuk, Regeltje(g.start, g.tot, ""), v.omgeving)
        v.meldingen += eigen
    waarden = []
    for g in v.stukken(""):
        node = v.zin("parameterwaarde", g.van, g.tot)
        herkomst, eigen = lees_herkomst(stuk, g.extra)
        v.meldingen += eigen
        if node is not None:
            waarden.append(
                t.Parameterwaarde(
                    span=node.span, naam=node.naam, waarde=node.waarde, herkomst=herkomst
                )
            )
    if geldig is None:
        return None
    return t.Parameterwaarden(
        span=stuk.span, naam=_naam(stuk), geldigheid=geldig, waarden=tuple(waarden)
    )


def _bestuursorgaan(stuk: Blokstuk, v: Veldlezer) -> t.Bestuursorgaan:
    return t.Bestuursorgaan(
        span=stuk.span, naam=_naam(stuk), soort=v.een("soort"), onder=v.een("onder")
    )


def _open_norm(stuk: Blokstuk, v: Veldlezer) -> t.OpenNorm:
    punten: list[str | t.Keten] = []
    for item in v.items("gezichtspunten"):
        citaat = _CITAAT.fullmatch(item.tekst)
        punt = citaat.group(1) if citaat else v.zin("keten", item.start, item.eind)
        if punt is not None:
            punten.append(punt)
    return t.OpenNorm(
        span=stuk.span,
        naam=_naam(stuk),
        herkomst=v.herkomst,
        beoordeeld_door=v.een("beoordeeld door"),
        gezichtspunten=tuple(punten),
    )


def _objecttype(stuk: Blokstuk, v: Veldlezer) -> t.Naam | None:
    """`Uitkomst van een X`: the head names the objecttype."""
    kop = stuk.tekst[stuk.na_kop : stuk.kopeind]
    m = re.match(r"\s*van\s+", kop, re.IGNORECASE)
    if m is None:
        v.meldingen.append(
            fout(
                "ST-VERWACHT",
                stuk.kop,
                f"na “{stuk.soort}” hoort “van een” met een objecttype",
                context=stuk.context,
            )
        )
        return None
    naam: t.Naam | None = v.zin("eennaam", stuk.na_kop + m.end(), stuk.kopeind)
    return naam


def _uitkomst(stuk: Blokstuk, v: Veldlezer) -> t.Uitkomst | None:
    objecttype = _objecttype(stuk, v)
    venster = v.een("venster")
    if venster is not None and not isinstance(venster, t.Getal):
        v.meldingen.append(
            fout(
                "VELD-WAARDE",
                venster.span,
                "een venster is een getal met een tijdseenheid",
                verwacht=["12 mnd"],
                context=stuk.context,
            )
        )
        venster = None
    delen = {n: tuple(v.alle(n)) for n in ("voordeel", "nadeel", "bodem", "middelen")}
    if objecttype is None:
        return None
    return t.Uitkomst(
        span=stuk.span,
        objecttype=objecttype,
        voordelen=delen["voordeel"],
        nadelen=delen["nadeel"],
        bodems=delen["bodem"],
        venster=venster,
        middelen=delen["middelen"],
    )


def _invoerbereik(stuk: Blokstuk, v: Veldlezer) -> t.Invoerbereik | None:
    objecttype = _objecttype(stuk, v)
    ordes = [
        t.Orde(span=naam.span, woorden=woorden, attribuut=naam)
        for woorden in t.ORDES
        for naam in v.alle(woorden)
    ]
    bereiken = tuple(v.alle(""))
    tezake = [
        replace(wat, deel=deel)
        for woorden, deel in NIET_TER_ZAKE.items()
        for wat in v.alle(woorden)
    ]
    if objecttype is None:
        return None
    return t.Invoerbereik(
        span=stuk.span,
        objecttype=objecttype,
        bereiken=bereiken,
        ordes=tuple(ordes),
        niet_ter_zake=tuple(tezake),
    )


def _evenredigheidsnorm(stuk: Blokstuk, v: Veldlezer) -> t.Evenredigheidsnorm:
    drempels: list[tuple[str, t.Expressie]] = []
    for g in v.gevonden:
        if g.veld.soort == "drempels":
            drempels += v.zin("drempels", g.start, g.tot) or ()
    return t.Evenredigheidsnorm(
        span=stuk.span,
        naam=_naam(stuk),
        patroon=v.een("patroon") or "",
        gevolg=v.een("gevolg"),
        tekortkoming=v.een("tekortkoming"),
        drempels=tuple(drempels),
        bron=v.een("bron"),
    )


def _aanvaard(stuk: Blokstuk, v: Veldlezer) -> t.Aanvaard | None:
    periode = v.een("van")
    van, tot = _periode(periode or "")
    if periode and van is None:
        g = v.stukken("van")[0]
        v.meldingen.append(
            fout(
                "LIT-DATUM",
                stuk.bron.span(g.van, g.tot),
                f"“{periode[:40]}” is geen periode",
                verwacht=["1-7-2024 tot 1-7-2027"],
                context=stuk.context,
            )
        )
    bevinding, reden, eigenaar = v.een("bevinding"), v.een("reden"), v.een("eigenaar")
    if van is None or bevinding is None:
        return None
    return t.Aanvaard(
        span=stuk.span,
        naam=_naam(stuk),
        bevinding=bevinding,
        reden=reden or "",
        eigenaar=eigenaar or "",
        van=van,
        tot=tot,
    )


def _periode(tekst: str) -> tuple[date | None, date | None]:
    m = _VAN_TOT.fullmatch(tekst)
    if m is None:
        return None, None
    try:
        van = date(int(m.group(4)), int(m.group(3)), int(m.group(2)))
        tot = date(int(m.group(8)), int(m.group(7)), int(m.group(6))) if m.group(5) else None
    except ValueError:
        return None, None
    return van, tot
