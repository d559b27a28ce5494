"""Every Dutch type that leaves a layer stands in docs/woordenlijst.md."""

from __future__ import annotations

import ast
import dataclasses
import enum
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import wetsanalyse

WORTEL = Path(__file__).resolve().parents[1]
LIJST = WORTEL / "docs" / "woordenlijst.md"
LAGEN = ("text", "syntax", "model", "graph", "plan", "run", "analyses")

# Words of a compiler book, not of the law; the same in both languages, or plainly English.
ENGELS = frozenset(
    """
    Diagnostic GroundPlan Lexicon Model Node Op Plan Result RuleGraph Source Span Step Token
    """.split()
)


def _woorden() -> list[str]:
    """The names in code type in the second column of every table."""
    rijen = re.findall(
        r"^\|[^|]+\|([^|]+)\|", LIJST.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    return [naam for rij in rijen for naam in re.findall(r"`(\w+)`", rij)]


@cache
def _modules() -> tuple[ModuleType, ...]:
    paden = wetsanalyse.__path__
    return tuple(
        importlib.import_module(m.name) for m in pkgutil.walk_packages(paden, "wetsanalyse.")
    )


def _eigen_klassen(voorvoegsel: str) -> Iterator[tuple[str, type]]:
    """The classes of the modules under a name, each where it is made."""
    for module in _modules():
        if f"{module.__name__}.".startswith(f"{voorvoegsel}."):
            for naam, ding in vars(module).items():
                if inspect.isclass(ding) and ding.__module__ == module.__name__:
                    yield naam, ding


def _is_waarde(klasse: type) -> bool:
    return dataclasses.is_dataclass(klasse) or issubclass(klasse, enum.Enum)


@cache
def _elders_gebruikt(laag: str) -> frozenset[str]:
    """The names that files outside a layer import from it. The tree is its own language: all of
    it counts as leaving."""
    gevonden: set[str] = set()
    eigen = f"wetsanalyse.{laag}"
    for pad in (WORTEL / "wetsanalyse").rglob("*.py"):
        if laag in pad.relative_to(WORTEL / "wetsanalyse").parts:
            continue
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.ImportFrom) and f"{knoop.module}.".startswith(f"{eigen}."):
                gevonden |= {alias.name for alias in knoop.names}
    if laag == "syntax":
        gevonden |= {naam for naam, _ in _eigen_klassen("wetsanalyse.syntax.tree")}
    return frozenset(gevonden)


def _typen(laag: str) -> set[str]:
    return {
        naam
        for naam, klasse in _eigen_klassen(f"wetsanalyse.{laag}")
        if not naam.startswith("_") and _is_waarde(klasse) and naam in _elders_gebruikt(laag)
    }


@pytest.mark.parametrize("laag", LAGEN)
def test_elk_nederlands_type_staat_in_de_woordenlijst(laag: str) -> None:
    ontbreekt = sorted(_typen(laag) - ENGELS - set(_woorden()))
    assert not ontbreekt, f"zet in docs/woordenlijst.md: {', '.join(ontbreekt)}"


def test_elk_woord_staat_er_een_keer_in() -> None:
    woorden = _woorden()
    assert sorted({w for w in woorden if woorden.count(w) > 1}) == []


def test_elk_woord_bestaat_in_de_code() -> None:
    bekend = {naam for naam, _ in _eigen_klassen("wetsanalyse")}
    assert sorted(set(_woorden()) - bekend) == []
