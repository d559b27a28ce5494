"""The examples of docs/testen.md: each is run as a test file, and what the page shows under it
stands in the output, in that order."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.docs.paginas import WORTEL, Blok, blokken

PAGINA = WORTEL / "docs" / "testen.md"
ALLE = blokken(PAGINA)
PAREN = [
    pytest.param(blok, onder, id=str(blok.naam))
    for blok, onder in pairwise(ALLE)
    if blok.soort == "python"
]


def test_elk_voorbeeld_heeft_een_uitkomst() -> None:
    assert [p.values[1].soort for p in PAREN if isinstance(p.values[1], Blok)] == [""] * len(PAREN)
    assert len(PAREN) >= 3


@pytest.mark.parametrize(("blok", "onder"), PAREN)
def test_voorbeeld(blok: Blok, onder: Blok, tmp_path: Path) -> None:
    for naam in ("rules", "scenarios"):
        (tmp_path / naam).symlink_to(WORTEL / naam)
    assert blok.naam is not None
    (tmp_path / blok.naam).write_text(blok.inhoud, encoding="utf-8")
    klaar = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-o", "addopts=", blok.naam],
        cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    uitvoer = iter([regel.removeprefix("E").strip() for regel in klaar.stdout.splitlines()])
    for regel in onder.inhoud.splitlines():
        assert any(regel.strip() in gezien for gezien in uitvoer), f"“{regel}”\n{klaar.stdout}"
