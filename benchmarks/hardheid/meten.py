"""Run the methods over problems and seeds, and make the table.

Each row of a run goes to a file at once, so that a run that is broken off is not lost. Time is that
of the processor: what else the machine does is not in it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from itertools import product
from pathlib import Path
from statistics import median

from benchmarks.hardheid.keuring import keur, keur_antwoord
from benchmarks.hardheid.methoden import METHODEN
from benchmarks.hardheid.probleem import Opgave, Probleem, opgave

EERSTE = next(iter(METHODEN))


@dataclass(frozen=True, slots=True)
class Rij:
    """One method on one problem with one seed."""

    probleem: str
    methode: str
    seed: int
    aandeel: Fraction
    gerekend: int
    seconden: float


def meet(
    problemen: Sequence[Probleem], methoden: Sequence[str], seeds: Sequence[int], uit: Path
) -> None:
    """Problem by problem, so that a run that is broken off has whole ones. Of each, the first
    method goes first: its runs are the budget of the others. What stands in the file already is
    not done again."""
    klaar = {(r.methode, r.probleem, r.seed): r for r in lees_rijen(uit)}
    for p in problemen:
        o = opgave(p)
        keur_antwoord(o)
        for methode, seed in product(methoden, seeds):
            if (methode, p.naam, seed) in klaar:
                continue
            eerste = klaar.get((EERSTE, p.naam, seed))
            rij = _een(o, methode, seed, eerste.gerekend if eerste else 0)
            klaar[methode, p.naam, seed] = rij
            _voeg_toe(uit, rij)


def _een(o: Opgave, methode: str, seed: int, budget: int) -> Rij:
    assert o.probleem.antwoord is not None
    begin = time.process_time()
    vondst = METHODEN[methode](o, seed, budget)
    seconden = time.process_time() - begin
    keur(o, methode, seed, vondst)
    aandeel = vondst.verlies / o.probleem.antwoord.verlies
    return Rij(o.probleem.naam, methode, seed, aandeel, vondst.gerekend, seconden)


def _voeg_toe(uit: Path, rij: Rij) -> None:
    with uit.open("a", encoding="utf-8") as bestand:
        bestand.write(json.dumps({**asdict(rij), "aandeel": str(rij.aandeel)}) + "\n")


def lees_rijen(bestand: Path) -> list[Rij]:
    if not bestand.exists():
        return []
    regels = bestand.read_text(encoding="utf-8").splitlines()
    return [Rij(**{**r, "aandeel": Fraction(r["aandeel"])}) for r in map(json.loads, regels)]


# ------------------------------------------------------------------ the table


def tabel(rijen: Sequence[Rij]) -> Iterator[str]:
    """For each method: exact worst cases, the median share of the worst, runs and time."""
    yield "| manier | precies het ergste | problemen altijd goed | aandeel | keer gerekend | tijd |"
    yield "|---|---|---|---|---|---|"
    for methode in METHODEN:
        eigen = [r for r in rijen if r.methode == methode]
        if eigen:
            yield _rij(methode, eigen)


def _rij(methode: str, eigen: Sequence[Rij]) -> str:
    raak = sum(r.aandeel == 1 for r in eigen)
    namen = {r.probleem for r in eigen}
    altijd = namen - {r.probleem for r in eigen if r.aandeel < 1}
    aandelen = [r.aandeel for r in eigen]
    gerekend = [r.gerekend for r in eigen]
    tijden = [r.seconden for r in eigen]
    return (
        f"| {methode} | {raak} van {len(eigen)} ({_procent(Fraction(raak, len(eigen)))}) "
        f"| {len(altijd)} van {len(namen)} | {_procent(median(aandelen))} "
        f"| {median(gerekend):.0f} ({min(gerekend)} – {max(gerekend)}) "
        f"| {_s(median(tijden))} ({_s(min(tijden))} – {_s(max(tijden))}) s |"
    )


def per_wet(rijen: Sequence[Rij], wetten: Mapping[str, str]) -> Iterator[str]:
    """For each law and method: how often exactly the worst case was found."""
    methoden = [m for m in METHODEN if any(r.methode == m for r in rijen)]
    yield f"| wet | problemen | {' | '.join(methoden)} |"
    yield "|---" * (len(methoden) + 2) + "|"
    for wet in dict.fromkeys(wetten[r.probleem] for r in rijen):
        van = [r for r in rijen if wetten[r.probleem] == wet]
        cellen = [_raak([r for r in van if r.methode == m]) for m in methoden]
        yield f"| {wet} | {len({r.probleem for r in van})} | {' | '.join(cellen)} |"


def _raak(eigen: Sequence[Rij]) -> str:
    return f"{sum(r.aandeel == 1 for r in eigen)} van {len(eigen)}"


def gemist(rijen: Iterable[Rij], methode: str = EERSTE) -> Iterator[str]:
    """Where a method did not find the worst: which problem, and how near it came."""
    per: dict[str, list[Rij]] = {}
    for r in rijen:
        if r.methode == methode:
            per.setdefault(r.probleem, []).append(r)
    for naam, eigen in per.items():
        raak = sum(r.aandeel == 1 for r in eigen)
        if raak < len(eigen):
            laagste = _procent(min(r.aandeel for r in eigen))
            yield f"{naam}: {raak} van {len(eigen)}, het minste {laagste}"


def _procent(deel: Fraction) -> str:
    return f"{float(100 * deel):.1f}%".replace(".", ",")


def _s(seconden: float) -> str:
    return f"{seconden:.2f}".replace(".", ",")
