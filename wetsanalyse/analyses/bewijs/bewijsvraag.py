"""A household shape with free inputs: what the solver may choose, and what was fixed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from wetsanalyse.analyses.burgers.vormen import Domein, beschrijf, domeinen, rooster
from wetsanalyse.analyses.verlopen.vegen import vragen
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.model import Attribuut, Kenmerk
from wetsanalyse.model.terms import Term
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.invoer import is_invoer
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel, OordeelSleutel, Op
from wetsanalyse.run.exact import Geval, reken
from wetsanalyse.run.symbolisch import (
    WAAR_OF_NIET,
    Burger,
    Gegeven,
    Onbekende,
    Vrij,
    kegel,
    onbekende_invoer,
    vertaal,
)
from wetsanalyse.run.symbolisch_termen import Formule, ingevuld, onbekende_waarheid
from wetsanalyse.run.symbolisch_waarde import AlleenExact, Symbool, is_waarde
from wetsanalyse.run.symbolisch_zoeken import VERTAALFOUT
from wetsanalyse.run.weergave import toon

Sleutel = tuple[str, str]
"""(object, property)."""
Domeinen = Mapping[Sleutel, Domein]
"""By (objecttype, property), as `burgers.domeinen` gives them."""
NIETS: Mapping[Any, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Vraagstuk:
    """``onbekend``: the free inputs of the slice; ``oordelen``: the open norms that are free, each
    with its name for the solver; ``vast``: all the rest."""

    plan: Plan = field(repr=False)
    huishouden: Huishouden
    grond: GroundPlan = field(repr=False)
    vast: Geval
    onbekend: Mapping[InvoerSleutel, Onbekende] = field(repr=False)
    oordelen: Mapping[OordeelSleutel, str] = field(repr=False)
    aannamen: tuple[str, ...] = ()

    @property
    def eisen(self) -> list[Formule]:
        return [o.eis for o in self.onbekend.values()]

    def vertaal(
        self, namen: Sequence[str], anders: Mapping[InvoerSleutel, Onbekende] = NIETS
    ) -> tuple[Symbool, ...]:
        """The answers to these questions; ``anders``: inputs that another citizen has."""
        symbolen = self.stappen([self.grond.vragen[naam] for naam in namen], anders)
        if not anders:
            self._steekproef(namen, symbolen)
        return symbolen

    def stappen(
        self, slots: Sequence[int], anders: Mapping[InvoerSleutel, Onbekende] = NIETS
    ) -> tuple[Symbool, ...]:
        """The values of these steps of the plan."""
        vrij = {**self.onbekend, **anders}
        normen = {s: onbekende_waarheid(naam) for s, naam in self.oordelen.items()}
        return vertaal(self.grond, Burger(self.vast, vrij, normen), slots)

    def _steekproef(self, namen: Sequence[str], symbolen: Sequence[Symbool]) -> None:
        """A replay sees a citizen too many, and never one too few. So before anything is proven,
        what the solver is told is held against the exact run of some citizens."""
        for gevonden in steekproef([o.vrij for o in self.onbekend.values()]):
            keuze = dict(zip((o.naam for o in self.onbekend.values()), gevonden, strict=True))
            keuze |= dict.fromkeys(self.oordelen.values(), bool(sum(gevonden) % 2))
            exact = self.exact(self.geval(keuze), namen)
            for symbool, waarde in zip(symbolen, exact, strict=True):
                if ingevuld(is_waarde(symbool, waarde), keuze) is not True:
                    raise AlleenExact(VERTAALFOUT)

    def geval(
        self,
        gevonden: Mapping[str, int | bool],
        anders: Mapping[InvoerSleutel, Gegeven] = NIETS,
    ) -> Geval:
        """The citizen that the solver chose."""
        gekozen = {s: o.gekozen(gevonden) for s, o in self.onbekend.items()}
        normen = {s: bool(gevonden.get(naam, False)) for s, naam in self.oordelen.items()}
        return Geval(
            self.vast.rekendatum,
            {**self.vast.invoer, **gekozen, **anders},
            {**self.vast.oordelen, **normen},
        )

    def exact(self, geval: Geval, namen: Sequence[str]) -> list[Any]:
        """The answers to these questions, of the exact run."""
        doelen = [self.grond.vragen[naam] for naam in namen]
        uitslag = reken(self.grond, geval, doelen)
        return [uitslag.waarden[doel] for doel in doelen]


def steekproef(vrijen: Sequence[Vrij]) -> list[tuple[int | bool, ...]]:
    """Some choices, always the same: both ends, the middle, and a few spread by two primes."""
    soorten = [_keuzes(vrij) for vrij in vrijen]
    vaste = [tuple(k[plek] for k in soorten) for plek in (0, -1)]
    midden = tuple(k[len(k) // 2] for k in soorten)
    greep = [
        tuple(k[(n * 7919 + i * 104_729) % len(k)] for i, k in enumerate(soorten))
        for n in range(1, GREPEN + 1)
    ]
    return [*vaste, midden, *greep]


GREPEN = 9


def _keuzes(vrij: Vrij) -> Sequence[int | bool]:
    if vrij.waarden == (True, False):
        return (True, False)
    return range(len(vrij.waarden)) if vrij.waarden else range(vrij.van, vrij.tot + 1)


def bouw(
    plan: Plan,
    huishouden: Huishouden,
    namen: Sequence[str],
    *,
    extra: Mapping[str, Term] = NIETS,
    vast: Mapping[Sleutel, Any] = NIETS,
    domein: Domeinen | None = None,
    ja: Iterable[OordeelSleutel] = (),
) -> Vraagstuk:
    """The slice of these questions. ``extra``: questions beside the usual ones; ``ja``: open norms
    that are judged to be met."""
    grond = ground(plan, huishouden, {**vragen(plan, huishouden), **extra})
    steps = [grond.steps[slot] for slot in kegel(grond, [grond.vragen[n] for n in namen])]
    bereik = domeinen(plan) if domein is None else domein
    onbekend: dict[InvoerSleutel, Onbekende] = {}
    gegeven: dict[InvoerSleutel, Any] = {}
    aannamen = [
        f"het huishouden is {beschrijf(plan.model, huishouden)}",
        "burgers bij wie het model een fout geeft, tellen niet mee",
    ]
    for sleutel in dict.fromkeys(s.par for s in steps if s.op is Op.INVOER):
        paar = (sleutel.object, sleutel.eigenschap)
        lid = lid_van(plan.model, huishouden.typen[sleutel.object], sleutel.eigenschap)
        wat = f"{sleutel.eigenschap} van {sleutel.object}"
        if paar in vast:
            gegeven[sleutel] = vast[paar]
            aannamen.append(f"{wat} staat vast")
            continue
        eigen = bereik.get((huishouden.typen[sleutel.object], sleutel.eigenschap))
        vrij = _vrij(plan, lid, eigen)
        if vrij is not None:
            onbekend[sleutel] = onbekende_invoer(f"invoer {len(onbekend)}", vrij)
            aannamen += _over(wat, lid, eigen)
        elif is_invoer(plan, lid.objecttype, lid.naam):
            aannamen.append(f"{wat} is niet opgegeven")
    normen = dict.fromkeys(s.par for s in steps if s.op is Op.OPEN_NORM)
    beslist = dict.fromkeys(ja, True)
    oordelen = {s: f"norm {n}" for n, s in enumerate(normen) if s not in beslist}
    geval = Geval(plan.rekendatum, MappingProxyType(gegeven), MappingProxyType(beslist))
    return Vraagstuk(plan, huishouden, grond, geval, onbekend, oordelen, tuple(aannamen))


def _vrij(plan: Plan, lid: Attribuut | Kenmerk, domein: Domein | None) -> Vrij | None:
    """What may be chosen for an input; None: it is not given."""
    if domein is not None:
        laag, hoog = rooster(domein.bereik)
        return Vrij(laag, hoog, domein.bereik.per)
    if not is_invoer(plan, lid.objecttype, lid.naam):
        return None
    if isinstance(lid, Kenmerk) or lid.type.soort is Soort.BOOLEAN:
        return WAAR_OF_NIET
    if lid.type.soort is Soort.ENUMERATIE:
        return Vrij(waarden=tuple(plan.model.enumeraties[lid.type.domein or ""]))
    return None


def _over(wat: str, lid: Attribuut | Kenmerk, domein: Domein | None) -> list[str]:
    """The range of a number, and that it is given."""
    if domein is None or not isinstance(lid, Attribuut):
        return []
    van, tot = (toon(w, lid.type) for w in (domein.bereik.van, domein.bereik.tot))
    bron = "" if domein.verklaard else " (geen Invoerbereik)"
    return [f"{wat} is opgegeven en ligt van {van} tot en met {tot}{bron}"]


# ------------------------------------------------------------------ citizens


def naar_casus(plan: Plan, huishouden: Huishouden, geval: Geval) -> Casus:
    """A citizen of the solver as a case: to be examined, or to be shown as a scenario."""
    invoer: dict[Sleutel, Any] = {}
    for sleutel, waarde in geval.invoer.items():
        lid = lid_van(plan.model, huishouden.typen[sleutel.object], sleutel.eigenschap)
        type_ = lid.type if isinstance(lid, Attribuut) else None
        invoer[sleutel.object, sleutel.eigenschap] = _in_casus(waarde, type_)
    oordelen = {(s.norm, s.object): w for s, w in geval.oordelen.items()}
    return Casus(geval.rekendatum, huishouden, MappingProxyType(invoer), MappingProxyType(oordelen))


def _in_casus(waarde: Any, type_: Type | None) -> Any:
    heel = type_ is not None and type_.soort is Soort.DATUM and isinstance(waarde, Fraction)
    return int(waarde) if heel else waarde
