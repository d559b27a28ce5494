"""docs/taal.md and docs/taal/: every construct has its place, every mark and link is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.docs.constructies import constructies
from tests.docs.paginas import PAGINAS, TAAL, WORTEL
from tests.model.test_foutenlijst import in_de_code

INDEX, KEUZES = TAAL[0], WORTEL / "docs" / "taal" / "keuzes.md"
# Under a heading: `*[4.7] R-187 – R-197*`
_MERK = re.compile(r"^\*\[[^]]+\] ([RX][^·*]*?)\*$", re.MULTILINE)
_NUMMERS = re.compile(r"([RX])-(\d+)(?: – [RX]-(\d+))?")
_BLOK = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`([A-Z]{2,}(?:-[A-Z0-9]+)*)`")
GEEN_MELDING = {"CHF", "EUR", "GBP", "USD"}


def _nummers(tekst: str) -> set[str]:
    return {
        f"{letter}-{nummer:0{len(van)}}"
        for letter, van, tot in _NUMMERS.findall(tekst)
        for nummer in range(int(van), int(tot or van) + 1)
    }


@cache
def _proza(pagina: Path) -> str:
    """A page without its examples."""
    return _BLOK.sub("", pagina.read_text(encoding="utf-8"))


def _merken() -> Iterator[set[str]]:
    """Of every heading: its constructs."""
    for pagina in TAAL[1:]:
        yield from (_nummers(alle) for alle in _MERK.findall(_proza(pagina)))


def _deel(kop: str) -> str:
    return _proza(INDEX).split(f"\n## {kop}\n")[1].split("\n## ")[0]


def test_elke_constructie_staat_onder_een_kop() -> None:
    onder_een_kop = [n for nummers in _merken() for n in nummers]
    alle = {c.nummer for c in constructies()}
    assert sorted(alle - set(onder_een_kop)) == []
    assert sorted(set(onder_een_kop) - alle) == []
    assert sorted({n for n in onder_een_kop if onder_een_kop.count(n) > 1}) == []


def test_elk_nummer_is_te_vinden() -> None:
    assert _nummers(_deel("Waar staat elk nummer")) == {c.nummer for c in constructies()}


def test_elk_merk_is_te_lezen() -> None:
    """A line that looks like a mark is one."""
    los = [r for p in TAAL[1:] for r in _proza(p).splitlines() if r.startswith("*[")]
    assert [r for r in los if not _MERK.fullmatch(r)] == []


def test_elke_melding_bestaat() -> None:
    genoemd = {code for p in TAAL for code in _CODE.findall(_proza(p))} - GEEN_MELDING
    namen = {"INVOER", "KIES", "ABS_AFRONDING", "ABS"}
    assert sorted(genoemd - in_de_code() - namen) == []


def test_de_plaatsen_in_de_code_bestaan() -> None:
    """The last column of the tables of choices."""
    keuzes = KEUZES.read_text(encoding="utf-8")
    gevonden = re.findall(r"`([\w/]+\.(?:py|lark|txt))`(?: \(`(\w+)`\))?", keuzes)
    assert len(gevonden) > 60
    for pad, naam in gevonden:
        bestand = WORTEL / pad if pad.startswith("grammars") else WORTEL / "wetsanalyse" / pad
        assert bestand.is_file(), pad
        assert not naam or naam in bestand.read_text(encoding="utf-8"), (pad, naam)


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda p: p.relative_to(WORTEL).as_posix())
def test_elke_verwijzing_bestaat(pagina: Path) -> None:
    for doel in re.findall(r"\]\(([^)\s]+)\)", _proza(pagina)):
        if "://" in doel:
            continue
        pad, _, anker = doel.partition("#")
        bestand = (pagina.parent / pad).resolve() if pad else pagina
        assert bestand.exists(), doel
        if anker and bestand.suffix == ".md":
            assert anker in _ankers(bestand), doel


def _ankers(pagina: Path) -> set[str]:
    """As a viewer of Markdown names its headings."""
    koppen = re.findall(r"^#+ (.+)$", _proza(pagina), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in koppen}


def test_een_merk_wordt_goed_gelezen() -> None:
    assert _nummers("R-001 – R-003, X-04") == {"R-001", "R-002", "R-003", "X-04"}
    m = _MERK.fullmatch("*[4.7] R-187 – R-197*")
    assert m is not None
    assert m.group(1) == "R-187 – R-197"
    assert _ankers(INDEX) >= {"de-taal", "wat-er-nog-niet-is"}
