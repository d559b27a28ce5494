"""What a rule does beside giving a value or a kenmerk: create, check, share out, define. [4.3-4.8]

Like terms these have fields and no behaviour; what a gevolg reads stands in terms, what it sets
in names.
"""

from __future__ import annotations

from dataclasses import dataclass

from wetsanalyse.model.terms import Instantie, ObjectTerm, Rolstap, Term


@dataclass(frozen=True, slots=True)
class Gevolgbasis:
    """Something that a rule does."""


@dataclass(frozen=True, slots=True)
class Objectcreatie(Gevolgbasis):
    """A new object in ``rol`` of the subject, with its first values. [4.3]"""

    rol: Rolstap
    toekenningen: tuple[tuple[str, Term], ...]


@dataclass(frozen=True, slots=True)
class Feitcreatie(Gevolgbasis):
    """A fact between the subject, which gets ``rol``, and each object of ``bron``, which the
    condition sees as ``element``. [4.4]"""

    rol: Rolstap
    bron: ObjectTerm
    element: Instantie


@dataclass(frozen=True, slots=True)
class Consistentie(Gevolgbasis):
    """The subject is consistent when this holds. [4.5]"""

    criterium: Term


@dataclass(frozen=True, slots=True)
class Uniciteit(Gevolgbasis):
    """No two of the objects have the same values of these attributes; leeg does not count.
    Each source is (objects, their attributes). [4.5]"""

    bronnen: tuple[tuple[ObjectTerm, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Verdeling(Gevolgbasis):
    """``bron`` shared out over ``doel`` of the receivers, each seen as ``element`` by the other
    terms. ``gewicht`` None: equal parts; ``rest``: (object, attribute) for what is left. [4.7]"""

    bron: Term
    ontvangers: ObjectTerm
    element: Instantie
    doel: str
    gewicht: Term | None
    volgorde: Term | None
    toenemend: bool
    maximum: Term | None
    decimalen: int | None
    rest: tuple[ObjectTerm, str] | None


@dataclass(frozen=True, slots=True)
class Dagsoortbepaling(Gevolgbasis):
    """A day is of this sort when the condition of the rule holds for it. [4.8]"""

    dagsoort: str


@dataclass(frozen=True, slots=True)
class Startpunt(Gevolgbasis):
    """From which date the periods of a timeline are counted for the subject. [A-7]"""

    tijdlijn: str
    datum: Term


Gevolg = (
    Objectcreatie
    | Feitcreatie
    | Consistentie
    | Uniciteit
    | Verdeling
    | Dagsoortbepaling
    | Startpunt
)
