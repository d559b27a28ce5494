"""Two citizens who differ in one input: what differs between their runs, and which rules are to
blame for it. [hardheid 6.1]"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from typing import Any

from wetsanalyse.analyses.bevinding import Blaam, Verschil
from wetsanalyse.analyses.oorzaak.hardheidsproef import Hardheidsproef, Verlies
from wetsanalyse.analyses.verlopen.positie import NETTO, per_persoon
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.lezen_termen import gezet_door
from wetsanalyse.model.model import Vindplaats
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan, Op
from wetsanalyse.run.evaluator import NIET_BEREKEND, evalueer, programma
from wetsanalyse.run.exact import Geval, Uitslag, omgeving, ooit_waar, reken
from wetsanalyse.run.scenarios import geval

TESTEN = frozenset({Op.VERGELIJK, Op.IS_LEEG, Op.ELFPROEF, Op.CIJFERS, Op.OPEN_NORM})
KNIKKEN = frozenset({Op.AFRONDEN, Op.DEEL, Op.TIJDSDUUR, Op.DATUMDEEL})
STRAFSTAPPEN = frozenset({"boete", "verhoging van rechtswege", "terugvordering", "termijn"})
ALLE_SETS = 12
"""Up to so many adverse steps every minimal set is listed; above that, one."""


@dataclass(frozen=True)
class Tweeling:
    """Both runs in full, on one ground plan."""

    plan: Plan
    grond: GroundPlan = field(repr=False)
    burger: Casus
    buur: Casus
    uitslag_burger: Uitslag = field(repr=False)
    uitslag_buur: Uitslag = field(repr=False)

    def waarden(self, vraag: str) -> tuple[Any, Any]:
        slot = self.grond.vragen[vraag]
        return self.uitslag_burger.waarden[slot], self.uitslag_buur.waarden[slot]

    @property
    def verlies(self) -> Fraction:
        """What the citizen has less than the neighbour, in euro over the window."""
        burger, buur = self.waarden(NETTO)
        if isinstance(burger, Fraction) and isinstance(buur, Fraction):
            return buur - burger
        return Fraction(0)


def tweeling(plan: Plan, grond: GroundPlan, burger: Casus, buur: Casus) -> Tweeling:
    """Run both citizens, every step of the plan."""
    alles = range(len(grond.steps))
    een, ander = (reken(grond, geval(plan, c), alles) for c in (burger, buur))
    return Tweeling(plan, grond, burger, buur, een, ander)


def verschillen(t: Tweeling) -> tuple[Verschil, ...]:
    """Every outcome that counts, for both."""
    gevonden: list[Verschil] = []
    for naam, slot in t.grond.vragen.items():
        if naam.startswith("norm:"):
            continue
        burger, buur = t.uitslag_burger.waarden[slot], t.uitslag_buur.waarden[slot]
        eenheid = t.grond.steps[slot].type.eenheid
        gevonden.append(Verschil(naam, burger, buur, str(eenheid)))
    return tuple(gevonden)


def getroffenen(t: Tweeling) -> frozenset[str]:
    """The persons whose own outcome differs between the two."""
    return frozenset(
        naam
        for _, naam in per_persoon(t.plan.model, t.burger.huishouden)
        for v in verschillen(t)
        if v.naam.endswith(f" van {naam}") and v.burger != v.buur
    )


# ------------------------------------------------------------------ adverse steps


@dataclass(frozen=True, slots=True)
class Nadelig:
    """One adverse step: a rule that came out against the citizen and not against the
    neighbour, with what to hold at the neighbour's outcome."""

    regel: str
    vast: tuple[tuple[int, Any], ...]
    plaats: int


def nadelige_stappen(t: Tweeling, hard: Hardheidsproef) -> tuple[Nadelig, ...]:
    """The adverse steps between the two, nearest to the outcome first.

    They are the rules that declare a `stap` and came out differently. A recovery follows from
    what was decided before it, so where nothing else was declared, the rules with a test of
    their own stand in. Where that does not explain it, a rule that is declared adverse and bears
    more heavily on the citizen counts too. A step that only passes on what an earlier one did is
    left out."""
    verklaard, proef = _verklaard(t), _Proef(t, hard)
    zelfstandig = [s for s in verklaard if _stap(t, s) != "terugvordering"]
    stappen = _niet_doorgegeven(t, verklaard)
    if not zelfstandig or not proef.weg(stappen):
        stappen = _niet_doorgegeven(t, [*verklaard, *_eigen_testen(t)])
    if stappen and not proef.weg(stappen):
        besloten = _namen(t, stappen)
        zwaarder = [s for s in _zwaarder(t) if _naam(t, s) not in besloten]
        stappen = _niet_doorgegeven(t, [*stappen, *zwaarder])
    if not stappen:
        # Nothing was decided differently: a rounding or a division makes the step.
        stappen = _niet_doorgegeven(t, _anders_in(t, KNIKKEN))
    if not stappen:
        # Nothing bends either: the rules that give the outcomes make more or less of it.
        slots = ((k.regel, k.slot) for k, ooit in _alle_keuzes(t) if any(ooit) and _telt(t, k))
        stappen = _niet_doorgegeven(t, _gebundeld(t, slots))
    return tuple(sorted(stappen, key=lambda s: -s.plaats))


def _stap(t: Tweeling, nadelig: Nadelig) -> str | None:
    return t.plan.versies[nadelig.regel].herkomst.stap


def _op_pad(t: Tweeling) -> list[int]:
    doel = t.grond.vragen[NETTO]
    return sorted(t.uitslag_burger.gebruikt(doel) | t.uitslag_buur.gebruikt(doel))


@dataclass(frozen=True, slots=True)
class _Keuze:
    """A rule with a declared step that came out differently: the slot of what was chosen, that of
    the condition, and whether it fired otherwise (else it gave another result)."""

    regel: str
    slot: int
    voorwaarde: int
    anders: bool
    geraakt: bool
    """Whether it fired for the citizen who is hit."""


def _keuzes(t: Tweeling) -> Iterator[_Keuze]:
    """Declared steps that fired for one of the two only, and penalties, increases and recoveries
    with another result."""
    for keuze, ooit in _alle_keuzes(t):
        stap = t.plan.versies[keuze.regel].herkomst.stap
        if stap is not None and (keuze.anders or (stap in STRAFSTAPPEN and all(ooit))):
            yield keuze


def _onverklaard(t: Tweeling) -> Iterator[_Keuze]:
    """The rules that give an outcome itself and fired for one of the two only: what a text without
    a `stap` decides."""
    yield from (k for k, _ in _alle_keuzes(t) if k.anders and _telt(t, k))


def _telt(t: Tweeling, keuze: _Keuze) -> bool:
    """Whether its rule gives something that `Uitkomst` lists as gained or lost."""
    telt = {
        (lees.object.objecttype, lees.eigenschap)
        for u in t.plan.model.uitkomsten
        for lees in (*u.voordelen, *u.nadelen)
    }
    return bool(telt & set(gezet_door(t.plan.versies[keuze.regel])))


def _alle_keuzes(t: Tweeling) -> Iterator[tuple[_Keuze, list[bool]]]:
    """Every rule at a choice that came out differently, with whether it ever fired for each."""
    for slot in _op_pad(t):
        step = t.grond.steps[slot]
        een, ander = t.uitslag_burger.waarden[slot], t.uitslag_buur.waarden[slot]
        if step.op is not Op.KIES or een == ander:
            continue
        for n, regel in enumerate(step.par.regels):
            voorwaarde = step.args[2 * n]
            vuurt = [u.waarden[voorwaarde] for u in (t.uitslag_burger, t.uitslag_buur)]
            ooit = [ooit_waar(v) for v in vuurt]
            # Over time: it may fire for both, on other days.
            anders = any(ooit) and vuurt[0] != vuurt[1]
            yield _Keuze(regel, slot, voorwaarde, anders, ooit[0]), ooit


def _verklaard(t: Tweeling) -> list[Nadelig]:
    """The declared steps, each held at what the neighbour gets. Of the rows of one table it is the
    row of the citizen who is hit, where there is one, and not the row that the neighbour has."""
    keuzes = list(_keuzes(t))
    eigen_rij = {(k.slot, t.plan.versies[k.regel].regel) for k in keuzes if k.geraakt}
    return _gebundeld(
        t,
        (
            (k.regel, k.slot)
            for k in keuzes
            if k.geraakt
            or t.plan.versies[k.regel].rij is None
            or (k.slot, t.plan.versies[k.regel].regel) not in eigen_rij
        ),
    )


def _besluiten(t: Tweeling) -> list[Nadelig]:
    """The declared steps (where nothing is declared: the outcomes themselves), each held at whether
    it fires for the neighbour: the amount is then that of the citizen. A condition on which more
    rests is not held: that would settle the rest too."""
    lezers = Counter(arg for step in t.grond.steps for arg in set(step.args))
    return _gebundeld(
        t,
        (
            (k.regel, k.voorwaarde if k.anders and lezers[k.voorwaarde] == 1 else k.slot)
            for k in (list(_keuzes(t)) or _onverklaard(t))
        ),
    )


def _gebundeld(t: Tweeling, slots: Iterable[tuple[str, int]]) -> list[Nadelig]:
    """Per rule: its slots with the neighbour's values."""
    gevonden: dict[str, list[tuple[int, Any]]] = {}
    for regel, slot in slots:
        gevonden.setdefault(regel, []).append((slot, t.uitslag_buur.waarden[slot]))
    return [Nadelig(r, tuple(v), max(s for s, _ in v)) for r, v in gevonden.items()]


def _eigen_testen(t: Tweeling) -> list[Nadelig]:
    """The rules on either path with a test of their own that came out differently."""
    return _anders_in(t, TESTEN)


def _anders_in(t: Tweeling, ops: frozenset[Op]) -> list[Nadelig]:
    """The rules on either path with a step of these kinds that came out differently."""
    anders = (
        (step.regel, slot)
        for slot in _op_pad(t)
        if (step := t.grond.steps[slot]).op in ops
        and step.regel is not None
        and t.uitslag_burger.waarden[slot] != t.uitslag_buur.waarden[slot]
    )
    return _gebundeld(t, anders)


def _niet_doorgegeven(t: Tweeling, stappen: Sequence[Nadelig]) -> list[Nadelig]:
    """From the inputs to the outcome: leave out what is as at the neighbour's once the earlier
    steps are held there."""
    proef = _Proef(t, Verlies(Fraction(0)))
    over: list[Nadelig] = []
    for stap in sorted(stappen, key=lambda s: s.plaats):
        straf = _stap(t, stap) in STRAFSTAPPEN
        if straf or not over or proef.verschilt(stap, over):
            over.append(stap)
    return over


# ------------------------------------------------------------------ each step by itself


@dataclass(frozen=True, slots=True)
class Deel:
    """One rule that came out differently: what is lost when only it does, and what is still lost
    without it."""

    regel: str
    alleen: Fraction
    zonder: Fraction


@dataclass(frozen=True, slots=True)
class Samenstel:
    """The loss between the two, and the rules that it is made of, from the inputs on."""

    samen: Fraction
    delen: tuple[Deel, ...]


def samenstel(t: Tweeling) -> Samenstel | None:
    """Each rule with a step or a test that came out differently, by itself and left out. The rows
    of a table are one rule. None: nothing was decided differently, or it cannot be computed."""
    proef = _Proef(t, Verlies(Fraction(0)))
    doel = t.grond.vragen[NETTO]
    buur = t.uitslag_buur.waarden[doel]

    def verlies(vast: Sequence[Nadelig]) -> Fraction | None:
        burger = proef.met(vast, (doel,))[0]
        geldig = isinstance(burger, Fraction) and isinstance(buur, Fraction)
        return buur - burger if geldig else None

    # A test that works by way of declared steps alone is the one fact that sets them off.
    besluiten = _besluiten(t)
    eigen_testen = [s for s in _eigen_testen(t) if _naam(t, s) not in _namen(t, besluiten)]
    alles_besloten = verlies(besluiten)
    los = [s for s in eigen_testen if alles_besloten and verlies([*besluiten, s]) != alles_besloten]
    per_regel = _per_regel(t, [*besluiten, *los])
    # What only passes on what another step decided costs nothing with that step held.
    besloten = {_naam(t, s) for lijst in per_regel.values() for s in lijst}
    verder = _per_regel(t, [s for s in _zwaarder(t) if _naam(t, s) not in besloten])
    for regel, eigen in verder.items():
        if verlies(_behalve(regel, {**verder, **per_regel})):
            per_regel[regel] = eigen
    delen: list[Deel] = []
    for regel, eigen in per_regel.items():
        alleen, zonder = verlies(_behalve(regel, per_regel)), verlies(eigen)
        if alleen is None or zonder is None:
            return None
        delen.append(Deel(regel, alleen, zonder))
    return Samenstel(t.verlies, tuple(delen)) if delen else None


def _zwaarder(t: Tweeling) -> list[Nadelig]:
    """Rules that are declared adverse and gave both of them something, but not the same."""
    return _gebundeld(
        t,
        (
            (regel, slot)
            for slot in _op_pad(t)
            if (step := t.grond.steps[slot]).op is Op.KIES
            and t.uitslag_burger.waarden[slot] != t.uitslag_buur.waarden[slot]
            for regel in step.par.regels
            if t.plan.versies[regel].herkomst.richting == "nadelig"
        ),
    )


def _namen(t: Tweeling, stappen: Iterable[Nadelig]) -> frozenset[str]:
    return frozenset(_naam(t, s) for s in stappen)


def _naam(t: Tweeling, stap: Nadelig) -> str:
    return t.plan.versies[stap.regel].regel


def _per_regel(t: Tweeling, stappen: Iterable[Nadelig]) -> dict[str, list[Nadelig]]:
    """From the inputs on. Rules that set the same thing are one decision: held apart, both would
    set it."""
    gevonden: dict[str, list[Nadelig]] = {}
    eerste: dict[Any, str] = {}
    for stap in sorted(stappen, key=lambda s: s.plaats):
        naam = _naam(t, stap)
        doel = frozenset(gezet_door(t.plan.versies[stap.regel]))
        gevonden.setdefault(eerste.setdefault(doel or naam, naam), []).append(stap)
    return gevonden


def _behalve(regel: str, per_regel: Mapping[str, Sequence[Nadelig]]) -> list[Nadelig]:
    return [s for naam, lijst in per_regel.items() if naam != regel for s in lijst]


# ------------------------------------------------------------------ blame


def blaamsets(t: Tweeling, hard: Hardheidsproef) -> tuple[tuple[Blaam, ...], bool]:
    """The minimal sets of adverse steps without which it is not harsh, and
    whether these are all of them. Empty: even without all of them it is harsh (the model lacks
    the cause). Found by leaving out and running again."""
    stappen = nadelige_stappen(t, hard)
    proef = _Proef(t, hard)
    if not stappen or not proef.weg(stappen):
        return (), True
    eerste = _een_set(proef, stappen)
    if len(stappen) > ALLE_SETS:
        return (blaam(t.plan, [s.regel for s in eerste]),), False
    gevonden: list[tuple[Nadelig, ...]] = [eerste]
    for grootte in range(1, len(stappen) + 1):
        for keuze in combinations(stappen, grootte):
            al = any(set(g) <= set(keuze) for g in gevonden)
            if not al and proef.weg(keuze):
                gevonden.append(keuze)
    # The smallest first; among equals the one nearest to the cause.
    gevonden.sort(key=lambda g: (len(g), max(s.plaats for s in g)))
    return tuple(blaam(t.plan, [s.regel for s in g]) for g in gevonden), True


def _een_set(proef: _Proef, stappen: Sequence[Nadelig]) -> tuple[Nadelig, ...]:
    """Deletion: put back step by step, nearest to the outcome first; what may stay back, stays."""
    over = list(stappen)
    for stap in stappen:
        zonder = [s for s in over if s is not stap]
        if zonder and proef.weg(zonder):
            over = zonder
    return tuple(over)


class _Proef:
    """Runs the citizen again with some steps held at the neighbour's outcome."""

    def __init__(self, t: Tweeling, hard: Hardheidsproef) -> None:
        self.t, self.hard = t, hard
        self.prog = programma(t.grond)
        self.geval: Geval = geval(t.plan, t.burger)
        self.om = omgeving(t.grond, self.geval)
        self.doelen = tuple(t.grond.vragen[v] for v in hard.vragen)

    def met(self, stappen: Sequence[Nadelig], doelen: Sequence[int]) -> list[Any]:
        """The values of some steps when others are held at the neighbour's."""
        bekend: list[Any] = [NIET_BEREKEND] * len(self.t.grond.steps)
        for stap in stappen:
            for slot, waarde in stap.vast:
                bekend[slot] = waarde
        waarden = evalueer(self.prog, self.om, doelen, bekend)
        return [waarden[doel] for doel in doelen]

    def verschilt(self, stap: Nadelig, vast: Sequence[Nadelig]) -> bool:
        slots = [slot for slot, _ in stap.vast]
        waarden = self.met(vast, slots)
        return any(w != buur for w, (_, buur) in zip(waarden, stap.vast, strict=True))

    def weg(self, stappen: Sequence[Nadelig]) -> bool:
        """Whether the harsh outcome is gone."""
        burger = self.met(stappen, self.doelen)
        buur = [self.t.uitslag_buur.waarden[doel] for doel in self.doelen]
        return not self.hard.is_hard(burger, buur)


def blaam(plan: Plan, regels: Sequence[str]) -> Blaam:
    """These steps together, with where they stand."""
    plaatsen: list[Vindplaats] = []
    for regel in regels:
        plaatsen += [b for b in plan.versies[regel].herkomst.bronnen if b not in plaatsen]
    return Blaam(tuple(regels), tuple(plaatsen))


def omgeslagen(t: Tweeling, regels: Sequence[str]) -> tuple[int, ...]:
    """The tests in these rules that came out differently, each place in the text once. The rows
    of a decision table are one thing: they give none."""
    per_plaats: dict[Any, int] = {}
    for slot in _op_pad(t):
        step = t.grond.steps[slot]
        if step.op not in TESTEN or step.regel not in regels or step.span is None:
            continue
        anders = t.uitslag_burger.waarden[slot] != t.uitslag_buur.waarden[slot]
        if anders and t.plan.versies[step.regel or ""].rij is None:
            per_plaats.setdefault((step.span.source.pad, step.span.start), slot)
    return tuple(per_plaats[p] for p in sorted(per_plaats))


def directheid(t: Tweeling, regels: Sequence[str]) -> int:
    """How many steps carry the difference from the axis to the test that splits the two: the
    fewer, the more the rule is about this axis."""
    gevonden = [len(t.grond.steps)]
    for slot in _op_pad(t):
        step = t.grond.steps[slot]
        een, ander = t.uitslag_burger.waarden[slot], t.uitslag_buur.waarden[slot]
        if step.op in TESTEN and step.regel in regels and een != ander:
            mee = t.uitslag_burger.gebruikt(slot) | t.uitslag_buur.gebruikt(slot)
            gevonden.append(
                sum(t.uitslag_burger.waarden[s] != t.uitslag_buur.waarden[s] for s in mee)
            )
    return min(gevonden)


def doorlopen_regels(t: Tweeling) -> Iterator[str]:
    """The rules on the path of the citizen, in the order in which they were computed."""
    gezien: set[str] = set()
    for slot in sorted(t.uitslag_burger.gebruikt(t.grond.vragen[NETTO])):
        regel = t.grond.steps[slot].regel
        if regel is not None and regel not in gezien:
            gezien.add(regel)
            yield regel
