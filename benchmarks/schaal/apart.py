"""One piece of work in a process of its own, so that its peak of memory is its own.

``python -m benchmarks.schaal.apart manier A 3 200000`` makes the input, runs that way once, and
prints its peak; ``groei 1000000`` runs households from a Parquet file through the law.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PER_BRON = 1_000_000
"""Rows that are made and written at a time."""


def vraag(*woorden: str | int) -> dict[str, Any] | None:
    """What such a process says; None: it failed (its own message has been shown)."""
    opdracht = [sys.executable, "-m", "benchmarks.schaal.apart", *map(str, woorden)]
    uit = subprocess.run(opdracht, stdout=subprocess.PIPE, text=True, check=False)
    if uit.returncode:
        return None
    antwoord: dict[str, Any] = json.loads(uit.stdout.splitlines()[-1])
    return antwoord


def per_miljoen(proef: str, nummer: int, rijen: int) -> float | None:
    """MiB of memory for a million households more: the difference of two sizes, so that what the
    libraries take does not count. The input is in it, for every way the same."""
    klein, groot = (vraag("manier", proef, nummer, n) for n in (rijen // 4, rijen))
    if klein is None or groot is None:
        return None
    return float((groot["piek"] - klein["piek"]) / (rijen - rijen // 4) * 1e6)


def main(woorden: Sequence[str]) -> int:
    uit = _manier(*woorden[1:]) if woorden[0] == "manier" else _groei(*woorden[1:])
    sys.stdout.write(json.dumps({**uit, "piek": piek()}) + "\n")
    return 0


def piek() -> float:
    """MiB, the most so far. Where the system tells it of the program itself, not of the process
    before it became this program, that is taken."""
    staat = Path("/proc/self/status")
    if staat.exists():
        regels = staat.read_text(encoding="utf-8").splitlines()
        return int(next(r for r in regels if r.startswith("VmHWM")).split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _manier(naam: str, nummer: str, rijen: str) -> dict[str, Any]:
    from benchmarks.schaal.proeven import PROEVEN

    proef = PROEVEN[naam]
    manier = proef.manieren(proef.laad())[int(nummer)]
    loop = manier.maak(proef.invoer(int(rijen)))
    loop.vooraf()
    uit = loop.reken()
    return {"manier": manier.naam, "uitkomst": str(type(uit))}


def _groei(rijen: str) -> dict[str, Any]:
    """The input is written piece by piece; the peak before the run is given beside it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from benchmarks.schaal.gegevens import maak_zorg, stukken
    from benchmarks.schaal.wet import laad
    from wetsanalyse.bevolking.indeling import leg_naast
    from wetsanalyse.bevolking.loop import Doorrekening, draai
    from wetsanalyse.bevolking.openen import open_bron
    from wetsanalyse.bevolking.schrijven import begin, maak_af

    wet = laad(["zorgtoeslag"])
    with tempfile.TemporaryDirectory() as map_:
        pad, doel = Path(map_) / "huishoudens.parquet", Path(map_) / "uit.parquet"
        soort = pa.schema(
            {
                "toetsingsinkomen": pa.int64(),
                "vermogen": pa.int64(),
                "is verzekerd": pa.bool_(),
                "toeslagpartner": pa.null(),
            }
        )
        with pq.ParquetWriter(pad, soort) as schrijver:
            for zaad, (van, tot) in enumerate(stukken(int(rijen), PER_BRON)):
                z = maak_zorg(tot - van, zaad)
                kolommen = [z.inkomen, z.vermogen, z.verzekerd == 1, pa.nulls(z.n)]
                schrijver.write_table(pa.table(kolommen, schema=soort))
        vooraf = piek()
        begonnen = time.perf_counter()
        bron = open_bron(str(pad)).value
        assert bron is not None
        indeling, uitvoer = leg_naast(wet.vorm, bron), begin(doel, {})
        assert indeling.value is not None, indeling.fouten
        eind = draai(Doorrekening(wet.draaier()), wet.vorm, bron, indeling.value, uitvoer.value)
        gerekend = time.perf_counter() - begonnen
        assert uitvoer.value is not None
        maak_af(uitvoer.value, eind.blokken)
        alles = time.perf_counter() - begonnen
        return {
            "rijen": eind.rijen,
            "opzij": eind.opzij,
            "gerekend": gerekend,
            "alles": alles,
            "vooraf": vooraf,
            "geschreven": pq.ParquetFile(doel).metadata.num_rows,
        }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
