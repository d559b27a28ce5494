"""The two measurements by name: their input, their truth, and all ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.schaal import ons, openfisca, tabellen
from benchmarks.schaal.gegevens import (
    Getallen,
    maak_gezinnen,
    maak_zorg,
    waarheid_gezinnen,
    waarheid_zorg,
)
from benchmarks.schaal.manier import Manier
from benchmarks.schaal.wet import Wet, blok_gezinnen, blok_zorg, laad
from wetsanalyse.bevolking.loop import aantal_draden
from wetsanalyse.run.kolommen import Blok

MAATSTAF = "OpenFisca, calculate"


@dataclass(frozen=True)
class Proef:
    """``manieren`` takes the law, so that it is read only once."""

    naam: str
    titel: str
    wet: str
    invoer: Callable[[int], Any]
    waarheid: Callable[[Any], Getallen]
    blok: Callable[[Any], Blok]
    manieren: Callable[[Wet], list[Manier]]

    def laad(self) -> Wet:
        return laad([self.wet])


def _zorg(wet: Wet) -> list[Manier]:
    eigen = ons.manieren(wet, blok_zorg)
    p, t = aantal_draden(), tabellen
    return [
        Manier(MAATSTAF, 1, openfisca.zorg_per_regel, "openfisca_core"),
        Manier("OpenFisca, in twee formules", 1, openfisca.zorg, "openfisca_core"),
        *eigen,
        Manier("numpy int64, hele kolommen", 1, t.numpy_zorg(1, None)),
        Manier("numpy int64, stukken van 16k", 1, t.numpy_zorg(1, t.PER_STUK)),
        Manier("numpy int64, stukken van 16k", 0, t.numpy_zorg(p, t.PER_STUK)),
        Manier("Polars int64", 0, t.polars_zorg, "polars"),
        Manier("DuckDB DECIMAL", 1, t.duckdb_zorg(1), "duckdb"),
        Manier("DuckDB DECIMAL", 0, t.duckdb_zorg(p), "duckdb"),
    ]


def _gezinnen(wet: Wet) -> list[Manier]:
    eigen = ons.manieren(wet, blok_gezinnen)
    p, t = aantal_draden(), tabellen
    return [
        Manier(MAATSTAF, 1, openfisca.gezinnen, "openfisca_core"),
        *eigen,
        Manier("numpy int64, hele kolommen", 1, t.numpy_gezinnen(1, None)),
        Manier("numpy int64, stukken van 16k", 1, t.numpy_gezinnen(1, t.PER_STUK)),
        Manier("numpy int64, stukken van 16k", 0, t.numpy_gezinnen(p, t.PER_STUK)),
        Manier("Polars int64, join en group_by", 0, t.polars_gezinnen, "polars"),
        Manier("DuckDB BIGINT, join en group by", 1, t.duckdb_gezinnen(1), "duckdb"),
        Manier("DuckDB BIGINT, join en group by", 0, t.duckdb_gezinnen(p), "duckdb"),
    ]


PROEVEN = {
    "A": Proef(
        "A", "zorgtoeslag per jaar, aanvrager zonder toeslagpartner", "zorgtoeslag",
        maak_zorg, waarheid_zorg, blok_zorg, _zorg,
    ),
    "B": Proef(
        "B", "kindgebonden budget over het jaar, 0 tot 4 kinderen, met en zonder toeslagpartner",
        "kindgebonden-budget", maak_gezinnen, waarheid_gezinnen, blok_gezinnen, _gezinnen,
    ),
}  # fmt: skip
