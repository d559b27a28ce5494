"""Reading all rules of the zorgtoeslag, and making a model of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.conftest import Keten
from wetsanalyse.text import Result


def _goed(resultaat: Any) -> Any:
    """The value of a stage; a measurement of faulty rules means nothing."""
    if not isinstance(resultaat, Result):
        return resultaat
    assert resultaat.ok, [str(melding) for melding in resultaat.fouten]
    return resultaat.value


def test_parse(benchmark: BenchmarkFixture, keten: Keten, regels: Path) -> None:
    read, parse = keten("read"), keten("parse")
    bronnen = _goed(read(regels))
    _goed(benchmark(parse, bronnen))


def test_model(benchmark: BenchmarkFixture, keten: Keten, regels: Path) -> None:
    read, parse, resolve = keten("read"), keten("parse"), keten("resolve")
    boom = _goed(parse(_goed(read(regels))))
    _goed(benchmark(resolve, boom))


def test_graaf(benchmark: BenchmarkFixture, keten: Keten, regels: Path) -> None:
    read, parse, resolve, link = (keten(n) for n in ("read", "parse", "resolve", "link"))
    model = _goed(resolve(_goed(parse(_goed(read(regels))))))
    _goed(benchmark(link, model))
