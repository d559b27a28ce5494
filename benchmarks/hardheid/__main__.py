"""``python -m benchmarks.hardheid``: the methods over the problems, and the table; or the answers
of the problems anew."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.hardheid.keuring import Weerlegd
from benchmarks.hardheid.meten import gemist, lees_rijen, meet, per_wet, tabel
from benchmarks.hardheid.methoden import METHODEN
from benchmarks.hardheid.probleem import BESTAND, Probleem, lees


def main(argumenten: Sequence[str] | None = None) -> int:
    vraag = argparse.ArgumentParser(prog="python -m benchmarks.hardheid", description=__doc__)
    wat = vraag.add_subparsers(dest="wat", required=True)
    doe = wat.add_parser("meet", help="elke manier op elk probleem, en de tabel")
    doe.add_argument("uit", type=Path, help="het bestand met een regel per meting (JSONL)")
    doe.add_argument("--seeds", type=int, default=5, help="hoe vaak elk probleem")
    doe.add_argument("--methoden", default=",".join(METHODEN), help="welke, met komma's")
    waar = wat.add_parser("waarheid", help="de antwoorden opnieuw, met de bewijzer")
    waar.add_argument("uit", type=Path, nargs="?", default=BESTAND, help="waar ze komen te staan")
    for deel in (doe, waar):
        deel.add_argument("--problemen", default="", help="alleen namen die hiermee beginnen")
    wens = vraag.parse_args(argumenten)
    alle = lees()
    try:
        gekozen = kies(alle, wens.problemen)
        if wens.wat == "waarheid":
            return _waarheid(alle, gekozen, wens.uit)
        methoden = _methoden(wens.methoden)
    except ValueError as fout:
        vraag.error(str(fout))
    try:
        meet(gekozen, methoden, range(1, wens.seeds + 1), wens.uit)
    except Weerlegd as fout:
        sys.stderr.write(f"Gestopt, want er klopt iets niet. {fout}\n")
        return 1
    rijen = lees_rijen(wens.uit)
    wetten = {p.naam: "+".join(p.wetten) for p in alle}
    delen = (tabel(rijen), [""], per_wet(rijen, wetten), [""], gemist(rijen))
    sys.stdout.write("\n".join([*(regel for deel in delen for regel in deel), ""]))
    return 0


def kies(alle: Sequence[Probleem], wens: str) -> list[Probleem]:
    """The problems whose name begins so; a beginning that no name has is refused."""
    begin = [deel for deel in wens.split(",") if deel]
    namen = ", ".join(p.naam for p in alle)
    for deel in begin:
        if not any(p.naam.startswith(deel) for p in alle):
            raise ValueError(f"Geen probleem begint met “{deel}”. Kies uit: {namen}.")
    return [p for p in alle if p.naam.startswith(tuple(begin or [""]))]


def _methoden(wens: str) -> list[str]:
    gevraagd = wens.split(",")
    for naam in gevraagd:
        if naam not in METHODEN:
            raise ValueError(f"Er is geen manier “{naam}”. Kies uit: {', '.join(METHODEN)}.")
    return gevraagd


def _waarheid(alle: Sequence[Probleem], gekozen: Sequence[Probleem], uit: Path) -> int:
    """Those that were not asked for stay as they are."""
    from benchmarks.hardheid.waarheid import maak, schrijf

    nieuw = {p.naam: p for p in maak(gekozen)}
    gevraagd = {p.naam for p in gekozen}
    rest = (nieuw.get(p.naam) if p.naam in gevraagd else p for p in alle)
    schrijf([p for p in rest if p is not None], uit)
    return 0


if __name__ == "__main__":
    sys.exit(main())
