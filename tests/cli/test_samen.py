"""More laws at once: the day on which they are looked at, and what is said of what is not there."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cli.conftest import WORTEL, Roep
from wetsanalyse import chain
from wetsanalyse.opdrachten.gedeeld import dag_van, laad_mappen, laad_scenarios_bij
from wetsanalyse.opdrachten.samen import leemten, stille_uitkomsten

TOESLAGEN = ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")
BIJSTAND = ("bijstand-giften", "bijstand-kostendelersnorm")


def dag_en_leemten(*namen: str, dag: date | None = None) -> tuple[chain.Regelset, date, str]:
    mappen = [WORTEL / "rules" / naam for naam in namen]
    set_ = laad_mappen(mappen, False)
    gekozen = dag_van(set_, laad_scenarios_bij(set_, mappen, False), dag)
    return set_, gekozen, "\n".join(leemten(set_.model, gekozen))


def test_drie_toeslagen_op_een_dag_waarop_zij_alle_drie_gelden() -> None:
    """The rules of zorgtoeslag and kindgebonden budget are of 2025, those of huurtoeslag also of
    2026: alone huurtoeslag is looked at in 2026, together the three are in 2025."""
    _, alleen, _ = dag_en_leemten("huurtoeslag")
    set_, samen, zinnen = dag_en_leemten(*TOESLAGEN)
    assert (alleen.year, samen.year) == (2026, 2025)
    assert stille_uitkomsten(set_.model, samen) == ()
    assert zinnen == ""


def test_wie_zelf_een_dag_noemt_hoort_wat_er_dan_niet_is() -> None:
    _, dag, zinnen = dag_en_leemten(*TOESLAGEN, dag=date(2026, 1, 1))
    assert dag == date(2026, 1, 1)
    assert "“zorgtoeslag per jaar van Aanvrager”" in zinnen
    assert "huurtoeslag" not in zinnen
    assert "op 1-1-2026 is er geen regel die dit bepaalt" in zinnen


def test_wetten_over_andere_mensen_worden_niet_opgeteld() -> None:
    _, dag, zinnen = dag_en_leemten(*BIJSTAND)
    assert dag.year == 2025  # from 2026 on there is no norm for who lives together
    assert "bijstand-giften gaat over Bijstandsgerechtigde" in zinnen
    assert "bijstand-kostendelersnorm gaat over Bewoner en Woning" in zinnen


@pytest.mark.parametrize("naam", ["wahv", "zorgtoeslag"])
def test_een_wet_alleen_mist_niets(naam: str) -> None:
    assert dag_en_leemten(naam)[2] == ""


def test_het_onderzoek_zegt_het(roep: Roep) -> None:
    a = roep("onderzoek", WORTEL / "rules" / "zorgtoeslag", "--rekendatum", "1-1-2020",
             "--diepte", "snel", "--json")  # fmt: skip
    assert a.json["niet_gemeten"][0].endswith("op 1-1-2020 is er geen regel die dit bepaalt")
