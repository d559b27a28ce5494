"""Every place of an axis for one citizen: all values, not only those where the path changes.

A sweep that traces numbers is exact where a value is affine; elsewhere it searches. The kernel just
runs every place: half a million take a few milliseconds.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from wetsanalyse.model.types import Soort
from wetsanalyse.plan.bewaard import Bewaard
from wetsanalyse.plan.ops import LEEG, GroundPlan, InvoerSleutel, Op
from wetsanalyse.run.exact import Geval
from wetsanalyse.run.kernel.kern import Gegevens, Kern, maak_kern
from wetsanalyse.run.kolommen import Getallen, Kolom, Masker, invoerschaal
from wetsanalyse.run.verloop import As

PER_KEER = 1 << 18
"""So many places at a time: enough for the processor, few enough for its cache."""


@dataclass(frozen=True, slots=True)
class Langs:
    """The values from place ``van`` on, in parts of ``schaal``; ``bekend``: where the kernel knows
    them (None: everywhere)."""

    van: int
    waarden: Getallen
    bekend: Masker | None
    schaal: int

    def grootste_stap(self) -> tuple[int, Fraction] | None:
        """The largest change over one unit, with the place on its left; None: some place is not
        known, so it cannot be said."""
        if self.bekend is not None and not self.bekend.all():
            return None
        if len(self.waarden) < 2:
            return None
        stappen = np.abs(np.diff(self.waarden))
        plek = int(stappen.argmax())
        return self.van + plek, Fraction(int(stappen[plek]), self.schaal)


class Langsrekenaar:
    """Keeps the kernels of a few plans; a kernel serves all citizens of one shape of household."""

    def __init__(self) -> None:
        self._kernen: Bewaard[GroundPlan, Kern] = Bewaard(256)
        self._slot = threading.Lock()

    def reken(
        self, plan: GroundPlan, geval: Geval, as_: As, doel: int, van: int, tot: int
    ) -> Iterator[Langs] | None:
        """The places from ``van`` to ``tot``, in parts that share their last place with the next;
        None: the kernel cannot do this goal, or not with the facts of this citizen."""
        feiten = _als_kolommen(plan, geval, as_, doel)
        if feiten is None or geval.parameters:
            return None
        kern = self._kern(plan, geval, doel, feiten, as_.sleutel)
        if kern.redenen:
            return None
        return self._delen(kern, feiten, as_, doel, van, tot)

    def _kern(
        self,
        plan: GroundPlan,
        geval: Geval,
        doel: int,
        feiten: dict[InvoerSleutel, Kolom],
        as_: InvoerSleutel,
    ) -> Kern:
        # Whoever has a fact and whoever lacks it share one kernel.
        nullen = frozenset(feiten) - {as_}
        oordelen = tuple(sorted(geval.oordelen.items()))

        def maak() -> Kern:
            return maak_kern(
                plan,
                [doel],
                feiten,
                nullen=nullen,
                oordelen=geval.oordelen,
                gelijk=feiten.keys() - {as_},
            )

        with self._slot:
            return self._kernen.haal(plan, (doel, as_, oordelen), maak)

    def _delen(
        self,
        kern: Kern,
        feiten: dict[InvoerSleutel, Kolom],
        as_: As,
        doel: int,
        van: int,
        tot: int,
    ) -> Iterator[Langs]:
        schaal = feiten[as_.sleutel].schaal
        stap = as_.eenheid * schaal
        assert stap.denominator == 1
        for begin in range(van, tot, PER_KEER):
            n = min(PER_KEER, tot - begin) + 1
            plaatsen = np.arange(begin, begin + n, dtype=np.int64) * int(stap)
            alles = {**feiten, as_.sleutel: Kolom(plaatsen, None, schaal)}
            uit = kern.reken(Gegevens(n, alles))[doel]
            onbekend = uit.exact
            if uit.kolom.leeg is not None:
                onbekend = uit.kolom.leeg if onbekend is None else onbekend | uit.kolom.leeg
            bekend = None if onbekend is None else ~onbekend
            waarden = uit.kolom.waarden.astype(np.int64, copy=False)
            yield Langs(begin, waarden, bekend, uit.kolom.schaal)


def _als_kolommen(
    plan: GroundPlan, geval: Geval, as_: As, doel: int
) -> dict[InvoerSleutel, Kolom] | None:
    """The facts on which the goal rests, each as a column of one; None: one of them does not fit
    a column, or the axis does not, or is none of them."""
    gezien: set[int] = set()
    stapel = [doel]
    uit: dict[InvoerSleutel, Kolom] = {}
    while stapel:
        slot = stapel.pop()
        if slot in gezien:
            continue
        gezien.add(slot)
        step = plan.steps[slot]
        stapel.extend(step.args)
        if step.op is not Op.INVOER or step.par in uit:
            continue
        schaal = invoerschaal(step.type)
        waarde = geval.invoer.get(step.par)
        if step.par == as_.sleutel:
            if (as_.eenheid * schaal).denominator != 1:
                return None
            uit[step.par] = Kolom(np.zeros(1, np.int64), None, schaal)
        else:
            # A truth that is not given is not true; a kernel for all has every column.
            niets = step.type.soort is Soort.BOOLEAN and step.par not in geval.invoer
            kolom = _cel(False if niets else waarde, schaal)
            if kolom is None:
                return None
            uit[step.par] = kolom
    return uit if as_.sleutel in uit else None


def _cel(waarde: Any, schaal: int) -> Kolom | None:
    if waarde is LEEG or waarde is None:
        return Kolom(np.zeros(1, np.int64), np.ones(1, np.bool_), schaal)
    if isinstance(waarde, str):
        return Kolom(np.zeros(1, np.int64), None, 1, (waarde,))
    if isinstance(waarde, bool):
        return Kolom(np.array([int(waarde)], np.int64))
    if isinstance(waarde, int | Fraction):
        code = Fraction(waarde) * schaal
        if code.denominator == 1 and abs(code) < 2**62:
            return Kolom(np.array([int(code)], np.int64), None, schaal)
    return None
