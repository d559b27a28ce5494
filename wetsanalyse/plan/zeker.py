"""What is certain of a step whatever the inputs are: the bounds of a number, the answer of a test.

Only so can it be known, before anything runs, that a recursive group stops. What is said here is
never too much: what is not understood is simply not certain. A fault is left out of account: it
comes on top of what is said. [4.9]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from wetsanalyse.model.types import Type
from wetsanalyse.plan.ops import LEEG, Op, Step


@dataclass(frozen=True, slots=True)
class Getal:
    """A number between bounds (None: no bound), or, when ``leeg``, perhaps no value."""

    laag: Fraction | None
    hoog: Fraction | None
    leeg: bool = False

    def als_nul(self) -> Getal:
        """As a term of a sum, where leeg counts as 0."""
        if not self.leeg:
            return self
        return replace(samen(self, Getal(NUL, NUL)), leeg=False)


Mogelijk = Getal | bool | None
"""A number, a test that is certainly true or certainly not true, or nothing certain."""
NUL = Fraction(0)
NIETS = Getal(NUL, NUL, leeg=True)


def samen(een: Getal, ander: Getal) -> Getal:
    """One of the two."""
    laag = None if een.laag is None or ander.laag is None else min(een.laag, ander.laag)
    hoog = None if een.hoog is None or ander.hoog is None else max(een.hoog, ander.hoog)
    return Getal(laag, hoog, een.leeg or ander.leeg)


class Zeker:
    """Keeps what is known of the steps of a plan that is still growing."""

    def __init__(self, steps: list[Step], parameters: Mapping[str, Any]) -> None:
        self.steps, self.parameters = steps, parameters
        self.bekend: dict[int, Mogelijk] = {}

    def nooit(self, slot: int) -> bool:
        """Whether a test is certainly not true."""
        return self.van(slot) is False

    def van(self, slot: int) -> Mogelijk:
        nodig: set[int] = set()
        stapel = [slot]
        while stapel:
            nummer = stapel.pop()
            if nummer not in self.bekend and nummer not in nodig:
                nodig.add(nummer)
                stapel += self.steps[nummer].args
        for nummer in sorted(nodig):
            self.bekend[nummer] = self._stap(self.steps[nummer])
        return self.bekend[slot]

    def _stap(self, step: Step) -> Mogelijk:
        if step.op is Op.INVOER:
            return van_invoer(step.type)
        if step.op is Op.CONSTANTE:
            return van_waarde(step.par)
        if step.op is Op.PARAMETER:
            return van_waarde(self.parameters.get(step.par, LEEG))
        functie = _FUNCTIES.get(step.op)
        return functie([self.bekend[a] for a in step.args], step.par) if functie else None


def van_waarde(waarde: Any) -> Mogelijk:
    if isinstance(waarde, bool):
        return waarde
    if isinstance(waarde, Fraction | int):
        return Getal(Fraction(waarde), Fraction(waarde))
    return NIETS if waarde is LEEG else None


def van_invoer(type_: Type) -> Mogelijk:
    """An input is checked against its type, but may be left out."""
    if not type_.is_getal or type_.korrel is not None:
        return None
    laag = {"positief": Fraction(type_.decimalen == 0), "niet-negatief": NUL}
    hoog = NUL if type_.bereik == "negatief" else None
    return Getal(laag.get(type_.bereik or ""), hoog, leeg=True)


# ------------------------------------------------------------------ the operations

Delen = Sequence[Mogelijk]


def _som(links: Getal, rechts: Getal) -> Getal:
    laag = None if links.laag is None or rechts.laag is None else links.laag + rechts.laag
    hoog = None if links.hoog is None or rechts.hoog is None else links.hoog + rechts.hoog
    return Getal(laag, hoog, links.leeg)


def _negatief(getal: Getal) -> Getal:
    laag = None if getal.hoog is None else -getal.hoog
    hoog = None if getal.laag is None else -getal.laag
    return Getal(laag, hoog, getal.leeg)


def _getallen(delen: Delen) -> list[Getal] | None:
    gevonden = [d for d in delen if isinstance(d, Getal)]
    return gevonden if len(gevonden) == len(delen) else None


def _plus(delen: Delen, _par: Any) -> Mogelijk:
    paar = _getallen(delen)
    return _som(paar[0].als_nul(), paar[1].als_nul()) if paar else None


def _min(delen: Delen, _par: Any) -> Mogelijk:
    paar = _getallen(delen)
    return _som(paar[0].als_nul(), _negatief(paar[1].als_nul())) if paar else None


def _verminderd(delen: Delen, _par: Any) -> Mogelijk:
    paar = _getallen(delen)
    return _som(paar[0], _negatief(paar[1].als_nul())) if paar else None


def _schaal(delen: Delen, par: Fraction) -> Mogelijk:
    getal = delen[0]
    if not isinstance(getal, Getal) or par < 0:
        return None
    laag = None if getal.laag is None else getal.laag * par
    hoog = None if getal.hoog is None else getal.hoog * par
    return Getal(laag, hoog, getal.leeg)


def _zelfde(delen: Delen, _par: Any) -> Mogelijk:
    return delen[0]


def _vergelijk(delen: Delen, par: Any) -> Mogelijk:
    paar = _getallen(delen)
    if paar is None or par.soort != "getal" or par.teken not in _TEKENS:
        return None
    links, rechts = paar
    kleiner, streng = _TEKENS[par.teken]
    if not kleiner:
        links, rechts = rechts, links
    # Now: is left less than right (or, not strict, equal)? With leeg it never is.
    if not (links.leeg or rechts.leeg) and _altijd(links.hoog, rechts.laag, streng=streng):
        return True
    return False if _altijd(rechts.hoog, links.laag, streng=not streng) else None


def _altijd(hoogste: Fraction | None, laagste: Fraction | None, *, streng: bool) -> bool:
    if hoogste is None or laagste is None:
        return False
    return hoogste < laagste or (hoogste == laagste and not streng)


_TEKENS = {"<": (True, True), "<=": (True, False), ">": (False, True), ">=": (False, False)}


def _niet(delen: Delen, _par: Any) -> Mogelijk:
    return not delen[0] if isinstance(delen[0], bool) else None


def _tel(delen: Delen, par: Any) -> Mogelijk:
    laag = sum(d is True for d in delen)
    hoog = len(delen) - sum(d is False for d in delen)
    genoeg = {"alle": len(delen), "ten minste": par.aantal}.get(par.soort)
    if genoeg is not None:
        return True if laag >= genoeg else (False if hoog < genoeg else None)
    meest = {"geen": 0, "ten hoogste": par.aantal}.get(par.soort)
    if meest is None:
        return None
    return True if hoog <= meest else (False if laag > meest else None)


def _een_van(delen: Delen, _par: Any) -> Mogelijk:
    if any(d is True for d in delen):
        return True
    return False if all(d is False for d in delen) else None


def _indien(delen: Delen, _par: Any) -> Mogelijk:
    bewaker, waarde = delen
    if bewaker is True or not isinstance(waarde, Getal):
        return waarde if bewaker is True else None
    return NIETS if bewaker is False else replace(waarde, leeg=True)


def _kies(delen: Delen, _par: Any) -> Mogelijk:
    """What fires for certain is the value: another value beside it would be a fault."""
    return _keuze(delen[:-1], delen[-1])


def _enige(delen: Delen, par: Any) -> Mogelijk:
    return _keuze(delen, van_waarde(par))


def _keuze(takken: Delen, basis: Mogelijk) -> Mogelijk:
    paren = list(zip(takken[::2], takken[1::2], strict=True))
    zeker = [waarde for bewaker, waarde in paren if bewaker is True]
    if zeker:
        return zeker[0]
    uit = basis
    for bewaker, waarde in paren:
        if bewaker is not False:
            uit = _of(uit, waarde)
    return uit


def _of(een: Mogelijk, ander: Mogelijk) -> Mogelijk:
    if isinstance(een, Getal) and isinstance(ander, Getal):
        return samen(een, ander)
    return een if isinstance(een, bool) and een is ander else None


_FUNCTIES: Mapping[Op, Callable[[Delen, Any], Mogelijk]] = {
    Op.PLUS: _plus,
    Op.MIN: _min,
    Op.VERMINDERD: _verminderd,
    Op.SCHAAL: _schaal,
    Op.CONTROLE: _zelfde,
    Op.VERGELIJK: _vergelijk,
    Op.NIET: _niet,
    Op.TEL: _tel,
    Op.EEN_VAN: _een_van,
    Op.INDIEN: _indien,
    Op.KIES: _kies,
    Op.ENIGE: _enige,
}
