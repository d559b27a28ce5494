"""What a whole population comes to: sums that are exact, and that can be added to one another.

Every batch gives its own counts; together they are those of the whole, in whatever order they
come. Of few nothing is told: see `KLEINSTE_GROEP`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
import pyarrow as pa

from wetsanalyse.bevolking.draaien import Doel
from wetsanalyse.bevolking.kolomrekenen import status_van
from wetsanalyse.bevolking.uitkomsten import BEREKEND, FOUT, LEEG, ONBESLIST, Uitkomstkolom
from wetsanalyse.bevolking.vorm import ZELF
from wetsanalyse.bevolking.wegen import GEHEEL, NIEMAND, Gewichten, Tal
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.run.kolommen import Getallen, Kolom, ledenrijen

KLEINSTE_GROEP = 10
"""Of fewer households nothing is told: they might be recognised."""
Groep = tuple[str, ...]
"""Values of the group columns, in order."""
IEDEREEN: Groep = ()


TALLEN = ("bekend", "boven", "onder", "leeg", "onbeslist", "fout")


@dataclass
class Stand:
    """One outcome of one group: how many have a value, above zero, below zero, leeg, undecided and
    with a fault; the sum of all values and of those above zero (times the weight), and how the
    values are spread over steps of equal width. Grows."""

    bekend: Tal = NIEMAND
    boven: Tal = NIEMAND
    onder: Tal = NIEMAND
    leeg: Tal = NIEMAND
    onbeslist: Tal = NIEMAND
    fout: Tal = NIEMAND
    som: Fraction = Fraction(0)
    som_boven: Fraction = Fraction(0)
    hoogst: Fraction | None = None
    laagst: Fraction | None = None
    treden: dict[int, Tal] = field(default_factory=dict)

    @property
    def nul(self) -> Tal:
        return self.bekend - self.boven - self.onder

    @property
    def onbekend(self) -> Tal:
        return self.onbeslist + self.fout

    @property
    def som_onder(self) -> Fraction:
        return self.som - self.som_boven

    def voeg_toe(self, ander: Stand) -> None:
        for naam in (*TALLEN, "som", "som_boven"):
            setattr(self, naam, getattr(self, naam) + getattr(ander, naam))
        hoog = [w for w in (self.hoogst, ander.hoogst) if w is not None]
        laag = [w for w in (self.laagst, ander.laagst) if w is not None]
        self.hoogst, self.laagst = max(hoog, default=None), min(laag, default=None)
        for trede, tal in ander.treden.items():
            self.treden[trede] = self.treden.get(trede, NIEMAND) + tal


@dataclass
class Groepstand:
    """A group: how many there are, and their outcomes by name."""

    tal: Tal = NIEMAND
    standen: dict[str, Stand] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Maat:
    """Something that is counted: its name, the width of a step of its spread, and whether it is a
    truth."""

    naam: str
    trede: Fraction = Fraction(1)
    waarheid: bool = False


@dataclass
class Telling:
    """All groups: everybody is always one, also of a table without rows. ``schaal``: parts of a
    household in which weights are counted."""

    groepen: dict[Groep, Groepstand] = field(default_factory=lambda: {IEDEREEN: Groepstand()})
    schaal: int = 1

    def voeg_toe(self, ander: Telling) -> None:
        assert self.schaal == ander.schaal or not self.groepen[IEDEREEN].tal.rijen
        self.schaal = ander.schaal
        for groep, stand in ander.groepen.items():
            eigen = self.groepen.setdefault(groep, Groepstand())
            eigen.tal += stand.tal
            for naam, deel in stand.standen.items():
                eigen.standen.setdefault(naam, Stand()).voeg_toe(deel)

    def aantal(self, tal: Tal) -> Fraction:
        """How many households that stands for."""
        return Fraction(tal.gewicht, self.schaal)

    def bedrag(self, som: Fraction) -> Fraction:
        """A weighed sum in its own unit."""
        return som / self.schaal

    def te_klein(self, tal: Tal) -> bool:
        """Whether there are too few to tell of; nobody at all is no group."""
        weinig = tal.rijen < KLEINSTE_GROEP or self.aantal(tal) < KLEINSTE_GROEP
        return tal.rijen > 0 and weinig


def naam_van(doel: Doel) -> str:
    """An outcome of somebody in a role is named after it."""
    return doel.eigenschap if doel.wie == ZELF else f"{doel.wie}: {doel.eigenschap}"


def maat_van(doel: Doel) -> Maat:
    return Maat(naam_van(doel), trede_van(doel.type), doel.type.soort is Soort.BOOLEAN)


def trede_van(type_: Type) -> Fraction:
    """How wide a step of the spread is: a hundred euro a year, ten a month, a percent, else one."""
    if type_.soort is Soort.PERCENTAGE:
        return Fraction(1, 100)
    eenheid = dict(type_.eenheid.machten)
    if "€" not in eenheid:
        return Fraction(1)
    return Fraction(10) if "mnd" in eenheid else Fraction(100)


# ------------------------------------------------------------------ counting one batch


def tel(
    maten: Mapping[Maat, Uitkomstkolom],
    gewichten: Kolom | None,
    groepen: Mapping[str, pa.Array],
    aantal: int,
) -> Telling:
    """The counts of one batch of so many households."""
    weging = Gewichten.van(gewichten, aantal)
    telling = Telling(schaal=1 if gewichten is None else gewichten.schaal)
    for groep, rijen in _groepen(groepen, aantal):
        stand = Groepstand((weging if rijen is None else weging.rijen(rijen)).tal)
        for maat, kolom in maten.items():
            stand.standen[maat.naam] = _stand(maat, kolom, weging, rijen)
        telling.groepen[groep] = stand
    return telling


def _groepen(
    groepen: Mapping[str, pa.Array], aantal: int
) -> Iterable[tuple[Groep, Getallen | None]]:
    """Everybody (None: all rows), and each group with its rows."""
    yield IEDEREEN, None
    if not groepen or not aantal:
        return
    codes, namen = [], []
    for kolom in groepen.values():
        woorden = kolom.cast(pa.string()).fill_null("(leeg)").dictionary_encode()
        codes.append(woorden.indices.to_numpy(zero_copy_only=False).astype(np.int64))
        namen.append(woorden.dictionary.to_pylist())
    samen = codes[0]
    for code, naam in zip(codes[1:], namen[1:], strict=True):
        samen = samen * len(naam) + code
    if int(samen.max()) < MEESTE_TREDEN:
        samen = samen.astype(np.uint16)  # these are sorted much faster
    volgorde = np.argsort(samen, kind="stable")
    gesorteerd = samen[volgorde]
    begin = np.flatnonzero(np.append(True, gesorteerd[1:] != gesorteerd[:-1]))
    for van, tot in zip(begin, [*begin[1:], aantal], strict=True):
        plek = int(volgorde[van])
        groep = tuple(namen[i][int(codes[i][plek])] for i in range(len(codes)))
        yield groep, volgorde[van:tot]


def _stand(maat: Maat, uit: Uitkomstkolom, weging: Gewichten, rijen: Getallen | None) -> Stand:
    kolom, waarden = uit.kolom, uit.kolom.waarden
    status = None if uit.status is None and kolom.leeg is None else status_van(uit)
    if uit.grenzen is not None:
        weging = weging.herhaal(np.diff(uit.grenzen))
        rijen = None if rijen is None else ledenrijen(uit.grenzen, rijen)
    if rijen is not None:
        waarden, weging = waarden[rijen], weging.rijen(rijen)
        status = None if status is None else status[rijen]
    stand = Stand()
    if status is not None:
        bekend = status == BEREKEND
        stand.leeg = weging.waar(status == LEEG).tal
        stand.onbeslist = weging.waar(status == ONBESLIST).tal
        stand.fout = weging.waar(status == FOUT).tal
        waarden, weging = waarden[bekend], weging.waar(bekend)
    stand.bekend = weging.tal
    boven = waarden > 0
    stand.boven = weging.waar(boven).tal
    if kolom.teksten is not None or maat.waarheid or not len(waarden):
        return stand
    waarden = waarden.astype(np.int64, copy=False)
    laag, hoog = int(waarden.min()), int(waarden.max())
    stand.laagst, stand.hoogst = Fraction(laag, kolom.schaal), Fraction(hoog, kolom.schaal)
    stand.som = stand.som_boven = Fraction(weging.som(waarden), kolom.schaal)
    if laag < 0:
        stand.onder = weging.waar(waarden < 0).tal
        stand.som_boven = Fraction(weging.waar(boven).som(waarden[boven]), kolom.schaal)
    stand.treden = _treden(waarden, weging, maat.trede * kolom.schaal)
    return stand


MEESTE_TREDEN = 1 << 16


def _treden(waarden: Getallen, weging: Gewichten, breedte: Fraction) -> dict[int, Tal]:
    """How many there are in each step ``[n * breedte, (n + 1) * breedte)``."""
    groot = max(int(waarden.max()), -int(waarden.min())) * breedte.denominator
    if max(groot, breedte.numerator) > GEHEEL:
        return {}  # spread over more steps than anybody can look at
    treden = waarden * breedte.denominator // breedte.numerator
    laag = int(treden.min())
    if int(treden.max()) - laag < MEESTE_TREDEN:
        return {laag + plek: tal for plek, tal in weging.verdeel(treden - laag).items()}
    bezet, plaatsen = np.unique(treden, return_inverse=True)
    return {int(bezet[plek]): tal for plek, tal in weging.verdeel(plaatsen).items()}


__all__ = [
    "KLEINSTE_GROEP",
    "NIEMAND",
    "TALLEN",
    "Groep",
    "Groepstand",
    "Maat",
    "Stand",
    "Tal",
    "Telling",
    "maat_van",
    "naam_van",
    "tel",
    "trede_van",
]
