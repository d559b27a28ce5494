"""Names that can also be read as a chain over other names, with both readings well typed.

The longest name wins when a sentence is read, so the other reading would be lost without a
word. That is a fault of the vocabulary: it is told where the name is declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wetsanalyse.model.model import Attribuut, Kenmerk, Rol
from wetsanalyse.model.naamkeuze import naamkeuze
from wetsanalyse.model.tabel import Tabel
from wetsanalyse.model.types import Soort
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import fout

VAN = re.compile(r"\s+van\s+(?:de\s+|het\s+|een\s+)?")
Delen = tuple[str, ...]
"""The links of a chain, outermost first."""


def naamoverlap(tabel: Tabel, rolspans: dict[tuple[str, int], Span]) -> Iterator[Diagnostic]:
    """A fault for each attribute, kenmerk, role and parameter whose name is a chain too, and what
    else there is to say about names."""
    for objecttype in tabel.objecttypen.values():
        leden: list[Attribuut | Kenmerk] = list(objecttype.attributen.values())
        leden += objecttype.kenmerken.values()
        for lid in leden:
            yield from _meld(lid.naam, objecttype.naam, lid.span, tabel)
    for feittype in tabel.feittypen.values():
        beide = ((1, feittype.rollen[0]), (0, feittype.rollen[1]))
        for hier, rol in beide[: 1 if feittype.wederkerig else 2]:
            vanaf = feittype.rollen[hier].objecttype
            yield from _meld(rol.naam, vanaf, rolspans.get((feittype.naam, rol.nummer)), tabel)
    for naam in tabel.parameters:
        yield from _parameter(naam, tabel)
    yield from naamkeuze(tabel, rolspans)


def _parameter(naam: str, tabel: Tabel) -> Iterator[Diagnostic]:
    """A parameter belongs to no object; its name can be a chain that starts at a type, or a
    percentage of another parameter."""
    span = next((b.span for b in tabel.zoek(naam, "parameter") if b.naam == naam), None)
    for streep in VAN.finditer(naam):
        links, rechts = naam[: streep.start()], naam[streep.end() :]
        typen = [b.naam for b in tabel.zoek(rechts, "objecttype") if b.naam in tabel.objecttypen]
        typen += [rol.objecttype for rol in tabel.rollen(rechts)]
        getal = any(
            tabel.parameters[b.naam].is_getal
            for b in tabel.zoek(rechts, "parameter")
            if b.naam in tabel.parameters
        )
        if any(_heeft(links, type_, tabel) for type_ in typen) or (
            getal and _is_percentage(links, tabel)
        ):
            yield fout(
                "NM-OVERLAP",
                span,
                f"de naam “{naam}” overlapt met een keten",
                hulp=(
                    f"als één naam: parameter “{naam}”",
                    f"als keten: “{links}” van “{rechts}”",
                    "geef een van de namen andere woorden",
                ),
            )
            return


def _meld(naam: str, objecttype: str, span: Span | None, tabel: Tabel) -> Iterator[Diagnostic]:
    delen = next(_ketens(naam, objecttype, tabel), None)
    if delen is not None:
        keten = " van ".join(f"“{d}”" for d in delen)
        yield fout(
            "NM-OVERLAP",
            span,
            f"de naam “{naam}” overlapt met een keten",
            hulp=(
                f"als één naam: “{naam}” van {objecttype}",
                f"als keten: {keten} van {objecttype}",
                "geef een van de namen andere woorden",
            ),
        )


def _ketens(naam: str, objecttype: str, tabel: Tabel) -> Iterator[Delen]:
    """The ways in which a name can be read as two or more links from an object."""
    for streep in VAN.finditer(naam):
        links, rechts = naam[: streep.start()], naam[streep.end() :]
        for rol in tabel.rol_vanaf(objecttype, rechts):
            if _is_lid(links, rol, tabel):
                yield links, rechts
            for verder in _ketens(links, rol.objecttype, tabel):
                yield (*verder, rechts)
        attribuut = tabel.attribuut(objecttype, rechts)
        if attribuut is not None and attribuut[0].type.is_getal and _is_percentage(links, tabel):
            yield links, rechts


def _is_lid(naam: str, rol: Rol, tabel: Tabel) -> bool:
    return _heeft(naam, rol.objecttype, tabel)


def _heeft(naam: str, type_: str, tabel: Tabel) -> bool:
    return (
        tabel.attribuut(type_, naam) is not None
        or tabel.kenmerk(type_, naam) is not None
        or bool(tabel.rol_vanaf(type_, naam))
    )


def _is_percentage(naam: str, tabel: Tabel) -> bool:
    return any(
        tabel.parameters[b.naam].soort is Soort.PERCENTAGE
        for b in tabel.zoek(naam, "parameter")
        if b.naam in tabel.parameters
    )
