"""What comes out for a citizen under one text of the law: the net position, who loses within the
household, how hard it is. [hardheid 8]"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.burgers.vormen import domeinen
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.onderscheid import met_gegeven
from wetsanalyse.analyses.verlopen.positie import NETTO, per_persoon
from wetsanalyse.analyses.verlopen.vegen import Opdracht, Veeg, normvraag, vegen, vragen
from wetsanalyse.graph.rulegraph import slug
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.model import Evenredigheidsnorm, Model
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan
from wetsanalyse.run.exact import uitkomst, uitkomsten
from wetsanalyse.run.scenarios import geval
from wetsanalyse.run.toestanden import Plannen, bekend


@dataclass(frozen=True, slots=True)
class Proefburger:
    """A citizen of the trial. ``vanaf``: where the window of the outcomes begins, when something
    happened; ``gewicht``: for how many households it stands."""

    naam: str
    casus: Casus
    vanaf: date | None = None
    gewicht: Fraction = Fraction(1)


@dataclass
class Rekenaar:
    """One text of the law, ready to be run; keeps the plans it made."""

    model: Model
    oordelen: tuple[str, ...] = ()
    """Open norms of the variant: answered with yes for who is hit hard, else with no."""
    plannen: Plannen = field(init=False)
    _gronden: dict[Any, GroundPlan] = field(default_factory=dict)
    _vegen: dict[Any, Veeg | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.plannen = Plannen(self.model)

    def plan(self, casus: Casus) -> Plan:
        return self.plannen.op(casus.rekendatum)

    def grond(self, casus: Casus, vanaf: date | None) -> GroundPlan:
        sleutel = (casus.rekendatum, casus.huishouden, vanaf, tuple(casus.parameters.items()))
        if sleutel not in self._gronden:
            plan = self.plan(casus)
            vraag = vragen(plan, casus.huishouden, vanaf)
            self._gronden[sleutel] = ground(plan, casus.huishouden, vraag, casus.parameters)
        return self._gronden[sleutel]

    def beoordeeld(self, casus: Casus, hard: bool) -> Casus:
        """The citizen with the judgments of the variant."""
        namen = [naam for naam, _ in casus.huishouden.objecten]
        nieuw = {(norm, naam): hard for norm in self.oordelen for naam in namen}
        return replace(casus, oordelen={**casus.oordelen, **nieuw}) if nieuw else casus

    def uitkomsten(self, burger: Proefburger, hard: bool) -> Mapping[str, Any]:
        """Every question that is asked of the law, with its answer."""
        casus = self.beoordeeld(burger.casus, hard)
        grond = self.grond(casus, burger.vanaf)
        waarden = uitkomsten(grond, geval(self.plan(casus), casus), tuple(grond.vragen.values()))
        return dict(zip(grond.vragen, waarden, strict=True))

    def netto(self, burger: Proefburger, hard: bool) -> Fraction | None:
        """None: it is not a number."""
        casus = self.beoordeeld(burger.casus, hard)
        grond = self.grond(casus, burger.vanaf)
        waarde = uitkomst(grond, geval(self.plan(casus), casus), grond.vragen[NETTO])
        return waarde if isinstance(waarde, Fraction) else None

    def kan_hard(
        self, burger: Proefburger, object_: str, attribuut: str, hard: bool, lat: Maatlat
    ) -> bool:
        """Whether moving to one of the ends of the axis would gain anything that matters: who
        gains nothing there is not swept."""
        casus = burger.casus
        domein = domeinen(self.plan(casus)).get((casus.huishouden.typen[object_], attribuut))
        eigen = self.netto(burger, hard)
        if domein is None or eigen is None:
            return domein is not None
        for waarde in (domein.bereik.van, domein.bereik.tot):
            elders = replace(burger, casus=met_gegeven(casus, object_, attribuut, waarde))
            beter = self.netto(elders, hard)
            if beter is None or beter - eigen >= lat.materieel:
                return True
        return False

    def veeg(self, burger: Proefburger, object_: str, attribuut: str, hard: bool) -> Veeg | None:
        """The course along an axis; citizens that differ only on it share one."""
        casus = self.beoordeeld(burger.casus, hard)
        plan = self.plan(casus)
        if casus.gebeurtenissen:
            casus = bekend(Plannen.vanaf(plan), casus)
        rest = tuple(
            sorted((k, str(v)) for k, v in casus.invoer.items() if k != (object_, attribuut))
        )
        sleutel = (
            casus.rekendatum, casus.huishouden, rest, burger.vanaf, object_, attribuut,
            tuple(sorted(casus.oordelen.items())), tuple(casus.parameters.items()),
        )  # fmt: skip
        if sleutel not in self._vegen:
            domein = domeinen(plan).get((casus.huishouden.typen[object_], attribuut))
            gedaan: list[Veeg] = []
            if domein is not None:
                grond = self.grond(casus, burger.vanaf)
                opdracht = Opdracht(casus, grond, object_, attribuut, domein)
                gedaan = list(vegen(plan, [opdracht], lambda _nu, _van: None))
            self._vegen[sleutel] = gedaan[0] if gedaan else None
        return self._vegen[sleutel]


# ------------------------------------------------------------------ hard


@dataclass(frozen=True, slots=True)
class Maatlat:
    """When a citizen is hit hard by a border on the axis: he loses at least ``materieel``, and
    ``verhouding`` times what he is over it. On an axis that is no money: ``hard``, within one
    unit of the border."""

    materieel: Fraction
    verhouding: Fraction
    hard: Fraction

    @classmethod
    def bij(cls, d: Drempels, bevinding: Bevinding) -> Maatlat:
        hard = d.van("P01", "hard").waarde
        if bevinding.patroon == "P06":
            hard = d.van("P06", "materieel").waarde
        return cls(d.van("P03", "materieel").waarde, d.van("P04", "hard").waarde, hard)


@dataclass(frozen=True, slots=True)
class Verhouding:
    """For a finding about a ratio: when the consequence is too large for the shortcoming."""

    norm: Evenredigheidsnorm
    hard: Fraction
    materieel: Fraction

    @classmethod
    def bij(cls, d: Drempels, bevinding: Bevinding) -> Verhouding | None:
        norm = norm_bij(d.model, bevinding)
        if norm is None:
            return None
        return cls(norm, d.van("P04", "hard", norm).waarde, d.van("P04", "materieel", norm).waarde)

    def is_hard(self, uitkomsten: Mapping[str, Any], personen: Iterable[str]) -> bool:
        for naam in personen:
            gevolg = uitkomsten.get(normvraag(self.norm, "gevolg", naam))
            tekort = uitkomsten.get(normvraag(self.norm, "tekortkoming", naam))
            if not isinstance(gevolg, Fraction) or not isinstance(tekort, Fraction):
                continue
            if tekort > 0 and gevolg >= self.materieel and gevolg >= self.hard * tekort:
                return True
        return False


def norm_bij(model: Model, bevinding: Bevinding) -> Evenredigheidsnorm | None:
    """The norm that a finding about a ratio rests on: the id names it."""
    if bevinding.patroon != "P04":
        return None
    normen = [n for n in Drempels(model).normen("P04") if n.gevolg and n.tekortkoming]
    eigen = [n for n in normen if bevinding.id.endswith(slug(n.naam))] or normen
    return eigen[0] if len(eigen) == 1 else None


def hard_op_as(veeg: Veeg, x: int, lat: Maatlat) -> int | None:
    """The place of the border that hits the citizen at x hard (the first unit on the losing
    side); None: none does."""
    eigen = veeg.netto.waarde(x)
    if not isinstance(eigen, Fraction):
        return None
    geld = ("€", 1) in veeg.as_attribuut.type.eenheid.machten
    for grens in veeg.netto.grenzen:
        if grens.sprong is None or abs(grens.sprong) < lat.materieel:
            continue
        goed, slecht = (
            (grens.links, grens.rechts) if grens.sprong < 0 else (grens.rechts, grens.links)
        )
        if (x - slecht) * (slecht - goed) < 0:
            continue
        beter = grens.waarde_links if goed == grens.links else grens.waarde_rechts
        assert isinstance(beter, Fraction)
        over, verlies = abs(x - goed) * veeg.as_.eenheid, beter - eigen
        if geld and verlies >= lat.materieel and verlies >= lat.verhouding * over:
            return slecht
        if not geld and verlies >= lat.hard and abs(x - goed) == 1:
            return slecht
    return None


def plaats_op_as(veeg: Veeg, casus: Casus) -> int | None:
    """Where a citizen stands on the axis, in whole units; None: nowhere on it."""
    waarde = veeg.netto.geval.invoer.get(
        veeg.as_.sleutel, casus.invoer.get((veeg.object, veeg.attribuut))
    )
    eigen = casus.invoer.get((veeg.object, veeg.attribuut), waarde)
    if not isinstance(eigen, int | Fraction) or isinstance(eigen, bool):
        return None
    x = Fraction(eigen) / veeg.as_.eenheid
    heel = x.numerator // x.denominator
    return heel if veeg.as_.van <= heel <= veeg.as_.tot else None


# ------------------------------------------------------------------ who loses


def verliezers(
    model: Model, casus: Casus, voor: Mapping[str, Any], na: Mapping[str, Any]
) -> tuple[str, ...]:
    """The persons of a household who have less of what counts for them, or more of what counts
    against them."""
    gevonden: list[str] = []
    for blok, naam in per_persoon(model, casus.huishouden):
        for lijst, teken in ((blok.voordelen, 1), (blok.nadelen, -1)):
            for lees in lijst:
                vraag = f"{lees.eigenschap} van {naam}"
                oud, nieuw = voor.get(vraag), na.get(vraag)
                if not isinstance(oud, Fraction) or not isinstance(nieuw, Fraction):
                    continue
                if teken * (nieuw - oud) < 0 and naam not in gevonden:
                    gevonden.append(naam)
    return tuple(gevonden)
