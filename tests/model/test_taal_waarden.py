"""Literals, versions, variables, aggregations, verbs: what type they have. [0.2, 2, 3, 6.1]"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.model import hulp
from tests.model.taal import BASIS, fout, goed, regel, versie
from wetsanalyse.model.lezen_termen import eigenschappen_in
from wetsanalyse.model.terms import (
    Aggregaat,
    Bewerking,
    Constante,
    Lees,
    Parameterterm,
    Rekendatumterm,
    Rolstap,
    Selectie,
    Term,
    Vereniging,
    Voorelk,
)
from wetsanalyse.model.types import Eenheid, Soort


def term(tekst: str, doel: str = "De schuld") -> Term:
    waarde = versie(f"{doel} van een Aanvrager moet gesteld worden op {tekst}.").waarde
    assert waarde is not None
    return waarde


def vast(tekst: str, doel: str = "De schuld") -> tuple[Any, Soort, int | None]:
    waarde = term(tekst, doel)
    assert isinstance(waarde, Constante)
    return waarde.waarde, waarde.type.soort, waarde.type.decimalen


# ------------------------------------------------------------------ literals [0.2]


@pytest.mark.constructie("R-007", "R-008", "R-009", "R-010", stap="controleert")
def test_getallen_zijn_exact() -> None:
    assert vast("-3", "Het deel") == (Fraction(-3), Soort.NUMERIEK, 0)
    assert vast("2,50", "Het deel")[0] == Fraction(5, 2)
    assert vast("1/3", "Het deel")[0] == Fraction(1, 3)
    assert vast("2_1/11", "Het deel")[0] == Fraction(23, 11)
    fout("DT-BEREIK", "De telling van een Aanvrager moet gesteld worden op ⟦2,5⟧.")
    fout("DT-BEREIK", "De telling van een Aanvrager moet gesteld worden op ⟦1/3⟧.")


@pytest.mark.constructie("R-011", "R-012", "R-013", stap="controleert")
def test_percentage_en_eenheid() -> None:
    assert vast("21%", "Het aandeel") == (Fraction(21, 100), Soort.PERCENTAGE, 0)
    assert vast("100 €/mnd", "Het inkomen")[0] == 1200
    fout("GS-TYPE", "Het aandeel van een Aanvrager moet gesteld worden op ⟦0,21⟧.")
    fout("GS-EENHEID", "De schuld van een Aanvrager moet gesteld worden op ⟦42 jr⟧.")
    fout("DT-BEREIK", "Het aandeel van een Aanvrager moet gesteld worden op ⟦1,234%⟧.")


@pytest.mark.constructie("R-014", "R-015", stap="controleert")
def test_een_datum_met_en_zonder_dd() -> None:
    dag = date(2024, 7, 1).toordinal()
    assert vast("dd. 1-7-2024", "De ingangsdatum") == (dag, Soort.DATUM, None)
    assert vast("01-07-2024", "De ingangsdatum")[0] == dag
    fout("GS-TYPE", "Het nummer van een Aanvrager moet gesteld worden op ⟦dd. 1-7-2024⟧.")


@pytest.mark.constructie("R-017", "R-018", stap="controleert")
def test_waar_tekst_en_waarde_uit_een_lijst() -> None:
    assert vast("waar", "Het inwonend bij ouders".replace("Het i", "I"))[:2] == (
        True,
        Soort.BOOLEAN,
    )
    assert vast('"N 1"', "Het nummer")[:2] == ("N 1", Soort.TEKST)
    enum = term("‘samen’", "De leefvorm")
    assert (enum.type.soort, enum.type.domein) == (Soort.ENUMERATIE, "Leefvorm")
    fout("EN-ONBEKEND", "De leefvorm van een Aanvrager moet gesteld worden op ⟦'huur'⟧.")
    fout("GS-TYPE", "De telling van een Aanvrager moet gesteld worden op ⟦waar⟧.")


# ------------------------------------------------------------------ versions and variables [2]


@pytest.mark.constructie("R-084", "R-085", "R-087", "R-088", stap="controleert")
def test_versies_met_hun_dagen() -> None:
    zin = "        De telling van een Aanvrager moet gesteld worden op {}.\n"
    tekst = (
        "Regel proef\n    bron artikel 1 Wop\n    geldig t/m 2023\n" + zin.format(1)
        + "    geldig vanaf 2024 t/m 30-6-2024\n" + zin.format(2)
        + "    geldig vanaf 1-7-2024\n" + zin.format(3)
    )  # fmt: skip
    model = goed(tekst)
    dagen = [(v.van, v.tot) for v in model.regels["proef"].versies]
    assert dagen == [
        (None, date(2023, 12, 31)),
        (date(2024, 1, 1), date(2024, 6, 30)),
        (date(2024, 7, 1), None),
    ]
    op = [v.nummer for v in model.versies_op(date(2024, 6, 30)) if v.regel == "proef"]
    assert op == [2]


@pytest.mark.constructie("R-086", "R-089", "R-090", stap="controleert")
def test_versies_die_overlappen() -> None:
    zin = "        De telling van een Aanvrager moet gesteld worden op 1.\n"
    tekst = (
        f"Regel proef\n    bron artikel 1 Wop\n    geldig altijd\n{zin}    geldig t/m 2023\n{zin}"
    )
    _, meldingen, _ = hulp.lees(BASIS, tekst)
    assert [m.code for m in meldingen if m.is_fout] == ["RG-OVERLAP"]


@pytest.mark.constructie("R-092", "R-093", stap="controleert")
def test_een_variabele_gebruikt_alleen_wat_erboven_staat() -> None:
    zin = (
        "De schuld van een Aanvrager moet gesteld worden op B\n"
        "Daarbij geldt:\n    A is zijn tegoed\n    B is A maal 2."
    )
    v = versie(zin)
    assert [(x.naam, x.waarde.type.eenheid) for x in v.variabelen] == [
        ("A", Eenheid((("€", 1),))),
        ("B", Eenheid((("€", 1),))),
    ]
    fout(
        "VA-LATER",
        "De schuld van een Aanvrager moet gesteld worden op B\n"
        "Daarbij geldt:\n    B is ⟦A⟧ maal 2\n    A is zijn tegoed.",
    )
    kop = "De schuld van een Aanvrager moet gesteld worden op A\nDaarbij geldt:\n"
    fout("VA-CYCLUS", f"{kop}    A is ⟦A⟧ plus 1 €.")
    fout("VA-CYCLUS", f"{kop}    A is ⟦B⟧ plus 1 €\n    B is A plus 1 €.")


@pytest.mark.constructie("R-020", "R-074", stap="controleert")
def test_een_is_geen_aantal_en_een_parameter_mag_zonder_lidwoord() -> None:
    test = versie(
        "De telling van een Aanvrager moet gesteld worden op 1 indien "
        "ten minste één kind van de Aanvrager thuiswonend is."
    )
    assert test.onderwerp.doeltype == "Aanvrager"
    assert isinstance(test.voorwaarde, Voorelk)
    assert test.voorwaarde.kwantiteit == ("ten minste", 1)
    assert term("de drempel") == term("drempel") == Parameterterm("drempel", term("drempel").type)


# ------------------------------------------------------------------ arithmetic [3.2, 3.3]


@pytest.mark.constructie("R-104", "R-105", "R-106", stap="controleert")
def test_voorrang_is_te_zien_aan_de_boom() -> None:
    som = term("3 maal 5 min 4", "Het deel")
    assert isinstance(som, Bewerking)
    assert som.op == "MIN"
    haakjes = term("3 maal (5 min 4)", "Het deel")
    assert isinstance(haakjes, Bewerking)
    assert haakjes.op == "MAAL"
    assert term("3 gedeeld door 2", "Het deel").type.decimalen is None


@pytest.mark.constructie("R-114", "R-115", "R-116", "R-117", stap="controleert")
@pytest.mark.parametrize("wijze", ["naar boven", "rekenkundig", "richting nul", "weg van nul"])
def test_elke_wijze_van_afronden(wijze: str) -> None:
    rond = term(f"zijn tegoed gedeeld door 3 {wijze} afgerond op 2 decimalen", "De schuld")
    assert isinstance(rond, Bewerking)
    assert (rond.op, rond.par, rond.type.decimalen) == ("AFRONDEN", (wijze, 2), 2)
    fout(
        "EX-SOORT",
        f"De schuld van een Aanvrager moet gesteld worden op ⟦zijn nummer {wijze} afgerond op "
        "2 decimalen⟧.",
    )


@pytest.mark.constructie("R-121", stap="controleert")
def test_minimum_en_maximum_in_de_eenheid_van_de_waarde() -> None:
    grens = term(
        "de norm, met een minimum van 1 €/mnd en met een maximum van 99 €/jr", "Het inkomen"
    )
    assert isinstance(grens, Bewerking)
    _, laag, hoog = grens.args
    assert isinstance(laag, Constante)
    assert laag.waarde == 12
    assert isinstance(hoog, Constante)
    assert hoog.waarde == 99


# ------------------------------------------------------------------ chains [3.4, 3.5]


@pytest.mark.constructie("R-126", "R-132", stap="controleert")
def test_een_keten_over_een_enkele_rol() -> None:
    lees = term("het tegoed van de partner van de Aanvrager")
    assert isinstance(lees, Lees)
    assert isinstance(lees.object, Rolstap)
    assert not lees.type.meervoudig
    fout(
        "ON-ROL-ONBEKEND",
        "De schuld van een Aanvrager moet gesteld worden op het tegoed van "
        "⟦de behandelaar⟧ van de Aanvrager.",
    )


@pytest.mark.constructie("R-134", "R-135", "R-136", "R-137", stap="controleert")
def test_binnen_een_selectie_is_hij_het_element() -> None:
    telling = term(
        "het aantal kinderen van de Aanvrager die aan alle volgende voorwaarden voldoen:\n"
        "    • zijn leeftijd is kleiner dan 12 jr\n    • hij is thuiswonend",
        "De telling",
    )
    assert isinstance(telling, Aggregaat)
    keuze = telling.lijst
    assert isinstance(keuze, Selectie)
    gelezen = set(eigenschappen_in(keuze.voorwaarde))
    assert gelezen == {
        ("Kind", "leeftijd"),
        ("Kind", "thuiswonend"),
    }
    fout(
        "ON-SUBSELECTIE",
        "De telling van een Aanvrager moet gesteld worden op "
        "het aantal ⟦partner van de Aanvrager⟧ die verzekerd zijn.",
    )


# ------------------------------------------------------------------ aggregations [3.7]


@pytest.mark.constructie("R-140", "R-141", "R-142", "R-143", stap="controleert")
def test_tellen_en_optellen() -> None:
    aantal = term("het aantal kinderen van de Aanvrager", "De telling")
    assert (aantal.type.decimalen, aantal.type.bereik) == (0, "niet-negatief")
    som = term("de som van het spaargeld van zijn kinderen of 0 als die er niet zijn")
    assert isinstance(som, Aggregaat)
    assert som.of_nul
    zin = "De telling van een Aanvrager moet gesteld worden op {}."
    fout("AG-OBJECT", zin.format("het aantal ⟦leeftijden van de kinderen van de Aanvrager⟧"))
    fout("AG-WAARDE", zin.format("de som van ⟦de kinderen van de Aanvrager⟧"))
    fout("AG-SOORT", zin.format("de som van ⟦de geboortedatum van zijn kinderen⟧"))


@pytest.mark.constructie("R-144", "R-145", "R-147", stap="controleert")
def test_uiterste_waarden() -> None:
    for woord in ("minimale", "maximale"):
        assert term(f"de {woord} waarde van het spaargeld van zijn kinderen").type.decimalen == 2
    laatste = term("de laatste van de geboortedatum van zijn kinderen", "De ingangsdatum")
    assert laatste.type.soort is Soort.DATUM
    fout(
        "AG-SOORT",
        "De schuld van een Aanvrager moet gesteld worden op "
        "de laatste van ⟦het spaargeld van zijn kinderen⟧.",
    )


@pytest.mark.constructie("R-138", stap="controleert")
def test_objecten_samen_zijn_een_verzameling() -> None:
    samen = term("het aantal (zijn partner en de ouder van zijn kinderen)", "De telling")
    assert isinstance(samen, Aggregaat)
    assert isinstance(samen.lijst, Vereniging)


# ------------------------------------------------------------------ text and dates [3.8, 3.9]


@pytest.mark.constructie("R-152", stap="controleert")
def test_een_waarde_in_een_tekst() -> None:
    tekst = term('"nummer «zijn oude nummer», leeftijd «zijn leeftijd»"', "Het nummer")
    assert isinstance(tekst, Bewerking)
    assert (tekst.type.soort, len(tekst.args)) == (Soort.TEKST, 2)
    fout(
        "EX-MEERVOUDIG",
        'Het nummer van een Aanvrager moet gesteld worden op "x «⟦het spaargeld van zijn '
        'kinderen⟧»".',
    )


@pytest.mark.constructie("R-154", "R-155", "R-156", "R-157", stap="controleert")
def test_rekendatum_en_delen_van_een_datum() -> None:
    assert isinstance(term("de Rekendatum", "De ingangsdatum"), Rekendatumterm)
    assert term("Rekenjaar", "De telling").type.decimalen == 0
    for deel in ("maand", "dag"):
        assert (
            term(f"de {deel} uit (zijn geboortedatum)", "De telling").type.soort is Soort.NUMERIEK
        )
    fout(
        "EX-SOORT",
        "De telling van een Aanvrager moet gesteld worden op de dag uit (⟦zijn tegoed⟧).",
    )


@pytest.mark.constructie("R-153", "R-159", "R-162", "R-167", stap="controleert")
def test_paasdag_en_tijdsduur_hebben_een_eigen_type() -> None:
    assert term("de eerste paasdag van (2025)", "De ingangsdatum").type.soort is Soort.DATUM
    duur = term(
        "de tijdsduur van zijn geboortedatum tot de Rekendatum in hele jaren", "De leeftijd"
    )
    assert duur.type.eenheid == Eenheid((("jr", 1),))
    fout(
        "EX-SOORT",
        "De leeftijd van een Aanvrager moet gesteld worden op "
        "de tijdsduur van ⟦zijn nummer⟧ tot de Rekendatum in hele jaren.",
    )


# ------------------------------------------------------------------ verbs [4.1, 4.2, 6.1]


@pytest.mark.constructie("R-168", "R-169", stap="controleert")
def test_berekend_is_voor_getallen_en_datums() -> None:
    zin = "Het nummer van een Aanvrager moet {} zijn oude nummer."
    _, meldingen, _ = hulp.lees(BASIS, regel(zin.format("berekend worden als")))
    assert "GS-WERKWOORD" in {m.code for m in meldingen}
    _, meldingen, _ = hulp.lees(BASIS, regel(zin.format("gesteld worden op")))
    assert "GS-WERKWOORD" not in {m.code for m in meldingen}


@pytest.mark.constructie("R-172", stap="controleert")
def test_een_kenmerk_geven_kan_niet_ontkennend() -> None:
    _, meldingen, _ = hulp.lees(BASIS, regel("Een Aanvrager is niet verzekerd."))
    assert "KT-ONTKENNING" in {m.code for m in meldingen if m.is_fout}


@pytest.mark.constructie("R-177", stap="controleert")
@pytest.mark.parametrize("lidwoord", ["een", "de"])
def test_lidwoorden_bij_een_feit(lidwoord: str) -> None:
    v = versie(
        f"Een kostendeler van een Aanvrager is {lidwoord} bewoner van het woonadres van de "
        "Aanvrager."
    )
    assert v.soort == "feitcreatie"


@pytest.mark.constructie("R-214", "R-215", stap="controleert")
def test_vragend_en_stellend_geven_dezelfde_term() -> None:
    zin = "De telling van een Aanvrager moet gesteld worden op 1 indien {}."
    vragend = versie(zin.format("zijn leeftijd kleiner is dan 18 jr")).voorwaarde
    stellend = versie(
        zin.format(
            "er aan alle volgende voorwaarden wordt voldaan:\n"
            "    • zijn leeftijd is kleiner dan 18 jr"
        )
    ).voorwaarde
    assert isinstance(stellend, Bewerking)
    assert stellend.args == (vragend,)


VERGELIJKINGEN = {
    "groter of gelijk is aan": ">=",
    "kleiner is dan": "<",
    "kleiner of gelijk is aan": "<=",
}
TIJDEN = {
    "later of gelijk is aan": ">=",
    "eerder is dan": "<",
    "eerder of gelijk is aan": "<=",
}


@pytest.mark.constructie("R-221", "R-222", "R-223", stap="controleert")
@pytest.mark.parametrize(("woord", "teken"), VERGELIJKINGEN.items())
def test_maatwoorden_zijn_voor_getallen(woord: str, teken: str) -> None:
    zin = "De telling van een Aanvrager moet gesteld worden op 1 indien {}."
    test = versie(zin.format(f"zijn tegoed {woord} de drempel")).voorwaarde
    assert isinstance(test, Bewerking)
    assert test.par == (teken, "getal")
    fout("PR-SOORT", zin.format(f"⟦zijn geboortedatum {woord} zijn ingangsdatum⟧"))


@pytest.mark.constructie("R-225", "R-226", "R-227", stap="controleert")
@pytest.mark.parametrize(("woord", "teken"), TIJDEN.items())
def test_tijdwoorden_zijn_voor_datums(woord: str, teken: str) -> None:
    zin = "De telling van een Aanvrager moet gesteld worden op 1 indien {}."
    test = versie(zin.format(f"zijn geboortedatum {woord} zijn ingangsdatum")).voorwaarde
    assert isinstance(test, Bewerking)
    assert test.par == (teken, "tijd")
    fout("PR-SOORT", zin.format(f"⟦zijn tegoed {woord} de drempel⟧"))


@pytest.mark.constructie("R-228", stap="controleert")
def test_leeg_en_gevuld() -> None:
    zin = "De telling van een Aanvrager moet gesteld worden op 1 indien {}."
    leeg = versie(zin.format("zijn tegoed leeg is")).voorwaarde
    assert isinstance(leeg, Bewerking)
    assert leeg.op == "IS_LEEG"
    gevuld = versie(zin.format("zijn tegoed gevuld is")).voorwaarde
    assert isinstance(gevuld, Bewerking)
    assert gevuld.args == (leeg,)


@pytest.mark.constructie("R-241", "R-243", stap="controleert")
@pytest.mark.parametrize(
    ("kop", "par"),
    [
        ("geen van de", ("geen", 0)),
        ("ten hoogste één van de", ("ten hoogste", 1)),
        ("precies twee van de", ("precies", 2)),
    ],
)
def test_hoeveel_voorwaarden(kop: str, par: tuple[str, int]) -> None:
    test = versie(
        f"De telling van een Aanvrager moet gesteld worden op 1 indien hij aan {kop} volgende "
        "voorwaarden voldoet:\n    • hij is verzekerd\n    • hij is een student."
    ).voorwaarde
    assert isinstance(test, Bewerking)
    assert test.par == par


@pytest.mark.constructie("R-248", stap="controleert")
def test_een_beslistabel_met_versies() -> None:
    kop = "| | de telling van een Aanvrager moet gesteld worden op | indien hij verzekerd is |\n"
    tekst = (
        "Beslistabel proef\n    bron artikel 1 Wop\n"
        f"    geldig t/m 2023\n{kop}|---|---|---|\n| 1 | 4 | waar |\n"
        f"    geldig vanaf 2024\n{kop}|---|---|---|\n| 1 | 5 | waar |\n"
    )
    versies = goed(tekst).regels["proef"].versies
    assert [(v.nummer, v.van, v.tot) for v in versies] == [
        (1, None, date(2023, 12, 31)),
        (2, date(2024, 1, 1), None),
    ]


@pytest.mark.constructie("R-141", stap="controleert")
def test_rekenen_met_elk_lid_van_een_lijst() -> None:
    som = term("de som van (het spaargeld van zijn kinderen maal 2)", "De schuld")
    assert isinstance(som, Aggregaat)
    assert not som.type.meervoudig
    zin = "De schuld van een Aanvrager moet gesteld worden op {}."
    # Outside a sum a list stays a list.
    fout("EX-MEERVOUDIG", zin.format("⟦het spaargeld van zijn kinderen⟧ maal 2"))
    # A child and a partner do not belong together one by one.
    twee = "⟦het spaargeld van zijn kinderen plus het tegoed van alle Aanvragers⟧"
    fout("EX-LIJSTEN", zin.format(f"de som van ({twee})"))
