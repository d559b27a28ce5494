"""What is checked but not computed yet gives a fault, never a value; the rest computes on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.model import taal
from tests.model.hulp import lees
from tests.model.taal import regel
from wetsanalyse.graph import Knoopsoort, Pijlsoort
from wetsanalyse.graph.bouw import link
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import lower
from wetsanalyse.plan.ops import Fout
from wetsanalyse.run.exact import reken
from wetsanalyse.run.scenarios import geval

DAG = date(2025, 6, 1)
WIE = Huishouden(
    (
        ("A", "Aanvrager"),
        ("B", "Aanvrager"),
        ("K", "Kind"),
        ("Z", "Aanvraag"),
        ("G", "Gemeente"),
        ("H", "Adres"),
    ),
    (
        Feit("gezin", ("A", "K")),
        Feit("indiening", ("A", "Z")),
        Feit("behandeling", ("G", "Z")),
        Feit("bewoning", ("H", "A")),
        Feit("bewoning", ("H", "B")),
        Feit("partnerschap", ("A", "B")),
    ),
)


def waarde(
    object_: str, wat: str, *teksten: str, invoer: Mapping[tuple[str, str], Any] | None = None
) -> Any:
    model = taal.goed(*teksten)
    getallen = {
        k: Fraction(v) if isinstance(v, int) and not isinstance(v, bool) else v
        for k, v in (invoer or {}).items()
    }
    plan = lower(model, DAG)
    casus = Casus(DAG, WIE, getallen)
    return reken(ground(plan, WIE), geval(plan, casus)).waarde(object_, wat)


def nog_niet(nummer: str, object_: str, wat: str, *teksten: str) -> None:
    uit = waarde(object_, wat, *teksten)
    assert isinstance(uit, Fout), uit
    assert uit.code == "NOG-NIET-GEREKEND"
    assert uit.bericht.startswith(f"{nummer} "), uit.bericht


@pytest.mark.parametrize(
    ("nummer", "tekst"),
    [
        ("R-210", "(het totaal van zijn inkomen van dd. 1-1-2024 tot dd. 1-1-2025)"),
        ("R-059", "zijn bruto loon van vorig jaar"),
        ("R-059", "de som van zijn netto loon over alle peiljaren"),
    ],
)
def test_een_term_die_nog_niet_gerekend_wordt(nummer: str, tekst: str) -> None:
    zin = f"De schuld van een Aanvrager moet gesteld worden op {tekst}."
    uit = waarde("A", "schuld", regel(zin), invoer={("A", "inkomen"): 12})
    assert isinstance(uit, Fout)
    assert (uit.code, uit.regel, uit.object) == ("NOG-NIET-GEREKEND", "proef", "A")
    assert uit.bericht.startswith(nummer)


def test_een_waarde_met_een_tijdlijn_of_een_dimensie() -> None:
    nog_niet("R-201", "A", "maandsteun")
    nog_niet("R-201", "A", "ingeschreven")
    nog_niet("R-059", "A", "loon")
    nog_niet("R-016", "A", "tijdstip")
    zin = "De dagsteun van een Aanvrager moet gesteld worden op 1 €/mnd vanaf dd. 1-1-2024."
    nog_niet("R-201", "A", "dagsteun", regel(zin))


def test_wat_verdeeld_wordt_en_wat_overblijft() -> None:
    zin = (
        "Het budget van een Gemeente wordt verdeeld over de uren van alle zaken van de Gemeente, "
        "waarbij wordt verdeeld:\n- naar rato van de gevraagde uren,\n"
        "- afgerond op 0 decimalen naar beneden.\n"
        "Als onverdeelde rest blijft de rest van de Gemeente over."
    )
    nog_niet("R-187", "Z", "uren", regel(zin))
    nog_niet("R-187", "G", "rest", regel(zin))
    # What is shared out is input, and stays what it is.
    assert waarde("G", "budget", regel(zin), invoer={("G", "budget"): 7}) == 7


def test_een_rol_die_een_regel_vult() -> None:
    maak = regel("Een Aanvraag heeft een beschikking met bedrag gelijk aan 5 €.", "maak")
    leest = regel(
        "De telling van een Aanvrager moet gesteld worden op 1 "
        "indien alle aanvragen van de Aanvrager een beschikking hebben.",
        "leest",
    )
    nog_niet("R-173", "A", "telling", maak, leest)
    alle = regel(
        "De telling van een Aanvrager moet gesteld worden op het aantal Beschikkingen.", "n"
    )
    nog_niet("R-173", "A", "telling", maak, alle)
    feit = regel(
        "Een kostendeler van een Aanvrager is een bewoner van het woonadres van de Aanvrager.",
        "feit",
    )
    aantal = "het aantal kostendelers van de Aanvrager"
    telt = regel(f"De telling van een Aanvrager moet gesteld worden op {aantal}.", "telt")
    nog_niet("R-176", "A", "telling", feit, telt)
    # A rule that runs for the new ones: nobody knows for whom.
    zet = regel("De telling van een kostendeler moet gesteld worden op 1.", "zet")
    nog_niet("R-176", "A", "telling", feit, zet)
    nog_niet("R-176", "B", "telling", feit, zet)


def test_wat_niet_gevraagd_wordt_bederft_niets() -> None:
    zin = (
        "De telling van een Aanvrager moet gesteld worden op 1\n"
        "indien er aan ten minste één van de volgende voorwaarden wordt voldaan:\n"
        "    • hij is verzekerd\n    • zijn ingangsdatum is een werkdag."
    )
    assert waarde("A", "telling", regel(zin), invoer={("A", "verzekerd"): True}) == 1
    uit = waarde("A", "telling", regel(zin), invoer={("A", "verzekerd"): False})
    assert isinstance(uit, Fout)


def test_een_toets_houdt_niets_tegen() -> None:
    keur = regel(
        "De einddatum van een Aanvraag moet later zijn dan de indieningsdatum van de Aanvraag.",
        "keur",
    )
    gewoon = regel("De telling van een Aanvrager moet gesteld worden op 4.")
    assert waarde("A", "telling", keur, gewoon) == 4
    vraag = regel(
        "De telling van een Aanvrager moet gesteld worden op 4 indien regelversie keur gevuurd is.",
        "vraag",
    )
    nog_niet("R-237", "A", "telling", keur, vraag)


def test_een_melding_per_regel() -> None:
    zin = "De dagsteun van een Aanvrager moet gesteld worden op zijn maandsteun."
    _, meldingen, _ = lees(taal.BASIS, regel(zin))
    eigen = [m for m in meldingen if m.code == "NOG-NIET-GEREKEND" and m.context == "Regel “proef”"]
    assert len(eigen) == 1
    assert "R-201" in eigen[0].bericht
    gewoon = regel("De telling van een Aanvrager moet gesteld worden op 4.")
    _, meldingen, _ = lees(taal.BASIS, gewoon)
    assert not [m for m in meldingen if m.context == "Regel “proef”" and m.code.startswith("NOG")]


# ------------------------------------------------------------------ what does compute


@pytest.mark.constructie("X-08", stap="rekent")
def test_een_datum_uit_benoemde_delen() -> None:
    zin = (
        "De ingangsdatum van een Aanvrager moet berekend worden als "
        "de datum met jaar: 2024, maand: 2 en dag: 29."
    )
    assert waarde("A", "ingangsdatum", regel(zin)) == date(2024, 2, 29).toordinal()


@pytest.mark.constructie("X-02", stap="rekent")
def test_het_eerstgenoemde_onderwerp() -> None:
    zin = (
        "De schuld van een partner van een partner moet gesteld worden op "
        "het tegoed van de laatstgenoemde partner."
    )
    invoer = {("A", "tegoed"): 3, ("B", "tegoed"): 8}
    # The schuld of B is that of the partner of A, so it is the tegoed of A.
    assert waarde("B", "schuld", regel(zin), invoer=invoer) == 3


@pytest.mark.constructie("R-246", stap="rekent")
def test_een_waarde_bij_haar_kale_naam() -> None:
    zin = (
        "De telling van een Aanvrager moet gesteld worden op 1\n"
        "indien het tegoed van zijn partner aan alle volgende voorwaarden voldoet:\n"
        "    • het tegoed is groter dan 2 €\n    • het tegoed is kleiner dan 9 €."
    )
    assert waarde("A", "telling", regel(zin), invoer={("B", "tegoed"): 8}) == 1
    assert waarde("A", "telling", regel(zin), invoer={("B", "tegoed"): 9}) != 1


@pytest.mark.constructie("R-161", "R-160", stap="rekent")
def test_tijdsduur_in_uren_tussen_hele_dagen() -> None:
    extra = (
        "Extensie van objecttype de Aanvrager\n"
        "    de wachttijd\tNumeriek (geheel getal) met eenheid u;\n"
    )
    zin = (
        "De wachttijd van een Aanvrager moet berekend worden als de tijdsduur van "
        "zijn geboortedatum tot zijn ingangsdatum in hele uren."
    )
    dagen = {
        ("A", "geboortedatum"): date(2025, 1, 1).toordinal(),
        ("A", "ingangsdatum"): date(2025, 1, 3).toordinal(),
    }
    assert waarde("A", "wachttijd", extra, regel(zin), invoer=dagen) == 48


# ------------------------------------------------------------------ the drawing


def test_de_tekening_kent_elke_soort_regel() -> None:
    teksten = [
        regel("Een Aanvraag heeft een beschikking met bedrag gelijk aan 5 €.", "maak"),
        regel(
            "Een kostendeler van een Aanvrager is een bewoner van het woonadres van de Aanvrager.",
            "feit",
        ),
        regel(
            "De einddatum van een Aanvraag moet later zijn dan de indieningsdatum van de Aanvraag.",
            "keur",
        ),
        regel("De dossiernummers van alle Aanvragen moeten uniek zijn.", "uniek"),
        regel(
            "Het budget van een Gemeente wordt verdeeld over de uren van alle zaken van de "
            "Gemeente, waarbij wordt verdeeld in gelijke delen.",
            "verdeel",
        ),
        regel(
            "Het startpunt van een loonperiode voor een Aanvrager wordt bepaald door "
            "zijn ingangsdatum.",
            "start",
        ),
        regel(
            "De telling van een Aanvrager moet gesteld worden op 1 "
            "indien regelversie keur inconsistent is.",
            "vraag",
        ),
    ]
    graaf = link(taal.goed(*teksten)).value
    soorten = {k.label: k.soort for k in graaf.knopen}
    assert soorten["besluit"] is Knoopsoort.ROL
    assert soorten["kostendeling"] is Knoopsoort.ROL
    assert soorten["werkdag"] is Knoopsoort.DAGSOORT
    assert soorten["loonperiode"] is Knoopsoort.TIJDLIJN
    pijlen = {(p.van, p.soort, p.naar) for p in graaf.pijlen}
    assert ("regel-maak", Pijlsoort.STELT, "rol-besluit") in pijlen
    assert ("regel-verdeel", Pijlsoort.STELT, "attribuut-aanvraag-uren") in pijlen
    assert ("regel-keur", Pijlsoort.LEEST, "regel-vraag") in pijlen
    for knoop in graaf.knopen:
        assert knoop.uitleg
