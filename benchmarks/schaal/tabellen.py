"""The two laws in numpy, Polars and DuckDB, each in its own idiom, exactly."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from benchmarks.schaal.gegevens import EPOCH, Getallen, Gezinnen, Zorg, maanden, stukken
from benchmarks.schaal.manier import Loop, vergiftigd

PER_STUK = 16_384
"""So many rows stay in the cache of a processor."""

# ------------------------------------------------------------------ numpy


def _numpy(n: int, doe: Callable[[slice, Getallen], None], draden: int, per: int) -> Loop:
    uit, vooraf = vergiftigd(n)
    delen = [slice(*deel) for deel in stukken(n, per)]
    hap = -(-len(delen) // draden)

    def reeks(van: int) -> None:
        for deel in delen[van : van + hap]:
            doe(deel, uit)

    if draden == 1:
        return Loop(lambda: reeks(0), lambda _: uit, vooraf)
    pool = ThreadPoolExecutor(draden)
    beurten = range(0, len(delen), hap)
    return Loop(lambda: list(pool.map(reeks, beurten)), lambda _: uit, vooraf)


def numpy_zorg(draden: int, per: int | None) -> Callable[[Zorg], Loop]:
    def maak(z: Zorg) -> Loop:
        def doe(deel: slice, uit: Getallen) -> None:
            boven = np.maximum(z.inkomen[deel] - 28_406, 0)
            verschil = np.maximum(2_112 * 100_000 - (1_896 * 28_406 + 13_700 * boven), 0)
            bedrag = (verschil + 50_000) // 100_000
            recht = (z.verzekerd[deel] != 0) & (z.vermogen[deel] <= 141_896) & (bedrag >= 24)
            uit[deel] = np.where(recht, bedrag, 0)

        return _numpy(z.n, doe, draden, per or z.n)

    return maak


def numpy_gezinnen(draden: int, per: int | None) -> Callable[[Gezinnen], Loop]:
    def maak(g: Gezinnen) -> Loop:
        def doe(deel: slice, uit: Getallen) -> None:
            grenzen = g.grenzen[deel.start : deel.stop + 1]
            geboren = g.geboren[grenzen[0] : grenzen[-1]]
            m0, m12, m16, m18 = (maanden(geboren, jaar) for jaar in (0, 12, 16, 18))
            per_kind = 2_511 * (m0 - m18) + 703 * (m12 - m16) + 936 * (m16 - m18)
            met = np.flatnonzero(np.diff(grenzen))
            begin = grenzen[met] - grenzen[0]
            kinderen, samen = np.zeros((2, deel.stop - deel.start), np.int64)
            if len(begin):
                kinderen[met] = np.add.reduceat(per_kind, begin)
                samen[met] = np.maximum.reduceat(m0, begin) - np.minimum.reduceat(m18, begin)
            partner = g.partner[deel] != 0
            inkomen = g.inkomen[deel] + g.inkomen_partner[deel]
            boven = np.maximum(inkomen - np.where(partner, 37_545, 28_406), 0)
            erbij = np.where(partner, 0, 3_389 * samen)
            over = np.maximum((kinderen + erbij) * 1_000 - boven * 71 * samen, 0)
            bedrag = (over + 6_000) // 12_000
            vermogen = g.vermogen[deel] + g.vermogen_partner[deel]
            recht = (vermogen <= np.where(partner, 179_429, 141_896)) & (bedrag >= 24)
            uit[deel] = np.where(recht, bedrag, 0)

        return _numpy(g.n, doe, draden, per or g.n)

    return maak


# ------------------------------------------------------------------ Polars


def polars_zorg(z: Zorg) -> Loop:
    import polars as pl  # type: ignore[import-not-found, unused-ignore]

    tabel = pl.DataFrame(
        {"inkomen": z.inkomen, "vermogen": z.vermogen, "verzekerd": z.verzekerd == 1}
    )

    def i(getal: int) -> Any:
        return pl.lit(getal, pl.Int64)

    boven = pl.max_horizontal(pl.col("inkomen") - i(28_406), i(0))
    norm = i(1_896 * 28_406) + i(13_700) * boven
    verschil = pl.max_horizontal(i(2_112 * 100_000) - norm, i(0))
    bedrag = (verschil + i(50_000)) // i(100_000)
    recht = pl.col("verzekerd") & (pl.col("vermogen") <= i(141_896)) & (bedrag >= i(24))
    vraag = tabel.lazy().select(uit=pl.when(recht).then(bedrag).otherwise(i(0)))
    return Loop(vraag.collect, lambda t: t["uit"].to_numpy())


def polars_gezinnen(g: Gezinnen) -> Loop:
    import polars as pl

    def i(getal: int) -> Any:
        return pl.lit(getal, pl.Int64)

    namen = ("inkomen", "vermogen", "inkomen_partner", "vermogen_partner")
    gezin = pl.DataFrame(
        {"id": np.arange(g.n), "partner": g.partner == 1}
        | {naam: getattr(g, naam) for naam in namen}
    )
    dagen = (g.geboren - EPOCH).astype("datetime64[D]")
    kind = pl.DataFrame({"id": g.ouder, "geboren": dagen})
    jaar, maand = (getattr(pl.col("geboren").dt, d)().cast(pl.Int64) for d in ("year", "month"))

    def m(leeftijd: int) -> Any:
        return (i((2026 - leeftijd) * 12) - (jaar * i(12) + maand)).clip(i(0), i(12))

    per_kind = i(2_511) * (pl.col("m0") - pl.col("m18"))
    per_kind += i(703) * (pl.col("m12") - pl.col("m16")) + i(936) * (pl.col("m16") - pl.col("m18"))
    per_gezin = (
        kind.lazy()
        .with_columns(**{f"m{leeftijd}": m(leeftijd) for leeftijd in (0, 12, 16, 18)})
        .group_by("id")
        .agg(kinderen=per_kind.sum(), samen=pl.col("m0").max() - pl.col("m18").min())
    )
    partner, samen = pl.col("partner"), pl.col("samen").fill_null(i(0))
    inkomen = pl.col("inkomen") + pl.col("inkomen_partner")
    drempel = pl.when(partner).then(i(37_545)).otherwise(i(28_406))
    boven = pl.max_horizontal(inkomen - drempel, i(0))
    erbij = pl.when(partner).then(i(0)).otherwise(i(3_389) * samen)
    over = (pl.col("kinderen").fill_null(i(0)) + erbij) * i(1_000) - boven * i(71) * samen
    bedrag = (pl.max_horizontal(over, i(0)) + i(6_000)) // i(12_000)
    grens = pl.when(partner).then(i(179_429)).otherwise(i(141_896))
    recht = (pl.col("vermogen") + pl.col("vermogen_partner") <= grens) & (bedrag >= i(24))
    vraag = (
        gezin.lazy()
        .join(per_gezin, on="id", how="left", maintain_order="left")
        .select(uit=pl.when(recht).then(bedrag).otherwise(i(0)))
    )
    return Loop(vraag.collect, lambda t: t["uit"].to_numpy())


# ------------------------------------------------------------------ DuckDB

SQL_ZORG = """
SELECT CASE WHEN verzekerd AND vermogen <= 141896 AND bedrag >= 24 THEN bedrag ELSE 0 END AS uit
FROM (SELECT *, round(greatest(2112 - (0.01896 * 28406
      + CAST(0.137 AS DECIMAL(4,3)) * greatest(inkomen - 28406, 0)), 0), 0) AS bedrag FROM zorg)
"""
SQL_GEZINNEN = """
WITH maanden AS (
  SELECT id, least(greatest((2026 -  0) * 12 - m, 0), 12) AS m0,
             least(greatest((2026 - 12) * 12 - m, 0), 12) AS m12,
             least(greatest((2026 - 16) * 12 - m, 0), 12) AS m16,
             least(greatest((2026 - 18) * 12 - m, 0), 12) AS m18
  FROM (SELECT id, year(geboren) * 12 + month(geboren) AS m FROM kind)),
per_gezin AS (
  SELECT id, sum(2511 * (m0 - m18) + 703 * (m12 - m16) + 936 * (m16 - m18))::BIGINT AS kinderen,
         max(m0) - min(m18) AS samen
  FROM maanden GROUP BY id),
bedragen AS (
  SELECT gezin.id, partner, vermogen + vermogen_partner AS vermogen,
    (greatest((coalesce(kinderen, 0) + CASE WHEN partner THEN 0
                 ELSE 3389 * coalesce(samen, 0) END) * 1000
      - greatest(inkomen + inkomen_partner
                 - CASE WHEN partner THEN 37545 ELSE 28406 END, 0)
        * 71 * coalesce(samen, 0), 0) + 6000) // 12000 AS bedrag
  FROM gezin LEFT JOIN per_gezin USING (id))
SELECT CASE WHEN vermogen <= CASE WHEN partner THEN 179429 ELSE 141896 END AND bedrag >= 24
       THEN bedrag ELSE 0 END AS uit FROM bedragen ORDER BY id
"""


def _duckdb(draden: int, tabellen: dict[str, dict[str, Any]], soorten: str, vraag: str) -> Loop:
    import duckdb
    import pyarrow as pa

    verbinding = duckdb.connect(config={"threads": draden})
    for naam, kolommen in tabellen.items():
        bron = pa.table(kolommen)  # noqa: F841 -- DuckDB finds it by its name
        keuze = ", ".join(
            f"{k}::{soorten} AS {k}" if k not in ("verzekerd", "partner", "geboren") else k
            for k in kolommen
        )
        verbinding.execute(f"CREATE TABLE {naam} AS SELECT {keuze} FROM bron")
    return Loop(
        lambda: verbinding.sql(vraag).to_arrow_table(),
        lambda tabel: _als_getallen(tabel["uit"]),
    )


def _als_getallen(kolom: Any) -> Getallen:
    import pyarrow as pa

    return np.asarray(kolom.cast(pa.int64()).to_numpy())


def duckdb_zorg(draden: int) -> Callable[[Zorg], Loop]:
    return lambda z: _duckdb(
        draden,
        {"zorg": {"inkomen": z.inkomen, "vermogen": z.vermogen, "verzekerd": z.verzekerd == 1}},
        "INTEGER",
        SQL_ZORG,
    )


def duckdb_gezinnen(draden: int) -> Callable[[Gezinnen], Loop]:
    def maak(g: Gezinnen) -> Loop:
        namen = ("inkomen", "vermogen", "inkomen_partner", "vermogen_partner")
        gezin = {"id": np.arange(g.n), "partner": g.partner == 1}
        gezin |= {naam: getattr(g, naam) for naam in namen}
        dagen = (g.geboren - EPOCH).astype("datetime64[D]")
        tabellen = {"gezin": gezin, "kind": {"id": g.ouder, "geboren": dagen}}
        return _duckdb(draden, tabellen, "BIGINT", SQL_GEZINNEN)

    return maak
