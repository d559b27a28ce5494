"""The comparison that splits the two citizens, and the amount that it decides about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk
from wetsanalyse.analyses.herstel.boom import HOOGSTENS, MINSTENS, OMGEKEERD, doorsnede
from wetsanalyse.analyses.oorzaak.tweeling import omgeslagen
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.lezen_termen import Eigenschap, gelezen_door
from wetsanalyse.model.model import Attribuut, Regelversie
from wetsanalyse.model.types import Type
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import Op
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.doorloop import doorloop
from wetsanalyse.syntax.woorden import sleutel


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
        woorden = {v.woord for _, v in self.standen}
        for _, v in self.standen:
            if (conditie.links, conditie.rechts) == (v.links, v.rechts):
                if conditie.woord in woorden:
                    return self.goed
                if OMGEKEERD[conditie.woord] in woorden:
                    return not self.goed
        return None


def vind_grens(aanleiding: Aanleiding) -> Grens:
    """The border of a finding. Raises Onmogelijk where no comparison of two quantities splits the
    pair."""
    for grens in grenzen(aanleiding):
        return grens
    raise Onmogelijk("er is niet één vergelijking in een regel die de twee burgers scheidt")


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
            standen = tuple(_verwanten(aanleiding, poort, node))
            yield Grens(aanleiding, node, goed, poort, standen, maat)


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
    aanleiding: Aanleiding, poort: Eigenschap, node: t.Vergelijking
) -> Iterator[tuple[Stand, t.Vergelijking]]:
    """The rules that give the same property by comparing the same quantity, in the same way or
    just the other way round: one border, written for each sort of household."""
    for versie in aanleiding.plan.schrijvers.get(poort, ()):
        if versie.voorwaarde is None:
            continue
        stand = geschreven(aanleiding, versie)
        for ander in _vergelijkingen(stand.tekst):
            zelfde = ander.links == node.links or ander.rechts == node.rechts
            if zelfde and ander.woord in (node.woord, OMGEKEERD[node.woord]):
                yield stand, ander


# ------------------------------------------------------------------ the guarded amount


@dataclass(frozen=True)
class Bedrag:
    """An amount that rules set, with the rules that do."""

    eigenschap: Eigenschap
    attribuut: Attribuut
    standen: tuple[Stand, ...] = field(repr=False)


def bewaakt_bedrag(grens: Grens) -> Bedrag:
    """The one amount that the border decides about, directly or by way of kenmerken."""
    tellend = bewaakte_bedragen(grens)
    if len(tellend) != 1:
        namen = ", ".join(f"“{naam}”" for _, naam in tellend) or "geen"
        raise Onmogelijk(f"de grens beslist niet over één bedrag maar over: {namen}")
    return bedrag(grens.aanleiding, tellend[0])


def bewaakte_bedragen(grens: Grens) -> list[Eigenschap]:
    """The amounts that the border decides about and that what counts for a citizen rests on."""
    plan = grens.plan
    wachtrij, gezien = [grens.poort], {grens.poort}
    bedragen: list[Eigenschap] = []
    while wachtrij:
        eigenschap = wachtrij.pop(0)
        if isinstance(lid_van(plan.model, *eigenschap), Attribuut):
            bedragen.append(eigenschap)
            continue
        for versie in plan.versies.values():
            nieuw = (versie.onderwerp.doeltype, versie.eigenschap)
            if eigenschap in set(gelezen_door(versie)) and nieuw not in gezien:
                gezien.add(nieuw)
                wachtrij.append(nieuw)
    return [b for b in bedragen if b in invloed_op_uitkomst(plan)]


def bedrag(aanleiding: Aanleiding, eigenschap: Eigenschap) -> Bedrag:
    """An amount with the rules that set it. Raises Onmogelijk where it is no single amount."""
    lid = lid_van(aanleiding.model, *eigenschap)
    if not isinstance(lid, Attribuut) or not lid.type.is_getal:
        raise Onmogelijk(f"“{eigenschap[1]}” is geen bedrag")
    if lid.dimensies or lid.type.korrel is not None:
        raise Onmogelijk(f"“{eigenschap[1]}” heeft dimensies of een tijdlijn")
    versies = aanleiding.plan.schrijvers.get(eigenschap, ())
    if not versies or any(v.gevolg is not None for v in versies):
        raise Onmogelijk(f"“{eigenschap[1]}” wordt niet door gewone regels bepaald")
    return Bedrag(eigenschap, lid, tuple(geschreven(aanleiding, v) for v in versies))


def invloed_op_uitkomst(plan: Plan) -> frozenset[Eigenschap]:
    """The properties on which what counts for a citizen can depend."""
    stapel = [
        (lees.object.objecttype, lees.eigenschap)
        for u in plan.model.uitkomsten
        for lees in (*u.voordelen, *u.nadelen)
    ]
    gezien: set[Eigenschap] = set()
    while stapel:
        eigenschap = stapel.pop()
        if eigenschap not in gezien:
            gezien.add(eigenschap)
            stapel += [e for v in plan.schrijvers.get(eigenschap, ()) for e in gelezen_door(v)]
    return frozenset(gezien)


def waarden(aanleiding: Aanleiding, naam: str) -> tuple[Fraction, Fraction]:
    """What an attribute is for the citizen and for the neighbour, summed over who has it; for whom
    no rule gives it, it is nothing."""
    paar = aanleiding.paar
    een: list[Fraction] = []
    for uitslag in (paar.uitslag_burger, paar.uitslag_buur):
        gevonden = [uitslag.waarden[slot] for (_, e), slot in paar.grond.eigenschappen.items()
                    if e == naam]  # fmt: skip
        een.append(sum((w for w in gevonden if isinstance(w, Fraction)), Fraction(0)))
    return een[0], een[1]


def venster(standen: Iterable[Stand]) -> t.Geldigheid:
    """The days on which all of these rule versions hold."""
    alle = tuple(standen)
    uit = alle[0].tekst.geldigheid
    for stand in alle[1:]:
        uit = doorsnede(uit, stand.tekst.geldigheid)
    return uit
