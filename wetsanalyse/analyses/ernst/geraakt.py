"""Whether what was found with one citizen hits another: the same rule, with that citizen's own
calculation. [hardheid 6.1, 9]"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import Any

from wetsanalyse.analyses.burgers.vormen import rooster
from wetsanalyse.analyses.oorzaak.hardheidsproef import Hardheidsproef, OnderBodem, Verhouding
from wetsanalyse.analyses.oorzaak.onderscheid import InGegeven, OpAs, met_gegeven
from wetsanalyse.analyses.oorzaak.tweeling import Tweeling, tweeling
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.oorzaak.zaak import Zaak
from wetsanalyse.analyses.verlopen.maanden import ruimte
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import PER_VERLOOP, Veeg, normvraag, personen, vragen
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel
from wetsanalyse.run.exact import Waarde, uitkomsten
from wetsanalyse.run.sweep import As, Verloop, sweep
from wetsanalyse.run.toestanden import geval
from wetsanalyse.run.verloop import verschil

Plek = tuple[str, int]


@dataclass(frozen=True)
class Treffer:
    """Another citizen who is hit, beside the neighbour who is not. ``waarneming`` is what was seen,
    with the question whether it is harsh put to this household; ``verlies``: what the citizen has
    less than the neighbour."""

    waarneming: Waarneming
    plan: Plan = field(repr=False)
    grond: GroundPlan = field(repr=False)
    burger: Casus = field(repr=False)
    buur: Casus = field(repr=False)
    verlies: Fraction

    @cached_property
    def paar(self) -> Tweeling:
        """The two with every step of the plan, for whoever wants to know more."""
        return tweeling(self.plan, self.grond, self.burger, self.buur)


@dataclass
class Geheugen:
    """Plans and sweeps of one plan, made once; the cases of one examination may share it. ``werk``
    counts the steps that were run: a budget in it gives the same on every machine."""

    plan: Plan = field(repr=False)
    werk: int = 0
    _gronden: dict[Huishouden, GroundPlan] = field(default_factory=dict, repr=False)
    _verlopen: dict[Any, Verloop] = field(default_factory=dict, repr=False)

    def grond(self, huishouden: Huishouden) -> GroundPlan:
        if huishouden not in self._gronden:
            alle = vragen(self.plan, huishouden)
            self._gronden[huishouden] = ground(self.plan, huishouden, alle)
        return self._gronden[huishouden]

    def onthoud(self, veeg: Veeg) -> None:
        """A sweep of the net position that was done already."""
        self._gronden.setdefault(veeg.casus.huishouden, veeg.grond)
        self._verlopen.setdefault(_sleutel(veeg.casus, veeg.as_, NETTO), veeg.netto)

    def verloop(self, casus: Casus, as_: As, vraag: str) -> Verloop:
        """The course of a question along an axis, for this citizen."""
        sleutel = _sleutel(casus, as_, vraag)
        if sleutel not in self._verlopen:
            grond = self.grond(casus.huishouden)
            doel = grond.vragen[vraag]
            gevonden = sweep(grond, geval(self.plan, casus), as_, doel, evaluaties=PER_VERLOOP)
            self._verlopen[sleutel] = gevonden
            self.werk += gevonden.evaluaties * len(grond.steps)
        return self._verlopen[sleutel]


def _sleutel(casus: Casus, as_: As, vraag: str) -> Any:
    waar = as_.sleutel.object, as_.sleutel.eigenschap
    rest = tuple(sorted((k, str(v)) for k, v in casus.invoer.items() if k != waar))
    return casus.huishouden, as_, vraag, rest


def te_meten(w: Waarneming) -> bool:
    """Whether another citizen can be put on both sides of what was seen."""
    return isinstance(w.hard, Verhouding) or isinstance(w.onderscheid, OpAs | InGegeven)


def tekstplek(grond: GroundPlan, slot: int | None) -> Plek | None:
    """Where a step stands in the text."""
    span = grond.steps[slot].span if slot is not None else None
    return (span.source.pad, span.start) if span is not None else None


def treffer(zaak: Zaak, casus: Casus, geheugen: Geheugen) -> Treffer | None:
    """The citizen as one who is hit; None: not so. Of more than one person in a household the one
    who loses the most."""
    casus = replace(casus, rekendatum=zaak.plan.rekendatum)
    gevonden = list(_treffers(zaak.waarneming, casus, geheugen))
    return max(gevonden, key=lambda t: t.verlies, default=None)


def _treffers(w: Waarneming, casus: Casus, geheugen: Geheugen) -> Iterator[Treffer]:
    grond = geheugen.grond(casus.huishouden)
    for hard in _proeven(w, casus.huishouden, grond):
        eigen = replace(w, hard=hard)
        for buur in _buren(eigen, casus, geheugen):
            geheugen.werk += 2 * len(grond.steps)
            # The questions alone: most are not hit, and then no other step is of use.
            een, ander = (antwoorden(geheugen.plan, grond, hard, c) for c in (casus, buur))
            if _is_hard(een, ander, hard):
                verlies = verschil(een[-1], ander[-1]) or Fraction(0)
                yield Treffer(eigen, geheugen.plan, grond, casus, buur, verlies)


def antwoorden(
    plan: Plan, grond: GroundPlan, hard: Hardheidsproef, casus: Casus
) -> tuple[Waarde | None, ...]:
    """What a citizen gets on the questions of a test; the net position last."""
    doelen = [grond.vragen[v] for v in (*hard.vragen, NETTO)]
    return uitkomsten(grond, geval(plan, casus), doelen)


def _proeven(w: Waarneming, huishouden: Huishouden, grond: GroundPlan) -> Iterator[Hardheidsproef]:
    """What counts as harsh, for each person of the household that it can be about."""
    hard, norm = w.hard, w.norm
    if isinstance(hard, OnderBodem):
        vragen_ = [ruimte(naam) for naam in grond.objecten]
        yield from (replace(hard, ruimte=v) for v in vragen_ if v in grond.vragen)
    elif isinstance(hard, Verhouding):
        if norm is not None and norm.gevolg is not None:
            for naam in personen(norm.gevolg, huishouden):
                een, twee = (normvraag(norm, welk, naam) for welk in ("gevolg", "tekortkoming"))
                yield replace(hard, gevolg=een, tekortkoming=twee)
    else:
        yield hard


def _is_hard(
    een: Sequence[Waarde | None], ander: Sequence[Waarde | None], hard: Hardheidsproef
) -> bool:
    """Harsh for the citizen, and for the neighbour it is not. A ratio is one citizen's own."""
    burger, buur = een[:-1], ander[:-1]
    if not all(isinstance(x, Fraction) for x in (*burger, *buur)):
        return False
    alleen = isinstance(hard, Verhouding)
    return hard.is_hard(burger, buur) and (alleen or not hard.is_hard(buur, buur))


# ------------------------------------------------------------------ the neighbour


def _buren(w: Waarneming, casus: Casus, geheugen: Geheugen) -> Iterator[Casus]:
    """The citizen as it would be on the unharmed side, for each person that can be put there."""
    anders = w.onderscheid
    if isinstance(w.hard, Verhouding):
        yield casus
        return
    for naam, objecttype in casus.huishouden.objecten:
        eigen = casus.invoer.get((naam, anders.naam))
        if objecttype != anders.objecttype or eigen is None:
            continue
        if isinstance(anders, InGegeven):
            burger, buur = anders.waarden
            if eigen == burger:
                yield met_gegeven(casus, naam, anders.naam, buur)
        elif isinstance(anders, OpAs):
            plekken = _plekken(w, anders, casus, naam, Fraction(eigen), geheugen)
            burger, buur = anders.waarden
            terug = [x for x in plekken if x != eigen and (eigen > x) == (burger > buur)]
            if terug:
                dichtst = min(terug, key=lambda x: (abs(x - eigen), x))
                yield met_gegeven(casus, naam, anders.naam, dichtst)


def _plekken(
    w: Waarneming, verschil: OpAs, casus: Casus, naam: str, eigen: Fraction, geheugen: Geheugen
) -> list[Fraction]:
    """Where on the axis it may not be harsh: at this citizen's own borders of the same comparison.
    Where no comparison splits the two, as far away as the neighbour was."""
    bereik = verschil.veeg.domein.bereik
    laag, hoog = rooster(bereik)
    as_ = As(InvoerSleutel(naam, verschil.naam), laag, hoog, verschil.veeg.as_.eenheid)
    if isinstance(w.hard, OnderBodem):
        return list(_genoeg(geheugen.verloop(casus, as_, w.hard.ruimte)))
    plek = tekstplek(w.grond, w.stap)
    if plek is None:
        burger, buur = verschil.waarden
        daar = eigen + buur - burger
        return [daar] if bereik.van <= daar <= bereik.tot else []
    omhoog = verschil.x_burger > verschil.x_buur
    return list(grenzen_op(geheugen.verloop(casus, as_, NETTO), plek, omhoog))


def _genoeg(verloop: Verloop) -> Iterator[Fraction]:
    """The ends of pieces where somebody is not below the floor."""
    for stuk in verloop.stukken:
        for x, waarde in ((stuk.van, stuk.waarde_van), (stuk.tot, stuk.waarde_tot)):
            if isinstance(waarde, Fraction) and waarde >= 0:
                yield x * verloop.as_.eenheid


def grenzen_op(verloop: Verloop, plek: Plek, omhoog: bool) -> Iterator[Fraction]:
    """The unharmed side of each border that the comparison at a place in the text makes."""
    for grens in verloop.grenzen:
        if tekstplek(verloop.plan, grens.stap) == plek:
            yield (grens.links if omhoog else grens.rechts) * verloop.as_.eenheid
