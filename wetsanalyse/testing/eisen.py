"""What can be asked of a citizen in a property test. A demand that is not met is told with the
citizen as a Scenario, ready to be pasted into ``scenarios/``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from wetsanalyse.analyses.bevindingen import maak_bevindingen
from wetsanalyse.analyses.burgers.personage import personage
from wetsanalyse.analyses.geschiedenis.herhaling import herhaal
from wetsanalyse.analyses.geschiedenis.historie import histories
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.onderscheid import OpAs
from wetsanalyse.analyses.oorzaak.waarneming import bovengewoon, jaarmaat
from wetsanalyse.analyses.patronen import PER_ID, Onderwerp, Waarneming, kijk
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import Veeg, veeg_van
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.report.opmaak import met_eenheid
from wetsanalyse.report.scenariotekst import scenario_tekst
from wetsanalyse.run.exact import reken
from wetsanalyse.run.toestanden import geval
from wetsanalyse.run.verloop import Sprong, sprongen
from wetsanalyse.testing.wet import Wet

NAAM = "gevonden door de toets"
DIRECT: tuple[Onderwerp, ...] = ("as", "burger", "historie")
"""What one citizen gives to look at; the other patterns look at what these found."""
OVER_DE_WET = ("P16", "P18")
"""These are about the rules, whoever the citizen is."""


class Hard(AssertionError):
    """The law is harsh for this citizen."""


def geen_klif(wet: Wet, burger: Casus, boven: int | Fraction) -> bool:
    """One legal unit more or less on any axis never costs more than ``boven`` euro a year, with
    the regular change of one unit taken off. True, or a failure that shows who loses it."""
    __tracebackhide__ = True
    if boven <= 0:
        raise ValueError("boven: een bedrag groter dan 0, in euro per jaar")
    stappen = [stap for veeg in _vegen(wet, burger) for stap in _kliffen(veeg, Fraction(boven))]
    if stappen:
        verlies, veeg, sprong = max(stappen, key=lambda stap: stap[0])
        raise Hard(_klifzin(wet, verlies, veeg, sprong, boven))
    return True


def geen_patroon(wet: Wet, burger: Casus, patroon: str) -> bool:
    """The pattern with this id is not seen in this citizen: on no axis, not in the citizen as
    such, and with events not in what happened. True, or a failure that shows whom it hits."""
    __tracebackhide__ = True
    if patroon not in PER_ID or patroon in OVER_DE_WET:
        kan = ", ".join(id_ for id_ in PER_ID if id_ not in OVER_DE_WET)
        raise ValueError(f"“{patroon}” gaat niet over één burger; kies uit {kan}")
    for zin, wie in _gezien(wet, burger, patroon):
        raise Hard(_verhaal(wet, wie, [zin]))
    return True


# ------------------------------------------------------------------ what is looked at


def _vegen(wet: Wet, burger: Casus) -> Iterator[Veeg]:
    plan = wet.plannen.op(burger.rekendatum)
    for opdracht in wet.opdrachten(burger):
        veeg = veeg_van(plan, opdracht)
        if veeg is not None:
            yield veeg


def _dingen(wet: Wet, burger: Casus) -> Iterator[tuple[Onderwerp, Callable[[], Iterable[object]]]]:
    """Each kind of thing that a pattern may look at; made only when one does."""
    yield "as", lambda: _vegen(wet, burger)
    yield "burger", lambda: [personage(wet.plannen.op(burger.rekendatum), burger)]
    verhaal = Scenario(NAAM, None, burger, ())
    yield "historie", lambda: map(herhaal, histories(wet.plannen, [verhaal]))


def _waarnemingen(wet: Wet, burger: Casus, patroon: str | None) -> Iterator[Waarneming]:
    """What is seen in one citizen, by one pattern or by all."""
    drempels = Drempels(wet.model)
    for onderwerp, maak in _dingen(wet, burger):
        if patroon is None or onderwerp in PER_ID[patroon].controles:
            for ding in maak():
                for w in kijk(onderwerp, ding, drempels):
                    if patroon in (None, w.patroon):
                        yield w


def _gezien(wet: Wet, burger: Casus, patroon: str) -> Iterator[tuple[str, Casus]]:
    """What was seen in words, and the citizen who is hit."""
    controles = PER_ID[patroon].controles
    titel = PER_ID[patroon].titel
    if titel is not None:
        for w in _waarnemingen(wet, burger, patroon):
            yield f"{titel(w, _verlies(w))}; {w.onderscheid.hoe}", w.paar[0]
    if not controles.keys() <= set(DIRECT) or not controles:
        # This one looks at what others found, or at the ways out of it.
        plan = wet.plannen.op(burger.rekendatum)
        alle = list(_waarnemingen(wet, burger, None))
        for b in maak_bevindingen(plan, alle) if alle else ():
            if b.patroon == patroon and b.getuigen:
                yield f"{b.titel}; {b.getuigen[0].omschrijving}", b.getuigen[0].burger


def _verlies(w: Waarneming) -> str:
    """What the citizen is short of the neighbour, in words."""
    doel = w.grond.vragen[NETTO]
    een, ander = (reken(w.grond, geval(w.plan, c), (doel,)).waarden[doel] for c in w.paar)
    if isinstance(een, Fraction) and isinstance(ander, Fraction):
        return met_eenheid(ander - een, "€")
    return "een onbekend bedrag"


# ------------------------------------------------------------------ steps on an axis


def _kliffen(veeg: Veeg, boven: Fraction) -> Iterator[tuple[Fraction, Veeg, Sprong]]:
    grens = boven * jaarmaat(veeg.plan)
    for sprong in sprongen(veeg.netto, grens):
        if sprong.sprong is not None and bovengewoon(veeg, sprong) > grens:
            yield bovengewoon(veeg, sprong), veeg, sprong


def _klifzin(wet: Wet, verlies: Fraction, veeg: Veeg, sprong: Sprong, boven: int | Fraction) -> str:
    assert sprong.sprong is not None
    daalt = sprong.sprong < 0
    hier, daar = (sprong.rechts, sprong.links) if daalt else (sprong.links, sprong.rechts)
    paar = OpAs(veeg, hier, daar)
    naar, van = paar.teksten
    waar = f"{veeg.attribuut} van {veeg.object}: van {van} naar {naar}"
    te_veel = f"meer dan {met_eenheid(boven, '€/jr')} mag niet"
    return _verhaal(
        wet, paar.paar[0], [f"klif bij {waar} kost {met_eenheid(verlies, '€')}", te_veel]
    )


def _verhaal(wet: Wet, burger: Casus, zinnen: Iterable[str]) -> str:
    """All of it can be pasted as it stands: the sentences are comments."""
    commentaar = "".join(f"// {zin}\n" for zin in zinnen)
    return f"\n{commentaar}{scenario_tekst(burger, wet.model, NAAM)}"
