"""Hardheidsclausules: their reach, their condition and their effect. [uitbreidingen 4]"""

from __future__ import annotations

from collections.abc import Mapping

from wetsanalyse.model.condities import conditie
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.herkomst import Bronnen, herkomst, vindplaats
from wetsanalyse.model.ketens import keten
from wetsanalyse.model.lezen_termen import normen_in
from wetsanalyse.model.model import (
    Clausuleversie,
    Hardheidsclausule,
    Reikwijdte,
)
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.rekentypen import omgerekend
from wetsanalyse.model.tabel import Tabel, faal, vouw
from wetsanalyse.model.terms import (
    Instantie,
    Lees,
    Term,
)
from wetsanalyse.model.verzameld import Verzameld, veilig
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import fout, waarschuwing


def clausule(
    blok: tree.Hardheidsclausule,
    tabel: Tabel,
    bronnen: Bronnen,
    regels: Mapping[str, str],
    v: Verzameld,
) -> Hardheidsclausule:
    bereik = [_reikwijdte(r, bronnen, regels, v) for r in blok.reikwijdte]
    versies = [veilig(v, _clausuleversie, versie, tabel) for versie in blok.versies]
    gevolgen = [versie.gevolg for versie in blok.versies if versie.gevolg is not None]
    v.meldingen += [_gevolg_nog_niet(gevolg.span) for gevolg in gevolgen]
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


def _gevolg_nog_niet(span: Span) -> Diagnostic:
    return waarschuwing(
        "CL-NOG-NIET",
        span,
        "het gevolg van een clausule wordt gelezen, maar nog niet uitgerekend: uitkomsten en "
        "uitleg laten het weg",
        hulp=("reken het gevolg voorlopig met een eigen regel uit",),
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
    gevolg: tuple[str, Term] | None = None
    if node.gevolg is not None:
        doel = keten(node.gevolg.doel, omg, enkele)
        if not isinstance(doel, Lees):
            raise faal("CL-GEVOLG", node.gevolg.span, "het gevolg moet een attribuut zetten")
        waarde = enkele(node.gevolg.waarde, omg)
        waarde = omgerekend(waarde, doel.type.eenheid, tabel, node.gevolg.waarde.span, doel.type)
        gevolg = (doel.eigenschap, waarde)
    normen = tuple(sorted(set(normen_in(voorwaarde))))
    return Clausuleversie(
        node.geldigheid.van, node.geldigheid.tot, node.orgaan.tekst, typen[0], voorwaarde,
        normen, gevolg,
    )  # fmt: skip
