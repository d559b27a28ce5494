"""P04 onevenredige sanctie: the consequence is a multiple of the shortcoming. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise, takewhile

from wetsanalyse.analyses.bevinding import Drempel
from wetsanalyse.analyses.burgers.opzet import met_opzet
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verhouding
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, langs_as
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.vegen import Veeg, normvraag, personen
from wetsanalyse.model.model import Evenredigheidsnorm


def onevenredige_sanctie(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """The consequence is a multiple of the shortcoming. Both come from an Evenredigheidsnorm. Who
    acted on purpose is left out: the sanction may deter that."""
    for norm in drempels.normen("P04"):
        if norm.gevolg is None or norm.tekortkoming is None:
            continue
        hard = drempels.van("P04", "hard", norm)
        materieel = drempels.van("P04", "materieel", norm).waarde
        wie = personen(norm.gevolg, veeg.casus.huishouden)
        opzet = met_opzet(veeg.plan.model, veeg.casus, wie)
        for naam in (n for n in wie if n not in opzet):
            yield from _verhouding(veeg, norm, naam, hard, materieel)


def _verhouding(
    veeg: Veeg, norm: Evenredigheidsnorm, naam: str, hard: Drempel, materieel: Fraction
) -> Iterator[Waarneming]:
    """At every border of either course: is the ratio harsh on one side and not on the other? Where
    the amount there is still too small to count, the first place further on where it counts. Told
    is the worst of such a stretch."""
    gevolg = veeg.verloop(normvraag(norm, "gevolg", naam))
    tekort = veeg.verloop(normvraag(norm, "tekortkoming", naam))

    @cache
    def rho(x: int) -> Fraction:
        c, t = gevolg.waarde(x), tekort.waarde(x)
        if not (isinstance(c, Fraction) and isinstance(t, Fraction)) or t <= 0:
            return Fraction(0)
        return c / t

    def heeft(x: int) -> bool:
        t = tekort.waarde(x)
        return isinstance(t, Fraction) and t > 0

    def is_hard(x: int) -> bool:
        return rho(x) >= hard.waarde

    def telt(x: int) -> bool:
        c = gevolg.waarde(x)
        return isinstance(c, Fraction) and c >= materieel

    stappen = {(g.links, g.rechts): g.stap for g in (*tekort.grenzen, *gevolg.grenzen)}
    punten = sorted({x for v in (gevolg, tekort) for s in v.stukken for x in (s.van, s.tot)})
    # Inside a piece the ratio moves one way, but only from where there is a shortcoming at all.
    tekens = [
        x for a, b in pairwise(punten) if heeft(a) != heeft(b) for x in _scheiding(heeft, a, b)
    ]
    punten = sorted({*punten, *tekens})
    # The greatest ratio; of equals the pair that is nearest to each other.
    beste: tuple[Fraction, int, int, int] | None = None
    for a, b in pairwise(punten):
        if is_hard(a) == is_hard(b):
            continue
        links, rechts = _scheiding(is_hard, a, b)
        burger, buur = (links, rechts) if is_hard(links) else (rechts, links)
        if telt(buur) and not heeft(buur):
            continue  # Who is hit without any shortcoming is no better off.
        verder = (
            [x for x in punten if x > burger]
            if burger > buur
            else [x for x in reversed(punten) if x < burger]
        )
        plek = _eerste_die_telt(is_hard, telt, burger, verder)
        if plek is None:
            continue
        # Where the ratio still grows beyond the border, the worst place of the stretch.
        plek = max(_harde_strook(is_hard, telt, plek, burger > buur, punten), key=rho)
        nu = rho(plek), -abs(plek - buur)
        if beste is None or nu > beste[:2]:
            beste = *nu, plek, buur
    if beste is not None:
        maat, _, burger, buur = beste
        stap = stappen.get((min(burger, buur), max(burger, buur)))
        proef = Verhouding(
            normvraag(norm, "gevolg", naam),
            normvraag(norm, "tekortkoming", naam),
            hard.waarde,
            materieel,
        )
        yield langs_as(
            "P04", veeg, burger, buur, maat, "maal de tekortkoming", hard, proef, stap, norm
        )


def _scheiding(test: Callable[[int], bool], a: int, b: int) -> tuple[int, int]:
    """Two neighbouring places between a and b that the test tells apart."""
    while abs(b - a) > 1:
        midden = (a + b) // 2
        if test(midden) == test(a):
            a = midden
        else:
            b = midden
    return a, b


def _harde_strook(
    is_hard: Callable[[int], bool],
    telt: Callable[[int], bool],
    plek: int,
    omhoog: bool,
    punten: Sequence[int],
) -> list[int]:
    """A harsh place that counts and those beyond it, as far as all of them are: the ends of the
    pieces, since inside a piece the ratio moves one way."""
    verder = [x for x in punten if x > plek] if omhoog else [x for x in punten[::-1] if x < plek]
    return [plek, *takewhile(lambda x: is_hard(x) and telt(x), verder)]


def _eerste_die_telt(
    is_hard: Callable[[int], bool], telt: Callable[[int], bool], vanaf: int, verder: Sequence[int]
) -> int | None:
    """From a harsh place onwards, as long as it stays harsh."""
    for plek in (vanaf, *verder):
        if not is_hard(plek):
            return None
        if telt(plek):
            return plek if telt(vanaf) else _scheiding(telt, vanaf, plek)[1]
        vanaf = plek
    return None


def _titel(w: Waarneming, verlies: str) -> str:
    return (
        f"Het gevolg is {_keer(w.maat)} keer de tekortkoming, bij {w.onderscheid.naam} "
        f"{w.onderscheid.teksten[0]}"
    )


def _keer(maat: Fraction) -> str:
    tienden = (maat * 10).numerator // (maat * 10).denominator
    geheel, tiende = divmod(tienden, 10)
    return f"{geheel},{tiende}" if tiende else f"{geheel}"


P04 = Patroon(
    "P04",
    "onevenredige sanctie",
    "P",
    "Is het gevolg een veelvoud van de tekortkoming?",
    "de ladder van het bedrag in geld of dagen",
    "afschrikking van opzet: zeg dan met “opzet bij …” in het Invoerbereik wat opzet is",
    _titel,
    {"as": onevenredige_sanctie},
)
