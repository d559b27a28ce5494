"""Find a row of tokens that the grammar accepts: longest first, going back when that fails.

The recogniser only walks states; the tree is built afterwards from the tokens that were found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Protocol

import lark

from wetsanalyse.syntax.grammatica import Grammatica, Stapel

GRENS_TERUG = 200  # how many dead ends before we give up: a faulty text must end quickly


class Kandidaat(NamedTuple):
    """A token that could stand here. ``kern`` is where a name begins after its article."""

    terminal: str
    start: int
    eind: int
    waarde: Any
    kern: int


class Lezer(Protocol):
    """What the recogniser asks of a lexer."""

    eind: int

    def verder(self, pos: int) -> int: ...

    def bolletje(self, pos: int) -> tuple[int, int] | None: ...

    def kandidaten(self, pos: int, mag: Callable[[str], bool]) -> Sequence[Kandidaat]: ...


@dataclass(frozen=True, slots=True)
class Mislukt:
    """The furthest place that was reached, with the state there."""

    pos: int
    stapel: Stapel
    diepte: int
    tokens: tuple[Kandidaat, ...]
    reden: str = ""


def op_plaats(m: Mislukt) -> tuple[int, int]:
    """Furthest in the text."""
    return m.pos, 0


def op_tokens(m: Mislukt) -> tuple[int, int]:
    """Most tokens: for free-text names, where one name can swallow a whole line."""
    return len(m.tokens), m.pos


_Rij = tuple[Kandidaat, Any] | None  # linked list of tokens, last first


@dataclass(slots=True)
class Spoor:
    """A place in the text with the state of the grammar there."""

    stapel: Stapel
    pos: int
    diepte: int
    rij: _Rij


def herken(
    grammatica: Grammatica,
    start: str,
    lezer: Lezer,
    begin: int,
    diepte: int = 0,
    verste: Callable[[Mislukt], tuple[int, int]] = op_plaats,
    over: list[Spoor] | None = None,
) -> list[Kandidaat] | Mislukt:
    """The tokens of the first reading that fits, or how far we came. ``verste`` says which of
    two dead ends tells most about the fault. The choices that were not needed go to ``over``."""
    todo = [Spoor(grammatica.start(start), begin, diepte, None)]
    verst: Mislukt | None = None
    for _ in range(GRENS_TERUG):
        if not todo:
            break
        uitslag = _loop(grammatica, lezer, todo.pop(), todo, diepte)
        if not isinstance(uitslag, Mislukt):
            if over is not None:
                over += todo
            return uitslag
        if verst is None or verste(uitslag) > verste(verst):
            verst = uitslag
    assert verst is not None
    return verst


def nog_een(grammatica: Grammatica, lezer: Lezer, over: Sequence[Spoor], diepte: int) -> bool:
    """Whether one of the choices that were not needed leads to the end too. When that takes too
    long it is said to."""
    todo = [replace(spoor) for spoor in over]
    for _ in range(GRENS_TERUG):
        if not todo:
            return False
        if not isinstance(_loop(grammatica, lezer, todo.pop(), todo, diepte), Mislukt):
            return True
    return True


def _loop(
    g: Grammatica, lezer: Lezer, spoor: Spoor, todo: list[Spoor], bodem: int
) -> list[Kandidaat] | Mislukt:
    """Follow one track to its end; leave the other choices on ``todo``."""
    binnen: Mislukt | None = None
    while True:
        spoor.pos = lezer.verder(spoor.pos)
        if spoor.pos >= lezer.eind:
            return _einde(g, spoor, bodem)
        bol = lezer.bolletje(spoor.pos)
        if bol is not None:
            reden = bolletje(g, spoor, *bol)
            if reden:
                return _mislukt(spoor, reden)
            continue
        keuze = opties(g, lezer, spoor)
        if not keuze:
            dieper = g.stap(spoor.stapel, "LIJST_UIT") if spoor.diepte > bodem else None
            if dieper is None:
                return binnen or _mislukt(spoor)
            # The list is closed only because of what follows; if that does not fit either,
            # the message is about the state inside the list.
            binnen = binnen or _mislukt(spoor)
            _virtueel(spoor, "LIJST_UIT", dieper)
            spoor.diepte -= 1
            continue
        binnen = None
        eerste, *rest = keuze
        for kandidaat, stapel in reversed(rest):
            todo.append(Spoor(stapel, kandidaat.eind, spoor.diepte, (kandidaat, spoor.rij)))
        kandidaat, spoor.stapel = eerste
        spoor.pos, spoor.rij = kandidaat.eind, (kandidaat, spoor.rij)


def opties(g: Grammatica, lezer: Lezer, spoor: Spoor) -> list[tuple[Kandidaat, Stapel]]:
    """The tokens that can stand here, with the stack after each."""

    def mag(terminal: str) -> bool:
        return g.stap(spoor.stapel, terminal) is not None

    opties = []
    for kandidaat in lezer.kandidaten(spoor.pos, mag):
        stapel = g.stap(spoor.stapel, kandidaat.terminal)
        if stapel is not None:
            opties.append((kandidaat, stapel))
    return opties


def _einde(g: Grammatica, spoor: Spoor, bodem: int) -> list[Kandidaat] | Mislukt:
    while spoor.diepte > bodem:
        stapel = g.stap(spoor.stapel, "LIJST_UIT")
        if stapel is None:
            return _mislukt(spoor)
        _virtueel(spoor, "LIJST_UIT", stapel)
        spoor.diepte -= 1
    if g.stap(spoor.stapel, "$END") is None:
        return _mislukt(spoor)
    return _uitgelijnd(spoor.rij)


def bolletje(g: Grammatica, spoor: Spoor, diepte: int, na: int) -> str:
    """Open, go on with or close lists for a bullet; the reason why it cannot, or nothing."""
    open_ = g.stap(spoor.stapel, "LIJST_IN")
    if open_ is not None:
        if diepte != spoor.diepte + 1:
            return "diepte"
        _virtueel(spoor, "LIJST_IN", open_)
        spoor.diepte += 1
    elif diepte > spoor.diepte:
        return "diepte" if spoor.diepte else "bolletje"
    while spoor.diepte > diepte:
        stapel = g.stap(spoor.stapel, "LIJST_UIT")
        if stapel is None:
            return "bolletje"
        _virtueel(spoor, "LIJST_UIT", stapel)
        spoor.diepte -= 1
    stapel = g.stap(spoor.stapel, "ITEM")
    if stapel is None:
        return "bolletje"
    spoor.stapel = stapel
    spoor.rij = (Kandidaat("ITEM", spoor.pos, na, "", spoor.pos), spoor.rij)
    spoor.pos = na
    return ""


def _virtueel(spoor: Spoor, terminal: str, stapel: Stapel) -> None:
    spoor.stapel = stapel
    plek = spoor.rij[0].eind if spoor.rij and terminal == "LIJST_UIT" else spoor.pos
    spoor.rij = (Kandidaat(terminal, plek, plek, "", plek), spoor.rij)


def _mislukt(spoor: Spoor, reden: str = "") -> Mislukt:
    return Mislukt(spoor.pos, spoor.stapel, spoor.diepte, tuple(_uitgelijnd(spoor.rij)), reden)


def _uitgelijnd(rij: _Rij) -> list[Kandidaat]:
    tokens = []
    while rij is not None:
        tokens.append(rij[0])
        rij = rij[1]
    return tokens[::-1]


def als_tokens(tokens: Sequence[Kandidaat], tekst: str) -> list[lark.Token]:
    """For Lark: tokens whose ``value`` is the whole candidate."""
    uit = []
    for k in tokens:
        token = lark.Token(k.terminal, tekst[k.start : k.eind], k.start, 1, 1, 1, 1, k.eind)
        token.value = k
        uit.append(token)
    return uit
