"""The outcomes as Markdown, in Dutch. Nothing in it is typed by hand."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.schaal.meten import Meting, Uitslag
from benchmarks.schaal.proeven import MAATSTAF, Proef
from benchmarks.schaal.wetten import Nagerekend, Niet, Wetmeting
from wetsanalyse.bevolking.loop import aantal_draden

PAKKETTEN = ("numba", "numpy", "pyarrow", "OpenFisca-Core", "polars", "duckdb")


@dataclass(frozen=True)
class Kop:
    """How the machine stood at some moment."""

    belasting: tuple[float, float, float]

    @staticmethod
    def nu() -> Kop:
        return Kop(os.getloadavg())


def machine(voor: Kop, na: Kop) -> Iterator[str]:
    dag = datetime.now(tz=UTC).date()
    yield f"Datum: {dag}. Python {platform.python_version()}, {platform.system()}."
    yield f"Processor: {_processor()}; {aantal_draden()} kernen; {_geheugen()}."
    yield f"Versies: {', '.join(_versie(p) for p in PAKKETTEN)}."
    yield (
        f"Belasting van de machine (1, 5 en 15 minuten): {_belasting(voor)} vooraf, "
        f"{_belasting(na)} erna."
    )


def _belasting(kop: Kop) -> str:
    return " ".join(getal(x, 1) for x in kop.belasting)


def _versie(pakket: str) -> str:
    try:
        return f"{pakket} {version(pakket)}"
    except PackageNotFoundError:
        return f"{pakket} niet geïnstalleerd"


def _processor() -> str:
    try:
        regels = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    naam = next((r.split(":")[1].strip() for r in regels if r.startswith("model name")), "")
    vlaggen = next((r for r in regels if r.startswith("flags")), "")
    kan = [woord for woord in ("avx2", "avx512f") if woord in vlaggen.split()]
    return f"{naam or platform.machine()} ({', '.join(kan) or 'zonder AVX2'})"


def _geheugen() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"


def getal(x: float, decimalen: int = 0) -> str:
    """As written in Dutch."""
    heel = f"{x:,.{decimalen}f}"
    return heel.translate(str.maketrans(",.", ".,"))


# ------------------------------------------------------------------ one table for each part


def proef(p: Proef, u: Uitslag, rondes: int, geheugen: Mapping[int, float | None]) -> Iterator[str]:
    """A and B. ``geheugen``: MiB per million households, by number of the way."""
    yield f"### {p.naam}: {p.titel}"
    yield ""
    yield (
        f"{getal(u.rijen)} huishoudens, {rondes} rondes om en om, medianen. Fout: rijen die anders "
        f"zijn dan de exacte uitkomst, van alle rijen. Geheugengrens in dezelfde meting: "
        f"{_band(u, 1)} met 1 draad, {_band(u, 0)} met {aantal_draden()}."
    )
    yield ""
    yield (
        "| manier | draden | ms | miljoen rijen per s | keer OpenFisca | deel van de grens | "
        "kernen bezet | fout | MiB per miljoen | opzetten (s) |"
    )
    yield "|---|" + "---:|" * 9
    maat = next(m for m in u.metingen if m.manier.naam == MAATSTAF)
    for nummer, meting in enumerate(u.metingen):
        yield _rij(u, meting, maat, geheugen.get(nummer))
    if maat.wand:
        yield ""
        yield _met_opzetten(u, maat)


def _rij(u: Uitslag, m: Meting, maat: Meting, mib: float | None) -> str:
    draden = m.manier.draden or aantal_draden()
    if m.fout is None:
        return f"| {m.manier.naam} | {draden} | niet geïnstalleerd |" + " – |" * 7
    keer = getal(maat.mediaan / m.mediaan, 1) if maat.wand else "–"
    vol = u.vol(m)
    deel = f"{getal(100 * vol)}%" if vol is not None else "–"
    cellen = [
        m.manier.naam, str(draden), getal(1000 * m.mediaan, 1),
        getal(u.rijen / m.mediaan / 1e6, 1), keer, deel, getal(m.bezet, 2), getal(m.fout),
        "–" if mib is None else getal(mib), getal(m.opzetten, 2),
    ]  # fmt: skip
    return f"| {' | '.join(cellen)} |"


def _met_opzetten(u: Uitslag, maat: Meting) -> str:
    """The set-up is no headline: each side gets its own."""
    delen = [
        f"{m.manier.naam} ({m.manier.draden or aantal_draden()}): "
        f"{getal(m.opzetten + m.mediaan, 2)} s"
        for m in u.metingen
        if m is maat or m.manier.naam.startswith("wetsanalyse")
    ]
    return "Met het opzetten erbij, één keer: " + "; ".join(d for d in delen) + "."


def _band(u: Uitslag, draden: int) -> str:
    reeks = u.band[draden]
    laag, hoog = min(reeks) / 1e9, max(reeks) / 1e9
    return f"{getal(median(reeks) / 1e9, 1)} GB/s ({getal(laag, 1)} – {getal(hoog, 1)})"


def nagekeken(rijen: int, anders: int) -> str:
    return (
        f"De waarheid zelf is op {getal(rijen)} huishoudens naast de exacte vertolker gelegd: "
        f"{getal(anders)} anders."
    )


def groei(metingen: Sequence[Mapping[str, Any] | None]) -> Iterator[str]:
    yield "### C: van Parquet naar Parquet"
    yield ""
    yield (
        "De zorgtoeslag met toetsingsinkomen, vermogen en verzekerd; elk aantal in een eigen "
        "proces. “Met schrijven” is met het ene bestand dat aan het eind gemaakt wordt."
    )
    yield ""
    yield (
        "| huishoudens | s | miljoen rijen per s | met schrijven, s | miljoen rijen per s | "
        "geheugen, meeste (MiB) | vóór het rekenen (MiB) | opzij |"
    )
    yield "|" + "---:|" * 8
    for m in metingen:
        if m is None:
            yield "| mislukt |" + " – |" * 7
            continue
        cellen = [
            getal(m["rijen"]), getal(m["gerekend"], 2), getal(m["rijen"] / m["gerekend"] / 1e6, 1),
            getal(m["alles"], 2), getal(m["rijen"] / m["alles"] / 1e6, 1),
            getal(m["piek"]), getal(m["vooraf"]), getal(m["opzij"]),
        ]  # fmt: skip
        yield f"| {' | '.join(cellen)} |"


def wetten(metingen: Sequence[Wetmeting | Niet], rijen: int) -> Iterator[str]:
    yield "### D: alle regelingen"
    yield ""
    yield (
        f"Het hele blok, met alle controles, {getal(rijen)} huishoudens die de kern zelf kan. "
        "Koud en warm: seconden tot de eerste uitkomst, zonder en met bewaarde machinecode. "
        "Rij voor rij: deel van de getrokken huishoudens (veel op een drempel, leeg of heel groot) "
        "waarvoor de exacte vertolker nodig was."
    )
    yield ""
    yield (
        "| regeling | miljoen rijen per s | koud (s) | warm (s) | stappen | tekstregels | "
        "vormen | rij voor rij |"
    )
    yield "|---|" + "---:|" * 7
    for m in metingen:
        if isinstance(m, Niet):
            yield f"| {m.wet} | {m.reden} |" + " – |" * 6
            continue
        cellen = [
            m.wet, getal(m.tempo / 1e6, 2), getal(m.koud, 2), getal(m.warm, 2),
            getal(m.stappen), getal(m.regels), str(m.vormen),
            f"{getal(100 * m.regel_voor_regel, 1)}%",
        ]  # fmt: skip
        yield f"| {' | '.join(cellen)} |"


def nagerekend(metingen: Sequence[Nagerekend | Niet]) -> Iterator[str]:
    yield "### E: kern tegen exacte vertolker"
    yield ""
    yield (
        "Te groot: de uitkomst past niet in 64 bits, en wordt als fout gemeld; zij komt nooit als "
        "een ander getal uit de tabel."
    )
    yield ""
    yield "| regeling | huishoudens | door de kern zelf | uitkomsten gelijk | te groot | anders |"
    yield "|---|" + "---:|" * 5
    for m in metingen:
        if isinstance(m, Niet):
            yield f"| {m.wet} | {m.reden} | – | – | – | – |"
            continue
        delen = (m.rijen, m.zelf, m.gelijk, m.te_groot, m.anders)
        yield f"| {m.wet} | {' | '.join(map(getal, delen))} |"
