"""Zorgtoeslag 2025: the klif of the asset limit is found, the harmless end point is not.

Sources: limits 141,896 and 179,429 from art. 3 Wzt in the text of 2025; amounts worked out by
hand in scenarios/zorgtoeslag/2025.scenario from art. 2 Wzt: 2112 - 1.896 % of 28406 = 1573.42 and
2 * 2112 - 4.273 % of 28406 = 3010.21.
"""

from __future__ import annotations

import re
import shutil
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest

from tests.analyses.voorbeeld import DAG, WORTEL, een, onderzocht, route, van, wet, zoek_uit
from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Onderzoek
from wetsanalyse.analyses.onderzoek import onderzoek

WET = "zorgtoeslag"
KLIFFEN = {
    # id without the pattern: last euro with, first euro without, the whole year's amount
    "wzt-3-1-vermogen-alleenstaand": (141896, 141897, 1573),
    "wzt-3-1-vermogen-met-toeslagpartner": (179429, 179430, 3010),
}


@pytest.mark.parametrize("naam", KLIFFEN)
@pytest.mark.parametrize("patroon", ["P01", "P03"])
def test_klif_bij_de_vermogensgrens(patroon: str, naam: str) -> None:
    buur, burger, verlies = KLIFFEN[naam]
    b = een(onderzocht(WET), f"{patroon}-{naam}")
    assert b.as_ == "vermogen"
    assert b.maat == verlies
    getuige = b.getuigen[0]
    assert getuige.waarde_buur == buur
    assert getuige.waarde_burger == burger
    assert getuige.verlies == verlies
    netto = next(u for u in getuige.uitkomsten if u.naam == "de netto positie")
    assert (netto.buur, netto.burger) == (verlies, 0)
    assert getuige.verloop is not None
    assert getuige.verloop.garantie == "exact"


@pytest.mark.parametrize("naam", KLIFFEN)
def test_het_paar_verschilt_alleen_in_het_vermogen(naam: str) -> None:
    getuige = een(onderzocht(WET), f"P01-{naam}").getuigen[0]
    burger, buur = getuige.burger, getuige.buur
    assert burger.huishouden == buur.huishouden
    anders = {k for k in burger.invoer if burger.invoer[k] != buur.invoer.get(k)}
    assert anders == {(getuige.as_object, "vermogen")}
    assert burger.invoer.keys() == buur.invoer.keys()


@pytest.mark.parametrize("naam", KLIFFEN)
def test_het_artikel_en_de_regel_die_scheiden(naam: str) -> None:
    b = een(onderzocht(WET), f"P01-{naam}")
    assert [str(p) for p in b.herkomst] == ["artikel 3, lid 1, Wzt"]
    regel = "vermogen alleenstaand" if "alleenstaand" in naam else "vermogen met toeslagpartner"
    assert [blaam.regels for blaam in b.blaamset] == [(regel,)]
    assert b.blaam_volledig


@pytest.mark.parametrize("naam", KLIFFEN)
def test_geen_uitweg_van_sterkte_drie(naam: str) -> None:
    """hardheid.md 6.2: individual and on application 3, by regulation only -1, so 2; for groups
    4 - 2 - 1 = 1; the old text has lapsed on 7 July 2020; an act and a bound power: 1."""
    b = een(onderzocht(WET), f"P01-{naam}")
    assert max(r.sterkte for r in b.dekking.rijen if r.dekt == "dekt") == 2
    assert b.dekking.sterkte == 2
    eerste = route(b, "artikel 47, eerste lid, Awir")
    assert (eerste.dekt, eerste.sterkte) == ("dekt", Fraction(2))
    tweede = route(b, "artikel 47, tweede lid, Awir")
    assert (tweede.dekt, tweede.sterkte) == ("dekt", Fraction(1))
    assert route(b, "artikel 47 Awir, oude tekst").dekt == "niet in werking"
    assert {b.id for b in van(onderzocht(WET), "P14")} >= {f"P14-{naam}"}


def test_voor_juli_2020_bereikt_de_clausule_de_vermogensgrens_niet() -> None:
    """H2: art. 47 as it stood reaches Awir 7, not Wzt 3. The limits of 2025 with the clauses of
    2020: the text of the clause is moved in a copy."""
    set_ = chain.laad([WORTEL / "rules" / WET]).value
    teksten = [
        b.tekst.replace("geldig t/m 6-7-2020", "geldig t/m 31-12-2026").replace(
            "geldig vanaf 7-7-2020", "geldig vanaf 1-1-2027"
        )
        for b in set_.bronnen
    ]
    b = een(zoek_uit(*teksten), "P01-wzt-3-1-vermogen-alleenstaand")
    assert route(b, "artikel 47 Awir, oude tekst").dekt == "reikt niet"
    assert b.dekking.sterkte == 1


def test_het_onschuldige_eindpunt_is_geen_bevinding() -> None:
    """H17: under EUR 24 nothing is granted (art. 14 lid 5 Awir): a drop of 24, 23 net."""
    gevonden = onderzocht(WET)
    assert {b.as_ for b in gevonden.bevindingen} == {"vermogen"}
    assert all("artikel 14" not in str(p) for b in gevonden.bevindingen for p in b.herkomst)


def test_wat_er_wel_en_niet_gevonden_wordt() -> None:
    gevonden = onderzocht(WET)
    verwacht = {f"{p}-{naam}" for p in ("P01", "P03", "P14", "P15") for naam in KLIFFEN}
    assert {b.id for b in gevonden.bevindingen} == verwacht
    assert all(s.geslaagd for s in gevonden.scenarios)


def met_ondergrens(map_: Path, bedrag: int) -> Onderzoek:
    """The law with another floor, in a folder of its own."""
    kopie = map_ / WET
    shutil.copytree(WORTEL / "rules" / WET, kopie)
    bestand = kopie / "parameters-2025.regels"
    nieuw, keren = re.subn(
        r"(het kleinste bedrag dat wordt toegekend is) 24 €/jr",
        rf"\1 {bedrag} €/jr",
        bestand.read_text("utf-8"),
    )
    assert keren == 1
    bestand.write_text(nieuw, "utf-8")
    set_ = chain.laad([kopie])
    assert set_.ok, set_.fouten
    return onderzoek(set_.value.model, wet(WET)[1], DAG)


def test_een_ondergrens_van_600_wordt_gevonden(tmp_path: Path) -> None:
    """zaken.md H17: the same step, now of 600, must be flagged."""
    gevonden = met_ondergrens(tmp_path, 600)
    klif = next(b for b in van(gevonden, "P01") if b.as_ == "toetsingsinkomen")
    assert [str(p) for p in klif.herkomst] == ["artikel 14, lid 5, Awir"]
    assert klif.maat == 600
    assert [blaam.regels for blaam in klif.blaamset] == [("toekenning (versie 2)",)]
    for g in klif.getuigen:
        inkomens = [v for (_, a), v in g.buur.invoer.items() if a == "toetsingsinkomen"]
        assert sum(inkomens) == _laatste_met(600, len(inkomens))
        assert g.waarde_burger == g.waarde_buur + 1


def test_een_ondergrens_van_24_niet(tmp_path: Path) -> None:
    assert met_ondergrens(tmp_path, 24).bevindingen == onderzocht(WET).bevindingen


def _laatste_met(ondergrens: int, personen: int) -> int:
    """The last whole income with at least so much: art. 2 Wzt and art. 14 lid 4 Awir, tried out
    euro by euro."""
    premie, percentage = {1: (2112, "0.01896"), 2: (4224, "0.04273")}[personen]
    vast = premie - Fraction(percentage) * 28406
    return max(
        x
        for x in range(28406, 60000)
        if floor(vast - Fraction("0.137") * (x - 28406) + Fraction(1, 2)) >= ondergrens
    )


def test_verborgen_eindpunten_staan_in_de_lijst_en_in_geen_parameter() -> None:
    """Art. 2 Wzt: 1573.42224 - 13.7 % of 11313 = 23.54, rounded 24; of 11314 = 23.40, rounded 23.
    With a partner: 3010.21162 - 13.7 % of 21800 = 23.61; of 21801 = 23.47."""
    gevonden = {
        (p.huishouden, p.wie, int(p.waarde_links), int(p.waarde_rechts))
        for d in onderzocht(WET).verborgen_drempels
        for p in d.plekken
        if d.soort == "hier eindigt de uitkomst"
    }
    assert ("Aanvrager", "Aanvrager", 39719, 39720) in gevonden
    assert ("Aanvrager met toeslagpartner", "Aanvrager", 50206, 50207) in gevonden
    for bestand in (WORTEL / "rules" / WET).glob("*.regels"):
        getallen = re.findall(r"\d+", bestand.read_text("utf-8"))
        assert not {"39719", "39720", "50206", "50207"} & set(getallen), bestand


def test_een_genoemde_grens_is_niet_verborgen() -> None:
    """141,896 and 179,429 stand in art. 3: no border at them may be called hidden, nor one at the
    drempelinkomen of 28,406."""
    for d in onderzocht(WET).verborgen_drempels:
        for p in d.plekken:
            assert not {141896, 179429, 28406} & {p.waarde_links, p.waarde_rechts}


def test_een_grens_staat_er_een_keer_met_elk_huishouden_als_bewijs() -> None:
    """The end of the allowance (art. 2 Wzt) is one border, wherever it lies."""
    (einde,) = (
        d
        for d in onderzocht(WET).verborgen_drempels
        if (d.as_, d.soort) == ("toetsingsinkomen", "hier eindigt de uitkomst")
    )
    assert len(einde.plekken) == len({(p.wie, p.huishouden) for p in einde.plekken})
    assert {p.wie for p in einde.plekken} == {"Aanvrager", "toeslagpartner"}
