"""Typed terms: an expression after names were found and types were checked.

Nodes have fields and no behaviour. Objects are reached through numbered variables: 0 is the
instance for which a rule runs; the links of its subject and the elements of a selection get
the next numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wetsanalyse.model.types import Type
from wetsanalyse.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TermBasis:
    span: Span | None = field(default=None, compare=False, repr=False)


# ------------------------------------------------------------------ objects


@dataclass(frozen=True, slots=True)
class Instantie(TermBasis):
    """A bound instance."""

    nummer: int
    objecttype: str


@dataclass(frozen=True, slots=True)
class Genoemd(TermBasis):
    """An object that a scenario calls by name."""

    naam: str
    objecttype: str


@dataclass(frozen=True, slots=True)
class Rolstap(TermBasis):
    """From an object along a feittype to the other end, ``rol`` (0 or 1)."""

    van: ObjectTerm
    feittype: str
    rol: int
    objecttype: str
    meerdere: bool


@dataclass(frozen=True, slots=True)
class Alle(TermBasis):
    """All instances of a type; with ``rol`` only those that play (feittype, role)."""

    objecttype: str
    rol: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Selectie(TermBasis):
    """The objects of ``bron`` for which ``voorwaarde`` holds; it sees them as ``nummer``."""

    bron: ObjectTerm
    nummer: int
    voorwaarde: Term

    @property
    def objecttype(self) -> str:
        return self.bron.objecttype


@dataclass(frozen=True, slots=True)
class Vereniging(TermBasis):
    """The objects of all members, each once."""

    leden: tuple[ObjectTerm, ...]

    @property
    def objecttype(self) -> str:
        return self.leden[0].objecttype


ObjectTerm = Instantie | Genoemd | Rolstap | Alle | Selectie | Vereniging


def is_meervoudig(term: ObjectTerm) -> bool:
    """Whether a term may stand for more than one object."""
    match term:
        case Instantie() | Genoemd():
            return False
        case Rolstap(van, _, _, _, meerdere):
            return meerdere or is_meervoudig(van)
        case _:
            return True


# ------------------------------------------------------------------ values


@dataclass(frozen=True, slots=True)
class Constante(TermBasis):
    """Numbers are Fraction, dates ordinals (int), else bool or str. ``letterlijk_nul``: a bare
    0, which goes with every unit."""

    waarde: Any
    type: Type
    letterlijk_nul: bool = False


@dataclass(frozen=True, slots=True)
class Parameterterm(TermBasis):
    naam: str
    type: Type


@dataclass(frozen=True, slots=True)
class Rekendatumterm(TermBasis):
    type: Type
    jaar: bool = False


@dataclass(frozen=True, slots=True)
class Variabeleterm(TermBasis):
    """A local variable (Daarbij geldt)."""

    naam: str
    type: Type


Cel = tuple[tuple[str, tuple[str, ...]], ...]
"""For each dimension of an attribute, in the order of its declaration, the labels meant."""


@dataclass(frozen=True, slots=True)
class Lees(TermBasis):
    """An attribute or kenmerk of an object; a list when the object is many, or when ``cel``
    names more than one label of a dimension."""

    object: ObjectTerm
    eigenschap: str
    type: Type
    cel: Cel = ()


@dataclass(frozen=True, slots=True)
class SpeeltRol(TermBasis):
    """``is een R``: whether the object plays (feittype, role) in some fact."""

    object: ObjectTerm
    rollen: tuple[tuple[str, int], ...]
    type: Type


@dataclass(frozen=True, slots=True)
class HeeftRol(TermBasis):
    """``heeft een R``: whether there is one at the other end."""

    object: ObjectTerm
    type: Type


@dataclass(frozen=True, slots=True)
class Dag(TermBasis):
    """The day that a dagsoortdefinitie is about. [4.8]"""

    type: Type


@dataclass(frozen=True, slots=True)
class Dagsoorttoets(TermBasis):
    """``is een werkdag``: whether a date is a day of that sort. [6.2]"""

    datum: Term
    dagsoort: str
    type: Type


@dataclass(frozen=True, slots=True)
class Regeluitslag(TermBasis):
    """``regelversie N is gevuurd | inconsistent``. ``nummers``: the versions meant, empty is
    all; ``object``: for which instance, None when the rule is not about one of these. [6.2]"""

    regel: str
    nummers: tuple[int, ...]
    uitslag: str
    object: ObjectTerm | None
    type: Type


@dataclass(frozen=True, slots=True)
class OpenNormterm(TermBasis):
    norm: str
    object: ObjectTerm
    type: Type


@dataclass(frozen=True, slots=True)
class Bewerking(TermBasis):
    """``op`` is the name of an operation of the plan (`wetsanalyse.plan.ops.Op`); ``par`` its
    parameter in that table."""

    op: str
    args: tuple[Term, ...]
    type: Type
    par: Any = None


@dataclass(frozen=True, slots=True)
class Lijst(TermBasis):
    """Separate values together: ``A, B en C``."""

    leden: tuple[Term, ...]
    type: Type


@dataclass(frozen=True, slots=True)
class Aggregaat(TermBasis):
    """``op`` AANTAL, SOM, MINIMUM or MAXIMUM over a list of values, or AANTAL over objects."""

    op: str
    lijst: Term | ObjectTerm
    type: Type
    of_nul: bool = False


@dataclass(frozen=True, slots=True)
class Voorelk(TermBasis):
    """A condition tested for each object of ``bron`` (seen as ``nummer``), and how many must
    hold: (kind, number) as in `Kwantiteit`."""

    bron: ObjectTerm
    nummer: int
    voorwaarde: Term
    kwantiteit: tuple[str, int]
    type: Type


# ------------------------------------------------------------------ values over time [5]


@dataclass(frozen=True, slots=True)
class Tijdvak(TermBasis):
    """True from ``van`` until ``tot`` (None: open). ``inclusief``: the last day counts."""

    van: Term | None
    tot: Term | None
    inclusief: bool
    type: Type


@dataclass(frozen=True, slots=True)
class Tijdgebonden(TermBasis):
    """A value while ``tijd`` is true, leeg outside."""

    waarde: Term
    tijd: Term
    type: Type


@dataclass(frozen=True, slots=True)
class Totaal(TermBasis):
    """A value per unit of time, summed over time (while ``tijd`` is true)."""

    waarde: Term
    tijd: Term | None
    type: Type


@dataclass(frozen=True, slots=True)
class Dagentelling(TermBasis):
    """On how many days of each month or year ``voorwaarde`` is true."""

    per: str
    voorwaarde: Term
    type: Type


@dataclass(frozen=True, slots=True)
class Tijdsdeel(TermBasis):
    """A value times the part of each month or year on which ``tijd`` is true."""

    per: str
    waarde: Term
    tijd: Term | None
    type: Type


@dataclass(frozen=True, slots=True)
class Heletijd(TermBasis):
    """Whether ``voorwaarde`` is true on every day of the month or year."""

    per: str
    voorwaarde: Term
    type: Type


Term = (
    Constante
    | Parameterterm
    | Rekendatumterm
    | Variabeleterm
    | Lees
    | Dag
    | SpeeltRol
    | HeeftRol
    | Dagsoorttoets
    | Regeluitslag
    | OpenNormterm
    | Bewerking
    | Lijst
    | Aggregaat
    | Voorelk
    | Tijdvak
    | Tijdgebonden
    | Totaal
    | Dagentelling
    | Tijdsdeel
    | Heletijd
)
