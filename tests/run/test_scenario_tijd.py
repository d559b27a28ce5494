"""Scenarios in time, run: events, decisions, days, periods. Expected values by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache

import pytest

from wetsanalyse.graph.bouw import link
from wetsanalyse.model.casus import tabel_van
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.model import Model
from wetsanalyse.model.resolve import resolve
from wetsanalyse.model.scenarios import Scenario, los_scenarios_op
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.plan.ops import Fout, Onbeslist
from wetsanalyse.run.scenarios import Scenariouitslag, toets, toets_alle
from wetsanalyse.run.toestanden import Plannen, bekend, tijdlijn, voer_uit
from wetsanalyse.syntax import Ontleding, ontleed
from wetsanalyse.text import Source

WET = """\
Parameter de norm : Numeriek (geheel getal) met eenheid €/jr;

Parameterwaarden 2025
    geldig vanaf 1-1-2025 t/m 31-12-2025
    de norm is 1000 €/jr
        bron onbevestigd: "verzonnen"

Parameterwaarden 2026
    geldig vanaf 1-1-2026
    de norm is 1100 €/jr
        bron onbevestigd: "verzonnen"

Bestuursorgaan het college

Open norm schrijnend
    bron onbevestigd: "verzonnen"
    beoordeeld door het college

Objecttype de Burger (mv: Burgers) (bezield)
    het inkomen	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    het oude inkomen	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    de hulp	Numeriek (geheel getal) met eenheid €/jr;
    de toegekende hulp	Numeriek (geheel getal) met eenheid €/jr;
    het deel	Numeriek (getal);
    het bewaarde deel	Numeriek (getal);
    de besluitdatum	Datum in dagen;
    de huur	Numeriek (geheel getal) met eenheid €/mnd voor elke maand;
    de steun	Numeriek (geheel getal) met eenheid €/mnd voor elke maand;
    de bewaarde steun	Numeriek (geheel getal) met eenheid €/mnd voor elke maand;
    is verzekerd	kenmerk (bijvoeglijk);
    is ingeschreven	kenmerk (bijvoeglijk) voor elke dag;
    is geholpen	kenmerk (bijvoeglijk);
    is bewaard	kenmerk (bijvoeglijk);

Regel hulp
    geldig altijd
        De hulp van een Burger moet berekend worden als
        de norm min zijn inkomen
        indien hij verzekerd is.

Regel deel
    geldig altijd
        Het deel van een Burger moet berekend worden als
        zijn oude inkomen gedeeld door zijn inkomen.

Regel steun
    geldig altijd
        De steun van een Burger moet berekend worden als
        2 maal zijn huur.

Regel geholpen
    geldig altijd
        Een Burger is geholpen
        indien er sprake is van open norm schrijnend.

Gebeurtenis wijziging
    soort levensgebeurtenis
    verandert het inkomen van een Burger
    verandert het oude inkomen van een Burger
    verandert verzekerd van een Burger
    verandert ingeschreven van een Burger
    verandert de huur van een Burger

Gebeurtenis besluit
    soort handeling van de overheid
    verandert de toegekende hulp van een Burger
    verandert het bewaarde deel van een Burger
    verandert bewaard van een Burger
    verandert de besluitdatum van een Burger
    verandert de bewaarde steun van een Burger
"""
BURGER = "een Burger A met inkomen gelijk aan 400 €/jr en verzekerd gelijk aan waar"
LAGER = "op 1-3-2025 wijziging met het inkomen van A gelijk aan 100 €/jr"
BESLUIT = "op 1-3-2025 besluit met de toegekende hulp van A gelijk aan de hulp van A"


@cache
def wet() -> tuple[Model, Ontleding]:
    ontleding = ontleed([Source("wet.regels", WET)])
    model = resolve(ontleding.value)
    graaf = link(model.value)
    fouten = [d for r in (ontleding, model, graaf) for d in r.diagnostics if d.is_fout]
    assert not fouten, [(d.code, d.bericht) for d in fouten]
    return model.value, ontleding.value


@cache
def plan(dag: date = date(2025, 1, 1)) -> Plan:
    return lower(wet()[0], dag)


def scenario(gegeven: list[str], dan: list[str] | None = None) -> Scenario:
    model, ontleding = wet()
    regels = "".join(f"        - {r}\n" for r in (BURGER, *gegeven))
    eisen = "".join(f"        - {r}\n" for r in (dan or ["A is verzekerd"]))
    tekst = f"Scenario proef\n    rekendatum 1-1-2025\n    gegeven\n{regels}    dan\n{eisen}"
    gelezen = ontleed([Source("proef.scenario", tekst)], ontleding.lexicon)
    tabel = tabel_van(model, ontleding.lexicon)
    scenarios = los_scenarios_op(gelezen.value.blokken, tabel, gelezen.value)
    meldingen = [*gelezen.diagnostics, *scenarios.diagnostics]
    assert not meldingen, [(d.code, d.bericht) for d in meldingen]
    return scenarios.value[0]


def uitslag(gegeven: list[str], *dan: str) -> Scenariouitslag:
    return toets(plan(), scenario(gegeven, list(dan)))[0]


def klopt(gegeven: list[str], *dan: str) -> None:
    assert uitslag(gegeven, *dan).afwijkingen == ()


# ------------------------------------------------------------------ events and days


def test_een_gebeurtenis_werkt_vanaf_haar_dag() -> None:
    """1000 - 400 = 600 and 1000 - 100 = 900."""
    klopt(
        [LAGER],
        "de hulp van A is gelijk aan 600 €/jr",
        "op 28-2-2025 is de hulp van A gelijk aan 600 €/jr",
        "op 1-3-2025 is de hulp van A gelijk aan 900 €/jr",
        "op 2-3-2025 is het inkomen van A gelijk aan 100 €/jr",
    )


def test_op_een_dag_gelden_de_regels_van_die_dag() -> None:
    """The norm is 1000 in 2025 and 1100 in 2026."""
    klopt(
        [],
        "op 31-12-2025 is de hulp van A gelijk aan 600 €/jr",
        "op 1-1-2026 is de hulp van A gelijk aan 700 €/jr",
        "op 1-1-2026 geldt: de hulp van A is groter dan 699 €/jr",
    )


def test_wat_voor_de_rekendatum_gebeurde_telt_mee() -> None:
    klopt([LAGER.replace("1-3-2025", "1-12-2024")], "de hulp van A is gelijk aan 900 €/jr")
    klopt([LAGER.replace("1-3-2025", "1-1-2025")], "de hulp van A is gelijk aan 900 €/jr")
    klopt([LAGER.replace("1-3-2025", "2-1-2025")], "de hulp van A is gelijk aan 600 €/jr")


def test_een_kenmerk_verandert() -> None:
    klopt(
        ["op 1-3-2025 wijziging met verzekerd van A gelijk aan onwaar"],
        "op 28-2-2025 is A verzekerd",
        "op 28-2-2025 is de hulp van A gevuld",
        "op 1-3-2025 is A niet verzekerd",
        "op 1-3-2025 is de hulp van A leeg",
    )


def test_wat_niet_klopt_noemt_de_dag_en_de_waarde() -> None:
    fout = uitslag([LAGER], "op 1-3-2025 is de hulp van A gelijk aan 600 €/jr", "A is verzekerd")
    assert fout.afwijkingen == (
        "op 1-3-2025 is de hulp van A gelijk aan 600 €/jr: het model geeft 900 €/jr",
    )


def test_zonder_dag_of_gebeurtenis_wordt_er_een_keer_gerekend() -> None:
    plannen = Plannen.vanaf(plan())
    _, gedraaid = next(toets_alle(plannen, [scenario([])]))
    assert len(gedraaid) == 1
    assert list(plannen.gemaakt) == [date(2025, 1, 1)]


def test_elke_dag_wordt_een_keer_gerekend() -> None:
    eisen = [f"op 1-{m}-2025 is A verzekerd" for m in (3, 3, 5, 5)]
    plannen = Plannen.vanaf(plan())
    _, gedraaid = next(toets_alle(plannen, [scenario([], eisen)]))
    assert [u.geval.rekendatum.month for u in gedraaid] == [1, 3, 5]
    assert len(plannen.gemaakt) == 3


# ------------------------------------------------------------------ decisions


def test_een_besluit_legt_vast_wat_er_toen_uitkwam() -> None:
    klopt(
        [BESLUIT, LAGER.replace("1-3", "1-5")],
        "op 28-2-2025 is de toegekende hulp van A leeg",
        "op 1-3-2025 is de toegekende hulp van A gelijk aan 600 €/jr",
        "op 1-5-2025 is de hulp van A gelijk aan 900 €/jr",
        "op 1-5-2025 is de toegekende hulp van A gelijk aan 600 €/jr",
    )


def test_op_een_dag_telt_de_volgorde_van_de_tekst() -> None:
    eis = "op 1-3-2025 is de toegekende hulp van A gelijk aan"
    klopt([LAGER, BESLUIT], f"{eis} 900 €/jr")
    klopt([BESLUIT, LAGER], f"{eis} 600 €/jr")


def test_een_besluit_volgt_de_regels_van_zijn_dag() -> None:
    klopt(
        [BESLUIT.replace("1-3-2025", "1-1-2026")],
        "op 1-1-2026 is de toegekende hulp van A gelijk aan 700 €/jr",
    )


def test_wat_samen_verandert_kijkt_naar_de_toestand_ervoor() -> None:
    """Both new values come from before: they change places."""
    wissel = (
        "op 1-3-2025 wijziging met het inkomen van A gelijk aan het oude inkomen van A "
        "en het oude inkomen van A gelijk aan het inkomen van A"
    )
    klopt(
        ["het oude inkomen van A is gelijk aan 300 €/jr", wissel],
        "op 1-3-2025 is het inkomen van A gelijk aan 300 €/jr",
        "op 1-3-2025 is het oude inkomen van A gelijk aan 400 €/jr",
    )


def test_een_datum_en_een_lege_waarde() -> None:
    besluit = "op 1-3-2025 besluit met de besluitdatum van A gelijk aan de rekendatum"
    leeg = "op 2-3-2025 wijziging met het inkomen van A gelijk aan het oude inkomen van A"
    klopt(
        [besluit, leeg],
        "op 4-3-2025 is de besluitdatum van A gelijk aan dd. 1-3-2025",
        "op 4-3-2025 is het inkomen van A leeg",
    )
    eigen = replace(scenario([besluit, leeg]).casus, rekendatum=date(2025, 3, 4))
    casus = bekend(Plannen.vanaf(plan()), eigen)
    assert casus.invoer["A", "besluitdatum"] == date(2025, 3, 1).toordinal()
    assert ("A", "inkomen") not in casus.invoer


def test_een_fout_blijft_een_fout() -> None:
    """The old income divided by 0."""
    nul = "op 1-2-2025 wijziging met het inkomen van A gelijk aan 0 €/jr"
    besluit = "op 1-3-2025 besluit met het bewaarde deel van A gelijk aan het deel van A"
    oud = "het oude inkomen van A is gelijk aan 300 €/jr"
    goed = [oud, besluit]
    klopt(goed, "op 1-3-2025 is het bewaarde deel van A gelijk aan 3/4")
    (zin,) = uitslag([oud, nul, besluit], "op 1-3-2025 is het bewaarde deel van A leeg").afwijkingen
    assert "nul" in zin


def test_een_waarde_buiten_het_bereik_is_een_fout() -> None:
    minder = (
        "op 1-3-2025 wijziging met het inkomen van A gelijk aan "
        "(het inkomen van A min het oude inkomen van A)"
    )
    for oud, goed in ((400, True), (401, False)):
        gegeven = [f"het oude inkomen van A is gelijk aan {oud} €/jr", minder]
        gevonden = uitslag(gegeven, "op 1-3-2025 is het inkomen van A gelijk aan 0 €/jr")
        assert gevonden.geslaagd is goed
    eigen = replace(scenario(gegeven).casus, rekendatum=date(2025, 3, 1))
    waarde = bekend(Plannen.vanaf(plan()), eigen).invoer["A", "inkomen"]
    assert isinstance(waarde, Fout)


def test_wat_van_een_open_norm_afhangt_blijft_onbeslist() -> None:
    """A decision on what nobody judged is not silently yes or no."""
    besluit = "op 1-3-2025 besluit met bewaard van A gelijk aan geholpen van A"
    eigen = replace(scenario([besluit]).casus, rekendatum=date(2025, 3, 1))
    _, gedraaid = voer_uit(plan(date(2025, 3, 1)), eigen)
    assert isinstance(gedraaid.waarde("A", "bewaard"), Onbeslist)
    beoordeeld = "er is sprake van open norm schrijnend voor A"
    klopt([beoordeeld, besluit], "op 28-2-2025 is A niet bewaard", "op 1-3-2025 is A bewaard")


def test_een_geval_rekent_met_wat_er_tot_en_met_de_rekendatum_gebeurde() -> None:
    casus = scenario([LAGER]).casus
    for dag, hulp in ((date(2025, 2, 28), 600), (date(2025, 3, 1), 900)):
        _, gedraaid = voer_uit(plan(dag), replace(casus, rekendatum=dag))
        assert gedraaid.waarde("A", "hulp") == hulp


# ------------------------------------------------------------------ values over time

HUUR = [
    "de huur van A is gelijk aan 250 €/mnd",
    "de huur van A is gelijk aan 260 €/mnd van dd. 1-3-2025 tot dd. 1-7-2025",
]


@pytest.mark.constructie("R-201", stap="rekent")
def test_een_waarde_per_periode_rekent_door() -> None:
    """Twice 250 is 500, twice 260 is 520."""
    klopt(
        HUUR,
        "de steun van A is gelijk aan 500 €/mnd",
        "op 28-2-2025 is de steun van A gelijk aan 500 €/mnd",
        "op 1-3-2025 is de steun van A gelijk aan 520 €/mnd",
        "op 30-6-2025 is de steun van A gelijk aan 520 €/mnd",
        "op 1-7-2025 is de steun van A gelijk aan 500 €/mnd",
    )


@pytest.mark.constructie("R-054", stap="rekent")
def test_een_kenmerk_per_periode() -> None:
    klopt(
        ["A is ingeschreven van dd. 15-1-2025 tot en met dd. 20-1-2025"],
        "op 14-1-2025 is A niet ingeschreven",
        "op 15-1-2025 is A ingeschreven",
        "op 20-1-2025 is A ingeschreven",
        "op 21-1-2025 is A niet ingeschreven",
    )


def test_een_verwachting_over_een_periode() -> None:
    klopt(
        HUUR,
        "de steun van A is gelijk aan 520 €/mnd van dd. 1-3-2025 tot dd. 1-7-2025",
        "de steun van A is gelijk aan 500 €/mnd tot dd. 1-3-2025",
        "de steun van A is gelijk aan 500 €/mnd vanaf dd. 1-7-2025",
        "de steun van A is groter dan 499 €/mnd van 1-1-2025 tot 1-1-2026",
    )


@pytest.mark.parametrize(
    ("periode", "waarde", "dag"),
    [
        ("van dd. 28-2-2025 tot dd. 1-7-2025", 520, "28-2-2025"),
        ("van dd. 1-3-2025 tot dd. 2-7-2025", 520, "1-7-2025"),
        ("tot dd. 2-3-2025", 500, "1-3-2025"),
        ("vanaf dd. 30-6-2025", 500, "30-6-2025"),
    ],
)
def test_de_eerste_dag_die_niet_klopt_wordt_genoemd(periode: str, waarde: int, dag: str) -> None:
    """One day too early or too late."""
    eis = f"de steun van A is gelijk aan {waarde} €/mnd {periode}"
    (zin,) = uitslag(HUUR, eis).afwijkingen
    assert zin == f"{eis}: op {dag}: het model geeft {1020 - waarde} €/mnd"


def test_een_gebeurtenis_verandert_een_waarde_in_de_tijd_vanaf_haar_dag() -> None:
    hoger = "op 1-5-2025 wijziging met de huur van A gelijk aan 300 €/mnd"
    klopt(
        [*HUUR, hoger],
        # Before 1 May nobody knew.
        "op 30-4-2025 is de steun van A gelijk aan 500 €/mnd vanaf dd. 1-7-2025",
        "op 1-5-2025 is de steun van A gelijk aan 600 €/mnd",
        "op 1-5-2025 geldt: de steun van A is gelijk aan 520 €/mnd van 1-3-2025 tot 1-5-2025",
        "op 1-5-2025 geldt: de steun van A is gelijk aan 600 €/mnd vanaf dd. 1-5-2025",
    )


def test_een_melding_met_terugwerkende_kracht() -> None:
    """On 15 September it becomes known that the rent was 300 since March; until then nobody
    knew, and from then on all of that time is known."""
    later = "op 15-9-2025 wijziging met de huur van A gelijk aan 300 €/mnd {}"
    vanaf = later.format("vanaf dd. 1-3-2025")
    klopt(
        [*HUUR, vanaf],
        "op 14-9-2025 geldt: de steun van A is gelijk aan 520 €/mnd van 1-3-2025 tot 1-7-2025",
        "op 15-9-2025 geldt: de steun van A is gelijk aan 600 €/mnd vanaf dd. 1-3-2025",
        "op 15-9-2025 geldt: de steun van A is gelijk aan 500 €/mnd tot dd. 1-3-2025",
    )
    twee = later.format("van dd. 1-4-2025 tot dd. 1-5-2025")
    klopt(
        [*HUUR, twee],
        "op 15-9-2025 geldt: de steun van A is gelijk aan 600 €/mnd van 1-4-2025 tot 1-5-2025",
        "op 15-9-2025 geldt: de steun van A is gelijk aan 520 €/mnd van 1-5-2025 tot 1-7-2025",
    )


def test_een_besluit_over_een_waarde_in_de_tijd_houdt_haar_verloop() -> None:
    """The decision of 1 May says what counts from then on: 520, and 500 from July on."""
    besluit = "op 1-5-2025 besluit met de bewaarde steun van A gelijk aan de steun van A"
    later = "op 1-6-2025 wijziging met de huur van A gelijk aan 0 €/mnd"
    klopt(
        [*HUUR, besluit, later],
        "op 1-6-2025 is de steun van A gelijk aan 0 €/mnd",
        "op 1-6-2025 geldt: de bewaarde steun van A is leeg tot dd. 1-5-2025",
        "op 1-6-2025 is de bewaarde steun van A gelijk aan 520 €/mnd van 1-5-2025 tot 1-7-2025",
        "op 1-6-2025 is de bewaarde steun van A gelijk aan 500 €/mnd vanaf 1-7-2025",
    )


# ------------------------------------------------------------------ states


def test_de_toestanden_voor_en_na_elke_gebeurtenis() -> None:
    regels = [LAGER, BESLUIT, "op 1-6-2025 wijziging met ingeschreven van A gelijk aan waar"]
    toestanden = tijdlijn(plan(), scenario(regels))
    assert [
        (t.datum.month, t.gebeurtenis and t.gebeurtenis.gebeurtenis) for t in toestanden
    ] == [
        (1, None), (3, None), (3, "wijziging"), (3, "besluit"), (6, None), (6, "wijziging"),
    ]  # fmt: skip
    hulp = [t.uitslag.waarde("A", "hulp") for t in toestanden]
    assert hulp == [600, 600, 900, 900, 900, 900]
    besluiten = [t.casus.invoer.get(("A", "toegekende hulp")) for t in toestanden]
    assert besluiten == [None, None, None, 900, 900, 900]
    laatste = toestanden[-1].casus
    assert laatste.gebeurtenissen == ()
    assert laatste.invoer["A", "ingeschreven"] == Tijdwaarde(
        (date(2025, 6, 1).toordinal(),), (False, True)
    )


def test_de_tijdlijn_begint_bij_wat_het_eerst_was() -> None:
    eerder = LAGER.replace("1-3-2025", "1-12-2024")
    toestanden = tijdlijn(plan(), scenario([eerder]))
    assert [(t.datum, t.gebeurtenis is None) for t in toestanden] == [
        (date(2024, 12, 1), True),
        (date(2024, 12, 1), False),
    ]
    # There is no norm yet in 2024, and leeg minus a number counts as 0 minus it.
    assert toestanden[0].uitslag.waarde("A", "hulp") == Fraction(-400)


def test_zonder_gebeurtenis_is_er_een_toestand() -> None:
    (enige,) = tijdlijn(plan(), scenario([]))
    assert (enige.datum, enige.gebeurtenis) == (date(2025, 1, 1), None)
