"""What only the whole shows: groups, circles, what nobody uses. [1.6, 1.10, 4.9]"""

from __future__ import annotations

import pytest

from tests.model import hulp
from tests.model.taal import BASIS, goed, regel

SLAG = (
    "Een Termijn heeft een volgende termijn met restant gelijk aan het restant van de Termijn "
    "min 10 € en slag gelijk aan de slag van de Termijn plus 1\n"
)
BEIDE = (
    "indien er aan alle volgende voorwaarden wordt voldaan:\n"
    "    • het restant van de Termijn is groter dan 0 €\n"
    "    • de slag van de Termijn is kleiner dan 12."
)


def groep(*regels: str, recursief: bool = True) -> str:
    kop = "Regelgroep aflossen" + (" is recursief" if recursief else "")
    ingesprongen = "\n".join(f"    {r}" if r else r for t in regels for r in t.split("\n"))
    return f"{kop}\n{ingesprongen}\n"


def codes(*teksten: str) -> set[str]:
    return {m.code for m in hulp.lees(BASIS, *teksten)[1] if m.is_fout}


@pytest.mark.constructie("R-200", stap="controleert")
def test_een_recursieve_groep_met_grens_en_teller() -> None:
    model = goed(groep(regel(SLAG + BEIDE, "slag")))
    assert model.regels["slag"].groep == "aflossen"


@pytest.mark.constructie("R-200", stap="controleert")
def test_de_drie_eisen() -> None:
    gewoon = regel("De slag van een Termijn moet gesteld worden op 1.", "gewoon")
    assert codes(groep(gewoon)) == {"RC-GEEN-CREATIE"}
    assert codes(groep(gewoon, recursief=False)) == set()
    grens = SLAG + "indien het restant van de Termijn groter is dan 0 €."
    assert codes(groep(regel(grens, "slag"))) == {"RC-GEEN-TELLER"}
    teller = SLAG + "indien de slag van de Termijn kleiner is dan 12."
    assert codes(groep(regel(teller, "slag"))) == {"RC-GEEN-GRENS"}


@pytest.mark.constructie("R-199", stap="controleert")
def test_een_kring_buiten_een_recursieve_groep() -> None:
    assert codes(regel(SLAG + BEIDE, "slag")) == {"RC-KRING"}
    een = regel("De schuld van een Aanvrager moet gesteld worden op zijn tegoed.", "een")
    zin = (
        "Het tegoed van een Aanvrager moet gesteld worden op de drempel min D.\n"
        "Daarbij geldt:\n    D is zijn schuld rekenkundig afgerond op 2 decimalen."
    )
    twee = regel(zin, "twee")
    assert codes(een, twee) == {"RC-KRING"}


@pytest.mark.constructie("R-258", "R-259", stap="controleert")
def test_een_kring_over_een_rol() -> None:
    leest = regel(
        "De telling van een Aanvrager moet gesteld worden op "
        "het aantal kostendelers van de Aanvrager.",
        "leest",
    )
    maakt = regel(
        "Een kostendeler van een Aanvrager is een bewoner van het woonadres van de Aanvrager "
        "indien de telling van de Aanvrager groter is dan 1.",
        "maakt",
    )
    _, meldingen, _ = hulp.lees(BASIS, leest, maakt)
    (kring,) = [m for m in meldingen if m.is_fout]
    assert kring.code == "RC-KRING"
    for naam in ("rol kostendeling", "regel leest", "regel maakt", "telling van Aanvrager"):
        assert naam in kring.bericht


@pytest.mark.constructie("R-237", stap="controleert")
def test_een_kring_over_een_uitslag() -> None:
    zin = "De {} van een Aanvrager moet gesteld worden op 1 € indien regelversie {} gevuurd is."
    een = regel(zin.format("schuld", "de andere"), "de ene")
    twee = regel(zin.format("tegoed", "de ene").replace("De t", "Het t"), "de andere")
    assert codes(een, twee) == {"RC-KRING"}


@pytest.mark.constructie("R-185", stap="controleert")
def test_een_controle_geeft_geen_melding() -> None:
    tekst = regel("De dossiernummers van alle Aanvragen moeten uniek zijn.", "uniek")
    _, meldingen, _ = hulp.lees(BASIS, tekst)
    assert not [m for m in meldingen if m.context == "Regel “uniek”"]


# ------------------------------------------------------------------ what nobody uses


def gemeld(code: str, *teksten: str) -> set[str]:
    _, meldingen, _ = hulp.lees(*teksten)
    assert not [m for m in meldingen if m.is_fout]
    return {m.bericht.split("“")[1].split("”")[0] for m in meldingen if m.code == code}


KLEIN = (
    "Objecttype de Burger (mv: Burgers) (bezield)\n"
    "    het loon\tNumeriek (getal) met eenheid €;\n"
    "    de premie\tNumeriek (getal) met eenheid €;\n"
    "    de maat\tNumeriek (getal) met eenheid €;\n"
    "    is oud\tkenmerk (bijvoeglijk);\n"
    "    is nieuw\tkenmerk (bijvoeglijk);\n"
    "Parameter de grens : Numeriek (getal) met eenheid €;\n"
    "Parameter de top : Numeriek (getal) met eenheid €;\n"
)
PREMIE = (
    "Regel premie\n    geldig altijd\n"
    "        De premie van een Burger moet gesteld worden op zijn loon plus de grens\n"
    "        indien hij oud is.\n"
    "        Daarbij geldt:\n            X is zijn loon.\n"
)


@pytest.mark.constructie("R-051", stap="controleert")
def test_wat_geen_regel_leest_of_zet() -> None:
    assert gemeld("AT-ONGEBRUIKT", KLEIN, PREMIE) == {"maat"}
    # A kenmerk that is only read is input; one that nothing touches is told.
    assert gemeld("KM-NOOIT-GEZET", KLEIN, PREMIE) == {"nieuw"}
    assert gemeld("PA-ONGEBRUIKT", KLEIN, PREMIE) == {"top"}
    assert gemeld("VA-ONGEBRUIKT", KLEIN, PREMIE) == {"X"}


def test_gegevens_zonder_regels_zijn_niet_ongebruikt() -> None:
    assert gemeld("AT-ONGEBRUIKT", KLEIN) == set()


def test_een_invoerbereik_gebruikt_een_attribuut() -> None:
    bereik = "Invoerbereik van een Burger\n    maat: 1 € t/m 2 €\n"
    assert gemeld("AT-ONGEBRUIKT", KLEIN, PREMIE, bereik) == set()


@pytest.mark.constructie("R-257", stap="controleert")
def test_zonder_een_enkele_parameterwaarde_mist_er_geen() -> None:
    assert gemeld("PA-GEEN-WAARDE", KLEIN, PREMIE) == set()
    waarden = "Parameterwaarden 2025\n    geldig vanaf 2025\n    top is 3 €\n"
    assert gemeld("PA-GEEN-WAARDE", KLEIN, PREMIE, waarden) == {"grens"}


@pytest.mark.constructie("R-092", stap="controleert")
def test_namen_die_twee_dingen_zijn() -> None:
    dubbel = (
        "Objecttype de Zaak (mv: Zaken)\n    het deel\tTekst;\n"
        "Objecttype het Stuk (mv: Stukken)\n    de inhoud\tTekst;\n"
        "Feittype samenstelling\n    de bron\tZaak\n    het deel\tStuk\n"
        "één bron heeft één deel\n"
    )
    zin = (
        "Regel r\n    geldig altijd\n"
        "        De inhoud van een Stuk moet gesteld worden op het deel van de bron van het Stuk.\n"
    )
    _, meldingen, _ = hulp.lees(dubbel, zin)
    assert {m.code for m in meldingen if m.is_fout} & {
        "NM-MEERDUIDIG",
        "OT-LID-DUBBEL",
        "FT-ROL-DUBBEL",
    }
