"""Faults and warnings that only the whole model shows: what nobody uses, what nobody defines,
and groups of rules that might never stop. [1.6, 1.12, 4.9]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wetsanalyse.model.gevolgen import Dagsoortbepaling, Objectcreatie
from wetsanalyse.model.lezen_termen import (
    DAGSOORT_PLUS,
    Eigenschap,
    eigenschappen_in,
    gelezen_door,
    gezet_door,
    parameters_in,
    parameters_van,
    termen,
    versie_termen,
)
from wetsanalyse.model.model import Clausuleversie, Model, Regelversie
from wetsanalyse.model.tabel import vouw
from wetsanalyse.model.terms import (
    Bewerking,
    Constante,
    Dagsoorttoets,
    Lees,
    Term,
    TermBasis,
    Variabeleterm,
)
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout, opmerking, waarschuwing


def over_het_geheel(model: Model, blokken: Iterable[tree.Blok]) -> Iterator[Diagnostic]:
    """The faults."""
    yield from _dagsoorten_zonder_regel(model)
    for blok in blokken:
        if isinstance(blok, tree.Regelgroep) and blok.recursief:
            yield from _recursie(blok, model)


def ongebruikt(model: Model) -> Iterator[Diagnostic]:
    """Warnings and remarks. A model without rules is only data: there nothing is unused."""
    if not model.regels:
        return
    yield from _ongebruikte_eigenschappen(model)
    yield from _ongebruikte_parameters(model)
    for regel in model.regels.values():
        for versie in regel.versies:
            yield from _ongebruikte_variabelen(versie)


def _alle_versies(model: Model) -> Iterator[Regelversie]:
    return (v for regel in model.regels.values() for v in regel.versies)


# ------------------------------------------------------------------ kinds of days


def _dagsoorten_zonder_regel(model: Model) -> Iterator[Diagnostic]:
    gedefinieerd = {
        v.gevolg.dagsoort for v in _alle_versies(model) if isinstance(v.gevolg, Dagsoortbepaling)
    }
    gemeld: set[str] = set()
    for versie in _alle_versies(model):
        for term in versie_termen(versie):
            naam = _dagsoort(term)
            if naam is not None and naam not in gedefinieerd | gemeld:
                gemeld.add(naam)
                yield fout(
                    "DS-GEEN-REGEL",
                    term.span,
                    f"geen enkele regel zegt welke dag een {naam} is",
                    hulp=(f"schrijf een regel “Een dag is een {naam} indien …”",),
                    context=f"Regel “{versie.regel}”",
                )


def _dagsoort(term: TermBasis) -> str | None:
    if isinstance(term, Dagsoorttoets):
        return term.dagsoort
    if isinstance(term, Bewerking) and term.op == DAGSOORT_PLUS:
        return str(term.par[0])
    return None


# ------------------------------------------------------------------ recursive groups [4.9]


def _recursie(groep: tree.Regelgroep, model: Model) -> Iterator[Diagnostic]:
    namen = {vouw(r.naam.tekst) for r in groep.regels}
    regels = [r for naam, r in model.regels.items() if vouw(naam) in namen]
    versies = [v for r in regels for v in r.versies]
    context = f"Regelgroep “{groep.naam.tekst}”"
    makers = [v for v in versies if isinstance(v.gevolg, Objectcreatie)]
    if not makers and len(regels) == len(namen):
        yield fout(
            "RC-GEEN-CREATIE",
            groep.naam.span,
            "een recursieve regelgroep maakt objecten, maar deze groep heeft daar geen regel voor",
            hulp=("voeg een regel toe: “Een … heeft een … met …”, of laat “is recursief” weg",),
            context=context,
        )
    tellers = {e for v in versies for e in _tellers(v)}
    afgeleid = {e for v in versies for e in gezet_door(v)} - tellers
    for versie in makers:
        begrensd = {e for test in _grenzen(versie) for e in _gelezen(test, versie)}
        if not begrensd & afgeleid:
            yield fout(
                "RC-GEEN-GRENS",
                versie.span,
                "deze regel maakt steeds een nieuw object, zonder grens aan de waarde die de groep "
                "berekent",
                hulp=("zet in de voorwaarde een grens, bijvoorbeeld “… is groter dan 0 €”",),
                context=context,
            )
        if not begrensd & tellers:
            yield fout(
                "RC-GEEN-TELLER",
                versie.span,
                "deze regel maakt steeds een nieuw object, zonder grens aan het aantal slagen",
                hulp=(
                    "geef het nieuwe object een volgnummer dat één hoger is",
                    "en zet in de voorwaarde een grens aan dat nummer",
                ),
                context=context,
            )


def _tellers(versie: Regelversie) -> Iterator[Eigenschap]:
    """Properties that get their own value plus a fixed step: they count the turns."""
    zetten: list[tuple[Eigenschap, Term]] = []
    if isinstance(versie.gevolg, Objectcreatie):
        type_ = versie.gevolg.rol.objecttype
        zetten += [((type_, naam), term) for naam, term in versie.gevolg.toekenningen]
    elif versie.gevolg is None and versie.waarde is not None:
        zetten.append(((versie.onderwerp.doeltype, versie.eigenschap), versie.waarde))
    for eigenschap, term in zetten:
        # A count has no unit; an amount that shrinks each turn is what the group is about.
        if isinstance(term, Bewerking) and term.op in ("PLUS", "MIN") and not term.type.eenheid:
            zelf = any(isinstance(a, Lees) and a.eigenschap == eigenschap[1] for a in term.args)
            if zelf and any(isinstance(a, Constante) for a in term.args):
                yield eigenschap


def _grenzen(versie: Regelversie) -> Iterator[Bewerking]:
    """The comparisons in a condition that keep a value on one side."""
    for term in termen(versie.voorwaarde):
        if isinstance(term, Bewerking) and term.op == "VERGELIJK" and term.par[0] not in "=≠":
            yield term


def _gelezen(test: Bewerking, versie: Regelversie) -> Iterator[Eigenschap]:
    """What a comparison reads, through the variables in it."""
    waarden = {vouw(v.naam): v.waarde for v in versie.variabelen}
    te_doen: list[object] = [test]
    gezien: set[str] = set()
    while te_doen:
        deel = te_doen.pop()
        yield from eigenschappen_in(deel)
        for term in termen(deel):
            if isinstance(term, Variabeleterm) and vouw(term.naam) not in gezien:
                gezien.add(vouw(term.naam))
                te_doen.append(waarden.get(vouw(term.naam)))


# ------------------------------------------------------------------ what nobody uses


def _ongebruikte_eigenschappen(model: Model) -> Iterator[Diagnostic]:
    gebruikt = set(_gebruikt(model))
    woorden = " ".join(g for n in model.open_normen.values() for g in n.gezichtspunten).casefold()
    for objecttype in model.objecttypen.values():
        eigen = objecttype.naam
        for attribuut in objecttype.attributen.values():
            if (eigen, attribuut.naam) not in gebruikt and vouw(attribuut.naam) not in woorden:
                yield opmerking(
                    "AT-ONGEBRUIKT",
                    attribuut.span,
                    f"geen enkele regel leest of zet “{attribuut.naam}” van {eigen}",
                    hulp=("haal het attribuut weg, of schrijf de regel die het gebruikt",),
                    context=f"Objecttype “{eigen}”",
                )
        for kenmerk in objecttype.kenmerken.values():
            if (eigen, kenmerk.naam) not in gebruikt and vouw(kenmerk.naam) not in woorden:
                yield opmerking(
                    "KM-NOOIT-GEZET",
                    kenmerk.span,
                    f"geen enkele regel geeft of leest het kenmerk “{kenmerk.naam}” van {eigen}",
                    hulp=("haal het kenmerk weg, of schrijf de regel die het geeft",),
                    context=f"Objecttype “{eigen}”",
                )


def _gebruikt(model: Model) -> Iterator[Eigenschap]:
    for versie in _alle_versies(model):
        yield from gelezen_door(versie)
        yield from gezet_door(versie)
    for clausule in model.clausules.values():
        for deel in clausule.versies:
            yield from eigenschappen_in(_van_clausule(deel))
    for plicht in model.verplichtingen.values():
        for stuk in plicht.versies:
            yield from eigenschappen_in((stuk.termijn, stuk.voorwaarde))
    for uitkomst in model.uitkomsten:
        geteld = (uitkomst.voordelen, uitkomst.nadelen, uitkomst.bodems, uitkomst.middelen)
        yield from eigenschappen_in(geteld)
    for type_, bereik in model.invoerbereiken.items():
        yield from ((type_, b.attribuut) for b in bereik.bereiken)
        yield from ((type_, o.attribuut) for o in bereik.ordes)
        yield from ((type_, n.attribuut) for n in bereik.zonder_belang)
    for norm in model.normen:
        yield from eigenschappen_in((norm.gevolg, norm.tekortkoming))


def _van_clausule(deel: Clausuleversie) -> tuple[Term, ...]:
    """The terms of a clause; what it sets is one of them."""
    gevolg = () if deel.gevolg is None else (deel.gevolg.doel, deel.gevolg.waarde)
    return (*(() if deel.voorwaarde is None else (deel.voorwaarde,)), *gevolg)


def _ongebruikte_parameters(model: Model) -> Iterator[Diagnostic]:
    gelezen = {p for versie in _alle_versies(model) for p in parameters_van(versie)}
    for clausule in model.clausules.values():
        for deel in clausule.versies:
            gelezen |= set(parameters_in(_van_clausule(deel)))
    for plicht in model.verplichtingen.values():
        for stuk in plicht.versies:
            gelezen |= set(parameters_in((stuk.termijn, stuk.voorwaarde)))
    for parameter in model.parameters.values():
        if parameter.naam not in gelezen:
            yield opmerking(
                "PA-ONGEBRUIKT",
                parameter.span,
                f"geen enkele regel leest parameter “{parameter.naam}”",
                hulp=("haal de parameter weg, of schrijf de regel die hem gebruikt",),
            )


def _ongebruikte_variabelen(versie: Regelversie) -> Iterator[Diagnostic]:
    gelezen = {vouw(t.naam) for t in versie_termen(versie) if isinstance(t, Variabeleterm)}
    for variabele in versie.variabelen:
        if vouw(variabele.naam) not in gelezen:
            yield waarschuwing(
                "VA-ONGEBRUIKT",
                variabele.waarde.span,
                f"variabele “{variabele.naam}” wordt in deze regel niet gebruikt",
                hulp=("haal haar weg, of gebruik haar in het resultaat of de voorwaarde",),
                context=f"Regel “{versie.regel}”",
            )
