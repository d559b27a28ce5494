"""P02 marginale druk: who earns more keeps less. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil

from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat, langs_as
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.eigen_geld import telt_zelf
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.run.exact import Waarde
from wetsanalyse.run.verloop import Stuk


def marginale_druk(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """Over a band of income, more is lost than was earned. Only on an axis of money per time
    that the model calls a measure of need; the income itself counts once."""
    if not is_inkomen(veeg):
        return
    drempel = drempels.van("P02", "hard")
    per_eenheid = veeg.as_.eenheid * _keer_per_jaar(veeg) * jaarmaat(veeg.plan)
    # The smallest whole number of legal units that makes the band.
    stap = ceil(drempels.van("P02", "band").waarde * jaarmaat(veeg.plan) / per_eenheid)
    band = stap * per_eenheid
    meegeteld = Fraction(0) if telt_zelf(veeg, "voordelen") else Fraction(1)
    verlies = (drempel.waarde - 1 + meegeteld) * band
    beste: Waarneming | None = None
    waarde = _bekende_waarden(veeg)
    for x in _bandkandidaten(veeg, stap, verlies):
        voor, na = waarde(x), waarde(x + stap)
        if not (isinstance(voor, Fraction) and isinstance(na, Fraction)):
            continue
        druk = 1 - ((na - voor) / band + meegeteld)
        if druk > drempel.waarde and (beste is None or druk > beste.maat):
            beste = langs_as(
                "P02",
                veeg,
                x + stap,
                x,
                druk,
                "deel van elke euro",
                drempel,
                Verlies(max(verlies, Fraction(1))),
                garantie=_bandgarantie(veeg),
            )
    if beste is not None:
        yield beste


def _bandgarantie(veeg: Veeg) -> str:
    """Where rounding bends the pieces, a band a little worse than the one shown may exist."""
    recht = all(s.binnengrens == 0 for s in veeg.netto.stukken)
    return veeg.netto.garantie if recht else "gezocht"


def _bekende_waarden(veeg: Veeg) -> Callable[[int], Waarde]:
    """The net position at a place; the ends of pieces are known, the rest is run once."""
    bekend: dict[int, Waarde] = {}
    for stuk in veeg.netto.stukken:
        bekend[stuk.van], bekend[stuk.tot] = stuk.waarde_van, stuk.waarde_tot

    def waarde(x: int) -> Waarde:
        if x not in bekend:
            bekend[x] = veeg.netto.waarde(x)
        return bekend[x]

    return waarde


def _bandkandidaten(veeg: Veeg, stap: int, verlies: Fraction) -> list[int]:
    """Where a band can begin in which the most is lost: at the end of a piece, or so that it
    ends at the start of one. Bands that cannot lose more than ``verlies`` are left out."""
    stukken = veeg.netto.stukken
    kandidaten = {x for s in stukken for x in (s.van, s.tot, s.van - stap, s.tot - stap)}
    daling = [(g.rechts, max(Fraction(0), -(g.sprong or Fraction(0)))) for g in veeg.netto.grenzen]
    gevonden: list[int] = []
    for x in sorted(kandidaten):
        if not veeg.as_.van <= x <= veeg.as_.tot - stap:
            continue
        hoogstens = sum((d for bij, d in daling if x < bij <= x + stap), Fraction(0))
        for s in stukken:
            lengte = min(s.tot, x + stap) - max(s.van, x)
            if lengte > 0 and s.helling is not None and s.binnengrens is not None:
                hoogstens += max(Fraction(0), -s.helling) * lengte + s.binnengrens
            elif lengte > 0 and isinstance(s.waarde_van, Fraction):
                hoogstens += max(Fraction(0), -_verschil(s)) if s.richting else verlies + 1
        if hoogstens > verlies:
            gevonden.append(x)
    return gevonden


def _verschil(stuk: Stuk) -> Fraction:
    assert isinstance(stuk.waarde_van, Fraction) and isinstance(stuk.waarde_tot, Fraction)  # noqa: PT018
    return stuk.waarde_tot - stuk.waarde_van


def is_inkomen(veeg: Veeg) -> bool:
    """An amount per month or year, declared as `meer behoefte bij lager …`."""
    objecttype = veeg.casus.huishouden.typen[veeg.object]
    bereik = veeg.plan.model.invoerbereiken.get(objecttype)
    eenheid = veeg.as_attribuut.type.eenheid
    per_tijd = {n for n, e in eenheid.machten if e < 0} & {"jr", "mnd"}
    geld = any(n == "€" and e == 1 for n, e in eenheid.machten)
    verklaard = bereik is not None and ("lager", veeg.as_attribuut.naam) in bereik.behoeften
    return bool(per_tijd) and geld and verklaard


def _keer_per_jaar(veeg: Veeg) -> int:
    """How often the axis is paid in a year."""
    eenheid = veeg.as_attribuut.type.eenheid
    return 12 if ("mnd", -1) in eenheid.machten else 1


def _titel(w: Waarneming, verlies: str) -> str:
    naar, van = w.onderscheid.teksten
    return (
        f"Wie meer verdient houdt minder over: {w.onderscheid.naam} van {van} naar {naar} kost "
        f"{verlies}"
    )


P02 = Patroon(
    "P02",
    "marginale druk",
    "2P",
    "Houdt wie meer verdient minder over?",
    "de curve, met de band waarin meer wordt verloren dan verdiend",
    "een band van een paar euro; iets eenmaligs",
    _titel,
    {"as": marginale_druk},
)
