"""The invented control and the wrong model of others."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from tests.analyses.voorbeeld import DAG, WORTEL, onderzocht, van, wet
from wetsanalyse import chain
from wetsanalyse.analyses.onderzoek import draai_scenarios, onderzoek

FOUT = WORTEL / "tests" / "modellen" / "verkeerde-zorgtoeslag"
FEITEN = (
    # Published by the Belastingdienst, as quoted in the press: euro per month for a single person
    (28000, 131),
    (30000, 112),
    (33000, 78),
    (36000, 44),
    (39000, 10),
    (42000, 0),
)


def test_de_controle_heeft_geen_bevindingen() -> None:
    gevonden = onderzocht("controle-inkomenssteun")
    assert gevonden.bevindingen == ()
    assert gevonden.sweeps > 0, "it did look"
    assert gevonden.sweeps_gezocht == 0
    assert all(s.geslaagd for s in gevonden.scenarios)


# ------------------------------------------------------------------ the end point as a parameter


def _fout_model() -> chain.Regelset:
    set_ = chain.laad([FOUT])
    assert set_.ok, set_.fouten
    return set_.value


def test_het_verkeerde_model_heeft_een_valse_klif() -> None:
    """By hand: 2112 - 1.896 % of 39719 = 1358.93, rounded 1359; one euro further nothing."""
    gevonden = onderzoek(_fout_model().model, (), DAG)
    klif = next(b for b in van(gevonden, "P01") if b.as_ == "toetsingsinkomen")
    verwacht = round(2112 - Fraction("0.01896") * 39719)
    assert klif.maat == verwacht == 1359
    assert klif.maat > 1000
    assert klif.regels == ("inkomensgrens",)
    g = klif.getuigen[0]
    assert g.waarde_buur == 39719
    assert g.waarde_burger == 39720


def reeks() -> str:
    """The published amounts as scenario text."""
    rijen = "".join(f"| {inkomen} €/jr | {bedrag} €/mnd |\n" for inkomen, bedrag in FEITEN)
    return (
        "Voorbeeldreeks gepubliceerde bedragen\n"
        '    bron "bedragen zorgtoeslag 2025 van de Belastingdienst, aangehaald in de pers"\n'
        "    rekendatum 1-1-2025\n"
        "    gegeven\n"
        "        - een Aanvrager A met vermogen gelijk aan 0 €\n"
        "        - A is verzekerd\n"
        "| het toetsingsinkomen van A | dan de zorgtoeslag per maand van A |\n"
        "|---|---|\n" + rijen
    )


def geslaagd(set_: chain.Regelset, map_: Path) -> list[bool]:
    bestand = map_ / "bedragen.scenario"
    bestand.write_text(reeks(), "utf-8")
    scenarios = chain.laad_scenarios(set_, [bestand])
    assert scenarios.ok, scenarios.fouten
    return [u.geslaagd for u in draai_scenarios(set_.model, scenarios.value)[0]]


def test_de_gepubliceerde_bedragen_spreken_het_tegen(tmp_path: Path) -> None:
    """Every amount above zero is wrong in the wrong model, and all are right in ours."""
    assert geslaagd(wet("zorgtoeslag")[0], tmp_path) == [True] * len(FEITEN)
    uitkomst = geslaagd(_fout_model(), tmp_path)
    assert len(uitkomst) == len(FEITEN)
    # At 28000 the wrong premium is 530.88 instead of 538.58: 131.76 a month, still 131.
    assert [inkomen for (inkomen, _), goed in zip(FEITEN, uitkomst, strict=True) if not goed] == [
        30000,
        33000,
        36000,
        39000,
    ]


def test_het_echte_model_heeft_die_klif_niet() -> None:
    assert not [b for b in onderzocht("zorgtoeslag").bevindingen if b.as_ == "toetsingsinkomen"]
