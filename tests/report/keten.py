"""The chain for these tests: rule text -> plan -> run, and one examination to report on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from wetsanalyse.analyses.bevinding import (
    Bevinding,
    Blaam,
    Dekking,
    Drempel,
    Drempelplek,
    Getuige,
    Onderzoek,
    RegelDekking,
    Routerij,
    VerborgenDrempel,
    Verschil,
)
from wetsanalyse.graph import Knoop, Knoopsoort, Pijl, Pijlsoort, RuleGraph, knoop_id
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.model.model import Vindplaats
from wetsanalyse.model.resolve import resolve
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.plan.ops import InvoerSleutel
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.run.scenarios import Scenariouitslag, geval, voer_uit
from wetsanalyse.run.sweep import As, sweep
from wetsanalyse.run.verloop import Verloop
from wetsanalyse.syntax import ontleed
from wetsanalyse.text import Source
from wetsanalyse.text.lezen import lees

WORTEL = Path(__file__).resolve().parents[2]
DAG = date(2025, 1, 1)


def plan_van(bronnen: tuple[Source, ...], dag: date = DAG) -> Plan:
    model = resolve(ontleed(bronnen).value)
    assert model.ok, model.fouten
    return lower(model.value, dag)


@cache
def zorgtoeslag() -> Plan:
    return plan_van(lees([WORTEL / "rules" / "zorgtoeslag"]).value)


def aanvrager(inkomen: Any = 28000, vermogen: Any = 0, *, partner: bool = False) -> Casus:
    """An insured person, alone or with an insured partner without income."""
    invoer: dict[tuple[str, str], Any] = {("A", "verzekerd"): True}
    if inkomen is not None:
        invoer["A", "toetsingsinkomen"] = Fraction(inkomen)
    if vermogen is not None:
        invoer["A", "vermogen"] = Fraction(vermogen)
    huishouden = Huishouden((("A", "Aanvrager"),))
    if partner:
        huishouden = Huishouden(
            (("A", "Aanvrager"), ("B", "Aanvrager")), (Feit("toeslagpartnerschap", ("A", "B")),)
        )
        invoer["B", "verzekerd"] = True
        invoer["B", "toetsingsinkomen"] = invoer["B", "vermogen"] = Fraction(0)
    return Casus(DAG, huishouden, MappingProxyType(invoer))


def uitslag(plan: Plan, casus: Casus) -> Uitslag:
    return voer_uit(plan, casus)[1]


def verloop(as_: str = "vermogen", tot: int = 500_000, eigenschap: str = "") -> Verloop:
    """The zorgtoeslag per year of a single person along one axis."""
    plan = zorgtoeslag()
    grond, _ = voer_uit(plan, aanvrager())
    doel = grond.eigenschappen["A", eigenschap or "zorgtoeslag per jaar"]
    as__ = As(InvoerSleutel("A", as_), 0, tot)
    return sweep(grond, geval(plan, aanvrager()), as__, doel)


# ------------------------------------------------------------------ an examination by hand

ARTIKEL_3 = Vindplaats(
    "Wzt", "3", "1", jci="jci1.3:c:BWBR0018451&artikel=3&lid=1&z=2025-01-01&g=2025-01-01"
)
REGEL = "vermogen alleenstaand"


def getuige() -> Getuige:
    return Getuige(
        burger=aanvrager(28000, 141897),
        buur=aanvrager(28000, 141896),
        as_="vermogen",
        as_object="A",
        waarde_burger=Fraction(141897),
        waarde_buur=Fraction(141896),
        eenheid_as="€",
        maat=Fraction(1573),
        verlies=Fraction(1573),
        uitkomsten=(
            Verschil("de netto positie", Fraction(0), Fraction(1573), "€"),
            Verschil("zorgtoeslag per jaar van A", Fraction(0), Fraction(1573), "€/jr"),
        ),
        omschrijving="1 € meer bij “vermogen” van A kost 1573 €",
        verloop=verloop(),
    )


ROUTES = (
    Routerij("artikel 47 Awir <oud>", "clausule in de regeling", "niet in werking", Fraction(1),
             "geldt niet op 01-01-2025", "artikel 47, Awir", ("onbillijkheid",)),
    Routerij("Awb 3:4 bij een gebonden besluit", "algemene route", "dekt", Fraction(1),
             "past bij niveau, bevoegdheid en stap", "ABRvS 1 maart 2023"),
    Routerij("Awb 4:84", "algemene route", "reikt niet", Fraction(3), "niet voor formele wet", ""),
)  # fmt: skip


def bevinding() -> Bevinding:
    return Bevinding(
        id="P01-wzt-3-1-vermogen-alleenstaand",
        patroon="P01",
        titel="Klif bij vermogen: van 141896 € naar 141897 € scheelt 1573 €",
        as_="vermogen",
        gevolg="zorgtoeslag per jaar van A",
        eenheid="€",
        maat=Fraction(1573),
        drempel=Drempel("hard", Fraction(500), "€", "eigen keuze", "nog niet aangewezen"),
        getuigen=(getuige(),),
        herkomst=(ARTIKEL_3,),
        regels=(REGEL,),
        blaamset=(Blaam((REGEL,), (ARTIKEL_3,)),),
        blaam_volledig=True,
        dekking=Dekking(ROUTES, Fraction(1), Fraction(1)),
        klasse="R",
        klasse_reden="één grens in één regel",
        garantie=MappingProxyType({"as": "exact", "burgers": "gezocht"}),
        verdisconteerd="onbekend",
        aannamen=("het drempelinkomen: afronding",),
    )


@cache
def onderzocht() -> Onderzoek:
    """One finding that counts, one that is accepted, and something of everything else."""
    aanvaard = replace(
        bevinding(), id="P01-aanvaard", klasse="G", aanvaard="zo gewild (eigenaar: de minister)"
    )
    goed = Scenariouitslag("grens <precies>", "eigen som", aanvrager(), (), 2, "z.scenario:1:1")
    fout = Scenariouitslag(
        "misgelopen", None, aanvrager(), ("A krijgt 10 €/jr: het model geeft 12 €/jr",), 3, "z:9:1"
    )
    return Onderzoek(
        rekendatum=DAG,
        regelingen=(
            ("Wet op de zorgtoeslag", "2025-01-01", "jci1.3:c:BWBR0018451"),
            ("Wet zonder link", None, None),
        ),
        bevindingen=(bevinding(), aanvaard),
        verborgen_drempels=(
            VerborgenDrempel(
                "toetsingsinkomen", "€/jr", "de netto positie", "toekenning (versie 2)",
                "hier eindigt de uitkomst",
                (
                    Drempelplek(
                        "Aanvrager", "Aanvrager", Fraction(39719), Fraction(39720),
                        Fraction(24), Fraction(0),
                    ),
                ),
            ),
        ),
        scenarios=(goed, fout),
        regeldekking=(
            RegelDekking(REGEL, 3, 2),
            RegelDekking("vermogen met toeslagpartner", 0, 5),
            RegelDekking("samentellen vermogen", 5, 0),
        ),
        burgers=12,
        sweeps=3,
        sweeps_gezocht=1,
        niet_gemeten=("P04 onevenredige sanctie: geen norm",),
        open_punten=("Wet op de zorgtoeslag: tekst niet vergeleken",),
        verlopen=(("Zorgtoeslag bij inkomen", verloop("toetsingsinkomen", 150_000)),),
    )  # fmt: skip


def graaf() -> RuleGraph:
    soort, pijl = Knoopsoort, Pijlsoort
    vermogen = Knoop(knoop_id(soort.INVOER, "vermogen"), soort.INVOER, "het vermogen")
    regel = Knoop(
        knoop_id(soort.REGEL, REGEL), soort.REGEL, REGEL, "Wzt", "3, lid 1", ARTIKEL_3.jci or ""
    )
    grens = Knoop(knoop_id(soort.KENMERK, "binnen"), soort.KENMERK, "binnen de <vermogensgrens>")
    pijlen = (Pijl(vermogen.id, regel.id, pijl.LEEST), Pijl(regel.id, grens.id, pijl.STELT))
    return RuleGraph.van((vermogen, regel, grens), pijlen)


def voorbeeld() -> Onderzoek:
    """The examination that docs/json.md shows: one finding, one row of everything."""
    een = replace(bevinding(), dekking=Dekking(ROUTES[1:2], Fraction(1), Fraction(1)), aannamen=())
    return replace(
        onderzocht(),
        regelingen=onderzocht().regelingen[:1],
        bevindingen=(een,),
        regeldekking=onderzocht().regeldekking[:1],
    )
