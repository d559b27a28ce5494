"""All exact sweeps of one examination: each citizen along each axis that matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.burgers.vormen import Domein, domeinen, rooster
from wetsanalyse.analyses.verlopen.invulling import voor_persoon
from wetsanalyse.analyses.verlopen.maanden import maandvragen
from wetsanalyse.analyses.verlopen.positie import NETTO, uitkomstvragen
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.model import Attribuut, Evenredigheidsnorm
from wetsanalyse.model.terms import Lees, Term
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel, Op
from wetsanalyse.run.exact import Waarde, uitkomst
from wetsanalyse.run.scenarios import geval
from wetsanalyse.run.sweep import As, Verloop, sweep
from wetsanalyse.run.verloop import geval_op

Voortgang = Callable[[int, int], None]
HOOGSTENS = 120
"""The default budget: so many sweeps of the net position."""
PER_VERLOOP = 5_000
"""So many runs for one course at the most: no law of ours needs a quarter of it, but one that
looks at the day of the week changes its path almost every day."""
MINSTENS, DEEL = 64, 4
"""Of what is left for all sweeps one gets at most a fourth part, and at least so many runs."""


@dataclass(frozen=True)
class Veeg:
    """One citizen, one axis: the course of the net position."""

    plan: Plan = field(repr=False)
    grond: GroundPlan = field(repr=False)
    casus: Casus
    object: str
    attribuut: str
    domein: Domein
    as_: As
    netto: Verloop = field(repr=False)
    hoogstens: int = PER_VERLOOP
    """After so many runs of one course what is left of the axis is only searched."""

    def waarde(self, x: int) -> Fraction:
        """Place x on the axis, in the unit of the attribute."""
        return x * self.as_.eenheid

    @property
    def as_attribuut(self) -> Attribuut:
        """The attribute that the axis is (a cell of)."""
        objecttype = self.casus.huishouden.typen[self.object]
        lid = lid_van(self.plan.model, objecttype, self.attribuut)
        assert isinstance(lid, Attribuut)
        return lid

    def uitkomst(self, vraag: str, x: int) -> Waarde | None:
        """The answer to another question at one place."""
        doel = self.grond.vragen[vraag]
        return uitkomst(self.grond, geval_op(self.netto.geval, self.as_, x), doel)

    def verloop(self, vraag: str) -> Verloop:
        """The course of another question along the same axis."""
        doel = self.grond.vragen[vraag]
        return sweep(self.grond, self.netto.geval, self.as_, doel, evaluaties=self.hoogstens)


@dataclass(frozen=True, slots=True)
class Opdracht:
    """A sweep to be done."""

    casus: Casus
    grond: GroundPlan = field(repr=False)
    object: str
    attribuut: str
    domein: Domein

    def op(self, casus: Casus) -> Opdracht:
        """The same axis for another citizen of the same kind of household."""
        return replace(self, casus=casus)


def normvraag(norm: Evenredigheidsnorm, welk: str, naam: str) -> str:
    return f"norm:{norm.naam}:{welk}:{naam}"


def vragen(plan: Plan, huishouden: Huishouden, vanaf: date | None = None) -> dict[str, Term]:
    """What the plan is asked: the outcomes, what is left of each month, and both sides of each
    norm for each person. ``vanaf``: where the window begins, if not on the rekendatum."""
    gevonden = uitkomstvragen(plan.model, huishouden, vanaf)
    gevonden |= maandvragen(plan.model, huishouden, vanaf)
    for norm in plan.model.normen:
        for welk, lees in (("gevolg", norm.gevolg), ("tekortkoming", norm.tekortkoming)):
            if lees is None:
                continue
            for naam in personen(lees, huishouden):
                soort = _wortel(lees)
                gevonden[normvraag(norm, welk, naam)] = voor_persoon(lees, naam, soort)
    return gevonden


def _wortel(lees: Lees) -> str:
    """The objecttype that the chain of a norm starts from."""
    term: Any = lees.object
    while hasattr(term, "van"):
        term = term.van
    return str(term.objecttype)


def personen(lees: Lees, huishouden: Huishouden) -> list[str]:
    return [naam for naam, t in huishouden.objecten if t == _wortel(lees)]


def opdrachten(plan: Plan, burgers: Sequence[Casus], hoogstens: int = HOOGSTENS) -> list[Opdracht]:
    """The sweeps to do, each once: citizens that differ only on the axis give the same one."""
    gronden: dict[Huishouden, GroundPlan] = {}
    bereik = domeinen(plan)
    gezien: set[Any] = set()
    gevonden: list[Opdracht] = []
    for casus in burgers:
        grond = gronden.get(casus.huishouden)
        if grond is None:
            grond = gronden[casus.huishouden] = ground(
                plan, casus.huishouden, vragen(plan, casus.huishouden)
            )
        raakt = invoer_van(grond, grond.vragen[NETTO])
        for naam, objecttype in casus.huishouden.objecten:
            for (eigenaar, attribuut), domein in bereik.items():
                sleutel = (naam, attribuut)
                if eigenaar != objecttype or InvoerSleutel(*sleutel) not in raakt:
                    continue
                rest = {k: str(v) for k, v in casus.invoer.items() if k != sleutel}
                id_ = (casus.huishouden, sleutel, tuple(sorted(rest.items())))
                if id_ not in gezien:
                    gezien.add(id_)
                    gevonden.append(Opdracht(casus, grond, naam, attribuut, domein))
    return _eerlijk_verdeeld(gevonden, hoogstens)


def _eerlijk_verdeeld(lijst: list[Opdracht], hoogstens: int) -> list[Opdracht]:
    """Within the budget, each household shape and axis gets its turn; the order stays."""
    if len(lijst) <= hoogstens:
        return lijst
    beurt: dict[Any, int] = {}
    ronden: list[tuple[int, int]] = []
    for plaats, o in enumerate(lijst):
        sleutel = (o.casus.huishouden, o.object, o.attribuut)
        beurt[sleutel] = beurt.get(sleutel, 0) + 1
        ronden.append((beurt[sleutel], plaats))
    gekozen = sorted(plaats for _, plaats in sorted(ronden)[:hoogstens])
    return [lijst[plaats] for plaats in gekozen]


def invoer_van(grond: GroundPlan, doel: int) -> frozenset[InvoerSleutel]:
    """The inputs on which a step can depend at all."""
    gezien: set[int] = set()
    stapel = [doel]
    while stapel:
        slot = stapel.pop()
        if slot not in gezien:
            gezien.add(slot)
            stapel += grond.steps[slot].args
    return frozenset(grond.steps[slot].par for slot in gezien if grond.steps[slot].op is Op.INVOER)


def veeg_van(plan: Plan, opdracht: Opdracht, hoogstens: int = PER_VERLOOP) -> Veeg | None:
    """Do one sweep; None: the axis has only one place. ``hoogstens``: so many runs."""
    bereik = opdracht.domein.bereik
    laag, hoog = rooster(bereik)
    if laag >= hoog:
        return None
    sleutel = InvoerSleutel(opdracht.object, opdracht.attribuut)
    as_ = As(sleutel, laag, hoog, bereik.per)
    doel = opdracht.grond.vragen[NETTO]
    netto = sweep(opdracht.grond, geval(plan, opdracht.casus), as_, doel, evaluaties=hoogstens)
    return Veeg(
        plan, opdracht.grond, opdracht.casus, opdracht.object, opdracht.attribuut,
        opdracht.domein, as_, netto, hoogstens,
    )  # fmt: skip


def vegen(
    plan: Plan,
    lijst: Sequence[Opdracht],
    voortgang: Voortgang,
    evaluaties: int = DEEL * PER_VERLOOP,
) -> Iterator[Veeg]:
    """Do the sweeps, one by one, so that what was found so far can be kept. ``evaluaties``: about
    so many runs for all of them."""
    for nummer, opdracht in enumerate(lijst):
        voortgang(nummer, len(lijst))
        veeg = veeg_van(plan, opdracht, min(PER_VERLOOP, max(MINSTENS, evaluaties // DEEL)))
        if veeg is not None:
            evaluaties -= veeg.netto.evaluaties
            yield veeg
    voortgang(len(lijst), len(lijst))
