"""What the terms of a rule read: walked without knowing what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import Lees, OpenNormterm, Parameterterm, TermBasis

Eigenschap = tuple[str, str]
"""(objecttype, attribute or kenmerk)"""


def termen(waarde: object) -> Iterator[TermBasis]:
    """All terms inside a term (or any value that holds terms), itself first."""
    if isinstance(waarde, TermBasis):
        yield waarde
        for veld in fields(waarde):
            if veld.name not in ("span", "type", "par"):
                yield from termen(getattr(waarde, veld.name))
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from termen(deel)


def versie_termen(versie: Regelversie) -> Iterator[TermBasis]:
    """All terms of a rule version: subject, value, condition, variables."""
    yield from termen(versie.onderwerp.doel)
    yield from termen(versie.waarde)
    yield from termen(versie.voorwaarde)
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
    for term in versie_termen(versie):
        if isinstance(term, Lees):
            yield term.object.objecttype, term.eigenschap


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
