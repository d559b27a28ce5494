"""P08 cumulatie: one fact sets off several adverse steps, or rules make each other worse.
[hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bewijstabel
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.bedragen import in_centen
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.tweeling import Samenstel, samenstel, tweeling
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat, langs_as
from wetsanalyse.analyses.oorzaak.zaak import Zaak
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.patronen.twee_tegelijk import twee_tegelijk
from wetsanalyse.analyses.verlopen.vegen import Veeg


def bij_een_zaak(zaak: Zaak, drempels: Drempels) -> Iterator[Waarneming]:
    """Of a pair that another pattern found: which steps differ, and what does each cost?"""
    if zaak.waarneming.patroon != "P08":
        yield from _als_cumulatie(zaak.waarneming, samenstel(zaak.paar), drempels)


def op_een_as(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """At the greatest jump along an axis: losses below every other threshold may stack."""
    sprongen = [(abs(g.sprong), g) for g in veeg.netto.grenzen if g.sprong is not None]
    if not sprongen:
        return
    grootte, grens = max(sprongen, key=lambda rij: rij[0])
    materieel = drempels.van("P08", "materieel")
    maat = jaarmaat(veeg.plan)
    klif = drempels.van("P01", "hard").waarde * maat
    if not materieel.waarde * maat <= grootte < klif:
        return
    daalt = grens.sprong is not None and grens.sprong < 0
    burger, buur = (grens.rechts, grens.links) if daalt else (grens.links, grens.rechts)
    hard = Verlies(materieel.waarde * maat)
    w = langs_as("P08", veeg, burger, buur, grootte, "€", materieel, hard, grens.stap)
    paar = tweeling(w.plan, w.grond, *w.paar)
    yield from _als_cumulatie(w, samenstel(paar), drempels)


def _als_cumulatie(w: Waarneming, s: Samenstel | None, drempels: Drempels) -> Iterator[Waarneming]:
    """It is cumulation when one fact sets off two adverse steps that each cost a material amount by
    themselves, or when a step that costs something by itself, however little, sets off another
    that costs far more: together they lose more than the sum of each alone."""
    materieel = drempels.van("P08", "materieel")
    grens = materieel.waarde * jaarmaat(w.plan)
    if s is None or s.samen < grens:
        return
    zelfstandig = [d for d in s.delen if d.alleen >= grens]
    stappen = drempels.van("P08", "stappen")
    meer = s.samen - sum((d.alleen for d in s.delen), Fraction(0))
    versterkt = meer >= grens and any(
        d.alleen > 0 and s.samen - d.zonder - d.alleen >= grens for d in s.delen
    )
    if len(zelfstandig) >= stappen.waarde:
        maat, eenheid, drempel = Fraction(len(zelfstandig)), "stappen", stappen
    elif versterkt:
        maat, eenheid, drempel = meer, "€", materieel
    else:
        return
    yield Waarneming(
        "P08", w.plan, w.grond, w.onderscheid, maat, eenheid, drempel, Verlies(grens), w.stap,
        garantie=w.garantie, bewijs=(_stapel(s),),
    )  # fmt: skip


def _stapel(s: Samenstel) -> Bewijstabel:
    """What each step costs by itself, and what the rest costs without it."""
    rijen = [(d.regel, in_centen(d.alleen), in_centen(d.zonder)) for d in s.delen]
    rijen.append(("alles samen", in_centen(s.samen), ""))
    return Bewijstabel(
        "Wat elke stap alleen kost, en wat er zonder die stap nog verloren gaat",
        ("regel", "alleen deze stap", "zonder deze stap"),
        tuple(rijen),
    )


def _titel(w: Waarneming, verlies: str) -> str:
    naar, van = w.onderscheid.teksten
    return (
        f"Gevolgen stapelen zich op bij {w.onderscheid.naam}: {naar} in plaats van {van} kost "
        f"samen {verlies}"
    )


P08 = Patroon(
    "P08",
    "cumulatie",
    "kP",
    "Zet één feit meer nadelige stappen in gang, of maken regels elkaar erger?",
    "wat elke stap alleen kost, en wat zij samen kosten",
    "regelingen die elkaar bedoeld vervangen",
    _titel,
    {"as": op_een_as, "zaak": bij_een_zaak, "historie": twee_tegelijk},
)
