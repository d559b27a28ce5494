"""The tree: what was written, as frozen values with their place. Nothing is resolved here.

A name is still only words (`Naam`); a chain is still a row of links (`Keten`). Comparison of
nodes leaves the place out, so that ``parse(write(t)) == t`` can be asked.
Sections in brackets are those of the language reference (docs/taal.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from wetsanalyse.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitdrukking(Node):
    """An expression. ``haakjes``: it was written in brackets, which the formatter keeps."""

    haakjes: bool = field(default=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewering(Node):
    """Something that is true or not. ``meervoud``: its verb was written in the plural."""

    meervoud: bool = field(default=False, compare=False, repr=False)


# ------------------------------------------------------------------ names and units


@dataclass(frozen=True, slots=True)
class Naam(Node):
    """Words as written, white space made single. ``lidwoord`` is what stood before them."""

    tekst: str
    lidwoord: Literal["de", "het", "een", None] = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Macht(Node):
    eenheid: str
    exponent: int = 1


@dataclass(frozen=True, slots=True)
class EenheidTekst(Node):
    """A unit as written: ``€/mnd`` is teller (€), noemer (mnd)."""

    teller: tuple[Macht, ...]
    noemer: tuple[Macht, ...] = ()


# ------------------------------------------------------------------ GegevensSpraak [1]


@dataclass(frozen=True, slots=True)
class NumeriekType(Node):
    """``decimalen`` None means any rational; ``bereik`` None means no bound. [1.4]"""

    bereik: Literal["negatief", "niet-negatief", "positief", None] = None
    decimalen: int | None = None
    eenheid: EenheidTekst | None = None
    percentage: bool = False


@dataclass(frozen=True, slots=True)
class EnkelvoudigType(Node):
    soort: Literal["Tekst", "Boolean", "Datum in dagen", "Datum en tijd in millisecondes"]


@dataclass(frozen=True, slots=True)
class DomeinType(Node):
    domein: str
    eenheid: EenheidTekst | None = None


Datatype = NumeriekType | EnkelvoudigType | DomeinType

Tijdmaat = Literal["dag", "week", "maand", "kwartaal", "jaar"]


@dataclass(frozen=True, slots=True)
class Ijkpunt(Node):
    """``startend op …``: a date, a day of the week, or a day of (some) months. [A-5]"""

    datum: date | None = None
    weekdag: str | None = None
    dag: int | None = None
    maanden: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tijdlijn(Node):
    """``voor elke maand``, ``voor elke 7 maanden startend op 15-1-2025``, or ``naam`` of a
    declared one: ``voor elke betaalperiode``. [1.9, A-5, A-6]"""

    maat: Tijdmaat | None
    aantal: int = 1
    ijkpunt: Ijkpunt | None = None
    naam: Naam | None = None


@dataclass(frozen=True, slots=True)
class Attribuut(Node):
    naam: Naam
    meervoud: str | None
    type: Datatype
    dimensies: tuple[Naam, ...] = ()
    tijdlijn: Tijdlijn | None = None


@dataclass(frozen=True, slots=True)
class Kenmerk(Node):
    """``met_is``: written with ``is`` in front, as an adjectival one must be. [1.6]"""

    naam: Naam
    meervoud: str | None
    soort: Literal["gewoon", "bezittelijk", "bijvoeglijk"]
    tijdlijn: Tijdlijn | None = None
    met_is: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Koptekst(Node):
    """``--- gegevens``: a heading among the members, without meaning. [1.2]"""

    tekst: str


Lid = Attribuut | Kenmerk | Koptekst


@dataclass(frozen=True, slots=True)
class Objecttype(Node):
    naam: Naam
    meervoud: str | None
    bezield: bool
    leden: tuple[Lid, ...]


@dataclass(frozen=True, slots=True)
class Extensie(Node):
    """``Extensie van objecttype de X``: more members for a type. [A-1]"""

    objecttype: Naam
    leden: tuple[Lid, ...]


@dataclass(frozen=True, slots=True)
class Dimensielabel(Node):
    """``nummer`` None: written with a dash, and numbered here."""

    nummer: int | None
    tekst: str


Voorzetsel = Literal["van", "in", "voor", "over", "op", "bij", "uit"]


@dataclass(frozen=True, slots=True)
class Dimensie(Node):
    """``voorzetsel`` None: a label stands before the attribute, without a preposition. [1.7]"""

    naam: Naam
    meervoud: str
    voorzetsel: Voorzetsel | None
    labels: tuple[Dimensielabel, ...]


@dataclass(frozen=True, slots=True)
class Dagsoort(Node):
    naam: Naam
    meervoud: str | None


@dataclass(frozen=True, slots=True)
class Tijdlijndefinitie(Node):
    """``Tijdlijn de X heeft tijdvakken van een kwartaal met variabel startpunt``. [A-6]"""

    naam: Naam
    maat: Tijdmaat
    aantal: int = 1


@dataclass(frozen=True, slots=True)
class Domein(Node):
    """Either a datatype or the values of an enumeration."""

    naam: Naam
    type: NumeriekType | EnkelvoudigType | None
    waarden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parameter(Node):
    naam: Naam
    type: Datatype
    tijdlijn: Tijdlijn | None = None


@dataclass(frozen=True, slots=True)
class Rol(Node):
    naam: Naam
    meervoud: str | None
    objecttype: Naam


@dataclass(frozen=True, slots=True)
class Feittype(Node):
    """``meerdere[i]``: many instances of ``rollen[i]`` seen from the other end. A reciprocal
    one has its single role twice. [1.11]"""

    naam: Naam
    rollen: tuple[Rol, Rol]
    meerdere: tuple[bool, bool]
    beschrijving: str
    wederkerig: bool = False


@dataclass(frozen=True, slots=True)
class EenheidDefinitie(Node):
    naam: Naam
    meervoud: str | None
    afkorting: str | None
    symbool: str | None
    factor: Fraction | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Eenheidsysteem(Node):
    naam: Naam
    eenheden: tuple[EenheidDefinitie, ...]


# ------------------------------------------------------------------ expressions [3]


@dataclass(frozen=True, slots=True)
class Getal(Uitdrukking):
    """A number as written, with how many decimals were written."""

    waarde: Fraction
    decimalen: int = 0
    eenheid: EenheidTekst | None = None


@dataclass(frozen=True, slots=True)
class Percentagegetal(Uitdrukking):
    """``21%``: ``waarde`` is 21/100."""

    waarde: Fraction
    decimalen: int = 0


@dataclass(frozen=True, slots=True)
class Datumwaarde(Uitdrukking):
    datum: date


@dataclass(frozen=True, slots=True)
class Datumtijdwaarde(Uitdrukking):
    """To the millisecond."""

    moment: datetime


@dataclass(frozen=True, slots=True)
class Waarheid(Uitdrukking):
    waarde: bool


@dataclass(frozen=True, slots=True)
class Enumwaarde(Uitdrukking):
    waarde: str


@dataclass(frozen=True, slots=True)
class Tekst(Uitdrukking):
    """``"… «x» …"``: literal parts and expressions by turns."""

    delen: tuple[str | Expressie, ...]


@dataclass(frozen=True, slots=True)
class Rekendatum(Uitdrukking):
    """``Rekendatum``, or ``Rekenjaar`` when ``jaar``."""

    jaar: bool = False


@dataclass(frozen=True, slots=True)
class Kwantificatie(Node):
    """``alle``, ``geen``, ``ten minste N`` … of things or of conditions. [3.4, 6.3]"""

    soort: Literal["alle", "geen", "ten minste", "ten hoogste", "precies"]
    aantal: int = 0


@dataclass(frozen=True, slots=True)
class Hij(Node):
    """The animate subject."""


@dataclass(frozen=True, slots=True)
class Label(Node):
    """One label of a dimension at an attribute: ``bruto`` before it, ``van vorig jaar`` (with
    its ``voorzetsel``) behind it. [1.7]"""

    tekst: str
    voorzetsel: str | None = None


@dataclass(frozen=True, slots=True)
class Schakel(Node):
    """One named link of a chain. ``bepaling``: ``een`` makes it the universal subject,
    ``zijn`` starts from the animate subject. ``rang``: ``de als tweede genoemde`` (2),
    ``laatstgenoemde`` (-1). [3.4, A-2]"""

    naam: Naam
    bepaling: Literal["een", "zijn", None] = None
    kwantificatie: Kwantificatie | None = None
    labels: tuple[Label, ...] = ()
    rang: int | None = None


@dataclass(frozen=True, slots=True)
class Keten(Uitdrukking):
    """``a van b van c``, outermost first. A link that is an expression (a number, a
    percentage, something in brackets) stands in ``p van (…)``. [3.4, 3.2]"""

    schakels: tuple[Schakel | Hij | Expressie, ...]


@dataclass(frozen=True, slots=True)
class Binair(Uitdrukking):
    op: Literal["plus", "min", "verminderd met", "maal", "gedeeld door", "gedeeld door (ABS)"]
    links: Expressie
    rechts: Expressie


Rondwijze = Literal["naar beneden", "naar boven", "rekenkundig", "richting nul", "weg van nul"]


@dataclass(frozen=True, slots=True)
class Afgerond(Uitdrukking):
    waarde: Expressie
    wijze: Rondwijze
    decimalen: int


@dataclass(frozen=True, slots=True)
class Begrensd(Uitdrukking):
    waarde: Expressie
    minimum: Expressie | None
    maximum: Expressie | None


@dataclass(frozen=True, slots=True)
class Absoluut(Uitdrukking):
    waarde: Expressie


@dataclass(frozen=True, slots=True)
class Wortel(Uitdrukking):
    waarde: Expressie
    wijze: Rondwijze
    decimalen: int


@dataclass(frozen=True, slots=True)
class Machtsverheffing(Uitdrukking):
    grondtal: Expressie
    exponent: Expressie
    wijze: Rondwijze
    decimalen: int


@dataclass(frozen=True, slots=True)
class Opsomming(Uitdrukking):
    """``A, B en C`` or ``A, B of C``. [3.6]"""

    leden: tuple[Expressie, ...]
    voegwoord: Literal["en", "of"]


@dataclass(frozen=True, slots=True)
class Subselectie(Uitdrukking):
    """``alle kinderen van de ouder die …``; inside, ``hij`` and ``zijn`` mean the element. [3.5]"""

    keten: Keten
    predicaat: Conditie


@dataclass(frozen=True, slots=True)
class Dimensiebereik(Node):
    """Over which labels: ``over alle peiljaren`` (all fields empty but the dimension), ``vanaf``
    one ``t/m`` another, or a set of ``labels``. ``dimensie`` None: the short form. [3.7]"""

    dimensie: Naam | None
    van: Naam | None = None
    tot: Naam | None = None
    labels: tuple[Naam, ...] = ()


@dataclass(frozen=True, slots=True)
class Aggregatie(Uitdrukking):
    """[3.7] ``of_nul``: ``of 0 als die er niet zijn``."""

    soort: Literal[
        "het aantal",
        "de som van",
        "de minimale waarde van",
        "de maximale waarde van",
        "de eerste van",
        "de laatste van",
    ]
    argument: Expressie
    of_nul: bool = False
    bereiken: tuple[Dimensiebereik, ...] = ()


@dataclass(frozen=True, slots=True)
class Tijdsduur(Uitdrukking):
    van: Expressie
    tot: Expressie
    eenheid: str
    hele: bool = True
    absoluut: bool = False


@dataclass(frozen=True, slots=True)
class Datumdeel(Uitdrukking):
    deel: Literal["jaar", "maand", "dag", "uur", "minuut", "seconde", "milliseconde"]
    datum: Expressie


@dataclass(frozen=True, slots=True)
class DatumMet(Uitdrukking):
    jaar: Expressie
    maand: Expressie
    dag: Expressie


@dataclass(frozen=True, slots=True)
class DatumtijdMet(Uitdrukking):
    """``delen``: year, month, day, hour, minute, second, millisecond. [A-4]"""

    delen: tuple[Expressie, ...]


@dataclass(frozen=True, slots=True)
class Paasdag(Uitdrukking):
    jaar: Expressie


@dataclass(frozen=True, slots=True)
class Periode(Node):
    """``van A tot B``, ``vanaf A``, ``tot en met B``. None is open. [5]"""

    van: Expressie | None
    tot: Expressie | None
    tot_en_met: bool = False


@dataclass(frozen=True, slots=True)
class Gedurende(Node):
    """``gedurende de tijd dat …``: only then. [2.3, 5]"""

    conditie: Conditie


Tijdconditie = Periode | Gedurende


@dataclass(frozen=True, slots=True)
class Tijdgebonden(Uitdrukking):
    """``(x gedurende de tijd dat …)``, ``(x van A tot B)``: x then, leeg outside. [5]"""

    waarde: Expressie
    tijd: Tijdconditie


@dataclass(frozen=True, slots=True)
class Totaal(Uitdrukking):
    """``het totaal van x [when]``: summed over time. [5]"""

    waarde: Expressie
    tijd: Tijdconditie | None = None


@dataclass(frozen=True, slots=True)
class AantalDagen(Uitdrukking):
    """``het aantal dagen in de maand dat …``: per month or year. [5]"""

    per: Literal["maand", "jaar"]
    voorwaarde: Conditie


@dataclass(frozen=True, slots=True)
class TijdsevenredigDeel(Uitdrukking):
    """``het tijdsevenredig deel per maand van x [when]``. [5]"""

    per: Literal["maand", "jaar"]
    waarde: Expressie
    tijd: Tijdconditie | None = None


Expressie = (
    Getal
    | Percentagegetal
    | Datumwaarde
    | Datumtijdwaarde
    | Waarheid
    | Enumwaarde
    | Tekst
    | Rekendatum
    | Keten
    | Binair
    | Afgerond
    | Begrensd
    | Absoluut
    | Wortel
    | Machtsverheffing
    | Opsomming
    | Subselectie
    | Aggregatie
    | Tijdsduur
    | Datumdeel
    | DatumMet
    | DatumtijdMet
    | Paasdag
    | Tijdgebonden
    | Totaal
    | AantalDagen
    | TijdsevenredigDeel
)

# ------------------------------------------------------------------ conditions [6]

Vergelijkwoord = Literal[
    "gelijk aan",
    "ongelijk aan",
    "groter dan",
    "groter of gelijk aan",
    "kleiner dan",
    "kleiner of gelijk aan",
    "later dan",
    "later of gelijk aan",
    "eerder dan",
    "eerder of gelijk aan",
]


@dataclass(frozen=True, slots=True)
class Vergelijking(Bewering):
    links: Expressie
    woord: Vergelijkwoord
    rechts: Expressie


@dataclass(frozen=True, slots=True)
class Leegtest(Bewering):
    waarde: Expressie
    gevuld: bool


@dataclass(frozen=True, slots=True)
class Elfproef(Bewering):
    waarde: Expressie
    ontkend: bool


@dataclass(frozen=True, slots=True)
class Cijfertest(Bewering):
    """``is [niet] numeriek met exact N cijfers``"""

    waarde: Expressie
    cijfers: int
    ontkend: bool


@dataclass(frozen=True, slots=True)
class Naamtest(Bewering):
    """``X is [niet|een|geen] N``, ``X heeft [een|geen] N``: kenmerk, role or dagsoort. [6.2]"""

    onderwerp: Expressie
    werkwoord: Literal["is", "heeft"]
    naam: Naam
    ontkend: bool


@dataclass(frozen=True, slots=True)
class OpenNormtest(Bewering):
    """``er is sprake van open norm N`` (our block)."""

    norm: Naam
    ontkend: bool = False


@dataclass(frozen=True, slots=True)
class Regeltest(Bewering):
    """``regelversie N (geldig vanaf 2024) is gevuurd | inconsistent``; without the brackets all
    versions."""

    regel: Naam
    uitslag: Literal["gevuurd", "inconsistent"]
    geldigheid: Geldigheid | None = None


@dataclass(frozen=True, slots=True)
class Periodetest(Bewering):
    """``het is [niet] de periode van A tot B``. [5]"""

    periode: Periode
    ontkend: bool = False


@dataclass(frozen=True, slots=True)
class HelePeriode(Bewering):
    """``is [niet] gedurende het gehele jaar …``: on every day of it. [5]"""

    per: Literal["maand", "jaar"]
    conditie: Conditie
    ontkend: bool = False


@dataclass(frozen=True, slots=True)
class Samengesteld(Bewering):
    """``onderwerp`` None is ``er``. [6.3]"""

    onderwerp: Expressie | None
    kwantificatie: Kwantificatie
    leden: tuple[Conditie, ...]


Conditie = (
    Vergelijking
    | Leegtest
    | Elfproef
    | Cijfertest
    | Naamtest
    | OpenNormtest
    | Regeltest
    | Periodetest
    | HelePeriode
    | Samengesteld
)

Voorwaarde = Conditie | Gedurende | Periode
"""After a result: ``indien …``, ``gedurende de tijd dat …``, or a bare period. [2.3]"""


# ------------------------------------------------------------------ rules [2, 4, 7]


@dataclass(frozen=True, slots=True)
class Geldigheid(Node):
    """Both bounds inclusive; None is open. ``altijd`` is two times None. ``jaartallen``: whether
    the bounds were written as a year."""

    van: date | None = None
    tot: date | None = None
    jaartallen: tuple[bool, bool] = field(default=(False, False), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Gelijkstelling(Node):
    doel: Keten
    waarde: Expressie
    werkwoord: Literal["berekend", "gesteld"]


@dataclass(frozen=True, slots=True)
class Initialisatie(Node):
    doel: Keten
    waarde: Expressie


@dataclass(frozen=True, slots=True)
class Kenmerktoekenning(Node):
    onderwerp: Keten
    werkwoord: Literal["is", "heeft"]
    naam: Naam


@dataclass(frozen=True, slots=True)
class Toekenning(Node):
    naam: Naam
    waarde: Expressie


@dataclass(frozen=True, slots=True)
class Objectcreatie(Node):
    """``Een X heeft een R met a gelijk aan 1 en b gelijk aan waar``. Without ``met`` it is
    written as a kenmerk is given, and read as a `Kenmerktoekenning`. [4.3]"""

    onderwerp: Keten
    rol: Naam
    toekenningen: tuple[Toekenning, ...]


@dataclass(frozen=True, slots=True)
class Feitcreatie(Node):
    """``Een R van een X is een S van het T van de X``: a fact between ``doel`` and each of
    ``bron``. [4.4]"""

    doel: Keten
    bron: Keten


@dataclass(frozen=True, slots=True)
class Consistentie(Node):
    """``X moet later zijn dan Y``, ``een X moet voldoen aan …``. [4.5]"""

    criterium: Conditie


@dataclass(frozen=True, slots=True)
class Uniekbron(Node):
    """``de nummers van alle X``, or more names (``de concatenatie van``) of the same objects."""

    namen: tuple[Naam, ...]
    van: Keten


@dataclass(frozen=True, slots=True)
class Uniciteit(Node):
    """``… moeten uniek zijn``; more sources stand with ``verenigd met``. [4.5]"""

    bronnen: tuple[Uniekbron, ...]


@dataclass(frozen=True, slots=True)
class Verdeelwijze(Node):
    """``naar rato van X``; None is ``in gelijke delen``."""

    naar: Keten | None = None


@dataclass(frozen=True, slots=True)
class Verdeling(Node):
    """``bron wordt verdeeld over doel``. With ``volgorde`` the largest (or, ``toenemend``, the
    smallest) come first and ``wijze`` counts among equals. [4.7]"""

    bron: Keten
    doel: Keten
    wijze: Verdeelwijze
    volgorde: Keten | None = None
    toenemend: bool = False
    maximum: Keten | None = None
    decimalen: int | None = None
    rest: Keten | None = None


@dataclass(frozen=True, slots=True)
class Dagsoortdefinitie(Node):
    """``Een dag is een werkdag indien …``. [4.8]"""

    dagsoort: Naam


@dataclass(frozen=True, slots=True)
class Startpuntbepaling(Node):
    """``Het startpunt van een T voor een X wordt bepaald door D``. [A-7]"""

    tijdlijn: Naam
    onderwerp: Keten
    datum: Expressie


Resultaat = (
    Gelijkstelling
    | Initialisatie
    | Kenmerktoekenning
    | Objectcreatie
    | Feitcreatie
    | Consistentie
    | Uniciteit
    | Verdeling
    | Dagsoortdefinitie
    | Startpuntbepaling
)


@dataclass(frozen=True, slots=True)
class Variabele(Node):
    naam: Naam
    waarde: Expressie


@dataclass(frozen=True, slots=True)
class Bron(Node):
    """``artikel 2, tweede lid, onderdeel a, Wzt``: normalised to ``2``, ``2``, ``a``, ``Wzt``.
    ``jci`` when a literal Juriconnect string was given; ``tekst`` is what was written."""

    tekst: str
    artikel: str | None = None
    lid: str | None = None
    onderdeel: str | None = None
    regeling: str | None = None
    jci: str | None = None


@dataclass(frozen=True, slots=True)
class HerkomstTekst(Node):
    """The lines that say where a rule comes from (our block). None is: not said."""

    bronnen: tuple[Bron, ...] = ()
    onbevestigd: tuple[str, ...] = ()
    bevoegdheid: Literal["gebonden", "discretionair", None] = None
    stap: Literal[
        "beschikking", "boete", "verhoging van rechtswege", "terugvordering", "termijn", None
    ] = None
    rechtsmiddel: str | None = None
    richting: Literal["nadelig", "voordelig", "neutraal", None] = None
    verdisconteerd: Literal["ja", "nee", "onbekend", None] = None


@dataclass(frozen=True, slots=True)
class Regelversie(Node):
    geldigheid: Geldigheid
    herkomst: HerkomstTekst | None
    resultaat: Resultaat
    voorwaarde: Voorwaarde | None
    variabelen: tuple[Variabele, ...] = ()


@dataclass(frozen=True, slots=True)
class Regel(Node):
    naam: Naam
    herkomst: HerkomstTekst | None
    versies: tuple[Regelversie, ...]


@dataclass(frozen=True, slots=True)
class Kolom(Node):
    """A column of a decision table. A conclusion holds a result whose value is still open
    (``onderwerp``, with ``naam`` for a kenmerk); a condition holds the left side and the ``woord``
    of a comparison, or a whole ``conditie`` that the cell says is true or not."""

    soort: Literal["gelijkstelling", "kenmerk", "vergelijking", "voorwaarde"]
    onderwerp: Expressie | None
    woord: Vergelijkwoord | None = None
    werkwoord: Literal["is", "heeft", "berekend", "gesteld", None] = None
    naam: Naam | None = None
    conditie: Conditie | None = None


@dataclass(frozen=True, slots=True)
class Rij(Node):
    """One cell per column; None is ``n.v.t.``."""

    nummer: str
    cellen: tuple[Expressie | None, ...]


@dataclass(frozen=True, slots=True)
class Tabelversie(Node):
    geldigheid: Geldigheid
    herkomst: HerkomstTekst | None
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True)
class Beslistabel(Node):
    naam: Naam
    herkomst: HerkomstTekst | None
    versies: tuple[Tabelversie, ...]


@dataclass(frozen=True, slots=True)
class Regelgroep(Node):
    """Rules under one head; ``recursief``: they run until they create nothing more. [4.9]"""

    naam: Naam
    recursief: bool
    regels: tuple[Regel | Beslistabel, ...]


# ------------------------------------------------------------------ our own blocks


@dataclass(frozen=True, slots=True)
class Regeling(Node):
    naam: Naam
    afkorting: str | None
    bwb_id: str | None
    niveau: str | None
    tekst_van: date | None
    doel: str | None
    uitvoering: tuple[Naam, ...] = ()


@dataclass(frozen=True, slots=True)
class Parameterwaarde(Node):
    naam: Naam
    waarde: Expressie
    herkomst: HerkomstTekst | None


@dataclass(frozen=True, slots=True)
class Parameterwaarden(Node):
    naam: Naam
    geldigheid: Geldigheid
    waarden: tuple[Parameterwaarde, ...]


@dataclass(frozen=True, slots=True)
class Reikwijdte(Node):
    """One item: exactly one of ``regel`` (a rule's name), ``bron`` (an article) and
    ``regeling`` (the whole of a regulation)."""

    regel: Naam | None = None
    bron: Bron | None = None
    regeling: str | None = None


@dataclass(frozen=True, slots=True)
class Clausuleversie(Node):
    """``orgaan`` may deviate for ``onderwerp`` if ``voorwaarde``; ``gevolg`` is the optional
    computable effect (``In dat geval moet … gesteld worden op …``)."""

    geldigheid: Geldigheid
    orgaan: Naam
    onderwerp: Keten
    voorwaarde: Conditie | None
    gevolg: Gelijkstelling | None = None


@dataclass(frozen=True, slots=True)
class Hardheidsclausule(Node):
    naam: Naam
    herkomst: HerkomstTekst | None
    reikwijdte: tuple[Reikwijdte, ...]
    voor: Literal["individuele gevallen", "groepen van gevallen", None]
    toepassing: Literal["ambtshalve", "op aanvraag", None]
    door: Literal["besluit", "ministeriële regeling", "beleidsregel", None]
    versies: tuple[Clausuleversie, ...]


@dataclass(frozen=True, slots=True)
class Termijn(Node):
    """``binnen 4 wk na <datum>``; without ``duur``: ``uiterlijk op <datum>``."""

    datum: Expressie
    duur: Expressie | None = None


@dataclass(frozen=True, slots=True)
class Verplichtingversie(Node):
    """An ``objecttype`` must do ``handeling``; ``gevolgregel`` is what applies if not."""

    geldigheid: Geldigheid
    objecttype: Naam
    handeling: str
    termijn: Termijn | None = None
    voorwaarde: Conditie | None = None
    gevolgregel: Naam | None = None


@dataclass(frozen=True, slots=True)
class Verplichting(Node):
    naam: Naam
    herkomst: HerkomstTekst | None
    verschoonbaar: Literal["ja", "nee", None]
    gewicht: Getal | None
    versies: tuple[Verplichtingversie, ...]


@dataclass(frozen=True, slots=True)
class Bestuursorgaan(Node):
    """``soort``: what kind of body it is; ``onder``: the ministry that it falls under."""

    naam: Naam
    soort: str | None = None
    onder: Naam | None = None


@dataclass(frozen=True, slots=True)
class OpenNorm(Node):
    naam: Naam
    herkomst: HerkomstTekst | None
    beoordeeld_door: Naam | None
    gezichtspunten: tuple[str | Keten, ...] = ()


@dataclass(frozen=True, slots=True)
class Uitkomst(Node):
    """What counts for (``voordelen``) and against (``nadelen``) a citizen of ``objecttype``."""

    objecttype: Naam
    voordelen: tuple[Keten, ...]
    nadelen: tuple[Keten, ...]
    bodems: tuple[Keten, ...]
    venster: Getal | None
    middelen: tuple[Keten, ...] = ()


@dataclass(frozen=True, slots=True)
class Bereik(Node):
    attribuut: Naam
    van: Expressie
    tot: Expressie
    per: Expressie | None
    modaal: Expressie | None


Ordesoort = Literal["behoefte", "verwijt", "melding", "opzet"]
Ordewaarbij = Literal["maat", "dag", "ja of nee"]
ORDES: dict[str, tuple[Ordesoort, Literal["lager", "hoger"], Ordewaarbij]] = {
    "meer behoefte bij lager": ("behoefte", "lager", "maat"),
    "meer behoefte bij hoger": ("behoefte", "hoger", "maat"),
    "meer behoefte bij": ("behoefte", "hoger", "ja of nee"),
    "minder verwijt bij lager": ("verwijt", "lager", "maat"),
    "minder verwijt bij hoger": ("verwijt", "hoger", "maat"),
    "minder verwijt bij": ("verwijt", "hoger", "ja of nee"),
    "eerder gemeld bij": ("melding", "lager", "dag"),
    "opzet bij": ("opzet", "lager", "ja of nee"),
}
"""What stands before the name: the sort of order, the way along it where one may not be worse off,
and what it is about."""


@dataclass(frozen=True, slots=True)
class Orde(Node):
    """``meer behoefte bij lager X``: who may not be worse off than another. ``woorden`` are those
    before the name, a key of `ORDES`."""

    woorden: str
    attribuut: Naam


@dataclass(frozen=True, slots=True)
class NietTerZake(Node):
    """``deel``: only this of it should make no difference; empty: all of it."""

    attribuut: Naam
    marge: Expressie | None
    deel: Literal["", "maand", "verdeling"] = ""


@dataclass(frozen=True, slots=True)
class Invoerbereik(Node):
    objecttype: Naam
    bereiken: tuple[Bereik, ...]
    ordes: tuple[Orde, ...] = ()
    niet_ter_zake: tuple[NietTerZake, ...] = ()


@dataclass(frozen=True, slots=True)
class Evenredigheidsnorm(Node):
    """``drempels`` holds (``signaal`` | ``hard`` | ``zeer hard``, value)."""

    naam: Naam
    patroon: str
    gevolg: Keten | None
    tekortkoming: Keten | None
    drempels: tuple[tuple[str, Expressie], ...]
    bron: str | None


@dataclass(frozen=True, slots=True)
class Aanvaard(Node):
    naam: Naam
    bevinding: str
    reden: str
    eigenaar: str
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class Gebeurtenis(Node):
    """What can happen, and which attributes and kenmerken it changes (``het X van een Y``).
    ``vervult``: the duty that is done by it."""

    naam: Naam
    soort: str
    verandert: tuple[Keten, ...] = ()
    vervult: Naam | None = None


# ------------------------------------------------------------------ scenarios


@dataclass(frozen=True, slots=True)
class GegevenObject(Node):
    """``een Aanvrager A met x gelijk aan 1 en y gelijk aan 2``"""

    objecttype: Naam
    naam: str
    toekenningen: tuple[tuple[Schakel, Expressie], ...] = ()


@dataclass(frozen=True, slots=True)
class GegevenFeit(Node):
    """``toeslagpartnerschap met aanvrager A en toeslagpartner B``"""

    feittype: Naam
    rollen: tuple[tuple[Naam, str], ...]


@dataclass(frozen=True, slots=True)
class GegevenConditie(Node):
    """``A is verzekerd``, ``het vermogen van A is gelijk aan 5 €``. Object names are links of
    the chain, like any name. ``periode``: only then."""

    conditie: Conditie
    periode: Periode | None = None


@dataclass(frozen=True, slots=True)
class GegevenParameter(Node):
    naam: Naam
    waarde: Expressie


@dataclass(frozen=True, slots=True)
class GegevenOnbekend(Node):
    keten: Keten


@dataclass(frozen=True, slots=True)
class GegevenOordeel(Node):
    """``er is [geen] sprake van open norm N voor A``: the judgment of the case."""

    norm: Naam
    object: str
    oordeel: bool


@dataclass(frozen=True, slots=True)
class Wijziging(Node):
    """``het inkomen van A gelijk aan 5 €``: the new value, from the day of an event on; or in a
    ``periode``, that may lie before it."""

    doel: Keten
    waarde: Expressie
    periode: Periode | None = None


@dataclass(frozen=True, slots=True)
class GegevenVoorval(Node):
    """``op 1-3-2025 inkomenswijziging met het inkomen van A gelijk aan 5 €``"""

    datum: date
    gebeurtenis: Naam
    wijzigingen: tuple[Wijziging, ...] = ()


Gegeven = (
    GegevenObject
    | GegevenFeit
    | GegevenConditie
    | GegevenParameter
    | GegevenOnbekend
    | GegevenOordeel
    | GegevenVoorval
)


@dataclass(frozen=True, slots=True)
class Verwachting(Node):
    """What must come out: on a day (None: the rekendatum), on every day of a period."""

    conditie: Conditie
    datum: date | None = None
    periode: Periode | None = None


@dataclass(frozen=True, slots=True)
class Scenario(Node):
    naam: Naam
    bron: str | None
    rekendatum: date
    gegeven: tuple[Gegeven, ...]
    dan: tuple[Verwachting, ...]


@dataclass(frozen=True, slots=True)
class Reekskolom(Node):
    """``invoer`` or (after ``dan``) expected; a chain (its value is in the cell) or a test on a
    kenmerk (``waar``/``onwaar`` in the cell)."""

    verwacht: bool
    onderwerp: Keten | Naamtest


@dataclass(frozen=True, slots=True)
class Leegcel(Node):
    """``leeg`` or ``gevuld`` under a column with ``dan``: whether a value comes out at all."""

    gevuld: bool


Reekscel = Expressie | Leegcel


@dataclass(frozen=True, slots=True)
class Voorbeeldreeks(Node):
    naam: Naam
    bron: str | None
    rekendatum: date
    gegeven: tuple[Gegeven, ...]
    kolommen: tuple[Reekskolom, ...]
    rijen: tuple[tuple[Reekscel | None, ...], ...]


Blok = (
    Objecttype
    | Extensie
    | Domein
    | Dimensie
    | Dagsoort
    | Tijdlijndefinitie
    | Parameter
    | Feittype
    | Eenheidsysteem
    | Regel
    | Beslistabel
    | Regelgroep
    | Regeling
    | Parameterwaarden
    | Hardheidsclausule
    | Verplichting
    | Bestuursorgaan
    | OpenNorm
    | Uitkomst
    | Invoerbereik
    | Evenredigheidsnorm
    | Aanvaard
    | Gebeurtenis
    | Scenario
    | Voorbeeldreeks
)


@dataclass(frozen=True, slots=True)
class Bestand(Node):
    """All blocks of one source that could be read."""

    blokken: tuple[Blok, ...]
