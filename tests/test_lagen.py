"""The layers of docs/architectuur.md: who may import whom, and where a library may appear."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

WORTEL = Path(__file__).resolve().parents[1]
PAKKET = WORTEL / "wetsanalyse"

# A folder may import from a lower number, never from its own number or a higher one
# (other than itself). Entry points share the last number: nobody imports them, and among
# themselves they may only use what is named in INGANGEN.
LAGEN = {
    "text": 0,
    "syntax": 1,
    "model": 2,
    "graph": 3,
    "plan": 4,
    "run": 5,
    "bevolking": 6,
    "analyses": 7,
    "report": 8,
    "chain": 9,
    "testing": 9,
    "lsp": 9,
    "web": 9,
    "cli": 9,
    "cli_kader": 9,
    "opdrachten": 9,
}
# Folders that must be there; lsp and web come later.
MAPPEN = ("text", "syntax", "model", "graph", "plan", "run", "bevolking", "analyses", "report",
          "testing")  # fmt: skip
# The pipeline as functions is what the entry points are made of.
INGANGEN = {
    ("cli", "cli_kader"),
    ("opdrachten", "chain"),
    ("opdrachten", "cli_kader"),
    ("testing", "chain"),
    ("lsp", "chain"),
    ("web", "chain"),
}

# Libraries and the layers in which they may appear. What is not here may not be imported at all.
BIBLIOTHEKEN = {
    "lark": {"syntax"},
    "rapidfuzz": {"syntax", "model"},
    "yaml": {"model", "run", "analyses", "report"},
    "networkx": {"graph", "plan", "analyses"},
    "graphviz": {"graph"},
    "pygraphviz": {"graph"},
    "numba": {"run"},
    "llvmlite": {"run"},
    "numpy": {"run", "bevolking"},
    "pyarrow": {"bevolking"},
    "duckdb": {"bevolking"},
    "pyspark": {"opdrachten"},
    "z3": {"run"},
    "hypothesis": {"analyses", "testing"},
    "matplotlib": {"report"},
    "jinja2": {"report"},
    "rich": {"report", "cli_kader"},
    "click": {"cli", "cli_kader", "opdrachten"},
    "pytest": {"testing"},
    "_pytest": {"testing"},
}
# Each of these stands in one module, so that it can be left out or replaced.
EEN_MODULE = ("numba", "llvmlite", "duckdb", "pyspark", "z3", "graphviz", "pygraphviz")


def _modulenaam(pad: Path) -> str:
    delen = pad.relative_to(WORTEL).with_suffix("").parts
    return ".".join(delen[:-1] if delen[-1] == "__init__" else delen)


def _alleen_voor_typen(knoop: ast.AST) -> bool:
    return isinstance(knoop, ast.If) and ast.unparse(knoop.test) in (
        "TYPE_CHECKING",
        "typing.TYPE_CHECKING",
    )


def _imports(boom: ast.AST, *, moduleniveau: bool) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """(module, names, line). ``moduleniveau``: only what runs when the module is imported."""
    for knoop in ast.iter_child_nodes(boom):
        if isinstance(knoop, ast.Import):
            for alias in knoop.names:
                yield alias.name, (), knoop.lineno
        elif isinstance(knoop, ast.ImportFrom):
            assert knoop.level == 0, f"regel {knoop.lineno}: een relatieve import"
            yield knoop.module or "", tuple(a.name for a in knoop.names), knoop.lineno
        elif moduleniveau and (
            isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            or _alleen_voor_typen(knoop)
        ):
            continue
        else:
            yield from _imports(knoop, moduleniveau=moduleniveau)


def _boom(pad: Path) -> ast.AST:
    return ast.parse(pad.read_text(encoding="utf-8"), filename=str(pad))


def _bestanden() -> list[Path]:
    return sorted(p for p in PAKKET.rglob("*.py") if "__pycache__" not in p.parts)


def _lagen_van(module: str, namen: tuple[str, ...]) -> set[str]:
    """The layers that an import touches; empty for the bare package or another library."""
    delen = module.split(".")
    if delen[0] != "wetsanalyse":
        return set()
    if len(delen) > 1:
        return {delen[1]}
    return {n for n in namen if n in LAGEN}


def _laag(pad: Path) -> str | None:
    delen = _modulenaam(pad).split(".")
    return delen[1] if len(delen) > 1 else None


MODULEPADEN = [pytest.param(p, id=p.relative_to(WORTEL).as_posix()) for p in _bestanden()]


@pytest.mark.parametrize("map_", MAPPEN)
def test_elke_map_is_er(map_: str) -> None:
    assert (PAKKET / map_ / "__init__.py").is_file()


@pytest.mark.parametrize("pad", MODULEPADEN)
def test_module_staat_in_een_laag(pad: Path) -> None:
    laag = _laag(pad)
    assert laag is None or laag in LAGEN, f"zet {laag} in de tabel van lagen"


@pytest.mark.parametrize("pad", MODULEPADEN)
def test_importeert_alleen_hogere_lagen_in_de_tabel(pad: Path) -> None:
    eigen = _laag(pad)
    fouten = [
        f"regel {nummer}: {eigen or 'wetsanalyse'} mag {doel} niet importeren"
        for module, namen, nummer in _imports(_boom(pad), moduleniveau=False)
        for doel in sorted(_lagen_van(module, namen))
        if eigen is None
        or doel not in LAGEN
        or not (eigen == doel or LAGEN[doel] < LAGEN[eigen] or (eigen, doel) in INGANGEN)
    ]
    assert not fouten, "\n".join(fouten)


@pytest.mark.parametrize("pad", MODULEPADEN)
def test_bibliotheek_alleen_in_haar_laag(pad: Path) -> None:
    import sys

    eigen = _laag(pad)
    fouten = []
    for module, _, nummer in _imports(_boom(pad), moduleniveau=False):
        naam = module.split(".")[0]
        if naam == "wetsanalyse" or naam in sys.stdlib_module_names:
            continue
        if eigen not in BIBLIOTHEKEN.get(naam, set()):
            fouten.append(f"regel {nummer}: {naam} hoort niet in {eigen or 'wetsanalyse'}")
    assert not fouten, "\n".join(fouten)


@pytest.mark.parametrize("bibliotheek", EEN_MODULE)
def test_bibliotheek_in_hoogstens_een_module(bibliotheek: str) -> None:
    gebruikers = {
        _modulenaam(pad)
        for pad in _bestanden()
        for module, _, _ in _imports(_boom(pad), moduleniveau=False)
        if module.split(".")[0] == bibliotheek
    }
    assert len(gebruikers) <= 1, sorted(gebruikers)


def test_geen_kring_tussen_modules() -> None:
    namen = {_modulenaam(p): p for p in _bestanden()}
    graaf: nx.DiGraph[str] = nx.DiGraph()
    for naam, pad in namen.items():
        for module, delen, _ in _imports(_boom(pad), moduleniveau=True):
            # `from pakket import deel` reaches the package, and the module if it is one.
            doelen = [f"{module}.{deel}" for deel in delen if f"{module}.{deel}" in namen]
            for doel in doelen or [module]:
                if doel in namen and doel != naam:
                    graaf.add_edge(naam, doel)
    kringen = [" -> ".join([*k, k[0]]) for k in nx.simple_cycles(graaf)]
    assert not kringen, "\n".join(kringen)


def test_inhoud_van_juristen_bevat_geen_python() -> None:
    gevonden = [p for m in ("rules", "scenarios") for p in (WORTEL / m).rglob("*.py")]
    assert not gevonden
