"""Choices between many rows by the size of one number, such as a decision table of incomes.

Written out, each row is tested in turn. But where every row has limits on the same number, only
the rows between whose limits it lies can apply: the cuts, in order, say which those are. That is
the same choice, found without testing the others (language reference 12; `run/trap.py` makes it).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from wetsanalyse.plan.ops import GroundPlan, Op, Step

MINSTENS = 6
"""From so many rows it is quicker to look up where a number lies than to test them in turn."""
_OMGEKEERD = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}


@dataclass(frozen=True, slots=True, order=True)
class Snede:
    """A cut: below it lies what is smaller than ``grens``, or not larger if it is ``ook`` below
    the cut itself. ``slot``: a test in the plan that stands here."""

    grens: Fraction
    ook: bool
    slot: int

    @property
    def plek(self) -> tuple[Fraction, bool]:
        return self.grens, self.ook


@dataclass(frozen=True, slots=True)
class Rij:
    """A row that may apply. ``zeker``: it does, nothing else is asked."""

    nummer: int
    zeker: bool


@dataclass(frozen=True, slots=True)
class Trap:
    """The rows of one choice by the number in step ``slot``. ``treden``: between the cuts, the
    rows that may apply there; always one more than there are cuts."""

    slot: int
    sneden: tuple[Snede, ...]
    treden: tuple[tuple[Rij, ...], ...]

    def trede(self, getal: Fraction) -> int:
        """Between which cuts a number lies."""
        laag, hoog = 0, len(self.sneden)
        teller, noemer = getal.numerator, getal.denominator
        while laag < hoog:
            midden = (laag + hoog) // 2
            snede = self.sneden[midden]
            links, rechts = teller * snede.grens.denominator, snede.grens.numerator * noemer
            if links < rechts or (snede.ook and links == rechts):
                hoog = midden
            else:
                laag = midden + 1
        return laag


def traps(plan: GroundPlan) -> Mapping[int, Trap]:
    """The choices of a plan that go by the size of one number, by their step."""
    gevonden = {
        slot: trap
        for slot, step in enumerate(plan.steps)
        if step.op is Op.KIES and len(step.args) // 2 >= MINSTENS
        if (trap := _trap(plan.steps, step)) is not None
    }
    return MappingProxyType(gevonden)


@dataclass(frozen=True, slots=True)
class _Test:
    """A number against a constant, with the number on the left."""

    getal: int
    teken: str
    grens: Fraction
    slot: int


@dataclass(frozen=True, slots=True)
class _Bereik:
    """Where a row can apply: above ``van`` and below ``tot``; None: no limit on that side.
    ``zeker``: nothing else is asked."""

    van: Snede | None
    tot: Snede | None
    zeker: bool


def _trap(steps: Sequence[Step], kies: Step) -> Trap | None:
    voorwaarden = kies.args[: len(kies.args) // 2 * 2 : 2]
    eerste = next(iter(_tests(steps, voorwaarden[0])[0]), None)
    if eerste is None:
        return None
    bereiken = [_bereik(steps, slot, eerste.getal) for slot in voorwaarden]
    if all(b.van is None and b.tot is None for b in bereiken[1:]):
        return None
    gezien: dict[tuple[Fraction, bool], Snede] = {}
    for bereik in bereiken:
        for snede in (bereik.tot, bereik.van):
            if snede is not None:
                gezien.setdefault(snede.plek, snede)
    sneden = [gezien[plek] for plek in sorted(gezien)]
    plekken = [snede.plek for snede in sneden]
    treden: list[list[Rij]] = [[] for _ in range(len(sneden) + 1)]
    for nummer, bereik in enumerate(bereiken):
        van = 0 if bereik.van is None else bisect_right(plekken, bereik.van.plek)
        tot = len(sneden) if bereik.tot is None else bisect_right(plekken, bereik.tot.plek) - 1
        for trede in range(van, tot + 1):
            treden[trede].append(Rij(nummer, bereik.zeker))
    return Trap(eerste.getal, *_zonder_dubbele(sneden, treden))


def _zonder_dubbele(
    sneden: Sequence[Snede], treden: Sequence[Sequence[Rij]]
) -> tuple[tuple[Snede, ...], tuple[tuple[Rij, ...], ...]]:
    """Without the cuts that have the same rows on both sides."""
    blijft = [i for i in range(len(sneden)) if treden[i] != treden[i + 1]]
    return (
        tuple([sneden[i] for i in blijft]),
        (tuple(treden[0]), *[tuple(treden[i + 1]) for i in blijft]),
    )


def _bereik(steps: Sequence[Step], slot: int, getal: int) -> _Bereik:
    """The limits that a condition sets to a number before it asks anything else."""
    tests, alles = _tests(steps, slot)
    van: Snede | None = None
    tot: Snede | None = None
    for nummer, test in enumerate(tests):
        if test.getal != getal:
            alles = False
            tests = tests[:nummer]
            break
    for test in tests:
        if test.teken in (">", ">=", "="):
            snede = Snede(test.grens, test.teken == ">", test.slot)
            van = snede if van is None else max(van, snede)
        if test.teken in ("<", "<=", "="):
            snede = Snede(test.grens, test.teken != "<", test.slot)
            tot = snede if tot is None else min(tot, snede)
    return _Bereik(van, tot, alles)


def _tests(steps: Sequence[Step], slot: int) -> tuple[list[_Test], bool]:
    """The tests of numbers against constants with which a condition begins; and whether there
    is nothing else in it."""
    step = steps[slot]
    delen: Sequence[int] = (slot,)
    if step.op is Op.TEL:
        if step.par.soort != "alle" or not step.par.geordend:
            return [], False
        delen = step.args
    tests: list[_Test] = []
    for deel in delen:
        test = _test(steps, deel)
        if test is None:
            return tests, False
        tests.append(test)
    return tests, True


def _test(steps: Sequence[Step], slot: int) -> _Test | None:
    step = steps[slot]
    if step.op is not Op.VERGELIJK or step.par.soort != "getal":
        return None
    if step.par.teken not in _OMGEKEERD:
        return None
    for kant, teken in ((1, step.par.teken), (0, _OMGEKEERD[step.par.teken])):
        constante = steps[step.args[kant]]
        if constante.op is Op.CONSTANTE and isinstance(constante.par, Fraction):
            return _Test(step.args[1 - kant], teken, constante.par, slot)
    return None
