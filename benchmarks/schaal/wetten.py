"""Every law as it is shipped: how fast its kernel is, how long making it takes, and whether it
gives what the exact interpreter gives."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from statistics import median
from typing import Any

import numpy as np

from benchmarks.schaal.gegevens import stukken
from benchmarks.schaal.ons import PER_BLOK, over
from benchmarks.schaal.wet import DAG, RULES, GeenTabel, Wet, laad
from tests.bevolking.rijen import casussen, trek
from wetsanalyse.bevolking.draaien import Doel, Draaier
from wetsanalyse.bevolking.loop import aantal_draden
from wetsanalyse.bevolking.uitkomsten import BEREKEND, FOUT, ONBESLIST, Uitkomstkolom
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist
from wetsanalyse.run.kernel.waarde import GROOTST
from wetsanalyse.run.kolommen import Blok
from wetsanalyse.run.toestanden import voer_uit

VERSCHILLEND = 4_000
"""Households that are drawn; larger blocks take them again in some order."""
TOESLAGEN = ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")
SAMEN = [TOESLAGEN]


@dataclass(frozen=True)
class Wetmeting:
    """``koud`` and ``warm``: seconds to the first outcome, with nothing and with the machine code
    kept; ``regel_voor_regel``: share of the households that the exact interpreter ran."""

    wet: str
    tempo: float
    koud: float
    warm: float
    stappen: int
    regels: int
    vormen: int
    regel_voor_regel: float


@dataclass(frozen=True)
class Nagerekend:
    """``anders``: outcomes that differ; ``gelijk``: those that do not; ``te_groot``: those that
    have more than 64 bits and are told to be a fault; ``rijen``: households; ``zelf``: households
    that the kernel did by itself."""

    wet: str
    rijen: int
    gelijk: int
    anders: int
    te_groot: int
    zelf: int


@dataclass(frozen=True)
class Niet:
    """A law that could not be measured, and why."""

    wet: str
    reden: str


def alle_wetten() -> list[tuple[str, ...]]:
    return [(pad.name,) for pad in sorted(RULES.iterdir()) if any(pad.glob("*.regels"))]


def geladen(mappen: Sequence[str]) -> Wet | Niet:
    try:
        wet = laad(mappen, None if len(mappen) == 1 else DAG)
        doelen = wet.draaier().doelen
    except GeenTabel as reden:
        return Niet(" + ".join(mappen), str(reden))
    if not doelen:
        return Niet(wet.naam, "op deze dag stelt geen regel de uitkomst vast")
    return wet


# ------------------------------------------------------------------ how fast


def meet(mappen: Sequence[str], rijen: int, rondes: int) -> Wetmeting | Niet:
    wet = geladen(mappen)
    if isinstance(wet, Niet):
        return wet
    alle = trek(wet.vorm, wet.plan, min(rijen, VERSCHILLEND), 1)
    koud, warm = _koud_en_warm(wet, alle)
    # How often the exact interpreter is needed is known from the drawn ones; what it needs is
    # thousands of times the time of a kernel, so the pace is that of the rows without it.
    draaier = wet.draaier()
    exact = draaier.reken(alle)[1].exact
    zonder = _zonder_exact(wet, draaier, alle)
    tempo = 0.0
    if zonder is not None:
        r = np.random.default_rng(2)
        blok = zonder.kies(r.integers(0, zonder.n, rijen))
        delen = [blok.deel(*d) for d in stukken(rijen, PER_BLOK)]
        loop = over(aantal_draden(), lambda d: _doe(draaier, delen[d[0]]),
                     [(i, i + 1) for i in range(len(delen))])  # fmt: skip
        tijden = []
        for _ in range(rondes):
            begin = time.perf_counter()
            loop()
            tijden.append(time.perf_counter() - begin)
        tempo = rijen / median(tijden)
    stappen = max(len(v.grond.steps) for v in draaier.kernen.values())
    vormen = len(draaier.kernen)
    return Wetmeting(wet.naam, tempo, koud, warm, stappen, wet.regels, vormen, exact / alle.n)


def _doe(draaier: Draaier, blok: Blok) -> None:
    draaier.reken(blok)


def _zonder_exact(wet: Wet, draaier: Draaier, blok: Blok) -> Blok | None:
    """The households that no row-by-row run is needed for; None: there are none."""
    goed = [i for i in range(min(blok.n, 1_000)) if not draaier.reken(blok.deel(i, i + 1))[1].exact]
    return blok.kies(np.array(goed, np.int64)) if goed else None


def _koud_en_warm(wet: Wet, alle: Blok) -> tuple[float, float]:
    """The first outcome of a household with everything, first with an empty cache of machine code
    and then in the same cache, as if in a new process."""
    eigen = os.environ.get("WETSANALYSE_CACHE")
    with tempfile.TemporaryDirectory() as map_:
        os.environ["WETSANALYSE_CACHE"] = map_
        try:
            tijden = []
            for _ in range(2):
                for naam in [n for n in sys.modules if n.startswith("_wetsanalyse_kern_")]:
                    del sys.modules[naam]
                begin = time.perf_counter()
                wet.draaier().reken(alle.deel(0, 1))
                tijden.append(time.perf_counter() - begin)
        finally:
            os.environ.pop("WETSANALYSE_CACHE")
            if eigen is not None:
                os.environ["WETSANALYSE_CACHE"] = eigen
    return tijden[0], tijden[1]


# ------------------------------------------------------------------ whether it is right


def nareken(mappen: Sequence[str], rijen: int, hoogstens: float) -> Nagerekend | Niet:
    """Random households, many at a threshold, until there are enough or the time is up; each
    outcome of the block against that of the exact interpreter for that household alone."""
    wet = geladen(mappen)
    if isinstance(wet, Niet):
        return wet
    draaier = wet.draaier()
    gedaan = gelijk = anders = te_groot = exact = 0
    einde = time.monotonic() + hoogstens
    zaad = 1
    while gedaan < rijen and time.monotonic() < einde:
        blok = trek(wet.vorm, wet.plan, min(500, rijen - gedaan), 1000 + zaad)
        zaad += 1
        uit, verslag = draaier.reken(blok)
        exact += verslag.exact
        for i, waarden in enumerate(_exact(wet, draaier, blok)):
            for doel, daar in waarden.items():
                hier = list(_hier(uit[doel], doel, i))
                schaal = uit[doel].kolom.schaal
                groot = [_past_niet(h, d, schaal) for h, d in zip(hier, daar, strict=True)]
                klopt = all(g or h == d for g, h, d in zip(groot, hier, daar, strict=True))
                gelijk += klopt and not any(groot)
                te_groot += klopt and any(groot)
                anders += not klopt
        gedaan += blok.n
    return Nagerekend(wet.naam, gedaan, gelijk, anders, te_groot, gedaan - exact)


def _past_niet(hier: Any, daar: Any, schaal: int) -> bool:
    """Whether a column of 64 bits cannot hold this number, and says so."""
    if hier != "fout" or not isinstance(daar, Fraction):
        return False
    code = daar * schaal
    return code.denominator != 1 or abs(code) >= GROOTST


def _exact(wet: Wet, draaier: Draaier, blok: Blok) -> Iterator[dict[Doel, list[Any]]]:
    """Of each household its outcomes, of somebody in a role one for each of them."""
    for casus in casussen(blok, wet.vorm):
        gevraagd = draaier._oordelen(ground(wet.plan, casus.huishouden))  # noqa: SLF001
        oordelen = {(s.norm, s.object): oordeel for s, oordeel in gevraagd.items()}
        grond, uitslag = voer_uit(wet.plan, replace(casus, oordelen=oordelen))
        uit: dict[Doel, list[Any]] = {}
        for doel in draaier.doelen:
            wie = [n for n, _ in casus.huishouden.objecten
                   if n == doel.wie or n.rpartition(" ")[0] == doel.wie]  # fmt: skip
            slots = [grond.eigenschappen[w, doel.eigenschap] for w in wie]
            uit[doel] = [_vorm(uitslag.waarden[slot]) for slot in slots] or ["leeg"]
        yield uit


def _vorm(waarde: Any) -> Any:
    if isinstance(waarde, Fout):
        return "fout"
    if isinstance(waarde, Onbeslist):
        return "onbeslist"
    return "leeg" if waarde is LEEG else waarde


def _hier(uitkomst: Uitkomstkolom, doel: Doel, rij: int) -> Iterator[Any]:
    plaatsen = range(rij, rij + 1)
    if uitkomst.grenzen is not None:
        plaatsen = range(int(uitkomst.grenzen[rij]), int(uitkomst.grenzen[rij + 1]))
    woorden = {FOUT: "fout", ONBESLIST: "onbeslist"}
    for plaats in plaatsen:
        status = BEREKEND if uitkomst.status is None else int(uitkomst.status[plaats])
        yield woorden.get(status) or _vorm(uitkomst.kolom.waarde(plaats, doel.type))


__all__ = ["Nagerekend", "Niet", "Wetmeting", "alle_wetten", "meet", "nareken"]
