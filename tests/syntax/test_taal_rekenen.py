"""Values and arithmetic, each against its tree. [0.2, 3.1, 3.2, 3.3]"""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

import pytest

from tests.syntax.boomtekst import kort
from tests.syntax.taal import codes, resultaat, zin
from wetsanalyse.syntax import tree as t

MOET = "Het inkomen van een Aanvrager moet gesteld worden op "


def waarde(tekst: str) -> str:
    """The value of a rule with this expression."""
    return kort(resultaat(f"{MOET}{tekst}.").waarde)


@pytest.mark.constructie("R-007", stap="ontleedt")
@pytest.mark.parametrize(("tekst", "getal"), [("0", 0), ("42", 42), ("-12", -12)])
def test_heel_getal(tekst: str, getal: int) -> None:
    assert (zin(tekst).waarde, zin(tekst).decimalen) == (Fraction(getal), 0)


@pytest.mark.constructie("R-008", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "getal", "decimalen"),
    [("0,50", Fraction(1, 2), 2), ("0,5", Fraction(1, 2), 1), ("-3,125", Fraction(-25, 8), 3)],
)
def test_decimaal_getal(tekst: str, getal: Fraction, decimalen: int) -> None:
    assert (zin(tekst).waarde, zin(tekst).decimalen) == (getal, decimalen)


@pytest.mark.constructie("R-009", "R-010", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "getal"),
    [("1/3", Fraction(1, 3)), ("2_1/11", Fraction(23, 11)), ("-1_1/2", Fraction(-3, 2))],
)
def test_breuk(tekst: str, getal: Fraction) -> None:
    assert zin(tekst).waarde == getal
    assert zin(f"{tekst} €").waarde == getal


@pytest.mark.constructie("R-011", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "getal"), [("21%", "21%"), ("21 %", "21%"), ("-0,5%", "-1/2%"), ("1/3%", "1/3%")]
)
def test_percentage(tekst: str, getal: str) -> None:
    assert kort(zin(tekst)) == getal


@pytest.mark.constructie("R-012", "R-013", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("42 jr", "42 jr"),
        ("42 jaren", "42 jaren"),
        ("2500 €", "2500 €"),
        ("2500€", "2500 €"),
        ("15 €/mnd", "15 €/mnd"),
        ("15 euro/maand", "15 euro/maand"),
        ("3 u/dg", "3 u/dg"),
        ("5 werkdagen", "5 werkdagen"),
    ],
)
def test_getal_met_eenheid(tekst: str, getal: str) -> None:
    assert kort(zin(tekst)) == getal


@pytest.mark.constructie("R-014", "R-015", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "gemeld"),
    [
        ("dd. 1-7-2024", []),
        ("dd. 01-07-2024", []),
        ("dd.1-7-2024", []),
        ("1-7-2024", ["LIT-DD"]),
        ("01-07-2024", ["LIT-DD"]),
    ],
)
def test_datum(tekst: str, gemeld: list[str]) -> None:
    """Contradiction 3: `dd.` may be left out, which is said."""
    assert kort(zin(tekst)) == "1-7-2024"
    assert codes(f"De ingangsdatum van een Aanvrager moet gesteld worden op {tekst}.") == gemeld


@pytest.mark.constructie("R-015", stap="ontleedt")
def test_datum_in_woorden_wordt_niet_gelezen() -> None:
    """Contradiction 29."""
    zin_ = "De ingangsdatum van een Aanvrager moet gesteld worden op 11 november 2022."
    assert codes(zin_) == ["LIT-DATUM"]


@pytest.mark.constructie("R-016", stap="ontleedt")
def test_datum_met_tijd() -> None:
    moment = datetime(2024, 7, 1, 13, 5, 59, 250_000)  # noqa: DTZ001
    assert zin("dd. 1-7-2024 13:05:59.250").moment == moment
    kop = "Het tijdstip van aanvragen van een Aanvrager moet gesteld worden op "
    assert codes(f"{kop}dd. 1-7-2024 25:12:56.667.") == ["LIT-DATUM"]


@pytest.mark.constructie("R-017", stap="ontleedt")
@pytest.mark.parametrize(("tekst", "boom"), [("waar", "waar"), ("onwaar", "onwaar")])
def test_waarheid(tekst: str, boom: str) -> None:
    assert kort(zin(tekst)) == boom
    assert codes(f"{MOET}TRUE.") == ["LIT-BOOL"]


@pytest.mark.constructie("R-018", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "boom"),
    [
        ('"recht op bijstand"', "Tekst(delen=(recht op bijstand))"),
        ("“recht op bijstand”", "Tekst(delen=(recht op bijstand))"),
        ("'alleenstaand'", "'alleenstaand'"),
        ("‘alleenstaand’", "'alleenstaand'"),
    ],
)
def test_tekst_en_enumeratie(tekst: str, boom: str) -> None:
    assert kort(zin(tekst)) == boom


@pytest.mark.constructie("R-018", stap="ontleedt")
def test_enumeratie_zonder_aanhalingstekens_wordt_niet_gelezen() -> None:
    """Contradiction 19."""
    assert codes(
        "Een Aanvrager is meerderjarig indien zijn leefvorm gelijk is aan alleenstaand of gehuwd."
    )


# ------------------------------------------------------------------ operators


@pytest.mark.constructie("R-098", stap="ontleedt")
def test_plus() -> None:
    assert waarde("zijn inkomen plus 3 €/jr") == (
        "Binair(op=plus, links=[zijn inkomen], rechts=3 €/jr)"
    )


@pytest.mark.constructie("R-099", stap="ontleedt")
def test_min() -> None:
    assert waarde("zijn inkomen min de drempel") == (
        "Binair(op=min, links=[zijn inkomen], rechts=[drempel])"
    )


@pytest.mark.constructie("R-100", stap="ontleedt")
def test_verminderd_met() -> None:
    assert waarde("zijn inkomen verminderd met de drempel") == (
        "Binair(op=verminderd met, links=[zijn inkomen], rechts=[drempel])"
    )


@pytest.mark.constructie("R-101", stap="ontleedt")
def test_maal() -> None:
    assert waarde("4 €/jr maal 2 jr") == "Binair(op=maal, links=4 €/jr, rechts=2 jr)"


@pytest.mark.constructie("R-102", stap="ontleedt")
def test_gedeeld_door() -> None:
    """Contradiction 26: what comes out of €/u divided by € is left to the types."""
    assert waarde("6 €/u gedeeld door 2 €") == ("Binair(op=gedeeld door, links=6 €/u, rechts=2 €)")


@pytest.mark.constructie("R-103", stap="ontleedt")
@pytest.mark.parametrize("woord", ["gedeeld door (ABS)", "gedeeld door (abs)"])
def test_gedeeld_door_abs(woord: str) -> None:
    assert waarde(f"5 {woord} 7") == "Binair(op=gedeeld door (ABS), links=5, rechts=7)"


@pytest.mark.constructie("R-104", stap="ontleedt")
def test_delen_door_nul_is_een_zin() -> None:
    assert waarde("5 gedeeld door 0") == "Binair(op=gedeeld door, links=5, rechts=0)"


@pytest.mark.constructie("R-105", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "boom"),
    [
        ("3 maal 5 min 4",
         "Binair(op=min, links=Binair(op=maal, links=3, rechts=5), rechts=4)"),
        ("3 min 5 maal 4",
         "Binair(op=min, links=3, rechts=Binair(op=maal, links=5, rechts=4))"),
        ("9 min 3 verminderd met 2",
         "Binair(op=verminderd met, links=Binair(op=min, links=9, rechts=3), rechts=2)"),
        ("9 gedeeld door 3 maal 2",
         "Binair(op=maal, links=Binair(op=gedeeld door, links=9, rechts=3), rechts=2)"),
    ],
)  # fmt: skip
def test_voorrang(tekst: str, boom: str) -> None:
    assert waarde(tekst) == boom


@pytest.mark.constructie("R-106", stap="ontleedt")
def test_haakjes() -> None:
    assert waarde("3 maal (5 min 4)") == (
        "Binair(op=maal, links=3, rechts=Binair(op=min, links=5, rechts=4))"
    )
    assert zin("3 maal (5 min 4)").rechts.haakjes
    assert codes(f"{MOET}3 maal (5 min 4.") == ["ST-HAAKJE"]


@pytest.mark.constructie("R-107", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "boom"),
    [
        ("8% van zijn inkomen", "[8% van zijn inkomen]"),
        ("het afbouwpercentage van zijn inkomen", "[afbouwpercentage van zijn inkomen]"),
        ("8% van (3 € plus 4 €)", "[8% van Binair(op=plus, links=3 €, rechts=4 €)]"),
        ("8% van de som van 3 en 4",
         "[8% van Aggregatie(soort=de som van, argument={3 en 4})]"),
    ],
)  # fmt: skip
def test_percentage_van(tekst: str, boom: str) -> None:
    assert waarde(tekst) == boom


@pytest.mark.constructie("R-108", stap="ontleedt")
def test_maal_met_een_percentage_is_een_zin() -> None:
    assert waarde("3 € maal 8%") == "Binair(op=maal, links=3 €, rechts=8%)"


@pytest.mark.constructie("R-109", stap="ontleedt")
def test_wortel() -> None:
    assert waarde("de wortel van 16 rekenkundig afgerond op 2 decimalen plus 1") == (
        "Binair(op=plus, links=Wortel(waarde=16, wijze=rekenkundig, decimalen=2), rechts=1)"
    )
    assert codes(f"{MOET}de wortel van 16.") == ["AFR-VERPLICHT"]


@pytest.mark.constructie("R-110", stap="ontleedt")
def test_macht_gaat_voor_maal() -> None:
    """Contradiction 17."""
    macht = "Machtsverheffing(grondtal=3, exponent=2, wijze=naar boven, decimalen=1)"
    tekst = "5 maal 3 tot de macht 2 naar boven afgerond op 1 decimaal"
    assert waarde(tekst) == f"Binair(op=maal, links=5, rechts={macht})"
    assert codes(f"{MOET}3 tot de macht 2.") == ["AFR-VERPLICHT"]


@pytest.mark.constructie("R-111", stap="ontleedt")
def test_absolute_waarde() -> None:
    assert waarde("de absolute waarde van (3 min 5) plus 1") == (
        "Binair(op=plus, links=Absoluut(waarde=Binair(op=min, links=3, rechts=5)), rechts=1)"
    )


@pytest.mark.constructie("R-112", "R-097", stap="ontleedt")
def test_eenheden_bij_plus_blijven_zoals_geschreven() -> None:
    assert waarde("3 €/jr plus 4 €/mnd") == "Binair(op=plus, links=3 €/jr, rechts=4 €/mnd)"


@pytest.mark.parametrize("teken", ["+", "×", "/", "*"])
def test_symbolen_zijn_geen_bewerking(teken: str) -> None:
    assert codes(f"{MOET}zijn inkomen {teken} 2 €.") == ["OP-SYMBOOL"]


# ------------------------------------------------------------------ rounding and bounds


@pytest.mark.parametrize(
    "wijze",
    [
        pytest.param("naar beneden", marks=pytest.mark.constructie("R-113", stap="ontleedt")),
        pytest.param("naar boven", marks=pytest.mark.constructie("R-114", stap="ontleedt")),
        pytest.param("rekenkundig", marks=pytest.mark.constructie("R-115", stap="ontleedt")),
        pytest.param("richting nul", marks=pytest.mark.constructie("R-116", stap="ontleedt")),
        pytest.param("weg van nul", marks=pytest.mark.constructie("R-117", stap="ontleedt")),
    ],
)
def test_afronden_pakt_alles_links(wijze: str) -> None:
    som = "Binair(op=min, links=[zijn inkomen], rechts=[drempel])"
    assert waarde(f"zijn inkomen min de drempel {wijze} afgerond op 2 decimalen") == (
        f"Afgerond(waarde={som}, wijze={wijze}, decimalen=2)"
    )
    assert waarde(f"zijn inkomen {wijze} afgerond op 1 decimaal") == (
        f"Afgerond(waarde=[zijn inkomen], wijze={wijze}, decimalen=1)"
    )


@pytest.mark.constructie("R-118", stap="ontleedt")
def test_zonder_afronding_is_ook_een_zin() -> None:
    assert waarde("zijn inkomen gedeeld door 3") == (
        "Binair(op=gedeeld door, links=[zijn inkomen], rechts=3)"
    )


@pytest.mark.constructie("R-119", stap="ontleedt")
def test_minimum() -> None:
    assert waarde("zijn inkomen min 3 €/jr, met een minimum van 0 €/jr") == (
        "Begrensd(waarde=Binair(op=min, links=[zijn inkomen], rechts=3 €/jr), minimum=0 €/jr)"
    )


@pytest.mark.constructie("R-120", stap="ontleedt")
@pytest.mark.parametrize("begin", [", met een maximum van", ", een maximum van"])
def test_maximum(begin: str) -> None:
    """Contradiction 6: with and without `met`."""
    assert waarde(f"zijn inkomen{begin} de drempel plus 1 €") == (
        "Begrensd(waarde=[zijn inkomen], maximum=Binair(op=plus, links=[drempel], rechts=1 €))"
    )


@pytest.mark.constructie("R-121", stap="ontleedt")
@pytest.mark.parametrize("slot", ["en met een maximum van 9 €", "en een maximum van 9 €"])
def test_minimum_en_maximum_met_een_afronding_eromheen(slot: str) -> None:
    tekst = f"zijn inkomen, met een minimum van 1 € {slot} naar beneden afgerond op 0 decimalen"
    begrensd = "Begrensd(waarde=[zijn inkomen], minimum=1 €, maximum=9 €)"
    assert waarde(tekst) == f"Afgerond(waarde={begrensd}, wijze=naar beneden, decimalen=0)"


def test_elke_uitdrukking_weet_waar_zij_staat() -> None:
    som = zin("3 maal (5 min 4)")
    assert som.span.tekst == "3 maal (5 min 4)"
    assert isinstance(som, t.Binair)
    assert som.links.span.tekst == "3"
