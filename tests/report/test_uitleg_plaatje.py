"""An explanation as a picture: what is in it, and that it can be read without colour or sight."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from tests.report.keten import aanvrager, uitslag, zorgtoeslag
from tests.report.test_uitleg_tijd import gezin, tijd, waarom
from wetsanalyse.graph.jas import JasKlasse
from wetsanalyse.report.uitleg import Uitleg, leg_uit
from wetsanalyse.report.uitlegplaatje import SMAL, dot, svg

SVG = "{http://www.w3.org/2000/svg}"


def zorg() -> Uitleg:
    plan = zorgtoeslag()
    return leg_uit(plan, uitslag(plan, aanvrager(30000)), "A", "zorgtoeslag per maand")


def woorden(bron: str) -> str:
    """The words of a picture, one after the other."""
    wortel = ET.fromstring(bron)
    delen = [t.text or "" for t in wortel.iter(f"{SVG}text")]
    zichtbaar = " ".join(delen).replace("\u00a0", " ").replace("\u2060", "")
    return " ".join(zichtbaar.split())


def test_de_waarde_staat_boven_en_waar_zij_op_rust_eronder() -> None:
    tekening = ET.fromstring(svg(zorg()))
    hoogte = {
        groep.get("id"): min(float(t.get("y", "0")) for t in groep.iter(f"{SVG}text"))
        for groep in tekening.iter(f"{SVG}g")
        if groep.get("class") == "node"
    }
    assert min(hoogte, key=lambda naam: hoogte[naam]) == "uitleg-w1"


def test_regel_artikel_som_en_waarde_staan_erin() -> None:
    tekst = woorden(svg(zorg()))
    assert "€ 756,95576 per jaar" in tekst
    assert "artikel 2, lid 3, Wzt" in tekst
    assert "538,57776 + 218,378 = 756,95576" in tekst


def test_elke_knoop_noemt_zijn_klasse() -> None:
    tekst = dot(zorg())
    knopen = re.findall(r"^\t([a-z]\d+) \[label=<(.*?)>(?= fillcolor| tooltip| id|$| \w+=)", tekst,
                        re.MULTILINE)  # fmt: skip
    assert len(knopen) > 10
    klassen = {klasse.value for klasse in JasKlasse}
    for _, label in knopen:
        gevonden = re.search(r'POINT-SIZE="8">([^<:]+)', label)
        assert gevonden is not None
        assert gevonden[1] in klassen


def test_een_waarde_die_twee_keer_gebruikt_wordt_is_een_knoop() -> None:
    tekst = dot(zorg())
    assert tekst.count("het drempelinkomen<BR/><B>") == 1
    (knoop,) = re.findall(r"(w\d+) \[label=<[^\n]*het drempelinkomen<BR/><B>", tekst)
    assert len(re.findall(rf"\t{knoop} -> ", tekst)) == 2


def test_titel_en_beschrijving_voor_wie_niet_ziet() -> None:
    wortel = ET.fromstring(svg(zorg()))
    titel, beschrijving = wortel.find(f"{SVG}title"), wortel.find(f"{SVG}desc")
    assert titel is not None
    assert beschrijving is not None
    assert titel.text == "Waarom: De zorgtoeslag per maand van A is € 112 per maand."
    assert "De normpremie van A is € 756,95576 per jaar." in (beschrijving.text or "")
    assert "Regel “normpremie alleenstaand” bepaalt de normpremie van A." in (
        beschrijving.text or ""
    )


def test_het_past_op_een_bladzijde() -> None:
    gevonden = re.search(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ', svg(zorg()))
    assert gevonden is not None
    assert float(gevonden[1]) <= SMAL


def test_perioden_en_wie_hetzelfde_heeft() -> None:
    assert "van 10-1-2025 tot 1-2-2025 de toelage van A € 250 per maand" in woorden(
        svg(waarom("toelage", tijd()))
    )
    namen = [f"K{n}" for n in range(1, 6)]
    tekst = woorden(svg(waarom("kinderbijslag", gezin(dict.fromkeys(namen, 5)))))
    assert "het bedrag van K1 ook voor K2, K3, K4 en K5 € 100 per maand" in tekst


def test_een_fout_en_een_lege_waarde_zijn_in_woorden_te_zien() -> None:
    fout = woorden(svg(waarom("afdracht", gezin({"K1": 15}, huur=600))))
    assert fout.count("kan niet uitgerekend worden") == 2
    leeg = woorden(svg(waarom("partnerbedrag")))
    assert "het partnerbedrag van A geen waarde" in leeg


@pytest.mark.parametrize("naam", ["toelage", "kinderbijslag"])
def test_twee_keer_tekenen_geeft_hetzelfde(naam: str) -> None:
    casus = gezin({"K1": 5, "K2": 13}, ingeschreven=True)
    assert dot(waarom(naam, casus)) == dot(waarom(naam, casus))


def test_tekens_van_de_tekenaar_in_een_naam_zijn_gewoon_tekst() -> None:
    casus = gezin({"K<1>&\\N": 5, "K2": 13})
    tekst = woorden(svg(waarom("kinderbijslag", casus)))
    assert "K<1>&\\N" in tekst
