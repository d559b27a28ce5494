"""The account of a population: of each margin what was aimed at and what came out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from wetsanalyse.bevolking.maken.marges import (
    Gebruik,
    Marge,
    Marges,
    Omrekenen,
    Regelingcijfer,
)
from wetsanalyse.bevolking.maken.meten import Telling, uitkomst
from wetsanalyse.bevolking.maken.plan import Bouwplan
from wetsanalyse.bevolking.maken.streven import streef

AARD = {
    "gemiddeld inkomen": "€", "mediaan inkomen": "€", "mediaan vermogen": "€",
    "inkomen van gepensioneerden": "€", "inkomen van allen": "€",
    "klein vermogen": "deel", "groot vermogen": "deel",
    "groene druk": "per 100", "grijze druk": "per 100",
}  # fmt: skip
"""The unit of a measure; what is not here is a number of households or persons."""


@dataclass(frozen=True, slots=True)
class Cijferregel:
    """One class of a margin. ``gepubliceerd``: the figure of the source; ``streven``: that figure
    brought to the year of the population."""

    klasse: tuple[str, ...]
    gepubliceerd: Fraction
    streven: Fraction
    uitkomst: Fraction

    @property
    def verschil(self) -> Fraction:
        """Relative to what was aimed at."""
        return (self.uitkomst - self.streven) / self.streven if self.streven else self.uitkomst


@dataclass(frozen=True, slots=True)
class Margeverslag:
    """One margin with its classes. ``eenheid``: empty for a number."""

    marge: Marge
    eenheid: str
    regels: tuple[Cijferregel, ...]

    @property
    def verplaatst(self) -> Fraction | None:
        """Which part would have to move to another class to have the margin exactly; None for what
        is no number."""
        if self.eenheid or len(self.regels) < 2:
            return None
        som = sum((r.streven for r in self.regels), Fraction(0))
        return sum((abs(r.uitkomst - r.streven) for r in self.regels), Fraction(0)) / som / 2

    @property
    def grootste(self) -> Cijferregel:
        """The class that is most off: of numbers the largest number, since a class of a few
        households is easily off by a large part."""
        if self.eenheid:
            return max(self.regels, key=lambda r: abs(r.verschil))
        return max(self.regels, key=lambda r: abs(r.uitkomst - r.streven))


@dataclass(frozen=True, slots=True)
class Raking:
    """How a table of cells was fitted."""

    naam: str
    cellen: int
    ronden: int
    afwijking: float
    kleinste: float
    grootste: float


@dataclass(frozen=True, slots=True)
class Bevolkingsverslag:
    """All that is told with a population. ``gewicht``: for how many households one stands."""

    huishoudens: int
    zaad: int
    jaar: int
    index: Fraction
    gewicht: Fraction
    marges: Marges
    ingepast: tuple[Margeverslag, ...]
    getoetst: tuple[Margeverslag, ...]
    rakingen: tuple[Raking, ...]


def maak_verslag(
    plan: Bouwplan, telling: Telling, zaad: int, jaar: int, index: Fraction
) -> Bevolkingsverslag:
    gewicht = Fraction(plan.marges.totaal, telling.huishoudens)
    alle = [_marge(plan.marges, m, telling, gewicht) for m in plan.marges.marges]
    namen = ("wie bij elkaar woont", "waarvan een huishouden leeft")
    return Bevolkingsverslag(
        telling.huishoudens,
        zaad,
        jaar,
        index,
        gewicht,
        plan.marges,
        tuple(m for m in alle if m.marge.gebruik is Gebruik.INPASSEN),
        tuple(m for m in alle if m.marge.gebruik is Gebruik.TOETS),
        tuple(
            Raking(naam, int((g.tabel > 0).sum()), g.ronden, g.afwijking, g.kleinste, g.grootste)
            for naam, g in zip(namen, plan.geraakt, strict=True)
        ),
    )


def _marge(marges: Marges, marge: Marge, telling: Telling, gewicht: Fraction) -> Margeverslag:
    gemeten = uitkomst(telling, marge.meet, gewicht)
    streven = {s: Fraction(v).limit_denominator(10**6) for s, v in streef(marges, marge).items()}
    if marge.omrekenen is Omrekenen.AANDEEL:
        som = sum((gemeten[s] for s in streven), Fraction(0))
        streven = {s: v * som for s, v in streven.items()}
    regels = tuple(Cijferregel(s, marge.waarden[s], streven[s], gemeten[s]) for s in marge.waarden)
    return Margeverslag(marge, AARD.get(marge.meet, ""), regels)


# ------------------------------------------------------------------ schemes


@dataclass(frozen=True, slots=True)
class Regelinguitkomst:
    """What a run over the population found for a scheme, raised to the whole country.
    ``per_groep``: the recipients by income group (``groep 1``); ``deel``: words about a part of
    the population that the run could not reach."""

    ontvangers: Fraction | None = None
    bedrag: Fraction | None = None
    per_groep: Mapping[str, Fraction] = field(default_factory=dict)
    deel: str = ""

    def van(self, cijfer: Regelingcijfer) -> Fraction | None:
        """What belongs beside a figure; None: this run does not say."""
        if cijfer.maat == "bedrag":
            return self.bedrag
        return self.per_groep.get(cijfer.groep) if cijfer.groep else self.ontvangers


@dataclass(frozen=True, slots=True)
class Toetsregel:
    """A run beside an official figure that nothing was fitted to. ``rechthebbenden``: the figure
    raised with those who are entitled and do not apply."""

    cijfer: Regelingcijfer
    uitkomst: Fraction
    rechthebbenden: Fraction | None
    deel: str

    @property
    def verschil(self) -> Fraction:
        """Of the run with the figure that it should resemble most."""
        naast = self.cijfer.getal if self.rechthebbenden is None else self.rechthebbenden
        return (self.uitkomst - naast) / naast


def toetsen(resultaten: Mapping[str, Regelinguitkomst], marges: Marges) -> tuple[Toetsregel, ...]:
    """Each official figure of a scheme that was run, in the order of the file."""
    regels = []
    for cijfer in marges.regelingen:
        resultaat = resultaten.get(cijfer.regeling)
        gevonden = None if resultaat is None else resultaat.van(cijfer)
        if resultaat is None or gevonden is None:
            continue
        niet = cijfer.niet_gebruikt
        recht = None if niet is None else cijfer.getal / (1 - niet)
        regels.append(Toetsregel(cijfer, gevonden, recht, resultaat.deel))
    return tuple(regels)
