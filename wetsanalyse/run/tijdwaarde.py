"""Values over time: step functions of the day, generic over the number type. [5]

A `Tijdwaarde` covers all days: before the first cut, between cuts, after the last. Where there is
no value it says leeg. Combining takes all cuts together and computes each stretch as if it stood
alone; neighbours that are equal are joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import Any, TypeAlias

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist, Op, Tijdseenheid, Tijdvakvorm
from wetsanalyse.run import kalender
from wetsanalyse.run.getallen import NUL
from wetsanalyse.run.lui import Lui
from wetsanalyse.run.weergave import toon_datum


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
    if eind is not None and g.vergelijk(">", eind, g.const(Fraction(kalender.LAATSTE_DAG))):
        eind = None  # up to and including 31-12-9999: there is no end
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


def begin_van(nummer: int, per: str) -> int:
    """The first day of a calendar month or year in which a day lies, or of the one after it."""
    eerste = kalender.eerste_van(nummer * 12 if per == "jaar" else nummer)
    assert isinstance(eerste, int)
    return eerste


Stukken: TypeAlias = list[tuple[Any, list[Any]]]
"""The stretches of a calendar period: (length in days, values)."""


def per_tijdvak(
    g: Any,
    waarden: Sequence[Any],
    per: str,
    horizon: tuple[int, int],
    vak: Callable[[Stukken, int], Any],
    vol: Callable[[list[Any]], Any],
) -> Any:
    """For each calendar month or year the outcome of ``vak``, which gets its stretches and the
    number of its days. ``vol``: what comes out of a period on which nothing changes, or None
    when that depends on how many days it has. Then each period is written out; where there is
    no end to it, only within the horizon (first day, day after the last)."""
    knips = knips_van(g, waarden)
    gebroken, grenzen = _geraakt(g, knips, per)
    if isinstance(grenzen, Fout):
        return grenzen
    rand = (_nummer(horizon[0], per), _nummer(horizon[1], per))
    uit: list[tuple[int | None, Any]] = []
    for van, tot in pairwise((None, *grenzen, None)):
        if van in gebroken:
            begin, eind = begin_van(van, per), begin_van(van + 1, per)
            stukken = _stukken(g, waarden, knips, begin, eind)
            uit.append((begin, vak(stukken, eind - begin)))
            continue
        nu = [_op(g, w, van, per) for w in waarden]
        heel = vol(nu)
        if heel is not None:
            uit.append((None if van is None else begin_van(van, per), heel))
            continue
        for eerste, dagen in _hele(van, tot, rand, per):
            per_vak = _TE_VER if dagen is None else vak([(_getal(g, dagen), nu)], dagen)
            uit.append((eerste, per_vak))
    knips_uit = [_getal(g, begin) for begin, _ in uit[1:]]
    return van_delen(g, knips_uit, [waarde for _, waarde in uit])


def _getal(g: Any, getal: Any) -> Any:
    return g.const(Fraction(getal))


def _geraakt(g: Any, knips: Sequence[Any], per: str) -> tuple[set[int], list[int] | Fout]:
    """The periods inside which something changes, and all where a stretch begins."""
    gebroken: set[int] = set()
    grenzen: set[int] = set()
    for knip in knips:
        nummer = tijdvak(g, knip, per)
        if isinstance(nummer, Fout):
            return gebroken, nummer
        grenzen.add(nummer)
        if not g.vergelijk("=", knip, _getal(g, begin_van(nummer, per))):
            gebroken.add(nummer)
            grenzen.add(nummer + 1)
    return gebroken, sorted(grenzen)


def _nummer(dag: int, per: str) -> int:
    maand = kalender.maandindex(Fraction(min(dag, kalender.LAATSTE_DAG)))
    assert isinstance(maand, int)
    return maand // 12 if per == "jaar" else maand


def _op(g: Any, waarde: Any, nummer: int | None, per: str) -> Any:
    """The value at the begin of a period; None: before all."""
    if nummer is None:
        return waarde.waarden[0] if isinstance(waarde, Tijdwaarde) else waarde
    return op_dag(g, waarde, _getal(g, begin_van(nummer, per)))


def _hele(
    van: int | None, tot: int | None, rand: tuple[int, int], per: str
) -> Iterator[tuple[int | None, int | None]]:
    """(first day, number of days) of all whole periods; what lies beyond the edge as one,
    without a number."""
    eerste, laatste = van, tot
    if eerste is None:
        yield None, None
        eerste = rand[0] if tot is None else min(rand[0], tot)
    if laatste is None:
        laatste = max(rand[1], eerste)
    for nummer in range(eerste, laatste):
        begin = begin_van(nummer, per)
        yield begin, begin_van(nummer + 1, per) - begin
    if tot is None:
        yield begin_van(laatste, per), None


_TE_VER = Fout(
    "TT-HORIZON",
    "Deze tijd heeft geen einde: zo ver van de rekendatum worden geen dagen geteld.",
)


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

    def vol(waarden: list[Any]) -> Any:
        (w,) = waarden
        return w if isinstance(w, Fout) else None if w is True else g.const(NUL)

    def vak(stukken: Stukken, _dagen: int) -> Any:
        som = g.const(NUL)
        for lengte, (w,) in stukken:
            if isinstance(w, Fout):
                return w
            if w is True:
                som = g.plus(som, lengte)
        return som

    return per_tijdvak(g, [wanneer], per, horizon, vak, vol)


def evenredig(g: Any, waarde: Any, wanneer: Any, per: str, horizon: tuple[int, int]) -> Any:
    """``het tijdsevenredig deel per maand van x``: x times the part of the days on which it
    counts; leeg where x is leeg on all of those (on all days, when none counts)."""

    def vol(waarden: list[Any]) -> Any:
        x, w = waarden
        if isinstance(w, Fout):
            return w
        return x if w is True or x is LEEG or isinstance(x, Fout) else g.const(NUL)

    def vak(stukken: Stukken, dagen: int) -> Any:
        fout = next((w for _, (_, w) in stukken if isinstance(w, Fout)), None)
        if fout is not None:
            return fout
        geteld = [(lengte, x) for lengte, (x, w) in stukken if w is True]
        nodig = [x for _, x in geteld] or [x for _, (x, _) in stukken]
        fout = next((x for x in nodig if isinstance(x, Fout)), None)
        if fout is not None or all(x is LEEG for x in nodig):
            return fout or LEEG
        som = g.const(NUL)
        for lengte, x in geteld:
            if x is not LEEG:
                som = g.plus(som, g.schaal(g.maal(x, lengte), Fraction(1, dagen)))
        return som

    return per_tijdvak(g, [waarde, wanneer], per, horizon, vak, vol)


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


def _totaal(g: Any, par: Tijdseenheid, args: list[Any], _horizon: tuple[int, int]) -> Any:
    return totaal(g, args[0], par.basis, par.factor)


def _dagentelling(g: Any, par: str, args: list[Any], horizon: tuple[int, int]) -> Any:
    return aantal_dagen(g, args[0], par, horizon)


def _tijdsdeel(g: Any, par: str, args: list[Any], horizon: tuple[int, int]) -> Any:
    return evenredig(g, args[0], args[1], par, horizon)


def _heletijd(g: Any, par: str, args: list[Any], _horizon: tuple[int, int]) -> Any:
    return hele_periode(g, args[0], par)


def _ooit(_g: Any, _par: Any, args: list[Any], _horizon: tuple[int, int]) -> Any:
    waarden = args[0].waarden if isinstance(args[0], Tijdwaarde) else (args[0],)
    if any(w is True for w in waarden):
        return True
    anders = next((w for w in waarden if isinstance(w, Fout | Onbeslist)), None)
    return False if anders is None else anders


def _op_dag(g: Any, _par: Any, args: list[Any], _horizon: tuple[int, int]) -> Any:
    waarde, dag = args
    return LEEG if dag is LEEG else op_dag(g, waarde, dag)


def _knips(g: Any, par: Korrel, args: list[Any], _horizon: tuple[int, int]) -> Any:
    """A value that changes only where a period begins, counted from a starting point. [A-6]"""
    waarde, begin = args
    if begin is LEEG:
        return Fout("TL-STARTPUNT-LEEG", f"Het startpunt van de {par.naam} is leeg.")
    for knip in waarde.knips if isinstance(waarde, Tijdwaarde) else ():
        if not g.grillig(lambda a, b: kalender.is_begin(par.maat, par.aantal, a, b), begin, knip):
            dag = toon_datum(g.grillig(lambda x: x, knip))
            bericht = f"De waarde verandert op {dag}; dan begint er geen {par.naam}."
            return Fout("TL-KNIP", bericht)
    return waarde


TIJD: Mapping[Op, Tijdfunctie] = MappingProxyType(
    {
        Op.TIJDVAK: _tijdvak,
        Op.TOTAAL: _totaal,
        Op.DAGENTELLING: _dagentelling,
        Op.TIJDSDEEL: _tijdsdeel,
        Op.HELETIJD: _heletijd,
        Op.OP_DAG: _op_dag,
        Op.OOIT: _ooit,
        Op.KNIPS: _knips,
    }
)
