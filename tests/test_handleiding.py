"""What the guide for jurists shows is the invented regulation that the other tests run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[1]
NAAM = "controle-inkomenssteun"
BLOKKEN = re.findall(
    r"^```regelspraak\n(.*?)^```$",
    (WORTEL / "docs" / "handleiding.md").read_text(encoding="utf-8"),
    flags=re.DOTALL | re.MULTILINE,
)


def _regels(tekst: str) -> list[str]:
    return [" ".join(regel.split()) for regel in tekst.splitlines() if regel.strip()]


BRON = {
    regel
    for map_ in ("rules", "scenarios")
    for pad in (WORTEL / map_ / NAAM).iterdir()
    for regel in _regels(pad.read_text(encoding="utf-8"))
}


def test_er_zijn_voorbeelden() -> None:
    assert len(BLOKKEN) >= 7


@pytest.mark.parametrize("blok", BLOKKEN, ids=lambda blok: blok.splitlines()[0])
def test_voorbeeld_staat_zo_in_het_model(blok: str) -> None:
    assert [regel for regel in _regels(blok) if regel not in BRON] == []


def test_tabs_in_de_voorbeelden_zijn_echte_tabs() -> None:
    attributen = [r for blok in BLOKKEN for r in blok.splitlines() if "Numeriek" in r]
    assert all("\t" in regel or regel.startswith("Parameter") for regel in attributen)
