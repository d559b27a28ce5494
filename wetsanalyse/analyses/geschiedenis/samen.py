"""Two small things at once: each by itself does no harm, both together do. [hardheid 11.6]

The changes are bounded: an act left out; an act one or fourteen days late; an authority that pays a
tenth less; a register that says something else. Of one history at most ``PAREN`` pairs are run, in
turn one of each two events, so that none is passed over because another has many changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import combinations, zip_longest
from math import floor
from typing import Any

from wetsanalyse.analyses.geschiedenis.herhaling import LATER
from wetsanalyse.analyses.geschiedenis.historie import (
    BURGER,
    OVERHEID,
    REGISTRATIE,
    Historie,
    Ingreep,
    hoe,
    verschoven,
)
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.feiten import Voorval, Wijziging
from wetsanalyse.model.model import Model
from wetsanalyse.model.terms import Constante
from wetsanalyse.model.types import Soort
from wetsanalyse.run.weergave import toon

PAREN = 150
"""So many pairs of one history are run."""
DEEL = Fraction(1, 10)
"""An amount is tried so much lower (paid) or higher (in a register)."""


@dataclass(frozen=True, slots=True)
class Anders:
    """One event that goes otherwise, in words; None: it does not happen."""

    nummer: int
    hoe: str
    voorval: Voorval | None = field(repr=False)


@dataclass(frozen=True)
class Tweetal:
    """Two changes at once, and the net position with each and with both."""

    een: Anders
    ander: Anders
    alleen: tuple[Fraction, Fraction]
    samen: Fraction
    casus: Casus = field(repr=False)


@dataclass(frozen=True)
class Samen:
    """The pairs of one history that were run, and how many there are."""

    historie: Historie
    netto: Fraction
    tweetallen: tuple[Tweetal, ...] = field(repr=False)
    mogelijk: int

    @property
    def garantie(self) -> str:
        """Of this history and these changes."""
        return "exact" if len(self.tweetallen) == self.mogelijk else "gezocht"


def samen_van(historie: Historie, onschuldig: Fraction, hoogstens: int = PAREN) -> Samen | None:
    """Run each change, and then by two those that cost less than ``onschuldig`` by themselves.
    None: there is nothing to compare with."""
    netto = historie.netto(historie.casus)
    if netto is None:
        return None
    enkel: list[tuple[Anders, Fraction]] = []
    for anders in veranderingen(historie):
        waarde = historie.netto(met(historie, (anders,)))
        if waarde is not None and netto - waarde < onschuldig:
            enkel.append((anders, waarde))
    paren = _om_en_om(enkel)
    tweetallen: list[Tweetal] = []
    onbekend = 0
    for (een, los), (ander, vast) in paren[:hoogstens]:
        casus = met(historie, (een, ander))
        samen = historie.netto(casus)
        if samen is None:
            onbekend += 1
        else:
            tweetallen.append(Tweetal(een, ander, (los, vast), samen, casus))
    return Samen(historie, netto, tuple(tweetallen), len(paren) - onbekend)


def _om_en_om(
    enkel: Sequence[tuple[Anders, Fraction]],
) -> list[tuple[tuple[Anders, Fraction], tuple[Anders, Fraction]]]:
    """Two changes of different events; each two events have their turn."""
    per_paar: dict[tuple[int, int], list[Any]] = {}
    for een, ander in combinations(enkel, 2):
        if een[0].nummer != ander[0].nummer:
            per_paar.setdefault((een[0].nummer, ander[0].nummer), []).append((een, ander))
    rondes = zip_longest(*per_paar.values())
    return [paar for ronde in rondes for paar in ronde if paar is not None]


def met(historie: Historie, anders: Sequence[Anders]) -> Casus:
    """The case in which it went this way. Events on one day keep the order in which they were
    written."""
    per_nummer = {a.nummer: a.voorval for a in anders}
    over: list[tuple[date, int, Voorval]] = []
    for nummer, echt in enumerate(historie.casus.gebeurtenissen):
        voorval = per_nummer.get(nummer, echt)
        if voorval is not None:
            over.append((voorval.datum, nummer, voorval))
    over.sort(key=lambda rij: rij[:2])
    return replace(historie.casus, gebeurtenissen=tuple(v for _, _, v in over))


# ------------------------------------------------------------------ what can go otherwise


def veranderingen(historie: Historie) -> Iterator[Anders]:
    """All small changes of one history, in the order in which it went. What happens in a life is
    left as it was."""
    eind = historie.casus.rekendatum
    for nummer, voorval in enumerate(historie.casus.gebeurtenissen):
        soort = historie.soort(nummer)
        if soort in (BURGER, OVERHEID):
            for dagen in (None, *LATER):
                ingreep = Ingreep(nummer, dagen)
                nieuw = None if dagen is None else verschoven(voorval, dagen)
                if nieuw is None or nieuw.datum <= eind:
                    yield Anders(nummer, hoe(historie, ingreep)[0], nieuw)
        if soort == OVERHEID:
            yield from _met_andere_waarde(historie, nummer, _lager)
        elif soort == REGISTRATIE:
            yield from _met_andere_waarde(historie, nummer, partial(_fout, historie.model))


def _met_andere_waarde(
    historie: Historie, nummer: int, ander: Callable[[Wijziging, Any], Any]
) -> Iterator[Anders]:
    """The event with one of the values that it puts there changed; None: there is no other."""
    voorval = historie.casus.gebeurtenissen[nummer]
    for plaats, wijziging in enumerate(voorval.wijzigingen):
        echt = wijziging.waarde
        if not isinstance(echt, Constante):
            continue
        waarde = ander(wijziging, echt.waarde)
        if waarde is None or waarde == echt.waarde:
            continue
        anders = replace(wijziging, waarde=replace(echt, waarde=waarde))
        alle = (*voorval.wijzigingen[:plaats], anders, *voorval.wijzigingen[plaats + 1 :])
        zin = (
            f"“{voorval.gebeurtenis}” op {voorval.datum:%d-%m-%Y} met “{wijziging.eigenschap}” "
            f"{toon(waarde, wijziging.type)} in plaats van {toon(echt.waarde, wijziging.type)}"
        )
        yield Anders(nummer, zin, replace(voorval, wijzigingen=alle))


def _lager(wijziging: Wijziging, waarde: Any) -> Fraction | None:
    """A tenth less of an amount of money."""
    geld = any(eenheid == "€" for eenheid, _ in wijziging.type.eenheid.machten)
    return _maal(wijziging, waarde, 1 - DEEL) if geld and isinstance(waarde, Fraction) else None


def _fout(model: Model, wijziging: Wijziging, waarde: Any) -> Any:
    """What a register could say wrongly: the opposite, the next of a list, a tenth more."""
    if isinstance(waarde, bool):
        return not waarde
    if wijziging.type.soort is Soort.ENUMERATIE:
        alle = model.enumeraties[wijziging.type.domein or ""]
        return alle[(alle.index(waarde) + 1) % len(alle)]
    if wijziging.type.is_getal and isinstance(waarde, Fraction):
        return _maal(wijziging, waarde, 1 + DEEL)
    return None


def _maal(wijziging: Wijziging, waarde: Fraction, factor: Fraction) -> Fraction:
    """Rounded down to what the property can hold."""
    per = 10 ** (wijziging.type.decimalen or 0)
    return Fraction(floor(waarde * factor * per), per)
