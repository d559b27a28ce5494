"""A table of households beside findings and repairs: counted by the kernel, household by household.

With an income of 28.000 euro and nobody else the allowance is 1573 euro a year, as in the scenarios
of the zorgtoeslag; the limit of wealth is 141.896 euro (art. 3 Wzt)."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.cli.conftest import Roep

BEVINDING = "P01-wzt-3-1-vermogen-alleenstaand"
PARTNER = pa.struct(
    [("toetsingsinkomen", pa.int64()), ("vermogen", pa.int64()), ("is verzekerd", pa.bool_())]
)


@pytest.fixture
def huishoudens(tmp_path: Path) -> Path:
    """Twelve on the last euro, twelve a euro before it, twelve a euro past it, and twelve on the
    last euro of a limit that is 2000 euro higher. Each stands for two and a half."""
    vermogens = [141_896] * 12 + [141_895] * 12 + [141_897] * 12 + [143_896] * 12
    n = len(vermogens)
    tabel = pa.table(
        {
            "toetsingsinkomen": pa.array([28_000] * n),
            "vermogen": pa.array(vermogens),
            "is verzekerd": pa.array([True] * n),
            "toeslagpartner": pa.nulls(n, PARTNER),
            "gewicht": pa.array(["2.5"] * n).cast(pa.decimal128(5, 1)),
            "wijk": pa.array(["a"] * n),
        }
    ).replace_schema_metadata({"wetsanalyse.synthetisch": "ja"})
    pad = tmp_path / "veel.parquet"
    pq.write_table(tabel, pad)
    return pad


def test_onderzoek_telt_wie_op_de_rand_staat(
    roep: Roep, zorgtoeslag: Path, huishoudens: Path
) -> None:
    """Only the last euro counts: 12 x 2,5 households lose 1573 each, which is more than 500."""
    opties = ("--diepte", "snel", "--as", "vermogen", "--patronen", "P01,P03")
    a = roep("onderzoek", zorgtoeslag, *opties, "--bevolking", huishoudens, "--json")
    assert a.code == 0, a.fout
    b = a.json["bevolking"]
    assert b["synthetisch"] is True
    assert b["niet_gelezen"] == ["wijk"]
    (stap,) = b["stappen"]
    assert (stap["as"], stap["stap"], stap["vanaf"]) == ("vermogen", "1", "500")
    assert BEVINDING in stap["bevindingen"]
    assert stap["huishoudens"] == "30"
    assert stap["verlies"] == str(30 * 1573)
    assert all(n["bevinding"].startswith("P03") for n in b["niet_te_tellen"])


def test_herstel_over_de_hele_bevolking(roep: Roep, zorgtoeslag: Path, huishoudens: Path) -> None:
    """With a margin of 2000 euro those a euro past the old limit gain 1573, and those on the new
    one too. Who stood on the old one loses nothing there any more; who is on the new one does."""
    a = roep("herstel", zorgtoeslag, "--bevinding", BEVINDING, "--variant", "marge",
             "--bevolking", huishoudens)  # fmt: skip
    assert a.code == 0, a.fout
    assert "In de bevolking" in a.uit
    assert "synthetisch" in a.uit
    regel = next(r for r in a.uit.splitlines() if "94.380" in r)  # 60 x 1573
    assert regel.split()[-3:] == ["60", "0", "30"]


def test_een_tabel_die_niet_past(roep: Roep, zorgtoeslag: Path, tmp_path: Path) -> None:
    pad = tmp_path / "kaal.parquet"
    pq.write_table(pa.table({"vermogen": [1]}), pad)
    a = roep("onderzoek", zorgtoeslag, "--diepte", "snel", "--as", "vermogen", "--patronen", "P01",
             "--bevolking", pad)  # fmt: skip
    assert a.code == 2
    assert "BEV-KOLOM-ONTBREEKT" in a.fout
