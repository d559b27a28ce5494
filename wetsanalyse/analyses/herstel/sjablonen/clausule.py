"""A draft hardship clause with its slots filled from the blame set. [hardheid 2.3]"""

from __future__ import annotations

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
from wetsanalyse.analyses.herstel.begrenzen import last, orgaan
from wetsanalyse.analyses.herstel.boom import doorsnede
from wetsanalyse.analyses.herstel.grens import (
    Grens,
    bewaakte_bedragen,
    grenzen,
)
from wetsanalyse.analyses.herstel.grens import bedrag as bedrag_van
from wetsanalyse.analyses.oorzaak.tweeling import Tweeling
from wetsanalyse.model.lezen_termen import Eigenschap, gelezen_door
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
        f"// Als artikeltekst: {_hoofd(wie)} kan in een individueel geval {artikelen} buiten",
        "// toepassing laten of daarvan afwijken, als toepassing, gezien het doel van de regeling,",
        f"// zou leiden tot {norm}.",
    ]
    kop = "\n".join((
        f"Hardheidsclausule voorstel bij {artikelen}",
        f'    bron onbevestigd: "{z.VOORSTEL}"',
        "    bevoegdheid discretionair",
        "    rechtsmiddel bezwaar en beroep",
        "    reikwijdte:",
        *dict.fromkeys(reik),
        "    voor individuele gevallen",
        "    toepassing ambtshalve",
        "    door besluit",
        f"    geldig {z.tijd(geldig)}",
        f"        {_hoofd(wie)} kan ten aanzien van een {persoon} afwijken van de reikwijdte",
        f"        indien er sprake is van open norm {norm}.",
    ))  # fmt: skip
    los = [b for b in (blok_orgaan, blok_norm) if b]
    gevolg, reden = _gevolg(aanleiding, persoon)

    def samen(slot: str) -> str:
        return "\n\n".join(("\n".join(slots), *los, kop + slot))

    tekst = samen(f"\n        {gevolg}") if gevolg else samen("")
    if gevolg and not pas_toe(aanleiding.wet, tekst).ok:
        tekst, gevolg, reden = samen(""), None, "het gevolg is niet in één zin te berekenen"
    return Variant(
        "clausule", "ontwerp van een hardheidsclausule", tekst, (norm,),
        _opmerkingen(aanleiding, gevolg is not None, reden), (geldig.van, geldig.tot),
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


def _hoofd(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


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


def _gevolg(aanleiding: Aanleiding, persoon: str) -> tuple[str | None, str]:
    """What the amount becomes, where one rule already computes it without the border."""
    reden = "geen regel rekent het bedrag uit zonder de grens"
    try:
        for grens in grenzen(aanleiding):
            gevolg = _zonder_grens(aanleiding, grens, persoon)
            if gevolg is not None:
                zin, naam = gevolg
                rest = [f"“{n}”" for _, n in bewaakte_bedragen(grens) if n != naam]
                return zin, f"alleen “{naam}” wordt anders, niet {', '.join(rest)}" if rest else ""
    except Onmogelijk as e:
        reden = str(e)
    return _afzien(aanleiding, persoon) or (None, reden)


def _zonder_grens(aanleiding: Aanleiding, grens: Grens, persoon: str) -> tuple[str, str] | None:
    """The sentence with the value of the rule that fired for the neighbour, if it does not itself
    rest on the border, and the name of the amount."""
    op_pad = _na(aanleiding, grens.poort)
    for eigenschap in bewaakte_bedragen(grens):
        if eigenschap[0] != persoon:
            continue
        bedrag = bedrag_van(aanleiding, eigenschap)
        for stand in bedrag.standen:
            resultaat = stand.tekst.resultaat
            if not isinstance(resultaat, t.Gelijkstelling) or stand.tekst.variabelen:
                continue
            if set(gelezen_door(replace(stand.versie, voorwaarde=None))) & op_pad:
                continue
            if _vuurt(aanleiding.paar, stand.versie.id):
                naam = bedrag.attribuut.naam
                wie = f"{z.lidwoord(aanleiding, persoon)} {persoon}"
                deel = f"{z.lidwoord(aanleiding, naam)} {naam} van {wie}"
                waarde = z.uitdrukking(resultaat.waarde)
                return f"In dat geval moet {deel} gesteld worden op {waarde}.", naam
    return None


AFZIEN = "het orgaan ziet hier af van het hele bedrag; het kan ook een deel zijn"


def _afzien(aanleiding: Aanleiding, persoon: str) -> tuple[str, str] | None:
    """Of a recovery: nothing is recovered."""
    try:
        objecttype, naam = last(aanleiding)
        terug = bedrag_van(aanleiding, (objecttype, naam))
    except Onmogelijk:
        return None
    if objecttype != persoon:
        return None
    wie = f"{z.lidwoord(aanleiding, persoon)} {persoon}"
    deel = f"{z.lidwoord(aanleiding, naam)} {naam} van {wie}"
    nul = z.nul(terug.attribuut.type)
    return f"In dat geval moet {deel} gesteld worden op {nul}.", AFZIEN


def _vuurt(paar: Tweeling, regel: str) -> bool:
    """Whether a rule fired for the neighbour."""
    alle = range(len(paar.grond.steps))
    return regel in {r for _, r in paar.uitslag_buur.gevuurd(*alle)}


def _na(aanleiding: Aanleiding, poort: Eigenschap) -> set[Eigenschap]:
    """The properties that depend on the border."""
    gezien, stapel = {poort}, [poort]
    while stapel:
        eigenschap = stapel.pop()
        for versie in aanleiding.plan.versies.values():
            nieuw = (versie.onderwerp.doeltype, versie.eigenschap)
            if eigenschap in set(gelezen_door(versie)) and nieuw not in gezien:
                gezien.add(nieuw)
                stapel.append(nieuw)
    return gezien


def _opmerkingen(aanleiding: Aanleiding, rekent: bool, reden: str) -> tuple[str, ...]:
    """What Aanwijzing 5.25 and 5.26 ask about a clause."""
    uit = ["de proef zegt ja voor wie hard wordt geraakt; over een echt geval oordeelt een mens"]
    if aanleiding.bevinding.klasse == "R":
        uit.append(
            "Aanwijzing 5.25 vraagt terughoudendheid: dit gevolg is vooraf te beschrijven, dus "
            "herstel van de regel gaat voor"
        )
    if not rekent:
        uit.append(f"deze clausule rekent niets uit: {reden}")
    elif reden:
        uit.append(reden)
    return tuple(uit)


CLAUSULE = Sjabloon(
    "clausule",
    "hardheidsclausule",
    "Een orgaan kan in een individueel geval afwijken van de artikelen die het gevolg geven.",
    past,
    maak,
)
