"""Predicates and compound conditions. [6]"""

from __future__ import annotations

import pytest

from tests.model import hulp
from tests.model.taal import BASIS, fout, meldt, regel, versie, zwijgt
from wetsanalyse.model.terms import (
    Bewerking,
    HeeftRol,
    Lees,
    Regeluitslag,
    SpeeltRol,
    Term,
    Voorelk,
)

ZIN = "De telling van een Aanvrager moet gesteld worden op 1 indien {}."


def toets(conditie: str, *andere: str) -> Term:
    """The term of a condition."""
    term = versie(ZIN.format(conditie), *andere).voorwaarde
    assert term is not None
    return term


def mis(code: str, conditie: str, *andere: str) -> None:
    fout(code, ZIN.format(conditie), *andere)


@pytest.mark.constructie("R-218", "R-219", "R-220", "R-048", stap="controleert")
def test_beide_kanten_van_dezelfde_soort() -> None:
    toets("zijn leefvorm gelijk is aan 'samen'")
    mis("EN-ONBEKEND", "zijn leefvorm gelijk is aan ⟦'koop'⟧")
    mis("PR-SOORT", "⟦zijn leefvorm gelijk is aan zijn woonvorm⟧")
    mis("PR-SOORT", "⟦zijn geboortedatum gelijk is aan 3⟧")
    mis("PR-SOORT", "⟦zijn geboortedatum groter is dan zijn ingangsdatum⟧")
    mis("EH-GEMENGD", "⟦zijn leeftijd groter is dan 12⟧")
    toets("zijn leeftijd groter is dan 0")


@pytest.mark.constructie("R-139", stap="controleert")
def test_of_alleen_achter_gelijk_en_ongelijk() -> None:
    samen = toets("zijn leefvorm gelijk is aan 'alleen' of 'samen'")
    assert isinstance(samen, Bewerking)
    assert (samen.op, samen.par) == ("TEL", ("ten minste", 1))
    mis("CO-PLAATS", "zijn leeftijd groter is dan ⟦12 jr of 18 jr⟧")


@pytest.mark.constructie("R-229", "R-230", stap="controleert")
def test_elfproef_is_voor_gehele_getallen_en_tekst() -> None:
    toets("zijn nummer aan de elfproef voldoet")
    toets("zijn cijfer niet aan de elfproef voldoet")
    mis("PR-SOORT", "⟦zijn leeftijd aan de elfproef voldoet⟧")
    mis("PR-SOORT", "⟦zijn schuld aan de elfproef voldoet⟧")


@pytest.mark.constructie("R-231", "R-232", stap="controleert")
def test_cijfers_zitten_in_een_tekst() -> None:
    toets("zijn nummer numeriek is met exact 9 cijfers")
    mis("PR-SOORT", "⟦zijn cijfer numeriek is met exact 9 cijfers⟧")


@pytest.mark.constructie("R-234", "R-235", "R-236", stap="controleert")
def test_rol_en_drie_soorten_kenmerk() -> None:
    assert isinstance(toets("hij een ouder is"), SpeeltRol)
    assert isinstance(toets("hij een partner heeft"), HeeftRol)
    assert isinstance(toets("hij verzekerd is"), Lees)
    assert isinstance(toets("hij een student is"), Lees)
    assert isinstance(toets("hij een recht op steun heeft"), Lees)
    ontkend = toets("hij geen recht op steun heeft")
    assert isinstance(ontkend, Bewerking)
    assert ontkend.op == "NIET"
    mis("PR-NAAM", "hij een ⟦recht op steun⟧ is")


@pytest.mark.constructie("R-236", stap="controleert")
def test_een_naam_die_twee_dingen_is() -> None:
    dubbel = (
        "Objecttype de Groep (mv: Groepen)\n    de chef\tkenmerk;\n"
        "Feittype leiding\n    de chef\tGroep\n    de ploeg\tGroep\n"
        "één chef leidt één ploeg\n"
    )
    zin = (
        "Regel van de chef\n    bron artikel 1 Wop\n    geldig altijd\n"
        "        Een Groep is een chef indien ⟦de Groep een chef is⟧.\n"
    )
    _, meldingen, _ = hulp.lees(BASIS, dubbel, hulp.gemerkt(zin).tekst)
    assert "PR-MEERDUIDIG" in {m.code for m in meldingen if m.is_fout}


# ------------------------------------------------------------------ rule versions


@pytest.mark.constructie("R-237", stap="controleert")
def test_de_uitslag_van_een_regelversie() -> None:
    keur = (
        "Regel een toets\n    bron artikel 1 Wop\n    geldig vanaf 2024\n"
        "        De ingangsdatum van een Aanvrager moet later zijn dan "
        "de geboortedatum van de Aanvrager.\n"
    )
    alle = toets("regelversie een toets inconsistent is", keur)
    assert isinstance(alle, Regeluitslag)
    assert (alle.regel, alle.nummers, alle.uitslag) == ("een toets", (), "inconsistent")
    een = toets("regelversie een toets (geldig vanaf 2024) gevuurd is", keur)
    assert isinstance(een, Regeluitslag)
    assert een.nummers == (1,)
    mis("RV-ONBEKEND", "regelversie een toets (geldig ⟦vanaf 2023⟧) gevuurd is", keur)
    gewoon = regel("De schuld van een Aanvrager moet gesteld worden op 1 €.", "een gewone")
    mis("RV-GEEN-CONSISTENTIE", "⟦regelversie een gewone inconsistent is⟧", gewoon)


# ------------------------------------------------------------------ compound


@pytest.mark.constructie("R-238", "R-240", "R-242", "R-245", stap="controleert")
def test_alle_fouten_van_een_lijst_in_een_keer() -> None:
    zin = ZIN.format(
        "er aan alle volgende voorwaarden wordt voldaan:\n"
        "    • zijn leeftijd is groter dan 12\n"
        "    • zijn leefvorm is gelijk aan 'koop'\n"
        "    • er wordt voldaan aan ten minste één van de volgende voorwaarden:\n"
        "        •• zijn nummer is groter dan 3\n"
        "        •• hij is verzekerd"
    )
    _, meldingen, _ = hulp.lees(BASIS, regel(zin))
    assert {m.code for m in meldingen if m.is_fout} == {"EH-GEMENGD", "EN-ONBEKEND", "PR-SOORT"}


@pytest.mark.constructie("R-242", "R-244", stap="controleert")
def test_meer_gevraagd_dan_er_staat() -> None:
    kop = "er {} wordt voldaan:\n    • hij is verzekerd\n    • hij is een student"
    drie = "⟦aan ten minste drie van de volgende voorwaarden⟧"
    meldt("KW-ONHAALBAAR", ZIN.format(kop.format(drie)))
    twee = "aan ten minste twee van de volgende voorwaarden"
    zwijgt("KW-ONHAALBAAR", ZIN.format(kop.format(twee)))


@pytest.mark.constructie("R-246", stap="controleert")
def test_een_waarde_voldoet_en_heet_bij_haar_kale_naam() -> None:
    term = toets(
        "het oude nummer van zijn partner aan alle volgende voorwaarden voldoet:\n"
        "    • het oude nummer is gevuld\n"
        "    • het oude nummer voldoet aan de elfproef"
    )
    assert isinstance(term, Bewerking)
    leeg, elf = term.args
    assert isinstance(elf, Bewerking)
    assert isinstance(elf.args[0], Lees)
    assert elf.args[0].eigenschap == "oude nummer"
    assert isinstance(leeg, Bewerking)
    mis(
        "ON-ATTR-ONBEKEND",
        "zijn nummer aan alle volgende voorwaarden voldoet:\n    • ⟦het oude nummer⟧ is gevuld",
    )


@pytest.mark.constructie("R-247", "R-239", stap="controleert")
def test_lijst_over_meer_objecten() -> None:
    term = toets(
        "ten minste twee kinderen van de Aanvrager aan alle volgende voorwaarden voldoen:\n"
        "    • zijn leeftijd is kleiner dan 12 jr\n"
        "    • hij is thuiswonend"
    )
    assert isinstance(term, Voorelk)
    assert term.kwantiteit == ("ten minste", 2)
    assert term.bron.objecttype == "Kind"
