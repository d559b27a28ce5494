"""P18: borders that no article states. They emerge from the rules; a list, not a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.bevinding import Drempelplek, VerborgenDrempel
from wetsanalyse.analyses.burgers.vormen import beschrijf_soort, rollen_in
from wetsanalyse.analyses.verlopen.positie import NETTO, per_persoon, venster
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.ops import DatumEenheid, GroundPlan, Op
from wetsanalyse.run.exact import reken
from wetsanalyse.run.getallen import Rationaal
from wetsanalyse.run.kalender import datum_plus
from wetsanalyse.run.verloop import Grens, Stuk, geval_op


def verborgen_drempels(vegen: Iterable[Veeg]) -> tuple[VerborgenDrempel, ...]:
    """The borders of all sweeps that are neither an amount of the law nor a direct comparison
    with one: one for each datum, rule and change. Its evidence is where it lies for each kind of
    household, as it was seen first."""
    plekken: dict[Any, dict[Any, Drempelplek]] = {}
    bezet: set[Any] = set()
    eenheden: dict[Any, str] = {}
    for veeg in vegen:
        maat = veeg.as_attribuut.type
        for regel, soort, plek in _van(veeg):
            sleutel = (veeg.attribuut, veeg.casus.huishouden.typen[veeg.object], regel, soort)
            wie = (plek.wie, plek.huishouden)
            waar = (sleutel[:2], wie, plek.waarde_links)
            if wie not in plekken.get(sleutel, {}) and waar not in bezet:
                plekken.setdefault(sleutel, {})[wie] = plek
                eenheden[sleutel] = "dag" if maat.is_tijd else str(maat.eenheid)
                bezet.add(waar)
    gevonden = [
        VerborgenDrempel(as_, eenheden[as_, type_, regel, soort], NETTO, regel, soort, _rij(rijen))
        for (as_, type_, regel, soort), rijen in plekken.items()
    ]
    return tuple(sorted(gevonden, key=lambda d: (d.as_, d.plekken[0].waarde_links, d.soort)))


def _rij(plekken: dict[Any, Drempelplek]) -> tuple[Drempelplek, ...]:
    return tuple(sorted(plekken.values(), key=lambda p: (p.waarde_links, p.huishouden, p.wie)))


def _van(veeg: Veeg) -> Iterator[tuple[str | None, str, Drempelplek]]:
    """Each border with the rule that decides it and what happens there."""
    model, huishouden = veeg.plan.model, veeg.casus.huishouden
    bekend = genoemde_waarden(veeg.grond) | _gemeten_tussen(veeg)
    for i, grens in enumerate(veeg.netto.grenzen):
        links, rechts = veeg.waarde(grens.links), veeg.waarde(grens.rechts)
        if _aan_het_eind(veeg, grens) or {links, rechts} & bekend or _rechtstreeks(veeg, grens):
            continue
        soort = _soort(veeg, i)
        if soort is not None:
            yield (
                veeg.grond.steps[grens.stap].regel if grens.stap is not None else None,
                soort,
                Drempelplek(
                    rollen_in(model, huishouden)[veeg.object],
                    beschrijf_soort(model, huishouden),
                    links,
                    rechts,
                    grens.waarde_links,
                    grens.waarde_rechts,
                ),
            )


def _aan_het_eind(veeg: Veeg, grens: Grens) -> bool:
    """Whether one side is no more than the last place of the range that was declared: of such a
    border nobody knows whether it is one of the law."""
    return grens.links == veeg.as_.van or grens.rechts == veeg.as_.tot


def _gemeten_tussen(veeg: Veeg) -> frozenset[Fraction]:
    """On an axis of days: the first and last day of each window, and the days beside them. There
    the measuring begins and ends, not the law."""
    if not veeg.as_attribuut.type.is_tijd:
        return frozenset()
    begin = Fraction(veeg.plan.rekendatum.toordinal())
    einden = {
        datum_plus(Rationaal(), begin, venster(u), MAAND)
        for u, _ in per_persoon(veeg.plan.model, veeg.casus.huishouden)
    }
    return frozenset({begin, *einden})


MAAND = DatumEenheid("mnd", Fraction(1), 1)


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
