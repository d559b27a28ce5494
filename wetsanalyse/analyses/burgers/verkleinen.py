"""Two citizens to show beside the worst one: the plausible one, as near to the modal person as the
harm allows, and the smallest one. [hardheid 10, 11.4]

Input by input, in a fixed order, each value goes as far toward its goal as it can while the pair
stays harsh; of a number the last harsh place is found by halving. It says nothing about all
citizens: there may be a nearer one that needs two changes at once."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import floor
from typing import Any

from wetsanalyse.analyses.burgers.strategieen import Getalkeuze, Keuzen, Plek, keuzen
from wetsanalyse.analyses.oorzaak.onderscheid import OpAs, met_gegeven
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.model.casus import Casus
from wetsanalyse.run.exact import uitkomsten
from wetsanalyse.run.toestanden import geval

Doel = Callable[[Keuzen, Plek], list[Any]]
"""The values to go to, the best first."""


def aannemelijk(w: Waarneming) -> tuple[Casus, Casus] | None:
    """The pair nearest to the modal person. None: the pattern does not look along an axis."""
    return _verklein(w, _modaal)


def kleinst(w: Waarneming) -> tuple[Casus, Casus] | None:
    """The pair with the smallest numbers and the fewest properties that are true."""
    return _verklein(w, _klein)


def _modaal(k: Keuzen, plek: Plek) -> list[Any]:
    if plek in k.getallen:
        g = k.getallen[plek]
        return [g.modaal * g.per]
    return [k.soorten[plek][0]]


def _klein(k: Keuzen, plek: Plek) -> list[Any]:
    if plek in k.getallen:
        g = k.getallen[plek]
        return [max(g.laag, min(0, g.hoog)) * g.per]
    return [False] if False in k.soorten[plek] else [k.soorten[plek][0]]


def _verklein(w: Waarneming, doel: Doel) -> tuple[Casus, Casus] | None:
    verschil = w.onderscheid
    if not isinstance(verschil, OpAs):
        return None
    as_: Plek = (verschil.object, verschil.naam)
    waarden = verschil.waarden
    k = keuzen(w.plan, w.grond, verschil.veeg.casus)

    def paar(casus: Casus) -> tuple[Casus, Casus]:
        een, ander = (met_gegeven(casus, *as_, waarde) for waarde in waarden)
        return een, ander

    def is_hard(casus: Casus) -> bool:
        een, ander = (_antwoorden(w, c) for c in paar(casus))
        return w.hard.is_hard(een, ander)

    nu = verschil.veeg.casus
    if not is_hard(nu):
        return None
    for plek in (*k.getallen, *k.soorten):
        if plek != as_:
            nu = _stap(k, plek, nu, doel(k, plek), is_hard)
    return paar(nu)


def _antwoorden(w: Waarneming, casus: Casus) -> list[Any]:
    slots = tuple(w.grond.vragen[v] for v in w.hard.vragen)
    return list(uitkomsten(w.grond, geval(w.plan, casus), slots))


def _stap(
    k: Keuzen, plek: Plek, nu: Casus, doelen: list[Any], is_hard: Callable[[Casus], bool]
) -> Casus:
    """One input toward its goal."""
    huidig = nu.invoer.get(plek)
    for waarde in doelen:
        if waarde == huidig:
            return nu
        anders = met_gegeven(nu, *plek, waarde)
        if is_hard(anders):
            return anders
    g = k.getallen.get(plek)
    if g is None or not isinstance(huidig, int | Fraction):
        return nu
    return _halveer(plek, g, nu, Fraction(huidig), doelen[0], is_hard)


def _halveer(
    plek: Plek,
    g: Getalkeuze,
    nu: Casus,
    huidig: Fraction,
    doel: Fraction,
    is_hard: Callable[[Casus], bool],
) -> Casus:
    """The last harsh place between where the number is and where it should go."""
    hard, zacht = floor(huidig / g.per), floor(doel / g.per)
    beste = nu
    while abs(hard - zacht) > 1:
        midden = (hard + zacht) // 2
        anders = met_gegeven(nu, *plek, midden * g.per)
        if is_hard(anders):
            hard, beste = midden, anders
        else:
            zacht = midden
    return beste
