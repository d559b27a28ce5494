"""Layer L0 on small laws of which the answer can be read off, each with a near miss."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.analyses.proefwet import BASIS, regel
from tests.analyses.test_uitwegen import ORGAAN, clausule
from tests.analyses.voorbeeld import DAG, model_van, wet
from wetsanalyse.analyses.statisch.invloed import invloeden
from wetsanalyse.analyses.statisch.nadelige_stappen import Stapsoort
from wetsanalyse.analyses.statisch.overzicht import GedekteStap, Statisch, statisch
from wetsanalyse.analyses.statisch.tekens import Teken
from wetsanalyse.analyses.uitwegen.clausulebereik import Reikt
from wetsanalyse.analyses.verlopen.positie import NETTO, uitkomstvragen
from wetsanalyse.model.casus import Casus
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.run.scenarios import voer_uit

BURGER = "Burger"
RECHT = regel(
    "recht", "Een Burger is gerechtigd indien zijn spaargeld kleiner of gelijk is aan 10000 €."
)
BEDRAG = regel(
    "bedrag",
    "De steun van een Burger moet gesteld worden op 1200 €/jr\nindien hij gerechtigd is.",
    "2",
)


def bekijk(*delen: str, dag: date = DAG, sigma: int | None = None) -> Statisch:
    plan = lower(model_van("\n\n".join([BASIS, *delen])), dag)
    return statisch(plan, sigma=None if sigma is None else Fraction(sigma))


def stap(s: Statisch, naam: str) -> GedekteStap:
    return next(g for g in s.stappen if g.stap.regel == naam)


def soorten(s: Statisch) -> dict[str, Stapsoort]:
    return {g.stap.regel: g.stap.soort for g in s.stappen}


# ------------------------------------------------------------------ signs


@pytest.mark.parametrize(
    ("som", "teken"),
    [
        ("zijn inkomen", Teken.MEER),
        ("2000 €/jr min zijn inkomen", Teken.MINDER),
        ("2000 €/jr min zijn inkomen, met een minimum van 0 €/jr", Teken.MINDER),
        ("2000 €/jr min (500 €/jr min zijn inkomen)", Teken.MEER),
        ("20% van zijn inkomen", Teken.MEER),
        ("zijn inkomen min (2 maal zijn inkomen)", Teken.ONBEKEND),
        ("zijn inkomen gedeeld door 2 naar beneden afgerond op 0 decimalen", Teken.MEER),
    ],
)
def test_het_teken_van_een_som(som: str, teken: Teken) -> None:
    """How the income pushes an advantage through one sum: once more minus turns it round."""
    wet_ = BASIS + regel("som", f"De steun van een Burger moet berekend worden als\n{som}.")
    inv = invloeden(lower(model_van(wet_), DAG))
    assert inv.netto((BURGER, "inkomen")) is teken


def test_een_nadeel_keert_het_om() -> None:
    tekst = "De boete van een Burger moet berekend worden als\nzijn spaargeld."
    inv = invloeden(lower(model_van(BASIS + regel("boete", tekst)), DAG))
    assert inv.netto((BURGER, "spaargeld")) is Teken.MINDER
    assert inv.netto((BURGER, "inkomen")) is Teken.GEEN


@pytest.mark.parametrize(
    ("woord", "teken"),
    [
        ("kleiner of gelijk is aan", Teken.MINDER),
        ("groter is dan", Teken.MEER),
        ("gelijk is aan", Teken.ONBEKEND),
    ],
)
def test_het_teken_van_een_toets(woord: str, teken: Teken) -> None:
    tekst = f"Een Burger is gerechtigd\nindien zijn spaargeld {woord} 10000 €."
    inv = invloeden(lower(model_van(BASIS + regel("recht", tekst) + BEDRAG), DAG))
    assert inv.netto((BURGER, "gerechtigd")) is Teken.MEER
    assert inv.netto((BURGER, "spaargeld")) is teken


def netto(plan: Plan, casus: Casus) -> Fraction | None:
    grond, uitslag = voer_uit(plan, casus, uitkomstvragen(plan.model, casus.huishouden))
    waarde = uitslag.waarden[grond.vragen[NETTO]]
    return waarde if isinstance(waarde, Fraction) else None


@pytest.mark.parametrize("naam", ["zorgtoeslag", "wahv", "kinderopvangtoeslag-2014"])
def test_een_afgeleid_teken_klopt_met_het_rekenen(naam: str) -> None:
    """Two ways to the same: a derived sign against the exact run, on the citizens of the scenarios
    with one number raised."""
    set_, scenarios = wet(naam)
    gezien = 0
    for scenario in scenarios:
        casus = scenario.casus
        plan = lower(set_.model, casus.rekendatum)
        inv, gewoon = invloeden(plan), netto(plan, casus)
        for (wie, eigenschap), waarde in casus.invoer.items():
            teken = inv.netto((casus.huishouden.typen[wie], eigenschap))
            if gewoon is None or not isinstance(waarde, Fraction) or teken is Teken.ONBEKEND:
                continue
            for meer in (1, 2000, 60000):
                anders = netto(plan, replace(casus, invoer={**casus.invoer, (wie, eigenschap):
                                                            waarde + meer}))  # fmt: skip
                assert anders is not None
                assert Teken.MEER in teken or anders <= gewoon, (scenario.naam, eigenschap)
                assert Teken.MINDER in teken or anders >= gewoon, (scenario.naam, eigenschap)
                gezien += anders != gewoon
    assert gezien > 0


# ------------------------------------------------------------------ adverse steps


def test_wie_de_voorwaarde_niet_haalt_is_buitengesloten() -> None:
    gevonden = bekijk(RECHT, BEDRAG)
    assert soorten(gevonden) == {"recht": Stapsoort.SLUIT_AF, "bedrag": Stapsoort.SLUIT_AF}
    assert stap(gevonden, "recht").stap.sprong
    assert stap(gevonden, "recht").stap.uitkomsten == ("steun",)


def test_een_bedrag_zonder_voorwaarde_neemt_niets_af() -> None:
    tekst = "De steun van een Burger moet gesteld worden op 1200 €/jr."
    assert soorten(bekijk(regel("bedrag", tekst))) == {}


def test_een_afbouw_verlaagt_zonder_voorwaarde() -> None:
    tekst = (
        "De steun van een Burger moet berekend worden als\n"
        "1200 €/jr min zijn tekortje, met een minimum van 0 €/jr."
    )
    afbouw = "Het tekortje van een Burger moet berekend worden als\n10% van zijn inkomen."
    basis = BASIS.replace(
        "    is verzekerd", "    het tekortje\tNumeriek (niet-negatief getal) met eenheid €/jr;\n"
        "    is verzekerd",
    )  # fmt: skip
    model = model_van("\n\n".join([basis, regel("steun", tekst), regel("afbouw", afbouw)]))
    gevonden = statisch(lower(model, DAG))
    assert soorten(gevonden) == {"afbouw": Stapsoort.VERLAAGT}
    assert not stap(gevonden, "afbouw").stap.sprong


def test_een_boete_en_nihil() -> None:
    boete = "De boete van een Burger moet gesteld worden op 300 €\nindien hij niet verzekerd is."
    nihil = "De steun van een Burger moet gesteld worden op 0 €/jr\nindien hij arm is."
    gevonden = bekijk(regel("boete", boete), regel("nihil", nihil, "3"), RECHT, BEDRAG)
    assert soorten(gevonden)["boete"] is Stapsoort.LEGT_OP
    assert soorten(gevonden)["nihil"] is Stapsoort.OP_NIHIL


def test_twee_bedragen_naast_elkaar_hebben_geen_richting() -> None:
    """Who is poor gets one amount and who is not another: neither rule is adverse by itself, and
    that is not to say that it is safe."""
    een = "De steun van een Burger moet gesteld worden op 1200 €/jr\nindien hij arm is."
    twee = "De steun van een Burger moet gesteld worden op 800 €/jr\nindien hij niet arm is."
    gevonden = bekijk(regel("een", een), regel("twee", twee))
    assert set(soorten(gevonden).values()) == {Stapsoort.ONBEKEND}
    assert gevonden.nadelig == ()
    assert gevonden.kaal == ()


@pytest.mark.parametrize(
    ("richting", "soort"),
    [("nadelig", True), ("voordelig", False), ("neutraal", False)],
)
def test_wat_de_regel_zegt_gaat_voor(richting: str, soort: bool) -> None:
    een = "De steun van een Burger moet gesteld worden op 1200 €/jr\nindien hij arm is."
    twee = "De steun van een Burger moet gesteld worden op 800 €/jr\nindien hij niet arm is."
    kop = f"richting {richting}"
    gevonden = bekijk(regel("een", een), regel("twee", twee, "1", kop))
    assert ("twee" in {g.stap.regel for g in gevonden.nadelig}) is soort


def test_zonder_uitkomst_alleen_wat_verklaard_is() -> None:
    zonder = BASIS[: BASIS.index("Uitkomst van")]
    boete = "De boete van een Burger moet gesteld worden op 300 €\nindien hij niet verzekerd is."
    delen = [regel("boete", boete, "1", "stap boete"), RECHT, BEDRAG]
    gevonden = statisch(lower(model_van("\n\n".join([zonder, *delen])), DAG))
    assert soorten(gevonden) == {"boete": Stapsoort.LEGT_OP}


# ------------------------------------------------------------------ thresholds and gates


def test_elke_grens_met_artikel_en_waarde() -> None:
    (grens,) = bekijk(RECHT, BEDRAG).drempels
    assert (grens.regel, str(grens.plaatsen[0])) == ("recht", "artikel 1, Pw")
    assert (grens.grootheid, grens.teken) == ("zijn spaargeld", "<=")
    assert (grens.waarde, grens.eenheid) == (10000, "€")


@pytest.mark.parametrize(("dag", "waarde"), [(date(2024, 12, 31), None), (DAG, 10000)])
def test_een_grens_zonder_bedrag_op_die_dag(dag: date, waarde: int | None) -> None:
    delen = (
        "Parameter de spaargrens : Numeriek (geheel getal) met eenheid €;",
        (
            "Parameterwaarden 2025\n    geldig vanaf 1-1-2025\n    de spaargrens is 10000 €\n"
            "        bron artikel 1, Pw\n"
        ),
        RECHT.replace("10000 €", "de spaargrens"),
        BEDRAG,
    )
    basis = model_van("\n\n".join([BASIS, *delen]).replace("geldig altijd", "geldig vanaf 2025"))
    plan = replace(lower(basis, DAG), rekendatum=dag)
    plan = replace(plan, parameters={} if waarde is None else plan.parameters)
    (grens,) = statisch(plan).drempels
    assert grens.waarde == waarde
    assert grens.tegen == "spaargrens"


def test_de_wettelijke_grenzen_van_de_zorgtoeslag() -> None:
    """Wzt art. 3, lid 1, and Awir art. 14, lid 5: the amounts of 2025 in feiten/toeslagen.md."""
    set_, _ = wet("zorgtoeslag")
    grenzen = statisch(lower(set_.model, date(2025, 1, 1))).drempels
    assert {g.waarde for g in grenzen} == {141896, 179429, 24}


def test_een_grens_voor_het_hele_bedrag() -> None:
    (poort,) = bekijk(RECHT, BEDRAG).poorten
    assert (poort.drempel.regel, poort.via) == ("recht", ("recht", "bedrag"))
    assert poort.uitkomst == (BURGER, "steun")
    assert poort.geheel


def test_een_grens_voor_een_deel_is_niet_het_hele_bedrag() -> None:
    """A base of 800 stays; only the extra goes."""
    basis = BASIS.replace("    voordeel de extra steun van de Burger\n", "")
    extra = (
        "De extra steun van een Burger moet gesteld worden op 400 €/jr\n"
        "indien zijn spaargeld kleiner of gelijk is aan 10000 €."
    )
    steun = "De steun van een Burger moet berekend worden als\n800 €/jr plus zijn extra steun."
    model = model_van("\n\n".join([basis, regel("extra", extra), regel("steun", steun)]))
    (poort,) = statisch(lower(model, DAG)).poorten
    assert poort.uitkomst == (BURGER, "steun")
    assert not poort.geheel


def test_een_aard_zonder_maat_is_geen_grens() -> None:
    """Insured or not: nothing graded is compared."""
    tekst = "De steun van een Burger moet gesteld worden op 1200 €/jr\nindien hij verzekerd is."
    gevonden = bekijk(regel("bedrag", tekst))
    assert gevonden.drempels == ()
    assert gevonden.poorten == ()
    assert soorten(gevonden) == {"bedrag": Stapsoort.SLUIT_AF}


# ------------------------------------------------------------------ deadlines


def termijn(bron: str, bwb: str, *kop: str) -> str:
    """Who is late is not entitled; the term stands in a regulation of its own."""
    regeling = (
        f"Regeling Termijnwet\n    afkorting {bron}\n    bwb-id {bwb}\n"
        "    niveau formele wet\n    tekst van 1-1-2025\n"
    )
    kopregels = "".join(f"    {k}\n" for k in kop)
    return (
        f"{regeling}\nRegel op tijd\n    bron artikel 7, {bron}\n{kopregels}    geldig altijd\n"
        "        Een Burger is gerechtigd\n"
        "        indien zijn geboortedatum eerder of gelijk is aan dd. 1-2-2000.\n"
    )


@pytest.mark.parametrize(
    ("bwb", "kop", "dag", "excuus"),
    [
        # Awb 6:11 covers the terms of the Awb itself, since 30 January 2024 with strength 3.
        ("BWBR0005537", ("stap termijn",), DAG, True),
        ("BWBR0005537", ("stap termijn",), date(2024, 1, 30), True),
        ("BWBR0005537", ("stap termijn",), date(2024, 1, 29), False),
        # Not those of another act, and not a comparison that is no term.
        ("BWBR0000001", ("stap termijn",), DAG, False),
        ("BWBR0005537", (), DAG, False),
        ("BWBR0005537", ("stap termijn", "rechtsmiddel geen"), DAG, False),
    ],
)
def test_een_termijn_en_haar_excuus(
    bwb: str, kop: tuple[str, ...], dag: date, excuus: bool
) -> None:
    (gevonden,) = bekijk(termijn("Tw", bwb, *kop), BEDRAG, dag=dag).termijnen
    assert gevonden.regel == "op tijd"
    assert gevonden.gevolgen == ("op tijd", "bedrag")
    assert (gevonden.excuus is not None) is excuus


def test_een_datum_zonder_gevolg_is_geen_termijn() -> None:
    assert bekijk(termijn("Tw", "BWBR0000001")).termijnen == ()


@pytest.mark.parametrize("mag", ["ja", "nee"])
def test_een_verschoonbare_plicht(mag: str) -> None:
    plicht = (
        f"Verplichting op tijd melden\n    bron artikel 8, Pw\n    verschoonbaar {mag}\n"
        "    geldig altijd\n"
        '        Een Burger moet "zich melden" uiterlijk op zijn geboortedatum\n'
        "        anders geldt Regel op tijd.\n"
    )
    gevonden = bekijk(termijn("Tw", "BWBR0000001"), BEDRAG, plicht).termijnen
    assert (gevonden[0].excuus is not None) is (mag == "ja")


# ------------------------------------------------------------------ fan-out


def gevolg(nummer: int, eigenschap: str) -> str:
    tekst = f"De {eigenschap} van een Burger moet gesteld worden op 500 €/jr\nindien hij arm is."
    return regel(f"gevolg {nummer}", tekst, str(nummer), "stap beschikking")


def test_een_gegeven_met_drie_gevolgen() -> None:
    boete = "De boete van een Burger moet gesteld worden op 300 €\nindien hij niet arm is."
    twee = [gevolg(1, "steun"), gevolg(2, "extra steun")]
    assert bekijk(*twee).waaiers == ()
    (waaier,) = bekijk(*twee, regel("boete", boete, "3", "stap boete")).waaiers
    assert waaier.feit == (BURGER, "arm")
    assert waaier.gevolgen == ("Regel gevolg 1", "Regel gevolg 2", "Regel boete")
    assert waaier.langs == waaier.gevolgen, "each depends on this fact alone"


# ------------------------------------------------------------------ clauses, and what is bare


@pytest.mark.parametrize(
    ("reikwijdte", "reikt"),
    [
        (("de gehele regeling Pw",), Reikt.ALLES),
        (("artikel 1 Pw", "artikel 2 Pw"), Reikt.ALLES),
        (("artikel 1 Pw",), Reikt.TEN_DELE),
        (("artikel 3 Pw",), Reikt.NIET_NADELIG),
        (("artikel 7 Pw",), Reikt.NERGENS),
    ],
)
def test_wat_een_clausule_bereikt(reikwijdte: tuple[str, ...], reikt: Reikt) -> None:
    neutraal = regel("premie", "Het tekort van een Burger moet gesteld worden op 5 €.", "3")
    gevonden = bekijk(RECHT, BEDRAG, neutraal, ORGAAN, clausule(*reikwijdte))
    assert gevonden.clausules[0].reikt is reikt


@pytest.mark.parametrize(
    ("dag", "reikt"),
    [
        (date(2024, 6, 30), Reikt.BUITEN_WERKING),
        (date(2024, 7, 1), Reikt.ALLES),
        (date(2026, 6, 30), Reikt.ALLES),
        (date(2026, 7, 1), Reikt.BUITEN_WERKING),
    ],
)
def test_een_clausule_buiten_haar_tijd(dag: date, reikt: Reikt) -> None:
    c = clausule("de gehele regeling Pw", geldig="vanaf 1-7-2024 t/m 30-6-2026")
    assert bekijk(RECHT, BEDRAG, ORGAAN, c, dag=dag).clausules[0].reikt is reikt


@pytest.mark.parametrize(("grens", "reikt"), [("99999", Reikt.ALLES), ("100000", Reikt.NOOIT)])
def test_een_clausule_met_een_voorwaarde_die_niet_kan(grens: str, reikt: Reikt) -> None:
    """The Invoerbereik of the savings ends at 100,000: more than that does not occur."""
    c = clausule("de gehele regeling Pw").replace(
        "indien er sprake is van open norm bijzondere hardheid",
        f"indien zijn spaargeld groter is dan {grens} €",
    )
    gevonden = bekijk(RECHT, BEDRAG, ORGAAN, c).clausules[0]
    assert gevonden.reikt is reikt
    assert bool(gevonden.reden) is (reikt is Reikt.NOOIT)


def test_een_clausule_die_nooit_tegelijk_geldt() -> None:
    nieuw = RECHT.replace("geldig altijd", "geldig vanaf 2025")
    oud = clausule("artikel 1 Pw", geldig="t/m 31-12-2024")
    gevonden = bekijk(nieuw, BEDRAG, ORGAAN, oud).clausules[0]
    assert gevonden.reikt is Reikt.NOOIT


def test_kaal_op_de_grens_van_sigma() -> None:
    """On application is strength 3: enough at sigma 3, not at 4."""
    c = clausule("artikel 1 Pw", toepassing="op aanvraag")
    delen = (RECHT, BEDRAG, ORGAAN, c)
    assert [g.stap.regel for g in bekijk(*delen).kaal] == ["bedrag"]
    assert [g.stap.regel for g in bekijk(*delen, sigma=4).kaal] == ["recht", "bedrag"]
    assert bekijk(*delen, sigma=0).kaal == ()


# ------------------------------------------------------------------ the cases


def sterkten(naam: str, dag: date) -> dict[str, list[Fraction]]:
    set_, _ = wet(naam)
    gevonden = statisch(lower(set_.model, dag))
    return {g.stap.regel: [g.dekking.sterkte, g.dekking.sterkte_nu] for g in gevonden.nadelig}


def test_de_kinderopvang_van_2014_is_kaal() -> None:
    """hardheid.md 6.3, zaken.md H1: for nil and recovery 0 at its own date, 1 today."""
    gevonden = sterkten("kinderopvangtoeslag-2014", date(2014, 12, 31))
    stappen = ("kosten volledig betaald", "vaststelling op nihil", "volledige terugvordering")
    assert [gevonden[s] for s in stappen] == [[0, 1]] * 3


def test_de_uitspraak_van_2019_opent_die_weg() -> None:
    """hardheid.md 2.2: the route begins on 23 October 2019, where Wko 1.5 and 1.7 and Awir 26 are
    concerned. The law of 2014 has ended by then, so its rules are held to their own day."""
    set_, _ = wet("kinderopvangtoeslag-2014")
    oud = lower(set_.model, date(2014, 12, 31))
    for dag, sterkte in ((date(2019, 10, 22), 0), (date(2019, 10, 23), 3)):
        gevonden = statisch(replace(oud, rekendatum=dag))
        assert stap(gevonden, "volledige terugvordering").dekking.sterkte == sterkte


def test_de_verhogingen_van_de_wahv_hebben_geen_uitweg() -> None:
    """zaken.md H4: empty, no remedy (0); and the terms before them are fatal (P06)."""
    gevonden = sterkten("wahv", date(2025, 9, 1))
    assert gevonden["eerste verhoging"] == gevonden["tweede verhoging"] == [0, 0]
    set_, _ = wet("wahv")
    termijnen = statisch(lower(set_.model, date(2025, 9, 1))).termijnen
    assert all(t.excuus is None for t in termijnen)
    assert {"eerste verhoging", "tweede verhoging"} <= set(termijnen[0].gevolgen)
