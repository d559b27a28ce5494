"""Names with two readings. [8.1, front end 4]"""

from __future__ import annotations

import pytest

from tests.model.test_declaraties import controleer, goed
from wetsanalyse.text import Diagnostic

MENSEN = """\
Dimensie het peiljaar, bestaande uit de peiljaren (na het attribuut met voorzetsel van):
    1. vorig jaar
    2. dit jaar
Dimensie de brutering, bestaande uit de bruteringen (voor het attribuut zonder voorzetsel):
    1. bruto
    2. netto
Objecttype de Mens (mv: Mensen) (bezield)
    de leeftijd Numeriek (geheel getal) met eenheid jr;
    het loon Tekst gedimensioneerd met peiljaar en brutering;
    het vermogen Numeriek (getal) met eenheid €;
{lid}Feittype gezin
    de ouder (mv: ouders)\tMens
    het kind (mv: kinderen)\tMens
één ouder verzorgt meerdere kinderen
Wederkerig feittype buurt
    de buur (mv: buren)\tMens
één buur woont naast één buur
Parameter de norm : Numeriek (getal) met eenheid €
Parameter het tarief : Percentage (getal)
"""


def meldingen(lid: str = "", erbij: str = "") -> list[Diagnostic]:
    regel = f"    {lid}\n" if lid else ""
    return controleer(MENSEN.format(lid=regel) + erbij)[1]


def een(code: str, lid: str = "", erbij: str = "") -> Diagnostic:
    (melding,) = meldingen(lid, erbij)
    assert melding.code == code
    return melding


@pytest.mark.parametrize(
    ("lid", "keten"),
    [
        ("de leeftijd van de ouder Tekst;", "“leeftijd” van “ouder”"),
        ("het vermogen van kind Tekst;", "“vermogen” van “kind”"),
        ("de leeftijd van de buur Tekst;", "“leeftijd” van “buur”"),
        ("de leeftijd van de ouder van de buur Tekst;", "“leeftijd” van “ouder” van “buur”"),
        ("het tarief van het vermogen Tekst;", "“tarief” van “vermogen”"),
    ],
)
def test_naam_die_een_keten_is(lid: str, keten: str) -> None:
    melding = een("NM-OVERLAP", lid)
    assert any(keten in hulp for hulp in melding.hulp), melding.hulp
    assert any("als één naam" in hulp for hulp in melding.hulp)


@pytest.mark.parametrize(
    "erbij",
    [
        "Parameter de leeftijd van de mens : Tekst\n",
        "Parameter de leeftijd van een kind : Tekst\n",
        "Parameter het tarief van de norm : Tekst\n",
    ],
)
def test_parameter_die_een_keten_is(erbij: str) -> None:
    melding = een("NM-OVERLAP", erbij=erbij)
    assert melding.span is not None
    assert melding.span.tekst in erbij


@pytest.mark.parametrize(
    ("lid", "delen"),
    [
        ("het loon van vorig jaar Tekst;", "“loon” + “van vorig jaar”"),
        ("het bruto loon van dit jaar Tekst;", "“bruto” + “loon” + “van dit jaar”"),
    ],
)
def test_naam_die_een_attribuut_met_een_label_erachter_is(lid: str, delen: str) -> None:
    melding = een("NM-OVERLAP", lid)
    assert any(delen in hulp for hulp in melding.hulp), melding.hulp


def test_label_voor_een_attribuut_is_een_waarschuwing() -> None:
    """A19: the whole name wins."""
    melding = een("NM-LABEL", "het netto loon Tekst;")
    assert not melding.is_fout
    assert any("“netto” + “loon”" in hulp for hulp in melding.hulp)


def test_aantal_is_een_waarschuwing() -> None:
    """A4: the attribute wins when the chain fits."""
    melding = een("NM-AANTAL", "het aantal kinderen Numeriek (geheel getal);")
    assert not melding.is_fout
    assert any("hoeveel “kinderen”" in hulp for hulp in melding.hulp)


@pytest.mark.parametrize(
    "lid",
    [
        "het aantal auto's Numeriek (geheel getal);",
        "het aantal ouder Numeriek (geheel getal);",  # from a child there is one: nothing to count
        "de leeftijd van de hond Tekst;",
        "het bruto vermogen Tekst;",
        "het vermogen van vorig jaar Tekst;",
        "het loon in vorig jaar Tekst;",
        "het tarief van de kaas Tekst;",
    ],
)
def test_gewone_namen_geven_geen_melding(lid: str) -> None:
    assert meldingen(lid) == []


def test_rol_en_objecttype_met_dezelfde_naam_en_hetzelfde_type() -> None:
    """A20: the same notion."""
    goed("Feittype f\n    het kind Kind\n    de b Aanvrager\néén kind met één b\n".replace(
        "het kind", "de kinderen van nu"
    ).replace("één kind", "één kinderen van nu"))  # fmt: skip
    assert controleer(
        "Objecttype het Kind\n    a Tekst;\nObjecttype de Ouder\n    a Tekst;\nFeittype f\n"
        "    het kind Kind\n    de ouder Ouder\néén kind met één ouder\n"
    )[1] == []  # fmt: skip
