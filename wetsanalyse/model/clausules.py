"""Hardheidsclausules: their reach, their condition and their effect. [uitbreidingen 4]"""

from __future__ import annotations

from collections.abc import Mapping

from wetsanalyse.model.condities import conditie
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.herkomst import Bronnen, herkomst, vindplaats
from wetsanalyse.model.ketens import is_object, keten
from wetsanalyse.model.lezen_termen import normen_in
from wetsanalyse.model.model import (
    Clausulegevolg,
    Clausuleversie,
    Hardheidsclausule,
    Reikwijdte,
)
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.resultaten import toegekend
from wetsanalyse.model.tabel import Tabel, faal, vouw
from wetsanalyse.model.terms import (
    Instantie,
    Lees,
    Term,
)
from wetsanalyse.model.toewijzen import eis_korrel
from wetsanalyse.model.verzameld import Verzameld, veilig
from wetsanalyse.syntax import tree
from wetsanalyse.text.diagnostic import fout

SOORT = "Hardheidsclausule"
"""Before its name, a clause is called this where rules are called by theirs."""


def clausule(
    blok: tree.Hardheidsclausule,
    tabel: Tabel,
    bronnen: Bronnen,
    regels: Mapping[str, str],
    v: Verzameld,
) -> Hardheidsclausule:
    if vouw(kop := f"{SOORT} {blok.naam.tekst}") in regels:
        v.meldingen.append(
            fout(
                "CL-NAAM",
                blok.naam.span,
                f"er is ook een regel “{kop}”: in de uitleg heten zij dan hetzelfde",
                hulp=("geef de regel een andere naam",),
            )
        )
    bereik = [_reikwijdte(r, bronnen, regels, v) for r in blok.reikwijdte]
    versies = [veilig(v, _clausuleversie, versie, tabel) for versie in blok.versies]
    return Hardheidsclausule(
        blok.naam.tekst,
        herkomst(blok.herkomst, bronnen, v.meldingen),
        tuple(r for r in bereik if r is not None),
        blok.voor,
        blok.toepassing,
        blok.door,
        tuple(c for c in versies if c is not None),
        blok.naam.span,
    )


def _reikwijdte(
    node: tree.Reikwijdte, bronnen: Bronnen, regels: Mapping[str, str], v: Verzameld
) -> Reikwijdte | None:
    if node.regel is not None:
        naam = regels.get(vouw(node.regel.tekst))
        if naam is None:
            v.meldingen.append(
                fout("CL-REGEL", node.span, f"Regel “{node.regel.tekst}” bestaat niet")
            )
            return None
        return Reikwijdte(regel=naam, span=node.span)
    if node.bron is not None:
        plaats = vindplaats(node.bron, bronnen, v.meldingen)
        return Reikwijdte(plaats=plaats, span=node.span) if plaats else None
    regeling = bronnen.op_naam.get(vouw(node.regeling or ""))
    if regeling is None:
        v.meldingen.append(
            fout(
                "BR-REGELING",
                node.span,
                f"“{node.regeling}” is geen bekende regeling",
                hulp=("schrijf een blok “Regeling …” voor deze regeling",),
            )
        )
        return None
    return Reikwijdte(regeling=regeling.afkorting, span=node.span)


def _clausuleversie(node: tree.Clausuleversie, tabel: Tabel) -> Clausuleversie:
    laatste = node.onderwerp.schakels[-1]
    naam = laatste.naam.tekst if isinstance(laatste, tree.Schakel) else ""
    typen = [b.naam for b in tabel.zoek(naam, "objecttype") if b.naam in tabel.objecttypen]
    if not typen:
        raise faal("CL-ONDERWERP", node.onderwerp.span, f"“{naam}” is geen objecttype")
    persoon = Instantie(0, typen[0])
    omg = Omgeving(tabel, hij=persoon, vrij=1).met(frozenset({vouw(naam)}), persoon)
    voorwaarde = conditie(node.voorwaarde, omg) if node.voorwaarde is not None else None
    gevolg = None if node.gevolg is None else _gevolg(node.gevolg, voorwaarde, omg, persoon)
    normen = tuple(sorted(set(normen_in(voorwaarde))))
    return Clausuleversie(
        node.geldigheid.van, node.geldigheid.tot, node.orgaan.tekst, typen[0], voorwaarde,
        normen, gevolg, node.span,
    )  # fmt: skip


def _gevolg(
    node: tree.Gelijkstelling, voorwaarde: Term | None, omg: Omgeving, persoon: Instantie
) -> Clausulegevolg:
    """What the second sentence sets. It never holds by itself: a clause is a power, so there
    must be something that says when it is used."""
    doel = keten(node.doel, omg, enkele)
    if is_object(doel) or not isinstance(doel, Lees) or doel.type.meervoudig:
        raise faal("CL-GEVOLG", node.span, "het gevolg moet één attribuut zetten")
    attribuut = omg.tabel.objecttypen[persoon.objecttype].attributen.get(doel.eigenschap)
    if doel.object != persoon or attribuut is None:
        raise faal(
            "CL-GEVOLG",
            node.doel.span,
            f"het gevolg moet een attribuut van de {persoon.objecttype} zelf zetten",
            hulp=("maak een clausule ten aanzien van degene van wie het attribuut is",),
        )
    if voorwaarde is None:
        raise faal(
            "CL-ALTIJD",
            node.span,
            "dit gevolg heeft geen voorwaarde en zou dus altijd gelden",
            hulp=("schrijf “indien …”; is het een oordeel, noem dan een open norm",),
        )
    eis_korrel(attribuut.tijdlijn, [voorwaarde.type.korrel], attribuut.naam, node.span)
    return Clausulegevolg(doel, toegekend(node.waarde, attribuut, omg))
