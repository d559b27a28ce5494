"""Sources: the same rows whatever they stand in, and a clear word for a file that is broken."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bevolking.proefwet import open_goed
from wetsanalyse.bevolking.bron import Bron, Bronbreuk, Lading
from wetsanalyse.bevolking.openen import open_bron

TABEL = pa.table({"huishouden": list(range(1, 11)), "inkomen": [n * 100 for n in range(10)]})
Schrijver = Callable[[Path], str]


def parquet(map_: Path) -> str:
    pq.write_table(TABEL, map_ / "t.parquet", row_group_size=3)
    return str(map_ / "t.parquet")


def arrow(map_: Path) -> str:
    with pa.OSFile(str(map_ / "t.arrow"), "wb") as vel, pa.ipc.new_file(vel, TABEL.schema) as uit:
        uit.write_table(TABEL, 3)
    return str(map_ / "t.arrow")


def stroom(map_: Path) -> str:
    with pa.OSFile(str(map_ / "s.arrow"), "wb") as vel, pa.ipc.new_stream(vel, TABEL.schema) as uit:
        uit.write_table(TABEL, 3)
    return str(map_ / "s.arrow")


def duckdb(map_: Path) -> str:
    bibliotheek = pytest.importorskip("duckdb")
    verbinding = bibliotheek.connect(str(map_ / "t.db"))
    pad = parquet(map_)
    verbinding.execute(f"create table h as select * from '{pad}'")
    verbinding.close()
    return f"duckdb:{map_ / 't.db'}?query=select * from h order by huishouden"


def tekst(map_: Path, inhoud: str | bytes, naam: str = "t.csv") -> str:
    ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
    (map_ / naam).write_bytes(ruw)
    return str(map_ / naam)


def samen(ladingen: list[Lading]) -> pa.Table:
    return pa.Table.from_batches([lading.batch for lading in ladingen])


def melding(adres: str, vraag: str | None = None) -> tuple[str, str]:
    """The code and the words of the only fault."""
    gevonden = open_bron(adres, vraag)
    assert gevonden.value is None
    (een,) = gevonden.diagnostics
    assert een.hulp
    return een.code, een.bericht


# ------------------------------------------------------------------ the same rows


@pytest.mark.parametrize("schrijf", [parquet, arrow, stroom, duckdb])
@pytest.mark.parametrize("per_blok", [1, 3, 4, 10, 100])
def test_dezelfde_rijen_in_gelijke_stukken(
    schrijf: Schrijver, per_blok: int, tmp_path: Path
) -> None:
    bron = open_goed(schrijf(tmp_path))
    ladingen = list(bron.ladingen(per_blok=per_blok))
    assert samen(ladingen).to_pylist() == TABEL.to_pylist()
    groottes = [lading.batch.num_rows for lading in ladingen]
    assert groottes == [per_blok] * (10 // per_blok) + [10 % per_blok] * (10 % per_blok > 0)
    assert np.concatenate([lading.rijen for lading in ladingen]).tolist() == list(range(1, 11))
    assert bron.rijen in (10, None)


@pytest.mark.parametrize("schrijf", [parquet, arrow, stroom, duckdb])
def test_alleen_de_gevraagde_kolommen_en_opnieuw(schrijf: Schrijver, tmp_path: Path) -> None:
    bron = open_goed(schrijf(tmp_path))
    for _ in range(2):
        assert samen(list(bron.ladingen(["inkomen"]))).column_names == ["inkomen"]


def test_een_vraag_die_zelf_een_bestand_noemt(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    pad = parquet(tmp_path)
    bron = open_goed("duckdb:", f"select inkomen from '{pad}' where huishouden > 8")
    assert samen(list(bron.ladingen())).to_pylist() == [{"inkomen": 800}, {"inkomen": 900}]
    assert bron.merk is None


def test_het_merk_verandert_met_het_bestand(tmp_path: Path) -> None:
    pad = tekst(tmp_path, "a;b\n1;2\n")
    eerst = open_goed(pad).merk
    assert open_goed(pad).merk == eerst
    tekst(tmp_path, "a;b\n1;3\n")
    assert open_goed(pad).merk != eerst


def test_een_stuk_is_nooit_groter_dan_gevraagd(tmp_path: Path) -> None:
    """One row group of a million rows is read a piece at a time."""
    pq.write_table(pa.table({"a": np.arange(1_000_000)}), tmp_path / "g.parquet")
    voor = pa.total_allocated_bytes()
    hoogste = 0
    for lading in open_goed(str(tmp_path / "g.parquet")).ladingen(per_blok=10_000):
        assert lading.batch.num_rows == 10_000
        hoogste = max(hoogste, pa.total_allocated_bytes() - voor)
    assert hoogste < 6_000_000  # the whole column takes 8


# ------------------------------------------------------------------ tables of text


def rijen(bron: Bron) -> list[tuple[int, list[str | None]]]:
    return [
        (int(nummer), list(cellen.values()))
        for lading in bron.ladingen()
        for nummer, cellen in zip(lading.rijen, lading.batch.to_pylist(), strict=True)
    ]


@pytest.mark.parametrize("scheider", [";", ",", "\t"])
def test_tekst_blijft_tekst(scheider: str, tmp_path: Path) -> None:
    inhoud = '\ufeffa; b \r\n007;x\r\n;"y\nz"\r\n\r\n1e3;\r\n'.replace(";", scheider)
    bron = open_goed(tekst(tmp_path, inhoud))
    assert bron.schema.names == ["a", "b"]
    assert set(bron.tekst.values()) == {scheider}
    assert rijen(bron) == [(1, ["007", "x"]), (2, [None, "y\nz"]), (3, ["1e3", None])]
    assert samen(list(bron.ladingen(["b"]))).column("b").to_pylist() == ["x", "y\nz", None]


def test_een_regel_met_te_veel_cellen_gaat_opzij(tmp_path: Path) -> None:
    bron = open_goed(tekst(tmp_path, "a;b\n1;2\n3;4;5\n6\n7;8\n9;10;11\n"))
    ladingen = list(bron.ladingen(per_blok=1))
    assert np.concatenate([lading.rijen for lading in ladingen]).tolist() == [1, 4]
    opzij = [r for lading in ladingen for r in lading.opzij.to_pylist()]
    assert [(r["rij"], r["waarde"]) for r in opzij] == [(2, "3;4;5"), (3, "6"), (5, "9;10;11")]


def test_nummers_blijven_kloppen_over_veel_stukken(tmp_path: Path) -> None:
    """Every seventh row is broken; the others keep the number of their line."""
    regels = [f"{n};{n}" + ";x" * (n % 7 == 0) for n in range(1, 300_001)]
    bron = open_goed(tekst(tmp_path, "a;b\n" + "\n".join(regels)))
    gezien, weg = 0, 0
    for lading in bron.ladingen(per_blok=5000):
        assert (
            lading.batch.column("a").cast(pa.int64()).to_numpy().tolist() == lading.rijen.tolist()
        )
        gezien += len(lading.rijen)
        weg += lading.opzij.num_rows
    assert (gezien, weg) == (300_000 - 42_857, 42_857)


@pytest.mark.parametrize("inhoud", ["a;b", "a;b\n", "a;b\n\n\n"])
def test_een_kop_zonder_rijen(inhoud: str, tmp_path: Path) -> None:
    bron = open_goed(tekst(tmp_path, inhoud))
    assert bron.schema.names == ["a", "b"]
    assert list(bron.ladingen()) == []


# ------------------------------------------------------------------ hostile files


@pytest.mark.parametrize(("naam", "inhoud", "code"), [
    ("t.csv", b"", "BEV-LEEG"),
    ("t.csv", b"\xef\xbb\xbf \n\n", "BEV-LEEG"),
    ("t.csv", "a;b\né;1\n".encode("latin-1"), "BEV-UTF8"),
    ("t.csv", bytes(range(64)) * 9, "BEV-SOORT"),
    ("t.parquet", b"a;b\n1;2\n", "BEV-SOORT"),
    ("t.parquet", b"", "BEV-SOORT"),
    ("t.xlsx", b"PK\x03\x04", "BEV-SOORT"),
    ("t.parquet", b"PAR1" + bytes(50), "BEV-KAPOT"),
    ("t.arrow", b"ARROW1" + bytes(50), "BEV-KAPOT"),
])  # fmt: skip
def test_een_bestand_dat_niets_is(naam: str, inhoud: bytes, code: str, tmp_path: Path) -> None:
    assert melding(tekst(tmp_path, inhoud, naam))[0] == code


def test_een_afgekapt_bestand(tmp_path: Path) -> None:
    for schrijf in (parquet, arrow):
        pad = Path(schrijf(tmp_path))
        pad.write_bytes(pad.read_bytes()[:-40])
        assert melding(str(pad))[0] == "BEV-KAPOT"


def test_een_afgekapte_stroom_breekt_onderweg(tmp_path: Path) -> None:
    pad = Path(stroom(tmp_path))
    pad.write_bytes(pad.read_bytes()[:-60])
    with pytest.raises(Bronbreuk) as breuk:
        list(open_goed(str(pad)).ladingen())
    assert breuk.value.melding.code == "BEV-KAPOT"


def test_een_verkeerd_teken_ver_in_een_tabel(tmp_path: Path) -> None:
    inhoud = b"a;b\n" + b"1;2\n" * 600_000 + "é;1\n".encode("latin-1")
    with pytest.raises(Bronbreuk) as breuk:
        list(open_goed(tekst(tmp_path, inhoud)).ladingen())
    assert breuk.value.melding.code == "BEV-UTF8"


def test_een_pad_dat_er_niet_is(tmp_path: Path) -> None:
    assert melding(str(tmp_path / "geen.csv"))[0] == "BEV-BESTAND"
    assert melding(str(tmp_path)) == ("BEV-BESTAND", f"“{tmp_path}” is een map, geen bestand")


def test_vragen_die_duckdb_niet_beantwoordt(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    adres = duckdb(tmp_path).partition("?")[0]
    assert melding(adres)[0] == "BEV-VRAAG"
    assert melding(adres, "select nee from h")[0] == "BEV-VRAAG"
    assert melding(adres, "drop table h")[0] == "BEV-VRAAG"
    assert melding(f"duckdb:{tmp_path / 'nee.db'}?query=select 1")[0] == "BEV-BESTAND"


def test_zonder_duckdb_een_volgende_stap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    gevonden = open_bron("duckdb:", "select 1")
    assert [m.code for m in gevonden.diagnostics] == ["BEV-DUCKDB"]
    assert "pip install" in gevonden.diagnostics[0].hulp[0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(schrijf=st.sampled_from([parquet, arrow, stroom]), wijzigingen=st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8,
))  # fmt: skip
def test_een_beschadigd_bestand_geeft_hoogstens_een_melding(
    schrijf: Schrijver, wijzigingen: list[tuple[float, int]], tmp_path: Path
) -> None:
    """Whatever byte was changed: it is read, or the file is called broken. Nothing else."""
    pad = Path(schrijf(tmp_path))
    ruw = bytearray(pad.read_bytes())
    for waar, teken in wijzigingen:
        ruw[int(waar * len(ruw))] = teken
    pad.write_bytes(bytes(ruw))
    bron = open_bron(str(pad))
    if bron.value is None:
        assert {m.code for m in bron.diagnostics} <= {"BEV-KAPOT", "BEV-SOORT"}
        return
    try:
        list(bron.value.ladingen(per_blok=3))
    except Bronbreuk as breuk:
        assert breuk.melding.code == "BEV-KAPOT"  # noqa: PT017 (both ends are fine)
