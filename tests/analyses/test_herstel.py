"""The repair experiment on the shipped laws: the text that a template writes is run, and its
amounts are held against sums made by hand.

Zorgtoeslag 2025: limits 141,896 and 179,429 (art. 3 Wzt); amounts 2112 - 1.896 % of 28406 = 1573.42
and 2 * 2112 - 4.273 % of 28406 = 3010.21, so 1573 and 3010 a year.
Childcare 2014, the documented parent: entitled 15937, costs 17454, unpaid 2982, so paid 14472
(njb.nl, theorie en werkelijkheid). Wahv: increases of 50 % and 100 % (art. 23 and 25 Wahv).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from tests.analyses.voorbeeld import een, onderzocht, van, wet
from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.bevindingen import maak_bevindingen
from wetsanalyse.analyses.burgers.bevolking import Bevolking
from wetsanalyse.analyses.burgers.vormen import domeinen
from wetsanalyse.analyses.herstel import (
    SJABLONEN,
    Herstelproef,
    Variant,
    Wet,
    eigen_variant,
    oordeel,
    pas_toe,
    proef_met_tekst,
)
from wetsanalyse.analyses.herstel.basis import Afgewezen, lees_wet, probeer
from wetsanalyse.analyses.herstel.proef import Proef
from wetsanalyse.analyses.herstel.uitkomsten import Proefburger, Rekenaar
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.patronen import kijk
from wetsanalyse.analyses.verlopen.vegen import Opdracht, vegen, vragen
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.report.herstelvorm import asregel, groepsregels
from wetsanalyse.text import Source

VARIANT_C = Path(__file__).with_name("herstel_variant_c.regels")
ALLEEN = "P01-wzt-3-1-vermogen-alleenstaand"
SAMEN = "P01-wzt-3-1-vermogen-met-toeslagpartner"
PER_ID = {s.id: s for s in SJABLONEN}


@cache
def als_wet(naam: str) -> Wet:
    set_, _ = wet(naam)
    return Wet(set_.bronnen, set_.ontleding, set_.model)


@cache
def proef(naam: str, id_: str) -> Proef:
    """The trials of one finding of a shipped law."""
    return Proef(als_wet(naam), een(onderzocht(naam), id_), wet(naam)[1])


def maak(p: Proef, sjabloon: str) -> Variant | Afgewezen:
    from wetsanalyse.analyses.herstel import maak_aanleiding

    geprobeerd = probeer(PER_ID[sjabloon], maak_aanleiding(p.wet, p.bevinding, p))
    return geprobeerd if isinstance(geprobeerd, Afgewezen) else geprobeerd[0]


@cache
def tekst(naam: str, id_: str, sjabloon: str) -> Variant:
    variant = maak(proef(naam, id_), sjabloon)
    assert isinstance(variant, Variant), variant
    return variant


@cache
def nieuwe_wet(naam: str, id_: str, sjabloon: str) -> Wet:
    gelezen = pas_toe(als_wet(naam), tekst(naam, id_, sjabloon).tekst)
    assert gelezen.ok, gelezen.fouten
    return gelezen.value


@cache
def gedraaid(naam: str, id_: str, sjabloon: str) -> Herstelproef:
    p = proef(naam, id_)
    return p.draai(tekst(naam, id_, sjabloon), nieuwe_wet(naam, id_, sjabloon))


def met(casus: Casus, **gegevens: int) -> Casus:
    """The same citizen, with other inputs for the first of the household."""
    wie = casus.huishouden.objecten[0][0]
    nieuw = {(wie, naam.replace("_", " ")): Fraction(w) for naam, w in gegevens.items()}
    return replace(casus, invoer=MappingProxyType({**casus.invoer, **nieuw}))


def uitkomsten(nieuw: Wet, casus: Casus) -> Mapping[str, Any]:
    return Rekenaar(nieuw.model).uitkomsten(Proefburger("", casus), False)


# ------------------------------------------------------------------ zorgtoeslag, variants A to D


def per_jaar(sjabloon: str, vermogen: int) -> Any:
    casus = een(onderzocht("zorgtoeslag"), ALLEEN).getuigen[0].burger
    nieuw = nieuwe_wet("zorgtoeslag", ALLEEN, sjabloon)
    return uitkomsten(nieuw, met(casus, vermogen=vermogen))["zorgtoeslag per jaar van A"]


@pytest.mark.parametrize(
    ("sjabloon", "vermogen", "bedrag"),
    [
        # Cap: what is over the limit comes off, until nothing is left.
        ("kap", 141896, 1573),
        ("kap", 141897, 1572),
        ("kap", 142896, 573),
        ("kap", 143468, 1),
        ("kap", 143469, 0),
        # 10 cent per euro, rounded: 5 over is 0.50 (1572.50 becomes 1573), 6 over is 0.60.
        ("afbouw", 141896, 1573),
        ("afbouw", 141901, 1573),
        ("afbouw", 141902, 1572),
        ("afbouw", 157626, 0),
        ("afbouw", 157616, 1),
        # 10 % of 141,896 is 14,189.60: the border of the band is 156,085.60.
        ("tolerantie", 156085, 1573),
        ("tolerantie", 156087, 1572),
        # A margin of 2,000 only moves the limit.
        ("marge", 143896, 1573),
        ("marge", 143897, 0),
    ],
)
def test_bedrag_na_herstel(sjabloon: str, vermogen: int, bedrag: int) -> None:
    assert per_jaar(sjabloon, vermogen) == bedrag


def test_elke_groep_heeft_een_eigen_regel() -> None:
    """One over the limit keeps 1572; the neighbour loses nothing. What is over the scenarios stands
    on the line below, and is not added to it."""
    p = gedraaid("zorgtoeslag", ALLEEN, "kap")
    eerste, tweede = groepsregels(p)
    assert eerste[1:3] == ("deze bevinding", "1 van 2")
    assert [eerste[3], eerste[4], eerste[5], eerste[6]] == ["€ 1.572", "€ 1.572", "0 van 1", "0"]
    geldend = [s for s in wet("zorgtoeslag")[1] if s.casus.rekendatum.year == 2025]
    assert tweede[1] == "scenario’s"
    assert tweede[2].endswith(f" van {len(geldend)}")
    assert asregel(p)[1:3] == ("€ 1", "0")
    verplaatst = gedraaid("zorgtoeslag", ALLEEN, "marge")
    assert asregel(verplaatst)[2] == str(len(verplaatst.nieuwe_kliffen)) != "0"


@pytest.mark.parametrize("sjabloon", ["kap", "afbouw", "tolerantie"])
def test_na_kap_of_afbouw_is_de_grootste_stap_een_euro(sjabloon: str) -> None:
    p = gedraaid("zorgtoeslag", ALLEEN, sjabloon)
    assert p.voor.grootste is not None
    assert p.voor.grootste.maat == 3010
    assert p.na.grootste is not None
    assert p.na.grootste.maat == 1
    assert p.na.hoogstens is not None
    assert p.na.hoogstens <= 2
    assert (p.nieuwe_kliffen, p.verplaatst, p.fouten, p.geraakt) == ((), (), (), ())
    assert p.hard_oud == p.hard_nieuw == 0


def test_een_marge_verplaatst_de_klif_en_dat_staat_er() -> None:
    p = gedraaid("zorgtoeslag", ALLEEN, "marge")
    assert p.na.grootste is not None
    assert p.na.grootste.maat == 3010
    plekken = {(v.oud.naar, v.nieuw.naar, int(v.nieuw.maat)) for v in p.verplaatst}
    assert ("141897 €", "143897 €", 1573) in plekken
    assert ("179430 €", "181430 €", 3010) in plekken
    assert p.hard_oud == 0
    assert len(p.nieuwe_kliffen) >= 2
    assert p.nieuwe_gaten
    assert "zij lag tussen 179429 € en 179430 €, en ligt nu tussen 181429 € en 181430 €" in oordeel(
        p
    )


def test_een_clausule_met_een_getal_verplaatst_de_klif() -> None:
    """Variant C: who loses more than 8 times the excess. 1573 / 8 is 196.6 and 3010 / 8 is 376.25,
    so the cliffs go to the limit plus 196 and plus 376."""
    naam, oud = "zorgtoeslag", als_wet("zorgtoeslag")
    eigen = VARIANT_C.read_text(encoding="utf-8")
    nieuw = pas_toe(oud, eigen)
    assert nieuw.ok, nieuw.fouten
    b = een(onderzocht(naam), ALLEEN)
    variant = eigen_variant(VARIANT_C.name, eigen)
    (p,) = proef_met_tekst(oud, b, wet(naam)[1], variant, nieuw.value).proeven
    assert p.na.grootste is not None
    assert p.na.grootste.maat == 3010
    plekken = {(v.oud.naar, v.nieuw.naar) for v in p.verplaatst}
    assert {("141897 €", "142093 €"), ("179430 €", "179806 €")} <= plekken


def test_een_ander_jaar_blijft_zoals_het_was() -> None:
    """The new text holds in 2025 only; a scenario of 2024 comes out as before."""
    nieuw = nieuwe_wet("zorgtoeslag", ALLEEN, "kap")
    for scenario in wet("zorgtoeslag")[1]:
        if scenario.casus.rekendatum.year == 2024:
            voor = uitkomsten(als_wet("zorgtoeslag"), scenario.casus)
            assert uitkomsten(nieuw, scenario.casus) == voor
    assert gedraaid("zorgtoeslag", ALLEEN, "kap").groepen[1].buiten > 0


def test_wie_binnen_de_grens_is_houdt_wat_hij_had() -> None:
    nieuw = nieuwe_wet("zorgtoeslag", ALLEEN, "kap")
    for scenario in wet("zorgtoeslag")[1]:
        voor = uitkomsten(als_wet("zorgtoeslag"), scenario.casus)
        na = uitkomsten(nieuw, scenario.casus)
        if voor["de netto positie"] > 0:
            assert na["de netto positie"] == voor["de netto positie"]


def test_wat_getoond_wordt_is_wat_gedraaid_wordt() -> None:
    """The text reads back as it stands, and writing it again gives the same text."""
    v = tekst("zorgtoeslag", ALLEEN, "afbouw")
    bestand = nieuwe_wet("zorgtoeslag", ALLEEN, "afbouw").ontleding.bestanden[-1]
    from wetsanalyse.syntax.schrijven import schrijf

    assert schrijf(bestand) == v.tekst


def test_een_tweede_keer_hetzelfde_herstel_kan_niet() -> None:
    p = proef("zorgtoeslag", ALLEEN)
    hersteld = nieuwe_wet("zorgtoeslag", ALLEEN, "marge")
    again = Proef(hersteld, p.bevinding, ())
    afgewezen = maak(again, "marge")
    assert isinstance(afgewezen, Afgewezen)


# ------------------------------------------------------------------ the draft clause


def test_de_clausule_vult_de_onderdelen_uit_de_blaamset() -> None:
    v = tekst("zorgtoeslag", ALLEEN, "clausule")
    assert "- artikel 3, eerste lid, Wzt" in v.tekst
    assert "de gehele regeling" not in v.tekst
    assert "De Dienst Toeslagen kan ten aanzien van een Aanvrager" in v.tekst
    assert "huishoudens naar draagkracht bijdragen" in v.tekst
    assert "voor individuele gevallen" in v.tekst
    geen_commentaar = [r for r in v.tekst.splitlines() if not r.startswith("//")]
    assert not any("€" in regel for regel in geen_commentaar)
    assert any("terughoudendheid" in zin for zin in v.opmerkingen)


def test_na_een_ja_van_het_orgaan_is_de_burger_geholpen_en_blijft_de_grens() -> None:
    p = gedraaid("zorgtoeslag", ALLEEN, "clausule")
    assert p.groepen[0].geholpen == 1
    assert p.groepen[0].kosten.som == 1573
    assert p.na.grootste is not None
    assert p.na.grootste.maat == 3010
    assert "als het orgaan ja zegt" in oordeel(p)


def test_een_leeg_onderdeel_blijft_te_zien() -> None:
    """Without a body in the law nobody can be named."""
    bronnen = tuple(
        Source(b.pad, re.sub(r"(?m)^    uitvoering door .*\n", "", b.tekst))
        for b in als_wet("zorgtoeslag").bronnen
        if "hardheid" not in b.pad
    )
    kaal = lees_wet(bronnen)
    assert kaal.ok, kaal.fouten
    p = proef("zorgtoeslag", ALLEEN)
    v = maak(Proef(kaal.value, p.bevinding, ()), "clausule")
    assert isinstance(v, Variant), v
    assert "// Orgaan: [nog in te vullen]" in v.tekst
    assert "Bestuursorgaan het nog te noemen orgaan" in v.tekst


# ------------------------------------------------------------------ a population


def test_kosten_over_een_bevolking_met_gewichten() -> None:
    """Cap: 1 over keeps 1572, 1000 over keeps 573, 2000 over keeps nothing, below the limit
    nothing changes. Weights 3, 2, 5 and 10: 3 * 1572 + 2 * 573 = 5862 for 5 households."""
    p = proef("zorgtoeslag", ALLEEN)
    burger = p.bevinding.getuigen[0].burger
    rijen = [(141897, 3), (142896, 2), (143896, 5), (100000, 10)]
    huishoudens = tuple((met(burger, vermogen=v), Fraction(g)) for v, g in rijen)
    bevolking = Bevolking(huishoudens, "verzonnen.csv", True)
    proef_ = Proef(p.wet, p.bevinding, (), bevolking)
    uit = proef_.draai(
        tekst("zorgtoeslag", ALLEEN, "kap"), nieuwe_wet("zorgtoeslag", ALLEEN, "kap")
    )
    groep = uit.groepen[-1]
    assert [groep.aantal, groep.geholpen, groep.verliest] == [20, 5, 0]
    assert groep.kosten.som == 5862
    assert [groep.kosten.laagste, groep.kosten.hoogste] == [573, 1572]
    assert groep.kosten.mediaan == 1572
    assert groep.kosten.per_geholpene == Fraction(5862, 5)
    # Hard before: 1573 against 1 over. 1573 against 1000 or 2000 is less than four times.
    assert [groep.hard_voor, groep.hard_oud, groep.hard_nieuw] == [3, 0, 0]
    assert "verzonnen" in uit.garantie["kosten"]


# ------------------------------------------------------------------ childcare, the parent of 2014


@cache
def ouder() -> Scenario:
    return next(s for s in wet("kinderopvangtoeslag-2014")[1] if "gedocumenteerde" in s.naam)


@cache
def kinderopvang() -> Proef:
    """All-or-nothing of the documented parent, along what she paid herself."""
    set_, _ = wet("kinderopvangtoeslag-2014")
    casus = ouder().casus
    plan = chain.lower(set_.model, casus.rekendatum)
    grond = chain.ground(plan, casus.huishouden, vragen(plan, casus.huishouden))
    domein = domeinen(plan)["Aanvrager", "betaalde eigen bijdrage"]
    opdracht = Opdracht(casus, grond, "A", "betaalde eigen bijdrage", domein)
    (veeg,) = vegen(plan, [opdracht], lambda _nu, _van: None)
    drempels = Drempels(set_.model)
    gezien = [w for w in kijk("as", veeg, drempels) if w.patroon == "P03"]
    (b,) = [b for b in maak_bevindingen(plan, gezien) if b.patroon == "P03"]
    return Proef(als_wet("kinderopvangtoeslag-2014"), b, (ouder(),))


@cache
def kinderopvangtoeslag(sjabloon: str) -> Wet:
    variant = maak(kinderopvang(), sjabloon)
    assert isinstance(variant, Variant), variant
    gelezen = pas_toe(als_wet("kinderopvangtoeslag-2014"), variant.tekst)
    assert gelezen.ok, gelezen.fouten
    return gelezen.value


def terug(sjabloon: str, eigen_bijdrage: int) -> tuple[Any, Any]:
    """(repayment, later payment) of the documented parent who paid so much herself."""
    casus = met(ouder().casus, betaalde_eigen_bijdrage=eigen_bijdrage)
    uit = uitkomsten(kinderopvangtoeslag(sjabloon), casus)
    return uit["terugvordering van A"], uit["nabetaling van A"]


def test_naar_evenredigheid_houdt_de_ouder_van_2014_ruim_dertienduizend() -> None:
    """14472 / 17454 of 15937 is 13214.2: 787 more than the advance of 12427."""
    assert round(Fraction(14472, 17454) * 15937) == 13214
    assert terug("evenredig", 2045) == (0, 13214 - 12427)


def test_wie_alles_betaalde_krijgt_naar_evenredigheid_het_hele_bedrag() -> None:
    """17454 - 12427 is 5027; one euro less is 17453 / 17454 of 15937, 15936.1."""
    assert terug("evenredig", 5027) == (0, 15937 - 12427)
    assert terug("evenredig", 5026) == (0, 15936 - 12427)


def test_de_kap_laat_haar_alleen_het_tekort_verliezen() -> None:
    """15937 - 2982 = 12955."""
    assert terug("kap", 2045) == (0, 12955 - 12427)


def test_een_marge_van_tien_procent_bereikt_haar_niet() -> None:
    """Her shortfall is 17 % of the costs. 90 % of 17454 is 15708.60: 3282 of her own is enough,
    3281 is not."""
    assert Fraction(2982, 17454) > Fraction(17, 100)
    assert terug("marge", 2045) == (12427, 0)
    assert terug("marge", 3281) == (12427, 0)
    assert terug("marge", 3282) == (0, 15937 - 12427)


@pytest.mark.parametrize(("sjabloon", "geholpen"), [("evenredig", 1), ("kap", 1), ("marge", 0)])
def test_het_historische_geval_staat_in_de_proef(sjabloon: str, geholpen: int) -> None:
    p = kinderopvang()
    variant = maak(p, sjabloon)
    assert isinstance(variant, Variant), variant
    uit = p.draai(variant, kinderopvangtoeslag(sjabloon))
    assert uit.groepen[1].naam.startswith("scenario")
    assert uit.groepen[1].geholpen == geholpen


# ------------------------------------------------------------------ Wahv


def wahv(patroon: str) -> Bevinding:
    return van(onderzocht("wahv"), patroon)[0]


def te_betalen(sjabloon: str, boete: int) -> Fraction:
    """What is paid for a fine by who paid after the second term, without costs."""
    b = wahv("P04")
    casus = b.getuigen[0].burger
    nieuw = nieuwe_wet("wahv", b.id, sjabloon)
    return betaald(uitkomsten(nieuw, met(casus, boete=boete, administratiekosten=0)))


def betaald(uit: Mapping[str, Any]) -> Fraction:
    (bedrag,) = (w for naam, w in uit.items() if naam.startswith("te betalen bedrag van "))
    assert isinstance(bedrag, Fraction)
    return bedrag


def test_verhogingen_tot_de_gewone_maat() -> None:
    """A fine of 300 was 300 + 150 + 450 = 900; with at most 15 % on top it is 345."""
    b = wahv("P04")
    oud = uitkomsten(als_wet("wahv"), met(b.getuigen[0].burger, boete=300, administratiekosten=0))
    assert betaald(oud) == 900
    assert te_betalen("maximum", 300) == 345


def test_na_het_maximum_is_niemand_meer_hard_geraakt() -> None:
    p = gedraaid("wahv", wahv("P04").id, "maximum")
    assert sum(g.hard_voor for g in p.groepen) > 0
    assert p.hard_oud == p.hard_nieuw == 0


def test_verschoonbaar_helpt_na_een_ja_en_de_klif_blijft() -> None:
    b = wahv("P06")
    p = gedraaid("wahv", b.id, "verschoonbaar")
    assert p.groepen[0].geholpen == 1
    assert p.na.grootste == p.voor.grootste


def test_eerst_waarschuwen_verplaatst_de_klif() -> None:
    p = gedraaid("wahv", wahv("P06").id, "wachttijd")
    assert p.verplaatst


def test_wie_erop_achteruitgaat_staat_erbij() -> None:
    """A text that adds 100 to every sum of increases: all lose 100, nobody gains."""
    b = wahv("P04")
    eigen = (
        "Regel totaal aan verhogingen\n"
        '    bron onbevestigd: "proeftekst"\n'
        "    geldig vanaf 1-2-2025\n"
        "        Het totaal aan verhogingen van een Betrokkene moet berekend worden als\n"
        "        zijn eerste verhoging plus zijn tweede verhoging plus 100 €.\n"
    )
    nieuw = pas_toe(als_wet("wahv"), eigen)
    assert nieuw.ok, nieuw.fouten
    variant = eigen_variant("duurder", eigen)
    (p,) = proef_met_tekst(als_wet("wahv"), b, (), variant, nieuw.value).proeven
    groep = p.groepen[0]
    assert groep.geholpen == 0
    assert groep.verliest == groep.aantal >= 2
    assert groep.kosten.som == -100 * groep.aantal
    assert groep.kosten.per_geholpene is None
    assert len(p.geraakt) == groep.aantal
    assert oordeel(p) == "helpt niemand van wie is bekeken"


def test_een_nieuwe_grens_maakt_bijna_gelijken_ongelijk() -> None:
    """A limit of 50,000: at 50,000 and 50,001 both had 1573, now one has nothing. At 50,000 and
    50,011 the two are no near-equals."""
    b = een(onderzocht("zorgtoeslag"), ALLEEN)
    eigen = (
        "Regel vermogen alleenstaand\n"
        '    bron onbevestigd: "proeftekst"\n'
        "    bevoegdheid gebonden\n"
        "    stap beschikking\n"
        "    geldig vanaf 2025 t/m 2025\n"
        "        Een Aanvrager is binnen de vermogensgrens\n"
        "        indien hij aan alle volgende voorwaarden voldoet:\n"
        "            • hij is alleenstaand\n"
        "            • zijn meetellende vermogen is kleiner of gelijk aan 50000 €.\n"
    )
    nieuw = pas_toe(als_wet("zorgtoeslag"), eigen)
    assert nieuw.ok, nieuw.fouten
    burger = b.getuigen[0].burger
    rijen = tuple((met(burger, vermogen=v), Fraction(1)) for v in (50000, 50001, 50011))
    bevolking = Bevolking(rijen, "verzonnen.csv", True)
    variant = eigen_variant("lagere grens", eigen)
    (p,) = proef_met_tekst(als_wet("zorgtoeslag"), b, (), variant, nieuw.value, bevolking).proeven
    assert [(o.een, o.ander, int(o.verschil)) for o in p.nieuwe_ongelijkheid] == [
        ("rij 1", "rij 2", 1573)
    ]
    assert p.groepen[-1].hard_nieuw == 2
    assert {k.naar for k in p.nieuwe_kliffen} == {"50001 €"}


# ------------------------------------------------------------------ kostendelersnorm, 27 for 21


def test_zevenentwintig_voor_eenentwintig_verplaatst_de_klif() -> None:
    """What was done in 2023: the same cliff, on another birthday. On 1 July 2022 who was born on
    1 July 2001 is 21; with 27 the border lies at 1 July 1995. 70 % of 1922.07 is 1345.45 and 50 %
    is 961.04, so a parent with one child loses 384.41 a month."""
    naam, dag = "bijstand-kostendelersnorm", date(2022, 7, 1)
    set_, scenarios = wet(naam)
    plan = chain.lower(set_.model, dag)
    domein = domeinen(plan)["Bewoner", "geboortedatum"]
    basis = next(
        s.casus
        for s in scenarios
        if len(s.casus.huishouden.objecten) == 3 and not s.casus.parameters
    )
    casus = replace(basis, rekendatum=dag)
    grond = chain.ground(plan, casus.huishouden, vragen(plan, casus.huishouden))
    bewoners = [n for n, t in casus.huishouden.objecten if t == "Bewoner"]
    lijst = [Opdracht(casus, grond, n, "geboortedatum", domein) for n in bewoners]
    drempels = Drempels(set_.model)
    gezien = [
        w
        for veeg in vegen(plan, lijst, lambda _nu, _van: None)
        for w in kijk("as", veeg, drempels)
        if w.patroon == "P01"
    ]
    b = next(b for b in maak_bevindingen(plan, gezien) if b.patroon == "P01")
    tekst_27 = (
        "Parameterwaarden leeftijd van de medebewoner tot 2023\n"
        "    geldig t/m 31-12-2022\n"
        "    de leeftijd vanaf wanneer een medebewoner meetelt is 27 jr\n"
        "        bron artikel 19a Pw\n"
    )
    nieuw = pas_toe(als_wet(naam), tekst_27)
    assert nieuw.ok, nieuw.fouten
    variant = eigen_variant("27 voor 21", tekst_27)
    (p,) = proef_met_tekst(als_wet(naam), b, scenarios, variant, nieuw.value).proeven
    plekken = {(v.oud.naar, v.nieuw.naar): v for v in p.verplaatst if "Ouder" in v.oud.huishouden}
    v = plekken["1-7-2001", "1-7-1995"]
    assert v.oud.maat == v.nieuw.maat == 12 * (Fraction("1345.45") - Fraction("961.04"))
    assert p.groepen[0].geholpen == 1
    assert "de klif is verplaatst" in oordeel(p)


# ------------------------------------------------------------------ the authority was the cause


def test_geen_terugvordering_van_wat_de_overheid_veroorzaakte() -> None:
    """Not harsh any more after a yes; without it everything stays as it is."""
    (b,) = van(onderzocht("ww-terugvordering"), "P17")
    p = gedraaid("ww-terugvordering", b.id, "overheidsfout")
    assert p.groepen[0].geholpen == 1
    assert p.hard_oud == 0
    assert "als het orgaan ja zegt" in oordeel(p)
    assert p.kosten == sum(g.kosten.som for g in p.groepen)
    nieuw = nieuwe_wet("ww-terugvordering", b.id, "overheidsfout")
    burger = p.groepen[0]
    assert burger.kosten.som > 0
    assert "oorzaak bij de overheid" in nieuw.model.open_normen


# ------------------------------------------------------------------ where a template gives no text


@pytest.mark.parametrize(
    ("sjabloon", "woorden"),
    [
        ("evenredig", "wie te veel heeft, mist geen deel"),
        ("maximum", "alleen voor een onevenredige sanctie"),
        ("tijdsevenredig", "alleen voor een grens op dagen"),
    ],
)
def test_wat_niet_past_zegt_waarom(sjabloon: str, woorden: str) -> None:
    afgewezen = maak(proef("zorgtoeslag", ALLEEN), sjabloon)
    assert isinstance(afgewezen, Afgewezen)
    assert woorden in afgewezen.reden


def test_een_termijn_is_geen_bedrag() -> None:
    b = wahv("P06")
    als_klif = replace(b, patroon="P01")
    p = Proef(als_wet("wahv"), als_klif, ())
    afgewezen = maak(p, "kap")
    assert isinstance(afgewezen, Afgewezen)
    assert afgewezen.reden


@pytest.mark.parametrize("id_", [ALLEEN, SAMEN])
def test_beide_grenzen_worden_in_een_keer_hersteld(id_: str) -> None:
    """The limit for one and the limit for two are one border, written twice."""
    assert tekst("zorgtoeslag", id_, "kap").tekst == tekst("zorgtoeslag", ALLEEN, "kap").tekst
