"""The page about repair: its example is run, and it names every template and no other."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.analyses.voorbeeld import wet
from wetsanalyse.analyses.herstel import SJABLONEN, Wet, pas_toe
from wetsanalyse.analyses.herstel.uitkomsten import Proefburger, Rekenaar

TEKST = (Path(__file__).resolve().parents[2] / "docs" / "herstel.md").read_text(encoding="utf-8")


def test_elk_sjabloon_staat_in_de_tabel() -> None:
    genoemd = re.findall(r"^\| `(\w+)` \|", TEKST, flags=re.MULTILINE)
    assert genoemd == [s.id for s in SJABLONEN]


@pytest.mark.parametrize(
    ("vermogen", "bedrag"), [(141896, 1573), (141897, 1572), (142896, 573), (143469, 0)]
)
def test_het_voorbeeld_rekent_wat_er_staat(vermogen: int, bedrag: int) -> None:
    (blok,) = re.findall(r"voorbeeld: kap -->\s*```\n(.*?)```", TEKST, flags=re.DOTALL)
    set_, scenarios = wet("zorgtoeslag")
    nieuw = pas_toe(Wet(set_.bronnen, set_.ontleding, set_.model), blok)
    assert nieuw.ok, nieuw.fouten
    # Alone, insured, with an income of 28,000: below the threshold, so the whole amount.
    casus = next(
        s.casus
        for s in scenarios
        if s.casus.rekendatum.year == 2025
        and len(s.casus.huishouden.objecten) == 1
        and s.casus.invoer.get(("A", "toetsingsinkomen")) == 28000
    )
    rijk = {**casus.invoer, ("A", "vermogen"): Fraction(vermogen)}
    burger = Proefburger("", replace(casus, invoer=MappingProxyType(rijk)))
    uit = Rekenaar(nieuw.value.model).uitkomsten(burger, False)
    assert uit["zorgtoeslag per jaar van A"] == bedrag
