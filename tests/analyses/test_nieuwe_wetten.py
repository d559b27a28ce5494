"""Made-up laws of kinds that were not at hand when the patterns were written: what must be told of
them, and what must not. Every amount is worked out by hand beside it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tests.analyses.proefwet import onderzoek_met
from tests.analyses.voorbeeld import een, model_van, patronen, van, zoek_uit
from wetsanalyse.analyses.bevinding import Onderzoek
from wetsanalyse.analyses.herstel import SJABLONEN, Variant, onderzoek_herstel
from wetsanalyse.analyses.herstel.basis import lees_wet
from wetsanalyse.analyses.onderzoek import Vraag, onderzoek
from wetsanalyse.analyses.oorzaak.onderscheid import InGegeven
from wetsanalyse.analyses.uitwegen.dekking import ALGEMEEN
from wetsanalyse.analyses.verlopen.diepte import SNEL
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.text import Source

# ------------------------------------------------------------------ a term with two consequences

CURSUS = """
Regeling Proefwet
    afkorting Pw1
    niveau formele wet
    tekst van 1-1-2020

Regeling Proefbesluit
    afkorting Pb1
    niveau AMvB
    tekst van 1-1-2020

Objecttype de Cursist (mv: Cursisten) (bezield)
    de startdag	Datum in dagen;
    de dag van het diploma	Datum in dagen;
    de lening	Numeriek (niet-negatief geheel getal) met eenheid €;
    de laatste dag	Datum in dagen;
    is op tijd	kenmerk (bijvoeglijk);
    de kwijtschelding	Numeriek (niet-negatief geheel getal) met eenheid €;
    de schuld	Numeriek (niet-negatief geheel getal) met eenheid €;
    de boete	Numeriek (niet-negatief geheel getal) met eenheid €;

Parameter de hoogste boete : Numeriek (niet-negatief geheel getal) met eenheid €;

Parameterwaarden alles
    geldig altijd
    de hoogste boete is 1250 €
        bron artikel 34 Pw1

Uitkomst van een Cursist
    nadeel de schuld van de Cursist
    nadeel de boete van de Cursist

Invoerbereik van een Cursist
    de startdag: 1-1-2020 t/m 31-1-2020 per 1 dg, modaal 1-1-2020
    de dag van het diploma: 1-1-2021 t/m 31-12-2024 per 1 dg, modaal 1-6-2022
    de lening: 0 € t/m 10000 € per 1 €, modaal 6000 €

Regel laatste dag
    bron artikel 7 Pw1
    geldig altijd
        De laatste dag van een Cursist moet berekend worden als zijn startdag plus 3 jr.

Regel op tijd
    bron artikel 7 Pw1
    geldig altijd
        Een Cursist is op tijd
        indien hij aan alle volgende voorwaarden voldoet:
            - zijn dag van het diploma is gevuld
            - zijn dag van het diploma is eerder of gelijk aan zijn laatste dag.

Regel kwijtschelding
    bron artikel 4 Pb1
    bevoegdheid gebonden
    stap beschikking
    geldig altijd
        De kwijtschelding van een Cursist moet gesteld worden op zijn lening
        indien hij op tijd is.

Regel schuld
    bron artikel 16 Pw1
    geldig altijd
        De schuld van een Cursist moet berekend worden als zijn lening min zijn kwijtschelding.

Regel boete
    bron artikel 34 Pw1
    bevoegdheid discretionair
    stap boete
    geldig altijd
        De boete van een Cursist moet gesteld worden op de hoogste boete
        indien hij niet op tijd is.
"""
CURSUSDAG = date(2025, 1, 1)
EERST = "34-dag-van-het-diploma-boete"


def cursus() -> Onderzoek:
    return onderzoek(model_van(CURSUS), (), CURSUSDAG, vraag=Vraag(SNEL))


def test_een_dag_te_laat_kost_de_lening_en_de_boete() -> None:
    """10,000 is not forgiven and 1,250 is due: 11,250; each alone is material, so they stack."""
    gevonden = cursus()
    for patroon in ("P01", "P06", "P08"):
        b = een(gevonden, f"{patroon}-pw1-{EERST}")
        assert b.getuigen[0].verlies == 11250
        assert [x.regels for x in b.blaamset] == [("boete", "kwijtschelding")]
        assert b.titel.endswith("(artikel 34, Pw1 en artikel 4, Pb1)")
    (p08,) = van(gevonden, "P08")
    assert (p08.maat, p08.eenheid) == (2, "stappen")
    # The larger of the two, although for the neighbour no rule gave a debt or a fine.
    assert p08.gevolg == "schuld van A"


def test_p14_noemt_de_stap_zonder_uitweg() -> None:
    """The fine has Awb 5:46 (3); the remission, bound by an AMvB, only the direct test (2)."""
    (b,) = van(cursus(), "P14")
    assert "tegen artikel 4, Pb1: de sterkste is 2" in b.titel
    (samen,) = [r for r in b.dekking.rijen if r.dekt == "dekt"]
    assert (samen.soort, samen.sterkte) == (ALGEMEEN, 2)
    deels = next(r for r in b.dekking.rijen if r.route.startswith("Awb 5:46"))
    assert (deels.dekt, deels.reden) == (
        "raakt deels",
        "bereikt regel “kwijtschelding” niet: niet bij een beschikking",
    )


def test_algemene_wegen_samen_zijn_geen_clausule() -> None:
    assert "P15" not in patronen(cursus())


# ------------------------------------------------------------------ how far a recovery reaches back

TERUG = """
Regeling Proefwet
    afkorting Pw2
    niveau formele wet
    tekst van 1-1-2014

Objecttype de Student (mv: Studenten) (bezield)
    de dag van inschrijving	Datum in dagen;
    de dag van vertrek	Datum in dagen;
    de dag van de controle	Datum in dagen;
    de teruggevorderde tijd	Numeriek (niet-negatief geheel getal) met eenheid mnd;
    de terugvordering	Numeriek (niet-negatief geheel getal) met eenheid €;

Uitkomst van een Student
    nadeel de terugvordering van de Student

Invoerbereik van een Student
    de dag van inschrijving: 1-9-2013 t/m 31-12-2013 per 1 dg, modaal 1-9-2013
    de dag van vertrek: 1-1-2015 t/m 31-1-2015 per 1 dg, modaal 1-1-2015
    de dag van de controle: 1-1-2015 t/m 31-12-2015 per 1 dg, modaal 1-3-2015

Gebeurtenis inschrijving
    soort handeling van de burger
    verandert de dag van inschrijving van een Student

Gebeurtenis vertrek
    soort levensgebeurtenis
    verandert de dag van vertrek van een Student

Gebeurtenis controle
    soort handeling van de overheid
    verandert de dag van de controle van een Student

Regel teruggevorderde tijd
    bron artikel 9 Pw2
    geldig altijd
        De teruggevorderde tijd van een Student moet berekend worden als
        (de tijdsduur van zijn dag van VANAF tot zijn dag van de controle in hele maanden),
        met een minimum van 0 mnd.

Regel terugvordering
    bron artikel 9 Pw2
    bevoegdheid gebonden
    stap terugvordering
    richting nadelig
    geldig altijd
        De terugvordering van een Student moet berekend worden als
        zijn teruggevorderde tijd maal 200 €/mnd.
"""
TERUG_SCENARIO = """
Scenario twee maanden weg
    bron "eigen berekening: 18 of 2 maanden van 200 euro"
    rekendatum 1-9-2013
    gegeven
        - een Student A
        - op 1-9-2013 inschrijving met de dag van inschrijving van A gelijk aan 1-9-2013
        - op 1-1-2015 vertrek met de dag van vertrek van A gelijk aan 1-1-2015
        - op 1-3-2015 controle met de dag van de controle van A gelijk aan 1-3-2015
    dan
        - op 1-3-2015 is de terugvordering van A gelijk aan BEDRAG €
"""


def teruggevorderd(vanaf: str, bedrag: int) -> Onderzoek:
    tekst = TERUG_SCENARIO.replace("BEDRAG", str(bedrag))
    return onderzoek_met(TERUG.replace("VANAF", vanaf), tekst, date(2015, 3, 1))


def test_p11_een_terugvordering_tot_de_inschrijving() -> None:
    """From 1 September 2013 to 1 March 2015 is 546 days: 17 whole months of 365/12 days. All of
    the 18 calendar months are claimed: 3,600 euro."""
    (b,) = van(teruggevorderd("inschrijving", 3600), "P11")
    assert (b.maat, b.getuigen[0].verlies) == (17, 3600)


def test_p11_niet_verder_terug_dan_wat_er_verloren_gaat() -> None:
    """Two months from the departure on, 400 euro: before it nothing is lost."""
    assert not van(teruggevorderd("vertrek", 400), "P11")


def test_p17_van_wat_nog_moest_gebeuren_kan_niemand_weten() -> None:
    """The registration told the authority nothing about a departure sixteen months later."""
    assert not van(teruggevorderd("inschrijving", 3600), "P17")


# ------------------------------------------------------------------ an amount that no rule gives

TOELAGE = """
Regeling Proefregels
    afkorting Pr3
    niveau beleidsregel
    tekst van 1-1-2025

Objecttype de Inwoner (mv: Inwoners) (bezield)
    het inkomen	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    is student	kenmerk (bijvoeglijk);
    de toelage	Numeriek (niet-negatief geheel getal) met eenheid €;

Parameter de norm : Numeriek (niet-negatief geheel getal) met eenheid €/jr;
Parameter het deel : Percentage (geheel getal);

Parameterwaarden 2025
    geldig altijd
    de norm is 12345 €/jr
        bron artikel 2 Pr3
    het deel is 120%
        bron artikel 2 Pr3

Uitkomst van een Inwoner
    voordeel de toelage van de Inwoner

Invoerbereik van een Inwoner
    het inkomen: 0 €/jr t/m 40000 €/jr per 1 €/jr, modaal 14000 €/jr
    niet ter zake doet student

Regel toelage
    bron artikel 3 Pr3
    bevoegdheid gebonden
    stap beschikking
    geldig altijd
        De toelage van een Inwoner moet gesteld worden op 1300 €
        indien hij aan alle volgende voorwaarden voldoet:
            - zijn inkomen is kleiner of gelijk aan het deel van de norm
            - hij is niet student.
"""


def test_120_procent_van_een_norm_staat_in_de_wet() -> None:
    """120 % of 12,345 is 14,814: the law says so, so it is no hidden limit."""
    gevonden = zoek_uit(TOELAGE)
    (b,) = van(gevonden, "P01")
    assert (b.getuigen[0].waarde_burger, b.getuigen[0].waarde_buur) == (14815, 14814)
    assert gevonden.verborgen_drempels == ()


def test_een_kap_waar_de_getroffene_niets_krijgt() -> None:
    """One euro over the limit costs one euro: for who gets nothing it is 1,300 less."""
    wet = lees_wet((Source("wet.regels", TOELAGE),)).value
    (b,) = van(zoek_uit(TOELAGE), "P01")
    kap = [s for s in SJABLONEN if s.id == "kap"]
    (proef,) = onderzoek_herstel(wet, b, (), sjablonen=kap).proeven
    assert proef.voor.grootste is not None and proef.voor.grootste.maat == 1300  # noqa: PT018
    assert proef.na.grootste is not None and proef.na.grootste.maat == 1  # noqa: PT018


def test_een_kenmerk_dat_niet_is_opgegeven_is_onwaar() -> None:
    huishouden = Huishouden((("A", "Inwoner"),))
    een_, ander = (Casus(date(2025, 1, 1), huishouden, i) for i in ({("A", "student"): True}, {}))
    verschil = InGegeven(model_van(TOELAGE), (een_, ander), "A", "student")
    assert verschil.teksten == ("waar", "onwaar")


# ------------------------------------------------------------------ a number that nobody gave

BEWONERS = """
Objecttype de Huurder (mv: Huurders) (bezield)
    het aantal medebewoners	Numeriek (niet-negatief geheel getal);
    het opgegeven bedrag	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    het bedrag	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    de hulp	Numeriek (niet-negatief geheel getal) met eenheid €/jr;

Uitkomst van een Huurder
    voordeel de hulp van de Huurder

Invoerbereik van een Huurder
    het aantal medebewoners: 0 t/m 3 per 1, modaal 0
    het opgegeven bedrag: 2000 €/jr t/m 2100 €/jr per 1 €/jr, modaal 2000 €/jr

Regel bedrag van wie alleen woont
    bron "verzonnen"
    geldig altijd
        Het bedrag van een Huurder moet gesteld worden op 2000 €/jr
        indien zijn aantal medebewoners kleiner is dan 1.

Regel bedrag van een groter huishouden
    bron "verzonnen"
    geldig altijd
        Het bedrag van een Huurder moet gesteld worden op zijn opgegeven bedrag
        indien zijn aantal medebewoners groter of gelijk is aan 1.

Regel hulp
    bron "verzonnen"
    geldig altijd
        De hulp van een Huurder moet berekend worden als zijn bedrag.
"""


def test_een_onbekend_bedrag_is_geen_verlies() -> None:
    """Who lives alone gets 2,000 and who does not at least 2,000; where that amount was not given
    it is unknown and not nothing."""
    assert zoek_uit(BEWONERS).bevindingen == ()


def test_een_bekend_bedrag_wel() -> None:
    """With 1,000 given, one more person in the house costs 1,000."""
    (b,) = van(zoek_uit(BEWONERS.replace("2000 €/jr t/m 2100", "1000 €/jr t/m 2100")), "P01")
    assert b.maat == 1000
    assert b.getuigen[0].burger.invoer["A", "opgegeven bedrag"] == 1000


# ------------------------------------------------------------------ more borders in one table

TABEL = """
Objecttype de Verzekerde (mv: Verzekerden) (bezield)
    het verlies	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    de uitkering	Numeriek (niet-negatief geheel getal) met eenheid €/jr;

Uitkomst van een Verzekerde
    voordeel de uitkering van de Verzekerde

Invoerbereik van een Verzekerde
    het verlies: 0 €/jr t/m 40000 €/jr per 1 €/jr, modaal 10000 €/jr

Beslistabel uitkering
    bron "verzonnen"
    geldig altijd
| | de uitkering van een Verzekerde moet gesteld worden op | indien zijn verlies groter of gelijk is aan | indien zijn verlies kleiner is dan |
|---|---|---|---|
| 1 | 6000 €/jr | 10000 €/jr | 20000 €/jr |
| 2 | 7000 €/jr | 20000 €/jr | 30000 €/jr |
| 3 | 9000 €/jr | 30000 €/jr | n.v.t. |
"""  # noqa: E501


def test_alle_kliffen_van_een_tabel_staan_erbij() -> None:
    """The worst is told, 6,000 at 10,000; those of 1,000 and 2,000 stand in a list."""
    b = max(van(zoek_uit(TABEL), "P01"), key=lambda b: b.maat)
    assert b.maat == 6000
    (lijst,) = b.getuigen[0].bewijs
    assert [rij[1:] for rij in lijst.rijen] == [
        ("10000 €/jr", "6000 €"),
        ("20000 €/jr", "1000 €"),
        ("30000 €/jr", "2000 €"),
    ]


def clausule_bij(tekst: str, onderzocht: Onderzoek) -> Variant:
    """The draft clause for the worst klif."""
    wet = lees_wet((Source("wet.regels", tekst),)).value
    b = max(van(onderzocht, "P01"), key=lambda b: b.maat)
    sjablonen = [s for s in SJABLONEN if s.id == "clausule"]
    (proef,) = onderzoek_herstel(wet, b, (), sjablonen=sjablonen).proeven
    return proef.variant


def test_een_clausule_bij_een_beslistabel() -> None:
    """A table has no amount to set aside, but the article that it stands for can be named."""
    regeling = (
        "Regeling Proefwet\n    afkorting Pw5\n    niveau formele wet\n    tekst van 1-1-2025\n"
    )
    tekst = regeling + TABEL.replace(
        'bron "verzonnen"', "bron artikel 62 Pw5\n    stap beschikking"
    )
    variant = clausule_bij(tekst, zoek_uit(tekst))
    assert "    reikwijdte:\n    - artikel 62 Pw5\n" in variant.tekst


def test_een_clausule_maakt_elk_bedrag_anders() -> None:
    """The remission can be given after all; the fine is another amount, and goes too."""
    variant = clausule_bij(CURSUS, cursus())
    assert "In dat geval moet de kwijtschelding van de Cursist" in variant.tekst
    assert "In dat geval moet de boete van de Cursist gesteld worden op 0 €." in variant.tekst
    assert "elk bedrag heeft hier een eigen blok; in de wet is het één artikel" in (
        variant.opmerkingen
    )


# ------------------------------------------------------------------ a ratio that goes on growing

VERHOUDING = """
Objecttype de Betaler (mv: Betalers) (bezield)
    het tekort	Numeriek (niet-negatief geheel getal) met eenheid €;
    de tijd	Numeriek (niet-negatief geheel getal) met eenheid mnd;
    de last	Numeriek (niet-negatief geheel getal) met eenheid €;

Uitkomst van een Betaler
    nadeel de last van de Betaler

Invoerbereik van een Betaler
    het tekort: 100 € t/m 100 € per 1 €, modaal 100 €
    de tijd: 0 mnd t/m 30 mnd per 1 mnd, modaal 2 mnd

Evenredigheidsnorm last naar tekort
    patroon P04 onevenredige sanctie
    gevolg de last van de Betaler
    tekortkoming het tekort van de Betaler
    signaal bij 2, hard bij 4, zeer hard bij 10
    bron "verzonnen"

Regel last
    bron "verzonnen"
    stap boete
    geldig altijd
        De last van een Betaler moet berekend worden als zijn tijd maal 100 €/mnd.
"""


def test_p04_noemt_de_grootste_verhouding() -> None:
    """Each month 100 euro for a shortfall of 100: four times after 4 months, thirty after 30."""
    (b,) = van(zoek_uit(VERHOUDING), "P04")
    assert b.maat == Fraction(30)
    assert (b.getuigen[0].waarde_burger, b.getuigen[0].waarde_buur) == (30, 3)
