"""`wetsanalyse schrijf`: what it writes, what it leaves alone, and how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import WORTEL, Roep

GEGEVENS = """\
Objecttype de Hond (mv: Honden) (bezield)
    het gewicht\tNumeriek (geheel getal) met eenheid kg;
    is zwaar\tkenmerk (bijvoeglijk);

Eenheidsysteem gewicht
    de kilogram kg
"""
ROMMELIG = """\
// let op
Regel zwaar
  bron "eigen werk"
  geldig vanaf 2024
  Een Hond is zwaar indien zijn gewicht groter is dan 40 kg. // erachter
"""
NET = """\
// let op
Regel zwaar
    bron "eigen werk"
    geldig vanaf 2024
        Een Hond is zwaar
        indien zijn gewicht groter is dan 40 kg.  // erachter
"""
SCENARIO = """\
Scenario een zware hond
  rekendatum 1-1-2024
  gegeven
  - een Hond A met gewicht gelijk aan 41 kg
  dan
  - A is zwaar
"""


@pytest.fixture
def set_(tmp_path: Path) -> Path:
    """A small rule set with scenarios; the declarations stand in canonical form."""
    map_ = tmp_path / "rules" / "hond"
    map_.mkdir(parents=True)
    (map_ / "gegevens.regels").write_text(GEGEVENS, "utf-8")
    (map_ / "regels.regels").write_text(ROMMELIG, "utf-8")
    scenarios = tmp_path / "scenarios" / "hond"
    scenarios.mkdir(parents=True)
    (scenarios / "een.scenario").write_text(SCENARIO, "utf-8")
    return tmp_path


def test_zet_bestanden_in_de_vaste_vorm(roep: Roep, set_: Path) -> None:
    antwoord = roep("schrijf", set_ / "rules", set_ / "scenarios")
    assert antwoord.code == 0
    assert (set_ / "rules/hond/regels.regels").read_text("utf-8") == NET
    assert (set_ / "rules/hond/gegevens.regels").read_text("utf-8") == GEGEVENS
    assert "        - A is zwaar\n" in (set_ / "scenarios/hond/een.scenario").read_text("utf-8")
    assert f"veranderd: {set_ / 'rules/hond/regels.regels'}" in antwoord.uit
    assert "gegevens.regels" not in antwoord.uit
    nog_eens = roep("schrijf", set_ / "rules", set_ / "scenarios")
    assert (nog_eens.code, nog_eens.uit) == (0, "0 veranderd, 3 al in de vaste vorm\n")


def test_controleer_verandert_niets(roep: Roep, set_: Path) -> None:
    regels = set_ / "rules/hond/regels.regels"
    antwoord = roep("schrijf", "--controleer", set_ / "rules")
    assert antwoord.code == 1
    assert f"zou veranderen: {regels}" in antwoord.uit
    assert regels.read_text("utf-8") == ROMMELIG
    roep("schrijf", set_ / "rules")
    assert roep("schrijf", "--controleer", set_ / "rules").code == 0


def test_een_los_bestand_leest_de_namen_van_zijn_buren(roep: Roep, set_: Path) -> None:
    regels = set_ / "rules/hond/regels.regels"
    assert roep("schrijf", regels).code == 0
    assert regels.read_text("utf-8") == NET


def test_een_bestand_met_een_fout_blijft_zoals_het_is(roep: Roep, set_: Path) -> None:
    regels, scenario = set_ / "rules/hond/regels.regels", set_ / "scenarios/hond/een.scenario"
    regels.write_text(ROMMELIG.replace("groter", "grooter"), "utf-8")
    antwoord = roep("schrijf", set_ / "rules", set_ / "scenarios")
    assert antwoord.code == 1
    assert str(regels) in antwoord.fout
    assert "grooter" in regels.read_text("utf-8")
    assert "1 overgeslagen" in antwoord.uit
    # The other file has no fault.
    assert scenario.read_text("utf-8") != SCENARIO


def test_een_scenario_zonder_regels(roep: Roep, tmp_path: Path) -> None:
    pad = tmp_path / "los.scenario"
    pad.write_text(SCENARIO, "utf-8")
    antwoord = roep("schrijf", pad)
    assert antwoord.code == 1
    assert "SW-GEEN-REGELS" in antwoord.fout
    assert pad.read_text("utf-8") == SCENARIO


@pytest.mark.parametrize("pad", ["bestaat-niet", "leeg"])
def test_een_pad_zonder_bestanden(roep: Roep, tmp_path: Path, pad: str) -> None:
    (tmp_path / "leeg").mkdir()
    antwoord = roep("schrijf", tmp_path / pad)
    assert antwoord.code == 1
    assert "BST-" in antwoord.fout


def test_zuiver_regelspraak_op_het_scherm(roep: Roep, set_: Path) -> None:
    antwoord = roep("schrijf", "--regelspraak", set_ / "rules")
    assert antwoord.code == 0
    assert antwoord.uit.endswith(
        "Regel zwaar\n    geldig vanaf 2024\n        Een Hond is zwaar\n"
        "        indien zijn gewicht groter is dan 40 kg.\n"
    )
    assert "//" not in antwoord.uit
    assert (set_ / "rules/hond/regels.regels").read_text("utf-8") == ROMMELIG


def test_zuiver_regelspraak_in_een_map(roep: Roep, set_: Path) -> None:
    antwoord = roep("schrijf", "--regelspraak", set_ / "rules", "--naar", set_ / "uit")
    assert antwoord.code == 0
    assert "bron" not in (set_ / "uit/regels.regels").read_text("utf-8")
    weigert = roep("schrijf", "--regelspraak", set_ / "rules", "--naar", set_ / "rules/hond")
    assert weigert.code == 2
    assert "wordt niet overschreven" in weigert.fout
    assert (set_ / "rules/hond/regels.regels").read_text("utf-8") == ROMMELIG


def test_zuiver_regelspraak_waarschuwt_voor_een_open_norm(roep: Roep, set_: Path) -> None:
    regels = set_ / "rules/hond/regels.regels"
    norm = 'Open norm te zwaar\n    bron "eigen werk"\n\n'
    zin = "        Een Hond is zwaar\n        indien er sprake is van open norm te zwaar.\n"
    regels.write_text(f"{norm}Regel zwaar\n    geldig altijd\n{zin}", "utf-8")
    antwoord = roep("schrijf", "--regelspraak", set_ / "rules")
    assert antwoord.code == 0
    assert "SW-EIGEN" in antwoord.fout
    assert antwoord.uit.endswith(zin)


@pytest.mark.parametrize("opties", [["--naar", "x"], ["--controleer", "--regelspraak"]])
def test_opties_die_niet_samengaan(roep: Roep, set_: Path, opties: list[str]) -> None:
    assert roep("schrijf", set_ / "rules", *opties).code == 2


def test_wetten_rekenen_na_het_schrijven_hetzelfde(roep: Roep, tmp_path: Path) -> None:
    for map_ in ("rules", "scenarios"):
        shutil.copytree(WORTEL / map_ / "zorgtoeslag", tmp_path / map_ / "zorgtoeslag")
    assert roep("schrijf", tmp_path / "rules", tmp_path / "scenarios").code == 0
    toets = roep("toets", tmp_path / "rules" / "zorgtoeslag")
    assert toets.code == 0, toets.uit


def test_twee_aannamen_blijven_twee_regels(roep: Roep, set_: Path) -> None:
    regels = set_ / "rules/hond/regels.regels"
    bron = '    bron onbevestigd: "een"\n    bron onbevestigd: "twee; en drie"\n'
    regels.write_text(ROMMELIG.replace('  bron "eigen werk"\n', bron), "utf-8")
    antwoord = roep("schrijf", set_ / "rules")
    assert antwoord.code == 0, antwoord.fout
    assert bron in regels.read_text("utf-8")


@pytest.mark.parametrize("naam", sorted(p.name for p in (WORTEL / "rules").iterdir()))
def test_van_elke_wet_kent_de_schrijver_de_vaste_vorm(roep: Roep, naam: str) -> None:
    """Nothing is refused: each file has a neat text that says the same."""
    antwoord = roep("schrijf", WORTEL / "rules" / naam, "--controleer")
    assert "SW-VERSCHIL" not in antwoord.fout
    assert "overgeslagen" not in antwoord.uit
