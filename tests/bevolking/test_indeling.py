"""The columns of a table against those that the law asks: every fault, at once, with a way out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from tests.bevolking.proefwet import TYPEN, als_bron, open_goed, rij, tabel, vorm
from wetsanalyse.bevolking.indeling import Indeling, leg_naast
from wetsanalyse.text import Result


def naast(inhoud: pa.Table, map_: Path, *groepen: str) -> Result[Indeling | None]:
    return leg_naast(vorm(), als_bron(inhoud, map_), groepen)


def meldingen(gevonden: Result[Indeling | None]) -> list[tuple[str, str]]:
    """Code and what is between the first quotes."""
    return [(m.code, m.bericht.partition("“")[2].partition("”")[0]) for m in gevonden.diagnostics]


def test_alles_is_goed(tmp_path: Path) -> None:
    gevonden = naast(tabel(rij(huishouden=1, gewicht=None, regio="x")), tmp_path, "regio")
    assert gevonden.diagnostics == ()
    assert gevonden.value is not None
    assert (gevonden.value.sleutel, gevonden.value.gewicht) == ("huishouden", "gewicht")
    assert gevonden.value.groepen == {"regio": "regio"}
    assert set(gevonden.value.kolommen) == {*rij(), "huishouden", "gewicht", "regio"}


@pytest.mark.parametrize(("van", "naar"), [
    ("inkomen", "Het INKOMEN"), ("is verzekerd", "is_verzekerd"), ("is verzekerd", "Verzekerd"),
    ("kinderen", "De_Kinderen"), ("kinderen", "kind"),
    ("partner", "PARTNER"), ("ingangsdatum", "de  ingangsdatum"),
])  # fmt: skip
def test_schrijfwijze_doet_er_niet_toe(van: str, naar: str, tmp_path: Path) -> None:
    inhoud = tabel(rij())
    namen = [naar if naam == van else naam for naam in inhoud.column_names]
    assert naast(inhoud.rename_columns(namen), tmp_path).diagnostics == ()


@pytest.mark.parametrize("weg", sorted(rij()))
def test_een_kolom_ontbreekt(weg: str, tmp_path: Path) -> None:
    gevonden = naast(tabel(rij()).drop_columns([weg]), tmp_path)
    assert gevonden.value is None
    assert meldingen(gevonden) == [("BEV-KOLOM-ONTBREEKT", weg)]
    assert gevonden.diagnostics[0].hulp


FOUTE_TYPEN: dict[str, tuple[pa.DataType, Any]] = {
    "inkomen": (pa.string(), "1"),
    "huur": (pa.float32(), 1.5),
    "schuld": (pa.decimal256(50, 2), None),
    "aandeel": (pa.bool_(), True),
    "woonvorm": (pa.int64(), 1),
    "postcode": (pa.binary(), b"1"),
    "uitstel": (pa.int8(), 1),
    "ingangsdatum": (pa.timestamp("s", "UTC"), None),
    "is verzekerd": (pa.string(), "ja"),
    "partner": (pa.int64(), 1),
    "kinderen": (pa.int64(), 2),
}


@pytest.mark.parametrize("naam", sorted(FOUTE_TYPEN))
def test_een_verkeerd_soort(naam: str, tmp_path: Path) -> None:
    soort, waarde = FOUTE_TYPEN[naam]
    gevonden = naast(tabel(rij(**{naam: waarde}), **{naam: soort}), tmp_path)
    assert ("BEV-KOLOM-SOORT", naam) in meldingen(gevonden)
    assert gevonden.value is None


GOEDE_TYPEN: dict[str, list[pa.DataType]] = {
    "inkomen": [pa.int8(), pa.uint32(), pa.float64(), pa.decimal128(38, 10), pa.null(),
                pa.decimal64(10, 2), pa.dictionary(pa.int32(), pa.int64())],
    "woonvorm": [pa.large_string(), pa.dictionary(pa.int8(), pa.string()), pa.null()],
    "ingangsdatum": [pa.date64(), pa.timestamp("ns"), pa.null()],
    "is verzekerd": [pa.null()], "partner": [pa.null()], "kinderen": [pa.null()],
}  # fmt: skip


@pytest.mark.parametrize(
    ("naam", "soort"), [(n, s) for n, soorten in GOEDE_TYPEN.items() for s in soorten]
)
def test_een_ander_soort_dat_ook_past(naam: str, soort: pa.DataType, tmp_path: Path) -> None:
    inhoud = tabel(
        rij(**{naam: None}), **{naam: soort} if not pa.types.is_dictionary(soort) else {}
    )
    if pa.types.is_dictionary(soort):
        plek = inhoud.column_names.index(naam)
        gepakt = pa.array([None], soort.value_type).dictionary_encode()
        inhoud = inhoud.set_column(plek, naam, gepakt)
    assert naast(inhoud, tmp_path).diagnostics == ()


def test_alle_fouten_in_een_keer(tmp_path: Path) -> None:
    inhoud = tabel(rij(inkomen="x", regio="n"), inkomen=pa.string())
    inhoud = inhoud.rename_columns([{"huur": "hurr", "postcode": "bedrag"}.get(n, n)
                                    for n in inhoud.column_names])  # fmt: skip
    gevonden = naast(inhoud, tmp_path, "provincie")
    assert sorted(meldingen(gevonden)) == [
        ("BEV-KOLOM-ONBEKEND", "bedrag"), ("BEV-KOLOM-ONBEKEND", "hurr"),
        ("BEV-KOLOM-ONBEKEND", "regio"), ("BEV-KOLOM-ONTBREEKT", "huur"),
        ("BEV-KOLOM-ONTBREEKT", "postcode"), ("BEV-KOLOM-ONTBREEKT", "provincie"),
        ("BEV-KOLOM-SOORT", "inkomen"),
    ]  # fmt: skip
    per_naam = dict(zip([n for _, n in meldingen(gevonden)], gevonden.diagnostics, strict=True))
    assert any("huur" in h for h in per_naam["hurr"].hulp)
    assert "rekenen de regels zelf uit" in per_naam["bedrag"].bericht


def test_een_gegeven_dat_niets_uitmaakt_is_geen_fout(tmp_path: Path) -> None:
    inhoud = tabel(rij(toelichting="x"), toelichting=pa.string())
    gevonden = naast(inhoud, tmp_path)
    assert meldingen(gevonden) == [("BEV-KOLOM-OVER", "toelichting")]
    assert gevonden.value is not None
    assert "toelichting" not in gevonden.value.kolommen


@pytest.mark.parametrize(("tweede", "bericht"), [
    ("inkomen", "staat er twee keer"), ("Het_Inkomen", "zijn één naam"),
])  # fmt: skip
def test_een_kolom_staat_er_twee_keer(tweede: str, bericht: str, tmp_path: Path) -> None:
    inhoud = tabel(rij()).append_column(tweede, pa.array([1]))
    gevonden = naast(inhoud, tmp_path)
    assert [m.code for m in gevonden.diagnostics] == ["BEV-KOLOM-DUBBEL"]
    assert bericht in gevonden.diagnostics[0].bericht


def test_een_kolom_zonder_naam(tmp_path: Path) -> None:
    gevonden = naast(tabel(rij()).append_column("", pa.array([1])), tmp_path)
    assert [m.code for m in gevonden.diagnostics] == ["BEV-KOLOM-NAAM"]


def test_binnen_een_rol(tmp_path: Path) -> None:
    partner = pa.struct([("huurr", pa.int64())])
    inhoud = tabel(rij(partner={"huurr": 1}), partner=partner)
    assert meldingen(naast(inhoud, tmp_path)) == [
        ("BEV-KOLOM-ONTBREEKT", "partner.huur"), ("BEV-KOLOM-ONBEKEND", "partner.huurr"),
    ]  # fmt: skip


KOP = (
    "inkomen;huur;schuld;aandeel;woonvorm;postcode;uitstel;ingangsdatum;is verzekerd;"
    "partner;partner.huur"
)


def test_een_platte_tabel_noemt_wat_ontbreekt(tmp_path: Path) -> None:
    pad = tmp_path / "t.csv"
    pad.write_text(f"{KOP};partner.huurtje\n")
    gevonden = leg_naast(vorm(), open_goed(str(pad)))
    assert meldingen(gevonden) == [
        ("BEV-KOLOM-ONBEKEND", "partner.huurtje"), ("BEV-KOLOM-ONTBREEKT", "kinderen"),
    ]  # fmt: skip
    pad.write_text(KOP.replace(";partner;", ";") + ";kinderen\n")
    codes = meldingen(leg_naast(vorm(), open_goed(str(pad))))
    assert ("BEV-KOLOM-ONTBREEKT", "partner") in codes
    assert ("BEV-KOLOM-SOORT", "kinderen") in codes


def test_de_typen_van_de_proef_zijn_goed() -> None:
    """Else a test above could pass for another reason."""
    assert set(rij()) < set(TYPEN)
