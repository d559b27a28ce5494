"""Decision tables: columns, cells, gaps and overlap. [7]"""

from __future__ import annotations

import pytest

from tests.model import hulp
from tests.model.taal import BASIS, goed
from wetsanalyse.model.model import Regel
from wetsanalyse.model.terms import Bewerking
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import Ernst


def tabel(*regels: str) -> str:
    kop, *rijen = regels
    streep = "|" + "---|" * (kop.count("|") - 1)
    kolommen = "\n".join([kop, streep, *rijen])
    return f"Beslistabel proef\n    bron artikel 1 Wop\n    geldig altijd\n{kolommen}\n"


def gelezen(*regels: str) -> Regel:
    return goed(tabel(*regels)).regels["proef"]


def meldingen(*regels: str) -> list[Diagnostic]:
    return hulp.lees(BASIS, tabel(*regels))[1]


def over_rijen(*regels: str) -> list[tuple[str, str]]:
    """The faults, and what is said about gaps and overlap."""
    return [
        (m.code, m.bericht)
        for m in meldingen(*regels)
        if m.is_fout or m.code in ("BT-GAT", "BT-OVERLAP")
    ]


GETAL = "| | de telling van een Aanvrager moet gesteld worden op | {} |"


@pytest.mark.constructie("R-249", "R-250", "R-255", stap="controleert")
def test_meer_conclusies_voor_en_na_de_condities() -> None:
    regel = gelezen(
        "| | de telling van een Aanvrager moet gesteld worden op | "
        "indien zijn leeftijd groter is dan | een Aanvrager is verzekerd |",
        "| 1 | 5 | 18 jr | waar |",
        "| 2 | 6 | 65 jr | n.v.t. |",
    )
    gezet = [(v.soort, v.eigenschap, v.rij) for v in regel.versies]
    assert gezet == [
        ("gelijkstelling", "telling", "1"),
        ("gelijkstelling", "telling", "2"),
        ("kenmerk", "verzekerd", "1"),
    ]


@pytest.mark.constructie("R-252", "R-253", stap="controleert")
@pytest.mark.constructie("R-251", "R-254", stap="controleert")
def test_een_hele_voorwaarde_is_waar_of_onwaar() -> None:
    regel = gelezen(
        GETAL.format("indien hij verzekerd is | indien zijn leefvorm gelijk is aan"),
        "| 1 | 5 | waar | 'alleen' of 'samen' |",
        "| 2 | 6 | onwaar | n.v.t. |",
    )
    een, twee = (v.voorwaarde for v in regel.versies)
    assert isinstance(een, Bewerking)
    assert len(een.args) == 2
    assert isinstance(twee, Bewerking)
    (ontkend,) = twee.args
    assert isinstance(ontkend, Bewerking)
    assert ontkend.op == "NIET"
    fouten = over_rijen(GETAL.format("indien hij verzekerd is"), "| 1 | 5 | 3 |")
    assert [c for c, _ in fouten] == ["BT-CEL"]


@pytest.mark.constructie("R-250", stap="controleert")
def test_een_tabel_maakt_geen_objecten() -> None:
    fouten = over_rijen(
        "| | een Aanvraag heeft een beschikking | indien de Aanvraag volledig is |",
        "| 1 | waar | waar |",
    )
    assert [c for c, _ in fouten] == ["BT-SOORT"]


@pytest.mark.constructie("R-251", stap="controleert")
def test_cellen_worden_nagekeken() -> None:
    fouten = over_rijen(
        GETAL.format("indien zijn leeftijd groter is dan"), "| 1 | 5 | 18 |", "| 2 | 6 € | 19 jr |"
    )
    assert sorted(c for c, _ in fouten) == ["EH-GEMENGD", "GS-EENHEID"]


def test_bedragen_in_een_tabel_zonder_bron() -> None:
    rijen = (
        "| | het tegoed van een Aanvrager moet gesteld worden op | indien hij verzekerd is |",
        "| 1 | 5 € | waar |",
        "| 2 | 6 € | onwaar |",
    )
    zonder = tabel(*rijen).replace("    bron artikel 1 Wop\n", "")
    assert [m.code for m in hulp.lees(BASIS, zonder)[1]].count("LI-BEDRAG") == 1
    assert "LI-BEDRAG" not in {m.code for m in meldingen(*rijen)}


@pytest.mark.constructie("R-248", stap="controleert")
def test_namen_in_een_tabel_worden_ook_nagekeken() -> None:
    gevonden = meldingen(
        "| | de Telling van een Aanvrager moet gesteld worden op | indien hij verzekerd is |",
        "| 1 | 5 | waar |",
    )
    assert "NM-HOOFDLETTER" in {m.code for m in gevonden}


# ------------------------------------------------------------------ gaps and overlap


@pytest.mark.constructie("R-256", stap="controleert")
def test_een_gat_tussen_getallen() -> None:
    kop = GETAL.format(
        "indien zijn leeftijd kleiner is dan | indien zijn leeftijd groter of gelijk is aan"
    )
    assert over_rijen(kop, "| 1 | 5 | 18 jr | n.v.t. |", "| 2 | 6 | n.v.t. | 18 jr |") == []
    # A leeftijd is a whole number: between 17 and 18 there is nothing.
    heel = GETAL.format(
        "indien zijn leeftijd kleiner of gelijk is aan | indien zijn leeftijd groter is dan"
    )
    assert over_rijen(heel, "| 1 | 5 | 17 jr | n.v.t. |", "| 2 | 6 | n.v.t. | 17 jr |") == []
    half = over_rijen(kop, "| 1 | 5 | 18 jr | n.v.t. |", "| 2 | 6 | n.v.t. | 19 jr |")
    assert [c for c, _ in half] == ["BT-GAT"]
    assert "leeftijd 18 jr" in half[0][1]


@pytest.mark.constructie("R-256", stap="controleert")
def test_onder_nul_is_geen_gat_als_dat_niet_kan() -> None:
    kop = GETAL.format("indien zijn leeftijd groter of gelijk is aan")
    assert over_rijen(kop, "| 1 | 5 | 0 jr |") == []
    schuld = GETAL.format("indien zijn schuld groter of gelijk is aan")
    assert [c for c, _ in over_rijen(schuld, "| 1 | 5 | 0 € |")] == ["BT-GAT"]


@pytest.mark.constructie("R-256", stap="controleert")
def test_een_waarde_die_de_tabel_niet_noemt() -> None:
    kop = GETAL.format("indien zijn leefvorm gelijk is aan")
    alles = ("| 1 | 5 | 'alleen' |", "| 2 | 6 | 'samen' of 'gezin' |")
    assert over_rijen(kop, *alles) == []
    (gat,) = over_rijen(kop, "| 1 | 5 | 'alleen' |", "| 2 | 6 | 'samen' |")
    assert gat[0] == "BT-GAT"
    assert "leefvorm 'gezin'" in gat[1]


@pytest.mark.constructie("R-256", stap="controleert")
def test_wat_elke_rij_vraagt_is_geen_gat() -> None:
    """A table of fines is for who broke a rule: each row asks for that kenmerk, and others are not
    its concern. A gap between its rows is still one."""
    kop = GETAL.format(
        "indien hij verzekerd is | indien zijn leeftijd kleiner is dan | "
        "indien zijn leeftijd groter of gelijk is aan"
    )
    heel = ("| 1 | 5 | waar | 18 jr | n.v.t. |", "| 2 | 6 | waar | n.v.t. | 18 jr |")
    assert over_rijen(kop, *heel) == []
    (gat,) = over_rijen(kop, heel[0], "| 2 | 6 | waar | n.v.t. | 19 jr |")
    assert gat[0] == "BT-GAT"
    assert "leeftijd 18 jr" in gat[1]
    # One row that does not ask for it: then the other one leaves a gap after all.
    (gat,) = over_rijen(kop, heel[0], "| 2 | 6 | n.v.t. | n.v.t. | 18 jr |")
    assert gat[0] == "BT-GAT"


@pytest.mark.constructie("R-256", stap="controleert")
def test_een_getal_dat_elke_rij_vraagt_is_een_opmerking() -> None:
    """From 18 years on there is a row for everybody; below it the table says nothing."""
    kop = GETAL.format(
        "indien zijn leeftijd groter of gelijk is aan | indien zijn leefvorm gelijk is aan"
    )
    rijen = ("| 1 | 5 | 18 jr | 'alleen' |", "| 2 | 6 | 18 jr | 'samen' of 'gezin' |")
    (melding,) = (m for m in meldingen(kop, *rijen) if m.code == "BT-GAT")
    assert melding.ernst is Ernst.OPMERKING
    assert "leeftijd 0 jr" in melding.bericht


@pytest.mark.constructie("R-256", stap="controleert")
def test_twee_rijen_die_samen_gelden() -> None:
    kop = GETAL.format("indien zijn leeftijd groter is dan")
    (overlap, gat) = over_rijen(kop, "| 1 | 5 | 18 jr |", "| 2 | 6 | 65 jr |")
    assert overlap[0] == "BT-OVERLAP"
    assert "rij 1 en rij 2" in overlap[1]
    assert gat[0] == "BT-GAT"
    # The same outcome is no clash.
    assert [c for c, _ in over_rijen(kop, "| 1 | 5 | 18 jr |", "| 2 | 5 | 65 jr |")] == ["BT-GAT"]


@pytest.mark.constructie("R-256", stap="controleert")
def test_wat_niet_te_zeggen_is_wordt_niet_gezegd() -> None:
    onbekend = GETAL.format("indien zijn cijfer groter is dan | indien zijn cijfer kleiner is dan")
    twee_dingen = over_rijen(onbekend, "| 1 | 5 | de telling van zijn partner | n.v.t. |")
    assert [c for c, _ in twee_dingen if c != "RC-KRING"] == []
    grens = GETAL.format(
        "indien zijn leeftijd kleiner is dan | indien zijn leeftijd groter of gelijk is aan"
    )
    zelfde = ("| 1 | 5 | de leeftijdsgrens | n.v.t. |", "| 2 | 6 | n.v.t. | de leeftijdsgrens |")
    assert over_rijen(grens, *zelfde) == []
