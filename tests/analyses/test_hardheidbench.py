"""The benchmark of worst cases: its answers are proofs; the layered search finds a cheap one."""

from __future__ import annotations

import pytest

from benchmarks.hardheid.methoden import METHODEN
from benchmarks.hardheid.probleem import lees, opgave, speel_na

GOEDKOOP = ("zorg-alleen-vermogen", "wahv-betaaldatum")


def test_er_zijn_minstens_twintig_bewezen_problemen() -> None:
    problemen = lees()
    assert len(problemen) >= 20
    assert len({p.naam for p in problemen}) == len(problemen)
    assert all(p.antwoord is not None and p.antwoord.verlies > 0 for p in problemen)


@pytest.mark.parametrize("naam", GOEDKOOP)
def test_de_burger_van_het_antwoord_verliest_dat_ook_exact_gerekend(naam: str) -> None:
    """1,573 and 750: hardheid.md 12, P1v for one person and P3t."""
    p = next(p for p in lees() if p.naam == naam)
    assert p.antwoord is not None
    assert speel_na(opgave(p)) == p.antwoord.verlies
    assert p.antwoord.verlies == {"zorg-alleen-vermogen": 1573, "wahv-betaaldatum": 750}[naam]


def test_de_lagen_vinden_het_ergste_van_een_goedkoop_probleem() -> None:
    p = next(p for p in lees() if p.naam == "zorg-alleen-vermogen")
    assert p.antwoord is not None
    assert METHODEN["lagen"](opgave(p), 1, 0).verlies == p.antwoord.verlies
