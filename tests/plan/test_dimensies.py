"""Attributes with dimensions and aggregations over them. [1.7, 3.7]"""

from __future__ import annotations

from typing import Any

import pytest

from tests.model.taal import regel
from tests.plan.proef import LEEG, uitslag, waarde

LOON = {
    ("A", "bruto loon van twee jaar terug"): 1,
    ("A", "bruto loon van vorig jaar"): 20,
    ("A", "bruto loon van dit jaar"): 300,
    ("A", "netto loon van vorig jaar"): 4000,
}


def schuld(uitdrukking: str, invoer: Any = None) -> Any:
    zin = regel(f"De schuld van een Aanvrager moet berekend worden als {uitdrukking}.")
    return waarde("A", "schuld", zin, invoer=LOON if invoer is None else invoer)


@pytest.mark.constructie("R-056", "R-057", "R-059", "R-060", stap="rekent")
def test_elke_cel_heeft_een_eigen_waarde() -> None:
    assert schuld("zijn bruto loon van vorig jaar plus 0 €") == 20
    assert schuld("zijn netto loon van vorig jaar plus 0 €") == 4000
    assert schuld("zijn netto loon van dit jaar verminderd met 0 €") is LEEG


def test_een_regel_zet_een_cel() -> None:
    zin = regel(
        "Het netto loon van dit jaar van een Aanvrager moet gesteld worden op "
        "zijn bruto loon van dit jaar."
    )
    uit = uitslag(zin, invoer=LOON)
    assert uit.waarde("A", "netto loon van dit jaar") == 300
    assert uit.waarde("A", "netto loon van vorig jaar") == 4000
    assert uit.waarde("A", "netto loon van twee jaar terug") is LEEG


@pytest.mark.constructie("R-149", "R-150", "R-151", "R-058", stap="rekent")
def test_optellen_over_een_dimensie() -> None:
    assert schuld("de som van zijn bruto loon over alle peiljaren") == 321
    over = "over de peiljaren vanaf twee jaar terug t/m vorig jaar"
    assert schuld(f"de som van zijn bruto loon {over}") == 21
    assert schuld("de som van zijn bruto loon vanaf vorig jaar t/m dit jaar") == 320
    in_ = "over de peiljaren in {twee jaar terug en dit jaar}"
    assert schuld(f"de som van zijn bruto loon {in_}") == 301
    # Both dimensions at once: all six cells.
    assert schuld("de som van zijn loon over alle peiljaren over alle bruteringen") == 4321


def test_lege_cellen_tellen_niet_mee() -> None:
    assert schuld("de maximale waarde van zijn netto loon over alle peiljaren") == 4000
    assert schuld("de minimale waarde van zijn bruto loon over alle peiljaren", {}) is LEEG
    of_nul = "de som van zijn bruto loon over alle peiljaren of 0 als die er niet zijn"
    assert schuld(of_nul, {}) == 0


def test_over_de_cellen_van_meer_objecten() -> None:
    zin = regel(
        "Het tegoed van een Aanvrager moet berekend worden als "
        "de som van het bruto loon van alle Aanvragers over alle peiljaren."
    )
    invoer = {**LOON, ("B", "bruto loon van dit jaar"): 7}
    assert waarde("A", "tegoed", zin, invoer=invoer) == 328
