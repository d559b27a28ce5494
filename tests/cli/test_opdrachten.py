"""Every command on the zorgtoeslag, in words and as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import WORTEL, Roep

Geval = Callable[..., Path]
UITKOMST = "de zorgtoeslag per jaar van A"


def test_controleer(roep: Roep, zorgtoeslag: Path) -> None:
    a = roep("controleer", zorgtoeslag)
    assert a.code == 0
    assert " fout: " not in a.fout
    meldingen = roep("controleer", zorgtoeslag, "--json").json["meldingen"]
    assert [m for m in meldingen if m["ernst"] == "fout"] == []


def test_reken(roep: Roep, zorgtoeslag: Path, geval: Geval) -> None:
    """One euro above the limit of art. 3 Wzt: nothing. Just on it: 1573 (see the scenarios)."""
    te_veel = roep("reken", zorgtoeslag, "--invoer", geval())
    assert te_veel.code == 0
    assert "zorgtoeslag per jaar" in te_veel.uit
    op_de_grens = geval(attributen={"toetsingsinkomen": "28000", "vermogen": "141896"})
    a = roep("reken", zorgtoeslag, "--invoer", op_de_grens, "--json")
    assert a.code == 0
    assert a.json["fouten"] == []
    assert "1573" in a.uit


def test_leg_uit(roep: Roep, zorgtoeslag: Path, geval: Geval) -> None:
    """The explanation names the limit, its article, and what was compared."""
    a = roep("leg-uit", zorgtoeslag, "--invoer", geval(), "--uitkomst", UITKOMST)
    assert a.code == 0
    assert "141.896" in a.uit
    assert "artikel 3" in a.uit
    als_json = roep("leg-uit", zorgtoeslag, "--invoer", geval(), "--uitkomst", UITKOMST, "--json")
    assert als_json.code == 0
    assert "141896" in json.dumps(als_json.json)


def test_graaf(roep: Roep, zorgtoeslag: Path, tmp_path: Path) -> None:
    doelen = {s: tmp_path / f"graaf.{s}" for s in ("svg", "dot", "graphml")}
    opties = [deel for s, pad in doelen.items() for deel in (f"--{s}", pad)]
    a = roep("graaf", zorgtoeslag, *opties)
    assert a.code == 0
    for pad in doelen.values():
        assert "vermogen alleenstaand" in pad.read_text("utf-8")
    assert roep("graaf", zorgtoeslag, "--json").json


def test_toets_op_regels_op_een_map_en_op_een_bestand(roep: Roep, zorgtoeslag: Path) -> None:
    scenarios = WORTEL / "scenarios" / "zorgtoeslag"
    alles = roep("toets", zorgtoeslag)
    assert alles.code == 0
    assert roep("toets", scenarios).uit == alles.uit
    een = roep("toets", scenarios / "2025.scenario", "--json")
    assert een.code == 0
    assert 0 < een.json["geslaagd"] < roep("toets", scenarios, "--json").json["geslaagd"]


@pytest.mark.parametrize("stap", ["tokens", "boom", "model", "graaf", "plan"])
def test_toon(roep: Roep, zorgtoeslag: Path, stap: str) -> None:
    a = roep("toon", zorgtoeslag, "--stap", stap)
    assert a.code == 0
    assert "vermogen" in a.uit
    als_json = roep("toon", zorgtoeslag, "--stap", stap, "--json").json
    assert als_json["stap"] == stap
    assert "\n".join(als_json["regels"]).strip() == a.uit.strip()


def test_toon_toont_ook_een_los_bestand_met_fouten(roep: Roep, zorgtoeslag: Path) -> None:
    """Without the declarations the names are unknown: exit 1, and still what could be read."""
    a = roep("toon", zorgtoeslag / "regels.regels", "--stap", "tokens")
    assert a.code == 1
    assert a.uit.strip()
    assert "NM-ONBEKEND" in a.fout


def test_onderzoek(roep: Roep, zorgtoeslag: Path, tmp_path: Path) -> None:
    rapport = tmp_path / "nieuw" / "rapport.html"
    a = roep("onderzoek", zorgtoeslag, "--rapport", rapport)
    assert a.code == 0
    assert "P01-wzt-3-1-vermogen-alleenstaand" in a.uit.replace("\n", "")
    assert "1.573" in a.uit
    assert "</html>" in rapport.read_text("utf-8")
    assert [p.name for p in rapport.parent.iterdir()] == ["rapport.html"]
    een = roep("onderzoek", zorgtoeslag, "--json")
    twee = roep("onderzoek", zorgtoeslag, "--json")
    assert een.uit == twee.uit, "the same, byte for byte"


def test_versie_en_hulp(roep: Roep) -> None:
    assert roep("--versie").code == 0
    hulp = roep("--help")
    assert hulp.code == 0
    for opdracht in ("controleer", "reken", "leg-uit", "graaf", "toets", "toon", "onderzoek"):
        assert opdracht in hulp.uit
        assert roep(opdracht, "--help").code == 0


# ------------------------------------------------------------------ as a process of its own


def proces(*delen: object) -> subprocess.Popen[bytes]:
    code = "from wetsanalyse.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, delen)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=WORTEL,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def test_een_lezer_die_vroeg_stopt(zorgtoeslag: Path) -> None:
    """``wetsanalyse toon … | head -1``: no noise, exit 0."""
    loopt = proces("toon", zorgtoeslag, "--stap", "boom")
    assert loopt.stdout is not None
    assert loopt.stderr is not None
    assert loopt.stdout.readline()
    loopt.stdout.close()
    fout = loopt.stderr.read()
    loopt.stderr.close()
    assert loopt.wait(60) == 0
    assert fout == b""
