"""The constructs of the language and the tests that show them, read from the marks in tests/.

A mark stands on a test, ``@pytest.mark.constructie("R-101", stap="ontleedt")``, or on one case of
it, ``pytest.param(…, marks=pytest.mark.constructie(…))``. The files are read, not run, so the
page is the same however few tests are chosen.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

import yaml

TESTS = Path(__file__).resolve().parents[1]
LIJST = Path(__file__).with_name("constructies.yaml")
STAPPEN = ("ontleedt", "controleert", "rekent")
HOOGSTENS = 4  # numbers that one test may show
TE_VEEL = f"een test laat hoogstens {HOOGSTENS} constructies zien"
_NIET_GEDRAAID = {"skip", "skipif", "xfail", "importorskip"}


@dataclass(frozen=True)
class Constructie:
    """``zonder``: a step that has nothing to do for this construct, and why."""

    nummer: str
    naam: str
    kop: str
    zonder: tuple[tuple[str, str], ...] = ()

    def reden(self, stap: str) -> str | None:
        return dict(self.zonder).get(stap)


@dataclass(frozen=True)
class Merk:
    """One mark: ``plek`` is the file and test that carry it; ``bezwaar`` why it cannot count."""

    plek: str
    regel: int
    nummers: tuple[str, ...]
    stap: str
    bezwaar: str | None = None


@cache
def constructies() -> tuple[Constructie, ...]:
    """In the order of the list: a number has a name, or a name and the steps without work."""
    gevonden = []
    for kop, rijen in yaml.safe_load(LIJST.read_text(encoding="utf-8")).items():
        for nummer, rij in rijen.items():
            velden = {"naam": rij} if isinstance(rij, str) else dict(rij)
            naam = velden.pop("naam")
            gevonden.append(Constructie(nummer, naam, kop, tuple(velden.items())))
    return tuple(gevonden)


@cache
def merken() -> tuple[Merk, ...]:
    """All marks, in the order of the files and of the text."""
    paden = sorted(TESTS.rglob("test_*.py"))
    return tuple(m for pad in paden for m in merken_van(pad.read_text(encoding="utf-8"), pad))


def merken_van(tekst: str, pad: Path) -> Iterator[Merk]:
    boom = ast.parse(tekst)
    waar = pad.relative_to(TESTS).as_posix() if pad.is_relative_to(TESTS) else pad.name
    lijsten = dict(_toewijzingen(boom))
    bestand = _niet_gedraaid(*(s for s in boom.body if not _is_blok(s)))
    gezien: set[ast.AST] = set()
    for test, klas in _tests(boom):
        bezwaar = bestand or _niet_gedraaid(*test.decorator_list, *test.body)
        if klas is not None:
            bezwaar = bezwaar or _niet_gedraaid(*klas.decorator_list, *_velden(klas))
        knopen = list(_versiering(test, lijsten))
        gezien |= set(knopen)
        bezwaar = bezwaar or _te_veel(test)
        plek = f"{waar}::{f'{klas.name}::' if klas else ''}{test.name}"
        yield from (_merk(knoop, plek, bezwaar) for knoop in knopen)
    for knoop in _marks(boom):
        if knoop not in gezien:
            yield _merk(knoop, waar, "dit merk staat niet op een test die pytest vindt")


def _te_veel(test: ast.FunctionDef) -> str | None:
    """A test shows few constructs; each case of a test counts as a test of its own."""
    eigen = [v for v in test.decorator_list if v in set(_marks(v))]
    nummers = {a.value for v in eigen for a in getattr(v, "args", ()) if _is_tekst(a)}
    return TE_VEEL if len(nummers) > HOOGSTENS else None


def _is_blok(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


def _toewijzingen(boom: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for statement in boom.body:
        if isinstance(statement, ast.Assign):
            for doel in statement.targets:
                if isinstance(doel, ast.Name):
                    yield doel.id, statement.value
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            yield getattr(statement.target, "id", ""), statement.value


def _tests(boom: ast.Module) -> Iterator[tuple[ast.FunctionDef, ast.ClassDef | None]]:
    """What pytest collects: functions `test_…`, also in a class `Test…`."""
    for statement in boom.body:
        if isinstance(statement, ast.FunctionDef) and statement.name.startswith("test_"):
            yield statement, None
        elif isinstance(statement, ast.ClassDef) and statement.name.startswith("Test"):
            for deel in statement.body:
                if isinstance(deel, ast.FunctionDef) and deel.name.startswith("test_"):
                    yield deel, statement


def _velden(klas: ast.ClassDef) -> list[ast.stmt]:
    return [s for s in klas.body if not _is_blok(s)]


def _versiering(test: ast.FunctionDef, lijsten: dict[str, ast.expr]) -> Iterator[ast.Call]:
    """The marks on a test, on its cases, and in the lists of cases that it names."""
    for versiering in test.decorator_list:
        yield from _marks(versiering)
        for knoop in ast.walk(versiering):
            if isinstance(knoop, ast.Name) and knoop.id in lijsten:
                yield from _marks(lijsten[knoop.id])


def _marks(knoop: ast.AST) -> Iterator[ast.Call]:
    for k in ast.walk(knoop):
        if isinstance(k, ast.Call) and getattr(k.func, "attr", "") == "constructie":
            yield k


def _niet_gedraaid(*knopen: ast.AST) -> str | None:
    """Why the test around these nodes does not (always) run."""
    for knoop in knopen:
        for k in ast.walk(knoop):
            if isinstance(k, ast.Attribute) and k.attr in _NIET_GEDRAAID:
                return f"deze test draait niet altijd: er staat “{k.attr}” bij"
    return None


def _merk(knoop: ast.Call, plek: str, bezwaar: str | None) -> Merk:
    nummers = tuple(str(a.value) for a in knoop.args if _is_tekst(a))
    stappen = [k.value.value for k in knoop.keywords if isinstance(k.value, ast.Constant)]
    stap = str(stappen[0]) if stappen else ""
    if len(nummers) != len(knoop.args) or len(knoop.keywords) != 1 or stap not in STAPPEN:
        bezwaar = bezwaar or f'schrijf constructie("R-…", stap=…) met een stap uit {STAPPEN}'
    elif not 0 < len(nummers) <= HOOGSTENS:
        bezwaar = bezwaar or TE_VEEL
    elif vreemd := set(nummers) - {c.nummer for c in constructies()}:
        bezwaar = bezwaar or f"{', '.join(sorted(vreemd))} staat niet in {LIJST.name}"
    return Merk(plek, knoop.lineno, nummers, stap, bezwaar)


def _is_tekst(knoop: Any) -> TypeGuard[ast.Constant]:
    return isinstance(knoop, ast.Constant) and isinstance(knoop.value, str)


@cache
def getoond() -> dict[tuple[str, str], str]:
    """(number, step) to the first test that shows it."""
    eerste: dict[tuple[str, str], str] = {}
    for merk in merken():
        if merk.bezwaar is None:
            for nummer in merk.nummers:
                eerste.setdefault((nummer, merk.stap), merk.plek)
    return eerste
