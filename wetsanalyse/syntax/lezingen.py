"""All rows of tokens that the grammar accepts for a sentence, not only the first.

The recogniser stops at the first reading. Whether there is another one is asked here: the states
that can be reached are a graph (place in the text, stack, depth of the list), and every path to
the end is a reading. Paths that come together again are one path from there on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from wetsanalyse.syntax.grammatica import Grammatica, Stapel
from wetsanalyse.syntax.herkenner import Kandidaat, Lezer, Spoor, bolletje, opties

HOOGSTENS = 64
"""How many readings of one sentence are written out; beyond that only one difference at a time."""
GRENS_KNOPEN = 20_000

Stroom = tuple[Kandidaat, ...]


class Knoop(NamedTuple):
    pos: int
    stapel: int
    diepte: int


_Tak = tuple[Stroom, Knoop]


@dataclass
class _Stapels:
    """Equal stacks are one object, so that a place in the graph has a short key."""

    bekend: dict[tuple[int, int], Stapel] = field(default_factory=dict)
    eigen: dict[int, Stapel] = field(default_factory=dict)

    def nummer(self, stapel: Stapel) -> int:
        nieuw: list[int] = []
        rest: Stapel | None = stapel
        while rest is not None and id(rest) not in self.eigen:
            nieuw.append(rest[0])
            rest = rest[1]
        for toestand in reversed(nieuw):
            rest = self.bekend.setdefault((toestand, id(rest)), (toestand, rest))
            self.eigen[id(rest)] = rest
        return id(rest)


@dataclass(frozen=True)
class Lezingen:
    """The graph of one sentence. ``eerste`` is what the recogniser would choose."""

    begin: Knoop
    takken: dict[Knoop, list[_Tak]]
    klaar: dict[Knoop, Stroom]
    volledig: bool

    @property
    def eerste(self) -> Stroom | None:
        return self._verder(self.begin) if self.begin in self.takken else None

    def _verder(self, knoop: Knoop) -> Stroom:
        tokens: list[Kandidaat] = []
        while knoop not in self.klaar:
            stroom, knoop = self.takken[knoop][0]
            tokens += stroom
        return (*tokens, *self.klaar[knoop])

    def aantal(self) -> int:
        """How many readings there are."""
        tel: dict[Knoop, int] = {}
        todo = [self.begin] if self.begin in self.takken else []
        while todo:
            knoop = todo[-1]
            wacht = [k for _, k in self.takken[knoop] if k not in tel]
            if wacht:
                todo += wacht
                continue
            todo.pop()
            tel[knoop] = (knoop in self.klaar) + sum(tel[k] for _, k in self.takken[knoop])
        return tel.get(self.begin, 0)

    def stromen(self, hoogstens: int = HOOGSTENS) -> Iterator[Stroom]:
        """The readings, the first first. When there are too many to write out, those that leave
        the first at one place."""
        if self.begin not in self.takken:
            return iter(())
        return self._alle() if self.aantal() <= hoogstens else self._afwijkingen()

    def _alle(self) -> Iterator[Stroom]:
        todo: list[tuple[Knoop, Stroom]] = [(self.begin, ())]
        while todo:
            knoop, tokens = todo.pop()
            if knoop in self.klaar:
                yield (*tokens, *self.klaar[knoop])
            todo += [(k, (*tokens, *s)) for s, k in reversed(self.takken[knoop])]

    def _afwijkingen(self) -> Iterator[Stroom]:
        knoop, voor = self.begin, tuple[Kandidaat, ...]()
        yield self._verder(knoop)
        while knoop not in self.klaar:
            (stroom, volgende), *anders = self.takken[knoop]
            for ander, daar in anders:
                yield (*voor, *ander, *self._verder(daar))
            knoop, voor = volgende, (*voor, *stroom)


def lezingen(g: Grammatica, start: str, lezer: Lezer, begin: int, diepte: int = 0) -> Lezingen:
    """Everything that ``herken`` could have found."""
    stapels = _Stapels()

    def knoop(s: Spoor) -> Knoop:
        return Knoop(s.pos, stapels.nummer(s.stapel), s.diepte)

    eerste = Spoor(g.start(start), lezer.verder(begin), diepte, None)
    wortel = knoop(eerste)
    takken: dict[Knoop, list[_Tak]] = {}
    klaar: dict[Knoop, Stroom] = {}
    todo = [(wortel, eerste)]
    while todo and len(takken) < GRENS_KNOPEN:
        hier, spoor = todo.pop()
        if hier in takken:
            continue
        takken[hier] = []
        if spoor.pos >= lezer.eind:
            einde = _einde(g, spoor, diepte)
            if einde is not None:
                klaar[hier] = einde
            continue
        for daar in _vervolg(g, lezer, spoor, diepte):
            stroom = tuple(_rij(daar))
            daar.pos, daar.rij = lezer.verder(daar.pos), None
            takken[hier].append((stroom, knoop(daar)))
            todo.append((knoop(daar), daar))
    return Lezingen(wortel, _levend(takken, klaar), klaar, not todo)


def _vervolg(g: Grammatica, lezer: Lezer, spoor: Spoor, bodem: int) -> Iterator[Spoor]:
    """Each next step: a bullet, a token, or the end of a list."""
    bol = lezer.bolletje(spoor.pos)
    if bol is not None:
        verder = Spoor(spoor.stapel, spoor.pos, spoor.diepte, None)
        if not bolletje(g, verder, *bol):
            yield verder
        return
    for kandidaat, stapel in opties(g, lezer, spoor):
        yield Spoor(stapel, kandidaat.eind, spoor.diepte, (kandidaat, None))
    dicht = g.stap(spoor.stapel, "LIJST_UIT") if spoor.diepte > bodem else None
    if dicht is not None:
        uit = Kandidaat("LIJST_UIT", spoor.pos, spoor.pos, "", spoor.pos)
        yield Spoor(dicht, spoor.pos, spoor.diepte - 1, (uit, None))


def _einde(g: Grammatica, spoor: Spoor, bodem: int) -> Stroom | None:
    stapel, tokens = spoor.stapel, list[Kandidaat]()
    for _ in range(spoor.diepte - bodem):
        dicht = g.stap(stapel, "LIJST_UIT")
        if dicht is None:
            return None
        stapel = dicht
        tokens.append(Kandidaat("LIJST_UIT", spoor.pos, spoor.pos, "", spoor.pos))
    return tuple(tokens) if g.stap(stapel, "$END") is not None else None


def _rij(spoor: Spoor) -> Sequence[Kandidaat]:
    tokens, rij = [], spoor.rij
    while rij is not None:
        tokens.append(rij[0])
        rij = rij[1]
    return tokens[::-1]


def _levend(takken: dict[Knoop, list[_Tak]], klaar: dict[Knoop, Stroom]) -> dict[Knoop, list[_Tak]]:
    """Without what leads nowhere."""
    terug: dict[Knoop, list[Knoop]] = {}
    for hier, uit in takken.items():
        for _, daar in uit:
            terug.setdefault(daar, []).append(hier)
    levend, todo = set(klaar), list(klaar)
    while todo:
        for hier in terug.get(todo.pop(), ()):
            if hier not in levend:
                levend.add(hier)
                todo.append(hier)
    return {k: [t for t in uit if t[1] in levend] for k, uit in takken.items() if k in levend}
