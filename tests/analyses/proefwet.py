"""An invented law to build small cases on: one citizen, an income, savings, a birthday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.analyses.voorbeeld import DAG, vraag, zoek_uit
from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Onderzoek
from wetsanalyse.analyses.maten.maatstaf import Maatstaf, geleverd
from wetsanalyse.analyses.onderzoek import onderzoek
from wetsanalyse.model.casus import tabel_van
from wetsanalyse.model.model import Model
from wetsanalyse.model.scenarios import Scenario, los_scenarios_op
from wetsanalyse.text import Source

BASIS = """
Regeling Proefwet
    afkorting Pw
    niveau formele wet
    tekst van 1-1-2025

Objecttype de Burger (mv: Burgers) (bezield)
    het inkomen\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;
    het spaargeld\tNumeriek (niet-negatief geheel getal) met eenheid €;
    de betaalde premie\tNumeriek (niet-negatief geheel getal) met eenheid €;
    de geboortedatum\tDatum in dagen;
    is verzekerd\tkenmerk (bijvoeglijk);
    is gerechtigd\tkenmerk (bijvoeglijk);
    is arm\tkenmerk (bijvoeglijk);
    de steun\tNumeriek (niet-negatief getal) met eenheid €/jr;
    de extra steun\tNumeriek (niet-negatief getal) met eenheid €/jr;
    de boete\tNumeriek (niet-negatief getal met 4 decimalen) met eenheid €;
    het tekort\tNumeriek (niet-negatief getal met 4 decimalen) met eenheid €;

Uitkomst van een Burger
    voordeel de steun van de Burger
    voordeel de extra steun van de Burger
    nadeel de boete van de Burger
    venster 12 mnd

Invoerbereik van een Burger
    het inkomen: 0 €/jr t/m 60000 €/jr per 1 €/jr, modaal 15000 €/jr
    het spaargeld: 0 € t/m 100000 € per 1 €, modaal 1000 €
    de betaalde premie: 0 € t/m 2000 € per 1 €, modaal 1000 €
    de geboortedatum: 1-1-1940 t/m 31-12-2010 per 1 dg, modaal 1-1-1990
    meer behoefte bij lager inkomen
"""


def regel(naam: str, tekst: str, artikel: str = "1", *kop: str) -> str:
    """A rule with its head."""
    regels = [f"Regel {naam}", f"    bron artikel {artikel}, Pw"]
    regels += [f"    {r}" for r in kop]
    regels += ["    geldig altijd"]
    regels += [f"        {r}" for r in tekst.strip().splitlines()]
    return "\n".join(regels) + "\n"


def wet_met(*delen: str) -> str:
    return "\n\n".join([BASIS, *delen])


def onderzoek_wet(*delen: str, dag: date = DAG) -> Onderzoek:
    return zoek_uit(wet_met(*delen), dag=dag)


def gelezen(wettekst: str, scenariotekst: str) -> tuple[Model, tuple[Scenario, ...]]:
    """A rule text with its scenarios, without faults."""
    ontleding = chain.parse([Source("wet.regels", wettekst)])
    model = chain.resolve(ontleding.value)
    verhaal = chain.parse([Source("wet.scenario", scenariotekst)], ontleding.value.lexicon)
    tabel = tabel_van(model.value, ontleding.value.lexicon)
    scenarios = los_scenarios_op(verhaal.value.blokken, tabel, verhaal.value)
    stadia = (ontleding, model, chain.link(model.value), verhaal, scenarios)
    fouten = [fout for stadium in stadia for fout in stadium.fouten]
    assert not fouten, "\n".join(str(f) for f in fouten)
    return model.value, scenarios.value


def onderzoek_met(
    wettekst: str, scenariotekst: str, dag: date = DAG, maatstaf: Maatstaf | None = None
) -> Onderzoek:
    """Examine a rule text together with its scenarios, which must all come out as they say."""
    model, scenarios = gelezen(wettekst, scenariotekst)
    wat = replace(vraag(), maatstaf=maatstaf or geleverd())
    gevonden = onderzoek(model, scenarios, dag, vraag=wat)
    mislukt = [s.naam for s in gevonden.scenarios if not s.geslaagd]
    assert not mislukt, mislukt
    return gevonden
