"""What the measurements share: the zorgtoeslag, read once.

A measurement is skipped while a function of the chain that it needs is not there.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WORTEL = Path(__file__).resolve().parents[1]
Keten = Callable[[str], Callable[..., Any]]


@pytest.fixture(scope="session")
def regels() -> Path:
    return WORTEL / "rules" / "zorgtoeslag"


@pytest.fixture(scope="session")
def scenarios() -> Path:
    return WORTEL / "scenarios" / "zorgtoeslag"


@pytest.fixture(scope="session")
def keten() -> Keten:
    """``keten("parse")`` is that function of `wetsanalyse.chain`, or the test is skipped."""
    try:
        chain = importlib.import_module("wetsanalyse.chain")
    except ModuleNotFoundError as fout:
        if fout.name != "wetsanalyse.chain":
            raise
        pytest.skip("wetsanalyse.chain is er nog niet")

    def functie(naam: str) -> Callable[..., Any]:
        if not hasattr(chain, naam):
            pytest.skip(f"wetsanalyse.chain.{naam} is er nog niet")
        gevonden: Callable[..., Any] = getattr(chain, naam)
        return gevonden

    return functie
