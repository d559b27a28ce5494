"""Two laws in one examination: what each does alone, and what they do together.

The second law is made up for this test. Its limit is that of art. 3 Wzt (141,896), its taper ends
just past that of the zorgtoeslag. Expected: 1573 (see test_zorgtoeslag) + 2000 = 3573; and of each
euro earned 0.90 + 0.137 = 1.037 lost, a little more where the zorgtoeslag ends.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from tests.analyses.voorbeeld import DAG, WORTEL, patronen, van, vraag
from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Onderzoek
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.onderzoek import onderzoek
from wetsanalyse.analyses.patronen import kijk
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import opdrachten, vegen
from wetsanalyse.model.scenarios import los_scenarios_op
from wetsanalyse.text import Source

KOP = """\
Regeling Proefwet steun
    afkorting Pws
    niveau formele wet
    tekst van 1-1-2025
    doel "een toeslag die er voor de proef naast staat"

Objecttype de Aanvrager (mv: Aanvragers) (bezield)
    het toetsingsinkomen	Numeriek (geheel getal) met eenheid €/jr;
    het vermogen	Numeriek (geheel getal) met eenheid €;
    de steun per jaar	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €/jr;

Uitkomst van een Aanvrager
    voordeel de steun per jaar van de Aanvrager

Invoerbereik van een Aanvrager
    het toetsingsinkomen: 0 €/jr t/m 150000 €/jr per 1 €/jr, modaal 44000 €/jr
    het vermogen: 0 € t/m 500000 € per 1 €, modaal 5000 €
    meer behoefte bij lager toetsingsinkomen
"""
GRENS = """
Parameter de vermogensgrens van de steun : Numeriek (niet-negatief geheel getal) met eenheid €;
Parameter het bedrag van de steun : Numeriek (niet-negatief geheel getal) met eenheid €/jr;

Parameterwaarden steun 2025
    geldig vanaf 1-1-2025 t/m 31-12-2025
    de vermogensgrens van de steun is 141896 €
        bron artikel 3, Pws
    het bedrag van de steun is 2000 €/jr
        bron artikel 3, Pws

Regel steun
    bron artikel 3, Pws
    bevoegdheid gebonden
    stap beschikking
    geldig vanaf 2025 t/m 2025
        De steun per jaar van een Aanvrager moet gesteld worden op het bedrag van de steun
        indien zijn vermogen kleiner of gelijk is aan de vermogensgrens van de steun.
"""
AFBOUW = """
Parameter de top van de steun : Numeriek (niet-negatief geheel getal) met eenheid €/jr;
Parameter het afbouwpercentage van de steun : Percentage (geheel getal);

Parameterwaarden steun 2025
    geldig vanaf 1-1-2025 t/m 31-12-2025
    de top van de steun is 36000 €/jr
        bron artikel 4, Pws
    het afbouwpercentage van de steun is 90%
        bron artikel 4, Pws

Regel aflopende steun
    bron artikel 4, Pws
    bevoegdheid gebonden
    geldig vanaf 2025 t/m 2025
        De steun per jaar van een Aanvrager moet berekend worden als
        (de top van de steun min (het afbouwpercentage van de steun van zijn toetsingsinkomen)),
        met een minimum van 0 €/jr.
"""
ZORG = WORTEL / "rules" / "zorgtoeslag"
WETTEN = {"grens": KOP + GRENS, "afbouw": KOP + AFBOUW}


@pytest.fixture
def map_van(tmp_path: Path) -> Path:
    for naam, tekst in WETTEN.items():
        (tmp_path / "rules" / naam).mkdir(parents=True)
        (tmp_path / "rules" / naam / "wet.regels").write_text(tekst, "utf-8")
    return tmp_path / "rules"


def laad(*mappen: Path) -> chain.Regelset:
    gelezen = chain.laad(mappen)
    assert gelezen.ok, gelezen.fouten
    return gelezen.value


def onderzocht(*mappen: Path, hoogstens: int = 60) -> Onderzoek:
    set_ = laad(*mappen)
    bij = [m for regels in mappen if (m := chain.scenariomap(regels))]
    scenarios = chain.laad_scenarios(set_, bij).value if bij else ()
    return onderzoek(set_.model, scenarios, DAG, vraag=vraag(hoogstens))


@cache
def zorg_alleen() -> Onderzoek:
    return onderzocht(ZORG)


def klif_op(gevonden: Onderzoek, waarde: int) -> list[int]:
    """What the cliffs just above a value of the assets cost, the worst first."""
    return sorted(
        (
            int(g.verlies)
            for b in van(gevonden, "P01")
            for g in b.getuigen
            if (g.as_, g.waarde_buur, g.waarde_burger) == ("vermogen", waarde, waarde + 1)
        ),
        reverse=True,
    )


def test_twee_grenzen_op_een_plek_zijn_een_klif(map_van: Path) -> None:
    assert klif_op(zorg_alleen(), 141896) == [1573]
    assert klif_op(onderzocht(map_van / "grens"), 141896) == [2000]
    samen = onderzocht(ZORG, map_van / "grens")
    assert klif_op(samen, 141896)[0] == 3573
    ergste = max(van(samen, "P01"), key=lambda b: max(g.verlies for g in b.getuigen))
    (blaam,) = ergste.blaamset
    assert {str(p) for p in blaam.plaatsen} == {"artikel 3, lid 1, Wzt", "artikel 3, Pws"}


OUDER = """\
Scenario een ouder met een kind van acht
    bron "de zorgtoeslag: zie scenarios/zorgtoeslag/2025.scenario"
    rekendatum 1-1-2025
    gegeven
        - een Aanvrager A met toetsingsinkomen gelijk aan 20000 €/jr en vermogen gelijk aan 0 €
        - een Kind K met geboortedatum gelijk aan dd. 15-3-2016
        - gezin met ouder A en kind K
        - A is verzekerd
    dan
        - de zorgtoeslag per jaar van A is gelijk aan 1573 €/jr
"""


def test_zorgtoeslag_en_kindgebonden_budget_houden_op_een_plek_op() -> None:
    """Art. 3 Wzt and art. 1 Wkb have one limit, 141,896. Below both income thresholds a single
    parent with one child of eight loses 1573 + 2511 (art. 2, lid 2, Wkb) + 3389 (lid 6)."""
    set_ = laad(ZORG, ZORG.parent / "kindgebonden-budget")
    ontleding = chain.parse([Source("ouder.scenario", OUDER)], set_.ontleding.lexicon)
    scenarios = los_scenarios_op(ontleding.value.blokken, set_.tabel, ontleding.value)
    assert ontleding.ok
    assert scenarios.ok
    plan = chain.lower(set_.model, DAG)
    alle = opdrachten(plan, [scenarios.value[0].casus])
    (veeg,) = vegen(plan, [o for o in alle if o.attribuut == "vermogen"], lambda _nu, _van: None)
    assert [veeg.uitkomst(NETTO, x) for x in (141896, 141897)] == [1573 + 2511 + 3389, 0]
    assert veeg.netto.garantie == "exact"
    kliffen = [w for w in kijk("as", veeg, Drempels(set_.model)) if w.patroon == "P01"]
    assert [w.maat for w in kliffen] == [7473]
    assert [w.onderscheid.waarden for w in kliffen] == [(Fraction(141897), Fraction(141896))]


def test_marginale_druk_over_alle_wetten(map_van: Path) -> None:
    """Neither taper takes a whole euro of each euro earned; together they do."""
    assert "P02" not in patronen(zorg_alleen())
    assert "P02" not in patronen(onderzocht(map_van / "afbouw"))
    samen = onderzocht(ZORG, map_van / "afbouw")
    # The worst band of 1000 ends where the zorgtoeslag does, at 39,720 (below 24 nothing is
    # paid): at 38,720 it is 2112 - 538.58 - 13.7 % of 10,314 = 160, and 900 of the steun.
    assert max(b.maat for b in van(samen, "P02")) == Fraction(900 + 160, 1000)


def test_de_volgorde_van_de_mappen_maakt_niet_uit(map_van: Path) -> None:
    heen, terug = laad(ZORG, map_van / "grens"), laad(map_van / "grens", ZORG)
    assert heen.model == terug.model
    assert list(heen.model.regels) == list(terug.model.regels)
    assert [b.pad for b in heen.bronnen] == [b.pad for b in terug.bronnen]


def test_een_map_twee_keer_is_een_map() -> None:
    assert laad(ZORG, ZORG / ".." / "zorgtoeslag").model == laad(ZORG).model


def test_burgers_van_de_ene_wet_in_het_gezamenlijke_model(map_van: Path) -> None:
    """Scenarios of each folder run in the joint model; a name may stand in both folders."""
    scenario = """\
Scenario niet verzekerd in 2024
    bron "eigen lezing van artikel 3 Pws"
    rekendatum 1-1-2025
    gegeven
        - een Aanvrager A met vermogen gelijk aan 141896 €
    dan
        - de steun per jaar van A is gelijk aan 2000 €/jr
"""
    (map_van / "grens" / "scenarios").mkdir()
    (map_van / "grens" / "scenarios" / "a.scenario").write_text(scenario, "utf-8")
    alleen = len(zorg_alleen().scenarios)
    samen = onderzocht(ZORG, map_van / "grens")
    assert len(samen.scenarios) == alleen + 1
    assert [s.naam for s in samen.scenarios].count("niet verzekerd in 2024") == 2
    assert all(s.geslaagd for s in samen.scenarios)
