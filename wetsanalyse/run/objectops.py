"""The operations about objects that may or may not be there. [1.11, 4.3, 4.4]"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from wetsanalyse.plan.ops import Fout, Onbeslist, Op
from wetsanalyse.run.lui import Lui, gelijk, verenigd


def _een_van(_g: Any, args: tuple[int, ...], _par: Any) -> Lui:
    """One that is true is enough, whatever the others are: the order of facts has no meaning."""
    fouten: list[Fout] = []
    open_: list[Onbeslist] = []
    for slot in args:
        waarde = yield slot
        if waarde is True:
            return True
        if isinstance(waarde, Fout):
            fouten.append(waarde)
        elif isinstance(waarde, Onbeslist):
            open_.append(waarde)
    if open_:
        return verenigd(open_)
    return min(fouten, key=_sleutel) if fouten else False


def _sleutel(fout: Fout) -> tuple[str, ...]:
    return fout.code, fout.regel or "", fout.object or "", fout.bericht


def _enige(g: Any, args: tuple[int, ...], par: Any) -> Lui:
    """All guards are asked, because two may be true; of the values only what may be the answer."""
    zeker: list[int] = []
    open_: list[tuple[Onbeslist, int]] = []
    for bewaker, slot in zip(args[::2], args[1::2], strict=True):
        waarde = yield bewaker
        if isinstance(waarde, Fout):
            return waarde
        if waarde is True:
            zeker.append(slot)
        elif isinstance(waarde, Onbeslist):
            open_.append((waarde, slot))
    if len(zeker) > 1:
        bericht = "Er is meer dan één object, waar er maar één kan zijn."
        return Fout("FT-KARDINALITEIT", bericht)
    if not open_:
        return (yield zeker[0]) if zeker else par
    if not zeker and len(open_) == 1:
        mogelijk = yield open_[0][1]
        if gelijk(g, mogelijk, par):
            return par
        return verenigd((open_[0][0], mogelijk))
    # Under some judgment there is more than one.
    return verenigd([waarde for waarde, _ in open_])


OBJECTOPS: Mapping[Op, Callable[[Any, tuple[int, ...], Any], Lui]] = MappingProxyType(
    {Op.EEN_VAN: _een_van, Op.ENIGE: _enige}
)
