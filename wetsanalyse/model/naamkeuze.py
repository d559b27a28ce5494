"""Names that have two readings for which the language has a rule, or that name two things.
[8.1: A4, A19, A20]"""

from __future__ import annotations

from collections.abc import Iterator

from wetsanalyse.model.model import Attribuut
from wetsanalyse.model.tabel import Tabel, vouw
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import fout, waarschuwing

AANTAL = "aantal "


def naamkeuze(tabel: Tabel, rolspans: dict[tuple[str, int], Span]) -> Iterator[Diagnostic]:
    for objecttype in tabel.objecttypen.values():
        for attribuut in objecttype.attributen.values():
            yield from _aantal(attribuut, tabel)
            yield from _labels(attribuut, tabel)
    yield from _rol_en_type(tabel, rolspans)


def _aantal(attribuut: Attribuut, tabel: Tabel) -> Iterator[Diagnostic]:
    """An attribute `aantal kinderen` where there are `kinderen` to count. [A4]"""
    if not vouw(attribuut.naam).startswith(AANTAL):
        return
    rest = attribuut.naam[len(AANTAL) :]
    for rol in tabel.rol_vanaf(attribuut.objecttype, rest):
        if rol.meerdere:
            yield waarschuwing(
                "NM-AANTAL",
                attribuut.span,
                f"“het {attribuut.naam}” is op twee manieren te lezen",
                hulp=(
                    f"gelezen wordt het attribuut “{attribuut.naam}” van {attribuut.objecttype}",
                    f"niet gelezen wordt: hoeveel “{rest}” er zijn",
                    "wilt u tellen, geef het attribuut dan een andere naam",
                ),
            )
            return


def _labels(attribuut: Attribuut, tabel: Tabel) -> Iterator[Diagnostic]:
    """A name that is a label with an attribute too. [A19]"""
    for kern, voor, achter in _ontleed(attribuut.naam, attribuut.objecttype, tabel):
        delen = " + ".join(f"“{deel}”" for deel in (*voor, kern, *achter))
        lezingen = (
            f"als één naam: “{attribuut.naam}” van {attribuut.objecttype}",
            f"als attribuut met een label: {delen}",
        )
        if achter:
            yield fout(
                "NM-OVERLAP",
                attribuut.span,
                f"de naam “{attribuut.naam}” is ook een attribuut met een label",
                hulp=(*lezingen, "geef een van de namen andere woorden"),
            )
        else:
            yield waarschuwing(
                "NM-LABEL",
                attribuut.span,
                f"de naam “{attribuut.naam}” is ook een attribuut met een label",
                hulp=(*lezingen, "gelezen wordt de eerste; geef een van de twee een andere naam"),
            )
        return


def _ontleed(
    naam: str, objecttype: str, tabel: Tabel
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """(attribute, labels before it, labels behind it), at least one label."""
    for ander in tabel.objecttypen[objecttype].attributen.values():
        voor: list[str] = []
        achter: list[str] = []
        rest = vouw(naam)
        for dimensie in (tabel.dimensies[d] for d in ander.dimensies):
            for label in dimensie.labels:
                kop, staart = f"{vouw(label)} ", f" {dimensie.voorzetsel} {vouw(label)}"
                if dimensie.voorzetsel is None and rest.startswith(kop):
                    rest = rest[len(kop) :]
                    voor.append(label)
                    break
                if dimensie.voorzetsel is not None and rest.endswith(staart):
                    rest = rest[: -len(staart)]
                    achter.insert(0, f"{dimensie.voorzetsel} {label}")
                    break
        if (voor or achter) and rest == vouw(ander.naam):
            yield ander.naam, tuple(voor), tuple(achter)


def _rol_en_type(tabel: Tabel, rolspans: dict[tuple[str, int], Span]) -> Iterator[Diagnostic]:
    """A role may be called like an objecttype only if it is of that type. [A20]"""
    for feittype in tabel.feittypen.values():
        for rol in feittype.rollen[: 1 if feittype.wederkerig else 2]:
            for b in tabel.zoek(rol.naam, "objecttype"):
                if b.getal != "geraden" and b.naam != rol.objecttype:
                    yield fout(
                        "NM-ROL-TYPE",
                        rolspans.get((feittype.naam, rol.nummer)),
                        f"rol “{rol.naam}” heet als objecttype {b.naam}, maar is een "
                        f"{rol.objecttype}",
                        hulp=("geef de rol een andere naam",),
                    )
