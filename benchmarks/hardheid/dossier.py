"""One dossier as a user asks for it: one law, one axis, one pattern, with a report.

    python -m benchmarks.hardheid.dossier [WET …]

The worst finding of a quick examination says which axis and pattern. Then the command is run for
that axis and pattern, with the repair experiment of its worst finding, and once for the whole law:
seconds on the clock, starting Python included.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.hardheid.assen import laad
from wetsanalyse.analyses.burgers.vormen import domeinen

WETTEN = Path(__file__).parents[2] / "rules"
GEEN_WET = ("voorbeeld-alles",)
LANGS_EEN_AS = ("P01", "P04", "P06")
RONDES = 3
START = "import sys; from wetsanalyse.cli import main; sys.exit(main())"


def _draai(*woorden: str) -> tuple[float, str]:
    begin = time.perf_counter()
    klaar = subprocess.run(
        [sys.executable, "-c", START, *woorden], capture_output=True, text=True, check=False
    )
    if klaar.returncode not in (0, 1):
        raise RuntimeError(klaar.stderr)
    return time.perf_counter() - begin, klaar.stdout


def _ergste(wet: str) -> dict[str, Any] | None:
    """The first finding that lies along an axis which one can ask for."""
    _, uit = _draai("onderzoek", str(WETTEN / wet), "--diepte", "snel", "--json")
    bevindingen = json.loads(uit)["bevindingen"]
    assen = {attribuut for _, attribuut in domeinen(laad(wet).plan)}
    return next((b for b in bevindingen if b["patroon"] in LANGS_EEN_AS and b["as"] in assen), None)


def meet(wet: str, map_: Path) -> str:
    gevonden = _ergste(wet)
    rapport = str(map_ / "rapport.html")
    geheel, _ = _draai("onderzoek", str(WETTEN / wet), "--rapport", rapport)
    if gevonden is None:
        return f"| {wet} | – | – | {geheel:.1f} |"
    as_, patroon = gevonden["as"], gevonden["patroon"]
    deel = ("--as", as_, "--patronen", patroon, "--herstel", "1", "--rapport", rapport)
    tijden = [_draai("onderzoek", str(WETTEN / wet), *deel)[0] for _ in range(RONDES)]
    return f"| {wet} | {as_}, {patroon} | {median(tijden):.1f} | {geheel:.1f} |"


def main(wetten: Sequence[str]) -> None:
    alle = wetten or sorted(p.name for p in WETTEN.iterdir() if p.name not in GEEN_WET)
    print("| wet | bevinding | een dossier, s | de hele wet met rapport, s |")
    print("|---|---|---:|---:|")
    with tempfile.TemporaryDirectory() as map_:
        for wet in alle:
            print(meet(wet, Path(map_)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
