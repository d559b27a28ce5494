"""A small question loads little: no library for pictures, pages or graphs to check a text."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.cli.conftest import WORTEL, Roep
from wetsanalyse.cli import OPDRACHTEN, cli

REGELSET = WORTEL / "rules" / "controle-inkomenssteun"
ZWAAR = {
    "graphviz", "hypothesis", "jinja2", "matplotlib", "networkx", "numpy", "pygraphviz", "pytest",
    "rich", "yaml",
}  # fmt: skip

KRING = """\
Objecttype de Persoon (bezield)
  het loon        Numeriek (getal);
  de toeslag      Numeriek (getal);

Regel loon
  geldig altijd
    Het loon van een Persoon moet berekend worden als de toeslag van de Persoon plus 1.

Regel toeslag
  geldig altijd
    De toeslag van een Persoon moet berekend worden als het loon van de Persoon plus 1.
"""

_DRAAI = """
import json, sys
from wetsanalyse.cli import main
try:
    main()
except SystemExit as einde:
    code = einde.code
print(json.dumps({"code": code, "modulen": sorted(sys.modules)}))
"""


def geladen(*delen: object) -> tuple[int, set[str]]:
    """The exit code of a call in a fresh process, and every module that it loaded."""
    gedaan = subprocess.run(
        [sys.executable, "-c", _DRAAI, *map(str, delen)],
        cwd=WORTEL, capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    data = json.loads(gedaan.stdout.splitlines()[-1])
    return data["code"], set(data["modulen"])


def pakketten(modulen: set[str]) -> set[str]:
    return {m.partition(".")[0] for m in modulen}


def test_de_versie_laadt_alleen_de_opdrachtregel() -> None:
    code, modulen = geladen("--versie")
    assert code == 0
    eigen = {m for m in modulen if m.startswith("wetsanalyse.")}
    assert eigen == {"wetsanalyse.cli", "wetsanalyse.cli_kader"}
    assert not pakketten(modulen) & (ZWAAR | {"lark", "rapidfuzz"})


@pytest.mark.parametrize("json_optie", [(), ("--json",)], ids=["woorden", "json"])
def test_controleer_laadt_niets_zwaars(json_optie: tuple[str, ...]) -> None:
    code, modulen = geladen("controleer", REGELSET, *json_optie)
    assert code == 0
    assert not pakketten(modulen) & ZWAAR
    diep = ("wetsanalyse.run.exact", "wetsanalyse.analyses", "wetsanalyse.plan.lower")
    assert not modulen & set(diep)


def test_een_kring_wordt_nog_gevonden(tmp_path: Path) -> None:
    """The library that names the circles is loaded as soon as there is one."""
    (tmp_path / "kring.regels").write_text(KRING, encoding="utf-8")
    code, modulen = geladen("controleer", tmp_path)
    assert code == 1
    assert "networkx" in modulen


def test_elke_opdracht_in_de_tabel_is_er(roep: Roep) -> None:
    """The help text has them in the order of the table, each with its own short help."""
    ctx = click.Context(cli)
    for naam in OPDRACHTEN:
        opdracht = cli.get_command(ctx, naam)
        assert opdracht is not None
        assert opdracht.name == naam
    opdrachten = roep("--help").uit.partition("Opdrachten:")[2]
    assert re.findall(r"^  (\S+)", opdrachten, flags=re.MULTILINE) == list(OPDRACHTEN)
    assert cli.list_commands(ctx) == sorted(OPDRACHTEN)
