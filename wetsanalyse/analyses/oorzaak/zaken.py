"""From what the patterns saw to cases: grouped, the worst of each kind worked out as a twin, and
the cases of one rule bundled, with a witness per axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.maten.maatstaf import Maatstaf
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.onderscheid import Onderscheid, OpAs
from wetsanalyse.analyses.oorzaak.tweeling import (
    TESTEN,
    blaamsets,
    directheid,
    getroffenen,
    omgeslagen,
    tweeling,
)
from wetsanalyse.analyses.oorzaak.vergelijkbaar import vergelijkbaar
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.oorzaak.zaak import Bundel, Zaak
from wetsanalyse.analyses.oorzaak.zelfde_gevolg import blaam_bij_zelfde_gevolg
from wetsanalyse.analyses.uitwegen.dekking import dekking
from wetsanalyse.plan.ops import GroundPlan


def bundels(waarnemingen: Iterable[Waarneming], maatstaf: Maatstaf | None = None) -> list[Bundel]:
    """Group what was seen, work out the worst of each group, and bundle by pattern and rules."""
    groepen: dict[Any, list[Waarneming]] = {}
    for w in waarnemingen:
        groepen.setdefault(_groep(w), []).append(w)
    zaken: dict[Any, list[Zaak]] = {}
    for leden in groepen.values():
        ergste = _ergste(leden)
        if ergste is None:
            continue
        zaak = werk_uit(ergste, maatstaf)
        norm = zaak.waarneming.norm
        namen = tuple(sorted({zaak.plan.versies[r].regel for r in zaak.regels}))
        testen = tuple(_plaats(zaak.paar.grond, slot) for slot in zaak.testen)
        sleutel = (zaak.waarneming.patroon, namen, testen, norm and norm.naam)
        zaken.setdefault(sleutel, []).append(zaak)
    return [_bundel(lijst) for lijst in zaken.values() if not _overbodig(lijst, zaken)]


VEEL_ERGER = 2
"""So many times a ratio at a border, a ratio is a finding of its own, whoever is to blame."""


def _overbodig(lijst: Sequence[Zaak], zaken: Mapping[Any, Sequence[Zaak]]) -> bool:
    """A ratio that creeps over the threshold, where the same norm is broken about as badly at a
    border: the border says who decided it. The worst is never left out."""
    if lijst[0].blaam or lijst[0].waarneming.norm is None:
        return False
    norm, ergste = lijst[0].waarneming.norm, max(z.waarneming.maat for z in lijst)
    return any(
        z.blaam and z.waarneming.norm == norm and z.waarneming.maat * VEEL_ERGER >= ergste
        for ander in zaken.values()
        for z in ander
    )


def _bundel(zaken: Sequence[Zaak]) -> tuple[Zaak, ...]:
    """One finding: the axis that the rule is about first, then the others, each with its worst
    witness."""
    per_as: dict[str, Zaak] = {}
    for zaak in zaken:
        as_ = zaak.waarneming.onderscheid.naam
        if as_ not in per_as or _ernst(per_as[as_].waarneming) < _ernst(zaak.waarneming):
            per_as[as_] = zaak
    volgorde = sorted(
        per_as.values(),
        key=lambda z: (
            z.direct,
            z.waarneming.onderscheid.omlaag,
            -z.paar.verlies,
            z.waarneming.onderscheid.plek,
        ),
    )
    return tuple(volgorde)


def _groep(w: Waarneming) -> Any:
    """What was seen at one place in the text on one axis; of a whole number that steps up (an
    age), each step is a place of its own."""
    vorm = len(w.paar[0].huishouden.objecten)
    plek: Any = None
    if w.stap is not None:
        getest = w.grond.steps[w.stap].op in TESTEN
        plek = _plaats(w.grond, w.stap), None if getest else _stand(w.onderscheid)
    return w.patroon, w.onderscheid.groep, w.regel, plek, vorm, w.norm and w.norm.naam


NABIJ = Fraction(99, 100)
"""Who loses at least this part of what the worst hit loses, may stand for them."""


def _ergste(leden: Sequence[Waarneming]) -> Waarneming | None:
    """The worst of a group of which both can be compared, or somebody who loses hardly less and is
    nearer to the modal person: an income of one euro says little to a reader. None: there is
    none."""
    op_volgorde = sorted(leden, key=_ernst, reverse=True)
    ergste = next((w for w in op_volgorde if _is_vergelijkbaar(w)), None)
    if ergste is None or not isinstance(ergste.hard, Verlies) or ergste.eenheid != "€":
        return ergste
    gewoner = [
        w
        for w in op_volgorde
        if ergste.maat * NABIJ <= w.maat < ergste.maat and _afstand(w) < _afstand(ergste)
    ]
    beste = next((w for w in sorted(gewoner, key=_afstand) if _is_vergelijkbaar(w)), None)
    return ergste if beste is None else replace(beste, hoogste=ergste.maat)


def _is_vergelijkbaar(w: Waarneming) -> bool:
    return vergelijkbaar(tweeling(w.plan, w.grond, *w.paar))


def _plaats(grond: GroundPlan, slot: int) -> Any:
    """Where a step stands in the text."""
    span = grond.steps[slot].span
    return (span.source.pad, span.start) if span is not None else None


def _stand(onderscheid: Onderscheid) -> Any:
    """The outcomes on both sides of a border of the sweep."""
    if not isinstance(onderscheid, OpAs):
        return None
    links = min(onderscheid.x_burger, onderscheid.x_buur)
    grenzen = onderscheid.verloop.grenzen
    return next(((g.uitkomst_links, g.uitkomst_rechts) for g in grenzen if g.links == links), None)


def _ernst(w: Waarneming) -> Any:
    """Worst first; among equals the citizen nearest to the modal person, then a fixed order."""
    op_as = w.onderscheid.x_burger if isinstance(w.onderscheid, OpAs) else 0
    return w.maat, -_afstand(w), -abs(op_as)


def _afstand(w: Waarneming) -> Fraction:
    """How far the citizen is from the modal person, beside what differs, in parts of each range."""
    afstand = Fraction(0)
    burger = w.paar[0]
    for (naam, attribuut), waarde in burger.invoer.items():
        objecttype = burger.huishouden.typen[naam]
        bereik = w.plan.model.invoerbereiken.get(objecttype)
        for b in bereik.bereiken if bereik else ():
            telt = attribuut != w.onderscheid.naam and b.attribuut == attribuut
            if (
                telt
                and b.modaal is not None
                and b.tot > b.van
                and isinstance(waarde, int | Fraction)
            ):
                afstand += abs(Fraction(waarde) - b.modaal) / (b.tot - b.van)
    return afstand


def werk_uit(w: Waarneming, maatstaf: Maatstaf | None) -> Zaak:
    """Both citizens in full: who is to blame, and which ways out there are."""
    burger, buur = w.paar
    paar = tweeling(w.plan, w.grond, burger, buur)
    blaam, volledig = blaamsets(paar, w.hard)
    blaam = blaam or blaam_bij_zelfde_gevolg(paar, w.hard)
    regels = blaam[0].regels if blaam else ()
    direct = directheid(paar, regels)
    testen = omgeslagen(paar, regels)
    uitwegen = dekking(w.plan, blaam, burger, getroffenen(paar), maatstaf)
    return Zaak(w, paar, blaam, volledig, uitwegen, direct, testen)
