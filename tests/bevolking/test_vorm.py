"""What a row is about and which columns it has, read from the rules."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analyses.voorbeeld import model_van, wet
from tests.bevolking.proefwet import DAG, GEGEVENS, REGELS, vorm
from wetsanalyse.bevolking.vorm import Velden, Vorm, huishouden, vorm_van
from wetsanalyse.model.feiten import Feit
from wetsanalyse.text import Result


def namen(velden: Velden) -> list[str]:
    return [veld.naam for veld in velden.nodig]


def van_wet(naam: str, dag: date) -> Vorm:
    gevonden = vorm_van(wet(naam)[0].model, dag).value
    assert gevonden is not None
    return gevonden


def test_de_kolommen_van_zorgtoeslag() -> None:
    v = van_wet("zorgtoeslag", date(2025, 1, 1))
    assert (v.wortel, v.mens) == ("Aanvrager", True)
    assert namen(v.velden) == ["toetsingsinkomen", "vermogen", "is verzekerd"]
    (partner,) = v.rollen
    assert (partner.kolom, partner.rol.meerdere) == ("toeslagpartner", False)
    assert namen(partner.velden) == ["toetsingsinkomen", "vermogen", "is verzekerd"]


def test_wat_alleen_van_een_ander_niet_telt_is_bij_die_ander_geen_kolom() -> None:
    """The rent of the toeslagpartner decides nothing in the huurtoeslag."""
    v = van_wet("huurtoeslag", date(2026, 1, 1))
    (partner,) = v.rollen
    assert "rekenhuur" in namen(v.velden)
    assert "rekenhuur" not in namen(partner.velden)
    assert "rekenhuur" in [veld.eigenschap for veld in partner.velden.overig]
    assert "toetsingsinkomen" in namen(partner.velden)


def test_veel_heten_naar_hun_meervoud() -> None:
    v = van_wet("kindgebonden-budget", date(2025, 1, 1))
    assert [(r.naam, r.kolom) for r in v.veel] == [("kind", "kinderen")]
    assert [r.naam for r in v.enkel] == ["toeslagpartner"]


def test_wie_samen_geteld_worden_horen_bij_een_rij() -> None:
    """The bijstandsnorm counts all who live in the home: then a row is a home."""
    v = van_wet("bijstand-kostendelersnorm", date(2025, 1, 1))
    assert (v.wortel, v.mens, v.velden.nodig) == ("Woning", False, ())
    (bewoner,) = v.veel
    assert bewoner.mens
    assert "geboortedatum" in namen(bewoner.velden)


def test_de_vorm_van_een_huishouden() -> None:
    gemaakt = huishouden(vorm(), frozenset({"partner"}), {"kind": 2})
    assert gemaakt.objecten == (
        ("A", "Burger"), ("partner", "Burger"), ("kind 1", "Kind"), ("kind 2", "Kind"),
    )  # fmt: skip
    assert gemaakt.feiten == (
        Feit("partnerschap", ("A", "partner")),
        Feit("gezin", ("A", "kind 1")),
        Feit("gezin", ("A", "kind 2")),
    )
    assert huishouden(vorm(), frozenset(), {}).objecten == (("A", "Burger"),)


def test_een_woning_speelt_de_eerste_rol() -> None:
    v = van_wet("bijstand-kostendelersnorm", date(2025, 1, 1))
    (feit,) = huishouden(v, frozenset(), {"bewoner": 1}).feiten
    assert feit.objecten == ("A", "bewoner 1")


def test_alleen_wat_een_uitkomst_nodig_heeft() -> None:
    assert "toelichting" not in namen(vorm().velden)
    assert [v.naam for v in vorm().velden.overig] == ["toelichting"]
    assert vorm().velden.berekend == {"bedrag", "kindbedrag", "aantal jonge kinderen"}
    (partner,) = vorm().enkel
    assert namen(partner.velden) == ["huur"]


# ------------------------------------------------------------------ what a table cannot say


def proef(gegevens: str = "", regels: str = "", dag: date = DAG) -> Result[Vorm | None]:
    return vorm_van(model_van(GEGEVENS + gegevens + REGELS + regels), dag)


def codes(gevonden: Result[Vorm | None]) -> list[str]:
    return [m.code for m in gevonden.diagnostics]


def test_wat_per_maand_verschilt_past_niet_in_een_tabel() -> None:
    gevonden = _loonwet(
        "het loon	Numeriek (geheel getal) met eenheid € voor elke maand;", "zijn loon"
    )
    assert gevonden.value is not None
    assert gevonden.value.velden.nodig == ()
    assert set(codes(gevonden)) == {"BEV-VELD"}


def test_elk_deel_van_een_dimensie_is_een_kolom() -> None:
    """But for the parts that a rule sets."""
    lid = "het loon	Numeriek (geheel getal) met eenheid € gedimensioneerd met peiljaar;"
    som = "de som van zijn loon over alle peiljaren"
    gevonden = _loonwet(lid, som)
    assert gevonden.value is not None
    assert codes(gevonden) == []
    namen = [v.naam for v in gevonden.value.velden.nodig]
    assert namen == ["loon van vorig jaar", "loon van dit jaar"]
    regel = """
Regel loon
    bron artikel 5 Wop
    geldig altijd
        Het loon van dit jaar van een Burger moet gesteld worden op 5 €.
"""
    deels = _loonwet(lid, som, regel)
    assert deels.value is not None
    assert [v.naam for v in deels.value.velden.nodig] == ["loon van vorig jaar"]
    assert "loon van dit jaar" in deels.value.velden.berekend


def _loonwet(lid: str, waarde: str, meer: str = "") -> Result[Vorm | None]:
    gegevens = f"""
Dimensie het peiljaar, bestaande uit de peiljaren (na het attribuut met voorzetsel van):
    1. vorig jaar
    2. dit jaar

Extensie van objecttype de Burger
    {lid}
    het totaal	Numeriek (geheel getal) met eenheid € voor elke maand;
"""
    regels = f"""
Regel totaal
    bron artikel 5 Wop
    geldig altijd
        Het totaal van een Burger moet gesteld worden op {waarde}.
"""
    uitkomst = "\nUitkomst van een Burger\n    voordeel het totaal van de Burger\n"
    tekst = GEGEVENS.partition("\nUitkomst van")[0] + gegevens + uitkomst + regels + meer
    return vorm_van(model_van(tekst), DAG)


def test_een_tweede_laag_rollen_wordt_geweigerd() -> None:
    gegevens = """
Objecttype de School (mv: Scholen)
    de bijdrage	Numeriek (geheel getal) met eenheid €;

Feittype onderwijs
    de school (mv: scholen)	School
    de leerling (mv: leerlingen)	Kind
één school onderwijst meerdere leerlingen

Extensie van objecttype het Kind
    de schoolkosten	Numeriek (geheel getal) met eenheid €;
    is duur	kenmerk (bijvoeglijk);
"""
    regels = """
Regel duur kind
    bron artikel 3 Wop
    geldig altijd
        Een Kind is duur
        indien de bijdrage van zijn school groter is dan 9 €.

Regel schoolkosten
    bron artikel 4 Wop
    geldig altijd
        Het aandeel van een Burger moet gesteld worden op 10%
        indien het aantal kinderen van de Burger die duur zijn groter is dan 1.
"""
    gevonden = proef(gegevens, regels)
    assert codes(gevonden) == ["BEV-ROL", "BEV-OBJECT"]
    assert "school" in gevonden.diagnostics[0].bericht
    assert gevonden.value is not None
    assert [rol.naam for rol in gevonden.value.rollen] == ["partner", "kind"]


def test_zonder_uitkomst_valt_er_niets_te_rekenen() -> None:
    tekst = GEGEVENS.partition("Uitkomst van")[0] + REGELS
    gevonden = vorm_van(model_van(tekst), DAG)
    assert gevonden.value is None
    assert codes(gevonden) == ["BEV-GEEN-UITKOMST"]


@pytest.mark.parametrize(("dag", "code"), [(date(2024, 12, 31), "BEV-GEEN-REGEL"),
                                           (date(2025, 1, 1), None)])  # fmt: skip
def test_een_dag_waarop_geen_regel_geldt(dag: date, code: str | None) -> None:
    regels = REGELS.replace("geldig altijd", "geldig vanaf 1-1-2025")
    gevonden = vorm_van(model_van(GEGEVENS + regels), dag)
    assert codes(gevonden) == ([code] if code else [])
    assert (gevonden.value is None) == (code is not None)
