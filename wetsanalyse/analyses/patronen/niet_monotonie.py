"""P09 niet-monotonie: who needs more, is to blame less or tells it earlier is worse off.
[hardheid 4, 11.6]"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wetsanalyse.analyses.burgers.personage import Personage
from wetsanalyse.analyses.geschiedenis.herhaling import LATER, Herhaling, Rij
from wetsanalyse.analyses.geschiedenis.historie import BURGER, LEVEN, Historie, Ingreep, verschil
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.onderscheid import InGegeven, InHistorie, met_gegeven
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat, langs_as
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.patronen.overheidsoorzaak import kalenders
from wetsanalyse.analyses.verlopen.eigen_geld import telt_zelf
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.model import Kenmerk, Model, Orde
from wetsanalyse.model.types import Eenheid, Soort
from wetsanalyse.plan.invoer import is_invoer

EURO_PER_JAAR = Eenheid.van({"€": 1, "jr": -1})


def langs_een_as(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """Along an axis with a declared order, going the way that it names the position may not get
    worse. Every end of every piece is held against the best before it; inside a piece it moves one
    way, or by rounding only."""
    orde = _orde(veeg.plan.model, veeg.casus.huishouden.typen[veeg.object], veeg.as_attribuut.naam)
    if orde is None:
        return
    richting = -1 if orde.richting == "lager" else 1
    drempel = drempels.van("P09", "materieel")
    grens = drempel.waarde * jaarmaat(veeg.plan)
    punten = [
        (x, waarde)
        for s in veeg.netto.stukken
        for x, waarde in ((s.van, s.waarde_van), (s.tot, s.waarde_tot))
        if isinstance(waarde, Fraction)
    ]
    punten.sort(key=lambda p: p[0] * richting)
    eigen = _eigen(veeg)
    beste: tuple[int, Fraction] | None = None
    ergste: tuple[Fraction, int, int] | None = None
    for x, samen in punten:
        waarde = samen - eigen * x
        if beste is not None and beste[1] - waarde > (ergste[0] if ergste else grens):
            ergste = beste[1] - waarde, x, beste[0]
        # Of equals the nearest: the smallest change that shows it.
        if beste is None or waarde >= beste[1]:
            beste = x, waarde
    if ergste is not None:
        maat, burger, buur = ergste
        yield langs_as("P09", veeg, burger, buur, maat, "€", drempel, Verlies(grens))


def _eigen(veeg: Veeg) -> Fraction:
    """What one unit of the axis is worth in the position by itself: who has less has less, and no
    rule is to blame for that."""
    if not telt_zelf(veeg, "voordelen"):
        return Fraction(0)
    per_jaar = veeg.plan.model.eenheden.factor(veeg.as_attribuut.type.eenheid, EURO_PER_JAAR)
    return veeg.as_.eenheid * (per_jaar * jaarmaat(veeg.plan) if per_jaar is not None else 1)


def van_een_burger(p: Personage, drempels: Drempels) -> Iterator[Waarneming]:
    """One citizen for whom something with a declared order is so, and is not so."""
    drempel = drempels.van("P09", "materieel")
    grens = drempel.waarde * jaarmaat(p.plan)
    for naam, orde in _ja_of_nee(p):
        # The second is the one who may not be worse off.
        ander, een = (
            met_gegeven(p.casus, naam, orde.attribuut, (orde.richting == "hoger") is erheen)
            for erheen in (False, True)
        )
        netto, buur = p.netto(een), p.netto(ander)
        if netto is not None and buur is not None and buur - netto > grens:
            paar = InGegeven(p.plan.model, (een, ander), naam, orde.attribuut)
            yield Waarneming(
                "P09", p.plan, p.grond, paar, buur - netto, "€", drempel, Verlies(grens)
            )


def van_een_historie(herhaling: Herhaling, drempels: Drempels) -> Iterator[Waarneming]:
    """Who tells it earlier may not be worse off: what was told as it was held against a later day,
    and an earlier day against what it was."""
    historie = herhaling.historie
    drempel = drempels.van("P09", "materieel")
    grens = drempel.waarde * jaarmaat(historie.plan)
    for rij, winst in (*herhaling.anders(BURGER), *_eerder(herhaling)):
        dagen = rij.ingreep.dagen
        if dagen is None or not _is_melding(historie, rij.ingreep.nummer):
            continue
        eerder = dagen < 0
        verlies = -winst if eerder else winst
        if verlies > grens:
            burger, buur = (rij.casus, historie.casus) if eerder else (historie.casus, rij.casus)
            yield Waarneming(
                "P09",
                historie.plan,
                historie.grond,
                verschil(historie, rij.ingreep, burger=burger, buur=buur, getroffen=eerder),
                verlies,
                "€",
                drempel,
                Verlies(grens),
                bewijs=kalenders(historie, rij),
            )


# ------------------------------------------------------------------ the orders


def _orde(model: Model, objecttype: str, attribuut: str) -> Orde | None:
    """What was declared about an attribute; None: nothing."""
    bereik = model.invoerbereiken.get(objecttype)
    return next((o for o in bereik.ordes if o.attribuut == attribuut), None) if bereik else None


def _ja_of_nee(p: Personage) -> Iterator[tuple[str, Orde]]:
    """Who it is about, and the order: of what is so or not, and that no rule sets."""
    model = p.plan.model
    for naam, objecttype in p.casus.huishouden.objecten:
        bereik = model.invoerbereiken.get(objecttype)
        for orde in bereik.ordes if bereik else ():
            lid = lid_van(model, objecttype, orde.attribuut)
            ja_nee = isinstance(lid, Kenmerk) or lid.type.soort is Soort.BOOLEAN
            if ja_nee and is_invoer(p.plan, objecttype, orde.attribuut):
                yield naam, orde


def _is_melding(historie: Historie, nummer: int) -> bool:
    """Whether an event puts a day on record for which telling earlier was declared."""
    typen = historie.casus.huishouden.typen
    return any(
        (orde := _orde(historie.model, typen[w.object], w.eigenschap)) is not None
        and orde.soort == "melding"
        for w in historie.casus.gebeurtenissen[nummer].wijzigingen
    )


def _eerder(herhaling: Herhaling) -> Iterator[tuple[Rij, Fraction]]:
    """What the citizen told, so many days earlier; not before what happened in a life, since
    nobody can tell that before."""
    historie = herhaling.historie
    gebeurd = historie.casus.gebeurtenissen
    for nummer in historie.nummers(BURGER):
        dag = gebeurd[nummer].datum
        leven = [gebeurd[n].datum for n in historie.nummers(LEVEN) if gebeurd[n].datum <= dag]
        eerst = max(leven, default=historie.begin)
        for dagen in LATER if _is_melding(historie, nummer) else ():
            ingreep = Ingreep(nummer, -dagen)
            if (dag - eerst).days >= dagen:
                casus: Casus = ingreep.op(historie)
                netto = historie.netto(casus)
                if netto is not None and herhaling.netto is not None:
                    yield Rij(ingreep, casus, netto), netto - herhaling.netto


_WIE = {
    "behoefte": "Wie meer nodig heeft krijgt minder",
    "verwijt": "Wie minder te verwijten is krijgt minder",
    "melding": "Wie eerder meldt krijgt minder",
    "opzet": "Wie niets met opzet deed krijgt minder",
}


def _titel(w: Waarneming, verlies: str) -> str:
    verschil_ = w.onderscheid
    naar, van = verschil_.teksten
    if isinstance(verschil_, InHistorie):
        return f"{_WIE['melding']}: {naar} in plaats van {van} kost {verlies}"
    lid = lid_van(w.plan.model, verschil_.objecttype, verschil_.naam)
    orde = _orde(w.plan.model, verschil_.objecttype, lid.naam)
    assert orde is not None
    return f"{_WIE[orde.soort]}: {verschil_.naam} {naar} in plaats van {van} kost {verlies}"


P09 = Patroon(
    "P09",
    "niet-monotonie",
    "2P",
    "Is wie meer nodig heeft, minder te verwijten is of eerder meldt, slechter af?",
    "het paar, met de volgorde die het model noemt",
    "een verkeerde volgorde in het model: een jurist tekent de volgorde",
    _titel,
    {"as": langs_een_as, "burger": van_een_burger, "historie": van_een_historie},
)
