"""Histories and what could have gone otherwise: bounded replay of events. [hardheid 11.6]

A history is a scenario with events. It is looked at on its last day; the window of the outcomes
begins on its rekendatum. A replay changes one or two of its events and runs everything again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

from wetsanalyse.analyses.oorzaak.onderscheid import InHistorie
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import vragen
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.feiten import Voorval, Wijziging
from wetsanalyse.model.model import Model
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.model.terms import Constante
from wetsanalyse.model.types import Soort
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan
from wetsanalyse.run.exact import uitkomst
from wetsanalyse.run.toestanden import Plannen, geval

BURGER = "handeling van de burger"
OVERHEID = "handeling van de overheid"
REGISTRATIE = "registratie"
LEVEN = "levensgebeurtenis"


@dataclass(frozen=True)
class Historie:
    """A scenario with events, ready to be run on its last day."""

    naam: str
    plan: Plan = field(repr=False)
    grond: GroundPlan = field(repr=False)
    casus: Casus
    begin: date

    @property
    def model(self) -> Model:
        return self.plan.model

    def soort(self, nummer: int) -> str:
        naam = self.casus.gebeurtenissen[nummer].gebeurtenis
        return self.model.gebeurtenissen[naam].soort

    def nummers(self, soort: str) -> list[int]:
        return [i for i in range(len(self.casus.gebeurtenissen)) if self.soort(i) == soort]

    def netto(self, casus: Casus) -> Fraction | None:
        """The net position on the last day; None: not a number."""
        waarde = uitkomst(self.grond, geval(self.plan, casus), self.grond.vragen[NETTO])
        return waarde if isinstance(waarde, Fraction) else None


def histories(plannen: Plannen, scenarios: Sequence[Scenario]) -> list[Historie]:
    """Every scenario in which something happens, in the order of the files."""
    gevonden: list[Historie] = []
    for scenario in scenarios:
        casus = scenario.casus
        if not casus.gebeurtenissen or casus.parameters or not plannen.model.uitkomsten:
            continue
        dagen = [casus.rekendatum, *(v.datum for v in casus.gebeurtenissen)]
        dagen += [v.datum for v in scenario.verwachtingen if v.datum is not None]
        plan = plannen.op(max(dagen))
        huishouden = casus.huishouden
        grond = ground(plan, huishouden, vragen(plan, huishouden, casus.rekendatum))
        op_dag = replace(casus, rekendatum=max(dagen))
        gevonden.append(Historie(scenario.naam, plan, grond, op_dag, casus.rekendatum))
    return gevonden


# ------------------------------------------------------------------ one event otherwise


@dataclass(frozen=True, slots=True)
class Ingreep:
    """One event of a history, otherwise: left out, or so many days later (or earlier)."""

    nummer: int
    dagen: int | None
    """None: it does not happen."""

    def op(self, historie: Historie) -> Casus:
        """The case of the history in which it went this way."""
        return met_ingrepen(historie, (self,))


def met_ingrepen(historie: Historie, ingrepen: Sequence[Ingreep]) -> Casus:
    """Events on one day keep the order in which they were written."""
    anders = {i.nummer: i for i in ingrepen}
    over: list[tuple[date, int, Voorval]] = []
    for nummer, voorval in enumerate(historie.casus.gebeurtenissen):
        ingreep = anders.get(nummer)
        if ingreep is None:
            over.append((voorval.datum, nummer, voorval))
        elif ingreep.dagen is not None:
            verzet = verschoven(voorval, ingreep.dagen)
            # An act that comes forward to a day comes after what happened on that day.
            plek = nummer if ingreep.dagen > 0 else len(historie.casus.gebeurtenissen) + nummer
            over.append((verzet.datum, plek, verzet))
    over.sort(key=lambda rij: rij[:2])
    return replace(historie.casus, gebeurtenissen=tuple(v for _, _, v in over))


def verschoven(voorval: Voorval, dagen: int) -> Voorval:
    """The same event on another day. What holds from its day on moves along, and so does a date
    that the event itself puts on record; what was dated back stays where it was."""
    dag = voorval.datum.toordinal()
    return replace(
        voorval,
        datum=voorval.datum + timedelta(days=dagen),
        wijzigingen=tuple(_verschoven(w, dag, dagen) for w in voorval.wijzigingen),
    )


def _verschoven(wijziging: Wijziging, dag: int, dagen: int) -> Wijziging:
    waarde = wijziging.waarde
    legt_dag_vast = (
        isinstance(waarde, Constante) and waarde.type.soort is Soort.DATUM and waarde.waarde == dag
    )
    if legt_dag_vast:
        assert isinstance(waarde, Constante)
        waarde = replace(waarde, waarde=waarde.waarde + dagen)
    van = wijziging.van + dagen if wijziging.van == dag else wijziging.van
    return replace(wijziging, waarde=waarde, van=van)


def hoe(historie: Historie, ingreep: Ingreep) -> tuple[str, str]:
    """How it went otherwise, and what happened really: ``“melding” 14 dagen later``,
    ``“melding” op 1 maart 2025``."""
    voorval = historie.casus.gebeurtenissen[ingreep.nummer]
    echt = f"“{voorval.gebeurtenis}” op {voorval.datum:%d-%m-%Y}"
    if ingreep.dagen is None:
        return f"“{voorval.gebeurtenis}” gebeurt niet", echt
    aantal = abs(ingreep.dagen)
    hoeveel = "één dag" if aantal == 1 else f"{aantal} dagen"
    richting = "later" if ingreep.dagen > 0 else "eerder"
    nieuw = voorval.datum + timedelta(days=ingreep.dagen)
    return f"“{voorval.gebeurtenis}” {hoeveel} {richting}, op {nieuw:%d-%m-%Y}", echt


def verschil(
    historie: Historie, ingreep: Ingreep, *, burger: Casus, buur: Casus, getroffen: bool
) -> InHistorie:
    """What the two differ in. ``getroffen``: the citizen who is hit is the one of the replay;
    else it is the one of the history as it went."""
    anders, echt = hoe(historie, ingreep)
    teksten = (anders, echt) if getroffen else (echt, anders)
    zin = anders if getroffen else f"anders dan wanneer {anders}"
    voorval = historie.casus.gebeurtenissen[ingreep.nummer]
    return InHistorie(
        (burger, buur),
        voorval.gebeurtenis,
        historie.soort(ingreep.nummer),
        f"in de geschiedenis “{historie.naam}”: {zin}",
        teksten,
        ingreep.nummer,
    )


# ------------------------------------------------------------------ replays


def kalender(historie: Historie, casus: Casus) -> tuple[tuple[str, str, str], ...]:
    """What happened, as rows: day, event, whose act."""
    return tuple(
        (f"{v.datum:%d-%m-%Y}", v.gebeurtenis, historie.model.gebeurtenissen[v.gebeurtenis].soort)
        for v in casus.gebeurtenissen
    )
