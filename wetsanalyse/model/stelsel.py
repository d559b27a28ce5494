"""Declared units added to the built-in ones; a chain of factors ends at its root. [1.8]"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from wetsanalyse.model.tabel import dubbel, vouw
from wetsanalyse.model.types import Eenhedenstelsel, ingebouwd
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import fout

Schakel = tuple[str, Fraction, Span]
"""Unit in which another is expressed, how many of it, and where that is said."""


@dataclass
class _Stand:
    namen: dict[str, str]
    factoren: dict[str, tuple[str, Fraction]]
    schakels: dict[str, Schakel] = field(default_factory=dict)
    gezien: dict[str, Span] = field(default_factory=dict)


def eenheden_van(blokken: Iterable[tree.Blok], meldingen: list[Diagnostic]) -> Eenhedenstelsel:
    """All units. A kind of day counts days, so it is a unit too. [1.12]"""
    basis = ingebouwd()
    stand = _Stand(dict(basis.namen), dict(basis.factoren))
    for blok in blokken:
        if isinstance(blok, tree.Eenheidsysteem):
            for eenheid in blok.eenheden:
                meldingen += _eenheid(eenheid, stand)
        elif isinstance(blok, tree.Dagsoort):
            for vorm in (blok.naam.tekst, blok.meervoud):
                if vorm:
                    stand.namen.setdefault(vouw(vorm), blok.naam.tekst)
    for naam, (_, _, span) in stand.schakels.items():
        gevonden = _wortel(naam, stand)
        if gevonden is None:
            meldingen.append(
                fout(
                    "EH-ONBEKEND",
                    span,
                    f"de omrekening van “{naam}” leidt niet naar een bekende eenheid",
                    hulp=("declareer de eenheid achter het getal, of verbreek de kring",),
                )
            )
        elif naam in basis.factoren and basis.factoren[naam] != gevonden:
            meldingen.append(
                fout(
                    "EH-DUBBEL",
                    span,
                    f"“{naam}” is een ingebouwde eenheid met een andere omrekening",
                    hulp=("laat de omrekening weg, of geef de eenheid een andere naam",),
                )
            )
        else:
            stand.factoren[naam] = gevonden
    return Eenhedenstelsel(MappingProxyType(stand.namen), MappingProxyType(stand.factoren))


def _eenheid(e: tree.EenheidDefinitie, stand: _Stand) -> Iterator[Diagnostic]:
    vormen = [v for v in (e.symbool, e.afkorting, e.naam.tekst, e.meervoud) if v]
    if any(vouw(v) == "min" for v in vormen):
        yield fout(
            "EH-MIN",
            e.span,
            "een eenheid kan niet “min” heten: dat is het woord voor aftrekken",
            hulp=("schrijf de eenheid uit, bijvoorbeeld “minuut”",),
        )
        vormen = [v for v in vormen if vouw(v) != "min"]
    for vorm in dict.fromkeys(vouw(v) for v in vormen):
        if vorm in stand.gezien:
            yield dubbel("EH-DUBBEL", "eenheid", vorm, e.span, stand.gezien[vorm])
            return
    # Who writes out the built-in units means those.
    bekend = next((stand.namen[vouw(v)] for v in vormen if vouw(v) in stand.namen), None)
    canoniek = bekend or next(iter(vormen), e.naam.tekst)
    for vorm in vormen:
        stand.namen.setdefault(vouw(vorm), canoniek)
        stand.gezien[vouw(vorm)] = e.span
    if e.factor is not None and e.basis is not None:
        stand.schakels[canoniek] = (e.basis, e.factor, e.span)


def _wortel(naam: str, stand: _Stand) -> tuple[str, Fraction] | None:
    factor, gezien = Fraction(1), set[str]()
    while naam in stand.schakels:
        if naam in gezien:
            return None
        gezien.add(naam)
        volgende, f, _ = stand.schakels[naam]
        factor *= f
        if vouw(volgende) not in stand.namen:
            return None
        naam = stand.namen[vouw(volgende)]
    wortel, f = stand.factoren.get(naam, (naam, Fraction(1)))
    return wortel, factor * f
