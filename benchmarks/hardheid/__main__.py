"""``python -m benchmarks.hardheid``: the methods over the problems, and the table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.hardheid.meten import gemist, lees_rijen, meet, tabel
from benchmarks.hardheid.methoden import METHODEN
from benchmarks.hardheid.probleem import lees


def main() -> None:
    vraag = argparse.ArgumentParser(prog="python -m benchmarks.hardheid", description=__doc__)
    vraag.add_argument("uit", type=Path, help="het bestand met een regel per meting (JSONL)")
    vraag.add_argument("--seeds", type=int, default=5, help="hoe vaak elk probleem")
    vraag.add_argument("--methoden", default=",".join(METHODEN), help="welke, met komma's")
    vraag.add_argument("--problemen", default="", help="alleen namen die hiermee beginnen")
    wens = vraag.parse_args()
    begin = tuple(deel for deel in wens.problemen.split(",") if deel) or ("",)
    gekozen = [p for p in lees() if p.naam.startswith(begin)]
    meet(gekozen, wens.methoden.split(","), range(1, wens.seeds + 1), wens.uit)
    rijen = lees_rijen(wens.uit)
    sys.stdout.write("\n".join([*tabel(rijen), "", *gemist(rijen), ""]))


if __name__ == "__main__":
    main()
