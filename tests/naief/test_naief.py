"""The plan against the naive reading: random laws, fixed laws with random cases, and shuffles.

`make test` takes about 500 cases, `make nacht` about 10,000.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from tests.naief import rekenen, vast, wetboeken
from tests.naief.bewerkingen import BEWERKINGEN
from tests.naief.burgers import burgers
from tests.naief.tijdzinnen import in_tijd, wetten_in_tijd
from tests.naief.toetsen import ongeordend
from tests.naief.vergelijken import verschillen
from tests.naief.waarden import LEEG, Fout
from tests.naief.wetten import Wet, casussen, wetten
from wetsanalyse.model.feiten import Casus
from wetsanalyse.model.model import Model

DAG = date(2025, 1, 1)
HIER = Path(__file__).parent
MAAL = {"snel": 0.05, "nacht": 20}.get(os.environ.get("WETSANALYSE_PROFIEL", ""), 1)


def zoek(aantal: int) -> Callable[[Any], Any]:
    """So many examples in `make test`. Making a law takes time and many draws."""
    traag = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=max(3, int(aantal * MAAL)), suppress_health_check=traag)


def eis_gelijk(model: Model, casus: Casus) -> None:
    gevonden = verschillen(model, casus)
    assert not gevonden, "\n".join(map(str, gevonden))


def vers(*teksten: str) -> Model:
    """A model that is not kept: there are too many of these."""
    return vast.model.__wrapped__(*teksten)


def lijst(gevallen: st.SearchStrategy[Casus], aantal: int) -> st.SearchStrategy[list[Casus]]:
    """Reading a law costs more than a case of it, so each serves a few."""
    return st.lists(gevallen, min_size=aantal, max_size=aantal)


# ------------------------------------------------------------------ random laws


@zoek(70)
@given(wetten(), lijst(casussen(), 4))
def test_een_willekeurige_wet(wet: Wet, gevallen: list[Casus]) -> None:
    model = vers(wet.tekst)
    for casus in gevallen:
        eis_gelijk(model, casus)


@zoek(30)
@given(wetten_in_tijd(), lijst(casussen(), 2), st.data())
def test_een_willekeurige_wet_in_de_tijd(
    wet_en_lijnen: tuple[Wet, dict[str, str]], gevallen: list[Casus], data: Any
) -> None:
    wet, lijnen = wet_en_lijnen
    model = vers(wet.tekst)
    for casus in gevallen:
        eis_gelijk(model, in_tijd(data.draw, casus, lijnen))


# ------------------------------------------------------------------ fixed laws


@zoek(50)
@given(casussen(ruim=True))
def test_alles_met_datums(casus: Casus) -> None:
    eis_gelijk(vast.wet(*vast.KALENDER), casus)


@zoek(50)
@given(casussen(ruim=True))
def test_alles_met_getallen(casus: Casus) -> None:
    eis_gelijk(vast.wet(*vast.REKENEN), casus)


@zoek(50)
@given(casussen(ruim=True))
def test_alle_voorwaarden(casus: Casus) -> None:
    eis_gelijk(vast.voorwaardenwet(*vast.VOORWAARDEN), casus)


POTTEN = (("Pot", 2), ("Bak", 4))
BURGERS = (("Burger", 3), ("Huis", 2), ("Brief", 1))
GEZIN = (("Ouder", 2), ("Kind", 2), ("Opvanglocatie", 1), ("Aanvraag", 2), ("Gemeente", 1),
         ("Adres", 1))  # fmt: skip


@cache
def verdeelwet() -> Model:
    return vast.model(wetboeken.VERDEELWET)


@cache
def maakwet() -> Model:
    return vast.model(wetboeken.maakwet())


@cache
def rondleiding() -> Model:
    """The example law with every construct of the language."""
    map_ = HIER.parents[1] / "rules" / "voorbeeld-alles"
    return vast.model(*(p.read_text(encoding="utf-8") for p in sorted(map_.glob("*.regels"))))


@zoek(60)
@given(st.deferred(lambda: burgers(verdeelwet(), POTTEN, DAG, 9)))
def test_verdelen(casus: Casus) -> None:
    eis_gelijk(verdeelwet(), casus)


@cache
def verdeelwet_in_tijd() -> Model:
    return vast.model(wetboeken.VERDEELWET_IN_TIJD)


@zoek(15)
@given(st.deferred(lambda: burgers(verdeelwet_in_tijd(), (("Pot", 1), ("Bak", 3)), DAG, 9)))
def test_verdelen_in_de_tijd(casus: Casus) -> None:
    eis_gelijk(verdeelwet_in_tijd(), casus)


@zoek(40)
@given(st.deferred(lambda: burgers(maakwet(), BURGERS, DAG, 8)))
def test_maken_toetsen_en_dagsoorten(casus: Casus) -> None:
    eis_gelijk(maakwet(), casus)


@zoek(8)
@given(st.deferred(lambda: burgers(rondleiding(), GEZIN, DAG)))
def test_de_rondleiding(casus: Casus) -> None:
    eis_gelijk(rondleiding(), casus)


# ------------------------------------------------------------------ the order does not matter


def geschud(casus: Casus, dobbel: Any) -> Casus:
    huis = casus.huishouden
    objecten, feiten = list(huis.objecten), list(huis.feiten)
    dobbel.shuffle(objecten)
    dobbel.shuffle(feiten)
    nieuw = replace(huis, objecten=tuple(objecten), feiten=tuple(feiten))
    return replace(casus, huishouden=nieuw)


@zoek(15)
@given(wetten(), lijst(casussen(), 2), st.randoms())
def test_de_volgorde_van_regels_en_bestanden(wet: Wet, gevallen: list[Casus], dobbel: Any) -> None:
    """The naive reading has no order, so what agrees with it does not depend on one. Which of
    two faults is told may differ: the reference leaves that open."""
    regels = list(wet.regels)
    dobbel.shuffle(regels)
    knip = dobbel.randint(0, len(regels))
    model = vers("\n".join(regels[:knip]), wet.gegevens, "\n".join(regels[knip:]))
    for casus in gevallen:
        eis_gelijk(model, geschud(casus, dobbel))


@cache
def maakwet_achterstevoren() -> Model:
    return vast.model("\n\n".join(reversed(wetboeken.maakwet().split("\n\n"))))


@zoek(20)
@given(st.deferred(lambda: burgers(maakwet(), BURGERS, DAG, 8)), st.randoms())
def test_de_volgorde_van_wat_gemaakt_wordt(casus: Casus, dobbel: Any) -> None:
    eis_gelijk(maakwet_achterstevoren(), geschud(casus, dobbel))


# ------------------------------------------------------------------ what it stands on


def _strikt(naam: str) -> Callable[[list[Any], Any], Any]:
    gewoon = BEWERKINGEN[naam]
    return lambda a, p: LEEG if any(x is LEEG for x in a) else gewoon(a, p)


VERGISSINGEN: dict[str, tuple[Any, str, Any]] = {
    "plus met leeg": (BEWERKINGEN, "PLUS", _strikt("PLUS")),
    "maal met leeg": (BEWERKINGEN, "MAAL", _strikt("MAAL")),
    "ABS rondt niet af": (BEWERKINGEN, "DEEL", lambda a, p: rekenen.deel(*a)),
    "verminderd is min": (BEWERKINGEN, "VERMINDERD", BEWERKINGEN["MIN"]),
    "macht": (BEWERKINGEN, "MACHT", lambda a, p: LEEG),
    "rekenkundig": (rekenen.WIJZEN, "rekenkundig", rekenen.WIJZEN["naar boven"]),
    "richting nul": (rekenen.WIJZEN, "richting nul", rekenen.WIJZEN["naar beneden"]),
}


@pytest.mark.parametrize("naam", VERGISSINGEN)
def test_een_vergissing_valt_op(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One operation read wrongly: the search finds a case in which it shows."""
    tabel, sleutel, fout = VERGISSINGEN[naam]
    monkeypatch.setitem(tabel, sleutel, fout)
    model = vast.wet(*vast.REKENEN)
    find(
        casussen(ruim=True), lambda casus: bool(verschillen(model, casus)),
        settings=settings(max_examples=400, phases=[Phase.generate], database=None),
    )  # fmt: skip


def test_ongeordend_telt_een_fout_alleen_als_hij_beslist() -> None:
    def test(lid: bool | None) -> bool:
        if lid is None:
            raise Fout("X")
        return lid

    assert ongeordend(test, [None, True], "ten minste", 1)
    assert not ongeordend(test, [None, False], "alle", 0)
    with pytest.raises(Fout):
        ongeordend(test, [None, True], "alle", 0)


def test_de_naieve_lezing_kent_het_plan_niet() -> None:
    """Only what compares may see the plan; the evaluator itself reads the model."""
    gezien: set[str] = set()
    te_doen = ["tests.naief.naief"]
    while te_doen:
        module = te_doen.pop()
        if module in gezien:
            continue
        gezien.add(module)
        boom = ast.parse((HIER / f"{module.rpartition('.')[2]}.py").read_text(encoding="utf-8"))
        for naam in _namen(boom):
            assert not re.match(r"wetsanalyse\.(?!model\b)", naam), (module, naam)
            if naam.startswith("tests."):
                te_doen.append(naam)
    assert len(gezien) > 5


def _namen(boom: ast.Module) -> list[str]:
    """What a module imports; of `from tests.naief import x` the module x."""
    uit: list[str] = []
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Import):
            uit += [a.name for a in knoop.names]
        elif isinstance(knoop, ast.ImportFrom) and knoop.module == "tests.naief":
            uit += [f"tests.naief.{a.name}" for a in knoop.names]
        elif isinstance(knoop, ast.ImportFrom) and knoop.module == "wetsanalyse":
            uit += [f"wetsanalyse.{a.name}" for a in knoop.names]
        elif isinstance(knoop, ast.ImportFrom):
            uit.append(knoop.module or "")
    return uit
