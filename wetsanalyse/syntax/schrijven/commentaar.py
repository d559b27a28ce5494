"""Comments and empty lines go back to where they stood.

They are not in the tree. So the lines that were read are set beside the lines that are written:
each old line with words has its place among the new ones, and what stood above it or behind it
goes along.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from wetsanalyse.syntax.kandidaten import BOLLETJE
from wetsanalyse.syntax.woorden import commentaar, schoon, sleutel
from wetsanalyse.text import Source

_STREEP = re.compile(r"[\s:|-]*-[\s:|-]*")
_GRENS = 3_000_000  # pairs of words to compare at most; beyond that, by line


@dataclass(frozen=True, slots=True)
class Notitie:
    """A comment on a line of its own, and whether it was indented. An empty text: empty line."""

    tekst: str
    ingesprongen: bool = False


@dataclass(frozen=True, slots=True)
class Oud:
    """A line with words as it was read."""

    start: int
    tekst: str
    boven: tuple[Notitie, ...]
    achter: str | None


@dataclass
class Nieuw:
    """A line as it will be written."""

    tekst: str
    boven: list[Notitie] = field(default_factory=list)
    achter: list[str] = field(default_factory=list)


def commentaren(bron: Source) -> list[str]:
    return [span.tekst.rstrip() for span in commentaar(bron)]


def vlecht(bron: Source, starts: Sequence[int], blokken: Sequence[Sequence[str]]) -> str:
    """The text of a file: the lines of its blocks (the i-th began at ``starts[i]``), with the
    comments of the source between and behind them."""
    oud, slot = _lees(bron)
    per_blok: list[list[Oud]] = [[] for _ in blokken]
    i = -1
    for regel in oud:
        while i + 1 < len(starts) and regel.start >= starts[i + 1]:
            i += 1
        if i >= 0:
            per_blok[i].append(regel)
    uit: list[str] = []
    vorige: Sequence[str] | None = None
    for regels, blok in zip(per_blok, blokken, strict=True):
        scheiding = vorige is not None and (len(vorige) > 1 or len(blok) > 1)
        _voeg_toe(uit, _plaats(regels, blok), scheiding)
        vorige = blok
    uit += _notities(slot, 0, leeg=False, bij_vorige=vorige is not None)
    while uit and not uit[-1]:
        uit.pop()
    return "".join(f"{regel}\n" for regel in uit)


# ------------------------------------------------------------------ reading


def _lees(bron: Source) -> tuple[list[Oud], tuple[Notitie, ...]]:
    """The lines with words, and what stands below the last."""
    per_regel = {bron.plaats(span.start)[0]: span for span in commentaar(bron)}
    regels: list[Oud] = []
    boven: list[Notitie] = []
    start = 0
    for nummer, ruw in enumerate(schoon(bron).split("\n"), 1):
        span = per_regel.get(nummer)
        tekst = None if span is None else span.tekst.rstrip()
        if ruw.strip():
            kolom = len(ruw) - len(ruw.lstrip())
            regels.append(Oud(start + kolom, ruw.strip(), tuple(boven), tekst))
            boven = []
        else:
            boven.append(Notitie(tekst or "", span is not None and span.kolom > 1))
        start += len(ruw) + 1
    return regels, tuple(boven)


# ------------------------------------------------------------------ writing


def _plaats(oud: Sequence[Oud], blok: Sequence[str]) -> list[Nieuw]:
    nieuw = [Nieuw(regel) for regel in blok]
    gevuld = [i for i, regel in enumerate(blok) if regel]
    if not any(r.boven or r.achter for r in oud):
        return nieuw
    koppeling = koppel([r.tekst for r in oud], [blok[i] for i in gevuld])
    for regel, (begin, precies, eind) in zip(oud, koppeling, strict=True):
        echt = any(n.tekst for n in regel.boven)
        if regel.boven and (echt or precies):
            nieuw[gevuld[begin]].boven += regel.boven
        if regel.achter is not None:
            nieuw[gevuld[eind]].achter.append(regel.achter)
    return nieuw


def _voeg_toe(uit: list[str], regels: Sequence[Nieuw], scheiding: bool) -> None:
    """``scheiding``: an empty line must stand above the first."""
    leeg = scheiding
    for i, regel in enumerate(regels):
        if not regel.tekst:
            leeg = True
            continue
        inspring = len(regel.tekst) - len(regel.tekst.lstrip())
        uit += _notities(regel.boven, inspring, leeg=leeg, bij_vorige=i == 0 and bool(uit))
        # Two comments behind one line: the first goes above it.
        uit += [" " * inspring + c for c in regel.achter[:-1]]
        uit.append("  ".join([regel.tekst, *regel.achter[-1:]]))
        leeg = False
    while uit and i == 0 and not uit[0]:
        uit.pop(0)


def _notities(
    notities: Sequence[Notitie], inspring: int, *, leeg: bool, bij_vorige: bool
) -> list[str]:
    """Comments with at most one empty line between them. ``leeg``: there must be one. What is
    indented and stands directly under the block before it stays with that block."""
    voor: list[str] = []
    rest: list[str] = []
    for n in notities:
        eigen = bij_vorige and inspring == 0 and not rest and n.tekst and n.ingesprongen
        if eigen:
            voor.append(f"    {n.tekst}")
        elif n.tekst:
            rest.append(" " * inspring + n.tekst)
        elif not rest or rest[-1]:
            rest.append("")
    if leeg and "" not in rest:
        rest.insert(0, "")
    return voor + rest


# ------------------------------------------------------------------ old lines beside new lines


def koppel(oud: Sequence[str], nieuw: Sequence[str]) -> list[tuple[int, bool, int]]:
    """Per old line: the new line where it begins, whether it is the first there, and the new
    line where it ends."""
    links, rechts = [_woorden(r) for r in oud], [_woorden(r) for r in nieuw]
    uit: list[tuple[int, bool, int] | None] = [None] * len(oud)
    bezet: set[int] = set()
    for i, j in _gelijke(links, rechts):
        uit[i] = (j, True, j)
        bezet.add(j)
    over = [i for i, paar in enumerate(uit) if paar is None]
    vrij = [j for j in range(len(nieuw)) if j not in bezet]
    for i, paar in zip(over, _op_woorden(links, rechts, over, vrij), strict=True):
        uit[i] = paar
    klaar: list[tuple[int, bool, int]] = []
    for paar in uit:
        vorig = klaar[-1][2] if klaar else 0
        klaar.append(paar or (vorig, False, vorig))
    return klaar


def _woorden(regel: str) -> tuple[str, ...]:
    """What two spellings of a line have in common: no bullets of one kind or another, no full
    stop at the end."""
    if _STREEP.fullmatch(regel):
        return ("---",)
    bol = BOLLETJE.match(regel.strip())
    kop = ("•" * len(bol.group(1)),) if bol else ()
    kaal = regel.strip()[bol.end() :] if bol else regel
    return (*kop, *sleutel(kaal.rstrip(" .,;")))


def _gelijke(
    links: Sequence[tuple[str, ...]], rechts: Sequence[tuple[str, ...]]
) -> list[tuple[int, int]]:
    """Lines with the same words, if there are as many of them on both sides."""
    per_links: dict[tuple[str, ...], list[int]] = defaultdict(list)
    per_rechts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, woorden in enumerate(links):
        per_links[woorden].append(i)
    for j, woorden in enumerate(rechts):
        per_rechts[woorden].append(j)
    return [
        paar
        for woorden, ii in per_links.items()
        if len(ii) == len(per_rechts[woorden])
        for paar in zip(ii, per_rechts[woorden], strict=True)
    ]


def _op_woorden(
    links: Sequence[tuple[str, ...]],
    rechts: Sequence[tuple[str, ...]],
    over: Sequence[int],
    vrij: Sequence[int],
) -> list[tuple[int, bool, int] | None]:
    """The lines that were broken in another way: word by word."""
    a = [woord for i in over for woord in links[i]]
    b = [(woord, j, k == 0) for j in vrij for k, woord in enumerate(rechts[j])]
    if not a or not b or len(a) * len(b) > _GRENS:
        return [None] * len(over)
    plek: dict[int, tuple[int, bool]] = {}
    zoeker = SequenceMatcher(None, a, [woord for woord, _, _ in b], autojunk=False)
    for van, naar, lengte in zoeker.get_matching_blocks():
        for n in range(lengte):
            plek[van + n] = b[naar + n][1:]
    uit: list[tuple[int, bool, int] | None] = []
    positie = 0
    for i in over:
        eigen = range(positie, positie + len(links[i]))
        positie += len(links[i])
        gevonden = [plek[p] for p in eigen if p in plek]
        if not gevonden:
            uit.append(None)
            continue
        uit.append((gevonden[0][0], plek.get(eigen[0]) == (gevonden[0][0], True), gevonden[-1][0]))
    return uit
