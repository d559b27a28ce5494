"""``wetsanalyse leg-uit`` with its options: on a day, in the words of the law, as a picture."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import WORTEL, Roep
from tests.report.test_uitleg_tijd import WET

UITKOMST = "de toelage van A"


@pytest.fixture
def wet(tmp_path: Path) -> tuple[Path, Path]:
    """A rule folder with values over time, and a case."""
    regels = tmp_path / "wet"
    regels.mkdir()
    (regels / "wht.regels").write_text(WET, "utf-8")
    loon = [
        {"van": "2025-01-01", "tot": "2025-02-01", "waarde": "150"},
        {"van": "2025-02-01", "tot": None, "waarde": "160"},
    ]
    ingeschreven = {"naam": "ingeschreven", "van": "2025-01-10", "tot": "2025-03-01"}
    data = {
        "rekendatum": "2025-06-01",
        "objecten": [
            {
                "naam": "A",
                "type": "Bewoner",
                "attributen": {"loon": loon, "bruto inkomen van vorig jaar": "30000"},
                "kenmerken": [ingeschreven],
            }
        ],
    }
    invoer = tmp_path / "a.json"
    invoer.write_text(json.dumps(data), "utf-8")
    return regels, invoer


def test_op_een_dag(roep: Roep, wet: tuple[Path, Path]) -> None:
    regels, invoer = wet
    a = roep("leg-uit", regels, "--invoer", invoer, "--uitkomst", UITKOMST, "--op", "31-1-2025")
    assert a.code == 0
    assert a.uit.startswith("De toelage van A is € 250 per maand.")
    heel = roep("leg-uit", regels, "--invoer", invoer, "--uitkomst", UITKOMST)
    assert "Van 1-2-2025 tot 1-3-2025: de toelage van A is € 260 per maand." in heel.uit


def test_op_iets_dat_geen_dag_is(roep: Roep, wet: tuple[Path, Path]) -> None:
    regels, invoer = wet
    a = roep("leg-uit", regels, "--invoer", invoer, "--uitkomst", UITKOMST, "--op", "morgen")
    assert a.code == 2
    assert "is geen datum" in a.fout


def test_een_cel_kan_gevraagd_worden(roep: Roep, wet: tuple[Path, Path]) -> None:
    regels, invoer = wet
    vraag = "het bruto inkomen van vorig jaar van A"
    a = roep("leg-uit", regels, "--invoer", invoer, "--uitkomst", vraag)
    assert a.uit.startswith("Het bruto inkomen van vorig jaar van A is € 30.000 per jaar.")


def test_juridisch(roep: Roep, zorgtoeslag: Path, geval: Callable[..., Path]) -> None:
    vraag = ("--invoer", geval(), "--uitkomst", "de zorgtoeslag per jaar van A")
    a = roep("leg-uit", zorgtoeslag, *vraag, "--juridisch")
    assert a.code == 0
    assert "zijn meetellende vermogen [€ 141.897] is kleiner of gelijk aan" in a.uit
    # Text of a rule is not folded, and its brackets are no markup.
    assert "de vermogensgrens zonder toeslagpartner [€ 141.896] [dat is niet zo]." in a.uit


def test_als_plaatje(
    roep: Roep, zorgtoeslag: Path, geval: Callable[..., Path], tmp_path: Path
) -> None:
    vraag = ("--invoer", geval(), "--uitkomst", "de zorgtoeslag per jaar van A")
    doel = tmp_path / "waarom.svg"
    a = roep("leg-uit", zorgtoeslag, *vraag, "--svg", doel)
    assert a.code == 0
    svg = doel.read_text("utf-8")
    assert svg.startswith("<svg")
    assert "Waarom: De zorgtoeslag per jaar van A is € 0 per jaar." in svg


def test_reken_met_perioden_en_cellen(roep: Roep, wet: tuple[Path, Path]) -> None:
    regels, invoer = wet
    a = roep("reken", regels, "--invoer", invoer, "--json")
    uitkomsten = a.json["uitkomsten"]["A"]
    assert uitkomsten["toelage"] == {
        "waarde": [
            {"van": "2025-01-10", "tot": "2025-02-01", "waarde": "250"},
            {"van": "2025-02-01", "tot": "2025-03-01", "waarde": "260"},
        ],
        "eenheid": "€/mnd",
    }
    assert uitkomsten["verschil"]["waarde"] == "30000"
    assert "bruto inkomen van vorig jaar" not in uitkomsten


def test_uitleg_van_wat_een_regel_maakte(roep: Roep, tmp_path: Path) -> None:
    """Also by the role that it stands in; and if nobody stands there, that is said."""
    burger = tmp_path / "burger.json"
    burger.write_text(
        '{"rekendatum": "2025-06-01", "objecten": [{"naam": "V", "type": "Aanvraag", '
        '"kenmerken": ["volledig"]}, {"naam": "W", "type": "Aanvraag"}]}',
        encoding="utf-8",
    )
    regels = WORTEL / "rules" / "voorbeeld-alles"
    vraag = "de dagtekening van de beschikking van {}"
    gelukt = roep(
        "leg-uit",
        regels,
        "--invoer",
        burger,
        "--uitkomst",
        vraag.format("V"),
    )
    assert gelukt.code == 0
    assert "De dagtekening van de beschikking van V is 1-6-2025." in gelukt.uit
    niet = roep("leg-uit", regels, "--invoer", burger, "--uitkomst", vraag.format("W"))
    assert niet.code == 0
    assert "De beschikking van W is niet gemaakt." in niet.uit
    assert "W is niet volledig" in niet.uit
    # Nobody stands there, and no rule could put somebody there.
    leeg = "de leeftijd van de aanvrager van V"
    mislukt = roep("leg-uit", regels, "--invoer", burger, "--uitkomst", leeg)
    assert mislukt.code != 0
    assert "VR-NIEMAND" in mislukt.uit + mislukt.fout
