"""An examination says what it could not look at, because it is not computed yet."""

from __future__ import annotations

from datetime import date

from tests.model import taal
from tests.model.taal import regel
from wetsanalyse.analyses.onderzoek import onderzoek


def test_onderzoek_noemt_wat_nog_niet_gerekend_wordt() -> None:
    zin = "De dagsteun van een Aanvrager moet gesteld worden op 1 €/mnd vanaf dd. 1-1-2024."
    wet = taal.goed(regel(zin))
    redenen = onderzoek(wet, (), date(2025, 1, 1)).niet_gemeten
    assert any(r.startswith("R-096 een periode als voorwaarde: wordt nog niet") for r in redenen)
    # Two kinds of days are defined by a rule.
    assert any("R-198" in r and "(2 regels)" in r for r in redenen)
