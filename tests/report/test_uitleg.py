"""The why: each sentence with its value, sum, article and assumption, and the why not."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest
from rich.console import Console

from tests.report.keten import aanvrager, plan_van, uitslag, zorgtoeslag
from wetsanalyse.model.casus import Casus
from wetsanalyse.plan.lower import Plan
from wetsanalyse.report.uitleg import Uitleg, als_json, als_rich, als_tekst, leg_uit
from wetsanalyse.text import Source

JAARBEDRAG = "zorgtoeslag per jaar"


def waarom(casus: Casus, eigenschap: str = JAARBEDRAG, plan: Plan | None = None) -> Uitleg:
    plan = plan or zorgtoeslag()
    return leg_uit(plan, uitslag(plan, casus), "A", eigenschap)


def vind(uitleg: Uitleg, naam: str) -> Uitleg:
    return next(u for u in uitleg.alles() if u.naam == naam)


def test_een_bedrag_met_som_artikel_en_jaar() -> None:
    uitleg = waarom(aanvrager(30000))
    normpremie = vind(uitleg, "de normpremie van A")
    assert uitleg.zin == "De zorgtoeslag per jaar van A is € 1.355 per jaar."
    assert [s.som for s in normpremie.berekening] == [
        "1,896% × 28.406 = 538,57776",
        "13,7% × 1.594 = 218,378",
        "538,57776 + 218,378 = 756,95576",
    ]
    assert normpremie.regel == "normpremie alleenstaand"
    assert normpremie.bronnen[0].tekst == "artikel 2, lid 3, Wzt"
    assert normpremie.bronnen[0].jci.startswith("jci1.3:c:BWBR0018451&artikel=2&lid=3")
    assert normpremie.bronnen[0].adres.endswith("BWBR0018451/2025-01-01#Artikel2")
    premie = vind(uitleg, "de standaardpremie")
    assert (premie.soort, premie.getoond) == ("parameter", "€ 2.112 per jaar")
    assert premie.geldig == "van 1-1-2025 t/m 31-12-2025"


def test_waarom_niet_en_hoeveel_het_scheelt() -> None:
    tekst = als_tekst(waarom(aanvrager(28000, 141897)))
    assert "De zorgtoeslag per jaar van A is € 0 per jaar." in tekst
    assert "regel “vermogen alleenstaand” (artikel 3, lid 1, Wzt)" in tekst
    assert (
        "het meetellende vermogen van A is € 141.897; dat is € 1 meer dan "
        "de vermogensgrens zonder toeslagpartner (€ 141.896)"
    ) in tekst
    assert "A heeft geen toeslagpartner" in tekst
    assert "jci1.3:c:BWBR0018451&artikel=3&lid=1" in tekst


def test_op_de_grens() -> None:
    tekst = als_tekst(waarom(aanvrager(28000, 141896), "binnen de vermogensgrens"))
    assert "A is binnen de vermogensgrens." in tekst
    assert "dat is precies de vermogensgrens zonder toeslagpartner (€ 141.896)" in tekst


def test_wat_gelijk_is_wordt_een_keer_verteld() -> None:
    uitleg = waarom(aanvrager(30000), "zorgtoeslag per maand")
    verteld = [u.slot for u in uitleg.alles() if u.soort != "eerder"]
    assert len(verteld) == len(set(verteld))
    assert any(u.soort == "eerder" and u.zin.endswith("Zie hierboven.") for u in uitleg.alles())
    assert all(not u.gebruikt for u in uitleg.alles() if u.soort == "eerder")


def test_wat_niet_is_opgegeven_staat_er() -> None:
    uitleg = waarom(aanvrager(30000, None))
    assert uitleg.ontbrekend == ("het vermogen van A",)
    assert "Het vermogen van A is niet opgegeven en heeft dus geen waarde." in als_tekst(uitleg)


def test_aannamen_staan_bij_de_regel_en_bij_elkaar() -> None:
    uitleg = waarom(aanvrager(30000), "zorgtoeslag per maand")
    assert any(a.startswith("maandbedrag: dat de maand") for a in uitleg.aannamen)
    assert any(a.startswith("het drempelinkomen: ") for a in uitleg.aannamen)


def test_een_opgegeven_parameter_wordt_zo_genoemd() -> None:
    casus = replace(aanvrager(30000), parameters={"standaardpremie": Fraction(2000)})
    premie = vind(waarom(casus), "de standaardpremie")
    assert "in plaats van die van de wet" in premie.zin
    assert premie.getoond == "€ 2.000 per jaar"


def test_als_json_is_gewone_json() -> None:
    data = als_json(waarom(aanvrager(30000)))
    assert json.loads(json.dumps(data)) == data
    assert data["waarde"] == "1355"
    assert data["eenheid"] == "€/jr"
    assert data["gebruikt"][0]["naam"] == "de afgeronde zorgtoeslag van A"


def test_als_rich_zegt_hetzelfde() -> None:
    uit = io.StringIO()
    Console(file=uit, width=200, no_color=True).print(als_rich(waarom(aanvrager(28000, 141897))))
    assert "dat is € 1 meer dan" in uit.getvalue()
    assert "\x1b" not in uit.getvalue()


# ------------------------------------------------------------------ open norms, faults, leeg

KLEIN = """\
Regeling Verzonnen wet
    afkorting Vw
    niveau formele wet
    tekst van 1-1-2025
    doel "een proef"

Objecttype de Mens (mv: Mensen) (bezield)
    het inkomen\tNumeriek (geheel getal) met eenheid €/jr;
    het aantal kinderen\tNumeriek (geheel getal);
    de steun\tNumeriek (getal met 2 decimalen) met eenheid €/jr;
    het deel\tNumeriek (getal) met eenheid €/jr;
    de dubbele\tNumeriek (geheel getal) met eenheid €/jr;
    is kwetsbaar\tkenmerk (bijvoeglijk);

Bestuursorgaan het college

Open norm schrijnend geval
    bron artikel 3 Vw
    beoordeeld door het college

Regel kwetsbaar
    bron artikel 3 Vw
    geldig vanaf 2025
        Een Mens is kwetsbaar
        indien er sprake is van open norm schrijnend geval.

Regel steun
    bron artikel 1 Vw
    geldig vanaf 2025
        De steun van een Mens moet gesteld worden op 100,50 €/jr
        indien hij kwetsbaar is.

Regel deel
    bron artikel 2 Vw
    geldig vanaf 2025
        Het deel van een Mens moet berekend worden als
        zijn inkomen gedeeld door zijn aantal kinderen.

Regel dubbel een
    bron artikel 4 Vw
    geldig vanaf 2025
        De dubbele van een Mens moet gesteld worden op 1 €/jr
        indien zijn inkomen is groter dan 10 €/jr.

Regel dubbel twee
    bron artikel 5 Vw
    geldig vanaf 2025
        De dubbele van een Mens moet gesteld worden op 2 €/jr
        indien zijn inkomen is groter dan 20 €/jr.
"""


@cache
def klein() -> Plan:
    return plan_van((Source("klein.regels", KLEIN),))


def mens(**invoer: int) -> Casus:
    from tests.report.keten import DAG
    from wetsanalyse.model.casus import Huishouden

    gegeven = {("A", naam.replace("_", " ")): Fraction(w) for naam, w in invoer.items()}
    return Casus(DAG, Huishouden((("A", "Mens"),)), gegeven)


def test_een_open_norm_zonder_oordeel() -> None:
    tekst = als_tekst(waarom(mens(), "steun", klein()))
    assert "staat nog niet vast: een mens moet oordelen over schrijnend geval" in tekst
    assert "heeft nog niemand geoordeeld. Wie oordeelt: college." in tekst


@pytest.mark.parametrize(
    ("oordeel", "zin"),
    [(True, "De steun van A is € 100,50 per jaar."), (False, "De steun van A heeft geen waarde.")],
)
def test_een_open_norm_met_oordeel(oordeel: bool, zin: str) -> None:
    casus = replace(mens(), oordelen={("schrijnend geval", "A"): oordeel})
    tekst = als_tekst(waarom(casus, "steun", klein()))
    assert tekst.startswith(zin)
    assert f"is geoordeeld: {'ja' if oordeel else 'nee'}." in tekst


def test_een_fout_wordt_uitgelegd() -> None:
    tekst = als_tekst(waarom(mens(inkomen=100, aantal_kinderen=0), "deel", klein()))
    assert "kan niet uitgerekend worden: Er wordt gedeeld door nul." in tekst
    assert "Het aantal kinderen van A is 0. Dat is opgegeven." in tekst


def test_twee_regels_die_botsen_staan_er_allebei() -> None:
    tekst = als_tekst(waarom(mens(inkomen=30), "dubbele", klein()))
    assert "‘dubbel een’ en ‘dubbel twee’" in tekst
    assert "het inkomen van A is € 30 per jaar; dat is € 20 meer dan € 10 per jaar" in tekst
    assert "dat is € 10 meer dan € 20 per jaar" in tekst
