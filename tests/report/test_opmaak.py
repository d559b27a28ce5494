"""Numbers, units, dates and links as a Dutch reader expects them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist, OordeelSleutel
from wetsanalyse.report.bronnen import adres
from wetsanalyse.report.opmaak import (
    getal,
    leesbaar,
    met_eenheid,
    opsomming,
    periode,
    waarde,
)
from wetsanalyse.report.waardevorm import als_getal, als_waarde


@pytest.mark.parametrize(
    ("exact", "tekst"),
    [
        (0, "0"),
        (141897, "141.897"),
        (-1234567, "−1.234.567"),
        ("1352.09", "1.352,09"),
        ("-0.5", "−0,5"),
        ("1/3", "0,3333…"),
        ("-1355/12", "−112,9166…"),
        ("0.0000000001", "0,0000…"),
    ],
)
def test_getal(exact: Any, tekst: str) -> None:
    assert getal(Fraction(exact)) == tekst


@pytest.mark.parametrize(
    ("exact", "eenheid", "tekst"),
    [
        (1573, "€/jr", "€ 1.573 per jaar"),
        ("12.5", "€", "€ 12,50"),
        (-3, "€", "−€ 3"),
        ("0.137", "%", "13,7%"),
        ("0.1", "deel", "10%"),
        (1, "mnd", "1 maand"),
        (3, "mnd", "3 maanden"),
        (12, "mnd/jr", "12 maanden per jaar"),
        (2, "", "2"),
        (date(2025, 4, 29).toordinal(), "datum", "29-4-2025"),
        ("13.3", "verhouding", "13,3 keer"),
        (2, "sterkte", "sterkte 2"),
    ],
)
def test_met_eenheid(exact: Any, eenheid: str, tekst: str) -> None:
    assert met_eenheid(Fraction(exact), eenheid) == tekst


def test_bijzondere_waarden_in_woorden() -> None:
    oordeel = Onbeslist(frozenset({OordeelSleutel("onbillijkheid", "A")}))
    assert waarde(True) == "ja"
    assert waarde(LEEG) == "geen waarde"
    assert waarde(None) == "niet nodig"
    assert waarde(oordeel) == "hangt af van een oordeel: onbillijkheid"
    assert waarde(Fout("DELEN-DOOR-NUL", "Er wordt gedeeld door nul.")) == (
        "fout DELEN-DOOR-NUL: Er wordt gedeeld door nul."
    )


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        (
            "van 141896 € naar 141897 € scheelt 1573 €",
            "van € 141.896 naar € 141.897 scheelt € 1.573",
        ),
        ("28407 €/jr en -12,5 €/mnd", "€ 28.407 per jaar en −€ 12,50 per maand"),
        ("geldt niet op 01-02-2025", "geldt niet op 1-2-2025"),
        ("37400 keer de tekortkoming", "37.400 keer de tekortkoming"),
        ("108 % van 2191,80 is 28405,73 (ECLI:NL:RVS:2023:772)",) * 2,
    ],
)
def test_leesbaar_maakt_bedragen_van_andere_lagen_gelijk(van: str, naar: str) -> None:
    assert leesbaar(van) == naar


def test_periode_en_opsomming() -> None:
    assert periode(date(2025, 1, 1), date(2025, 12, 31)) == "van 1-1-2025 t/m 31-12-2025"
    assert periode(date(2025, 1, 1), None) == "vanaf 1-1-2025"
    assert periode(None, date(2025, 1, 1)) == "t/m 1-1-2025"
    assert opsomming(["a", "b", "c"]) == "a, b en c"


@pytest.mark.parametrize(
    ("jci", "verwacht"),
    [
        (
            "jci1.3:c:BWBR0018451&artikel=3&lid=1&z=2025-01-01&g=2025-01-01",
            "https://wetten.overheid.nl/BWBR0018451/2025-01-01#Artikel3",
        ),
        ("jci1.3:c:BWBR0018451", "https://wetten.overheid.nl/BWBR0018451"),
        ("jci1.3:c:BWBR0017321&bijlage=I&g=2014-01-01",
         "https://wetten.overheid.nl/BWBR0017321/2014-01-01#BijlageI"),
        ("zomaar iets", ""),
        (None, ""),
    ],
)  # fmt: skip
def test_adres(jci: str | None, verwacht: str) -> None:
    assert adres(jci) == verwacht


@pytest.mark.parametrize(
    ("exact", "tekst"),
    [("1355", "1355"), ("1352.09", "1352.09"), ("-1/8", "-0.125"), ("1355/12", "1355/12")],
)
def test_json_getallen_zijn_exact(exact: str, tekst: str) -> None:
    assert als_getal(Fraction(exact)) == tekst
    assert Fraction(als_getal(Fraction(exact))) == Fraction(exact)


def test_json_waarden() -> None:
    assert als_waarde(Fraction("0.137"), "%") == "13.7"
    assert als_waarde(date(2025, 4, 29).toordinal(), "datum") == "2025-04-29"
    assert als_waarde(False) is False
    assert als_waarde(LEEG) is None
