"""A value as text, as the language shows it. [3.8]"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist

Tijdstuk = tuple[Any, Any, Any]
"""A value with the day from which it counts and the day after the last (None: no bound)."""


def toon_getal(getal: Fraction) -> str:
    """With a comma and no zeros at the end; a number that does not end as a mixed fraction."""
    noemer, machten = getal.denominator, {2: 0, 5: 0}
    for priem in machten:
        while noemer % priem == 0:
            noemer //= priem
            machten[priem] += 1
    teken = "-" if getal < 0 else ""
    heel, rest = divmod(abs(getal.numerator), getal.denominator)
    if noemer != 1:
        breuk = f"{rest}/{getal.denominator}"
        return f"{teken}{heel}_{breuk}" if heel else f"{teken}{breuk}"
    decimalen = max(machten.values())
    if not decimalen:
        return f"{teken}{heel}"
    achter = rest * 10**decimalen // getal.denominator
    return f"{teken}{heel},{achter:0{decimalen}d}"


def toon_datum(dagen: Fraction) -> str:
    """``d-m-jjjj``, with the time of day where there is one."""
    if not date.min.toordinal() <= dagen < date.max.toordinal() + 1:
        return f"dag {toon_getal(dagen)}"
    dag = date.fromordinal(int(dagen))
    datum = f"{dag.day}-{dag.month}-{dag.year}"
    if dagen.denominator == 1:
        return datum
    tijd = timedelta(milliseconds=int((dagen - int(dagen)) * 86_400_000))
    uren, rest = divmod(tijd.seconds, 3600)
    return f"{datum} {uren:02d}:{rest // 60:02d}:{rest % 60:02d}.{tijd.microseconds // 1000:03d}"


def tijdstukken(waarde: Tijdwaarde) -> Iterator[Tijdstuk]:
    """The stretches of a value over time that say something: no leeg, equal neighbours joined."""
    randen = (None, *waarde.knips, None)
    begin = None
    for nummer, ding in enumerate(waarde.waarden):
        volgende = waarde.waarden[nummer + 1 : nummer + 2]
        if volgende and gelijk(ding, volgende[0]):
            continue
        if ding is not LEEG and ding is not None:
            yield begin, randen[nummer + 1], ding
        begin = randen[nummer + 1]


def gelijk(een: Any, ander: Any) -> bool:
    """Equal values of one kind: yes is not the number one."""
    return isinstance(een, bool) == isinstance(ander, bool) and bool(een == ander)


def tijdvak(van: Any, tot: Any) -> str:
    """``van 1-1-2025 tot 1-5-2025``: the last day does not count."""
    if van is None and tot is None:
        return "altijd"
    if tot is None:
        return f"vanaf {toon_datum(van)}"
    return (
        f"van {toon_datum(van)} tot {toon_datum(tot)}"
        if van is not None
        else (f"tot {toon_datum(tot)}")
    )


def toon(waarde: Any, type_: Type) -> str:
    """A value of this type; leeg is an empty text."""
    if isinstance(waarde, Tijdwaarde):
        return "; ".join(
            f"{toon(ding, type_)} {tijdvak(van, tot)}" for van, tot, ding in tijdstukken(waarde)
        )
    if waarde is LEEG:
        return ""
    if isinstance(waarde, Fout):
        return f"fout {waarde.code}"
    if isinstance(waarde, Onbeslist):
        return "onbeslist"
    if isinstance(waarde, bool):
        return "waar" if waarde else "onwaar"
    if not isinstance(waarde, Fraction):
        return str(waarde)
    if type_.is_tijd:
        return toon_datum(waarde)
    if type_.soort is Soort.PERCENTAGE:
        return f"{toon_getal(waarde * 100)}%"
    eenheid = str(type_.eenheid)
    return f"{toon_getal(waarde)} {eenheid}" if eenheid else toon_getal(waarde)
