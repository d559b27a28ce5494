"""docs/fouten.md names every code that the source can give, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
LIJST = WORTEL / "docs" / "fouten.md"
MAPPEN = (
    "text", "syntax", "model", "graph", "plan", "run", "bevolking", "analyses", "opdrachten",
)  # fmt: skip
CODE = re.compile(r"[A-Z]{2,5}(-[A-Z0-9]+)+")
GEEN_CODE = {"UTF-8"}


def _codes(boom: ast.AST) -> Iterator[str]:
    """Words with the form of a code, and whatever is given to `Fout`."""
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
            if CODE.fullmatch(knoop.value):
                yield knoop.value
        elif isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name):
            eerste = knoop.args[0] if knoop.args else None
            if knoop.func.id == "Fout" and isinstance(eerste, ast.Constant):
                yield str(eerste.value)


def in_de_code() -> set[str]:
    return {
        code
        for map_ in MAPPEN
        for pad in (WORTEL / "wetsanalyse" / map_).rglob("*.py")
        for code in _codes(ast.parse(pad.read_text(encoding="utf-8")))
    } - GEEN_CODE


def in_de_lijst() -> list[str]:
    tekst = LIJST.read_text(encoding="utf-8")
    return re.findall(r"^\| `([A-Z0-9-]+)` \|", tekst, flags=re.MULTILINE)


def test_elke_code_staat_in_de_lijst() -> None:
    ontbreekt = sorted(in_de_code() - set(in_de_lijst()))
    assert not ontbreekt, f"zet in docs/fouten.md: {', '.join(ontbreekt)}"


def test_de_lijst_noemt_geen_code_die_niet_bestaat() -> None:
    over = sorted(set(in_de_lijst()) - in_de_code())
    assert not over, f"haal uit docs/fouten.md: {', '.join(over)}"


def test_elke_code_staat_er_een_keer_met_alles_erbij() -> None:
    lijst = in_de_lijst()
    assert sorted({c for c in lijst if lijst.count(c) > 1}) == []
    for rij in LIJST.read_text(encoding="utf-8").splitlines():
        if rij.startswith("| `"):
            cellen = [c.strip() for c in rij.strip("|").split("|")]
            assert len(cellen) == 4, rij
            assert all(cellen), rij
