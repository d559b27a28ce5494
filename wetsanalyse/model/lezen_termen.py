"""What the terms of a rule read and set: walked without knowing what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from wetsanalyse.model.cellen import losse_cellen
from wetsanalyse.model.gevolgen import (
    Dagsoortbepaling,
    Feitcreatie,
    Gevolgbasis,
    Objectcreatie,
    Startpunt,
    Uniciteit,
    Verdeling,
)
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import (
    Alle,
    Bewerking,
    Cel,
    Dagsoorttoets,
    Lees,
    OpenNormterm,
    Parameterterm,
    Regeluitslag,
    Rolstap,
    SpeeltRol,
    TermBasis,
)

Eigenschap = tuple[str, str]
"""(objecttype, attribute or kenmerk)"""
Ding = tuple[str, ...]
"""What one rule sets and another reads: ("eigenschap", objecttype, name), with the labels of a
cell after it, ("rol", feittype), ("bestaan", objecttype), ("dagsoort", name), ("uitslag", rule)
or ("tijdlijn", name)."""

DAGSOORT_PLUS = "DATUM_PLUS_DAGSOORT"


def termen(waarde: object) -> Iterator[TermBasis]:
    """All terms inside a term (or any value that holds terms), itself first."""
    if isinstance(waarde, TermBasis):
        yield waarde
    if isinstance(waarde, TermBasis | Gevolgbasis):
        for veld in _velden(type(waarde)):
            yield from termen(getattr(waarde, veld))
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from termen(deel)


def _velden(soort: type[TermBasis | Gevolgbasis]) -> tuple[str, ...]:
    """The fields that may hold terms."""
    if soort not in _VELDEN:
        namen = (veld.name for veld in fields(soort))
        _VELDEN[soort] = tuple(n for n in namen if n not in ("span", "type", "par"))
    return _VELDEN[soort]


_VELDEN: dict[type, tuple[str, ...]] = {}


def versie_termen(versie: Regelversie) -> Iterator[TermBasis]:
    """All terms of a rule version: subject, value, condition, what it does, variables."""
    yield from termen(versie.onderwerp.doel)
    yield from termen(versie.waarde)
    yield from termen(versie.voorwaarde)
    yield from termen(versie.tijd)
    yield from termen(versie.gevolg)
    for variabele in versie.variabelen:
        yield from termen(variabele.waarde)


def eigenschappen_in(waarde: object) -> Iterator[Eigenschap]:
    """The properties that a term reads."""
    for term in termen(waarde):
        if isinstance(term, Lees):
            yield term.object.objecttype, term.eigenschap


def gelezen_door(versie: Regelversie) -> Iterator[Eigenschap]:
    """The properties that a rule version reads."""
    if versie.onderwerp.kenmerk is not None:
        yield versie.onderwerp.objecttype, versie.onderwerp.kenmerk
    yield from eigenschappen_in(tuple(versie_termen(versie)))
    yield from _vergeleken(versie)


def _vergeleken(versie: Regelversie) -> Iterator[Eigenschap]:
    """The attributes whose values must all differ: they are named, no term reads them. [4.5]"""
    if isinstance(versie.gevolg, Uniciteit):
        for objecten, namen in versie.gevolg.bronnen:
            yield from ((objecten.objecttype, naam) for naam in namen)


def gezet_door(versie: Regelversie) -> Iterator[Eigenschap]:
    """The properties that a rule version sets. [4]"""
    match versie.gevolg:
        case None:
            yield versie.onderwerp.doeltype, versie.eigenschap
        case Objectcreatie(rol, toekenningen):
            yield from ((rol.objecttype, naam) for naam, _ in toekenningen)
        case Verdeling(ontvangers=ontvangers, doel=doel, rest=rest):
            yield ontvangers.objecttype, doel
            if rest is not None:
                yield rest[0].objecttype, rest[1]
        case _:
            pass


def dingen_gezet(versie: Regelversie) -> Iterator[Ding]:
    """All that others can read and that this rule version makes. [8.3]"""
    for eigenschap in gezet_door(versie):
        yield from _per_cel(eigenschap, versie.cel if versie.gevolg is None else ())
    yield "uitslag", versie.regel
    match versie.gevolg:
        case Objectcreatie(rol):
            yield "rol", rol.feittype
            yield "bestaan", rol.objecttype
        case Feitcreatie(rol):
            yield "rol", rol.feittype
        case Dagsoortbepaling(naam):
            yield "dagsoort", naam
        case Startpunt(naam):
            yield "tijdlijn", naam
        case _:
            pass


def dingen_gelezen(versie: Regelversie) -> Iterator[Ding]:
    """All that a rule version needs and that another rule may make. [8.3]"""
    over = versie.onderwerp
    if over.kenmerk is not None:
        yield "eigenschap", over.objecttype, over.kenmerk
    yield "bestaan", over.objecttype
    if over.rol is not None:
        yield "rol", over.rol[0]
    gevolg = versie.gevolg
    if isinstance(gevolg, Objectcreatie | Feitcreatie):
        # The role that is made is not read by the making of it; what it starts from is.
        delen = gevolg.toekenningen if isinstance(gevolg, Objectcreatie) else gevolg.bron
        voorwaarden = (versie.voorwaarde, versie.tijd)
        variabelen = tuple(v.waarde for v in versie.variabelen)
        yield from dingen_in((gevolg.rol.van, delen, over.doel, voorwaarden, variabelen))
    else:
        for term in versie_termen(versie):
            yield from _ding(term)
        for eigenschap in _vergeleken(versie):
            yield "eigenschap", *eigenschap


def dingen_in(waarde: object) -> Iterator[Ding]:
    """What the terms in a value need."""
    for term in termen(waarde):
        yield from _ding(term)


def _per_cel(eigenschap: Eigenschap, cel: Cel) -> Iterator[Ding]:
    for losse in losse_cellen(cel):
        yield "eigenschap", *eigenschap, *(label for _, (label,) in losse)


def _ding(term: TermBasis) -> Iterator[Ding]:
    match term:
        case Lees():
            yield from _per_cel((term.object.objecttype, term.eigenschap), term.cel)
        case Rolstap():
            yield "rol", term.feittype
        case Alle(objecttype, rol):
            yield "bestaan", objecttype
            if rol is not None:
                yield "rol", rol[0]
        case SpeeltRol():
            yield from (("rol", feittype) for feittype, _ in term.rollen)
        case Dagsoorttoets():
            yield "dagsoort", term.dagsoort
        case Bewerking() if term.op == DAGSOORT_PLUS:
            yield "dagsoort", term.par[0]
        case Regeluitslag():
            yield "uitslag", term.regel
        case _:
            pass


def parameters_in(waarde: object) -> Iterator[str]:
    """The parameters that a term reads."""
    for term in termen(waarde):
        if isinstance(term, Parameterterm):
            yield term.naam


def parameters_van(versie: Regelversie) -> Iterator[str]:
    """The parameters that a rule version reads."""
    return parameters_in(tuple(versie_termen(versie)))


def normen_in(waarde: object) -> Iterator[str]:
    """The open norms that a term asks for."""
    for term in termen(waarde):
        if isinstance(term, OpenNormterm):
            yield term.norm
