"""Who got what of an amount that was shared out, and what is left. [4.7]"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from wetsanalyse.plan.ops import LEEG, Op, Verdeeldeel, Verdeelregel
from wetsanalyse.report.opmaak import aantal, getal, opsomming
from wetsanalyse.report.uitlegboom import Rekenstap
from wetsanalyse.run.exact import Uitslag


def verdeling(uitslag: Uitslag, slot: int) -> Iterator[Rekenstap]:
    """One sentence for how it was shared out, and one for what each got; equal shares once."""
    step = uitslag.plan.steps[slot]
    par: Verdeeldeel = step.par
    bedrag = uitslag.waarden[step.args[0]]
    if bedrag is LEEG:
        yield Rekenstap(step.label, "er is niets om te verdelen: het bedrag heeft geen waarde")
        return
    if not isinstance(bedrag, Fraction):
        return
    breedte = _breedte(par.regel)
    mee = sum(uitslag.waarden[arg] is True for arg in step.args[1::breedte])
    if not mee:
        yield Rekenstap(step.label, f"{getal(bedrag)} te verdelen, maar er is geen ontvanger")
    else:
        wie = aantal(mee, "ontvanger", "ontvangers")
        yield Rekenstap(step.label, f"{getal(bedrag)} verdeeld over {wie}, {_wijze(par.regel)}")
    delen = "; ".join(
        f"{opsomming(namen)}: {waarde}" for waarde, namen in _delen(uitslag, slot).items()
    )
    if delen:
        yield Rekenstap(step.label, delen)


def _breedte(regel: Verdeelregel) -> int:
    """How many arguments each receiver has."""
    return 1 + regel.rato + (regel.volgorde is not None) + regel.maximum


def _wijze(regel: Verdeelregel) -> str:
    wijze = ["naar rato" if regel.rato else "in gelijke delen"]
    if regel.volgorde is not None:
        wijze.insert(0, f"op {regel.volgorde}e volgorde")
    if regel.maximum:
        wijze.append("met een maximum")
    if regel.decimalen is not None:
        waarop = aantal(regel.decimalen, "decimaal", "decimalen")
        wijze.append(f"naar beneden afgerond op {waarop if regel.decimalen else 'hele getallen'}")
    return opsomming(wijze)


def _delen(uitslag: Uitslag, slot: int) -> dict[str, list[str]]:
    """What each part of the same sharing out came to, and whose parts these are."""
    step = uitslag.plan.steps[slot]
    gevonden: dict[str, list[str]] = {}
    for ander, deel in enumerate(uitslag.plan.steps):
        zelfde = deel.op is Op.VERDEEL and deel.args == step.args
        if zelfde and deel.par.regel == step.par.regel and uitslag.waarden[ander] is not None:
            gevonden.setdefault(_toon(uitslag.waarden[ander]), []).append(deel.label)
    return gevonden


def _toon(waarde: Any) -> str:
    if isinstance(waarde, Fraction):
        return getal(waarde)
    return "niets" if waarde is LEEG else "niet uit te rekenen"
