"""One population of each kind for all tests of this folder: a plan takes a second or two."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from wetsanalyse.bevolking.maken.marges import Marges
from wetsanalyse.bevolking.maken.marges_lezen import standaard
from wetsanalyse.bevolking.maken.meten import Telling, tel, tel_alles
from wetsanalyse.bevolking.maken.plan import Bouwplan
from wetsanalyse.bevolking.maken.proef import bouwplan
from wetsanalyse.bevolking.maken.trekken import Partij, partijen

AANTAL, ZAAD, JAAR = 60_000, 7, 2025
VEEL = 250_000
"""Enough for means of rare classes to come near."""


@pytest.fixture(scope="session")
def marges() -> Marges:
    return standaard()


@pytest.fixture(scope="session")
def plan(marges: Marges) -> Bouwplan:
    return bouwplan(marges)


@pytest.fixture(scope="session")
def partij(plan: Bouwplan) -> Partij:
    (enige,) = partijen(plan, AANTAL, ZAAD, JAAR)
    return enige


@pytest.fixture(scope="session")
def telling(plan: Bouwplan) -> Telling:
    return tel_alles([tel(p) for p in partijen(plan, VEEL, ZAAD, JAAR)])


def met_waarde(marges: Marges, id_: str, klasse: tuple[str, ...], maal: Fraction) -> Marges:
    """The same margins, with one figure multiplied."""
    nieuw = tuple(
        replace(m, waarden={s: v * maal if s == klasse else v for s, v in m.waarden.items()})
        if m.id == id_
        else m
        for m in marges.marges
    )
    return replace(marges, marges=nieuw)
