"""From the population to the columns of a law."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tests.bevolking.maken.test_verslag import _klein
from wetsanalyse import chain
from wetsanalyse.bevolking.maken.koppeling import (
    Koppeling,
    lees_koppeling,
    toets_aan,
    vind_koppeling,
)
from wetsanalyse.bevolking.maken.tabel import Jaargeld
from wetsanalyse.bevolking.maken.wettabel import wettabel
from wetsanalyse.bevolking.vorm import vorm_van
from wetsanalyse.text import Source

WORTEL = Path(__file__).resolve().parents[3]
WETTEN = ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")
GOED = """
wet: zorgtoeslag
jaar: 2025
uitleg: zo zit het
wie: hoofden
velden:
  toetsingsinkomen: {van: inkomen, uitleg: omdat, aanname: ja}
  is verzekerd: {vast: ja, uitleg: omdat}
rollen:
  toeslagpartner:
    van: partner
    velden:
      toetsingsinkomen: {van: inkomen, uitleg: omdat}
"""


def _koppeling(wet: str) -> Koppeling:
    gelezen = vind_koppeling(WORTEL / "rules" / wet)
    assert gelezen.value is not None, gelezen.fouten
    return gelezen.value


def _rijen(wet: str) -> list[dict[str, object]]:
    tabel = wettabel(_klein(), _koppeling(wet), Jaargeld(Fraction(1)), Fraction(2))
    rijen: list[dict[str, object]] = tabel.to_pylist()
    return rijen


@pytest.mark.parametrize("wet", WETTEN)
def test_elke_koppeling_past_bij_haar_wet(wet: str) -> None:
    map_ = WORTEL / "rules" / wet
    koppeling = _koppeling(wet)
    model = chain.laad([map_]).value.model
    vorm = vorm_van(model, date(koppeling.jaar, 1, 1)).value
    assert vorm is not None
    kan = {"": vorm.velden, **{r.kolom: r.velden for r in vorm.rollen}}
    namen = {naam: [v.naam for v in (*vs.nodig, *vs.overig)] for naam, vs in kan.items()}
    assert toets_aan(koppeling, namen) == ()
    # The other way round: nothing that the law needs is forgotten in silence.
    gevuld = {("", v.naam) for v in koppeling.velden}
    gevuld |= {(r.naam, v.naam) for r in koppeling.rollen for v in r.velden}
    gevuld |= {("", naam) for naam, _ in koppeling.niet_gevuld}
    nodig = {("", v.naam) for v in vorm.velden.nodig}
    nodig |= {(r.kolom, v.naam) for r in vorm.rollen for v in r.velden.nodig}
    assert nodig <= gevuld


def test_zorgtoeslag_van_wie_samen_zijn() -> None:
    alleen, paar = _rijen("zorgtoeslag")
    assert alleen["toeslagpartner"] is None
    assert (alleen["toetsingsinkomen"], alleen["vermogen"]) == (20_000, 120_000)
    assert paar["toeslagpartner"] == {
        "toetsingsinkomen": 9_000, "vermogen": 0, "is verzekerd": True,
    }  # fmt: skip


def test_huurtoeslag_alleen_voor_huurders() -> None:
    (paar,) = _rijen("huurtoeslag")
    assert paar["rekenhuur"] == 700
    assert paar["aantal medebewoners"] == 2
    assert paar["is vrijgesteld van de jongerengrens"] is True
    assert paar["huishouden"] == 200


def test_kindgebonden_budget_alleen_met_een_kind() -> None:
    (paar,) = _rijen("kindgebonden-budget")
    kinderen = paar["kinderen"]
    assert isinstance(kinderen, list)
    assert len(kinderen) == 2
    assert paar["toeslagpartner"] == {"toetsingsinkomen": 9_000, "vermogen": 0}


def test_elke_volwassene_een_rij(partij: object) -> None:
    from wetsanalyse.bevolking.maken.trekken import Partij

    assert isinstance(partij, Partij)
    tabel = wettabel(partij, _koppeling("zorgtoeslag"), Jaargeld(Fraction(1)), Fraction(1))
    kind = partij.kinderen.personen
    volwassen = int((kind.leeftijd >= 18).sum()) + len(partij.overigen.personen)
    assert tabel.num_rows == len(partij) + volwassen
    sleutels = tabel["huishouden"].to_pylist()
    assert sleutels == sorted(set(sleutels))
    met_partner = sum(r is not None for r in tabel["toeslagpartner"].to_pylist())
    assert met_partner == int(partij.heeft_partner.sum())


def test_het_kind_houdt_zijn_eigen_gezin(partij: object) -> None:
    from wetsanalyse.bevolking.maken.trekken import Partij

    assert isinstance(partij, Partij)
    tabel = wettabel(partij, _koppeling("kindgebonden-budget"), Jaargeld(Fraction(1)), Fraction(1))
    k = partij.kinderen
    for rij in tabel.slice(0, 300).to_pylist():
        i = rij["huishouden"] // 100 - 1
        eigen = [
            date.fromordinal(int(geboren))
            for geboren, leeftijd in zip(
                k.personen.geboren[k.grens[i] : k.grens[i + 1]],
                k.personen.leeftijd[k.grens[i] : k.grens[i + 1]],
                strict=True,
            )
            if leeftijd < 18
        ]
        assert [kind["geboortedatum"] for kind in rij["kinderen"]] == eigen


def test_vrijgesteld_inkomen_van_een_jong_kind() -> None:
    from dataclasses import replace

    import numpy as np

    from wetsanalyse.bevolking.maken.trekken import Leden, Personen

    # 22 jaar en 8.000: 8.000 - 6.042 = 1.958 telt. 23 jaar en 8.000: alles telt.
    kinderen = Personen(np.array([23, 22]), np.array([700_000] * 2), np.array([8_000, 8_000]))
    p = replace(_klein(), kinderen=Leden(np.array([0, 0, 2]), kinderen))
    tabel = wettabel(p, _koppeling("huurtoeslag"), Jaargeld(Fraction(1)), Fraction(1))
    assert tabel["inkomen van de medebewoners"].to_pylist() == [9_958]


def test_groepen_gaan_mee() -> None:
    koppeling = _koppeling("zorgtoeslag")
    tabel = wettabel(
        _klein(), koppeling, Jaargeld(Fraction(1)), Fraction(1), ("soort", "inkomensgroep")
    )
    assert tabel["inkomensgroep"].to_pylist() == [3, 7]
    assert tabel["soort"].to_pylist() == ["alleenstaand", "gehuwd paar met kinderen"]


# ------------------------------------------------------------------ faults


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("wie: hoofden", "wie: iedereen", "MS-ONBEKEND"),
        ("van: inkomen", "van: inkommen", "MS-ONBEKEND"),
        ("van: partner", "van: buurman", "MS-ONBEKEND"),
        ("jaar: 2025\n", "", "MS-ONTBREEKT"),
        ("vast: ja, uitleg: omdat", "vast: ja", "MS-ONTBREEKT"),
        ("vast: ja", "vast: misschien", "MS-GETAL"),
        ("vast: ja", "vast: ja, van: inkomen", "MS-VORM"),
        ("aanname: ja", "aanname: soms", "MS-ONBEKEND"),
        ("wie: hoofden", "wie: hoofden\nalleen: [kopers]", "MS-ONBEKEND"),
    ],
)
def test_een_fout_wordt_gemeld(oud: str, nieuw: str, code: str) -> None:
    assert oud in GOED
    gelezen = lees_koppeling(Source("koppeling.yaml", GOED.replace(oud, nieuw, 1)))
    assert code in [f.code for f in gelezen.fouten]
    assert gelezen.value is None


def test_de_goede_is_goed() -> None:
    gelezen = lees_koppeling(Source("koppeling.yaml", GOED))
    assert gelezen.ok
    assert gelezen.value is not None
    assert gelezen.value.aannamen == {"toetsingsinkomen": "omdat"}


def test_namen_die_de_wet_niet_kent() -> None:
    koppeling = lees_koppeling(Source("koppeling.yaml", GOED)).value
    assert koppeling is not None
    fouten = toets_aan(koppeling, {"": ["toetsingsinkomen"], "kinderen": []})
    assert [f.code for f in fouten] == ["KP-ONBEKEND", "KP-ONBEKEND"]
    assert "is verzekerd" in fouten[0].bericht
    assert "toeslagpartner" in fouten[1].bericht


def test_zonder_koppeling(tmp_path: Path) -> None:
    gelezen = vind_koppeling(tmp_path)
    assert [f.code for f in gelezen.fouten] == ["KP-ONTBREEKT"]
