"""Good sentences: what their terms are, and readings that the checker must get right."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.model.hulp import BASIS, geeft, goed, lees, regel, versie
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import (
    Aggregaat,
    Alle,
    Bewerking,
    Constante,
    HeeftRol,
    Instantie,
    Lees,
    Rolstap,
    Selectie,
    SpeeltRol,
    Term,
    Voorelk,
)


def van(zin: str) -> Regelversie:
    return versie(regel(zin))


def waarde(zin: str) -> Term:
    gevonden = van(zin).waarde
    assert gevonden is not None
    return gevonden


def voorwaarde(zin: str) -> Term:
    gevonden = van("Een Aanvrager is behoeftig\nindien " + zin).voorwaarde
    assert gevonden is not None
    return gevonden


# ------------------------------------------------------------------ a name that was too greedy

OPVANG = """\
Objecttype de Peuter (mv: Peuters) (bezield)
    de wachttijd	Numeriek (geheel getal) met eenheid dg;
    de startdatum	Datum in dagen;
Objecttype het Centrum
    de datum van aanvang	Datum in dagen;
Objecttype de Gemeente
    de datum van aanvang van de opvang	Datum in dagen;
Feittype plaatsing
    de peuter (mv: peuters)	Peuter
    de opvang	Centrum
meerdere peuters hebben één opvang
"""


def test_te_gretige_naam_wordt_teruggegeven() -> None:
    zin = (
        "De startdatum van een Peuter moet gesteld worden op\n"
        "de datum van aanvang van de opvang van de Peuter."
    )
    model = goed(OPVANG, regel(zin))
    gelezen = model.regels["proef"].versies[0].waarde
    assert isinstance(gelezen, Lees)
    assert gelezen.eigenschap == "datum van aanvang"
    assert isinstance(gelezen.object, Rolstap)


def test_te_gretige_naam_naast_een_echte_fout_geeft_alleen_de_echte() -> None:
    geeft(
        "PR-NAAM",
        regel(
            "De startdatum van een Peuter moet gesteld worden op\n"
            "de datum van aanvang van de opvang van de Peuter\n"
            "indien hij ⟦verzekerd⟧ is."
        ),
        basis=BASIS + OPVANG,
    )


# ------------------------------------------------------------------ chains


def test_percentage_van_een_percentage() -> None:
    term = waarde("De schuld van een Aanvrager moet berekend worden als\n"
                  "het percentage van de korting van zijn tegoed.")  # fmt: skip
    assert isinstance(term, Bewerking)
    deel, bedrag = term.args
    assert isinstance(deel, Bewerking)
    assert [term.op, deel.op] == ["MAAL", "MAAL"]
    assert isinstance(bedrag, Lees)
    # 3 + 2 + 0 decimals of the percentage of a percentage, then 2 + 2 more.
    assert deel.type.decimalen == 5
    assert term.type.decimalen == 9
    assert str(term.type.eenheid) == "€"


def test_percentage_van_iets_tussen_haakjes() -> None:
    term = waarde("De schuld van een Aanvrager moet berekend worden als\n"
                  "de korting van (zijn tegoed plus de drempel).")  # fmt: skip
    assert isinstance(term, Bewerking)
    assert isinstance(term.args[1], Bewerking)
    assert term.args[1].op == "PLUS"


def test_keten_over_de_partner_naar_de_kinderen() -> None:
    term = waarde("De schuld van een Aanvrager moet berekend worden als\n"
                  "de som van het spaargeld van de kinderen van zijn partner.")  # fmt: skip
    assert isinstance(term, Aggregaat)
    lijst = term.lijst
    assert isinstance(lijst, Lees)
    kinderen = lijst.object
    assert isinstance(kinderen, Rolstap)
    assert (kinderen.feittype, kinderen.meerdere) == ("gezin", True)
    assert isinstance(kinderen.van, Rolstap)
    assert kinderen.van.feittype == "partnerschap"


def test_paren_van_ouder_en_kind() -> None:
    paar = van("De bijdrage van een kind van een ouder moet gesteld worden op\n"
               "het spaargeld van het kind.")  # fmt: skip
    assert paar.onderwerp.objecttype == "Aanvrager"
    assert paar.onderwerp.doeltype == "Kind"
    assert paar.onderwerp.rol == ("gezin", 0)
    assert isinstance(paar.waarde, Lees)
    assert paar.waarde.object == Instantie(1, "Kind")


def test_kenmerk_als_onderwerp() -> None:
    student = van("De schuld van een student moet gesteld worden op zijn tegoed.")
    assert student.onderwerp.kenmerk == "student"
    assert student.onderwerp.doel == Instantie(0, "Aanvrager")


# ------------------------------------------------------------------ units and decimals


def test_jaarbedrag_naar_maandbedrag_moet_afgerond() -> None:
    geeft("GS-DECIMALEN", regel("De uitkering van een Aanvrager moet gesteld worden op ⟦de norm⟧."))
    term = waarde(
        "De uitkering van een Aanvrager moet berekend worden als\n"
        "de norm gedeeld door 12 mnd/jr\nnaar beneden afgerond op 2 decimalen."
    )
    assert str(term.type.eenheid) == "€/mnd"


def test_maandbedrag_wordt_een_jaarbedrag() -> None:
    term = waarde("Het inkomen van een Aanvrager moet gesteld worden op de maandnorm.")
    assert isinstance(term, Bewerking)
    assert (term.op, term.par) == ("SCHAAL", 12)


@pytest.mark.parametrize(
    ("maat", "factor"), [("1 jr", 12), ("12 mnd", 12), ("4 kw", 12), ("1 kw", 3)]
)
def test_maanden_strepen_weg(maat: str, factor: int) -> None:
    term = waarde(f"De schuld van een Aanvrager moet berekend worden als de maandnorm maal {maat}.")
    assert str(term.type.eenheid) == "€"
    getallen = list(_constanten(term))
    totaal = Fraction(1)
    for getal in getallen:
        totaal *= getal
    assert totaal == factor


def _constanten(term: object) -> list[Fraction]:
    if isinstance(term, Constante):
        return [term.waarde]
    if isinstance(term, Bewerking):
        eigen = [term.par] if term.op == "SCHAAL" else []
        return eigen + [c for arg in term.args for c in _constanten(arg)]
    return []


def test_kale_nul_past_bij_elke_eenheid() -> None:
    goed(
        regel("De schuld van een Aanvrager moet gesteld worden op 0\nindien zijn norm 0 is.")
        .replace("zijn norm 0 is", "zijn tegoed groter is dan 0")
    )  # fmt: skip
    goed(regel("De schuld van een Aanvrager moet berekend worden als 0 plus zijn tegoed."))


def test_een_bedrag_exact_genoeg() -> None:
    goed(regel("Het tegoed van een Aanvrager moet berekend worden als zijn hele bedrag maal 1,25."))
    geeft(
        "GS-DECIMALEN",
        regel("Het tegoed van een Aanvrager moet berekend worden als ⟦zijn schuld maal 2⟧."),
    )
    geeft(
        "GS-DECIMALEN",
        regel("Het tegoed van een Aanvrager moet berekend worden als ⟦de drempel maal 1,5⟧."),
    )


def test_vergelijking_rekent_het_rechterlid_om() -> None:
    term = voorwaarde("zijn inkomen kleiner is dan de maandnorm.")
    assert isinstance(term, Bewerking)
    assert isinstance(term.args[1], Bewerking)
    assert term.args[1].op == "SCHAAL"


# ------------------------------------------------------------------ conditions


def test_enumeratie_krijgt_het_domein_van_de_andere_kant() -> None:
    term = voorwaarde("zijn leefvorm gelijk is aan 'alleen'.")
    assert isinstance(term, Bewerking)
    assert term.args[1].type.domein == "Leefvorm"


def test_gelijk_aan_een_van_de_waarden() -> None:
    term = voorwaarde("zijn leefvorm gelijk is aan 'alleen' of 'samen'.")
    assert isinstance(term, Bewerking)
    assert (term.op, term.par) == ("TEL", ("ten minste", 1))
    term = voorwaarde("zijn leefvorm ongelijk is aan 'alleen' of 'samen'.")
    assert isinstance(term, Bewerking)
    assert term.par == ("alle", 0)


def test_is_een_rol_en_heeft_een_rol() -> None:
    assert isinstance(voorwaarde("hij een ouder is."), SpeeltRol)
    heeft = voorwaarde("hij een partner heeft.")
    assert isinstance(heeft, HeeftRol)
    kenmerk = voorwaarde("hij een student is.")
    assert isinstance(kenmerk, Lees)
    assert kenmerk.eigenschap == "student"
    recht = voorwaarde("hij geen recht op steun heeft.")
    assert isinstance(recht, Bewerking)
    assert recht.op == "NIET"


def test_kenmerk_van_een_ander() -> None:
    term = voorwaarde("zijn partner verzekerd is.")
    assert isinstance(term, Lees)
    assert isinstance(term.object, Rolstap)


def test_kwantificatie_over_kinderen() -> None:
    term = voorwaarde("alle kinderen van de Aanvrager thuiswonend zijn.")
    assert isinstance(term, Voorelk)
    assert term.kwantiteit == ("alle", 0)
    term = voorwaarde("ten minste twee kinderen van de Aanvrager thuiswonend zijn.")
    assert isinstance(term, Voorelk)
    assert term.kwantiteit == ("ten minste", 2)


def test_kwantificatie_over_waarden_van_kinderen() -> None:
    term = voorwaarde(
        "de leeftijd van alle kinderen van de Aanvrager groter is dan de leeftijdsgrens."
    )
    assert isinstance(term, Voorelk)
    assert term.kwantiteit == ("alle", 0)


def test_subselectie_ziet_het_element() -> None:
    term = waarde("De telling van een Aanvrager moet berekend worden als\n"
                  "het aantal kinderen van de Aanvrager die thuiswonend zijn.")  # fmt: skip
    assert isinstance(term, Aggregaat)
    assert isinstance(term.lijst, Selectie)
    test = term.lijst.voorwaarde
    assert isinstance(test, Lees)
    assert test.object == Instantie(1, "Kind")


def test_alle_objecten_van_een_type() -> None:
    term = waarde("De telling van een Aanvrager moet berekend worden als het aantal Kinderen.")
    assert isinstance(term, Aggregaat)
    # The role `kinderen` has the same name; the type goes first.
    assert term.lijst == Alle("Kind")


# ------------------------------------------------------------------ decision tables

TABEL = """\
Beslistabel steun
    bron artikel 2 Wst
    geldig altijd
| | de schuld van een Aanvrager moet gesteld worden op | is behoeftig KOP | WANNEER |
|---|---|---|---|
"""


def tabel(kop: str, *rijen: str) -> str:
    koppen = f"Beslistabel steun\n    bron artikel 2 Wst\n    geldig altijd\n{kop}\n"
    streep = "|" + "---|" * (kop.count("|") - 1) + "\n"
    return koppen + streep + "\n".join(rijen) + "\n"


KOP = (
    "| | de schuld van een Aanvrager moet gesteld worden op | een Aanvrager is behoeftig "
    "| indien zijn leefvorm gelijk is aan | indien zijn leeftijd kleiner is dan |"
)


def test_tabel_met_twee_conclusies() -> None:
    model = goed(
        tabel(
            KOP,
            "| 1 | de drempel | waar | 'alleen' of 'samen' | n.v.t. |",
            "| 2 | zijn tegoed | n.v.t. | n.v.t. | de leeftijdsgrens |",
        )
    )
    versies = model.regels["steun"].versies
    assert [(v.rij, v.soort, v.eigenschap) for v in versies] == [
        ("1", "gelijkstelling", "schuld"),
        ("2", "gelijkstelling", "schuld"),
        ("1", "kenmerk", "behoeftig"),
    ]
    assert len({v.id for v in versies}) == 3
    test = versies[0].voorwaarde
    assert isinstance(test, Bewerking)
    (een_van,) = test.args
    assert isinstance(een_van, Bewerking)
    assert een_van.par == ("ten minste", 1)


@pytest.mark.parametrize(
    ("code", "rij"),
    [
        ("BT-CEL", "| 1 | de drempel | ⟦onwaar⟧ | 'alleen' | n.v.t. |"),
        ("EN-ONBEKEND", "| 1 | de drempel | waar | ⟦'huur'⟧ | n.v.t. |"),
        ("GS-TYPE", "| 1 | ⟦zijn omschrijving⟧ | n.v.t. | 'alleen' | n.v.t. |"),
        ("CO-PLAATS", "| 1 | de drempel | waar | 'alleen' | ⟦3 jr of 4 jr⟧ |"),
    ],
)
def test_fout_in_een_cel(code: str, rij: str) -> None:
    geeft(code, tabel(KOP, rij))


# ------------------------------------------------------------------ the rest of the faults


def test_goede_tekst_geeft_niets() -> None:
    # The basis has an outcome and no rule yet: that much is said, and nothing else.
    _, meldingen, _ = lees(BASIS)
    assert {m.code for m in meldingen} == {"UI-ZONDER-REGEL"}
