"""Dates and moments: precision, units of time, kinds of days. [3.9, A-3, A-4]"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.model.taal import fout, goed, regel, versie
from wetsanalyse.model.terms import Bewerking, Constante, Dagsoorttoets
from wetsanalyse.model.types import Eenheid, Soort


def datum(tekst: str, doel: str = "De ingangsdatum") -> Bewerking:
    waarde = versie(f"{doel} van een Aanvrager moet gesteld worden op {tekst}.").waarde
    assert isinstance(waarde, Bewerking)
    return waarde


@pytest.mark.constructie("R-164", "R-165", stap="controleert")
@pytest.mark.parametrize(
    ("tekst", "par"),
    [
        ("plus 14 dg", ("dg", 1, 1)),
        ("min 2 wk", ("dg", 7, -1)),
        ("plus 6 mnd", ("mnd", 1, 1)),
        ("plus 1 kw", ("mnd", 3, 1)),
        ("min 3 jr", ("mnd", 12, -1)),
    ],
)
def test_hele_dagen_en_maanden_blijven_een_datum(tekst: str, par: tuple[object, ...]) -> None:
    term = datum(f"zijn geboortedatum {tekst}")
    assert (term.op, term.par, term.type.soort) == ("DATUM_PLUS", par, Soort.DATUM)


@pytest.mark.constructie("R-164", stap="controleert")
@pytest.mark.parametrize(
    ("eenheid", "deel"), [("u", 24), ("minuut", 1440), ("s", 86_400), ("ms", 86_400_000)]
)
def test_kleiner_dan_een_dag_geeft_een_moment(eenheid: str, deel: int) -> None:
    term = datum(f"zijn geboortedatum plus 3 {eenheid}", "Het tijdstip")
    assert (term.par, term.type.soort) == (("dg", Fraction(1, deel), 1), Soort.DATUMTIJD)
    fout(
        "GS-TYPE",
        "De ingangsdatum van een Aanvrager moet gesteld worden op "
        f"⟦zijn geboortedatum plus 3 {eenheid}⟧.",
    )


@pytest.mark.constructie("R-164", stap="controleert")
def test_een_bedrag_is_geen_tijd() -> None:
    fout(
        "DA-EENHEID",
        "De ingangsdatum van een Aanvrager moet gesteld worden op zijn geboortedatum plus ⟦3 €⟧.",
    )
    fout(
        "EX-SOORT",
        "De ingangsdatum van een Aanvrager moet gesteld worden op ⟦zijn geboortedatum maal 3⟧.",
    )


@pytest.mark.constructie("R-166", stap="controleert")
def test_plus_een_aantal_dagen_van_een_soort() -> None:
    term = datum("zijn geboortedatum plus 5 werkdagen")
    assert (term.op, term.par) == ("DATUM_PLUS_DAGSOORT", ("werkdag", 1))
    assert datum("zijn geboortedatum min 1 werkdag").par == ("werkdag", -1)


@pytest.mark.constructie("R-016", stap="controleert")
def test_een_moment_telt_in_dagen() -> None:
    waarde = versie(
        "Het tijdstip van een Aanvrager moet gesteld worden op dd. 1-3-2025 12:00:00.000."
    )
    assert isinstance(waarde.waarde, Constante)
    assert waarde.waarde.waarde == date(2025, 3, 1).toordinal() + Fraction(1, 2)


@pytest.mark.constructie("R-045", "R-224", "R-146", stap="controleert")
def test_datums_en_momenten_gaan_niet_samen() -> None:
    fout(
        "DA-PRECISIE",
        "De telling van een Aanvrager moet gesteld worden op 1 indien ⟦zijn tijdstip later is dan "
        "zijn geboortedatum⟧.",
    )
    fout(
        "DA-PRECISIE",
        "De ingangsdatum van een Aanvrager moet gesteld worden op "
        "de eerste van zijn geboortedatum en ⟦zijn tijdstip⟧.",
    )
    fout(
        "DA-PRECISIE",
        "De leeftijd van een Aanvrager moet gesteld worden op "
        "⟦de tijdsduur van zijn geboortedatum tot zijn tijdstip in hele jaren⟧.",
    )


@pytest.mark.constructie("R-160", "R-161", "R-163", stap="controleert")
def test_tijdsduur_in_elke_eenheid() -> None:
    for woord, eenheid in (("uren", "u"), ("dagen", "dg"), ("maanden", "mnd"), ("jaren", "jr")):
        model = goed(
            f"Objecttype de Meting\n    de duur\tNumeriek (geheel getal) met eenheid {eenheid};\n",
            regel(
                "De duur van een Meting moet gesteld worden op de absolute tijdsduur van "
                f"dd. 1-1-2024 tot de Rekendatum in hele {woord}."
            ),
        )
        term = model.regels["proef"].versies[0].waarde
        assert isinstance(term, Bewerking)
        assert term.type.eenheid == Eenheid(((eenheid, 1),))
        assert term.par[2] is True


@pytest.mark.constructie("X-04", "X-05", "X-06", "X-07", stap="controleert")
@pytest.mark.parametrize("deel", ["uur", "minuut", "seconde", "milliseconde"])
def test_een_uur_zit_alleen_in_een_moment(deel: str) -> None:
    term = datum(f"de {deel} uit (zijn tijdstip)".replace("de uur", "het uur"), "De telling")
    assert (term.op, term.par) == ("DATUMDEEL", deel)
    lidwoord = "het" if deel == "uur" else "de"
    fout(
        "DA-PRECISIE",
        "De telling van een Aanvrager moet gesteld worden op "
        f"{lidwoord} {deel} uit (⟦zijn geboortedatum⟧).",
    )


@pytest.mark.constructie("R-158", "X-08", "X-09", "X-10", stap="controleert")
def test_datums_uit_getallen() -> None:
    assert datum("de datum met jaar: 2025, maand: 2 en dag: 3").op == "DATUM_MET"
    assert datum("de datum met jaar, maand en dag(2025, 2, 3)").op == "DATUM_MET"
    assert datum("de eerste paasdag van 2025").op == "PAASDAG"
    moment = datum(
        "de datumtijd met jaar: 2025, maand: 2, dag: 3, uur: 4, minuut: 5, seconde: 6 en "
        "milliseconde: 7",
        "Het tijdstip",
    )
    assert (len(moment.args), moment.type.soort) == (7, Soort.DATUMTIJD)
    fout(
        "EX-SOORT",
        "De ingangsdatum van een Aanvrager moet gesteld worden op "
        "de datum met jaar: ⟦zijn nummer⟧, maand: 2 en dag: 3.",
    )


@pytest.mark.constructie("R-233", stap="controleert")
def test_een_datum_is_een_dagsoort_of_niet() -> None:
    zin = "De telling van een Aanvrager moet gesteld worden op 1 indien zijn ingangsdatum {} is."
    gewoon = versie(zin.format("een werkdag")).voorwaarde
    assert isinstance(gewoon, Dagsoorttoets)
    assert gewoon.dagsoort == "werkdag"
    ontkend = versie(zin.format("geen werkdag")).voorwaarde
    assert isinstance(ontkend, Bewerking)
    assert ontkend.op == "NIET"
    fout("PR-NAAM", zin.format("een ⟦student⟧"))
    fout(
        "PR-SOORT",
        "De telling van een Aanvrager moet gesteld worden op 1 indien ⟦zijn nummer⟧ "
        "een werkdag is.",
    )
