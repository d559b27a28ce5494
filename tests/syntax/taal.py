"""A vocabulary with everything that can be declared, for sentences of the whole language."""

from __future__ import annotations

from typing import Any

from wetsanalyse.syntax import Lexicon, ontleed, ontleed_tekst
from wetsanalyse.syntax import tree as t
from wetsanalyse.text import Diagnostic, Source

DECLARATIES = """\
Domein Bedrag is van het type Numeriek (getal met 2 decimalen) met eenheid €
Domein Leefvorm is van het type Enumeratie
    'alleenstaand'
    'gehuwd'

Dimensie het peiljaar, bestaande uit de peiljaren (na het attribuut met voorzetsel van):
    1. twee jaar terug
    2. vorig jaar
    3. dit jaar
Dimensie de brutering, bestaande uit de bruteringen (voor het attribuut zonder voorzetsel):
    1. bruto
    2. netto

Dagsoort de werkdag (mv: werkdagen)
Dagsoort de feestdag (mv: feestdagen)
Tijdlijn de betaalperiode heeft tijdvakken van een kwartaal met variabel startpunt;

Objecttype de Aanvrager (mv: Aanvragers) (bezield)
    het burgerservicenummer	Tekst;
    de geboortedatum	Datum in dagen;
    de ingangsdatum	Datum in dagen;
    de einddatum	Datum in dagen;
    het tijdstip van aanvragen	Datum en tijd in millisecondes;
    de leeftijd (mv: leeftijden)	Numeriek (niet-negatief geheel getal) met eenheid jr;
    het inkomen	Bedrag met eenheid €/jr;
    het loon	Bedrag gedimensioneerd met peiljaar en brutering;
    het loontotaal	Bedrag;
    de bijstand	Bedrag met eenheid €/mnd voor elke maand;
    het jaarbedrag	Bedrag met eenheid €/jr;
    de omschrijving	Tekst;
    de leefvorm	Leefvorm;
    het aantal dagen met bijstand	Numeriek (getal) met eenheid dg/mnd voor elke maand;
    is alleenstaand	kenmerk (bijvoeglijk) voor elke dag;
    is meerderjarig	kenmerk (bijvoeglijk);
    het recht op bijstand	kenmerk (bezittelijk) voor elke dag;
    de toeslagpartner (mv: toeslagpartners)	kenmerk;

Objecttype het Kind (mv: Kinderen) (bezield)
    de leeftijd (mv: leeftijden)	Numeriek (niet-negatief geheel getal) met eenheid jr;
    de geboortedatum	Datum in dagen;
    is thuiswonend	kenmerk (bijvoeglijk);

Objecttype de Gemeente (mv: Gemeenten)
    het opvangbudget	Numeriek (geheel getal) met eenheid u;
    het ongebruikte budget	Numeriek (geheel getal) met eenheid u;

Objecttype de Aanvraag (mv: Aanvragen)
    het dossiernummer (mv: dossiernummers)	Tekst;
    het volgnummer (mv: volgnummers)	Numeriek (geheel getal);
    de toegekende opvanguren	Numeriek (geheel getal) met eenheid u;
    de gevraagde opvanguren	Numeriek (geheel getal) met eenheid u;
    de urgentie	Numeriek (geheel getal);
    de indieningsdatum	Datum in dagen;
    is volledig	kenmerk (bijvoeglijk);

Objecttype de Beschikking (mv: Beschikkingen)
    het toegekend bedrag	Bedrag;
    is voorlopig	kenmerk (bijvoeglijk);

Objecttype het Adres (mv: Adressen)
    de postcode	Tekst;

Feittype gezin
    de ouder (mv: ouders)	Aanvrager
    het kind (mv: kinderen)	Kind
één ouder verzorgt meerdere kinderen
Wederkerig feittype partnerschap
    de partner (mv: partners)	Aanvrager
één partner voert een huishouding met één partner
Feittype opvangverzoek
    de gemeente	Gemeente
    de aanvraag (mv: aanvragen)	Aanvraag
één gemeente ontvangt meerdere aanvragen
Feittype besluit
    het verzoek	Aanvraag
    de beschikking (mv: beschikkingen)	Beschikking
één verzoek leidt tot één beschikking
Feittype bewoning
    het adres	Adres
    de bewoner (mv: bewoners)	Aanvrager
één adres heeft meerdere bewoners
Feittype kostendeling
    de kostendeler (mv: kostendelers)	Aanvrager
    de hoofdbewoner	Aanvrager
meerdere kostendelers delen met één hoofdbewoner

Parameter de drempel : Bedrag;
Parameter de norm : Bedrag met eenheid €/mnd voor elk jaar;
Parameter het afbouwpercentage : Percentage (getal met 3 decimalen);
Parameter de leeftijdsgrens : Numeriek (geheel getal) met eenheid jr;

Regel dossiernummer uniek
    geldig altijd
        De dossiernummers van alle Aanvragen moeten uniek zijn.
"""


def lexicon() -> Lexicon:
    gelezen = ontleed([Source("taal.regels", DECLARATIES)])
    assert gelezen.ok, [d.bericht for d in gelezen.diagnostics]
    return gelezen.value.lexicon


_LEXICON: list[Lexicon] = []


def _lexicon() -> Lexicon:
    if not _LEXICON:
        _LEXICON.append(lexicon())
    return _LEXICON[0]


def regel(inhoud: str, naam: str = "proef") -> str:
    regels = "\n".join(f"        {r}" for r in inhoud.strip("\n").split("\n"))
    return f"Regel {naam}\n    geldig altijd\n{regels}\n"


def lees(inhoud: str) -> tuple[Any, list[Diagnostic]]:
    """The version of a rule with this content, and all messages."""
    gelezen = ontleed([Source("proef.regels", regel(inhoud))], _lexicon())
    blokken = gelezen.value.bestanden[0].blokken
    versie = blokken[0].versies[0] if blokken else None  # type: ignore[union-attr]
    return versie, list(gelezen.diagnostics)


def versie(inhoud: str) -> Any:
    """The version of a rule that must be read without a word."""
    gelezen, meldingen = lees(inhoud)
    assert not meldingen, [f"{d.code} {d.bericht}: {d.span and d.span.tekst}" for d in meldingen]
    return gelezen


def resultaat(inhoud: str) -> Any:
    return versie(inhoud).resultaat


def codes(inhoud: str) -> list[str]:
    return [d.code for d in lees(inhoud)[1]]


def zin(tekst: str, start: Any = "expressie") -> Any:
    gelezen = ontleed_tekst(tekst, start, _lexicon())
    assert gelezen.ok, [f"{d.code} {d.bericht}" for d in gelezen.diagnostics]
    return gelezen.value


def namen(keten: t.Keten) -> list[str]:
    return [s.naam.tekst for s in keten.schakels if isinstance(s, t.Schakel)]
