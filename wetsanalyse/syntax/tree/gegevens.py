"""GegevensSpraak: what there is and what is known of it. [1]"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from wetsanalyse.syntax.tree.knopen import EenheidTekst, Naam, Node


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
