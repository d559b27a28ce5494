"""Columns in, columns out: the compiled plan of one household shape.

Rows with a number outside the range for which the source is proven are found before it runs;
they and the rows that the source itself marks are given back as "not known here".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

import numpy as np

from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel, OordeelSleutel
from wetsanalyse.run.kernel.over_leden import MEESTE_LEDEN
from wetsanalyse.run.kernel.programma import Brontekst, Ingang, Opdracht, Uitgang, schrijf
from wetsanalyse.run.kernel.rollen import Ledenlijst
from wetsanalyse.run.kernel.waarde import Aard
from wetsanalyse.run.kolommen import Getallen, Kolom, Masker, ledenrijen

RUIMTEN = (
    (10**12, 1000),
    (10**10, 1000),
    (10**9, 1000),
    (10**8, 1000),
    (10**8, 100),
    (10**7, 100),
    (10**7, 10),
)
"""How large a number in a column may be: in whole units, and, where an Invoerbereik tells what is
usual, so many times that. The widest is tried first."""


Nieuw = Callable[[int, Any], Any]
"""Makes a column of so many rows and of such a kind; what stands in it has no meaning."""


@dataclass(frozen=True, slots=True)
class Kernuitkomst:
    """One goal for all rows (of a list: for all members), in a column as narrow as its bounds
    allow. ``exact``: where the exact interpreter must say what it is (None: nowhere)."""

    kolom: Kolom
    exact: Masker | None
    lid: str | None


@dataclass(frozen=True, slots=True)
class Gegevens:
    """What a kernel reads: the columns of persons of whom there is one, and of every list its
    bounds and the columns of its members."""

    n: int
    kolommen: Mapping[InvoerSleutel, Kolom]
    grenzen: Mapping[str, Getallen] = field(default_factory=dict)


@dataclass(frozen=True)
class Kern:
    """A plan that can be run on columns. ``nullen``: the inputs that may be leeg in this one."""

    opdracht: Opdracht
    bron: Brontekst
    functie: Callable[..., bool] = field(repr=False, compare=False)

    @property
    def redenen(self) -> Mapping[int, str]:
        """Of the goals that are not computed here, why."""
        return self.bron.redenen

    def reken(self, gegevens: Gegevens, nieuw: Nieuw | None = None) -> dict[int, Kernuitkomst]:
        """Every goal that can be computed here. ``nieuw``: gives the columns to write in."""
        uit = [self._uitgang(u, gegevens, nieuw or _nieuw) for u in self.bron.uitgangen]
        kolommen = [self._ingang(ingang, gegevens) for ingang in self.bron.ingangen]
        buiten: Masker | None = None
        if self._draai(gegevens, kolommen, uit):
            buiten = te_veel_leden(gegevens)
            for i, ingang in enumerate(self.bron.ingangen):
                fout = _te_ver(ingang, *kolommen[i])
                buiten = _samen(buiten, _naar_rijen(fout, ingang.lid, gegevens))
        return {
            u.slot: self._uitkomst(u, waarden, staat, buiten, gegevens)
            for u, (waarden, staat) in zip(self.bron.uitgangen, uit, strict=True)
        }

    def _draai(
        self,
        gegevens: Gegevens,
        kolommen: Sequence[tuple[Any, Masker | None]],
        uit: Sequence[tuple[Any, Any]],
    ) -> bool:
        """All rows; whether something was not within what is proven."""
        delen = [d for paar in (*kolommen, *uit) for d in paar if d is not None]
        grenzen = [gegevens.grenzen[rol] for rol in self.bron.lijsten]
        los = any(
            _te_ver(ingang, *kolom) is not None
            for ingang, kolom in zip(self.bron.ingangen, kolommen, strict=True)
            if ingang.gelijk
        )
        return bool(self.functie(gegevens.n, *grenzen, *delen)) or los

    def _ingang(self, ingang: Ingang, gegevens: Gegevens) -> tuple[Any, Masker | None]:
        """Values, and where they are leeg if that may be."""
        kolom = gegevens.kolommen[ingang.sleutel]
        assert kolom.schaal == ingang.schaal, (ingang.sleutel, kolom.schaal, ingang.schaal)
        waarden = kolom.waarden
        if kolom.teksten is not None:
            nummers = {tekst: i for i, tekst in enumerate(self.bron.teksten)}
            eigen = [nummers.get(t, len(nummers) + i) for i, t in enumerate(kolom.teksten)]
            waarden = np.array(eigen or [0], np.int64)[waarden]
        if not ingang.leeg:
            return waarden, None
        return waarden, np.zeros(len(waarden), np.bool_) if kolom.leeg is None else kolom.leeg

    def _uitgang(self, uitgang: Uitgang, gegevens: Gegevens, nieuw: Nieuw) -> tuple[Any, Any]:
        n = gegevens.n if uitgang.lid is None else int(gegevens.grenzen[uitgang.lid][-1])
        soort = self.soort(uitgang, gegevens)
        return nieuw(n, soort), nieuw(n, np.uint8) if uitgang.staat else None

    def soort(self, uitgang: Uitgang, gegevens: Gegevens) -> Any:
        """The kind of column that an outcome comes in: no less than half as wide as what is read,
        for then putting the numbers together takes longer than it saves in memory."""
        breed = (gegevens.kolommen[i.sleutel].waarden.itemsize for i in self.bron.ingangen)
        return uitgang.soort(max(breed, default=8) // 2)

    def _uitkomst(
        self, uitgang: Uitgang, waarden: Any, staat: Any, buiten: Masker | None, gegevens: Gegevens
    ) -> Kernuitkomst:
        exact = buiten
        if exact is not None and uitgang.lid is not None:
            grenzen = gegevens.grenzen[uitgang.lid]
            exact = np.repeat(exact, grenzen[1:] - grenzen[:-1])
        leeg: Masker | None = None
        if staat is not None:
            leeg = (staat & 1) != 0
            exact = _samen(exact, (staat & 2) != 0)
            waarden[leeg] = 0
        teksten = self.bron.teksten if uitgang.aard is Aard.TEKST else None
        return Kernuitkomst(Kolom(waarden, leeg, uitgang.schaal, teksten), exact, uitgang.lid)


def _nieuw(n: int, soort: Any) -> Any:
    """A column to write in; what stands in it has no meaning."""
    return np.empty(n, soort)


def _te_ver(ingang: Ingang, waarden: Any, leeg: Masker | None) -> Masker | None:
    """Where a value lies outside what is proven (None: nowhere)."""
    fout = (waarden < ingang.laag) | (waarden > ingang.hoog)
    if leeg is not None:
        fout &= ~leeg
    return fout if fout.any() else None


def _samen(een: Masker | None, ander: Masker | None) -> Masker | None:
    if een is None or ander is None:
        return ander if een is None else een
    return np.asarray(een | ander, np.bool_)


def _naar_rijen(fout: Masker | None, lid: str | None, gegevens: Gegevens) -> Masker | None:
    """A household of which one member falls outside falls outside as a whole."""
    if fout is None:
        return None
    if lid is None:
        return np.broadcast_to(fout, gegevens.n)
    grenzen = gegevens.grenzen[lid]
    uit = np.zeros(gegevens.n, np.bool_)
    uit[np.searchsorted(grenzen, np.flatnonzero(fout), side="right") - 1] = True
    return uit


def te_veel_leden(gegevens: Gegevens) -> Masker | None:
    """Households with a list that is longer than the source is proven for."""
    buiten: Masker | None = None
    for grenzen in gegevens.grenzen.values():
        lang = (grenzen[1:] - grenzen[:-1]) > MEESTE_LEDEN
        if lang.any():
            buiten = _samen(buiten, lang)
    return buiten


# ------------------------------------------------------------------ making one


def _kosten(bron: Brontekst) -> tuple[int, int, int]:
    return len(bron.redenen), bron.ingeperkt, bron.trage_delingen


def maak_kern(
    plan: GroundPlan,
    doelen: Sequence[int],
    kolommen: Iterable[InvoerSleutel],
    *,
    nullen: Iterable[InvoerSleutel] = (),
    lijsten: Mapping[str, Ledenlijst] | None = None,
    bereiken: Mapping[InvoerSleutel, Fraction] | None = None,
    oordelen: Mapping[OordeelSleutel, bool] | None = None,
    leeg: Iterable[InvoerSleutel] = (),
    gelijk: Iterable[InvoerSleutel] = (),
) -> Kern:
    """The kernel of a plan. ``nullen``: the columns that may have leeg cells; ``lijsten``: the
    roles that many may hold, by name; ``bereiken``: the largest usual size of an input, from its
    Invoerbereik; ``leeg``: truths of which nothing is known (others without a column are false);
    ``gelijk``: columns of one cell, which counts for every row."""
    from wetsanalyse.run.kernel.compileer import compileer

    eerste = Opdracht(
        plan,
        tuple(dict.fromkeys(doelen)),
        lijsten or {},
        frozenset(kolommen),
        frozenset(nullen),
        RUIMTEN[0][0],
        {},
        oordelen,
        frozenset(leeg),
        frozenset(gelijk),
    )
    pogingen = [
        replace(
            eerste, ruimte=ruimte, bereiken={s: keer * top for s, top in (bereiken or {}).items()}
        )
        for ruimte, keer in (RUIMTEN if bereiken else dict(RUIMTEN).items())
    ]
    poging, bron = _beste(pogingen)
    return Kern(poging, bron, compileer(bron.tekst))


def _beste(pogingen: Sequence[Opdracht]) -> tuple[Opdracht, Brontekst]:
    """As many goals as can be; then as few narrowed numbers, as few slow divisions, and as wide
    as can be."""
    gedaan: list[tuple[Opdracht, Brontekst]] = []
    for poging in pogingen:
        gedaan.append((poging, schrijf(poging)))
        if not any(_kosten(gedaan[-1][1])):
            break
    return min(gedaan, key=lambda paar: _kosten(paar[1]))


__all__ = ["Gegevens", "Kern", "Kernuitkomst", "Ledenlijst", "ledenrijen", "maak_kern"]
