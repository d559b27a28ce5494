"""A small vocabulary in our own domain and short ways to read against it."""

from __future__ import annotations

from typing import Any

from wetsanalyse.syntax import Lexicon, Ontleding, ontleed, ontleed_tekst
from wetsanalyse.syntax import tree as t
from wetsanalyse.text import Diagnostic, Result, Source

DECLARATIES = """\
Objecttype de Aanvrager (mv: Aanvragers) (bezield)
    --- gegevens
    het toetsingsinkomen	Bedrag met eenheid €/jr;
    het vermogen Bedrag;
    de leeftijd Numeriek (niet-negatief geheel getal) met eenheid jr;
    de geboortedatum Datum in dagen;
    het dossiernummer Tekst;
    de leefvorm Leefvorm;
    het aantal kinderen Numeriek (geheel getal);
    is verzekerd kenmerk (bijvoeglijk);
    de toeslagpartner (mv: toeslagpartners) kenmerk;
    het recht op zorgtoeslag kenmerk (bezittelijk);
    de normpremie Bedrag met eenheid €/jr;
    de zorgtoeslag Bedrag met eenheid €/jr;

Objecttype het Kind (mv: Kinderen) (bezield)
    de leeftijd Numeriek (geheel getal) met eenheid jr;
    is thuiswonend kenmerk (bijvoeglijk);
    het spaargeld Bedrag;

Domein Bedrag is van het type Numeriek (getal met 2 decimalen) met eenheid €
Domein Leefvorm is van het type Enumeratie
    'alleenstaand'
    'gehuwd paar'

Parameter de standaardpremie : Bedrag met eenheid €/jr;
Parameter het drempelinkomen : Bedrag met eenheid €/jr
Parameter het afbouwpercentage : Percentage (getal met 3 decimalen);

Feittype gezin
    de ouder (mv: ouders)	Aanvrager
    het kind (mv: kinderen)	Kind
één ouder verzorgt meerdere kinderen

Bestuursorgaan de Dienst Toeslagen

Open norm onbillijke uitkomst
    bron artikel 47 Awir
    beoordeeld door de Dienst Toeslagen
"""


def lees(tekst: str, pad: str = "proef.regels") -> Result[Ontleding]:
    """Read a text that stands behind the declarations."""
    return ontleed([Source("basis.regels", DECLARATIES), Source(pad, tekst)])


def lexicon() -> Lexicon:
    gelezen = ontleed([Source("basis.regels", DECLARATIES)])
    assert gelezen.ok, [d.bericht for d in gelezen.diagnostics]
    return gelezen.value.lexicon


def regel(inhoud: str, naam: str = "proef") -> str:
    regels = "\n".join(f"        {r}" for r in inhoud.strip("\n").split("\n"))
    return f"Regel {naam}\n    geldig altijd\n{regels}\n"


def versie(inhoud: str) -> t.Regelversie:
    """The one version of a rule that must be read without a fault."""
    gelezen = lees(regel(inhoud))
    assert gelezen.ok, [f"{d.code} {d.bericht}" for d in gelezen.diagnostics]
    blok = gelezen.value.bestanden[1].blokken[0]
    assert isinstance(blok, t.Regel)
    return blok.versies[0]


def fouten(inhoud: str) -> list[Diagnostic]:
    """What is said about a faulty rule."""
    return list(lees(regel(inhoud)).diagnostics)


def expressie(tekst: str, start: Any = "expressie") -> Any:
    gelezen = ontleed_tekst(tekst, start, lexicon(), ["A", "B"])
    assert gelezen.ok, [f"{d.code} {d.bericht}" for d in gelezen.diagnostics]
    return gelezen.value
