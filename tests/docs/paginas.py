"""The examples of the documentation. CONTRIBUTING.md says how a page marks them.

A ```` ```regelspraak ```` block begins a model; ``regelspraak vervolg`` goes on with it. On a page
that says ``<!-- model: rules/X -->`` the blocks are excerpts of that model instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wetsanalyse import chain
from wetsanalyse.text import Result, Source

WORTEL = Path(__file__).resolve().parents[2]
PAGINAS = (WORTEL / "README.md", *sorted((WORTEL / "docs").rglob("*.md")))
TAAL = (WORTEL / "docs" / "taal.md", *sorted((WORTEL / "docs" / "taal").glob("*.md")))
_BLOK = re.compile(r"^```([^\n`]*)\n(.*?)^```[ \t]*$", re.DOTALL | re.MULTILINE)
_MODEL = re.compile(r"<!-- model: (\S+) -->")
BEKEND = (
    "",
    "console",
    "fout",
    "json",
    "python",
    "regelspraak",
    "regelspraak vervolg",
    "scenario",
    "sh",
)


@dataclass(frozen=True)
class Blok:
    """A fenced block: ``soort`` is its info string, ``naam`` what stands behind ``=`` in it (a
    file name, or the codes of a fault), ``regel`` where it starts, ``model`` the number of the
    model on the page that it belongs to."""

    pagina: Path
    soort: str
    naam: str | None
    regel: int
    inhoud: str
    model: int

    @property
    def plek(self) -> str:
        return f"{self.pagina.relative_to(WORTEL).as_posix()}:{self.regel}"

    @property
    def bron(self) -> Source:
        """As a source whose line numbers are those of the page."""
        return Source(self.plek.split(":")[0], "\n" * self.regel + self.inhoud)


@cache
def blokken(pagina: Path) -> tuple[Blok, ...]:
    tekst = pagina.read_text(encoding="utf-8")
    gevonden: list[Blok] = []
    model = 0
    for m in _BLOK.finditer(tekst):
        soort, _, naam = m.group(1).strip().partition("=")
        model += soort == "regelspraak"
        regel = tekst.count("\n", 0, m.start()) + 1
        gevonden.append(Blok(pagina, soort.strip(), naam or None, regel, m.group(2), model))
    return tuple(gevonden)


def modelmap(pagina: Path) -> Path | None:
    """The rule folder that the page is about, if it says so."""
    m = _MODEL.search(pagina.read_text(encoding="utf-8"))
    return WORTEL / m.group(1) if m else None


@cache
def regelset(pagina: Path, model: int) -> Result[chain.Regelset]:
    """What the chain makes of one model of a page."""
    map_ = modelmap(pagina)
    if map_ is not None:
        return chain.laad([map_])
    return gelezen(modelblokken(pagina, model))


def modelblokken(pagina: Path, model: int) -> tuple[Blok, ...]:
    return tuple(
        blok
        for blok in blokken(pagina)
        if blok.soort.startswith("regelspraak") and blok.model == model
    )


def gelezen(delen: tuple[Blok, ...]) -> Result[chain.Regelset]:
    """What the chain makes of these blocks together."""
    bronnen = tuple(blok.bron for blok in delen)
    ontleding = chain.parse(bronnen)
    opgelost = chain.resolve(ontleding.value)
    graaf = chain.link(opgelost.value)
    set_ = chain.Regelset(bronnen, ontleding.value, opgelost.value, graaf.value)
    stadia = (ontleding, opgelost, graaf)
    return Result(set_, tuple(m for stadium in stadia for m in stadium.diagnostics))
