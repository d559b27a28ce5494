"""Rules: result, condition and variables, version by version. [2, 4]"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wetsanalyse.model.condities import conditie, fouten_in, pas_enumeratie
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.herkomst import Bronnen, aangevuld, herkomst, meld_zonder_bron
from wetsanalyse.model.linter import doorloop, verkeerd_werkwoord, waarschuwingen
from wetsanalyse.model.model import (
    GEEN_HERKOMST,
    Attribuut,
    Onderwerp,
    Regel,
    Regelversie,
    Variabele,
)
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.onderwerpen import onderwerp
from wetsanalyse.model.rekentypen import omgerekend
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, faal, vouw
from wetsanalyse.model.terms import Constante, Lees, Term
from wetsanalyse.model.types import Soort
from wetsanalyse.model.waarden import buiten_type
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import fout


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What came of one rule: its versions, and every fault that was met."""

    regel: Regel | None
    onoplosbaar: tuple[Onoplosbaar, ...]
    meldingen: tuple[Diagnostic, ...]


def los_regel_op(blok: tree.Regel, tabel: Tabel, bronnen: Bronnen) -> Gelezen:
    """Resolve one rule. A fault in one version leaves the others."""
    meldingen: list[Diagnostic] = []
    fouten: list[Onoplosbaar] = []
    algemeen = herkomst(blok.herkomst, bronnen, meldingen)
    versies: list[Regelversie] = []
    for nummer, versie in enumerate(blok.versies, start=1):
        eigen = aangevuld(herkomst(versie.herkomst, bronnen, meldingen), algemeen)
        meld_zonder_bron(blok.naam.tekst, eigen, blok.naam.span, meldingen)
        gelezen, problemen = _versie(blok.naam.tekst, nummer, versie, tabel)
        fouten += problemen
        if gelezen is not None:
            versies.append(replace(gelezen, herkomst=eigen))
        context = f"Regel “{blok.naam.tekst}”"
        meldingen += waarschuwingen(versie, tabel, context)
        if gelezen is not None and isinstance(versie.resultaat, tree.Gelijkstelling):
            doeltype = tabel.objecttypen[gelezen.onderwerp.doeltype]
            doel = doeltype.attributen[gelezen.eigenschap]
            meldingen += verkeerd_werkwoord(versie.resultaat, doel, context)
    meldingen += overlap(blok.naam.tekst, [(v.geldigheid, v.span) for v in blok.versies])
    regel = Regel(blok.naam.tekst, tuple(versies), blok.span)
    return Gelezen(regel, tuple(fouten), tuple(meldingen))


def overlap(naam: str, versies: list[tuple[tree.Geldigheid, Span]]) -> Iterator[Diagnostic]:
    """Versions of one rule may not overlap; bounds are inclusive. [2.1]"""
    for i, (een, _) in enumerate(versies):
        for ander, _ in versies[i + 1 :]:
            begint_voor_eind = een.van is None or ander.tot is None or een.van <= ander.tot
            eindigt_na_begin = een.tot is None or ander.van is None or ander.van <= een.tot
            if begint_voor_eind and eindigt_na_begin:
                yield fout(
                    "RG-OVERLAP",
                    ander.span,
                    f"twee versies van “{naam}” gelden op dezelfde dag",
                    hulp=("laat de ene versie eindigen op de dag voor de andere begint",),
                )


def _versie(
    naam: str, nummer: int, versie: tree.Regelversie, tabel: Tabel
) -> tuple[Regelversie | None, list[Onoplosbaar]]:
    resultaat = versie.resultaat
    schakels = (
        resultaat.onderwerp.schakels
        if isinstance(resultaat, tree.Kenmerktoekenning)
        else resultaat.doel.schakels[1:]
    )
    try:
        over, omg = onderwerp(schakels, tabel, resultaat.span)
    except Onoplosbaar as e:
        return None, [e]
    fouten: list[Onoplosbaar] = []
    variabelen, omg = _variabelen(versie.variabelen, omg, fouten)
    voorwaarde: Term | None = None
    if versie.voorwaarde is not None:
        gevonden = fouten_in(versie.voorwaarde, omg)
        fouten += gevonden
        if not gevonden:
            try:
                voorwaarde = conditie(versie.voorwaarde, omg)
            except Onoplosbaar as e:
                fouten.append(e)
    try:
        soort, eigenschap, waarde = _resultaat(resultaat, over, omg)
    except Onoplosbaar as e:
        return None, _zonder_gevolgen([*fouten, e], versie, variabelen)
    if fouten:
        return None, _zonder_gevolgen(fouten, versie, variabelen)
    geldigheid = versie.geldigheid
    return (
        Regelversie(
            naam, nummer, geldigheid.van, geldigheid.tot, GEEN_HERKOMST, over, soort,
            eigenschap, waarde, voorwaarde, variabelen, span=versie.span,
        ),
        [],
    )  # fmt: skip


def _zonder_gevolgen(
    fouten: list[Onoplosbaar], versie: tree.Regelversie, goede: tuple[Variabele, ...]
) -> list[Onoplosbaar]:
    """Without the faults that only say that a faulty variable is not known."""
    bekend = {vouw(v.naam) for v in goede}
    kapot = {vouw(v.naam.tekst) for v in versie.variabelen} - bekend
    return [
        f
        for f in fouten
        if not (
            f.melding.code == "NM-SOORT"
            and f.melding.span is not None
            and vouw(f.melding.span.tekst) in kapot
        )
    ]


def _variabelen(
    nodes: tuple[tree.Variabele, ...], omg: Omgeving, fouten: list[Onoplosbaar]
) -> tuple[tuple[Variabele, ...], Omgeving]:
    """Local variables in order; each may use only those named before it. [2.2]"""
    variabelen: list[Variabele] = []
    for i, node in enumerate(nodes):
        try:
            _alleen_eerdere(node, nodes[i:])
            term = enkele(node.waarde, omg)
        except Onoplosbaar as e:
            fouten.append(e)
            continue
        variabelen.append(Variabele(node.naam.tekst, term))
        omg = omg.met_variabele(node.naam.tekst, term.type)
    return tuple(variabelen), omg


def _alleen_eerdere(node: tree.Variabele, later: tuple[tree.Variabele, ...]) -> None:
    """Raise when a variable uses itself or one that comes later. [2.2]"""
    namen = {vouw(v.naam.tekst) for v in later}
    for deel in doorloop(node.waarde):
        if isinstance(deel, tree.Keten) and isinstance(deel.schakels[-1], tree.Schakel):
            naam = deel.schakels[-1].naam
            if vouw(naam.tekst) in namen and deel.schakels[-1].bepaling is None:
                zelf = vouw(naam.tekst) == vouw(node.naam.tekst)
                raise faal(
                    "VA-LATER",
                    naam.span,
                    f"variabele “{naam.tekst}” gebruikt zichzelf"
                    if zelf
                    else f"variabele “{naam.tekst}” wordt pas later genoemd",
                    hulp=("zet een variabele onder de variabelen die zij gebruikt",),
                )


def _resultaat(
    node: tree.Resultaat, over: Onderwerp, omg: Omgeving
) -> tuple[str, str, Term | None]:
    if isinstance(node, tree.Kenmerktoekenning):
        return "kenmerk", toe_te_kennen(node.naam, node.werkwoord, over, omg), None
    attribuut = doelattribuut(node.doel, over, omg)
    waarde = toewijsbaar(enkele(node.waarde, omg), attribuut, node.waarde.span, omg)
    soort = "gelijkstelling" if isinstance(node, tree.Gelijkstelling) else "initialisatie"
    return soort, attribuut.naam, waarde


def toe_te_kennen(naam: tree.Naam, werkwoord: str, over: Onderwerp, omg: Omgeving) -> str:
    """The kenmerk that a rule gives. [4.2]"""
    kenmerk = omg.tabel.kenmerk(over.doeltype, naam.tekst)
    if kenmerk is None:
        rol = omg.tabel.rol_vanaf(over.doeltype, naam.tekst)
        if rol:
            nummer = "R-173 objectcreatie" if werkwoord == "heeft" else "R-176 feitcreatie"
            raise Onoplosbaar(fout("NOG-NIET", naam.span, f"{nummer} wordt nog niet gelezen"))
        kan = tuple(omg.tabel.objecttypen[over.doeltype].kenmerken)
        raise faal(
            "KT-ONBEKEND",
            naam.span,
            f"{over.doeltype} heeft geen kenmerk “{naam.tekst}”",
            hulp=(f"bekende kenmerken: {', '.join(kan)}",) if kan else (),
            verboden=naam.span,
        )
    if (kenmerk.soort == "bezittelijk") != (werkwoord == "heeft"):
        goed = "heeft" if kenmerk.soort == "bezittelijk" else "is"
        raise faal(
            "KT-WERKWOORD", naam.span,
            f"bij het {kenmerk.soort}e kenmerk “{kenmerk.naam}” hoort “{goed}”",
        )  # fmt: skip
    return kenmerk.naam


def doelattribuut(doel: tree.Keten, over: Onderwerp, omg: Omgeving) -> Attribuut:
    schakel = doel.schakels[0]
    assert isinstance(schakel, tree.Schakel)
    gevonden = omg.tabel.attribuut(over.doeltype, schakel.naam.tekst)
    if gevonden is None:
        kan = tuple(omg.tabel.objecttypen[over.doeltype].attributen)
        raise faal(
            "ON-ATTR-ONBEKEND",
            schakel.span,
            f"{over.doeltype} heeft geen attribuut “{schakel.naam.tekst}”",
            hulp=(f"bekende attributen: {', '.join(kan[:8])}",) if kan else (),
            verboden=schakel.naam.span,
        )
    return gevonden[0]


def toewijsbaar(term: Term, attribuut: Attribuut, span: Span, omg: Omgeving) -> Term:
    """The value as the attribute takes it: same kind, unit converted, decimals fit. [3.1, 4.1]"""
    doel = attribuut.type
    term = pas_enumeratie(term, Lees(omg.bindingen[0].term, attribuut.naam, doel), omg)
    if term.type.soort is not doel.soort or (
        doel.soort is Soort.ENUMERATIE and term.type.domein != doel.domein
    ):
        raise faal(
            "GS-TYPE",
            span,
            f"“{attribuut.naam}” is een {doel}, maar dit is een {term.type}",
        )
    if not doel.is_getal:
        return term
    try:
        term = omgerekend(term, doel.eenheid, omg.tabel, span, doel)
    except Onoplosbaar as e:
        m = e.melding
        raise faal(
            "GS-EENHEID",
            span,
            f"“{attribuut.naam}” is in {doel.eenheid or 'geen eenheid'}, "
            f"maar dit is in {term.type.eenheid or 'geen eenheid'}",
            hulp=m.hulp,
        ) from None
    if isinstance(term, Constante):
        gebrek = buiten_type(term.waarde, doel)
        if gebrek:
            raise faal("DT-BEREIK", span, f"voor “{attribuut.naam}”: {gebrek}")
        return term
    if doel.decimalen is None:
        return term
    if term.type.decimalen is None or term.type.decimalen > doel.decimalen:
        hoeveel = "onbeperkt veel" if term.type.decimalen is None else str(term.type.decimalen)
        raise faal(
            "GS-DECIMALEN",
            span,
            f"deze waarde kan {hoeveel} decimalen hebben, “{attribuut.naam}” heeft er "
            f"{doel.decimalen}",
            hulp=(
                (
                    f"rond expliciet af: “rekenkundig afgerond op {doel.decimalen} decimalen” "
                    "(of naar beneden, naar boven)"
                ),
            ),
        )
    return term
