"""A cold start: the whole program in a fresh process, beside an interpreter that does nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.conftest import REGELS
from wetsanalyse import __version__

RONDES = 7
_START = "from wetsanalyse.cli import main; main()"
KLEIN = """\
Objecttype de Persoon (bezield)
  het loon        Numeriek (getal);
  de toeslag      Numeriek (getal);

Regel toeslag
  bron onbevestigd: "een voorbeeld"
  geldig altijd
    De toeslag van een Persoon moet berekend worden als het loon van de Persoon plus 1.
"""


def draai(*delen: object) -> str:
    gedaan = subprocess.run(
        [sys.executable, "-c", *map(str, delen)],
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return gedaan.stdout


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    pad = tmp_path / "klein.regels"
    pad.write_text(KLEIN, encoding="utf-8")
    return pad


def meet(benchmark: BenchmarkFixture, *delen: object) -> str:
    """The output of a call that is run a few times; once before, so that caches are filled."""
    uit: str = benchmark.pedantic(  # type: ignore[no-untyped-call]
        draai, delen, rounds=RONDES, warmup_rounds=1
    )
    wat = benchmark.name.removeprefix("test_")
    mediaan = benchmark.stats.stats.median * 1000  # type: ignore[union-attr]
    benchmark.extra_info[f"{wat}: milliseconde"] = f"{mediaan:10.0f}"
    return uit


def test_start_niets(benchmark: BenchmarkFixture) -> None:
    assert meet(benchmark, "pass") == ""


def test_start_versie(benchmark: BenchmarkFixture) -> None:
    assert meet(benchmark, _START, "--versie") == f"wetsanalyse {__version__}\n"


def test_start_controleer_klein(benchmark: BenchmarkFixture, klein: Path) -> None:
    assert meet(benchmark, _START, "controleer", klein) == "Geen fouten gevonden.\n"


def test_start_controleer_wet(benchmark: BenchmarkFixture) -> None:
    """All rules and scenarios of the zorgtoeslag."""
    uit = meet(benchmark, _START, "controleer", REGELS)
    assert uit.startswith("Geen fouten")


CASUS = """\
{"rekendatum": "2025-01-01", "objecten": [{"naam": "A", "type": "Aanvrager",
 "attributen": {"toetsingsinkomen": "30000", "vermogen": "0"}, "kenmerken": ["verzekerd"]}]}
"""


def test_start_reken(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """One citizen through the zorgtoeslag."""
    burger = tmp_path / "burger.json"
    burger.write_text(CASUS, encoding="utf-8")
    uit = meet(benchmark, _START, "reken", REGELS, "--invoer", burger)
    assert "€ 1.355 per jaar" in uit
