"""Every shipped law over random households: each outcome as the exact interpreter gives it.

Here the source text is read as plain Python, where a number that runs over is an error; for one
law it is compiled too. `make nacht` does many more households.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.bevolking.rijen import casussen, trek
from tests.run.kernel.gelijk import vergiftigd, voorgelezen
from wetsanalyse import chain
from wetsanalyse.bevolking.doelen import alle_doelen
from wetsanalyse.bevolking.draaien import TE_GROOT, Doel, Draaier
from wetsanalyse.bevolking.uitkomsten import BEREKEND, FOUT, LEEG, ONBESLIST, Uitkomstkolom
from wetsanalyse.bevolking.vorm import Vorm, vorm_van
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG as GEEN
from wetsanalyse.plan.ops import Fout, Onbeslist
from wetsanalyse.run.kernel import compileer

WORTEL = Path(__file__).parents[2]
WETTEN = sorted(pad.name for pad in (WORTEL / "rules").iterdir() if pad.is_dir())
NACHT = os.environ.get("WETSANALYSE_PROFIEL") == "nacht"


@dataclass(frozen=True)
class Proef:
    plan: Plan
    vorm: Vorm
    doelen: tuple[Doel, ...]


@cache
def proef(naam: str) -> Proef:
    map_ = WORTEL / "rules" / naam
    set_ = chain.laad([map_])
    assert set_.ok
    scenarios = chain.laad_scenarios(set_.value, [WORTEL / "scenarios" / naam]).value
    dag = max(s.casus.rekendatum for s in scenarios)
    vorm = vorm_van(set_.value.model, dag)
    assert vorm.value is not None
    plan = chain.lower(set_.value.model, dag)
    return Proef(plan, vorm.value, alle_doelen(plan, vorm.value).alle)


def _hier(uit: Uitkomstkolom, plek: int, doel: Doel) -> Any:
    kolom = uit.kolom
    status = BEREKEND if uit.status is None else int(uit.status[plek])
    if status == BEREKEND and kolom.leeg is not None and kolom.leeg[plek]:
        status = LEEG
    if status == BEREKEND:
        return kolom.waarde(plek, doel.type)
    return {LEEG: GEEN, ONBESLIST: Onbeslist, FOUT: Fout}[status]


def _daar(uitslag: Any, wie: str, doel: Doel) -> Any:
    if (wie, doel.eigenschap) not in uitslag.plan.eigenschappen:
        return GEEN  # nobody stands in the role
    waarde = uitslag.waarde(wie, doel.eigenschap)
    return type(waarde) if isinstance(waarde, Fout | Onbeslist) else waarde


def verschillen(p: Proef, aantal: int, zaad: int, draaier: Draaier) -> tuple[list[str], int]:
    """Where an outcome differs, and how many households were run one by one."""
    blok = trek(p.vorm, p.plan, aantal, zaad)
    uit, verslag = draaier.reken(blok)
    groot = any(bericht == TE_GROOT for _, bericht in verslag.fouten)
    fout: list[str] = []
    for i, casus in enumerate(casussen(blok, p.vorm)):
        uitslag = chain.evaluate(p.plan, casus)
        for doel, kolom in uit.items():
            namen = [(doel.wie, i)]
            if kolom.grenzen is not None:
                eerste, na = int(kolom.grenzen[i]), int(kolom.grenzen[i + 1])
                namen = [(f"{doel.wie} {n - eerste + 1}", n) for n in range(eerste, na)]
            for wie, plek in namen:
                hier, daar = _hier(kolom, plek, doel), _daar(uitslag, wie, doel)
                past_niet = groot and hier is Fout and not isinstance(daar, bool)
                if not past_niet and (type(hier) is not type(daar) or hier != daar):
                    fout.append(f"{wie}, {doel.eigenschap}: {hier} ≠ {daar} bij {casus.invoer}")
    return fout, verslag.exact


@pytest.mark.parametrize("naam", WETTEN)
def test_elke_wet_als_de_exacte_vertolker(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compileer, "compileer", voorgelezen)
    p = proef(naam)
    draaier = Draaier(p.plan, p.vorm, p.doelen)
    aantal = 1500 if NACHT else 40 if naam == "voorbeeld-alles" else 80
    with vergiftigd():
        fout, een_voor_een = verschillen(p, aantal, 11, draaier)
    assert not fout, fout[0]
    if naam != "voorbeeld-alles":  # which has everything that a kernel cannot do
        assert not draaier.redenen()
        assert een_voor_een < aantal


def test_gecompileerd_met_kinderen_en_een_partner() -> None:
    p = proef("kindgebonden-budget")
    gevraagd = [d for d in p.doelen if d.eigenschap in ("kindgebonden budget per jaar",
                                                        "bedrag voor het kind")]  # fmt: skip
    draaier = Draaier(p.plan, p.vorm, gevraagd)
    with vergiftigd():
        fout, een_voor_een = verschillen(p, 300, 5, draaier)
    assert not fout, fout[0]
    assert een_voor_een < 100
    assert len(draaier.kernen) == 4  # with a partner and without, with children and without


@pytest.mark.parametrize("naam", ["zorgtoeslag", "kindgebonden-budget", "awb-bezwaar"])
def test_smalle_kolommen_geven_hetzelfde(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns of 8, 16 or 32 bits where they were of 64: the same values come out."""
    monkeypatch.setattr(compileer, "compileer", voorgelezen)
    p = proef(naam)
    blok = trek(p.vorm, p.plan, 60, 7)
    smal = blok.smal()
    assert smal.bytes < blok.bytes
    heel, _ = Draaier(p.plan, p.vorm, p.doelen).reken(blok)
    ander, _ = Draaier(p.plan, p.vorm, p.doelen).reken(smal)
    for doel in p.doelen:
        assert heel[doel].kolom.waarden.tolist() == ander[doel].kolom.waarden.tolist()
        assert ander[doel].kolom.waarden.dtype == np.int64


def test_een_leeg_blok_geeft_lege_kolommen() -> None:
    p = proef("zorgtoeslag")
    uit, verslag = Draaier(p.plan, p.vorm, p.doelen).reken(trek(p.vorm, p.plan, 0, 1))
    assert verslag.rijen == 0
    assert all(len(kolom.kolom) == 0 for kolom in uit.values())


def test_de_volgorde_van_de_rijen_blijft() -> None:
    """Rows with and without a partner go through different kernels and come back in place."""
    p = proef("zorgtoeslag")
    blok = trek(p.vorm, p.plan, 60, 3)
    draaier = Draaier(p.plan, p.vorm, p.doelen)
    heel, _ = draaier.reken(blok)
    andersom, _ = draaier.reken(blok.kies(np.arange(60)[::-1]))
    for doel in p.doelen:
        een, ander = heel[doel].kolom.waarden, andersom[doel].kolom.waarden
        assert (een == ander[::-1]).all(), doel
    normpremie = next(d for d in p.doelen if d.eigenschap == "normpremie")
    assert len(set(heel[normpremie].kolom.waarden.tolist())) > 10


def test_zonder_kinderen_geldt_een_eigen_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no children does not have “a child”: that is settled by the household itself, so it
    may not be taken from a plan with two. With n children the rule asks for one of them."""
    monkeypatch.setattr(compileer, "compileer", voorgelezen)
    p = proef("voorbeeld-alles")
    blok = trek(p.vorm, p.plan, 150, 1001)
    aantallen = np.diff(blok.veel["kind"].grenzen)
    zonder = blok.kies(np.flatnonzero(aantallen == 0)[:25])
    gevraagd = [
        d for d in p.doelen if d.eigenschap in ("recht op gezinssteun", "gezinssteun per jaar")
    ]
    uit, _ = Draaier(p.plan, p.vorm, gevraagd).reken(zonder)
    for i, casus in enumerate(casussen(zonder, p.vorm)):
        uitslag = chain.evaluate(p.plan, casus)
        for doel, kolom in uit.items():
            assert _hier(kolom, i, doel) == _daar(uitslag, doel.wie, doel)
    recht = next(d for d in gevraagd if d.wie == "A" and d.eigenschap == "recht op gezinssteun")
    assert not uit[recht].kolom.waarden.any()
