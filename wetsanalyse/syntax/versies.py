"""Rules, tables and clauses: a head, then one or more versions that begin with `geldig`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.definitiebouwer import naam_met_lidwoord
from wetsanalyse.syntax.herkomst import is_herkomst, lees_herkomst
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.splitsen import Blokstuk, Regeltje, regels
from wetsanalyse.syntax.tabel import lees_tabel
from wetsanalyse.syntax.zin import Omgeving, lees_zin
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout

_GELDIG = re.compile(r"geldig(?=\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Versiestuk:
    """One version: the `geldig` line, the lines of origin under it, and where the rest stands."""

    geldig: Regeltje
    herkomst: list[Regeltje]
    inhoud: list[Regeltje]
    eind: int


def verdeel(stuk: Blokstuk) -> tuple[list[Regeltje], list[Versiestuk]]:
    """Lines before the first `geldig`, and the versions."""
    kop: list[Regeltje] = []
    versies: list[Versiestuk] = []
    alle = list(regels(stuk.tekst, stuk.kopeind, stuk.eind))
    for regel in alle:
        if _GELDIG.match(regel.tekst):
            versies.append(Versiestuk(regel, [], [], regel.eind))
        elif not versies:
            kop.append(regel)
        else:
            versie = versies[-1]
            if not versie.inhoud and is_herkomst(regel.tekst):
                versie.herkomst.append(regel)
            else:
                versie.inhoud.append(regel)
    return kop, versies


def kop_herkomst(
    stuk: Blokstuk, kop: list[Regeltje]
) -> tuple[t.HerkomstTekst | None, list[Diagnostic]]:
    """The lines between the name and the first `geldig`; anything else there is a fault."""
    eigen = [r for r in kop if is_herkomst(r.tekst)]
    herkomst, meldingen = lees_herkomst(stuk, eigen)
    for regel in kop:
        if regel not in eigen:
            meldingen.append(
                fout(
                    "RG-KOP",
                    stuk.bron.span(regel.start, regel.eind),
                    "deze regel past niet tussen de naam en “geldig”",
                    verwacht=[
                        "geldig altijd",
                        "geldig vanaf …",
                        "bron …",
                        "bevoegdheid …",
                        "stap …",
                    ],
                    hulp=["elke versie van een regel begint met een regel “geldig …”"],
                    context=stuk.context,
                )
            )
            break
    return herkomst, meldingen


def lees_geldig(
    stuk: Blokstuk, regel: Regeltje, omgeving: Omgeving
) -> tuple[t.Geldigheid | None, list[Diagnostic]]:
    plek = Plek(stuk.bron, stuk.context)
    return lees_zin(plek, "geldigheid", regel.start, regel.eind, omgeving)


def geen_versie(stuk: Blokstuk) -> Diagnostic:
    return fout(
        "RG-GELDIG",
        stuk.kop,
        f"{stuk.context} heeft geen regel “geldig …”",
        verwacht=["geldig altijd", "geldig vanaf 2025", "geldig vanaf 1-1-2025 t/m 31-12-2025"],
        context=stuk.context,
    )


def lees_regel(stuk: Blokstuk, omgeving: Omgeving) -> tuple[t.Regel | None, list[Diagnostic]]:
    kop, stukken = verdeel(stuk)
    herkomst, meldingen = kop_herkomst(stuk, kop)
    if not stukken and not meldingen:
        meldingen.append(geen_versie(stuk))
    versies = []
    for versie in stukken:
        gelezen, eigen = _regelversie(stuk, versie, omgeving)
        meldingen += eigen
        if gelezen is not None:
            versies.append(gelezen)
    naam = naam_met_lidwoord(stuk.bron, stuk.na_kop, stuk.kopeind)
    if not naam.tekst:
        meldingen.append(
            fout("RG-NAAM", stuk.kop, "een regel heeft een naam", context=stuk.context)
        )
    if not versies:
        return None, meldingen
    regel = t.Regel(span=stuk.span, naam=naam, herkomst=herkomst, versies=tuple(versies))
    return regel, meldingen


def _regelversie(
    stuk: Blokstuk, versie: Versiestuk, omgeving: Omgeving
) -> tuple[t.Regelversie | None, list[Diagnostic]]:
    geldig, meldingen = lees_geldig(stuk, versie.geldig, omgeving)
    herkomst, eigen = lees_herkomst(stuk, versie.herkomst)
    meldingen = [*meldingen, *eigen]
    if not versie.inhoud:
        plek = stuk.bron.span(versie.geldig.start, versie.geldig.eind)
        meldingen.append(
            fout("RG-LEEG", plek, "na “geldig …” staat geen regeltekst", context=stuk.context)
        )
        return None, meldingen
    van, tot = versie.inhoud[0].start, versie.inhoud[-1].eind
    inhoud, eigen = lees_zin(
        Plek(stuk.bron, stuk.context), "inhoud", van, tot, omgeving, met_variabelen=True
    )
    meldingen += eigen
    if inhoud is None or geldig is None:
        return None, meldingen
    gelezen = t.Regelversie(
        span=stuk.bron.span(versie.geldig.start, tot),
        geldigheid=geldig,
        herkomst=herkomst,
        resultaat=inhoud.resultaat,
        voorwaarde=inhoud.voorwaarde,
        variabelen=inhoud.variabelen,
    )
    return gelezen, meldingen


def lees_beslistabel(
    stuk: Blokstuk, omgeving: Omgeving
) -> tuple[t.Beslistabel | None, list[Diagnostic]]:
    kop, stukken = verdeel(stuk)
    herkomst, meldingen = kop_herkomst(stuk, kop)
    if not stukken and not meldingen:
        meldingen.append(geen_versie(stuk))
    versies = []
    for versie in stukken:
        geldig, eigen = lees_geldig(stuk, versie.geldig, omgeving)
        versieherkomst, meer = lees_herkomst(stuk, versie.herkomst)
        tabel, nog_meer = lees_tabel(stuk, versie.geldig, versie.inhoud, omgeving)
        meldingen += [*eigen, *meer, *nog_meer]
        if geldig is None or tabel is None:
            continue
        kolommen, rijen = tabel
        eind = versie.inhoud[-1].eind if versie.inhoud else versie.geldig.eind
        versies.append(
            t.Tabelversie(
                span=stuk.bron.span(versie.geldig.start, eind),
                geldigheid=geldig,
                herkomst=versieherkomst,
                kolommen=kolommen,
                rijen=rijen,
            )
        )
    naam = naam_met_lidwoord(stuk.bron, stuk.na_kop, stuk.kopeind)
    if not versies:
        return None, meldingen
    tabelblok = t.Beslistabel(span=stuk.span, naam=naam, herkomst=herkomst, versies=tuple(versies))
    return tabelblok, meldingen
