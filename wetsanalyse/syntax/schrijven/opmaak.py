"""Where lines break: a small document language and its renderer.

A sentence is built as a document; only here is decided what fits on a line. Nothing else knows
the width of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

BREEDTE = 100
ONBEPERKT = 1_000_000

# A line that began with one of these would be read as something else.
_GEEN_BEGIN = re.compile(r"[-•·*|]|\.\.|//|(?:geldig|daarbij)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Samen:
    """One behind the other, without white space."""

    delen: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class Groep:
    """Spaces between the parts, or else a new line between all of them."""

    delen: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class Vul:
    """Spaces between the parts, and a new line only where the next does not fit."""

    delen: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class Onder:
    """Every part on a line of its own."""

    delen: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class Lijst:
    """Items behind a bullet, each on a new line; what follows stands behind the last."""

    items: tuple[Doc, ...]
    diepte: int
    teken: str


@dataclass(frozen=True, slots=True)
class Woorden:
    """A name: broken only when it does not fit on a line of its own."""

    tekst: str


Doc = str | Samen | Groep | Vul | Onder | Lijst | Woorden

_Soort = Literal["doc", "zacht", "nieuw"]
_Stapel = list[tuple[_Soort, "Doc", int, bool]]
"""What is still to be written, last first: how, what, its indentation, and whether flat."""


def samen(*delen: Doc) -> Doc:
    return Samen(delen)


def heeft_lijst(doc: Doc) -> bool:
    if isinstance(doc, str | Woorden):
        return False
    return isinstance(doc, Lijst) or any(heeft_lijst(deel) for deel in doc.delen)


def plat(doc: Doc) -> str:
    """The document on one line."""
    return " ".join(regels(doc, 0, 0, ONBEPERKT))


def regels(doc: Doc, inspring: int, basis: int, breedte: int = BREEDTE) -> list[str]:
    """The lines of a document that begins at column ``inspring``; a bullet of depth n stands at
    ``basis + 4 * n``."""
    schrijver = _Schrijver(basis, breedte, [" " * inspring])
    stapel: _Stapel = [("doc", doc, inspring, False)]
    while stapel:
        schrijver.stap(stapel)
    return schrijver.uit


@dataclass
class _Schrijver:
    basis: int
    breedte: int
    uit: list[str] = field(default_factory=list)

    def stap(self, stapel: _Stapel) -> None:
        soort, doc, inspring, vlak = stapel.pop()
        if soort == "nieuw" or (soort == "zacht" and self._moet_breken(doc, stapel, vlak)):
            self.uit.append(" " * inspring)
        elif soort == "zacht":
            self.uit[-1] += " "
        match doc:
            case str():
                self.uit[-1] += doc
            case Woorden(tekst):
                self._woorden(tekst, inspring, vlak)
            case Samen(delen):
                stapel += [("doc", deel, inspring, vlak) for deel in reversed(delen)]
            case Groep(delen):
                past = vlak or self._past(doc, stapel)
                tussen: _Soort = "zacht" if past else "nieuw"
                self._rij(stapel, delen, tussen, inspring, past)
            case Vul(delen):
                self._rij(stapel, delen, "zacht", inspring, vlak)
            case Onder(delen):
                self._rij(stapel, delen, "nieuw", inspring, vlak)
            case Lijst():
                self._lijst(stapel, doc)

    @staticmethod
    def _rij(
        stapel: _Stapel, delen: tuple[Doc, ...], tussen: _Soort, inspring: int, vlak: bool
    ) -> None:
        stapel += [(tussen, deel, inspring, vlak) for deel in reversed(delen[1:])]
        if delen:
            stapel.append(("doc", delen[0], inspring, vlak))

    def _lijst(self, stapel: _Stapel, lijst: Lijst) -> None:
        kolom = self.basis + 4 * lijst.diepte
        binnen = kolom + len(lijst.teken) + 1
        for item in reversed(lijst.items):
            stapel.append(("doc", item, binnen, False))
            stapel.append(("nieuw", lijst.teken + " ", kolom, False))

    def _moet_breken(self, doc: Doc, stapel: _Stapel, vlak: bool) -> bool:
        return not vlak and not _begin_mag_niet(doc) and not self._past(doc, stapel, 1)

    def _past(self, doc: Doc, stapel: _Stapel, erbij: int = 0) -> bool:
        """Does it fit on this line, with what is glued to its end?"""
        over = self.breedte - len(self.uit[-1]) - erbij
        todo: _Stapel = [("doc", doc, 0, True)]
        rest = len(stapel)
        while over >= 0:
            if not todo:
                if rest == 0:
                    return True
                rest -= 1
                todo.append(stapel[rest])
            soort, nu, _, vlak = todo.pop()
            if soort == "nieuw" or (soort == "zacht" and not vlak):
                return True
            over -= soort == "zacht"
            match nu:
                case str() | Woorden():
                    over -= len(nu if isinstance(nu, str) else nu.tekst)
                case Lijst():
                    return over >= 0
                case Samen(delen):
                    todo += [("doc", deel, 0, vlak) for deel in reversed(delen)]
                case Onder(delen):
                    self._rij(todo, delen, "nieuw", 0, vlak)
                case Groep(delen) | Vul(delen):
                    self._rij(todo, delen, "zacht", 0, vlak)
        return False

    def _woorden(self, tekst: str, inspring: int, vlak: bool) -> None:
        if vlak or len(self.uit[-1]) + len(tekst) <= self.breedte:
            self.uit[-1] += tekst
            return
        eerste, *rest = tekst.split(" ")
        self.uit[-1] += eerste
        for woord in rest:
            if len(self.uit[-1]) + 1 + len(woord) > self.breedte and not _GEEN_BEGIN.match(woord):
                self.uit.append(" " * inspring + woord)
            else:
                self.uit[-1] += " " + woord


def _begin_mag_niet(doc: Doc) -> bool:
    """Would a line that begins with this be read as something else?"""
    while not isinstance(doc, str | Woorden):
        delen = doc.items if isinstance(doc, Lijst) else doc.delen
        if not delen:
            return False
        doc = delen[0]
    tekst = doc if isinstance(doc, str) else doc.tekst
    return _GEEN_BEGIN.match(tekst) is not None
