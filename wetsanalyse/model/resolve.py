"""From the tree to the model: the order of the steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from wetsanalyse.model.blokken import lees_blok
from wetsanalyse.model.bloknamen import Bloknamen
from wetsanalyse.model.declaraties import declareer
from wetsanalyse.model.dubbelnaam import dubbele_namen
from wetsanalyse.model.herkansing import met_herkansing
from wetsanalyse.model.herkomst import Bronnen, lees_regelingen
from wetsanalyse.model.lezen_termen import gezet_door
from wetsanalyse.model.model import Model, Parameter, Regel
from wetsanalyse.model.modelcontroles import ongebruikt, over_het_geheel
from wetsanalyse.model.naamoverlap import naamoverlap
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.organen import geen_ministerie
from wetsanalyse.model.regels import los_regel_op
from wetsanalyse.model.tabel import Tabel, vouw
from wetsanalyse.model.tabellen import los_tabel_op
from wetsanalyse.model.verzameld import Verzameld
from wetsanalyse.syntax import Ontleding, tree
from wetsanalyse.text import Diagnostic, Result, Span, Verwijzing
from wetsanalyse.text.diagnostic import fout, waarschuwing


def resolve(ontleding: Ontleding) -> Result[Model]:
    """Resolve all blocks. The model holds what is right; the messages say what is not."""
    blokken = ontleding.blokken
    gedeclareerd = declareer(blokken, ontleding.lexicon)
    tabel = gedeclareerd.value
    meldingen = list(gedeclareerd.diagnostics)
    overlap = tuple(naamoverlap(tabel, _rolspans(blokken)))
    meldingen += (*overlap, *dubbele_namen(tabel, overlap))
    bronnen = lees_regelingen(blokken, meldingen)
    regels = _regels(blokken, tabel, bronnen, ontleding, meldingen)
    verzameld = Verzameld()
    namen = Bloknamen.van(blokken, regels)

    def lees(blok: tree.Blok, v: Verzameld) -> None:
        lees_blok(blok, tabel, bronnen, namen, v)

    for blok in blokken:
        verzameld = _lees_eigen(blok, ontleding, lees, verzameld)
    meldingen += verzameld.meldingen
    meldingen += geen_ministerie(blokken, verzameld.organen)
    model = _model(tabel, bronnen, regels, verzameld, blokken)
    meldingen += over_het_geheel(model, blokken)
    if not any(m.is_fout for m in meldingen):
        meldingen += _uitkomst_ontbreekt(verzameld, blokken)
        meldingen += _uitkomst_zonder_regel(verzameld, regels)
        meldingen += ongebruikt(model)
    return Result(model, tuple(ontleding.lezingen.verplaats(meldingen)))


def _rolspans(blokken: tuple[tree.Blok, ...]) -> dict[tuple[str, int], Span]:
    return {
        (blok.naam.tekst, nummer): rol.naam.span
        for blok in blokken
        if isinstance(blok, tree.Feittype)
        for nummer, rol in enumerate(blok.rollen)
    }


def _regels(
    blokken: tuple[tree.Blok, ...],
    tabel: Tabel,
    bronnen: Bronnen,
    ontleding: Ontleding,
    meldingen: list[Diagnostic],
) -> dict[str, Regel]:
    regels: dict[str, Regel] = {}
    groepen = _groepen(blokken)
    bekend = {
        vouw(b.naam.tekst): b for b in blokken if isinstance(b, tree.Regel | tree.Beslistabel)
    }
    omg = Omgeving(tabel, regels=MappingProxyType(bekend))
    for blok in blokken:
        if isinstance(blok, tree.Regel):
            gelezen, dubbel = met_herkansing(
                blok, ontleding, lambda b: los_regel_op(b, omg, bronnen)
            )
        elif isinstance(blok, tree.Beslistabel):
            gelezen, dubbel = met_herkansing(
                blok, ontleding, lambda b: los_tabel_op(b, omg, bronnen)
            )
        else:
            continue
        soort = type(blok).__name__
        context = f"{soort} “{blok.naam.tekst}”"
        meldingen += [
            m if m.context else replace(m, context=context)
            for m in (*gelezen.meldingen, *(f.melding for f in gelezen.onoplosbaar), *dubbel)
        ]
        eerder = next((r for n, r in regels.items() if vouw(n) == vouw(blok.naam.tekst)), None)
        if eerder is not None:
            verwant = (Verwijzing(eerder.span, "hier staat de eerste"),) if eerder.span else ()
            meldingen.append(
                fout(
                    "RG-NAAM-DUBBEL",
                    blok.naam.span,
                    f"er is al een regel “{blok.naam.tekst}”",
                    hulp=("geef de regel een andere naam, of maak er een versie van",),
                    verwant=verwant,
                )
            )
        elif gelezen.regel is not None:
            groep = groepen.get(vouw(blok.naam.tekst))
            regels[blok.naam.tekst] = replace(gelezen.regel, groep=groep)
    return regels


def _groepen(blokken: tuple[tree.Blok, ...]) -> dict[str, str]:
    """The recursive group of each rule that is in one. [4.9]"""
    return {
        vouw(regel.naam.tekst): groep.naam.tekst
        for groep in blokken
        if isinstance(groep, tree.Regelgroep) and groep.recursief
        for regel in groep.regels
    }


def _lees_eigen(
    blok: tree.Blok,
    ontleding: Ontleding,
    lees: Callable[[tree.Blok, Verzameld], None],
    v: Verzameld,
) -> Verzameld:
    """Our own blocks get a second try too: each try adds to a copy of what was gathered."""

    def los_op(node: tree.Blok) -> Verzameld:
        kopie = v.kopie()
        lees(node, kopie)
        return kopie

    if not ontleding.meerduidig(blok):
        lees(blok, v)
        return v
    gelezen, dubbel = met_herkansing(blok, ontleding, los_op)
    gelezen.meldingen += dubbel
    return gelezen


def _uitkomst_ontbreekt(v: Verzameld, blokken: tuple[tree.Blok, ...]) -> list[Diagnostic]:
    regels = [b for b in blokken if isinstance(b, tree.Regel)]
    if v.uitkomsten or not regels or not any(isinstance(b, tree.Regeling) for b in blokken):
        return []
    return [
        waarschuwing(
            "UI-ONTBREEKT",
            None,
            "geen blok “Uitkomst van een …”: niet te zeggen is wat voor of tegen de burger telt",
            hulp=("schrijf een blok Uitkomst; zonder zo'n blok wordt geen hardheid gezocht",),
        )
    ]


def _uitkomst_zonder_regel(v: Verzameld, regels: dict[str, Regel]) -> list[Diagnostic]:
    """An outcome that no rule sets is the same for everybody: nothing can be found on it."""
    gezet = {
        eigenschap
        for regel in regels.values()
        for versie in regel.versies
        for eigenschap in gezet_door(versie)
    }
    return [
        waarschuwing(
            "UI-ZONDER-REGEL",
            lees.span,
            f"geen enkele regel stelt “{lees.eigenschap}” van {lees.object.objecttype} vast: "
            "hier valt niets aan te onderzoeken",
            hulp=("schrijf de regel die deze uitkomst bepaalt, of noem een andere uitkomst",),
        )
        for uitkomst in v.uitkomsten
        for lees in (*uitkomst.voordelen, *uitkomst.nadelen)
        if (lees.object.objecttype, lees.eigenschap) not in gezet
    ]


def _model(
    tabel: Tabel,
    bronnen: Bronnen,
    regels: dict[str, Regel],
    v: Verzameld,
    blokken: tuple[tree.Blok, ...],
) -> Model:
    spans = {b.naam.tekst: b.naam.span for b in blokken if isinstance(b, tree.Parameter)}
    parameters = {
        naam: Parameter(naam, type_, tuple(w for w, _ in v.waarden.get(naam, [])), spans.get(naam))
        for naam, type_ in tabel.parameters.items()
    }
    return Model(
        MappingProxyType(dict(bronnen.regelingen)),
        tabel.objecttypen,
        tabel.enumeraties,
        tabel.feittypen,
        MappingProxyType(parameters),
        MappingProxyType(regels),
        MappingProxyType(v.clausules),
        MappingProxyType(v.open_normen),
        MappingProxyType(v.organen),
        tuple(v.uitkomsten),
        MappingProxyType(v.bereiken),
        tuple(v.normen),
        tuple(v.aanvaard),
        tabel.eenheden,
        tabel.dimensies,
        tabel.dagsoorten,
        tabel.tijdlijnen,
        MappingProxyType(v.gebeurtenissen),
        MappingProxyType(v.verplichtingen),
    )
