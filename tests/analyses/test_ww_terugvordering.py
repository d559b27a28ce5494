"""WW, recovery after UWV was told and kept paying (H12).

Sources: CRvB 16 April 2025, ECLI:NL:CRVB:2025:604 (3,945.86 wrongly paid, half, 1,972.93, stays);
art. 36 lid 1 and 5 WW; CRvB 18 April 2024, ECLI:NL:CRVB:2024:726 (the cause counts too). The days
and the amount per day are assumed.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.analyses.voorbeeld import een, onderzocht, patronen, route, wet
from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.model.scenarios import Scenario

WET = "ww-terugvordering"
STAM = "ww-36-1-besluit-tot-herziening-en-terugvordering"
PER_DAG = Fraction("15.78344")
CLAUSULE = "artikel 36, vijfde lid, WW"


def bevinding(patroon: str) -> Bevinding:
    return een(onderzocht(WET), f"{patroon}-{STAM}")


def scenario(naam: str) -> Scenario:
    return next(s for s in wet(WET)[1] if s.naam == naam)


def test_de_aangenomen_dagen_geven_het_gedocumenteerde_bedrag() -> None:
    """250 days from the change to the decision, at 15.78344 a day."""
    gebeurd = {
        v.gebeurtenis: v.datum for v in scenario("UWV wist het en bleef betalen").gebeurtenissen
    }
    dagen = (gebeurd["besluit tot herziening en terugvordering"]
             - gebeurd["verandering in het werk"]).days  # fmt: skip
    assert dagen * PER_DAG == Fraction("3945.86")
    assert dagen * PER_DAG / 2 == Fraction("1972.93")


@pytest.mark.parametrize("patroon", ["P11", "P17"])
def test_het_verlies_is_wat_na_de_melding_is_betaald(patroon: str) -> None:
    """Had UWV decided on the day of the report, 14 days would have been paid too much: 220.97.
    The rest, 236 days, is the cost of waiting; more than six months."""
    g = bevinding(patroon).getuigen[0]
    assert g.verlies == Fraction("3945.86") - Fraction("220.97")
    assert abs(g.verlies - 236 * PER_DAG) < Fraction("0.01"), "each amount is rounded to cents"
    assert [b.regels for b in bevinding(patroon).blaamset] == [("terugvordering",)]


def test_na_18_april_2024_dekken_dringende_redenen() -> None:
    """The decision is of 8 May 2024: the cause counts, on application, with a remedy: 3."""
    b = bevinding("P17")
    rij = route(b, CLAUSULE)
    assert rij.dekt == "dekt"
    assert rij.sterkte == 3
    assert rij.normen == ("dringende redenen",)


def test_voor_18_april_2024_telt_alleen_het_gevolg() -> None:
    """On the day of the older decision the clause asks for another open norm, and the citizen who
    can bear the consequences does not meet it."""
    model = wet(WET)[0].model
    versies = {v.van: v.normen for v in model.clausules[CLAUSULE].versies}
    assert versies == {
        None: ("onaanvaardbare gevolgen",),
        date(2024, 4, 18): ("dringende redenen",),
    }
    oud = scenario("UWV wist het en bleef betalen, voor 18 april 2024")
    assert oud.casus.oordelen["onaanvaardbare gevolgen", "U"] is False
    assert max(v.datum for v in oud.gebeurtenissen) < date(2024, 4, 18)


def test_wat_er_niet_is() -> None:
    """Each day costs a day: no cliff, no all or nothing; no term that is fatal."""
    assert not {"P01", "P02", "P03", "P04", "P06", "P14", "P15"} & patronen(onderzocht(WET))
