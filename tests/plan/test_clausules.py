"""What a clause with an effect does to a value: before the rules, and only when it holds."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.model.hulp import goed, regel
from wetsanalyse.model.feiten import Casus, Huishouden
from wetsanalyse.plan.lower import lower
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist, OordeelSleutel
from wetsanalyse.run.scenarios import voer_uit

DAG = date(2025, 1, 1)
NORM = "bijzonder hard"
OPEN = f"er sprake is van open norm {NORM}"
BOETE = regel("De schuld van een Aanvrager moet gesteld worden op 90 €.", "boete")
BEGIN = regel("De schuld van een Aanvrager moet geïnitialiseerd worden op 70 €.", "begin")


def clausule(op: str, indien: str = OPEN, naam: str = "uitweg", wie: str = "Aanvrager") -> str:
    return (
        f"Hardheidsclausule {naam}\n    bron artikel 9 Wst\n    reikwijdte:\n"
        "    - de gehele regeling Wst\n    geldig vanaf 2025\n"
        f"        Het college kan ten aanzien van een {wie} afwijken van de reikwijdte\n"
        f"        indien {indien}.\n"
        f"        In dat geval moet de {_WAT[wie]} van {_ZELF[wie]} gesteld worden op {op}.\n"
    )


_WAT = {"Aanvrager": "schuld", "Kind": "bijdrage"}
_ZELF = {"Aanvrager": "de Aanvrager", "Kind": "het Kind"}


def schuld(tekst: str, dag: date = DAG, wat: str = "schuld", **gegeven: Any) -> Any:
    """What A owes. ``oordeel``: the judgment about A; all else that is given is an input."""
    oordeel = gegeven.pop("oordeel", None)
    oordelen = {} if oordeel is None else {(NORM, "A"): oordeel}
    invoer = {("A", naam): waarde for naam, waarde in gegeven.items()}
    huis = Huishouden((("A", "Aanvrager"), ("B", "Aanvrager"), ("K", "Kind")), ())
    grond, uitslag = voer_uit(lower(goed(tekst), dag), Casus(dag, huis, invoer, oordelen))
    wie = "K" if wat == "bijdrage" else "A"
    return uitslag.waarden[grond.eigenschappen[wie, wat]]


@pytest.mark.parametrize(("oordeel", "bedrag"), [(True, 5), (False, 90)])
def test_met_een_oordeel(oordeel: bool, bedrag: int) -> None:
    assert schuld(BOETE + clausule("5 €"), oordeel=oordeel) == bedrag


def test_zonder_oordeel_is_het_onbeslist() -> None:
    uit = schuld(BOETE + clausule("5 €"))
    assert uit == Onbeslist(frozenset({OordeelSleutel(NORM, "A")}))


def test_zonder_oordeel_maar_het_maakt_niets_uit() -> None:
    assert schuld(BOETE + clausule("90 €")) == 90


def test_een_voorwaarde_die_te_berekenen_is() -> None:
    tekst = BOETE + clausule("5 €", "zijn leeftijd groter is dan 17 jr")
    uit = [schuld(tekst, leeftijd=Fraction(jaren)) for jaren in (17, 18)]
    assert uit == [90, 5]


def test_de_clausule_gaat_voor_de_beginwaarde() -> None:
    """Also before what an initialisation would fill in; with nothing else there, before input."""
    assert schuld(BEGIN + clausule("5 €"), oordeel=True) == 5
    assert schuld(BEGIN + clausule("5 €"), oordeel=False) == 70
    assert schuld(clausule("5 €"), oordeel=True, schuld=Fraction(33)) == 5
    assert schuld(clausule("5 €"), oordeel=False, schuld=Fraction(33)) == 33
    assert schuld(clausule("5 €"), oordeel=False) is LEEG


def test_buiten_haar_geldigheid_doet_zij_niets() -> None:
    assert schuld(BOETE + clausule("5 €"), date(2024, 12, 31), oordeel=True) == 90


def test_alleen_voor_haar_eigen_objecttype() -> None:
    kind = regel("De bijdrage van een Kind moet gesteld worden op 8 €.", "kind")
    altijd = "de rekendatum later is dan dd. 1-1-2000"
    tekst = BOETE + kind + clausule("1 €", altijd, wie="Kind")
    assert schuld(tekst, wat="bijdrage") == 1
    assert schuld(tekst) == 90


def test_een_fout_van_de_regels_telt_niet_als_de_clausule_beslist() -> None:
    """What the rules would have given is not asked for."""
    deel = "De schuld van een Aanvrager moet gesteld worden op zijn schuld gedeeld door 0."
    deel = deel.replace("zijn schuld", "zijn tegoed")
    tekst = regel(deel, "boete") + clausule("5 €")
    assert schuld(tekst, oordeel=True, tegoed=Fraction(3)) == 5
    assert isinstance(schuld(tekst, oordeel=False, tegoed=Fraction(3)), Fout)


def test_twee_clausules_moeten_hetzelfde_zeggen() -> None:
    tekst = BOETE + clausule("5 €") + clausule("6 €", naam="noodrem")
    uit = schuld(tekst, oordeel=True)
    assert isinstance(uit, Fout)
    assert uit.code == "BOTSING"
    assert schuld(tekst, oordeel=False) == 90
    zelfde = BOETE + clausule("5 €") + clausule("5 €", naam="noodrem")
    assert schuld(zelfde, oordeel=True) == 5


def test_het_plan_noemt_de_clausule() -> None:
    plan = lower(goed(BOETE + clausule("5 €")), DAG)
    assert [v.regel for v in plan.schrijvers["Aanvrager", "schuld"]] == [
        "boete",
        "Hardheidsclausule uitweg",
    ]
    herkomst = plan.versies["Hardheidsclausule uitweg"].herkomst
    assert [str(b) for b in herkomst.bronnen] == ["artikel 9, Wst"]
