"""The same run on a cluster: Apache Spark hands out the numbers of batches.

Each worker reads its own batches from the storage that all share, and writes its parts there; over
the wire go only numbers. So what comes out is byte for byte what one machine writes. [extra spark]
"""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wetsanalyse import chain
from wetsanalyse.opdrachten.bevolking_gegevens import (
    Gegevens,
    begin_uitvoer,
    sluit_af,
    stop_gebruik,
)
from wetsanalyse.text import Source
from wetsanalyse.text.diagnostic import fout

if TYPE_CHECKING:
    from wetsanalyse.bevolking.lezen import Gelezen
    from wetsanalyse.bevolking.loop import Eindstand, Werk
    from wetsanalyse.bevolking.schrijven import Geschreven, Uitvoer

MEESTERS = ("spark://", "local[", "local", "yarn", "k8s://")


@dataclass(frozen=True)
class Recept:
    """All that a worker must know to do a batch by its number. Only plain values: it is sent."""

    teksten: tuple[tuple[str, str, str], ...]
    rekendatum: date
    doelen: tuple[tuple[str, str], ...]
    oordelen: tuple[tuple[str, bool], ...]
    gegevens: str
    groepen: tuple[str, ...]
    per_blok: int
    dubbel: tuple[int, ...]
    uitvoer: tuple[str, str, str]


def recept_van(
    set_: chain.Regelset,
    dag: date,
    doelen: Sequence[tuple[str, str]],
    oordelen: Sequence[tuple[str, bool]],
    gegevens: str,
    groepen: Sequence[str],
    per_blok: int,
) -> Recept:
    teksten = tuple((b.pad, b.tekst, b.map_) for b in set_.bronnen)
    nergens = ("", "", "")
    return Recept(
        teksten,
        dag,
        tuple(doelen),
        tuple(oordelen),
        gegevens,
        tuple(groepen),
        per_blok,
        (),
        nergens,
    )


def controleer_meester(op: str) -> None:
    """The address of a cluster, or the end of the command."""
    if not op.startswith(MEESTERS):
        raise click.UsageError(
            f"--op: “{op}” kan niet; schrijf spark://machine:poort, of local[2] om te proberen"
        )


# ------------------------------------------------------------------ at a worker


@lru_cache(maxsize=4)
def _werkplaats(recept: Recept) -> tuple[Werk, Callable[[int], Gelezen], Uitvoer]:
    """The law, the source and the place to write, made once in each process."""
    from wetsanalyse.bevolking.doelen import alle_doelen
    from wetsanalyse.bevolking.draaien import Draaier
    from wetsanalyse.bevolking.indeling import leg_naast
    from wetsanalyse.bevolking.lezen import lees_blok
    from wetsanalyse.bevolking.loop import Doorrekening
    from wetsanalyse.bevolking.openen import open_bron
    from wetsanalyse.bevolking.schrijven import Uitvoer
    from wetsanalyse.bevolking.vorm import vorm_van

    set_ = chain.laad_teksten([Source(*tekst) for tekst in recept.teksten]).value
    vorm = vorm_van(set_.model, recept.rekendatum).value
    bron = open_bron(recept.gegevens).value
    assert vorm is not None
    assert bron is not None
    indeling = leg_naast(vorm, bron, recept.groepen).value
    assert indeling is not None
    plan = chain.lower(set_.model, recept.rekendatum)
    bekend = {(d.wie, d.eigenschap): d for d in alle_doelen(plan, vorm).alle}
    draaier = Draaier(plan, vorm, [bekend[d] for d in recept.doelen], dict(recept.oordelen))
    doel, opzij, map_ = (Path(p) for p in recept.uitvoer)

    def lees(nummer: int) -> Gelezen:
        return lees_blok(bron, vorm, indeling, nummer, recept.dubbel, recept.per_blok)

    return Doorrekening(draaier), lees, Uitvoer(doel, opzij, map_)


def doe_blokken(recept: Recept, nummers: Sequence[int]) -> None:
    """Some batches, each written as its part."""
    from wetsanalyse.bevolking.loop import doe_blok

    werk, lees, uitvoer = _werkplaats(recept)
    for nummer in nummers:
        doe_blok(werk, lees(nummer), uitvoer)


def bij_werker(recept: Recept) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """What Spark calls with record batches of numbers; what it gives back are those numbers."""

    def werk(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            doe_blokken(recept, batch.column(0).to_pylist())
            yield batch

    return werk


# ------------------------------------------------------------------ at the one who asks


def draai_op(
    op: str,
    recept: Recept,
    bij: Gegevens,
    uitvoer_: tuple[Path | None, Path | None, Any],
    json_: bool,
) -> tuple[Eindstand, Geschreven | None]:
    """The whole source on a cluster, to a file that all its machines can reach."""
    from wetsanalyse.bevolking.lezen import dubbele_rijen
    from wetsanalyse.bevolking.loop import eindstand_van

    if bij.bron.vanaf is None or bij.bron.rijen is None:
        stop_gebruik([_niet_te_verdelen(bij.bron.naam)], json_)
    if uitvoer_[0] is None:
        raise click.UsageError("--op vraagt ook --uit: elke machine schrijft haar deel daar")
    begin = time.monotonic()
    uitvoer = begin_uitvoer(uitvoer_[0].resolve(), uitvoer_[1], uitvoer_[2], json_)
    assert uitvoer is not None
    blokken = max(1, math.ceil(bij.bron.rijen / recept.per_blok))
    nog = [n for n in range(blokken) if n not in uitvoer.klaar]
    recept = replace(
        recept,
        dubbel=tuple(dubbele_rijen(bij.bron, bij.vorm, bij.indeling, recept.per_blok).tolist()),
        uitvoer=(str(uitvoer.doel), str(uitvoer.opzij), str(uitvoer.map)),
    )
    with _sessie(op, json_) as sessie:
        if nog:
            tabel = sessie.createDataFrame([(n,) for n in nog], "nummer long")
            delen = tabel.repartition(min(len(nog), 4 * sessie.sparkContext.defaultParallelism))
            delen.mapInArrow(bij_werker(recept), "nummer long").count()
    eind = eindstand_van(uitvoer, blokken, len(uitvoer.klaar))
    eind.seconden = time.monotonic() - begin
    return eind, sluit_af(uitvoer, eind, bij.bron)


@contextmanager
def _sessie(op: str, json_: bool) -> Iterator[Any]:
    """A session with Spark; what is not there is told in Dutch."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        hulp = ("installeer het: pip install wetsanalyse[spark]; er is ook Java nodig",)
        stop_gebruik([fout("BEV-SPARK", None, "voor --op is Apache Spark nodig", hulp=hulp)], json_)
    # The workers need the same packages. On other machines PYSPARK_PYTHON says where they are.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    bouwer = SparkSession.builder.master(op).appName("wetsanalyse")
    bouwer = bouwer.config("spark.ui.enabled", "false")
    bouwer = bouwer.config("spark.sql.shuffle.partitions", "8")
    try:
        sessie = bouwer.getOrCreate()
        sessie.sparkContext.setLogLevel("ERROR")
    except (PySparkException, RuntimeError, OSError) as oorzaak:
        stop_gebruik([_geen_sessie(op, oorzaak)], json_)
    try:
        yield sessie
    except PySparkException as oorzaak:
        stop_gebruik([_geen_sessie(op, oorzaak)], json_)
    finally:
        sessie.stop()


def _geen_sessie(op: str, oorzaak: Exception) -> Any:
    reden = " ".join(str(oorzaak).split())[:200]
    hulp = ("kijk of Java er is, of het adres klopt, en of elke machine bij de bestanden kan",)
    return fout("BEV-SPARK", None, f"Spark op “{op}” is gestopt: {reden}", hulp=hulp)


def _niet_te_verdelen(naam: str) -> Any:
    return fout(
        "BEV-VERDELEN", None, f"“{naam}” kan alleen van voor naar achter gelezen worden",
        hulp=("geef met --op een Parquet- of Arrow-bestand",),
    )  # fmt: skip
