"""What the solver adds to an examination: worse citizens that no search found, and proof that there
are none worse. [hardheid 11.5]

A certificate is for one kind of household and one axis, over the whole declared input range."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.bewijs.bewijsclausules import kan_vervuld
from wetsanalyse.analyses.bewijs.kliffen import getuigen, slechtste_klif
from wetsanalyse.analyses.oorzaak.onderscheid import OpAs
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.uitwegen.clausulevondsten import bevinding
from wetsanalyse.analyses.verlopen.vegen import Opdracht, Veeg, veeg_van
from wetsanalyse.model.casus import Huishouden
from wetsanalyse.model.model import geldt
from wetsanalyse.plan.lower import Plan
from wetsanalyse.run.symbolisch_zoeken import Bewijs

Assleutel = tuple[Huishouden, str, str]
Certificaten = Mapping[Assleutel, Bewijs]
Voortgang = Callable[[int, int], None]


def assleutel(w: Waarneming) -> Assleutel | None:
    """Kind of household and axis; None: it was not seen on an axis."""
    verschil = w.onderscheid
    if not isinstance(verschil, OpAs):
        return None
    return verschil.veeg.casus.huishouden, verschil.object, verschil.naam


def te_bewijzen(gezien: Iterable[Waarneming], hoogstens: int) -> list[Assleutel]:
    """The axes on which a klif was seen, the greatest loss first, each once."""
    kliffen = [w for w in gezien if w.patroon == "P01"]
    kliffen.sort(key=lambda w: -w.maat)
    sleutels = (assleutel(w) for w in kliffen)
    return list(dict.fromkeys(s for s in sleutels if s is not None))[:hoogstens]


@dataclass(frozen=True, slots=True)
class Uitslag:
    """A certificate, and the sweep through its worst citizen, if that is a new one."""

    sleutel: Assleutel
    bewijs: Bewijs
    veeg: Veeg | None


def bewijs_kliffen(
    plan: Plan,
    sleutels: list[Assleutel],
    opdrachten: Iterable[Opdracht],
    seconden: float,
    voortgang: Voortgang,
) -> Iterator[Uitslag]:
    """Ask the solver for the worst step on each axis; its witness is swept like everybody."""
    per_as = {(o.casus.huishouden, o.object, o.attribuut): o for o in opdrachten}
    for nummer, sleutel in enumerate(sleutels):
        voortgang(nummer, len(sleutels))
        huishouden, object_, attribuut = sleutel
        bewijs = slechtste_klif(plan, huishouden, (object_, attribuut), tijd=seconden)
        burgers = getuigen(bewijs, plan, huishouden)
        opdracht = per_as.get(sleutel)
        veeg = None
        if burgers and opdracht is not None:
            veeg = veeg_van(plan, opdracht.op(burgers[0]))
        yield Uitslag(sleutel, bewijs, veeg)
    voortgang(len(sleutels), len(sleutels))


def is_ergste(w: Waarneming, verlies: Fraction, certificaten: Certificaten) -> Bewijs | None:
    """The proof that nobody loses more by one step on this axis; None: there is none."""
    sleutel = assleutel(w)
    bewijs = certificaten.get(sleutel) if sleutel is not None else None
    if bewijs is None or w.patroon != "P01" or bewijs.uitkomst != "bewezen":
        return None
    return bewijs if bewijs.maat is not None and verlies >= bewijs.maat else None


def zonder_antwoord(certificaten: Certificaten) -> Iterator[str]:
    """What the solver could not tell: an answer of its own."""
    for (_, object_, attribuut), bewijs in certificaten.items():
        if bewijs.uitkomst == "onbekend":
            yield f"geen bewijs langs {attribuut} van {object_}: {bewijs.reden}"


# ------------------------------------------------------------------ clauses that cannot apply


def dode_clausules(
    plan: Plan, huishoudens: Iterable[Huishouden], seconden: float
) -> Iterator[Bevinding | str]:
    """P16: for each clause in force, whether anybody can meet its condition, in any kind of
    household that was looked at. A finding where it is proven that nobody can; a sentence where it
    is not known."""
    soorten = list(dict.fromkeys(huishoudens))
    for naam, clausule in plan.model.clausules.items():
        versie = next((v for v in clausule.versies if geldt(v.van, v.tot, plan.rekendatum)), None)
        if versie is None or versie.voorwaarde is None:
            continue
        passend = [h for h in soorten if versie.objecttype in h.typen.values()]
        uitslagen = []
        for huishouden in passend:
            uitslagen.append(kan_vervuld(plan, huishouden, versie, tijd=seconden))
            if uitslagen[-1].uitkomst == "tegenvoorbeeld":
                break
        if not uitslagen or uitslagen[-1].uitkomst == "tegenvoorbeeld":
            continue
        open_ = next((u.reden for u in uitslagen if u.uitkomst == "onbekend"), None)
        if open_ is not None:
            yield f"of de clausule {naam} ooit kan gelden is onbekend: {open_}"
            continue
        titel = f"De clausule {naam} kan voor niemand gelden: niemand voldoet aan haar voorwaarde"
        yield bevinding(plan, "P16", naam, titel, "pas de voorwaarde aan", "bewezen")
