"""Sharing out. [4.7]"""

from __future__ import annotations

import pytest

from tests.model import hulp
from tests.model.taal import BASIS, fout, regel, versie
from wetsanalyse.model.gevolgen import Verdeling
from wetsanalyse.model.terms import Lees

KOP = (
    "Het budget van een Gemeente wordt verdeeld over de uren van alle zaken van de Gemeente, "
    "waarbij wordt verdeeld"
)
REST = "\nAls onverdeelde rest blijft de rest van de Gemeente over."


def deel(staart: str) -> Verdeling:
    v = versie(f"{KOP} {staart}")
    assert v.soort == "verdeling"
    assert isinstance(v.gevolg, Verdeling)
    return v.gevolg


@pytest.mark.constructie("R-187", stap="controleert")
def test_in_gelijke_delen() -> None:
    gevolg = deel("in gelijke delen.")
    assert (gevolg.doel, gevolg.gewicht, gevolg.rest) == ("uren", None, None)
    assert gevolg.ontvangers.objecttype == "Aanvraag"


def volledig(richting: str) -> Verdeling:
    return deel(
        f":\n- op volgorde van {richting} de urgentie,\n"
        "- bij een even groot criterium naar rato van de gevraagde uren,\n"
        "- met een maximum van de gevraagde uren,\n"
        "- afgerond op 0 decimalen naar beneden." + REST
    )


@pytest.mark.constructie("R-188", "R-189", "R-190", "R-191", stap="controleert")
def test_namen_zijn_van_de_ontvanger() -> None:
    v = volledig("toenemende")
    assert v.toenemend
    assert not volledig("afnemende").toenemend
    for term in (v.gewicht, v.volgorde, v.maximum):
        assert isinstance(term, Lees)
        assert term.object == v.element


@pytest.mark.constructie("R-192", "R-193", "R-194", stap="controleert")
def test_maximum_afronding_en_rest() -> None:
    v = volledig("afnemende")
    assert isinstance(v.maximum, Lees)
    assert v.maximum.eigenschap == "gevraagde uren"
    assert v.decimalen == 0
    assert v.rest is not None
    assert v.rest[1] == "rest"
    fout(
        "VD-TYPE",
        f"{KOP}:\n- naar rato van de gevraagde uren,\n- met een maximum van ⟦de reden⟧." + REST,
    )


@pytest.mark.constructie("R-197", stap="controleert")
def test_maximum_alleen_naar_rato() -> None:
    fout(
        "VD-MAX-GELIJK",
        f"{KOP}:\n- in gelijke delen,\n- met een maximum van ⟦de gevraagde uren⟧." + REST,
    )


@pytest.mark.constructie("R-197", stap="controleert")
def test_afronden_of_begrenzen_laat_een_rest_over() -> None:
    zin = f"{KOP}:\n- naar rato van de gevraagde uren,\n- afgerond op 0 decimalen naar beneden."

    _, meldingen, _ = hulp.lees(BASIS, regel(zin))
    assert {m.code for m in meldingen if m.is_fout} == {"VD-GEEN-REST"}


@pytest.mark.constructie("R-197", stap="controleert")
def test_ontvangers_zijn_er_meer() -> None:
    fout(
        "VD-ENKELVOUDIG",
        "Het tegoed van een Aanvrager wordt verdeeld over ⟦het tegoed van de partner van de "
        "Aanvrager⟧, waarbij wordt verdeeld in gelijke delen.",
    )


@pytest.mark.constructie("R-197", stap="controleert")
def test_verdelen_gaat_met_getallen_in_een_eenheid() -> None:
    fout(
        "VD-TYPE",
        "⟦De reden van een Aanvraag⟧ wordt verdeeld over de uren van alle Aanvragen, "
        "waarbij wordt verdeeld in gelijke delen.",
    )
    fout("VD-TYPE", f"{KOP} naar rato van ⟦de reden⟧.")
    fout(
        "EH-NIET-OMREKENBAAR",
        "⟦Het geld van een Gemeente wordt verdeeld over de uren van alle zaken van de Gemeente, "
        "waarbij wordt verdeeld in gelijke delen⟧.",
    )
