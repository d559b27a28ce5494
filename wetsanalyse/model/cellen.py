"""The cells of an attribute with dimensions, and what each is called. [1.7]

To the plan and to a case every cell is a property of its own, under the name by which the
language calls it: the labels that stand before, the attribute, then the others with their
preposition (`bruto inkomen van vorig jaar`). An attribute without dimensions has one cell, with
its own name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from wetsanalyse.model.model import Attribuut, Dimensie, Kenmerk, Model
from wetsanalyse.model.terms import Cel


def celnaam(attribuut: str, cel: Cel, dimensies: Mapping[str, Dimensie]) -> str:
    """The name of one cell; ``cel`` has one label for each dimension."""
    ervoor = [labels[0] for naam, labels in cel if dimensies[naam].voorzetsel is None]
    erna = [
        f"{dimensies[naam].voorzetsel} {labels[0]}"
        for naam, labels in cel
        if dimensies[naam].voorzetsel is not None
    ]
    return " ".join((*ervoor, attribuut, *erna))


def losse_cellen(cel: Cel) -> Iterator[Cel]:
    """The single cells of one that may name more labels, in the order of the declaration."""
    for keuze in product(*(labels for _, labels in cel)):
        yield tuple((naam, (label,)) for (naam, _), label in zip(cel, keuze, strict=True))


def alle_cellen(attribuut: Attribuut, dimensies: Mapping[str, Dimensie]) -> Iterator[Cel]:
    """Every cell of an attribute; one that is empty when it has no dimensions."""
    return losse_cellen(tuple((naam, dimensies[naam].labels) for naam in attribuut.dimensies))


def celnamen(attribuut: Attribuut, dimensies: Mapping[str, Dimensie]) -> Iterator[str]:
    """The names of all cells of an attribute."""
    for cel in alle_cellen(attribuut, dimensies):
        yield celnaam(attribuut.naam, cel, dimensies)


def attribuutcellen(model: Model, objecttype: str) -> Iterator[tuple[str, Attribuut]]:
    """(name of the property, attribute) for all cells of all attributes of a type."""
    for attribuut in model.objecttypen[objecttype].attributen.values():
        for naam in celnamen(attribuut, model.dimensies):
            yield naam, attribuut


def eigenschappen(model: Model, objecttype: str) -> Iterator[tuple[str, Attribuut | Kenmerk]]:
    """(name of the property, what it belongs to): attributes first, then kenmerken."""
    yield from attribuutcellen(model, objecttype)
    yield from model.objecttypen[objecttype].kenmerken.items()


def celnamen_van(model: Model, objecttype: str, lid: str) -> tuple[str, ...]:
    """The properties of one declared member: the cells of an attribute, or a kenmerk itself."""
    attribuut = model.objecttypen[objecttype].attributen.get(lid)
    return (lid,) if attribuut is None else tuple(celnamen(attribuut, model.dimensies))


def lid_van(model: Model, objecttype: str, eigenschap: str) -> Attribuut | Kenmerk:
    """What a property belongs to. KeyError if there is no such property."""
    attributen = model.objecttypen[objecttype].attributen
    if eigenschap in attributen:
        return attributen[eigenschap]
    return dict(eigenschappen(model, objecttype))[eigenschap]
