"""What can be asked of `onderzoek` beside the law: how deep, where, which patterns; and what is
left when it is broken off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Roep
from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Onderzoek
from wetsanalyse.analyses.onderzoek import Voortgang, Vraag, onderzoek
from wetsanalyse.analyses.verlopen.diepte import SNEL

SNEL_ = ("--diepte", "snel")


ZONDER_UITKOMST = """
Objecttype de Huurder (mv: Huurders) (bezield)
    het inkomen	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    de hulp	Numeriek (niet-negatief geheel getal) met eenheid €/jr;

Regel hulp
    bron "verzonnen"
    geldig vanaf 2025
        De hulp van een Huurder moet gesteld worden op zijn inkomen.
"""


def test_diepte_en_seed_staan_in_de_uitvoer(roep: Roep, wahv: Path) -> None:
    een, ander = (roep("onderzoek", wahv, *SNEL_, "--seed", "7", "--json") for _ in range(2))
    assert een.code == 0
    assert (een.json["diepte"], een.json["seed"], een.json["afgebroken"]) == ("snel", 7, False)
    assert een.uit == ander.uit
    assert any("niet gezocht" in reden for reden in een.json["niet_gemeten"])


def test_langs_een_as(roep: Roep, zorgtoeslag: Path) -> None:
    a = roep("onderzoek", zorgtoeslag, *SNEL_, "--as", "Vermogen", "--json")
    assert a.code == 0
    langs = {b["as"] for b in a.json["bevindingen"] if b["patroon"] == "P01"}
    assert langs == {"vermogen"}
    assert any("alleen de as “vermogen”" in reden for reden in a.json["niet_gemeten"])


def test_een_onbekende_as(roep: Roep, zorgtoeslag: Path) -> None:
    a = roep("onderzoek", zorgtoeslag, "--as", "vermoge")
    assert a.code == 2
    assert "“vermoge” is geen gegeven waarlangs te zoeken is" in a.fout
    assert "vermogen" in a.fout.partition("wel bijvoorbeeld")[2]


def test_wat_een_regel_uitrekent_is_geen_as(roep: Roep, zorgtoeslag: Path) -> None:
    a = roep("onderzoek", zorgtoeslag, "--as", "zorgtoeslag per jaar")
    assert a.code == 2
    assert "die geen regel uitrekent" in a.fout


def test_er_geldt_geen_enkele_regel(roep: Roep, zorgtoeslag: Path) -> None:
    a = roep("onderzoek", zorgtoeslag, *SNEL_, "--rekendatum", "1-1-1900")
    assert a.code == 1
    assert "Er is niets onderzocht: op 01-01-1900 geldt geen enkele regel." in a.fout


def test_zonder_uitkomst_is_er_niets_onderzocht(roep: Roep, tmp_path: Path) -> None:
    (tmp_path / "wet.regels").write_text(ZONDER_UITKOMST, encoding="utf-8")
    a = roep("onderzoek", tmp_path, *SNEL_)
    assert (a.code, a.fout.strip()) == (1, "Er is niets onderzocht: er is geen blok Uitkomst.")
    b = roep("herstel", tmp_path, "--bevinding", "P01-x")
    assert b.code == 2
    assert "er is geen blok Uitkomst; er is dus niets te herstellen" in b.fout


def test_een_getal_dat_te_klein_is(roep: Roep, zorgtoeslag: Path) -> None:
    a = roep("onderzoek", zorgtoeslag, "--top", "0")
    assert a.code == 2
    assert "--top: schrijf een geheel getal, 1 of groter" in a.fout


def test_alleen_deze_patronen(roep: Roep, zorgtoeslag: Path) -> None:
    a = roep("onderzoek", zorgtoeslag, *SNEL_, "--patronen", "p01, P14", "--json")
    assert a.code == 0
    assert {b["patroon"] for b in a.json["bevindingen"]} == {"P01", "P14"}
    assert any("alleen gevraagd: P01, P14" in reden for reden in a.json["niet_gemeten"])


@pytest.mark.parametrize("lijst", ["P99", "P01,klif", ""])
def test_een_onbekend_patroon(roep: Roep, zorgtoeslag: Path, lijst: str) -> None:
    a = roep("onderzoek", zorgtoeslag, "--patronen", lijst)
    assert a.code == 2
    assert "is geen patroon; wel: P01" in a.fout


@pytest.mark.parametrize(("optie", "waarde"), [("--diepte", "dieper"), ("--seed", "-1")])
def test_een_verkeerde_waarde(roep: Roep, zorgtoeslag: Path, optie: str, waarde: str) -> None:
    a = roep("onderzoek", zorgtoeslag, optie, waarde)
    assert a.code == 2
    assert optie in a.fout


# ------------------------------------------------------------------ broken off


def breek_af(na: int) -> Voortgang:
    """A progress callback that stops at the sweep with this number."""

    def voortgang(wat: str, nu: int, _van: int) -> None:
        if wat == "vegen" and nu == na:
            raise KeyboardInterrupt

    return voortgang


def test_wie_afbreekt_houdt_wat_er_was(zorgtoeslag: Path) -> None:
    """Broken off before the first sweep: nothing. Later: what the sweeps until then show."""
    set_ = chain.laad([zorgtoeslag]).value
    map_ = chain.scenariomap(zorgtoeslag)
    assert map_ is not None
    scenarios = chain.laad_scenarios(set_, [map_]).value
    dag = chain.kies_rekendatum(set_.model, scenarios)
    assert dag is not None
    meteen, later = (
        onderzoek(set_.model, scenarios, dag, breek_af(na), Vraag(SNEL)) for na in (0, 12)
    )
    assert meteen.afgebroken
    assert later.afgebroken
    assert (meteen.sweeps, later.sweeps) == (0, 12)
    assert not [b for b in meteen.bevindingen if b.getuigen]
    assert [b for b in later.bevindingen if b.getuigen]
    assert any("afgebroken" in reden for reden in later.niet_gemeten)


def test_afbreken_geeft_code_130(
    roep: Roep, zorgtoeslag: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = chain.analyse

    def afgebroken(model: Any, scenarios: Any, dag: Any, _v: Any, vraag: Vraag) -> Onderzoek:
        return echt(model, scenarios, dag, breek_af(12), vraag)

    monkeypatch.setattr(chain, "analyse", afgebroken)
    a = roep("onderzoek", zorgtoeslag, *SNEL_, "--json")
    assert a.code == 130
    assert a.json["afgebroken"] is True
    assert a.json["bevindingen"]
    assert "Afgebroken" in a.fout
