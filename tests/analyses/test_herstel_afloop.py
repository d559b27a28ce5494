"""Amounts that run off: what stays beyond the border, more amounts at one border, more persons at
one border, a rule that goes. Every sum is made by hand from the text of the law above it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.analyses.herstelwet import geval, herstel, klif, maak, reden, uitkomst, wet_van
from wetsanalyse.analyses.herstel import Variant, pas_toe

KOP = """
Regeling Proefwet
    afkorting Pw
    niveau formele wet
    tekst van 1-1-2025

"""


def getal(waarde: Any) -> Any:
    """What no rule gives is nothing."""
    return waarde if isinstance(waarde, Fraction) else 0


# ------------------------------------------------------------------ a rule that goes, at any time

TERMIJN = (
    KOP
    + """\
Objecttype de Burger (mv: Burgers) (bezield)
    de dag van de aanvraag\tDatum in dagen;
    is te laat\tkenmerk (bijvoeglijk);
    de steun\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;

Uitkomst van een Burger
    voordeel de steun van de Burger

Invoerbereik van een Burger
    de dag van de aanvraag: 1-1-2025 t/m 31-12-2026 per 1 dg, modaal 1-3-2025

Regel te laat
    bron artikel 1, Pw
    geldig altijd
        Een Burger is te laat indien zijn dag van de aanvraag later is dan dd. 1-4-2025.

Regel steun
    bron artikel 2, Pw
    geldig altijd
        De steun van een Burger moet gesteld worden op 3650 €/jr
        indien hij niet te laat is.
"""
)


def steun(wet: Any, aanvraag: str, dag: str = "2025-07-01") -> Any:
    casus = geval(wet, ("Burger", {"dag van de aanvraag": aanvraag}, []), dag=dag)
    return uitkomst(wet, casus)["steun van A"]


@pytest.mark.parametrize(
    ("aanvraag", "zonder", "na"),
    [
        ("2025-04-01", 3650, 3650),
        ("2025-04-02", 0, 3640),  # one day of 365 is 10
        ("2025-04-11", 0, 3550),
        ("2026-03-31", 0, 10),  # 364 days
        ("2026-04-01", 0, 0),
        ("2026-06-01", 0, 0),
    ],
)
def test_wie_te_laat_is_mist_de_dagen(aanvraag: str, zonder: int, na: int) -> None:
    wet = wet_van(TERMIJN)
    b = klif(wet, geval(wet, ("Burger", {"dag van de aanvraag": "2025-03-01"}, [])),
             "dag van de aanvraag")  # fmt: skip
    nieuw = herstel(wet, b, "tijdsevenredig")
    assert getal(steun(wet, aanvraag)) == zonder
    assert steun(nieuw, aanvraag) == na


def test_een_regel_die_vervalt_eindigt_voor_het_jaar_van_de_bevinding() -> None:
    """The rule about being late has nothing left to say; before 2025 it still holds."""
    wet = wet_van(TERMIJN)
    b = klif(wet, geval(wet, ("Burger", {"dag van de aanvraag": "2025-03-01"}, [])),
             "dag van de aanvraag")  # fmt: skip
    variant = maak(wet, b, "tijdsevenredig")
    assert isinstance(variant, Variant)
    assert "geldig t/m 2024" in variant.tekst
    assert "geldig vanaf 2025" in variant.tekst
    assert "aantal dagen over de grens" in variant.tekst
    nieuw = pas_toe(wet, variant.tekst).value
    for dag, na in (("2024-12-31", False), ("2025-01-01", True)):
        assert (steun(nieuw, "2025-04-02", dag) == 3640) is na


# ------------------------------------------------------------------ two amounts at one border

TWEE = (
    KOP
    + """\
Objecttype de Burger (mv: Burgers) (bezield)
    het vermogen\tNumeriek (niet-negatief geheel getal) met eenheid €;
    is rijk\tkenmerk (bijvoeglijk);
    de toeslag\tNumeriek (niet-negatief getal) met eenheid €/mnd;
    de bijdrage\tNumeriek (niet-negatief getal) met eenheid €/jr;

Uitkomst van een Burger
    voordeel de toeslag van de Burger
    voordeel de bijdrage van de Burger

Invoerbereik van een Burger
    het vermogen: 0 € t/m 60000 € per 1 €, modaal 2000 €

Regel rijk
    bron artikel 1, Pw
    geldig vanaf 2025
        Een Burger is rijk indien zijn vermogen groter is dan 10000 €.

Regel toeslag
    bron artikel 2, Pw
    geldig vanaf 2025
        De toeslag van een Burger moet gesteld worden op 100 €/mnd indien hij niet rijk is.

Regel bijdrage
    bron artikel 3, Pw
    geldig vanaf 2025
        De bijdrage van een Burger moet gesteld worden op 600 €/jr indien hij niet rijk is.
"""
)


def met_vermogen(wet: Any, vermogen: int) -> tuple[Any, Any]:
    uit = uitkomst(wet, geval(wet, ("Burger", {"vermogen": str(vermogen)}, [])))
    return uit["toeslag van A"], uit["bijdrage van A"]


@pytest.mark.parametrize(
    ("vermogen", "kap", "afbouw"),
    [
        # 100 a month and 600 a year are 1800 in all.
        (10000, (100, 600), (100, 600)),
        (10018, (99, 594), (Fraction(999, 10), Fraction(5994, 10))),  # 1 %, and a tenth of that
        (10900, (50, 300), (95, 570)),  # a half, and 5 %
        (11800, (0, 0), (90, 540)),
        (11801, (0, 0), (100 * (1 - Fraction(1801, 18000)), 600 * (1 - Fraction(1801, 18000)))),
        (28000, (0, 0), (0, 0)),
        (40000, (0, 0), (0, 0)),
    ],
)
def test_elk_bedrag_verliest_naar_rato(vermogen: int, kap: Any, afbouw: Any) -> None:
    wet = wet_van(TWEE)
    b = klif(wet, geval(wet, ("Burger", {"vermogen": "2000"}, [])), "vermogen")
    assert met_vermogen(herstel(wet, b, "kap"), vermogen) == kap
    assert met_vermogen(herstel(wet, b, "afbouw"), vermogen) == afbouw


# ------------------------------------------------------------------ a claim and a debt

BEURS = (
    KOP
    + """\
Objecttype de Student (mv: Studenten) (bezield)
    de dag van het diploma\tDatum in dagen;
    is ingeschreven\tkenmerk (bijvoeglijk);
    is op tijd\tkenmerk (bijvoeglijk);
    de gift\tNumeriek (niet-negatief geheel getal) met eenheid €;
    de schuld\tNumeriek (niet-negatief geheel getal) met eenheid €;

Uitkomst van een Student
    voordeel de gift van de Student
    nadeel de schuld van de Student

Invoerbereik van een Student
    de dag van het diploma: 1-1-2024 t/m 31-12-2025 per 1 dg, modaal 1-6-2024

Regel op tijd
    bron artikel 1, Pw
    geldig vanaf 2024
        Een Student is op tijd
        indien hij aan alle volgende voorwaarden voldoet:
            - hij is ingeschreven
            - zijn dag van het diploma is eerder of gelijk aan dd. 1-9-2024.

Regel gift
    bron artikel 2, Pw
    geldig vanaf 2024
        De gift van een Student moet gesteld worden op 7300 € indien hij op tijd is.

Regel schuld
    bron artikel 3, Pw
    geldig vanaf 2024
        De schuld van een Student moet gesteld worden op 7300 € indien hij niet op tijd is.
"""
)


def beurs(wet: Any, diploma: str, kenmerken: list[str]) -> tuple[Any, Any]:
    uit = uitkomst(wet, geval(wet, ("Student", {"dag van het diploma": diploma}, kenmerken)))
    return getal(uit["gift van A"]), getal(uit["schuld van A"])


@pytest.mark.parametrize(
    ("diploma", "kenmerken", "na"),
    [
        ("2024-09-01", ["ingeschreven"], (7300, 0)),
        ("2024-09-02", ["ingeschreven"], (7280, 20)),  # one day of 365 is 20
        ("2024-09-11", ["ingeschreven"], (7100, 200)),
        ("2025-09-01", ["ingeschreven"], (0, 7300)),
        ("2025-12-31", ["ingeschreven"], (0, 7300)),
        # Who is not enrolled is not in time for another reason: nothing changes.
        ("2024-06-01", [], (0, 7300)),
    ],
)
def test_een_aanspraak_loopt_af_en_een_schuld_loopt_op(
    diploma: str, kenmerken: list[str], na: Any
) -> None:
    wet = wet_van(BEURS)
    b = klif(
        wet,
        geval(wet, ("Student", {"dag van het diploma": "2024-06-01"}, ["ingeschreven"])),
        "dag van het diploma",
    )
    assert beurs(herstel(wet, b, "tijdsevenredig"), diploma, kenmerken) == na


# ------------------------------------------------------------------ what there is in any case

TRAP = (
    KOP
    + """\
Objecttype de Burger (mv: Burgers) (bezield)
    het inkomen\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;
    is alleenstaand\tkenmerk (bijvoeglijk);
    de toeslag\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;

Uitkomst van een Burger
    {telt} de toeslag van de Burger

Invoerbereik van een Burger
    het inkomen: 0 €/jr t/m 60000 €/jr per 1 €/jr, modaal 15000 €/jr

Regel voor de grens
    bron artikel 1, Pw
    geldig altijd
        De toeslag van een Burger moet gesteld worden op {voor} €/jr
        indien zijn inkomen kleiner of gelijk is aan 20000 €/jr.

Regel over de grens alleen
    bron artikel 1, Pw
    geldig altijd
        De toeslag van een Burger moet gesteld worden op {na} €/jr
        indien hij aan alle volgende voorwaarden voldoet:
            - zijn inkomen is groter dan 20000 €/jr
            - hij is alleenstaand.

Regel over de grens samen
    bron artikel 1, Pw
    geldig altijd
        De toeslag van een Burger moet gesteld worden op {samen} €/jr
        indien hij aan alle volgende voorwaarden voldoet:
            - zijn inkomen is groter dan 20000 €/jr
            - hij is niet alleenstaand.
"""
)
LAGER = TRAP.format(telt="voordeel", voor=1000, na=400, samen=200)
HOGER = TRAP.format(telt="nadeel", voor=100, na=700, samen=900)


@pytest.mark.parametrize(
    ("tekst", "inkomen", "alleen", "zonder", "kap"),
    [
        (LAGER, 20000, True, 1000, 1000),
        (LAGER, 20001, True, 400, 999),
        (LAGER, 20599, True, 400, 401),
        (LAGER, 20600, True, 400, 400),
        (LAGER, 50000, True, 400, 400),
        (LAGER, 20799, False, 200, 201),
        (LAGER, 50000, False, 200, 200),
        (HOGER, 15000, True, 100, 100),
        (HOGER, 20000, True, 100, 100),
        (HOGER, 20001, True, 700, 101),
        (HOGER, 20599, True, 700, 699),
        (HOGER, 20601, True, 700, 700),
        (HOGER, 20799, False, 900, 899),
        (HOGER, 50000, False, 900, 900),
    ],
)
def test_ver_over_de_grens_blijft_het_zoals_het_was(
    tekst: str, inkomen: int, alleen: bool, zonder: int, kap: int
) -> None:
    wet = wet_van(tekst)
    kenmerken = ["alleenstaand"] * alleen
    start = geval(wet, ("Burger", {"inkomen": "15000"}, ["alleenstaand"]))
    nieuw = herstel(wet, klif(wet, start, "inkomen"), "kap")
    casus = geval(wet, ("Burger", {"inkomen": str(inkomen)}, kenmerken))
    assert uitkomst(wet, casus)["toeslag van A"] == zonder
    assert uitkomst(nieuw, casus)["toeslag van A"] == kap


# ------------------------------------------------------------------ a burden with another cause

LENING = (
    KOP
    + """\
Objecttype de Burger (mv: Burgers) (bezield)
    het inkomen\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;
    is uitgesloten\tkenmerk (bijvoeglijk);
    is te rijk\tkenmerk (bijvoeglijk);
    de terugbetaling\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;
    de boete\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;

Uitkomst van een Burger
    nadeel de terugbetaling van de Burger
    nadeel de boete van de Burger

Invoerbereik van een Burger
    het inkomen: 0 €/jr t/m 60000 €/jr per 1 €/jr, modaal 15000 €/jr

Regel te rijk
    bron artikel 1, Pw
    geldig altijd
        Een Burger is te rijk indien zijn inkomen groter is dan 20000 €/jr.

Regel terugbetaling
    bron artikel 2, Pw
    geldig altijd
        De terugbetaling van een Burger moet gesteld worden op 3000 €/jr
        indien hij aan ten minste één van de volgende voorwaarden voldoet:
            - hij is te rijk
            - hij is uitgesloten.

Beslistabel boete
    bron artikel 3, Pw
    geldig altijd
|   | de boete van een Burger moet gesteld worden op | indien hij te rijk is |
|---|---|---|
| 1 | 1000 €/jr | waar |
| 2 | 0 €/jr | onwaar |
"""
)


VRIJ = LENING.replace(
    "    is uitgesloten", "    is vrijgesteld\tkenmerk (bijvoeglijk);\n    is uitgesloten"
).replace(
    "indien zijn inkomen groter is dan 20000 €/jr.",
    """indien hij aan alle volgende voorwaarden voldoet:
            - zijn inkomen is groter of gelijk aan 20000 €/jr
            - hij is niet vrijgesteld.""",
)


@pytest.mark.parametrize(
    ("inkomen", "kenmerken", "na"),
    [
        (19999, [], (0, 0)),
        (20000, [], (0, 0)),  # on the border: 4000 without the repair
        (20400, [], (300, 100)),
        (24000, [], (3000, 1000)),
        (24000, ["vrijgesteld"], (0, 0)),
        (24000, ["vrijgesteld", "uitgesloten"], (3000, 0)),
        (20000, ["uitgesloten"], (3000, 0)),
    ],
)
def test_twee_lasten_op_de_grens_zelf(inkomen: int, kenmerken: list[str], na: Any) -> None:
    wet = wet_van(VRIJ)
    b = klif(wet, geval(wet, ("Burger", {"inkomen": "15000"}, [])), "inkomen")
    casus = geval(wet, ("Burger", {"inkomen": str(inkomen)}, kenmerken))
    uit = uitkomst(herstel(wet, b, "kap"), casus)
    assert tuple(getal(uit[f"{n} van A"]) for n in ("terugbetaling", "boete")) == na


@pytest.mark.parametrize(
    ("inkomen", "kenmerken", "na"),
    [
        (20000, [], (0, 0)),
        (20400, [], (300, 100)),  # 400 over, three quarters and one quarter
        (24000, [], (3000, 1000)),
        (50000, [], (3000, 1000)),
        # Who is excluded pays back 3000 in any case; only the fine runs up.
        (20000, ["uitgesloten"], (3000, 0)),
        (20400, ["uitgesloten"], (3000, 400)),
        (21000, ["uitgesloten"], (3000, 1000)),
        (50000, ["uitgesloten"], (3000, 1000)),
    ],
)
def test_een_boete_uit_een_tabel_en_een_terugbetaling_lopen_samen_op(
    inkomen: int, kenmerken: list[str], na: Any
) -> None:
    wet = wet_van(LENING)
    b = klif(wet, geval(wet, ("Burger", {"inkomen": "15000"}, [])), "inkomen")
    casus = geval(wet, ("Burger", {"inkomen": str(inkomen)}, kenmerken))
    uit = uitkomst(herstel(wet, b, "kap"), casus)
    assert tuple(getal(uit[f"{n} van A"]) for n in ("terugbetaling", "boete")) == na


# ------------------------------------------------------------------ a person and his partner

SAMEN = (
    KOP
    + """\
Objecttype de Burger (mv: Burgers) (bezield)
    het inkomen\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;
    het gezamenlijke inkomen\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;
    het recht\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;
    de uitkering\tNumeriek (niet-negatief getal) met eenheid €/jr;

{feit}

Uitkomst van een Burger
    voordeel de uitkering van de Burger

Invoerbereik van een Burger
    het inkomen: 0 €/jr t/m 60000 €/jr per 1 €/jr, modaal 15000 €/jr
    het recht: 0 €/jr t/m 9000 €/jr per 1 €/jr, modaal 600 €/jr

Regel gezamenlijk inkomen
    bron artikel 1, Pw
    geldig vanaf 2025
        Het gezamenlijke inkomen van een Burger moet berekend worden als
        {som}.

Regel uitkering
    bron artikel 2, Pw
    geldig vanaf 2025
        De uitkering van een Burger moet gesteld worden op zijn recht
        indien zijn gezamenlijke inkomen kleiner of gelijk is aan 30000 €/jr.
"""
)
PARTNERS = SAMEN.format(
    feit="""Wederkerig feittype partnerschap
    de partner (mv: partners)\tBurger
één partner is partner van één partner""",
    som="zijn inkomen plus het inkomen van zijn partner",
)


def paar(wet: Any, inkomen: int, recht: tuple[int, ...]) -> Any:
    personen: list[tuple[str, dict[str, str], list[str]]] = [
        ("Burger", {"inkomen": str(inkomen if not n else 10000), "recht": str(r)}, [])
        for n, r in enumerate(recht)
    ]
    feiten = (
        [{"feittype": "partnerschap", "rollen": {"partner": ["A", "B"]}}] if len(recht) > 1 else []
    )
    return geval(wet, *personen, feiten=feiten)


@pytest.mark.parametrize(
    ("inkomen", "recht", "na"),
    [
        (20000, (600, 1200), (600, 1200)),
        (20180, (600, 1200), (540, 1080)),  # 180 of 1800 is a tenth
        (21799, (600, 1200), (Fraction(1, 3), Fraction(2, 3))),
        (21800, (600, 1200), (0, 0)),
        (40000, (600, 1200), (0, 0)),
        (30180, (600,), (420,)),
        (30600, (600,), (0,)),
    ],
)
def test_partners_verliezen_samen_wat_zij_over_de_grens_zijn(
    inkomen: int, recht: tuple[int, ...], na: Any
) -> None:
    wet = wet_van(PARTNERS)
    b = klif(wet, paar(wet, 15000, (600, 1200)), "inkomen")
    uit = uitkomst(herstel(wet, b, "kap"), paar(wet, inkomen, recht))
    assert tuple(uit[f"uitkering van {n}"] for n in "AB"[: len(recht)]) == na


BETER = TWEE.replace("600 €/jr", "900 €/jr").replace(
    "100 €/mnd indien hij niet rijk is", "10 €/mnd indien hij rijk is"
)


def test_een_bedrag_dat_juist_beter_wordt_loopt_niet_af() -> None:
    wet = wet_van(BETER)
    b = klif(wet, geval(wet, ("Burger", {"vermogen": "2000"}, [])), "vermogen")
    assert "“toeslag” wordt bij deze grens juist beter" in reden(wet, b, "kap")


# ------------------------------------------------------------------ days, and whose they are

STRIKT = TERMIJN.replace("later is dan dd. 1-4-2025", "later of gelijk is aan dd. 2-4-2025")


@pytest.mark.parametrize(
    ("tekst", "aanvraag", "na"),
    [
        (TERMIJN, "2025-04-01", 3650),
        (TERMIJN, "2025-04-02", 3640),
        (STRIKT, "2025-04-01", 3650),
        (STRIKT, "2025-04-02", 3640),
        (STRIKT, "2026-04-01", 0),
    ],
)
def test_de_eerste_dag_te_laat_kost_een_dag_hoe_de_grens_ook_is_geschreven(
    tekst: str, aanvraag: str, na: int
) -> None:
    wet = wet_van(tekst)
    b = klif(wet, geval(wet, ("Burger", {"dag van de aanvraag": "2025-03-01"}, [])),
             "dag van de aanvraag")  # fmt: skip
    assert steun(herstel(wet, b, "tijdsevenredig"), aanvraag) == na


@pytest.mark.parametrize(
    ("aanvraag", "na"),
    [
        # The warning goes out on 2 April; two weeks later is 16 April.
        ("2025-04-01", 3650),
        ("2025-04-02", 3650),
        ("2025-04-16", 3650),
        ("2025-04-17", 0),
    ],
)
def test_wie_te_laat_is_wordt_eerst_gewaarschuwd(aanvraag: str, na: int) -> None:
    """The law says who is too late; not who is in time."""
    wet = wet_van(TERMIJN)
    b = klif(wet, geval(wet, ("Burger", {"dag van de aanvraag": "2025-03-01"}, [])),
             "dag van de aanvraag")  # fmt: skip
    assert getal(steun(herstel(wet, b, "wachttijd"), aanvraag)) == na


EIGEN_DAG = """
Gebeurtenis aanvragen
    soort handeling van de burger
    verandert de dag van de aanvraag van een Burger
"""


@pytest.mark.parametrize(("tekst", "bekend"), [(TERMIJN, False), (TERMIJN + EIGEN_DAG, True)])
@pytest.mark.parametrize("sjabloon", ["wachttijd", "verschoonbaar"])
def test_een_waarschuwing_helpt_alleen_wie_de_dag_in_de_hand_heeft(
    tekst: str, bekend: bool, sjabloon: str
) -> None:
    wet = wet_van(tekst)
    b = klif(wet, geval(wet, ("Burger", {"dag van de aanvraag": "2025-03-01"}, [])),
             "dag van de aanvraag")  # fmt: skip
    variant = maak(wet, b, sjabloon)
    assert isinstance(variant, Variant)
    assert any("de dag zelf in de hand" in zin for zin in variant.opmerkingen) is not bekend


# ------------------------------------------------------------------ a second rule at the same place

DUBBEL = TWEE.replace(
    "indien hij niet rijk is.\n\nRegel bijdrage",
    "indien zijn vermogen kleiner of gelijk is aan 10000 €.\n\nRegel bijdrage",
)


def test_een_tweede_regel_op_dezelfde_plaats_blijft_en_dat_staat_erbij() -> None:
    wet = wet_van(DUBBEL)
    b = klif(wet, geval(wet, ("Burger", {"vermogen": "2000"}, [])), "vermogen")
    variant = maak(wet, b, "kap")
    assert isinstance(variant, Variant)
    assert sum("die regel blijft zoals hij is" in zin for zin in variant.opmerkingen) == 1
    eerst = maak(
        wet_van(TWEE),
        klif(wet_van(TWEE), geval(wet_van(TWEE), ("Burger", {"vermogen": "2000"}, [])), "vermogen"),
        "kap",
    )
    assert isinstance(eerst, Variant)
    assert eerst.opmerkingen == ()


def test_het_nieuwe_bedrag_is_hetzelfde_besluit_met_het_artikel_van_de_grens() -> None:
    """The recovery stays a recovery, with its remedy, in the article that sets the border."""
    tekst = LENING.replace(
        "    bron artikel 2, Pw\n",
        "    bron artikel 2, Pw\n    stap terugvordering\n    rechtsmiddel bezwaar en beroep\n",
    )
    wet = wet_van(tekst)
    variant = maak(
        wet, klif(wet, geval(wet, ("Burger", {"inkomen": "15000"}, [])), "inkomen"), "kap"
    )
    assert isinstance(variant, Variant)
    _, _, slot = variant.tekst.partition("Regel terugbetaling met afloop")
    kop = slot.partition("geldig")[0]
    assert "bron artikel 1, Pw" in kop
    assert "stap terugvordering" in kop
    assert "rechtsmiddel bezwaar en beroep" in kop


# ------------------------------------------------------------------ a border that holds for a time

IN_DE_TIJD = (
    KOP
    + """\
Objecttype de Burger (mv: Burgers) (bezield)
    het loon\tNumeriek (niet-negatief geheel getal) met eenheid €/mnd voor elke maand;
    de toeslag\tNumeriek (niet-negatief geheel getal) met eenheid €/mnd voor elke maand;

Uitkomst van een Burger
    voordeel de toeslag van de Burger
    venster 12 mnd

Invoerbereik van een Burger
    het loon: 0 €/mnd t/m 3000 €/mnd per 1 €/mnd, modaal 200 €/mnd

Regel toeslag
    bron artikel 1, Pw
    geldig vanaf 2025
        De toeslag van een Burger moet gesteld worden op 150 €/mnd
        gedurende de tijd dat zijn loon kleiner of gelijk is aan 300 €/mnd.
"""
)


@pytest.mark.parametrize("sjabloon", ["kap", "marge"])
def test_een_grens_in_de_tijd_zegt_waarom_niet(sjabloon: str) -> None:
    wet = wet_van(IN_DE_TIJD)
    b = klif(wet, geval(wet, ("Burger", {"loon": "200"}, [])), "loon")
    assert "geldt per tijdvak" in reden(wet, b, sjabloon)


# ------------------------------------------------------------------ the border itself, and a band

SCHULD = (
    KOP
    + """\
Objecttype de Burger (mv: Burgers) (bezield)
    de schuld\tNumeriek (niet-negatief geheel getal) met eenheid €;
    is aangemeld\tkenmerk (bijvoeglijk);
    de opslag\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;

Uitkomst van een Burger
    nadeel de opslag van de Burger

Invoerbereik van een Burger
    de schuld: 0 € t/m 9000 € per 1 €, modaal 100 €

Regel aangemeld
    bron artikel 1, Pw
    geldig vanaf 2025
        Een Burger is aangemeld indien zijn schuld {woord} is aan {grens} €.

Regel opslag
    bron artikel 2, Pw
    geldig vanaf 2025
        De opslag van een Burger moet gesteld worden op 1500 €/jr indien hij aangemeld is.
"""
)


@pytest.mark.parametrize(
    ("sjabloon", "schuld", "na"),
    [
        ("kap", 599, 0),
        ("kap", 600, 0),  # on the border: nothing over it yet
        ("kap", 601, 1),
        ("kap", 2099, 1499),
        ("kap", 2101, 1500),
        ("afbouw", 600, 0),
        ("afbouw", 610, 1),
        ("tolerantie", 600, 0),
        ("tolerantie", 660, 0),  # 10 % of 600
        ("tolerantie", 661, 1),
        ("tolerantie", 8000, 1500),
    ],
)
def test_wie_op_de_grens_staat_of_binnen_de_tolerantie_betaalt_nog_niets(
    sjabloon: str, schuld: int, na: int
) -> None:
    wet = wet_van(SCHULD.format(woord="groter of gelijk", grens=600))
    b = klif(wet, geval(wet, ("Burger", {"schuld": "100"}, [])), "schuld")
    casus = geval(wet, ("Burger", {"schuld": str(schuld)}, []))
    assert getal(uitkomst(herstel(wet, b, sjabloon), casus)["opslag van A"]) == na
    zonder = getal(uitkomst(wet, casus)["opslag van A"])
    assert zonder == (1500 if schuld >= 600 else 0)
