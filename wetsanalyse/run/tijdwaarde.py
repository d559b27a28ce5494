"""Values over time: step functions of the day, generic over the number type. [5]

A `Tijdwaarde` covers all days: before the first cut, between cuts, after the last. Where there is
no value it says leeg. Combining takes all cuts together and computes each stretch as if it stood
alone; neighbours that are equal are joined.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.ops import LEEG, Fout, Op, Tijdseenheid, Tijdvakvorm
from wetsanalyse.run import kalender
from wetsanalyse.run.getallen import NUL
from wetsanalyse.run.lui import Lui


def op_dag(g: Any, waarde: Any, dag: Any) -> Any:
    """The value on a day."""
    if not isinstance(waarde, Tijdwaarde):
        return waarde
    for knip, stuk in zip(waarde.knips, waarde.waarden, strict=False):
        if g.vergelijk("<", dag, knip):
            return stuk
    return waarde.waarden[-1]


def van_delen(g: Any, knips: Sequence[Any], waarden: Sequence[Any]) -> Any:
    """Equal neighbours joined; without cuts it is just a value."""
    houd_knips: list[Any] = []
    houd: list[Any] = [waarden[0]]
    for knip, waarde in zip(knips, waarden[1:], strict=True):
        if g.zelfde(houd[-1], waarde):
            continue
        houd_knips.append(knip)
        houd.append(waarde)
    return Tijdwaarde(tuple(houd_knips), tuple(houd)) if houd_knips else houd[0]


def knips_van(g: Any, waarden: Sequence[Any]) -> list[Any]:
    """The cuts of all values together, in order, each day once."""
    alle: list[Any] = []
    for waarde in waarden:
        if isinstance(waarde, Tijdwaarde):
            alle = _samen(g, alle, waarde.knips)
    return alle


def _samen(g: Any, links: Sequence[Any], rechts: Sequence[Any]) -> list[Any]:
    uit: list[Any] = []
    i = j = 0
    while i < len(links) and j < len(rechts):
        if g.vergelijk("<", links[i], rechts[j]):
            uit.append(links[i])
            i += 1
        else:
            gelijk = g.vergelijk("=", links[i], rechts[j])
            uit.append(rechts[j])
            i, j = i + gelijk, j + 1
    return [*uit, *links[i:], *rechts[j:]]


def vlak(g: Any, waarde: Any, knips: Sequence[Any]) -> list[Any]:
    """The value on each stretch between ``knips``, which must hold all its own cuts."""
    if not isinstance(waarde, Tijdwaarde):
        return [waarde] * (len(knips) + 1)
    uit, i = [waarde.waarden[0]], 0
    for knip in knips:
        if i < len(waarde.knips) and g.vergelijk("=", waarde.knips[i], knip):
            i += 1
        uit.append(waarde.waarden[i])
    return uit


def getild(g: Any, functie: Callable[[list[Any]], Any], args: Sequence[Any]) -> Any:
    """A function of plain values over values in time: stretch by stretch. [5, combineren]"""
    knips = knips_van(g, args)
    if not knips:
        return functie(list(args))
    kolommen = [vlak(g, arg, knips) for arg in args]
    return van_delen(g, knips, [functie(list(rij)) for rij in zip(*kolommen, strict=True)])


Luie = Callable[[Any, tuple[int, ...], Any], Lui]


def luie_in_tijd(maak: Luie) -> Luie:
    """A lazy operation that may meet a value over time: then it sees all its arguments, and
    stretch by stretch asks for no more than it needs."""

    def lui(g: Any, args: tuple[int, ...], par: Any) -> Lui:
        loop = maak(g, args, par)
        bekend: dict[int, Any] = {}
        try:
            vraag = next(loop)
            while True:
                bekend[vraag] = yield vraag
                if bekend[vraag].__class__ is Tijdwaarde:
                    break
                vraag = loop.send(bekend[vraag])
        except StopIteration as einde:
            return einde.value
        for arg in args:
            if arg not in bekend:
                bekend[arg] = yield arg
        rijen = [bekend[arg] for arg in args]
        return getild(g, lambda rij: _loop_af(maak(g, args, par), args, rij), rijen)

    return lui


def _loop_af(loop: Lui, args: tuple[int, ...], rij: Sequence[Any]) -> Any:
    """The outcome of a lazy operation whose arguments are all known."""
    tafel = dict(zip(args, rij, strict=True))
    try:
        vraag = next(loop)
        while True:
            vraag = loop.send(tafel[vraag])
    except StopIteration as einde:
        return einde.value


# ------------------------------------------------------------------ periods


def periode(g: Any, van: Any, tot: Any, *, tot_en_met: bool = False) -> Any:
    """True from ``van`` up to ``tot`` (None: no bound). A bound that is leeg: without a begin
    it is never that time; without an end it has none."""
    if van is LEEG:
        return False
    eind = None if tot is LEEG else tot
    if eind is not None and tot_en_met:
        eind = g.plus(eind, g.const(Fraction(1)))
    if van is None and eind is None:
        return True
    if van is None:
        return Tijdwaarde((eind,), (True, False))
    if eind is None:
        return Tijdwaarde((van,), (False, True))
    if not g.vergelijk("<", van, eind):
        return False
    return Tijdwaarde((van, eind), (False, True, False))


def binnen(g: Any, waarde: Any, wanneer: Any) -> Any:
    """The value while ``wanneer`` is true, leeg outside."""

    def kies(paar: list[Any]) -> Any:
        x, w = paar
        if isinstance(w, Fout):
            return w
        return x if w is True else LEEG

    return getild(g, kies, [waarde, wanneer])


# ------------------------------------------------------------------ months and years [5]


def tijdvak(g: Any, dag: Any, per: str) -> int | Fout:
    """The number of the calendar month (or year) of a day; recorded."""
    maand = g.stap(kalender.maandindex, dag)
    if isinstance(maand, Fout):
        return maand
    return int(maand) // 12 if per == "jaar" else int(maand)


def begin_van(nummer: int, per: str) -> int | Fout:
    """The first day of a calendar month or year, as an ordinal."""
    return kalender.eerste_van(nummer * 12 if per == "jaar" else nummer)


def per_tijdvak(
    g: Any,
    waarden: Sequence[Any],
    per: str,
    horizon: tuple[int, int],
    vak: Callable[[list[tuple[Any, list[Any]]], int], Any],
) -> Any:
    """For each calendar period within the horizon the outcome of ``vak``, which gets the
    stretches inside it, (length in days, values), and the number of its days. Outside the
    horizon (first day, day after the last) nothing can be said: a fault."""
    eerste = tijdvak(g, g.const(Fraction(horizon[0])), per)
    laatste = tijdvak(g, g.const(Fraction(horizon[1] - 1)), per)
    if isinstance(eerste, Fout) or isinstance(laatste, Fout):
        return eerste if isinstance(eerste, Fout) else laatste
    grenzen = [begin_van(n, per) for n in range(eerste, laatste + 2)]
    buiten = Fout(
        "TT-ONBEGRENSD", "Deze tijd heeft geen einde: er is niet te zeggen hoeveel dagen dat zijn."
    )
    uit: list[Any] = [buiten]
    knips: list[Any] = []
    alle = knips_van(g, waarden)
    for van, tot in pairwise(grenzen):
        assert isinstance(van, int)
        assert isinstance(tot, int)
        knips.append(g.const(Fraction(van)))
        uit.append(vak(_stukken(g, waarden, alle, van, tot), tot - van))
    slot = grenzen[-1]
    assert isinstance(slot, int)
    return van_delen(g, [*knips, g.const(Fraction(slot))], [*uit, buiten])


def _stukken(
    g: Any, waarden: Sequence[Any], knips: Sequence[Any], van: int, tot: int
) -> list[tuple[Any, list[Any]]]:
    """The stretches of [van, tot): (days, values)."""
    begin, eind = g.const(Fraction(van)), g.const(Fraction(tot))
    binnen_ = [k for k in knips if g.vergelijk("<", begin, k) and g.vergelijk("<", k, eind)]
    randen = [begin, *binnen_, eind]
    return [
        (
            g.plus(b, g.negeer(a)),
            [op_dag(g, w, a) for w in waarden],
        )
        for a, b in pairwise(randen)
    ]


def aantal_dagen(g: Any, wanneer: Any, per: str, horizon: tuple[int, int]) -> Any:
    """``het aantal dagen in de maand dat …``: per calendar period, 0 when there is none."""

    def vak(stukken: list[tuple[Any, list[Any]]], _dagen: int) -> Any:
        som = g.const(NUL)
        for lengte, (w,) in stukken:
            if isinstance(w, Fout):
                return w
            if w is True:
                som = g.plus(som, lengte)
        return som

    return per_tijdvak(g, [wanneer], per, horizon, vak)


def evenredig(g: Any, waarde: Any, wanneer: Any, per: str, horizon: tuple[int, int]) -> Any:
    """``het tijdsevenredig deel per maand van x``: x times the part of the days on which it
    counts; leeg where x is leeg on all of those."""

    def vak(stukken: list[tuple[Any, list[Any]]], dagen: int) -> Any:
        som, iets, telt = g.const(NUL), False, False
        for lengte, (x, w) in stukken:
            if isinstance(w, Fout):
                return w
            if w is not True:
                continue
            telt = True
            if isinstance(x, Fout):
                return x
            if x is not LEEG:
                iets = True
                som = g.plus(som, g.schaal(g.maal(x, lengte), Fraction(1, dagen)))
        return LEEG if telt and not iets else som

    return per_tijdvak(g, [waarde, wanneer], per, horizon, vak)


def hele_periode(g: Any, wanneer: Any, per: str) -> Any:
    """True in a calendar month or year on every day of which it is true."""
    if not isinstance(wanneer, Tijdwaarde):
        return wanneer
    knips: list[Any] = []
    for knip in wanneer.knips:
        nummer = tijdvak(g, knip, per)
        if isinstance(nummer, Fout):
            return nummer
        van, tot = begin_van(nummer, per), begin_van(nummer + 1, per)
        assert isinstance(van, int)
        assert isinstance(tot, int)
        grenzen = [g.const(Fraction(van)), g.const(Fraction(tot))]
        if g.vergelijk("=", knip, grenzen[0]):
            grenzen = grenzen[:1]
        knips = _samen(g, knips, grenzen)
    uit = [wanneer.waarden[0]]
    for i, knip in enumerate(knips):
        eind = knips[i + 1] if i + 1 < len(knips) else None
        uit.append(_overal(g, wanneer, knip, eind))
    return van_delen(g, knips, uit)


def _overal(g: Any, wanneer: Tijdwaarde, van: Any, tot: Any) -> Any:
    waarden = [op_dag(g, wanneer, van)]
    for knip, waarde in zip(wanneer.knips, wanneer.waarden[1:], strict=True):
        if g.vergelijk("<", van, knip) and (tot is None or g.vergelijk("<", knip, tot)):
            waarden.append(waarde)
    fout = next((w for w in waarden if isinstance(w, Fout)), None)
    if fout is not None and not any(w is False for w in waarden):
        return fout
    return all(w is True for w in waarden)


# ------------------------------------------------------------------ the total over time [5]


def totaal(g: Any, waarde: Any, tijdsbasis: str, factor: Fraction) -> Any:
    """The sum over time of a value per unit of time. ``tijdsbasis``: ``dg`` or ``mnd``;
    ``factor``: how many of those the unit is. A part of a month counts by the days of it."""
    if not isinstance(waarde, Tijdwaarde):
        return _onbegrensd(g, waarde)
    for rand in (waarde.waarden[0], waarde.waarden[-1]):
        if rand is not LEEG:
            uitslag = _onbegrensd(g, rand)
            if isinstance(uitslag, Fout):
                return uitslag
    som = g.const(NUL)
    for van, tot, x in zip(waarde.knips, waarde.knips[1:], waarde.waarden[1:], strict=False):
        if isinstance(x, Fout):
            return x
        if x is LEEG:
            continue
        duur = lengte_in(g, van, tot, tijdsbasis)
        if isinstance(duur, Fout):
            return duur
        som = g.plus(som, g.schaal(g.maal(x, duur), 1 / factor))
    return som


def _onbegrensd(g: Any, waarde: Any) -> Any:
    """What a value without an end adds up to: nothing when there is none."""
    if isinstance(waarde, Fout):
        return waarde
    if waarde is LEEG or (g.is_getal(waarde) and g.vergelijk("=", waarde, g.const(NUL))):
        return g.const(NUL)
    return Fout("TT-ONBEGRENSD", "Deze waarde geldt zonder einde: het totaal heeft geen grens.")


def lengte_in(g: Any, van: Any, tot: Any, basis: str) -> Any:
    """The length of a stretch in days, or in months with parts of months by their days."""
    if basis == "dg":
        return g.plus(tot, g.negeer(van))
    eerste, laatste = tijdvak(g, van, "maand"), tijdvak(g, tot, "maand")
    if isinstance(eerste, Fout) or isinstance(laatste, Fout):
        return eerste if isinstance(eerste, Fout) else laatste
    begin, eind = _deel(g, van, eerste), _deel(g, tot, laatste)
    heel = g.const(Fraction(laatste - eerste))
    return g.plus(g.plus(heel, eind), g.negeer(begin))


def _deel(g: Any, dag: Any, maand: int) -> Any:
    """Which part of its month has gone by at the start of a day."""
    van, tot = kalender.eerste_van(maand), kalender.eerste_van(maand + 1)
    assert isinstance(van, int)
    assert isinstance(tot, int)
    return g.schaal(g.plus(dag, g.const(Fraction(-van))), Fraction(1, tot - van))


# ------------------------------------------------------------------ the operations of the plan

Tijdfunctie = Callable[[Any, Any, list[Any], tuple[int, int]], Any]
"""Number type, parameter of the step, values, horizon."""


def _tijdvak(g: Any, par: Tijdvakvorm, args: list[Any], _horizon: tuple[int, int]) -> Any:
    van, tot = args
    return periode(
        g,
        van if par.begin else None,
        tot if par.eind else None,
        tot_en_met=par.inclusief,
    )


def _binnen(g: Any, _par: Any, args: list[Any], _horizon: tuple[int, int]) -> Any:
    return binnen(g, args[0], args[1])


def _totaal(g: Any, par: Tijdseenheid, args: list[Any], _horizon: tuple[int, int]) -> Any:
    return totaal(g, args[0], par.basis, par.factor)


def _dagentelling(g: Any, par: str, args: list[Any], horizon: tuple[int, int]) -> Any:
    return aantal_dagen(g, args[0], par, horizon)


def _tijdsdeel(g: Any, par: str, args: list[Any], horizon: tuple[int, int]) -> Any:
    return evenredig(g, args[0], args[1], par, horizon)


def _heletijd(g: Any, par: str, args: list[Any], _horizon: tuple[int, int]) -> Any:
    return hele_periode(g, args[0], par)


def _op_dag(g: Any, _par: Any, args: list[Any], _horizon: tuple[int, int]) -> Any:
    waarde, dag = args
    return LEEG if dag is LEEG else op_dag(g, waarde, dag)


TIJD: Mapping[Op, Tijdfunctie] = MappingProxyType(
    {
        Op.TIJDVAK: _tijdvak,
        Op.BINNEN: _binnen,
        Op.TOTAAL: _totaal,
        Op.DAGENTELLING: _dagentelling,
        Op.TIJDSDEEL: _tijdsdeel,
        Op.HELETIJD: _heletijd,
        Op.OP_DAG: _op_dag,
    }
)
