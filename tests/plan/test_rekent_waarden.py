"""Literals and types, computed: what is written is exactly what comes out. [0.2, 1.4, 1.5]"""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from tests.model import hulp, taal
from tests.model.taal import regel
from tests.plan.proef import LEEG, foutcode, uitslag, waarde
from wetsanalyse.model.casus import lees_json, tabel_van
from wetsanalyse.model.tabel import Tabel
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.run.exact import Uitslag, reken
from wetsanalyse.run.scenarios import geval
from wetsanalyse.text import Source


def wordt(doel: str, uitdrukking: str, *meer: str) -> Any:
    """The value of ``doel`` of A when a rule sets it."""
    zin = regel(f"{doel} van een Aanvrager moet gesteld worden op {uitdrukking}.")
    naam = doel.removeprefix("De ").removeprefix("Het ").lower()
    return waarde("A", naam, zin, *meer)


@cache
def wereld(*teksten: str) -> tuple[Tabel, Plan]:
    model, meldingen, ontleding = hulp.lees(taal.BASIS, *teksten)
    assert not [m.bericht for m in meldingen if m.is_fout]
    return tabel_van(model, ontleding.lexicon), lower(model, date(2025, 6, 1))


def uit_json(attributen: dict[str, Any], *teksten: str) -> Uitslag | list[str]:
    """A is given in JSON, as a user does: the outcome, or the codes of what is refused."""
    tabel, plan = wereld(*teksten)
    objecten = [{"naam": "A", "type": "Aanvrager", "attributen": attributen}]
    tekst = json.dumps({"rekendatum": "2025-06-01", "objecten": objecten})
    gelezen = lees_json(Source("geval.json", tekst), tabel)
    if gelezen.value is None:
        return [m.code for m in gelezen.diagnostics]
    return reken(ground(plan, gelezen.value.huishouden), geval(plan, gelezen.value))


def met_json(attributen: dict[str, Any], uitkomst: str, *teksten: str) -> Any:
    uit = uit_json(attributen, *teksten)
    assert isinstance(uit, Uitslag), uit
    return uit.waarde("A", uitkomst)


# ------------------------------------------------------------------ literals [0.2]


@pytest.mark.constructie("R-007", "R-008", "R-009", "R-010", stap="rekent")
@pytest.mark.parametrize(
    ("geschreven", "getal"),
    [
        ("15", 15),
        ("-3", -3),
        ("-3 plus 5", 2),
        ("5 min -3", 8),
        ("2,5", Fraction(5, 2)),
        ("0,50", Fraction(1, 2)),
        ("-0,05", Fraction(-1, 20)),
        # A tenth is a tenth: ten of them are 1.
        ("0,1 maal 10 min 1", 0),
        ("1/3", Fraction(1, 3)),
        ("-2/6", Fraction(-1, 3)),
        ("1/3 maal 3", 1),
        ("2_1/11", Fraction(23, 11)),
        # Of a number under zero the fraction is under zero too.
        ("-2_1/11", Fraction(-23, 11)),
        ("2_1/11 min 1/11", 2),
    ],
)
def test_een_getal_is_exact(geschreven: str, getal: Fraction | int) -> None:
    assert wordt("Het deel", geschreven) == getal


@pytest.mark.constructie("R-011", "R-012", "R-013", stap="rekent")
@pytest.mark.parametrize(
    ("doel", "geschreven", "getal"),
    [
        ("Het aandeel", "21%", Fraction(21, 100)),
        ("Het aandeel", "-0,5%", Fraction(-1, 200)),
        ("Het aandeel", "150%", Fraction(3, 2)),
        ("De schuld", "21% van 300 €", 63),
        ("De leeftijd", "42 jr", 42),
        ("De leeftijd", "504 maanden", 42),
        ("De schuld", "2500 €", 2500),
        ("Het inkomen", "15 €/jr", 15),
        ("Het inkomen", "15 €/mnd", 180),
        ("De schuld", "15 €/mnd maal 4 mnd", 60),
        ("De schuld", "1/3 €/mnd maal 1 jr", 4),
    ],
)
def test_een_percentage_of_een_eenheid(doel: str, geschreven: str, getal: Any) -> None:
    assert wordt(doel, geschreven) == getal


@pytest.mark.constructie("R-014", "R-015", stap="rekent")
@pytest.mark.parametrize(
    ("geschreven", "verwacht"),
    [
        ("dd. 1-7-2024", date(2024, 7, 1)),
        ("dd. 29-2-2024", date(2024, 2, 29)),
        ("dd. 28-2-2024 plus 1 dg", date(2024, 2, 29)),
        ("dd. 28-2-2025 plus 1 dg", date(2025, 3, 1)),
        ("1-7-2024", date(2024, 7, 1)),
        # The day stands first, with or without a nought.
        ("01-07-2024", date(2024, 7, 1)),
        ("dd. 07-01-2024", date(2024, 1, 7)),
    ],
)
def test_een_datum_is_die_dag(geschreven: str, verwacht: date) -> None:
    assert wordt("De ingangsdatum", geschreven) == verwacht.toordinal()


@pytest.mark.constructie("R-017", "R-044", stap="rekent")
def test_waar_en_onwaar_zijn_iets_anders_dan_leeg() -> None:
    assert wordt("Inwonend bij ouders", "waar") is True
    assert wordt("Inwonend bij ouders", "onwaar") is False
    for gevraagd, tellingen in (("waar", [1, LEEG, LEEG]), ("onwaar", [LEEG, 1, LEEG])):
        zin = regel(
            "De telling van een Aanvrager moet gesteld worden op 1 "
            f"indien zijn inwonend bij ouders gelijk is aan {gevraagd}."
        )
        invoeren = [{("A", "inwonend bij ouders"): w} for w in (True, False)] + [{}]
        assert [waarde("A", "telling", zin, invoer=i) for i in invoeren] == tellingen


@pytest.mark.constructie("R-018", "R-043", stap="rekent")
@pytest.mark.parametrize(
    ("geschreven", "verwacht"),
    [('"Straat 1, 2e"', "Straat 1, 2e"), ("“Straat 1”", "Straat 1"), ('"007"', "007"), ('""', "")],
)
def test_een_tekst_blijft_zoals_hij_is(geschreven: str, verwacht: str) -> None:
    assert wordt("Het nummer", geschreven) == verwacht


@pytest.mark.constructie("R-018", "R-043", stap="rekent")
def test_een_tekst_is_alleen_gelijk_aan_zichzelf() -> None:
    zin = regel(
        "De telling van een Aanvrager moet gesteld worden op 1 "
        'indien zijn nummer gelijk is aan "a07".'
    )
    gegeven = {"a07": 1, "A07": LEEG, "a7": LEEG, "a07 ": LEEG}
    for tekst, telling in gegeven.items():
        assert waarde("A", "telling", zin, invoer={("A", "nummer"): tekst}) == telling


@pytest.mark.constructie("R-018", "R-047", stap="rekent")
@pytest.mark.parametrize("vorm", ["'samen'", "‘samen’"])
def test_een_waarde_van_een_lijst(vorm: str) -> None:
    assert wordt("De leefvorm", vorm) == "samen"
    zin = regel(
        "De telling van een Aanvrager moet gesteld worden op 1 "
        f"indien zijn leefvorm gelijk is aan {vorm}."
    )
    gevonden = [
        waarde("A", "telling", zin, invoer={("A", "leefvorm"): leefvorm})
        for leefvorm in ("alleen", "samen", "gezin")
    ]
    assert gevonden == [LEEG, 1, LEEG]


# ------------------------------------------------------------------ types [1.4]

TYPEN = """
Domein Uren is van het type Numeriek (niet-negatief getal met 1 decimalen) met eenheid u
Extensie van objecttype de Aanvrager
    het hele getal	Numeriek (geheel getal);
    het hele percentage	Percentage (geheel getal);
    het grote getal	Numeriek (positief geheel getal);
    het kleine getal	Numeriek (negatief getal);
    de reistijd	Uren;
    de opvang	Uren met eenheid u/wk;
    de vrije dagen	Numeriek (getal) met eenheid /jr;
    de vrije dagen per maand	Numeriek (getal) met eenheid 1/mnd;
    de groei	Numeriek (getal) met eenheid €/jr^2;
    het honderdste	Numeriek (getal met 2 decimalen);
    de spaarrente	Percentage (getal met 1 decimalen) met eenheid %/jr;
    de opbrengst	Numeriek (getal) met eenheid €/jr;
    de opbrengst per maand	Numeriek (getal) met eenheid €/mnd;
"""


@pytest.mark.constructie("R-034", "R-035", "R-041", "R-046", stap="rekent")
@pytest.mark.parametrize(
    ("attribuut", "goed", "getal", "mis"),
    [
        ("hele getal", "-3", -3, "-3,5"),
        ("honderdste", "12,34", Fraction(617, 50), "12,345"),
        ("aandeel", "12,34%", Fraction(617, 5000), "12,345%"),
        ("hele percentage", "12%", Fraction(3, 25), "12,5%"),
        # The domain says one decimal and not under zero, also with another unit.
        ("reistijd", "1,5", Fraction(3, 2), "1,55"),
        ("opvang", "0", 0, "-0,5"),
        ("grote getal", "1", 1, "0"),
        ("kleine getal", "-1/7", Fraction(-1, 7), "0"),
        ("spaarrente", "0,5%", Fraction(1, 200), "0,55%"),
    ],
)
def test_invoer_moet_in_het_type_passen(attribuut: str, goed: str, getal: Any, mis: str) -> None:
    assert met_json({attribuut: goed}, attribuut, TYPEN) == getal
    assert uit_json({attribuut: mis}, TYPEN) == ["JS-WAARDE"]


@pytest.mark.constructie("R-048", "R-047", stap="rekent")
def test_invoer_moet_op_de_lijst_staan() -> None:
    zin = regel('Het nummer van een Aanvrager moet gesteld worden op "vorm «zijn leefvorm»".')
    for vorm in ("alleen", "samen", "gezin"):
        assert met_json({"leefvorm": vorm}, "nummer", zin) == f"vorm {vorm}"
    # 'huur' is on another list.
    for vorm in ("huur", "Samen", ""):
        assert uit_json({"leefvorm": vorm}, zin) == ["JS-WAARDE"]


@pytest.mark.constructie("R-034", "R-036", stap="rekent")
def test_alleen_een_getal_zonder_grens_is_een_breuk() -> None:
    zin = regel(
        "Het deel van een Aanvrager moet berekend worden als zijn hele getal gedeeld door 7."
    )
    assert met_json({"hele getal": "22"}, "deel", TYPEN, zin) == Fraction(22, 7)
    taal.fout(
        "GS-DECIMALEN",
        "De telling van een Aanvrager moet berekend worden als ⟦zijn hele getal gedeeld door 7⟧.",
        TYPEN,
    )
    terug = regel("Het deel van een Aanvrager moet berekend worden als (1 gedeeld door 7) maal 7.")
    assert waarde("A", "deel", terug) == 1


@pytest.mark.constructie("R-037", stap="rekent")
@pytest.mark.parametrize(
    ("doel", "som", "verwacht"),
    [
        # Zero is not positief and not negatief, but it is niet-negatief.
        ("Het grote getal", "zijn hele getal", {"1": 1, "0": "BEREIK", "-1": "BEREIK"}),
        ("Het kleine getal", "zijn hele getal", {"-1": -1, "0": "BEREIK", "1": "BEREIK"}),
        ("De leeftijd", "zijn hele getal maal 1 jr", {"1": 1, "0": 0, "-1": "BEREIK"}),
    ],
)
def test_een_bereik_bij_toekennen(doel: str, som: str, verwacht: dict[str, Any]) -> None:
    zin = regel(f"{doel} van een Aanvrager moet berekend worden als {som}.")
    for gegeven, getal in verwacht.items():
        uit = met_json({"hele getal": gegeven}, doel.split(" ", 1)[1], TYPEN, zin)
        assert (foutcode(uit) if isinstance(getal, str) else uit) == getal


@pytest.mark.constructie("R-038", "R-039", "R-040", "R-042", stap="rekent")
@pytest.mark.parametrize(
    ("doel", "uitdrukking", "getal"),
    [
        # The unit of the type is that of the outcome: 90 minutes are one hour and a half.
        ("De reistijd", "90 minuten", Fraction(3, 2)),
        # … and with the other unit it is hours a week: 3 a day are 21.
        ("De opvang", "3 u/dg", 21),
        ("De vrije dagen", "6 €/jr gedeeld door 2 €", 3),
        ("De vrije dagen per maand", "3 /jr", Fraction(1, 4)),
        ("De groei", "6 €/jr gedeeld door 3 jr", 2),
        # A month in the square: 12 times 12.
        ("De groei", "1 €/mnd^2", 144),
        ("De opbrengst", "5 %/jr van 1000 €", 50),
        ("De opbrengst per maand", "6 %/jr van 1000 €", 5),
        ("De spaarrente", "0,1 %/mnd", Fraction(12, 1000)),
    ],
)
def test_de_eenheid_van_het_type(doel: str, uitdrukking: str, getal: Any) -> None:
    assert wordt(doel, uitdrukking, TYPEN) == getal


@pytest.mark.constructie("R-041", stap="rekent")
def test_een_percentage_rekent_als_een_honderdste() -> None:
    zin = regel(
        "De schuld van een Aanvrager moet berekend worden als zijn aandeel van zijn tegoed."
    )
    assert met_json({"aandeel": "12,5%", "tegoed": "80"}, "schuld", zin) == 10
    erbij = regel("Het hele percentage van een Aanvrager moet berekend worden als 20% plus 1%.")
    assert uitslag(TYPEN, erbij).waarde("A", "hele percentage") == Fraction(21, 100)
