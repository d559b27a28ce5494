"""P07 doenlast: to stay unharmed the citizen must do more than can be asked. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bewijstabel
from wetsanalyse.analyses.geschiedenis.historie import LEVEN
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.oorzaak.zaak import Zaak
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.invulling import voor_persoon
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.model import Verplichting, Verplichtingversie
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import Onbeslist
from wetsanalyse.run.toestanden import voer_uit
from wetsanalyse.run.weergave import toon_getal

AANLEIDING = frozenset({"P01", "P03", "P04", "P06", "P11"})
"""What inaction must lead to."""


@dataclass(frozen=True, slots=True)
class Plicht:
    """A duty of one person, with how often it had to be done and how heavy it was."""

    verplichting: Verplichting
    versie: Verplichtingversie
    persoon: str
    uiterlijk: date | None
    keren: int
    last: Fraction


def doenlast(zaak: Zaak, drempels: Drempels) -> Iterator[Waarneming]:
    """Of harm that follows from a duty that was not done (in time): how much did the citizen have
    to do in all?"""
    w = zaak.waarneming
    if w.patroon not in AANLEIDING or not isinstance(w.hard, Verlies):
        return
    plichten = plichten_van(w.plan, zaak.paar.buur, drempels)
    if not any(_is_aanleiding(p, zaak) for p in plichten):
        return
    drempel = drempels.van("P07", "last")
    last = sum((p.last for p in plichten), Fraction(0))
    if last > drempel.waarde:
        yield Waarneming(
            "P07", w.plan, w.grond, w.onderscheid, last, "handelingen", drempel, w.hard, w.stap,
            garantie=w.garantie, bewijs=(_lijst(plichten),),
        )  # fmt: skip


def _is_aanleiding(plicht: Plicht, zaak: Zaak) -> bool:
    """Whether the harm follows from this duty: its consequence is to blame, or the two differ in
    the act that fulfils it."""
    gevolg = plicht.versie.gevolgregel
    if gevolg is not None and any(zaak.plan.versies[r].regel == gevolg for r in zaak.regels):
        return True
    soort = zaak.plan.model.gebeurtenissen.get(zaak.waarneming.onderscheid.naam)
    return soort is not None and soort.vervult == plicht.verplichting.naam


def plichten_van(plan: Plan, casus: Casus, drempels: Drempels) -> list[Plicht]:
    """The duties that hold for the persons of a case; each counts as often as it was done, at
    least once, and more within some months of an event of life."""
    gevonden: list[Plicht] = []
    for verplichting in plan.model.verplichtingen.values():
        versie = verplichting.op(plan.rekendatum)
        if versie is None:
            continue
        for persoon, objecttype in casus.huishouden.objecten:
            if objecttype == versie.objecttype:
                gevonden += _plicht(plan, casus, verplichting, versie, persoon, drempels)
    return gevonden


def _plicht(
    plan: Plan,
    casus: Casus,
    verplichting: Verplichting,
    versie: Verplichtingversie,
    persoon: str,
    drempels: Drempels,
) -> Iterator[Plicht]:
    termen = {"voorwaarde": versie.voorwaarde, "termijn": versie.termijn}
    vragen = {
        naam: voor_persoon(term, persoon, versie.objecttype)
        for naam, term in termen.items()
        if term is not None
    }
    grond, uitslag = voer_uit(plan, casus, vragen)
    gevraagd = {naam: uitslag.waarden[slot] for naam, slot in grond.vragen.items()}
    geldt = gevraagd.get("voorwaarde", True)
    if geldt is not True and not isinstance(geldt, Onbeslist):
        return
    termijn = gevraagd.get("termijn")
    uiterlijk = date.fromordinal(int(termijn)) if isinstance(termijn, Fraction | int) else None
    gedaan = [
        v.datum
        for v in casus.gebeurtenissen
        if plan.model.gebeurtenissen[v.gebeurtenis].vervult == verplichting.naam
    ]
    momenten: list[date | None] = [*gedaan] or [uiterlijk]
    keer = drempels.van("P07", "keer bij levensgebeurtenis").waarde
    maanden = drempels.van("P07", "maanden na levensgebeurtenis").waarde
    zwaar = [keer if _kort_na(plan, casus, dag, maanden) else Fraction(1) for dag in momenten]
    last = verplichting.gewicht * sum(zwaar, Fraction(0))
    yield Plicht(verplichting, versie, persoon, uiterlijk, len(momenten), last)


def _kort_na(plan: Plan, casus: Casus, dag: date | None, maanden: Fraction) -> bool:
    """Whether a day lies in the months after an event of life."""
    if dag is None:
        return False
    return any(
        0 <= (dag - v.datum).days <= maanden * Fraction(365, 12)
        for v in casus.gebeurtenissen
        if plan.model.gebeurtenissen[v.gebeurtenis].soort == LEVEN
    )


def _lijst(plichten: list[Plicht]) -> Bewijstabel:
    rijen = [
        (
            p.versie.handeling,
            p.persoon,
            f"{p.uiterlijk:%d-%m-%Y}" if p.uiterlijk else "geen termijn",
            str(p.keren),
            toon_getal(p.last),
            p.versie.gevolgregel or "niet gezegd",
        )
        for p in plichten
    ]
    koppen = ("wat moet", "wie", "uiterlijk", "keren", "telt als", "en anders")
    return Bewijstabel("Wat de burger moet doen", koppen, tuple(rijen))


def _titel(w: Waarneming, verlies: str) -> str:
    return (
        f"Er moet te veel gedaan worden: {toon_getal(w.maat)} handelingen, en wie er één nalaat "
        f"verliest {verlies}"
    )


P07 = Patroon(
    "P07",
    "doenlast",
    "P",
    "Moet iemand meer doen dan gevraagd kan worden om geen schade te lijden?",
    "wat er moet, wanneer, en wat er anders gebeurt",
    "handelingen die de overheid of een programma doet",
    _titel,
    {"zaak": doenlast},
)
