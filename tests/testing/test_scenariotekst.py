"""A citizen as text, read back: the same citizen. Over every shipped scenario, and over what only
JSON can say."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from types import MappingProxyType

import pytest
from hypothesis import given, settings

from tests.analyses.voorbeeld import WORTEL
from wetsanalyse import chain
from wetsanalyse.model.casus import Casus, lees_json
from wetsanalyse.model.scenarios import los_scenarios_op
from wetsanalyse.model.terms import Constante
from wetsanalyse.run.toestanden import bekend
from wetsanalyse.testing import Wet, gevallen, laad, scenario_tekst
from wetsanalyse.text import Source

WETTEN = sorted(map_.name for map_ in (WORTEL / "rules").iterdir() if map_.is_dir())
ALLES = "voorbeeld-alles"


@cache
def wet(naam: str) -> Wet:
    return laad(WORTEL / "rules" / naam)


@pytest.mark.parametrize("naam", WETTEN)
def test_elk_scenario_komt_hetzelfde_terug(naam: str) -> None:
    """Read in one go: the texts of all scenarios of a law stand well beside each other."""
    w = wet(naam)
    assert w.scenarios
    teksten = [
        scenario_tekst(s.casus, w.model, f"nummer {nummer}") for nummer, s in enumerate(w.scenarios)
    ]
    ontleding = chain.parse([Source("x.scenario", "\n".join(teksten))], w.set_.ontleding.lexicon)
    gelezen = los_scenarios_op(ontleding.value.blokken, w.set_.tabel, ontleding.value)
    assert not [str(m) for m in (*ontleding.diagnostics, *gelezen.diagnostics)]
    for eerst, tekst, terug in zip(w.scenarios, teksten, gelezen.value, strict=True):
        assert terug.casus == eerst.casus, tekst
        assert "niet te schrijven" not in tekst


def test_wat_de_rondleiding_laat_zien_komt_voor() -> None:
    """The scenarios above are a proof only if they hold every sort of thing."""
    casussen = [s.casus for s in wet(ALLES).scenarios]
    soorten = {type(w).__name__ for c in casussen for w in c.invoer.values()}
    assert soorten >= {"Fraction", "bool", "str", "int", "Tijdwaarde"}
    assert any(c.oordelen for c in casussen)
    assert any(c.onbekend for c in casussen)
    voorvallen = [v for c in casussen for v in c.gebeurtenissen]
    waarden = [x.waarde for v in voorvallen for x in v.wijzigingen]
    assert {isinstance(w, Constante) for w in waarden} == {True, False}


def uit_json(w: Wet, **data: object) -> Casus:
    bron = Source("x.json", json.dumps({"rekendatum": "2025-06-01", **data}))
    gelezen = lees_json(bron, w.set_.tabel)
    assert gelezen.value is not None, gelezen.diagnostics
    return gelezen.value


def test_een_naam_die_geen_objectnaam_is_krijgt_een_letter() -> None:
    w = wet("zorgtoeslag")
    mensen = [
        {"naam": naam, "type": "Aanvrager", "attributen": {"vermogen": bedrag}}
        for naam, bedrag in (("aanvrager 1", "250"), ("A", "100"))
    ]
    casus = uit_json(w, objecten=[{**m, "kenmerken": ["verzekerd"]} for m in mensen])
    tekst = scenario_tekst(casus, w.model, "namen")
    assert "// niet te schrijven in een scenario: de naam “aanvrager 1”; dat is hier B" in tekst
    terug = w.casus(tekst)
    assert terug.huishouden.objecten == (("B", "Aanvrager"), ("A", "Aanvrager"))
    assert terug.invoer["B", "vermogen"] == casus.invoer["aanvrager 1", "vermogen"]
    assert terug.invoer["A", "vermogen"] == 100


def test_een_parameter_en_een_gegeven_dat_onbekend_is() -> None:
    w = wet("zorgtoeslag")
    mens = {"naam": "A", "type": "Aanvrager", "attributen": {"vermogen": None}}
    parameter = next(iter(w.model.parameters))
    casus = replace(
        uit_json(w, objecten=[mens]),
        parameters=MappingProxyType({parameter: w.plan.parameters[parameter].waarde}),
    )
    tekst = scenario_tekst(casus, w.model, "onbekend", ["A is niet verzekerd"])
    assert "- onbekend: het vermogen van A" in tekst
    assert tekst.rstrip().endswith("dan\n        - A is niet verzekerd")
    assert w.casus(tekst) == casus


@pytest.mark.parametrize("tekst", ['zeg "ja"', "een\nregel", "«x»", "zie // hier"])
def test_wat_niet_in_een_tekst_kan_staat_als_commentaar(tekst: str) -> None:
    """A quote, a line end, a guillemet or a comment sign would be read as something else."""
    w = wet(ALLES)
    aanvraag = {"naam": "V", "type": "Aanvraag", "attributen": {"aanvraagnummer": tekst}}
    casus = uit_json(w, objecten=[aanvraag])
    geschreven = scenario_tekst(casus, w.model, "tekst")
    [regel] = [r for r in geschreven.splitlines() if "niet te schrijven" in r]
    assert "aanvraagnummer van V" in regel
    assert w.casus(geschreven).invoer == {}


@pytest.mark.parametrize("naam", ["ww-terugvordering", ALLES])
def test_een_bedacht_geval_komt_met_dezelfde_toestand_terug(naam: str) -> None:
    """The type of a constant may be read more precisely; the state that it gives is the same."""
    w = wet(naam)

    @settings(max_examples=10, deadline=None, database=None)
    @given(gevallen(w))
    def klopt(casus: Casus) -> None:
        terug = w.casus(scenario_tekst(casus, w.model, "geval"))
        assert [(v.datum, v.gebeurtenis) for v in terug.gebeurtenissen] == [
            (v.datum, v.gebeurtenis) for v in casus.gebeurtenissen
        ]
        dagen = [casus.rekendatum, *(v.datum for v in casus.gebeurtenissen)]
        for dag in dagen:
            een, ander = (bekend(w.plannen, replace(c, rekendatum=dag)) for c in (casus, terug))
            assert een == ander

    klopt()


def test_het_dossier_geeft_de_burgers_als_scenario() -> None:
    """Each citizen of a finding can be read back from the page."""
    from tests.analyses.voorbeeld import onderzocht
    from wetsanalyse.report.dossier import maak_dossier

    w = wet("zorgtoeslag")
    bevinding = next(b for b in onderzocht("zorgtoeslag").bevindingen if b.patroon == "P01")
    gevallen_ = dict(maak_dossier(w.plan, bevinding, 1).gevallen)
    g = bevinding.getuigen[0]
    namen = [naam for naam in gevallen_ if naam.endswith("als scenario")]
    assert len(namen) == 2 * len(bevinding.getuigen)
    assert w.casus(gevallen_[namen[0]]) == g.burger
    assert w.casus(gevallen_[namen[1]]) == g.buur
