"""Commands over two folders of rules at once, and a report for one body."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.analyses.test_samenloop import GRENS, KOP
from tests.cli.conftest import WORTEL, Roep

ORGANEN = """
Bestuursorgaan de steundienst
    soort uitvoeringsorganisatie
    onder de minister van Steun

Bestuursorgaan de minister van Steun
    soort ministerie

Bestuursorgaan de minister van Toezicht
    soort ministerie
"""
UITVOERING = '    doel "een toeslag die er voor de proef naast staat"\n'


@pytest.fixture
def uitgevoerd(tmp_path: Path) -> Path:
    """The same law, with who carries it out."""
    map_ = tmp_path / "rules" / "steun"
    map_.mkdir(parents=True)
    tekst = KOP.replace(UITVOERING, UITVOERING + "    uitvoering door de steundienst\n")
    (map_ / "wet.regels").write_text(tekst + GRENS + ORGANEN, "utf-8")
    return map_


@pytest.fixture
def steun(tmp_path: Path) -> Path:
    map_ = tmp_path / "rules" / "steun"
    map_.mkdir(parents=True)
    (map_ / "wet.regels").write_text(KOP + GRENS, "utf-8")
    return map_


def test_controleer_en_graaf(roep: Roep, zorgtoeslag: Path, steun: Path) -> None:
    assert roep("controleer", zorgtoeslag, steun).code == 0
    a = roep("graaf", steun, zorgtoeslag, "--json")
    assert a.code == 0
    assert "vermogen alleenstaand" in a.uit
    assert "vermogensgrens van de steun" in a.uit


def test_reken_en_leg_uit(roep: Roep, zorgtoeslag: Path, steun: Path, tmp_path: Path) -> None:
    """One citizen through both laws: 1573 (see the scenarios of the zorgtoeslag) and 2000."""
    geval = tmp_path / "geval.json"
    attributen = {"toetsingsinkomen": "28000", "vermogen": "141896"}
    a = {"naam": "A", "type": "Aanvrager", "attributen": attributen, "kenmerken": ["verzekerd"]}
    geval.write_text(json.dumps({"rekendatum": "2025-01-01", "objecten": [a]}), "utf-8")
    uit = roep("reken", zorgtoeslag, steun, "--invoer", geval, "--json").json["uitkomsten"]["A"]
    assert uit["zorgtoeslag per jaar"]["waarde"] == "1573"
    assert uit["steun per jaar"]["waarde"] == "2000"
    vraag = "de steun per jaar van A"
    leg = roep("leg-uit", zorgtoeslag, steun, "--invoer", geval, "--uitkomst", vraag)
    assert leg.code == 0
    assert "artikel 3, Pws" in leg.uit


def test_een_verschil_stopt_de_opdracht(roep: Roep, zorgtoeslag: Path, steun: Path) -> None:
    wet = steun / "wet.regels"
    wet.write_text(
        wet.read_text("utf-8").replace("met eenheid €;", "met eenheid €/jr;", 1), "utf-8"
    )
    a = roep("onderzoek", zorgtoeslag, steun)
    assert a.code == 1
    assert "MAP-VERSCHIL" in a.fout
    assert "geef een van beide een andere naam" in a.fout
    assert "zorgtoeslag/gegevens.regels" in a.fout
    assert "steun/wet.regels" in a.fout


def test_toets_samen(roep: Roep, zorgtoeslag: Path, steun: Path) -> None:
    """The citizens of each folder, in the joint model; without the option each on its own."""
    scenario = """\
Scenario steun bij weinig vermogen
    bron "eigen lezing van artikel 3 Pws"
    rekendatum 1-1-2025
    gegeven
        - een Aanvrager A met vermogen gelijk aan 1 €
        - A is verzekerd
    dan
        - de steun per jaar van A is gelijk aan 2000 €/jr
        - de zorgtoeslag per jaar van A is groter dan 0 €/jr
"""
    (steun / "a.scenario").write_text(scenario, "utf-8")
    assert roep("toets", zorgtoeslag, steun).code == 1  # the second law alone has no zorgtoeslag
    samen = roep("toets", zorgtoeslag, steun, "--samen")
    assert samen.code == 0
    alleen = roep("toets", zorgtoeslag, "--json").json["verwachtingen"]
    beide = roep("toets", zorgtoeslag, steun, "--samen", "--json").json["verwachtingen"]
    assert beide == alleen + 2


@pytest.mark.parametrize("voor", ["steundienst", "de minister van Steun"])
def test_een_rapport_voor_een_orgaan(
    roep: Roep, zorgtoeslag: Path, uitgevoerd: Path, voor: str
) -> None:
    """The body itself and the ministry above it see what rests on its regulation, and no more."""
    a = roep("onderzoek", zorgtoeslag, uitgevoerd, "--voor", voor, "--json")
    assert a.code == 0
    gevonden = a.json["bevindingen"]
    assert any("pws-3" in b["id"] for b in gevonden)
    # Where both laws fall away at once it is theirs too; where only the zorgtoeslag does, not.
    assert all("steun" in b["regels"] for b in gevonden)
    assert not any("179429 €" in b["titel"] for b in gevonden)
    (punt,) = [p for p in a.json["open_punten"] if "van een ander orgaan" in p]
    assert "weggelaten: 0 " not in punt, "the Dienst Toeslagen carries the zorgtoeslag out"


def test_zonder_wie_het_uitvoert(roep: Roep, zorgtoeslag: Path, steun: Path) -> None:
    """A regulation of which nobody wrote down who carries it out is nobody's."""
    a = roep("onderzoek", zorgtoeslag, steun, "--voor", "de Dienst Toeslagen", "--json")
    assert a.code == 0
    assert any("wzt-3" in b["id"] for b in a.json["bevindingen"])
    (punt,) = [p for p in a.json["open_punten"] if "zonder regel “uitvoering door" in p]
    assert punt.startswith("weggelaten: ")


def test_een_orgaan_zonder_bevindingen(roep: Roep, uitgevoerd: Path) -> None:
    a = roep("onderzoek", uitgevoerd, "--voor", "minister van Toezicht", "--json")
    assert a.json["bevindingen"] == []
    assert any("weggelaten: " in p and "van een ander orgaan" in p for p in a.json["open_punten"])


def test_een_onbekend_orgaan(roep: Roep, uitgevoerd: Path) -> None:
    a = roep("onderzoek", uitgevoerd, "--voor", "de koning")
    assert a.code == 2
    assert "steundienst" in a.fout


def test_de_top_staat_voorop(roep: Roep, zorgtoeslag: Path, steun: Path, tmp_path: Path) -> None:
    """The joint cliff first: one bottleneck, though several patterns saw it. It is worst for who
    has a partner with 37.533: one euro then passes 179.429 together (3.010 of zorgtoeslag, see
    scenarios/zorgtoeslag) and 141.896 alone (2.000 of steun)."""
    pagina = tmp_path / "r.html"
    a = roep("onderzoek", zorgtoeslag, steun, "--top", "2", "--rapport", pagina)
    assert a.code == 0
    top, _, rest = a.uit.partition("Onderzoek op ")
    assert top.startswith("2 knelpunten")
    assert top.count("   kosten: ") == 2
    eerste = top.partition("\n2. ")[0]
    assert "kosten: € 5.010" in eerste
    assert "artikel 3, lid 1, Wzt" in eerste
    assert "artikel 3, Pws" in eerste
    assert "bevindingen" in rest
    html = pagina.read_text("utf-8")
    assert html.index('id="knelpunten"') < html.index('id="kort"')
    assert (
        "knelpunten" not in roep("onderzoek", zorgtoeslag, "--top", "1").uit.partition("Onder")[2]
    )


def test_de_top_als_json(roep: Roep, zorgtoeslag: Path, steun: Path) -> None:
    """The same joint cliff, 5.010, with the names of the findings that it is made of; only when it
    was asked for."""
    vraag = ("onderzoek", zorgtoeslag, steun, "--diepte", "snel", "--json")
    document = roep(*vraag, "--top", "1").json
    (knelpunt,) = document["knelpunten"]
    ids = {b["id"]: b for b in document["bevindingen"]}
    assert set(knelpunt["bevindingen"]) <= set(ids)
    eerste = ids[knelpunt["bevindingen"][0]]
    assert knelpunt["kosten"] == max((g["verlies"] for g in eerste["getuigen"]), key=int)
    assert knelpunt["klasse"] == eerste["klasse"]
    assert knelpunt["sterkte"] == eerste["dekking_sterkte"]
    assert knelpunt["artikelen"]
    assert "knelpunten" not in roep(*vraag).json


def test_de_twee_wetten_over_bijstand_gaan_samen(roep: Roep) -> None:
    """They share articles, but nothing under one name that says something else."""
    paar = [WORTEL / "rules" / f"bijstand-{naam}" for naam in ("giften", "kostendelersnorm")]
    a = roep("controleer", *paar)
    assert a.code == 0, a.fout


def test_zonder_top_geen_lijst(roep: Roep, steun: Path, tmp_path: Path) -> None:
    pagina = tmp_path / "r.html"
    a = roep("onderzoek", steun, "--rapport", pagina)
    assert a.uit.startswith("Onderzoek op ")
    assert "knelpunten" not in pagina.read_text("utf-8")
    assert roep("onderzoek", steun, "--top", "0").code == 2


def test_een_bevolking(roep: Roep, steun: Path, tmp_path: Path) -> None:
    """Whose numbers are used stands in the report; a faulty table stops the command."""
    tabel = tmp_path / "bevolking.csv"
    tabel.write_text("synthetisch gewicht;het vermogen van A\n1500;0\n25;141897\n", "utf-8")
    a = roep("onderzoek", steun, "--bevolking", tabel, "--json")
    assert a.code == 0
    (punt,) = [p for p in a.json["open_punten"] if p.startswith("bevolking uit")]
    assert "1.525 huishoudens, synthetische gewichten" in punt
    tabel.write_text("gewicht;het vermogen van A\n-1;0\n1;veel\n", "utf-8")
    a = roep("onderzoek", steun, "--bevolking", tabel)
    assert a.code == 1
    assert "bevolking.csv:2:1" in a.fout
    assert "bevolking.csv:3:3" in a.fout
    a = roep("onderzoek", steun, "--bevolking", tmp_path / "weg.csv")
    assert a.code == 1
    assert "BST-ONBEKEND" in a.fout
