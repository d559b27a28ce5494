"""A call of the command line inside this process, with what it said."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from wetsanalyse.cli import main

WORTEL = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Antwoord:
    code: int
    uit: str
    fout: str

    @property
    def json(self) -> Any:
        return json.loads(self.uit)


Roep = Callable[..., Antwoord]


@pytest.fixture
def roep(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Roep:
    """Run ``wetsanalyse …``. Anything but an orderly end fails the test."""

    def draai(*delen: object) -> Antwoord:
        monkeypatch.setattr(sys, "argv", ["wetsanalyse", *map(str, delen)])
        with pytest.raises(SystemExit) as einde:
            main()
        uit, fout = capfd.readouterr()
        assert "Traceback" not in uit + fout
        assert isinstance(einde.value.code, int)
        return Antwoord(einde.value.code, uit, fout)

    return draai


@pytest.fixture
def zorgtoeslag() -> Path:
    return WORTEL / "rules" / "zorgtoeslag"


@pytest.fixture
def wahv() -> Path:
    return WORTEL / "rules" / "wahv"


@pytest.fixture
def geval(tmp_path: Path) -> Callable[..., Path]:
    """A case of one insured person as a file; changes go over it."""

    def schrijf(**anders: Any) -> Path:
        data: dict[str, Any] = {
            "rekendatum": "2025-01-01",
            "objecten": [
                {
                    "naam": "A",
                    "type": "Aanvrager",
                    "attributen": {"toetsingsinkomen": "28000", "vermogen": "141897"},
                    "kenmerken": ["verzekerd"],
                }
            ],
        }
        for naam, waarde in anders.items():
            if naam in data:
                data[naam] = waarde
            else:
                data["objecten"][0][naam] = waarde
        pad = tmp_path / "geval.json"
        pad.write_text(json.dumps(data), "utf-8")
        return pad

    return schrijf
