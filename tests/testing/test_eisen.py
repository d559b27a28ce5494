"""The demands of a property test, on a small law that is harsh in a known place: 1,200 a year is
lost above 10,000 of savings."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import find, given, settings

from tests.analyses.proefwet import regel, wet_met
from tests.analyses.voorbeeld import DAG, WORTEL
from wetsanalyse import chain
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.gebeurtenissen import niet_toegestaan
from wetsanalyse.model.model import Attribuut
from wetsanalyse.model.tijdgegevens import Tijdspanne
from wetsanalyse.testing import (
    Hard,
    Onleesbaar,
    Wet,
    burgers,
    geen_klif,
    geen_patroon,
    gevallen,
    laad,
)

STEUN = regel(
    "steun",
    "De steun van een Burger moet gesteld worden op 1200 €/jr\n"
    "indien zijn spaargeld kleiner of gelijk is aan 10000 €.",
)
RUSTIG = settings(max_examples=15, deadline=None, database=None)
SNEL = settings(max_examples=200, deadline=None, database=None, derandomize=True)


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Wet:
    map_ = tmp_path_factory.mktemp("wet")
    (map_ / "wet.regels").write_text(wet_met(STEUN), encoding="utf-8")
    return laad(map_, rekendatum=DAG)


@cache
def geleverd(naam: str) -> Wet:
    return laad(WORTEL / "rules" / naam)


# ------------------------------------------------------------------ reading


def test_een_map_met_een_fout_geeft_de_meldingen(tmp_path: Path) -> None:
    (tmp_path / "wet.regels").write_text(wet_met(STEUN.replace("spaargeld", "spaarpot")), "utf-8")
    with pytest.raises(Onleesbaar, match="spaarpot"):
        laad(tmp_path)


def test_laad_kiest_de_dag_van_het_onderzoek() -> None:
    w = geleverd("zorgtoeslag")
    assert w.rekendatum == chain.kies_rekendatum(w.model, w.scenarios)
    assert laad(WORTEL / "rules" / "zorgtoeslag", rekendatum=DAG).rekendatum == DAG


def test_het_pakket_zelf_laadt_niets_zwaars() -> None:
    """pytest reads it at every start."""
    code = "import sys, wetsanalyse.testing; print(*sys.modules)"
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"hypothesis", "lark", "yaml", "networkx"} & set(uit.stdout.split())


# ------------------------------------------------------------------ citizens


def test_de_eenvoudigste_burger_is_de_modale(hard: Wet) -> None:
    """Of each number the `modaal` of its Invoerbereik."""
    burger = find(burgers(hard), lambda _: True, settings=SNEL)
    modaal = {"inkomen": 15000, "spaargeld": 1000, "betaalde premie": 1000}
    assert {n: burger.invoer["A", n] for n in modaal} == modaal


def test_een_grens_van_de_wet_komt_voor(hard: Wet) -> None:
    """The three places round the limit, of 100,001: chance would need far more examples."""
    rond = {9999, 10000, 10001}
    gevonden = find(burgers(hard), lambda b: b.invoer["A", "spaargeld"] in rond, settings=SNEL)
    assert gevonden.invoer["A", "inkomen"] == 15000


@pytest.mark.parametrize("naam", ["ww-terugvordering", "awb-bezwaar"])
def test_een_gebeurtenis_verandert_alleen_wat_zij_mag(naam: str) -> None:
    w = geleverd(naam)
    soorten: set[str] = set()

    @RUSTIG
    @given(gevallen(w))
    def mag(casus: Casus) -> None:
        dagen = [v.datum for v in casus.gebeurtenissen]
        assert dagen == sorted(dagen)
        assert all(0 <= (dag - w.rekendatum).days <= 365 for dag in dagen)
        typen = casus.huishouden.typen
        for voorval in casus.gebeurtenissen:
            soorten.add(voorval.gebeurtenis)
            for x in voorval.wijzigingen:
                lid = lid_van(w.model, typen[x.object], x.eigenschap)
                spanne = Tijdspanne(x.van, x.tot) if x.type.korrel is not None else None
                soort = w.model.gebeurtenissen[voorval.gebeurtenis]
                gebrek = niet_toegestaan(
                    soort, typen[x.object], lid.naam, x.type.korrel, spanne, voorval.datum
                )
                assert gebrek is None
                assert isinstance(lid, Attribuut) or isinstance(x.waarde.waarde, bool)  # type: ignore[union-attr]

    mag()
    assert soorten


def test_een_wet_zonder_gebeurtenissen_geeft_gewone_burgers(hard: Wet) -> None:
    assert find(gevallen(hard), lambda _: True, settings=SNEL).gebeurtenissen == ()


# ------------------------------------------------------------------ demands


def test_geen_klif_laat_de_modale_burger_zien(hard: Wet) -> None:
    """Just past the limit, the rest modal; and the whole message is a scenario that reads back."""

    @settings(max_examples=20, deadline=None, database=None, derandomize=True)
    @given(burgers(hard))
    def toets(burger: Casus) -> None:
        assert geen_klif(hard, burger, boven=500)

    with pytest.raises(Hard) as fout:
        toets()
    tekst = str(fout.value)
    assert "klif bij spaargeld van A: van 10000 € naar 10001 € kost € 1.200" in tekst
    terug = hard.casus(tekst)
    assert (terug.invoer["A", "spaargeld"], terug.invoer["A", "inkomen"]) == (10001, 15000)


@pytest.mark.parametrize(("boven", "goed"), [(1199, False), (1200, True), (1201, True)])
def test_boven_een_bedrag_is_meer_dan_dat_bedrag(hard: Wet, boven: int, goed: bool) -> None:
    burger = find(burgers(hard), lambda _: True, settings=SNEL)
    if goed:
        assert geen_klif(hard, burger, boven)
    else:
        with pytest.raises(Hard):
            geen_klif(hard, burger, boven)


def test_boven_nul_is_geen_vraag(hard: Wet) -> None:
    burger = find(burgers(hard), lambda _: True, settings=SNEL)
    with pytest.raises(ValueError, match="groter dan 0"):
        geen_klif(hard, burger, 0)


@pytest.mark.parametrize("patroon", ["P01", "P03", "P14"])
def test_geen_patroon_vindt_wat_er_is(hard: Wet, patroon: str) -> None:
    """All of the support is lost, above every threshold, and nothing in this law helps."""
    burger = find(burgers(hard), lambda _: True, settings=SNEL)
    with pytest.raises(Hard) as fout:
        geen_patroon(hard, burger, patroon)
    assert hard.casus(str(fout.value)).invoer["A", "spaargeld"] == 10001


@pytest.mark.parametrize("patroon", ["P02", "P04", "P09", "P10", "P13"])
def test_geen_patroon_zwijgt_over_wat_er_niet_is(hard: Wet, patroon: str) -> None:
    burger = find(burgers(hard), lambda _: True, settings=SNEL)
    assert geen_patroon(hard, burger, patroon)


@pytest.mark.parametrize("patroon", ["P16", "P18", "P99", "klif"])
def test_een_patroon_dat_niet_over_een_burger_gaat(hard: Wet, patroon: str) -> None:
    burger = find(burgers(hard), lambda _: True, settings=SNEL)
    with pytest.raises(ValueError, match="kies uit P01"):
        geen_patroon(hard, burger, patroon)


def test_een_patroon_over_een_geschiedenis() -> None:
    """P17 in the shipped history in which an authority waits; not without what happened."""
    w = geleverd("ww-terugvordering")
    verhalen = [s.casus for s in w.scenarios if s.casus.gebeurtenissen]
    gevonden = [c for c in verhalen if not _zwijgt(w, c, "P17")]
    assert gevonden
    for casus in gevonden:
        leeg = replace(casus, gebeurtenissen=(), invoer=MappingProxyType(dict(casus.invoer)))
        assert _zwijgt(w, leeg, "P17")


def _zwijgt(w: Wet, casus: Casus, patroon: str) -> bool:
    try:
        return geen_patroon(w, casus, patroon)
    except Hard:
        return False
