"""Duties and the effects of clauses in the graph of a real model."""

from __future__ import annotations

from tests.model.hulp import BASIS, goed, regel
from wetsanalyse.graph import Knoopsoort, Pijlsoort, RuleGraph
from wetsanalyse.graph.bouw import link

BOETE = regel("De schuld van een Aanvrager moet gesteld worden op de drempel.", "boete")
PLICHT = """\
Verplichting melden
    bron artikel 1 Wst
    verschoonbaar nee
    geldig altijd
        Een Aanvrager moet "het inkomen doorgeven" binnen 4 wk na de ingangsdatum van de Aanvrager
        indien hij verzekerd is, anders geldt Regel boete.
"""
CLAUSULE = """\
Hardheidsclausule uitweg
    bron artikel 9 Wst
    reikwijdte:
    - Regel boete
    geldig altijd
        Het college kan ten aanzien van een Aanvrager afwijken van de reikwijdte
        indien er sprake is van open norm bijzonder hard.
        In dat geval moet de schuld van de Aanvrager gesteld worden op zijn tegoed.
"""


def graaf(tekst: str) -> RuleGraph:
    return link(goed(tekst)).value


def _pijlen(g: RuleGraph, id_: str) -> set[tuple[str, str, Pijlsoort]]:
    return {(p.van, p.naar, p.soort) for p in g.pijlen if id_ in (p.van, p.naar)}


def test_een_verplichting_met_wat_zij_leest_en_wat_volgt() -> None:
    g = graaf(BOETE + PLICHT)
    knoop = g.knoop("verplichting-melden")
    assert (knoop.soort, knoop.regeling, knoop.artikel) == (Knoopsoort.VERPLICHTING, "Wst", "1")
    assert knoop.uitleg == (
        "Een Aanvrager moet dit doen: “het inkomen doorgeven”. "
        "Te laat zijn kan niet verschoond worden."
    )
    assert _pijlen(g, knoop.id) == {
        ("invoer-aanvrager-ingangsdatum", knoop.id, Pijlsoort.LEEST),
        ("invoer-aanvrager-verzekerd", knoop.id, Pijlsoort.LEEST),
        (knoop.id, "regel-boete", Pijlsoort.LEEST),
    }


def test_een_regel_die_dan_niet_geldt_volgt_niet() -> None:
    eerder = BOETE.replace("geldig altijd", "geldig t/m 2023")
    g = graaf(eerder + PLICHT.replace("geldig altijd", "geldig vanaf 2024"))
    assert (("verplichting-melden", "regel-boete")) not in {(p.van, p.naar) for p in g.pijlen}


def test_een_clausule_stelt_wat_haar_gevolg_zet() -> None:
    g = graaf(BOETE + CLAUSULE)
    assert _pijlen(g, "clausule-uitweg") == {
        ("open-norm-bijzonder-hard", "clausule-uitweg", Pijlsoort.MACHTIGT),
        ("invoer-aanvrager-tegoed", "clausule-uitweg", Pijlsoort.LEEST),
        ("clausule-uitweg", "attribuut-aanvrager-schuld", Pijlsoort.STELT),
        ("clausule-uitweg", "regel-boete", Pijlsoort.WIJKT_AF_VAN),
    }


def test_middelen_staan_als_uitkomst_in_de_graaf() -> None:
    assert "middelen" not in BASIS
    tekst = "Uitkomst van een Kind\n    voordeel de bijdrage van het Kind\n"
    g = graaf(tekst + "    middelen het spaargeld van het Kind\n")
    (pijl,) = _pijlen(g, "uitkomst-middelen-kind-spaargeld")
    assert pijl[0] == "invoer-kind-spaargeld"
