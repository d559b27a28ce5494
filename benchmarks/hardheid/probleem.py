"""A worst-case problem: a law, a household, an axis; and the worst loss by one legal unit on that
axis over all citizens of that household, with a citizen who has it.

The answers stand in problemen.yaml. They are made by `waarheid`, never written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from wetsanalyse import chain
from wetsanalyse.analyses.burgers.strategieen import Getalkeuze, Keuzen, keuzen
from wetsanalyse.analyses.burgers.vormen import domeinen
from wetsanalyse.analyses.oorzaak.onderscheid import met_gegeven
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import Opdracht, invoer_van, vragen
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel
from wetsanalyse.run.exact import reken
from wetsanalyse.run.toestanden import geval

WORTEL = Path(__file__).resolve().parents[2]
BESTAND = Path(__file__).with_name("problemen.yaml")
Plek = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Antwoord:
    """``verlies``: proven to be the worst; ``burger`` and ``buur``: the witness, one unit apart.
    ``bewijs``: how it was proven, in words; ``vragen``: put to the solver."""

    verlies: Fraction
    bewijs: str
    vragen: int
    burger: Mapping[Plek, Any]
    buur: Mapping[Plek, Any]


@dataclass(frozen=True, slots=True)
class Probleem:
    """``vast``: inputs that every citizen has alike; all the others are free in their range."""

    naam: str
    wetten: tuple[str, ...]
    dag: date
    huishouden: Huishouden
    as_: Plek
    vast: Mapping[Plek, Any]
    antwoord: Antwoord | None


@dataclass(frozen=True)
class Opgave:
    """A problem ready to be run. ``keuze``: what each free input of the slice can be, the axis
    among them; ``aantal`` counts every run of the plan that a method did itself."""

    probleem: Probleem
    plan: Plan = field(repr=False)
    scenarios: tuple[Scenario, ...] = field(repr=False)
    grond: GroundPlan = field(repr=False)
    keuze: Keuzen = field(repr=False)

    @property
    def as_(self) -> Getalkeuze:
        return self.keuze.getallen[self.probleem.as_]

    @property
    def opdracht(self) -> Opdracht:
        """The sweep of the modal citizen on the axis."""
        naam, eigenschap = self.probleem.as_
        soort = self.probleem.huishouden.typen[naam]
        domein = domeinen(self.plan)[soort, eigenschap]
        return Opdracht(self.modaal, self.grond, naam, eigenschap, domein)

    @property
    def modaal(self) -> Casus:
        return self.keuze.casus({p: g.modaal * g.per for p, g in self.keuze.getallen.items()})

    def verlies(self, casus: Casus) -> Fraction:
        """What one unit more on the axis costs, or gives: two runs of the plan."""
        x = Fraction(casus.invoer[self.probleem.as_])
        buur = met_gegeven(casus, *self.probleem.as_, x + self.as_.per)
        een, ander = self.netto(casus), self.netto(buur)
        if isinstance(een, Fraction) and isinstance(ander, Fraction):
            return abs(een - ander)
        return Fraction(0)

    def netto(self, casus: Casus) -> Any:
        doel = self.grond.vragen[NETTO]
        return reken(self.grond, geval(self.plan, casus), (doel,)).waarden[doel]


@cache
def _wet(wetten: tuple[str, ...], dag: date) -> tuple[Plan, tuple[Scenario, ...]]:
    set_ = chain.laad([WORTEL / "rules" / naam for naam in wetten])
    assert set_.ok, set_.fouten
    mappen = [WORTEL / "scenarios" / naam for naam in wetten]
    scenarios = chain.laad_scenarios(set_.value, mappen)
    assert scenarios.ok, scenarios.fouten
    return lower(set_.value.model, dag), scenarios.value


@cache
def _grond(wetten: tuple[str, ...], dag: date, huishouden: Huishouden) -> GroundPlan:
    plan, _ = _wet(wetten, dag)
    return ground(plan, huishouden, vragen(plan, huishouden))


def opgave(p: Probleem) -> Opgave:
    """Lower the law and lay out what is free: the same inputs as the solver has."""
    plan, scenarios = _wet(p.wetten, p.dag)
    grond = _grond(p.wetten, p.dag, p.huishouden)
    raakt = invoer_van(grond, grond.vragen[NETTO])
    alle = keuzen(plan, grond, Casus(p.dag, p.huishouden, MappingProxyType({})))

    def vrij(plek: Plek) -> bool:
        return plek not in p.vast and InvoerSleutel(*plek) in raakt

    getallen = {plek: g for plek, g in alle.getallen.items() if vrij(plek)}
    soorten = {plek: w for plek, w in alle.soorten.items() if vrij(plek)}
    vorm = Casus(p.dag, p.huishouden, MappingProxyType(dict(p.vast)))
    return Opgave(p, plan, scenarios, grond, Keuzen(vorm, getallen, soorten))


def speel_na(o: Opgave) -> Fraction:
    """The witness run again: what it loses. It lies within the ranges, one unit apart."""
    antwoord = o.probleem.antwoord
    assert antwoord is not None
    burger, buur = dict(antwoord.burger), dict(antwoord.buur)
    plek = o.probleem.as_
    assert abs(burger.pop(plek) - buur.pop(plek)) == o.as_.per
    assert burger == buur
    for invoer in (antwoord.burger, antwoord.buur):
        for waar, g in o.keuze.getallen.items():
            assert g.laag * g.per <= invoer[waar] <= g.hoog * g.per, waar
    een, ander = (o.netto(o.keuze.casus(dict(i))) for i in (antwoord.burger, antwoord.buur))
    assert isinstance(een, Fraction)
    assert isinstance(ander, Fraction)
    return ander - een


# ------------------------------------------------------------------ the file


def lees(bestand: Path = BESTAND) -> tuple[Probleem, ...]:
    rijen = yaml.safe_load(bestand.read_text(encoding="utf-8"))
    return tuple(_probleem(rij) for rij in rijen)


def _probleem(rij: dict[str, Any]) -> Probleem:
    feiten = tuple(Feit(soort, tuple(wie)) for soort, *wie in rij.get("feiten", ()))
    huishouden = Huishouden(tuple((n, t) for n, t in rij["huishouden"]), feiten)
    antwoord = None
    if "antwoord" in rij:
        a = rij["antwoord"]
        antwoord = Antwoord(
            Fraction(a["verlies"]), a["bewijs"], a["vragen"],
            _invoer(a["burger"]), _invoer(a["buur"]),
        )  # fmt: skip
    return Probleem(
        rij["naam"], tuple(rij["wetten"]), rij["dag"], huishouden, _plek(rij["as"]),
        _invoer(rij.get("vast", {})), antwoord,
    )  # fmt: skip


def _plek(tekst: str) -> Plek:
    naam, _, eigenschap = tekst.partition(".")
    return naam, eigenschap


def _invoer(rij: Mapping[str, Any]) -> dict[Plek, Any]:
    """``A.vermogen: =127582/1``: after the sign an exact number, else a word or a truth."""
    return {_plek(k): _waarde(w) for k, w in rij.items()}


def _waarde(w: Any) -> Any:
    return Fraction(w.removeprefix("=")) if isinstance(w, str) and w.startswith("=") else w


def schrijf_waarde(w: Any) -> Any:
    """As `lees` reads it again."""
    return f"={Fraction(w)}" if isinstance(w, int | Fraction) and not isinstance(w, bool) else w
