"""The measurement of scale at a small size: that it sees a wrong row, and that ours has none."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from benchmarks.schaal import tabel, wetten
from benchmarks.schaal.gegevens import (
    Getallen,
    Gezinnen,
    Zorg,
    maak_gezinnen,
    maak_zorg,
    maanden,
    waarheid_gezinnen,
    waarheid_zorg,
)
from benchmarks.schaal.manier import GIF, Loop, Manier, vergiftigd
from benchmarks.schaal.meten import meet
from benchmarks.schaal.proeven import MAATSTAF, PROEVEN, Proef
from benchmarks.schaal.waar import controleer
from wetsanalyse.bevolking.loop import aantal_draden


def _getallen(*getallen: int) -> Getallen:
    return np.array(getallen, np.int64)


def test_zorgtoeslag_bij_de_drempels_met_de_hand() -> None:
    """Without income above 28,406: 2112 − 1.896% of 28,406 = 2112 − 538.57776, so 1573; one euro of
    assets more than 141,896 and nothing is left; 13.7% of 11,305 more leaves 24.63724, so 25, of
    11,313 more leaves 23.54124, so 24, and of 11,314 more leaves 23.40424: less than 24."""
    boven = [0, 0, 11_305, 11_313, 11_314]
    zorg = Zorg(
        28_406 + _getallen(*boven), _getallen(141_896, 141_897, 0, 0, 0), _getallen(1, 1, 1, 1, 1)
    )
    assert waarheid_zorg(zorg).tolist() == [1573, 0, 25, 24, 0]


def test_kindgebonden_budget_met_de_hand() -> None:
    """A child of 5 the whole year: 2511 + 3389 for a parent alone, 2511 for two; a child that
    turns 12 in June: six months of 703 more, so 351.50; without a child nothing. And 7.1% of
    1,000 above 37,545 is 71."""
    vijf, twaalf = date(2019, 3, 3).toordinal(), date(2013, 6, 15).toordinal()
    g = Gezinnen(
        _getallen(0, 38_545, 0, 0),
        _getallen(0, 0, 0, 141_897),
        _getallen(0, 1, 0, 0),
        _getallen(0, 0, 0, 0),
        _getallen(0, 0, 0, 0),
        _getallen(0, 1, 2, 2, 3),
        _getallen(vijf, vijf, twaalf),
    )
    assert waarheid_gezinnen(g).tolist() == [5900, 2440, 0, 0]
    assert maanden(_getallen(vijf, twaalf), 12).tolist() == [0, 6]
    laatste = [date(2012, 12, 31).toordinal(), date(2013, 1, 1).toordinal()]
    assert maanden(_getallen(*laatste), 12).tolist() == [12, 11]


@pytest.mark.parametrize("naam", PROEVEN)
def test_elke_manier_die_er_is_geeft_elke_rij_goed(naam: str) -> None:
    proef = PROEVEN[naam]
    wet, invoer = proef.laad(), proef.invoer(3_000)
    waarheid = proef.waarheid(invoer)
    assert controleer(proef, wet, invoer, waarheid, 300) == (300, 0)
    uitslag = meet(proef.manieren(wet), invoer, waarheid, 1)
    gemeten = {m.manier.naam: m.fout for m in uitslag.metingen if m.manier.is_er}
    assert {"wetsanalyse, kern", "wetsanalyse, heel blok"} <= gemeten.keys()
    exact = {manier: fout for manier, fout in gemeten.items() if "OpenFisca" not in manier}
    assert set(exact.values()) == {0}, exact
    tekst = "\n".join(tabel.proef(proef, uitslag, 1, {}))
    for m in uitslag.metingen:
        assert m.manier.naam in tekst
        draden = m.manier.draden or aantal_draden()
        assert m.manier.is_er or f"| {m.manier.naam} | {draden} | niet geïnstalleerd" in tekst


def test_een_foute_een_niet_geschreven_en_een_afwezige_manier_vallen_op() -> None:
    waarheid = np.arange(10)
    niets, vooraf = vergiftigd(10)
    fout = np.where(waarheid == 3, GIF, waarheid)
    manieren = [
        Manier(MAATSTAF, 1, lambda _: Loop(waarheid.copy, np.asarray)),
        Manier("een fout", 1, lambda _: Loop(lambda: fout, np.asarray)),
        Manier("schrijft niet", 1, lambda _: Loop(lambda: None, lambda _: niets, vooraf)),
        Manier("is er niet", 1, lambda _: Loop(lambda: None, np.asarray), "een_pakket_van_niemand"),
    ]
    uitslag = meet(manieren, None, waarheid, 2)
    assert [m.fout for m in uitslag.metingen] == [0, 1, 10, None]
    proef = Proef("X", "proef", "", maak_zorg, waarheid_zorg, lambda x: x, lambda _: [])
    assert "| is er niet | 1 | niet geïnstalleerd |" in "\n".join(
        tabel.proef(proef, uitslag, 2, {})
    )


def test_nareken_telt_wat_gelijk_is_en_ziet_wat_anders_is(monkeypatch: pytest.MonkeyPatch) -> None:
    goed = wetten.nareken(["zorgtoeslag"], 60, 60)
    assert isinstance(goed, wetten.Nagerekend)
    assert (goed.rijen, goed.gelijk, goed.anders) == (60, 60, 0)
    assert goed.zelf > 30
    monkeypatch.setattr(wetten, "_hier", lambda uit, doel, rij: iter([GIF]))
    fout = wetten.nareken(["zorgtoeslag"], 60, 60)
    assert isinstance(fout, wetten.Nagerekend)
    assert fout.anders == 60


def test_een_regeling_zonder_uitkomst_op_die_dag_zegt_waarom() -> None:
    alle = wetten.alle_wetten()
    assert ("zorgtoeslag",) in alle
    meting = wetten.meet(["zorgtoeslag"], 500, 1)
    assert isinstance(meting, wetten.Wetmeting)
    assert meting.tempo > 0
    assert meting.stappen > 10
    tekst = "\n".join(tabel.wetten([meting, wetten.Niet("x", "een reden")], 500))
    assert "| x | een reden |" in tekst


def test_gezinnen_hebben_kinderen_en_partners_aan_beide_kanten() -> None:
    g = maak_gezinnen(2_000)
    uit = waarheid_gezinnen(g)
    assert (uit == 0).any()
    assert (uit > 0).any()
    assert set(np.diff(g.grenzen)) == {0, 1, 2, 3, 4}
    assert set(g.partner) == {0, 1}
    assert np.array_equal(np.bincount(g.ouder, minlength=g.n), np.diff(g.grenzen))
