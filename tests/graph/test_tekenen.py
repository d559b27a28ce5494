"""The picture: the DOT text, the SVG for a page, and what happens where nothing can draw."""

from __future__ import annotations

import builtins
import shutil
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from tests.graph import kleine_graaf as k
from wetsanalyse.graph import (
    JasKlasse,
    Knoop,
    Knoopsoort,
    Pijlsoort,
    RuleGraph,
    TekenFout,
    dot,
    graphml,
    svg,
)
from wetsanalyse.graph.jas import TEKSTKLEUR
from wetsanalyse.graph.tekenen import LIJNEN, VORMEN

SVG = "{http://www.w3.org/2000/svg}"


def _contrast(een: str, ander: str) -> float:
    def licht(kleur: str) -> float:
        delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in delen)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    hoog, laag = sorted((licht(een), licht(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


@pytest.fixture(scope="module")
def wortel() -> ET.Element:
    return ET.fromstring(svg(k.KLEIN))


@pytest.mark.parametrize("klasse", JasKlasse)
def test_tekst_is_leesbaar_op_elke_kleur(klasse: JasKlasse) -> None:
    assert _contrast(TEKSTKLEUR, klasse.kleur) >= 4.5


@pytest.mark.parametrize("soort", Pijlsoort)
def test_pijl_is_zichtbaar_op_wit(soort: Pijlsoort) -> None:
    assert _contrast(LIJNEN[soort].get("color", "#4a4a4a"), "#ffffff") >= 4.5


def test_kleur_is_nooit_het_enige_teken() -> None:
    assert set(VORMEN) == set(Knoopsoort)
    assert set(LIJNEN) == set(Pijlsoort)
    assert len({tuple(sorted(vorm.items())) for vorm in VORMEN.values()}) == len(VORMEN)
    assert len({(lijn["style"], lijn["arrowhead"]) for lijn in LIJNEN.values()}) == len(LIJNEN)


def test_dot_is_elke_keer_gelijk_en_toont_klasse_en_artikel() -> None:
    tekst = dot(k.KLEIN)
    assert tekst == dot(RuleGraph.van(reversed(k.KNOPEN), reversed(k.PIJLEN)))
    assert "cluster_wzt-2-eerste-lid" in tekst
    assert 'label="artikel 2, eerste lid"' in tekst
    assert "afleidingsregel" in tekst
    assert 'href="#regel-normpremie"' in tekst


def test_svg_past_in_een_pagina(wortel: ET.Element) -> None:
    tekst = svg(k.KLEIN)
    assert tekst.startswith("<svg ")
    assert "<!DOCTYPE" not in tekst
    assert "<?xml" not in tekst
    assert "width" not in wortel.attrib
    assert "height" not in wortel.attrib
    assert wortel.get("viewBox")
    assert "max-width:" in wortel.get("style", "")


def test_svg_heeft_een_naam_en_een_beschrijving(wortel: ET.Element) -> None:
    # Not `img`: links inside an image cannot be reached with a screen reader.
    assert wortel.get("role") == "graphics-document"
    assert wortel.get("aria-label") == "De regels en hun samenhang"
    assert wortel[0].tag == f"{SVG}title"
    assert wortel[1].tag == f"{SVG}desc"
    assert wortel[1].get("id") == wortel.get("aria-describedby")
    assert "3 × regel" in (wortel[1].text or "")


def test_svg_zonder_knopen_is_een_plaatje() -> None:
    assert ET.fromstring(svg(RuleGraph.van([], []))).get("role") == "img"


def test_elke_knoop_is_een_link_met_een_naam(wortel: ET.Element) -> None:
    links = {a.get("href"): a for a in wortel.iter(f"{SVG}a")}
    assert set(links) == {f"#{knoop.id}" for knoop in k.KNOPEN}
    naam = links["#regel-recht-bij-vermogen-verzekering"].get("aria-label")
    assert naam == "regel recht bij vermogen & <verzekering> (artikel 3, Wzt)"


def test_ids_zijn_uniek_ook_met_een_tweede_tekening() -> None:
    ids = [
        e.get("id")
        for voorvoegsel in ("graaf", "tweede")
        for e in ET.fromstring(svg(k.KLEIN, voorvoegsel=voorvoegsel)).iter()
        if e.get("id")
    ]
    assert len(ids) == len(set(ids))
    assert f"graaf-{k.R_NORM.id}" in ids


def test_vreemde_tekens_in_namen() -> None:
    naam = 'schade "x" \\N <b>&amp; €1 “ü” ' + "lang" * 30
    graaf = RuleGraph.van([Knoop("regel-1", Knoopsoort.REGEL, naam, "W\\G", 'a"1')], [])
    (link,) = ET.fromstring(svg(graaf)).iter(f"{SVG}a")
    assert link.get("aria-label") == f'regel {naam} (artikel a"1, W\\G)'


def test_graphml_is_weer_in_te_lezen() -> None:
    terug = nx.parse_graphml(graphml(k.KLEIN))
    assert set(terug.nodes) == {knoop.id for knoop in k.KNOPEN}
    assert terug.nodes[k.R_NORM.id]["artikel"] == "2, tweede lid"
    assert terug.edges[k.HARDHEID.id, k.R_RECHT.id]["soort"] == "wijkt_af_van"


def test_zonder_tekenprogramma_zegt_hij_wat_te_doen(monkeypatch: pytest.MonkeyPatch) -> None:
    gewoon = builtins.__import__

    def zonder(naam: str, *args: Any, **kwargs: Any) -> Any:
        if naam == "pygraphviz":
            raise ImportError(naam)
        return gewoon(naam, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", zonder)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(TekenFout, match="Installeer"):
        svg(k.KLEIN)


def test_kapot_tekenprogramma_valt_terug_op_de_bibliotheek(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "dot")
    monkeypatch.setenv("PATH", "")
    assert svg(k.KLEIN).startswith("<svg ")
