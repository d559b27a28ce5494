"""Objects, members, units, parameters and facts: each gives a value. [1.2, 1.3, 1.8 - 1.11]"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.model.taal import regel
from tests.plan.proef import DAG, LEEG, WIE, uitslag, waarde
from wetsanalyse.model.casus import Feit, Huishouden

# ------------------------------------------------------------------ objects and members [1.2, 1.3]


@pytest.mark.constructie("R-023", "R-029", stap="rekent")
def test_elk_object_heeft_zijn_eigen_waarden() -> None:
    extra = (
        "Objecttype de Doos (mv: Dozen)\n    het aantal stuks\tNumeriek (geheel getal);\n"
        "    het dubbele\tNumeriek (geheel getal);\n"
    )
    zin = regel(
        "Het dubbele van een Doos moet berekend worden als het aantal stuks van de Doos maal 2."
    )
    wie = Huishouden((("X", "Doos"), ("Y", "Doos"), ("A", "Aanvrager")), ())
    uit = uitslag(extra, zin, wie=wie, invoer={("X", "aantal stuks"): 3, ("Y", "aantal stuks"): -5})
    assert (uit.waarde("X", "dubbele"), uit.waarde("Y", "dubbele")) == (6, -10)
    # Another type of object has no such member.
    assert ("A", "dubbele") not in uit.plan.eigenschappen
    # Without a value it is leeg, and 0 after maal. [3.2]
    uit = uitslag(extra, zin, wie=wie)
    assert uit.waarde("X", "aantal stuks") is LEEG
    assert uit.waarde("X", "dubbele") == 0


@pytest.mark.constructie("R-024", "R-128", stap="rekent")
def test_hij_en_zijn_gaan_over_het_onderwerp() -> None:
    zin = regel(
        "De schuld van een Aanvrager moet gesteld worden op zijn tegoed indien hij verzekerd is."
    )
    invoer = {
        ("A", "tegoed"): 3, ("B", "tegoed"): 4, ("A", "verzekerd"): False, ("B", "verzekerd"): True,
    }  # fmt: skip
    uit = uitslag(zin, invoer=invoer)
    assert (uit.waarde("A", "schuld"), uit.waarde("B", "schuld")) == (LEEG, 4)
    # Of a Kind hij is the Kind.
    kind = regel("Een Kind is thuiswonend indien zijn spaargeld kleiner is dan 5 €.")
    uit = uitslag(kind, invoer={("K", "spaargeld"): 4, ("L", "spaargeld"): 5, ("A", "tegoed"): 1})
    assert (uit.waarde("K", "thuiswonend"), uit.waarde("L", "thuiswonend")) == (True, False)


@pytest.mark.constructie("R-026", stap="rekent")
@pytest.mark.parametrize(
    ("uitdrukking", "verwacht"),
    [
        ("het aantal Aanvragers", 2),
        ("het aantal Kinderen", 3),
        ("het aantal Gemeenten", 1),
        ("het aantal Beschikkingen", 0),
    ],
)
def test_alle_objecten_van_een_type(uitdrukking: str, verwacht: int) -> None:
    zin = regel(f"De telling van een Aanvrager moet berekend worden als {uitdrukking}.")
    # A third child, that belongs to nobody, is one of all children.
    wie = Huishouden((*WIE.objecten, ("M", "Kind")), WIE.feiten)
    assert waarde("A", "telling", zin, wie=wie) == verwacht


@pytest.mark.constructie("R-032", stap="rekent")
def test_een_attribuut_zonder_lidwoord() -> None:
    zin = regel(
        "Inwonend bij ouders van een Aanvrager moet gesteld worden op waar "
        "indien zijn telling gelijk is aan 1."
    )
    assert waarde("A", "inwonend bij ouders", zin, invoer={("A", "telling"): 1}) is True
    assert waarde("A", "inwonend bij ouders", zin, invoer={("A", "telling"): 2}) is LEEG


@pytest.mark.constructie("R-030", "R-031", stap="rekent")
def test_een_domein_geeft_zijn_eenheid_tenzij_er_een_andere_staat() -> None:
    # The Bedrag itself is in €, the same Bedrag here a year.
    maand = "100 €/mnd maal 5 mnd"
    zin = regel(f"Het tegoed van een Aanvrager moet berekend worden als {maand}.", "een")
    jaar = regel("Het inkomen van een Aanvrager moet gesteld worden op 100 €/mnd.", "ander")
    uit = uitslag(zin, jaar)
    assert (uit.waarde("A", "tegoed"), uit.waarde("A", "inkomen")) == (500, 1200)


@pytest.mark.constructie("X-01", stap="rekent")
def test_een_lid_dat_later_is_toegevoegd() -> None:
    extra = (
        "Extensie van objecttype de Aanvrager\n    het vermogen\tBedrag;\n"
        "    is vermogend\tkenmerk (bijvoeglijk);\n"
    )
    som = regel(
        "Het vermogen van een Aanvrager moet berekend worden als zijn tegoed min 3 €.", "som"
    )
    rijk = regel("Een Aanvrager is vermogend indien zijn vermogen groter is dan 5 €.", "rijk")
    uit = uitslag(extra, som, rijk, invoer={("A", "tegoed"): 9, ("B", "tegoed"): 8})
    assert [uit.waarde(wie, "vermogen") for wie in "AB"] == [6, 5]
    assert [uit.waarde(wie, "vermogend") for wie in "AB"] == [True, False]


# ------------------------------------------------------------------ units [1.8]

STELSEL = """
Eenheidsysteem opvang
    het kwartiertje (mv: kwartiertjes) kwr = 1/4 ou
    het opvanguur (mv: opvanguren) ou
    het dagdeel (mv: dagdelen) ddl ◐ = 5 ou
    de opvangdag (mv: opvangdagen) odg = 2 ddl
Eenheidsysteem lengte
    de centimeter (mv: centimeters) cm = /100 m
    de meter (mv: meters) m

Extensie van objecttype de Aanvrager
    de kwartiertjes samen	Numeriek (getal) met eenheid kwr;
    de opvang	Numeriek (getal) met eenheid ou;
    de dagdelen samen	Numeriek (getal) met eenheid ddl;
    de lange opvang	Numeriek (getal) met eenheid odg;
    de prijs	Numeriek (getal) met eenheid €/kwr;
    de hoogte	Numeriek (getal) met eenheid cm;
    de oppervlakte	Numeriek (getal) met eenheid cm^2;
    de milliseconden	Numeriek (getal) met eenheid ms;
    de uren samen	Numeriek (getal) met eenheid u;
    de kwartalen samen	Numeriek (getal) met eenheid kw;
    de dollars	Numeriek (getal) met eenheid USD;
    de maandlast	Numeriek (getal) met eenheid €/mnd;
"""


def omgerekend(doel: str, uitdrukking: str) -> Any:
    zin = regel(f"De {doel} van een Aanvrager moet berekend worden als {uitdrukking}.")
    return waarde("A", doel, STELSEL, zin)


@pytest.mark.constructie("R-061", stap="rekent")
@pytest.mark.parametrize("naam", ["dagdeel", "dagdelen", "ddl", "◐", "DDL"])
def test_naam_meervoud_afkorting_en_teken_zijn_een_eenheid(naam: str) -> None:
    assert omgerekend("opvang", f"3 {naam}") == 15


@pytest.mark.constructie("R-062", "R-063", "R-064", stap="rekent")
@pytest.mark.parametrize(
    ("doel", "uitdrukking", "verwacht"),
    [
        # A multiple, there and back: 12 hours are 2 parts and two fifths.
        ("opvang", "2 ddl", 10),
        ("dagdelen samen", "12 ou", Fraction(12, 5)),
        # 1/4 and /100: so many go into one of the other.
        ("opvang", "3 kwr", Fraction(3, 4)),
        ("kwartiertjes samen", "3 ou", 12),
        ("hoogte", "1,75 m", 175),
        # Two steps and three: a day is 2 parts of 5 hours of 4 quarters.
        ("dagdelen samen", "5 kwr", Fraction(1, 4)),
        ("kwartiertjes samen", "1 odg", 40),
        ("lange opvang", "3 kwr", Fraction(3, 40)),
        ("lange opvang", "1 odg plus 4 kwr", Fraction(11, 10)),
    ],
)
def test_een_eigen_eenheid_wordt_omgerekend(doel: str, uitdrukking: str, verwacht: Any) -> None:
    assert omgerekend(doel, uitdrukking) == verwacht


@pytest.mark.constructie("R-065", stap="rekent")
@pytest.mark.parametrize(
    ("doel", "uitdrukking", "verwacht"),
    [
        ("milliseconden", "1 wk", 7 * 24 * 60 * 60 * 1000),
        ("uren samen", "2 dg plus 30 minuten", Fraction(97, 2)),
        ("uren samen", "36 s", Fraction(1, 100)),
        ("kwartalen samen", "2 jr plus 1 mnd", Fraction(25, 3)),
    ],
)
def test_de_eenheden_van_tijd(doel: str, uitdrukking: str, verwacht: Any) -> None:
    assert omgerekend(doel, uitdrukking) == verwacht


@pytest.mark.constructie("R-066", stap="rekent")
@pytest.mark.parametrize("naam", ["€", "EUR", "euro", "euros", "euro's"])
def test_een_munt_onder_elk_van_haar_namen(naam: str) -> None:
    assert omgerekend("schuld", f"10 {naam} min 3 €") == 7
    assert omgerekend("dollars", f"(10 usd plus 3 USD) maal 2 {naam} gedeeld door 1 €") == 26


@pytest.mark.constructie("R-067", "R-040", stap="rekent")
@pytest.mark.parametrize(
    ("doel", "uitdrukking", "verwacht"),
    [
        # A year is twelve months and four quarters.
        ("maandlast", "1200 €/jr", 100),
        ("maandlast", "1 €/jr", Fraction(1, 12)),
        ("maandlast", "30 €/kw plus 12 €/jr", 11),
        # 80 a day of 40 quarters; of 12 square metres each is 100 times 100.
        ("prijs", "80 €/odg", 2),
        ("oppervlakte", "3 m maal 4 m", 120_000),
    ],
)
def test_een_samengestelde_eenheid(doel: str, uitdrukking: str, verwacht: Any) -> None:
    assert omgerekend(doel, uitdrukking) == verwacht


@pytest.mark.constructie("R-062", "R-063", stap="rekent")
@pytest.mark.parametrize(
    ("aantal", "meer"), [("19 kwr", False), ("20 kwr", False), ("21 kwr", True)]
)
def test_een_grens_in_een_andere_eenheid(aantal: str, meer: bool) -> None:
    # A part of a day is 5 hours of 4 quarters: 20.
    zet = regel(f"De opvang van een Aanvrager moet gesteld worden op {aantal}.", "zet")
    toets = regel("Een Aanvrager is verzekerd indien zijn opvang groter is dan 1 ddl.", "toets")
    assert waarde("A", "verzekerd", STELSEL, zet, toets) is meer


# ------------------------------------------------------------------ parameters [1.10]

NORM = """
Parameter de bijzondere norm : Numeriek (getal met 2 decimalen) met eenheid €/jr
Parameter het aantal dagen wachten : Numeriek (niet-negatief geheel getal) met eenheid dg;
Parameterwaarden nu
    geldig altijd
    de bijzondere norm is 12,60 €/mnd
    het aantal dagen wachten is 2 wk
    de drempel is 40 €
"""


@pytest.mark.constructie("R-072", stap="rekent")
def test_een_parameter_met_een_eenheid() -> None:
    # 12,60 a month is 151,20 a year.
    zin = regel("Het inkomen van een Aanvrager moet gesteld worden op de bijzondere norm.")
    assert waarde("A", "inkomen", NORM, zin) == Fraction("151.2")
    wacht = regel(
        "De ingangsdatum van een Aanvrager moet berekend worden als "
        "de Rekendatum plus het aantal dagen wachten."
    )
    assert waarde("A", "ingangsdatum", NORM, wacht) == DAG.toordinal() + 14


@pytest.mark.constructie("R-074", stap="rekent")
@pytest.mark.parametrize("verwijzing", ["de drempel", "drempel", "Drempel"])
def test_een_parameter_met_en_zonder_lidwoord(verwijzing: str) -> None:
    zin = regel(f"De schuld van een Aanvrager moet berekend worden als {verwijzing} maal 2.")
    assert waarde("A", "schuld", NORM, zin) == 80
    # Without a value it is leeg.
    kaal = regel(f"De schuld van een Aanvrager moet gesteld worden op {verwijzing}.")
    assert waarde("A", "schuld", kaal) is LEEG


# ------------------------------------------------------------------ facts [1.11]


@pytest.mark.constructie("R-075", "R-076", stap="rekent")
def test_een_feit_van_beide_kanten() -> None:
    vooruit = regel(
        "De telling van een Aanvrager moet berekend worden als "
        "het aantal kinderen van de Aanvrager.",
        "vooruit",
    )
    terug = regel(
        "Het spaargeld van een Kind moet gesteld worden op het tegoed van zijn ouder.", "terug"
    )
    uit = uitslag(vooruit, terug, invoer={("A", "tegoed"): 3, ("B", "tegoed"): 8})
    assert [uit.waarde(wie, "telling") for wie in "AB"] == [2, 0]
    assert [uit.waarde(wie, "spaargeld") for wie in "KL"] == [3, 3]
    # K moves to B.
    feiten = [f for f in WIE.feiten if f.objecten != ("A", "K")] + [Feit("gezin", ("B", "K"))]
    uit = uitslag(
        vooruit, terug, wie=Huishouden(WIE.objecten, tuple(feiten)),
        invoer={("A", "tegoed"): 3, ("B", "tegoed"): 8},
    )  # fmt: skip
    assert [uit.waarde(wie, "telling") for wie in "AB"] == [1, 1]
    assert [uit.waarde(wie, "spaargeld") for wie in "KL"] == [8, 3]


BUREN = """
Wederkerig feittype burenhulp
    de buur (mv: buren)	Aanvrager
meerdere buren helpen meerdere buren
"""


@pytest.mark.constructie("R-080", stap="rekent")
def test_een_wederkerig_feit_met_meer_dan_een() -> None:
    zin = regel(
        "De schuld van een Aanvrager moet berekend worden als "
        "de som van het tegoed van de buren van de Aanvrager."
    )
    mensen = [(wie, "Aanvrager") for wie in "ABCD"]
    tegoed = {("A", "tegoed"): 1, ("B", "tegoed"): 20, ("C", "tegoed"): 300, ("D", "tegoed"): 4000}

    def schulden(*paren: str) -> list[Any]:
        feiten = tuple(Feit("burenhulp", (paar[0], paar[1])) for paar in paren)
        wie = Huishouden(tuple(mensen), feiten)
        uit = uitslag(BUREN, zin, wie=wie, invoer=tegoed)
        return [uit.waarde(naam, "schuld") for naam in "ABCD"]

    # A with B and with C: who is a neighbour has a neighbour, whichever is named first.
    assert schulden("AB", "AC") == schulden("BA", "CA") == [320, 1, 1, LEEG]
    # The same fact twice is one fact.
    assert schulden("AB", "BA", "BC") == [20, 301, 20, LEEG]
