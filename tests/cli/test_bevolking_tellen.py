"""`wetsanalyse bevolking` and `vergelijk` from the outside: what is told, written and refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.bevolking.stapwet import rij, schrijf, wettekst
from tests.cli.conftest import Roep

RIJEN = [
    *[rij(1000, 500, "1.5")] * 12,  # 300, and nothing with one euro of wealth more
    *[rij(1100, 0, "2", "zuid")] * 12,  # 270
    *[rij(1100, 501, "1", "zuid")] * 12,  # too wealthy by a euro
    *[rij(9000, 0)] * 12,  # nothing
]
"""Weighed: 18 x 300 + 24 x 270 = 11.880."""


@pytest.fixture
def wet(tmp_path: Path) -> Path:
    return leg(tmp_path / "oud", wettekst())


@pytest.fixture
def nieuw(tmp_path: Path) -> Path:
    """Twenty euro more, and a lower limit."""
    return leg(tmp_path / "nieuw", wettekst(320, 400))


def leg(map_: Path, tekst: str) -> Path:
    map_.mkdir()
    (map_ / "wet.regels").write_text(tekst, "utf-8")
    return map_


@pytest.fixture
def gegevens(tmp_path: Path) -> Path:
    return schrijf(tmp_path / "huishoudens.parquet", RIJEN)


def test_totalen_per_groep(roep: Roep, wet: Path, gegevens: Path) -> None:
    a = roep("bevolking", wet, "--gegevens", gegevens, "--groep", "regio", "--rekendatum",
             "2025-06-01", "--json")  # fmt: skip
    assert a.code == 0
    per_groep = {tuple(g["groep"]): g for g in a.json["groepen"]}
    steun = per_groep[()]["uitkomsten"]["steun"]
    assert (steun["boven_nul"], steun["nul"], steun["leeg"]) == ("42", "12", "12")
    assert steun["totaal"] == "11880"
    assert per_groep["zuid",]["uitkomsten"]["steun"]["totaal"] == "6480"
    assert a.json["synthetisch"] is False
    assert a.json["officieel"] == []


@pytest.mark.parametrize("opties", [[], ["--druk", "inkomen=100"], ["--klif", "vermogen=1"]])
def test_een_tabel_zonder_rijen(
    roep: Roep, wet: Path, nieuw: Path, tmp_path: Path, opties: list[str]
) -> None:
    leeg = schrijf(tmp_path / "leeg.parquet", [])
    wat = ("--gegevens", leeg, "--groep", "regio", "--rapport", tmp_path / "r.html")
    alleen = roep("bevolking", wet, *wat, *opties)
    assert alleen.code == 0
    assert "0 rijen gerekend" in alleen.uit
    if not opties:
        assert "0 rijen gerekend" in roep("vergelijk", wet, nieuw, *wat).uit


def test_druk_en_klif(roep: Roep, wet: Path, gegevens: Path) -> None:
    a = roep("bevolking", wet, "--gegevens", gegevens, "--druk", "inkomen=100", "--klif",
             "vermogen=1", "--vanaf", "300", "--rekendatum", "2025-06-01", "--json",
             "--groep", "regio")  # fmt: skip
    assert a.code == 0
    druk, klif = a.json["groepen"][0]["metingen"]
    assert druk["klassen"]["25 tot 50%"] == "42"
    assert druk["klassen"]["nul"] == "24"
    assert klif["verliest"] == "18"
    assert klif["verlies"] == "5400"
    assert klif["ervoor"]["plaatsen"] == [{"na": "500", "huishoudens": "18"}]
    # with 501 euro and an income of 1100 the loss was 270: less than 300
    assert klif["erover"]["huishoudens"] == "0"


def test_op_het_scherm_en_op_de_bladzijde(roep: Roep, wet: Path, tmp_path: Path) -> None:
    bestand = schrijf(tmp_path / "verzonnen.parquet", RIJEN, synthetisch=True)
    pagina = tmp_path / "pagina.html"
    a = roep("bevolking", wet, "--gegevens", bestand, "--groep", "regio", "--rapport", pagina,
             "--rekendatum", "2025-06-01")  # fmt: skip
    assert a.code == 0
    assert "synthetisch" in a.uit
    assert "11.880" in a.uit
    html = pagina.read_text("utf-8")
    assert html.index("synthetisch") < html.index("11.880")
    assert "<title>" in html
    assert "(synthetisch)</title>" in html
    assert not re.findall(r'(?:src|href)="https?:', html)
    for svg in re.findall(r"<svg.*?</svg>", html, re.S):
        assert "<title" in svg
        assert re.search(r"<desc[^>]*>[^<]*\d", svg), "het plaatje staat er ook in woorden"
    assert html.count('tabindex="0"') == html.count("<table>")
    assert html.count("<caption>") == html.count("<table>")


def test_vergelijk(roep: Roep, wet: Path, nieuw: Path, gegevens: Path, tmp_path: Path) -> None:
    """12 x 1,5 lose 300, 12 x 2 gain 20; nobody else changes. -5400 + 480 = -4920."""
    uit, pagina = tmp_path / "verschil.parquet", tmp_path / "verschil.html"
    opties = ("--gegevens", gegevens, "--rekendatum", "2025-06-01", "--groep", "regio")
    a = roep("vergelijk", wet, nieuw, *opties, "--json")
    assert a.code == 0
    steun = a.json["groepen"][0]["uitkomsten"]["steun"]
    assert (steun["vooruit"], steun["gelijk"], steun["achteruit"]) == ("24", "12", "18")
    assert steun["verschil"]["totaal"] == "-4920"
    assert steun["verschil"]["totaal_boven_nul"] == "480"
    assert (steun["grootste_stijging"], steun["grootste_daling"]) == ("20", "-300")
    assert steun["oud"]["totaal"] == "11880"
    assert [k["huishoudens"] for k in steun["verdeling"]] == ["18", "24"]
    a = roep("vergelijk", wet, nieuw, *opties, "--uit", uit, "--rapport", pagina)
    assert a.code == 0
    assert "erop vooruit" in a.uit
    assert "€ 4.920" in a.uit
    assert pq.read_table(uit).num_rows == len(RIJEN)
    assert "erop achteruit" in pagina.read_text("utf-8")


def test_een_wet_op_twee_dagen(roep: Roep, zorgtoeslag: Path, tmp_path: Path) -> None:
    """Art. 3 Wzt: 140.213 euro of wealth was too much in 2024 above that, and 141.896 in 2025. One
    euro past the first limit and with no income: nothing in 2024, all of it in 2025. The amounts
    of a year are those of the scenarios."""
    tabel = tmp_path / "t.csv"
    rij_ = "20000,{},ja,nee,,,"
    kop = ("toetsingsinkomen,vermogen,is verzekerd,toeslagpartner,toeslagpartner.toetsingsinkomen,"
           "toeslagpartner.vermogen,toeslagpartner.is verzekerd")  # fmt: skip
    tabel.write_text("\n".join([kop, *[rij_.format(140_214)] * 10, *[rij_.format(141_897)] * 10]))
    a = roep("vergelijk", zorgtoeslag, "--dagen", "OUD=2024-07-01", "NIEUW=2025-07-01",
             "--gegevens", tabel, "--json")  # fmt: skip
    assert a.code == 0, a.fout
    (toeslag,) = a.json["groepen"][0]["uitkomsten"].values()
    assert (toeslag["vooruit"], toeslag["gelijk"]) == ("10", "10")
    assert toeslag["oud"]["totaal"] == "0"
    assert [w["rekendatum"] for w in a.json["wetten"]] == ["2024-07-01", "2025-07-01"]


def test_een_wet_erbij_zegt_wat_alleen_daar_is(
    roep: Roep, wet: Path, gegevens: Path, tmp_path: Path
) -> None:
    """A levy in the new law only; with two outcomes there is a line for all together."""
    erbij = leg(tmp_path / "erbij", wettekst(heffing=True))
    a = roep("vergelijk", wet, erbij, "--gegevens", gegevens, "--rekendatum", "2025-06-01",
             "--groep", "regio")  # fmt: skip
    assert a.code == 0
    assert "BEV-UITKOMST-EEN" in a.fout
    assert "Alles samen" in a.uit


@pytest.mark.parametrize(
    ("opties", "tekst"),
    [
        (["--druk", "steun=1"], "BEV-AS"),
        (["--klif", "vermogen=1.000"], "BEV-STAP"),
        (["--vanaf", "5"], "--vanaf hoort bij --klif"),
        (["--klif", "vermogen", "--vanaf", "0"], "schrijf een bedrag"),
        (["--klif", "vermogen", "--binnen", "0"], "--binnen: schrijf een geheel getal"),
    ],
)
def test_wat_niet_gemeten_kan_worden(
    roep: Roep, wet: Path, gegevens: Path, opties: list[str], tekst: str
) -> None:
    a = roep("bevolking", wet, "--gegevens", gegevens, "--rekendatum", "2025-06-01", *opties)
    assert a.code == 2
    assert tekst in a.fout


def test_alle_fouten_in_een_keer(roep: Roep, wet: Path, gegevens: Path) -> None:
    a = roep("bevolking", wet, "--gegevens", gegevens, "--rekendatum", "2025-06-01",
             "--druk", "niets", "--klif", "vermogen=0", "--json")  # fmt: skip
    assert [m["code"] for m in a.json["meldingen"]] == ["BEV-AS", "BEV-STAP"]


@pytest.mark.parametrize(
    ("delen", "tekst"),
    [
        ([], "geef twee mappen"),
        (["--dagen", "2024-07-01", "2025-07-01"], "schrijf --dagen OUD="),
        (["--dagen", "OUD=2024-07-01", "OUD=2025-07-01"], "schrijf --dagen OUD="),
        (["--dagen", "OUD=2024-07-01", "NIEUW=gisteren"], "is geen datum"),
    ],
)
def test_wat_niet_vergeleken_kan_worden(
    roep: Roep, wet: Path, gegevens: Path, delen: list[Any], tekst: str
) -> None:
    a = roep("vergelijk", wet, "--gegevens", gegevens, *delen)
    assert a.code == 2
    assert tekst in a.fout


def test_andere_wet_gaat_niet_samen(roep: Roep, wet: Path, gegevens: Path, tmp_path: Path) -> None:
    anders = leg(tmp_path / "anders", wettekst().replace("urger", "ewoner"))
    a = roep("vergelijk", wet, anders, "--gegevens", gegevens, "--rekendatum", "2025-06-01")
    assert a.code == 2
    assert "BEV-VERGELIJK-WORTEL" in a.fout


MET_DIMENSIE = """
Dimensie het peiljaar, bestaande uit de peiljaren (na het attribuut met voorzetsel van):
    1. vorig jaar
    2. dit jaar

Objecttype de Burger (mv: Burgers) (bezield)
    het loon\tNumeriek (getal met 2 decimalen) met eenheid € gedimensioneerd met peiljaar;
    de steun\tNumeriek (getal met 2 decimalen) met eenheid € gedimensioneerd met peiljaar;
    het totaal\tNumeriek (getal met 2 decimalen) met eenheid €;

Regel steun
    geldig altijd
        De steun van dit jaar van een Burger moet gesteld worden op 100 €
        indien zijn loon van dit jaar kleiner is dan zijn loon van vorig jaar.

Regel totaal
    geldig altijd
        Het totaal van een Burger moet berekend worden als
        de som van zijn steun over alle peiljaren.

Uitkomst van een Burger
    voordeel het totaal van de Burger
"""


def test_een_kolom_voor_elk_deel_van_een_dimensie(roep: Roep, tmp_path: Path) -> None:
    """By hand: below last year 100 on top of what is given, at or above it only that; a part that
    a rule sets has no column."""
    wet = leg(tmp_path / "wet", MET_DIMENSIE)
    tabel = tmp_path / "h.csv"
    tabel.write_text(
        "huishouden;loon van vorig jaar;loon van dit jaar;steun van vorig jaar\n"
        "1;10,01;10;7,25\n2;10;10;7,25\n3;10;;\n4;10;-1;\n",
        "utf-8",
    )
    uit = tmp_path / "u.csv"
    a = roep("bevolking", wet, "--gegevens", tabel, "--uit", uit, "--rekendatum", "2025-01-01")
    assert (a.code, a.fout) == (0, "")
    regels = [regel.split(",")[1:] for regel in uit.read_text("utf-8").splitlines()[1:]]
    assert regels == [['"1"', "107.25"], ['"2"', "7.25"], ['"3"', ""], ['"4"', "100.00"]]
