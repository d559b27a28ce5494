"""Childcare allowance 2014, decided after 23 October 2019: pro rata of the proven costs (zaken.md
H1 repaired, a control of section 3). What the old practice gives stands in test_kinderopvang.py.

15937 * 14472 / 17454 = 13214.18; the percentages are those of bijlage I, 2014.
"""

from __future__ import annotations

from tests.analyses.voorbeeld import WORTEL, onderzocht, wet
from wetsanalyse import chain
from wetsanalyse.analyses.onderzoek import draai_scenarios
from wetsanalyse.model.model import Model

OUD, NIEUW = "kinderopvangtoeslag-2014", "kinderopvangtoeslag-2014-evenredig"
OUDER = ("gedocumenteerde ouder van 2014", "gedocumenteerde ouder van 2014, naar rato")


def test_niet_volledig_betalen_is_geen_alles_of_niets_meer() -> None:
    """No finding of P01, P03 or P04 on what the parent paid; one euro short costs one euro."""
    gevonden = onderzocht(NIEUW)
    hard = [b for b in gevonden.bevindingen if b.patroon in ("P01", "P03", "P04")]
    assert not [b for b in hard if b.as_ == "betaalde eigen bijdrage"]
    assert not [b for b in hard if b.patroon in ("P03", "P04")]
    assert all(s.geslaagd for s in gevonden.scenarios)


def test_de_gedocumenteerde_ouder_voor_en_na() -> None:
    """Both folders in one set: on a day of 2014 the old practice holds, in 2021 the later one."""
    set_ = chain.laad([WORTEL / "rules" / OUD, WORTEL / "rules" / NIEUW])
    assert set_.ok, set_.fouten
    model: Model = set_.value.model
    scenarios = [s for naam in (OUD, NIEUW) for s in wet(naam)[1] if s.naam in OUDER]
    assert {s.casus.rekendatum.year for s in scenarios} == {2014, 2021}
    uitslagen, _ = draai_scenarios(model, scenarios)
    assert all(u.geslaagd for u in uitslagen), [u.afwijkingen for u in uitslagen]
