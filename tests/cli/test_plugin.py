"""The pytest plugin: each scenario is a test, in a project of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

REGELS = """
Objecttype de Burger (mv: Burgers) (bezield)
    het bezit\tNumeriek (geheel getal) met eenheid €;
    de steun\tNumeriek (geheel getal) met eenheid €;

Regel steun
    geldig altijd
        De steun van een Burger moet gesteld worden op 50 €
        indien zijn bezit kleiner is dan 1000 €.
"""


def scenario(naam: str, bezit: int, steun: int) -> str:
    return (
        f'Scenario {naam}\n    bron "eigen sommetje"\n    rekendatum 1-1-2025\n    gegeven\n'
        f"        - een Burger A met bezit gelijk aan {bezit} €\n"
        f"    dan\n        - de steun van A is gelijk aan {steun} €\n\n"
    )


def draai(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", "scenarios"],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    regels = tmp_path / "rules" / "wet" / "wet.regels"
    regels.parent.mkdir(parents=True)
    regels.write_text(REGELS, "utf-8")
    (tmp_path / "scenarios" / "wet").mkdir(parents=True)
    return tmp_path


def test_een_mislukt_scenario_toont_zijn_zin_en_zijn_plaats(project: Path) -> None:
    tekst = scenario("weinig bezit", 999, 50) + scenario("veel bezit", 1000, 50)
    (project / "scenarios" / "wet" / "a.scenario").write_text(tekst, "utf-8")
    uitkomst = draai(project)
    assert uitkomst.returncode == 1
    assert "1 failed, 1 passed" in uitkomst.stdout
    assert "a.scenario:9:" in uitkomst.stdout, "the second scenario begins on line 9"
    assert "veel bezit" in uitkomst.stdout
    assert "de steun van A" in uitkomst.stdout
    assert "eigen sommetje" in uitkomst.stdout
    assert "Traceback" not in uitkomst.stdout


def test_een_kapot_bestand_is_een_mislukte_test(project: Path) -> None:
    map_ = project / "scenarios" / "wet"
    (map_ / "goed.scenario").write_text(scenario("goed", 1, 50), "utf-8")
    (map_ / "kapot.scenario").write_text(
        scenario("kapot", 1, 50).replace("steun van A", "stuen van A"), "utf-8"
    )
    uitkomst = draai(project)
    assert uitkomst.returncode == 1
    assert "1 failed, 1 passed" in uitkomst.stdout
    assert "stuen" in uitkomst.stdout
    assert "kapot.scenario:7:" in uitkomst.stdout
    assert "Traceback" not in uitkomst.stdout


def test_kapotte_regels_zijn_een_mislukte_test_per_bestand(project: Path) -> None:
    (project / "rules" / "wet" / "wet.regels").write_text(REGELS.replace("zijn bezit", "zijn bzit"))
    (project / "scenarios" / "wet" / "a.scenario").write_text(scenario("goed", 1, 50), "utf-8")
    uitkomst = draai(project)
    assert uitkomst.returncode == 1
    assert "1 failed" in uitkomst.stdout
    assert "bzit" in uitkomst.stdout


def test_geen_utf8_is_een_mislukte_test(project: Path) -> None:
    (project / "scenarios" / "wet" / "a.scenario").write_bytes("Scenario café".encode("latin-1"))
    uitkomst = draai(project)
    assert uitkomst.returncode == 1
    assert "1 failed" in uitkomst.stdout
    assert "UTF-8" in uitkomst.stdout
