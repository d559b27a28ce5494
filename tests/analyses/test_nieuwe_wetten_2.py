"""More made-up laws, written as a lawyer would: what must be told of them, and what help there is
for what the language refuses. Every amount is worked out by hand beside it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.analyses.proefwet import gelezen
from tests.analyses.voorbeeld import DAG, een, model_van, van
from wetsanalyse import chain
from wetsanalyse.analyses.onderzoek import Vraag, onderzoek
from wetsanalyse.analyses.verlopen.diepte import SNEL
from wetsanalyse.model.casus import tabel_van
from wetsanalyse.model.scenarios import los_scenarios_op
from wetsanalyse.run.scenarios import toets
from wetsanalyse.text import Diagnostic, Source

# ------------------------------------------------------------------ a fine with a minimum

BOETE = """
Regeling Proefwet
    afkorting Pw1
    niveau formele wet
    tekst van 1-1-2020

Domein Schuld is van het type Enumeratie
    'grof'
    'gewoon'

Objecttype de Melder (mv: Melders) (bezield)
    het nadeel	Numeriek (niet-negatief geheel getal) met eenheid €;
    de schuld	Schuld;
    de boete	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €;

Parameter de laagste boete : Numeriek (niet-negatief geheel getal) met eenheid €;

Parameterwaarden alles
    geldig altijd
    de laagste boete is 150 €
        bron artikel 2 Pw1

Uitkomst van een Melder
    nadeel de boete van de Melder

Evenredigheidsnorm boete
    patroon P04 onevenredige sanctie
    gevolg de boete van de Melder
    tekortkoming het nadeel van de Melder
    signaal bij 1, hard bij 2, zeer hard bij 10
    bron "verzonnen"

Invoerbereik van een Melder
    het nadeel: 0 € t/m 10000 € per 1 €, modaal 2000 €

Beslistabel boete
    bron artikel 2 Pw1
    bevoegdheid gebonden
    stap boete
    geldig altijd
| | de boete van een Melder moet berekend worden als | indien zijn schuld gelijk is aan |
|---|---|---|
| 1 | zijn nadeel, met een minimum van de laagste boete | 'grof' |
| 2 | 50% van zijn nadeel, met een minimum van de laagste boete | 'gewoon' |

Verplichting melden
    bron artikel 1 Pw1
    geldig altijd
        Een Melder moet "melden" anders geldt Beslistabel boete.
"""


def test_p04_een_laagste_boete_bij_een_klein_nadeel() -> None:
    """150 for a shortcoming of 1 is 150 times it. With no shortcoming at all there is nothing to
    hold it against. Half of 76 is less than 150 too, and that is 1.97 times: not harsh."""
    gevonden = onderzoek(model_van(BOETE), (), DAG, vraag=Vraag(SNEL))
    (b,) = van(gevonden, "P04")
    assert b.maat == Fraction(150)
    assert (b.getuigen[0].waarde_burger, b.getuigen[0].waarde_buur) == (1, 76)


def test_p04_wijst_de_boete_aan_die_voor_beiden_gelijk_is() -> None:
    """Both pay 150: nothing came out differently, so the fine itself is the cause, and Awb 5:46
    reaches it with strength 3."""
    gevonden = onderzoek(model_van(BOETE), (), DAG, vraag=Vraag(SNEL))
    (b,) = van(gevonden, "P04")
    assert b.titel.endswith("(artikel 2, Pw1)")
    assert b.getuigen[0].verlies == 150
    assert "het gevolg is nog 150 €" in b.getuigen[0].omschrijving
    assert max(r.sterkte for r in b.dekking.rijen if r.dekt == "dekt") == 3


# ------------------------------------------------------------------ an amount that does not end

WACHTTIJD = """
Regeling Proefwet
    afkorting Pw2
    niveau formele wet
    tekst van 1-1-2024

Objecttype de Vrager (mv: Vragers) (bezield)
    de geboortedag	Datum in dagen;
    de leeftijd	Numeriek (niet-negatief geheel getal) met eenheid jr;
    de ingangsdag	Datum in dagen;
    de uitkering	Numeriek (niet-negatief geheel getal) met eenheid €/mnd voor elke dag;

Parameter de norm : Numeriek (niet-negatief geheel getal) met eenheid €/mnd;
Parameter de wachttijd : Numeriek (niet-negatief geheel getal) met eenheid wk;

Parameterwaarden alles
    geldig altijd
    de norm is 1000 €/mnd
        bron artikel 1 Pw2
    de wachttijd is 4 wk
        bron artikel 2 Pw2

Uitkomst van een Vrager
    voordeel de uitkering van de Vrager
    venster 3 mnd

Invoerbereik van een Vrager
    de geboortedag: 1-1-1990 t/m 1-1-2000 per 1 dg, modaal 1-1-1995

Regel leeftijd
    bron artikel 2 Pw2
    geldig altijd
        De leeftijd van een Vrager moet berekend worden als
        de tijdsduur van zijn geboortedag tot de Rekendatum in hele jaren.

Regel wachten
    bron artikel 2 Pw2
    bevoegdheid gebonden
    stap termijn
    geldig altijd
        De ingangsdag van een Vrager moet berekend worden als de Rekendatum plus de wachttijd
        indien zijn leeftijd kleiner is dan 27 jr.

Regel niet wachten
    bron artikel 3 Pw2
    geldig altijd
        De ingangsdag van een Vrager moet gesteld worden op de Rekendatum
        indien zijn leeftijd groter of gelijk is aan 27 jr.

Regel uitkering
    bron artikel 1 Pw2
    bevoegdheid gebonden
    stap beschikking
    geldig altijd
        De uitkering van een Vrager moet gesteld worden op de norm vanaf zijn ingangsdag.
"""


def test_een_titel_noemt_hele_centen() -> None:
    """Four weeks of the 29 days of February 2024: 28/29 of 1000 is 965.517…, told as 965.51."""
    gevonden = onderzoek(model_van(WACHTTIJD), (), date(2024, 2, 1), vraag=Vraag(SNEL))
    b = een(gevonden, "P01-pw2-2-geboortedag-wachten")
    assert b.getuigen[0].verlies == Fraction(28000, 29)
    assert "scheelt 965,51 €" in b.titel
    assert all("_" not in f"{x.titel}{[g.omschrijving for g in x.getuigen]}"
               for x in gevonden.bevindingen)  # fmt: skip


# ------------------------------------------------------------------ what the language refuses

GRENS = """
Objecttype de Werknemer (mv: Werknemers) (bezield)
    het loon	Numeriek (niet-negatief geheel getal) met eenheid €;
    het oude loon	Numeriek (niet-negatief geheel getal) met eenheid €;
    het verlies	{soort};
    de uitkering	Numeriek (niet-negatief geheel getal) met eenheid €;

Parameter de ondergrens : Percentage (geheel getal);

Regel verlies
    bron "verzonnen"
    geldig altijd
        Het verlies van een Werknemer moet berekend worden als
        (zijn oude loon min zijn loon) gedeeld door zijn oude loon.

Regel uitkering
    bron "verzonnen"
    geldig altijd
        De uitkering van een Werknemer moet gesteld worden op 700 €
        indien zijn verlies groter of gelijk is aan de ondergrens.
"""


def fouten(regels: str, scenario: str | None = None) -> list[Diagnostic]:
    wet = chain.parse([Source("p.regels", regels)])
    model = chain.resolve(wet.value)
    if scenario is None:
        return [*wet.fouten, *model.fouten]
    verhaal = chain.parse([Source("p.scenario", scenario)], wet.value.lexicon)
    tabel = tabel_van(model.value, wet.value.lexicon)
    return [
        *verhaal.fouten, *los_scenarios_op(verhaal.value.blokken, tabel, verhaal.value).fouten,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("soort", "code"),
    [("Percentage (getal met 2 decimalen)", "GS-TYPE"), ("Numeriek (getal)", "PR-SOORT")],
)
def test_een_verhouding_is_een_getal(soort: str, code: str) -> None:
    """A loss of 35 % is a number, 0.35; the message says how the law is written with it."""
    (melding,) = [m for m in fouten(GRENS.format(soort=soort)) if m.code == code]
    assert "zoals 0,35 voor 35%" in melding.hulp[0]


def test_een_andere_eenheid_is_geen_verhouding() -> None:
    """An amount in euro is no proportion: that help does not go with it."""
    soort = "Percentage (geheel getal)"
    tekst = GRENS.format(soort=soort).replace(" gedeeld door zijn oude loon", "")
    (melding,) = [m for m in fouten(tekst) if m.code == "GS-TYPE"]
    assert not melding.hulp


@pytest.mark.parametrize("gegeven", ["het nadeel van A is 2000 €", "de schuld van A is 'grof'"])
def test_een_gegeven_is_gelijk_aan_een_waarde(gegeven: str) -> None:
    (melding,) = fouten(BOETE, SCENARIO.format(gegeven=gegeven, dan="de boete van A is leeg"))
    assert melding.code == "ST-VERWACHT"
    assert melding.hulp == ("schrijf “is gelijk aan”",)


SCENARIO = """
Scenario een melder
    bron "verzonnen"
    rekendatum 1-1-2025
    gegeven
        - een Melder A
        - {gegeven}
    dan
        - {dan}
"""

# ------------------------------------------------------------------ nothing comes out

REEKS = """
Voorbeeldreeks boete
    bron "met de hand uitgerekend: de helft van 400 is 200; zonder schuld zegt de tabel niets"
    rekendatum 1-1-2025
    gegeven
        - een Melder A met nadeel gelijk aan 400 €
| de schuld van A | dan de boete van A | dan de boete van A |
|---|---|---|
| 'gewoon' | 200 € | gevuld |
| n.v.t. | {leeg} | leeg |
"""


def test_leeg_onder_dan_wordt_nagerekend() -> None:
    """Also when it is wrong: `gevuld` where nothing comes out fails."""
    for leeg, geslaagd in (("leeg", [True, True]), ("gevuld", [True, False])):
        model, scenarios = gelezen(BOETE, REEKS.format(leeg=leeg))
        assert [toets(chain.lower(model, DAG), s)[0].geslaagd for s in scenarios] == geslaagd


def test_leeg_onder_een_gegeven_is_niet_opgegeven() -> None:
    reeks = REEKS.format(leeg="leeg").replace("| n.v.t.", "| leeg")
    (melding,) = fouten(BOETE, reeks)
    assert melding.code == "BT-CEL"
    assert melding.hulp == ("is het niet opgegeven, schrijf dan “n.v.t.”",)
