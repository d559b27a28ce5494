"""The why of values over time, of sums over persons, and of what is leeg or cannot be computed.

The law is made up; the expected numbers are worked out by hand beside each test."""

from __future__ import annotations

import io
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from rich.console import Console

from tests.report.keten import plan_van, uitslag
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.opdrachten.reken import berekend
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG, Fout
from wetsanalyse.report.jsonvorm import reken_json
from wetsanalyse.report.opmaak import waarde
from wetsanalyse.report.terminal import toon_reken
from wetsanalyse.report.uitleg import Uitleg, als_json, als_tekst, leg_uit
from wetsanalyse.report.waardevorm import als_waarde
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.run.weergave import toon
from wetsanalyse.text import Source

WET = """\
Regeling Wet huishoudtoelage
    afkorting Wht
    niveau formele wet
    tekst van 1-1-2025
    doel "een proef"

Dimensie het peiljaar, bestaande uit de peiljaren (na het attribuut met voorzetsel van):
    1. vorig jaar
    2. twee jaar terug

Objecttype de Bewoner (mv: Bewoners) (bezield)
    het loon\tNumeriek (getal) met eenheid €/mnd voor elke dag;
    de toelage\tNumeriek (getal) met eenheid €/mnd voor elke dag;
    het jaarbedrag\tNumeriek (getal) met eenheid €;
    het deelbedrag\tNumeriek (getal) met eenheid €/mnd voor elke maand;
    de dagtelling\tNumeriek (getal) met eenheid dg/mnd voor elke maand;
    het zomerbedrag\tNumeriek (getal) met eenheid €/mnd voor elke dag;
    is ingeschreven\tkenmerk (bijvoeglijk) voor elke dag;
    is een hele maand ingeschreven\tkenmerk (bijvoeglijk) voor elke maand;
    het bruto inkomen\tNumeriek (getal) met eenheid €/jr gedimensioneerd met peiljaar;
    het verschil\tNumeriek (getal) met eenheid €/jr;
    de huur\tNumeriek (getal) met eenheid €/mnd;
    de kinderbijslag\tNumeriek (getal) met eenheid €/mnd;
    het aantal jonge kinderen\tNumeriek (geheel getal);
    is een jong gezin\tkenmerk (bijvoeglijk);
    het partnerbedrag\tNumeriek (getal) met eenheid €/mnd;
    de huur per kind\tNumeriek (getal) met eenheid €/mnd;
    de afdracht\tNumeriek (getal) met eenheid €/mnd;

Objecttype het Kind (mv: Kinderen) (bezield)
    de leeftijd (mv: leeftijden)\tNumeriek (geheel getal) met eenheid jr;
    het bedrag (mv: bedragen)\tNumeriek (getal) met eenheid €/mnd;

Feittype gezin
    de ouder\tBewoner
    het kind (mv: kinderen)\tKind
één ouder verzorgt meerdere kinderen

Wederkerig feittype partnerschap
    de partner\tBewoner
één partner woont samen met één partner

Parameter het normbedrag: Numeriek (getal) met eenheid €/mnd
Parameter de leeftijdsgrens: Numeriek (geheel getal) met eenheid jr

Parameterwaarden normen
    geldig vanaf 2024
    het normbedrag is 100 €/mnd
        bron artikel 9 Wht
    de leeftijdsgrens is 12 jr
        bron artikel 10 Wht

Regel toelage
    bron artikel 1 Wht
    geldig vanaf 2025
        De toelage van een Bewoner moet berekend worden als zijn loon plus het normbedrag
        gedurende de tijd dat hij ingeschreven is.

Regel jaarbedrag
    bron artikel 2 Wht
    geldig vanaf 2025
        Het jaarbedrag van een Bewoner moet gesteld worden op (het totaal van zijn toelage).

Regel deelbedrag
    bron artikel 3 Wht
    geldig vanaf 2025
        Het deelbedrag van een Bewoner moet gesteld worden op
        (het tijdsevenredig deel per maand van het normbedrag gedurende de tijd dat hij
        ingeschreven is).

Regel dagtelling
    bron artikel 3 Wht
    geldig vanaf 2025
        De dagtelling van een Bewoner moet gesteld worden op
        het aantal dagen in de maand dat hij ingeschreven is.

Regel hele maand
    bron artikel 3 Wht
    geldig vanaf 2025
        Een Bewoner is een hele maand ingeschreven
        gedurende de tijd dat hij gedurende de gehele maand ingeschreven is.

Regel zomerbedrag
    bron artikel 3 Wht
    geldig vanaf 2025
        Het zomerbedrag van een Bewoner moet gesteld worden op het normbedrag
        van dd. 1-6-2025 tot dd. 1-9-2025.

Regel verschil
    bron artikel 4 Wht
    geldig vanaf 2025
        Het verschil van een Bewoner moet berekend worden als
        zijn bruto inkomen van vorig jaar min zijn bruto inkomen van twee jaar terug.

Regel kinderbijslag
    bron artikel 5 Wht
    geldig vanaf 2025
        De kinderbijslag van een Bewoner moet gesteld worden op
        de som van de bedragen van alle kinderen van de Bewoner.

Regel bedrag
    bron artikel 6 Wht
    geldig vanaf 2025
        Het bedrag van een Kind moet gesteld worden op het normbedrag
        indien zijn leeftijd kleiner is dan de leeftijdsgrens.

Regel jonge kinderen
    bron artikel 7 Wht
    geldig vanaf 2025
        Het aantal jonge kinderen van een Bewoner moet gesteld worden op
        het aantal kinderen van de Bewoner die aan de volgende voorwaarde voldoen:
            • zijn leeftijd is kleiner dan de leeftijdsgrens.

Regel jong gezin
    bron artikel 7 Wht
    geldig vanaf 2025
        Een Bewoner is een jong gezin
        indien alle leeftijden van alle kinderen van de Bewoner kleiner zijn dan de leeftijdsgrens.

Regel partnerbedrag
    bron artikel 8 Wht
    geldig vanaf 2025
        Het partnerbedrag van een Bewoner moet gesteld worden op
        de huur van de partner van de Bewoner.

Regel huur per kind
    bron artikel 8 Wht
    geldig vanaf 2025
        De huur per kind van een Bewoner moet berekend worden als
        zijn huur gedeeld door zijn aantal jonge kinderen.

Regel afdracht
    bron artikel 8 Wht
    geldig vanaf 2025
        De afdracht van een Bewoner moet berekend worden als zijn huur per kind plus zijn huur.
"""
DAG = date(2025, 6, 1)


@cache
def wet() -> Plan:
    return plan_van((Source("wht.regels", WET),), DAG)


def dag(jaar: int, maand: int, nummer: int) -> int:
    return date(jaar, maand, nummer).toordinal()


def stap(*delen: Any) -> Tijdwaarde:
    return Tijdwaarde(
        tuple(delen[1::2]),
        tuple(Fraction(w) if type(w) is int else w for w in delen[0::2]),
    )


INGESCHREVEN = stap(False, dag(2025, 1, 10), True, dag(2025, 3, 1), False)
LOON = stap(None, dag(2025, 1, 1), 150, dag(2025, 2, 1), 160)


def gezin(leeftijden: dict[str, int | None] | None = None, **invoer: Any) -> Casus:
    """A with these children, and B without any."""
    leeftijden = leeftijden or {}
    huis = Huishouden(
        (("A", "Bewoner"), ("B", "Bewoner"), *((k, "Kind") for k in leeftijden)),
        tuple(Feit("gezin", ("A", k)) for k in leeftijden),
    )
    gegeven: dict[tuple[str, str], Any] = {
        (k, "leeftijd"): Fraction(v) for k, v in leeftijden.items() if v is not None
    }
    for naam, ding in invoer.items():
        waarde_ = Fraction(ding) if type(ding) is int else ding
        gegeven["A", naam.replace("_", " ")] = waarde_
    return Casus(DAG, huis, gegeven)


def tijd() -> Casus:
    return gezin(ingeschreven=INGESCHREVEN, loon=LOON)


def loop(casus: Casus) -> Uitslag:
    return uitslag(wet(), casus)


def waarom(
    eigenschap: str, casus: Casus | None = None, wie: str = "A", op: date | None = None
) -> Uitleg:
    return leg_uit(wet(), loop(casus or tijd()), wie, eigenschap, op=op, bundelen=True)


# ------------------------------------------------------------------ a value over time as text


def test_een_waarde_in_de_tijd_als_tekst() -> None:
    fout = Fout("TT-ONBEGRENSD", "Dit heeft geen einde.")
    ding = stap(LEEG, dag(2025, 1, 1), 250, dag(2025, 5, 1), 260, dag(2025, 7, 1), 260,
                dag(2025, 8, 1), fout)  # fmt: skip
    assert waarde(ding, "€/mnd") == (
        "€ 250 per maand van 1-1-2025 tot 1-5-2025; € 260 per maand van 1-5-2025 tot 1-8-2025; "
        "fout TT-ONBEGRENSD: Dit heeft geen einde. vanaf 1-8-2025"
    )
    kort = Tijdwaarde(ding.knips[:2], ding.waarden[:3])
    getal = Type(Soort.NUMERIEK)
    assert toon(kort, getal) == "250 van 1-1-2025 tot 1-5-2025; 260 vanaf 1-5-2025"
    assert waarde(INGESCHREVEN) == "ja van 10-1-2025 tot 1-3-2025"
    # Yes is not the number one: these are two stretches.
    assert toon(stap(True, dag(2025, 1, 1), 1), getal) == "waar tot 1-1-2025; 1 vanaf 1-1-2025"


def test_een_waarde_in_de_tijd_als_json() -> None:
    assert als_waarde(stap(None, dag(2025, 1, 1), 250, dag(2025, 5, 1), LEEG), "€/mnd") == [
        {"van": "2025-01-01", "tot": "2025-05-01", "waarde": "250"}
    ]
    assert als_waarde(stap(True, dag(2025, 1, 1), False)) == [
        {"van": None, "tot": "2025-01-01", "waarde": True},
        {"van": "2025-01-01", "tot": None, "waarde": False},
    ]


def test_reken_zet_perioden_onder_elkaar_en_kent_cellen() -> None:
    casus = gezin(ingeschreven=INGESCHREVEN, loon=LOON)
    gedraaid = loop(casus)
    namen = list(berekend(wet(), casus, gedraaid))
    assert ("A", "toelage") in namen
    assert ("A", "verschil") in namen
    # A cell that no rule sets is input, not an outcome.
    assert not any("bruto inkomen" in naam for _, naam in namen)
    uit = io.StringIO()
    scherm = Console(file=uit, width=100, no_color=True)
    toon_reken(scherm, reken_json(wet(), gedraaid, [("A", "toelage"), ("A", "jaarbedrag")]))
    regels = [" ".join(regel.split()) for regel in uit.getvalue().splitlines()]
    assert "uitkomst periode waarde" in regels
    assert "toelage van A van 10-1-2025 tot 1-2-2025 € 250 per maand" in regels
    assert "van 1-2-2025 tot 1-3-2025 € 260 per maand" in regels


# ------------------------------------------------------------------ why, over time


def test_elke_periode_wordt_uitgelegd_en_gelijke_een_keer() -> None:
    uitleg = waarom("toelage")
    # 150 + 100 until February, 160 + 100 after it; the loan before 10 January does not count.
    assert [(u.wanneer, u.getoond) for u in uitleg.gebruikt] == [
        ("van 10-1-2025 tot 1-2-2025", "€ 250 per maand"),
        ("van 1-2-2025 tot 1-3-2025", "€ 260 per maand"),
        ("tot 10-1-2025 en vanaf 1-3-2025", "geen waarde"),
    ]
    tekst = als_tekst(uitleg)
    assert tekst.startswith(
        "De toelage van A is € 250 per maand van 10-1-2025 tot 1-2-2025; "
        "€ 260 per maand van 1-2-2025 tot 1-3-2025."
    )
    assert "Van 1-2-2025 tot 1-3-2025: de toelage van A is € 260 per maand." in tekst
    assert "160 + 100 = 260" in tekst
    assert tekst.count("artikel 9, Wht, geldig") == 1
    assert "Niet toegepast: regel “toelage” (artikel 1, Wht): A is niet ingeschreven." in tekst


@pytest.mark.parametrize(
    ("op", "zin", "som"),
    [
        (date(2025, 1, 9), "De toelage van A heeft geen waarde.", None),
        (date(2025, 1, 10), "De toelage van A is € 250 per maand.", "150 + 100 = 250"),
        (date(2025, 2, 28), "De toelage van A is € 260 per maand.", "160 + 100 = 260"),
        (date(2025, 3, 1), "De toelage van A heeft geen waarde.", None),
    ],
)
def test_op_een_dag(op: date, zin: str, som: str | None) -> None:
    uitleg = waarom("toelage", op=op)
    assert uitleg.kern == zin
    assert [s.som for s in uitleg.berekening] == ([] if som is None else [som])


def test_het_totaal_per_periode() -> None:
    uitleg = waarom("jaarbedrag")
    # 22 of the 31 days of January at 250, all of February at 260: 250·22/31 + 260.
    assert uitleg.waarde == Fraction(250 * 22, 31) + 260
    assert [s.som for s in uitleg.berekening] == [
        "van 10-1-2025 tot 1-2-2025: 250 × 0,7096… maanden = 177,4193…",
        "van 1-2-2025 tot 1-3-2025: 260 × 1 maand = 260",
        "177,4193… + 260 = 437,4193…",
    ]
    # Below it the value over time is told with its own periods.
    assert uitleg.gebruikt[0].soort == "tijd"
    assert len(uitleg.gebruikt[0].gebruikt) == 3


def test_een_deel_van_een_maand() -> None:
    per_periode = {u.wanneer: [s.som for s in u.berekening] for u in waarom("deelbedrag").gebruikt}
    # January: 10 to 31 January is 22 of 31 days; February whole; no day in any other month.
    assert per_periode == {
        "van 1-1-2025 tot 1-2-2025": ["van 10-1-2025 tot 1-2-2025: 100 × 22 dagen : 31 = 70,9677…"],
        "van 1-2-2025 tot 1-3-2025": ["op alle dagen van deze maand: 100"],
        "tot 1-1-2025 en vanaf 1-3-2025": [
            "op geen enkele dag van deze maand geldt hier een waarde: 0"
        ],
    }


def test_dagen_geteld() -> None:
    uitleg = waarom("dagtelling", op=date(2025, 1, 31))
    assert uitleg.getoond == "22 dagen per maand"
    assert [s.som for s in uitleg.berekening] == [
        "van 10-1-2025 tot 1-2-2025: 22 van de 31 dagen van deze maand"
    ]
    assert "A is ingeschreven van 10-1-2025 tot 1-3-2025. Dat is opgegeven." in als_tekst(uitleg)


def test_de_hele_maand() -> None:
    februari = waarom("een hele maand ingeschreven", op=date(2025, 2, 1))
    assert februari.waarde is True
    assert [t.zin for t in februari.omdat] == ["dat is zo op alle dagen van deze maand"]
    januari = waarom("een hele maand ingeschreven", op=date(2025, 1, 31))
    assert januari.waarde is False
    assert [t.zin for n in januari.niet for t in n.toetsen] == [
        "dat is zo van 10-1-2025 tot 1-2-2025: 22 van de 31 dagen van deze maand"
    ]


@pytest.mark.parametrize(
    ("op", "getoond", "waar"),
    [
        (date(2025, 5, 31), "geen waarde", "buiten"),
        (date(2025, 6, 1), "€ 100 per maand", "binnen"),
        (date(2025, 8, 31), "€ 100 per maand", "binnen"),
        (date(2025, 9, 1), "geen waarde", "buiten"),
    ],
)
def test_binnen_of_buiten_een_periode(op: date, getoond: str, waar: str) -> None:
    uitleg = waarom("zomerbedrag", op=op)
    assert uitleg.getoond == getoond
    zin = f"dit valt {waar} de periode vanaf 1-6-2025 tot 1-9-2025"
    assert zin in als_tekst(uitleg)


def test_een_totaal_zonder_einde_is_een_fout_met_de_weg_erheen() -> None:
    altijd = stap(False, dag(2025, 1, 10), True)
    uitleg = waarom("jaarbedrag", gezin(ingeschreven=altijd, loon=LOON))
    assert isinstance(uitleg.waarde, Fout)
    assert uitleg.waarde.code == "TT-ONBEGRENSD"
    assert "vanaf 1-2-2025: 260, zonder begin of einde" in als_tekst(uitleg)


def test_de_json_van_een_waarde_in_de_tijd() -> None:
    data = als_json(waarom("toelage"))
    assert data["soort"] == "tijd"
    assert [p["waarde"] for p in data["waarde"]] == ["250", "260"]
    assert data["gebruikt"][0]["wanneer"] == "van 10-1-2025 tot 1-2-2025"


# ------------------------------------------------------------------ who contributed what


def test_wie_droeg_wat_bij() -> None:
    casus = gezin({"K1": 5, "K2": 11, "K3": 12, "K4": None})
    uitleg = waarom("kinderbijslag", casus)
    # Two under twelve at 100 each; twelve is not under twelve; of K4 no age is known.
    assert uitleg.waarde == 200
    assert [s.som for s in uitleg.berekening] == [
        "2 × 100 (K1 en K2) = 200; K3 en K4 hebben geen waarde en tellen niet mee"
    ]
    tekst = als_tekst(uitleg)
    assert "Het bedrag van K3 heeft geen waarde. Geen regel was van toepassing." in tekst
    assert "de leeftijd van K3 is 12 jaar; dat is precies de leeftijdsgrens (12 jaar)" in tekst
    assert "De leeftijd van K4 is niet opgegeven en heeft dus geen waarde." in tekst
    # K1 and K2 differ in age, so each is told.
    assert "dat is 7 jaar minder dan de leeftijdsgrens" in tekst
    assert "dat is 1 jaar minder dan de leeftijdsgrens" in tekst


def test_twintig_kinderen_met_dezelfde_reden_zijn_een_verhaal() -> None:
    namen = [f"K{n}" for n in range(1, 21)]
    veel = als_tekst(waarom("kinderbijslag", gezin(dict.fromkeys(namen, 5))))
    twee = als_tekst(waarom("kinderbijslag", gezin({"K1": 5, "K2": 5})))
    assert len(veel.splitlines()) == len(twee.splitlines())
    rest = f"{', '.join(namen[1:-1])} en K20"
    assert f"Het bedrag van K1 is € 100 per maand. Dat geldt ook voor {rest}." in veel
    assert f"20 × 100 (K1, {rest}) = 2.000" in veel


def test_een_andere_reden_staat_apart() -> None:
    tekst = als_tekst(waarom("kinderbijslag", gezin({"K1": 5, "K2": 5, "K3": 6})))
    assert "Het bedrag van K1 is € 100 per maand. Dat geldt ook voor K2." in tekst
    assert "Het bedrag van K3 is € 100 per maand." in tekst


def test_een_telling_noemt_wie_er_meetelt() -> None:
    uitleg = waarom("aantal jonge kinderen", gezin({"K1": 5, "K2": 11, "K3": 12}))
    assert uitleg.waarde == 2
    assert [s.som for s in uitleg.berekening] == ["2 van de 3 (K1 en K2)"]
    assert waarom("aantal jonge kinderen", wie="B").berekening[0].som == "er zijn er geen: 0"


def test_alle_kinderen() -> None:
    ja = waarom("een jong gezin", gezin({"K1": 5, "K2": 5, "K3": 11}))
    assert ja.waarde is True
    assert [(t.zin, t.ook) for t in ja.omdat] == [
        ("dat geldt voor 3 van de 3", ()),
        ("de leeftijd van K1 is 5 jaar; dat is 7 jaar minder dan de leeftijdsgrens (12 jaar)",
         ("K2",)),
        ("de leeftijd van K3 is 11 jaar; dat is 1 jaar minder dan de leeftijdsgrens (12 jaar)", ()),
    ]  # fmt: skip
    nee = waarom("een jong gezin", gezin({"K1": 5, "K2": 12, "K3": 11}))
    assert nee.waarde is False
    redenen = [t.zin for n in nee.niet for t in n.toetsen]
    assert redenen == [
        "dat geldt niet voor alle 3",
        "de leeftijd van K2 is 12 jaar; dat is precies de leeftijdsgrens (12 jaar)",
    ]
    assert "ook voor K2" in als_tekst(ja)


# ------------------------------------------------------------------ leeg, faults, cells


def test_leeg_omdat_niemand_de_rol_heeft() -> None:
    uitleg = waarom("partnerbedrag")
    assert uitleg.waarde is LEEG
    assert "heeft geen waarde: er is geen partner" in als_tekst(uitleg)


def test_leeg_omdat_het_niet_is_opgegeven() -> None:
    casus = gezin()
    huis = Huishouden(casus.huishouden.objecten, (Feit("partnerschap", ("A", "B")),))
    uitleg = waarom("partnerbedrag", Casus(DAG, huis, casus.invoer))
    assert uitleg.waarde is LEEG
    assert "De huur van B is niet opgegeven en heeft dus geen waarde." in als_tekst(uitleg)
    assert uitleg.ontbrekend == ("de huur van B",)


def test_een_fout_wordt_gevolgd_tot_waar_zij_ontstond() -> None:
    uitleg = waarom("afdracht", gezin({"K1": 15}, huur=600))
    tekst = als_tekst(uitleg)
    assert uitleg.soort == "fout"
    assert tekst.startswith(
        "De afdracht van A kan niet uitgerekend worden, want de huur per kind van A kan ook niet "
        "uitgerekend worden."
    )
    # The sentence of the fault itself stands once, where it arose, with its rule.
    assert tekst.count("Er wordt gedeeld door nul.") == 1
    bron = uitleg.gebruikt[0]
    assert (bron.regel, bron.naam) == ("huur per kind", "de huur per kind van A")
    assert "Het aantal jonge kinderen van A is 0." in tekst


def test_een_cel_heeft_haar_eigen_naam() -> None:
    casus = gezin()
    invoer = {
        ("A", "bruto inkomen van vorig jaar"): Fraction(30000),
        ("A", "bruto inkomen van twee jaar terug"): Fraction(20000),
    }
    tekst = als_tekst(waarom("verschil", Casus(DAG, casus.huishouden, invoer)))
    assert "30.000 − 20.000 = 10.000" in tekst
    assert "Het bruto inkomen van vorig jaar van A is € 30.000 per jaar. Dat is opgegeven." in tekst
