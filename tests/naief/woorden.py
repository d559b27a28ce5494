"""What the generated laws are about: types with inputs of every kind, roles, parameters."""

from __future__ import annotations

from dataclasses import dataclass

GEGEVENS = """\
Bestuursorgaan het college

Domein Bedrag is van het type Numeriek (getal met 2 decimalen) met eenheid €
Domein Vorm is van het type Enumeratie
    'rood'
    'blauw'
    'groen'

Objecttype de Persoon (mv: Personen) (bezield)
    het saldo	Numeriek (getal) met eenheid €;
    de schuld	Bedrag;
    het loon	Bedrag met eenheid €/jr;
    de huur	Numeriek (getal) met eenheid €/mnd;
    het getal	Numeriek (getal);
    het aantal beurten	Numeriek (geheel getal);
    de leeftijd	Numeriek (niet-negatief geheel getal) met eenheid jr;
    de termijn	Numeriek (geheel getal) met eenheid mnd;
    de wachttijd	Numeriek (geheel getal) met eenheid dg;
    het aandeel	Percentage (getal met 2 decimalen);
    de geboortedatum	Datum in dagen;
    de startdatum	Datum in dagen;
    het nummer	Tekst;
    de kleur	Vorm;
    de vlag	Boolean;
    is actief	kenmerk (bijvoeglijk);
    het recht op steun	kenmerk (bezittelijk);
    de student (mv: studenten)	kenmerk;
{persoon}
Objecttype het Kind (mv: Kinderen) (bezield)
    het spaargeld (mv: spaargelden)	Numeriek (getal) met eenheid €;
    het zakgeld	Numeriek (getal) met eenheid €/mnd;
    de leeftijd (mv: leeftijden)	Numeriek (geheel getal) met eenheid jr;
    de verjaardag (mv: verjaardagen)	Datum in dagen;
    het rapport	Numeriek (getal);
    is thuiswonend	kenmerk (bijvoeglijk);
{kind}
Objecttype het Huis (mv: Huizen)
    de waarde	Numeriek (getal) met eenheid €;
    de bouwdatum	Datum in dagen;
    is verhuurd	kenmerk (bijvoeglijk);
{huis}
Feittype gezin
    de ouder (mv: ouders)	Persoon
    het kind (mv: kinderen)	Kind
één ouder verzorgt meerdere kinderen

Wederkerig feittype partnerschap
    de partner (mv: partners)	Persoon
één partner voert een huishouding met één partner

Feittype bewoning
    de bewoner (mv: bewoners)	Persoon
    de woning (mv: woningen)	Huis
meerdere bewoners gebruiken meerdere woningen

Feittype eigendom
    de eigenaar (mv: eigenaren)	Persoon
    het bezit (mv: bezittingen)	Huis
één eigenaar heeft één bezit

Parameter de drempel : Bedrag;
Parameter de norm : Bedrag met eenheid €/jr;
Parameter het tarief : Percentage (getal met 2 decimalen);
Parameter de factor : Numeriek (getal);
Parameter de onbekende : Bedrag;
Parameter de peildatum : Datum in dagen;

Parameterwaarden proef
    geldig vanaf 1-1-2000
    de drempel is 100 €
    de norm is 2400 €/jr
    het tarief is 12,5%
    de factor is 1,5
    de peildatum is dd. 1-7-2024
"""


@dataclass(frozen=True)
class Maat:
    """A kind of value: how it is declared, and how one is written."""

    naam: str
    eenheid: str = ""

    def __str__(self) -> str:
        return self.naam


EURO = Maat("euro", "€")
PER_JAAR = Maat("euro per jaar", "€/jr")
PER_MAAND = Maat("euro per maand", "€/mnd")
KAAL = Maat("getal")
JAREN = Maat("jaren", "jr")
MAANDEN = Maat("maanden", "mnd")
DAGEN = Maat("dagen", "dg")
PROCENT = Maat("percentage")
DATUM = Maat("datum")
TEKST = Maat("tekst")
KLEUR = Maat("kleur")
VLAG = Maat("vlag")

GETALLEN = (EURO, PER_JAAR, PER_MAAND, KAAL, JAREN, MAANDEN, DAGEN)
MATEN = (*GETALLEN, PROCENT, DATUM, TEKST, KLEUR, VLAG)

Invoer = dict[str, tuple[tuple[str, str, Maat], ...]]
INVOER: Invoer = {
    "Persoon": (
        ("het", "saldo", EURO),
        ("de", "schuld", EURO),
        ("het", "loon", PER_JAAR),
        ("de", "huur", PER_MAAND),
        ("het", "getal", KAAL),
        ("het", "aantal beurten", KAAL),
        ("de", "leeftijd", JAREN),
        ("de", "termijn", MAANDEN),
        ("de", "wachttijd", DAGEN),
        ("het", "aandeel", PROCENT),
        ("de", "geboortedatum", DATUM),
        ("de", "startdatum", DATUM),
        ("het", "nummer", TEKST),
        ("de", "kleur", KLEUR),
        ("de", "vlag", VLAG),
    ),
    "Kind": (
        ("het", "spaargeld", EURO),
        ("het", "zakgeld", PER_MAAND),
        ("de", "leeftijd", JAREN),
        ("de", "verjaardag", DATUM),
        ("het", "rapport", KAAL),
    ),
    "Huis": (
        ("de", "waarde", EURO),
        ("de", "bouwdatum", DATUM),
    ),
}
"""The inputs of each type, with article and name."""

KENMERKEN = {
    "Persoon": (("is", "actief"), ("heeft", "recht op steun"), ("is", "student")),
    "Kind": (("is", "thuiswonend"),),
    "Huis": (("is", "verhuurd"),),
}

PARAMETERS = {
    EURO: ("de drempel", "de onbekende"),
    PER_JAAR: ("de norm",),
    PROCENT: ("het tarief",),
    KAAL: ("de factor",),
    DATUM: ("de peildatum", "de Rekendatum"),
}

ENKEL = {
    "Persoon": (("partner", "Persoon"), ("bezit", "Huis")),
    "Kind": (("ouder", "Persoon"),),
    "Huis": (("eigenaar", "Persoon"),),
}
"""The single roles from each type: name and type at the other end."""

MEER = {
    "Persoon": (("kinderen", "Kind"), ("woningen", "Huis")),
    "Kind": (),
    "Huis": (("bewoners", "Persoon"),),
}

TYPEN: dict[Maat, tuple[str, ...]] = {
    EURO: ("Numeriek (getal) met eenheid €", "Bedrag",
           "Numeriek (niet-negatief geheel getal) met eenheid €"),
    PER_JAAR: ("Numeriek (getal) met eenheid €/jr", "Bedrag met eenheid €/jr"),
    PER_MAAND: ("Numeriek (getal) met eenheid €/mnd", "Bedrag met eenheid €/mnd"),
    KAAL: ("Numeriek (getal)", "Numeriek (geheel getal)", "Numeriek (positief getal)"),
    JAREN: ("Numeriek (getal) met eenheid jr", "Numeriek (geheel getal) met eenheid jr"),
    MAANDEN: ("Numeriek (getal) met eenheid mnd", "Numeriek (geheel getal) met eenheid mnd"),
    DAGEN: ("Numeriek (getal) met eenheid dg", "Numeriek (geheel getal) met eenheid dg"),
    PROCENT: ("Percentage (getal)", "Percentage (getal met 2 decimalen)"),
    DATUM: ("Datum in dagen",),
    TEKST: ("Tekst",),
    KLEUR: ("Vorm",),
    VLAG: ("Boolean",),
}  # fmt: skip
