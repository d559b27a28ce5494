"""Every place of an axis, for many households and many laws: the kernel runs them all.

    python -m benchmarks.hardheid.assen [--huishoudens 1000] [--assen 4]

For each shipped law: random households, and for each of them the largest change over one unit along
up to four axes. Nothing is searched: every place of every axis is computed. A sample of the answers
is held against the exact interpreter.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from wetsanalyse import chain
from wetsanalyse.analyses.burgers.vormen import burgers, domeinen, rooster
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import Opdracht, opdrachten
from wetsanalyse.model.casus import Casus
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import InvoerSleutel
from wetsanalyse.run.exact import Geval, reken
from wetsanalyse.run.kernel.langs import Langsrekenaar
from wetsanalyse.run.toestanden import geval
from wetsanalyse.run.verloop import As, geval_op

WETTEN = Path(__file__).parents[2] / "rules"
GEEN_WET = ("voorbeeld-alles",)
"""Made up to show the language, not to be swept."""


@dataclass(frozen=True)
class Telling:
    """What one law came to. ``niet``: axes that the kernel could not do as a whole."""

    wet: str
    assen: int
    huishoudens: int
    vegen: int
    plaatsen: int
    niet: int
    verschillen: int
    nagerekend: int
    seconden: float


def meet(naam: str, huishoudens: int, assen: int) -> Telling:
    """So many households of one law along its axes."""
    set_ = chain.laad([WETTEN / naam]).value
    scenarios = chain.laad_scenarios(set_, [WETTEN.parent / "scenarios" / naam]).value
    dag = chain.kies_rekendatum(set_.model, scenarios)
    assert dag is not None
    plan = chain.lower(set_.model, dag)
    te_doen = opdrachten(plan, burgers(plan, scenarios), hoogstens=10_000)
    per_as: dict[tuple[str, str], list[Opdracht]] = {}
    for o in te_doen:
        laag, hoog = rooster(o.domein.bereik)
        if laag < hoog:
            per_as.setdefault((o.object, o.attribuut), []).append(o)
    gekozen = dict(sorted(per_as.items(), key=lambda paar: -len(paar[1]))[:assen])
    werk = [
        opdracht
        for lijst in gekozen.values()
        for opdracht in _vul_aan(plan, lijst, huishoudens, dag)
    ]
    begin = time.perf_counter()
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        uit = list(pool.map(_veeg, [(plan, o, i % 97 == 0) for i, o in enumerate(werk)]))
    seconden = time.perf_counter() - begin
    return Telling(
        naam, len(gekozen), huishoudens, len(werk), sum(u[0] for u in uit),
        sum(u[1] for u in uit), sum(u[2] for u in uit), sum(u[3] for u in uit), seconden,
    )  # fmt: skip


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
        casus = Casus(dag, basis.casus.huishouden, invoer, basis.casus.oordelen)
        uit.append(basis.op(casus))
    return uit


REKENAAR = Langsrekenaar()


def _veeg(taak: tuple[Plan, Opdracht, bool]) -> tuple[int, int, int, int]:
    """(places, not done, differences, checked) of one sweep."""
    plan, o, nareken = taak
    laag, hoog = rooster(o.domein.bereik)
    as_ = As(InvoerSleutel(o.object, o.attribuut), laag, hoog, o.domein.bereik.per)
    doel = o.grond.vragen[NETTO]
    feiten = geval(plan, o.casus)
    delen = REKENAAR.reken(o.grond, feiten, as_, doel, laag, hoog)
    if delen is None:
        return 0, 1, 0, 0
    plaatsen = verschil = 0
    beste: tuple[Fraction, int] | None = None
    for deel in delen:
        stap = deel.grootste_stap()
        if stap is None:
            return plaatsen, 1, 0, 0
        plaatsen += len(deel.waarden) - 1
        if beste is None or stap[1] > beste[0]:
            beste = stap[1], stap[0]
    if nareken and beste is not None:
        een, twee = (_waarde(o, feiten, as_, x) for x in (beste[1], beste[1] + 1))
        verschil = int(abs(twee - een) != beste[0])
    return plaatsen, 0, verschil, int(nareken)


def _waarde(o: Opdracht, feiten: Geval, as_: As, x: int) -> Fraction:
    """The position at a place, by the exact interpreter."""
    doel = o.grond.vragen[NETTO]
    waarde = reken(o.grond, geval_op(feiten, as_, x), (doel,)).waarden[doel]
    assert isinstance(waarde, Fraction)
    return waarde


def main() -> None:
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--huishoudens", type=int, default=1000)
    lezer.add_argument("--assen", type=int, default=4)
    keuze = lezer.parse_args()
    print("| wet | assen | vegen | plaatsen | niet geheel | anders van nagerekend | s |")
    print("|---|---|---|---|---|---|---|")
    alles = 0.0
    for naam in sorted(p.name for p in WETTEN.iterdir() if p.name not in GEEN_WET):
        t = meet(naam, keuze.huishoudens, keuze.assen)
        alles += t.seconden
        print(f"| {naam} | {t.assen} | {t.vegen} | {t.plaatsen:,} | {t.niet} | "
              f"{t.verschillen} van {t.nagerekend} | {t.seconden:.1f} |", flush=True)  # fmt: skip
    print(f"\nSamen {alles:.0f} s.")


if __name__ == "__main__":
    main()
