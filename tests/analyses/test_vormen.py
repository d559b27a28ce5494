"""Which households are thought up when no scenario gives them."""

from __future__ import annotations

from fractions import Fraction

from tests.analyses.voorbeeld import DAG, model_van, van
from wetsanalyse.analyses.burgers.vormen import beschrijf, burgers
from wetsanalyse.analyses.onderzoek import Vraag, onderzoek
from wetsanalyse.analyses.verlopen.diepte import SNEL
from wetsanalyse.plan.lower import lower

# Only with a partner and a child there is anything to lose: 900 euro at an income of 40 000.
TEKST = """
Objecttype de Ouder (mv: Ouders) (bezield)
    het inkomen	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    de bijslag	Numeriek (niet-negatief geheel getal) met eenheid €/jr;

Objecttype de Persoon (mv: Personen) (bezield)
    de leeftijd	Numeriek (niet-negatief geheel getal) met eenheid jr;

Feittype partnerschap
    de ouder met partner (mv: ouders met partner)	Ouder
    de partner (mv: partners)	Persoon
één ouder met partner woont samen met één partner

Feittype gezin
    de verzorger (mv: verzorgers)	Ouder
    het kind (mv: kinderen)	Persoon
één verzorger verzorgt meerdere kinderen

Invoerbereik van een Ouder
    het inkomen: 0 €/jr tot en met 80000 €/jr per 1 €/jr

Regel bijslag
    bron "verzonnen"
    geldig altijd
        De bijslag van een Ouder moet gesteld worden op 900 €/jr
        indien hij aan alle volgende voorwaarden voldoet:
            - het aantal partners van de Ouder is groter dan 0
            - het aantal kinderen van de Ouder is groter dan 0
            - zijn inkomen is kleiner of gelijk aan 40000 €/jr.

Uitkomst van een Ouder
    voordeel de bijslag van de Ouder
"""


def test_iemand_in_elke_rol() -> None:
    plan = lower(model_van(TEKST), DAG)
    vormen = {beschrijf(plan.model, c.huishouden) for c in burgers(plan, ())}
    assert "Ouder A met partner B, kind C" in vormen


def test_wie_partner_en_kind_heeft_wordt_gevonden() -> None:
    gevonden = van(onderzoek(model_van(TEKST), (), DAG, vraag=Vraag(SNEL)), "P01")
    assert max(b.maat for b in gevonden) == Fraction(900)
