"""Result parts. [4.1 - 4.6, 4.8, A-7]"""

from __future__ import annotations

import pytest

from tests.model import hulp
from tests.model.taal import BASIS, fout, goed, regel, versie, zwijgt
from wetsanalyse.model.gevolgen import (
    Consistentie,
    Dagsoortbepaling,
    Feitcreatie,
    Objectcreatie,
    Startpunt,
    Uniciteit,
)
from wetsanalyse.model.terms import Alle, Bewerking, Constante, Instantie, Lees

# ------------------------------------------------------------------ kenmerk [4.2]


@pytest.mark.constructie("R-171", stap="controleert")
def test_een_kenmerk_zonder_voorwaarde_is_voor_iedereen() -> None:
    zin = "Een Aanvrager is verzekerd"
    zwijgt("KT-ZONDER-VOORWAARDE", f"{zin} indien hij een student is.")

    _, meldingen, _ = hulp.lees(BASIS, regel(f"{zin}."))
    assert "KT-ZONDER-VOORWAARDE" in {m.code for m in meldingen}


@pytest.mark.constructie("R-171", stap="controleert")
def test_is_en_heeft_horen_bij_de_soort() -> None:
    fout("KT-WERKWOORD", "Een Aanvrager heeft ⟦verzekerd⟧ indien hij een student is.")
    fout("KT-WERKWOORD", "Een Aanvrager is een ⟦recht op steun⟧ indien hij verzekerd is.")
    fout("KT-ONBEKEND", "Een Aanvrager is ⟦thuiswonend⟧ indien hij verzekerd is.")


# ------------------------------------------------------------------ objectcreatie [4.3]


@pytest.mark.constructie("R-173", "R-174", stap="controleert")
def test_een_object_met_eerste_waarden() -> None:
    v = versie(
        "Een Aanvraag heeft een beschikking met bedrag gelijk aan de drempel plus 1 € en "
        "voorlopig gelijk aan waar indien de Aanvraag volledig is."
    )
    assert (v.soort, v.eigenschap, v.waarde) == ("objectcreatie", "beschikking", None)
    assert isinstance(v.gevolg, Objectcreatie)
    assert v.gevolg.rol.objecttype == "Beschikking"
    assert [naam for naam, _ in v.gevolg.toekenningen] == ["bedrag", "voorlopig"]
    kaal = versie("Een Aanvraag heeft een beschikking.").gevolg
    assert isinstance(kaal, Objectcreatie)
    assert kaal.toekenningen == ()


@pytest.mark.constructie("R-174", stap="controleert")
def test_elke_toekenning_wordt_nagekeken() -> None:
    zin = "Een Aanvraag heeft een beschikking met {}."
    fout("OC-ATTR", zin.format("⟦volgnummer⟧ gelijk aan 3"))
    fout("GS-EENHEID", zin.format("bedrag gelijk aan ⟦3 jr⟧"))
    fout("GS-TYPE", zin.format("kenmerknummer gelijk aan ⟦de reden van de Aanvraag⟧"))
    fout("OC-ROL-ONBEKEND", "Een Aanvraag heeft een ⟦kostendeler⟧ met bedrag gelijk aan 3 €.")


@pytest.mark.constructie("R-175", stap="controleert")
def test_een_rol_die_ook_een_kenmerk_is() -> None:
    extra = (
        "Objecttype de Klant (mv: Klanten)\n    de bijlage\tkenmerk (bezittelijk);\n"
        "Objecttype het Stuk (mv: Stukken)\n    de titel\tTekst;\n"
        "Feittype dossier\n    de klant\tKlant\n    de bijlage\tStuk\n"
        "één klant levert één bijlage\n"
    )

    _, meldingen, _ = hulp.lees(BASIS, extra, regel("Een Klant heeft een bijlage."))
    assert "OC-MEERDUIDIG" in {m.code for m in meldingen if m.is_fout}


# ------------------------------------------------------------------ feitcreatie [4.4]


@pytest.mark.constructie("R-176", stap="controleert")
def test_een_feit_met_elk_object_van_de_bron() -> None:
    v = versie(
        "Een kostendeler van een Aanvrager is een bewoner van het woonadres van de Aanvrager "
        "indien de bewoner verzekerd is."
    )
    assert isinstance(v.gevolg, Feitcreatie)
    assert v.gevolg.rol.feittype == "kostendeling"
    assert isinstance(v.voorwaarde, Lees)
    # The bewoner of the condition is the one with whom the fact is laid.
    assert v.voorwaarde.object == v.gevolg.element
    assert v.gevolg.element != Instantie(0, "Aanvrager")


@pytest.mark.constructie("R-176", stap="controleert")
def test_de_bron_is_van_het_type_van_de_rol() -> None:
    fout("FC-TYPE", "Een kostendeler van een Aanvrager is ⟦een kind van de Aanvrager⟧.")
    fout(
        "ON-ROL-ONBEKEND",
        "⟦Een besliste aanvraag⟧ van een Aanvrager is een bewoner van het woonadres van de "
        "Aanvrager.",
    )


# ------------------------------------------------------------------ consistentie [4.5]


@pytest.mark.constructie("R-178", "R-217", stap="controleert")
def test_een_enkel_criterium() -> None:
    v = versie(
        "De einddatum van een Aanvraag moet later zijn dan de indieningsdatum van de Aanvraag."
    )
    assert (v.soort, v.onderwerp.doeltype) == ("consistentie", "Aanvraag")
    assert isinstance(v.gevolg, Consistentie)
    assert isinstance(v.gevolg.criterium, Bewerking)
    assert v.gevolg.criterium.op == "VERGELIJK"
    fout(
        "PR-SOORT",
        "⟦De einddatum van een Aanvraag moet groter zijn dan de indieningsdatum van de Aanvraag⟧.",
    )


@pytest.mark.constructie("R-179", "R-180", "R-181", stap="controleert")
def test_een_lijst_van_criteria_met_een_voorwaarde() -> None:
    v = versie(
        "Een Aanvraag moet voldoen aan ten minste twee van de volgende criteria:\n"
        "    • de indieningsdatum van de Aanvraag is gevuld\n"
        "    • de reden van de Aanvraag is gevuld\n"
        "    • de Aanvraag is volledig."
    )
    assert isinstance(v.gevolg, Consistentie)
    assert isinstance(v.gevolg.criterium, Bewerking)
    assert v.gevolg.criterium.par == ("ten minste", 2)


@pytest.mark.constructie("R-182", "R-183", "R-184", stap="controleert")
def test_uniciteit() -> None:
    v = versie("De dossiernummers van alle Aanvragen moeten uniek zijn.")
    assert v.gevolg == Uniciteit(((Alle("Aanvraag"), ("dossiernummer",)),))
    dubbel = versie(
        "De concatenatie van dossiernummers en volgnummers van alle Aanvragen moet uniek zijn."
    ).gevolg
    assert isinstance(dubbel, Uniciteit)
    assert dubbel.bronnen[0][1] == ("dossiernummer", "volgnummer")
    versie(
        "De volgnummers van alle Aanvragen verenigd met de kenmerknummers van alle Beschikkingen "
        "moeten uniek zijn."
    )


@pytest.mark.constructie("R-184", stap="controleert")
def test_wat_verenigd_wordt_moet_bij_elkaar_passen() -> None:
    fout(
        "UN-TYPE",
        "De dossiernummers van alle Aanvragen verenigd met "
        "⟦de kenmerknummers van alle Beschikkingen⟧ moeten uniek zijn.",
    )
    fout(
        "UN-VOLGORDE",
        "De concatenatie van dossiernummers en volgnummers van alle Aanvragen verenigd met "
        "⟦de concatenatie van volgnummers en dossiernummers van alle Aanvragen⟧ "
        "moeten uniek zijn.",
    )


# ------------------------------------------------------------------ initialisatie [4.6]


@pytest.mark.constructie("R-186", stap="controleert")
def test_initialisatie_kent_dezelfde_controles() -> None:
    v = versie("Het tegoed van een Aanvrager moet geïnitialiseerd worden op 0 €.")
    assert v.soort == "initialisatie"
    fout("GS-TYPE", "Het tegoed van een Aanvrager moet geïnitialiseerd worden op ⟦zijn nummer⟧.")


# ------------------------------------------------------------------ dagsoort [4.8]


@pytest.mark.constructie("R-083", "R-198", stap="controleert")
def test_een_dagsoort_gaat_over_de_dag() -> None:
    extra = "Dagsoort de rustdag\n"
    tekst = regel(
        "Een dag is een rustdag\n"
        "indien de dag aan alle volgende voorwaarden voldoet:\n"
        "    • de maand uit (de dag) is gelijk aan 4\n"
        "    • de dag is geen werkdag."
    )
    v = goed(extra, tekst).regels["proef"].versies[0]
    assert v.gevolg == Dagsoortbepaling("rustdag")
    fout("ON-ONGEBONDEN", "Een dag is een werkdag indien ⟦de Aanvrager⟧ verzekerd is.")
    fout("DS-ONBEKEND", "Een dag is een ⟦student⟧ indien de dag uit (de dag) gelijk is aan 1.")


@pytest.mark.constructie("R-198", stap="controleert")
def test_dagsoorten_niet_in_een_kring() -> None:

    een = regel("Een dag is een werkdag indien de dag geen feestdag is.", "een")
    twee = regel("Een dag is een feestdag indien de dag geen werkdag is.", "twee")
    _, meldingen, _ = hulp.lees(BASIS, een, twee)
    assert {m.code for m in meldingen if m.is_fout} == {"DS-KRING"}


@pytest.mark.constructie("R-083", stap="controleert")
def test_een_dagsoort_zonder_regel() -> None:
    fout(
        "DS-GEEN-REGEL",
        "De telling van een Aanvrager moet gesteld worden op 1 indien "
        "⟦zijn ingangsdatum een rustdag is⟧.",
        "Dagsoort de rustdag\n",
    )


# ------------------------------------------------------------------ startpunt


@pytest.mark.constructie("X-17", "X-18", "X-19", stap="controleert")
def test_startpunt_van_een_tijdlijn() -> None:
    v = versie(
        "Het startpunt van een loonperiode voor een Aanvrager wordt bepaald door zijn ingangsdatum."
    )
    assert isinstance(v.gevolg, Startpunt)
    assert v.gevolg.tijdlijn == "loonperiode"
    fout(
        "SP-DATUM",
        "Het startpunt van een loonperiode voor een Aanvrager wordt bepaald door ⟦zijn tijdstip⟧.",
    )


@pytest.mark.constructie("R-173", stap="controleert")
def test_een_kenmerk_bij_een_nieuw_object_is_waar_of_onwaar() -> None:
    v = versie("Een Aanvraag heeft een beschikking met voorlopig gelijk aan onwaar.").gevolg
    assert isinstance(v, Objectcreatie)
    term = v.toekenningen[0][1]
    assert isinstance(term, Constante)
    assert term.waarde is False
