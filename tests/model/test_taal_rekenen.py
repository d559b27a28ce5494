"""Kind, unit and decimals of arithmetic. [3.1, 3.2, 3.3]"""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.model.taal import fout, versie
from wetsanalyse.model.terms import Constante
from wetsanalyse.model.types import Eenheid, Soort, Type

EURO = Eenheid((("€", 1),))


def som(tekst: str, doel: str = "De schuld") -> Type:
    """The type of the value that the rule gives."""
    waarde = versie(f"{doel} van een Aanvrager moet gesteld worden op {tekst}.").waarde
    assert waarde is not None
    return waarde.type


@pytest.mark.constructie("R-097", "R-098", "R-099", "R-100", stap="controleert")
@pytest.mark.parametrize("op", ["plus", "min", "verminderd met"])
def test_optellen_houdt_de_eenheid_van_links_en_de_meeste_decimalen(op: str) -> None:
    assert som(f"zijn tegoed {op} 1,234 €") == Type(Soort.NUMERIEK, EURO, 3)
    assert som(f"zijn tegoed {op} de drempel") == Type(Soort.NUMERIEK, EURO, 2)


@pytest.mark.constructie("R-101", "R-102", "R-103", "R-112", stap="controleert")
def test_eenheden_van_product_en_quotient() -> None:
    assert som("zijn inkomen maal 2 jr").eenheid == EURO
    assert som("zijn inkomen maal 2,5 jr").decimalen == 3
    assert som("6 € gedeeld door 2 €", "Het deel") == Type(Soort.NUMERIEK, decimalen=None)
    assert som("zijn tegoed gedeeld door (ABS) 3").decimalen == 5
    fout(
        "GS-EENHEID",
        "De schuld van een Aanvrager moet gesteld worden op ⟦zijn inkomen maal 2 mnd maal 3 mnd⟧.",
    )


@pytest.mark.constructie("R-107", "R-042", stap="controleert")
def test_percentage_van_telt_decimalen_op_en_houdt_de_eenheid() -> None:
    assert som("het percentage van zijn tegoed") == Type(Soort.NUMERIEK, EURO, 3 + 2 + 2)
    assert som("10% van zijn tegoed").decimalen == 0 + 2 + 2
    # A percentage per year of an amount is an amount per year.
    assert som("(de rente van zijn tegoed) maal 1 jr").eenheid == EURO
    fout(
        "GS-EENHEID",
        "De schuld van een Aanvrager moet gesteld worden op ⟦de rente van zijn tegoed⟧.",
    )


@pytest.mark.constructie("R-108", stap="controleert")
def test_maal_met_een_percentage_bestaat_niet() -> None:
    fout(
        "OP-PERCENTAGE",
        "De schuld van een Aanvrager moet gesteld worden op ⟦zijn tegoed maal het percentage⟧.",
    )


@pytest.mark.constructie("R-109", "R-110", stap="controleert")
def test_wortel_houdt_de_eenheid_en_macht_mag_er_geen_hebben() -> None:
    wortel = som("de wortel van zijn tegoed rekenkundig afgerond op 3 decimalen")
    assert wortel == Type(Soort.NUMERIEK, EURO, 3)
    macht = som("1,5 tot de macht 2 naar boven afgerond op 1 decimalen", "Het deel")
    assert macht == Type(Soort.NUMERIEK, decimalen=1)
    fout(
        "EH-MACHT",
        "De schuld van een Aanvrager moet gesteld worden op "
        "⟦zijn tegoed tot de macht 2 naar boven afgerond op 1 decimalen⟧.",
    )
    fout(
        "EX-SOORT",
        "De schuld van een Aanvrager moet gesteld worden op "
        "de wortel van ⟦zijn nummer⟧ rekenkundig afgerond op 3 decimalen.",
    )


@pytest.mark.constructie("R-111", stap="controleert")
def test_absolute_waarde_is_van_een_getal() -> None:
    assert som("de absolute waarde van (zijn tegoed)") == Type(Soort.NUMERIEK, EURO, 2)
    fout(
        "EX-SOORT",
        "De schuld van een Aanvrager moet gesteld worden op "
        "de absolute waarde van (⟦zijn geboortedatum⟧).",
    )


@pytest.mark.constructie("R-113", "R-119", "R-120", stap="controleert")
def test_afronden_en_begrenzen() -> None:
    assert som("zijn tegoed gedeeld door 3 naar beneden afgerond op 1 decimalen").decimalen == 1
    assert som("zijn tegoed, met een minimum van 0").eenheid == EURO
    fout(
        "EH-NIET-OMREKENBAAR",
        "De schuld van een Aanvrager moet gesteld worden op "
        "zijn tegoed, met een maximum van ⟦zijn inkomen⟧.",
    )


@pytest.mark.constructie("R-067", "R-112", stap="controleert")
def test_omrekenen_per_factor() -> None:
    jaar = versie("Het inkomen van een Aanvrager moet gesteld worden op 10 €/mnd.").waarde
    assert isinstance(jaar, Constante)
    assert jaar.waarde == Fraction(120)


@pytest.mark.constructie("R-068", stap="controleert")
def test_dagen_en_maanden_zijn_niet_om_te_rekenen() -> None:
    fout(
        "EH-NIET-OMREKENBAAR",
        "De telling van een Aanvrager moet gesteld worden op 1 indien ⟦zijn leeftijd groter is dan "
        "30 dg⟧.",
    )


@pytest.mark.constructie("R-170", "R-118", stap="controleert")
def test_te_veel_decimalen_worden_nooit_stil_afgerond() -> None:
    fout(
        "GS-DECIMALEN",
        "Het tegoed van een Aanvrager moet gesteld worden op ⟦zijn tegoed maal 1,5⟧.",
    )
    fout("GS-TYPE", "Het tegoed van een Aanvrager moet gesteld worden op ⟦zijn nummer⟧.")
    fout("DT-BEREIK", "De leeftijd van een Aanvrager moet gesteld worden op ⟦-3 jr⟧.")


@pytest.mark.constructie("R-138", "R-148", stap="controleert")
def test_leden_van_een_opsomming_zijn_van_een_soort() -> None:
    assert som("de maximale waarde van zijn tegoed, 1,234 € en de drempel").decimalen == 3
    fout(
        "CO-TYPE",
        "De schuld van een Aanvrager moet gesteld worden op "
        "de maximale waarde van zijn tegoed en ⟦zijn nummer⟧.",
    )
