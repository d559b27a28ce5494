"""Every cell of the tables for leeg of the reference, through the plan and the naive reading.

The expected values are those of the reference, written out; none was read from a run.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from tests.naief import vast
from tests.naief.leegtabellen import DAG, DATUM, DUUR, EURO, KAAL, PROCENT, TEKST, Tabel, dag
from tests.naief.naief import Naief
from tests.naief.vergelijken import gewoon, plan_van
from tests.naief.waarden import LEEG, Fout, zelfde
from wetsanalyse.model.feiten import Casus, Huishouden
from wetsanalyse.run.scenarios import voer_uit

TABEL = Tabel()
NUL = Fraction(0)
DOOR_LEEG, DOOR_NUL = "DELEN-DOOR-LEEG", "DELEN-DOOR-NUL"
BEIDE_LEEG, OMGEKEERD = "BEIDE-LEEG", "BEGR-OMGEKEERD"


def eis(cel: tuple[str, str | None], wie: str, verwacht: Any) -> None:
    """``verwacht``: a value, or the code of a fault where the cell is an Uitvoerfout."""
    for uitkomst in TABEL.uitkomsten(cel, wie):
        if isinstance(uitkomst, Fout):
            assert uitkomst.codes == {verwacht}
        else:
            assert zelfde(uitkomst, verwacht), uitkomst


def rijen(type_: str, *paren: tuple[str, Any], wie: str = "A") -> Callable[..., Any]:
    return pytest.mark.parametrize(
        ("cel", "wie", "verwacht"),
        [pytest.param(TABEL.waarde(type_, t), wie, v, id=f"{t} = {v}") for t, v in paren],
    )


def proeven(*paren: tuple[str, Any], wie: str = "A") -> Callable[..., Any]:
    return pytest.mark.parametrize(
        ("cel", "wie", "verwacht"),
        [pytest.param(TABEL.voorwaarde(t), wie, v, id=f"{t}: {v}") for t, v in paren],
    )


# ------------------------------------------------------------------ arithmetic [3.2]

X, Y, N, M = "zijn bedrag acht", "zijn bedrag drie", "zijn bedrag niets", "zijn bedrag ook niets"


@pytest.mark.constructie("R-098", "R-099", "R-100", stap="rekent")
@rijen(
    EURO,
    (f"{N} plus {M}", NUL), (f"{N} plus {Y}", Fraction(3)), (f"{X} plus {N}", Fraction(8)),
    (f"{N} min {M}", NUL), (f"{N} min {Y}", Fraction(-3)), (f"{X} min {N}", Fraction(8)),
    (f"{N} verminderd met {M}", LEEG), (f"{N} verminderd met {Y}", LEEG),
    (f"{X} verminderd met {N}", Fraction(8)),
    (f"{X} plus {Y}", Fraction(11)), (f"{X} min {Y}", Fraction(5)),
    (f"{X} verminderd met {Y}", Fraction(5)),
)  # fmt: skip
def test_plus_min_en_verminderd_met(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


G, H, L, K = "zijn getal acht", "zijn getal drie", "zijn getal niets", "zijn getal ook niets"


@pytest.mark.constructie("R-101", "R-102", "R-103", "R-104", stap="rekent")
@rijen(
    KAAL,
    (f"{L} maal {K}", NUL), (f"{L} maal {H}", NUL), (f"{G} maal {L}", NUL),
    (f"{G} maal {H}", Fraction(24)),
    (f"{L} gedeeld door {K}", NUL), (f"{L} gedeeld door {H}", NUL),
    (f"{G} gedeeld door {L}", DOOR_LEEG), (f"{G} gedeeld door {H}", Fraction(8, 3)),
    (f"{G} gedeeld door zijn getal nul", DOOR_NUL), (f"zijn getal nul gedeeld door {L}", DOOR_LEEG),
    (f"{L} gedeeld door zijn getal nul", DOOR_NUL),
    (f"{L} gedeeld door (ABS) {K}", NUL), (f"{L} gedeeld door (ABS) {H}", NUL),
    (f"{G} gedeeld door (ABS) {L}", DOOR_LEEG),
    (f"{G} gedeeld door (ABS) {H}", Fraction(266_666, 100_000)),
    ("2 gedeeld door (ABS) -3", Fraction(-66_666, 100_000)),
    ("2 gedeeld door (ABS) 3", Fraction(66_666, 100_000)),
    ("5 gedeeld door (ABS) 7", Fraction(71_428, 100_000)),
)  # fmt: skip
def test_maal_en_gedeeld_door(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-107", stap="rekent")
@rijen(
    EURO,
    (f"zijn deel niets van {N}", NUL), (f"zijn deel niets van {X}", NUL),
    (f"zijn deel half van {N}", NUL), (f"zijn deel half van {X}", Fraction(4)),
)  # fmt: skip
def test_een_percentage_van(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


AF = "rekenkundig afgerond op 2 decimalen"


@pytest.mark.constructie("R-109", "R-110", "R-111", stap="rekent")
@rijen(
    KAAL,
    (f"{L} tot de macht {K} {AF}", LEEG), (f"{L} tot de macht {H} {AF}", LEEG),
    (f"{G} tot de macht {L} {AF}", LEEG), (f"{G} tot de macht {H} {AF}", Fraction(512)),
    (f"de wortel van {L} {AF}", LEEG), (f"de wortel van {G} {AF}", Fraction(283, 100)),
    (f"de absolute waarde van ({L})", LEEG), ("de absolute waarde van (-3)", Fraction(3)),
)  # fmt: skip
def test_macht_wortel_en_absolute_waarde(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


# ------------------------------------------------------------------ rounding and bounds [3.3]

MIN, MAX = "met een minimum van", "met een maximum van"


@pytest.mark.constructie("R-119", "R-120", "R-121", stap="rekent")
@rijen(
    EURO,
    (f"{N}, {MIN} {Y}", LEEG), (f"{N}, {MAX} {Y}", LEEG), (f"{X}, {MIN} {N}", Fraction(8)),
    (f"{X}, {MAX} {N}", Fraction(8)), (f"{X}, {MAX} {Y}", Fraction(3)),
    (f"{Y}, {MIN} {X}", Fraction(8)), (f"{N}, {MIN} {M} en {MAX} {N}", LEEG),
    (f"{X}, {MIN} {N} en {MAX} {Y}", Fraction(3)), (f"{Y}, {MIN} {X} en {MAX} {N}", Fraction(8)),
    (f"{X}, {MIN} {Y} en {MAX} {X}", Fraction(8)),
    (f"{X}, {MIN} {X} en {MAX} {Y}", OMGEKEERD),
)  # fmt: skip
def test_begrenzen(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-113", "R-114", "R-115", "R-116", stap="rekent")
@pytest.mark.parametrize(
    ("cel", "wie", "verwacht"),
    [
        pytest.param(TABEL.waarde(KAAL, f"{getal} {wijze} afgerond op {n} decimalen"), "A", v)
        for wijze, *uitkomsten in (
            ("naar beneden", Fraction(722, 100), Fraction(-723, 100), Fraction(-8)),
            ("naar boven", Fraction(723, 100), Fraction(-722, 100), Fraction(-7)),
            ("rekenkundig", Fraction(722, 100), Fraction(-722, 100), Fraction(-8)),
            ("richting nul", Fraction(722, 100), Fraction(-722, 100), Fraction(-7)),
        )
        for (getal, n), v in zip(
            (("7,2226", 2), ("(0 min 7,2226)", 2), ("(0 min 7,65)", 0)), uitkomsten, strict=True
        )
    ],
)
def test_afronden(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-117", stap="rekent")
@rijen(
    KAAL,
    ("7,2226 weg van nul afgerond op 2 decimalen", Fraction(723, 100)),
    ("(0 min 7,2226) weg van nul afgerond op 2 decimalen", Fraction(-723, 100)),
    ("(0 min 7,65) weg van nul afgerond op 0 decimalen", Fraction(-8)),
    (f"{L} weg van nul afgerond op 0 decimalen", LEEG),
    (f"{L} naar beneden afgerond op 2 decimalen", LEEG),
)
def test_weg_van_nul_en_leeg_blijft_leeg(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


# ------------------------------------------------------------------ aggregations [3.7, 6.4]

GELD = "het geld van zijn kinderen"


@pytest.mark.constructie("R-141", "R-142", "R-143", stap="rekent")
@pytest.mark.parametrize(
    ("tekst", "bij"),
    [
        (f"de som van {GELD}", (Fraction(12), LEEG, LEEG)),
        (f"de som van {GELD} of 0 als die er niet zijn", (Fraction(12), NUL, NUL)),
        (f"de minimale waarde van {GELD}", (Fraction(5), LEEG, LEEG)),
        (f"de maximale waarde van {GELD}", (Fraction(7), LEEG, LEEG)),
    ],
)
def test_samenvatten_over_objecten(tekst: str, bij: tuple[Any, ...]) -> None:
    for wie, verwacht in zip("ABC", bij, strict=True):
        eis((tekst, EURO), wie, verwacht)


for _tekst in ("de som van {}", "de som van {} of 0 als die er niet zijn",
               "de minimale waarde van {}", "de maximale waarde van {}"):  # fmt: skip
    TABEL.waarde(EURO, _tekst.format(GELD))


@pytest.mark.constructie("R-140", stap="rekent")
@pytest.mark.parametrize(("wie", "verwacht"), [("A", 3), ("B", 2), ("C", 0)])
def test_het_aantal(wie: str, verwacht: int) -> None:
    eis(TABEL_AANTAL, wie, Fraction(verwacht))
    eis(TABEL_JONG, wie, Fraction(wie == "A"))


TABEL_AANTAL = TABEL.waarde(KAAL, "het aantal kinderen van de Proef")
TABEL_JONG = TABEL.waarde(KAAL, "het aantal kinderen van de Proef die jong zijn")


@pytest.mark.constructie("R-144", "R-145", "R-148", stap="rekent")
@rijen(
    EURO,
    (f"de som van {N}, {M} en {N}", LEEG), (f"de som van {X}, {N} en {Y}", Fraction(11)),
    (f"de som van {N}, {M} en {N} of 0 als die er niet zijn", NUL),
    (f"de minimale waarde van {X}, {N} en {Y}", Fraction(3)),
    (f"de maximale waarde van {N}, {X} en {Y}", Fraction(8)),
    (f"de minimale waarde van {N}, {M} en {N}", LEEG),
    (f"de maximale waarde van {N}, {M} en {N}", LEEG),
)  # fmt: skip
def test_samenvatten_van_losse_waarden(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-146", "R-147", stap="rekent")
@rijen(
    DATUM,
    ("de eerste van zijn dag niets, zijn dag twee en zijn dag een", dag(2024, 2, 29)),
    ("de laatste van zijn dag niets, zijn dag twee en zijn dag een", dag(2025, 3, 1)),
    ("de eerste van zijn dag niets, zijn dag ook niets en zijn dag niets", LEEG),
    ("de laatste van de verjaardag van zijn kinderen", dag(2012, 5, 1)),
    ("de eerste van de verjaardag van zijn kinderen", dag(2010, 5, 1)),
)
def test_eerste_en_laatste(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-131", "R-247", stap="rekent")
@pytest.mark.parametrize(
    ("hoeveel", "bij"),
    [
        # A: one of three is young; B: none of two; C has none: `alle` and `geen` are true.
        ("alle kinderen van de Proef zijn jong", (False, False, True)),
        ("geen van de kinderen van de Proef zijn jong", (False, True, True)),
        ("ten minste één kind van de Proef is jong", (True, False, False)),
        ("ten hoogste één kind van de Proef is jong", (True, True, True)),
        ("precies één kind van de Proef is jong", (True, False, False)),
    ],
)
def test_hoeveel_van_niemand(hoeveel: str, bij: tuple[bool, ...]) -> None:
    for wie, verwacht in zip("ABC", bij, strict=True):
        eis((hoeveel, None), wie, verwacht)


for _tekst in ("alle kinderen van de Proef zijn jong",
               "geen van de kinderen van de Proef zijn jong",
               "ten minste één kind van de Proef is jong",
               "ten hoogste één kind van de Proef is jong",
               "precies één kind van de Proef is jong"):  # fmt: skip
    TABEL.voorwaarde(_tekst)


@pytest.mark.constructie("R-132", stap="rekent")
@rijen(EURO, ("het bedrag acht van de partner van de Proef", LEEG))
def test_een_lege_rol_in_de_keten(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


# ------------------------------------------------------------------ text [3.8]


@pytest.mark.constructie("R-152", stap="rekent")
@rijen(
    TEKST,
    (f'"a«{N}»b«zijn dag niets»c«zijn tekst niets»d«zijn vlag niets»e"', "abcde"),
    (f'"«{X}» «zijn dag een» «zijn vlag een» «zijn deel half»"', "8 € 29-2-2024 waar 50%"),
    (f'"«(23 gedeeld door 11)» «({L} plus 2,50)»"', "2_1/11 2,5"),
)
def test_een_waarde_in_een_tekst(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


# ------------------------------------------------------------------ dates [3.9]


@pytest.mark.constructie("R-155", "R-156", "R-157", "R-159", stap="rekent")
@rijen(
    KAAL,
    ("het jaar uit (zijn dag niets)", LEEG), ("de maand uit (zijn dag niets)", LEEG),
    ("de dag uit (zijn dag niets)", LEEG), ("het jaar uit (zijn dag een)", Fraction(2024)),
    ("de maand uit (zijn dag een)", Fraction(2)), ("de dag uit (zijn dag een)", Fraction(29)),
    ("het jaar uit (de eerste paasdag van (zijn getal niets))", LEEG),
    ("de dag uit (de eerste paasdag van (2024))", Fraction(31)),
)  # fmt: skip
def test_delen_van_een_datum(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-158", "R-164", "R-165", "R-167", stap="rekent")
@rijen(
    DATUM,
    ("zijn dag niets plus 3 dg", LEEG), ("zijn dag niets min 3 mnd", LEEG),
    ("zijn dag niets plus zijn duur niets", LEEG),
    ("zijn dag een plus zijn duur niets", dag(2024, 2, 29)),
    ("zijn dag een min zijn maanden niets", dag(2024, 2, 29)),
    ("zijn dag een plus 1 jr", dag(2025, 2, 28)), ("zijn dag een min 1 mnd", dag(2024, 1, 29)),
    ("zijn dag een plus zijn duur drie", dag(2024, 3, 3)),
    ("de datum met jaar, maand en dag(zijn getal niets, 1, 1)", LEEG),
    ("de datum met jaar, maand en dag(2024, 2, zijn getal niets)", LEEG),
    ("de datum met jaar, maand en dag(2024, 2, 30)", "DATUM"),
)  # fmt: skip
def test_een_datum_later_of_eerder(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


DUUR_VAN = "de tijdsduur van {} tot {} in hele {}"


@pytest.mark.constructie("R-160", "R-162", "R-163", stap="rekent")
@rijen(
    DUUR,
    (DUUR_VAN.format("zijn dag niets", "zijn dag een", "dagen"), LEEG),
    (DUUR_VAN.format("zijn dag een", "zijn dag niets", "dagen"), LEEG),
    (DUUR_VAN.format("zijn dag niets", "zijn dag ook niets", "dagen"), LEEG),
    (DUUR_VAN.format("zijn dag een", "zijn dag twee", "dagen"), Fraction(366)),
    (DUUR_VAN.format("zijn dag twee", "zijn dag een", "dagen"), Fraction(-366)),
    ("de absolute tijdsduur van zijn dag twee tot zijn dag een in hele dagen", Fraction(366)),
    ("de absolute tijdsduur van zijn dag niets tot zijn dag een in hele dagen", LEEG),
)
def test_de_tijd_tussen_twee_datums(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-160", "R-162", stap="rekent")
@rijen(
    "Numeriek (getal) met eenheid jr",
    (DUUR_VAN.format("dd. 29-2-2004", "dd. 28-2-2022", "jaren"), Fraction(17)),
    (DUUR_VAN.format("dd. 29-2-2004", "dd. 1-3-2022", "jaren"), Fraction(18)),
    (DUUR_VAN.format("dd. 1-3-2024", "dd. 15-6-1990", "jaren"), Fraction(-33)),
)
def test_hele_jaren(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


# ------------------------------------------------------------------ predicates [6.2]

GETALLEN = (G, "zijn getal acht", L, K)
DATUMS = ("zijn dag een", "zijn dag twee", "zijn dag niets", "zijn dag ook niets")
TEKSTEN = ("zijn tekst een", '"x"', "zijn tekst niets", "zijn tekst ook niets")
KLEUREN = ("zijn kleur een", "'groen'", "zijn kleur niets", "zijn kleur ook niets")
VLAGGEN = ("zijn vlag een", "onwaar", "zijn vlag niets", "zijn vlag ook niets")


@pytest.mark.constructie("R-218", "R-219", stap="rekent")
@proeven(
    *(
        (f"{links} is {woord} {rechts}", uitkomst)
        for x, y, leeg, ook in (GETALLEN, DATUMS, TEKSTEN, KLEUREN, VLAGGEN)
        for links, rechts, gelijk, ongelijk in (
            (x, leeg, False, True),
            (leeg, x, False, True),
            (x, x, True, False),
            (leeg, ook, False if leeg == L else BEIDE_LEEG, False),
            *(((x, y, False, True),) if x != y else ()),
        )
        for woord, uitkomst in (("gelijk aan", gelijk), ("ongelijk aan", ongelijk))
    )
)
def test_gelijk_en_ongelijk(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-220", "R-221", "R-222", "R-223", stap="rekent")
@proeven(
    *(
        (f"{links} is {woord} {rechts}", uitkomst)
        for woord, groter, gelijk in (
            ("groter dan", True, False), ("groter of gelijk aan", True, True),
            ("kleiner dan", False, False), ("kleiner of gelijk aan", False, True),
        )
        for links, rechts, uitkomst in (
            (G, L, False), (L, G, False), (L, K, False), (G, H, groter), (G, G, gelijk),
        )
    )
)  # fmt: skip
def test_groter_en_kleiner(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-224", "R-225", "R-226", "R-227", stap="rekent")
@proeven(
    *(
        (f"{links} is {woord} {rechts}", uitkomst)
        for woord, later, gelijk in (
            ("later dan", True, False), ("later of gelijk aan", True, True),
            ("eerder dan", False, False), ("eerder of gelijk aan", False, True),
        )
        for links, rechts, uitkomst in (
            ("zijn dag een", "zijn dag niets", False), ("zijn dag niets", "zijn dag een", False),
            ("zijn dag niets", "zijn dag ook niets", BEIDE_LEEG),
            ("zijn dag twee", "zijn dag een", later), ("zijn dag een", "zijn dag een", gelijk),
        )
    )
)  # fmt: skip
def test_later_en_eerder(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-228", stap="rekent")
@proeven(
    (f"{L} is leeg", True), (f"{L} is gevuld", False), (f"{G} is leeg", False),
    (f"{G} is gevuld", True), ("zijn getal nul is leeg", False), ("zijn vlag niets is leeg", True),
    ("zijn tekst niets is leeg", True), ("zijn dag niets is gevuld", False),
)  # fmt: skip
def test_leeg_en_gevuld(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-229", "R-230", "R-231", "R-232", stap="rekent")
@proeven(
    ("zijn tekst niets voldoet aan de elfproef", False),
    ("zijn tekst niets voldoet niet aan de elfproef", True),
    ("zijn hele getal niets voldoet aan de elfproef", False),
    ("zijn tekst een voldoet aan de elfproef", True),
    ("zijn tekst een voldoet niet aan de elfproef", False),
    ("zijn tekst niets is numeriek met exact 9 cijfers", False),
    # The row has one cell for both forms; we read it as the test, of which `niet` is the denial.
    ("zijn tekst niets is niet numeriek met exact 9 cijfers", True),
    ("zijn tekst een is numeriek met exact 9 cijfers", True),
    ("zijn tekst een is numeriek met exact 8 cijfers", False),
)
def test_elfproef_en_cijfers(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-233", stap="rekent")
@proeven(
    ("zijn dag niets is een werkdag", False),
    ("zijn dag niets is geen werkdag", True),
    ("zijn dag een is een werkdag", True),
    ("zijn dag een is geen werkdag", False),
)
def test_een_dag_van_een_soort(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-234", "R-235", stap="rekent")
@pytest.mark.parametrize(
    ("tekst", "bij"),
    [
        ("hij is een ouder", (True, True, False)),
        ("hij is geen ouder", (False, False, True)),
        ("hij heeft een kind", (True, True, False)),
        ("hij heeft geen kind", (False, False, True)),
    ],
)
def test_een_rol_die_leeg_is(tekst: str, bij: tuple[bool, ...]) -> None:
    for wie, verwacht in zip("ABC", bij, strict=True):
        eis((tekst, None), wie, verwacht)


for _tekst in ("hij is een ouder", "hij is geen ouder", "hij heeft een kind",
               "hij heeft geen kind"):  # fmt: skip
    TABEL.voorwaarde(_tekst)


@pytest.mark.constructie("R-139", stap="rekent")
@proeven(
    ("zijn kleur een is gelijk aan 'rood' of 'groen'", True),
    ("zijn kleur niets is gelijk aan 'rood' of 'groen'", False),
    ("zijn kleur een is ongelijk aan 'rood' of 'groen'", False),
    ("zijn kleur niets is ongelijk aan 'rood' of 'groen'", True),
)
def test_een_van_meer_waarden(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


# ------------------------------------------------------------------ giving a value [4.1]


@pytest.mark.constructie("R-169", stap="rekent")
@rijen(EURO, (N, LEEG), (X, Fraction(8)))
def test_leeg_toekennen_maakt_leeg(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


@pytest.mark.constructie("R-169", stap="rekent")
@rijen(PROCENT, ("zijn deel niets", LEEG), ("zijn deel half", Fraction(1, 2)))
def test_een_leeg_percentage_blijft_leeg(cel: Any, wie: str, verwacht: Any) -> None:
    eis(cel, wie, verwacht)


# ------------------------------------------------------------------ initialisation [4.6]

BEGINWET = """\
Objecttype de Zaak (mv: Zaken) (bezield)
    het bedrag	Numeriek (getal) met eenheid €;
    het eerste	Numeriek (getal) met eenheid €;
    het tweede	Numeriek (getal) met eenheid €;
    het derde	Numeriek (getal) met eenheid €;
    het begin	Numeriek (getal) met eenheid €;
    is nieuw	kenmerk (bijvoeglijk);

Regel begin
    geldig altijd
        Het bedrag van een Zaak moet geïnitialiseerd worden op zijn begin.

Regel eerste
    geldig altijd
        Het bedrag van een Zaak moet gesteld worden op zijn eerste indien hij nieuw is.

Regel tweede
    geldig altijd
        Het tweede van een Zaak moet berekend worden als zijn bedrag plus 1 €.

Regel derde
    geldig altijd
        Het derde van een Zaak moet gesteld worden op zijn bedrag.
"""


@pytest.mark.constructie("R-168", "R-169", "R-186", "R-260", stap="rekent")
@pytest.mark.parametrize(
    ("gegeven", "bedrag", "erna"),
    [
        ({}, LEEG, 1),  # a begin that is leeg leaves it leeg
        ({"begin": 4}, 4, 5),
        ({"begin": 4, "bedrag": 7}, 7, 8),  # input is not leeg
        ({"begin": 4, "bedrag": 0}, 0, 1),  # neither is nought
        ({"begin": 4, "eerste": 9}, 4, 5),  # the rule does not fire
        ({"begin": 4, "eerste": 9, "nieuw": True}, 9, 10),
        ({"begin": 4, "nieuw": True}, 4, 5),  # the rule makes it leeg
        ({"begin": 4, "bedrag": 7, "nieuw": True}, 4, 5),  # it wins from the input
        ({"begin": 4, "bedrag": 7, "eerste": 9, "nieuw": True}, 9, 10),
        ({"bedrag": 7, "nieuw": True}, LEEG, 1),
    ],
)
def test_initialisatie(gegeven: dict[str, Any], bedrag: Any, erna: int) -> None:
    model = vast.model(BEGINWET)
    invoer = {("Z", n): w if w is True else Fraction(w) for n, w in gegeven.items()}
    casus = Casus(DAG, Huishouden((("Z", "Zaak"),)), invoer)
    _, uitslag = voer_uit(plan_van(model, DAG), casus)
    naief = Naief(model, casus)
    verwacht = {"bedrag": bedrag, "tweede": erna, "derde": bedrag}
    for naam, waarde in verwacht.items():
        hoort = LEEG if waarde is LEEG else Fraction(waarde)
        assert zelfde(gewoon(uitslag.waarde("Z", naam)), hoort)
        assert zelfde(naief.waarde_van("Z", naam, None), hoort)
