"""What is the same is told once: what was told before, and what holds for more objects alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from wetsanalyse.report.opmaak import opsomming
from wetsanalyse.report.uitlegboom import Toets, Uitleg

PLAATS = "\0"
"""Stands for the name of the object, to see whether two texts say the same of two objects."""


@lru_cache(maxsize=1024)
def _patroon(naam: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(naam)}(?!\w)")


def zonder_naam(tekst: str, naam: str) -> str:
    return _patroon(naam).sub(PLAATS, tekst) if naam else tekst


# ------------------------------------------------------------------ conditions


def bundel_toetsen(toetsen: Sequence[Toets]) -> list[Toets]:
    """Conditions that came out alike for more objects, as one."""
    groepen: dict[Hashable, list[Toets]] = {}
    for toets in dict.fromkeys(toetsen):
        vorm: Hashable = toets
        if toets.wie:
            delen = (zonder_naam(t, toets.wie) for t in (toets.woorden, toets.zin))
            vorm = (toets.voldaan, *delen)
        groepen.setdefault(vorm, []).append(toets)
    return [
        replace(rij[0], ook=tuple(dict.fromkeys(t.wie for t in rij[1:])))
        if len(rij) > 1
        else rij[0]
        for rij in groepen.values()
    ]


# ------------------------------------------------------------------ whole explanations


@dataclass(slots=True)
class Bundelaar:
    """Puts siblings together that differ only in the object that they are about. ``zelfde``: the
    number of each that is told with another."""

    delen: dict[int, tuple[Uitleg, ...]] = field(default_factory=dict)
    vormen: dict[tuple[int, str], int] = field(default_factory=dict)
    nummers: dict[Hashable, int] = field(default_factory=dict)
    zelfde: dict[int, int] = field(default_factory=dict)

    def bundel(self, uitleg: Uitleg) -> Uitleg:
        for deel in _van_onderen(uitleg):
            self.delen[deel.nummer] = self._gegroepeerd(deel.gebruikt)
        return replace(uitleg, gebruikt=self.delen[uitleg.nummer])

    def _gegroepeerd(self, delen: Sequence[Uitleg]) -> tuple[Uitleg, ...]:
        groepen: dict[Hashable, list[Uitleg]] = {}
        meer = len({u.object for u in delen if u.object}) > 1
        for deel in delen:
            eigen = meer and bool(deel.object) and not deel.wanneer
            vorm = self._vorm(deel, deel.object) if eigen else deel.nummer
            groepen.setdefault((eigen, vorm, deel.wanneer), []).append(deel)
        return tuple([self._samen(rij) for rij in groepen.values()])

    def _samen(self, rij: list[Uitleg]) -> Uitleg:
        eerste = replace(rij[0], gebruikt=self.delen[rij[0].nummer])
        ook = tuple(dict.fromkeys(u.object for u in rij[1:] if u.object != rij[0].object))
        if not ook:
            return eerste
        self.zelfde.update((u.nummer, rij[0].nummer) for u in rij[1:])
        return replace(eerste, ook=ook, zin=f"{eerste.zin} Dat geldt ook voor {opsomming(ook)}.")

    def _vorm(self, uitleg: Uitleg, naam: str) -> int:
        """A number for what is told, without the name of the object."""
        for deel in _van_onderen(uitleg):
            if (deel.nummer, naam) not in self.vormen:
                inhoud = (
                    tuple([zonder_naam(tekst, naam) for tekst in _teksten(deel)]),
                    deel.bronnen,
                    tuple([self.vormen[d.nummer, naam] for d in deel.gebruikt]),
                )
                nummer = self.nummers.setdefault(inhoud, len(self.nummers))
                self.vormen[deel.nummer, naam] = nummer
        return self.vormen[uitleg.nummer, naam]


def _teksten(uitleg: Uitleg) -> tuple[str, ...]:
    return (
        uitleg.naam, uitleg.soort, uitleg.getoond, uitleg.zin, uitleg.regel,
        uitleg.geldig, uitleg.onbevestigd, uitleg.wanneer,
        *(t.zin or t.woorden for t in uitleg.omdat),
        *(s.som for s in uitleg.berekening),
        *(n.regel for n in uitleg.niet),
        *(t.zin or t.woorden for n in uitleg.niet for t in n.toetsen),
    )  # fmt: skip


def _van_onderen(uitleg: Uitleg) -> list[Uitleg]:
    """A value and all on which it rests, each once, what rests on another after it: parts have
    lower numbers."""
    gevonden: dict[int, Uitleg] = {}
    stapel = [uitleg]
    while stapel:
        deel = stapel.pop()
        if deel.nummer not in gevonden:
            gevonden[deel.nummer] = deel
            stapel.extend(deel.gebruikt)
    return [gevonden[nummer] for nummer in sorted(gevonden)]


# ------------------------------------------------------------------ told once

DIEP = 25
"""What lies deeper than this is told after the rest, as a tree of its own."""


@dataclass(slots=True)
class Eenmaal:
    """Tells each value once. ``zelfde``: numbers of explanations that were told with another;
    ``stil``: a yes or no that was told before stands in the sentence of the condition already."""

    zelfde: Mapping[int, int]
    stil: Callable[[int], bool]
    verteld: set[int] = field(default_factory=set)
    later: dict[int, Uitleg] = field(default_factory=dict)

    def vertel(self, uitleg: Uitleg) -> Uitleg:
        boom = self._boom(uitleg, 0)
        los: list[Uitleg] = []
        while self.later:
            nummer = next(iter(self.later))
            deel = self.later.pop(nummer)
            if nummer not in self.verteld:
                los.append(self._boom(deel, 1))
        return replace(boom, gebruikt=(*boom.gebruikt, *los))

    def _nummer(self, uitleg: Uitleg) -> int:
        return self.zelfde.get(uitleg.nummer, uitleg.nummer)

    def _boom(self, uitleg: Uitleg, diep: int) -> Uitleg:
        nummer = self._nummer(uitleg)
        if nummer in self.verteld and not uitleg.wanneer:
            return _kort(uitleg, nummer, "Zie hierboven.")
        if diep > DIEP and uitleg.gebruikt:
            self.later[nummer] = uitleg
            return _kort(uitleg, nummer, "Zie verderop.")
        self.verteld.add(nummer)
        onder = [
            self._boom(deel, diep + 1)
            for deel in uitleg.gebruikt
            if not (self._nummer(deel) in self.verteld and self.stil(deel.slot))
        ]
        return replace(uitleg, gebruikt=tuple(onder))


def _kort(uitleg: Uitleg, nummer: int, waar: str) -> Uitleg:
    """Only what it is, and where the rest is told."""
    return Uitleg(
        uitleg.slot, uitleg.naam, "eerder", uitleg.waarde, uitleg.eenheid, uitleg.getoond,
        f"{uitleg.kern} {waar}", kern=uitleg.kern, object=uitleg.object, nummer=nummer,
    )  # fmt: skip
