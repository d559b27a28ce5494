"""A case with values over time, cells and moments as a JSON file, and read again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.analyses.voorbeeld import wet
from tests.model import hulp, taal
from wetsanalyse.model.casus import Casus, Huishouden, lees_json, tabel_van
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.lower import lower
from wetsanalyse.report.casusjson import casus_json
from wetsanalyse.report.waardevorm import als_waarde
from wetsanalyse.run.toestanden import voer_uit
from wetsanalyse.text import Source


def test_een_geval_in_de_tijd_kan_bewaard_en_weer_gelezen_worden() -> None:
    model, _, ontleding = hulp.lees(taal.BASIS)
    maart, mei = date(2025, 3, 1).toordinal(), date(2025, 5, 1).toordinal()
    casus = Casus(
        date(2025, 1, 1),
        Huishouden((("A", "Aanvrager"),)),
        {
            ("A", "maandsteun"): Tijdwaarde((maart, mei), (None, Fraction(5, 2), Fraction(3))),
            ("A", "bruto loon van vorig jaar"): Fraction(30000),
            ("A", "tijdstip"): maart + Fraction(86_399_999, 86_400_000),
            ("A", "geboortedatum"): maart,
            ("A", "ingeschreven"): Tijdwaarde((maart, mei), (True, False, True)),
            ("A", "verzekerd"): True,
        },
    )
    tekst = json.dumps(casus_json(casus, model), ensure_ascii=False)
    gelezen = lees_json(Source("geval.json", tekst), tabel_van(model, ontleding.lexicon))
    assert gelezen.value is not None, [m.bericht for m in gelezen.diagnostics]
    assert dict(gelezen.value.invoer) == dict(casus.invoer)


def test_een_moment() -> None:
    dag = date(2025, 3, 1).toordinal()
    assert als_waarde(dag, "datum") == "2025-03-01"
    assert als_waarde(dag + Fraction(1, 2), "datum") == "2025-03-01T12:00:00.000"
    assert als_waarde(dag + Fraction(86_399_999, 86_400_000), "datum") == "2025-03-01T23:59:59.999"
    # No day of the calendar: the number itself.
    assert als_waarde(Fraction(0), "datum") == "0"


@pytest.mark.parametrize("naam", ["ww-terugvordering", "bijstand-giften", "voorbeeld-alles"])
def test_een_geschiedenis_rekent_na_bewaren_hetzelfde_uit(naam: str) -> None:
    """With the events where they are written out; else with what they came to."""
    set_, scenarios = wet(naam)
    geschiedenissen = [s.casus for s in scenarios if s.casus.gebeurtenissen]
    assert geschiedenissen
    for casus in geschiedenissen:
        einde = replace(casus, rekendatum=casus.gebeurtenissen[-1].datum)
        plan = lower(set_.model, einde.rekendatum)
        tekst = json.dumps(casus_json(einde, set_.model), ensure_ascii=False)
        gelezen = lees_json(Source("geval.json", tekst), set_.tabel)
        assert gelezen.value is not None, [m.bericht for m in gelezen.diagnostics]
        grond, eerst = voer_uit(plan, einde)
        _, later = voer_uit(plan, gelezen.value)
        doelen = grond.eigenschappen.values()
        assert [later.waarden[d] for d in doelen] == [eerst.waarden[d] for d in doelen]
