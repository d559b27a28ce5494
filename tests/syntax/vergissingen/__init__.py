"""Typical mistakes with the message that must come of them: read from the yaml files here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tests.syntax.taal import DECLARATIES, regel
from wetsanalyse import chain
from wetsanalyse.text import Diagnostic, Source

MAP = Path(__file__).parent
OPEN, DICHT = "⟦", "⟧"


@dataclass(frozen=True)
class Vergissing:
    """``plek``: where the message must point to in ``tekst``."""

    naam: str
    tekst: str
    plek: tuple[int, int]
    code: str
    hulp: tuple[str, ...]


@dataclass(frozen=True)
class Oordeel:
    """Which parts of the message are right; ``melding`` is the one that was looked at."""

    code: bool
    plek: bool
    hulp: bool
    melding: Diagnostic | None

    @property
    def goed(self) -> bool:
        return self.code and self.plek and self.hulp


@cache
def vergissingen(set_: str) -> tuple[Vergissing, ...]:
    rijen = yaml.safe_load((MAP / f"{set_}.yaml").read_text(encoding="utf-8"))
    return tuple(_vergissing(rij) for rij in rijen)


def _vergissing(rij: dict[str, str | list[str]]) -> Vergissing:
    ruw = str(rij["blok"]) if "blok" in rij else regel(str(rij["zin"]).rstrip("\n"))
    van, tot = ruw.index(OPEN), ruw.index(DICHT) - len(OPEN)
    tekst = ruw.replace(OPEN, "").replace(DICHT, "")
    kop = str(rij.get("blok") or rij["zin"]).strip().split("\n")
    naam = next(r for r in kop if OPEN in r).strip()
    return Vergissing(naam, tekst, (van, tot), str(rij["code"]), tuple(rij["hulp"]))


def oordeel(vergissing: Vergissing) -> Oordeel:
    """The first fault (without a fault: the first warning) of the whole chain, judged."""
    bron = Source("proef.regels", vergissing.tekst)
    ontleding = chain.parse((Source("taal.regels", DECLARATIES), bron))
    model = chain.resolve(ontleding.value)
    alle = [*ontleding.diagnostics, *model.diagnostics]
    eigen = [m for m in alle if m.span is not None and m.span.source is bron]
    fouten = [m for m in eigen if m.is_fout]
    gekozen = fouten or [m for m in eigen if m.code == vergissing.code]
    if not gekozen:
        return Oordeel(False, False, False, None)
    eerste = gekozen[0]
    assert eerste.span is not None
    stap = " | ".join((*eerste.hulp, *eerste.verwacht))
    return Oordeel(
        eerste.code == vergissing.code,
        (eerste.span.start, eerste.span.eind) == vergissing.plek,
        all(woord in stap for woord in vergissing.hulp),
        eerste,
    )
