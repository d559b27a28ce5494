"""The same run on Apache Spark gives the same bytes. Needs the extra `spark` and Java."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
KOP = (
    "toetsingsinkomen;vermogen;is verzekerd;toeslagpartner;toeslagpartner.toetsingsinkomen;"
    "toeslagpartner.vermogen;toeslagpartner.is verzekerd\n"
)
ROEP = "from wetsanalyse.cli import main; main()"
WET = WORTEL / "rules" / "zorgtoeslag"
ER_IS_SPARK = (
    all(importlib.util.find_spec(naam) for naam in ("pyspark", "pandas"))
    and shutil.which("java") is not None
)


def draai(*delen: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ROEP, *map(str, delen)],
        capture_output=True,
        text=True,
        cwd=WORTEL,
        timeout=500,
        check=False,
    )


@pytest.fixture(scope="module")
def huishoudens(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough for several batches, with rows that are set aside in the first and the last."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    aantal = 300_000
    inkomen = [20_000 + n % 40_000 for n in range(aantal)]
    sleutels = list(range(aantal))
    sleutels[5] = 4  # twice the same, in one batch
    sleutels[290_000] = 7  # and of an earlier batch
    tabel = pa.table(
        {
            "huishouden": sleutels,
            "toetsingsinkomen": inkomen,
            "vermogen": [n % 150_000 for n in range(aantal)],
            "is verzekerd": [True] * aantal,
            "toeslagpartner": pa.nulls(aantal),
        }
    )
    pad = tmp_path_factory.mktemp("vonk") / "huishoudens.parquet"
    pq.write_table(tabel, pad, row_group_size=70_000)
    return pad


@pytest.mark.skipif(not ER_IS_SPARK, reason="Spark of Java is er niet: make test-spark")
def test_op_spark_dezelfde_bytes(huishoudens: Path, tmp_path: Path) -> None:
    gewoon = tmp_path / "gewoon.parquet"
    vonk = tmp_path / "vonk.parquet"
    hier = draai("bevolking", WET, "--gegevens", huishoudens, "--uit", gewoon)
    assert hier.returncode == 0, hier.stderr
    daar = draai("bevolking", WET, "--gegevens", huishoudens, "--uit", vonk, "--op", "local[2]")
    assert daar.returncode == 0, daar.stderr
    assert vonk.read_bytes() == gewoon.read_bytes()
    opzij = [pad.with_name(f"{pad.stem}.opzij.parquet") for pad in (gewoon, vonk)]
    assert opzij[0].read_bytes() == opzij[1].read_bytes()


@pytest.mark.parametrize(
    ("opties", "zegt"),
    [
        (("--op", "ergens"), "spark://machine:poort"),
        (("--op", "local[2]"), "--uit"),
        (("--op", "local[2]", "--klif", "vermogen=1"), "--op gaat niet samen met"),
    ],
)
def test_verkeerd_gebruik(huishoudens: Path, opties: tuple[str, ...], zegt: str) -> None:
    antwoord = draai("bevolking", WET, "--gegevens", huishoudens, *opties)
    assert antwoord.returncode == 2
    assert zegt in antwoord.stderr
    assert "Traceback" not in antwoord.stderr


def test_een_tabel_in_tekst_is_niet_te_verdelen(tmp_path: Path) -> None:
    tabel = tmp_path / "h.csv"
    tabel.write_text(KOP + "20000;0;ja;nee;;;\n", encoding="utf-8")
    antwoord = draai(
        "bevolking", WET, "--gegevens", tabel, "--uit", tmp_path / "u.csv", "--op", "local[2]"
    )
    assert antwoord.returncode == 2
    assert "BEV-VERDELEN" in antwoord.stderr
    assert not (tmp_path / "u.csv").exists()
