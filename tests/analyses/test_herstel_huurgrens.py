"""The rent ceiling (H3): one cent over it costs all. What each kind of repair does to the cliff, to
near-equals and to the ways out, and what of a real population stays untold. [hardheid 8]

A law of our own: 175 a month, 2100 a year, up to a rent of 879.66; above it nothing."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from tests.analyses.herstelwet import geval, herstel, klif, maak, uitkomst, wet_van
from wetsanalyse.analyses.burgers.bevolking import Bevolking
from wetsanalyse.analyses.herstel import (
    Herstelproef,
    Variant,
    eigen_variant,
    oordeel,
    pas_toe,
    proef_met_tekst,
)
from wetsanalyse.report.herstelvorm import groepsregels, herstel_json, zinnen

HUUR = """
Regeling Proefwet
    afkorting Pw
    niveau formele wet
    tekst van 1-1-2025

Objecttype de Huurder (mv: Huurders) (bezield)
    de huur\tNumeriek (niet-negatief getal met 2 decimalen) met eenheid €/mnd;
    de toeslag\tNumeriek (niet-negatief getal met 2 decimalen) met eenheid €/jr;

Uitkomst van een Huurder
    voordeel de toeslag van de Huurder

Invoerbereik van een Huurder
    de huur: 0 €/mnd t/m 3000 €/mnd per 0,01 €/mnd, modaal 700 €/mnd

Regel toeslag
    bron artikel 1, Pw
    geldig vanaf 2025
        De toeslag van een Huurder moet gesteld worden op 2100 €/jr
        indien zijn huur kleiner of gelijk is aan 879,66 €/mnd.

Regel geen toeslag
    bron artikel 2, Pw
    geldig vanaf 2025
        De toeslag van een Huurder moet geïnitialiseerd worden op 0 €/jr.
"""
KOP = """
    bron onbevestigd: "proeftekst"
    geldig vanaf 2025
"""
ZONDER = f"""Regel toeslag{KOP}        De toeslag van een Huurder moet gesteld worden op 2100 €/jr.
"""
GETAL = f"""Regel toeslag{KOP}        De toeslag van een Huurder moet gesteld worden op 2100 €/jr
        indien zijn huur kleiner of gelijk is aan 899,66 €/mnd.
"""
LATER = f"""Regel toeslag{KOP}        De toeslag van een Huurder moet gesteld worden op 2100 €/jr
        indien zijn huur kleiner of gelijk is aan 1500 €/mnd.

Regel lagere toeslag{KOP}        De toeslag van een Huurder moet gesteld worden op 1400 €/jr
        indien zijn huur groter is dan 1500 €/mnd.
"""
LAGER = f"""Regel toeslag{KOP}        De toeslag van een Huurder moet gesteld worden op 500 €/jr.
"""
HOGER = f"""Regel toeslag{KOP}        De toeslag van een Huurder moet gesteld worden op 2200 €/jr
        indien zijn huur kleiner of gelijk is aan 879,66 €/mnd.
"""


def huurder(huur: str) -> Any:
    return geval(wet_van(HUUR), ("Huurder", {"huur": huur}, []))


@cache
def bevinding() -> Any:
    return klif(wet_van(HUUR), huurder("700"), "huur")


def bevolking(rijen: dict[str, int], synthetisch: bool) -> Bevolking:
    huishoudens = tuple((huurder(huur), Fraction(n)) for huur, n in rijen.items())
    return Bevolking(huishoudens, "tabel.csv", synthetisch)


def draai(tekst: str, mensen: Bevolking | None = None) -> Any:
    wet = wet_van(HUUR)
    nieuw = pas_toe(wet, tekst)
    assert nieuw.ok, nieuw.fouten
    variant = eigen_variant("eigen.regels", tekst)
    return proef_met_tekst(wet, bevinding(), (), variant, nieuw.value, mensen)


def proef(tekst: str, mensen: Bevolking | None = None) -> Herstelproef:
    return draai(tekst, mensen).proeven[0]  # type: ignore[no-any-return]


def sjabloontekst(naam: str) -> str:
    variant = maak(wet_van(HUUR), bevinding(), naam)
    assert isinstance(variant, Variant), variant
    return variant.tekst


# ------------------------------------------------------------------ what each repair does


@pytest.mark.parametrize(
    ("sjabloon", "huur", "bedrag"),
    [
        # One cent a month is 12 cents a year; 175 a month over it nothing is left.
        ("kap", "879.66", Fraction(2100)),
        ("kap", "879.67", Fraction("2099.88")),
        ("kap", "1054.65", Fraction("0.12")),
        ("kap", "1054.66", Fraction(0)),
        ("kap", "2500", Fraction(0)),
        # 10 %: 1.20 a year for each euro a month.
        ("afbouw", "879.66", Fraction(2100)),
        ("afbouw", "880.66", Fraction("2098.80")),
        ("afbouw", "2629.66", Fraction(0)),
    ],
)
def test_de_huurgrens_loopt_af(sjabloon: str, huur: str, bedrag: Fraction) -> None:
    nieuw = herstel(wet_van(HUUR), bevinding(), sjabloon)
    assert uitkomst(nieuw, huurder(huur))["toeslag van A"] == bedrag


@pytest.mark.parametrize("sjabloon", ["kap", "afbouw"])
def test_een_afloop_geeft_geen_nieuwe_klif_en_geen_ongelijkheid(sjabloon: str) -> None:
    mensen = bevolking({"879.66": 1, "879.67": 1, "899.66": 1, "899.67": 1}, True)
    p = proef(sjabloontekst(sjabloon), mensen)
    assert p.voor.grootste is not None
    assert p.voor.grootste.maat == 2100
    assert (p.nieuwe_kliffen, p.verplaatst, p.nieuwe_ongelijkheid, p.nieuwe_gaten) == ((),) * 4
    assert p.na.grootste is not None
    assert p.na.grootste.maat < 1


def test_zonder_grens_is_er_geen_klif_meer() -> None:
    """What was done in 2026."""
    p = proef(ZONDER)
    assert p.na.grootste is None or p.na.grootste.maat == 0
    assert (p.nieuwe_kliffen, p.verplaatst, p.hard_oud, p.hard_nieuw) == ((), (), 0, 0)
    assert p.groepen[0].geholpen == 1


def test_een_uitzondering_met_een_getal_verplaatst_de_klif_en_maakt_gelijken_ongelijk() -> None:
    """20 over it is let through. The citizen of the finding is helped; at 899.66 and 899.67 both
    had nothing, and now they differ by 2100; there is no way out at the new place either."""
    mensen = bevolking({"879.67": 1, "899.66": 1, "899.67": 1, "950": 1}, True)
    p = proef(GETAL, mensen)
    assert p.groepen[0].geholpen == 1
    (v,) = p.verplaatst
    assert (v.oud.van, v.oud.naar) == ("879,66 €/mnd", "879,67 €/mnd")
    assert (v.nieuw.van, v.nieuw.naar) == ("899,66 €/mnd", "899,67 €/mnd")
    assert v.oud.maat == v.nieuw.maat == 2100
    assert [(o.een, o.ander, int(o.verschil)) for o in p.nieuwe_ongelijkheid] == [
        ("rij 2", "rij 3", 2100)
    ]
    assert len(p.nieuwe_gaten) == 1
    assert p.groepen[-1].hard_nieuw > 0
    assert oordeel(p) == (
        "de klif is verplaatst: zij lag tussen 879,66 €/mnd en 879,67 €/mnd, en ligt nu tussen "
        "899,66 €/mnd en 899,67 €/mnd; zij kost daar nog 2100 €"
    )


def test_een_andere_klif_verderop_is_nieuw_en_niet_verplaatst() -> None:
    """700 at 1500 is less than half of the 2100 that went: not the same cliff further on. Nobody
    that was looked at stands there."""
    p = proef(LATER)
    assert p.verplaatst == ()
    assert (p.hard_oud, p.hard_nieuw, p.fouten) == (0, 0, ())
    assert oordeel(p) == "er is een nieuwe klif: 700 € tussen 1500 €/mnd en 1500,01 €/mnd"


# ------------------------------------------------------------------ a real population


def groep(tekst: str, rijen: dict[str, int], synthetisch: bool) -> tuple[Any, Any, Any, Any]:
    """(cells, sentence, JSON, what else is said) of the group of the population."""
    uit = draai(tekst, bevolking(rijen, synthetisch))
    (p,) = uit.proeven
    naam = p.groepen[-1].naam
    (zin,) = [z for z in zinnen(p) if z.startswith(naam)]
    rest = [z for z in zinnen(p) if z != zin]
    return groepsregels(p)[-1][2:], zin, herstel_json(uit)["varianten"][0]["groepen"][-1], rest


@pytest.mark.parametrize(("aantal", "verborgen"), [(9, True), (10, False)])
def test_van_minder_dan_tien_geholpenen_wordt_niets_verteld(aantal: int, verborgen: bool) -> None:
    cellen, zin, los, _ = groep(ZONDER, {"879.67": aantal, "700": 90}, False)
    assert cellen[0].startswith("minder dan 10 van") is verborgen
    assert cellen[1] == ("–" if verborgen else "€ 21.000")
    assert ("verder wordt niets verteld" in zin) is verborgen
    assert (los["geholpen"] is None) is verborgen
    assert (los["kosten"] is None) is verborgen
    assert (los["hard voor"] is None) is verborgen


@pytest.mark.parametrize(("aantal", "verborgen"), [(9, True), (10, False)])
def test_van_minder_dan_tien_die_verliezen_ook_niet(aantal: int, verborgen: bool) -> None:
    """With 500 instead of 2100 whoever had it loses 1600. 50 who had nothing gain."""
    cellen, zin, los, rest = groep(LAGER, {"700": aantal, "1200": 50}, False)
    assert cellen[0].startswith("50 van")
    assert (cellen[1] == "–") is verborgen
    assert ("verder wordt niets verteld" in zin) is verborgen
    assert (los["kosten"] is None) is verborgen
    assert (los["verliest"] is None) is verborgen
    assert not any("rij 1" in z for z in rest)


def test_een_huishouden_van_een_echte_bevolking_wordt_niet_genoemd() -> None:
    rijen = {"899.66": 20, "899.67": 20, "700": 20}
    for tekst, woorden in ((GETAL, "nieuwe ongelijkheid: rij"), (LAGER, "heeft minder dan eerst")):
        verzonnen, echt = (groep(tekst, rijen, s)[3] for s in (True, False))
        assert any(woorden in z and "rij" in z for z in verzonnen)
        assert not any("rij" in z.split() for z in echt)


def test_een_verzonnen_bevolking_mag_alles_zeggen() -> None:
    cellen, zin, los, _ = groep(HOGER, {"700": 3}, True)
    assert cellen[:2] == ("3 van 3", "€ 300")
    assert "verder wordt niets verteld" not in zin
    assert los["kosten"]["som"] == "300"
