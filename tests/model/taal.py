"""A vocabulary with everything that can be declared, and short ways to write one rule in it."""

from __future__ import annotations

from tests.model import hulp
from wetsanalyse.model.model import Model, Regelversie
from wetsanalyse.text import Diagnostic

BASIS = """\
Domein Bedrag is van het type Numeriek (getal met 2 decimalen) met eenheid €
Domein Leefvorm is van het type Enumeratie
    'alleen'
    'samen'
    'gezin'
Domein Woonvorm is van het type Enumeratie
    'huur'
    'koop'

Dimensie het peiljaar, bestaande uit de peiljaren (na het attribuut met voorzetsel van):
    1. twee jaar terug
    2. vorig jaar
    3. dit jaar
Dimensie de brutering, bestaande uit de bruteringen (voor het attribuut zonder voorzetsel):
    1. bruto
    2. netto

Dagsoort de werkdag (mv: werkdagen)
Dagsoort de feestdag (mv: feestdagen)

Tijdlijn de loonperiode heeft tijdvakken van een kwartaal met variabel startpunt;

Objecttype de Aanvrager (mv: Aanvragers) (bezield)
    het inkomen	Bedrag met eenheid €/jr;
    de schuld	Numeriek (getal) met eenheid €;
    het tegoed	Bedrag;
    het deel	Numeriek (getal);
    het aandeel	Percentage (getal met 2 decimalen);
    de leeftijd	Numeriek (niet-negatief geheel getal) met eenheid jr;
    de telling	Numeriek (geheel getal);
    het cijfer	Numeriek (geheel getal);
    het nummer	Tekst;
    het oude nummer	Tekst;
    de leefvorm	Leefvorm;
    de woonvorm	Woonvorm;
    inwonend bij ouders	Boolean;
    de geboortedatum	Datum in dagen;
    de ingangsdatum	Datum in dagen;
    het tijdstip	Datum en tijd in millisecondes;
    het loon	Bedrag gedimensioneerd met peiljaar en brutering;
    de maandsteun	Bedrag met eenheid €/mnd voor elke maand;
    de dagsteun	Numeriek (getal) met eenheid €/mnd voor elke dag;
    de jaarsteun	Numeriek (getal) met eenheid €/jr voor elk jaar;
    de dagen met steun	Numeriek (geheel getal) met eenheid dg/mnd voor elke maand;
    het loonblok	Bedrag voor elke loonperiode;
    is verzekerd	kenmerk (bijvoeglijk);
    is ingeschreven	kenmerk (bijvoeglijk) voor elke dag;
    is actief	kenmerk (bijvoeglijk) voor elke maand;
    het recht op steun	kenmerk (bezittelijk);
    de student (mv: studenten)	kenmerk;

Objecttype het Kind (mv: Kinderen) (bezield)
    de leeftijd (mv: leeftijden)	Numeriek (geheel getal) met eenheid jr;
    het spaargeld	Bedrag;
    de geboortedatum	Datum in dagen;
    is thuiswonend	kenmerk (bijvoeglijk);

Objecttype de Aanvraag (mv: Aanvragen)
    het dossiernummer (mv: dossiernummers)	Tekst;
    het volgnummer (mv: volgnummers)	Numeriek (geheel getal);
    de indieningsdatum	Datum in dagen;
    de einddatum	Datum in dagen;
    de uren	Numeriek (geheel getal) met eenheid u;
    de gevraagde uren	Numeriek (geheel getal) met eenheid u;
    de urgentie	Numeriek (geheel getal);
    de reden	Tekst;
    is volledig	kenmerk (bijvoeglijk);

Objecttype de Beschikking (mv: Beschikkingen)
    het bedrag	Bedrag;
    het kenmerknummer (mv: kenmerknummers)	Numeriek (geheel getal);
    is voorlopig	kenmerk (bijvoeglijk);

Objecttype de Gemeente (mv: Gemeenten)
    het budget	Numeriek (geheel getal) met eenheid u;
    de rest	Numeriek (geheel getal) met eenheid u;
    het geld	Bedrag;

Objecttype het Adres (mv: Adressen)
    de straat	Tekst;

Objecttype de Termijn (mv: Termijnen)
    het restant	Numeriek (getal) met eenheid €;
    de slag	Numeriek (geheel getal);

Feittype gezin
    de ouder (mv: ouders)	Aanvrager
    het kind (mv: kinderen)	Kind
één ouder verzorgt meerdere kinderen

Wederkerig feittype partnerschap
    de partner (mv: partners)	Aanvrager
één partner voert een huishouding met één partner

Feittype indiening
    de indiener	Aanvrager
    de aanvraag (mv: aanvragen)	Aanvraag
één indiener doet meerdere aanvragen

Feittype behandeling
    de behandelaar	Gemeente
    de zaak (mv: zaken)	Aanvraag
één behandelaar behandelt meerdere zaken

Feittype besluit
    de besliste aanvraag	Aanvraag
    de beschikking (mv: beschikkingen)	Beschikking
één besliste aanvraag leidt tot één beschikking

Feittype bewoning
    het woonadres	Adres
    de bewoner (mv: bewoners)	Aanvrager
één woonadres heeft meerdere bewoners

Feittype kostendeling
    de gever	Aanvrager
    de kostendeler (mv: kostendelers)	Aanvrager
één gever deelt met meerdere kostendelers

Feittype termijnen
    de vorige termijn	Termijn
    de volgende termijn	Termijn
één vorige termijn gaat voor één volgende termijn

Parameter de drempel : Bedrag;
Parameter de norm : Bedrag met eenheid €/jr;
Parameter het percentage : Percentage (getal met 3 decimalen);
Parameter de rente : Percentage (getal met 2 decimalen) met eenheid %/jr;
Parameter de MAANDNORM : Bedrag met eenheid €/mnd voor elke maand;
Parameter de leeftijdsgrens : Numeriek (geheel getal) met eenheid jr;

Regel elke werkdag
    geldig altijd
        Een dag is een werkdag
        indien de dag uit (de dag) groter is dan 0.

Regel elke feestdag
    geldig altijd
        Een dag is een feestdag
        indien de dag uit (de dag) gelijk is aan 1.

Regeling Wet op de proef
    afkorting Wop
    bwb-id BWBR0000001
    niveau formele wet
    tekst van 1-1-2025
"""


def regel(zin: str, naam: str = "proef", geldig: str = "altijd") -> str:
    return hulp.regel(zin, naam, geldig).replace("Wst", "Wop")


def goed(*teksten: str) -> Model:
    """The model of these texts, which must give no fault."""
    model, meldingen, _ = hulp.lees(BASIS, *teksten)
    fouten = [f"{m.code} {m.bericht} [{m.span and m.span.tekst}]" for m in meldingen if m.is_fout]
    assert not fouten, fouten
    return model


def versie(zin: str, *andere: str) -> Regelversie:
    """The version of one good rule."""
    return goed(regel(zin), *andere).regels["proef"].versies[0]


def fout(code: str, zin: str, *andere: str) -> Diagnostic:
    """The rule must give this code and no other fault, at the words between the marks."""
    return hulp.geeft(code, regel(zin), *andere, basis=BASIS)


def meldt(code: str, zin: str, *andere: str) -> Diagnostic:
    """The rule is good, and gives this warning at the words between the marks."""
    plek = hulp.gemerkt(regel(zin))
    _, meldingen, _ = hulp.lees(BASIS, plek.tekst, *andere)
    assert not [m for m in meldingen if m.is_fout], [str(m) for m in meldingen if m.is_fout]
    passend = [m for m in meldingen if m.code == code]
    assert passend, [m.code for m in meldingen]
    assert passend[0].span is not None
    assert passend[0].span.tekst.strip() == plek.woorden.strip()
    return passend[0]


def zwijgt(code: str, zin: str, *andere: str) -> None:
    """The rule is good, and does not give this warning."""
    _, meldingen, _ = hulp.lees(BASIS, regel(zin), *andere)
    assert not [m for m in meldingen if m.is_fout], [str(m) for m in meldingen if m.is_fout]
    assert code not in {m.code for m in meldingen}
