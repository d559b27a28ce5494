"""Severity: every part by hand, on both sides of where it stops counting. [hardheid 9]

The shipped weights are L 0.30, R 0.15, F 0.30, D 0.10, V 0.15; the norm is EUR 1,345.45 a month
(art. 21 Participatiewet, 1 January 2025), so that L is full at 6 x 1,345.45 = 8,072.70.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

import pytest

from tests.analyses.proefwet import regel, wet_met
from tests.analyses.proefzaken import bundel, zaken_van_een, zaken_van_tekst, zaken_van_wet
from tests.analyses.voorbeeld import DAG, wet
from wetsanalyse.analyses.burgers.bevolking import Bevolking, lees_bevolking
from wetsanalyse.analyses.ernst.beoordeling import Beoordelaar
from wetsanalyse.analyses.ernst.ernstfeiten import ernst_van, feiten_van, verwijt, zwaarste
from wetsanalyse.analyses.ernst.geraakt import Geheugen
from wetsanalyse.analyses.ernst.klifcijfers import klifcijfers
from wetsanalyse.analyses.ernst.omvang import Omvang, TeKlein, met_gewicht, omvang, wortel
from wetsanalyse.analyses.ernst.score import (
    Ernstfeiten,
    Ernstscore,
    Verwijt,
    ernst,
    log10,
    rijen,
    rond,
)
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.maten.weging import lees_weging, standaardweging
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.onderscheid import InHistorie
from wetsanalyse.text import Source

W = standaardweging()
NIETS = Ernstfeiten(
    Fraction(0), None, None, Fraction(12), Verwijt("gewoon", "", bekend=False), Fraction(0)
)
ZES_NORMEN = Fraction("8072.70")
HARD = Fraction(4)
"""The ratio from which a consequence is harsh (hardheid.md 3)."""


def deel(naam: str, **feiten: object) -> Fraction:
    return ernst(replace(NIETS, **feiten), W).deel(naam)  # type: ignore[arg-type]


# ------------------------------------------------------------------ the parts


@pytest.mark.parametrize(
    ("verlies", "verwacht"),
    [
        ("0", Fraction(0)),
        ("1345.45", Fraction(1, 6)),
        ("8072.69", Fraction(807269, 807270)),
        ("8072.70", Fraction(1)),
        ("8072.71", Fraction(1)),
        ("-5", Fraction(0)),
    ],
)
def test_verlies_telt_tot_zes_maanden_norm(verlies: str, verwacht: Fraction) -> None:
    assert deel("verlies", verlies=Fraction(verlies)) == verwacht


@pytest.mark.parametrize(
    ("verlies", "tekort", "verwacht"),
    [
        (1, 2, Fraction(0)),  # less than one time
        (1, 1, Fraction(0)),
        (10, 1, Fraction(1, 3)),
        (100, 1, Fraction(2, 3)),
        (1000, 1, Fraction(1)),
        (1001, 1, Fraction(1)),
    ],
)
def test_verhouding_telt_in_machten_van_tien(verlies: int, tekort: int, verwacht: Fraction) -> None:
    feiten = {"verlies": Fraction(verlies), "tekortkoming": Fraction(tekort)}
    assert deel("verhouding", **feiten) == verwacht


def test_net_onder_duizend_keer_telt_net_niet_helemaal() -> None:
    """log10(999) = 2.999565488226 (table of logarithms: 999 is 1000 less 0.1 %)."""
    gevonden = deel("verhouding", verlies=Fraction(999), tekortkoming=Fraction(1))
    assert gevonden == Fraction("2.999565488226") / 3


def test_geen_bedrag_geen_verhouding() -> None:
    score = ernst(replace(NIETS, verlies=Fraction(500)), W)
    rij = next(o for o in score.onderdelen if o.naam == "verhouding")
    assert rij.waarde == 0
    assert not rij.bekend


@pytest.mark.parametrize(
    ("diepte", "verwacht"),
    [("-0.1", "0"), ("0", "0"), ("0.01", "0.01"), ("0.99", "0.99"), ("1", "1"), ("1.2", "1")],
)
def test_bodem(diepte: str, verwacht: str) -> None:
    score = ernst(replace(NIETS, diepte=Fraction(diepte)), W)
    assert score.deel("bodem") == Fraction(verwacht)
    assert score.onder_bodem == (Fraction(verwacht) > 0)


def test_zonder_bodem_is_de_diepte_onbekend() -> None:
    score = ernst(NIETS, W)
    rij = next(o for o in score.onderdelen if o.naam == "bodem")
    assert rij.waarde == 0
    assert not rij.bekend
    assert not score.onder_bodem


@pytest.mark.parametrize(("maanden", "verwacht"), [(12, "1/3"), (35, "35/36"), (36, 1), (37, 1)])
def test_duur_telt_tot_drie_jaar(maanden: int, verwacht: str | int) -> None:
    assert deel("duur", maanden=Fraction(maanden)) == Fraction(verwacht)


@pytest.mark.parametrize(("soort", "verwacht"), [("geen", 1), ("gewoon", "1/2"), ("opzet", 0)])
def test_verwijt(soort: str, verwacht: str | int) -> None:
    assert deel("verwijt", verwijt=Verwijt(soort, "")) == Fraction(verwacht)


@pytest.mark.parametrize(
    ("sterkte", "over"), [(0, 1), (1, "4/5"), (3, "2/5"), ("4.9", "1/50"), (5, 0), (6, 0)]
)
def test_een_uitweg_neemt_weg(sterkte: str | int, over: str | int) -> None:
    assert ernst(replace(NIETS, sterkte=Fraction(sterkte)), W).uitweg == Fraction(over)


def test_alles_samen_met_de_hand() -> None:
    """12,427 lost for a shortfall of 2,982, a year, caused by the authority, one way out of
    strength 1: L 1, R log10(4.16733…)/3 = 0.619862/3 = 0.206621, F 0.25, D 1/3, V 1, Z 0.8.
    0.30 + 0.030993 + 0.075 + 0.033333 + 0.15 = 0.589326; times 0.8 is 0.471461."""
    score = ernst(
        Ernstfeiten(
            Fraction(12427),
            Fraction(2982),
            Fraction(1, 4),
            Fraction(12),
            Verwijt("geen", "de overheid"),
            Fraction(1),
        ),
        W,
    )
    assert score.waarde == Fraction("0.471")
    assert [r[0] for r in rijen(score)][-2:] == ["uitweg (Z)", "ernst"]
    assert rijen(score)[0] == (
        "verlies (L)",
        "12427 € is 9,236 maanden bijstandsnorm",
        "1",
        "0,3",
        "0,3",
    )


def test_afronden_is_op_de_helft_naar_boven() -> None:
    assert rond(Fraction("0.0005"), 3) == Fraction("0.001")
    assert rond(Fraction("0.00049"), 3) == 0
    assert log10(Fraction(1)) == 0
    assert wortel(Fraction(2)) == Fraction("1.414213")
    assert wortel(Fraction(4, 9)) == Fraction("0.666666")


# ------------------------------------------------------------------ the facts, from a law


def test_de_feiten_van_de_vermogensgrens() -> None:
    """1,573 lost for one euro too much (worked out in test_zorgtoeslag.py)."""
    (zaak,) = bundel(zaken_van_wet("zorgtoeslag"), "P01", "vermogen")
    feiten = feiten_van(zaak.waarneming, zaak.paar, zaak.dekking.sterkte, W)
    assert feiten.verlies == 1573
    assert feiten.tekortkoming == 1
    assert feiten.diepte is None
    assert feiten.maanden == 12
    assert feiten.sterkte == 2
    assert (feiten.verwijt.soort, feiten.verwijt.bekend) == ("gewoon", False)
    verwacht = Fraction(3, 10) * 1573 / ZES_NORMEN + Fraction(15, 100)
    verwacht += Fraction(1, 30) + Fraction(75, 1000)
    assert ernst_van(zaak, W).ongerond == verwacht * Fraction(3, 5)


def test_een_norm_geeft_gevolg_en_tekortkoming() -> None:
    """A fine of 310: both increases make 930, so 620 of consequence; the shortcoming is 15 % of
    310, so 46.50; 620 / 46.5 = 13.33."""
    (zaak, *_) = bundel(zaken_van_wet("wahv"), "P04", "betaaldatum")
    boete = next(w for (_, n), w in zaak.paar.burger.invoer.items() if n == "boete")
    feiten = feiten_van(zaak.waarneming, zaak.paar, zaak.dekking.sterkte, W)
    assert feiten.verlies == 2 * boete
    assert feiten.tekortkoming == boete * 15 / 100
    assert feiten.verlies / feiten.tekortkoming == Fraction(40, 3)


BODEM = """
Regel steun
    bron artikel 1, Pw
    geldig altijd
        De steun van een Burger moet gesteld worden op {hoog} €/jr
        indien zijn spaargeld kleiner of gelijk is aan 5000 €.

Regel kleine steun
    bron artikel 1, Pw
    geldig altijd
        De steun van een Burger moet gesteld worden op {laag} €/jr
        indien zijn spaargeld groter is dan 5000 €.

Regel geen andere steun
    bron artikel 1, Pw
    geldig altijd
        De extra steun van een Burger moet gesteld worden op 0 €/jr.

Regel geen boete
    bron artikel 1, Pw
    geldig altijd
        De boete van een Burger moet gesteld worden op 0 €.
"""


@pytest.mark.parametrize(
    ("hoog", "laag", "diepte"),
    [
        # floor 12,000 a year, means 0: month 1,000. What the step takes below it, per month.
        (12000, 9600, Fraction(1, 5)),  # from 1,000 to 800
        (9600, 7200, Fraction(1, 5)),  # 200 was missing before; 200 more is what the step does
        (18000, 10800, Fraction(1, 10)),  # from 1,500 to 900: only 100 lies below the floor
        (18000, 12000, Fraction(0)),  # exactly at the floor
    ],
)
def test_diepte_is_wat_de_stap_onder_de_bodem_brengt(
    hoog: int, laag: int, diepte: Fraction
) -> None:
    tekst = wet_met(BODEM.format(hoog=hoog, laag=laag))
    tekst = tekst.replace(
        "    de boete\t",
        "    de bodem\tNumeriek (niet-negatief getal) met eenheid €/jr;\n    de boete\t",
    ).replace("    venster 12 mnd", "    bodem de bodem van de Burger\n    venster 12 mnd")
    tekst += "\n\n" + regel(
        "bodem", "De bodem van een Burger moet gesteld worden op 12000 €/jr.", "2"
    )
    (zaak, *_) = bundel(zaken_van_tekst(tekst), "P01", "spaargeld")
    score = ernst_van(zaak, W)
    assert score.deel("bodem") == diepte
    assert score.onder_bodem == (diepte > 0)


def test_verwijt_komt_uit_de_gegevens() -> None:
    """A kenmerk whose name the weights know; intent goes before no blame."""
    (zaak,) = bundel(zaken_van_wet("zorgtoeslag"), "P01", "vermogen")
    w, burger = zaak.waarneming, zaak.paar.burger

    def met(**woorden: tuple[str, ...]) -> str:
        lijst = {"geen": (), "opzet": (), **woorden}
        return verwijt(w, burger, replace(W, woorden=MappingProxyType(lijst))).soort

    assert met() == "gewoon"
    assert met(geen=("Verzekerd",)) == "geen"
    assert met(geen=("verzekerd",), opzet=("verzekerd",)) == "opzet"
    assert met(geen=("vermogen",)) == "gewoon"  # a number is no word


@pytest.mark.parametrize(
    ("soort", "verwacht"),
    [
        ("handeling van de overheid", "geen"),
        ("registratie", "geen"),
        ("handeling van de burger", "gewoon"),
    ],
)
def test_wie_het_veroorzaakt(soort: str, verwacht: str) -> None:
    (zaak,) = bundel(zaken_van_wet("zorgtoeslag"), "P01", "vermogen")
    paar = (zaak.paar.burger, zaak.paar.buur)
    verschil = InHistorie(paar, "besluit", soort, "te laat", ("later", "eerder"))
    w = replace(zaak.waarneming, onderscheid=verschil, hard=Verlies(Fraction(500)))
    assert verwijt(w, zaak.paar.burger, W).soort == verwacht
    assert feiten_van(w, zaak.paar, Fraction(0), W).tekortkoming is None


def test_de_gedocumenteerde_ouder_boven_de_vermogensgrens() -> None:
    """H1 is above H2, and both above nothing; the numbers themselves are not asserted."""
    h1 = zaken_van_een(
        "kinderopvangtoeslag-2014", "gedocumenteerde ouder van 2014", "betaalde eigen bijdrage"
    )
    h2 = zaken_van_wet("zorgtoeslag")
    ergst = [max(zwaarste(b, W).waarde for b in zaken[0]) for zaken in (h1, h2)]
    assert ergst[0] > ergst[1] > 0
    # H17, the end point of the income: nothing to weigh.
    assert not [b for b in h2[0] if b[0].waarneming.onderscheid.naam == "toetsingsinkomen"]


# ------------------------------------------------------------------ how many


def bevolking(*rijen_: str) -> Bevolking:
    set_, scenarios = wet("zorgtoeslag")
    kop = "synthetisch gewicht;het toetsingsinkomen van A;het vermogen van A;A is verzekerd"
    bron = Source("mensen.csv", "\n".join([kop, *rijen_]))
    gelezen = lees_bevolking(bron, set_.model, set_.ontleding.lexicon, scenarios, DAG)
    assert gelezen.ok, gelezen.fouten
    return gelezen.value


def omvang_van(mensen: Bevolking) -> Omvang | TeKlein | None:
    (zaak,) = bundel(zaken_van_wet("zorgtoeslag"), "P01", "vermogen")
    return omvang(zaak, mensen, W, HARD, Geheugen(zaak.plan))


def test_massa_met_de_hand() -> None:
    """At an income of 26,000 the allowance is 1,573. One euro above the limit: 1,573 lost, hit. 393
    above it: 1,573 / 393 = 4.003, hit; 394 above: 3.99, not; at the limit, and not insured: not."""
    gevonden = omvang_van(
        bevolking(
            "100;26000;141897;waar",
            "20;26000;142289;waar",
            "50;26000;142290;waar",
            "70;26000;141896;waar",
            "90;26000;141897;onwaar",
        )
    )
    assert isinstance(gevonden, Omvang)
    assert gevonden.huishoudens == gevonden.personen == 120
    assert gevonden.euro_per_jaar == 120 * 1573
    assert gevonden.synthetisch
    vast = Fraction(3, 10) * 1573 / ZES_NORMEN + Fraction(1, 30) + Fraction(75, 1000)
    een = (vast + Fraction(15, 100)) * Fraction(3, 5)
    twee = (vast + Fraction(15, 100) * log10(Fraction(1573, 393)) / 3) * Fraction(3, 5)
    assert gevonden.massa == 100 * een + 20 * twee
    assert gevonden.massa_bij(W) == gevonden.massa
    # Variance of a draw with chance 1 in w: w (w - 1) for each. So few draws say little.
    marge = Fraction("1.96") * wortel(100 * 99 * een**2 + 20 * 19 * twee**2)
    assert marge > gevonden.massa
    assert gevonden.interval == (Fraction(0), gevonden.massa + marge)


def test_wie_zichzelf_voorstelt_geeft_geen_onzekerheid() -> None:
    gevonden = omvang_van(bevolking(*["1;26000;141897;waar"] * 10))
    assert isinstance(gevonden, Omvang)
    assert gevonden.interval == (gevonden.massa, gevonden.massa)
    half = met_gewicht(gevonden, W.met("verlies", Fraction(0)))
    assert 0 < half.massa != gevonden.massa


def test_minder_dan_tien_wordt_niet_getoond() -> None:
    assert isinstance(omvang_van(bevolking(*["1;26000;141897;waar"] * 9)), TeKlein)
    niemand = omvang_van(bevolking("500;26000;0;waar"))
    assert isinstance(niemand, Omvang)
    assert niemand.massa == niemand.huishoudens == 0


def test_een_geschiedenis_heeft_geen_omvang() -> None:
    (zaak,) = bundel(zaken_van_wet("zorgtoeslag"), "P01", "vermogen")
    paar = (zaak.paar.burger, zaak.paar.buur)
    verschil = InHistorie(paar, "besluit", "registratie", "fout", ("fout", "goed"))
    anders = replace(zaak, waarneming=replace(zaak.waarneming, onderscheid=verschil))
    mensen = bevolking("500;26000;141897;waar")
    assert omvang(anders, mensen, W, HARD, Geheugen(zaak.plan)) is None


def test_klifcijfers_met_de_hand() -> None:
    """A law with 3,000 until an income of 20,000, then nothing. 1,000 more: from 19,500 loses
    3,000 - 1,000; from 20,001 and from 10,000 gains 1,000; from 20,000 loses 2,000."""
    tekst = wet_met(
        regel(
            "steun",
            "De steun van een Burger moet gesteld worden op 3000 €/jr\n"
            "indien zijn inkomen kleiner of gelijk is aan 20000 €/jr.",
        )
    )
    (zaak, *_) = zaken_van_tekst(tekst)[0][0]
    casus = zaak.paar.burger

    def mensen(*inkomens: tuple[int, int]) -> Bevolking:
        rij = [
            (replace(casus, invoer={**casus.invoer, ("A", "inkomen"): Fraction(i)}), Fraction(g))
            for i, g in inkomens
        ]
        return Bevolking(tuple(rij), "test", synthetisch=True)

    band = Drempels(zaak.plan.model).van("P02", "band").waarde
    gevonden = klifcijfers(
        zaak.plan, mensen((10000, 4), (19500, 2), (20000, 1), (20001, 3)), band,
        Geheugen(zaak.plan),
    )  # fmt: skip
    assert gevonden is not None
    assert gevonden.terugval == 3 * 2000
    assert gevonden.aandeel == Fraction(3, 10)


# ------------------------------------------------------------------ the file


def codes(tekst: str) -> Sequence[str]:
    return [m.code for m in lees_weging(Source("eigen.yaml", tekst)).diagnostics]


def eigen(**anders: str) -> str:
    tekst = {
        "eigenaar": "de minister",
        "datum": "2025-01-01",
        "ondertekend": "ja",
        "gewichten": "{verlies: 0.2, verhouding: 0.2, bodem: 0.2, duur: 0.2, verwijt: 0.2}",
        "bijstandsnorm": "{waarde: 1000, bron: ergens}",
        "einden": "{verlies: 6, verhouding: 3, duur: 36, uitweg: 5}",
        "verwijt": "{geen: 1, gewoon: 1/2, opzet: 0}",
        "woorden": "{geen: [], opzet: [expres]}",
        **anders,
    }
    return "\n".join(f"{naam}: {waarde}" for naam, waarde in tekst.items())


def test_een_eigen_weging() -> None:
    gelezen = lees_weging(Source("eigen.yaml", eigen()))
    assert gelezen.ok
    assert gelezen.value is not None
    assert gelezen.value.ondertekend
    assert gelezen.value.gewichten["bodem"] == Fraction(1, 5)
    assert not W.ondertekend


@pytest.mark.parametrize(
    ("veld", "waarde", "code"),
    [
        ("gewichten", "{verlies: 1, verhouding: 1, bodem: 0, duur: 0, verwijt: 0}", "MS-SOM"),
        ("gewichten", "{verlies: 2, verhouding: -1, bodem: 0, duur: 0, verwijt: 0}", "MS-GETAL"),
        ("einden", "{verlies: 0, verhouding: 3, duur: 36, uitweg: 5}", "MS-GETAL"),
        ("verwijt", "{geen: 2, gewoon: 1, opzet: 0}", "MS-GETAL"),
        ("bijstandsnorm", "{waarde: 0, bron: x}", "MS-GETAL"),
        ("bijstandsnorm", "{waarde: 1}", "MS-ONTBREEKT"),
        ("woorden", "{geen: [], misschien: []}", "MS-ONBEKEND"),
        ("ondertekend", "misschien", "MS-ONBEKEND"),
        ("datum", "gisteren", "MS-DATUM"),
        ("eigenaar", "''", "MS-ONTBREEKT"),
    ],
)  # fmt: skip
def test_een_fout_in_de_weging(veld: str, waarde: str, code: str) -> None:
    assert codes(eigen(**{veld: waarde})) == [code]
    assert lees_weging(Source("eigen.yaml", eigen(**{veld: waarde}))).value is None


def test_alle_fouten_tegelijk() -> None:
    assert codes(eigen(datum="gisteren", ondertekend="wie weet", woorden="3")) == [
        "MS-VORM",
        "MS-DATUM",
        "MS-ONBEKEND",
    ]


def test_een_ander_gewicht_blijft_samen_een() -> None:
    nieuw = W.met("verlies", Fraction(3, 2))
    assert sum(nieuw.gewichten.values()) == 1
    assert nieuw.gewichten["verlies"] == Fraction(45, 115)
    score: Ernstscore = ernst(replace(NIETS, verlies=ZES_NORMEN), W)
    assert score.met(nieuw).ongerond > score.ongerond


# ------------------------------------------------------------------ all of it at once


def test_alles_over_een_bevinding() -> None:
    zaken = zaken_van_wet("zorgtoeslag")
    gekozen = bundel(zaken, "P01", "vermogen")
    plan = gekozen[0].plan
    zonder = Beoordelaar(plan, W, HARD, zaken[1]).oordeel(gekozen)
    assert zonder.omvang is None
    assert zonder.klasse.letter == "R"
    assert zonder.klasse.voorwaarden
    mensen = bevolking("100;26000;141897;waar")
    met = Beoordelaar(plan, W, HARD, zaken[1], mensen).oordeel(gekozen)
    assert isinstance(met.omvang, Omvang)
    assert met.omvang.massa == 100 * met.ernst.ongerond
    assert met.ernst == zonder.ernst == zwaarste(gekozen, W)
