"""How severe one outcome is, as a number from 0 to 1 with all of its parts. [hardheid 9]

The number only serves to put findings in order. Its parts are exact; of the ratio the logarithm is
taken to a fixed number of decimals, so that every run gives the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction

from wetsanalyse.analyses.maten.weging import ONDERDELEN, Weging
from wetsanalyse.analyses.verlopen.positie import EURO
from wetsanalyse.run.weergave import toon, toon_getal

NUL, EEN = Fraction(0), Fraction(1)
LETTERS = {"verlies": "L", "verhouding": "R", "bodem": "F", "duur": "D", "verwijt": "V"}
_REKENEN = Context(prec=40)
_LOGDECIMALEN = 12
DECIMALEN = 3
"""Of a score; two that differ less are equal."""


@dataclass(frozen=True, slots=True)
class Verwijt:
    """Which sort of blame, and why. Not ``bekend``: nothing in the model speaks of it."""

    soort: str
    reden: str
    bekend: bool = True


@dataclass(frozen=True, slots=True)
class Ernstfeiten:
    """What severity is made of, before anything is weighed. ``tekortkoming`` in euro, ``diepte`` a
    share of the floor; None: the model does not give it."""

    verlies: Fraction
    tekortkoming: Fraction | None
    diepte: Fraction | None
    maanden: Fraction
    verwijt: Verwijt
    sterkte: Fraction
    """Of the strongest way out that covers the citizen."""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One part: ``waarde`` from 0 to 1, and the number that it comes from, in words. Not
    ``bekend``: the model does not say, so that ``waarde`` is what counts when nothing is known."""

    naam: str
    waarde: Fraction
    gewicht: Fraction
    ongewogen: str
    bekend: bool = True

    @property
    def bijdrage(self) -> Fraction:
        return self.waarde * self.gewicht


@dataclass(frozen=True, slots=True)
class Ernstscore:
    """The parts in the order of the weights; ``uitweg`` is what the ways out leave of it."""

    onderdelen: tuple[Onderdeel, ...]
    uitweg: Fraction
    uitweg_ongewogen: str

    @property
    def ongerond(self) -> Fraction:
        return sum((o.bijdrage for o in self.onderdelen), NUL) * self.uitweg

    @property
    def waarde(self) -> Fraction:
        return rond(self.ongerond, DECIMALEN)

    @property
    def onder_bodem(self) -> bool:
        """Whether the step takes somebody below the floor of subsistence."""
        return self.deel("bodem") > 0

    def deel(self, naam: str) -> Fraction:
        return next(o.waarde for o in self.onderdelen if o.naam == naam)

    def met(self, weging: Weging) -> Ernstscore:
        """The same outcome under other weights."""
        nieuw = (replace(o, gewicht=weging.gewichten[o.naam]) for o in self.onderdelen)
        return replace(self, onderdelen=tuple(nieuw))


def ernst(feiten: Ernstfeiten, weging: Weging) -> Ernstscore:
    """Weigh the facts of one outcome."""
    rij = (_verlies, _verhouding, _bodem, _duur, _verwijt)
    onderdelen = tuple(maak(feiten, weging) for maak in rij)
    over = max(NUL, 1 - feiten.sterkte / weging.einden["uitweg"])
    sterkte = f"de sterkste uitweg heeft sterkte {toon_getal(feiten.sterkte)}"
    return Ernstscore(onderdelen, over, sterkte)


KOPPEN = ("onderdeel", "ongewogen", "waarde", "gewicht", "bijdrage")


def rijen(score: Ernstscore) -> tuple[tuple[str, ...], ...]:
    """The calculation, ready to be printed: a row for each part, what the ways out leave, and the
    outcome."""
    delen = [
        (f"{o.naam} ({LETTERS[o.naam]})", o.ongewogen, _kort(o.waarde), _kort(o.gewicht),
         _kort(o.bijdrage))
        for o in score.onderdelen
    ]  # fmt: skip
    return (
        *delen,
        ("uitweg (Z)", score.uitweg_ongewogen, _kort(score.uitweg), "keer", ""),
        ("ernst", "", "", "", _kort(score.ongerond)),
    )


def rond(getal: Fraction, decimalen: int) -> Fraction:
    """To so many decimals, a half upwards."""
    macht = 10**decimalen
    return Fraction((getal * macht * 2 + 1) // 2, macht)


def log10(getal: Fraction) -> Fraction:
    """To a fixed number of decimals. For a score; never for an amount."""
    deling = _REKENEN.divide(Decimal(getal.numerator), Decimal(getal.denominator))
    return rond(Fraction(_REKENEN.log10(deling)), _LOGDECIMALEN)


def som_van_delen(delen: Mapping[str, Fraction], weging: Weging) -> Fraction:
    """Parts that were added up over many citizens, weighed."""
    return sum((weging.gewichten[naam] * delen[naam] for naam in ONDERDELEN), NUL)


# ------------------------------------------------------------------ the parts


def _verlies(f: Ernstfeiten, w: Weging) -> Onderdeel:
    maanden = max(f.verlies, NUL) / w.bijstandsnorm
    tekst = f"{_euro(f.verlies)} is {_kort(maanden)} maanden bijstandsnorm"
    waarde = min(EEN, maanden / w.einden["verlies"])
    return Onderdeel("verlies", waarde, w.gewichten["verlies"], tekst)


def _verhouding(f: Ernstfeiten, w: Weging) -> Onderdeel:
    gewicht = w.gewichten["verhouding"]
    if f.tekortkoming is None or f.tekortkoming <= 0:
        tekst = "niet te meten: wat de twee scheelt, is geen bedrag"
        return Onderdeel("verhouding", NUL, gewicht, tekst, bekend=False)
    rho = max(f.verlies, NUL) / f.tekortkoming
    waarde = min(EEN, log10(max(rho, EEN)) / w.einden["verhouding"])
    tekst = f"{_kort(rho)} keer de tekortkoming van {_euro(f.tekortkoming)}"
    return Onderdeel("verhouding", waarde, gewicht, tekst)


def _bodem(f: Ernstfeiten, w: Weging) -> Onderdeel:
    gewicht = w.gewichten["bodem"]
    if f.diepte is None:
        tekst = "onbekend: het model noemt geen bodem"
        return Onderdeel("bodem", NUL, gewicht, tekst, bekend=False)
    waarde = min(EEN, max(NUL, f.diepte))
    tekst = f"in de krapste maand {_kort(waarde * 100)} % onder de bodem"
    return Onderdeel("bodem", waarde, gewicht, tekst)


def _duur(f: Ernstfeiten, w: Weging) -> Onderdeel:
    waarde = min(EEN, f.maanden / w.einden["duur"])
    tekst = f"{_kort(f.maanden)} maanden"
    return Onderdeel("duur", waarde, w.gewichten["duur"], tekst)


def _verwijt(f: Ernstfeiten, w: Weging) -> Onderdeel:
    v = f.verwijt
    tekst = f"{v.soort}: {v.reden}"
    return Onderdeel("verwijt", w.verwijt[v.soort], w.gewichten["verwijt"], tekst, v.bekend)


def _kort(getal: Fraction) -> str:
    return toon_getal(rond(getal, DECIMALEN))


def _euro(bedrag: Fraction) -> str:
    return toon(rond(bedrag, 2), EURO)
