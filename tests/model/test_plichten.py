"""Duties, public bodies, what an outcome leaves to live on, and clauses with an effect.
[uitbreidingen 4-7]"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.model.hulp import BASIS, geeft, goed, lees, regel
from wetsanalyse.model.clausulegevolgen import gevolgen
from wetsanalyse.model.terms import Bewerking, Lees

BOETE = regel("De schuld van een Aanvrager moet gesteld worden op de drempel.", "boete")


def plicht(zin: str, naam: str = "melden", velden: str = "") -> str:
    kop = f"Verplichting {naam}\n    bron artikel 1 Wst\n{velden}"
    return f"{kop}    geldig altijd\n        {zin}\n"


KAAL = plicht('Een Aanvrager moet "melden".')


def test_een_verplichting_met_alles() -> None:
    zin = (
        'Een Aanvrager moet "het inkomen doorgeven" binnen 4 wk na de ingangsdatum van de '
        "Aanvrager\n        indien hij verzekerd is, anders geldt Regel boete."
    )
    velden = "    verschoonbaar nee\n    gewicht 0,5\n"
    gelezen = goed(BOETE + plicht(zin, velden=velden)).verplichtingen["melden"]
    assert (gelezen.verschoonbaar, gelezen.gewicht) == ("nee", Fraction(1, 2))
    assert gelezen.herkomst.bronnen[0].artikel == "1"
    versie = gelezen.op(date(2025, 1, 1))
    assert versie is not None
    assert (versie.objecttype, versie.handeling) == ("Aanvrager", "het inkomen doorgeven")
    assert versie.gevolgregel == "boete"
    assert isinstance(versie.voorwaarde, Lees)
    # The last day is the day itself plus the term.
    assert isinstance(versie.termijn, Bewerking)
    assert versie.termijn.op == "DATUM_PLUS"
    assert versie.termijn.par == ("dg", Fraction(7), 1)


def test_een_verplichting_zonder_meer() -> None:
    gelezen = goed(KAAL).verplichtingen["melden"]
    assert (gelezen.verschoonbaar, gelezen.gewicht) == (None, Fraction(1))
    (versie,) = gelezen.versies
    assert (versie.termijn, versie.voorwaarde, versie.gevolgregel) == (None, None, None)


def test_versies_van_een_verplichting() -> None:
    tekst = (
        "Verplichting melden\n    bron artikel 1 Wst\n    geldig t/m 2024\n"
        '        Een Aanvrager moet "bellen".\n    geldig vanaf 2025\n'
        '        Een Aanvrager moet "schrijven" uiterlijk op dd. 1-4-2025.\n'
    )
    gelezen = goed(tekst).verplichtingen["melden"]
    per_dag = [gelezen.op(dag) for dag in (date(2024, 12, 31), date(2025, 1, 1))]
    assert [versie and versie.handeling for versie in per_dag] == ["bellen", "schrijven"]


def gebeurtenis(regels: str) -> str:
    return f"Gebeurtenis melding\n    soort handeling van de burger\n{regels}"


def test_een_gebeurtenis_vervult_een_verplichting() -> None:
    """Wherever the duty stands, and under its own spelling."""
    voor = gebeurtenis("    vervult Verplichting Melden\n")
    assert goed(voor + KAAL).gebeurtenissen["melding"].vervult == "melden"


def test_organen_en_wie_een_regeling_uitvoert() -> None:
    tekst = (
        "Bestuursorgaan de Dienst\n    soort uitvoeringsorganisatie\n    onder het Ministerie\n"
        "Bestuursorgaan het Ministerie\n    soort ministerie\n"
        "Regeling Wet op de hulp\n    afkorting Wh\n    uitvoering door de dienst\n"
        "    uitvoering door het college\n"
    )
    model = goed(tekst)
    dienst = model.organen["Dienst"]
    assert (dienst.soort, dienst.onder) == ("uitvoeringsorganisatie", "Ministerie")
    assert model.organen["college"].soort is None
    assert model.regelingen["Wh"].uitvoering == ("Dienst", "college")
    assert model.regelingen["Wst"].uitvoering == ()


def test_middelen_van_een_uitkomst() -> None:
    tekst = "Uitkomst van een Kind\n    voordeel de bijdrage van het Kind\n"
    tekst += "    middelen het spaargeld van het Kind\n"
    uitkomst = next(u for u in goed(tekst).uitkomsten if u.objecttype == "Kind")
    assert [lees.eigenschap for lees in uitkomst.middelen] == ["spaargeld"]


# ------------------------------------------------------------------ clauses


def clausule(gevolg: str, indien: str = "hij verzekerd is", naam: str = "uitweg") -> str:
    als = f" indien {indien}" if indien else ""
    return (
        f"Hardheidsclausule {naam}\n    bron artikel 9 Wst\n    reikwijdte:\n    - Regel boete\n"
        "    geldig vanaf 2024\n        Het college kan ten aanzien van een Aanvrager afwijken "
        f"van de reikwijdte{als}.\n        {gevolg}\n"
    )


ZET = "In dat geval moet de schuld van de Aanvrager gesteld worden op 0 €."


def test_een_gevolg_is_een_regel_met_het_artikel_van_de_clausule() -> None:
    model = goed(BOETE + clausule(ZET))
    (versie,) = gevolgen(model)
    assert (versie.id, versie.soort) == ("Hardheidsclausule uitweg", "clausule")
    assert (versie.onderwerp.doeltype, versie.eigenschap) == ("Aanvrager", "schuld")
    assert str(versie.herkomst.bronnen[0]) == "artikel 9, Wst"
    assert not list(gevolgen(model, date(2023, 12, 31)))
    assert list(gevolgen(model, date(2024, 1, 1))) == [versie]


def test_een_kring_door_een_clausule_wordt_gezegd() -> None:
    zelf = "In dat geval moet de schuld van de Aanvrager gesteld worden op zijn schuld maal 2."
    _, meldingen, _ = lees(BASIS, BOETE + clausule(zelf))
    assert [m.code for m in meldingen if m.is_fout] == ["RC-KRING"]


# ------------------------------------------------------------------ faults

FOUTEN = [
    ("VP-NAAM", '⟦Verplichting\n    geldig altijd\n        Een Aanvrager moet "melden".⟧\n'),
    ("VP-DUBBEL", KAAL + plicht('Een Aanvrager moet "iets".', "⟦Melden⟧")),
    (
        "VP-TERMIJN",
        plicht('Een Aanvrager moet "melden" binnen 4 wk na ⟦de leeftijd van de Aanvrager⟧.'),
    ),
    ("VP-TERMIJN", plicht('Een Aanvrager moet "melden" uiterlijk op ⟦de norm⟧.')),
    ("DA-EENHEID", plicht('Een Aanvrager moet "melden" binnen ⟦4 €⟧ na dd. 1-1-2025.')),
    ("OT-ONBEKEND", plicht('Een ⟦norm⟧ moet "melden".')),
    ("BO-DUBBEL", "Bestuursorgaan het ⟦College⟧\n"),
    ("BO-ONDER", "Bestuursorgaan de Dienst\n    onder het ⟦college⟧\n"),
    (
        "BO-ONDER",
        (
            "Bestuursorgaan de Dienst\n    soort ministerie\n    onder het ⟦Ministerie⟧\n"
            "Bestuursorgaan het Ministerie\n    soort ministerie\n"
        ),
    ),
    ("GB-PLICHT", gebeurtenis("    vervult Verplichting ⟦bestaat niet⟧\n")),
    (
        "GB-TWEEMAAL",
        gebeurtenis(
            "    verandert het inkomen van een Aanvrager\n"
            "    verandert ⟦inkomen van een Aanvrager⟧\n"
        ),
    ),
    ("CL-ALTIJD", BOETE + clausule(f"⟦{ZET.removesuffix('.')}.⟧", indien="")),
    (
        "CL-GEVOLG",
        BOETE
        + clausule(
            "In dat geval moet ⟦de schuld van de partner van de Aanvrager⟧ gesteld worden op 0 €."
        ),
    ),
    (
        "GS-EENHEID",
        BOETE
        + clausule("In dat geval moet de schuld van de Aanvrager gesteld worden op ⟦1 €/jr⟧."),
    ),
    (
        "CL-NAAM",
        BOETE
        + regel("Een Aanvrager is behoeftig.", "Hardheidsclausule uitweg")
        + clausule(ZET, naam="⟦uitweg⟧"),
    ),
]


@pytest.mark.parametrize(("code", "tekst"), FOUTEN)
def test_fout(code: str, tekst: str) -> None:
    geeft(code, tekst)


def test_een_regel_met_een_fout_kan_niet_gelden() -> None:
    """VP-REGEL: the name is known, but the rule could not be read."""
    kapot = regel("De schuld van een Aanvrager moet gesteld worden op.", "boete")
    _, meldingen, _ = lees(
        BASIS, kapot + plicht('Een Aanvrager moet "melden" anders geldt Regel boete.')
    )
    assert "VP-REGEL" in [m.code for m in meldingen]


@pytest.mark.parametrize(
    ("kop", "regels"),
    [
        ("Regeling Wet op de hulp", "    uitvoering door de Onbekende\n"),
        ("Bestuursorgaan de Dienst", "    onder de Onbekende\n"),
    ],
)
def test_een_onbekend_orgaan(kop: str, regels: str) -> None:
    _, meldingen, _ = lees(BASIS, f"{kop}\n{regels}")
    (fout,) = [m for m in meldingen if m.is_fout]
    assert fout.code == "NM-ONBEKEND"
    assert fout.span is not None
    assert fout.span.tekst == "Onbekende"
    assert "de naam van een bestuursorgaan" in fout.verwacht
