"""Expressions. [3]"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from wetsanalyse.syntax.tree.knopen import EenheidTekst, Naam, Node, Uitdrukking

if TYPE_CHECKING:
    from wetsanalyse.syntax.tree.condities import Conditie


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
