"""The benchmark of worst cases: its answers are proofs; the layered search finds a cheap one; and a
find that beats a proof, or lies outside the problem, stops the measurement."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from benchmarks.hardheid import __main__ as ingang
from benchmarks.hardheid import methoden
from benchmarks.hardheid.keuring import Weerlegd, keur, keur_antwoord
from benchmarks.hardheid.meten import lees_rijen, meet
from benchmarks.hardheid.methoden import METHODEN, Vondst
from benchmarks.hardheid.probleem import Probleem, lees, opgave, speel_na
from wetsanalyse.analyses.oorzaak.onderscheid import met_gegeven
from wetsanalyse.analyses.verlopen.vegen import veeg_van
from wetsanalyse.run.symbolisch_termen import beschikbaar

GOEDKOOP = ("zorg-alleen-vermogen", "wahv-betaaldatum")


def probleem(naam: str) -> Probleem:
    return next(p for p in lees() if p.naam == naam)


def met_antwoord(p: Probleem, verlies: int) -> Probleem:
    assert p.antwoord is not None
    return replace(p, antwoord=replace(p.antwoord, verlies=Fraction(verlies)))


def test_er_zijn_minstens_twintig_bewezen_problemen() -> None:
    problemen = lees()
    assert len(problemen) >= 20
    assert len({p.naam for p in problemen}) == len(problemen)
    assert all(p.antwoord is not None and p.antwoord.verlies > 0 for p in problemen)


@pytest.mark.parametrize("naam", GOEDKOOP)
def test_de_burger_van_het_antwoord_verliest_dat_ook_exact_gerekend(naam: str) -> None:
    """1,573 and 750: hardheid.md 12, P1v for one person and P3t."""
    p = probleem(naam)
    assert p.antwoord is not None
    assert speel_na(opgave(p)) == p.antwoord.verlies
    assert p.antwoord.verlies == {"zorg-alleen-vermogen": 1573, "wahv-betaaldatum": 750}[naam]


def test_de_lagen_vinden_het_ergste_van_een_goedkoop_probleem() -> None:
    p = probleem("zorg-alleen-vermogen")
    assert p.antwoord is not None
    assert METHODEN["lagen"](opgave(p), 1, 0).verlies == p.antwoord.verlies


# ------------------------------------------------------------------ a find that cannot be


@pytest.mark.parametrize("manier", ["alleen zoeken en vegen", "willekeurig", "raster"])
def test_wat_een_manier_vindt_ligt_in_het_probleem(
    manier: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a partner who is fixed as not insured: 3,010 is for two who are, and out of reach."""
    monkeypatch.setattr(methoden, "BUITEN", 40)
    vast = {("B", "verzekerd"): False}
    o = opgave(replace(probleem("zorg-paar-vermogen"), vast=vast))
    vondst = METHODEN[manier](o, 1, 60)
    keur(o, manier, 1, vondst)
    assert vondst.verlies < 3010
    for casus in vondst.paar or ():
        assert casus.invoer["B", "verzekerd"] is False


def test_een_burger_van_een_scenario_buiten_het_bereik_doet_niet_mee() -> None:
    """A parent of 1972 is in the scenarios; the range of the problem begins later."""
    o = opgave(probleem("kosten-kind"))
    gekozen, _ = methoden.vaste_burgers(o)
    assert gekozen
    assert [fout for casus in gekozen for fout in o.buiten(casus)] == []


def test_wie_buiten_het_probleem_kijkt_wordt_betrapt() -> None:
    """One that gives citizens other hours of childcare than the problem fixes."""
    o = opgave(probleem("opvang-eigen-bijdrage"))
    uren = ("K1", "opvanguren per maand")
    veeg = veeg_van(o.plan, o.opdracht.op(met_gegeven(o.modaal, *uren, Fraction(230))))
    assert veeg is not None
    verlies, paar = methoden.grootste(veeg) or (Fraction(0), None)
    with pytest.raises(Weerlegd, match=r"K1\.opvanguren per maand is vast"):
        keur(o, "verzonnen", 1, Vondst(verlies, 1, paar))


def test_meer_dan_bewezen_stopt_de_meting(tmp_path: Path) -> None:
    """The true worst is 1,573: who says that 1,572 is proven is told so, with the citizen."""
    o = opgave(met_antwoord(probleem("zorg-alleen-vermogen"), 1572))
    vondst = METHODEN["lagen"](o, 1, 0)
    with pytest.raises(Weerlegd, match=r"meer dan bewezen \(1572\).*A.vermogen="):
        keur(o, "lagen", 1, vondst)
    with pytest.raises(Weerlegd, match="past niet bij de wet"):
        meet([o.probleem], ["lagen"], [1], tmp_path / "uit.jsonl")
    assert lees_rijen(tmp_path / "uit.jsonl") == []


def test_een_verlies_dat_niet_uitkomt_stopt_de_meting() -> None:
    """The witness of the proof loses 1,573; a method that says 1,000 of that citizen is wrong."""
    o = opgave(probleem("zorg-alleen-vermogen"))
    assert o.probleem.antwoord is not None
    burger = o.keuze.casus(dict(o.probleem.antwoord.burger))
    buur = o.keuze.casus(dict(o.probleem.antwoord.buur))
    keur(o, "verzonnen", 1, Vondst(Fraction(1573), 1, (burger, buur)))
    with pytest.raises(Weerlegd, match="exact gerekend is het 1573"):
        keur(o, "verzonnen", 1, Vondst(Fraction(1000), 1, (burger, buur)))
    with pytest.raises(Weerlegd, match="zonder burger"):
        keur(o, "verzonnen", 1, Vondst(Fraction(1), 1, None))


def test_een_antwoord_van_een_oude_wet_wordt_niet_gebruikt() -> None:
    """As if the law gave more when the answer was proven."""
    keur_antwoord(opgave(probleem("zorg-alleen-vermogen")))
    with pytest.raises(Weerlegd, match="Maak het opnieuw"):
        keur_antwoord(opgave(met_antwoord(probleem("zorg-alleen-vermogen"), 1574)))


# ------------------------------------------------------------------ the command


def test_een_onbekend_begin_wordt_geweigerd(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as fout:
        ingang.main(["meet", "nergens.jsonl", "--problemen", "zorg,zorch"])
    assert fout.value.code == 2
    assert "Geen probleem begint met “zorch”. Kies uit: zorg-alleen-inkomen" in (
        capsys.readouterr().err
    )


def test_een_onbekende_manier_wordt_geweigerd(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as fout:
        ingang.main(["meet", "nergens.jsonl", "--methoden", "lagen,gokken"])
    assert fout.value.code == 2
    assert "Er is geen manier “gokken”" in capsys.readouterr().err


@pytest.mark.skipif(not beschikbaar(), reason="de bewijzer is er niet")
def test_waarheid_geeft_dezelfde_antwoorden(tmp_path: Path) -> None:
    """What was not asked for stays as it is; what was is proven again."""
    uit = tmp_path / "problemen.yaml"
    assert ingang.main(["waarheid", str(uit), "--problemen", "bezwaar-bezwaar"]) == 0
    assert [(p.naam, p.antwoord and p.antwoord.verlies) for p in lees(uit)] == [
        (p.naam, p.antwoord and p.antwoord.verlies) for p in lees()
    ]
