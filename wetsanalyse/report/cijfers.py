"""Counts as they may be told: in words, and with too small numbers left out.

Every number that a page or a terminal shows is asked for here, so that what is left out is left
out everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from wetsanalyse.bevolking.geheim import Som, verberg
from wetsanalyse.bevolking.tellen import (
    IEDEREEN,
    KLEINSTE_GROEP,
    NIEMAND,
    Groep,
    Maat,
    Stand,
    Tal,
    Telling,
)
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.report.opmaak import eenheid_in_woorden, eenheid_van

Sleutel = tuple[Groep, str, str]
"""Of whom, of what measure (“” is of none), and which number."""
ALLEN = "alle"
DELEN = ("boven", "nul", "onder", "leeg", "onbekend")
PLAATSDELEN = ("bekend", "leeg", "onbekend")
"""Of a measure of which the value is a place: its sign means nothing."""
VERBORGEN = "niet getoond"
WEINIG = "te weinig"
KLEIN = (
    f"“Te weinig” zijn minder dan {KLEINSTE_GROEP} huishoudens, of minder dan {KLEINSTE_GROEP} "
    "rijen van de tabel: daarvan wordt niets verteld. Zou zo’n aantal volgen uit een totaal en "
    "de andere aantallen, dan blijft er nog een weg (“niet getoond”)."
)


@dataclass(frozen=True)
class Verdeling:
    """Classes of a measure. ``delen``: by name the number of a class in a group; ``samen``: which
    number of the measure they add up to."""

    maat: Maat
    samen: str
    delen: Mapping[str, Mapping[Groep, Tal]]


@dataclass(frozen=True)
class Cijfers:
    """A telling, with what may not be told of it."""

    telling: Telling
    weg: frozenset[Sleutel]
    verdelingen: Mapping[str, Verdeling] = field(default_factory=dict)

    @property
    def groepen(self) -> tuple[Groep, ...]:
        """Everybody first, then each group; numbers in the order of numbers."""
        return tuple(sorted(self.telling.groepen, key=lambda g: [_natuurlijk(deel) for deel in g]))

    def stand(self, groep: Groep, maat: Maat) -> Stand:
        return self.telling.groepen[groep].standen.get(maat.naam, Stand())

    def tal(self, groep: Groep, maat: Maat | None, wat: str) -> Tal:
        if maat is None:
            return self.telling.groepen[groep].tal
        if maat.naam in self.verdelingen and wat in self.verdelingen[maat.naam].delen:
            return self.verdelingen[maat.naam].delen[wat].get(groep, NIEMAND)
        gevonden = getattr(self.stand(groep, maat), wat)
        assert isinstance(gevonden, Tal)
        return gevonden

    def open(self, groep: Groep, maat: Maat | None, *wat: str) -> bool:
        """Whether all of these numbers may be told."""
        naam = maat.naam if maat is not None else ""
        return not any((groep, naam, w) in self.weg for w in wat)

    def waarde(self, groep: Groep, maat: Maat | None, wat: str) -> Fraction | None:
        """How many households; None: that is not told."""
        tal = self.tal(groep, maat, wat)
        return self.telling.aantal(tal) if self.open(groep, maat, wat) else None

    def tekst(self, groep: Groep, maat: Maat | None, wat: str) -> str:
        waarde = self.waarde(groep, maat, wat)
        if waarde is not None:
            return getal(waarde)
        return WEINIG if self.telling.te_klein(self.tal(groep, maat, wat)) else VERBORGEN

    def bedrag(self, groep: Groep, maat: Maat, wat: str = "som") -> Fraction | None:
        """A sum of values; None where a number behind it is not told."""
        nodig = {"som": ("boven", "onder"), "som_boven": ("boven",), "som_onder": ("onder",)}[wat]
        if not self.open(groep, maat, *nodig) or not self.open(groep, None, ALLEN):
            return None
        som = getattr(self.stand(groep, maat), wat)
        assert isinstance(som, Fraction)
        return self.telling.bedrag(som)

    def gemiddeld(self, groep: Groep, maat: Maat, kant: str) -> Fraction | None:
        """Of those above (or below) zero."""
        som, aantal = self.bedrag(groep, maat, f"som_{kant}"), self.waarde(groep, maat, kant)
        return som / aantal if som is not None and aantal else None

    def uiterste(self, maat: Maat, kant: str) -> Fraction | None:
        """The highest (or lowest) value of all, when enough people lie on that side."""
        stand = self.stand(IEDEREEN, maat)
        if kant == "boven":
            kan = stand.boven.rijen and self.open(IEDEREEN, maat, "boven")
            return stand.hoogst if kan else None
        kan = stand.onder.rijen and self.open(IEDEREEN, maat, "onder")
        return stand.laagst if kan else None


def cijfers(
    telling: Telling,
    maten: Sequence[Maat],
    plaatsen: Sequence[Maat] = (),
    verdelingen: Sequence[Verdeling] = (),
) -> Cijfers:
    """What may be told of these measures. ``plaatsen``: those of which the value is a place."""
    verdeeld = {v.maat.naam: v for v in verdelingen}
    alles = Cijfers(telling, frozenset(), verdeeld)
    cellen: dict[Sleutel, Tal] = {}
    sommen: list[Som[Sleutel]] = []
    groepen = [g for g in telling.groepen if g != IEDEREEN]
    for groep, stand in telling.groepen.items():
        cellen[groep, "", ALLEN] = stand.tal
    rijen: list[tuple[str, str]] = [("", ALLEN)]
    for maat in (*maten, *plaatsen):
        delen = PLAATSDELEN if maat in plaatsen else DELEN
        klassen = tuple(verdeeld[maat.naam].delen) if maat.naam in verdeeld else ()
        rijen += [(maat.naam, deel) for deel in (*delen, *klassen)]
        for groep, stand in telling.groepen.items():
            if maat.naam not in stand.standen:
                continue
            for deel in (*delen, *klassen):
                cellen[groep, maat.naam, deel] = alles.tal(groep, maat, deel)
            samen = sum((alles.tal(groep, maat, deel) for deel in delen), NIEMAND)
            totaal: Sleutel = (groep, "", ALLEN)
            if samen != stand.tal:  # each of the many in a role counts: they are no households
                totaal = (groep, maat.naam, "leden")
                cellen[totaal] = samen
            sommen.append(Som(tuple((groep, maat.naam, deel) for deel in delen), totaal))
            if klassen:
                eigen = tuple((groep, maat.naam, klasse) for klasse in klassen)
                sommen.append(Som(eigen, (groep, maat.naam, verdeeld[maat.naam].samen)))
    if groepen:
        sommen += [
            Som(tuple((groep, naam, deel) for groep in groepen), (IEDEREEN, naam, deel))
            for naam, deel in rijen
            if (IEDEREEN, naam, deel) in cellen
            and any((groep, naam, deel) in cellen for groep in groepen)
        ]
    return Cijfers(telling, verberg(cellen, sommen, telling.te_klein), verdeeld)


# ------------------------------------------------------------------ in words


def getal(waarde: Fraction | None, decimalen: int = 0) -> str:
    """A number as people write it here; rounded for reading only."""
    if waarde is None:
        return "–"
    teken = "−" if round(waarde, decimalen) < 0 else ""
    geheel, deel = divmod(abs(round(waarde * 10**decimalen)), 10**decimalen)
    groot = f"{geheel:,}".replace(",", ".")
    return f"{teken}{groot},{deel:0{decimalen}d}" if decimalen else f"{teken}{groot}"


def euro(waarde: Fraction | None, decimalen: int = 0, *, plus: bool = False) -> str:
    """An amount of money; ``plus``: with its sign, since it is a change."""
    if waarde is None:
        return VERBORGEN
    kaal = getal(abs(waarde), decimalen)
    nul = round(waarde, decimalen) == 0
    teken = "−" if waarde < 0 and not nul else "+" if plus and not nul else ""
    return f"{teken}€ {kaal}"


def in_woorden(type_: Type) -> str:
    """The unit of a total, for the head of a column."""
    eenheid = eenheid_van(type_)
    return f" ({eenheid_in_woorden(eenheid)})" if eenheid and eenheid != "datum" else ""


def bedrag(waarde: Fraction | None, type_: Type) -> str:
    """A total or a mean, rounded for reading."""
    if waarde is None:
        return "–"
    if type_.soort is Soort.PERCENTAGE:
        return getal(waarde * 100, 2)
    klein = "€" not in dict(type_.eenheid.machten) and abs(waarde) < 100
    return getal(waarde, 2 if klein and waarde.denominator != 1 else 0)


def exact(waarde: Fraction | None) -> str | None:
    return None if waarde is None else str(waarde)


def groepnaam(groep: Groep) -> str:
    return " · ".join(groep) if groep else "iedereen"


def _natuurlijk(tekst: str) -> list[tuple[int, int, str]]:
    """2 before 10."""
    return [
        (0, int(deel), "") if deel.isdigit() else (1, 0, deel)
        for deel in re.split(r"(\d+)", tekst)
        if deel
    ]


__all__ = [
    "ALLEN",
    "DELEN",
    "IEDEREEN",
    "KLEIN",
    "PLAATSDELEN",
    "VERBORGEN",
    "WEINIG",
    "Cijfers",
    "Verdeling",
    "bedrag",
    "cijfers",
    "euro",
    "exact",
    "getal",
    "groepnaam",
    "in_woorden",
]
