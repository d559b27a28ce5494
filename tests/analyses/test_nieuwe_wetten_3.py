"""Made-up laws as a stranger writes them: without ranges, with amounts per week, with two amounts
behind one border. Every amount is worked out by hand beside it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.analyses.voorbeeld import DAG, model_van, van
from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Onderzoek
from wetsanalyse.analyses.burgers.vormen import burgers, domeinen
from wetsanalyse.analyses.herstel import SJABLONEN, Herstel, onderzoek_herstel
from wetsanalyse.analyses.herstel.basis import lees_wet
from wetsanalyse.analyses.maten.maatstaf import geleverd
from wetsanalyse.analyses.onderzoek import Vraag, onderzoek
from wetsanalyse.analyses.statisch.overzicht import statisch
from wetsanalyse.analyses.verlopen.diepte import SNEL
from wetsanalyse.analyses.verlopen.vegen import MINSTENS, PER_VERLOOP, opdrachten, vegen
from wetsanalyse.model.bereik import geraakt
from wetsanalyse.plan.lower import lower
from wetsanalyse.report.dekkingswoorden import slot
from wetsanalyse.text import Diagnostic, Source


def zoek(tekst: str) -> Onderzoek:
    return onderzoek(model_van(tekst), (), DAG, vraag=Vraag(SNEL))


def herstel_van(tekst: str, *sjablonen: str) -> Herstel:
    """The repairs of the worst klif."""
    wet = lees_wet((Source("wet.regels", tekst),)).value
    b = max(van(zoek(tekst), "P01"), key=lambda b: b.maat)
    wil = [s for s in SJABLONEN if s.id in sjablonen]
    return onderzoek_herstel(wet, b, (), sjablonen=wil)


def meldingen(tekst: str) -> list[Diagnostic]:
    ontleding = chain.parse((Source("wet.regels", tekst),))
    return [*ontleding.fouten, *chain.resolve(ontleding.value).fouten]


# ------------------------------------------------------------------ no range, no parameter

HUUR = """
Objecttype de Huurder (mv: Huurders) (bezield)
    het inkomen	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    de huurverhoging	Numeriek (niet-negatief geheel getal) met eenheid €/mnd;

Beslistabel huurverhoging
    bron "verzonnen"
    geldig altijd
| | de huurverhoging van een Huurder moet gesteld worden op | indien zijn inkomen kleiner of gelijk is aan | indien zijn inkomen groter is dan |
|---|---|---|---|
| 1 | 0 €/mnd | 48000 €/jr | n.v.t. |
| 2 | 50 €/mnd | n.v.t. | 48000 €/jr |

Uitkomst van een Huurder
    nadeel de huurverhoging van de Huurder
"""  # noqa: E501


def test_zonder_bereik_wordt_ook_bij_de_bedragen_in_de_regels_gezocht() -> None:
    """50 a month is 600 a year, at a border that only the table names."""
    (b,) = van(zoek(HUUR), "P01")
    assert b.maat == 600
    assert {b.getuigen[0].waarde_burger, b.getuigen[0].waarde_buur} == {48001, 48000}


REKENING = """
Objecttype de Schuldenaar (mv: Schuldenaren) (bezield)
    de vervaldag	Datum in dagen;
    de dag van betaling	Datum in dagen;
    de kosten	Numeriek (niet-negatief geheel getal) met eenheid €;

Regel kosten
    bron "verzonnen"
    geldig altijd
        De kosten van een Schuldenaar moeten gesteld worden op 300 €
        indien zijn dag van betaling later is dan {grens}.

Uitkomst van een Schuldenaar
    nadeel de kosten van de Schuldenaar
"""


@pytest.mark.parametrize(
    ("grens", "voor", "na"),
    [
        ("zijn vervaldag plus 14 dg", 366, 366),  # three times a fortnight is less than a year
        ("zijn vervaldag plus 30 wk", 630, 630),
        ("1-1-2020", 366 + (DAG - date(2020, 1, 1)).days, 366),
        ("zijn vervaldag plus 2 jr", 36_525, 1_826),
    ],
)
def test_zonder_bereik_liggen_dagen_dichtbij_tenzij_er_jaren_tellen(
    grens: str, voor: int, na: int
) -> None:
    """Nobody is sent a bill of a hundred years ago; somebody can be born then."""
    plan = lower(model_van(REKENING.format(grens=grens)), DAG)
    bereik = domeinen(plan)["Schuldenaar", "vervaldag"].bereik
    dag = DAG.toordinal()
    assert (bereik.van, bereik.tot) == (dag - voor, dag + na)


WERKDAG = """
Dagsoort de werkdag (mv: werkdagen)

Regel werkdag
    bron "verzonnen"
    geldig altijd
        Een dag is een werkdag
        indien het jaar uit (de dag) groter is dan 2000.
"""


def test_het_jaar_van_een_feestdag_telt_geen_jaren() -> None:
    """What makes a day a working day looks at the year of that day, and not at whoever is old."""
    tekst = WERKDAG + REKENING.format(grens="zijn vervaldag plus 3 werkdagen")
    bereik = domeinen(lower(model_van(tekst), DAG))["Schuldenaar", "vervaldag"].bereik
    assert (bereik.van, bereik.tot) == (DAG.toordinal() - 366, DAG.toordinal() + 366)


def test_een_wet_die_elke_dag_anders_is_wordt_gezocht_en_niet_exact_genoemd() -> None:
    """The runs for all sweeps together are counted: what is left of an axis is then searched."""
    tekst = WERKDAG + REKENING.format(grens="zijn vervaldag plus 3 werkdagen")
    plan = lower(model_van(tekst), DAG)
    (eerste, *_) = opdrachten(plan, burgers(plan, ()))
    (krap,) = vegen(plan, [eerste], lambda _nu, _van: None, evaluaties=0)
    (ruim,) = vegen(plan, [eerste], lambda _nu, _van: None)
    assert (krap.netto.garantie, ruim.netto.garantie) == ("gezocht", "exact")
    assert krap.netto.evaluaties < ruim.netto.evaluaties
    assert krap.hoogstens == MINSTENS
    assert ruim.hoogstens == PER_VERLOOP


def test_zonder_bereik_is_een_bedrag_dat_nergens_tegenover_staat_niet_klein() -> None:
    """The fee is half of the assets. No law names an amount: 100 euro would hide everything."""
    tekst = """
Objecttype de Erfgenaam (mv: Erfgenamen) (bezield)
    de erfenis	Numeriek (niet-negatief geheel getal) met eenheid €;
    is verre familie	kenmerk (bijvoeglijk);
    de dagen te laat	Numeriek (niet-negatief geheel getal) met eenheid dg;
    de heffing	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €;

Regel heffing
    bron "verzonnen"
    geldig altijd
        De heffing van een Erfgenaam moet berekend worden als 50% van zijn erfenis
        indien zijn dagen te laat groter is dan 14 dg.

Uitkomst van een Erfgenaam
    nadeel de heffing van de Erfgenaam
"""
    (b,) = van(zoek(tekst), "P01")
    assert b.as_ == "dagen te laat"
    assert b.maat >= 500


# ------------------------------------------------------------------ amounts per week

WEEK = """
Objecttype de Zorger (mv: Zorgers) (bezield)
    het weekloon	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €/wk;
    de uitkering	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €/wk;
    de uitkering per jaar	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €/jr;

Parameter de loongrens : Numeriek (niet-negatief geheel getal) met eenheid €/wk;
Parameter het weekbedrag : Numeriek (niet-negatief geheel getal) met eenheid €/wk;

Parameterwaarden alles
    geldig altijd
    de loongrens is 150 €/wk
        bron "verzonnen"
    het weekbedrag is 80 €/wk
        bron "verzonnen"

Invoerbereik van een Zorger
    het weekloon: 0 €/wk t/m 400 €/wk per 0,01 €/wk, modaal 100 €/wk

Uitkomst van een Zorger
    voordeel de uitkering per jaar van de Zorger

Regel uitkering
    bron "verzonnen"
    stap beschikking
    geldig altijd
        De uitkering van een Zorger moet gesteld worden op het weekbedrag
        indien zijn weekloon kleiner of gelijk is aan de loongrens.

Regel uitkering per jaar
    bron "verzonnen"
    geldig altijd
        De uitkering per jaar van een Zorger moet berekend worden als zijn uitkering maal 52 wk/jr.
"""


def test_een_kap_bij_bedragen_per_week() -> None:
    """One cent over the border costs one cent a week: 0.52 a year, where it was 80 times 52."""
    uit = herstel_van(WEEK, "kap")
    assert uit.bevinding.maat == 4160
    (proef,) = uit.proeven
    assert proef.na.grootste is not None
    assert proef.na.grootste.maat == Fraction(52, 100)


def test_een_marge_bij_een_bedrag_per_week_is_een_deel_van_de_grens() -> None:
    """What is lost in a year, 4,160, says nothing about a border of 150 a week; a tenth does."""
    (proef,) = herstel_van(WEEK, "marge").proeven
    assert proef.variant.naam == "een marge van 10%"
    assert {v.nieuw.van for v in proef.verplaatst} == {"165 €/wk"}


def test_een_tiende_van_niets_is_geen_marge() -> None:
    """Who works no hour gets nothing: a tenth more than no hour is no hour."""
    tekst = WEEK.replace("kleiner of gelijk is aan de loongrens", "groter is dan 0 €/wk")
    (nee,) = herstel_van(tekst, "marge").afgewezen
    assert nee.reden == "10% van een grens van nul is niets"


def test_een_uitkomst_per_week_krijgt_een_volgende_stap() -> None:
    fouten = meldingen(
        WEEK.replace("voordeel de uitkering per jaar van", "voordeel de uitkering van")
    )
    (fout,) = [f for f in fouten if f.code == "UI-GELD"]
    assert any("52 wk/jr" in hulp for hulp in fout.hulp)


def test_een_uitkomst_in_een_andere_munt_krijgt_een_volgende_stap() -> None:
    fouten = meldingen(WEEK.replace("€", "GBP"))
    assert {f.code for f in fouten} == {"UI-GELD"}
    assert all(any("€" in hulp for hulp in f.hulp) for f in fouten)


# ------------------------------------------------------------------ a clause for every amount

LENING = """
Regeling Proefwet
    afkorting Pw9
    niveau formele wet
    tekst van 1-1-2020

Bestuursorgaan de dienst

Objecttype de Student (mv: Studenten) (bezield)
    de dag van het diploma	Datum in dagen;
    de beurs	Numeriek (niet-negatief geheel getal) met eenheid €;
    is op tijd	kenmerk (bijvoeglijk);
    de gift	Numeriek (niet-negatief geheel getal) met eenheid €;
    de schuld	Numeriek (niet-negatief geheel getal) met eenheid €;

Invoerbereik van een Student
    de dag van het diploma: 1-1-2024 t/m 31-12-2025 per 1 dg, modaal 1-6-2024
    de beurs: 0 € t/m 9000 € per 1 €, modaal 6000 €

Uitkomst van een Student
    voordeel de gift van de Student
    nadeel de schuld van de Student

Regel op tijd
    bron artikel 1 Pw9
    geldig altijd
        Een Student is op tijd indien zijn dag van het diploma eerder is dan dd. 1-1-2025.

Regel gift
    bron artikel 2 Pw9
    geldig altijd
        De gift van een Student moet gesteld worden op zijn beurs indien hij op tijd is.

Regel schuld
    bron artikel 3 Pw9
    geldig altijd
        De schuld van een Student moet gesteld worden op zijn beurs indien hij niet op tijd is.
"""


def test_een_clausule_neemt_elk_bedrag_van_de_grens_weg() -> None:
    """The gift comes back and the debt goes: 9,000 and 9,000, so nobody is left hit."""
    (proef,) = herstel_van(LENING, "clausule").proeven
    assert "de gift van de Student gesteld worden op zijn beurs." in proef.variant.tekst
    assert "de schuld van de Student gesteld worden op 0 €." in proef.variant.tekst
    assert proef.hard_oud == 0
    assert proef.groepen[0].kosten.hoogste == 18000


TABEL = """
Regeling Proefbesluit
    afkorting Pb9
    niveau AMvB
    tekst van 1-1-2020

Objecttype de Bewoner (mv: Bewoners) (bezield)
    het aantal maanden	Numeriek (niet-negatief geheel getal) met eenheid mnd;
    het inkomen	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    de soort	Soort;
    de korting	Percentage (geheel getal);
    de bijdrage	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €/jr;

Domein Soort is van het type Enumeratie
    'laag'
    'hoog'

Invoerbereik van een Bewoner
    het aantal maanden: 0 mnd t/m 24 mnd per 1 mnd, modaal 12 mnd
    het inkomen: 0 €/jr t/m 50000 €/jr per 1 €/jr, modaal 20000 €/jr

Uitkomst van een Bewoner
    nadeel de bijdrage van de Bewoner
"""

VIA_SOORT = (
    TABEL
    + """
Beslistabel soort
    bron artikel 1 Pb9
    geldig altijd
| | de soort van een Bewoner moet gesteld worden op | indien zijn aantal maanden groter is dan | indien zijn aantal maanden kleiner of gelijk is aan |
|---|---|---|---|
| 1 | 'hoog' | 4 mnd | n.v.t. |
| 2 | 'laag' | n.v.t. | 4 mnd |

Regel hoge bijdrage
    bron artikel 2 Pb9
    stap beschikking
    geldig altijd
        De bijdrage van een Bewoner moet berekend worden als 80% van zijn inkomen
        indien zijn soort gelijk is aan 'hoog'.

Regel lage bijdrage
    bron artikel 3 Pb9
    stap beschikking
    geldig altijd
        De bijdrage van een Bewoner moet berekend worden als 10% van zijn inkomen
        indien zijn soort gelijk is aan 'laag'.
"""  # noqa: E501
)


def test_een_clausule_waar_een_tabel_de_regel_kiest() -> None:
    """The neighbour pays a tenth, and so does who gets a yes: not nothing at all. At the end of the
    range 80 % of 50,000 becomes 10 %: 35,000 less."""
    (proef,) = herstel_van(VIA_SOORT, "clausule").proeven
    assert "de bijdrage van de Bewoner gesteld worden op 10% van zijn inkomen." in (
        proef.variant.tekst
    )
    assert proef.groepen[0].kosten.hoogste == 35000


def test_een_clausule_met_een_rij_van_een_tabel() -> None:
    """The row that holds for the neighbour is what a yes gives: 30 % off instead of none, 15,000 of
    50,000."""
    tekst = (
        TABEL
        + """
Beslistabel korting
    bron artikel 1 Pb9
    geldig altijd
| | de korting van een Bewoner moet gesteld worden op | indien zijn aantal maanden groter is dan | indien zijn aantal maanden kleiner of gelijk is aan |
|---|---|---|---|
| 1 | 0% | 4 mnd | n.v.t. |
| 2 | 30% | n.v.t. | 4 mnd |

Regel bijdrage
    bron artikel 2 Pb9
    stap beschikking
    geldig altijd
        De bijdrage van een Bewoner moet berekend worden als
        zijn inkomen min (zijn korting van zijn inkomen).
"""  # noqa: E501
    )
    (proef,) = herstel_van(tekst, "clausule").proeven
    assert "de korting van de Bewoner gesteld worden op 30%." in proef.variant.tekst
    assert proef.groepen[0].kosten.hoogste == 15000


# ------------------------------------------------------------------ what a lawyer writes

CLAUSULE = """
Open norm geen verwijt
    bron artikel 5 Pb9
    beoordeeld door de dienst

Bestuursorgaan de dienst

Hardheidsclausule artikel 5 Pb9
    bron artikel 5 Pb9
    bevoegdheid discretionair
    reikwijdte:
    - Beslistabel soort
    voor individuele gevallen
    geldig altijd
        De dienst kan ten aanzien van een Bewoner afwijken van de reikwijdte
        indien er sprake is van open norm geen verwijt.
"""


def test_een_clausule_mag_een_beslistabel_noemen() -> None:
    """By its name, as a rule; both rows lie within reach."""
    model = model_van(VIA_SOORT + CLAUSULE)
    (clausule,) = model.clausules.values()
    versies = [v for r in model.regels.values() for v in r.versies]
    assert {v.regel for v in geraakt(clausule, versies)} == {"soort"}


@pytest.mark.parametrize(
    ("plaats", "artikel", "lid"),
    [
        ("artikel B13 Pb9", "B13", None),
        ("artikel J 24, eerste lid, Pb9", "J 24", "1"),
        ("artikel XVI, tweede lid, Pb9", "XVI", "2"),
        ("artikel 3:4, tweede lid, Pb9", "3:4", "2"),
    ],
)
def test_artikelen_met_letters(plaats: str, artikel: str, lid: str | None) -> None:
    """As in the Kieswet, in a law that changes others, and abroad."""
    model = model_van(VIA_SOORT.replace("artikel 2 Pb9", plaats))
    (bron,) = model.regels["hoge bijdrage"].versies[0].herkomst.bronnen
    assert (bron.artikel, bron.lid, bron.regeling) == (artikel, lid, "Pb9")


def test_een_orgaan_dat_er_niet_is_krijgt_een_volgende_stap() -> None:
    fouten = meldingen(VIA_SOORT + CLAUSULE.replace("Bestuursorgaan de dienst", ""))
    assert {f.code for f in fouten} == {"NM-ONBEKEND"}
    assert all("Bestuursorgaan" in hulp for f in fouten for hulp in f.hulp)


# ------------------------------------------------------------------ three outcomes, no stap

LIJST = """
Regeling Proefleidraad
    afkorting Pl9
    niveau beleidsregel
    tekst van 1-1-2020

Objecttype de Schuldenaar (mv: Schuldenaren) (bezield)
    de dag van plaatsing	Datum in dagen;
    is verdacht	kenmerk (bijvoeglijk);
    de kwijtschelding	Numeriek (niet-negatief geheel getal) met eenheid €;
    de kosten	Numeriek (niet-negatief geheel getal) met eenheid €;

Invoerbereik van een Schuldenaar
    de dag van plaatsing: 1-1-2024 t/m 31-12-2025 per 1 dg, modaal 1-6-2024

Uitkomst van een Schuldenaar
    voordeel de kwijtschelding van de Schuldenaar
    nadeel de kosten van de Schuldenaar

Regel verdacht
    bron artikel 1 Pl9
    geldig altijd
        Een Schuldenaar is verdacht indien zijn dag van plaatsing eerder is dan de Rekendatum.

Regel kwijtschelding
    bron artikel 2 Pl9
    geldig altijd
        De kwijtschelding van een Schuldenaar moet gesteld worden op 800 €
        indien hij niet verdacht is.

Regel kosten
    bron artikel 3 Pl9
    geldig altijd
        De kosten van een Schuldenaar moet gesteld worden op 500 € indien hij verdacht is.
"""


def test_p08_zonder_een_verklaarde_stap() -> None:
    """One kenmerk takes the remission, 800, and brings costs, 500: two steps, 1,300."""
    (b,) = van(zoek(LIJST), "P08")
    assert (b.maat, b.eenheid, b.getuigen[0].verlies) == (2, "stappen", 1300)


def test_p08_niet_waar_het_ene_het_andere_vervangt() -> None:
    """Who gets no remission gets other help of 100 less: one thing is lost, not two."""
    tekst = LIJST.replace("nadeel de kosten", "voordeel de kosten").replace("op 500 €", "op 100 €")
    assert van(zoek(tekst), "P08") == []


def test_een_clausule_is_geen_nadelige_stap() -> None:
    """It sets costs at nothing, for who gets a yes."""
    tekst = (
        LIJST
        + """
Bestuursorgaan de dienst

Open norm geen verwijt
    bron artikel 5 Pl9
    beoordeeld door de dienst

Hardheidsclausule artikel 5 Pl9
    bron artikel 5 Pl9
    bevoegdheid discretionair
    reikwijdte:
    - artikel 3 Pl9
    voor individuele gevallen
    geldig altijd
        De dienst kan ten aanzien van een Schuldenaar afwijken van de reikwijdte
        indien er sprake is van open norm geen verwijt.
        In dat geval moet de kosten van de Schuldenaar gesteld worden op 0 €.
"""
    )
    stappen = statisch(lower(model_van(tekst), DAG), geleverd()).stappen
    assert {s.stap.regel for s in stappen} == {"verdacht", "kwijtschelding", "kosten"}


# ------------------------------------------------------------------ own money by way of a rule

LOON = """
Objecttype de Werker (mv: Werkers) (bezield)
    het loon	Numeriek (niet-negatief geheel getal) met eenheid €/mnd;
    het inkomen uit werk	Numeriek (niet-negatief geheel getal) met eenheid €/mnd;
    de steun	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €/mnd;
    de bodem	Numeriek (niet-negatief geheel getal) met eenheid €/mnd;

Parameter de hoogste steun : Numeriek (niet-negatief geheel getal) met eenheid €/mnd;

Parameterwaarden alles
    geldig altijd
    de hoogste steun is 600 €/mnd
        bron "verzonnen"

Invoerbereik van een Werker
    het loon: 0 €/mnd t/m 2000 €/mnd per 1 €/mnd, modaal 400 €/mnd
    meer behoefte bij lager loon

Uitkomst van een Werker
    voordeel de steun van de Werker
    voordeel het inkomen uit werk van de Werker
    bodem de bodem van de Werker

Regel inkomen uit werk
    bron "verzonnen"
    geldig altijd
        Het inkomen uit werk van een Werker moet gesteld worden op zijn loon.

Regel bodem
    bron "verzonnen"
    geldig altijd
        De bodem van een Werker moet gesteld worden op 700 €/mnd.

Regel steun
    bron "verzonnen"
    geldig altijd
        De steun van een Werker moet berekend worden als
        (de hoogste steun min (AFBOUW van zijn loon)), met een minimum van 0 €/mnd.
"""


def test_p02_telt_doorgegeven_loon_niet_dubbel() -> None:
    """Of each euro 120 cent is lost and one is earned: 20 cent less. A tenth less, and it pays to
    work: 90 cent is lost."""
    (b,) = van(zoek(LOON.replace("AFBOUW", "120%")), "P02")
    assert b.maat == Fraction(12, 10)
    assert van(zoek(LOON.replace("AFBOUW", "90%")), "P02") == []


def test_wie_minder_verdient_heeft_minder() -> None:
    """With half of it taken off, 0 is 600 and 2,000 is 2,000: no order is broken, and no law put
    somebody below 700. Aid that goes up with the wage does break the order."""
    half = zoek(LOON.replace("AFBOUW", "50%"))
    assert (van(half, "P09"), van(half, "P05")) == ([], [])
    erbij = LOON.replace("min (AFBOUW van zijn loon)", "plus (50% van zijn loon)")
    (b,) = van(zoek(erbij), "P09")
    assert (b.getuigen[0].waarde_burger, b.getuigen[0].waarde_buur) == (0, 2000)


# ------------------------------------------------------------------ a table with a first value

BEGINWAARDE = """
Regel gewoon laag
    bron artikel 1 Pb9
    geldig altijd
        De soort van een Bewoner moet geïnitialiseerd worden op 'laag'.
"""


def test_een_beginwaarde_vult_het_gat_van_een_tabel() -> None:
    """Up to four months no row holds; there the first value does. Without it there is a gap."""
    tekst = VIA_SOORT.replace("| 2 | 'laag' | n.v.t. | 4 mnd |\n", "")
    for meer, codes in (("", ["BT-GAT"]), (BEGINWAARDE, [])):
        ontleding = chain.parse((Source("wet.regels", tekst + meer),))
        gemeld = chain.resolve(ontleding.value).diagnostics
        assert [m.code for m in gemeld if m.code == "BT-GAT"] == codes


# ------------------------------------------------------------------ a year in two halves

HALFJAREN = """
Dimensie het halfjaar, bestaande uit de halfjaren (na het attribuut met voorzetsel van):
    1. het eerste halfjaar
    2. het tweede halfjaar

Objecttype de Ontvanger (mv: Ontvangers) (bezield)
    het loon	Numeriek (niet-negatief geheel getal) met eenheid € gedimensioneerd met halfjaar;
    de betaalde hulp	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €;
    het recht volgens het gemiddelde	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €;
    de schuld	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €;

Invoerbereik van een Ontvanger
    het loon: 0 € t/m 20000 € per 1 €, modaal 5000 €
    niet ter zake doet BELANG

Uitkomst van een Ontvanger
    voordeel de betaalde hulp van de Ontvanger
    nadeel de schuld van de Ontvanger

Regel betaald per halfjaar
    bron "verzonnen"
    geldig altijd
        De betaalde hulp van een Ontvanger moet berekend worden als
        (5000 € min (50% van zijn loon van het eerste halfjaar), met een minimum van 0 €)
        plus (5000 € min (50% van zijn loon van het tweede halfjaar), met een minimum van 0 €).

Regel gemiddeld
    bron "verzonnen"
    geldig altijd
        Het recht volgens het gemiddelde van een Ontvanger moet berekend worden als
        (10000 € min (50% van (de som van zijn loon over alle halfjaren)), met een minimum van 0 €).

Regel schuld
    bron "verzonnen"
    geldig altijd
        De schuld van een Ontvanger moet berekend worden als
        (2 maal (zijn betaalde hulp min zijn recht volgens het gemiddelde)), met een minimum van 0 €.
"""  # noqa: E501


def test_p10_de_verdeling_over_de_helften_van_een_jaar() -> None:
    """20,000 in one half: 5,000 was paid, the average gives nothing, twice 5,000 is owed: 5,000
    less than nothing. Half in each half: nothing paid and nothing owed."""
    (b,) = van(zoek(HALFJAREN.replace("BELANG", "de verdeling van het loon")), "P10")
    assert b.as_ == "de verdeling van loon"
    assert b.maat == 5000


def test_p10_en_p09_gelden_ook_voor_een_cel() -> None:
    """An attribute with dimensions is declared once, and each of its cells is an axis."""
    assert van(zoek(HALFJAREN.replace("BELANG", "het loon")), "P10")
    orde = HALFJAREN.replace("niet ter zake doet BELANG", "meer behoefte bij lager loon")
    assert van(zoek(orde.replace("min (50%", "plus (50%")), "P09")


# ------------------------------------------------------------------ a law without a Regeling


def test_de_dekking_zegt_dat_er_geen_regeling_is() -> None:
    """`HUUR` names no Regeling: then there is no list of texts to close with."""
    tekst, *_ = slot(model_van(HUUR), 0)
    assert tekst == "Geen Regeling opgegeven: niet bekend is welke tekst gelezen is."
