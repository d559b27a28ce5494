"""Thresholds, ways out and the scale of strength as data: what a user's file may say, and what is
wrong with one that may not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.analyses.proefwet import BASIS
from tests.analyses.voorbeeld import model_van
from wetsanalyse.analyses.maten.maatstaf import Maatstaf, geleverd, lees_maatstaf
from wetsanalyse.analyses.maten.vluchtroutes import Route, algemene_routes, lees_routes
from wetsanalyse.model.model import geldt
from wetsanalyse.text import Result, Source

KLIF = "P01:\n  hard: {waarde: 750, bron: besluit van 1 mei, eigenaar: de raad}\n"
ROUTE = "- {route: eigen weging, sterkte: 4, bron: artikel 1}\n"
SCHAAL = """ambtshalve: 5
op aanvraag: 7/2
toepassing niet gezegd: 3
alleen voor groepen: -3
alleen in een algemene regel: -1
open norm zonder maatstaf: -1
zonder rechtsmiddel: 0
"""


def lees(drempels: str | None = None, routes: str | None = None, schaal: str | None = None,
         ) -> Result[Maatstaf]:  # fmt: skip
    teksten = (drempels, routes, schaal)
    return lees_maatstaf(*(Source(f"{n}.yaml", t) if t is not None else None
                           for n, t in enumerate(teksten)))  # fmt: skip


def codes(gelezen: Result[Maatstaf]) -> list[str]:
    return [m.code for m in gelezen.fouten]


# ------------------------------------------------------------------ what a file changes


def test_zonder_bestand_geldt_wat_er_bij_zit() -> None:
    gelezen = lees()
    assert gelezen.ok
    assert gelezen.value == geleverd()


def test_een_drempel_gaat_voor_en_de_rest_blijft() -> None:
    gelezen = lees(KLIF)
    assert gelezen.ok, gelezen.fouten
    nieuw, oud = gelezen.value.drempels, geleverd().drempels
    assert nieuw["P01"]["hard"].waarde == 750
    assert (nieuw["P01"]["hard"].bron, nieuw["P01"]["hard"].eigenaar) == (
        "besluit van 1 mei",
        "de raad",
    )
    assert nieuw["P01"]["hard"].eenheid == oud["P01"]["hard"].eenheid == "€"
    assert {p: v for p, v in nieuw.items() if p != "P01"} == {
        p: v for p, v in oud.items() if p != "P01"
    }


def test_een_evenredigheidsnorm_gaat_voor_het_bestand() -> None:
    norm = "\nEvenredigheidsnorm eigen klif\n    patroon P01 klif\n    hard bij 300 €/jr\n"
    maat = lees(KLIF).value
    assert maat.voor(model_van(BASIS)).van("P01", "hard").waarde == 750
    assert maat.voor(model_van(BASIS + norm)).van("P01", "hard").waarde == 300


def test_een_eigen_tabel_van_uitwegen_komt_in_de_plaats() -> None:
    gelezen = lees(routes=ROUTE)
    assert gelezen.ok
    assert [(r.naam, r.sterkte) for r in gelezen.value.routes] == [("eigen weging", Fraction(4))]


def test_een_eigen_schaal() -> None:
    gelezen = lees(schaal=SCHAAL)
    assert gelezen.ok
    assert gelezen.value.schaal.op_aanvraag == Fraction(7, 2)
    assert gelezen.value.schaal.alleen_voor_groepen == -3


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [("4/5", Fraction(4, 5)), ("0.1", Fraction(1, 10)), ("12", Fraction(12))],
)
def test_een_getal_is_exact(tekst: str, waarde: Fraction) -> None:
    """0.1 is a tenth, not the number of a computer that lies near it."""
    gelezen = lees(KLIF.replace("750", tekst))
    assert gelezen.value.drempels["P01"]["hard"].waarde == waarde


# ------------------------------------------------------------------ what is wrong


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        (KLIF.replace("P01", "P99"), "MS-ONBEKEND"),
        (KLIF.replace("hard", "zacht"), "MS-ONBEKEND"),
        (KLIF.replace("bron", "herkomst"), "MS-ONBEKEND"),
        (KLIF.replace("750", "veel"), "MS-GETAL"),
        (KLIF.replace("750", "1/0"), "MS-GETAL"),
        (KLIF.replace("750", "-1"), "MS-GETAL"),
        (KLIF.replace(", eigenaar: de raad", ""), "MS-ONTBREEKT"),
        (KLIF.replace("de raad", "''"), "MS-ONTBREEKT"),
        (KLIF.replace("}", ", eenheid: deel}"), "MS-ONBEKEND"),
        (KLIF + KLIF, "MS-DUBBEL"),
        ("P01: 5\n", "MS-VORM"),
        ("P01: {hard: [}\n", "MS-VORM"),
        ("", "MS-VORM"),
        ("- P01\n", "MS-VORM"),
    ],
)
def test_een_fout_in_de_drempels(tekst: str, code: str) -> None:
    gelezen = lees(tekst)
    assert code in codes(gelezen)
    assert all(m.span is not None and m.span.source.pad == "0.yaml" for m in gelezen.fouten)
    assert gelezen.value.drempels["P01"]["hard"].waarde in (500, 750)


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        (ROUTE.replace("4", "6"), "MS-GETAL"),
        (ROUTE.replace("4", "-1"), "MS-GETAL"),
        (ROUTE.replace(", bron: artikel 1", ""), "MS-ONTBREEKT"),
        (ROUTE.replace("}", ", niveau: [wet]}"), "MS-ONBEKEND"),
        (ROUTE.replace("}", ", stap: boete}"), "MS-VORM"),
        (ROUTE.replace("}", ", geldig_van: gisteren}"), "MS-DATUM"),
        (ROUTE.replace("}", ", geldig_van: 2025-01-02, geldig_tot: 2025-01-01}"), "MS-DATUM"),
        (ROUTE.replace("}", ", kracht: 2}"), "MS-ONBEKEND"),
        ("route: eigen weging\n", "MS-VORM"),
    ],
)
def test_een_fout_in_de_uitwegen(tekst: str, code: str) -> None:
    assert code in codes(lees(routes=tekst))


def test_een_schaal_zonder_een_getal() -> None:
    assert codes(lees(schaal=SCHAAL.replace("ambtshalve: 5\n", ""))) == ["MS-ONTBREEKT"]
    assert codes(lees(schaal=SCHAAL + "gunst: 1\n")) == ["MS-ONBEKEND"]


def test_alle_fouten_van_alle_bestanden_in_een_keer() -> None:
    gelezen = lees(KLIF.replace("750", "veel").replace(", eigenaar: de raad", ""),
                   ROUTE.replace("4", "6"), SCHAAL + "gunst: 1\n")  # fmt: skip
    assert codes(gelezen) == ["MS-ONTBREEKT", "MS-GETAL", "MS-ONBEKEND"]
    assert {m.span.source.pad for m in gelezen.fouten if m.span} == {"0.yaml", "1.yaml", "2.yaml"}


# ------------------------------------------------------------------ the shipped table


def test_geen_rij_is_ondertekend() -> None:
    """Who signs a row puts his name there; until then the report must not say otherwise."""
    assert [r.naam for r in algemene_routes() if r.ondertekend] == []


def op(naam: str, dag: date) -> list[Fraction]:
    """The strengths of the rows of this name that hold on a day."""
    rijen: tuple[Route, ...] = algemene_routes()
    return [r.sterkte for r in rijen if r.naam.startswith(naam) and geldt(r.van, r.tot, dag)]


@pytest.mark.parametrize(
    ("naam", "dag", "sterkten"),
    [
        # hardheid.md 2.1 H: since ABRvS 26 October 2016 every circumstance counts.
        ("Awb 4:84", date(2016, 10, 25), [2]),
        ("Awb 4:84", date(2016, 10, 26), [3]),
        # 2.2: Harderwijk, 2 February 2022.
        ("Awb 3:4, tweede lid", date(2022, 2, 1), [2]),
        ("Awb 3:4, tweede lid", date(2022, 2, 2), [3]),
        # 2.2: ABRvS 1 March 2023.
        ("Awb 3:4 bij een gebonden besluit", date(2023, 2, 28), []),
        ("Awb 3:4 bij een gebonden besluit", date(2023, 3, 1), [1]),
        # 2.1 I: CBb 30 January 2024.
        ("Awb 6:11", date(2024, 1, 29), [2]),
        ("Awb 6:11", date(2024, 1, 30), [3]),
        # 2.2: CBb 26 March 2024.
        ("exceptieve toetsing", date(2024, 3, 25), [1]),
        ("exceptieve toetsing", date(2024, 3, 26), [2]),
        # 2.1 F, zaken.md H12: 3 after 18 April 2024, lower before.
        ("dringende redenen", date(2024, 4, 17), [2]),
        ("dringende redenen", date(2024, 4, 18), [3]),
        # 2.2: 23 October 2019; zaken.md H1: with today's routes 2023:772 only.
        ("ruimte om te wegen", date(2019, 10, 22), []),
        ("ruimte om te wegen", date(2019, 10, 23), [3]),
        ("ruimte om te wegen", date(2020, 7, 6), [3]),
        ("ruimte om te wegen", date(2020, 7, 7), []),
    ],
)
def test_elke_route_heeft_haar_datum(naam: str, dag: date, sterkten: list[int]) -> None:
    assert op(naam, dag) == sterkten


def test_een_regeling_of_een_artikel() -> None:
    rij = "- {route: x, sterkte: 1, bron: y, regeling: [BWBR0000001, BWBR0000002 artikel 4a]}"
    (route,) = lees_routes(Source("r.yaml", rij)).value
    assert route.regeling == (("BWBR0000001", None), ("BWBR0000002", "4a"))
