"""The file: what is in it, what it says of itself, and that a seed gives the same bytes."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from wetsanalyse.bevolking.maken.maak import Maakopdracht, maak
from wetsanalyse.bevolking.maken.marges import Marges
from wetsanalyse.bevolking.maken.tabel import (
    Jaargeld,
    datum,
    decimaal,
    gewichten,
    lees_kenmerken,
    schrijf_tabellen,
)
from wetsanalyse.bevolking.maken.trekken import BLOK, Partij

AANTAL = 2_000


def _stil(_wat: str, _nu: int, _van: int) -> None:
    return


def _maak(pad: Path, marges: Marges, zaad: int = 1, aantal: int = AANTAL) -> Path:
    maak(Maakopdracht(aantal, zaad, 2025, Fraction(1)), marges, pad, _stil)
    return pad


def _hash(pad: Path) -> str:
    return hashlib.sha256(pad.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def basis(tmp_path_factory: pytest.TempPathFactory, marges: Marges) -> Path:
    return _maak(tmp_path_factory.mktemp("basis") / "basis.parquet", marges)


def test_hetzelfde_zaad_dezelfde_bytes(basis: Path, tmp_path: Path, marges: Marges) -> None:
    assert _hash(_maak(tmp_path / "weer.parquet", marges)) == _hash(basis)
    assert _hash(_maak(tmp_path / "ander.parquet", marges, zaad=2)) != _hash(basis)


def test_het_bestand_zegt_wat_het_is(basis: Path, marges: Marges) -> None:
    merken = lees_kenmerken(basis)
    assert merken["wetsanalyse.synthetisch"] == "ja"
    assert merken["wetsanalyse.zaad"] == "1"
    assert merken["wetsanalyse.versie"]
    assert json.loads(merken["wetsanalyse.marges"])["soort"] == "1-1-2024"
    assert set(json.loads(merken["wetsanalyse.aannamen"])) == set(marges.aannamen)
    assert len(json.loads(merken["wetsanalyse.weggelaten"])) == len(marges.weggelaten)


def test_de_rijen(basis: Path) -> None:
    rijen = pq.read_table(basis).to_pylist()
    assert [r["huishouden"] for r in rijen] == list(range(1, AANTAL + 1))
    assert {r["gewicht"] for r in rijen} == {Decimal("4187.202000000")}
    for r in rijen:
        assert ("paar" in r["soort"]) == (r["partner"] is not None)
        assert (r["woning"] == "huur") == (r["huur"] is not None) == (r["verhuurder"] is not None)
        assert ("met kinderen" in r["soort"] or r["soort"] == "eenouder") == bool(r["kinderen"])
        for kind in r["kinderen"]:
            assert (kind["inkomen"] is None) == (kind["leeftijd"] < 18)
            assert kind["geboortedatum"] > r["hoofd"]["geboortedatum"]
        if r["partner"] is not None:
            assert r["partner"]["gehuwd"] == (not r["soort"].startswith("ongehuwd"))


def test_de_index_maakt_hele_euros() -> None:
    # 1,162 * 10.000 = 11.620; 1,162 * 3 = 3,486; half a euro goes up: 1,5 * 3 = 4,5 becomes 5.
    bedrag = np.array([0, 3, 10_000])
    assert list(Jaargeld(Fraction("1.162"))(bedrag)) == [0, 3, 11_620]
    assert list(Jaargeld(Fraction(3, 2))(bedrag)) == [0, 5, 15_000]


def test_decimalen_en_datums_zijn_exact() -> None:
    er = np.array([True, True, False, True])
    rij = decimaal(np.array([0, 12_345, 7, -50], np.int64), 2, er).to_pylist()
    assert rij == [Decimal("0.00"), Decimal("123.45"), None, Decimal("-0.50")]
    assert str(datum(np.array([719_163, 739_252]))[1]) == "2025-01-01"
    assert gewichten(Fraction(8_374_404, 7), 1).to_pylist() == [Decimal("1196343.428571429")]


def test_een_afgebroken_bestand_blijft_niet_staan(tmp_path: Path) -> None:
    pad = tmp_path / "half.parquet"

    def delen() -> object:
        yield pa.table({"a": [1]})
        raise RuntimeError("halverwege")

    with pytest.raises(RuntimeError, match="halverwege"):
        schrijf_tabellen(pad, delen(), {})  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_meer_partijen_in_een_bestand(tmp_path: Path, marges: Marges, partij: Partij) -> None:
    pad = _maak(tmp_path / "groot.parquet", marges, aantal=BLOK + 10)
    bestand = pq.ParquetFile(pad)
    assert bestand.metadata.num_rows == BLOK + 10
    assert bestand.metadata.num_row_groups == 2
    assert len(partij) < BLOK
