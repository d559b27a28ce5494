"""The patterns that look along an axis. Each is one value with the same shape: what it is, what
it shows, where it can be wrong, and a function from a sweep to what it saw. No pattern knows a
law. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import pairwise

from wetsanalyse.analyses.bevinding import Drempel
from wetsanalyse.analyses.drempels import Drempels
from wetsanalyse.analyses.hardheidsproef import Hardheidsproef, Verhouding, Verlies
from wetsanalyse.analyses.positie import JAAR, VOORDEEL, venster
from wetsanalyse.analyses.vegen import Veeg, normvraag, personen
from wetsanalyse.model.model import Evenredigheidsnorm
from wetsanalyse.run.exact import Waarde
from wetsanalyse.run.sweep import Verloop
from wetsanalyse.run.verloop import Grens, Sprong, Stuk, sprongen


@dataclass(frozen=True, slots=True)
class Waarneming:
    """What a pattern saw: at ``x_burger`` it is harsh, at ``x_buur`` not. ``stap`` is the
    comparison that splits them, where it is known; ``hard`` says what counts as harsh when the
    citizen is run again."""

    patroon: str
    veeg: Veeg = field(repr=False)
    x_burger: int
    x_buur: int
    maat: Fraction
    eenheid: str
    drempel: Drempel
    hard: Hardheidsproef
    stap: int | None = None
    norm: Evenredigheidsnorm | None = None
    garantie: str | None = None
    """Along the axis; None: that of the sweep."""

    @property
    def regel(self) -> str | None:
        """The rule that the splitting comparison belongs to."""
        return self.veeg.grond.steps[self.stap].regel if self.stap is not None else None


@dataclass(frozen=True, slots=True)
class Patroon:
    """``soort`` as in the catalogue: P one execution, 2P a pair, G the graph alone."""

    id: str
    naam: str
    soort: str
    vraag: str
    bewijs: str
    vals_alarm: str
    controleer: Callable[[Veeg, Drempels], Iterator[Waarneming]]


def jaarmaat(veeg: Veeg) -> Fraction:
    """How many years the window of the outcomes is: yearly thresholds are taken times this."""
    uitkomsten = veeg.plan.model.uitkomsten
    return max((venster(u) for u in uitkomsten), default=JAAR) / JAAR


# ------------------------------------------------------------------ P01


def klif(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """One legal unit on the axis costs at least ``hard``. Both ways: who is on the low side."""
    drempel = drempels.van("P01", "hard")
    grens = drempel.waarde * jaarmaat(veeg)
    bij_grens = {g.links: g for g in veeg.netto.grenzen}
    for sprong in sprongen(veeg.netto, grens):
        if sprong.sprong is None or bovengewoon(veeg, sprong) < grens:
            continue
        daalt = sprong.sprong < 0
        burger, buur = (sprong.rechts, sprong.links) if daalt else (sprong.links, sprong.rechts)
        stap = bij_grens[sprong.links].stap if sprong.op_grens else None
        hard = Verlies(grens)
        yield Waarneming("P01", veeg, burger, buur, abs(sprong.sprong), "€", drempel, hard, stap)


def bovengewoon(veeg: Veeg, sprong: Sprong | Grens) -> Fraction:
    """How much a jump is more than the regular change of one unit beside it: twelve months of
    care cost more than eleven, and that is no klif."""
    assert sprong.sprong is not None
    gewoon = max(
        (abs(s.helling) for x in (sprong.links, sprong.rechts)
         if (s := veeg.netto.stuk(x)).helling is not None and s.tot > s.van),
        default=Fraction(0),
    )  # fmt: skip
    return abs(sprong.sprong) - gewoon


# ------------------------------------------------------------------ P02


def marginale_druk(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """Over a band of income, more is lost than was earned. Only on an axis of money per time
    that the model calls a measure of need; the income itself counts once."""
    if not is_inkomen(veeg):
        return
    drempel, band = drempels.van("P02", "hard"), drempels.van("P02", "band").waarde
    if drempel.waarde >= band:
        return
    breedte = band / veeg.as_.eenheid
    if breedte.denominator != 1 or breedte < 1:
        return
    stap = int(breedte)
    meegeteld = Fraction(0) if _telt_as_mee(veeg) else Fraction(1)
    beste: Waarneming | None = None
    waarde = _bekende_waarden(veeg)
    for x in _bandkandidaten(veeg, stap, drempel.waarde * band - (1 - meegeteld) * band):
        voor, na = waarde(x), waarde(x + stap)
        if not (isinstance(voor, Fraction) and isinstance(na, Fraction)):
            continue
        druk = 1 - ((na - voor) / band + meegeteld)
        if druk > drempel.waarde and (beste is None or druk > beste.maat):
            beste = Waarneming(
                "P02",
                veeg,
                x + stap,
                x,
                druk,
                "deel van elke euro",
                drempel,
                Verlies(band),
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
    eenheid = veeg.plan.model.objecttypen[objecttype].attributen[veeg.attribuut].type.eenheid
    per_tijd = {n for n, e in eenheid.machten if e < 0} & {"jr", "mnd"}
    geld = any(n == "€" and e == 1 for n, e in eenheid.machten)
    verklaard = bereik is not None and ("lager", veeg.attribuut) in bereik.behoeften
    return bool(per_tijd) and geld and verklaard and "jr" in per_tijd


def _telt_as_mee(veeg: Veeg) -> bool:
    """Whether Uitkomst lists the axis itself, so that a raise already counts."""
    return any(
        lees.eigenschap == veeg.attribuut
        for u in veeg.plan.model.uitkomsten
        for lees in u.voordelen
    )


# ------------------------------------------------------------------ P03


def alles_of_niets(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """A small shortfall on a graded quantity costs (nearly) the whole entitlement."""
    tekort = drempels.van("P03", "tekort").waarde
    verlies = drempels.van("P03", "verlies")
    materieel = drempels.van("P03", "materieel").waarde * jaarmaat(veeg)
    voordeel: Verloop | None = None
    for grens in veeg.netto.grenzen:
        if grens.sprong is None or bovengewoon(veeg, grens) < materieel:
            continue
        burger, buur = _kanten(grens)
        if not 0 < abs(burger - buur) <= tekort * abs(buur):
            continue
        voordeel = voordeel or veeg.verloop(VOORDEEL)
        recht = voordeel.waarde(buur)
        if (
            isinstance(recht, Fraction)
            and recht > 0
            and abs(grens.sprong) >= verlies.waarde * recht
        ):
            maat = abs(grens.sprong)
            hard = Verlies(maat * verlies.waarde)
            yield Waarneming("P03", veeg, burger, buur, maat, "€", verlies, hard, grens.stap)


def _kanten(grens: Grens) -> tuple[int, int]:
    assert grens.sprong is not None
    if grens.sprong < 0:
        return grens.rechts, grens.links
    return grens.links, grens.rechts


# ------------------------------------------------------------------ P04


def onevenredige_sanctie(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """The consequence is a multiple of the shortcoming. Both come from an Evenredigheidsnorm."""
    for norm in drempels.normen("P04"):
        if norm.gevolg is None or norm.tekortkoming is None:
            continue
        hard = drempels.van("P04", "hard", norm)
        materieel = drempels.van("P04", "materieel", norm).waarde
        for naam in personen(norm.gevolg, veeg.casus.huishouden):
            yield from _verhouding(veeg, norm, naam, hard, materieel)


def _verhouding(
    veeg: Veeg, norm: Evenredigheidsnorm, naam: str, hard: Drempel, materieel: Fraction
) -> Iterator[Waarneming]:
    """At every border of either course: is the ratio harsh on one side and not on the other?"""
    gevolg = veeg.verloop(normvraag(norm, "gevolg", naam))
    tekort = veeg.verloop(normvraag(norm, "tekortkoming", naam))

    @cache
    def rho(x: int) -> Fraction:
        c, t = gevolg.waarde(x), tekort.waarde(x)
        if not (isinstance(c, Fraction) and isinstance(t, Fraction)) or t <= 0:
            return Fraction(0)
        return c / t

    def telt(x: int) -> bool:
        c = gevolg.waarde(x)
        return isinstance(c, Fraction) and c >= materieel

    stappen = {(g.links, g.rechts): g.stap for g in (*tekort.grenzen, *gevolg.grenzen)}
    punten = sorted({x for v in (gevolg, tekort) for s in v.stukken for x in (s.van, s.tot)})
    beste: tuple[Fraction, int, int] | None = None
    for a, b in pairwise(punten):
        if (rho(a) >= hard.waarde) == (rho(b) >= hard.waarde):
            continue
        links, rechts = _scheiding(rho, hard.waarde, a, b)
        burger, buur = (links, rechts) if rho(links) >= hard.waarde else (rechts, links)
        if telt(burger) and (beste is None or rho(burger) > beste[0]):
            beste = rho(burger), burger, buur
    if beste is not None:
        maat, burger, buur = beste
        stap = stappen.get((min(burger, buur), max(burger, buur)))
        proef = Verhouding(
            normvraag(norm, "gevolg", naam),
            normvraag(norm, "tekortkoming", naam),
            hard.waarde,
            materieel,
        )
        yield Waarneming(
            "P04", veeg, burger, buur, maat, "maal de tekortkoming", hard, proef, stap, norm
        )


def _scheiding(rho: Callable[[int], Fraction], hard: Fraction, a: int, b: int) -> tuple[int, int]:
    """Two neighbouring places between a and b of which one is harsh and the other is not."""
    while b - a > 1:
        midden = (a + b) // 2
        if (rho(midden) >= hard) == (rho(a) >= hard):
            a = midden
        else:
            b = midden
    return a, b


PATRONEN = (
    Patroon(
        "P01",
        "klif",
        "2P",
        "Kost één wettelijke eenheid meer of minder een groot bedrag?",
        "het paar dat één eenheid verschilt, beide berekeningen, het artikel dat hen scheidt",
        "een bedoelde uitsluiting, stappen door afronding, de ondergrens van 24 euro",
        klif,
    ),
    Patroon(
        "P02",
        "marginale druk",
        "2P",
        "Houdt wie meer verdient minder over?",
        "de curve, met de band waarin meer wordt verloren dan verdiend",
        "een band van een paar euro; iets eenmaligs",
        marginale_druk,
    ),
    Patroon(
        "P03",
        "alles-of-niets",
        "2P/G",
        "Verdwijnt bij een klein tekort (bijna) de hele aanspraak?",
        "het tekort en het verlies naast elkaar",
        "een voorwaarde die van nature ja of nee is (verzekerd of niet)",
        alles_of_niets,
    ),
    Patroon(
        "P04",
        "onevenredige sanctie",
        "P",
        "Is het gevolg een veelvoud van de tekortkoming?",
        "de ladder van het bedrag in geld of dagen",
        "afschrikking van opzet: neem dan verwijtbaarheid als invoer op",
        onevenredige_sanctie,
    ),
)
