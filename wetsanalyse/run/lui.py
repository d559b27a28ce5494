"""The lazy operations: generators that yield the slot that they want to see, in written order.

They ask for no argument that cannot change their answer. With an open norm among the answers
they look further: what is the same under every judgment is decided.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from wetsanalyse.plan.ops import LEEG, Fout, Kiezers, Kwantiteit, Onbeslist, Op

Lui = Generator[int, Any, Any]  # yields the slot that it wants to see; is sent its value


def verenigd(waarden: Iterable[Any]) -> Onbeslist:
    """All open norms on which these values depend."""
    alle = (w.oordelen for w in waarden if isinstance(w, Onbeslist))
    return Onbeslist(frozenset().union(*alle))


def voldoet(kwantiteit: Kwantiteit, waar: int, leden: int) -> bool:
    """Is the quantification true when ``waar`` of the ``leden`` are true?"""
    aantal = kwantiteit.aantal
    match kwantiteit.soort:
        case "alle":
            return waar == leden
        case "geen":
            return waar == 0
        case "ten minste":
            return waar >= aantal
        case "ten hoogste":
            return waar <= aantal
        case "precies":
            return waar == aantal
    raise ValueError(kwantiteit.soort)


def uitslag_tel(kwantiteit: Kwantiteit, laag: int, hoog: int, leden: int) -> bool | None:
    """The answer if it is the same for every number of true members from laag to hoog."""
    eerste = voldoet(kwantiteit, laag, leden)
    if laag == hoog:
        return eerste
    if kwantiteit.soort == "precies":
        return None if laag <= kwantiteit.aantal <= hoog else False
    return eerste if voldoet(kwantiteit, hoog, leden) == eerste else None


def _tel(_g: Any, args: tuple[int, ...], par: Kwantiteit) -> Lui:
    waar = 0
    open_: list[Onbeslist] = []
    rest = len(args)
    beslist = uitslag_tel(par, 0, rest, rest)
    for slot in args if beslist is None else ():
        waarde = yield slot
        if isinstance(waarde, Fout):
            return (
                verenigd(open_) if _mogelijk_eerder(par, waar, open_, rest, len(args)) else waarde
            )
        rest -= 1
        waar += waarde is True
        if isinstance(waarde, Onbeslist):
            open_.append(waarde)
        beslist = uitslag_tel(par, waar, waar + len(open_) + rest, len(args))
        if beslist is not None:
            break
    return verenigd(open_) if beslist is None else beslist


def _tel_los(_g: Any, args: tuple[int, ...], par: Kwantiteit) -> Lui:
    """`_tel` for members without an order: the outcome is the same in every order."""
    waar = 0
    open_: list[Onbeslist] = []
    fouten: list[Fout] = []
    for rest in range(len(args), -1, -1):
        hoogstens = waar + len(open_) + len(fouten) + rest
        beslist = uitslag_tel(par, waar, hoogstens, len(args))
        if beslist is not None:
            return beslist
        if not rest:
            break
        waarde = yield args[-rest]
        waar += waarde is True
        if isinstance(waarde, Onbeslist):
            open_.append(waarde)
        elif isinstance(waarde, Fout):
            fouten.append(waarde)
    mogelijk = range(waar, waar + len(open_) + 1)
    if any(uitslag_tel(par, n, n + len(fouten), len(args)) is not None for n in mogelijk):
        return verenigd(open_)
    return fouten[0]


def _alle(_g: Any, args: tuple[int, ...], _par: Any) -> Lui:
    """`_tel` for the commonest quantity: the first that is not true decides."""
    open_: list[Onbeslist] = []
    for slot in args:
        waarde = yield slot
        if waarde is True:
            continue
        if waarde.__class__ is Fout:
            return verenigd(open_) if open_ else waarde
        if waarde.__class__ is not Onbeslist:
            return False
        open_.append(waarde)
    return verenigd(open_) if open_ else True


def _mogelijk_eerder(
    par: Kwantiteit, waar: int, open_: list[Onbeslist], rest: int, leden: int
) -> bool:
    """Could some judgment of the open norms decide before the next member is asked for?"""
    mogelijk = range(waar, waar + len(open_) + 1)
    return any(uitslag_tel(par, n, n + rest, leden) is not None for n in mogelijk)


def _indien(_g: Any, args: tuple[int, ...], _par: Any) -> Lui:
    voorwaarde = yield args[0]
    if isinstance(voorwaarde, Fout):
        return voorwaarde
    if isinstance(voorwaarde, Onbeslist):
        waarde = yield args[1]
        return LEEG if waarde is LEEG else verenigd((voorwaarde, waarde))
    if voorwaarde is not True:
        return LEEG
    return (yield args[1])


def _binnen(g: Any, args: tuple[int, ...], par: Any) -> Lui:
    """A value is only asked for while it is that time, so a fault in it stays inside."""
    waarde, wanneer = args
    return (yield from _indien(g, (wanneer, waarde), par))


def _kies(g: Any, args: tuple[int, ...], par: Kiezers) -> Lui:
    return kies_uit(g, args, par, range(len(args) // 2))


def kies_uit(g: Any, args: tuple[int, ...], par: Kiezers, rijen: Iterable[int]) -> Lui:
    """The choice between these conditions. All are tested, because two true ones may clash; open
    ones make candidates."""
    gekozen: list[tuple[int, Any]] = []
    open_: list[Onbeslist] = []
    mogelijk: list[Any] = []
    for nummer in rijen:
        voorwaarde = yield args[2 * nummer]
        if isinstance(voorwaarde, Fout):
            return voorwaarde
        if voorwaarde is not True and not isinstance(voorwaarde, Onbeslist):
            continue
        waarde = yield args[2 * nummer + 1]
        if isinstance(voorwaarde, Onbeslist):
            open_.append(voorwaarde)
            mogelijk.append(waarde)
            continue
        if isinstance(waarde, Fout):
            return waarde
        botsing = _botsing(g, gekozen, nummer, waarde, par)
        if botsing is not None:
            return botsing
        gekozen.append((nummer, waarde))
    mogelijk += [waarde for _, waarde in gekozen]
    if not gekozen:
        mogelijk.append((yield args[-1]))
    eerste = mogelijk[0]
    if not open_:
        onbeslist = [w for w in mogelijk if isinstance(w, Onbeslist)]
        return verenigd(onbeslist) if onbeslist else mogelijk[0]
    if all(gelijk(g, eerste, waarde) for waarde in mogelijk):
        return eerste
    return verenigd([*open_, *mogelijk])


def _botsing(
    g: Any, gekozen: list[tuple[int, Any]], nummer: int, waarde: Any, par: Kiezers
) -> Fout | None:
    """A fault if a rule that fired before gives another value than this one."""
    if isinstance(waarde, Onbeslist):
        return None
    for eerder, ander in gekozen:
        if not isinstance(ander, Onbeslist) and not gelijk(g, ander, waarde):
            een, twee = par.regels[eerder], par.regels[nummer]
            bericht = f"Twee regels geven een verschillende waarde: ‘{een}’ en ‘{twee}’."
            return Fout("BOTSING", bericht, regel=twee, object=par.object)
    return None


def gelijk(g: Any, links: Any, rechts: Any) -> bool:
    """The same value; numbers are compared with a recorded sign, leeg is a value here."""
    if g.is_getal(links) and g.is_getal(rechts):
        return bool(g.vergelijk("=", links, rechts))
    if isinstance(links, Onbeslist) or isinstance(rechts, Onbeslist):
        return False
    return type(links) is type(rechts) and bool(links == rechts)


LUI: Mapping[Op, Callable[[Any, tuple[int, ...], Any], Lui]] = MappingProxyType(
    {Op.TEL: _tel, Op.INDIEN: _indien, Op.BINNEN: _binnen, Op.KIES: _kies}
)


def luie_functie(op: Op, par: Any) -> Callable[[Any, tuple[int, ...], Any], Lui] | None:
    """The generator of a lazy operation; None for the others."""
    if op is Op.TEL and not par.geordend:
        return _tel_los
    if op is Op.TEL and par.soort == "alle":
        return _alle
    return LUI.get(op)
