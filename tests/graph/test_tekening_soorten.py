"""The drawing knows every kind of rule."""

from __future__ import annotations

from tests.model import taal
from tests.model.taal import regel
from wetsanalyse.graph import Knoopsoort, Pijlsoort
from wetsanalyse.graph.bouw import link


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
