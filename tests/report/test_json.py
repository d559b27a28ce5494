"""The JSON forms: their shape, exact numbers, a witness that can be run again, the document."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from tests.report.keten import (
    WORTEL,
    aanvrager,
    getuige,
    onderzocht,
    uitslag,
    voorbeeld,
    zorgtoeslag,
)
from tests.report.test_uitleg import klein, mens
from wetsanalyse.model.casus import Casus, tabel_van
from wetsanalyse.model.casus_json import lees_json
from wetsanalyse.report.casusjson import casus_json
from wetsanalyse.report.jsonvorm import reken_json
from wetsanalyse.report.meldingvorm import meldingen_json
from wetsanalyse.report.onderzoekjson import onderzoek_json, toets_json
from wetsanalyse.syntax import ontleed
from wetsanalyse.text import Source
from wetsanalyse.text.diagnostic import fout
from wetsanalyse.text.lezen import lees

BEVINDING = [
    "id", "patroon", "titel", "as", "gevolg", "eenheid", "maat", "drempel", "getuigen",
    "herkomst", "regels", "blaamset", "blaam_volledig", "dekking", "dekking_sterkte",
    "dekking_sterkte_nu",
    "klasse", "klasse_reden", "garantie", "verdisconteerd", "aannamen", "aanvaard",
    "bewezen_onder", "ernst", "omvang", "aannemelijk", "kleinst", "gedekt",
    "dekkingsbewijs",
]  # fmt: skip
ONDERZOEK = [
    "versie", "rekendatum", "regelingen", "bevindingen", "verborgen_drempels", "dekking",
    "scenario's", "niet_gemeten", "open_punten", "burgers", "sweeps",
    "diepte", "seed", "afgebroken",
]  # fmt: skip
UITKOMST = ("A", "zorgtoeslag per jaar")


def gerekend(casus: Casus, *gevraagd: tuple[str, str]) -> dict[str, Any]:
    return reken_json(zorgtoeslag(), uitslag(zorgtoeslag(), casus), gevraagd or None)


def test_reken() -> None:
    data = gerekend(aanvrager(30000), UITKOMST)
    kop = ["versie", "rekendatum", "uitkomsten", "open", "aannamen"]
    kop += ["overschreven", "controles", "fouten"]
    assert list(data) == kop
    assert data["versie"] == 1
    assert data["rekendatum"] == "2025-01-01"
    assert data["uitkomsten"] == {
        "A": {"zorgtoeslag per jaar": {"waarde": "1355", "eenheid": "€/jr"}}
    }
    assert data["open"] == data["fouten"] == []
    assert {"regel", "aanname"} == set(data["aannamen"][0])


def test_reken_laat_zien_wat_open_is() -> None:
    data = gerekend(aanvrager(30000, None), UITKOMST)
    assert data["open"] == [{"soort": "invoer", "naam": "vermogen", "object": "A"}]
    klein_ = reken_json(klein(), uitslag(klein(), mens()), [("A", "steun")])
    assert klein_["open"] == [{"soort": "open norm", "naam": "schrijnend geval", "object": "A"}]
    assert klein_["uitkomsten"]["A"]["steun"]["waarde"] == {
        "onbeslist": [{"open norm": "schrijnend geval", "object": "A"}]
    }
    mogelijk = klein_["uitkomsten"]["A"]["steun"]["mogelijk"]
    assert [m["oordelen"][0]["oordeel"] for m in mogelijk] == [True, False]
    assert mogelijk[0]["waarde"] != mogelijk[1]["waarde"]


def test_reken_met_een_fout() -> None:
    gegeven = mens(inkomen=100, aantal_kinderen=0)
    data = reken_json(klein(), uitslag(klein(), gegeven), [("A", "deel")])
    (gevonden,) = data["fouten"]
    assert gevonden["code"] == "DELEN-DOOR-NUL"
    assert gevonden["regel"] == "deel"


def test_een_getal_dat_niet_eindigt_is_een_breuk() -> None:
    gegeven = mens(inkomen=100, aantal_kinderen=3)
    data = reken_json(klein(), uitslag(klein(), gegeven), [("A", "deel")])
    assert data["uitkomsten"]["A"]["deel"] == {"waarde": "100/3", "eenheid": "€/jr"}


# ------------------------------------------------------------------ the examination


def test_onderzoek_heeft_precies_deze_velden() -> None:
    data = onderzoek_json(onderzocht(), zorgtoeslag().model)
    assert list(data) == ONDERZOEK
    assert [list(b) for b in data["bevindingen"]] == [BEVINDING] * 2
    (eerste, tweede) = data["bevindingen"]
    (wie,) = eerste["getuigen"]
    assert list(wie) == ["burger", "buur", "uitkomsten", "omschrijving", "bewijs", "verlies"]
    assert wie["uitkomsten"]["zorgtoeslag per jaar van A"] == {
        "burger": "0", "buur": "1573", "eenheid": "€/jr",
    }  # fmt: skip
    assert eerste["blaamset"] == [
        ["jci1.3:c:BWBR0018451&artikel=3&lid=1&z=2025-01-01&g=2025-01-01"]
    ]
    assert eerste["garantie"] == {"as": "exact", "burgers": "gezocht"}
    assert (eerste["aanvaard"], tweede["klasse"]) == (None, "G")
    assert data["scenario's"]["totaal"] == 2
    assert data["scenario's"]["mislukt"][0]["naam"] == "misgelopen"
    assert data["dekking"][1] == {
        "regel": "vermogen met toeslagpartner", "geraakt": 0, "overgeslagen": 5,
    }  # fmt: skip
    assert json.loads(json.dumps(data)) == data


def test_toets_en_meldingen() -> None:
    data = toets_json(onderzocht().scenarios, onderzocht().regeldekking)
    assert (data["totaal"], data["geslaagd"]) == (2, 1)
    assert (data["verwachtingen"], data["zonder_bron"]) == (5, 3)
    bron = Source("a.regels", "een\ntwee drie")
    melding = fout("NM-ONBEKEND", bron.span(8, 12), "“drie” is onbekend", hulp=("zoek het op",))
    (vorm,) = meldingen_json([melding])
    assert vorm["plaats"] == {"bestand": "a.regels", "regel": 2, "kolom": 5, "kolom_utf16": 5}
    assert (vorm["code"], vorm["ernst"]) == ("NM-ONBEKEND", "fout")


def test_een_melding_telt_ook_zoals_een_editor() -> None:
    bron = Source("a.regels", "😀 drie")
    (vorm,) = meldingen_json([fout("NM-ONBEKEND", bron.span(2, 6), "“drie” is onbekend")])
    assert (vorm["plaats"]["kolom"], vorm["plaats"]["kolom_utf16"]) == (3, 4)


# ------------------------------------------------------------------ a case file


def opnieuw_gelezen(casus: Casus) -> Casus:
    model = zorgtoeslag().model
    lexicon = ontleed(lees([WORTEL / "rules" / "zorgtoeslag"]).value).value.lexicon
    tekst = json.dumps(casus_json(casus, model), ensure_ascii=False)
    gelezen = lees_json(Source("casus.json", tekst), tabel_van(model, lexicon))
    assert gelezen.value is not None, gelezen.diagnostics
    return gelezen.value


@pytest.mark.parametrize(
    "casus",
    [
        aanvrager(28000, 141897),
        aanvrager(None, None),
        aanvrager(30000, 5, partner=True),
        replace(aanvrager(1), parameters={"afbouwpercentage": Fraction("0.137")}),
        replace(aanvrager(1), oordelen={("onbillijkheid van overwegende aard", "A"): True}),
    ],
    ids=["alleen", "niets", "partner", "parameter", "oordeel"],
)
def test_een_getuige_kan_bewaard_en_weer_gelezen_worden(casus: Casus) -> None:
    terug = opnieuw_gelezen(casus)
    assert terug.rekendatum == casus.rekendatum
    assert set(terug.huishouden.objecten) == set(casus.huishouden.objecten)
    assert terug.huishouden.feiten == casus.huishouden.feiten
    assert dict(terug.invoer) == dict(casus.invoer)
    assert dict(terug.parameters) == dict(casus.parameters)
    assert dict(terug.oordelen) == dict(casus.oordelen)


def test_de_getuige_geeft_opnieuw_dezelfde_uitkomst() -> None:
    terug = uitslag(zorgtoeslag(), opnieuw_gelezen(getuige().buur))
    assert terug.waarde(*UITKOMST) == 1573


# ------------------------------------------------------------------ the document


def voorbeelden() -> dict[str, Any]:
    """The JSON blocks of docs/json.md by the name in the comment above them."""
    tekst = (WORTEL / "docs" / "json.md").read_text(encoding="utf-8")
    blokken = re.findall(r"<!-- voorbeeld: (\S+) -->\n+```json\n(.*?)```", tekst, flags=re.DOTALL)
    return {naam: json.loads(blok) for naam, blok in blokken}


def test_het_document_laat_zien_wat_er_uit_komt() -> None:
    gevonden = voorbeelden()
    assert gevonden["casus"] == casus_json(aanvrager(30000, 5, partner=True), zorgtoeslag().model)
    assert gevonden["reken"] == gerekend(aanvrager(30000), UITKOMST)
    assert gevonden["onderzoek"] == onderzoek_json(voorbeeld(), zorgtoeslag().model)
    assert gevonden["toets"] == toets_json(voorbeeld().scenarios, voorbeeld().regeldekking)


def test_het_document_noemt_elk_veld() -> None:
    tekst = (WORTEL / "docs" / "json.md").read_text(encoding="utf-8")
    zonder_code = re.sub(r"```.*?```", "", tekst, flags=re.DOTALL)
    genoemd = set(re.findall(r"`([^`]+)`", zonder_code))
    assert {*ONDERZOEK, *BEVINDING} <= genoemd
