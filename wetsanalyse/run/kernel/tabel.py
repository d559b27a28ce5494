"""A large table by the size of one number: where it lies among the cuts, and what stands there.

Written out row by row, such a table is most of the text of a law, and so of the time that it
takes to make machine code (`plan/trap.py` says which choices these are).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil, floor, lcm
from types import MappingProxyType

from wetsanalyse.plan.ops import GroundPlan
from wetsanalyse.plan.trap import Snede, Trap, traps
from wetsanalyse.run.kernel.schrijver import Schrijver
from wetsanalyse.run.kernel.waarde import (
    GROOTST,
    ONWAAR,
    Aard,
    PastNiet,
    Waarde,
    getal,
    of,
)


class GeenTabel(Exception):
    """This choice has to be written out after all."""


def tabellen(plan: GroundPlan) -> Mapping[int, Trap]:
    """The choices in which the number alone says which row applies, by their step."""
    return MappingProxyType(
        {
            slot: trap
            for slot, trap in traps(plan).items()
            if all(len(rijen) < 2 and all(rij.zeker for rij in rijen) for rijen in trap.treden)
        }
    )


def nodig(trap: Trap, args: Sequence[int]) -> tuple[int, ...]:
    """The arguments of such a choice that are written out: the number, what the rows give, and
    what there is when none applies."""
    return (trap.slot, *args[1:-1:2], args[-1])


def opgezocht(
    s: Schrijver, trap: Trap, x: Waarde, rijen: Sequence[Waarde], anders: Waarde
) -> Waarde:
    """What the table gives for this number. `GeenTabel`: it does not hold constants only."""
    if x.aard is Aard.NIETS:
        return replace(anders, exact=of(x.exact, anders.exact))
    if x.aard is not Aard.GETAL or x.noemer is not None:
        raise GeenTabel
    per_trede = [rijen[trede[0].nummer] if trede else anders for trede in trap.treden]
    sneden, cellen = _bereikbaar(x, [_code(snede, x.schaal) for snede in trap.sneden], per_trede)
    if len(cellen) == 1:
        uit = cellen[0]
    else:
        plek = s.zet(f"trede({x.code}, {s.tabel(sneden)})")
        uit = _cel(s, cellen, plek)
    if x.leeg == ONWAAR:
        return replace(uit, exact=of(x.exact, uit.exact))
    # Leeg is neither above nor below anything, so then no row applies.
    return _kies_leeg(s, x, uit, anders)


def _kies_leeg(s: Schrijver, x: Waarde, uit: Waarde, anders: Waarde) -> Waarde:
    if anders.aard is not Aard.NIETS or anders.exact != ONWAAR:
        raise GeenTabel
    return replace(uit, leeg=s.test(of(x.leeg, uit.leeg)), exact=of(x.exact, uit.exact))


def _code(snede: Snede, schaal: int) -> int:
    """The first code that does not lie below a cut."""
    grens = snede.grens * schaal
    return floor(grens) + 1 if snede.ook else ceil(grens)


def _bereikbaar(
    x: Waarde, codes: Sequence[int], per_trede: Sequence[Waarde]
) -> tuple[tuple[int, ...], list[Waarde]]:
    """The cuts between which a whole code can lie, and what stands there."""
    sneden: list[int] = []
    cellen = [per_trede[0]]
    for code, waarde in zip(codes, per_trede[1:], strict=True):
        if code <= x.laag or (sneden and code == sneden[-1]):
            cellen[-1] = waarde
        elif code <= x.hoog:
            sneden.append(code)
            cellen.append(waarde)
    return tuple(sneden), cellen


def _cel(s: Schrijver, cellen: Sequence[Waarde], plek: str) -> Waarde:
    """The constants as one column of the table; a second one says where it is leeg."""
    if any(c.exact != ONWAAR or c.noemer is not None for c in cellen):
        raise GeenTabel
    gevuld = [c for c in cellen if c.aard is not Aard.NIETS]
    soorten = {c.aard for c in gevuld}
    vast = all(c.vast is not None and c.leeg == ONWAAR for c in gevuld)
    if not vast or len(soorten) != 1 or soorten <= {Aard.WAARHEID}:
        raise GeenTabel
    schaal = lcm(*(c.schaal for c in gevuld))
    codes = [0 if c.aard is Aard.NIETS else _vast(c) * (schaal // c.schaal) for c in cellen]
    if max(map(abs, codes)) >= GROOTST:
        raise PastNiet("een tussenuitkomst kan te groot worden voor 64 bits")
    leeg = [int(c.aard is Aard.NIETS) for c in cellen]
    waarde = s.zet(f"{s.tabel(codes)}[{plek}]")
    toets = s.test(f"({s.tabel(leeg)}[{plek}] != 0)") if any(leeg) else ONWAAR
    uit = getal(waarde, min(codes), max(codes), schaal, leeg=toets)
    return replace(uit, aard=gevuld[0].aard)


def _vast(cel: Waarde) -> int:
    assert cel.vast is not None
    return cel.vast
