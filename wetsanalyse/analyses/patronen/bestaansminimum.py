"""P05 bestaansminimum: in some month less is left than the floor. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bewijstabel
from wetsanalyse.analyses.burgers.personage import Personage
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.bedragen import in_centen
from wetsanalyse.analyses.oorzaak.hardheidsproef import OnderBodem
from wetsanalyse.analyses.oorzaak.onderscheid import Onderscheid, OpAs, omgekeerd
from wetsanalyse.analyses.oorzaak.tweeling import Tweeling, blaamsets, tweeling
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.oorzaak.zaak import Zaak
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.statisch.nadelige_stappen import is_verklaard
from wetsanalyse.analyses.verlopen.eigen_geld import ALLES, telt_zelf
from wetsanalyse.analyses.verlopen.maanden import bodem_in, ruimte, ruimte_in
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.model.casus import Casus
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan
from wetsanalyse.run.exact import reken
from wetsanalyse.run.toestanden import geval


def langs_een_as(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """Along an axis: at the last place where it is still enough, and the place beyond it where
    the least is left. The axis may not be an amount of `Uitkomst` itself: who has less has less."""
    for naam in personen_met_bodem(veeg.grond):
        if telt_zelf(veeg, *ALLES):
            continue
        verloop = veeg.verloop(ruimte(naam))
        plekken = sorted({x for s in verloop.stukken for x in (s.van, s.tot)})
        bekend = {x: verloop.waarde(x) for x in plekken}
        tekort = {x: w for x, w in bekend.items() if isinstance(w, Fraction) and w < 0}
        genoeg = [x for x, w in bekend.items() if isinstance(w, Fraction) and w >= 0]
        if not tekort or not genoeg:
            continue
        # Of places that are as bad, the one nearest to where it is still enough.
        tot_genoeg = {x: min(abs(x - g) for g in genoeg) for x in tekort}
        slechtst = min(tekort, key=lambda x: (tekort[x], tot_genoeg[x], x))
        buur = min(genoeg, key=lambda x: (abs(x - slechtst), x))
        if not _verliest(veeg, slechtst, buur):
            continue
        yield _waarneming(
            veeg.plan, veeg.grond, OpAs(veeg, slechtst, buur), naam, drempels, verloop.garantie
        )


def _verliest(veeg: Veeg, burger: int, buur: int) -> bool:
    """Whether the one has less over the window too. Who only pays back what came in before has
    lost nothing to the law along this axis."""
    een, ander = (veeg.netto.waarde(x) for x in (burger, buur))
    return isinstance(een, Fraction) and isinstance(ander, Fraction) and een < ander


def van_een_burger(p: Personage, drempels: Drempels) -> Iterator[Waarneming]:
    """With one kenmerk the other way round: below the floor, by a step that the law itself calls
    adverse. Who simply has no right to something is no such citizen."""
    for naam in personen_met_bodem(p.grond):
        for verschil in p.anders():
            een, ander = (p.waarde(c, ruimte(naam)) for c in verschil.paar)
            if een is None or ander is None or (een < 0) == (ander < 0):
                continue
            kant = verschil if een < 0 else omgekeerd(verschil)
            if _door_een_nadelige_stap(tweeling(p.plan, p.grond, *kant.paar), naam):
                yield _waarneming(p.plan, p.grond, kant, naam, drempels, "exact")


def _door_een_nadelige_stap(paar: Tweeling, naam: str) -> bool:
    blaam, _ = blaamsets(paar, OnderBodem(ruimte(naam), Fraction(0)))
    return any(is_verklaard(paar.plan.versies[r]) for b in blaam[:1] for r in b.regels)


def bij_een_zaak(zaak: Zaak, drempels: Drempels) -> Iterator[Waarneming]:
    """Of a pair that another pattern found: is one of the two below the floor, and not the
    other?"""
    w = zaak.waarneming
    if isinstance(w.onderscheid, OpAs) or w.patroon == "P05":
        return  # Its axis is looked at as a whole; its own pairs it has.
    for naam in personen_met_bodem(w.grond):
        burger, buur = zaak.paar.waarden(ruimte(naam))
        if isinstance(burger, Fraction) and isinstance(buur, Fraction) and burger < 0 <= buur:
            yield _waarneming(w.plan, w.grond, w.onderscheid, naam, drempels, w.garantie)


def _waarneming(
    plan: Plan, grond: GroundPlan, verschil: Onderscheid, naam: str, drempels: Drempels, hoe: str
) -> Waarneming:
    burger, buur = verschil.paar
    tabel, diepte = maandtabel(plan, grond, naam, burger, buur)
    drempel = drempels.van("P05", "ruimte")
    hard = OnderBodem(ruimte(naam), drempel.waarde)
    return Waarneming(
        "P05", plan, grond, verschil, diepte, "€", drempel, hard, garantie=hoe, bewijs=(tabel,)
    )


def personen_met_bodem(grond: GroundPlan) -> list[str]:
    return [naam for naam in grond.objecten if ruimte(naam) in grond.vragen]


def maandtabel(
    plan: Plan, grond: GroundPlan, naam: str, burger: Casus, buur: Casus
) -> tuple[Bewijstabel, Fraction]:
    """Month by month what is left above the floor, and how deep the tightest month is."""
    maanden = [m for m in range(600) if ruimte_in(naam, m) in grond.vragen]
    ruim = [_waarden(plan, grond, c, [ruimte_in(naam, m) for m in maanden]) for c in (burger, buur)]
    bodems = _waarden(plan, grond, burger, [bodem_in(naam, m) for m in maanden])
    rijen = [
        (str(m + 1), *(_centen(rij[m]) for rij in (bodems, *ruim)), _oordeel(ruim[0][m]))
        for m in maanden
    ]
    koppen = ("maand", "bodem", "over, getroffen burger", "over, buur", "te weinig?")
    diepte = min((w for w in ruim[0] if isinstance(w, Fraction)), default=Fraction(0))
    aantal = sum(isinstance(w, Fraction) and w < 0 for w in ruim[0])
    titel = f"Wat {naam} per maand boven de bodem overhoudt; te weinig in {aantal} maand(en)"
    return Bewijstabel(titel, koppen, tuple(rijen)), -diepte


def _waarden(plan: Plan, grond: GroundPlan, casus: Casus, vragen: list[str]) -> list[object]:
    slots = [grond.vragen[v] for v in vragen]
    uitslag = reken(grond, geval(plan, casus), tuple(slots))
    return [uitslag.waarden[slot] for slot in slots]


def _centen(waarde: object) -> str:
    return in_centen(waarde) if isinstance(waarde, Fraction) else "niet bekend"


def _oordeel(waarde: object) -> str:
    if not isinstance(waarde, Fraction):
        return "niet bekend"
    return "ja" if waarde < 0 else "nee"


def _titel(w: Waarneming, verlies: str) -> str:
    return (
        f"Onder het bestaansminimum bij {w.onderscheid.plaats}: {_centen(w.maat)} te weinig in "
        f"één maand"
    )


P05 = Patroon(
    "P05",
    "bestaansminimum",
    "P",
    "Houdt iemand in een maand minder over dan de bodem?",
    "de maanden, met hoeveel te weinig",
    "ander inkomen of vermogen dat niet in het model staat",
    _titel,
    {"as": langs_een_as, "burger": van_een_burger, "zaak": bij_een_zaak},
)
