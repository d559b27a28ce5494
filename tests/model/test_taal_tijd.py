"""Values that change over time. [1.9, 2.3, 5]"""

from __future__ import annotations

import pytest

from tests.model.taal import fout, meldt, versie, zwijgt
from wetsanalyse.model.korrel import DAG, JAAR, MAAND, Korrel
from wetsanalyse.model.terms import (
    Bewerking,
    Dagentelling,
    Heletijd,
    Term,
    Tijdgebonden,
    Tijdsdeel,
    Tijdvak,
    Totaal,
)
from wetsanalyse.model.types import Eenheid


def waarde(tekst: str, doel: str = "De dagsteun") -> Term:
    term = versie(f"{doel} van een Aanvrager moet gesteld worden op {tekst}.").waarde
    assert term is not None
    return term


def korrel(tekst: str) -> Korrel | None:
    return waarde(tekst).type.korrel


@pytest.mark.constructie("R-070", "R-071", "R-201", "R-202", stap="controleert")
def test_de_fijnste_bron_bepaalt_de_korrel() -> None:
    assert korrel("zijn maandsteun") == MAAND
    assert korrel("zijn maandsteun plus zijn jaarsteun") == MAAND
    assert korrel("10 €/mnd") is None
    assert korrel("de MAANDNORM maal 2") == MAAND
    assert korrel("10% van zijn jaarsteun") == JAAR


@pytest.mark.constructie("R-204", "R-170", stap="controleert")
def test_het_doel_is_minstens_zo_fijn() -> None:
    versie("De maandsteun van een Aanvrager moet gesteld worden op de MAANDNORM.")
    fout(
        "GS-KORREL",
        "De jaarsteun van een Aanvrager moet gesteld worden op ⟦de MAANDNORM⟧.",
    )
    fout(
        "GS-KORREL",
        "Het inkomen van een Aanvrager moet gesteld worden op ⟦de MAANDNORM⟧.",
    )
    fout(
        "GS-KORREL",
        "De jaarsteun van een Aanvrager moet gesteld worden op 12 €/jr "
        "⟦gedurende de tijd dat hij ingeschreven is⟧.",
    )


@pytest.mark.constructie("R-069", "R-094", "R-095", "R-208", stap="controleert")
def test_indien_of_gedurende() -> None:
    zin = "De dagsteun van een Aanvrager moet gesteld worden op 10 €/mnd {}."
    v = versie(zin.format("gedurende de tijd dat hij ingeschreven is"))
    assert v.voorwaarde is None
    assert v.tijd is not None
    assert v.tijd.type.korrel == DAG
    fout("VW-INDIEN-TIJD", zin.format("indien ⟦hij ingeschreven is⟧"))
    fout("VW-GEEN-TIJD", zin.format("⟦gedurende de tijd dat hij verzekerd is⟧"))
    gemengd = versie(
        zin.format(
            "gedurende de tijd dat hij aan alle volgende voorwaarden voldoet:\n"
            "    • hij is verzekerd\n    • hij is ingeschreven"
        )
    )
    assert gemengd.tijd is not None
    assert gemengd.tijd.type.korrel == DAG


@pytest.mark.constructie("R-096", "R-205", "R-206", stap="controleert")
@pytest.mark.parametrize(
    ("periode", "verwacht"),
    [
        ("van dd. 1-1-2024 tot dd. 1-1-2025", JAAR),
        ("van dd. 1-1-2024 tot en met dd. 31-12-2024", JAAR),
        ("van dd. 1-3-2024 tot dd. 1-7-2024", MAAND),
        ("vanaf dd. 1-3-2024", MAAND),
        ("tot dd. 1-1-2024", JAAR),
        ("tot en met dd. 1-1-2024", DAG),
        ("van dd. 2-1-2024 tot dd. 1-7-2024", DAG),
        ("vanaf zijn ingangsdatum", DAG),
        ("vanaf 2024", JAAR),
        ("van 2024 tot en met 2025", JAAR),
    ],
)
def test_korrel_van_een_periode(periode: str, verwacht: Korrel) -> None:
    v = versie(f"De dagsteun van een Aanvrager moet gesteld worden op 10 €/mnd {periode}.")
    assert isinstance(v.tijd, Tijdvak)
    assert v.tijd.type.korrel == verwacht


@pytest.mark.constructie("R-206", stap="controleert")
def test_een_jaar_als_grens_is_het_hele_jaar() -> None:
    zin = "De dagsteun van een Aanvrager moet gesteld worden op 10 €/mnd {}."
    for kort, lang in (
        ("van 2024 tot en met 2025", "van dd. 1-1-2024 tot en met dd. 31-12-2025"),
        ("van 2024 tot 2025", "van dd. 1-1-2024 tot dd. 1-1-2025"),
    ):
        assert versie(zin.format(kort)).tijd == versie(zin.format(lang)).tijd


@pytest.mark.constructie("R-205", stap="controleert")
def test_een_periode_loopt_tussen_dagen() -> None:
    zin = "De dagsteun van een Aanvrager moet gesteld worden op 10 €/mnd vanaf {}."
    fout("DA-PRECISIE", zin.format("⟦zijn tijdstip⟧"))
    fout("EX-SOORT", zin.format("⟦zijn nummer⟧"))


@pytest.mark.constructie("R-207", stap="controleert")
def test_het_is_de_periode() -> None:
    v = versie(
        "De dagsteun van een Aanvrager moet gesteld worden op 10 €/mnd\n"
        "gedurende de tijd dat er aan alle volgende voorwaarden wordt voldaan:\n"
        "    • het is de periode van dd. 1-1-2024 tot dd. 1-7-2024\n"
        "    • hij is verzekerd."
    )
    assert isinstance(v.tijd, Bewerking)
    assert v.tijd.type.korrel == MAAND


@pytest.mark.constructie("R-209", stap="controleert")
def test_hele_periode_vraagt_iets_dat_verandert() -> None:
    zin = "Een Aanvrager is actief gedurende de tijd dat {}."
    v = versie(zin.format("zijn dagsteun gedurende de gehele maand gevuld is"))
    assert isinstance(v.tijd, Heletijd)
    assert (v.tijd.per, v.tijd.type.korrel) == ("maand", MAAND)
    fout("TP-GEEN-TIJD", zin.format("⟦zijn tegoed gedurende de gehele maand gevuld is⟧"))


@pytest.mark.constructie("R-210", stap="controleert")
def test_het_totaal_is_van_alle_tijd() -> None:
    term = waarde("(het totaal van zijn maandsteun)", "De schuld")
    assert isinstance(term, Totaal)
    assert term.type.korrel is None
    assert term.type.eenheid == Eenheid((("€", 1),))
    fout(
        "TT-EENHEID",
        "De schuld van een Aanvrager moet gesteld worden op (het totaal van ⟦zijn tegoed⟧).",
    )
    meldt(
        "TT-ONBEGRENSD",
        "De schuld van een Aanvrager moet gesteld worden op ⟦het totaal van zijn inkomen⟧.",
    )
    zwijgt(
        "TT-ONBEGRENSD",
        "De schuld van een Aanvrager moet gesteld worden op "
        "(het totaal van zijn inkomen van dd. 1-1-2024 tot dd. 1-1-2025).",
    )


@pytest.mark.constructie("R-211", stap="controleert")
@pytest.mark.parametrize(
    ("woord", "per", "eenheid", "grof"),
    [("de maand", "maand", "mnd", MAAND), ("het jaar", "jaar", "jr", JAAR)],
)
def test_aantal_dagen(woord: str, per: str, eenheid: str, grof: Korrel) -> None:
    extra = (
        "Objecttype de Meting (mv: Metingen) (bezield)\n"
        f"    de dagen\tNumeriek (geheel getal) met eenheid dg/{eenheid} voor elke dag;\n"
        "    is open\tkenmerk (bijvoeglijk) voor elke dag;\n"
    )
    v = versie(
        f"De dagen van een Meting moet gesteld worden op het aantal dagen in {woord} dat hij open "
        "is.",
        extra,
    )
    assert isinstance(v.waarde, Dagentelling)
    assert v.waarde.per == per
    assert v.waarde.type.eenheid == Eenheid((("dg", 1), (eenheid, -1)))
    assert v.waarde.type.korrel == grof


@pytest.mark.constructie("R-212", stap="controleert")
def test_tijdsevenredig_deel_houdt_de_eenheid() -> None:
    term = waarde(
        "(het tijdsevenredig deel per maand van de MAANDNORM gedurende de tijd dat hij "
        "ingeschreven is)"
    )
    assert isinstance(term, Tijdsdeel)
    assert (term.per, term.type.korrel, term.type.decimalen) == ("maand", MAAND, None)
    assert term.type.eenheid == Eenheid((("mnd", -1), ("€", 1)))
    fout(
        "GS-DECIMALEN",
        "De maandsteun van een Aanvrager moet gesteld worden op "
        "⟦(het tijdsevenredig deel per maand van de MAANDNORM gedurende de tijd dat hij "
        "ingeschreven is)⟧.",
    )


@pytest.mark.constructie("R-213", stap="controleert")
def test_een_uitdrukking_met_een_eigen_tijd() -> None:
    term = waarde("(10 €/mnd van dd. 1-3-2024 tot dd. 1-7-2024)")
    assert isinstance(term, Tijdgebonden)
    assert term.type.korrel == MAAND
    fout(
        "VW-GEEN-TIJD",
        "De dagsteun van een Aanvrager moet gesteld worden op "
        "(10 €/mnd ⟦gedurende de tijd dat hij verzekerd is⟧).",
    )


@pytest.mark.constructie("X-11", "X-18", stap="controleert")
def test_een_variabel_startpunt_is_alleen_gelijk_aan_zichzelf() -> None:
    fout(
        "GS-KORREL",
        "Het loonblok van een Aanvrager moet gesteld worden op 3 € ⟦vanaf dd. 1-1-2024⟧.",
    )


@pytest.mark.constructie("R-205", stap="controleert")
def test_een_grens_die_zelf_verandert() -> None:
    extra = (
        "Extensie van objecttype de Aanvrager\n    de wisseldag\tDatum in dagen voor elke maand;\n"
    )
    zin = "De dagsteun van een Aanvrager moet gesteld worden op 1 €/mnd vanaf {}."
    fout("TP-GRENS", zin.format("⟦zijn wisseldag⟧"), extra)
