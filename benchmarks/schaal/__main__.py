"""``python -m benchmarks.schaal``: millions of households, against other ways and against itself.

The other ways are in ``benchmarks/schaal/requirements.txt``; one that is not installed is named as
such in the table.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.schaal import apart, tabel, wetten
from benchmarks.schaal.meten import meet
from benchmarks.schaal.proeven import PROEVEN, Proef
from benchmarks.schaal.waar import controleer

T = TypeVar("T")
KLEIN, GROOT = 200_000, 10_000_000
DELEN = "ABCDE"


def main(argumenten: Sequence[str] | None = None) -> int:
    vraag = argparse.ArgumentParser(prog="python -m benchmarks.schaal", description=__doc__)
    vraag.add_argument("--rijen", type=int, help="hoeveel huishoudens bij A en B")
    vraag.add_argument("--rondes", type=int, default=5)
    vraag.add_argument("--klein", action="store_true", help=f"{KLEIN} huishoudens, en C en D klein")
    vraag.add_argument("--groot", action="store_true", help="C ook met 100 miljoen")
    vraag.add_argument("--delen", default=DELEN, help="welke delen, bijvoorbeeld AB")
    vraag.add_argument("--nareken", type=int, help="zoveel huishoudens per regeling bij E")
    vraag.add_argument("--hoogstens", type=float, default=60.0, help="seconden per regeling bij E")
    vraag.add_argument("--geheugen", action="store_true", help="meet ook het geheugen per manier")
    vraag.add_argument("--uit", type=Path, help="schrijf de tabel ook in dit bestand")
    wens = vraag.parse_args(argumenten)
    if set(wens.delen) - set(DELEN):
        vraag.error(f"kies uit de delen {', '.join(DELEN)}")
    rijen = wens.rijen or (KLEIN if wens.klein else GROOT)
    voor = tabel.Kop.nu()
    regels: list[str] = []
    goed = True
    for naam, proef in PROEVEN.items():
        if naam in wens.delen:
            deel, klopt = _proef(proef, rijen, wens.rondes, wens.klein, wens.geheugen)
            regels += [*deel, ""]
            goed &= klopt
    if "C" in wens.delen:
        aantallen = [KLEIN, 5 * KLEIN] if wens.klein else [10**6, 10**7]
        aantallen += [10**8] if wens.groot else []
        regels += [*tabel.groei([apart.vraag("groei", n) for n in aantallen]), ""]
    alle = [*wetten.alle_wetten(), *wetten.SAMEN]
    if "D" in wens.delen:
        n = KLEIN if wens.klein else 10**6
        regels += [*tabel.wetten(_elk(alle, lambda m: wetten.meet(m, n, wens.rondes)), n), ""]
    if "E" in wens.delen:
        n = wens.nareken or (2_000 if wens.klein else 200_000)
        nagerekend = _elk(alle, lambda m: wetten.nareken(m, n, wens.hoogstens))
        goed &= not any(getattr(m, "anders", 0) for m in nagerekend)
        regels += [*tabel.nagerekend(nagerekend), ""]
    tekst = "\n".join([*tabel.machine(voor, tabel.Kop.nu()), "", *regels])
    sys.stdout.write(tekst)
    if wens.uit is not None:
        wens.uit.write_text(tekst, encoding="utf-8")
    return 0 if goed else 1


def _proef(
    proef: Proef, rijen: int, rondes: int, klein: bool, geheugen: bool
) -> tuple[list[str], bool]:
    wet = proef.laad()
    invoer = proef.invoer(rijen)
    waarheid = proef.waarheid(invoer)
    _zeg(f"{proef.naam}: de waarheid naast de exacte vertolker")
    nagekeken, anders = controleer(proef, wet, invoer, waarheid, 2_000 if klein else 200_000)
    manieren = proef.manieren(wet)
    _zeg(f"{proef.naam}: {len(manieren)} manieren, {rondes} rondes")
    uitslag = meet(manieren, invoer, waarheid, rondes)
    mib: dict[int, float | None] = {}
    if geheugen:
        _zeg(f"{proef.naam}: het geheugen")
        n = min(rijen, 2_000_000)
        mib = {i: apart.per_miljoen(proef.naam, i, n) for i, m in enumerate(manieren) if m.is_er}
    regels = list(tabel.proef(proef, uitslag, rondes, mib))
    regels += ["", tabel.nagekeken(nagekeken, anders)]
    eigen = [m.fout for m in uitslag.metingen if m.manier.naam.startswith("wetsanalyse")]
    return regels, not anders and not any(eigen)


def _elk(alle: Sequence[Sequence[str]], doe: Callable[[Sequence[str]], T]) -> list[T]:
    def regels() -> Iterator[T]:
        for mappen in alle:
            _zeg(" + ".join(mappen))
            yield doe(mappen)

    return list(regels())


def _zeg(tekst: str) -> None:
    sys.stderr.write(f"{tekst}\n")


if __name__ == "__main__":
    sys.exit(main())
