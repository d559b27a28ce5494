"""Rules, tables and what they do. [2, 4, 7]"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from wetsanalyse.syntax.tree.condities import Conditie, Vergelijkwoord, Voorwaarde
from wetsanalyse.syntax.tree.expressies import Expressie, Keten
from wetsanalyse.syntax.tree.knopen import Naam, Node


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
