"""The report is one valid page that needs nothing from elsewhere, and says what was found."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from tests.report.keten import graaf, onderzocht, zorgtoeslag
from wetsanalyse.report.html import rapport

LEEG_ELEMENT = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Lezer(HTMLParser):
    """Walks a page: balance of the elements, ids, links, headings, the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elementen: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.fouten: list[str] = []
        self.tekst: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        namen = [naam for naam, _ in attrs]
        if len(namen) != len(set(namen)):
            self.fouten.append(f"dubbel kenmerk in <{tag}> op {self.getpos()}")
        self.elementen.append((tag, dict(attrs), tuple(self.open)))
        if tag not in LEEG_ELEMENT:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.elementen.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.fouten.append(f"</{tag}> sluit {self.open[-1:]} op {self.getpos()}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.tekst.append(data)

    @property
    def platte_tekst(self) -> str:
        return " ".join("".join(self.tekst).split())

    def van(self, tag: str) -> list[dict[str, str | None]]:
        return [k for t, k, _ in self.elementen if t == tag]


def lees(pagina: str) -> Lezer:
    lezer = Lezer()
    lezer.feed(pagina)
    lezer.close()
    return lezer


@cache
def pagina() -> str:
    return rapport(onderzocht(), zorgtoeslag(), graaf())


@cache
def gelezen() -> Lezer:
    return lees(pagina())


def test_elk_element_wordt_gesloten() -> None:
    assert gelezen().fouten == []
    assert gelezen().open == []
    assert pagina().startswith("<!DOCTYPE html>")


def test_ids_zijn_uniek_en_elke_verwijzing_komt_aan() -> None:
    ids = [k["id"] for _, k, _ in gelezen().elementen if k.get("id")]
    assert sorted({i for i in ids if ids.count(i) > 1 and i}) == []
    doelen = {
        (k.get("href") or "")[1:]
        for _, k, _ in gelezen().elementen
        if (k.get("href") or "").startswith("#")
    }
    assert doelen <= set(ids)
    for kenmerk in ("aria-labelledby", "aria-describedby"):
        for _, k, _ in gelezen().elementen:
            assert set((k.get(kenmerk) or "").split()) <= set(ids)


def test_laadt_niets_van_elders() -> None:
    for tag, kenmerken, _ in gelezen().elementen:
        assert tag not in ("script", "link", "iframe", "img", "object", "embed", "base")
        assert "src" not in kenmerken
        if tag != "a":
            assert not (kenmerken.get("href") or "").startswith(("http", "//"))
        assert not [naam for naam in kenmerken if naam.startswith("on")]
    assert "@import" not in pagina()
    assert not re.search(r"url\(\s*['\"]?(?!#)", pagina())


def test_taal_landmarks_en_overslaan() -> None:
    assert gelezen().van("html") == [{"lang": "nl"}]
    for tag in ("header", "nav", "main", "footer", "h1"):
        assert len(gelezen().van(tag)) == 1, tag
    eerste_link = next(k for t, k, _ in gelezen().elementen if t == "a")
    assert eerste_link["href"] == "#inhoud"


def test_koppen_slaan_geen_niveau_over() -> None:
    niveaus = [int(t[1]) for t, _, _ in gelezen().elementen if re.fullmatch(r"h[1-6]", t)]
    assert niveaus[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(niveaus))


def test_tabellen_hebben_een_bijschrift_en_koppen_met_bereik() -> None:
    tabellen = gelezen().van("table")
    assert len(tabellen) == len(gelezen().van("caption")) > 8
    assert all(k.get("scope") for k in gelezen().van("th"))


def test_wat_kan_schuiven_is_bereikbaar_met_het_toetsenbord() -> None:
    dozen = [k for t, k, _ in gelezen().elementen if k.get("role") == "region"]
    assert dozen
    assert all(k.get("tabindex") == "0" and k.get("aria-label") for k in dozen)
    for tag, _, boven in gelezen().elementen:
        if tag == "table":
            assert "div" in boven


def test_bedragen_en_artikelen_staan_er_precies() -> None:
    tekst = gelezen().platte_tekst
    for zin in (
        "Klif bij vermogen: van € 141.896 naar € 141.897 scheelt € 1.573",
        "het meetellende vermogen van A is € 141.897; dat is € 1 meer dan de vermogensgrens",
        "€ 1.573,42224 per jaar",
        "2.112 − 538,57776 = 1.573,42224",
        "Geen bevinding betekent alleen: geen van deze patronen, in dit model, bij deze garantie.",
        "tekst niet vergeleken",
        "drempel niet door een jurist ondertekend",
        "Zonder bron: 3 verwachte waarden in 1 scenario.",
        "1 van 2 geslaagd",
        "het model geeft € 12 per jaar",
        "€ 39.719 per jaar en € 39.720 per jaar",
        "grens <precies>",
    ):
        assert zin in tekst, zin
    adressen = [k.get("href") for k in gelezen().van("a")]
    assert "https://wetten.overheid.nl/BWBR0018451/2025-01-01#Artikel3" in adressen


def test_alleen_wat_verschilt_is_gemarkeerd() -> None:
    lezer = gelezen()
    anders = [k for k in lezer.van("tr") if k.get("class") == "anders"]
    assert 0 < len(anders) < len(lezer.van("tr")) / 2
    assert lezer.platte_tekst.count("verschilt") >= len(anders)


def test_uitwegen_die_niet_reiken_staan_erbij_met_een_lege_cel() -> None:
    tekst = gelezen().platte_tekst
    assert "Awb 4:84" in tekst
    assert "reikt niet" in tekst
    assert "niet in werking" in tekst
    lege = [k for k in gelezen().van("td") if k.get("class") == "leeg"]
    assert lege
    assert "onbillijkheid" in tekst


def test_dekking_van_regels_waarschuwt() -> None:
    tekst = gelezen().platte_tekst
    assert "nooit toegepast" in tekst
    assert "heeft geen voorwaarde" in tekst


def test_aanvaard_staat_buiten_de_volgorde() -> None:
    voor, _, na = pagina().partition("Aanvaard: zo bedoeld")
    assert "zo gewild (eigenaar: de minister)" not in voor
    assert "zo gewild (eigenaar: de minister)" in na


def test_tekening_en_tabel_ernaast() -> None:
    ids = {k.get("id") for _, k, _ in gelezen().elementen}
    assert {"regel-vermogen-alleenstaand", "graaf-regel-vermogen-alleenstaand"} <= ids


def test_het_eerste_scherm_is_het_antwoord() -> None:
    """What goes wrong, by which article, how much, for whom and what to do: before how it was
    looked for. Whoever asks for a list gets that one instead."""
    html = pagina()
    kort = html[html.index('id="kort"') : html.index('id="rangorde"')]
    assert "Wat er misgaat" in kort
    for woord in ("artikel", "kosten", "wie", "uitweg", "advies"):
        assert f"<dt>{woord}</dt>" in kort
    assert html.index('id="rangorde"') < html.index('id="onderzocht"')
    assert "Wat er misgaat" not in rapport(onderzocht(), zorgtoeslag(), graaf(), top=1)


def test_een_verborgen_drempel_staat_er_met_zijn_huishoudens() -> None:
    """One border, with where it lies for each kind of household."""
    (drempel,) = onderzocht().verborgen_drempels
    (plek,) = drempel.plekken
    ander = replace(plek, huishouden="Aanvrager met kind")
    verder = replace(plek, huishouden="Aanvrager met toeslagpartner", waarde_links=Fraction(50206),
                     waarde_rechts=Fraction(50207))  # fmt: skip
    twee = replace(drempel, plekken=(plek, ander, verder))
    html = rapport(replace(onderzocht(), verborgen_drempels=(twee,)), zorgtoeslag(), graaf())
    rijen = html[html.index('id="verborgen"') : html.index('id="scenarios"')].split("<tr")[2:]
    assert ['rowspan="2"' in rij for rij in rijen] == [True, False]
    assert "Aanvrager met kind" in rijen[0]
    assert "50.206" in rijen[1]


def test_twee_keer_hetzelfde_geeft_hetzelfde() -> None:
    assert rapport(onderzocht(), zorgtoeslag(), graaf()) == pagina()


@pytest.mark.parametrize("met_graaf", [True, False])
def test_zonder_bevindingen(met_graaf: bool) -> None:
    leeg = replace(
        onderzocht(), bevindingen=(), verborgen_drempels=(), scenarios=(), regeldekking=(),
        niet_gemeten=(), open_punten=(), verlopen=(), regelingen=(),
    )  # fmt: skip
    lezer = lees(rapport(leeg, zorgtoeslag(), graaf() if met_graaf else None))
    assert lezer.fouten == []
    assert "geen bevindingen" in lezer.platte_tekst
    assert "Geen bevinding betekent alleen" in lezer.platte_tekst
