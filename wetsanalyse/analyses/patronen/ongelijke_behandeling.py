"""P10 ongelijke behandeling: two citizens differ in something that should not matter.
[hardheid 4, 11.6]"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from math import ceil, floor
from types import MappingProxyType
from typing import Any

from wetsanalyse.analyses.bevinding import Drempel
from wetsanalyse.analyses.burgers.personage import Personage
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.onderscheid import (
    Gewisseld,
    InGegeven,
    Tweelingverschil,
    Verdeeld,
    VerdeeldOverCellen,
    met_gegeven,
    omgekeerd,
)
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat, langs_as
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.cellen import celnamen_van, lid_van
from wetsanalyse.model.model import Attribuut, Kenmerk, Model
from wetsanalyse.model.types import Soort
from wetsanalyse.plan.lower import Plan


def op_een_as(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """Along an axis that should not matter: the best and the worst place. Where only the month of
    a date should not, those of one year are held against each other."""
    objecttype = veeg.casus.huishouden.typen[veeg.object]
    bereik = veeg.plan.model.invoerbereiken.get(objecttype)
    drempel = drempels.van("P10", "hard")
    for wat in bereik.zonder_belang if bereik else ():
        if wat.attribuut != veeg.as_attribuut.naam or wat.deel == "verdeling":
            continue
        groepen = _per_jaar(veeg) if wat.deel == "maand" else [_einden(veeg)]
        paren = [paar for groep in groepen if (paar := _uitersten(groep)) is not None]
        # Of years that are as bad, the first.
        maat, burger, buur = max(paren, key=lambda paar: paar[0], default=(Fraction(0), 0, 0))
        grens = _grens(veeg.plan, drempel, wat.marge)
        if burger != buur and maat >= grens:
            yield langs_as("P10", veeg, burger, buur, maat, "€", drempel, Verlies(grens))


Punt = tuple[Fraction, int]
"""The position, and where on the axis."""


def _einden(veeg: Veeg) -> list[Punt]:
    """The ends of the pieces: inside a piece it moves one way, or by rounding only."""
    return [
        (waarde, x)
        for s in veeg.netto.stukken
        for x, waarde in ((s.van, s.waarde_van), (s.tot, s.waarde_tot))
        if isinstance(waarde, Fraction)
    ]


def _per_jaar(veeg: Veeg) -> list[list[Punt]]:
    """The ends of the pieces in each calendar year of an axis of dates, and of the year itself."""
    einden = _einden(veeg)
    if not einden:
        return []
    laag, hoog = einden[0][1], einden[-1][1]

    def jaar(x: int) -> int:
        return date.fromordinal(int(veeg.waarde(x))).year

    groepen = {n: [p for p in einden if jaar(p[1]) == n] for n in range(jaar(laag), jaar(hoog) + 1)}
    for n, groep in groepen.items():
        dagen = (date(n, 1, 1).toordinal(), date(n, 12, 31).toordinal())
        plekken = {ceil(dagen[0] / veeg.as_.eenheid), floor(dagen[1] / veeg.as_.eenheid)}
        for x in sorted(plekken - {x for _, x in groep}):
            waarde = veeg.netto.waarde(x) if laag <= x <= hoog else None
            if isinstance(waarde, Fraction):
                groep.append((waarde, x))
    return list(groepen.values())


def _uitersten(punten: Sequence[Punt]) -> tuple[Fraction, int, int] | None:
    """How much the worst place is worse than the best, and both. Of places that are as good and as
    bad, the two that are nearest to each other."""
    if not punten:
        return None
    laagste, hoogste = min(w for w, _ in punten), max(w for w, _ in punten)
    goed = [x for w, x in punten if w == hoogste]
    slecht = [x for w, x in punten if w == laagste]
    burger, buur = min(product(slecht, goed), key=lambda paar: abs(paar[0] - paar[1]))
    return hoogste - laagste, burger, buur


def van_een_burger(p: Personage, drempels: Drempels) -> Iterator[Waarneming]:
    """One citizen with every value of what should not matter, and two persons of one sort who
    change places: is one much worse off than another?"""
    drempel = drempels.van("P10", "hard")
    for marge, verschil in _tweelingen(p):
        grens = _grens(p.plan, drempel, marge)
        een, ander = (p.netto(c) for c in verschil.paar)
        if een is None or ander is None or abs(een - ander) < grens:
            continue
        hardste = omgekeerd(verschil) if een > ander else verschil
        yield Waarneming(
            "P10", p.plan, p.grond, hardste, abs(een - ander), "€", drempel, Verlies(grens)
        )


def _grens(plan: Plan, drempel: Drempel, marge: Fraction | None) -> Fraction:
    return (drempel.waarde if marge is None else marge) * jaarmaat(plan)


def _tweelingen(p: Personage) -> Iterator[tuple[Fraction | None, Tweelingverschil]]:
    yield from _naar_waarde(p)
    yield from _verwisselingen(p)
    yield from _verdelingen(p)
    yield from _over_cellen(p)


def _naar_waarde(p: Personage) -> Iterator[tuple[Fraction | None, InGegeven]]:
    """(margin, pair): the worst and the best value. That something was not given is no value."""
    model = p.plan.model
    for naam, objecttype in p.casus.huishouden.objecten:
        bereik = model.invoerbereiken.get(objecttype)
        for eigenschap, marge in bereik.niet_ter_zake if bereik else ():
            gevallen = [
                met_gegeven(p.casus, naam, eigenschap, w)
                for w in _waarden(model, objecttype, eigenschap)
            ]
            bekend = [(w, c) for c in gevallen if (w := p.netto(c)) is not None]
            if bekend:
                slechtst = min(bekend, key=lambda rij: rij[0])[1]
                best = max(bekend, key=lambda rij: rij[0])[1]
                yield marge, InGegeven(model, (slechtst, best), naam, eigenschap)


def _verwisselingen(p: Personage) -> Iterator[tuple[Fraction | None, Gewisseld]]:
    model = p.plan.model
    for feit in p.casus.huishouden.feiten:
        een, ander = feit.objecten
        if not _zijn_gelijken(model, feit.feittype):
            continue
        gegevens = _te_wisselen(p, een, ander)
        if gegevens:
            rollen = model.feittypen[feit.feittype].rollen
            paar = p.casus, verwisseld(p.casus, een, ander, gegevens)
            namen = rollen[0].naam, rollen[1].naam
            yield None, Gewisseld(paar, (een, ander), model, namen, gegevens)


def _te_wisselen(p: Personage, een: str, ander: str) -> tuple[str, ...]:
    """Their different amounts and days that the law looks at for both of them. What it looks at
    for one only may belong to that role, such as the rent of who applies: who swaps that compares
    two other homes. Not so where an `Invoerbereik` says which way there is more need: then it is
    of the person, and that the law looks at one of the two is the point."""
    invoer, model = p.casus.invoer, p.plan.model
    objecttype = p.casus.huishouden.typen[een]
    alle = tuple(
        eigenschap
        for object_, eigenschap in invoer
        if object_ == een
        and invoer.get((ander, eigenschap), invoer[een, eigenschap]) != invoer[een, eigenschap]
        and _is_graad(model, objecttype, eigenschap)
    )
    gevallen = p.casus, verwisseld(p.casus, een, ander, alle)
    gelezen = frozenset().union(*(p.gelezen(casus) for casus in gevallen)) if alle else frozenset()
    bereik = model.invoerbereiken.get(objecttype)
    verklaard = {orde.attribuut for orde in bereik.ordes} if bereik else set()
    return tuple(
        e for e in alle if sum((o, e) in gelezen for o in (een, ander)) > (e not in verklaard)
    )


def _is_graad(model: Model, objecttype: str, eigenschap: str) -> bool:
    lid = lid_van(model, objecttype, eigenschap)
    return isinstance(lid, Attribuut) and (lid.type.is_getal or lid.type.is_tijd)


def _zijn_gelijken(model: Model, feittype: str) -> bool:
    """Two persons of one sort who stand one to one, such as partners. A parent of many children is
    no such person."""
    een, ander = model.feittypen[feittype].rollen
    een_op_een = een.objecttype == ander.objecttype and not een.meerdere and not ander.meerdere
    return een_op_een and model.objecttypen[een.objecttype].bezield


def verwisseld(casus: Casus, een: str, ander: str, gegevens: Sequence[str]) -> Casus:
    """Each gets these amounts and days of the other. What somebody is (insured, a student) stays:
    it may decide who can apply at all, and the household chooses that itself. So does what only
    one of the two has."""
    invoer = dict(casus.invoer)
    for eigenschap in gegevens:
        invoer[een, eigenschap] = casus.invoer[ander, eigenschap]
        invoer[ander, eigenschap] = casus.invoer[een, eigenschap]
    return replace(casus, invoer=MappingProxyType(invoer))


def _verdelingen(p: Personage) -> Iterator[tuple[Fraction | None, Verdeeld]]:
    """All on one of two objects of one sort that belong to the same person, and half on each: one
    payment, or two. The object with nothing stays, so that both have the same household."""
    casus, model = p.casus, p.plan.model
    for een, ander in _van_een(casus):
        bereik = model.invoerbereiken.get(casus.huishouden.typen[een])
        if bereik is None:
            continue
        for wat in bereik.zonder_belang:
            bedragen = [casus.invoer.get((naam, wat.attribuut)) for naam in (een, ander)]
            samen = sum((b for b in bedragen if isinstance(b, Fraction)), Fraction(0))
            if wat.deel != "verdeling" or not samen:
                continue
            per = next((b.per for b in bereik.bereiken if b.attribuut == wat.attribuut), None)
            helft = floor(samen / 2 / (per or 1)) * (per or 1)
            ineens, half = (
                met_gegeven(
                    met_gegeven(casus, een, wat.attribuut, deel),
                    ander, wat.attribuut, samen - deel,
                )
                for deel in (samen, helft)
            )  # fmt: skip
            paar = ineens, half
            yield wat.marge, Verdeeld(paar, (een, ander), model, ("", ""), (wat.attribuut,))


def _over_cellen(p: Personage) -> Iterator[tuple[Fraction | None, VerdeeldOverCellen]]:
    """All in one cell of an attribute with dimensions, and half in each of two: the year as it was
    earned, or the average of it."""
    casus, model = p.casus, p.plan.model
    for naam, objecttype in casus.huishouden.objecten:
        bereik = model.invoerbereiken.get(objecttype)
        if bereik is None:
            continue
        for wat in bereik.zonder_belang:
            cellen = celnamen_van(model, objecttype, wat.attribuut)[:2]
            bedragen = [casus.invoer.get((naam, cel)) for cel in cellen]
            samen = sum((b for b in bedragen if isinstance(b, Fraction)), Fraction(0))
            if wat.deel != "verdeling" or len(cellen) < 2 or not samen:
                continue
            per = next((b.per for b in bereik.bereiken if b.attribuut == wat.attribuut), None)
            helft = floor(samen / 2 / (per or 1)) * (per or 1)
            ineens, half = (
                met_gegeven(
                    met_gegeven(casus, naam, cellen[0], deel), naam, cellen[1], samen - deel
                )
                for deel in (samen, helft)
            )
            twee = (cellen[0], cellen[1])
            yield (
                wat.marge,
                VerdeeldOverCellen(
                    (ineens, half), (naam, naam), model, ("", ""), (wat.attribuut,), twee
                ),
            )


def _van_een(casus: Casus) -> Iterator[tuple[str, str]]:
    """The first two objects of one type that stand in the same role beside the same object."""
    groepen: dict[tuple[str, int, str, str], list[str]] = {}
    for feit in casus.huishouden.feiten:
        for plaats, naam in enumerate(feit.objecten):
            ander = feit.objecten[1 - plaats]
            sleutel = feit.feittype, plaats, ander, casus.huishouden.typen[naam]
            groepen.setdefault(sleutel, []).append(naam)
    yield from dict.fromkeys((g[0], g[1]) for g in groepen.values() if len(g) > 1)


def _waarden(model: Model, objecttype: str, eigenschap: str) -> Sequence[Any]:
    """Both truths, or all of an enumeration. A range is an axis."""
    lid = lid_van(model, objecttype, eigenschap)
    if isinstance(lid, Kenmerk) or lid.type.soort is Soort.BOOLEAN:
        return (True, False)
    return model.enumeraties.get(lid.type.domein or "", ())


def _titel(w: Waarneming, verlies: str) -> str:
    verschil = w.onderscheid
    naar, van = verschil.teksten
    if isinstance(verschil, Gewisseld) and not isinstance(verschil, Verdeeld):
        een, ander = verschil.rollen
        wie = f"wie {een} is en wie {ander}" if een != ander else "wie van de twee wat heeft"
        return (
            f"Het maakt uit {wie}: wisselen zij van {' en '.join(verschil.gegevens)}, dan scheelt "
            f"dat {verlies}"
        )
    return (
        f"Bijna gelijke burgers worden ongelijk behandeld op {verschil.naam}: {naar} in "
        f"plaats van {van} kost {verlies}"
    )


P10 = Patroon(
    "P10",
    "ongelijke behandeling",
    "2P",
    "Maakt iets uit wat niet mag uitmaken?",
    "de tweelingburgers, die alleen daarin verschillen",
    "een gegeven dat in het recht wel ter zake doet; van twee personen wordt alleen verwisseld "
    "wat de wet bij allebei bekijkt, of waarvan een Invoerbereik een volgorde noemt",
    _titel,
    {"as": op_een_as, "burger": van_een_burger},
)
