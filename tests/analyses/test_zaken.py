"""The historic cases: which pattern must see what, through which articles, with which way out, and
what takes the harshness away. [hardheid: the cases]

Sources of the figures: H1 njb.nl, "theorie en werkelijkheid" (12,427 recovered, 2,982 unpaid,
17,454 costs); H2 art. 3 Wzt; H4 autoweek, 1 December 2025 (300, 450, 900), nos.nl 2532560 (15 %);
H5 nrc.nl, 21 January 2021 (7,039.96); H7 art. 22a Pw; H12 CRvB 2025:604 (3,945.86);
H15 Awb 6:7 and 6:11; the norm for a single person, 1,345.45 a month, art. 21 Participatiewet on 1
January 2025. Press and blogs are leads, not law. Nothing here was signed by a jurist.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache

import pytest

from tests.analyses.voorbeeld import WORTEL, model_van, onderzocht, patronen, van, wet
from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Bevinding, Onderzoek
from wetsanalyse.analyses.maten.maatstaf import geleverd
from wetsanalyse.analyses.onderzoek import Vraag, onderzoek
from wetsanalyse.analyses.verlopen.diepte import SNEL

NORM = Fraction("1345.45")
H1, H2, H3, H4 = "kinderopvangtoeslag-2014", "zorgtoeslag", "huurtoeslag", "wahv"
H5, H7 = "bijstand-giften", "bijstand-kostendelersnorm"
H12, H15 = "ww-terugvordering", "awb-bezwaar"


@dataclass(frozen=True)
class Zaak:
    """What must be seen, and what may not be; the articles to blame; the strongest way out on the
    day of the case; where the finding with that way out is."""

    wet: str
    moet: frozenset[str]
    niet: frozenset[str]
    artikelen: frozenset[str]
    patroon: str
    sterkte: int


def zaak(wet_: str, moet: str, niet: str, artikelen: Iterable[str], patroon: str, st: int) -> Zaak:
    return Zaak(wet_, frozenset(moet.split()), frozenset(niet.split()), frozenset(artikelen),
                patroon, st)  # fmt: skip


ZAKEN = {
    "H1": zaak(H1, "P01 P03 P04 P05 P08 P15 P17", "P06 P09 P10 P11",
               ("artikel 1.5, Wko", "artikel 1.7, Wko", "artikel 26, Awir"), "P03", 0),
    "H2": zaak(H2, "P01 P03 P15", "P02 P04 P05 P06 P08 P10 P11 P12 P17",
               ("artikel 3, lid 1, Wzt",), "P03", 2),
    "H4": zaak(H4, "P04 P06 P14", "P02 P05 P08 P10 P11 P12 P13 P17",
               ("artikel 25, lid 1, Wahv",), "P04", 0),
    "H5": zaak(H5, "P05 P08 P11", "P02 P04 P10 P12 P14 P15 P17",
               ("artikel 54, lid 3, Pw", "artikel 58, lid 1, Pw"), "P11", 3),
    "H7": zaak(H7, "P01 P12", "P02 P04 P05 P06 P08 P11 P13 P14 P15 P17",
               ("artikel 22a, Pw",), "P01", 4),
    "H12": zaak(H12, "P11 P17", "P01 P02 P03 P04 P05 P06 P08 P12 P13 P14 P15",
                ("artikel 36, lid 1, WW",), "P17", 3),
    "H15": zaak(H15, "P06", "P02 P04 P05 P08 P11 P12 P13 P14 P15 P17",
                ("artikel 6:7, Awb",), "P06", 3),
}  # fmt: skip


@pytest.mark.parametrize("naam", ZAKEN)
def test_elk_patroon_van_de_zaak_is_er(naam: str) -> None:
    z = ZAKEN[naam]
    assert z.moet <= patronen(onderzocht(z.wet)), z.moet - patronen(onderzocht(z.wet))


@pytest.mark.parametrize("naam", ZAKEN)
def test_wat_er_niet_hoort_te_zijn_is_er_niet(naam: str) -> None:
    z = ZAKEN[naam]
    assert not z.niet & patronen(onderzocht(z.wet)), z.niet & patronen(onderzocht(z.wet))


@pytest.mark.parametrize("naam", ZAKEN)
def test_de_artikelen_en_de_uitweg(naam: str) -> None:
    """One finding of the named pattern blames these articles and no others, and its strongest way
    out on that day is this."""
    z = ZAKEN[naam]
    passend = [b for b in van(onderzocht(z.wet), z.patroon) if plaatsen(b) == z.artikelen]
    assert passend, [plaatsen(b) for b in van(onderzocht(z.wet), z.patroon)]
    assert {b.dekking.sterkte for b in passend} == {z.sterkte}


def plaatsen(b: Bevinding) -> set[str]:
    return {str(p) for blaam in b.blaamset for p in blaam.plaatsen}


# ------------------------------------------------------------------ rho and N


def waarde(wet_: str, scenario: str, object_: str, eigenschap: str) -> Fraction:
    """An outcome of a shipped scenario, on the last day that it speaks of."""
    set_, scenarios = wet(wet_)
    s = next(s for s in scenarios if s.naam == scenario)
    dag = max([s.casus.rekendatum, *(v.datum for v in s.gebeurtenissen)])
    plan = chain.lower(set_.model, dag)
    uitslag = chain.evaluate(plan, replace(s.casus, rekendatum=dag))
    gevonden = uitslag.waarden[uitslag.plan.eigenschappen[object_, eigenschap]]
    assert isinstance(gevonden, Fraction)
    return gevonden


def test_rho_en_n_van_de_zaken() -> None:
    """Consequence by shortcoming, and in months of the norm: as in the list of cases."""
    terug = waarde(H1, "gedocumenteerde ouder van 2014", "A", "terugvordering")
    tekort = waarde(H1, "gedocumenteerde ouder van 2014", "A", "niet betaalde bedrag")
    gift = waarde(H5, "drie jaar boodschappen", "B", "terugvordering")
    uwv = waarde(H12, "UWV wist het en bleef betalen", "U", "terugvordering")
    assert f"{float(terug / tekort):.1f}" == "4.2"
    keer = {"H1": terug, "H5": gift, "H12": uwv}
    assert {n: f"{float(c / NORM):.1f}" for n, c in keer.items()} == {
        "H1": "9.2", "H5": "5.2", "H12": "2.9",
    }  # fmt: skip


def test_n_van_de_bevindingen() -> None:
    """The findings are as large as the cases: H2 1.2 and 2.2 norms. H4 600 on a fine of 300, 0.4
    norm, and 13.3 times the benchmark."""
    zorg = sorted(b.maat for b in van(onderzocht(H2), "P01"))
    assert [f"{float(m / NORM):.1f}" for m in zorg] == ["1.2", "2.2"]
    boete = Fraction(300)
    verhoging = boete * 3 - boete
    assert f"{float(verhoging / NORM):.1f}" == "0.4"
    assert [b.maat for b in van(onderzocht(H4), "P04")] == [verhoging / (boete * 15 / 100)]


def test_de_volgorde_van_de_ernst() -> None:
    """Only the order is looked at: the worst of H1 above the worst of H2."""
    ergst = {
        z: max(b.ernst.waarde for b in onderzocht(z).bevindingen if b.ernst is not None)
        for z in (H1, H2)
    }
    assert ergst[H1] > ergst[H2] > 0


# ------------------------------------------------------------------ what takes it away


def test_h1_zonder_de_verlaging_van_het_voorschot() -> None:
    """Leave the underpayment of 3,510 out: everything is paid, and nothing is recovered."""
    [b] = van(onderzocht(H1), "P17")
    g = b.getuigen[0]
    assert g.as_ == "wijziging van het voorschot"
    assert g.verlies == 15937
    uitkomst = {v.naam: (v.burger, v.buur) for v in g.uitkomsten}
    assert uitkomst["terugvordering van A"] == (12427, 0)
    assert b.klasse == "U"


def test_h1_een_marge_van_een_tiende_had_deze_ouder_niet_geholpen() -> None:
    """The shortfall is 17 % of the costs."""
    naam = "gedocumenteerde ouder van 2014"
    deel = waarde(H1, naam, "A", "niet betaalde bedrag") / waarde(
        H1, naam, "A", "totaal aan opvangkosten"
    )
    assert f"{float(deel):.2f}" == "0.17"
    assert deel > Fraction(1, 10)


def test_h1_naar_rato_van_de_bewezen_kosten() -> None:
    """14,472 of 17,454 proven: that part of 15,937, about 13,214, would have stayed."""
    assert round(Fraction(15937) * (17454 - 2982) / 17454) == 13214
    naam = "gedocumenteerde ouder van 2014, naar rato"
    assert round(waarde(f"{H1}-evenredig", naam, "A", "kinderopvangtoeslag")) == 13214


def test_h1_de_inkomensstap_stapelt() -> None:
    """One euro more income, from one class of the table to the next: the percentage drops, and by
    that alone not all is paid. P08 names it by the income."""
    stappen = [g.as_ for b in van(onderzocht(H1), "P08") for g in b.getuigen]
    assert "toetsingsinkomen" in stappen


def test_h12_meteen_besluiten_neemt_het_weg() -> None:
    """A decision on the day of the report: that is for who carries out the law, class U."""
    [b] = van(onderzocht(H12), "P17")
    g = b.getuigen[0]
    assert b.klasse == "U"
    melding = next(
        v.datum for v in g.burger.gebeurtenissen if v.gebeurtenis == "verandering melden"
    )
    besluit = next(v.datum for v in g.buur.gebeurtenissen if v.gebeurtenis.startswith("besluit"))
    assert besluit == melding


@cache
def met_andere_maat() -> Onderzoek:
    """H15, where nobody can be excused for being late."""
    maat = geleverd()
    zonder = tuple(r for r in maat.routes if "6:11" not in r.naam)
    assert len(zonder) < len(maat.routes)
    set_, scenarios = wet(H15)
    wat = Vraag(replace(SNEL, sweeps=60), maatstaf=replace(maat, routes=zonder))
    return onderzoek(set_.model, scenarios, date(2025, 7, 1), vraag=wat)


def test_h15_zonder_6_11_is_het_een_gat() -> None:
    met, zonder = van(onderzocht(H15), "P06"), van(met_andere_maat(), "P06")
    assert [b.gedekt for b in met] == [True]
    assert [b.gedekt for b in zonder] == [False]
    assert zonder[0].dekking.sterkte < 3
    assert van(met_andere_maat(), "P14")


# ------------------------------------------------------------------ H3, before and after the repair


@cache
def langs_de_huur(jaar: int) -> Onderzoek:
    set_, scenarios = wet(H3)
    dag = date(jaar, 1, 1)
    van_dat_jaar = [s for s in scenarios if s.casus.rekendatum.year == jaar]
    wat = Vraag(replace(SNEL, sweeps=40, personages=0), as_="rekenhuur")
    return onderzoek(set_.model, van_dat_jaar, dag, vraag=wat)


def test_h3_een_cent_boven_de_huurgrens() -> None:
    """2025, new tenants: one cent more rent and all of it is gone. No way out of strength 3."""
    for patroon in ("P01", "P03"):
        bij_grens = [b for b in van(langs_de_huur(2025), patroon) if b.as_ == "rekenhuur"]
        assert bij_grens, patroon
        for b in bij_grens:
            g = b.getuigen[0]
            assert g.waarde_burger - g.waarde_buur == Fraction("0.01")
            assert b.dekking.sterkte < 3


def test_h3_de_echte_reparatie_geeft_niets() -> None:
    """Since 2026 rent above the ceiling is left out of account, and nobody loses the rest."""
    assert not langs_de_huur(2026).bevindingen


# ------------------------------------------------------------------ H17, the control


def langs_het_inkomen(ondergrens: str) -> Onderzoek:
    teksten = [p.read_text("utf-8") for p in sorted((WORTEL / "rules" / H2).glob("*.regels"))]
    oud = "toegekend is 24 €/jr"
    assert sum(t.count(oud) for t in teksten) >= 1
    model = model_van(*(t.replace(oud, f"toegekend is {ondergrens}") for t in teksten))
    wat = Vraag(replace(SNEL, sweeps=40, personages=0), as_="toetsingsinkomen")
    return onderzoek(model, (), date(2025, 1, 1), vraag=wat)


def test_h17_het_einde_van_de_zorgtoeslag_is_geen_bevinding() -> None:
    """At the end point 24 is lost, 23 net: nothing, but a place that no article names (P18)."""
    gevonden = langs_het_inkomen("24 €/jr")
    assert gevonden.bevindingen == ()
    assert gevonden.verborgen_drempels


def test_h17_met_een_ondergrens_van_600_wel() -> None:
    """The near miss: below 600 nothing is granted, so at least 600 is lost for one euro."""
    kliffen = van(langs_het_inkomen("600 €/jr"), "P01")
    assert kliffen
    assert all(600 <= b.maat < 601 for b in kliffen)
