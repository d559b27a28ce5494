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
        """Every number modal, of each kind the first."""
        k = self.keuze
        getallen: dict[Plek, Any] = {p: g.modaal * g.per for p, g in k.getallen.items()}
        return k.casus(getallen | {p: w[0] for p, w in k.soorten.items()})

    def verlies(self, casus: Casus, buur: Casus) -> Fraction:
        """How far two citizens lie apart: two runs of the plan."""
        een, ander = self.netto(casus), self.netto(buur)
        if isinstance(een, Fraction) and isinstance(ander, Fraction):
            return abs(een - ander)
        return Fraction(0)

    def buiten(self, casus: Casus) -> list[str]:
        """What of a citizen does not belong to the problem: the proof says nothing about them."""
        fout = [f"{'.'.join(plek)} is vast" for plek, w in self.probleem.vast.items()
                if casus.invoer.get(plek) != w]  # fmt: skip
        for plek, g in self.keuze.getallen.items():
            waarde = casus.invoer.get(plek)
            if waarde is None or not g.laag <= Fraction(waarde) / g.per <= g.hoog:
                fout.append(f"{'.'.join(plek)} is {waarde}, buiten het bereik")
            elif Fraction(waarde) % g.per:
                fout.append(f"{'.'.join(plek)} is {waarde}, tussen twee stappen in")
        for plek, waarden in self.keuze.soorten.items():
            if casus.invoer.get(plek) not in waarden:
                fout.append(f"{'.'.join(plek)} is {casus.invoer.get(plek)}: dat bestaat niet")
        return fout

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
    """The witness run again: what it loses. It belongs to the problem, one unit apart."""
    antwoord = o.probleem.antwoord
    assert antwoord is not None
    een, ander = (o.keuze.casus(dict(i)) for i in (antwoord.burger, antwoord.buur))
    assert not mis(o, (een, ander)), mis(o, (een, ander))
    verlies = o.netto(ander) - o.netto(een)
    assert isinstance(verlies, Fraction)
    return verlies


def mis(o: Opgave, paar: tuple[Casus, Casus]) -> list[str]:
    """What is wrong with two citizens as a witness of a step of this problem."""
    plek = o.probleem.as_
    een, ander = ({p: w for p, w in c.invoer.items() if p != plek} for c in paar)
    fout = [f"{'.'.join(p)} verschilt ook" for p in {*een, *ander} if een.get(p) != ander.get(p)]
    if abs(paar[0].invoer[plek] - paar[1].invoer[plek]) != o.as_.per:
        fout.append(f"{'.'.join(plek)} verschilt niet één stap")
    return [*fout, *o.buiten(paar[0]), *o.buiten(paar[1])]


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
