"""Messages: code, place and next step. No fault ever raises, none hides another."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.syntax.voorbeeld import DECLARATIES, fouten, lees, regel
from wetsanalyse.syntax import ontleed, toon_boom, toon_tokens
from wetsanalyse.text import Source
from wetsanalyse.text.weergave import tekst

KOP = "De normpremie van een Aanvrager moet gesteld worden op "

# text, code, what the caret stands under, a part of the help
GEVALLEN = [
    (KOP + "het toetsingsinkommen van de Aanvrager.", "NM-ONBEKEND", "toetsingsinkommen",
     "“toetsingsinkomen”? (attribuut van Aanvrager)"),
    (KOP + "de standaard premie.", "NM-ONBEKEND", "standaard premie", "standaardpremie"),
    (KOP + "iets heel anders.", "NM-ONBEKEND", "iets heel anders", "declareer"),
    (KOP + "3 € indien hij toeslagpatner is.", "NM-ONBEKEND", "toeslagpatner", "(kenmerk"),
    (KOP + "3 €/maan.", "EH-ONBEKEND", "€/maan", "“€/maand”"),
    (KOP + "3 €/mnd/jr.", "EH-ONBEKEND", "€/mnd/jr", "“€/mnd jr”"),
    (KOP + "3 € indien zijn leeftijd gelijk is aan 3 jr plus 1 jr, 2 jr of 5 jr.", "ST-VERWACHT",
     ",", "elke som tussen haakjes"),
    (KOP + "de som van het toetsingsinkomen van alle Aanvragers die aan alle volgende voorwaarden "
     "voldoen:\n- zijn leeftijd is groter dan 3 jr\nof 0 als die er niet zijn.", "ST-VERWACHT",
     "als die er niet zijn", "kenmerk"),
    (KOP + "3 maande.", "EH-ONBEKEND", "maande", "maanden"),
    (KOP + "3 €", "RG-PUNT", "", "zet een “.”"),
    (KOP + "3 €\nhij verzekerd is.", "VW-INDIEN", "hij", "vóór “hij”"),
    (KOP + "3 € indien hij aan alle volgende voorwaarden voldoet:\nhij is verzekerd.",
     "BL-VERWACHT", "hij", "“- ”"),
    (KOP + "3 € indien hij aan alle volgende voorwaarden voldoet\n- hij is verzekerd.",
     "BL-DUBBELEPUNT", "", "“:”"),
    (KOP + "3 € indien hij aan alle volgende voorwaarden voldoet:\n"
     "- hij voldoet aan alle volgende voorwaarden:\n- hij is verzekerd.",
     "BL-DIEPTE", "-", "niveau 2"),
    (KOP + "3 € indien hij aan alle volgende voorwaarden voldoet:\n••• hij is verzekerd.",
     "BL-DIEPTE", "•••", "één tegelijk"),
    (KOP + "3 € indien zijn leeftijd is groter dan 3 jr.", "PR-VORM",
     "zijn leeftijd is groter dan 3 jr", "achteraan"),
    (KOP + "3 € indien hij aan alle volgende voorwaarden voldoet:\n- hij verzekerd is.",
     "PR-VORM", "hij verzekerd is", "vooraan"),
    (KOP + "3 € indien zijn leeftijd grooter is dan 3 jr.", "ST-VERWACHT", "grooter is dan",
     "“groter is dan”"),
    ("De normpremie van een Aanvrager moet berekent worden als 3 €.", "ST-VERWACHT",
     "moet berekent worden als", "“moet berekend worden als”"),
    (KOP + "(3 € min 2 €.", "ST-HAAKJE", "", "“)”"),
    (KOP + "3 € + 2 €.", "OP-SYMBOOL", "+", "“plus”"),
    (KOP + "28.406 €.", "LIT-GETAL", "28.406", "28406"),
    (KOP + '3 € indien zijn dossiernummer gelijk is aan "abc.', "LIT-TEKST", '"abc.', None),
    (KOP + "3 € indien zijn geboortedatum later is dan 30-02-2024.", "LIT-DATUM", "30-02-2024",
     None),
    (KOP + "de wortel van 3.", "AFR-VERPLICHT", "", "afgerond op"),
    ("Een Aanvrager is niet verzekerd.", "KT-ONTKENNING", "niet", "keer de voorwaarde om"),
    # What people write out of habit.
    ("De normpremie van een Aanvrager moet brekend worden als 3 €.", "ST-VERWACHT",
     "moet brekend worden als", "“moet berekend worden als”"),
    (KOP + "1000.50 €.", "LIT-GETAL", "1000.50", "“1000,50”"),
    (KOP + "€ 12,50.", "LIT-GETAL", "€ 12,50", "“12,50 €”"),
    (KOP + "9" * 5000 + " €.", "LIT-GETAL", "9" * 10, "teken te veel"),
    (KOP + "3 € indien zijn geboortedatum later is dan 11 november 2022.", "LIT-DATUM",
     "11 november 2022", "“11-11-2022”"),
    (KOP + "3 € indien hij verzekerd is en zijn leeftijd groter is dan 3 jr.", "ST-VERWACHT", "en",
     "aan alle volgende voorwaarden"),
    (KOP + "3 € indien hij verzekerd is of hij een toeslagpartner is.", "ST-VERWACHT", "of",
     "ten minste één van de volgende voorwaarden"),
    (KOP + "3 € indien zij verzekerd is.", "ST-VERWACHT", "zij", "“hij”"),
    (KOP + "3 € indien hij aan alle volgende voorwaarden voldoet:\n.. hij is verzekerd.",
     "BL-DIEPTE", "..", "één teken"),
]  # fmt: skip


@pytest.mark.parametrize(("inhoud", "code", "onder", "hulp"), GEVALLEN)
def test_melding(inhoud: str, code: str, onder: str, hulp: str | None) -> None:
    (melding,) = fouten(inhoud)
    assert melding.code == code
    assert melding.span is not None
    assert melding.span.tekst == onder
    assert melding.context == "Regel “proef”"
    assert hulp is None or any(hulp in h for h in melding.hulp), melding.hulp
    assert len(melding.verwacht) <= 6
    assert "token" not in melding.bericht


def test_caret_van_de_punt_staat_achter_het_laatste_woord() -> None:
    (melding,) = fouten(KOP + "3 €")
    weergave = tekst(melding).split("\n")
    regels = [r for r in weergave if r.startswith("   | ")]
    assert regels[1].index("^") == len(regels[0])


def test_weergave() -> None:
    (melding,) = fouten(KOP + "het toetsingsinkommen van de Aanvrager.")
    assert tekst(melding) == (
        "NM-ONBEKEND fout: onbekende naam “toetsingsinkommen”\n"
        "  --> proef.regels:3:68  (in Regel “proef”)\n"
        "   |         De normpremie van een Aanvrager moet gesteld worden op het "
        "toetsingsinkommen van de Aanvrager.\n"
        "   |                                                                    "
        "^^^^^^^^^^^^^^^^^\n"
        "   = verwacht: een gedeclareerde naam\n"
        "   = hulp: bedoelt u “toetsingsinkomen”? (attribuut van Aanvrager)"
    )


def test_alle_fouten_van_alle_bestanden_in_een_keer() -> None:
    een = Source("een.regels", DECLARATIES + "\nObjectype de Zaak\n\n" + regel(KOP + "abc.", "a"))
    twee = Source(
        "twee.regels", "losse tekst\n" + regel(KOP + "3 €", "b") + regel(KOP + "4 maa.", "c")
    )
    gelezen = ontleed([een, twee])
    codes = [(d.span.source.pad, d.code) for d in gelezen.diagnostics if d.span]
    assert codes == [
        ("een.regels", "BLOK-ONBEKEND"),
        ("een.regels", "NM-ONBEKEND"),
        ("twee.regels", "BLOK-ONBEKEND"),
        ("twee.regels", "RG-PUNT"),
        ("twee.regels", "EH-ONBEKEND"),
    ]
    assert "bedoelt u “Objecttype”?" in gelezen.diagnostics[0].hulp


def test_een_fout_lid_kost_de_andere_leden_niet() -> None:
    gelezen = lees(
        "Objecttype de Zaak\n    het nummer Tekst;\n    dit is niets;\n"
        "    de duur Numeriek (getal) met eenheid uuur;\n    is open kenmerk (bijvoeglijk);\n"
    )
    zaak: Any = gelezen.value.bestanden[1].blokken[0]
    assert [lid.naam.tekst for lid in zaak.leden] == ["nummer", "open"]
    assert [d.code for d in gelezen.diagnostics] == ["OT-LID", "DT-EENHEID-ONBEKEND"]


def _vijandig() -> list[str]:
    rommel = random.Random(7)
    diep = "\n".join("•" * i + " hij voldoet aan alle volgende voorwaarden:" for i in range(1, 300))
    return [
        "",
        "\x00" * 500,
        "".join(chr(rommel.randrange(1, 0x2FFF)) for _ in range(20_000)),
        "a" * 1_000_000,
        "Regel " + "a" * 1_000_000,
        regel("a" * 1_000_000),
        "Objecttype de X\n   " + "Aap noot " * 50_000,
        regel(KOP + '"' + "x " * 5_000),
        regel(KOP + "(" * 3_000 + "3" + ")" * 3_000 + "."),
        regel(KOP + " plus ".join(["3"] * 2_000) + "."),
        regel(KOP + " van ".join(["3"] * 2_000) + "."),
        regel(KOP + "3 " + "naar boven afgerond op 1 decimalen " * 2_000 + "."),
        regel(KOP + "3 € indien hij aan alle volgende voorwaarden voldoet:\n" + diep),
        regel(KOP + "9" * 50_000 + "."),
        "Beslistabel x\n    geldig altijd\n" + "|" * 2_000 + "\n|",
        "Regel x\n    geldig vanaf 0000\n        De",
    ]


@pytest.mark.parametrize("rommel", _vijandig(), ids=range(len(_vijandig())))
def test_vijandige_tekst_geeft_nooit_een_traceback(rommel: str) -> None:
    gelezen = ontleed([Source("x", DECLARATIES + "\n" + rommel)])
    for melding in gelezen.diagnostics:
        tekst(melding)


def test_verhaspelde_tekst_geeft_nooit_een_traceback() -> None:
    basis = DECLARATIES + regel(GEVALLEN[10][0]) + regel(KOP + "(3 € min zijn vermogen).")
    kans = random.Random(11)
    for _ in range(150):
        plek, lengte = kans.randrange(len(basis)), kans.randrange(1, 60)
        nieuw = kans.choice(["", basis[kans.randrange(len(basis)) :][:lengte], "(", '"', "|", "€"])
        bron = Source("x", basis[:plek] + nieuw + basis[plek + lengte :])
        gelezen = ontleed([bron])
        for melding in gelezen.diagnostics:
            tekst(melding)
        for blok in gelezen.value.blokken:
            toon_boom(blok)
        toon_tokens(bron, gelezen.value.lexicon)
