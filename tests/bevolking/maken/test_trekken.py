"""The households themselves: ages, families, amounts, and what a seed means."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from tests.bevolking.maken.conftest import AANTAL, JAAR, ZAAD
from wetsanalyse.bevolking.maken.dobbel import Dobbel, stap
from wetsanalyse.bevolking.maken.indeling import (
    GEHUWD,
    JONGSTE_OUDER,
    LEEFTIJDSGRENZEN,
    MET_PARTNER,
    SOORTEN,
    VOLWASSEN,
)
from wetsanalyse.bevolking.maken.plan import Bouwplan
from wetsanalyse.bevolking.maken.trekken import BLOK, Partij, Personen, partijen

DOBBEL = [881, 894, 203, 389, 962]


def _personen(p: Partij) -> list[Personen]:
    return [p.hoofd, p.partner, p.kinderen.personen, p.overigen.personen]


def test_elk_huishouden_komt_een_keer(partij: Partij) -> None:
    assert list(partij.nummer) == list(range(AANTAL))


def test_leeftijd_hoort_bij_de_geboortedatum(partij: Partij) -> None:
    peildag = date(JAAR, 1, 1)
    for wie in _personen(partij):
        assert wie.leeftijd.min() >= 0
        assert wie.leeftijd.max() <= 120
        for leeftijd, geboren in list(zip(wie.leeftijd, wie.geboren, strict=True))[:500]:
            dag = date.fromordinal(int(geboren))
            volle = peildag.year - dag.year - ((peildag.month, peildag.day) < (dag.month, dag.day))
            assert volle == leeftijd


def test_ouders_zijn_ouder_dan_kinderen(partij: Partij) -> None:
    van, kind = partij.kinderen.van, partij.kinderen.personen.leeftijd
    assert len(van) > 1000
    assert (partij.hoofd.leeftijd[van] - kind).min() >= JONGSTE_OUDER
    met_partner = partij.heeft_partner[van]
    verschil = partij.partner.leeftijd[van][met_partner] - kind[met_partner]
    assert verschil.min() >= JONGSTE_OUDER


def test_soorten_kloppen_met_wie_er_is(partij: Partij) -> None:
    soort, kinderen = partij.soort, partij.kinderen.aantal
    assert np.array_equal(partij.heeft_partner, np.array(MET_PARTNER)[soort])
    assert np.array_equal(partij.gehuwd, np.array(GEHUWD)[soort])
    met = np.array(["met kinderen" in s or s == "eenouder" for s in SOORTEN])[soort]
    assert np.array_equal(kinderen > 0, met)
    assert not partij.overigen.aantal[soort == SOORTEN.index("alleenstaand")].any()
    assert partij.overigen.aantal[soort == SOORTEN.index("overig")].min() >= 1


def test_volwassenen_zijn_volwassen(partij: Partij) -> None:
    for wie in (partij.hoofd, partij.partner, partij.overigen.personen):
        assert wie.leeftijd.min() >= VOLWASSEN
    assert partij.hoofd.leeftijd.max() <= LEEFTIJDSGRENZEN[-1][1]


def test_bedragen_zijn_hele_getallen_en_nooit_negatief(partij: Partij) -> None:
    for rij in (partij.vermogen, partij.huur, *(w.inkomen for w in _personen(partij))):
        assert rij.dtype == np.int64
        assert rij.min() >= 0
    kind = partij.kinderen.personen
    assert not kind.inkomen[kind.leeftijd < VOLWASSEN].any()
    assert kind.inkomen[kind.leeftijd >= VOLWASSEN].any()


def test_alleen_wie_huurt_heeft_huur(partij: Partij) -> None:
    assert np.array_equal(partij.huur > 0, partij.woning == 1)


def test_meer_inkomensgroep_is_meer_inkomen(partij: Partij) -> None:
    alleen = partij.soort == SOORTEN.index("alleenstaand")
    per_groep = [partij.hoofd.inkomen[alleen & (partij.groep == g)].mean() for g in range(10)]
    assert per_groep == sorted(per_groep)


def test_hetzelfde_zaad_geeft_hetzelfde(plan: Bouwplan, partij: Partij) -> None:
    (weer,) = partijen(plan, AANTAL, ZAAD, JAAR)
    assert np.array_equal(weer.vermogen, partij.vermogen)
    assert np.array_equal(weer.kinderen.personen.geboren, partij.kinderen.personen.geboren)
    (ander,) = partijen(plan, AANTAL, ZAAD + 1, JAAR)
    assert not np.array_equal(ander.vermogen, partij.vermogen)


def test_een_ander_jaar_verschuift_alleen_de_geboortedatum(plan: Bouwplan, partij: Partij) -> None:
    (later,) = partijen(plan, AANTAL, ZAAD, JAAR + 1)
    assert np.array_equal(later.hoofd.leeftijd, partij.hoofd.leeftijd)
    assert np.array_equal(later.vermogen, partij.vermogen)
    verschil = later.hoofd.geboren - partij.hoofd.geboren
    assert set(np.unique(verschil)) <= {364, 365, 366, 367}


def test_partijen_sluiten_aan(plan: Bouwplan) -> None:
    aantal = BLOK + 100
    delen = list(partijen(plan, aantal, 3, JAAR))
    assert [len(d) for d in delen] == [BLOK, 100]
    assert list(np.concatenate([d.nummer for d in delen])) == list(range(aantal))


@pytest.mark.parametrize("aantal", [1, 2, 3, 17])
def test_heel_weinig_huishoudens(plan: Bouwplan, aantal: int) -> None:
    (enige,) = partijen(plan, aantal, 1, JAAR)
    assert len(enige) == aantal


@pytest.mark.parametrize("aantal", [1, 2, 3, 10, 997, 1_000])
def test_de_stap_bezoekt_elke_plaats(aantal: int) -> None:
    bezocht = {(i * stap(aantal)) % aantal for i in range(aantal)}
    assert bezocht == set(range(aantal))


def test_de_dobbel_blijft_wat_hij_is() -> None:
    # numpy promises that raw draws stay the same for a seed; if this changes, so does every file.
    assert list(Dobbel(1, 0, 0).onder(1000, 5)) == DOBBEL


def test_de_dobbel_is_eerlijk() -> None:
    worpen = Dobbel(5, 2).onder(6, 60_000)
    aantallen = np.bincount(worpen, minlength=6)
    # 10.000 each, spread of about 91: five times that is a throw in millions.
    assert abs(aantallen - 10_000).max() < 460
