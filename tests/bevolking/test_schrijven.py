"""Outcomes to a file: exact, whole or not at all, and on from where a run was broken off."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bevolking.proefwet import als_bron, lees_alles, rij, tabel
from wetsanalyse.bevolking import opzij as opzij_
from wetsanalyse.bevolking.bron import Bronbreuk
from wetsanalyse.bevolking.lezen import Gelezen
from wetsanalyse.bevolking.schrijven import Geschreven, Uitvoer, begin, maak_af, schrijf_deel
from wetsanalyse.bevolking.uitkomsten import (
    FOUT,
    ONBESLIST,
    Uitkomstkolom,
    Uitvoerveld,
    kolom_van,
)
from wetsanalyse.bevolking.uitkomsten import (
    tabel as uitkomsttabel,
)
from wetsanalyse.model.types import BOOLEAN, DATUM, Eenheid, Soort, Type
from wetsanalyse.run.kolommen import Kolom

EURO = Type(Soort.NUMERIEK, Eenheid.van({"€": 1, "jr": -1}), 2)
STEUN = Uitvoerveld("steun", EURO)
WAARVAN: dict[str, str | None] = {"bron": "a", "wet": "b", "rekendatum": "c", "opties": ""}


def gelezen(map_: Path, aantal: int = 3, **rest: Any) -> Gelezen:
    rijen = [rij(huishouden=n * 10, **rest) for n in range(aantal)]
    (een,) = lees_alles(als_bron(tabel(*rijen), map_), tuple(k for k in rest if k == "regio"))
    return een


def kolom(*centen: int, leeg: list[bool] | None = None, schaal: int = 100) -> Kolom:
    return Kolom(np.array(centen, np.int64), None if leeg is None else np.array(leeg), schaal)


def begonnen(doel: Path, **anders: str | None) -> Uitvoer:
    gevonden = begin(doel, {**WAARVAN, **anders})
    assert gevonden.value is not None, gevonden.diagnostics
    return gevonden.value


def schrijf(map_: Path, naam: str, status: list[int] | None = None) -> tuple[Path, Geschreven]:
    """Two batches of three households, the second with something set aside."""
    uitvoer = begonnen(map_ / naam)
    toestand = None if status is None else np.array(status, np.uint8)
    weg = opzij_.opzij(
        [opzij_.Gebrek("x", "niet goed", np.array([1]), ["y"])], np.array([7, 8]), None
    )
    for nummer in (1, 0):  # in any order
        uit = {"steun": Uitkomstkolom(kolom(150, -5, 0, leeg=[False, False, True]), toestand)}
        batch = uitkomsttabel([STEUN], gelezen(map_), uit)
        schrijf_deel(uitvoer, nummer, batch, weg if nummer else opzij_.leeg())
    return uitvoer.doel, maak_af(uitvoer, 2, {"wetsanalyse.synthetisch": "ja"})


def lees(pad: Path) -> pa.Table:
    if pad.suffix == ".parquet":
        return pq.read_table(pad)
    if pad.suffix == ".arrow":
        return pa.ipc.open_file(pad.read_bytes()).read_all()
    return pacsv.read_csv(pad)


# ------------------------------------------------------------------ values


@given(st.integers(0, 8), st.integers(0, 4), st.integers(-(10**10), 10**10))
def test_een_getal_komt_er_precies_uit(decimalen: int, extra: int, heel: int) -> None:
    """In whatever part of one it was counted."""
    type_ = Type(Soort.NUMERIEK, decimalen=decimalen)
    schaal = 10 ** (decimalen + extra)
    (uit,) = kolom_van(kolom(heel * 10**extra, schaal=schaal), type_, None).to_pylist()
    assert Fraction(uit) == Fraction(heel, 10**decimalen)


@given(st.integers(-(10**12), 10**12), st.integers(1, 1000))
def test_een_getal_zonder_vaste_decimalen_wordt_nooit_afgerond(teller: int, schaal: int) -> None:
    (uit,) = kolom_van(kolom(teller, schaal=schaal), Type(Soort.NUMERIEK), None).to_pylist()
    assert Fraction(uit) == Fraction(teller, schaal)


@pytest.mark.parametrize(("teller", "schaal", "tekst"), [
    (5, 1, "5"), (-25, 10, "-2.5"), (1, 3, "1/3"), (1, 8, "0.125"), (-7, 6, "-7/6"), (10, 10, "1"),
    (5, 100, "0.05"), (-1, 1000, "-0.001"),
])  # fmt: skip
def test_een_breuk_als_tekst(teller: int, schaal: int, tekst: str) -> None:
    assert kolom_van(kolom(teller, schaal=schaal), Type(Soort.NUMERIEK), None).to_pylist() == [
        tekst
    ]


def test_andere_soorten() -> None:
    dag = date(2025, 3, 1)
    weg = np.array([False, True])
    dagen = kolom_van(kolom(dag.toordinal(), 0, schaal=1), DATUM, weg)
    assert dagen.to_pylist() == [dag, None]
    assert kolom_van(kolom(1, 0, schaal=1), BOOLEAN, None).to_pylist() == [True, False]
    procent = Type(Soort.PERCENTAGE, decimalen=1)
    assert kolom_van(kolom(125, schaal=1000), procent, None).to_pylist() == [Decimal("12.5")]
    teksten = Kolom(np.array([1, 0]), None, 1, ("huur", "koop"))
    assert kolom_van(teksten, Type(Soort.TEKST), weg).to_pylist() == ["koop", None]


# ------------------------------------------------------------------ files


@pytest.mark.parametrize("naam", ["uit.parquet", "uit.arrow", "uit.csv"])
def test_een_heel_bestand(naam: str, tmp_path: Path) -> None:
    doel, geschreven = schrijf(tmp_path, naam)
    inhoud = lees(doel)
    assert inhoud.column_names == ["rij", "huishouden", "steun"]
    assert inhoud.column("rij").to_pylist() == [1, 2, 3, 1, 2, 3]
    assert inhoud.column("huishouden").to_pylist() == [0, 10, 20] * 2
    steun = [None if w is None else Fraction(str(w)) for w in inhoud.column("steun").to_pylist()]
    assert steun == [Fraction(3, 2), Fraction(-1, 20), None] * 2
    assert (geschreven.rijen, geschreven.gebreken) == (6, 1)
    assert geschreven.opzij == tmp_path / naam.replace("uit.", "uit.opzij.")
    (weg,) = lees(geschreven.opzij).to_pylist()
    assert (weg["rij"], weg["reden"], weg["waarde"]) == (8, "niet goed", "y")
    assert not (tmp_path / f"{naam}.deel").exists()
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_eenheid_en_merk_staan_in_het_bestand(tmp_path: Path) -> None:
    doel, _ = schrijf(tmp_path, "uit.parquet")
    schema = pq.read_schema(doel)
    assert schema.field("steun").metadata[b"eenheid"] == b"\xe2\x82\xac/jr"
    assert schema.metadata[b"wetsanalyse.synthetisch"] == b"ja"
    assert b"statussen" not in schema.metadata


@pytest.mark.parametrize(("status", "kolommen"), [
    (None, ["rij", "huishouden", "steun"]), ([0, 0, 0], ["rij", "huishouden", "steun"]),
    ([0, ONBESLIST, FOUT], ["rij", "huishouden", "steun", "steun (status)"]),
])  # fmt: skip
def test_een_status_staat_er_alleen_als_zij_iets_zegt(
    status: list[int] | None, kolommen: list[str], tmp_path: Path
) -> None:
    inhoud = lees(schrijf(tmp_path, "uit.parquet", status)[0])
    assert inhoud.column_names == kolommen
    if len(kolommen) > 3:
        assert inhoud.column("steun (status)").to_pylist()[:3] == ["berekend", "onbeslist", "fout"]
        assert inhoud.column("steun").to_pylist()[:3] == [Decimal("1.50"), None, None]


def test_niets_opzij_geen_bestand(tmp_path: Path) -> None:
    """Also not the one of an earlier run."""
    (tmp_path / "uit.opzij.parquet").write_bytes(b"oud")
    uitvoer = begonnen(tmp_path / "uit.parquet")
    batch = uitkomsttabel([STEUN], gelezen(tmp_path), {"steun": Uitkomstkolom(kolom(1, 2, 3))})
    schrijf_deel(uitvoer, 0, batch, opzij_.leeg())
    assert maak_af(uitvoer, 1) == Geschreven(3, 0, None)
    assert not (tmp_path / "uit.opzij.parquet").exists()


def test_gewicht_groep_en_leden_gaan_mee(tmp_path: Path) -> None:
    een = gelezen(tmp_path, 2, gewicht=Decimal("1.5"), regio="Noord")
    veel = Uitvoerveld("norm", EURO, veel=True)
    uit = {"norm": Uitkomstkolom(kolom(100, 200, 300), None, np.array([0, 1, 3]))}
    for naam in ("uit.parquet", "uit.csv"):
        uitvoer = begonnen(tmp_path / naam)
        schrijf_deel(uitvoer, 0, uitkomsttabel([veel], een, uit), opzij_.leeg())
        maak_af(uitvoer, 1)
    inhoud = lees(tmp_path / "uit.parquet").to_pylist()
    assert [r["norm"] for r in inhoud] == [[Decimal(1)], [Decimal(2), Decimal(3)]]
    assert {(r["gewicht"], r["regio"]) for r in inhoud} == {(Decimal("1.5"), "Noord")}
    assert lees(tmp_path / "uit.csv").column("norm").to_pylist() == ["1.00", "2.00|3.00"]


# ------------------------------------------------------------------ going on


def test_verder_waar_het_was(tmp_path: Path) -> None:
    doel = tmp_path / "uit.parquet"
    eerst = begonnen(doel)
    batch = uitkomsttabel([STEUN], gelezen(tmp_path), {"steun": Uitkomstkolom(kolom(1, 2, 3))})
    assert eerst.klaar == frozenset()
    for nummer in (0, 2):
        schrijf_deel(eerst, nummer, batch, opzij_.leeg())
    weer = begonnen(doel)
    assert weer.klaar == {0, 2}
    schrijf_deel(weer, 1, batch, opzij_.leeg())
    assert maak_af(weer, 3).rijen == 9
    assert begonnen(doel).klaar == frozenset()


@pytest.mark.parametrize("wat", ["bron", "wet", "rekendatum", "opties"])
def test_niet_verder_met_iets_anders(wat: str, tmp_path: Path) -> None:
    begonnen(tmp_path / "uit.parquet")
    gevonden = begin(tmp_path / "uit.parquet", {**WAARVAN, wat: "anders"})
    assert gevonden.value is None
    (melding,) = gevonden.diagnostics
    assert melding.code == "BEV-HERVAT"
    assert {"bron": "gegevens", "wet": "wet", "rekendatum": "rekendatum",
            "opties": "opties"}[wat] in melding.bericht  # fmt: skip


def test_wie_niet_te_herkennen_is_begint_opnieuw(tmp_path: Path) -> None:
    eerst = begonnen(tmp_path / "uit.parquet", bron=None)
    batch = uitkomsttabel([STEUN], gelezen(tmp_path), {"steun": Uitkomstkolom(kolom(1, 2, 3))})
    schrijf_deel(eerst, 0, batch, opzij_.leeg())
    assert begonnen(tmp_path / "uit.parquet", bron=None).klaar == frozenset()
    assert not list(eerst.map.glob("*.arrow"))


def test_een_kapotte_aantekening_is_geen_aantekening(tmp_path: Path) -> None:
    uitvoer = begonnen(tmp_path / "uit.parquet")
    (uitvoer.map / "staat.json").write_text("{")
    assert begonnen(tmp_path / "uit.parquet").klaar == frozenset()
    staat = json.loads((uitvoer.map / "staat.json").read_text())
    assert {naam: staat[naam] for naam in WAARVAN} == WAARVAN


def test_niet_verder_met_een_ander_programma(tmp_path: Path) -> None:
    """It may cut the rows into other parts."""
    uitvoer = begonnen(tmp_path / "uit.parquet")
    pad = uitvoer.map / "staat.json"
    pad.write_text(json.dumps({**json.loads(pad.read_text()), "versie": "0"}))
    gevonden = begin(tmp_path / "uit.parquet", WAARVAN)
    assert [m.code for m in gevonden.diagnostics] == ["BEV-HERVAT"]


@pytest.mark.parametrize("naam", ["uit.xlsx", "uit", "map.parquet"])
def test_een_plek_waar_niet_geschreven_kan_worden(naam: str, tmp_path: Path) -> None:
    (tmp_path / "map.parquet").mkdir()
    assert [m.code for m in begin(tmp_path / naam, WAARVAN).diagnostics] == ["BEV-UIT"]


def test_een_map_die_een_bestand_is(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    gevonden = begin(tmp_path / "bestand" / "uit.parquet", WAARVAN)
    assert [m.code for m in gevonden.diagnostics] == ["BEV-SCHRIJVEN"]


def test_een_schijf_die_weigert(tmp_path: Path) -> None:
    uitvoer = begonnen(tmp_path / "uit.parquet")
    batch = uitkomsttabel([STEUN], gelezen(tmp_path), {"steun": Uitkomstkolom(kolom(1, 2, 3))})
    (uitvoer.map / "staat.json").unlink()
    uitvoer.map.rmdir()
    with pytest.raises(Bronbreuk) as breuk:
        schrijf_deel(uitvoer, 0, batch, opzij_.leeg())
    assert breuk.value.melding.code == "BEV-SCHRIJVEN"
