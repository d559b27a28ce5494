"""Every fault of the model: a text that must give it, with the words it must point at."""

from __future__ import annotations

import pytest

from tests.model.hulp import geeft, goed, regel
from wetsanalyse.text import Ernst

# Each pair is a code and a sentence; the marks stand around the words that the fault is about.
IN_EEN_REGEL = [
    # -- names and chains
    ("RG-GEEN-ONDERWERP", "⟦De schuld van de Aanvrager moet gesteld worden op 1 €⟧."),
    ("ON-ATTR-ONBEKEND", "⟦Het spaargeld⟧ van een Aanvrager moet gesteld worden op 1 €."),
    (
        "ON-ATTR-ONBEKEND",
        "De schuld van een Aanvrager moet gesteld worden op ⟦het spaargeld⟧ van zijn partner.",
    ),
    (
        "ON-ROL-ONBEKEND",
        (
            "Het spaargeld van een Kind moet gesteld worden op\n"
            "de schuld van ⟦de partner⟧ van het Kind."
        ),
    ),
    ("ON-ATTR-ONBEKEND", "De schuld van een Aanvrager moet gesteld worden op ⟦het tegoed⟧."),
    (
        "ON-ONGEBONDEN",
        "De schuld van een Aanvrager moet gesteld worden op het spaargeld van ⟦het Kind⟧.",
    ),
    (
        "ON-HIJ-ONBEZIELD",
        "Het bedrag van de zaak van een Zaak moet gesteld worden op ⟦zijn bedrag van de zaak⟧.",
    ),
    ("ON-KENMERK", "De schuld van ⟦een verzekerd⟧ moet gesteld worden op 1 €."),
    ("ON-TYPE", "De schuld van ⟦een norm⟧ moet gesteld worden op 1 €."),
    (
        "ON-KETEN",
        "De schuld van een Aanvrager moet gesteld worden op ⟦zijn schuld van de drempel⟧.",
    ),
    # -- conditions
    (
        "PR-NAAM",
        "Een Aanvrager is behoeftig\nindien hij ⟦thuiswonend⟧ is.",
    ),
    (
        "PR-SOORT",
        "Een Aanvrager is behoeftig\nindien ⟦zijn leeftijd groter is dan zijn omschrijving⟧.",
    ),
    (
        "PR-SOORT",
        "Een Aanvrager is behoeftig\nindien ⟦zijn ingangsdatum groter is dan zijn einddatum⟧.",
    ),
    (
        "EN-ONBEKEND",
        "Een Aanvrager is behoeftig\nindien zijn leefvorm gelijk is aan ⟦'huur'⟧.",
    ),
    (
        "EX-MEERVOUDIG",
        (
            "De schuld van een Aanvrager moet gesteld worden op\n"
            "⟦het spaargeld van de kinderen van de Aanvrager⟧."
        ),
    ),
    (
        "EX-OBJECT",
        "De schuld van een Aanvrager moet gesteld worden op ⟦zijn partner⟧.",
    ),
    # -- units and numbers
    (
        "GS-EENHEID",
        "De schuld van een Aanvrager moet gesteld worden op ⟦zijn leeftijd⟧.",
    ),
    (
        "GS-EENHEID",
        "De uitkering van een Aanvrager moet gesteld worden op ⟦5⟧.",
    ),
    (
        "EH-GEMENGD",
        "De schuld van een Aanvrager moet berekend worden als ⟦zijn tegoed plus 5⟧.",
    ),
    (
        "EH-NIET-OMREKENBAAR",
        (
            "De leeftijd van een Aanvrager moet gesteld worden op\n"
            "⟦zijn leeftijd plus zijn duur in dagen⟧."
        ),
    ),
    (
        "OP-PERCENTAGE",
        "De schuld van een Aanvrager moet berekend worden als ⟦zijn tegoed maal de korting⟧.",
    ),
    (
        "EX-SOORT",
        "De schuld van een Aanvrager moet gesteld worden op ⟦zijn tegoed plus zijn ingangsdatum⟧.",
    ),
    (
        "DA-EENHEID",
        "De einddatum van een Aanvrager moet berekend worden als\nzijn ingangsdatum plus ⟦3 €⟧.",
    ),
    (
        "GS-DECIMALEN",
        "Het hele bedrag van een Aanvrager moet berekend worden als ⟦zijn tegoed⟧.",
    ),
    (
        "GS-DECIMALEN",
        "Het tegoed van een Aanvrager moet berekend worden als ⟦de korting van zijn tegoed⟧.",
    ),
    (
        "GS-DECIMALEN",
        "Het tegoed van een Aanvrager moet berekend worden als ⟦zijn tegoed gedeeld door 4⟧.",
    ),
    ("DT-BEREIK", "Het hele bedrag van een Aanvrager moet gesteld worden op ⟦2,5 €⟧."),
    ("DT-BEREIK", "De leeftijd van een Aanvrager moet gesteld worden op ⟦-1 jr⟧."),
    (
        "EH-MACHT",
        (
            "De schuld van een Aanvrager moet berekend worden als\n"
            "⟦zijn tegoed tot de macht 2 rekenkundig afgerond op 2 decimalen⟧."
        ),
    ),
    ("EH-ONBEKEND", "De schuld van een Aanvrager moet gesteld worden op de drempel maal 2 ⟦GLD⟧."),
    # -- kinds
    ("GS-TYPE", "De omschrijving van een Aanvrager moet gesteld worden op ⟦zijn schuld⟧."),
    ("GS-TYPE", "De leefvorm van een Aanvrager moet gesteld worden op ⟦zijn woonvorm⟧."),
    (
        "CO-TYPE",
        (
            "De schuld van een Aanvrager moet berekend worden als\n"
            "de maximale waarde van zijn tegoed en ⟦zijn omschrijving⟧."
        ),
    ),
    (
        "AG-OBJECT",
        (
            "De telling van een Aanvrager moet berekend worden als\n"
            "het aantal ⟦het spaargeld van de kinderen van de Aanvrager⟧."
        ),
    ),
    (
        "AG-WAARDE",
        (
            "De schuld van een Aanvrager moet berekend worden als\n"
            "de som van ⟦de kinderen van de Aanvrager⟧."
        ),
    ),
    (
        "AG-SOORT",
        (
            "De einddatum van een Aanvrager moet gesteld worden op\n"
            "de eerste van ⟦zijn tegoed en zijn schuld⟧."
        ),
    ),
    # -- kenmerken
    ("KT-WERKWOORD", "Een Aanvrager heeft ⟦verzekerd⟧."),
    ("KT-ONBEKEND", "Een Aanvrager is ⟦thuiswonend⟧."),
    # -- variables
    (
        "VA-LATER",
        (
            "De schuld van een Aanvrager moet berekend worden als A.\n"
            "Daarbij geldt:\n    A is ⟦B⟧ plus 1 €\n    B is zijn tegoed."
        ),
    ),
    (
        "VA-CYCLUS",
        (
            "De schuld van een Aanvrager moet berekend worden als A.\n"
            "Daarbij geldt:\n    A is ⟦A⟧ plus 1 €."
        ),
    ),
    (
        "VA-VERDEKT",
        (
            "De schuld van een Aanvrager moet berekend worden als drempel.\n"
            "Daarbij geldt:\n    ⟦drempel⟧ is zijn tegoed."
        ),
    ),
    # -- warnings
    ("LI-BEDRAG", "De schuld van een Aanvrager moet gesteld worden op ⟦100 €⟧."),
    ("LI-BEDRAG", "De schuld van een Aanvrager moet berekend worden als ⟦10%⟧ van zijn tegoed."),
    ("GS-WERKWOORD", "⟦De leefvorm van een Aanvrager moet berekend worden als 'alleen'⟧."),
    (
        "KW-ONHAALBAAR",
        (
            "Een Aanvrager is behoeftig\n"
            "indien hij ⟦aan ten minste drie van de volgende voorwaarden⟧ voldoet:\n"
            "    • hij is verzekerd\n    • hij is een student."
        ),
    ),
    (
        "ON-SUBSELECTIE",
        (
            "De telling van een Aanvrager moet berekend worden als\n"
            "het aantal ⟦partner van de Aanvrager⟧ die verzekerd zijn."
        ),
    ),
]


@pytest.mark.parametrize(("code", "zin"), IN_EEN_REGEL)
def test_fout_in_een_regel(code: str, zin: str) -> None:
    geeft(code, regel(zin))


BLOKKEN = [
    # -- declarations
    ("OT-DUBBEL", "Objecttype de ⟦Aanvrager⟧\n    het x Tekst;\n"),
    ("AT-DUBBEL", "Objecttype de Woning\n    het x Tekst;\n    de ⟦x⟧ Boolean;\n"),
    ("OT-LID-DUBBEL", "Objecttype de Woning\n    het x Tekst;\n    de ⟦x⟧ kenmerk;\n"),
    ("DO-DUBBEL", "Domein ⟦Bedrag⟧ is van het type Tekst\n"),
    ("DO-BOOLEAN", "Domein Vlag is van het type ⟦Boolean⟧\n"),
    ("PA-DUBBEL", "Parameter de ⟦norm⟧: Tekst;\n"),
    (
        "FT-DUBBEL",
        (
            "Feittype ⟦gezin⟧\n    de voogd Aanvrager\n    de pupil Kind\n"
            "één voogd helpt één pupil\n"
        ),
    ),
    (
        "FT-ROL-DUBBEL",
        (
            "Feittype opvang\n    de gastouder Aanvrager\n"
            "    ⟦het kind (mv: kinderen)\tKind⟧\n"
            "één gastouder past op meerdere kinderen\n"
        ),
    ),
    (
        "FT-TYPE-ONBEKEND",
        (
            "Feittype huur\n    de huurder Aanvrager\n    het pand\t⟦Gebouw⟧\n"
            "één huurder huurt één pand\n"
        ),
    ),
    # -- sources
    ("RE-DUBBEL", "Regeling ⟦Wet twee⟧\n    afkorting Wst\n    niveau formele wet\n"),
    (
        "BR-REGELING",
        ("Open norm te zwaar\n    bron ⟦artikel 1 Abc⟧\n    beoordeeld door het college\n"),
    ),
    (
        "BR-ONTBREEKT",
        ("Regel ⟦zonder bron⟧\n    geldig altijd\n        Een Aanvrager is behoeftig.\n"),
    ),
    # -- amounts
    ("PA-TYPE", "Parameterwaarden 2025\n    geldig vanaf 2025\n    de norm is ⟦'alleen'⟧\n"),
    (
        "PA-VAST",
        ("Parameterwaarden 2025\n    geldig vanaf 2025\n    de norm is ⟦de norm plus 1 €/jr⟧\n"),
    ),
    ("DT-BEREIK", "Parameterwaarden 2025\n    geldig vanaf 2025\n    de drempel is ⟦1,234 €⟧\n"),
    ("EH-GEMENGD", "Parameterwaarden 2025\n    geldig vanaf 2025\n    de drempel is ⟦5⟧\n"),
    # -- clauses
    (
        "CL-REGEL",
        (
            "Hardheidsclausule ontsnapping\n    bron artikel 9 Wst\n    reikwijdte:\n"
            "    - ⟦Regel bestaat niet⟧\n    geldig altijd\n"
            "        Het college kan ten aanzien van een Aanvrager afwijken van de reikwijdte\n"
            "        indien er sprake is van open norm bijzonder hard.\n"
        ),
    ),
    (
        "CL-LEEG",
        (
            "Hardheidsclausule ontsnapping\n    bron artikel 9 Wst\n    reikwijdte:\n"
            "    - ⟦artikel 44 Wst⟧\n    geldig altijd\n"
            "        Het college kan ten aanzien van een Aanvrager afwijken van de reikwijdte\n"
            "        indien er sprake is van open norm bijzonder hard.\n"
        ),
    ),
    # -- outcomes and ranges
    ("OT-ONBEKEND", "Uitkomst van een ⟦norm⟧\n    voordeel de uitkering van de norm\n"),
    ("UI-GELD", "Uitkomst van een Aanvrager\n    voordeel ⟦de leeftijd van de Aanvrager⟧\n"),
    ("UI-ATTRIBUUT", "Uitkomst van een Aanvrager\n    voordeel ⟦de partner van de Aanvrager⟧\n"),
    ("IB-OMGEKEERD", "Invoerbereik van een Aanvrager\n    ⟦het tegoed: 10 € t/m 5 € per 1 €⟧\n"),
    (
        "IB-ORDE",
        "Invoerbereik van een Aanvrager\n    minder verwijt bij lager ⟦verzekerd⟧\n",
    ),
    ("IB-ORDE", "Invoerbereik van een Aanvrager\n    opzet bij ⟦tegoed⟧\n"),
    ("IB-ORDE", "Invoerbereik van een Aanvrager\n    eerder gemeld bij ⟦tegoed⟧\n"),
    ("IB-ORDE", "Invoerbereik van een Aanvrager\n    meer behoefte bij hoger ⟦leefvorm⟧\n"),
    ("IB-ORDE", "Invoerbereik van een Aanvrager\n    niet ter zake doet de maand van ⟦tegoed⟧\n"),
    (
        "IB-ORDE",
        "Invoerbereik van een Aanvrager\n    niet ter zake doet de verdeling van ⟦leefvorm⟧\n",
    ),
    ("IB-SOORT", "Invoerbereik van een Aanvrager\n    ⟦de leefvorm: 0 t/m 5 per 1⟧\n"),
]


@pytest.mark.parametrize(("code", "tekst"), BLOKKEN)
def test_fout_in_een_blok(code: str, tekst: str) -> None:
    geeft(code, tekst)


def test_lege_enumeratie_dubbele_waarde() -> None:
    geeft("EN-DUBBEL", "Domein ⟦Kleur⟧ is van het type Enumeratie\n    'rood'\n    'rood'\n")


def test_versies_overlappen() -> None:
    tekst = regel("Een Aanvrager is behoeftig.", geldig="vanaf 2024 t/m 2025")
    later = "    ⟦geldig vanaf 1-6-2025⟧\n        Een Aanvrager is behoeftig.\n"
    geeft("RG-OVERLAP", tekst + later)


def test_versies_die_aansluiten_zijn_goed() -> None:
    tekst = regel("Een Aanvrager is behoeftig.", geldig="vanaf 2024 t/m 2024")
    goed(tekst + "    geldig vanaf 1-1-2025\n        Een Aanvrager is behoeftig.\n")


def test_twee_regels_met_een_naam() -> None:
    een = regel("Een Aanvrager is behoeftig.", naam="steun")
    twee = regel("Een Aanvrager is verzekerd.", naam="⟦Steun⟧")
    melding = geeft("RG-NAAM-DUBBEL", een + twee)
    assert melding.verwant


def test_waarden_overlappen() -> None:
    geeft(
        "PA-OVERLAP",
        "Parameterwaarden een\n    geldig vanaf 2024\n    de norm is 1 €/jr\n"
        "Parameterwaarden twee\n    geldig vanaf 2025\n    ⟦de norm is 2 €/jr⟧\n",
    )


def test_parameter_zonder_waarde_op_een_dag_dat_een_regel_hem_leest() -> None:
    melding = geeft(
        "PA-GEEN-WAARDE",
        "Parameter de ⟦bonus⟧: Bedrag;\n"
        "Parameterwaarden een\n    geldig vanaf 2024 t/m 2025\n    de norm is 1 €/jr\n"
        "Parameterwaarden twee\n    geldig vanaf 2024 t/m 2024\n    de bonus is 2 €\n"
        + regel("De schuld van een Aanvrager moet gesteld worden op de bonus."),
    )
    assert "1-1-2025" in melding.bericht


@pytest.mark.parametrize(
    ("waarde", "wanneer"),
    [
        ("    geldig vanaf 1-7-2024\n    de bonus is 2 €\n", "heeft vóór 1-7-2024 geen waarde"),
        (
            "    geldig altijd\n    de norm is 1 €/jr\n",
            "heeft geen waarde, maar regel “r” leest hem",
        ),
    ],
)
def test_parameter_zonder_waarde_van_het_begin_af(waarde: str, wanneer: str) -> None:
    melding = geeft(
        "PA-GEEN-WAARDE",
        "Parameter de ⟦bonus⟧: Bedrag;\n"
        "Parameterwaarden een\n    geldig altijd\n    de drempel is 1 €\n"
        f"Parameterwaarden twee\n{waarde}"
        + regel("De schuld van een Aanvrager moet gesteld worden op de bonus.", "r"),
    )
    assert wanneer in melding.bericht
    assert melding.bericht.endswith(" dan") == ("vóór" in wanneer)


def test_kring_met_het_hele_pad() -> None:
    een = regel("De schuld van een Aanvrager moet gesteld worden op zijn tegoed.", "r2")
    twee = regel(
        "Het tegoed van een Aanvrager moet berekend worden als\n"
        "zijn schuld naar beneden afgerond op 2 decimalen.",
        "r1",
    )
    melding = geeft("RC-KRING", een + twee.replace("geldig", "⟦geldig").rstrip() + "⟧\n")
    assert (
        "schuld van Aanvrager → regel r1 → tegoed van Aanvrager → regel r2 → schuld van Aanvrager"
    ) in melding.bericht
    assert len(melding.verwant) == 1


def test_geen_kring_als_de_versies_nooit_samen_gelden() -> None:
    goed(
        regel("De schuld van een Aanvrager moet gesteld worden op zijn tegoed.", "a", "t/m 2024")
        + regel(
            "Het tegoed van een Aanvrager moet gesteld worden op\n"
            "zijn schuld naar beneden afgerond op 2 decimalen.",
            "b",
            "vanaf 2025",
        )
    )


def test_naam_overlapt_met_keten() -> None:
    melding = geeft(
        "NM-OVERLAP",
        "Objecttype de Leerling\n    ⟦de datum van aanvang van de opvang\tDatum in dagen;⟧\n"
        "Objecttype het Centrum\n    de datum van aanvang\tDatum in dagen;\n"
        "Feittype plaatsing\n    de leerling Leerling\n    de opvang Centrum\n"
        "één leerling heeft één opvang\n",
    )
    assert "als keten: “datum van aanvang” van “opvang” van Leerling" in melding.hulp


def test_naam_overlapt_met_percentage() -> None:
    geeft(
        "NM-OVERLAP",
        "Objecttype de Baan\n    het loon Bedrag;\n    ⟦het percentage van het loon Bedrag;⟧\n",
    )


def test_naam_met_van_die_geen_keten_is() -> None:
    goed("Objecttype de Baan\n    het loon Bedrag;\n    de kosten van het loon Bedrag;\n")


def test_uitkomst_ontbreekt_alleen_in_een_wet_met_regels() -> None:
    from tests.model.hulp import BASIS, lees

    zonder = BASIS[: BASIS.index("Uitkomst van")]
    _, meldingen, _ = lees(zonder, regel("Een Aanvrager is behoeftig indien hij verzekerd is."))
    assert [m.code for m in meldingen if m.ernst is Ernst.WAARSCHUWING] == ["UI-ONTBREEKT"]
    assert lees(zonder)[1] == []


def test_uitkomst_die_geen_regel_vaststelt() -> None:
    from tests.model.hulp import BASIS, lees

    _, meldingen, _ = lees(BASIS, regel("Een Aanvrager is behoeftig."))
    gevonden = [m for m in meldingen if m.code == "UI-ZONDER-REGEL"]
    assert all(not m.is_fout for m in gevonden)
    assert gevonden


def test_van_wie_noemt_het_type_zonder_lidwoord_te_raden() -> None:
    """Of a type with `het` one does not say `van de`."""
    melding = geeft(
        "ON-ATTR-ONBEKEND",
        "Objecttype het Jaar (mv: Jaren)\n    het rangnummer\tNumeriek (geheel getal);\n"
        "    is kort\tkenmerk (bijvoeglijk);\n"
        + regel("Een Jaar is kort indien ⟦rangnummer⟧ gelijk is aan 3."),
    )
    assert melding.hulp == (
        "schrijf erbij van welk object van het type Jaar het is, of “zijn rangnummer”",
    )
