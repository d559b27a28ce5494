"""Where another input makes one step on the axis worst: by the exact courses along that input, one
for each side of the step. [hardheid 11.4]

Chance seldom hits the one place where a limit of one input depends on another (two incomes that
together reach it). A sweep along the other input has that place as a border: it is not missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from wetsanalyse.analyses.oorzaak.waarneming import bovengewoon
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.plan.ops import InvoerSleutel, Op
from wetsanalyse.run.exact import reken
from wetsanalyse.run.verloop import Stuk, Verloop, geval_op

Stand = tuple[Fraction, Fraction]
"""How bad: the worst step; and, where that is equal, how much is at stake at all."""


@dataclass(frozen=True, slots=True)
class Steunvlak:
    """What the value rests on at both sides of a step: the inputs, and how they were decided."""

    invoer: frozenset[InvoerSleutel]
    pad: frozenset[tuple[int, int, bool]]


@dataclass(frozen=True)
class Ergste:
    """The worst step of one sweep: one place and the next. Without any step: the whole axis, for
    what its ends differ changes somewhere between them."""

    veeg: Veeg = field(repr=False)
    links: int
    rechts: int
    verlies: Fraction
    stap: int | None
    """The comparison that splits them: what kind of step it is."""

    @property
    def stand(self) -> Stand:
        return self.verlies, hoogte(self.veeg.netto)

    @cached_property
    def gelezen(self) -> Steunvlak:
        """Two runs of the plan."""
        netto = self.veeg.netto
        invoer: set[InvoerSleutel] = set()
        pad: set[tuple[int, int, bool]] = set()
        for kant, x in enumerate((self.links, self.rechts)):
            uitslag = reken(netto.plan, geval_op(netto.geval, netto.as_, x), (netto.doel,))
            for slot in uitslag.gebruikt(netto.doel):
                waarde, stap = uitslag.waarden[slot], netto.plan.steps[slot]
                if stap.op is Op.INVOER:
                    invoer.add(stap.par)
                if isinstance(waarde, bool):
                    pad.add((kant, slot, waarde))
        return Steunvlak(frozenset(invoer), frozenset(pad))


def ergste_van(veeg: Veeg) -> Ergste:
    kliffen = (
        Ergste(veeg, g.links, g.rechts, bovengewoon(veeg, g), g.stap)
        for g in veeg.netto.grenzen
        if g.sprong is not None
    )
    ergste = max(kliffen, key=lambda k: k.verlies, default=None)
    if ergste is not None and ergste.verlies > 0:
        return ergste
    return Ergste(veeg, veeg.as_.van, veeg.as_.tot, Fraction(0), None)


def hoogte(verloop: Verloop) -> Fraction:
    """The furthest from nothing: who has nothing and owes nothing cannot lose by a step."""
    einden = (w for stuk in verloop.stukken for w in (stuk.waarde_van, stuk.waarde_tot))
    return max((abs(w) for w in einden if isinstance(w, Fraction)), default=Fraction(0))


def ergste_plaats(links: Verloop, rechts: Verloop) -> int | None:
    """The place on the other axis where both courses lie furthest apart; where they are equal,
    furthest from nothing. Between the ends of a piece it is only estimated: a guide for where to
    look, nothing is reported from it."""
    beste: tuple[Stand, int] | None = None
    for x in sorted({*_einden(links), *_einden(rechts)}):
        een, ander = _geschat(links, x), _geschat(rechts, x)
        if een is None or ander is None:
            continue
        stand = (abs(een - ander), max(abs(een), abs(ander)))
        if beste is None or stand > beste[0]:
            beste = (stand, x)
    return None if beste is None else beste[1]


def _einden(verloop: Verloop) -> Iterator[int]:
    for stuk in verloop.stukken:
        yield stuk.van
        yield stuk.tot


def _geschat(verloop: Verloop, x: int) -> Fraction | None:
    stuk: Stuk = verloop.stuk(x)
    van, tot = stuk.waarde_van, stuk.waarde_tot
    if not isinstance(van, Fraction) or not isinstance(tot, Fraction):
        return None
    if stuk.van == stuk.tot:
        return van
    return van + (tot - van) * Fraction(x - stuk.van, stuk.tot - stuk.van)
