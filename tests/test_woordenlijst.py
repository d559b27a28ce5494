"""Every Dutch type that leaves a layer stands in docs/woordenlijst.md."""

from __future__ import annotations

import dataclasses
import enum
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

LIJST = Path(__file__).resolve().parents[1] / "docs" / "woordenlijst.md"
LAGEN = ("text", "syntax.tree", "model", "graph", "plan", "run", "analyses")

# Words of a compiler book, not of the law; the same in both languages, or plainly English.
ENGELS = frozenset(
    """
    Diagnostic GroundPlan Household Kernel Lexicon Model Node Op Plan Result RuleGraph Shape
    Source Span Step Sweep Token Trace TraceStep
    """.split()
)


def _woorden() -> list[str]:
    """The names in code type in the second column of every table."""
    rijen = re.findall(
        r"^\|[^|]+\|([^|]+)\|", LIJST.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    return [naam for rij in rijen for naam in re.findall(r"`(\w+)`", rij)]


def _modules(laag: str) -> Iterator[ModuleType]:
    """The package, if it says what it exports; else everything in it."""
    pakket = importlib.import_module(f"wetsanalyse.{laag}")
    yield pakket
    if hasattr(pakket, "__path__") and not hasattr(pakket, "__all__"):
        for deel in pkgutil.iter_modules(pakket.__path__, f"{pakket.__name__}."):
            yield importlib.import_module(deel.name)


def _typen(laag: str) -> set[str]:
    return {
        naam
        for module in _modules(laag)
        for naam, ding in vars(module).items()
        if inspect.isclass(ding)
        and not naam.startswith("_")
        and ding.__module__.startswith("wetsanalyse.")
        and (naam in getattr(module, "__all__", ()) or ding.__module__ == module.__name__)
        and (dataclasses.is_dataclass(ding) or issubclass(ding, enum.Enum))
    }


@pytest.mark.parametrize("laag", LAGEN)
def test_elk_nederlands_type_staat_in_de_woordenlijst(laag: str) -> None:
    ontbreekt = sorted(_typen(laag) - ENGELS - set(_woorden()))
    assert not ontbreekt, f"zet in docs/woordenlijst.md: {', '.join(ontbreekt)}"


def test_elk_woord_staat_er_een_keer_in() -> None:
    woorden = _woorden()
    assert sorted({w for w in woorden if woorden.count(w) > 1}) == []
