"""Whether two citizens can be compared: what nobody knows is no loss.

Leeg often means something: no partner, not paid. It does not where a rule that fired only passes
on a number that was not given, or where the law uses an amount that has no value on that day. What
follows is then counted as if it were zero, and the difference with somebody for whom the number is
known says nothing about the law."""

from __future__ import annotations

from collections.abc import Iterator

from wetsanalyse.analyses.oorzaak.tweeling import Tweeling
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.plan.ops import LEEG, Op, Step
from wetsanalyse.run.exact import Uitslag


def vergelijkbaar(t: Tweeling) -> bool:
    """Whether the outcomes of both rest on the same unknown numbers (mostly none)."""
    doel = t.grond.vragen[NETTO]
    een, ander = (frozenset(_onbekend(u, doel)) for u in (t.uitslag_burger, t.uitslag_buur))
    return een == ander


def _onbekend(uitslag: Uitslag, doel: int) -> Iterator[object]:
    """The amounts of the law without a value, and the inputs that a rule only passes on."""
    steps = uitslag.plan.steps
    for slot in uitslag.gebruikt(doel):
        step = steps[slot]
        if step.op is Op.PARAMETER and uitslag.waarden[slot] is LEEG:
            yield step.par
        elif step.op is Op.KIES and uitslag.waarden[slot] is LEEG and step.type.is_getal:
            for resultaat in _gevuurd(uitslag, step):
                yield from (
                    steps[s].par
                    for s in uitslag.gebruikt(resultaat)
                    if steps[s].op is Op.INVOER
                    and steps[s].type.is_getal
                    and uitslag.waarden[s] is LEEG
                )


def _gevuurd(uitslag: Uitslag, kies: Step) -> Iterator[int]:
    """The results of the rules that fired."""
    for nummer in range(len(kies.args) // 2):
        if uitslag.waarden[kies.args[2 * nummer]] is True:
            yield kies.args[2 * nummer + 1]
