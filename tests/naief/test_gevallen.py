"""What the comparison once found, each as a small law with the outcome that the reference gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.naief.vergelijken import plan_van, verschillen
from wetsanalyse import chain
from wetsanalyse.run.scenarios import toets

GEVALLEN = sorted((Path(__file__).parent / "gevallen").glob("*/*.regels"))


@pytest.mark.parametrize("pad", GEVALLEN, ids=lambda pad: pad.stem)
def test_het_geval_blijft_goed(pad: Path) -> None:
    set_ = chain.laad([pad])
    assert set_.ok, [str(m) for m in set_.diagnostics if m.is_fout]
    scenarios = chain.laad_scenarios(set_.value, [pad.with_suffix(".scenario")])
    assert scenarios.ok, [str(m) for m in scenarios.diagnostics if m.is_fout]
    assert scenarios.value
    model = set_.value.model
    for scenario in scenarios.value:
        uitslag, _ = toets(plan_van(model, scenario.casus.rekendatum), scenario)
        assert uitslag.verwachtingen
        assert not uitslag.afwijkingen, (scenario.naam, uitslag.afwijkingen)
        assert not verschillen(model, scenario.casus)
