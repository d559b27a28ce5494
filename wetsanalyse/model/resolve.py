"""From the tree to the model: the order of the steps, and the second try for greedy names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from wetsanalyse.model.blokken import lees_blok
from wetsanalyse.model.declaraties import declareer
from wetsanalyse.model.herkomst import Bronnen, lees_regelingen
from wetsanalyse.model.model import Model, Parameter, Regel
from wetsanalyse.model.naamoverlap import naamoverlap
from wetsanalyse.model.regels import Gelezen, los_regel_op
from wetsanalyse.model.tabel import Tabel, vouw
from wetsanalyse.model.tabellen import los_tabel_op
from wetsanalyse.model.verzameld import Verzameld
from wetsanalyse.syntax import Ontleding, tree
from wetsanalyse.text import Diagnostic, Result, Span, Verwijzing
from wetsanalyse.text.diagnostic import fout, waarschuwing

Plek = tuple[int, int]
POGINGEN = 4
"""How often a block is read again after a name match turned out too greedy."""


def resolve(ontleding: Ontleding) -> Result[Model]:
    """Resolve all blocks. The model holds what is right; the messages say what is not."""
    blokken = tuple(b for bestand in ontleding.bestanden for b in bestand.blokken)
    gedeclareerd = declareer(blokken, ontleding.lexicon)
    tabel = gedeclareerd.value
    meldingen = list(gedeclareerd.diagnostics)
    meldingen += naamoverlap(tabel, _rolspans(blokken))
    bronnen = lees_regelingen(blokken, meldingen)
    regels = _regels(blokken, tabel, bronnen, ontleding, meldingen)
    verzameld = Verzameld()
    namen = {vouw(naam): naam for naam in regels}
    for blok in blokken:
        lees_blok(blok, tabel, bronnen, namen, verzameld)
    meldingen += verzameld.meldingen
    if not any(m.is_fout for m in meldingen):
        meldingen += _uitkomst_ontbreekt(verzameld, blokken)
        meldingen += _uitkomst_zonder_regel(verzameld, regels)
    return Result(_model(tabel, bronnen, regels, verzameld, blokken), tuple(meldingen))


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
    for blok in blokken:
        if isinstance(blok, tree.Regel):
            gelezen = _met_herkansing(blok, tabel, bronnen, ontleding, los_regel_op)
        elif isinstance(blok, tree.Beslistabel):
            gelezen = _met_herkansing(blok, tabel, bronnen, ontleding, los_tabel_op)
        else:
            continue
        soort = type(blok).__name__
        context = f"{soort} “{blok.naam.tekst}”"
        meldingen += [
            m if m.context else replace(m, context=context)
            for m in (*gelezen.meldingen, *(f.melding for f in gelezen.onoplosbaar))
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
            regels[blok.naam.tekst] = gelezen.regel
    return regels


def _met_herkansing(
    blok: tree.Regel | tree.Beslistabel,
    tabel: Tabel,
    bronnen: Bronnen,
    ontleding: Ontleding,
    los_op: Callable[..., Gelezen],
) -> Gelezen:
    """Resolve; where a name does not fit its place, give that match back and read again.

    A reading is kept when it has fewer faults than the best so far."""
    beste, verboden = los_op(blok, tabel, bronnen), frozenset[Plek]()
    geprobeerd: set[Plek] = set()
    for _ in range(POGINGEN):
        kandidaten = [p for p in _te_gretig(beste) if p not in geprobeerd]
        if not kandidaten:
            break
        geprobeerd.update(kandidaten)
        # All at once first; one bad ban must not spoil the others, so then one by one.
        for keuze in dict.fromkeys((tuple(kandidaten), *((k,) for k in kandidaten))):
            opnieuw = ontleding.herlees(blok, verboden | set(keuze))
            if not opnieuw.ok:
                continue
            gelezen = los_op(opnieuw.value, tabel, bronnen)
            if len(gelezen.onoplosbaar) < len(beste.onoplosbaar):
                beste, verboden = gelezen, verboden | set(keuze)
                break
    return beste


def _te_gretig(gelezen: Gelezen) -> list[Plek]:
    """The matches of more than one word that did not fit their place."""
    return [
        (f.verboden.start, f.verboden.eind)
        for f in gelezen.onoplosbaar
        if f.verboden is not None and " " in f.verboden.tekst.strip()
    ]


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
        (versie.onderwerp.doeltype, versie.eigenschap)
        for regel in regels.values()
        for versie in regel.versies
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
        tuple(v.organen),
        tuple(v.uitkomsten),
        MappingProxyType(v.bereiken),
        tuple(v.normen),
        tuple(v.aanvaard),
        tabel.eenheden,
    )
