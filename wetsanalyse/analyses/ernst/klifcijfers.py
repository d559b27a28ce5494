"""Two totals over a population: how much households lose when they earn somewhat more, and which
share of them loses. [hardheid 11.6]

Known elsewhere as the cliff gap and the cliff share. Both are computed at the end of the band of
P02, exactly; a drop inside the band that has been made up by then is not in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from wetsanalyse.analyses.burgers.bevolking import Bevolking
from wetsanalyse.analyses.burgers.vormen import Domein, domeinen
from wetsanalyse.analyses.ernst.geraakt import Geheugen
from wetsanalyse.analyses.oorzaak.onderscheid import met_gegeven
from wetsanalyse.analyses.verlopen.positie import NETTO, per_persoon, venster
from wetsanalyse.model.casus import Casus
from wetsanalyse.plan.lower import Plan
from wetsanalyse.run.exact import uitkomst
from wetsanalyse.run.toestanden import geval


@dataclass(frozen=True, slots=True)
class Klifcijfers:
    """``terugval``: euro over the window, all households together; ``aandeel``: of the households
    for whom it could be computed."""

    meer: Fraction
    terugval: Fraction
    aandeel: Fraction
    synthetisch: bool


def klifcijfers(
    plan: Plan, bevolking: Bevolking, band: Fraction, geheugen: Geheugen
) -> Klifcijfers | None:
    """For each household the worst of its incomes, each ``band`` euro a year higher by turns. None:
    the model has no income, or no household could be computed."""
    bereik = domeinen(plan)
    terugval = verliezers = alle = Fraction(0)
    for casus, gewicht in bevolking.huishoudens:
        op_dag = replace(casus, rekendatum=plan.rekendatum)
        verliezen = _verliezen(plan, op_dag, band, bereik, geheugen)
        if verliezen:
            alle += gewicht
            terugval += gewicht * max(*verliezen, Fraction(0))
            verliezers += gewicht if max(verliezen) > 0 else 0
    if alle == 0:
        return None
    return Klifcijfers(band, terugval, verliezers / alle, bevolking.synthetisch)


def _verliezen(
    plan: Plan,
    casus: Casus,
    band: Fraction,
    bereik: Mapping[tuple[str, str], Domein],
    geheugen: Geheugen,
) -> list[Fraction]:
    typen = casus.huishouden.typen
    gevonden: list[Fraction] = []
    for (naam, eigenschap), waarde in casus.invoer.items():
        keer = _keer_per_jaar(plan, typen[naam], eigenschap)
        domein = bereik.get((typen[naam], eigenschap))
        if keer is None or domein is None or not isinstance(waarde, Fraction):
            continue
        hoger = waarde + band / keer
        if hoger > domein.bereik.tot:
            continue
        voor = _netto(plan, casus, geheugen)
        na = _netto(plan, met_gegeven(casus, naam, eigenschap, hoger), geheugen)
        if voor is not None and na is not None:
            eigen = Fraction(0) if _telt_mee(plan, eigenschap) else band * _jaren(plan, casus)
            gevonden.append(voor - na - eigen)
    return gevonden


def _keer_per_jaar(plan: Plan, objecttype: str, eigenschap: str) -> Fraction | None:
    """How often it is paid in a year; None: it is no income. As P02 has it: an amount per time that
    the model calls a measure of need."""
    verklaard = plan.model.invoerbereiken.get(objecttype)
    if verklaard is None:
        return None
    attribuut = plan.model.objecttypen[objecttype].attributen.get(eigenschap)
    if attribuut is None or ("lager", eigenschap) not in verklaard.behoeften:
        return None
    machten = dict(attribuut.type.eenheid.machten)
    per = {"jr": Fraction(1), "kw": Fraction(4), "mnd": Fraction(12)}
    return next((per[e] for e in per if machten == {"€": 1, e: -1}), None)


def _netto(plan: Plan, casus: Casus, geheugen: Geheugen) -> Fraction | None:
    grond = geheugen.grond(casus.huishouden)
    waarde = uitkomst(grond, geval(plan, casus), grond.vragen[NETTO])
    return waarde if isinstance(waarde, Fraction) else None


def _telt_mee(plan: Plan, eigenschap: str) -> bool:
    return any(lees.eigenschap == eigenschap for u in plan.model.uitkomsten for lees in u.voordelen)


def _jaren(plan: Plan, casus: Casus) -> Fraction:
    """The shortest window in years, as P02 has it."""
    alle = per_persoon(plan.model, casus.huishouden)
    return min((venster(u) for u, _ in alle), default=Fraction(12)) / 12
