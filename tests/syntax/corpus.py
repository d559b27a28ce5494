"""Every sentence of our own language that stands somewhere in the repository, as it was read.

Models (rules with their scenarios, the models of tests, the examples of the documentation) are
read whole. The sentences of the tests of this folder are taken out of their source: a text that
reads as a rule, an expression or a condition is one.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.docs.paginas import PAGINAS, blokken, modelmap, regelset
from tests.syntax import taal, voorbeeld
from wetsanalyse.syntax import Lexicon, ontleed
from wetsanalyse.syntax.definities import SOORTEN
from wetsanalyse.syntax.grammatica import laad
from wetsanalyse.syntax.herkenner import Mislukt, herken
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.ontleden import lees_blok
from wetsanalyse.syntax.splitsen import splits
from wetsanalyse.syntax.zin import Omgeving, Zin, maak_lezer
from wetsanalyse.text import Source

WORTEL = Path(__file__).resolve().parents[2]
STARTS = ("inhoud", "expressie", "conditie", "gegeven", "kolom")


@dataclass(frozen=True)
class Deel:
    """One file or page, and how to get at its sentences."""

    soort: str
    pad: str

    @property
    def id(self) -> str:
        return self.pad

    def zinnen(self) -> list[Zin]:
        match self.soort:
            case "model":
                return _model(WORTEL / self.pad)
            case "pagina":
                return _pagina(WORTEL / self.pad)
            case _:
                return list(_toets(self.pad))


def modellen() -> list[Path]:
    """The folders with rules."""
    mappen = {pad.parent for pad in (WORTEL / "rules").rglob("*.regels")}
    mappen |= {pad.parent for pad in (WORTEL / "tests" / "modellen").rglob("*.regels")}
    return sorted(mappen)


def delen() -> list[Deel]:
    toetsen = sorted((WORTEL / "tests" / "syntax").glob("test_*.py"))
    return [
        *(Deel("model", m.relative_to(WORTEL).as_posix()) for m in modellen()),
        *(Deel("pagina", p.relative_to(WORTEL).as_posix()) for p in PAGINAS),
        *(Deel("toets", p.stem) for p in toetsen if p.stem not in EIGEN),
    ]


# These hold vocabularies that are ambiguous on purpose.
EIGEN = ("test_meerduidigheid", "test_vijandig")


def bronnen(map_: Path, achtervoegsel: str) -> list[Source]:
    return [
        Source(pad.name, pad.read_text(encoding="utf-8"))
        for pad in sorted(map_.rglob(f"*{achtervoegsel}"))
    ]


def scenariomap(map_: Path) -> Path:
    return WORTEL / "scenarios" / map_.relative_to(WORTEL / "rules")


def _model(map_: Path) -> list[Zin]:
    regels = bronnen(map_, ".regels")
    gelezen = ontleed(regels)
    assert gelezen.ok, [f"{d.code} {d.bericht}" for d in gelezen.diagnostics if d.is_fout]
    scenarios = bronnen(map_, ".scenario")
    if WORTEL / "rules" in map_.parents:
        scenarios += bronnen(scenariomap(map_), ".scenario")
    return list(zinnen_van([*regels, *scenarios], gelezen.value.lexicon))


def _pagina(pad: Path) -> list[Zin]:
    gevonden: list[Zin] = []
    for blok in blokken(pad):
        eigen = blok.soort.startswith("regelspraak") and modelmap(pad) is None
        if eigen or (blok.soort == "scenario" and modelmap(pad) is None):
            lexicon = regelset(pad, blok.model).value.ontleding.lexicon
            gevonden += zinnen_van([blok.bron], lexicon)
    return gevonden


def zinnen_van(lijst: list[Source], lexicon: Lexicon) -> Iterator[Zin]:
    """The sentences of all blocks that are no declarations."""
    for bron in lijst:
        for stuk in splits(bron).value:
            if stuk.soort not in SOORTEN and stuk.soort != "Regelgroep":
                zinnen: list[Zin] = []
                lees_blok(stuk, Omgeving(lexicon, zinnen=zinnen))
                yield from zinnen


@cache
def lexicons() -> tuple[Lexicon, ...]:
    return taal.lexicon(), voorbeeld.lexicon()


def _toets(module: str) -> Iterator[Zin]:
    inhoud = importlib.import_module(f"tests.syntax.{module}")
    boom = ast.parse(Path(str(inhoud.__file__)).read_text(encoding="utf-8"))
    gezien: set[str] = set()
    for node in ast.walk(boom):
        tekst = _tekst(node, vars(inhoud))
        if tekst is None or tekst in gezien or " " not in tekst:
            continue
        gezien.add(tekst)
        for lexicon in lexicons():
            zin = _eerste(tekst, lexicon)
            if zin is not None:
                yield zin
                break


def _tekst(node: ast.AST, namen: dict[str, object]) -> str | None:
    """The value of a text in the source; of an f-string only when it uses names of the module."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        try:
            return str(eval(compile(ast.Expression(node), "<toets>", "eval"), namen))
        except Exception:  # noqa: BLE001 a text with names of a function is left out
            return None
    return None


def _eerste(tekst: str, lexicon: Lexicon) -> Zin | None:
    """The first kind of sentence that the text is, if any."""
    bron = Source("<toets>", tekst)
    omgeving = Omgeving(lexicon, objecten=("A", "B"))
    for start in STARTS:
        lezer = maak_lezer(bron, 0, len(tekst), omgeving, start == "inhoud")
        tokens = herken(laad("regels"), start, lezer, 0)
        if not isinstance(tokens, Mislukt):
            return Zin(Plek(bron, None), start, 0, 0, lezer, tuple(tokens))
    return None
