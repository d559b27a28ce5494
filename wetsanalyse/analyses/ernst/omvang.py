"""How many people an outcome hits, and how hard all together. [hardheid 9, 11.6]

A household is hit when it is harsh for it, and would not be on the unharmed side of the finding:
the same rule, but its own calculation. Everybody beyond a border of money counts only as long as
the loss is a multiple of how far beyond it they are: who is far above an asset limit loses an
allowance, and that is what the limit is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import isqrt
from types import MappingProxyType

from wetsanalyse.analyses.burgers.bevolking import Bevolking, personen, te_klein
from wetsanalyse.analyses.ernst.ernstfeiten import feiten_van, gevolg, tekortkoming
from wetsanalyse.analyses.ernst.geraakt import Geheugen, Treffer, te_meten, treffer
from wetsanalyse.analyses.ernst.score import NUL, Ernstscore, ernst, som_van_delen
from wetsanalyse.analyses.maten.weging import ONDERDELEN, Weging
from wetsanalyse.analyses.oorzaak.zaak import Zaak

Z95 = Fraction(49, 25)
"""1.96: of a normal distribution 95 % lies within so many standard deviations."""
HOE = (
    "95 %-interval bij benadering: elk huishouden is een trekking met kans 1 gedeeld door zijn "
    "gewicht; bij gewicht 1 is er geen onzekerheid"
)


@dataclass(frozen=True, slots=True)
class Omvang:
    """``delen``: each part of severity, added up with the weights of the households, so that other
    weights of severity ask for no new run. The interval is of the weights of the households only;
    nothing in it is of the model."""

    delen: Mapping[str, Fraction]
    massa: Fraction
    interval: tuple[Fraction, Fraction]
    euro_per_jaar: Fraction
    huishoudens: Fraction
    personen: Fraction
    synthetisch: bool
    bron: str

    def massa_bij(self, weging: Weging) -> Fraction:
        """What ``massa`` is under other weights of severity."""
        return som_van_delen(self.delen, weging)


@dataclass(frozen=True, slots=True)
class TeKlein:
    """Fewer persons than may be told of."""

    synthetisch: bool
    bron: str


@dataclass
class _Teller:
    """Adds up the households that are hit; only inside `omvang`."""

    weging: Weging
    delen: dict[str, Fraction] = field(default_factory=lambda: dict.fromkeys(ONDERDELEN, NUL))
    massa: Fraction = NUL
    variantie: Fraction = NUL
    euro: Fraction = NUL
    huishoudens: Fraction = NUL
    personen: Fraction = NUL

    def tel(self, score: Ernstscore, gewicht: Fraction, per_jaar: Fraction, aantal: int) -> None:
        for o in score.onderdelen:
            self.delen[o.naam] += gewicht * o.waarde * score.uitweg
        self.massa += gewicht * score.ongerond
        self.variantie += max(NUL, gewicht * (gewicht - 1)) * score.ongerond**2
        self.euro += gewicht * per_jaar
        self.huishoudens += gewicht
        self.personen += gewicht * aantal


def omvang(
    zaak: Zaak, bevolking: Bevolking, weging: Weging, rho: Fraction, geheugen: Geheugen
) -> Omvang | TeKlein | None:
    """``massa`` of one case in a population. ``rho``: from how many times the shortcoming a
    consequence is harsh. None: not to be measured, since a population has no histories."""
    if not te_meten(zaak.waarneming):
        return None
    teller = _Teller(weging)
    for casus, gewicht in bevolking.huishoudens:
        gevonden = treffer(zaak, casus, geheugen)
        if gevonden is None or not _onevenredig(gevonden, rho):
            continue
        w, paar = gevonden.waarneming, gevonden.paar
        feiten = feiten_van(w, paar, zaak.dekking.sterkte, weging)
        per_jaar = feiten.verlies * 12 / feiten.maanden
        aantal = personen(casus, zaak.plan.model)
        teller.tel(ernst(feiten, weging), gewicht, per_jaar, aantal)
    if te_klein(teller.personen):
        return TeKlein(bevolking.synthetisch, bevolking.bron)
    marge = Z95 * wortel(teller.variantie)
    return Omvang(
        MappingProxyType(teller.delen),
        teller.massa,
        (max(NUL, teller.massa - marge), teller.massa + marge),
        teller.euro,
        teller.huishoudens,
        teller.personen,
        bevolking.synthetisch,
        bevolking.bron,
    )


def _onevenredig(t: Treffer, rho: Fraction) -> bool:
    tekort = tekortkoming(t.waarneming, t.paar)
    return tekort is None or gevolg(t.waarneming, t.paar) >= rho * tekort


def samen(delen: list[Omvang | TeKlein | None]) -> Omvang | TeKlein | None:
    """Of several cases of one finding the one that hits the most: they may hit the same people, so
    they are never added up."""
    gemeten = [d for d in delen if isinstance(d, Omvang)]
    if gemeten:
        return max(gemeten, key=lambda o: o.massa)
    return next((d for d in delen if d is not None), None)


def wortel(getal: Fraction) -> Fraction:
    """A square root to six decimals, downwards."""
    macht = 10**12
    return Fraction(isqrt(getal.numerator * macht // getal.denominator), 10**6)


def met_gewicht(o: Omvang, weging: Weging) -> Omvang:
    """The same citizens, with other weights of severity. The interval belongs to the old ones and
    moves along."""
    nieuw = o.massa_bij(weging)
    keer = nieuw / o.massa if o.massa else NUL
    return replace(o, massa=nieuw, interval=(o.interval[0] * keer, o.interval[1] * keer))
