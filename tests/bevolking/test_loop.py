"""A whole source: the same totals in any batches, on any threads, and after a break."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.bevolking.stapwet import VIJF, bron, draaier, rij
from wetsanalyse.bevolking.loop import Doorrekening, Eindstand, draai
from wetsanalyse.bevolking.schrijven import Uitvoer, begin, maak_af

WAARVAN: dict[str, str | None] = {"bron": "a", "wet": "b", "rekendatum": "c", "opties": "d"}
VEEL = [rij(1000 + 7 * n, 480 + n % 40, "1.25", "noord" if n % 3 else "zuid") for n in range(97)]


class Stop(Exception):
    """Something outside that ends a run."""


def gedraaid(map_: Path, per_blok: int = 1000, draden: int = 1) -> Eindstand:
    d = draaier()
    bron_, indeling = bron(map_, VEEL, d.vorm)
    return draai(Doorrekening(d), d.vorm, bron_, indeling, draden=draden, per_blok=per_blok)


def test_totalen_met_de_hand(tmp_path: Path) -> None:
    """1,5 x 300 + 2 x 299,70 + 10 x 0,30 = 1052,40; of the south 2 x 299,70 + 10 x 0,30."""
    d = draaier()
    bron_, indeling = bron(tmp_path, VIJF, d.vorm)
    eind = draai(Doorrekening(d), d.vorm, bron_, indeling, draden=1)
    t = eind.telling
    alles = t.groepen[()].standen["steun"]
    assert t.bedrag(alles.som) == Fraction("1052.4")
    assert t.aantal(alles.boven) == Fraction("13.5")
    assert t.aantal(alles.nul) == 1
    assert t.aantal(alles.leeg) == Fraction("0.25")
    assert t.bedrag(t.groepen["zuid",].standen["steun"].som) == Fraction("602.4")
    assert (eind.rijen, eind.opzij, eind.verslag.exact) == (5, 0, 0)


@pytest.mark.parametrize(("per_blok", "draden"), [(1, 1), (10, 2), (97, 2), (1000, 1)])
def test_blokken_en_draden_maken_niet_uit(tmp_path: Path, per_blok: int, draden: int) -> None:
    assert gedraaid(tmp_path, per_blok, draden).telling == gedraaid(tmp_path).telling


def uitvoer(doel: Path) -> Uitvoer:
    gevonden = begin(doel, WAARVAN)
    assert gevonden.value is not None
    return gevonden.value


@pytest.mark.parametrize("na", [1, 4, 10])
def test_verder_na_een_onderbreking(tmp_path: Path, na: int) -> None:
    """What was done is not run again, and everything counts once."""
    d = draaier()
    bron_, indeling = bron(tmp_path, VEEL, d.vorm)
    doel = tmp_path / "uit.parquet"

    def stop(rijen: int) -> None:
        if rijen >= na * 10 or rijen == len(VEEL):
            raise Stop

    with pytest.raises(Stop):
        draai(Doorrekening(d), d.vorm, bron_, indeling, uitvoer(doel), draden=1, per_blok=10,
              stap=stop)  # fmt: skip
    weer = uitvoer(doel)
    assert len(weer.klaar) == na
    eind = draai(Doorrekening(d), d.vorm, bron_, indeling, weer, draden=1, per_blok=10)
    assert eind.hervat == na
    assert replace(eind, hervat=0, seconden=0) == replace(gedraaid(tmp_path, 10), seconden=0)
    maak_af(weer, eind.blokken)
    geschreven = pq.read_table(doel)
    assert geschreven.column("rij").to_pylist() == list(range(1, 98))
    steun = [w for w in geschreven.column("steun").to_pylist() if w is not None]
    gewogen = sum(Fraction(w) for w in steun) * Fraction("1.25")
    assert eind.telling.bedrag(eind.telling.groepen[()].standen["steun"].som) == gewogen
