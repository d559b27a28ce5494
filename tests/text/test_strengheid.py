"""One text, three readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from wetsanalyse import chain
from wetsanalyse.cli import cli
from wetsanalyse.text.strengheid import SOEPEL, STRENG, Strengheid

TEKST = """\
Objecttype de Aanvrager (mv: Aanvragers) (bezield)
    de leeftijd	Numeriek;
    is volwassen	kenmerk (bijvoeglijk);

Regel volwassen
    geldig altijd
        Een Aanvrager is volwassen indien zijn leeftijd is groter dan 18.
"""


def _codes(map_: Path, strengheid: Strengheid) -> tuple[set[str], set[str]]:
    """(faults, warnings)"""
    meldingen = chain.laad([map_], strengheid).diagnostics
    fouten = {m.code for m in meldingen if m.is_fout}
    return fouten, {m.code for m in meldingen} - fouten


def test_wie_soepel_leest_ziet_alleen_waarschuwingen(tmp_path: Path) -> None:
    (tmp_path / "a.regels").write_text(TEKST, encoding="utf-8")
    assert _codes(tmp_path, Strengheid.GEWOON)[0] == {"DT-GETALSPEC", "PR-VORM"}
    fouten, waarschuwingen = _codes(tmp_path, Strengheid.SOEPEL)
    assert not fouten
    assert {"DT-GETALSPEC", "PR-VORM"} <= waarschuwingen


@pytest.mark.constructie("R-022", stap="controleert")
def test_een_geraden_meervoud_is_streng_een_fout(tmp_path: Path) -> None:
    goed = TEKST.replace("Numeriek;", "Numeriek (geheel getal);").replace(
        " is groter dan", " kleiner is dan"
    )
    goed = goed.replace(
        "zijn leeftijd kleiner is dan 18", "alle leeftijden van alle Aanvragers kleiner zijn dan 18"
    )
    (tmp_path / "a.regels").write_text(goed, encoding="utf-8")
    fouten, waarschuwingen = _codes(tmp_path, Strengheid.GEWOON)
    assert not fouten
    assert "MV-GERADEN" in waarschuwingen
    assert _codes(tmp_path, Strengheid.STRENG)[0] >= {"MV-GERADEN"}


def test_geen_code_is_tegelijk_te_soepel_en_te_streng() -> None:
    assert not SOEPEL & STRENG


@pytest.mark.parametrize(("optie", "code"), [("--soepel", 0), ("--streng", 1), (None, 1)])
def test_de_opdracht(tmp_path: Path, optie: str | None, code: int) -> None:
    (tmp_path / "a.regels").write_text(TEKST, encoding="utf-8")
    args = ["controleer", str(tmp_path), *([optie] if optie else [])]
    gedraaid = CliRunner().invoke(cli, args, standalone_mode=False)
    assert gedraaid.return_value == code
