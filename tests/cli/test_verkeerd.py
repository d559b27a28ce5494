"""Whatever a user does wrong: a message in Dutch, the right exit code, never a traceback.

Exit codes: 1 for faults in what was read, 2 for wrong use.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.bevolking.stapwet import rij, wettekst
from tests.bevolking.stapwet import schrijf as schrijf_tabel
from tests.cli.conftest import Roep

Geval = Callable[..., Path]
GEGEVENS = """
Objecttype de Burger (mv: Burgers) (bezield)
    het inkomen\tNumeriek (geheel getal) met eenheid €/jr;
    het bezit\tNumeriek (geheel getal) met eenheid €;
    de uren\tNumeriek (geheel getal) met eenheid u;
    is verzekerd\tkenmerk (bijvoeglijk);
"""


def regel(naam: str, tekst: str) -> str:
    return f"\nRegel {naam}\n    geldig altijd\n        {tekst}\n"


@pytest.fixture
def schrijf(tmp_path: Path) -> Callable[..., Path]:
    def maak(*regels: str) -> Path:
        map_ = tmp_path / "wet"
        map_.mkdir()
        (map_ / "wet.regels").write_text(GEGEVENS + "".join(regels), "utf-8")
        return map_

    return maak


# ------------------------------------------------------------------ wrong use: 2


@pytest.mark.parametrize(
    ("delen", "zegt"),
    [
        (("bla",), "“bla” is geen opdracht"),
        (("controleer",), "PAD… ontbreekt"),
        (("controleer", ".", "--bla"), "de optie --bla bestaat niet"),
        (("--bla",), "de optie --bla bestaat niet"),
        (("reken", "x"), "--invoer ontbreekt"),
        (("toon", "x"), "--stap ontbreekt"),
        (("toon", "x", "--stap", "y"), "--stap kan zijn: tokens, boom, model, graaf, plan"),
        (("onderzoek", "x", "--rekendatum", "2025-13-01"), "“2025-13-01” is geen datum"),
        (("toets", "bestaat-niet"), "bestaat-niet bestaat niet"),
        (("controleer", ""), "een pad kan niet leeg zijn"),
        (("toon", "", "--stap", "boom"), "een pad kan niet leeg zijn"),
        (("onderzoek", ""), "een pad kan niet leeg zijn"),
        (("graaf", "x", "--svg", ""), "een pad kan niet leeg zijn"),
    ],
)
def test_verkeerd_gebruik(roep: Roep, delen: tuple[str, ...], zegt: str) -> None:
    a = roep(*delen)
    assert a.code == 2
    assert a.uit == ""
    assert zegt in a.fout
    assert not any(w in a.fout for w in ("Invalid", "Missing", "No such", "Error")), a.fout


def test_zonder_opdracht_komt_de_hulp(roep: Roep) -> None:
    a = roep()
    assert a.code == 2
    assert "onderzoek" in a.fout
    assert "verkeerd gebruik" not in a.fout


# ------------------------------------------------------------------ paths: 1


@pytest.mark.parametrize("opdracht", ["controleer", "graaf", "onderzoek"])
@pytest.mark.parametrize("json_", [False, True])
def test_lege_map_map_zonder_regels_en_niets(
    roep: Roep,
    tmp_path: Path,
    opdracht: str,
    json_: bool,
) -> None:
    leeg, zonder = tmp_path / "leeg", tmp_path / "zonder"
    leeg.mkdir()
    zonder.mkdir()
    (zonder / "brief.txt").write_text("dag", "utf-8")
    for pad, code in (
        (leeg, "BST-LEGE-MAP"),
        (zonder, "BST-GEEN-REGELS"),
        (tmp_path / "nergens", "BST-ONBEKEND"),
    ):
        a = roep(opdracht, pad, *(["--json"] if json_ else []))
        assert a.code == 1
        if json_:
            assert [m["code"] for m in a.json["meldingen"]] == [code]
        else:
            assert code in a.fout


def test_geen_utf8(roep: Roep, tmp_path: Path) -> None:
    (tmp_path / "a.regels").write_bytes("Objecttype de Burger\n    de café".encode("latin-1"))
    a = roep("controleer", tmp_path)
    assert a.code == 1
    assert "BST-UTF8" in a.fout
    assert "UTF-8" in a.fout


def test_toets_zonder_regels_in_de_buurt(roep: Roep, tmp_path: Path) -> None:
    """Rules that happen to stand higher up are not those of a folder of scenarios."""
    (tmp_path / "ander.regels").write_text(GEGEVENS, "utf-8")
    los = tmp_path / "diep" / "los"
    los.mkdir(parents=True)
    (los / "a.scenario").write_text("Scenario leeg\n", "utf-8")
    a = roep("toets", los)
    assert a.code == 2
    assert "geen regels gevonden" in a.fout


def test_toets_zonder_scenarios(roep: Roep, schrijf: Callable[..., Path]) -> None:
    a = roep("toets", schrijf())
    assert a.code == 2
    assert "geen scenario" in a.fout


# ------------------------------------------------------------------ rules: 1, with the place


def test_onbekende_naam_met_voorstel(roep: Roep, schrijf: Callable[..., Path]) -> None:
    map_ = schrijf(
        regel("r", "Het inkomen van een Burger moet berekend worden als zijn inkomn plus 1 €/jr.")
    )
    a = roep("controleer", map_)
    assert a.code == 1
    assert "inkomn" in a.fout
    assert "inkomen" in a.fout
    assert "wet.regels:10:" in a.fout


def test_verkeerde_eenheid(roep: Roep, schrijf: Callable[..., Path]) -> None:
    map_ = schrijf(
        regel("r", "Het bezit van een Burger moet berekend worden als zijn uren plus 5 €.")
    )
    a = roep("controleer", map_, "--json")
    assert a.code == 1
    berichten = {m["code"]: m["bericht"] for m in a.json["meldingen"] if m["ernst"] == "fout"}
    assert berichten["EH-NIET-OMREKENBAAR"].endswith("links u, rechts €")


def test_een_kring_wordt_met_zijn_weg_getoond(roep: Roep, schrijf: Callable[..., Path]) -> None:
    map_ = schrijf(
        regel("heen", "Het inkomen van een Burger moet berekend worden als zijn bezit gedeeld door 1 jr rekenkundig afgerond op 0 decimalen."),  # noqa: E501
        regel("terug", "Het bezit van een Burger moet berekend worden als zijn inkomen maal 1 jr."),
    )  # fmt: skip
    a = roep("controleer", map_)
    assert a.code == 1
    for woord in ("heen", "terug", "inkomen", "bezit"):
        assert woord in a.fout


def burger(map_: Path, **attributen: str) -> Path:
    pad = map_.parent / "burger.json"
    data: dict[str, Any] = {
        "rekendatum": "2025-01-01",
        "objecten": [{"naam": "B", "type": "Burger", "attributen": attributen}],
    }
    pad.write_text(json.dumps(data), "utf-8")
    return pad


def test_twee_regels_met_een_andere_waarde(roep: Roep, schrijf: Callable[..., Path]) -> None:
    map_ = schrijf(
        regel("vijf", "Het bezit van een Burger moet gesteld worden op 5 €."),
        regel("zes", "Het bezit van een Burger moet gesteld worden op 6 €."),
    )
    for opties in ([], ["--json"]):
        a = roep("reken", map_, "--invoer", burger(map_), *opties)
        assert a.code == 1
        assert "vijf" in a.uit + a.fout
        assert "zes" in a.uit + a.fout


# ------------------------------------------------------------------ cases


@pytest.mark.parametrize(
    ("anders", "zegt"),
    [
        ({"rekendatum": "2025-02-30"}, "2025-02-30"),
        ({"objecten": []}, "object"),
        ({"type": "Aanvrger"}, "Aanvrager"),
        ({"attributen": {"toetsingsinkomen": "veel"}}, "veel"),
        ({"attributen": {"toetsingsinkomen": "1,5"}}, "1,5"),
        ({"attributen": {"toetsingsinkomn": "1"}}, "toetsingsinkomen"),
        ({"kenmerken": ["verzkerd"]}, "verzekerd"),
        ({"naam": None}, "naam"),
    ],
)
def test_een_onmogelijk_geval(
    roep: Roep, zorgtoeslag: Path, geval: Geval, anders: dict[str, Any], zegt: str
) -> None:
    a = roep("reken", zorgtoeslag, "--invoer", geval(**anders))
    assert a.code == 1
    assert a.uit == ""
    assert zegt in a.fout


def test_een_ontbrekende_waarde_wordt_gezegd(roep: Roep, zorgtoeslag: Path, geval: Geval) -> None:
    """Without the assets the outcome rests on a missing value, and says so."""
    a = roep("reken", zorgtoeslag, "--invoer", geval(attributen={"toetsingsinkomen": "28000"}))
    assert a.code == 0
    assert "vermogen" in a.uit
    assert "niet opgegeven" in a.uit or "ontbre" in a.uit or "leeg" in a.uit


@pytest.mark.parametrize("inhoud", ["", "{", "[]", "null", "{}", '{"a": 1e999}', "[" * 20000])
def test_kapotte_json(roep: Roep, zorgtoeslag: Path, tmp_path: Path, inhoud: str) -> None:
    pad = tmp_path / "kapot.json"
    pad.write_text(inhoud, "utf-8")
    for json_ in ([], ["--json"]):
        assert roep("reken", zorgtoeslag, "--invoer", pad, *json_).code == 1


def test_een_uitkomst_die_niet_bestaat(roep: Roep, zorgtoeslag: Path, geval: Geval) -> None:
    for uitkomst in ("de huurtoeslag van A", "de zorgtoeslag per jaar van Z", "", "€", "A"):
        a = roep("leg-uit", zorgtoeslag, "--invoer", geval(), "--uitkomst", uitkomst)
        assert a.code == 1, uitkomst
        assert a.fout.strip()


# ------------------------------------------------------------------ writing


def test_een_onschrijfbaar_doel_laat_het_oude_staan(
    roep: Roep, zorgtoeslag: Path, tmp_path: Path
) -> None:
    """The goal is a folder with something in it: nothing is replaced, nothing left beside it."""
    doel = tmp_path / "rapport.html"
    doel.mkdir()
    (doel / "oud").write_text("oud", "utf-8")
    a = roep("onderzoek", zorgtoeslag, "--rapport", doel)
    assert a.code == 2
    assert "kan niet geschreven worden" in a.fout
    assert [p.name for p in tmp_path.iterdir()] == ["rapport.html"]
    assert (doel / "oud").read_text("utf-8") == "oud"


def test_een_pad_door_een_bestand(roep: Roep, wahv: Path, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x", "utf-8")
    a = roep("graaf", wahv, "--svg", tmp_path / "bestand" / "g.svg")
    assert a.code == 2
    assert "geen map" in a.fout


def test_een_fout_halverwege_laat_het_oude_rapport_staan(
    roep: Roep, zorgtoeslag: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doel = tmp_path / "rapport.html"
    doel.write_text("oud", "utf-8")

    def vol(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", vol)
    a = roep("onderzoek", zorgtoeslag, "--rapport", doel)
    assert a.code == 2
    assert doel.read_text("utf-8") == "oud"
    assert os.listdir(tmp_path) == ["rapport.html"]  # noqa: PTH208


def test_geen_uitvoer_over_de_invoer(
    roep: Roep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By any name that the file has; what was there stays."""
    map_ = tmp_path / "wet"
    map_.mkdir()
    wet = map_ / "wet.regels"
    wet.write_text(wettekst(), "utf-8")
    tabel = schrijf_tabel(tmp_path / "h.parquet", [rij(1000, 0)])
    (tmp_path / "link.parquet").symlink_to(tabel)
    monkeypatch.chdir(tmp_path)
    was = tabel.read_bytes()
    for opties in (
        ["--gegevens", "h.parquet", "--uit", tabel],
        ["--gegevens", tabel, "--uit", "link.parquet"],
        ["--gegevens", f"duckdb:{tabel}?query=select 1", "--uit", "h.parquet"],
        ["--gegevens", "x.csv", "--leden", "partner=h.parquet", "--uit", "h.parquet"],
        ["--gegevens", tabel, "--rapport", "h.parquet"],
        ["--gegevens", tabel, "--uit", "u.csv", "--opzij", tmp_path / "u.csv"],
        ["--gegevens", tabel, "--rapport", wet],
    ):
        a = roep("bevolking", map_, *opties)
        assert (a.code, a.uit) == (2, "")
        assert "kies een ander" in a.fout
    a = roep("graaf", map_, "--svg", wet)
    assert a.code == 2
    assert "kies een ander" in a.fout
    assert tabel.read_bytes() == was
    assert wet.read_text("utf-8") == wettekst()


def test_uitvoer_naar_een_apparaat(roep: Roep, zorgtoeslag: Path, tmp_path: Path) -> None:
    """To write beside it and rename would replace it by a file."""
    pijp = tmp_path / "pijp"
    os.mkfifo(pijp)
    a = roep("graaf", zorgtoeslag, "--svg", pijp)
    assert (a.code, a.uit) == (2, "")
    assert "geen gewoon bestand" in a.fout
    assert pijp.is_fifo()


def test_een_pad_dat_te_lang_is(roep: Roep) -> None:
    a = roep("controleer", "a" * 5000)
    assert (a.code, a.uit) == (2, "")
    assert "de naam is te lang" in a.fout
    assert len(a.fout) < 300


def test_een_leeg_scenariobestand_zegt_dat_er_niets_getoetst_is(roep: Roep, tmp_path: Path) -> None:
    for map_, naam, tekst in (("rules", "a.regels", GEGEVENS), ("scenarios", "a.scenario", "")):
        (tmp_path / map_ / "wet").mkdir(parents=True)
        (tmp_path / map_ / "wet" / naam).write_text(tekst, "utf-8")
    a = roep("toets", tmp_path / "rules" / "wet")
    assert a.code == 1
    assert "geen enkel blok Scenario of Voorbeeldreeks" in a.fout
