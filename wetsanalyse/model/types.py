"""Types of values: kind, unit, decimals. Units are multisets of base units. [1.4, 1.8, 3.1]"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from types import MappingProxyType

from wetsanalyse.model.korrel import Korrel
from wetsanalyse.syntax.eenheden import SPELLINGEN, VALUTA


class Soort(Enum):
    """The kind of a value."""

    NUMERIEK = "getal"
    PERCENTAGE = "percentage"
    TEKST = "tekst"
    BOOLEAN = "waar/onwaar"
    DATUM = "datum"
    DATUMTIJD = "datum en tijd"
    ENUMERATIE = "enumeratie"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Eenheid:
    """A product of base units with exponents, sorted by name: ``€/mnd`` is
    ``(("mnd", -1), ("€", 1))``. The empty product is: no unit."""

    machten: tuple[tuple[str, int], ...] = ()

    @staticmethod
    def van(machten: Mapping[str, int]) -> Eenheid:
        return Eenheid(tuple(sorted((n, e) for n, e in machten.items() if e)))

    def maal(self, ander: Eenheid, richting: int = 1) -> Eenheid:
        """Product (``richting`` 1) or quotient (-1), with equal units cancelled."""
        som = dict(self.machten)
        for naam, exponent in ander.machten:
            som[naam] = som.get(naam, 0) + richting * exponent
        return Eenheid.van(som)

    def __bool__(self) -> bool:
        return bool(self.machten)

    def __str__(self) -> str:
        def deel(teken: int) -> str:
            delen = [(n, e * teken) for n, e in self.machten if e * teken > 0]
            delen.sort(key=lambda paar: (paar[0] not in VALUTA, paar[0]))
            return " ".join(n if e == 1 else f"{n}^{e}" for n, e in delen)

        boven, onder = deel(1), deel(-1)
        if not onder:
            return boven
        return f"{boven or '1'}/{onder}"


GEEN_EENHEID = Eenheid()


@dataclass(frozen=True, slots=True)
class Type:
    """``decimalen`` None is: any rational. ``bereik`` as in the declaration. ``domein`` names an
    enumeration or, for an object, its objecttype. ``meervoudig``: a list of such values.
    ``korrel``: when the value may change over time; None is: it does not."""

    soort: Soort
    eenheid: Eenheid = GEEN_EENHEID
    decimalen: int | None = None
    bereik: str | None = None
    domein: str | None = None
    meervoudig: bool = False
    korrel: Korrel | None = None

    @property
    def is_getal(self) -> bool:
        return self.soort in (Soort.NUMERIEK, Soort.PERCENTAGE)

    @property
    def is_tijd(self) -> bool:
        return self.soort in (Soort.DATUM, Soort.DATUMTIJD)

    def enkel(self) -> Type:
        return replace(self, meervoudig=False)

    def lijst(self) -> Type:
        return replace(self, meervoudig=True)

    def __str__(self) -> str:
        if self.soort is Soort.OBJECT:
            return self.domein or "object"
        if self.soort is Soort.ENUMERATIE:
            return f"waarde van {self.domein}"
        naam = self.soort.value
        return f"{naam} in {self.eenheid}" if self.eenheid else naam


BOOLEAN = Type(Soort.BOOLEAN)
DATUM = Type(Soort.DATUM)


def object_van(objecttype: str) -> Type:
    return Type(Soort.OBJECT, domein=objecttype)


@dataclass(frozen=True, slots=True)
class Eenhedenstelsel:
    """Names of units and the factors between them.

    ``namen`` maps every spelling (casefolded, symbols too) to the base name;
    ``factoren`` maps a base name to ``(root, factor)``: one of it is ``factor`` roots.
    Units with different roots cannot be converted (days and months).
    """

    namen: Mapping[str, str]
    factoren: Mapping[str, tuple[str, Fraction]]

    def factor(self, van: Eenheid, naar: Eenheid) -> Fraction | None:
        """By what a value in ``van`` is multiplied to be in ``naar``; None: not convertible."""
        links, f_links = self._wortel(van)
        rechts, f_rechts = self._wortel(naar)
        return f_links / f_rechts if links == rechts else None

    def _wortel(self, eenheid: Eenheid) -> tuple[Eenheid, Fraction]:
        machten: dict[str, int] = {}
        factor = Fraction(1)
        for naam, exponent in eenheid.machten:
            wortel, f = self.factoren.get(naam, (naam, Fraction(1)))
            machten[wortel] = machten.get(wortel, 0) + exponent
            factor *= f**exponent
        return Eenheid.van(machten), factor

    def normaliseer(self, eenheid: Eenheid) -> tuple[Eenheid, Fraction]:
        """Merge units of one root that stand both above and below (``mnd`` against ``jr``):
        the unit with fewer parts and the factor to get there. Others stay as they are."""
        per_wortel: dict[str, list[tuple[str, int]]] = {}
        for naam, exponent in eenheid.machten:
            wortel, _ = self.factoren.get(naam, (naam, Fraction(1)))
            per_wortel.setdefault(wortel, []).append((naam, exponent))
        machten: dict[str, int] = {}
        factor = Fraction(1)
        for delen in per_wortel.values():
            if len(delen) == 1:
                machten[delen[0][0]] = delen[0][1]
                continue
            doel = delen[0][0]
            for naam, exponent in delen:
                f_naam = self.factoren.get(naam, (naam, Fraction(1)))[1]
                f_doel = self.factoren.get(doel, (doel, Fraction(1)))[1]
                factor *= (f_naam / f_doel) ** exponent
                machten[doel] = machten.get(doel, 0) + exponent
        return Eenheid.van(machten), factor


# Between days and months there is no factor (reference 1.8), so time has two roots.
TIJDFACTOREN: Mapping[str, tuple[str, Fraction]] = MappingProxyType(
    {
        "ms": ("dg", Fraction(1, 86_400_000)),
        "s": ("dg", Fraction(1, 86_400)),
        "minuut": ("dg", Fraction(1, 1440)),
        "u": ("dg", Fraction(1, 24)),
        "dg": ("dg", Fraction(1)),
        "wk": ("dg", Fraction(7)),
        "mnd": ("mnd", Fraction(1)),
        "kw": ("mnd", Fraction(3)),
        "jr": ("mnd", Fraction(12)),
    }
)


def ingebouwd() -> Eenhedenstelsel:
    """Time and currency as the language has them built in. [1.8] How they are spelled is the
    syntax's; what they are worth stands here."""
    namen = {spelling: basis for spelling, basis in SPELLINGEN.items() if basis != "%"}
    return Eenhedenstelsel(MappingProxyType(namen), TIJDFACTOREN)
