"""Rules that are not hard: no finding at all at the default thresholds. Each with one parameter
changed is hard after all, and the named pattern says so. [hardheid: the benign controls]

The laws are made up and stand in tests/modellen/goedaardig; every amount is worked out below.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.analyses.proefwet import onderzoek_met
from tests.analyses.voorbeeld import DAG, WORTEL, model_van, patronen, van
from wetsanalyse.analyses.bevinding import Onderzoek
from wetsanalyse.analyses.onderzoek import Vraag, onderzoek
from wetsanalyse.analyses.verlopen.diepte import SNEL

MAP = WORTEL / "tests" / "modellen" / "goedaardig"
BIJNA = {
    # below 600 nothing: at 26,428 there is 1,500 - 14 % of 6,428 = 600.08, and then nil
    "eindpunt-onder-24-euro": ("is 24 €/jr", "is 600 €/jr", "P01", Fraction("600.08")),
    # 120 % of each euro: 1,200 of 1,000
    "lineaire-afbouw": ("percentage is 20%", "percentage is 120%", "P02", Fraction(6, 5)),
    # 180 days at 4 euro: 720 for the last day that counts
    "naar-rato-per-dag": ("duur is 0 dg", "duur is 180 dg", "P01", 720),
    # all of it must be paid: 1,200 for one euro too little
    "naar-rato-van-bewezen-kosten": ("zijn is 0%", "zijn is 100%", "P03", 1200),
    # 1,000 euro for the first euro too much
    "verlies-nooit-groter-dan-de-overschrijding": ("is 1 /jr", "is 1000 /jr", "P01", 1000),
    # a step of 10,000 euro: 10 % of it at once
    "tien-cent-per-euro": ("de stap is 1 €", "de stap is 10000 €", "P01", 1000),
    # a step of 5,000 euro: 13 % of it is 650
    "afronden-op-hele-euros": ("de stap is 1 €/jr", "de stap is 5000 €/jr", "P01", 650),
    # 130 % of each euro in the highest band
    "belastingschijven": ("tarief is 49%", "tarief is 130%", "P02", Fraction(13, 10)),
    # insured is no matter of degree; what was paid is
    "van-nature-ja-of-nee": ("moet zijn is 0 €", "moet zijn is 1000 €", "P03", 1200),
    # one day late costs 300
    "termijn-zonder-gevolg": ("de kosten is 0 €", "de kosten is 300 €", "P06", 300),
    # 60 % is four times 15 %
    "gewone-kosten-met-matiging": ("de boete is 15%", "de boete is 60%", "P04", 4),
    # 1,200 against 700
    "uitkeringen-die-elkaar-vervangen": ("bijslag is 1200", "bijslag is 700", "P01", 500),
    # five times what was hidden, also for who did not do it on purpose
    "terugvordering-na-opzet": ("    opzet bij te kwader trouw\n", "", "P04", 5),
    # no two years but one day: 731 days at 2 euro is 1,462
    "leeftijd-met-ingroei": ("per dag is 2 €/dg", "per dag is 1462 €/dg", "P01", 1462),
}  # fmt: skip


def tekst(naam: str) -> str:
    return (MAP / naam / "wet.regels").read_text("utf-8")


def bekijk(wet: str, naam: str = "") -> Onderzoek:
    scenario = MAP / naam / "wet.scenario"
    if scenario.exists():
        return onderzoek_met(wet, scenario.read_text("utf-8"))
    model = model_van(wet)
    return onderzoek(model, (), DAG, vraag=Vraag(replace(SNEL, sweeps=30, personages=12)))


def test_elke_wet_heeft_een_bijna() -> None:
    assert {p.name for p in MAP.iterdir()} == set(BIJNA)


@pytest.mark.parametrize("naam", BIJNA)
def test_een_nette_wet_geeft_geen_bevinding(naam: str) -> None:
    gevonden = bekijk(tekst(naam), naam)
    assert gevonden.bevindingen == ()
    assert gevonden.sweeps > 0
    assert gevonden.sweeps_gezocht == 0


@pytest.mark.parametrize("naam", BIJNA)
def test_met_een_ander_getal_is_het_hard(naam: str) -> None:
    oud, nieuw, patroon, maat = BIJNA[naam]
    assert tekst(naam).count(oud) == 1
    gevonden = bekijk(tekst(naam).replace(oud, nieuw), naam)
    assert [b.maat for b in van(gevonden, patroon)] == [maat]


# ------------------------------------------------------------------ deliberate concealment

OPZET = "terugvordering-na-opzet"


def test_zonder_verklaring_is_zwijgen_geen_opzet() -> None:
    """547 days from the change to the decision, at 4 euro: 2,188, and 17 whole months of 365/12
    days. Nothing was said about what is done on purpose, so P11 sees it as any other delay."""
    gevonden = bekijk(tekst(OPZET).replace("    opzet bij te kwader trouw\n", ""), OPZET)
    [b] = van(gevonden, "P11")
    assert (b.maat, b.drempel.naam, b.getuigen[0].verlies) == (17, "wist het niet", 2188)


def test_wie_niets_met_opzet_deed_telt_wel() -> None:
    """The same consequences for who did nothing on purpose: the declaration helps nobody then, and
    who did it on purpose is better off (P09)."""
    niet = tekst(OPZET).replace(
        "indien hij te kwader trouw is", "indien hij niet te kwader trouw is"
    )
    verhaal = (MAP / OPZET / "wet.scenario").read_text("utf-8")
    gevonden = onderzoek_met(niet, verhaal.replace("        - A is te kwader trouw\n", ""))
    assert [b.maat for b in van(gevonden, "P04")] == [5]
    assert [b.maat for b in van(gevonden, "P11")] == [17]
    assert van(gevonden, "P09")
    assert any("te kwader trouw" in punt for punt in gevonden.open_punten)


def test_voor_iedereen_gelijk_dan_blijft_wie_te_goeder_trouw_is() -> None:
    """The consequence follows without a test on purpose: only who acted on purpose is left out."""
    altijd = tekst(OPZET).replace("\n        indien hij te kwader trouw is", "")
    gevonden = bekijk(altijd, OPZET)
    assert [b.maat for b in van(gevonden, "P04")] == [5]
    assert not any(g.burger.invoer.get(("A", "te kwader trouw")) for b in van(gevonden, "P04")
                   for g in b.getuigen)  # fmt: skip
    assert "P11" not in patronen(gevonden)
