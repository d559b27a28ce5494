"""Decision tables: each row and conclusion column is a rule of its own. [7]"""

from __future__ import annotations

from dataclasses import replace

from wetsanalyse.model.condities import conditie, een_van
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.herkomst import Bronnen, aangevuld, herkomst, meld_zonder_bron
from wetsanalyse.model.kwantiteiten import niet
from wetsanalyse.model.linter import waarschuwingen_tabel
from wetsanalyse.model.model import Herkomst, Onderwerp, Regel, Regelversie
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.onderwerpen import onderwerp
from wetsanalyse.model.regels import Gelezen, overlap
from wetsanalyse.model.resultaten import toe_te_kennen, toegekend
from wetsanalyse.model.tabel import Onoplosbaar, faal, vouw
from wetsanalyse.model.tabelcontrole import gaten_en_overlap
from wetsanalyse.model.terms import Cel, Term
from wetsanalyse.model.tijd import bewerk
from wetsanalyse.model.tijdtermen import eis_geen_tijd
from wetsanalyse.model.toewijzen import doelattribuut
from wetsanalyse.model.types import BOOLEAN
from wetsanalyse.model.vergelijken import vergelijk
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic

CONCLUSIES = ("gelijkstelling", "kenmerk")


def _heeft_beginwaarde(naam: str, omg: Omgeving) -> bool:
    """Whether a rule gives an attribute of this name its value where no row does. [4.6]"""
    return any(
        isinstance(versie.resultaat, tree.Initialisatie)
        and isinstance(kop := versie.resultaat.doel.schakels[0], tree.Schakel)
        and vouw(kop.naam.tekst) == vouw(naam)
        for regel in omg.regels.values()
        if isinstance(regel, tree.Regel)
        for versie in regel.versies
    )


def los_tabel_op(blok: tree.Beslistabel, basis: Omgeving, bronnen: Bronnen) -> Gelezen:
    """Resolve a decision table; every faulty cell is reported."""
    context = f"Beslistabel “{blok.naam.tekst}”"
    meldingen: list[Diagnostic] = []
    fouten: list[Onoplosbaar] = []
    algemeen = herkomst(blok.herkomst, bronnen, meldingen)
    versies: list[Regelversie] = []
    for nummer, versie in enumerate(blok.versies, start=1):
        eigen = aangevuld(herkomst(versie.herkomst, bronnen, meldingen), algemeen)
        meld_zonder_bron(blok.naam.tekst, eigen, blok.naam.span, meldingen)
        omg = replace(basis, zin=versie)
        for i, kolom in enumerate(versie.kolommen):
            if _is_conclusie(kolom):
                rijen = _kolom(blok.naam.tekst, nummer, versie, i, eigen, omg, fouten)
                if len(rijen) == len(versie.rijen):
                    gevonden = gaten_en_overlap(kolom.span, rijen, basis.tabel, context)
                    begint = rijen and _heeft_beginwaarde(rijen[0].eigenschap, basis)
                    meldingen += [m for m in gevonden if not (begint and m.code == "BT-GAT")]
                versies += rijen
        met_bron = bool(eigen.bronnen or eigen.teksten or eigen.onbevestigd)
        meldingen += waarschuwingen_tabel(versie, basis.tabel, context, met_bron)
    meldingen += overlap(blok.naam.tekst, [(v.geldigheid, v.span) for v in blok.versies])
    return Gelezen(
        Regel(blok.naam.tekst, tuple(versies), blok.span), tuple(fouten), tuple(meldingen)
    )


def _is_conclusie(kolom: tree.Kolom) -> bool:
    return kolom.soort in CONCLUSIES


def _kolom(
    naam: str,
    nummer: int,
    versie: tree.Tabelversie,
    i: int,
    eigen: Herkomst,
    basisomg: Omgeving,
    fouten: list[Onoplosbaar],
) -> list[Regelversie]:
    kolom = versie.kolommen[i]
    assert isinstance(kolom.onderwerp, tree.Keten)
    schakels = kolom.onderwerp.schakels
    try:
        over, omg = onderwerp(
            schakels[1:] if kolom.soort == "gelijkstelling" else schakels, basisomg, kolom.span
        )
    except Onoplosbaar as e:
        fouten.append(e)
        return []
    basis = Regelversie(
        naam, nummer, versie.geldigheid.van, versie.geldigheid.tot, eigen, over,
        kolom.soort, "", None, None, (), span=versie.span,
    )  # fmt: skip
    versies: list[Regelversie] = []
    for rij in versie.rijen:
        cel = rij.cellen[i]
        if cel is None:
            continue
        try:
            eigenschap, term, plek = _conclusie(kolom, cel, over, omg)
            voorwaarde = _voorwaarde(versie.kolommen, rij, omg)
        except Onoplosbaar as e:
            fouten.append(e)
            continue
        versies.append(
            replace(
                basis,
                eigenschap=eigenschap,
                waarde=term,
                cel=plek,
                voorwaarde=voorwaarde,
                rij=rij.nummer,
                span=rij.span,
            )
        )
    return versies


def _conclusie(
    kolom: tree.Kolom, cel: tree.Expressie, over: Onderwerp, omg: Omgeving
) -> tuple[str, Term | None, Cel]:
    if kolom.soort == "gelijkstelling":
        assert isinstance(kolom.onderwerp, tree.Keten)
        attribuut, plek = doelattribuut(kolom.onderwerp.schakels[0], over.doeltype, omg)
        return attribuut.naam, toegekend(cel, attribuut, omg), plek
    if not (isinstance(cel, tree.Waarheid) and cel.waarde):
        raise faal("BT-CEL", cel.span, "onder een kenmerk als conclusie staat “waar” of “n.v.t.”")
    assert kolom.naam is not None
    assert kolom.werkwoord is not None
    naam, tabel = kolom.naam, omg.tabel
    if tabel.kenmerk(over.doeltype, naam.tekst) is None and tabel.zoek(naam.tekst, "rol"):
        raise faal(
            "BT-SOORT",
            kolom.span,
            "een beslistabel geeft alleen waarden en kenmerken; zij maakt geen objecten of feiten",
            hulp=("schrijf hiervoor een gewone regel",),
        )
    return toe_te_kennen(naam, kolom.werkwoord, over, omg), None, ()


def _voorwaarde(kolommen: tuple[tree.Kolom, ...], rij: tree.Rij, omg: Omgeving) -> Term | None:
    """All condition columns together; ``n.v.t.`` does not count."""
    testen = [
        _test(kolom, cel, omg)
        for kolom, cel in zip(kolommen, rij.cellen, strict=True)
        if not _is_conclusie(kolom) and cel is not None
    ]
    if not testen:
        return None
    term = bewerk("TEL", tuple(testen), BOOLEAN, ("alle", 0), span=rij.span)
    eis_geen_tijd(term, rij.span)
    return term


def _test(kolom: tree.Kolom, cel: tree.Expressie, omg: Omgeving) -> Term:
    if kolom.soort == "vergelijking":
        assert kolom.woord is not None
        assert kolom.onderwerp is not None
        vraag = tree.Vergelijking(kolom.onderwerp, kolom.woord, cel, span=cel.span)
        if isinstance(cel, tree.Opsomming):
            return een_van(vraag, cel, omg)
        links = enkele(kolom.onderwerp, omg)
        return vergelijk(links, kolom.woord, enkele(cel, omg), cel.span, omg)
    if not isinstance(cel, tree.Waarheid):
        raise faal("BT-CEL", cel.span, "onder deze kolom staat “waar”, “onwaar” of “n.v.t.”")
    assert kolom.conditie is not None
    test = conditie(kolom.conditie, omg)
    return test if cel.waarde else niet(test)
