"""Members in a table of their own, next to their households: as if they had stood in a list."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bevolking.proefwet import lees_alles, open_goed, rij, tabel
from wetsanalyse.bevolking.bron import Bron, Bronbreuk
from wetsanalyse.bevolking.leden import met_leden
from wetsanalyse.bevolking.lezen import Gelezen

GEBOREN = date(2020, 1, 1)


def hoofd(map_: Path, sleutels: list[Any], soort: pa.DataType | None = None) -> Bron:
    soort = soort or pa.int64()
    rijen = [rij(huishouden=s, inkomen=n) for n, s in enumerate(sleutels)] or [rij(huishouden=None)]
    inhoud = tabel(*rijen, huishouden=soort).drop_columns(["kinderen"])
    pq.write_table(inhoud.slice(0, len(sleutels)), map_ / "h.parquet", row_group_size=3)
    return open_goed(str(map_ / "h.parquet"))


def leden(map_: Path, sleutels: list[Any], soort: pa.DataType | None = None) -> Bron:
    inhoud = pa.table({
        "huishouden": pa.array(sleutels, soort or pa.int64()),
        "leeftijd in jaren": pa.array(range(len(sleutels)), pa.int64()),
        "geboortedatum": pa.array([GEBOREN] * len(sleutels), pa.date32()),
    })  # fmt: skip
    pq.write_table(inhoud, map_ / "k.parquet", row_group_size=2)
    return open_goed(str(map_ / "k.parquet"))


def samen(eerst: Bron, dan: Bron) -> Bron:
    gevonden = met_leden(eerst, {"kinderen": dan})
    assert gevonden.value is not None, gevonden.diagnostics
    return gevonden.value


def kinderen(delen: list[Gelezen]) -> dict[Any, list[int]]:
    """Of each household (by its key) the ages of the children."""
    uit: dict[Any, list[int]] = {}
    for deel in delen:
        veel = deel.blok.veel["kind"]
        assert deel.sleutels is not None
        for i, sleutel in enumerate(deel.sleutels.to_pylist()):
            van, tot = int(veel.grenzen[i]), int(veel.grenzen[i + 1])
            uit[sleutel] = veel.kolommen["leeftijd in jaren"].waarden[van:tot].tolist()
    return uit


def wezen(delen: list[Gelezen]) -> list[int]:
    """The rows of members that have nowhere to go."""
    return [
        r["rij"] for d in delen for r in d.opzij.to_pylist() if r["tabel"] == "kinderen"
    ]  # fmt: skip


@pytest.mark.parametrize("per_blok", [1, 2, 100])
@pytest.mark.parametrize("soort", [pa.int64(), pa.string()])
def test_ieder_bij_zijn_huishouden(per_blok: int, soort: pa.DataType, tmp_path: Path) -> None:
    def sleutel(n: int) -> Any:
        return n if soort == pa.int64() else f"h{n:02d}"

    eerst = hoofd(tmp_path, [sleutel(n) for n in (2, 4, 5, 9)], soort)
    dan = leden(tmp_path, [sleutel(n) for n in (1, 2, 2, 3, 5, 5, 5, 9, 10, 11)], soort)
    delen = lees_alles(samen(eerst, dan), per_blok=per_blok)
    assert kinderen(delen) == {
        sleutel(2): [1, 2], sleutel(4): [], sleutel(5): [4, 5, 6], sleutel(9): [7],
    }  # fmt: skip
    assert wezen(delen) == [1, 4, 9, 10]


SLEUTELS = st.lists(st.integers(0, 12), max_size=25)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(eigen=st.sets(st.integers(0, 12), min_size=1), van=SLEUTELS, per_blok=st.integers(1, 6))
def test_als_een_gewone_koppeling(
    eigen: set[int], van: list[int], per_blok: int, tmp_path: Path
) -> None:
    """Held against a plain join in memory."""
    huizen, lidsleutels = sorted(eigen), sorted(van)
    delen = lees_alles(
        samen(hoofd(tmp_path, huizen), leden(tmp_path, lidsleutels)), per_blok=per_blok
    )
    hoort = {h: [n for n, s in enumerate(lidsleutels) if s == h] for h in huizen}
    assert kinderen(delen) == hoort
    assert wezen(delen) == [n + 1 for n, s in enumerate(lidsleutels) if s not in eigen]


def test_hetzelfde_als_een_lijst_in_de_tabel(tmp_path: Path) -> None:
    los = lees_alles(samen(hoofd(tmp_path, [1, 2, 3]), leden(tmp_path, [1, 3, 3])))
    lid = {"geboortedatum": GEBOREN}
    rijen = [
        rij(huishouden=1, inkomen=0, kinderen=[{**lid, "leeftijd in jaren": 0}]),
        rij(huishouden=2, inkomen=1),
        rij(huishouden=3, inkomen=2, kinderen=[{**lid, "leeftijd in jaren": n} for n in (1, 2)]),
    ]
    pq.write_table(tabel(*rijen), tmp_path / "vol.parquet")
    vol = lees_alles(open_goed(str(tmp_path / "vol.parquet")))
    assert kinderen(los) == kinderen(vol)


def test_een_lid_zonder_huishouden(tmp_path: Path) -> None:
    delen = lees_alles(samen(hoofd(tmp_path, [1, 2]), leden(tmp_path, [1, None, 2, None])))
    assert kinderen(delen) == {1: [0], 2: [2]}
    assert wezen(delen) == [2, 4]


def test_een_huishouden_zonder_sleutel_heeft_geen_leden(tmp_path: Path) -> None:
    delen = lees_alles(samen(hoofd(tmp_path, [1, None, 3]), leden(tmp_path, [1, 3])))
    assert kinderen(delen) == {1: [0], 3: [1]}


def test_een_dubbel_huishouden_krijgt_de_leden_niet_twee_keer(tmp_path: Path) -> None:
    delen = lees_alles(samen(hoofd(tmp_path, [1, 1, 2]), leden(tmp_path, [1, 1, 2])))
    assert kinderen(delen) == {1: [0, 1], 2: [2]}
    assert sum(d.weg for d in delen) == 1


@pytest.mark.parametrize(("huizen", "van"), [([1, 3, 2], [1]), ([1, 2, 3], [2, 1, 3]),
                                             ([1, 2, 3, 4, 5, 6, 5], [1])])  # fmt: skip
def test_een_tabel_die_niet_op_volgorde_staat(
    huizen: list[int], van: list[int], tmp_path: Path
) -> None:
    with pytest.raises(Bronbreuk) as breuk:
        lees_alles(samen(hoofd(tmp_path, huizen), leden(tmp_path, van)))
    melding = breuk.value.melding
    assert melding.code == "BEV-VOLGORDE"
    assert any("sorteer" in h for h in melding.hulp)
    assert ("k.parquet" in melding.bericht) == (huizen == sorted(huizen))


def test_een_tabel_zonder_sleutel(tmp_path: Path) -> None:
    zonder = leden(tmp_path, [1])
    pq.write_table(pa.table({"geboortedatum": [GEBOREN]}), tmp_path / "k.parquet")
    gevonden = met_leden(hoofd(tmp_path, [1]), {"kinderen": open_goed(zonder.naam)})
    assert [m.code for m in gevonden.diagnostics] == ["BEV-SLEUTEL"]


def test_leden_op_twee_manieren_tegelijk(tmp_path: Path) -> None:
    pq.write_table(tabel(rij(huishouden=1)), tmp_path / "vol.parquet")
    gevonden = met_leden(open_goed(str(tmp_path / "vol.parquet")),
                         {"kinderen": leden(tmp_path, [1])})  # fmt: skip
    assert [m.code for m in gevonden.diagnostics] == ["BEV-KOLOM-DUBBEL"]


# ------------------------------------------------------------------ text

KOP = (
    "huishouden;inkomen;huur;schuld;aandeel;woonvorm;postcode;uitstel;ingangsdatum;"
    "is verzekerd;partner;partner.huur"
)


@pytest.mark.parametrize("scheider", [";", ","])
def test_twee_tabellen_in_tekst(scheider: str, tmp_path: Path) -> None:
    """Keys that are numbers are sorted as numbers: 9 comes before 10."""
    (tmp_path / "h.csv").write_text("\n".join([KOP, *(f"{n}{';' * 11}" for n in (8, 9, 10))]))
    regels = ["huishouden;leeftijd in jaren;geboortedatum", "9;4;1-1-2020", "9;x;1-1-2020",
              "10;6;2020-01-01", "10;7;1-1-2020;te veel", "11;8;1-1-2020"]  # fmt: skip
    (tmp_path / "k.csv").write_text("\n".join(regels).replace(";", scheider))
    bron = samen(open_goed(str(tmp_path / "h.csv")), open_goed(str(tmp_path / "k.csv")))
    delen = lees_alles(bron)
    assert kinderen(delen) == {"8": [], "10": [6]}
    alle = [(r["tabel"], r["rij"], r["kolom"]) for d in delen for r in d.opzij.to_pylist()]
    assert sorted(alle) == [
        ("huishoudens", 2, "kinderen.leeftijd in jaren"),
        ("kinderen", 4, "(hele rij)"), ("kinderen", 5, "huishouden"),
    ]  # fmt: skip
    assert sum(d.weg for d in delen) == 1


@pytest.mark.parametrize("sleutels", [("007", "7", "8"), ("a1", "a2", "b")])
def test_sleutels_die_geen_getal_zijn_blijven_tekst(
    sleutels: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "h.csv").write_text("\n".join([KOP, *(f"{s}{';' * 11}" for s in sleutels)]))
    regels = ["huishouden;leeftijd in jaren;geboortedatum"]
    regels += [f"{s};{n};1-1-2020" for n, s in enumerate(sleutels)]
    (tmp_path / "k.csv").write_text("\n".join(regels))
    bron = samen(open_goed(str(tmp_path / "h.csv")), open_goed(str(tmp_path / "k.csv")))
    assert kinderen(lees_alles(bron)) == {s: [n] for n, s in enumerate(sleutels)}


def test_veel_leden_over_veel_stukken(tmp_path: Path) -> None:
    """A quarter of a million members pass by, each batch with all of its own."""
    aantal = 60_000
    eigen = pa.table({"huishouden": range(aantal)})
    pq.write_table(eigen, tmp_path / "h.parquet")
    van = [n // 4 for n in range(4 * aantal)]
    pq.write_table(pa.table({"huishouden": van, "x": van}), tmp_path / "k.parquet")
    bron = samen(open_goed(str(tmp_path / "h.parquet")), open_goed(str(tmp_path / "k.parquet")))
    gezien = 0
    for lading in bron.ladingen(per_blok=1000):
        lijst = lading.batch.column("kinderen")
        assert len(lijst.flatten()) == 4 * lading.batch.num_rows
        gezien += len(lijst.flatten())
    assert gezien == 4 * aantal
