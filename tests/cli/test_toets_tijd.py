"""`toets` with expectations on a day: what is wrong names the day."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Roep

REGELS = """\
Objecttype de Burger (bezield)
    het inkomen	Numeriek (geheel getal) met eenheid €/jr;
    de hulp	Numeriek (geheel getal) met eenheid €/jr;

Regel hulp
    geldig altijd
        De hulp van een Burger moet berekend worden als
        2 maal zijn inkomen.

Gebeurtenis wijziging
    soort levensgebeurtenis
    verandert het inkomen van een Burger
"""
SCENARIO = """\
Scenario proef
    rekendatum 1-1-2025
    gegeven
        - een Burger A met inkomen gelijk aan 3 €/jr
        - op 1-3-2025 wijziging met het inkomen van A gelijk aan 5 €/jr
    dan
        - op 28-2-2025 is de hulp van A gelijk aan 6 €/jr
        - op 1-3-2025 is de hulp van A gelijk aan 6 €/jr
"""


def test_een_verwachting_op_een_dag_die_niet_klopt(roep: Roep, tmp_path: Path) -> None:
    for map_, naam, tekst in (
        ("rules", "a.regels", REGELS), ("scenarios", "a.scenario", SCENARIO)
    ):  # fmt: skip
        (tmp_path / map_ / "proef").mkdir(parents=True)
        (tmp_path / map_ / "proef" / naam).write_text(tekst, encoding="utf-8")
    antwoord = roep("toets", tmp_path / "rules" / "proef", "--json")
    assert antwoord.code == 1
    (mislukt,) = antwoord.json["mislukt"]
    assert mislukt["afwijkingen"] == [
        "op 1-3-2025 is de hulp van A gelijk aan 6 €/jr: het model geeft 10 €/jr"
    ]
    tekst = roep("toets", tmp_path / "rules" / "proef").uit
    assert "op 1-3-2025" in tekst
    assert "op 28-2-2025" not in tekst
