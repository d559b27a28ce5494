"""Citizens who take another path through the law: found by changing one input at a time and
keeping who is decided otherwise. The values to try come from the law itself. [hardheid 11.4]"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import zip_longest
from types import MappingProxyType
from typing import Any

from wetsanalyse.analyses.burgers.vormen import Domein, domeinen, op_rooster, rooster
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import invoer_van, vragen
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.model import Kenmerk
from wetsanalyse.model.types import Soort
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel, Op
from wetsanalyse.run.exact import reken
from wetsanalyse.run.scenarios import geval

PROEVEN = 400
"""Runs per household shape."""
GEHOUDEN = 40
"""Citizens with a path of their own per household shape."""
GRENZEN = 8
"""Limits of the law tried per input: spread over all of them."""


def verken(plan: Plan, burgers: Sequence[Casus]) -> tuple[Casus, ...]:
    """The given citizens by turns with one for each path through the law, given or found."""
    per_vorm: dict[Huishouden, list[Casus]] = {}
    for casus in burgers:
        per_vorm.setdefault(casus.huishouden, []).append(casus)
    per_pad: list[Casus] = []
    for huishouden, groep in per_vorm.items():
        paden = _Paden(plan, ground(plan, huishouden, vragen(plan, huishouden)))
        per_pad += [casus for casus in groep if paden.is_nieuw(casus)]
        per_pad += paden.verder()
    om_en_om = (c for paar in zip_longest(burgers, per_pad) for c in paar if c is not None)
    return tuple({_sleutel(c): c for c in om_en_om}.values())


def _sleutel(casus: Casus) -> Any:
    return casus.huishouden, frozenset(casus.invoer.items())


class _Paden:
    """The paths seen in one household shape, and who took them first."""

    def __init__(self, plan: Plan, grond: GroundPlan) -> None:
        self.plan, self.grond = plan, grond
        self.doel = grond.vragen[NETTO]
        self.gezien: set[Any] = set()
        self.wachtrij: list[Casus] = []
        # In the order of the plan, which does not depend on what things are called.
        raakt = invoer_van(grond, self.doel)
        gelezen = (s.par for s in grond.steps if s.op is Op.INVOER)
        self.invoer = [sleutel for sleutel in gelezen if sleutel in raakt]
        self.bereik = domeinen(plan)
        self.waarden = genoemd(grond)

    def is_nieuw(self, casus: Casus) -> bool:
        """Whether somebody is decided in a way not seen before; remembered if so."""
        uitslag = reken(self.grond, geval(self.plan, casus), (self.doel,))
        pad = frozenset(
            (slot, uitslag.waarden[slot])
            for slot in uitslag.gebruikt(self.doel)
            if isinstance(uitslag.waarden[slot], bool)
        )
        if pad in self.gezien:
            return False
        self.gezien.add(pad)
        self.wachtrij.append(casus)
        return True

    def verder(self) -> list[Casus]:
        """Go on from everybody with a path of their own, until nothing new comes or the budget
        is spent."""
        gevonden: list[Casus] = []
        proeven = 0
        while self.wachtrij and len(gevonden) < GEHOUDEN:
            basis = self.wachtrij.pop(0)
            for buur in self._buren(basis):
                if proeven == PROEVEN or len(gevonden) == GEHOUDEN:
                    return gevonden
                proeven += 1
                if self.is_nieuw(buur):
                    gevonden.append(buur)
        return gevonden

    def _buren(self, casus: Casus) -> Iterator[Casus]:
        """The same citizen with one input changed."""
        for sleutel in self.invoer:
            plek = (sleutel.object, sleutel.eigenschap)
            huidig = casus.invoer.get(plek)
            for waarde in self._kandidaten(casus, sleutel):
                if waarde is None and huidig is not None:
                    zonder = {k: w for k, w in casus.invoer.items() if k != plek}
                    yield replace(casus, invoer=MappingProxyType(zonder))
                elif waarde is not None and waarde != huidig:
                    yield replace(casus, invoer=MappingProxyType({**casus.invoer, plek: waarde}))

    def _kandidaten(self, casus: Casus, sleutel: InvoerSleutel) -> list[Any]:
        """What an input could be; None: left out."""
        objecttype = casus.huishouden.typen[sleutel.object]
        attribuut = lid_van(self.plan.model, objecttype, sleutel.eigenschap)
        if isinstance(attribuut, Kenmerk):
            return [True, False]
        if attribuut.type.soort is Soort.BOOLEAN:
            return [True, False, None]
        if attribuut.type.soort is Soort.ENUMERATIE:
            alle = self.plan.model.enumeraties[attribuut.type.domein or ""]
            genoemd = [w for w in alle if w in self.waarden]
            return [*(genoemd or alle[:2]), None]
        if attribuut.type.soort is Soort.TEKST:
            return [*sorted(w for w in self.waarden if isinstance(w, str)), None]
        domein = self.bereik.get((objecttype, sleutel.eigenschap))
        return [*(self._rond_grenzen(domein) if domein else ()), None]

    def _rond_grenzen(self, domein: Domein) -> list[Fraction]:
        """Just below, on and above the limits of the law that lie in the range."""
        b = domein.bereik
        laag, hoog = rooster(b)
        grenzen = sorted(w for w in self.waarden
                         if isinstance(w, Fraction) and b.van <= w <= b.tot)  # fmt: skip
        if len(grenzen) > GRENZEN:
            laatste = len(grenzen) - 1
            grenzen = [grenzen[i * laatste // (GRENZEN - 1)] for i in range(GRENZEN)]
        punten = {op_rooster(b, g) + d * b.per for g in grenzen for d in (-1, 0, 1)}
        return sorted(p for p in punten if laag * b.per <= p <= hoog * b.per)


def genoemd(grond: GroundPlan) -> frozenset[Any]:
    """Every number, date and text that the law states."""
    waarden: set[Any] = {w for w in grond.parameters.values() if isinstance(w, Fraction | str)}
    for step in grond.steps:
        if step.op is Op.CONSTANTE and not isinstance(step.par, bool):
            if isinstance(step.par, Fraction | int):
                waarden.add(Fraction(step.par))
            elif isinstance(step.par, str):
                waarden.add(step.par)
    return frozenset(waarden)
