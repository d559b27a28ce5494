"""Blame where the neighbour gets the same consequence, for a larger shortcoming: nothing that came
out differently explains it, so the sanction itself does. [hardheid 6.1]"""

from __future__ import annotations

from wetsanalyse.analyses.bevinding import Blaam
from wetsanalyse.analyses.oorzaak.hardheidsproef import Hardheidsproef, Verhouding
from wetsanalyse.analyses.oorzaak.tweeling import STRAFSTAPPEN, Tweeling, blaam
from wetsanalyse.plan.ops import Op
from wetsanalyse.run.exact import ooit_waar


def blaam_bij_zelfde_gevolg(t: Tweeling, hard: Hardheidsproef) -> tuple[Blaam, ...]:
    """The declared sanction that is nearest to the consequence: a minimum or a fixed amount. Empty
    when the two differ in the consequence, or when no sanction was declared."""
    if not isinstance(hard, Verhouding):
        return ()
    een, ander = t.waarden(hard.gevolg)
    if een != ander:
        return ()
    for slot in sorted(t.uitslag_burger.gebruikt(t.grond.vragen[hard.gevolg]), reverse=True):
        step = t.grond.steps[slot]
        if step.op is not Op.KIES:
            continue
        regels = [
            regel
            for n, regel in enumerate(step.par.regels)
            if t.plan.versies[regel].herkomst.stap in STRAFSTAPPEN
            and ooit_waar(t.uitslag_burger.waarden[step.args[2 * n]])
        ]
        if regels:
            return (blaam(t.plan, regels),)
    return ()
