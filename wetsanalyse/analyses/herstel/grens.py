"""The comparison that splits the two citizens, and what it decides about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from typing import Any

from wetsanalyse.analyses.geschiedenis.historie import BURGER
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk
from wetsanalyse.analyses.herstel.boom import HOOGSTENS, MINSTENS, OMGEKEERD, doorsnede
from wetsanalyse.analyses.oorzaak.tweeling import omgeslagen
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.lezen_termen import Eigenschap
from wetsanalyse.model.model import Attribuut, Regelversie
from wetsanalyse.model.types import Type
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import Op
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.doorloop import doorloop
from wetsanalyse.syntax.woorden import sleutel

NIET_EIGEN = (
    "dit helpt alleen wie de dag zelf in de hand heeft; de wet zegt niet dat dat hier zo is"
)


@dataclass(frozen=True)
class Stand:
    """A rule version, in the model and as it is written."""

    versie: Regelversie = field(repr=False)
    regel: t.Regel = field(repr=False)
    tekst: t.Regelversie = field(repr=False)


@dataclass(frozen=True)
class Grens:
    """``goed``: the outcome of ``vergelijking`` for who is not hit; ``poort``: the property that
    the rules with it give; ``standen``: all of those rules, with each its own comparison."""

    aanleiding: Aanleiding = field(repr=False)
    vergelijking: t.Vergelijking
    goed: bool
    poort: Eigenschap
    standen: tuple[tuple[Stand, t.Vergelijking], ...]
    maat: Type
    """Of the quantity that is compared."""

    @property
    def plan(self) -> Plan:
        return self.aanleiding.plan

    @property
    def woord(self) -> t.Vergelijkwoord:
        """The comparison as it holds for who is not hit."""
        w = self.vergelijking.woord
        return w if self.goed else OMGEKEERD[w]

    @property
    def bovengrens(self) -> bool:
        """Whether the left side may not be too much (else: not too little)."""
        return self.woord in HOOGSTENS

    def gehouden(self, conditie: t.Conditie) -> bool | None:
        """What a condition is while the border is held on the good side; None: it is not the
        border."""
        if not isinstance(conditie, t.Vergelijking):
            return None
        if any((conditie.links, conditie.rechts) == (v.links, v.rechts) for _, v in self.standen):
            if conditie.woord == self.vergelijking.woord:
                return self.goed
            if conditie.woord == OMGEKEERD[self.vergelijking.woord]:
                return not self.goed
        return None


def vind_grens(aanleiding: Aanleiding) -> Grens:
    """The border of a finding. Raises Onmogelijk where no comparison of two quantities splits the
    pair."""
    for grens in grenzen(aanleiding):
        return grens
    if in_tabel(aanleiding):
        raise Onmogelijk("de grens staat in een beslistabel; dit kan alleen bij een gewone regel")
    steps, versies = aanleiding.paar.grond.steps, aanleiding.plan.versies
    if any(versies[steps[slot].regel or ""].tijd is not None for slot in _kandidaten(aanleiding)):
        raise Onmogelijk("de grens geldt per tijdvak (gedurende de tijd dat); dat kan nog niet")
    raise Onmogelijk("er is niet één vergelijking in een regel die de twee burgers scheidt")


def in_tabel(aanleiding: Aanleiding) -> bool:
    """Whether a comparison in a row of a decision table came out differently."""
    plan, paar = aanleiding.plan, aanleiding.paar
    return any(
        step.op is Op.VERGELIJK
        and (versie := plan.versies.get(step.regel or "")) is not None
        and versie.rij is not None
        and paar.uitslag_burger.waarden[slot] != paar.uitslag_buur.waarden[slot]
        for slot, step in enumerate(paar.grond.steps)
    )


def grenzen(aanleiding: Aanleiding) -> Iterator[Grens]:
    """All borders between the pair: the cause first, then what only follows from it."""
    plan, paar = aanleiding.plan, aanleiding.paar
    for slot in _kandidaten(aanleiding):
        step = paar.grond.steps[slot]
        versie = plan.versies[step.regel or ""]
        stand = geschreven(aanleiding, versie)
        for node in _vergelijkingen(stand.tekst):
            if step.span is None or node.span.start != step.span.start:
                continue
            if node.woord not in HOOGSTENS | MINSTENS:
                continue
            goed = paar.uitslag_buur.waarden[slot] is True
            poort = (versie.onderwerp.doeltype, versie.eigenschap)
            maat = paar.grond.steps[step.args[0]].type
            standen = tuple(_verwanten(aanleiding, poort, stand, node))
            if standen:
                yield Grens(aanleiding, node, goed, poort, standen, maat)


def eigen_dag(aanleiding: Aanleiding) -> bool:
    """Whether the citizen has the day of the axis in his own hands, as far as the law tells: an act
    of his puts it on record, or it is the finding itself that is about a term or a task."""
    g = aanleiding.bevinding.getuigen[0]
    if aanleiding.bevinding.patroon in ("P06", "P07", "P11"):
        return True
    veld = (aanleiding.paar.burger.huishouden.typen.get(g.as_object), g.as_)
    soorten = aanleiding.model.gebeurtenissen.values()
    return any(veld in s.verandert for s in soorten if s.soort == BURGER)


def _kandidaten(aanleiding: Aanleiding) -> Iterator[int]:
    """The comparisons that came out differently, those of the rules to blame first. One that only
    came out differently because of an earlier one gives way to that."""
    paar = aanleiding.paar
    steps = paar.grond.steps
    alle = [s for s in omgeslagen(paar, tuple(aanleiding.plan.versies))
            if steps[s].op is Op.VERGELIJK]  # fmt: skip
    blaam = [s for s in omgeslagen(paar, aanleiding.bevinding.regels) if s in alle]
    volgorde = (*blaam, *sorted(set(alle) - set(blaam)))
    eerst: list[int] = []
    for slot in volgorde:
        eerder = paar.uitslag_burger.gebruikt(slot) | paar.uitslag_buur.gebruikt(slot)
        eerst.append(min((s for s in alle if s in eerder), default=slot))
    yield from dict.fromkeys((*eerst, *volgorde))


def geschreven(aanleiding: Aanleiding, versie: Regelversie) -> Stand:
    """How a rule version is written. Raises Onmogelijk for a decision table or a rule group."""
    regel = aanleiding.wet.regels.get(sleutel(versie.regel))
    if versie.rij is not None or regel is None:
        raise Onmogelijk(f"“{versie.regel}” is een beslistabel of staat in een regelgroep")
    for tekst in regel.versies:
        if (tekst.geldigheid.van, tekst.geldigheid.tot) == (versie.van, versie.tot):
            return Stand(versie, regel, tekst)
    raise Onmogelijk(f"van regel “{versie.regel}” is de tekst niet gevonden")


def _vergelijkingen(versie: t.Regelversie) -> Iterator[t.Vergelijking]:
    yield from (n for n in doorloop(versie.voorwaarde) if isinstance(n, t.Vergelijking))


def _verwanten(
    aanleiding: Aanleiding, poort: Eigenschap, eigen: Stand, node: t.Vergelijking
) -> Iterator[tuple[Stand, t.Vergelijking]]:
    """The rules that give the same property by comparing the same quantity: one border, written
    for each sort of household. Where they give an amount, those that compare it just the other way
    round say what it is on the other side. Within one rule two quantities beside one norm are two
    borders."""
    woorden = {node.woord}
    if isinstance(lid_van(aanleiding.model, *poort), Attribuut):
        woorden.add(OMGEKEERD[node.woord])
    for versie in aanleiding.plan.schrijvers.get(poort, ()):
        if versie.voorwaarde is None:
            continue
        stand = geschreven(aanleiding, versie)
        for ander in _vergelijkingen(stand.tekst):
            zelfde = ander.links == node.links or (
                ander.rechts == node.rechts and stand.tekst is not eigen.tekst
            )
            if zelfde and ander.woord in woorden:
                yield stand, ander


# ------------------------------------------------------------------ what it decides about


def op_pad(grens: Grens) -> tuple[Eigenschap, ...]:
    """What the border decides about, in order: the kenmerken that rest on it, and the attributes
    that it or they give."""
    plan, leest = grens.plan, grens.aanleiding.leest
    gezien = {grens.poort: None}
    wachtrij = [grens.poort]
    while wachtrij:
        eigenschap = wachtrij.pop(0)
        if isinstance(lid_van(plan.model, *eigenschap), Attribuut):
            continue
        for versie in plan.versies.values():
            nieuw = (versie.onderwerp.doeltype, versie.eigenschap)
            if nieuw not in gezien and eigenschap in leest[versie.id]:
                gezien[nieuw] = None
                wachtrij.append(nieuw)
    return tuple(gezien)


def bewaakte_bedragen(grens: Grens) -> list[Eigenschap]:
    """The amounts that the border decides about and that what counts for a citizen rests on."""
    telt = grens.aanleiding.telt
    return [e for e in op_pad(grens)
            if e in telt and isinstance(lid_van(grens.plan.model, *e), Attribuut)]  # fmt: skip


def per_persoon(aanleiding: Aanleiding, eigenschap: Eigenschap) -> list[tuple[str, Any, Any]]:
    """(who, what it is for the citizen, what for the neighbour), for each object that has it."""
    paar = aanleiding.paar
    typen = paar.burger.huishouden.typen
    return [
        (wie, paar.uitslag_burger.waarden[slot], paar.uitslag_buur.waarden[slot])
        for (wie, naam), slot in paar.grond.eigenschappen.items()
        if naam == eigenschap[1] and typen.get(wie, eigenschap[0]) == eigenschap[0]
    ]


def waarden(aanleiding: Aanleiding, eigenschap: Eigenschap) -> tuple[Fraction, Fraction]:
    """What an attribute is for the citizen and for the neighbour, summed over who has it; for whom
    no rule gives it, it is nothing."""
    alle = per_persoon(aanleiding, eigenschap)
    een, ander = (
        sum((w for w in kant if isinstance(w, Fraction)), Fraction(0))
        for kant in ((b for _, b, _ in alle), (n for _, _, n in alle))
    )
    return een, ander


def venster(geldigheden: Iterable[t.Geldigheid]) -> t.Geldigheid:
    """The days on which all of these hold."""
    return reduce(doorsnede, geldigheden)
