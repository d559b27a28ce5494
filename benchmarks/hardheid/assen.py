"""Many households along many axes: of each the largest change over one unit, exactly.

    python -m benchmarks.hardheid.assen [--huishoudens 1000] [--assen 4] [--nagaan]

For each shipped law: random households, and for each of them up to four axes. There are two exact
ways. The sweep finds the pieces of an axis and runs only their ends; the kernel runs every place.
The sweep is quicker for a law of a few steps, the kernel for one with a large table. So on each
axis the first households are swept, and the others go through the kernel where that is found to
be quicker. With ``--nagaan`` one household in so many is done both ways, and no other: the machine
code that this needs takes longer than the sweeps.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields, replace
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from wetsanalyse import chain
from wetsanalyse.analyses.burgers.vormen import burgers, domeinen, rooster
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import Opdracht, opdrachten
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import InvoerSleutel
from wetsanalyse.run.exact import Geval
from wetsanalyse.run.kernel.langs import Langsrekenaar
from wetsanalyse.run.sweep import Verloop, sweep
from wetsanalyse.run.toestanden import geval
from wetsanalyse.run.verloop import As

WETTEN = Path(__file__).parents[2] / "rules"
GEEN_WET = ("voorbeeld-alles",)
"""Made up to show the language, not to be swept."""
VOORAF = 8
"""So many households of an axis are swept before the kernel is tried."""
DE_MOEITE = 30.0
"""From so many seconds of sweeping that are left, making a kernel may pay."""
STEEKPROEF = 97
"""One household in so many is done both ways."""


@dataclass(frozen=True)
class Telling:
    """What an axis, or a law, came to. ``kern``: sweeps that the kernel did; ``gezocht``: those
    where neither way was exact; ``anders``: of ``beide`` that were done both ways, those that
    differed."""

    assen: int = 0
    vegen: int = 0
    kern: int = 0
    gezocht: int = 0
    beide: int = 0
    anders: int = 0
    seconden: float = 0.0

    def __add__(self, ander: Telling) -> Telling:
        namen = [veld.name for veld in fields(self)]
        return Telling(*(getattr(self, n) + getattr(ander, n) for n in namen))


@dataclass(frozen=True)
class Wet:
    """A law with its axes: the sweeps of its own citizens that lie along each."""

    plan: Plan
    dag: date
    assen: tuple[tuple[Opdracht, ...], ...]


@cache
def laad(naam: str) -> Wet:
    set_ = chain.laad([WETTEN / naam]).value
    scenarios = chain.laad_scenarios(set_, [WETTEN.parent / "scenarios" / naam]).value
    dag = chain.kies_rekendatum(set_.model, scenarios)
    assert dag is not None
    plan = chain.lower(set_.model, dag)
    per_as: dict[tuple[str, str], list[Opdracht]] = {}
    for o in opdrachten(plan, burgers(plan, scenarios), hoogstens=10_000):
        laag, hoog = rooster(o.domein.bereik)
        if laag < hoog:
            per_as.setdefault((o.object, o.attribuut), []).append(o)
    meeste = sorted(per_as.values(), key=lambda lijst: -len(lijst))
    return Wet(plan, dag, tuple(map(tuple, meeste)))


def meet(taak: tuple[str, int, int, bool]) -> Telling:
    """So many households along one axis of a law, by its number; nothing if there is none."""
    naam, nummer, huishoudens, nagaan = taak
    begin = time.perf_counter()
    wet = laad(naam)
    if nummer >= len(wet.assen):
        return Telling()
    werk = _vul_aan(wet.plan, wet.assen[nummer], huishoudens, wet.dag)
    geteld = Telling(assen=1)
    beide = (_beide(wet.plan, o) for o in werk[::STEEKPROEF])
    for deel in beide if nagaan else _doe(wet.plan, werk):
        geteld += deel
    return replace(geteld, seconden=time.perf_counter() - begin)


def _doe(plan: Plan, werk: Sequence[Opdracht]) -> Iterator[Telling]:
    """All sweeps along one axis: the first ones by sweeping, the others by what is quicker."""
    tijden = [0.0]
    for o in werk[:VOORAF]:
        begin = time.perf_counter()
        yield _geveegd(plan, o)
        tijden.append(time.perf_counter() - begin)
    vegen, rest = median(tijden[1:] or tijden), werk[VOORAF:]
    met_kern = False
    if vegen * len(rest) > DE_MOEITE and all(_langs(plan, o) is not None for o in rest[:VOORAF]):
        begin = time.perf_counter()  # now that the machine code is there
        proef = [_langs(plan, o) for o in rest[:VOORAF]]
        met_kern = (time.perf_counter() - begin) / len(proef) < vegen
    for o in rest:
        if met_kern and _langs(plan, o) is not None:
            yield Telling(vegen=1, kern=1)
        else:
            yield _geveegd(plan, o)


def _geveegd(plan: Plan, o: Opdracht) -> Telling:
    return Telling(vegen=1, gezocht=int(_verloop(plan, o).garantie != "exact"))


def _verloop(plan: Plan, o: Opdracht) -> Verloop:
    return sweep(o.grond, *_as(plan, o), o.grond.vragen[NETTO])


def _as(plan: Plan, o: Opdracht) -> tuple[Geval, As]:
    laag, hoog = rooster(o.domein.bereik)
    return geval(plan, o.casus), As(
        InvoerSleutel(o.object, o.attribuut), laag, hoog, o.domein.bereik.per
    )


REKENAAR = Langsrekenaar()


def _langs(plan: Plan, o: Opdracht) -> Fraction | None:
    """The largest change over one unit, of all places; None: the kernel does not know them all."""
    feiten, as_ = _as(plan, o)
    delen = REKENAAR.reken(o.grond, feiten, as_, o.grond.vragen[NETTO], as_.van, as_.tot)
    if delen is None:
        return None
    stappen = [deel.grootste_stap() for deel in delen]
    bekend = [stap[1] for stap in stappen if stap is not None]
    return max(bekend) if len(bekend) == len(stappen) else None


def _beide(plan: Plan, o: Opdracht) -> Telling:
    """The largest jump of the sweep must be the largest step of the kernel, unless a step inside a
    piece may be as large: then it must not be more than that."""
    verloop, langs = _verloop(plan, o), _langs(plan, o)
    sprongen = [abs(g.sprong) for g in verloop.grenzen if g.sprong is not None]
    sprong = max(sprongen, default=Fraction(0))
    binnen = [stuk.grootste_stap for stuk in verloop.stukken]
    if langs is None or verloop.garantie != "exact" or None in binnen:
        return Telling(vegen=1, gezocht=int(langs is None and verloop.garantie != "exact"))
    hoogstens = max(sprong, *(stap for stap in binnen if stap is not None))
    return Telling(vegen=1, beide=1, anders=int(not sprong <= langs <= hoogstens))


def _vul_aan(plan: Plan, lijst: Sequence[Opdracht], aantal: int, dag: date) -> list[Opdracht]:
    """So many citizens of the kinds of household that are there, with other facts drawn from the
    ranges of the law."""
    r = random.Random(aantal)
    bereik = domeinen(plan)
    uit: list[Opdracht] = []
    for i in range(aantal):
        basis = lijst[i % len(lijst)]
        invoer = dict(basis.casus.invoer)
        for wie, objecttype in basis.casus.huishouden.objecten:
            for (eigenaar, naam), domein in bereik.items():
                if eigenaar == objecttype and (wie, naam) in invoer:
                    laag, hoog = rooster(domein.bereik)
                    invoer[wie, naam] = r.randint(laag, hoog) * domein.bereik.per
        uit.append(basis.op(replace(basis.casus, rekendatum=dag, invoer=invoer)))
    return uit


def main() -> None:
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--huishoudens", type=int, default=1000)
    lezer.add_argument("--assen", type=int, default=4)
    lezer.add_argument("--wetten", nargs="*", help="alleen deze")
    lezer.add_argument("--nagaan", action="store_true", help="een steekproef op beide manieren")
    keuze = lezer.parse_args()
    wetten = keuze.wetten or sorted(p.name for p in WETTEN.iterdir() if p.name not in GEEN_WET)
    # The largest laws first: so no process waits for the other in the end.
    wetten.sort(key=lambda wet: -sum(p.stat().st_size for p in (WETTEN / wet).rglob("*.regels")))
    assen = product(wetten, range(keuze.assen))
    taken = [(wet, nummer, keuze.huishoudens, keuze.nagaan) for wet, nummer in assen]
    begin = time.perf_counter()
    processen = len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(processen, mp_context=get_context("spawn")) as pool:
        uit = list(pool.map(meet, taken))
    wand = time.perf_counter() - begin
    print(
        "| wet | assen | vegen | waarvan met de kern | gezocht | anders, van beide manieren | s |"
    )
    print("|---|---|---|---|---|---|---|")
    for wet in [*wetten, None]:
        t = sum(
            (u for taak, u in zip(taken, uit, strict=True) if wet in (taak[0], None)), Telling()
        )
        print(f"| {wet or 'samen'} | {t.assen} | {t.vegen} | {t.kern} | {t.gezocht} | "
              f"{t.anders} van {t.beide} | {t.seconden:.1f} |")  # fmt: skip
    print(f"\nSamen {wand:.0f} s op {processen} processen.")


if __name__ == "__main__":
    main()
