"""A draft hardship clause with its slots filled from the blame set. [hardheid 2.3]"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import (
    Aanleiding,
    Onmogelijk,
    Past,
    Sjabloon,
    Variant,
    pas_toe,
)
from wetsanalyse.analyses.herstel.begrenzen import orgaan
from wetsanalyse.analyses.herstel.boom import doorsnede
from wetsanalyse.analyses.herstel.sjablonen.clausulegevolg import (
    AFZIEN,
    Gevolg,
    Gevolgen,
    gevolgen,
)
from wetsanalyse.model.model import Regelversie
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven.regels import bron
from wetsanalyse.syntax.woorden import sleutel

NORM = "onbillijkheid van overwegende aard"
LEEG = "[nog in te vullen]"


def past(bevinding: Bevinding) -> Past:
    if not bevinding.blaamset:
        return Past(False, "er is geen stap aan te wijzen waarvan een clausule kan afwijken")
    return Past(True, "een clausule is het vangnet voor wat niet vooraf te beschrijven is")


def maak(aanleiding: Aanleiding) -> Variant:
    regels = list(dict.fromkeys(r for b in aanleiding.bevinding.blaamset for r in b.regels))
    plekken = [_plek(aanleiding, aanleiding.plan.versies[r]) for r in regels]
    geldig = reduce(doorsnede, (p.geldigheid for p in plekken))
    reik: list[str] = []
    for plek in plekken:
        bronnen = plek.herkomst.bronnen if plek.herkomst else ()
        reik += [f"    - {bron(b)}" for b in bronnen if b.artikel] or [f"    - Regel {plek.naam}"]
    wie, blok_orgaan = orgaan(aanleiding)
    doel = _doel(aanleiding)
    norm, blok_norm = _norm(aanleiding, wie)
    artikelen = ", ".join(dict.fromkeys(r.strip(" -") for r in reik))
    persoon = aanleiding.plan.versies[regels[0]].onderwerp.doeltype
    slots = [
        "// Ontwerp met de vaste onderdelen van Aanwijzing 5.26.",
        f"// Orgaan: {wie if blok_orgaan is None else LEEG}",
        "// Bevoegdheid: kan",
        "// Toepassing: ambtshalve",
        f"// Artikelen: {artikelen}",
        f"// Doel van de regeling: {doel or LEEG}",
        f"// Norm: {norm}",
        "// Voor: individuele gevallen",
        f"// Als artikeltekst: {z.hoofd(wie)} kan in een individueel geval {artikelen} buiten",
        "// toepassing laten of daarvan afwijken, als toepassing, gezien het doel van de regeling,",
        f"// zou leiden tot {norm}.",
    ]

    def clausule(naam: str, zin: str) -> str:
        return "\n".join((
            f"Hardheidsclausule {naam}",
            f'    bron onbevestigd: "{z.VOORSTEL}"',
            "    bevoegdheid discretionair",
            "    rechtsmiddel bezwaar en beroep",
            "    reikwijdte:",
            *dict.fromkeys(reik),
            "    voor individuele gevallen",
            "    toepassing ambtshalve",
            "    door besluit",
            f"    geldig {z.tijd(geldig)}",
            f"        {z.hoofd(wie)} kan ten aanzien van een {persoon} afwijken van de reikwijdte",
            f"        indien er sprake is van open norm {norm}.",
            *([f"        {zin}"] if zin else []),
        ))  # fmt: skip

    def samen(gevolgen: Sequence[Gevolg]) -> str:
        """One clause; in the language each amount has a block of its own."""
        naam = f"voorstel bij {artikelen}"
        delen = [
            clausule(naam if n == 0 else f"{naam}, ook voor {g.naam}", g.zin)
            for n, g in enumerate(gevolgen)
        ]
        los = [b for b in (blok_orgaan, blok_norm) if b]
        return "\n\n".join(("\n".join(slots), *los, *(delen or [clausule(naam, "")])))

    gevonden = gevolgen(aanleiding, persoon)
    goed = [g for g in gevonden.gevolgen if pas_toe(aanleiding.wet, samen([g])).ok]
    if gevonden.gevolgen and not goed:
        gevonden = replace(gevonden, reden="het gevolg is niet in één zin te berekenen")
    return Variant(
        "clausule", "ontwerp van een hardheidsclausule", samen(goed), (norm,),
        _opmerkingen(aanleiding, goed, gevonden), (geldig.van, geldig.tot),
    )  # fmt: skip


@dataclass(frozen=True)
class _Plek:
    """What a clause has to know of a rule or a decision table as it is written."""

    naam: str
    herkomst: t.HerkomstTekst | None
    geldigheid: t.Geldigheid


def _plek(aanleiding: Aanleiding, versie: Regelversie) -> _Plek:
    for blok in aanleiding.wet.ontleding.blokken:
        if not isinstance(blok, t.Regel | t.Beslistabel):
            continue
        if sleutel(blok.naam.tekst) != sleutel(versie.regel):
            continue
        for tekst in blok.versies:
            if (tekst.geldigheid.van, tekst.geldigheid.tot) == (versie.van, versie.tot):
                herkomst = z.samengevoegd(tekst.herkomst, blok.herkomst)
                return _Plek(blok.naam.tekst, herkomst, tekst.geldigheid)
    raise Onmogelijk(f"van regel “{versie.regel}” is de tekst niet gevonden")


def _doel(aanleiding: Aanleiding) -> str | None:
    """Of the regulation of the first article of the blame set."""
    for plaats in aanleiding.bevinding.blaamset[0].plaatsen:
        for regeling in aanleiding.model.regelingen.values():
            if plaats.regeling in (regeling.afkorting, regeling.naam) and regeling.doel:
                return regeling.doel
    return None


def _norm(aanleiding: Aanleiding, wie: str) -> tuple[str, str | None]:
    """The norm of the law where it has it, else a new one."""
    for naam in aanleiding.model.open_normen:
        if sleutel(naam) == sleutel(NORM):
            return naam, None
    return NORM, (
        f"Open norm {NORM}\n"
        f'    bron onbevestigd: "{z.VOORSTEL}"\n'
        f"    beoordeeld door {wie}"
    )  # fmt: skip


def _opmerkingen(
    aanleiding: Aanleiding, gezegd: Sequence[Gevolg], anders: Gevolgen
) -> tuple[str, ...]:
    """What Aanwijzing 5.25 and 5.26 ask about a clause, and what it does not reach."""
    uit = ["de proef zegt ja voor wie hard wordt geraakt; over een echt geval oordeelt een mens"]
    if aanleiding.bevinding.klasse == "R":
        uit.append(
            "Aanwijzing 5.25 vraagt terughoudendheid: dit gevolg is vooraf te beschrijven, dus "
            "herstel van de regel gaat voor"
        )
    if not gezegd:
        uit.append(f"deze clausule rekent niets uit: {anders.reden}")
        return tuple(uit)
    if len(gezegd) > 1:
        uit.append("elk bedrag heeft hier een eigen blok; in de wet is het één artikel")
    if any(g.afzien for g in gezegd):
        uit.append(AFZIEN)
    namen = [g.naam for g in gezegd]
    over = [f"“{n}”" for n in anders.over] + [
        f"“{g.naam}”" for g in anders.gevolgen if g.naam not in namen
    ]
    if over:
        wel = ", ".join(f"“{n}”" for n in namen)
        uit.append(f"alleen {wel} wordt anders, niet {', '.join(over)}")
    return tuple(uit)


CLAUSULE = Sjabloon(
    "clausule",
    "hardheidsclausule",
    "Een orgaan kan in een individueel geval afwijken van de artikelen die het gevolg geven.",
    past,
    maak,
)
