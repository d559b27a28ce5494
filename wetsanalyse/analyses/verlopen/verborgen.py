"""P18: borders that no article states. They emerge from the rules; a list, not a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.bevinding import VerborgenDrempel
from wetsanalyse.analyses.burgers.vormen import beschrijf
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.ops import GroundPlan, Op
from wetsanalyse.run.exact import reken
from wetsanalyse.run.verloop import Grens, Stuk, geval_op


def verborgen_drempels(vegen: Iterable[Veeg]) -> tuple[VerborgenDrempel, ...]:
    """The borders of all sweeps that are neither an amount of the law nor a direct comparison
    with one. Of one axis, kind of household, rule and change: the first that was seen."""
    gevonden: dict[Any, VerborgenDrempel] = {}
    plekken: set[Any] = set()
    for veeg in vegen:
        for drempel in _van(veeg):
            sleutel = (drempel.as_, drempel.huishouden, drempel.regel, drempel.soort)
            plek = (drempel.as_, drempel.huishouden, drempel.waarde_links)
            if sleutel not in gevonden and plek not in plekken:
                gevonden[sleutel] = drempel
                plekken.add(plek)
    return tuple(sorted(gevonden.values(), key=lambda d: (d.as_, d.huishouden, d.waarde_links)))


def _van(veeg: Veeg) -> Iterator[VerborgenDrempel]:
    type_ = veeg.as_attribuut.type
    bekend = genoemde_waarden(veeg.grond)
    for i, grens in enumerate(veeg.netto.grenzen):
        links, rechts = veeg.waarde(grens.links), veeg.waarde(grens.rechts)
        if links in bekend or rechts in bekend or _rechtstreeks(veeg, grens):
            continue
        soort = _soort(veeg, i)
        if soort is None:
            continue
        yield VerborgenDrempel(
            f"{veeg.attribuut} van {veeg.object}",
            links,
            rechts,
            "dag" if type_.is_tijd else str(type_.eenheid),
            NETTO,
            grens.waarde_links,
            grens.waarde_rechts,
            veeg.grond.steps[grens.stap].regel if grens.stap is not None else None,
            beschrijf(veeg.plan.model, veeg.casus.huishouden),
            soort,
        )


def _soort(veeg: Veeg, i: int) -> str | None:
    """What happens at a border: it ends or begins, jumps, or bends. None: nothing to see."""
    voor, na = veeg.netto.stukken[i], veeg.netto.stukken[i + 1]
    a, b = voor.waarde_tot, na.waarde_van
    if b == 0 and na.helling == 0 and (a != 0 or _helt(voor)):
        return "hier eindigt de uitkomst"
    if a == 0 and voor.helling == 0 and (b != 0 or _helt(na)):
        return "hier begint de uitkomst"
    sprong = veeg.netto.grenzen[i].sprong
    gewoon = max((s.grootste_stap or Fraction(0)) for s in (voor, na))
    if sprong is not None and abs(sprong) > gewoon:
        return "hier springt de uitkomst"
    if voor.helling is not None and na.helling is not None and voor.helling != na.helling:
        return "hier gaat het bedrag sneller of langzamer"
    return None


def _helt(stuk: Stuk) -> bool:
    return stuk.tot > stuk.van and bool(stuk.helling)


def genoemde_waarden(grond: GroundPlan) -> frozenset[Fraction]:
    """Every amount and date that the law states: parameters and literals of the plan."""
    waarden: set[Fraction] = set()
    for parameter in grond.parameters.values():
        delen = parameter.waarden if isinstance(parameter, Tijdwaarde) else (parameter,)
        waarden |= {w for w in delen if isinstance(w, Fraction)}
    for step in grond.steps:
        getal = isinstance(step.par, Fraction | int) and not isinstance(step.par, bool)
        if step.op is Op.CONSTANTE and getal:
            waarden.add(Fraction(step.par))
    return frozenset(waarden)


OPTELLEND = frozenset(
    {
        Op.INVOER,
        Op.PLUS,
        Op.MIN,
        Op.VERMINDERD,
        Op.KIES,
        Op.CONTROLE,
        Op.INDIEN,
        Op.DATUM_PLUS,
        Op.SOM,
    }
)
"""What carries the axis on one for one."""
GENOEMD = OPTELLEND | {Op.PARAMETER, Op.CONSTANTE}
"""What the other side may be made of: an amount or term that the law states, or another input
with one added."""


def _rechtstreeks(veeg: Veeg, grens: Grens) -> bool:
    """A comparison of the axis itself (perhaps with another input added) with an amount that the
    law states: what moves is only added up, and so is the other side."""
    if grens.stap is None or len(veeg.grond.steps[grens.stap].args) < 2:
        return False
    args = veeg.grond.steps[grens.stap].args[:2]
    links, rechts = (
        reken(veeg.grond, geval_op(veeg.netto.geval, veeg.as_, x), args)
        for x in (grens.links, grens.rechts)
    )
    vast, beweegt = False, False
    for arg in args:
        if links.waarden[arg] == rechts.waarden[arg]:
            pad = links.gebruikt(arg)
            ops = {veeg.grond.steps[s].op for s in pad}
            # What rests on the law alone is stated, however it is computed: 120% of a norm.
            vast = vast or Op.INVOER not in ops or ops <= GENOEMD
        else:
            pad = links.gebruikt(arg) | rechts.gebruikt(arg)
            mee = [s for s in pad if links.waarden[s] != rechts.waarden[s]]
            beweegt = all(veeg.grond.steps[s].op in OPTELLEND for s in mee)
    return vast and beweegt
