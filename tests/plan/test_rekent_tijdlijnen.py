"""Each timeline: on which days a value changes, and what it adds up to. [1.9, A-5]

Expected values: by hand on a calendar. 6 January 2025 was a Monday.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from tests.model.taal import regel
from tests.plan.proef import delen
from tests.plan.test_rekent_waarden import met_json, uit_json

MERK = pytest.mark
STEUN = """
Extensie van objecttype de Aanvrager
    de gift	Numeriek (getal) met eenheid {eenheid} voor {lijn};
    de dubbele gift	Numeriek (getal) met eenheid {eenheid} voor {lijn};
    de gift per dag	Numeriek (getal) met eenheid {eenheid} voor elke dag;
"""
DUBBEL = regel(
    "De dubbele gift van een Aanvrager moet berekend worden als zijn gift maal 2.", "dubbel"
)
PER_DAG = regel(
    "De gift per dag van een Aanvrager moet gesteld worden op zijn dubbele gift.", "per dag"
)
TOTAAL = regel(
    "De schuld van een Aanvrager moet gesteld worden op (het totaal van zijn gift).", "totaal"
)


def reeks(*grenzen: str) -> list[dict[str, Any]]:
    """Between the first two days 1, between the next two 2, and so on."""
    paren = pairwise(grenzen)
    return [{"van": van, "tot": tot, "waarde": str(n + 1)} for n, (van, tot) in enumerate(paren)]


KWARTAAL = "elk kwartaal startend op dag 15 van maand 3, 6, 9 en 12"
LIJNEN = [
    pytest.param(
        "elk jaar", "€/jr", ("2024-01-01", "2025-01-01", "2026-01-01"), 1 + 2,
        ("2024-12-31", "2025-01-02", "2025-07-01"), marks=MERK.constructie("R-071", stap="rekent"),
    ),
    pytest.param(
        "elk kwartaal", "€/kw", ("2025-01-01", "2025-04-01", "2025-07-01"), 1 + 2,
        ("2025-03-31", "2025-04-02", "2025-02-01"), marks=MERK.constructie("X-11", stap="rekent"),
    ),
    pytest.param(
        "elke week startend op maandag", "€/wk", ("2025-01-06", "2025-01-13", "2025-01-20"), 1 + 2,
        ("2025-01-12", "2025-01-14", "2025-02-01"), marks=MERK.constructie("X-12", stap="rekent"),
    ),
    # The starting point, a Tuesday, is a mark on the line and not its begin: weeks go on before it.
    pytest.param(
        "elke week startend op 7-1-2025", "€/dg", ("2024-12-31", "2025-01-07", "2025-01-21"),
        7 * 1 + 14 * 2,
        ("2025-01-06", "2025-01-08", "2025-01-13"), marks=MERK.constructie("X-12", stap="rekent"),
    ),
    # 17 of 31 days, and 14 of 28; then 14 of 28 and 14 of 31.
    pytest.param(
        "elke maand startend op dag 15 van de maand", "€/mnd",
        ("2025-01-15", "2025-02-15", "2025-03-15"),
        Fraction(17, 31) + Fraction(1, 2) + 2 * (Fraction(1, 2) + Fraction(14, 31)),
        ("2025-02-14", "2025-02-16", "2025-02-01"), marks=MERK.constructie("X-13", stap="rekent"),
    ),
    # Of 3 months: 17/31 + 2 + 14/30; then 16/30 + 2 + 14/30 is a whole quarter, at 2.
    pytest.param(
        KWARTAAL, "€/kw", ("2025-03-15", "2025-06-15", "2025-09-15"),
        (Fraction(17, 31) + 2 + Fraction(14, 30)) / 3 + Fraction(2),
        ("2025-06-14", "2025-06-16", "2025-07-15"), marks=MERK.constructie("X-14", stap="rekent"),
    ),
    pytest.param(
        "elk jaar startend op dag 1 van maand 8", "€/jr",
        ("2023-08-01", "2024-08-01", "2025-08-01"), 1 + 2,
        ("2024-07-31", "2024-08-02", "2024-01-01"), marks=MERK.constructie("X-15", stap="rekent"),
    ),
    # Seven months, before and after the mark.
    pytest.param(
        "elke 7 maanden startend op 1-1-2025", "€/mnd",
        ("2024-06-01", "2025-01-01", "2025-08-01"), 7 * 1 + 7 * 2,
        ("2025-02-01", "2025-07-31", "2025-07-01"), marks=MERK.constructie("X-16", stap="rekent"),
    ),
    # Half a year goes into a year, so it needs no mark.
    pytest.param(
        "elke 6 maanden", "€/mnd", ("2024-07-01", "2025-01-01", "2026-01-01"), 6 * 1 + 12 * 2,
        ("2025-04-01", "2025-06-30", "2025-01-02"), marks=MERK.constructie("X-16", stap="rekent"),
    ),
    pytest.param(
        "elke 2 weken startend op 6-1-2025", "€/wk", ("2024-12-23", "2025-01-06", "2025-01-20"),
        2 * 1 + 2 * 2,
        ("2025-01-13", "2025-01-07", "2024-12-30"), marks=MERK.constructie("X-16", stap="rekent"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lijn", "eenheid", "dagen", "totaal", "mis"), LIJNEN)
def test_een_waarde_per_tijdvak(
    lijn: str, eenheid: str, dagen: tuple[str, str, str], totaal: Any, mis: tuple[str, str, str]
) -> None:
    teksten = (STEUN.format(lijn=lijn, eenheid=eenheid), DUBBEL, PER_DAG, TOTAAL)
    begin, midden, eind = dagen
    gift = {"gift": reeks(*dagen)}
    # Twice as much, changing on just these days.
    verwacht: list[tuple[str, Any]] = [(begin, 2), (midden, 4), (eind, 0)]
    for doel in ("dubbele gift", "gift per dag"):
        assert delen(met_json(gift, doel, *teksten)) == [("", 0), *verwacht]
    assert met_json(gift, "schuld", *teksten) == totaal
    # On another day it cannot change, however near.
    for ernaast in mis:
        assert uit_json({"gift": reeks(begin, ernaast)}, *teksten) == ["SC-KNIP"]


@pytest.mark.parametrize(
    ("een", "ander", "dagen"),
    [
        pytest.param("elk jaar", "elk kwartaal", ("2025-01-01", "2025-04-01", "2026-01-01"),
                     marks=MERK.constructie("R-071", "X-11", stap="rekent")),
        pytest.param("elk kwartaal", "elk jaar startend op dag 1 van maand 7",
                     ("2025-04-01", "2025-07-01", "2025-10-01"),
                     marks=MERK.constructie("X-11", "X-15", stap="rekent")),
        pytest.param("elke week startend op maandag", "elke maand startend op dag 15 van de maand",
                     ("2025-01-13", "2025-01-15", "2025-01-20"),
                     marks=MERK.constructie("X-12", "X-13", stap="rekent")),
    ],
)  # fmt: skip
def test_twee_tijdlijnen_samen(een: str, ander: str, dagen: tuple[str, str, str]) -> None:
    """The one goes from the first day to the last, the other begins in between."""
    twee = (
        "Extensie van objecttype de Aanvrager\n"
        f"    de gift\tNumeriek (getal) voor {een};\n"
        f"    de bonus\tNumeriek (getal) voor {ander};\n"
        "    de som\tNumeriek (getal) voor elke dag;\n"
    )
    zin = regel("De som van een Aanvrager moet berekend worden als zijn gift plus zijn bonus.")
    begin, midden, eind = dagen
    gegeven = {
        "gift": [{"van": begin, "tot": eind, "waarde": "10"}],
        "bonus": [{"van": midden, "waarde": "3"}],
    }
    assert delen(met_json(gegeven, "som", twee, zin)) == [
        ("", 0), (begin, 10), (midden, 13), (eind, 3),
    ]  # fmt: skip
