"""The keyword phrases, read from ``grammars/frases.txt``."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from wetsanalyse.syntax.grammatica import lees_bestand
from wetsanalyse.syntax.trie import Trie
from wetsanalyse.syntax.woorden import sleutel

_DEEL = re.compile(r"\[([^\]]*)\]|<([^>]*)>|([^\[<]+)")


class Frase(NamedTuple):
    terminal: str
    waarde: str
    tekst: str  # as it is shown in a message


def uitgeschreven(patroon: str) -> list[str]:
    """All ways to write a pattern, the fullest last."""
    delen: list[list[str]] = []
    for optie, keuze, vast in _DEEL.findall(patroon):
        delen.append(["", optie] if optie else keuze.split("|") if keuze else [vast])
    return [" ".join("".join(f" {d} " for d in combi).split()) for combi in product(*delen)]


@lru_cache(maxsize=1)
def frases() -> tuple[Frase, ...]:
    gevonden = []
    for regel in lees_bestand("frases.txt").splitlines():
        if ":=" not in regel or regel.startswith("#"):
            continue
        hoofd, patroon = (deel.strip() for deel in regel.split(":=", 1))
        terminal, _, waarde = hoofd.partition("=")
        gevonden += [Frase(terminal, waarde, vorm) for vorm in uitgeschreven(patroon)]
    return tuple(gevonden)


@lru_cache(maxsize=1)
def frasetrie() -> Trie[Frase]:
    trie: Trie[Frase] = Trie()
    for frase in frases():
        trie.voeg_toe(sleutel(frase.tekst), frase)
    return trie


@lru_cache(maxsize=1)
def voorbeeld() -> dict[str, str]:
    """How a terminal is shown: its first spelling."""
    eerste: dict[str, str] = {}
    for frase in frases():
        eerste.setdefault(frase.terminal, frase.tekst)
    return eerste
