"""An outcome that rests on the judgment of a person, or on a value that nobody gave, says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Roep

REGELS = """
Bestuursorgaan het college

Objecttype de Burger (mv: Burgers) (bezield)
    het bezit\tNumeriek (geheel getal) met eenheid €;
    de steun\tNumeriek (geheel getal) met eenheid €;
    de toeslag\tNumeriek (geheel getal) met eenheid €;
    het vaste bedrag\tNumeriek (geheel getal) met eenheid €;

Open norm bijzondere hardheid
    beoordeeld door het college

Regel steun bij hardheid
    geldig altijd
        De steun van een Burger moet gesteld worden op 100 €
        indien er sprake is van open norm bijzondere hardheid.

Regel toeslag bij weinig bezit
    geldig altijd
        De toeslag van een Burger moet gesteld worden op 50 €
        indien zijn bezit kleiner is dan 1000 €.

Regel vast bedrag
    geldig altijd
        Het vaste bedrag van een Burger moet gesteld worden op 7 €.
"""


@pytest.fixture
def wet(tmp_path: Path) -> Path:
    map_ = tmp_path / "wet"
    map_.mkdir()
    (map_ / "wet.regels").write_text(REGELS, "utf-8")
    return map_


def geval(map_: Path, bezit: str | None = None, oordeel: bool | None = None) -> Path:
    burger: dict[str, Any] = {"naam": "B", "type": "Burger", "attributen": {}}
    if bezit is not None:
        burger["attributen"]["bezit"] = bezit
    data: dict[str, Any] = {"rekendatum": "2025-01-01", "objecten": [burger]}
    if oordeel is not None:
        data["oordelen"] = [{"open norm": "bijzondere hardheid", "object": "B", "oordeel": oordeel}]
    pad = map_.parent / "geval.json"
    pad.write_text(json.dumps(data), "utf-8")
    return pad


def test_zonder_oordeel_staan_beide_uitkomsten_er(roep: Roep, wet: Path) -> None:
    invoer = geval(wet, bezit="5")
    uit = roep("reken", wet, "--invoer", invoer).uit
    assert "bijzondere hardheid" in uit
    steun = roep("reken", wet, "--invoer", invoer, "--json").json["uitkomsten"]["B"]["steun"]
    assert "onbeslist" in steun["waarde"]
    mogelijk = {m["oordelen"][0]["oordeel"]: m["waarde"] for m in steun["mogelijk"]}
    assert mogelijk == {True: "100", False: None}


@pytest.mark.parametrize(("oordeel", "waarde"), [(True, "100"), (False, None)])
def test_met_een_oordeel_is_er_een_uitkomst(
    roep: Roep,
    wet: Path,
    oordeel: bool,
    waarde: str | None,
) -> None:
    data = roep("reken", wet, "--invoer", geval(wet, "5", oordeel), "--json").json
    assert data["uitkomsten"]["B"]["steun"]["waarde"] == waarde
    assert [o for o in data["open"] if o["soort"] == "open norm"] == []


def test_een_ontbrekende_waarde_staat_erbij(roep: Roep, wet: Path) -> None:
    """Without the savings the toeslag is empty, not nil, and the savings are named."""
    invoer = geval(wet, oordeel=False)
    assert "bezit van B" in roep("reken", wet, "--invoer", invoer).uit
    data = roep("reken", wet, "--invoer", invoer, "--json").json
    assert data["uitkomsten"]["B"]["toeslag"]["waarde"] is None
    assert {"soort": "invoer", "naam": "bezit", "object": "B"} in data["open"]


def test_wat_er_niet_op_rust_heeft_gewoon_een_waarde(roep: Roep, wet: Path) -> None:
    data = roep("reken", wet, "--invoer", geval(wet), "--json").json
    assert data["uitkomsten"]["B"]["vaste bedrag"]["waarde"] == "7"
    assert data["fouten"] == []


def test_alles_bekend_dan_staat_er_niets_open(roep: Roep, wet: Path) -> None:
    data = roep("reken", wet, "--invoer", geval(wet, "5", oordeel=True), "--json").json
    assert data["open"] == []
    assert data["uitkomsten"]["B"]["toeslag"]["waarde"] == "50"
