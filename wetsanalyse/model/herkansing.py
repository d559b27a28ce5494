"""The second try for greedy names, and the other reading that must not be lost. [8.1, 8.2]

A sentence is read with the longest names first. When that leads nowhere the names that do not fit
are given back. When it does lead somewhere, every other reading is tried as well: if one of those
is right too and means something else, the sentence is ambiguous and that is a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Generic, Protocol, TypeVar, cast

from wetsanalyse.model.tabel import Onoplosbaar
from wetsanalyse.syntax import Ontleding, tree
from wetsanalyse.syntax.herkenner import Kandidaat
from wetsanalyse.syntax.kandidaten import Gedimensioneerd
from wetsanalyse.syntax.lexicon import Lexicon
from wetsanalyse.syntax.lezingen import Stroom
from wetsanalyse.syntax.zin import Zin, Zinsleutel
from wetsanalyse.text import Diagnostic

Plek = tuple[int, int]
POGINGEN = 32
"""How often a block is read again after a name match turned out too greedy."""


class Uitslag(Protocol):
    """What came of a block: the faults, and a ``kern`` in which two meanings can be compared."""

    @property
    def onoplosbaar(self) -> tuple[Onoplosbaar, ...]: ...

    @property
    def kern(self) -> object: ...


U = TypeVar("U", bound=Uitslag)
B = TypeVar("B", bound=tree.Blok)


def met_herkansing(
    blok: B, ontleding: Ontleding, los_op: Callable[[B], U]
) -> tuple[U, tuple[Diagnostic, ...]]:
    """What came of the best reading of a block, and a fault for each sentence that has another
    good reading."""
    eerste = los_op(blok)
    if not ontleding.meerduidig(blok):
        return eerste, ()
    zoeker = _Zoeker(blok, ontleding, los_op)
    beste, gekozen = zoeker.beste(eerste)
    if beste.onoplosbaar:
        return beste, ()
    return beste, tuple(zoeker.andere(beste, gekozen))


class _Zoeker(Generic[B, U]):
    """Reads one block in its other ways."""

    def __init__(self, blok: B, ontleding: Ontleding, los_op: Callable[[B], U]) -> None:
        self.blok, self.ontleding, self.los_op = blok, ontleding, los_op
        self.meerduidig = set(ontleding.meerduidig(blok))

    def _lees(
        self, verboden: frozenset[Plek], gekozen: dict[Zinsleutel, Stroom]
    ) -> tuple[U, list[Zin]] | None:
        zinnen: list[Zin] = []
        opnieuw = self.ontleding.herlees(self.blok, verboden, gekozen, zinnen)
        return (self.los_op(cast(B, opnieuw.value)), zinnen) if opnieuw.ok else None

    def beste(self, eerste: U) -> tuple[U, dict[Zinsleutel, Stroom]]:
        """The reading with the fewest faults; of equals the first. And its tokens."""
        beste, zinnen = eerste, list[Zin]()
        self.ontleding.herlees(self.blok, zinnen=zinnen)
        open_ = [(frozenset[Plek](), eerste)]
        gezien = {frozenset[Plek]()}
        pogingen = POGINGEN
        while open_ and beste.onoplosbaar and pogingen > 0:
            # One wrong match can hide the next, so a reading without gain is gone on with too.
            open_.sort(key=lambda paar: len(paar[1].onoplosbaar))
            verboden, gelezen = open_.pop(0)
            for keuze in _keuzes(gelezen):
                nieuw = verboden | keuze
                if nieuw in gezien or pogingen <= 0:
                    continue
                gezien.add(nieuw)
                pogingen -= 1
                opnieuw = self._lees(nieuw, {})
                if opnieuw is None:
                    continue
                open_.append((nieuw, opnieuw[0]))
                if len(opnieuw[0].onoplosbaar) < len(beste.onoplosbaar):
                    beste, zinnen = opnieuw
        gekozen = {z.sleutel: z.tokens for z in zinnen}
        return (beste, gekozen) if not beste.onoplosbaar else self._anders(beste, zinnen)

    def _anders(self, beste: U, zinnen: list[Zin]) -> tuple[U, dict[Zinsleutel, Stroom]]:
        """Not only names can be too greedy; so at last each other reading of each sentence, as
        long as it gains something."""
        gekozen = {z.sleutel: z.tokens for z in zinnen}
        for zin in zinnen:
            for stroom in self._stromen(zin):
                opnieuw = self._lees(frozenset(), {**gekozen, zin.sleutel: stroom})
                if opnieuw is not None and len(opnieuw[0].onoplosbaar) < len(beste.onoplosbaar):
                    beste = opnieuw[0]
                    gekozen = {z.sleutel: z.tokens for z in opnieuw[1]}
            if not beste.onoplosbaar:
                break
        return beste, gekozen

    def _stromen(self, zin: Zin) -> Iterator[Stroom]:
        if zin.sleutel in self.meerduidig:
            yield from (s for s in zin.lezingen().stromen() if _echt(s) != _echt(zin.tokens))

    def andere(self, beste: U, gekozen: dict[Zinsleutel, Stroom]) -> Iterator[Diagnostic]:
        """A fault for each sentence that can also be read in another way."""
        zinnen: list[Zin] = []
        self.ontleding.herlees(self.blok, gekozen=gekozen, zinnen=zinnen)
        for zin in zinnen:
            for stroom in self._stromen(zin):
                if afgesproken(zin, stroom, self.ontleding.lexicon):
                    continue
                opnieuw = self._lees(frozenset(), {**gekozen, zin.sleutel: stroom})
                if opnieuw is None or opnieuw[0].onoplosbaar:
                    continue
                if opnieuw[0].kern != beste.kern:
                    yield _meerduidig(zin, stroom)
                    break


def _keuzes(gelezen: Uitslag) -> list[frozenset[Plek]]:
    """The matches that did not fit their place: all at once first; one bad ban must not spoil
    the others, so then one by one."""
    plaatsen = list(
        dict.fromkeys(
            (f.verboden.start, f.verboden.eind)
            for f in gelezen.onoplosbaar
            if f.verboden is not None
        )
    )
    return list(dict.fromkeys([frozenset(plaatsen), *(frozenset({p}) for p in plaatsen)]))


def _echt(stroom: Sequence[Kandidaat]) -> list[Kandidaat]:
    """Without what has no text: the beginning and end of a list."""
    return [k for k in stroom if k.terminal not in ("LIJST_IN", "LIJST_UIT")]


def afgesproken(zin: Zin, stroom: Stroom, lexicon: Lexicon) -> bool:
    """Whether the language says which of the two wins: an attribute `aantal …` before counting
    [A4], a name before a label with a name [A19]. Both are warned about at the declaration."""
    for naam in set(zin.tokens) - set(stroom):
        if naam.terminal != "NAAM" or isinstance(naam.waarde, Gedimensioneerd):
            continue
        attribuut = {b.soort for b in lexicon.zoek(naam.waarde)} == {"attribuut"}
        for ander in set(stroom) - set(zin.tokens):
            if ander.terminal == "AGG" and ander.start == naam.start and attribuut:
                return bool(ander.waarde == "het aantal")
            if isinstance(ander.waarde, Gedimensioneerd) and ander.kern == naam.kern:
                return bool(ander.waarde.labels[0][0] is None and ander.eind == naam.eind)
    return False


def _meerduidig(zin: Zin, stroom: Stroom) -> Diagnostic:
    start, eind, een, ander = verschil(zin, stroom)
    return zin.plek.fout(
        "NM-MEERDUIDIG",
        start,
        eind,
        "deze woorden zijn op twee manieren te lezen, en beide kloppen",
        f"als {een}",
        f"of als {ander}",
        "geef een van de namen andere woorden, of zet haakjes",
    )


def verschil(zin: Zin, stroom: Stroom) -> tuple[int, int, str, str]:
    """Where the words stand that are read in another way, and both readings."""
    een, ander = _echt(zin.tokens), _echt(stroom)
    voor = len(list(takewhile(lambda p: p[0] == p[1], zip(een, ander, strict=False))))
    een, ander = een[voor:], ander[voor:]
    achter = zip(reversed(een), reversed(ander), strict=False)
    na = len(list(takewhile(lambda p: p[0] == p[1], achter)))
    een, ander = een[: len(een) - na], ander[: len(ander) - na]
    beide = [*een, *ander]
    start, eind = min(k.start for k in beide), max(k.eind for k in beide)
    return start, eind, _voluit(zin, een), _voluit(zin, ander)


def _voluit(zin: Zin, tokens: Sequence[Kandidaat]) -> str:
    """The words with quotes around each name."""
    delen = []
    for k in tokens:
        tekst = " ".join(zin.lezer.tekst[k.kern : k.eind].split())
        is_naam = k.terminal in ("NAAM", "VARNAAM") or k.terminal.endswith("NAAM")
        delen.append(f"“{tekst}”" if is_naam else tekst)
    return " ".join(delen)
