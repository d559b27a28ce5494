"""Scenarios and cases in time: values per period, cells, moments, events, days of expectations."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from tests.model import hulp, taal
from wetsanalyse.model.casus import Casus, lees_json, tabel_van
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.model.scenarios import Scenario, los_scenarios_op
from wetsanalyse.model.tabel import Tabel
from wetsanalyse.model.terms import Lees
from wetsanalyse.model.tijdgegevens import (
    Tijddeel,
    Tijdspanne,
    gewijzigd,
    op_dag,
    samengesteld,
)
from wetsanalyse.syntax import Lexicon, ontleed
from wetsanalyse.text import Diagnostic, Source

GEBEURTENISSEN = """\
Gebeurtenis wijziging
    soort levensgebeurtenis
    verandert het inkomen van een Aanvrager
    verandert verzekerd van een Aanvrager
    verandert de maandsteun van een Aanvrager
    verandert het loon van een Aanvrager
    verandert de ingangsdatum van een Aanvrager
"""


@cache
def wereld() -> tuple[Tabel, Lexicon]:
    model, meldingen, ontleding = hulp.lees(taal.BASIS, GEBEURTENISSEN)
    assert not [m.bericht for m in meldingen if m.is_fout]
    return tabel_van(model, ontleding.lexicon), ontleding.lexicon


def lees(gegeven: str, dan: str = "") -> tuple[tuple[Scenario, ...], list[Diagnostic]]:
    tabel, lexicon = wereld()
    regels = "".join(f"        - {r}\n" for r in ("een Aanvrager A", *gegeven.splitlines()))
    eis = "".join(f"        - {r}\n" for r in (dan or "A is verzekerd").splitlines())
    tekst = f"Scenario proef\n    rekendatum 1-1-2025\n    gegeven\n{regels}    dan\n{eis}"
    ontleding = ontleed([Source("proef.scenario", tekst)], lexicon)
    gelezen = los_scenarios_op(ontleding.value.blokken, tabel, ontleding.value)
    return gelezen.value, [*ontleding.diagnostics, *gelezen.diagnostics]


def scenario(gegeven: str, dan: str = "") -> Scenario:
    scenarios, meldingen = lees(gegeven, dan)
    assert not meldingen, [(m.code, m.bericht) for m in meldingen]
    return scenarios[0]


def invoer(gegeven: str) -> Any:
    return dict(scenario(gegeven).casus.invoer)


def fout(gegeven: str, dan: str = "") -> Diagnostic:
    """The only message of a scenario with one fault."""
    _, meldingen = lees(gegeven, dan)
    assert len(meldingen) == 1, [(m.code, m.bericht) for m in meldingen]
    return meldingen[0]


def dag(jaar: int, maand: int, nummer: int) -> int:
    return date(jaar, maand, nummer).toordinal()


# ------------------------------------------------------------------ days of a timeline


@pytest.mark.constructie("R-069", stap="controleert")
@pytest.mark.parametrize(
    ("korrel", "knips", "geen"),
    [
        (Korrel("dag"), [(2025, 3, 15)], []),
        (Korrel("maand"), [(2025, 3, 1), (2024, 12, 1)], [(2025, 3, 2), (2025, 2, 28)]),
        (Korrel("kwartaal"), [(2025, 1, 1), (2025, 4, 1)], [(2025, 2, 1), (2025, 3, 31)]),
        (Korrel("jaar"), [(2025, 1, 1)], [(2025, 7, 1), (2024, 12, 31)]),
        (Korrel("maand", dag=15), [(2025, 3, 15)], [(2025, 3, 1)]),
        # Every second month from February on.
        (Korrel("maand", 2, begin=1), [(2025, 2, 1), (2025, 4, 1)], [(2025, 3, 1)]),
        # Weeks from a Monday: 6-1-2025 is one.
        (
            Korrel("week", begin=date(2025, 1, 6).toordinal() % 7),
            [(2025, 1, 13), (2024, 12, 30)],
            [(2025, 1, 12), (2025, 1, 14)],
        ),
    ],
)
def test_op_welke_dagen_een_waarde_kan_veranderen(
    korrel: Korrel, knips: list[tuple[int, int, int]], geen: list[tuple[int, int, int]]
) -> None:
    assert all(korrel.is_knip(dag(*d)) for d in knips)
    assert not any(korrel.is_knip(dag(*d)) for d in geen)


def test_van_een_benoemde_tijdlijn_is_het_begin_niet_bekend() -> None:
    assert Korrel("kwartaal", naam="loonperiode").is_knip(dag(2025, 2, 3))


def test_de_dagen_eromheen() -> None:
    assert Korrel("maand").rond(dag(2025, 3, 15)) == (dag(2025, 3, 1), dag(2025, 4, 1))
    assert Korrel("jaar").rond(dag(2024, 2, 29)) == (dag(2024, 1, 1), dag(2025, 1, 1))
    # The calendar ends: no later day.
    assert Korrel("jaar").rond(dag(9999, 3, 1)) == (dag(9999, 1, 1),)


# ------------------------------------------------------------------ periods over a base


def test_perioden_over_een_basis() -> None:
    delen = [Tijddeel(Tijdspanne(10, 20), "x"), Tijddeel(Tijdspanne(30), "y")]
    assert samengesteld("basis", delen) == Tijdwaarde((10, 20, 30), ("basis", "x", "basis", "y"))
    # Neighbours with one value are one stretch; what never changes is a plain value.
    aan_elkaar = [Tijddeel(Tijdspanne(10, 20), "x"), Tijddeel(Tijdspanne(20, 30), "x")]
    assert samengesteld(None, aan_elkaar) == Tijdwaarde((10, 30), (None, "x", None))
    assert samengesteld("x", aan_elkaar) == "x"


def test_vanaf_een_dag_een_nieuwe_waarde() -> None:
    oud = Tijdwaarde((10, 30), (1, 2, 3))
    assert gewijzigd(Tijdspanne(20), oud, 9) == Tijdwaarde((10, 20), (1, 2, 9))
    assert gewijzigd(Tijdspanne(10), oud, 9) == Tijdwaarde((10,), (1, 9))
    nieuw = Tijdwaarde((25,), (7, 8))
    assert gewijzigd(Tijdspanne(20), 5, nieuw) == Tijdwaarde((20, 25), (5, 7, 8))
    assert gewijzigd(Tijdspanne(20), 5, 5) == 5
    # Only in that time; outside it what was known stays.
    assert gewijzigd(Tijdspanne(5, 20), oud, 9) == Tijdwaarde((5, 20, 30), (1, 9, 2, 3))
    assert gewijzigd(Tijdspanne(None, 20), oud, 9) == Tijdwaarde((20, 30), (9, 2, 3))
    assert [op_dag(oud, d) for d in (9, 10, 29, 30)] == [1, 2, 2, 3]


@pytest.mark.constructie("R-201", "R-206", stap="controleert")
@pytest.mark.parametrize(
    ("periode", "knips", "waarden"),
    [
        ("vanaf dd. 1-3-2025", [(2025, 3, 1)], (None, 250)),
        ("tot dd. 1-3-2025", [(2025, 3, 1)], (250, None)),
        ("tot en met dd. 28-2-2025", [(2025, 3, 1)], (250, None)),
        ("van 1-1-2025 tot 1-3-2025", [(2025, 1, 1), (2025, 3, 1)], (None, 250, None)),
        ("van 1-1-2025 tot en met 31-3-2025", [(2025, 1, 1), (2025, 4, 1)], (None, 250, None)),
        ("vanaf 2026", [(2026, 1, 1)], (None, 250)),
    ],
)
def test_een_waarde_in_een_periode(
    periode: str, knips: list[tuple[int, int, int]], waarden: tuple[int | None, ...]
) -> None:
    (waarde,) = invoer(f"de maandsteun van A is gelijk aan 250 €/mnd {periode}").values()
    assert waarde == Tijdwaarde(tuple(dag(*k) for k in knips), waarden)


def test_zonder_periode_is_het_de_basis() -> None:
    gegeven = (
        "de maandsteun van A is gelijk aan 250 €/mnd van 1-3-2025 tot 1-5-2025\n"
        "de maandsteun van A is gelijk aan 200 €/mnd"
    )
    assert invoer(gegeven) == {
        ("A", "maandsteun"): Tijdwaarde((dag(2025, 3, 1), dag(2025, 5, 1)), (200, 250, 200))
    }
    assert invoer("de maandsteun van A is gelijk aan 200 €/mnd") == {("A", "maandsteun"): 200}


@pytest.mark.constructie("R-054", stap="controleert")
def test_een_kenmerk_in_een_periode() -> None:
    """Outside its periods it is not true, unless a line without a period says so."""
    knip = dag(2025, 3, 1)
    assert invoer("A is ingeschreven vanaf dd. 1-3-2025") == {
        ("A", "ingeschreven"): Tijdwaarde((knip,), (False, True))
    }
    assert invoer("A is ingeschreven\nA is niet ingeschreven vanaf dd. 1-3-2025") == {
        ("A", "ingeschreven"): Tijdwaarde((knip,), (True, False))
    }


MAART_APRIL = "van 1-3-2025 tot 1-5-2025"


@pytest.mark.parametrize(
    ("code", "gegeven", "hulp_"),
    [
        ("SC-GEEN-TIJDLIJN", "de schuld van A is gelijk aan 3 € vanaf 1-3-2025", "elke maand"),
        ("SC-GEEN-TIJDLIJN", "A is verzekerd vanaf 1-3-2025", "elke dag"),
        ("SC-KNIP", "A is actief vanaf 2-3-2025", "1-3-2025 of 1-4-2025"),
        ("SC-KNIP", "A is actief tot en met 1-3-2025", "1-3-2025 of 1-4-2025"),
        ("SC-KNIP", "de jaarsteun van A is gelijk aan 3 €/jr vanaf 1-7-2025", "1-1-2025"),
        ("SC-PERIODE", "A is ingeschreven van 1-3-2025 tot 1-3-2025", "vroegste"),
        ("SC-PERIODE", "A is ingeschreven vanaf de geboortedatum van A", "datum zelf"),
        (
            "SC-OVERLAP",
            f"A is ingeschreven {MAART_APRIL}\nA is niet ingeschreven vanaf 30-4-2025",
            "eindigen",
        ),
    ],
)
def test_een_periode_die_niet_kan(code: str, gegeven: str, hulp_: str) -> None:
    melding = fout(gegeven)
    assert melding.code == code
    assert hulp_ in " ".join(melding.hulp)


def test_perioden_mogen_elkaar_raken_en_hetzelfde_zeggen() -> None:
    raken = "A is ingeschreven van 1-3-2025 tot 1-5-2025\nA is niet ingeschreven vanaf 1-5-2025"
    zelfde = "A is ingeschreven van 1-3-2025 tot 1-5-2025\nA is ingeschreven vanaf 1-4-2025"
    assert invoer(raken)["A", "ingeschreven"].waarden == (False, True, False)
    assert invoer(zelfde)["A", "ingeschreven"].waarden == (False, True)


def test_onbekend_haalt_ook_perioden_weg() -> None:
    casus = scenario("A is ingeschreven vanaf 1-3-2025\nonbekend: ingeschreven van A").casus
    assert dict(casus.invoer) == {}
    assert casus.onbekend == {("A", "ingeschreven")}


# ------------------------------------------------------------------ cells and moments


@pytest.mark.constructie("R-059", stap="controleert")
def test_een_cel_heeft_haar_eigen_naam() -> None:
    gegeven = (
        "het bruto loon van vorig jaar van A is gelijk aan 30000 €\n"
        "onbekend: het netto loon van dit jaar van A"
    )
    casus = scenario(gegeven).casus
    assert dict(casus.invoer) == {("A", "bruto loon van vorig jaar"): Fraction(30000)}
    assert casus.onbekend == {("A", "netto loon van dit jaar")}


def test_een_cel_bij_het_object() -> None:
    tabel, lexicon = wereld()
    tekst = (
        "Scenario proef\n    rekendatum 1-1-2025\n    gegeven\n"
        "        - een Aanvrager A met bruto loon van dit jaar gelijk aan 3 €\n"
        "    dan\n        - A is verzekerd\n"
    )
    blokken = ontleed([Source("proef.scenario", tekst)], lexicon).value.blokken
    (gelezen,) = los_scenarios_op(blokken, tabel).value
    assert dict(gelezen.casus.invoer) == {("A", "bruto loon van dit jaar"): Fraction(3)}


def test_een_cel_zonder_labels_is_onvolledig() -> None:
    assert fout("het loon van A is gelijk aan 3 €").code == "DI-ONVOLLEDIG"


@pytest.mark.constructie("R-016", stap="controleert")
def test_een_moment_is_een_breuk_van_dagen() -> None:
    gegeven = "het tijdstip van A is gelijk aan dd. 31-12-2025 12:00:00.001"
    verwacht = dag(2025, 12, 31) + Fraction(1, 2) + Fraction(1, 86_400_000)
    assert invoer(gegeven) == {("A", "tijdstip"): verwacht}


# ------------------------------------------------------------------ events


def test_wat_een_gebeurtenis_verandert() -> None:
    model = hulp.lees(taal.BASIS, GEBEURTENISSEN)[0]
    (soort,) = model.gebeurtenissen.values()
    assert (soort.naam, soort.soort, soort.vervult) == ("wijziging", "levensgebeurtenis", None)
    assert soort.verandert == tuple(
        ("Aanvrager", n) for n in ("inkomen", "verzekerd", "maandsteun", "loon", "ingangsdatum")
    )


KOP = "Gebeurtenis iets\n    soort registratie\n"


@pytest.mark.parametrize(
    ("code", "blok"),
    [
        ("GB-VORM", KOP + "    verandert ⟦de drempel⟧\n"),
        ("GB-VORM", KOP + "    verandert ⟦het spaargeld van het kind van een Aanvrager⟧\n"),
        ("OT-ONBEKEND", KOP + "    verandert de schuld van ⟦tegoed⟧\n"),
        ("ON-ATTR-ONBEKEND", KOP + "    verandert ⟦het spaargeld⟧ van een Aanvrager\n"),
        ("GB-DUBBEL", KOP + "\nGebeurtenis ⟦Iets⟧\n    soort registratie\n"),
    ],
)
def test_fout_in_een_blok_gebeurtenis(code: str, blok: str) -> None:
    hulp.geeft(code, blok, basis=taal.BASIS)


def test_voorvallen_staan_op_volgorde_van_dag() -> None:
    gegeven = (
        "op 1-5-2025 wijziging met het inkomen van A gelijk aan 5 €/jr\n"
        "op 1-3-2025 wijziging met verzekerd van A gelijk aan waar\n"
        "op 1-5-2025 wijziging met het bruto loon van dit jaar van A gelijk aan 7 €"
    )
    voorvallen = scenario(gegeven).gebeurtenissen
    assert [(v.datum.month, v.gebeurtenis) for v in voorvallen] == [
        (3, "wijziging"), (5, "wijziging"), (5, "wijziging"),
    ]  # fmt: skip
    assert [w.eigenschap for v in voorvallen for w in v.wijzigingen] == [
        "verzekerd", "inkomen", "bruto loon van dit jaar",
    ]  # fmt: skip


def test_de_nieuwe_waarde_mag_een_uitdrukking_zijn() -> None:
    regel = "op 1-3-2025 wijziging met het inkomen van A gelijk aan het inkomen van A"
    ((wijziging,),) = (v.wijzigingen for v in scenario(regel).gebeurtenissen)
    assert isinstance(wijziging.waarde, Lees)
    # A unit is converted as in a rule: 12 months in a year.
    maand = "op 1-3-2025 wijziging met het inkomen van A gelijk aan 100 €/mnd"
    ((omgerekend,),) = (v.wijzigingen for v in scenario(maand).gebeurtenissen)
    assert getattr(omgerekend.waarde, "waarde", None) == 1200


INKOMEN = "op 1-3-2025 wijziging met het inkomen van A"


@pytest.mark.parametrize(
    ("code", "regel"),
    [
        ("GB-VERANDERT", "op 1-3-2025 wijziging met de schuld van A gelijk aan 3 €"),
        ("SC-OVERLAP", f"{INKOMEN} gelijk aan 3 €/jr en het inkomen van A gelijk aan 4 €/jr"),
        ("GB-VERANDERT", "op 1-3-2025 wijziging met student van A gelijk aan waar"),
        ("SC-KNIP", "op 2-3-2025 wijziging met de maandsteun van A gelijk aan 3 €/mnd"),
        (
            "SC-KETEN",
            "op 1-3-2025 wijziging met het inkomen van de partner van A gelijk aan 3 €/jr",
        ),
        ("GS-EENHEID", "op 1-3-2025 wijziging met het inkomen van A gelijk aan 3 €"),
        ("GS-TYPE", "op 1-3-2025 wijziging met verzekerd van A gelijk aan 3"),
        ("GS-KORREL", "op 1-3-2025 wijziging met de maandsteun van A gelijk aan de dagsteun van A"),
        ("DT-BEREIK", "op 1-3-2025 wijziging met het inkomen van A gelijk aan 3,001 €/jr"),
    ],
)
def test_een_voorval_dat_niet_kan(code: str, regel: str) -> None:
    assert fout(regel).code == code


def test_een_attribuut_zonder_tijdlijn_kan_elke_dag_veranderen() -> None:
    assert scenario("op 2-3-2025 wijziging met het inkomen van A gelijk aan 3 €/jr").gebeurtenissen


# ------------------------------------------------------------------ expectations


def test_een_verwachting_heeft_een_dag_of_een_periode() -> None:
    dan = (
        "A is verzekerd\n"
        "op 1-3-2025 is A verzekerd\n"
        "A is ingeschreven van 1-3-2025 tot en met 30-4-2025\n"
        "op 1-3-2025 geldt: A is ingeschreven vanaf 1-5-2025"
    )
    zonder, op, periode, beide = scenario("", dan).verwachtingen
    assert (zonder.datum, zonder.periode) == (None, None)
    assert (op.datum, op.periode) == (date(2025, 3, 1), None)
    assert zonder.voorwaarde == op.voorwaarde
    assert periode.periode == Tijdspanne(dag(2025, 3, 1), dag(2025, 5, 1))
    assert (beide.datum, beide.periode) == (date(2025, 3, 1), Tijdspanne(dag(2025, 5, 1)))


def test_een_verwachting_over_geen_enkele_dag() -> None:
    assert fout("", "A is verzekerd van 1-3-2025 tot 1-2-2025").code == "SC-PERIODE"


# ------------------------------------------------------------------ JSON


def json_casus(**velden: Any) -> tuple[Casus | None, tuple[Diagnostic, ...]]:
    object_ = {"naam": "A", "type": "Aanvrager"} | velden.pop("A", {})
    data = {"rekendatum": "2025-01-01", "objecten": [object_]} | velden
    gelezen = lees_json(Source("geval.json", json.dumps(data, ensure_ascii=False)), wereld()[0])
    return gelezen.value, gelezen.diagnostics


def test_een_geval_in_de_tijd_in_json() -> None:
    casus, meldingen = json_casus(
        A={
            "attributen": {
                "maandsteun": [
                    {"waarde": "200"},
                    {"van": "2025-03-01", "tot": "2025-05-01", "waarde": "250"},
                    {"van": "2025-06-01", "waarde": None},
                ],
                "jaarsteun": "12",
                "Bruto loon van vorig jaar": "30000",
                "tijdstip": "2025-12-31T12:00:00.001",
            },
            "kenmerken": ["verzekerd", {"naam": "ingeschreven", "van": "2025-03-01"}],
        },
        gebeurtenissen=[
            {
                "datum": "2025-05-01",
                "gebeurtenis": "Wijziging",
                "wijzigingen": {"A": {"inkomen": "42000", "netto loon van dit jaar": "1"}},
            },
            {"datum": "2025-03-01", "gebeurtenis": "wijziging"},
        ],
    )
    assert casus is not None, [(m.code, m.bericht) for m in meldingen]
    knips = (dag(2025, 3, 1), dag(2025, 5, 1), dag(2025, 6, 1))
    assert casus.invoer == {
        ("A", "maandsteun"): Tijdwaarde(knips, (200, 250, 200, None)),
        ("A", "jaarsteun"): Fraction(12),
        ("A", "bruto loon van vorig jaar"): Fraction(30000),
        ("A", "tijdstip"): dag(2025, 12, 31) + Fraction(1, 2) + Fraction(1, 86_400_000),
        ("A", "verzekerd"): True,
        ("A", "ingeschreven"): Tijdwaarde((dag(2025, 3, 1),), (False, True)),
    }
    eerste, tweede = casus.gebeurtenissen
    assert (eerste.datum, eerste.wijzigingen) == (date(2025, 3, 1), ())
    assert [(w.object, w.eigenschap) for w in tweede.wijzigingen] == [
        ("A", "inkomen"), ("A", "netto loon van dit jaar"),
    ]  # fmt: skip


def attribuut(naam: str, waarde: Any) -> dict[str, Any]:
    return {"A": {"attributen": {naam: waarde}}}


def voorval(**velden: Any) -> dict[str, Any]:
    return {"gebeurtenissen": [{"datum": "2025-03-01", "gebeurtenis": "wijziging"} | velden]}


STEUN = {"van": "2025-03-01", "tot": "2025-05-01", "waarde": "250"}


@pytest.mark.parametrize(
    ("code", "velden"),
    [
        ("JS-ATTRIBUUT", attribuut("loon", "3")),
        ("JS-VORM", attribuut("maandsteun", ["250"])),
        ("JS-VORM", attribuut("maandsteun", [{"van": "2025-03-01"}])),
        ("JS-SLEUTEL", attribuut("maandsteun", [STEUN | {"vanaf": "2025-03-01"}])),
        ("JS-DATUM", attribuut("maandsteun", [STEUN | {"van": "maart"}])),
        ("JS-WAARDE", attribuut("maandsteun", [STEUN | {"waarde": "veel"}])),
        ("JS-WAARDE", attribuut("tijdstip", "2025-12-31T25:00")),
        ("SC-KNIP", attribuut("maandsteun", [STEUN | {"van": "2025-03-02"}])),
        ("SC-PERIODE", attribuut("maandsteun", [STEUN | {"tot": "2025-03-01"}])),
        ("SC-OVERLAP", attribuut("maandsteun", [STEUN, STEUN | {"waarde": "1"}])),
        ("SC-OVERLAP", attribuut("maandsteun", [{"waarde": "1"}, {"waarde": "2"}])),
        ("SC-GEEN-TIJDLIJN", attribuut("schuld", [STEUN])),
        ("SC-GEEN-TIJDLIJN", {"A": {"kenmerken": [{"naam": "verzekerd", "van": "2025-01-01"}]}}),
        ("JS-KENMERK", {"A": {"kenmerken": [{"naam": "rijk", "van": "2025-01-01"}]}}),
        ("JS-VORM", {"gebeurtenissen": ["wijziging"]}),
        ("JS-GEBEURTENIS", voorval(gebeurtenis="wijzging")),
        ("JS-DATUM", voorval(datum="maart")),
        ("JS-SLEUTEL", voorval(soort="x")),
        ("JS-OBJECT", voorval(wijzigingen={"B": {"inkomen": "1"}})),
        ("JS-VORM", voorval(wijzigingen={"A": "inkomen"})),
        ("JS-ATTRIBUUT", voorval(wijzigingen={"A": {"inkommen": "1"}})),
        ("JS-WAARDE", voorval(wijzigingen={"A": {"inkomen": "veel"}})),
        ("GB-VERANDERT", voorval(wijzigingen={"A": {"schuld": "1"}})),
        ("SC-KNIP", voorval(datum="2025-03-02", wijzigingen={"A": {"maandsteun": "1"}})),
        ("SC-OVERLAP", voorval(wijzigingen={"A": {"maandsteun": [STEUN, STEUN]}})),
        ("SC-KNIP", voorval(wijzigingen={"A": {"maandsteun": [STEUN | {"van": "2025-02-03"}]}})),
        ("SC-GEEN-TIJDLIJN", voorval(wijzigingen={"A": {"inkomen": [STEUN]}})),
    ],
)
def test_fout_in_een_geval_in_de_tijd(code: str, velden: dict[str, Any]) -> None:
    casus, meldingen = json_casus(**velden)
    assert casus is None
    assert [m.code for m in meldingen] == [code], [(m.code, m.bericht) for m in meldingen]


def test_alle_fouten_van_een_lijst_in_een_keer() -> None:
    delen = [STEUN | {"van": "2025-03-02"}, STEUN | {"waarde": "veel"}]
    _, meldingen = json_casus(**attribuut("maandsteun", delen))
    assert [m.code for m in meldingen] == ["SC-KNIP", "JS-WAARDE"]
