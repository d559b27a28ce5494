"""From what the patterns saw to cases: grouped, the worst of each kind worked out as a twin, and
the cases of one rule bundled, with a witness per axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.bevinding import Blaam, Dekking
from wetsanalyse.analyses.dekking import dekking
from wetsanalyse.analyses.patronen import Waarneming
from wetsanalyse.analyses.tweeling import (
    TESTEN,
    Tweeling,
    blaamsets,
    directheid,
    getroffenen,
    omgeslagen,
    op_as,
    tweeling,
)
from wetsanalyse.model.cellen import eigenschappen
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan


@dataclass(frozen=True, slots=True)
class Zaak:
    """One thing that was seen, worked out: the twin and who is to blame."""

    waarneming: Waarneming
    paar: Tweeling = field(repr=False)
    blaam: tuple[Blaam, ...]
    volledig: bool
    dekking: Dekking
    direct: int
    testen: tuple[int, ...] = ()
    """The tests in those rules that came out differently."""

    @property
    def regels(self) -> tuple[str, ...]:
        """The rules that split the two: the first minimal set, else the comparison's own rule."""
        if self.blaam:
            return self.blaam[0].regels
        return (self.waarneming.regel,) if self.waarneming.regel else ()


Bundel = tuple[Zaak, ...]
"""The cases of one finding: the axis that the rule is about first."""


def bundels(plan: Plan, waarnemingen: Iterable[Waarneming]) -> list[Bundel]:
    """Group what was seen, work out the worst of each group, and bundle by pattern and rules."""
    groepen: dict[Any, list[Waarneming]] = {}
    for w in waarnemingen:
        groepen.setdefault(_groep(w), []).append(w)
    zaken: dict[Any, list[Zaak]] = {}
    for leden in groepen.values():
        zaak = _werk_uit(plan, max(leden, key=_ernst))
        norm = zaak.waarneming.norm
        namen = tuple(sorted({plan.versies[r].regel for r in zaak.regels}))
        testen = tuple(_plaats(zaak.paar.grond, slot) for slot in zaak.testen)
        sleutel = (zaak.waarneming.patroon, namen, testen, norm and norm.naam)
        zaken.setdefault(sleutel, []).append(zaak)
    return [_bundel(lijst) for lijst in zaken.values() if not _overbodig(lijst, zaken)]


def _overbodig(lijst: Sequence[Zaak], zaken: Mapping[Any, Sequence[Zaak]]) -> bool:
    """A ratio that creeps over the threshold, where the same norm is also broken at a border:
    the border says who decided it."""
    eerste = lijst[0]
    if eerste.blaam or eerste.waarneming.norm is None:
        return False
    zelfde_norm = (z for ander in zaken.values() for z in ander)
    return any(z.blaam and z.waarneming.norm == eerste.waarneming.norm for z in zelfde_norm)


def _bundel(zaken: Sequence[Zaak]) -> tuple[Zaak, ...]:
    """One finding: the axis that the rule is about first, then the others, each with its worst
    witness."""
    per_as: dict[str, Zaak] = {}
    for zaak in zaken:
        as_ = zaak.waarneming.veeg.attribuut
        if as_ not in per_as or _ernst(per_as[as_].waarneming) < _ernst(zaak.waarneming):
            per_as[as_] = zaak
    volgorde = sorted(
        per_as.values(), key=lambda z: (z.direct, _omlaag(z), -z.paar.verlies, _plek(z))
    )
    return tuple(volgorde)


def _omlaag(zaak: Zaak) -> bool:
    """Whether less on the axis is what hurts; more is told first."""
    return zaak.waarneming.x_burger < zaak.waarneming.x_buur


def _plek(zaak: Zaak) -> int:
    """The place of the axis in the declaration of its objecttype: fixed, and known to the user."""
    w = zaak.waarneming
    objecttype = w.veeg.casus.huishouden.typen[w.veeg.object]
    return [e for e, _ in eigenschappen(w.veeg.plan.model, objecttype)].index(w.veeg.attribuut)


def _groep(w: Waarneming) -> Any:
    """What was seen at one place in the text on one axis; of a whole number that steps up (an
    age), each step is a place of its own."""
    objecttype = w.veeg.casus.huishouden.typen[w.veeg.object]
    vorm = len(w.veeg.casus.huishouden.objecten)
    plek: Any = None
    if w.stap is not None:
        step = w.veeg.grond.steps[w.stap]
        grens = min(w.x_burger, w.x_buur) if step.op not in TESTEN else None
        plek = _plaats(w.veeg.grond, w.stap), grens and _stand(w, grens)
    return w.patroon, objecttype, w.veeg.attribuut, w.regel, plek, vorm, w.norm and w.norm.naam


def _plaats(grond: GroundPlan, slot: int) -> Any:
    """Where a step stands in the text."""
    span = grond.steps[slot].span
    return (span.source.pad, span.start) if span is not None else None


def _stand(w: Waarneming, links: int) -> Any:
    """The outcomes on both sides of a border of the sweep."""
    return next(
        ((g.uitkomst_links, g.uitkomst_rechts) for g in w.veeg.netto.grenzen if g.links == links),
        None,
    )


def _ernst(w: Waarneming) -> Any:
    """Worst first; among equals the citizen nearest to the modal person, then a fixed order."""
    afstand = Fraction(0)
    for (naam, attribuut), waarde in w.veeg.casus.invoer.items():
        objecttype = w.veeg.casus.huishouden.typen[naam]
        bereik = w.veeg.plan.model.invoerbereiken.get(objecttype)
        for b in bereik.bereiken if bereik else ():
            telt = attribuut != w.veeg.attribuut and b.attribuut == attribuut
            if (
                telt
                and b.modaal is not None
                and b.tot > b.van
                and isinstance(waarde, int | Fraction)
            ):
                afstand += abs(Fraction(waarde) - b.modaal) / (b.tot - b.van)
    return w.maat, -afstand, -abs(w.x_burger)


def _werk_uit(plan: Plan, w: Waarneming) -> Zaak:
    veeg = w.veeg
    burger = op_as(veeg.casus, veeg.object, veeg.attribuut, veeg.waarde(w.x_burger))
    buur = op_as(veeg.casus, veeg.object, veeg.attribuut, veeg.waarde(w.x_buur))
    paar = tweeling(plan, veeg.grond, burger, buur)
    blaam, volledig = blaamsets(paar, w.hard)
    regels = blaam[0].regels if blaam else ()
    direct = directheid(paar, regels)
    testen = omgeslagen(paar, regels)
    uitwegen = dekking(plan, blaam, burger, getroffenen(paar))
    return Zaak(w, paar, blaam, volledig, uitwegen, direct, testen)
