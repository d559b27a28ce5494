"""The members of a sum, a count or a quantity: who each is, and what each contributes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wetsanalyse.plan.ops import LEEG, Fout, InvoerSleutel, Op
from wetsanalyse.report.namen import Namen
from wetsanalyse.report.opmaak import opsomming
from wetsanalyse.run.exact import Uitslag

DOOR = {Op.INDIEN: -1, Op.CONTROLE: 0, Op.BINNEN: 0, Op.KNIPS: 0}
"""Steps that pass on one of their arguments: which."""


@dataclass(frozen=True, slots=True)
class Lid:
    """``naam`` is empty when it is not known; ``stand``: ``telt``, ``leeg`` or ``buiten`` (not
    among those that were asked for)."""

    naam: str
    waarde: str
    stand: str


def namen_bij(namen: Namen, slots: Sequence[int]) -> list[str]:
    """For each argument what sets it apart from the others: its object, or its property."""
    sleutels = [_sleutel(namen, slot) for slot in slots]
    if all(s is not None for s in sleutels):
        eigen = [s for s in sleutels if s is not None]
        if len({s.eigenschap for s in eigen}) == 1:
            return [s.object for s in eigen]
        if len({s.object for s in eigen}) == 1:
            return [s.eigenschap for s in eigen]
        return [f"{s.eigenschap} van {s.object}" for s in eigen]
    over = [_objecten_onder(namen, slot) for slot in slots]
    gedeeld = set(over[0]).intersection(*over[1:]) if len(over) > 1 else set()
    return [next((o for o in objecten if o not in gedeeld), "") for objecten in over]


def _sleutel(namen: Namen, slot: int) -> InvoerSleutel | None:
    while slot not in namen.sleutels:
        step = namen.plan.steps[slot]
        if step.op not in DOOR:
            return None
        slot = step.args[DOOR[step.op]]
    return namen.sleutels[slot]


def _objecten_onder(namen: Namen, slot: int) -> list[str]:
    """The objects whose properties stand nearest below a step."""
    gevonden: dict[str, None] = {}
    gezien: set[int] = set()
    stapel = [slot]
    while stapel:
        top = stapel.pop()
        if top in gezien:
            continue
        gezien.add(top)
        if top in namen.sleutels:
            gevonden[namen.sleutels[top].object] = None
        else:
            stapel.extend(reversed(namen.plan.steps[top].args))
    return list(gevonden)


def leden(uitslag: Uitslag, namen: Namen, slots: Sequence[int], delen: Sequence[str]) -> list[Lid]:
    """The members of a list of values; ``delen`` are these values as text. An object that no
    rule made in this run is not spoken of."""
    return [
        Lid(naam, deel, _stand(uitslag, slot))
        for naam, slot, deel in zip(namen_bij(namen, slots), slots, delen, strict=True)
        if naam not in uitslag.plan.objecten or uitslag.bestaat(naam) is not False
    ]


def _stand(uitslag: Uitslag, slot: int) -> str:
    step = uitslag.plan.steps[slot]
    if uitslag.waarden[slot] is not LEEG:
        return "telt"
    if step.op is Op.INDIEN and uitslag.waarden[step.args[0]] is False:
        return "leeg" if _vraagt_of_leeg(uitslag, step.args[0]) else "buiten"
    return "leeg"


def _vraagt_of_leeg(uitslag: Uitslag, slot: int) -> bool:
    step = uitslag.plan.steps[slot]
    if step.op in (Op.NIET, Op.TEL):
        return bool(step.args) and all(_vraagt_of_leeg(uitslag, arg) for arg in step.args)
    return step.op is Op.IS_LEEG


def gebundeld(rij: Sequence[Lid]) -> list[tuple[str, list[str]]]:
    """(value, names of those that have it), in the order of the text."""
    groepen: dict[str, list[str]] = {}
    for lid in rij:
        groepen.setdefault(lid.waarde, []).append(lid.naam)
    return list(groepen.items())


def met_namen(waarde: str, namen: Sequence[str]) -> str:
    """``100 (A en B)``; without names just the value."""
    bekend = [naam for naam in namen if naam]
    return f"{waarde} ({opsomming(bekend)})" if bekend else waarde


def staart(rij: Sequence[Lid]) -> str:
    """Who does not count, and why."""
    return "".join(f"; {zin}" for zin in _staart(rij))


def _staart(rij: Sequence[Lid]) -> Iterator[str]:
    for stand, een, meer in (
        ("leeg", "heeft geen waarde en telt niet mee", "hebben geen waarde en tellen niet mee"),
        ("buiten", "hoort er niet bij", "horen er niet bij"),
    ):
        wie = [lid.naam for lid in rij if lid.stand == stand and lid.naam]
        if wie:
            yield f"{opsomming(wie)} {een if len(wie) == 1 else meer}"


def heeft_fout(uitslag: Uitslag, slots: Sequence[int]) -> bool:
    return any(isinstance(uitslag.waarden[s], Fout) for s in slots)
