"""Decision tables: each row and conclusion column is a rule of its own. [7]"""

from __future__ import annotations

from dataclasses import replace

from wetsanalyse.model.condities import een_van, naam_van, niet, vergelijk
from wetsanalyse.model.expressies import enkele, waarde
from wetsanalyse.model.herkomst import Bronnen, aangevuld, herkomst, meld_zonder_bron
from wetsanalyse.model.ketens import is_object
from wetsanalyse.model.model import Herkomst, Onderwerp, Regel, Regelversie
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.onderwerpen import onderwerp
from wetsanalyse.model.regels import (
    Gelezen,
    doelattribuut,
    overlap,
    toe_te_kennen,
    toewijsbaar,
)
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, faal
from wetsanalyse.model.terms import Bewerking, Term
from wetsanalyse.model.types import BOOLEAN
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic

CONCLUSIES = ("gelijkstelling", "kenmerk")


def los_tabel_op(blok: tree.Beslistabel, tabel: Tabel, bronnen: Bronnen) -> Gelezen:
    """Resolve a decision table; every faulty cell is reported."""
    meldingen: list[Diagnostic] = []
    fouten: list[Onoplosbaar] = []
    algemeen = herkomst(blok.herkomst, bronnen, meldingen)
    versies: list[Regelversie] = []
    for nummer, versie in enumerate(blok.versies, start=1):
        eigen = aangevuld(herkomst(versie.herkomst, bronnen, meldingen), algemeen)
        meld_zonder_bron(blok.naam.tekst, eigen, blok.naam.span, meldingen)
        for i, kolom in enumerate(versie.kolommen):
            if _is_conclusie(kolom):
                versies += _kolom(blok.naam.tekst, nummer, versie, i, eigen, tabel, fouten)
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
    tabel: Tabel,
    fouten: list[Onoplosbaar],
) -> list[Regelversie]:
    kolom = versie.kolommen[i]
    assert isinstance(kolom.onderwerp, tree.Keten)
    schakels = kolom.onderwerp.schakels
    try:
        over, omg = onderwerp(
            schakels[1:] if kolom.soort == "gelijkstelling" else schakels, tabel, kolom.span
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
            eigenschap, term = _conclusie(kolom, cel, over, omg)
            voorwaarde = _voorwaarde(versie.kolommen, rij, omg)
        except Onoplosbaar as e:
            fouten.append(e)
            continue
        versies.append(
            replace(
                basis,
                eigenschap=eigenschap,
                waarde=term,
                voorwaarde=voorwaarde,
                rij=rij.nummer,
                span=rij.span,
            )
        )
    return versies


def _conclusie(
    kolom: tree.Kolom, cel: tree.Expressie, over: Onderwerp, omg: Omgeving
) -> tuple[str, Term | None]:
    if kolom.soort == "gelijkstelling":
        assert isinstance(kolom.onderwerp, tree.Keten)
        attribuut = doelattribuut(kolom.onderwerp, over, omg)
        return attribuut.naam, toewijsbaar(enkele(cel, omg), attribuut, cel.span, omg)
    if not (isinstance(cel, tree.Waarheid) and cel.waarde):
        raise faal("BT-CEL", cel.span, "onder een kenmerk als conclusie staat “waar” of “n.v.t.”")
    assert kolom.naam is not None
    assert kolom.werkwoord is not None
    return toe_te_kennen(kolom.naam, kolom.werkwoord, over, omg), None


def _voorwaarde(kolommen: tuple[tree.Kolom, ...], rij: tree.Rij, omg: Omgeving) -> Term | None:
    """All condition columns together; ``n.v.t.`` does not count."""
    testen = [
        _test(kolom, cel, omg)
        for kolom, cel in zip(kolommen, rij.cellen, strict=True)
        if not _is_conclusie(kolom) and cel is not None
    ]
    if not testen:
        return None
    return Bewerking("TEL", tuple(testen), BOOLEAN, ("alle", 0), span=rij.span)


def _test(kolom: tree.Kolom, cel: tree.Expressie, omg: Omgeving) -> Term:
    if kolom.soort == "vergelijking":
        assert kolom.woord is not None
        vraag = tree.Vergelijking(kolom.onderwerp, kolom.woord, cel, span=cel.span)
        if isinstance(cel, tree.Opsomming):
            return een_van(vraag, cel, omg)
        links = enkele(kolom.onderwerp, omg)
        return vergelijk(links, kolom.woord, enkele(cel, omg), cel.span, omg)
    if not isinstance(cel, tree.Waarheid):
        raise faal("BT-CEL", cel.span, "onder deze kolom staat “waar”, “onwaar” of “n.v.t.”")
    object_ = waarde(kolom.onderwerp, omg)
    if not is_object(object_):
        raise faal("PR-SOORT", kolom.span, "vóór een kenmerk hoort een object")
    assert kolom.naam is not None
    assert kolom.werkwoord is not None
    vraag_naam = tree.Naamtest(
        kolom.onderwerp, kolom.werkwoord, kolom.naam, kolom.ontkend, span=kolom.span
    )
    test = naam_van(object_, vraag_naam, omg)  # type: ignore[arg-type]
    return test if cel.waarde != kolom.ontkend else niet(test)
