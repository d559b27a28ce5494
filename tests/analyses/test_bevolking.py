"""A table of households: read as a spreadsheet writes it, every fault told with its line."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.analyses.voorbeeld import DAG, wet
from wetsanalyse.analyses.burgers.bevolking import (
    Bevolking,
    lees_bevolking,
    personen,
    te_klein,
    toon_aantal,
)
from wetsanalyse.text import Result, Source

PAREN = "toeslagpartner niet verzekerd in 2024"
REEKS = "zorgtoeslag 2025, alleenstaand"


def lees(*regels: str) -> Result[Bevolking]:
    set_, scenarios = wet("zorgtoeslag")
    bron = Source("bevolking.csv", "\n".join(regels))
    return lees_bevolking(bron, set_.model, set_.ontleding.lexicon, scenarios, DAG)


def codes(gelezen: Result[Bevolking]) -> list[tuple[str, int]]:
    """Each message with its line."""
    assert gelezen.value.huishoudens == () or gelezen.ok
    return [(m.code, m.span.regel) for m in gelezen.diagnostics if m.span]


def test_een_persoon_per_rij() -> None:
    gelezen = lees(
        "gewicht;het toetsingsinkomen van A;het vermogen van A;A is verzekerd",
        "12,5;26000;1000 €;waar",
        "",
        '3;"28000";;onwaar',
    )
    assert gelezen.diagnostics == ()
    (eerste, g1), (tweede, g2) = gelezen.value.huishoudens
    assert (g1, g2) == (Fraction(25, 2), Fraction(3))
    assert gelezen.value.omvang == Fraction(31, 2)
    assert not gelezen.value.synthetisch
    assert eerste.rekendatum == DAG
    assert eerste.huishouden.objecten == (("A", "Aanvrager"),)
    assert dict(eerste.invoer) == {
        ("A", "toetsingsinkomen"): Fraction(26000),
        ("A", "vermogen"): Fraction(1000),
        ("A", "verzekerd"): True,
    }
    assert dict(tweede.invoer) == {
        ("A", "toetsingsinkomen"): Fraction(28000),
        ("A", "verzekerd"): False,
    }


def test_een_huishouden_als_in_een_scenario() -> None:
    """Objects, facts and what the row leaves out come from the scenario."""
    gelezen = lees(
        "synthetisch gewicht,huishouden,het vermogen van A,het vermogen van B",
        f"10.5,{PAREN},7,8",
        f'1,"{REEKS}",9,',
    )
    assert gelezen.diagnostics == ()
    assert gelezen.value.synthetisch
    (paar, _), (alleen, _) = gelezen.value.huishoudens
    assert [naam for naam, _ in paar.huishouden.objecten] == ["A", "B"]
    assert [f.feittype for f in paar.huishouden.feiten] == ["toeslagpartnerschap"]
    assert paar.invoer["B", "vermogen"] == 8
    # 26000 is the income in that scenario.
    assert paar.invoer["A", "toetsingsinkomen"] == 26000
    assert [naam for naam, _ in alleen.huishouden.objecten] == ["A"]
    assert alleen.invoer["A", "vermogen"] == 9
    model = wet("zorgtoeslag")[0].model
    assert [personen(c, model) for c, _ in gelezen.value.huishoudens] == [2, 1]


def test_een_ontkende_kop() -> None:
    gelezen = lees("gewicht;A is niet verzekerd;het vermogen van A", "1;waar;0", "1;onwaar;0")
    assert [c.invoer["A", "verzekerd"] for c, _ in gelezen.value.huishoudens] == [False, True]


@pytest.mark.parametrize("scheider", [";", ",", "\t"])
@pytest.mark.parametrize("eind", ["\n", "\r\n"])
def test_elke_scheiding(scheider: str, eind: str) -> None:
    tekst = eind.join([scheider.join(["gewicht", "het vermogen van A"]), scheider.join("12")])
    (paar,) = lees(tekst).value.huishoudens
    assert paar[1] == 1
    assert dict(paar[0].invoer) == {("A", "vermogen"): 2}


def test_een_punt_is_in_een_nederlandse_tabel_geen_komma() -> None:
    """1.250 is twelve hundred fifty to one reader and one and a quarter to another."""
    kop = "gewicht;het vermogen van A"
    assert codes(lees(kop, "1.250;1", "1;1.250", "1,250;1250")) == [
        ("BV-GEWICHT", 2),
        ("BV-WAARDE", 3),
    ]
    assert lees(kop.replace(";", ","), "1.250,1250").value.omvang == Fraction(5, 4)


def test_alle_fouten_in_een_keer_met_hun_regel() -> None:
    gelezen = lees(
        "gewicht;huishouden;het vermogen van B;A is verzekerd",
        f"x;{REEKS};;waar",
        "1;wie is dit;;waar",
        f"1;{REEKS};5;waar",
        f"-1;{PAREN};5;ja",
        f"1;{PAREN}",
        f"1;{PAREN};0,5;waar",
    )
    assert codes(gelezen) == [
        ("BV-GEWICHT", 2),
        ("BV-SCENARIO", 3),
        ("NM-SOORT", 4),
        ("BV-GEWICHT", 5),
        ("BV-WAARDE", 5),
        ("BV-CELLEN", 6),
        ("BV-WAARDE", 7),
    ]


@pytest.mark.parametrize(
    ("kop", "code"),
    [
        ("het vermogen van A", "BV-GEEN-GEWICHT"),
        ("gewicht;synthetisch gewicht;het vermogen van A", "BV-GEEN-GEWICHT"),
        ("gewicht;het vermogn van A", "NM-ONBEKEND"),
        ("gewicht;het vermogen van A;dan de zorgtoeslag per jaar van A", "BV-UITKOMST"),
        ("gewicht;het vermogen van A;het vermogen van A", "BV-KOLOM-DUBBEL"),
        ("gewicht;het vermogen van A;het vermogen van B", "BV-HUISHOUDEN"),
    ],
)
def test_fouten_in_de_kop(kop: str, code: str) -> None:
    gevonden = codes(lees(kop, ";".join("1" for _ in kop.split(";"))))
    assert (code, 1) in gevonden


@pytest.mark.parametrize("tekst", ["", "\n\n", "gewicht;het vermogen van A\n"])
def test_een_lege_tabel(tekst: str) -> None:
    assert [m.code for m in lees(tekst).diagnostics] == ["BV-LEEG"]


def test_een_kleine_groep_wordt_niet_genoemd() -> None:
    """Under ten persons nothing is told; nobody is a number that may be told."""
    assert not te_klein(Fraction(0))
    assert te_klein(Fraction(1, 2))
    assert te_klein(Fraction(19, 2))
    assert not te_klein(Fraction(10))
    assert toon_aantal(Fraction(9)) == "minder dan 10"
    assert toon_aantal(Fraction(10)) == "10"
    assert toon_aantal(Fraction(1234567)) == "1.234.567"
