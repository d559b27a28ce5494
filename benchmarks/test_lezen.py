"""Reading: all rules of the zorgtoeslag, and the same with ten and fifty times as many rules."""

from __future__ import annotations

import re

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.conftest import REGELS
from wetsanalyse import chain
from wetsanalyse.syntax import Ontleding, tree
from wetsanalyse.text import Source

RONDES = {1: 20, 10: 7, 50: 5, 100: 3}


def bronnen(keer: int) -> tuple[Source, ...]:
    """The files, with the rules repeated under other names; what is declared stays once."""
    gelezen = chain.read([REGELS])
    assert gelezen.ok
    return tuple(
        Source(
            bron.pad,
            "\n".join(_hernoemd(bron.tekst, n) for n in range(keer if _herhaal(bron) else 1)),
        )
        for bron in gelezen.value
    )


def _herhaal(bron: Source) -> bool:
    return bron.pad.endswith("/regels.regels")


def _hernoemd(tekst: str, nummer: int) -> str:
    return re.sub(r"^(Regel .*)$", rf"\1 {nummer}", tekst, flags=re.MULTILINE) if nummer else tekst


def aantal_regels(gelezen: Ontleding) -> int:
    return sum(isinstance(b, tree.Regel) for bestand in gelezen.bestanden for b in bestand.blokken)


@pytest.mark.parametrize("keer", [1, 10, 50, 100])
def test_lezen(benchmark: BenchmarkFixture, keer: int) -> None:
    benchmark.name = f"lezen_x{keer}"
    teksten = bronnen(keer)
    gelezen = benchmark.pedantic(  # type: ignore[no-untyped-call]
        chain.parse, (teksten,), rounds=RONDES[keer], warmup_rounds=1 if keer < 50 else 0
    )
    assert gelezen.ok, gelezen.fouten
    assert aantal_regels(gelezen.value) == keer * aantal_regels(chain.parse(bronnen(1)).value)
    regels = aantal_regels(gelezen.value)
    per_regel = benchmark.stats.stats.median / regels * 1000  # type: ignore[union-attr]
    benchmark.extra_info[f"lezen x{keer}: milliseconde per regel"] = (
        f"{per_regel:10.2f}  ({regels} regels, {sum(len(t.tekst) for t in teksten)} tekens)"
    )


def test_model(benchmark: BenchmarkFixture) -> None:
    """Names, types and units of what was read."""
    gelezen = chain.parse(bronnen(1))
    model = benchmark(chain.resolve, gelezen.value)
    assert model.ok, model.fouten
    assert len(model.value.regels) == aantal_regels(gelezen.value)


def test_een_regel_gewijzigd(benchmark: BenchmarkFixture) -> None:
    """An editor: one rule is typed in, and only that one is read again."""
    benchmark.name = "lezen_een_wijziging"
    teksten = bronnen(1)
    eerst = chain.parse(teksten).value
    plek = next(i for i, bron in enumerate(teksten) if _herhaal(bron))
    anders = list(teksten)
    teller = iter(range(10**9))

    def wijzig() -> tuple[tuple[list[Source]], dict[str, Ontleding]]:
        """Another spelling each time, so that nothing of the text was seen before."""
        wit = " " * (2 + next(teller) % 50)
        tekst = teksten[plek].tekst.replace("met een minimum van", f"met{wit}een minimum van", 1)
        anders[plek] = Source(teksten[plek].pad, tekst)
        return (list(anders),), {"vorige": eerst}

    gelezen = benchmark.pedantic(chain.parse, setup=wijzig, rounds=50, iterations=1)  # type: ignore[no-untyped-call]
    assert gelezen.ok, gelezen.fouten
    assert gelezen.value.bestanden == eerst.bestanden
    opnieuw = [b.stuk for b in gelezen.value.lezingen.blokken if not b.verplaatst]
    assert len(opnieuw) == 1
