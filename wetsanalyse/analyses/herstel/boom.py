"""Small changes of the tree of a rule: a name, a condition, the time in which a version holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from wetsanalyse.analyses.herstel.basis import Onmogelijk
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.doorloop import doorloop

OMGEKEERD: dict[t.Vergelijkwoord, t.Vergelijkwoord] = {
    "groter dan": "kleiner of gelijk aan",
    "groter of gelijk aan": "kleiner dan",
    "kleiner dan": "groter of gelijk aan",
    "kleiner of gelijk aan": "groter dan",
    "later dan": "eerder of gelijk aan",
    "later of gelijk aan": "eerder dan",
    "eerder dan": "later of gelijk aan",
    "eerder of gelijk aan": "later dan",
    "gelijk aan": "ongelijk aan",
    "ongelijk aan": "gelijk aan",
}
HOOGSTENS = frozenset({"kleiner dan", "kleiner of gelijk aan", "eerder dan",
                       "eerder of gelijk aan"})  # fmt: skip
MINSTENS = frozenset({"groter dan", "groter of gelijk aan", "later dan", "later of gelijk aan"})
STRIKT = frozenset({"groter dan", "kleiner dan", "later dan", "eerder dan"})
"""On the border itself they do not hold."""
Vervanging = Callable[[t.Conditie], t.Conditie | bool | None]
"""What a condition becomes: another one, true, false; None: look inside."""
Versiewijziging = Callable[[t.Regelversie], t.Regelversie | None]
"""What a version of a rule becomes; None: it goes."""


def vervang(conditie: t.Conditie, vervanging: Vervanging) -> t.Conditie | bool:
    """A condition with some of its parts replaced; what is true or false is worked out."""
    nieuw = vervanging(conditie)
    if nieuw is not None:
        return nieuw
    if not isinstance(conditie, t.Samengesteld):
        diep = (n for n in doorloop(conditie) if n is not conditie)
        if any(vervanging(n) is not None for n in diep if isinstance(n, t.Vergelijking)):
            raise Onmogelijk(
                "de grens staat binnen een andere voorwaarde; die is niet te herschrijven"
            )
        return conditie
    leden = [vervang(lid, vervanging) for lid in conditie.leden]
    return _samen(conditie, leden)


def _samen(oud: t.Samengesteld, leden: list[t.Conditie | bool]) -> t.Conditie | bool:
    soort, aantal = oud.kwantificatie.soort, oud.kwantificatie.aantal
    over = tuple(lid for lid in leden if not isinstance(lid, bool))
    waar = sum(lid is True for lid in leden)
    onwaar = sum(lid is False for lid in leden)
    if over == oud.leden:
        return oud
    if soort == "alle" or (soort == "geen" and not waar):
        if soort == "alle" and onwaar:
            return False
        if not over:
            return True
        return over[0] if len(over) == 1 and soort == "alle" else replace(oud, leden=over)
    if soort == "geen":
        return False
    if soort == "ten minste":
        nodig = aantal - waar
        if nodig <= 0:
            return True
        if nodig > len(over):
            return False
        if len(over) == 1:
            return over[0]
        return replace(oud, leden=over, kwantificatie=replace(oud.kwantificatie, aantal=nodig))
    raise Onmogelijk(f"de grens staat in een opsomming met “{soort}”; die is niet te herschrijven")


# ------------------------------------------------------------------ versions in time


def binnen(oud: t.Geldigheid, venster: t.Geldigheid) -> bool:
    """Whether a version holds on some day of a window."""
    begint = oud.van is None or venster.tot is None or oud.van <= venster.tot
    eindigt = oud.tot is None or venster.van is None or venster.van <= oud.tot
    return begint and eindigt


def doorsnede(een: t.Geldigheid, ander: t.Geldigheid) -> t.Geldigheid:
    """The days on which both hold."""
    van = max((v for v in (een.van, ander.van) if v is not None), default=None)
    tot = min((v for v in (een.tot, ander.tot) if v is not None), default=None)
    return geldigheid(een, van, tot)


def geldigheid(node: t.Geldigheid, van: date | None, tot: date | None) -> t.Geldigheid:
    """Written as a year where the days allow it."""
    begin = van is not None and (van.month, van.day) == (1, 1)
    eind = tot is not None and (tot.month, tot.day) == (12, 31)
    return replace(node, van=van, tot=tot, jaartallen=(begin, eind))


def wijzig(regel: t.Regel, venster: t.Geldigheid, anders: Versiewijziging) -> t.Regel:
    """A rule whose versions are changed within a window; before and after it they stay. A rule of
    which nothing is left ends the day before the window."""
    versies = _binnen_venster(regel.versies, venster, anders)
    if not versies:
        if venster.van is None:
            raise Onmogelijk(f"regel “{regel.naam.tekst}” vervalt, maar heeft geen begindatum")
        einde = geldigheid(regel.versies[0].geldigheid, None, venster.van - timedelta(days=1))
        versies = [replace(regel.versies[0], geldigheid=einde)]
    return replace(regel, versies=tuple(versies))


def wijzig_tabel(
    tabel: t.Beslistabel,
    venster: t.Geldigheid,
    anders: Callable[[t.Tabelversie], t.Tabelversie],
) -> t.Beslistabel:
    """The same for a decision table; none of it goes."""
    return replace(tabel, versies=tuple(_binnen_venster(tabel.versies, venster, anders)))


V = TypeVar("V", t.Regelversie, t.Tabelversie)


def _binnen_venster(
    oud: Iterable[V], venster: t.Geldigheid, anders: Callable[[V], V | None]
) -> list[V]:
    versies: list[V] = []
    for versie in oud:
        g = versie.geldigheid
        if not binnen(g, venster):
            versies.append(versie)
            continue
        if venster.van is not None and (g.van is None or g.van < venster.van):
            voor = geldigheid(g, g.van, venster.van - timedelta(days=1))
            versies.append(replace(versie, geldigheid=voor))
        nieuw = anders(versie)
        if nieuw is not None:
            versies.append(replace(nieuw, geldigheid=doorsnede(g, venster)))
        if venster.tot is not None and (g.tot is None or venster.tot < g.tot):
            na = geldigheid(g, venster.tot + timedelta(days=1), g.tot)
            versies.append(replace(versie, geldigheid=na))
    return versies
