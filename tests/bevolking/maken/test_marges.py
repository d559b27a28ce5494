"""The file with figures: what ships is whole, and every fault in another is told at once."""

from __future__ import annotations

from fractions import Fraction
from importlib import resources

import pytest

from wetsanalyse.bevolking.maken.indeling import ASSEN
from wetsanalyse.bevolking.maken.marges import Gebruik, Marges
from wetsanalyse.bevolking.maken.marges_lezen import lees_marges
from wetsanalyse.bevolking.maken.streven import streef
from wetsanalyse.text import Source

TEKST = (resources.files("wetsanalyse.bevolking.maken") / "marges.yaml").read_text("utf-8")


def _codes(oud: str, nieuw: str) -> list[str]:
    assert oud in TEKST
    gelezen = lees_marges(Source("marges.yaml", TEKST.replace(oud, nieuw, 1)))
    if gelezen.fouten:
        assert gelezen.value is None
        assert all(f.span is not None for f in gelezen.fouten)
    return [f.code for f in gelezen.fouten]


def test_wat_wij_meegeven_is_goed(marges: Marges) -> None:
    assert {m.meet for m in marges.marges} == set(ASSEN)
    for marge in marges.marges:
        assert marge.herkomst.bron
        assert marge.herkomst.jaar
        assert marge.herkomst.adres.startswith("https://")
    assert marges.weggelaten
    assert marges.aannamen


def test_ontvangers_van_regelingen_zijn_geen_streven(marges: Marges) -> None:
    # The recipients are the only real test, so no margin to fit on may tell with from without.
    ingepast = [m for m in marges.marges if m.gebruik is Gebruik.INPASSEN]
    assert not [m.id for m in ingepast if "toeslag" in m.id or "toeslag" in m.titel]
    woning = marges.marge("woning en inkomensgroep").waarden
    assert woning["groep 1", "huur"] == 1000 * (Fraction("347.6") + Fraction("351.5"))
    assert {c.regeling for c in marges.regelingen} == {
        "zorgtoeslag", "huurtoeslag", "kindgebonden budget",
    }  # fmt: skip


def test_soorten_samen_zijn_alle_huishoudens(marges: Marges) -> None:
    # 8.374.404 private households on 1 January 2024: CBS, table 37975.
    for id_ in ("soort", "grootte"):
        assert sum(marges.marge(id_).waarden.values()) == 8_374_404 == marges.totaal


@pytest.mark.parametrize(
    "id_", ["bron en inkomensgroep", "woning en inkomensgroep", "soort en inkomensgroep"]
)
def test_een_ander_jaar_wordt_omgerekend(marges: Marges, id_: str) -> None:
    streven = streef(marges, marges.marge(id_))
    assert sum(streven.values()) == pytest.approx(8_374_404, rel=1e-4)
    eerste = sum(v for s, v in streven.items() if s[0] == "groep 1")
    assert eerste == pytest.approx(837_440.4, rel=1e-4)


def test_de_verhouding_binnen_een_groep_blijft(marges: Marges) -> None:
    streven = streef(marges, marges.marge("bron en inkomensgroep"))
    verhouding = streven["groep 1", "bijstand"] / streven["groep 1", "werknemer"]
    assert verhouding == pytest.approx(161.2 / 264.3)


def test_soort_en_groep_houdt_de_soorten_van_2024(marges: Marges) -> None:
    streven = streef(marges, marges.marge("soort en inkomensgroep"))
    alleen = sum(v for s, v in streven.items() if s[1] == "alleenstaand")
    assert alleen == pytest.approx(3_340_560, rel=1e-4)


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("    bron: CBS, tabel 37975\n", "", "MS-ONTBREEKT"),
        ("    jaar: 1-1-2024\n", "", "MS-ONTBREEKT"),
        ("merk: officieel", "merk: zeker", "MS-ONBEKEND"),
        ("gebruik: inpassen", "gebruik: passen", "MS-ONBEKEND"),
        ("meet: grootte", "meet: lengte", "MS-ONBEKEND"),
        ("      alleenstaand: 3340560\n", "      alleenstaande: 3340560\n", "MS-ONBEKEND"),
        ("      alleenstaand: 3340560\n", "", "MS-ONTBREEKT"),
        ("alleenstaand: 3340560", "alleenstaand: veel", "MS-GETAL"),
        ("alleenstaand: 3340560", "alleenstaand: -1", "MS-GETAL"),
        ("https://www.cbs.nl/nl-nl/cijfers/detail/37975", "cbs.nl", "MS-VORM"),
        ("totaal: 8374404", "totaal: 0", "MS-GETAL"),
        ("gewicht van extra leden: [1000, 60, 12]", "gewicht van extra leden: [1]", "MS-GETAL"),
        ("maat: ontvangers", "maat: mensen", "MS-ONBEKEND"),
        ("niet gebruikt: 0.12", "niet gebruikt: 12", "MS-GETAL"),
        ("  grootte:\n", "  maat van het huis:\n", "MS-ONTBREEKT"),
        ("groep: groep 1,", "groep: groep 0,", "MS-ONBEKEND"),
        # of incomes from 10.000 to 20.000 the median cannot be 21.000, nor the mean 19.000
        # with a median of 15.600: then the upper half would have to be above 20.000
        ("10.000 tot 20.000: 15.6", "10.000 tot 20.000: 21", "MS-GETAL"),
        ("10.000 tot 20.000: 15.4", "10.000 tot 20.000: 19", "MS-GETAL"),
        # 60 % of tenants have at most 5.000, so the median cannot be 6.000
        ("{huur: 2600, koop: 36300}", "{huur: 6000, koop: 36300}", "MS-GETAL"),
    ],
)
def test_een_fout_wordt_gemeld(oud: str, nieuw: str, code: str) -> None:
    assert code in _codes(oud, nieuw)


def test_alle_fouten_tegelijk() -> None:
    tekst = TEKST.replace("alleenstaand: 3340560", "alleenstaand: veel", 1)
    tekst = tekst.replace("meet: grootte", "meet: lengte", 1)
    codes = {f.code for f in lees_marges(Source("marges.yaml", tekst)).fouten}
    assert {"MS-GETAL", "MS-ONBEKEND"} <= codes


@pytest.mark.parametrize("tekst", ["", "[", "marges: {}", "- 1"])
def test_wat_geen_marges_zijn(tekst: str) -> None:
    gelezen = lees_marges(Source("marges.yaml", tekst))
    assert gelezen.value is None
    assert gelezen.fouten
