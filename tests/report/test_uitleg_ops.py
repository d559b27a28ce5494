"""No operation is without words, no depth is too deep, and what rules make is told too."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from tests.report.keten import DAG, plan_van, uitslag, zorgtoeslag
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.model.types import BOOLEAN, Soort, Type
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG, GroundPlan, Op, Step
from wetsanalyse.report.juridisch import als_juridisch
from wetsanalyse.report.namen import Namen
from wetsanalyse.report.sommen import LIJSTEN, SOMMEN, ZONDER, stappen
from wetsanalyse.report.tijdsommen import TIJDSOMMEN
from wetsanalyse.report.uitleg import Uitleg, als_json, als_tekst, leg_uit
from wetsanalyse.report.uitlegplaatje import dot
from wetsanalyse.report.voorwaarden import ZINNEN, Blad, toets
from wetsanalyse.run.exact import Geval, Uitslag
from wetsanalyse.text import Source

GETAL = Type(Soort.NUMERIEK)


def test_elke_bewerking_heeft_woorden_of_is_er_met_reden_zonder() -> None:
    eigen = {*SOMMEN, *TIJDSOMMEN, *ZONDER, Op.VERDEEL}
    assert set(Op) - eigen == set()
    assert set(SOMMEN) >= LIJSTEN
    assert set(ZINNEN) <= set(Op)


@pytest.mark.parametrize("bewerking", sorted(SOMMEN, key=str))
def test_een_bewerking_zonder_eigen_zin_wordt_genoemd(
    bewerking: Op, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an operation would come that nobody wrote a sentence for."""
    monkeypatch.delitem(SOMMEN, bewerking)
    een, twee = (Step(Op.CONSTANTE, (), GETAL, Fraction(n)) for n in (3, 4))
    plan = GroundPlan((een, twee, Step(bewerking, (0, 1), GETAL)), {}, {}, DAG)
    gedraaid = Uitslag(plan, Geval(DAG), (Fraction(3), Fraction(4), Fraction(5)))
    (som,) = stappen(gedraaid, 2, Namen.van(zorgtoeslag().model, plan))
    assert som.som == f"{bewerking.value} van 3 en 4: 5"


@pytest.mark.parametrize("bewerking", sorted(set(Op) - set(ZINNEN), key=str))
@pytest.mark.parametrize(("waarde", "zin"), [(True, "dat is zo"), (False, "dat is niet zo")])
def test_een_toets_zonder_eigen_zin_zegt_ja_of_nee(bewerking: Op, waarde: bool, zin: str) -> None:
    plan = GroundPlan((Step(bewerking, (), BOOLEAN, None, "iets"),), {}, {}, DAG)
    namen = Namen.van(zorgtoeslag().model, plan)
    gevonden = toets(Uitslag(plan, Geval(DAG), (waarde,)), namen, Blad(0, None), None)
    assert (gevonden.voldaan, gevonden.zin) == (waarde, zin)


# ------------------------------------------------------------------ a long way down


def keten(lengte: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    namen = [f"bedrag {letters[n // 26]}{letters[n % 26]}" for n in range(lengte)]
    leden = "".join(f"    het {n}\tNumeriek (geheel getal) met eenheid €/jr;\n" for n in namen)
    regels = "".join(
        f"\nRegel r {naam}\n    bron artikel 1 Vw\n    geldig altijd\n        Het {naam} van een "
        f"Mens moet berekend worden als zijn {vorige} plus 1 €/jr.\n"
        for vorige, naam in pairwise(namen)
    )
    return f"{KOP}Objecttype de Mens (mv: Mensen) (bezield)\n{leden}{regels}"


KOP = """\
Regeling Verzonnen wet
    afkorting Vw
    niveau formele wet
    tekst van 1-1-2025
    doel "een proef"

"""


def test_een_lange_keten_wordt_verteld_zonder_diepe_boom() -> None:
    plan = plan_van((Source("keten.regels", keten(300)),))
    casus = Casus(DAG, Huishouden((("A", "Mens"),)), {("A", "bedrag aa"): Fraction(1)})
    uitleg = leg_uit(plan, uitslag(plan, casus), "A", "bedrag ln", bundelen=True)
    assert uitleg.waarde == 300
    tekst = als_tekst(uitleg)
    # Every step of it is told, once.
    assert tekst.count(" + 1 = ") == 299
    assert "Zie verderop." in tekst
    assert max(len(r) - len(r.lstrip()) for r in tekst.splitlines()) < 120
    json.dumps(als_json(uitleg), indent=2)
    assert "Regel “r bedrag ln”" in als_juridisch(uitleg).replace("regel", "Regel")
    assert dot(uitleg).count(" -> ") >= 598


# ------------------------------------------------------------------ what rules make and share out

MAAK = (
    KOP
    + """\
Objecttype de Gemeente (mv: Gemeenten)
    het budget\tNumeriek (getal) met eenheid €;
    de rest\tNumeriek (getal) met eenheid €;

Objecttype de Aanvraag (mv: Aanvragen)
    de bijdrage\tNumeriek (getal) met eenheid €;
    het gewicht\tNumeriek (geheel getal);
    het bedrag\tNumeriek (getal) met eenheid €;
    is volledig\tkenmerk (bijvoeglijk);
    de uitbetaling\tNumeriek (getal) met eenheid €;

Objecttype het Besluit (mv: Besluiten)
    het toegekende bedrag\tNumeriek (getal) met eenheid €;
    is voorlopig\tkenmerk (bijvoeglijk);

Feittype behandeling
    de gemeente\tGemeente
    de aanvraag (mv: aanvragen)\tAanvraag
één gemeente behandelt meerdere aanvragen

Feittype afdoening
    de zaak\tAanvraag
    het besluit\tBesluit
één zaak krijgt één besluit

Regel verdeling
    bron artikel 1 Vw
    geldig altijd
        Het budget van een Gemeente wordt verdeeld over
        de bijdrage van alle aanvragen van de Gemeente, waarbij wordt verdeeld:
        - naar rato van het gewicht,
        - met een maximum van het bedrag,
        - afgerond op 0 decimalen naar beneden.
        Als onverdeelde rest blijft de rest van de Gemeente over.

Regel besluit
    bron artikel 2 Vw
    geldig altijd
        Een Aanvraag heeft een besluit met toegekende bedrag gelijk aan het bedrag van de Aanvraag
        en voorlopig gelijk aan waar
        indien de Aanvraag volledig is.

Regel uitbetaling
    bron artikel 3 Vw
    geldig altijd
        De uitbetaling van een Aanvraag moet gesteld worden op
        het toegekende bedrag van het besluit van de Aanvraag.
"""
)


@cache
def maak() -> Plan:
    return plan_van((Source("maak.regels", MAAK),))


def waarom(wie: str, wat: str) -> Uitleg:
    aanvragen = {"X": (1, 150), "Y": (2, 400), "Z": (2, 400)}
    invoer = {("G", "budget"): Fraction(1000), ("X", "volledig"): True}
    for naam, (gewicht, bedrag) in aanvragen.items():
        invoer |= {(naam, "gewicht"): Fraction(gewicht), (naam, "bedrag"): Fraction(bedrag)}
    huis = Huishouden(
        (("G", "Gemeente"), *((naam, "Aanvraag") for naam in aanvragen)),
        tuple(Feit("behandeling", ("G", naam)) for naam in aanvragen),
    )
    gedraaid = uitslag(maak(), Casus(DAG, huis, invoer))
    return leg_uit(maak(), gedraaid, wie, wat, bundelen=True)


WIJZE = "naar rato, met een maximum en naar beneden afgerond op hele getallen"


@pytest.mark.constructie("R-188", "R-192", "R-193", "R-194", stap="rekent")
@pytest.mark.parametrize(("wie", "wat", "hoeveel"), [("X", "bijdrage", 150), ("Y", "bijdrage", 400),
                                                     ("G", "rest", 50)])  # fmt: skip
def test_wie_wat_kreeg_van_een_verdeling(wie: str, wat: str, hoeveel: int) -> None:
    # A fifth of 1000 is 200 for X, who gets no more than 150; Y and Z two fifths each; 50 is left.
    uitleg = waarom(wie, wat)
    assert uitleg.waarde == hoeveel
    assert [s.som for s in uitleg.berekening] == [
        f"1.000 verdeeld over 3 ontvangers, {WIJZE}",
        "het deel van X: 150; het deel van Y en het deel van Z: 400; de rest: 50",
    ]
    assert uitleg.regel == "verdeling"
    assert "Het gewicht van Y is 2. Dat is opgegeven. Dat geldt ook voor Z." in als_tekst(uitleg)
    assert "Het budget van een Gemeente [G] wordt verdeeld over" in als_juridisch(uitleg)


def test_een_waarde_van_iets_dat_een_regel_maakt() -> None:
    uitleg = waarom("X", "uitbetaling")
    tekst = als_tekst(uitleg)
    assert uitleg.waarde == 150
    assert "Het toegekende bedrag van het besluit van X is € 150." in tekst
    assert "Het besluit van X is gemaakt." in tekst
    assert "Want X is volledig" in tekst
    wet = als_juridisch(uitleg)
    assert "Een Aanvraag [X] heeft een besluit met toegekende bedrag gelijk aan" in wet
    assert "indien de Aanvraag volledig is [dat is zo]." in wet


def test_leeg_omdat_het_niet_gemaakt_is() -> None:
    uitleg = waarom("Y", "uitbetaling")
    tekst = als_tekst(uitleg)
    assert uitleg.waarde is LEEG
    assert "heeft geen waarde: er is geen besluit" in tekst
    assert "Het besluit van Y is niet gemaakt. Geen regel was van toepassing." in tekst
    assert "Niet toegepast: regel “besluit” (artikel 2, Vw): Y is niet volledig." in tekst
    kenmerk = als_tekst(waarom("besluit van Y", "voorlopig"))
    assert kenmerk.startswith("Het besluit van Y is niet voorlopig.")


# ------------------------------------------------------------------ facts, checks and sorts of day

STATUS = (
    KOP
    + """\
Objecttype het Huishouden (mv: Huishoudens)
    de telling\tNumeriek (geheel getal);

Objecttype de Persoon (mv: Personen) (bezield)
    de leeftijd\tNumeriek (geheel getal) met eenheid jr;
    de begindatum\tDatum in dagen;
    de einddatum\tDatum in dagen;
    de termijn\tDatum in dagen;
    is in de war\tkenmerk (bijvoeglijk);
    is op tijd\tkenmerk (bijvoeglijk);

Dagsoort de werkdag (mv: werkdagen)

Feittype bewoning
    het huis\tHuishouden
    de bewoner (mv: bewoners)\tPersoon
één huis heeft meerdere bewoners

Feittype kostendeling
    het kostenhuis\tHuishouden
    de kostendeler (mv: kostendelers)\tPersoon
één kostenhuis heeft meerdere kostendelers

Regel werkdag
    bron artikel 9 Vw
    geldig altijd
        Een dag is een werkdag
        indien de dag ongelijk is aan dd. 1-5-2025.

Regel kostendeler
    bron artikel 1 Vw
    geldig altijd
        Een kostendeler van een Huishouden is een bewoner van het Huishouden
        indien de leeftijd van de bewoner groter of gelijk is aan 21 jr.

Regel telling
    bron artikel 2 Vw
    geldig altijd
        De telling van een Huishouden moet gesteld worden op
        het aantal kostendelers van het Huishouden.

Regel datums
    bron artikel 3 Vw
    geldig altijd
        De einddatum van een Persoon moet later zijn dan de begindatum van de Persoon.

Regel in de war
    bron artikel 4 Vw
    geldig altijd
        Een Persoon is in de war
        indien regelversie datums inconsistent is.

Regel termijn
    bron artikel 5 Vw
    geldig altijd
        De termijn van een Persoon moet berekend worden als
        de begindatum van de Persoon plus 3 werkdagen.

Regel op tijd
    bron artikel 6 Vw
    geldig altijd
        Een Persoon is op tijd
        indien de begindatum van de Persoon een werkdag is.
"""
)


@cache
def status() -> Plan:
    return plan_van((Source("status.regels", STATUS),))


def in_huis(wie: str, wat: str) -> Uitleg:
    """P, Q and R live in H; the dates of P are the wrong way round."""
    personen = {
        "P": (30, date(2025, 4, 29), date(2025, 4, 1)),
        "Q": (30, date(2025, 5, 1), date(2025, 6, 1)),
        "R": (20, date(2025, 5, 1), date(2025, 6, 1)),
    }
    invoer: dict[tuple[str, str], Any] = {}
    for naam, (leeftijd, begin, eind) in personen.items():
        invoer[naam, "leeftijd"] = Fraction(leeftijd)
        invoer[naam, "begindatum"] = begin.toordinal()
        invoer[naam, "einddatum"] = eind.toordinal()
    huis = Huishouden(
        (("H", "Huishouden"), *((naam, "Persoon") for naam in personen)),
        tuple(Feit("bewoning", ("H", naam)) for naam in personen),
    )
    gedraaid = uitslag(status(), Casus(DAG, huis, invoer))
    return leg_uit(status(), gedraaid, wie, wat, bundelen=True)


def test_een_feit_dat_een_regel_legt() -> None:
    uitleg = in_huis("H", "telling")
    assert uitleg.waarde == 2
    assert [s.som for s in uitleg.berekening] == ["2 van de 3 (P en Q)"]
    tekst = als_tekst(uitleg)
    assert "P is kostendeler van H. Dat geldt ook voor Q." in tekst
    assert "R is geen kostendeler van H. Geen regel was van toepassing." in tekst
    assert "de leeftijd van R is 20 jaar; dat is 1 jaar minder dan 21 jaar" in tekst


def test_wat_er_van_een_regel_werd() -> None:
    fout = in_huis("P", "in de war")
    assert [t.zin for t in fout.omdat] == [
        "regel “datums” is inconsistent",
        "de einddatum van P is 1-4-2025; dat is 28 dagen vóór de begindatum van P (29-4-2025)",
    ]
    goed = in_huis("Q", "in de war")
    assert "regel “datums” is consistent" in als_tekst(goed)


def test_een_soort_dag() -> None:
    # The first of May is not a working day here: 30 April, 2 and 3 May are.
    termijn = in_huis("P", "termijn")
    assert [s.som for s in termijn.berekening] == ["29-4-2025 plus 3 keer een werkdag = 3-5-2025"]
    assert [t.zin for t in in_huis("P", "op tijd").omdat] == ["29-4-2025 is een werkdag"]
    assert "1-5-2025 is geen werkdag." in als_tekst(in_huis("Q", "op tijd"))
