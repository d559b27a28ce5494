"""Hypothesis strategies for one law: its citizens, and what happens to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from wetsanalyse.analyses.burgers.strategieen import (
    Getalkeuze,
    Keuzen,
    Plek,
    keuzen,
    losse_waarden,
    strategie,
)
from wetsanalyse.analyses.burgers.vormen import burgers as bedenk
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.model.cellen import celnamen_van, lid_van
from wetsanalyse.model.feiten import Voorval, Wijziging
from wetsanalyse.model.model import Attribuut, Gebeurtenis, Model
from wetsanalyse.model.terms import Constante
from wetsanalyse.model.tijd import kenmerktype
from wetsanalyse.plan.ground import ground
from wetsanalyse.testing.wet import Wet

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

JAAR = 365
"""Events lie at most so many days after the rekendatum."""
HOOGSTENS = 4
"""So many events in one history."""


def burgers(wet: Wet) -> SearchStrategy[Casus]:
    """Citizens on the day of the law: every kind of household, all values within their range,
    limits of the law included. Shrinks to the modal person in the smallest household."""
    from hypothesis import strategies as st

    return st.one_of([strategie(k) for k in _vormen(wet)])


def gevallen(wet: Wet) -> SearchStrategy[Casus]:
    """Citizens to whom things happen in the year after that day, in order. Each event changes
    only what its block says it may, to values within their range. Shrinks to no events."""
    from hypothesis import strategies as st

    return st.one_of([_geschiedenis(wet.model, wet.rekendatum, k) for k in _vormen(wet)])


def _vormen(wet: Wet) -> list[Keuzen]:
    """What can be chosen in each kind of household, the smallest first."""
    per_huishouden: dict[Huishouden, Casus] = {}
    for casus in bedenk(wet.plan, wet.scenarios):
        per_huishouden.setdefault(casus.huishouden, casus)
    if not per_huishouden:
        raise ValueError("deze wet heeft geen blok Uitkomst en geen scenario: er zijn geen burgers")
    vormen = sorted(per_huishouden.values(), key=lambda c: len(c.huishouden.objecten))
    return [keuzen(wet.plan, ground(wet.plan, c.huishouden), c) for c in vormen]


# ------------------------------------------------------------------ what happens

Plekken = tuple[Plek, ...]
"""One thing that an event may change, for each object that it can be about."""


def _geschiedenis(model: Model, begin: date, k: Keuzen) -> SearchStrategy[Casus]:
    from hypothesis import strategies as st

    waarden = losse_waarden(k)
    voorvallen: list[SearchStrategy[Voorval]] = []
    for soort in model.gebeurtenissen.values():
        kan = _kan_veranderen(model, k.vorm, soort, waarden)
        if kan or not soort.verandert:
            wijzigingen = [_wijziging(model, k, plekken, waarden) for plekken in kan]
            voorvallen.append(_voorval(soort.naam, begin, wijzigingen))
    if not voorvallen:
        return strategie(k)
    reeks = st.lists(st.one_of(voorvallen), max_size=HOOGSTENS)
    return st.builds(_met, strategie(k), reeks)


def _met(casus: Casus, voorvallen: Sequence[Voorval]) -> Casus:
    return replace(casus, gebeurtenissen=tuple(sorted(voorvallen, key=lambda v: v.datum)))


def _kan_veranderen(
    model: Model, vorm: Casus, soort: Gebeurtenis, waarden: Mapping[Plek, object]
) -> list[Plekken]:
    """What it may change in this household and has a range or a list of values."""
    gevonden: list[Plekken] = []
    for objecttype, lid in soort.verandert:
        plekken = tuple(
            (naam, eigenschap)
            for naam, type_ in vorm.huishouden.objecten
            if type_ == objecttype
            for eigenschap in celnamen_van(model, objecttype, lid)
            if (naam, eigenschap) in waarden
        )
        gevonden += [plekken] if plekken else []
    return gevonden


def _voorval(
    naam: str, begin: date, wijzigingen: Sequence[Callable[[date], SearchStrategy[Wijziging]]]
) -> SearchStrategy[Voorval]:
    """One event of a sort; of what it may change it changes at least one thing."""
    from hypothesis import strategies as st

    def op(dagen: int) -> SearchStrategy[Voorval]:
        dag = begin + timedelta(days=dagen)
        if not wijzigingen:
            return st.just(Voorval(dag, naam))
        keuzes = st.lists(st.sampled_from(wijzigingen), min_size=1, unique=True)
        gekozen = keuzes.flatmap(lambda rij: st.tuples(*(w(dag) for w in rij)))
        return gekozen.map(lambda rij: Voorval(dag, naam, rij))

    return st.integers(0, JAAR).flatmap(op)


def _wijziging(
    model: Model, k: Keuzen, plekken: Plekken, waarden: Mapping[Plek, SearchStrategy[Any]]
) -> Callable[[date], SearchStrategy[Wijziging]]:
    """A new value for one of these places, from the day of the event on; where a value changes
    only now and then, from such a day before it or after it. A date is most often the day of
    the event itself."""
    from hypothesis import strategies as st

    def op(plek: Plek, dag: date) -> SearchStrategy[Wijziging]:
        lid = lid_van(model, k.vorm.huishouden.typen[plek[0]], plek[1])
        type_ = lid.type if isinstance(lid, Attribuut) else kenmerktype(lid)
        vanaf = [dag.toordinal()]
        if type_.korrel is not None and not type_.korrel.is_knip(vanaf[0]):
            vanaf = list(type_.korrel.rond(vanaf[0]))
        nieuw = waarden[plek]
        if type_.is_tijd and _binnen(k.getallen[plek], Fraction(dag.toordinal())):
            nieuw = st.one_of(st.just(Fraction(dag.toordinal())), nieuw)
        return st.builds(
            lambda waarde, van: Wijziging(*plek, Constante(waarde, type_), type_, van),
            nieuw,
            st.sampled_from(vanaf),
        )

    return lambda dag: st.sampled_from(plekken).flatmap(lambda plek: op(plek, dag))


def _binnen(g: Getalkeuze, waarde: Fraction) -> bool:
    return g.laag * g.per <= waarde <= g.hoog * g.per
