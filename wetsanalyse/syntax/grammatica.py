"""Load a grammar and offer its LALR table as plain steps on an immutable stack."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import lark
from lark import Token, Tree
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

# A stack of states is a linked tuple: a snapshot costs nothing, so trying again is cheap.
Stapel = tuple[int, Any]  # (state, rest of the stack | None)

STARTS = {
    "regels": (
        "inhoud geldigheid expressie keten conditie kolom cel reekskolom reekscel "
        "parameterwaarde clausule "
        "verplichting "
        "bereik tezake drempels naamalleen eennaam orgaan gegeven"
    ).split(),
    "definities": (
        "objecttype extensie lid domein parameter rol datatype dimensie dagsoort tijdlijndefinitie"
    ).split(),
}


def lees_bestand(naam: str) -> str:
    """A file of the grammars folder: inside the wheel, else beside the package."""
    pakket = resources.files("wetsanalyse").joinpath("grammars", naam)
    if pakket.is_file():
        return pakket.read_text(encoding="utf-8")
    naast = Path(__file__).resolve().parents[2] / "grammars" / naam
    return naast.read_text(encoding="utf-8")


class _GeenLexer(Lexer):
    """Tokens come from our own recogniser; Lark only needs to be told that there is a lexer."""

    def __init__(self, _conf: Any) -> None: ...

    def lex(self, *_args: Any) -> Iterator[lark.Token]:
        return iter(())


@dataclass(frozen=True)
class Grammatica:
    """A loaded grammar. ``stap`` is the exact LALR step: no merged lookahead is trusted."""

    lark: lark.Lark
    tabel: dict[int, dict[str, tuple[Any, Any]]]
    begin: dict[str, int]
    einden: frozenset[int]

    def start(self, start: str) -> Stapel:
        return (self.begin[start], None)

    def stap(self, stapel: Stapel, terminal: str) -> Stapel | None:
        """The stack after this terminal; None when it cannot stand here."""
        while True:
            actie = self.tabel[stapel[0]].get(terminal)
            if actie is None:
                return None
            soort, arg = actie
            if soort is Shift:
                return (arg, stapel)
            for _ in arg.expansion:
                stapel = stapel[1]
            stapel = (self.tabel[stapel[0]][arg.origin.name][1], stapel)
            if terminal == "$END" and stapel[0] in self.einden:
                return stapel

    def mogelijk(self, stapel: Stapel) -> list[str]:
        """All terminals that can stand here."""
        return [t for t in self.tabel[stapel[0]] if t.isupper() and self.stap(stapel, t)]

    def bouw(self, start: str, tokens: list[Token]) -> Tree[Any]:
        """The tree of a row of tokens that has been recognised before."""
        stand = self.lark.parse_interactive("", start=start)
        for token in tokens:
            stand.feed_token(token)
        feed_eof: Any = stand.feed_eof
        boom: Tree[Any] = feed_eof(tokens[-1] if tokens else None)
        return boom


@lru_cache(maxsize=4)
def laad(naam: str) -> Grammatica:
    tekst = lees_bestand(f"{naam}.lark")
    boom = _lark(tekst, STARTS[naam], _cachebestand(naam, tekst))
    stand = boom.parse_interactive("", start=STARTS[naam][0])
    tabel: Any = stand.parser_state.parse_conf.parse_table
    einden = frozenset(tabel.end_states.values())
    return Grammatica(boom, tabel.states, tabel.start_states, einden)


def _lark(tekst: str, starts: list[str], cache: str | None) -> lark.Lark:
    def maak(waar: str | bool) -> lark.Lark:
        return lark.Lark(
            tekst,
            parser="lalr",
            lexer=_GeenLexer,
            start=starts,
            strict=True,
            propagate_positions=True,
            cache=waar,
        )

    # A broken or half written cache may fail in any way; without it all is well.
    if cache is not None:
        with suppress(Exception):
            return maak(cache)
    return maak(False)


def _cachebestand(naam: str, tekst: str) -> str | None:
    """A file of this user; None where it is not there and nothing can be written."""
    merk = hashlib.sha256((tekst + lark.__version__).encode()).hexdigest()[:16]
    try:
        thuis = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
        bestand = Path(thuis) / "wetsanalyse" / f"{naam}-{merk}.lark"
        if not bestand.is_file():
            bestand.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=bestand.parent):
                pass
    except (OSError, RuntimeError):
        return None
    return str(bestand)
