"""Made-up laws: whom the search blames, how far it looks, what it calls covered. Every amount is
worked out by hand beside it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.analyses.voorbeeld import DAG, model_van, van
from wetsanalyse.analyses.bevinding import Onderzoek
from wetsanalyse.analyses.burgers.geraden import GEWOON_BEDRAG
from wetsanalyse.analyses.burgers.vormen import domeinen
from wetsanalyse.analyses.onderzoek import Vraag, onderzoek
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.tweeling import blaamsets, tweeling
from wetsanalyse.analyses.verlopen.diepte import SNEL
from wetsanalyse.analyses.verlopen.vegen import vragen
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import lower


def zoek(tekst: str) -> Onderzoek:
    return onderzoek(model_van(tekst), (), DAG, vraag=Vraag(SNEL))


# ------------------------------------------------------------------ what is held against what

HUUR_NAAR_INKOMEN = """
Objecttype de Huurder (mv: Huurders) (bezield)
    het inkomen	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    de huur	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €/mnd;
    de jaarhuur	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €/jr;
    de huurverhoging	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €/mnd;

Regel jaarhuur
    bron "verzonnen"
    geldig altijd
        De jaarhuur van een Huurder moet berekend worden als zijn huur maal 12 mnd/jr.

Regel huurverhoging
    bron "verzonnen"
    geldig altijd
        De huurverhoging van een Huurder moet berekend worden als
        (0,6% van zijn huur) rekenkundig afgerond op 2 decimalen
        indien GRENS.

Uitkomst van een Huurder
    nadeel de huurverhoging van de Huurder
"""


@pytest.mark.parametrize(
    ("grens", "tot"),
    [
        # the limit is about the income: of the rent the law names nothing
        ("zijn inkomen groter is dan 48000 €/jr", 2 * GEWOON_BEDRAG / 12),
        # by way of the rent of a year: twice 48,000 a year is 8,000 a month
        ("zijn jaarhuur groter is dan 48000 €/jr", Fraction(8000)),
        # an amount in its own unit
        ("zijn huur groter is dan 700 €/mnd", Fraction(1400)),
    ],
)
def test_een_grens_zegt_alleen_iets_over_wat_ermee_vergeleken_wordt(
    grens: str, tot: Fraction
) -> None:
    """0.6% of 4,166 a month is 300 a year; of a rent of 8,000 it would be 576: a klif that nobody
    meets."""
    tekst = HUUR_NAAR_INKOMEN.replace("GRENS", grens)
    bereik = domeinen(lower(model_van(tekst), DAG))["Huurder", "huur"].bereik
    assert (bereik.van, bereik.tot) == (0, int(tot * 100) * Fraction(1, 100))
    assert not van(zoek(tekst), "P01")


@pytest.mark.parametrize(("grens", "tot"), [("0 €", 2 * GEWOON_BEDRAG), ("300 €", Fraction(600))])
def test_nul_zegt_niet_hoe_groot_een_bedrag_kan_zijn(grens: str, tot: Fraction) -> None:
    """A bill of more than nothing: nil is no amount that a bill is as large as."""
    tekst = """
Objecttype de Betaler (mv: Betalers) (bezield)
    de rekening	Numeriek (niet-negatief geheel getal) met eenheid €;
    de kosten	Numeriek (niet-negatief geheel getal) met eenheid €/mnd;

Regel kosten
    bron "verzonnen"
    geldig altijd
        De kosten van een Betaler moeten gesteld worden op 10 €/mnd
        indien zijn rekening groter is dan GRENS.

Uitkomst van een Betaler
    nadeel de kosten van de Betaler
"""
    plan = lower(model_van(tekst.replace("GRENS", grens)), DAG)
    assert domeinen(plan)["Betaler", "rekening"].bereik.tot == tot


# ------------------------------------------------------------------ blame without a decision

KORTING_EN_TERUG = """
Regeling Proefwet
    afkorting Pw
    niveau formele wet
    tekst van 1-1-2025

Objecttype de Burger (mv: Burgers) (bezield)
    de giften	Numeriek (niet-negatief geheel getal) met eenheid €/mnd;
    de korting	Numeriek (niet-negatief geheel getal) met eenheid €/mnd;
    de terugvordering	Numeriek (niet-negatief geheel getal) met eenheid €;

Uitkomst van een Burger
    nadeel de korting van de Burger
    nadeel de terugvordering van de Burger

Regel korting
    bron artikel 1, Pw
    richting nadelig
    geldig altijd
        De korting van een Burger moet gesteld worden op zijn giften
        indien zijn giften gevuld is.

Regel terugvordering
    bron artikel 2, Pw
    stap terugvordering
    geldig altijd
        De terugvordering van een Burger moet berekend worden als zijn giften maal 6 mnd
        indien zijn giften gevuld is.
"""


@pytest.mark.parametrize(
    ("grens", "sets"),
    [
        # of 1,800 the cut alone is 1,200 and the recovery alone 600: both must go
        (500, [{"korting", "terugvordering"}]),
        # without the cut 600 is left, and that is less than 1,000
        (1000, [{"korting"}]),
    ],
)
def test_een_nadelige_regel_zonder_besluit_kan_ook_de_oorzaak_zijn(
    grens: int, sets: list[set[str]]
) -> None:
    """Gifts of 100 a month against none: twelve months cut, six recovered. Nothing was decided
    otherwise for the cut; the recovery alone does not explain the loss."""
    plan = lower(model_van(KORTING_EN_TERUG), DAG)
    huishouden = Huishouden((("A", "Burger"),))
    grond = ground(plan, huishouden, vragen(plan, huishouden))
    burger, buur = (
        Casus(DAG, huishouden, {("A", "giften"): Fraction(bedrag)}) for bedrag in (100, 0)
    )
    paar = tweeling(plan, grond, burger, buur)
    assert paar.verlies == 1800
    gevonden, volledig = blaamsets(paar, Verlies(Fraction(grens)))
    assert volledig
    assert [{plan.versies[r].regel for r in b.regels} for b in gevonden] == sets


# ------------------------------------------------------------------ P04: the worst ratio is told

KLEINE_REKENING = """
Objecttype de Schuldenaar (mv: Schuldenaren) (bezield)
    de rekening	Numeriek (niet-negatief geheel getal) met eenheid €;
    de dag van betaling	Datum in dagen;
    de kosten	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €;

Invoerbereik van een Schuldenaar
    de rekening: VAN t/m 1000 € per 1 €, modaal 50 €
    de dag van betaling: 1-1-2025 t/m 31-12-2025 per 1 dg, modaal 1-2-2025

Regel kosten
    bron "verzonnen"
    geldig altijd
        De kosten van een Schuldenaar moeten berekend worden als 245 € plus (10% van zijn rekening)
        indien zijn dag van betaling later is dan 1-3-2025.

Evenredigheidsnorm kosten naar rekening
    patroon P04 onevenredige sanctie
    gevolg de kosten van de Schuldenaar
    tekortkoming de rekening van de Schuldenaar
    signaal bij 2, hard bij 4, zeer hard bij 10
    bron "verzonnen"

Uitkomst van een Schuldenaar
    nadeel de kosten van de Schuldenaar
"""


def test_p04_noemt_de_grootste_verhouding_ook_als_een_andere_as_een_oorzaak_heeft() -> None:
    """250 euro for a bill of 50 is 5 times, and the day of payment decides it. For a bill of one
    euro 245.10 is 245.1 times, and nothing was decided otherwise for a larger bill."""
    gevonden = van(zoek(KLEINE_REKENING.replace("VAN", "0 €")), "P04")
    assert {b.as_: (b.maat, bool(b.blaamset)) for b in gevonden} == {
        "rekening": (Fraction(2451, 10), False),
        "dag van betaling": (5, True),
    }


@pytest.mark.parametrize(("modaal", "bij_de_dag", "ook_de_rekening"), [
    (14, Fraction(19, 4), True),
    (13, Fraction(16, 3), False),
])  # fmt: skip
def test_p04_zegt_niet_twee_keer_hetzelfde(
    modaal: int, bij_de_dag: Fraction, ook_de_rekening: bool
) -> None:
    """The shortcoming is twenty times what the bill is over 10, the costs are 140 and three times
    the shortcoming: of a bill of 11 that is 200 for 20, ten times. The day decides it for the modal
    bill: of 14, 380 for 80; of 13, 320 for 60. Ten is more than twice 4.75, and not twice 5.33."""
    tekst = (
        KLEINE_REKENING.replace("VAN", "0 €")
        .replace("modaal 50 €", f"modaal {modaal} €")
        .replace("tekortkoming de rekening", "tekortkoming het tekort")
        .replace("245 € plus (10% van zijn rekening)", "140 € plus (3 maal zijn tekort)")
        .replace(
            "    de kosten",
            "    het tekort	Numeriek (geheel getal) met eenheid €;\n    de kosten",
        )
    )
    tekort = """
Regel tekort
    bron "verzonnen"
    geldig altijd
        Het tekort van een Schuldenaar moet berekend worden als
        (zijn rekening min 10 €, met een minimum van 0 €) maal 20.
"""
    gevonden = {b.as_: b.maat for b in van(zoek(tekst + tekort), "P04")}
    verwacht = {"dag van betaling": bij_de_dag}
    assert gevonden == ({**verwacht, "rekening": Fraction(10)} if ook_de_rekening else verwacht)


# ------------------------------------------------------------------ P06: covered by a way out

AANGIFTE = """
Regeling Proefwet
    afkorting Pw
    niveau formele wet
    tekst van 1-1-2025

Objecttype de Burger (mv: Burgers) (bezield)
    de dag van de oproep	Datum in dagen;
    de dag van de aangifte	Datum in dagen;
    de boete	Numeriek (niet-negatief geheel getal) met eenheid €;

Invoerbereik van een Burger
    de dag van de oproep: 1-1-2025 t/m 31-12-2025 per 1 dg, modaal 1-2-2025
    de dag van de aangifte: 1-1-2025 t/m 31-12-2025 per 1 dg, modaal 1-2-2025

Uitkomst van een Burger
    nadeel de boete van de Burger

Regel boete
    bron artikel 2, Pw
    bevoegdheid gebonden
    stap STAP
    geldig altijd
        De boete van een Burger moet gesteld worden op 800 €
        indien zijn dag van de aangifte later is dan zijn dag van de oproep plus 30 dg.
"""


@pytest.mark.parametrize(
    ("stap", "sterkte", "gedekt"),
    [
        # Awb 5:46: the fine is fitted to what can be blamed on who was late
        ("boete", 3, True),
        # bound, by a formal act: 2023:772 only
        ("verhoging van rechtswege", 1, False),
    ],
)
def test_p06_met_een_uitweg_is_gedekt_welke_stap_er_ook_op_volgt(
    stap: str, sterkte: int, gedekt: bool
) -> None:
    """One day late costs 800. It is the same term whatever the law calls what follows; whether it
    is a gap depends on the way out. The klif of 800 is there with or without."""
    gevonden = zoek(AANGIFTE.replace("STAP", stap))
    (b,) = van(gevonden, "P06")
    assert (b.maat, b.dekking.sterkte, b.gedekt) == (800, sterkte, gedekt)
    assert not any(k.gedekt for k in van(gevonden, "P01"))
