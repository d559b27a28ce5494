"""P12 keteneffect: one fact hits many outcomes at once. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bewijstabel, Verschil
from wetsanalyse.analyses.burgers.personage import Personage
from wetsanalyse.analyses.geschiedenis.herhaling import Herhaling
from wetsanalyse.analyses.geschiedenis.historie import LEVEN, REGISTRATIE, verschil
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.onderscheid import Onderscheid
from wetsanalyse.analyses.oorzaak.tweeling import Tweeling, tweeling, verschillen
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat, langs_as
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.positie import per_persoon
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan
from wetsanalyse.run.weergave import toon_getal


def op_een_as(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """At every jump along an axis: how many outcomes does that one unit hit?"""
    for grens in veeg.netto.grenzen:
        if grens.sprong is None or abs(grens.sprong) < _hard(veeg.plan, drempels):
            continue
        burger, buur = (
            (grens.rechts, grens.links) if grens.sprong < 0 else (grens.links, grens.rechts)
        )
        w = langs_as(
            "P12", veeg, burger, buur, abs(grens.sprong), "€", drempels.van("P12", "zeer hard"),
            Verlies(_hard(veeg.plan, drempels)), grens.stap,
        )  # fmt: skip
        yield from _als_keten(w, drempels)


def van_een_burger(p: Personage, drempels: Drempels) -> Iterator[Waarneming]:
    """One wrong field in a register: each kenmerk the other way round."""
    nu = p.netto(p.casus)
    for verschil_ in p.anders():
        anders = p.netto(verschil_.paar[0])
        if nu is not None and anders is not None and nu - anders >= _hard(p.plan, drempels):
            w = _waarneming(p.plan, p.grond, verschil_, nu - anders, drempels)
            yield from _als_keten(w, drempels)


def in_historie(herhaling: Herhaling, drempels: Drempels) -> Iterator[Waarneming]:
    """One registration or event of life, left out."""
    h = herhaling.historie
    for soort in (REGISTRATIE, LEVEN):
        for rij, winst in herhaling.anders(soort):
            if winst < _hard(h.plan, drempels):
                continue
            anders = verschil(h, rij.ingreep, burger=h.casus, buur=rij.casus, getroffen=False)
            yield from _als_keten(_waarneming(h.plan, h.grond, anders, winst, drempels), drempels)


def _waarneming(
    plan: Plan, grond: GroundPlan, onderscheid: Onderscheid, maat: Fraction, drempels: Drempels
) -> Waarneming:
    drempel = drempels.van("P12", "zeer hard")
    return Waarneming(
        "P12", plan, grond, onderscheid, maat, "€", drempel, Verlies(_hard(plan, drempels))
    )


def _hard(plan: Plan, drempels: Drempels) -> Fraction:
    return drempels.van("P12", "zeer hard").waarde * jaarmaat(plan)


def _als_keten(w: Waarneming, drempels: Drempels) -> Iterator[Waarneming]:
    """Only where at least so many outcomes got worse."""
    burger, buur = w.paar
    rijen = nadelige_uitkomsten(tweeling(w.plan, w.grond, burger, buur))
    if len(rijen) >= drempels.van("P12", "uitkomsten").waarde:
        tabel = Bewijstabel(
            "Wat dat ene feit in gang zet",
            ("uitkomst", "getroffen burger", "buur"),
            tuple((v.naam, _tekst(v.burger, v.eenheid), _tekst(v.buur, v.eenheid)) for v in rijen),
        )
        yield Waarneming(
            w.patroon, w.plan, w.grond, w.onderscheid, w.maat, w.eenheid, w.drempel, w.hard, w.stap,
            garantie=w.garantie, bewijs=(tabel,),
        )  # fmt: skip


def nadelige_uitkomsten(t: Tweeling) -> Sequence[Verschil]:
    """The outcomes of persons that are worse for the citizen than for the neighbour."""
    tegen = {
        f"{lees.eigenschap} van {naam}"
        for uitkomst, naam in per_persoon(t.plan.model, t.burger.huishouden)
        for lees in uitkomst.nadelen
    }
    gevonden = []
    for v in verschillen(t):
        if " van " not in v.naam:
            continue
        een, ander = _getal(v.burger), _getal(v.buur)
        if (een > ander) if v.naam in tegen else (een < ander):
            gevonden.append(v)
    return gevonden


def _getal(waarde: object) -> Fraction:
    return waarde if isinstance(waarde, Fraction) else Fraction(0)


def _tekst(waarde: object, eenheid: str) -> str:
    if not isinstance(waarde, Fraction):
        return "geen"
    return f"{toon_getal(waarde)} {eenheid}"


def _titel(w: Waarneming, verlies: str) -> str:
    naar, van = w.onderscheid.teksten
    return (
        f"Eén feit raakt meer uitkomsten tegelijk: {w.onderscheid.naam} {naar} in plaats van {van} "
        f"kost samen {verlies}"
    )


P12 = Patroon(
    "P12",
    "keteneffect",
    "G/kP",
    "Raakt één feit drie of meer uitkomsten tegelijk?",
    "wat dat ene feit in gang zet",
    "een feit dat klopt en dat zo bedoeld is",
    _titel,
    {"as": op_een_as, "burger": van_een_burger, "historie": in_historie},
)
