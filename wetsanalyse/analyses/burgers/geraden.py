"""Where to look when the model does not say: a range for an input without an Invoerbereik.

It is a guess, from what the law itself names, and the report says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from math import floor

from wetsanalyse.analyses.burgers.tegenover import tegenover
from wetsanalyse.model.gevolgen import Dagsoortbepaling
from wetsanalyse.model.lezen_termen import versie_termen
from wetsanalyse.model.model import Attribuut, Bereik
from wetsanalyse.model.terms import Bewerking, Constante
from wetsanalyse.model.types import Eenheid, Soort, Type
from wetsanalyse.plan.lower import Plan

EEUW, VIJF_JAAR, JAAR = 36_525, 1_826, 366
TERMIJN = {"dg": 1, "wk": 7, "mnd": 31, "kw": 92}
"""At most so many days."""
RUIM = 3
"""So many times the longest term that the law names."""


def geraden(plan: Plan, attribuut: Attribuut) -> Bereik:
    """From the bound of the type to twice the largest amount that the law names of the same kind,
    in a parameter or in a rule; for dates see `_dagen`."""
    if attribuut.type.is_tijd:
        dag = Fraction(plan.rekendatum.toordinal())
        van, tot = _dagen(plan)
        return Bereik(attribuut.objecttype, attribuut.naam, van, tot, Fraction(1), dag)
    top = Fraction(2) if attribuut.type.soort is Soort.PERCENTAGE else Fraction(100)
    if _wordt_gelezen(plan, attribuut):
        genoemd = _genoemd(plan, attribuut)
        top = 2 * max([*genoemd, _minstens(plan, attribuut.type, ook_gewoon=not genoemd)])
    decimalen = (attribuut.type.decimalen or 0) + (
        2 if attribuut.type.soort is Soort.PERCENTAGE else 0
    )
    stap = Fraction(1, 10**decimalen)
    van, tot = {
        "negatief": (-top, -stap),
        "positief": (stap, top),
    }.get(attribuut.type.bereik or "", (Fraction(0), top))
    tot = floor(tot / stap) * stap
    return Bereik(attribuut.objecttype, attribuut.naam, van, tot, stap, None)


def _dagen(plan: Plan) -> tuple[Fraction, Fraction]:
    """From a hundred years before the rekendatum, for who may be old, to five years after it. A law
    that counts no years is about days near the rekendatum and the dates that it names: an invoice,
    a decision. There it is a few times its longest term, and at least a year."""
    dag = plan.rekendatum.toordinal()
    termen = [
        t
        for versie in plan.versies.values()
        # What makes a day a holiday looks at the year of that day, and counts none.
        if not isinstance(versie.gevolg, Dagsoortbepaling)
        for t in versie_termen(versie)
        if isinstance(t, Bewerking | Constante)
    ]
    soorten = [*(t.type for t in termen), *(plan.model.parameters[n].type for n in plan.parameters)]
    if any(_telt_jaren(t) for t in soorten) or any(_neemt_jaar(t) for t in termen):
        return Fraction(dag - EEUW), Fraction(dag + VIJF_JAAR)
    rondom = max(JAAR, RUIM * max(_termijnen(plan, termen), default=0))
    genoemd = [int(t.waarde) for t in termen if isinstance(t, Constante) and t.type.is_tijd]
    van = min([dag, *genoemd]) - rondom
    tot = max([dag, *genoemd]) + rondom
    return Fraction(max(van, dag - EEUW)), Fraction(min(tot, dag + VIJF_JAAR))


def _telt_jaren(type_: Type) -> bool:
    return dict(type_.eenheid.machten).get("jr", 0) > 0


def _neemt_jaar(term: Bewerking | Constante) -> bool:
    """The year of a date may be long ago."""
    return isinstance(term, Bewerking) and term.op == "DATUMDEEL" and term.par == "jaar"


def _termijnen(plan: Plan, termen: Sequence[Bewerking | Constante]) -> Iterator[int]:
    """Every term that the law names, in days."""
    waarden = chain(
        ((t.waarde, t.type) for t in termen if isinstance(t, Constante)),
        ((w.waarde, plan.model.parameters[n].type) for n, w in plan.parameters.items()),
    )
    for waarde, type_ in waarden:
        machten = type_.eenheid.machten
        if isinstance(waarde, Fraction) and len(machten) == 1 and machten[0][1] == 1:
            yield int(waarde * TERMIJN.get(machten[0][0], 0))


def _wordt_gelezen(plan: Plan, attribuut: Attribuut) -> bool:
    """Whether a rule looks at it. An amount that only stands in `Uitkomst` is for the law as small
    or large as any: large ones would drown what the rules do."""
    return (attribuut.objecttype, attribuut.naam) in plan.gelezen


GEWOON_BEDRAG = Fraction(25_000)
"""Of an amount that the law holds against nothing it names: half of what is searched, in € (a
year). Our own choice; without it no amount could be large enough to matter."""


def _genoemd(plan: Plan, attribuut: Attribuut) -> list[Fraction]:
    """The amounts in the law on this day that the attribute can be held against: all in its own
    unit, else those that can be converted to it and that it is really held against. An income
    limit says nothing about a rent that is never compared with it, and nil nothing about how large
    an amount can be."""
    type_ = attribuut.type
    parameters = ((w.waarde, plan.model.parameters[n].type) for n, w in plan.parameters.items())
    in_regels = (
        (term.waarde, term.type)
        for versie in plan.versies.values()
        for term in versie_termen(versie)
        if isinstance(term, Constante)
    )
    eigen = [
        waarde
        for waarde, soort in chain(parameters, in_regels)
        if isinstance(waarde, Fraction) and waarde and soort.soort is type_.soort
        and soort.eenheid == type_.eenheid
    ]  # fmt: skip
    if eigen:
        return eigen
    factoren = (
        (waarde, plan.model.eenheden.factor(soort.eenheid, type_.eenheid))
        for waarde, soort in tegenover(plan, (attribuut.objecttype, attribuut.naam))
        if soort.soort is type_.soort
    )
    return [waarde * factor for waarde, factor in factoren if waarde and factor is not None]


def _minstens(plan: Plan, type_: Type, *, ook_gewoon: bool) -> Fraction:
    """At least this is half of the range. ``ook_gewoon``: the law names nothing that it is held
    against."""
    if type_.soort is Soort.PERCENTAGE:
        return Fraction(1)
    for geld in (Eenheid.van({"€": 1, "jr": -1}), Eenheid.van({"€": 1})):
        factor = plan.model.eenheden.factor(geld, type_.eenheid)
        if factor is not None and ook_gewoon:
            return GEWOON_BEDRAG * factor
    return Fraction(50)
