"""The two laws in OpenFisca: variables and parameters, each household computed as a vector.

Incomes are integers and amounts floats, as its country packages have them. Children are the only
persons and what is known of parents stands on the household: that is less work than a person for
each parent. What it kept of an earlier round is thrown away before the next.
"""

# mypy: disable-error-code="import-not-found, misc, no-untyped-def"
# ruff: noqa: N801, N805 -- a variable of OpenFisca is a class, and its formula gets whom it is about
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from benchmarks.schaal.gegevens import EPOCH, Gezinnen, Zorg
from benchmarks.schaal.manier import Loop

JAAR = "2025"
ZORG = {
    "standaardpremie": 2112,
    "drempelinkomen": 28406,
    "normpercentage": 0.01896,
    "afbouwpercentage": 0.137,
    "vermogensgrens": 141896,
    "kleinste": 24,
}


def zorg(invoer: Zorg) -> Loop:
    """Two formulas for the whole law: the fewest columns in between."""
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import YEAR
    from openfisca_core.variables import Variable

    persoon = build_entity("persoon", "personen", "Aanvrager", is_person=True)

    class toetsingsinkomen(Variable):
        value_type, entity, definition_period = int, persoon, YEAR

    class vermogen(Variable):
        value_type, entity, definition_period = int, persoon, YEAR

    class is_verzekerd(Variable):
        value_type, entity, definition_period = bool, persoon, YEAR

    class normpremie(Variable):
        value_type, entity, definition_period = float, persoon, YEAR

        def formula(wie, jaar, parameters):
            p = parameters(jaar).zorg
            boven = np.maximum(wie("toetsingsinkomen", jaar) - p.drempelinkomen, 0)
            return p.normpercentage * p.drempelinkomen + p.afbouwpercentage * boven

    class zorgtoeslag(Variable):
        value_type, entity, definition_period = float, persoon, YEAR

        def formula(wie, jaar, parameters):
            p = parameters(jaar).zorg
            verschil = np.maximum(p.standaardpremie - wie("normpremie", jaar), 0)
            bedrag = np.floor(verschil + 0.5)
            recht = wie("is_verzekerd", jaar) * (wie("vermogen", jaar) <= p.vermogensgrens)
            return np.where(recht * (bedrag >= p.kleinste), bedrag, 0)

    soorten = (toetsingsinkomen, vermogen, is_verzekerd, normpremie, zorgtoeslag)
    stelsel = _stelsel([persoon], soorten, {"zorg": ZORG})
    return _loop(_gevuld(stelsel, invoer), "zorgtoeslag", ("normpremie", "zorgtoeslag"))


def zorg_per_regel(invoer: Zorg) -> Loop:
    """A variable for each rule of the law that says something of an applicant alone, as a country
    package has them: each can be asked for, and explained."""
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import YEAR
    from openfisca_core.variables import Variable

    persoon = build_entity("persoon", "personen", "Aanvrager", is_person=True)

    def soort(naam: str, type_: type, formule: Any = None) -> type[Variable]:
        velden = {"value_type": type_, "entity": persoon, "definition_period": YEAR}
        return type(naam, (Variable,), velden | ({"formula": formule} if formule else {}))

    def boven(wie, jaar, parameters):
        return np.maximum(wie("toetsingsinkomen", jaar) - parameters(jaar).zorg.drempelinkomen, 0)

    def normpremie(wie, jaar, parameters):
        p = parameters(jaar).zorg
        extra = p.afbouwpercentage * wie("inkomen_boven_drempel", jaar)
        return p.normpercentage * p.drempelinkomen + extra

    def premieverschil(wie, jaar, parameters):
        return np.maximum(parameters(jaar).zorg.standaardpremie - wie("normpremie", jaar), 0)

    def afgerond(wie, jaar):
        return np.floor(wie("premieverschil", jaar) + 0.5)

    def binnen_grens(wie, jaar, parameters):
        return wie("vermogen", jaar) <= parameters(jaar).zorg.vermogensgrens

    def recht(wie, jaar):
        return wie("is_verzekerd", jaar) * wie("binnen_vermogensgrens", jaar)

    def zorgtoeslag(wie, jaar, parameters):
        bedrag = wie("afgeronde_zorgtoeslag", jaar)
        genoeg = bedrag >= parameters(jaar).zorg.kleinste
        return np.where(wie("recht_op_zorgtoeslag", jaar) * genoeg, bedrag, 0)

    berekend = [
        soort("inkomen_boven_drempel", int, boven),
        soort("normpremie", float, normpremie),
        soort("premieverschil", float, premieverschil),
        soort("afgeronde_zorgtoeslag", float, afgerond),
        soort("binnen_vermogensgrens", bool, binnen_grens),
        soort("recht_op_zorgtoeslag", bool, recht),
        soort("zorgtoeslag", float, zorgtoeslag),
    ]
    gegeven = [soort("toetsingsinkomen", int), soort("vermogen", int), soort("is_verzekerd", bool)]
    stelsel = _stelsel([persoon], (*gegeven, *berekend), {"zorg": ZORG})
    return _loop(_gevuld(stelsel, invoer), "zorgtoeslag", tuple(v.__name__ for v in berekend))


def _gevuld(stelsel: Any, invoer: Zorg) -> Any:
    simulatie = _simulatie(stelsel, {"persoon": invoer.n})
    simulatie.set_input("toetsingsinkomen", JAAR, invoer.inkomen)
    simulatie.set_input("vermogen", JAAR, invoer.vermogen)
    simulatie.set_input("is_verzekerd", JAAR, invoer.verzekerd == 1)
    return simulatie


def gezinnen(invoer: Gezinnen) -> Loop:
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import YEAR
    from openfisca_core.variables import Variable

    kind = build_entity("kind", "kinderen", "Kind", is_person=True)
    gezin = build_entity("gezin", "gezinnen", "Gezin", roles=[{"key": "lid", "plural": "leden"}])

    def getal(naam: str, van: Any, soort: type = int) -> type[Variable]:
        velden = {"value_type": soort, "entity": van, "definition_period": YEAR}
        return type(naam, (Variable,), velden)

    def maanden(naam: str, leeftijd: str | None) -> type[Variable]:
        def formula(wie, jaar, parameters):
            jaren = 0 if leeftijd is None else parameters(jaar).kgb[leeftijd]
            maand = wie("geboortedatum", jaar).astype("datetime64[M]").astype(np.int32)
            return np.clip((jaar.start.year + 1 - 1970 - jaren) * 12 - 1 - maand, 0, 12)

        velden = {"value_type": int, "entity": kind, "definition_period": YEAR, "formula": formula}
        return type(naam, (Variable,), velden)

    class geboortedatum(Variable):
        from datetime import date as value_type

        entity, definition_period = kind, YEAR

    class bedrag_kind(Variable):
        value_type, entity, definition_period = float, kind, YEAR

        def formula(wie, jaar, parameters):
            p = parameters(jaar).kgb
            m16, m18 = wie("maanden_16", jaar), wie("maanden_18", jaar)
            return (
                p.per_kind * (wie("maanden_0", jaar) - m18)
                + p.extra_12 * (wie("maanden_12", jaar) - m16)
                + p.extra_16 * (m16 - m18)
            ) / 12

    class maanden_met_kind(Variable):
        value_type, entity, definition_period = int, gezin, YEAR

        def formula(wie, jaar):
            meest = wie.max(wie.members("maanden_0", jaar))
            minst = wie.min(wie.members("maanden_18", jaar))
            return np.where(wie.nb_persons() > 0, meest - minst, 0)

    class kindgebonden_budget(Variable):
        value_type, entity, definition_period = float, gezin, YEAR

        def formula(wie, jaar, parameters):
            p = parameters(jaar).kgb
            partner, met_kind = wie("partner", jaar), wie("maanden_met_kind", jaar)
            inkomen = wie("inkomen", jaar) + wie("inkomen_partner", jaar)
            boven = np.maximum(inkomen - p.drempel - partner * p.ophoging, 0)
            erbij = np.where(partner, 0, p.alleenstaand * met_kind / 12)
            kinderen = wie.sum(wie.members("bedrag_kind", jaar))
            over = np.maximum(kinderen + erbij - p.afbouw * boven * met_kind / 12, 0)
            bedrag = np.floor(over + 0.5)
            samen = wie("vermogen", jaar) + wie("vermogen_partner", jaar)
            recht = samen <= np.where(partner, p.grens_samen, p.grens_alleen)
            return np.where(recht * (bedrag >= p.kleinste), bedrag, 0)

    waarden = {"per_kind": 2511, "extra_12": 703, "extra_16": 936, "alleenstaand": 3389,
               "leeftijd_12": 12, "leeftijd_16": 16, "leeftijd_18": 18, "afbouw": 0.071,
               "drempel": 28406, "ophoging": 9139, "grens_alleen": 141896,
               "grens_samen": 179429, "kleinste": 24}  # fmt: skip
    namen = ("inkomen", "vermogen", "inkomen_partner", "vermogen_partner")
    tussen = [maanden("maanden_0", None)]
    tussen += [maanden(f"maanden_{j}", f"leeftijd_{j}") for j in (12, 16, 18)]
    berekend = [*tussen, bedrag_kind, maanden_met_kind, kindgebonden_budget]
    gegeven = [getal(naam, gezin) for naam in namen]
    soorten = (*gegeven, getal("partner", gezin, bool), geboortedatum, *berekend)
    stelsel = _stelsel([kind, gezin], soorten, {"kgb": waarden})
    aantallen = {"kind": len(invoer.geboren), "gezin": invoer.n}
    simulatie = _simulatie(stelsel, aantallen)
    groep = simulatie.populations["gezin"]
    groep.members_entity_id = invoer.ouder
    groep.members_role = np.full(len(invoer.geboren), groep.entity.roles[0])
    for naam in namen:
        simulatie.set_input(naam, JAAR, getattr(invoer, naam))
    simulatie.set_input("partner", JAAR, invoer.partner == 1)
    dagen = (invoer.geboren - EPOCH).astype("datetime64[D]")
    simulatie.set_input("geboortedatum", JAAR, dagen)
    weg = tuple(v.__name__ for v in berekend)
    return _loop(simulatie, "kindgebonden_budget", weg)


def _stelsel(entiteiten: Any, soorten: Any, waarden: Mapping[str, Mapping[str, float]]) -> Any:
    from openfisca_core.parameters import ParameterNode
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem

    stelsel = TaxBenefitSystem(entiteiten)
    stelsel.add_variables(*soorten)
    inhoud = {
        groep: {naam: {"values": {"2025-01-01": {"value": w}}} for naam, w in per.items()}
        for groep, per in waarden.items()
    }
    stelsel.parameters = ParameterNode("", data=inhoud)
    return stelsel


def _simulatie(stelsel: Any, aantallen: Mapping[str, int]) -> Any:
    from openfisca_core.simulations import Simulation

    populaties = stelsel.instantiate_entities()
    for naam, n in aantallen.items():
        populaties[naam].ids = np.arange(n)
        populaties[naam].count = n
    return Simulation(stelsel, populaties)


def _loop(simulatie: Any, uitkomst: str, berekend: tuple[str, ...]) -> Loop:
    def vooraf() -> None:
        for naam in berekend:
            simulatie.delete_arrays(naam)

    reken: Callable[[], Any] = lambda: simulatie.calculate(uitkomst, JAAR)  # noqa: E731
    return Loop(reken, np.asarray, vooraf)
