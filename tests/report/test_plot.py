"""A curve is an accessible, deterministic SVG that shows the jump where it is."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as ET

from tests.report.keten import verloop
from wetsanalyse.report.plot import beschrijving, eerste_dagen, sprong_bij, stukrijen, verloop_svg

SVG = "{http://www.w3.org/2000/svg}"


def test_de_sprong_staat_erbij_met_beide_bedragen() -> None:
    tekening = verloop_svg(verloop(), "Zorgtoeslag bij vermogen")
    assert "bij € 141.896: € 1.573 per jaar" in tekening
    assert "bij € 141.897: € 0 per jaar" in tekening
    assert "<text" in tekening  # text as text, so that it can be searched and read out


def test_de_tekening_heeft_een_naam_en_een_beschrijving() -> None:
    wortel = ET.fromstring(verloop_svg(verloop(), "Zorgtoeslag & vermogen", id_="f1"))
    assert wortel.get("role") == "img"
    assert wortel.get("aria-labelledby") == "f1-titel f1-beschrijving"
    titel, beschreven = wortel.find(f"{SVG}title"), wortel.find(f"{SVG}desc")
    assert titel is not None
    assert titel.text == "Zorgtoeslag & vermogen"
    assert beschreven is not None
    assert "Bij € 141.896 is de uitkomst € 1.573 per jaar" in (beschreven.text or "")


def test_twee_keer_tekenen_geeft_hetzelfde() -> None:
    een, twee = (verloop_svg(verloop(), "x") for _ in range(2))
    assert een == twee
    assert "dc:date" not in een
    assert not re.search(r"20\d\d-\d\d-\d\d", een)


def test_ids_van_twee_figuren_botsen_niet() -> None:
    alle = [
        re.findall(r' id="([^"]+)"', verloop_svg(verloop(), "x", id_=naam)) for naam in ("a", "b")
    ]
    for ids in alle:
        assert len(ids) == len(set(ids))
    assert not set(alle[0]) & set(alle[1])
    bron = verloop_svg(verloop(), "x", id_="a")
    verwezen = set(re.findall(r"url\(#([^)]+)\)", bron)) | set(re.findall(r'href="#([^"]+)"', bron))
    assert verwezen <= set(alle[0])


def test_een_kleine_sprong_krijgt_een_label_op_twee_regels() -> None:
    tekening = verloop_svg(verloop("toetsingsinkomen", 150_000), "x")
    assert "€ 24 per jaar" in tekening
    assert "bij € 39.720 per jaar: € 0 per jaar" in tekening


def test_ja_en_nee_kunnen_ook() -> None:
    gang = verloop(eigenschap="recht op zorgtoeslag")
    assert ">nee<" in verloop_svg(gang, "x")
    assert [r.begin for r in stukrijen(gang)] == ["ja", "nee"]


def test_de_tabel_zegt_wat_de_tekening_zegt() -> None:
    eerste, tweede = stukrijen(verloop())
    assert (eerste.van, eerste.tot, eerste.eind) == ("€ 0", "€ 141.896", "€ 1.573 per jaar")
    assert (tweede.van, tweede.begin, tweede.garantie) == ("€ 141.897", "€ 0 per jaar", "exact")


def test_een_bepaalde_sprong_aanwijzen() -> None:
    gang = verloop()
    links, rechts = (gang.grenzen[0].links, gang.grenzen[0].rechts)
    assert sprong_bij(gang, links * gang.as_.eenheid, rechts * gang.as_.eenheid) == gang.grenzen[0]
    assert sprong_bij(gang, gang.as_.eenheid, 2 * gang.as_.eenheid) is None
    assert "Het verloop heeft 2 stukken." in beschrijving(gang)


def test_datums_langs_de_as_zijn_eerste_dagen_van_een_maand() -> None:
    dagen = eerste_dagen(date(2025, 3, 1).toordinal(), date(2025, 12, 31).toordinal())
    assert [str(date.fromordinal(d)) for d in dagen][:2] == ["2025-05-01", "2025-07-01"]
    eeuw = eerste_dagen(date(1925, 3, 1).toordinal(), date(2025, 12, 31).toordinal())
    assert 2 <= len(eeuw) <= 8
    assert eerste_dagen(date(2025, 3, 2).toordinal(), date(2025, 3, 9).toordinal()) == []
