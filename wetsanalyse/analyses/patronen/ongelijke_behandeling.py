"""P10 ongelijke behandeling: two citizens differ in something that should not matter.
[hardheid 4, 11.6]"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from types import MappingProxyType
from typing import Any

from wetsanalyse.analyses.bevinding import Drempel
from wetsanalyse.analyses.burgers.personage import Personage
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.onderscheid import Gewisseld, InGegeven, met_gegeven, omgekeerd
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat, langs_as
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.model import Attribuut, Kenmerk, Model
from wetsanalyse.model.types import Soort
from wetsanalyse.plan.lower import Plan


def op_een_as(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """Along an axis that should not matter: the best and the worst place."""
    objecttype = veeg.casus.huishouden.typen[veeg.object]
    bereik = veeg.plan.model.invoerbereiken.get(objecttype)
    marges = dict(bereik.niet_ter_zake) if bereik else {}
    if veeg.attribuut not in marges:
        return
    drempel = drempels.van("P10", "hard")
    grens = _grens(veeg.plan, drempel, marges[veeg.attribuut])
    bekend = [
        (waarde, x)
        for s in veeg.netto.stukken
        for x, waarde in ((s.van, s.waarde_van), (s.tot, s.waarde_tot))
        if isinstance(waarde, Fraction)
    ]
    if not bekend:
        return
    laagste, hoogste = min(w for w, _ in bekend), max(w for w, _ in bekend)
    if hoogste - laagste >= grens:
        # Of places that are as good and as bad, the two that are nearest to each other.
        goed = [x for w, x in bekend if w == hoogste]
        slecht = [x for w, x in bekend if w == laagste]
        burger, buur = min(product(slecht, goed), key=lambda paar: abs(paar[0] - paar[1]))
        yield langs_as("P10", veeg, burger, buur, hoogste - laagste, "€", drempel, Verlies(grens))


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


def _tweelingen(p: Personage) -> Iterator[tuple[Fraction | None, InGegeven | Gewisseld]]:
    yield from _naar_waarde(p)
    yield from _verwisselingen(p)


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
        if _zijn_gelijken(model, feit.feittype):
            yield None, Gewisseld((p.casus, verwisseld(model, p.casus, een, ander)), (een, ander))


def _zijn_gelijken(model: Model, feittype: str) -> bool:
    """Two persons of one sort who stand one to one, such as partners. A parent of many children is
    no such person."""
    een, ander = model.feittypen[feittype].rollen
    een_op_een = een.objecttype == ander.objecttype and not een.meerdere and not ander.meerdere
    return een_op_een and model.objecttypen[een.objecttype].bezield


def verwisseld(model: Model, casus: Casus, een: str, ander: str) -> Casus:
    """Each gets the amounts and days of the other. What somebody is (insured, a student) stays: it
    may decide who can apply at all, and the household chooses that itself. So does what only one
    of the two has: the rent goes with who applies."""
    typen = casus.huishouden.typen
    invoer = dict(casus.invoer)
    for (object_, eigenschap), waarde in casus.invoer.items():
        lid = lid_van(model, typen[object_], eigenschap)
        graad = isinstance(lid, Attribuut) and (lid.type.is_getal or lid.type.is_tijd)
        if object_ == een and graad and (ander, eigenschap) in casus.invoer:
            invoer[een, eigenschap] = casus.invoer[ander, eigenschap]
            invoer[ander, eigenschap] = waarde
    return replace(casus, invoer=MappingProxyType(invoer))


def _waarden(model: Model, objecttype: str, eigenschap: str) -> Sequence[Any]:
    """Both truths, or all of an enumeration. A range is an axis."""
    lid = lid_van(model, objecttype, eigenschap)
    if isinstance(lid, Kenmerk) or lid.type.soort is Soort.BOOLEAN:
        return (True, False)
    return model.enumeraties.get(lid.type.domein or "", ())


def _titel(w: Waarneming, verlies: str) -> str:
    naar, van = w.onderscheid.teksten
    return (
        f"Bijna gelijke burgers worden ongelijk behandeld op {w.onderscheid.naam}: {naar} in "
        f"plaats van {van} kost {verlies}"
    )


P10 = Patroon(
    "P10",
    "ongelijke behandeling",
    "2P",
    "Maakt iets uit wat niet mag uitmaken?",
    "de tweelingburgers, die alleen daarin verschillen",
    "een gegeven dat in het recht wel ter zake doet",
    _titel,
    {"as": op_een_as, "burger": van_een_burger},
)
