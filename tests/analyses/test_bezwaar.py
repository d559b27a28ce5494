"""Objection one day late (H15): six weeks (Awb 6:7), and the way out of Awb 6:11.

Sources: Awb 6:7 (six weeks); Awb 6:11 and CBb 30 January 2024, ECLI:NL:CBB:2024:31, for the way
out, which is a general route and stands in no rule of this law.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.analyses.voorbeeld import een, onderzocht, patronen, route, wet
from wetsanalyse.model.casus import Casus

WET = "awb-bezwaar"
STAM = "awb-6-7-datum-van-het-bezwaar-binnen-de-termijn"
UITWEG = "Awb 6:11 (verschoonbare termijnoverschrijding bij bezwaar en beroep)"


def dag(casus: Casus, attribuut: str) -> date:
    return next(date.fromordinal(int(v)) for (_, a), v in casus.invoer.items() if a == attribuut)


@pytest.mark.parametrize("patroon", ["P01", "P06"])
def test_een_dag_te_laat_kost_alles(patroon: str) -> None:
    """The last safe day is six weeks after the decision was made known; one day later all of the
    amount is lost."""
    b = een(onderzocht(WET), f"{patroon}-{STAM}")
    g = b.getuigen[0]
    veilig = dag(g.buur, "bekendmakingsdatum") + timedelta(weeks=6)
    assert date.fromordinal(int(g.waarde_buur)) == veilig
    assert date.fromordinal(int(g.waarde_burger)) == veilig + timedelta(days=1)
    bedrag = [v for (_, a), v in g.burger.invoer.items() if a == "ten onrechte geweigerde bedrag"]
    assert [g.verlies] == bedrag
    assert [x.regels for x in b.blaamset] == [("bezwaar binnen de termijn",)]


@pytest.mark.parametrize("patroon", ["P01", "P06"])
def test_het_is_gedekt_door_6_11(patroon: str) -> None:
    """A term of the Awb itself: 6:11 reaches it, with strength 3. So it is shown as covered."""
    b = een(onderzocht(WET), f"{patroon}-{STAM}")
    assert route(b, UITWEG).dekt == "dekt"
    assert b.dekking.sterkte == b.dekking.sterkte_nu == 3
    assert b.gedekt


def test_er_is_geen_gat() -> None:
    """No vacuum, no clause that misses; no amount is taxed away and nothing is recovered."""
    assert not {"P02", "P04", "P05", "P11", "P14", "P15", "P17"} & patronen(onderzocht(WET))


def test_er_staat_geen_clausule_in_deze_wet() -> None:
    """The way out is data, not a block in the rules: leave it out, and there is a gap."""
    assert not wet(WET)[0].model.clausules
