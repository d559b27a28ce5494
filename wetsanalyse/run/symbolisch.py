"""The plan run with a citizen who is not known yet: what the solver is asked about.

What does not depend on a free input is run exactly, so every operation may stand there. The rest
goes through the table of `symbolisch_ops`. A step that cannot is passed over in silence, until
something needs it: then the answer says which rule can only be run exactly, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial
from typing import Any

from wetsanalyse.plan.ops import Fout, GroundPlan, InvoerSleutel, Leeg, OordeelSleutel, Op, Step
from wetsanalyse.run.evaluator import evalueer, programma
from wetsanalyse.run.exact import Geval, omgeving
from wetsanalyse.run.sweep import sweep
from wetsanalyse.run.symbolisch_getal import op_rooster
from wetsanalyse.run.symbolisch_ops import voer_uit
from wetsanalyse.run.symbolisch_termen import (
    Formule,
    Term,
    en,
    gelijk,
    kleiner,
    niet,
    of,
    of_alle,
    onbekende,
    onbekende_waarheid,
)
from wetsanalyse.run.symbolisch_trap import boom
from wetsanalyse.run.symbolisch_waarde import AlleenExact, Symbool, bekend, getal_, waarheid
from wetsanalyse.run.verloop import As, Stuk

Gegeven = Fraction | bool | str


@dataclass(frozen=True, slots=True)
class Vrij:
    """An input that the solver may choose. Numbers and dates: ``van`` to ``tot`` in whole steps of
    ``per``; otherwise one of the ``waarden`` (True and False, or those of an enumeration)."""

    van: int = 0
    tot: int = 0
    per: Fraction = Fraction(1)
    waarden: tuple[bool | str, ...] = ()


WAAR_OF_NIET = Vrij(waarden=(True, False))


@dataclass(frozen=True)
class Onbekende:
    """One free input of one citizen, as a value of the run, and how to read what was chosen."""

    naam: str
    vrij: Vrij
    term: Term = field(repr=False)
    symbool: Symbool = field(repr=False)
    eis: Formule = field(repr=False)

    def gekozen(self, gevonden: Mapping[str, int | bool]) -> Gegeven:
        """What the solver chose; where it did not care, the first that is allowed."""
        if self.vrij.waarden == (True, False):
            return bool(gevonden.get(self.naam, False))
        nummer = int(gevonden.get(self.naam, self.vrij.van))
        return self.vrij.waarden[nummer] if self.vrij.waarden else nummer * self.vrij.per

    def nummer(self, waarde: Gegeven) -> int | bool:
        """The other way round: what the solver would have had to choose."""
        if isinstance(waarde, bool):
            return waarde
        if isinstance(waarde, str):
            return self.vrij.waarden.index(waarde)
        return int(waarde / self.vrij.per)


def onbekende_invoer(naam: str, vrij: Vrij) -> Onbekende:
    if vrij.waarden == (True, False):
        b = onbekende_waarheid(naam)
        return Onbekende(naam, vrij, b, waarheid(b), True)
    x = onbekende(naam)
    if vrij.waarden:
        tekst = tuple((gelijk(x, n), str(w)) for n, w in enumerate(vrij.waarden))
        eis = of(*(c for c, _ in tekst))
        return Onbekende(naam, vrij, x, Symbool("tekst", tekst), eis)
    eis = en(niet(kleiner(x, vrij.van)), niet(kleiner(vrij.tot, x)))
    getal = op_rooster(x, vrij.van, vrij.tot, vrij.per)
    return Onbekende(naam, vrij, x, getal_(getal), eis)


def naast(een: Onbekende, verder: int) -> Onbekende:
    """The same number so many steps further, of another citizen; it asks nothing of its own."""
    vrij = replace(een.vrij, van=een.vrij.van + verder, tot=een.vrij.tot + verder)
    x = een.term + verder
    getal = op_rooster(x, vrij.van, vrij.tot, vrij.per)
    return Onbekende(een.naam, vrij, x, getal_(getal), True)


# ------------------------------------------------------------------ the run


@dataclass(frozen=True)
class Burger:
    """A citizen: what is fixed, and what is free."""

    vast: Geval
    vrij: Mapping[InvoerSleutel, Onbekende]
    oordelen: Mapping[OordeelSleutel, Formule] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Gestrand:
    """A step that the solver cannot look into. ``slot``: where it began."""

    reden: str
    slot: int


class _Bij(AlleenExact):
    """Passes on where it began."""

    def __init__(self, gestrand: _Gestrand) -> None:
        super().__init__(gestrand.reden)
        self.gestrand = gestrand


def vertaal(plan: GroundPlan, burger: Burger, doelen: Sequence[int]) -> tuple[Symbool, ...]:
    """The values of these steps. `AlleenExact` if one of them cannot be looked into."""
    nodig = kegel(plan, doelen)
    beweegt = _beweegt(plan, burger, nodig)
    stil = [slot for slot in nodig if slot not in beweegt]
    exact = evalueer(programma(plan), omgeving(plan, burger.vast), stil)
    waarden: dict[int, Symbool | _Gestrand] = {}

    def arg(slot: int) -> Symbool:
        waarde = waarden.get(slot)
        if waarde is None:
            waarde = waarden[slot] = _stil(exact[slot], slot)
        if isinstance(waarde, _Gestrand):
            raise _Bij(waarde)
        return waarde

    for slot in nodig:
        if slot in beweegt:
            tabel = _tabel(plan, burger, slot, beweegt[slot])
            waarden[slot] = tabel or _stap(plan.steps[slot], slot, burger, arg)
    try:
        return tuple(arg(doel) for doel in doelen)
    except _Bij as e:
        raise AlleenExact(_zin(plan, e.gestrand)) from e


def _stil(waarde: Any, slot: int) -> Symbool | _Gestrand:
    try:
        return bekend(waarde)
    except AlleenExact as e:
        return _Gestrand(str(e), slot)


def _stap(
    step: Step, slot: int, burger: Burger, arg: Callable[[int], Symbool]
) -> Symbool | _Gestrand:
    if step.op is Op.INVOER:
        return burger.vrij[step.par].symbool
    if step.op is Op.OPEN_NORM:
        return waarheid(burger.oordelen[step.par])
    try:
        return voer_uit(step.op, step.par, [partial(arg, a) for a in step.args])
    except _Bij as e:
        return e.gestrand
    except AlleenExact as e:
        return _Gestrand(str(e), slot)


def kegel(plan: GroundPlan, doelen: Sequence[int]) -> list[int]:
    """All steps on which these can depend, in order."""
    gezien: set[int] = set()
    stapel = list(doelen)
    while stapel:
        slot = stapel.pop()
        if slot not in gezien:
            gezien.add(slot)
            stapel += plan.steps[slot].args
    return sorted(gezien)


Vrijen = frozenset[InvoerSleutel | OordeelSleutel]


def _beweegt(plan: GroundPlan, burger: Burger, nodig: Sequence[int]) -> dict[int, Vrijen]:
    """The steps that depend on something free, and on what."""
    beweegt: dict[int, Vrijen] = {}
    for slot in nodig:
        step = plan.steps[slot]
        vrijen = frozenset().union(*(beweegt.get(a, frozenset()) for a in step.args))
        if step.op in (Op.INVOER, Op.OPEN_NORM):
            vrijen = frozenset({step.par} & (burger.vrij.keys() | burger.oordelen.keys()))
        if vrijen:
            beweegt[slot] = vrijen
    return beweegt


VEEL = 8
"""A choice between so many rules is a table of the law."""


def _tabel(plan: GroundPlan, burger: Burger, slot: int, vrijen: Vrijen) -> Symbool | None:
    """A table over one number, swept: its steps as they are, instead of the tests of its rows."""
    if plan.steps[slot].op is not Op.KIES or len(plan.steps[slot].args) < 2 * VEEL:
        return None
    if len(vrijen) > 1 or not isinstance(sleutel := next(iter(vrijen)), InvoerSleutel):
        return None
    onbekende_ = burger.vrij[sleutel]
    vrij = onbekende_.vrij
    if vrij.waarden:
        return None
    verloop = sweep(plan, burger.vast, As(sleutel, vrij.van, vrij.tot, vrij.per), slot)
    stukken = verloop.stukken
    if not all(_vlak(s) for s in stukken):
        return None
    x = onbekende_.term

    def waar(soort: type) -> Formule:
        """On which pieces."""
        return of_alle(
            en(niet(kleiner(x, s.van)), niet(kleiner(s.tot, x)))
            for s in stukken
            if isinstance(s.waarde_van, soort)
        )

    def getal(s: Stuk) -> Fraction:
        return s.waarde_van if isinstance(s.waarde_van, Fraction) else Fraction(0)

    inhoud = boom(x, [(s.van, getal(s)) for s in stukken])
    return getal_(inhoud, leeg=waar(Leeg), fout=waar(Fout))


def _vlak(stuk: Stuk) -> bool:
    """One number, or leeg, or a fault, on the whole of it for certain."""
    if stuk.garantie != "exact":
        return False
    if isinstance(stuk.waarde_van, Fraction):
        return stuk.richting == 0
    return isinstance(stuk.waarde_van, Fout | Leeg)


def _zin(plan: GroundPlan, gestrand: _Gestrand) -> str:
    step = plan.steps[gestrand.slot]
    waar = f"Regel {step.regel}" if step.regel else (step.label or "een stap")
    return f"{waar} draait alleen exact: {gestrand.reden}."
