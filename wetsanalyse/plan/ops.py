"""The closed set of operations, and the flat plan made of them.

This table alone gives every construct its meaning; each way of running is a dispatch table
over `Op`. A flat plan is for one household shape: its steps are in order (arguments come
earlier), there are no objects left to walk, and a list is just many arguments.

Values
------
* a number ``N`` (exact rational; percentages as fractions, 21 % is 0.21);
* a date, as a number too: days, ``date.toordinal()``;
* ``bool`` and ``str`` (text and enumeration values);
* `LEEG`: no value. Leeg is not zero;
* `Fout`: a fault of one rule and one object (uitvoerfout); whatever needs it is a fault too;
* `Onbeslist`: depends on an open norm that nobody has judged;
* `Tijdwaarde`: any of these over time, a step function of the day. An operation on it is done
  stretch by stretch, by the same row of this table.

Unless a step says otherwise: one ``Fout`` among the arguments that are needed gives that
``Fout``; otherwise one ``Onbeslist`` gives ``Onbeslist`` (the norms are united); otherwise
``LEEG`` follows the row of the operation (language reference 3.2, 3.7, 3.9, 6.2).
Steps are evaluated only when asked for: `TEL`, `KIES` and `INDIEN` do not ask for arguments
that cannot change their answer, in the order in which they were written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from wetsanalyse.model.types import Type
from wetsanalyse.text import Span


class Op(Enum):
    """name -> (what it gives; its parameters; what leeg does)."""

    # leaves
    INVOER = "invoer"  # par: InvoerSleutel. Not given: LEEG (a kenmerk: False)
    CONSTANTE = "constante"  # par: value (may be LEEG or a Fout)
    PARAMETER = "parameter"  # par: name; the value stands in GroundPlan.parameters, else LEEG
    OPEN_NORM = "open norm"  # par: OordeelSleutel; no judgment given: Onbeslist
    # arithmetic [3.2]
    PLUS = "plus"  # LEEG counts as 0; both LEEG: 0
    MIN = "min"  # as PLUS
    VERMINDERD = "verminderd met"  # left LEEG: LEEG; right LEEG: left
    MAAL = "maal"  # any LEEG: 0 (also for percentage van)
    DEEL = "gedeeld door"  # par: abs (True: truncate toward 0 on 5 decimals). left LEEG,
    #   right not LEEG and not 0: 0; both LEEG: 0; right LEEG: Fout; right 0: Fout
    SCHAAL = "omrekenen"  # par: Fraction; times a constant (units). LEEG stays LEEG
    ABSOLUUT = "absolute waarde"
    AFRONDEN = "afronden"  # par: Afronding. LEEG stays LEEG
    WORTEL = "wortel"  # par: Afronding; negative: Fout
    MACHT = "macht"  # args: base, exponent; par: Afronding; no real answer: Fout
    BEGRENS = "begrenzen"  # args: x, minimum, maximum (LEEG bound: no bound; x LEEG: LEEG);
    #   minimum > maximum: Fout
    # dates [3.9]; LEEG date: LEEG
    DATUM_PLUS = "datum plus"  # args: date, number; par: DatumEenheid. LEEG number: date unchanged
    TIJDSDUUR = "tijdsduur"  # args: from, to; par: Duur. any LEEG: LEEG
    DATUMDEEL = "deel van datum"  # par: jaar, maand, dag, uur, minuut, seconde or milliseconde
    DATUM_MET = "datum met"  # args: year, month, day; no such date: Fout; any LEEG: LEEG
    DATUMTIJD_MET = "datumtijd met"  # args: year … millisecond; as DATUM_MET
    PAASDAG = "eerste paasdag"  # args: year
    DATUM_PLUS_DAGSOORT = "datum plus dagen van een soort"  # args: date, number, parameters that
    #   say what such a day is; par: Dagtelling. LEEG as in DATUM_PLUS
    # tests; always give a bool
    VERGELIJK = "vergelijk"  # par: Vergelijking. See there for LEEG
    IS_LEEG = "is leeg"
    ELFPROEF = "elfproef"  # LEEG: False
    CIJFERS = "numeriek met exact"  # par: number of digits. LEEG: False
    NIET = "niet"
    TEL = "kwantificatie"  # args: bools; par: Kwantiteit. How many are true, tested
    # choice
    INDIEN = "indien"  # args: bool, value. False: LEEG
    EEN_VAN = "een van"  # args: bools. True when one is; then Onbeslist, then Fout; the order of
    #   the args does not count
    ENIGE = "de enige"  # args: c1, v1, c2, v2 …; par: what it gives when no ci is true. Two true:
    #   Fout. The one object that a single role points at
    KIES = "kies"  # args: c1, v1, c2, v2 …, basis; par: Kiezers. No ci true: basis. Two true with
    #   different values (LEEG is a value here): Fout BOTSING. A ci that is LEEG counts as False
    # lists; LEEG members are skipped
    AANTAL = "het aantal"  # args: bools; how many are true
    SOM = "de som van"  # par: of_nul. no members left: 0 if of_nul else LEEG
    MINIMUM = "de minimale waarde van"  # also `de eerste van`; no members left: LEEG
    MAXIMUM = "de maximale waarde van"  # also `de laatste van`
    VERDEEL = "verdelen"  # args: amount, then for each receiver: bool, and its weight, order and
    #   maximum as far as the rule asks for them; par: Verdeeldeel. One that is not in gets LEEG
    # text, and the check at assignment
    TEKST = "tekst"  # par: Tekstdelen; LEEG part: empty text
    CONTROLE = "controle"  # par: Type. decimals and range; else Fout. LEEG passes
    # time [5]; these see a whole Tijdwaarde, all others are done stretch by stretch
    TIJDVAK = "periode"  # args: begin, end; par: Tijdvakvorm. True in it. LEEG begin: never;
    #   LEEG end: no end
    BINNEN = "binnen de tijd"  # args: value, bool. LEEG outside
    TOTAAL = "het totaal van"  # par: Tijdseenheid. All LEEG: 0; without an end: Fout
    DAGENTELLING = "het aantal dagen"  # par: "maand" | "jaar". Per calendar period, none: 0
    TIJDSDEEL = "tijdsevenredig deel"  # args: value, bool; par: "maand" | "jaar"
    HELETIJD = "de gehele periode"  # par: "maand" | "jaar". On every day of it
    OOIT = "ooit"  # at some time true; else at some time a Fout or Onbeslist; else False
    OP_DAG = "op de dag"  # args: value, date; the value then
    KNIPS = "knips"  # args: value, starting point; par: Korrel. The value, if it changes only on
    #   days that are counted from there; else Fout. LEEG starting point: Fout


# ------------------------------------------------------------------ special values


class Leeg(Enum):
    LEEG = "leeg"

    def __repr__(self) -> str:
        return "LEEG"


LEEG = Leeg.LEEG


@dataclass(frozen=True, slots=True)
class Fout:
    """A fault while running, of one rule and one object. ``bericht`` is a Dutch sentence."""

    code: str
    bericht: str
    regel: str | None = None
    object: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Onbeslist:
    """Depends on the judgment of these open norms, each for one object."""

    oordelen: frozenset[OordeelSleutel]


# ------------------------------------------------------------------ parameters of steps


@dataclass(frozen=True, slots=True, order=True)
class InvoerSleutel:
    """An attribute or kenmerk of a named object that may be given."""

    object: str
    eigenschap: str


DAG = InvoerSleutel("de dag", "datum")
"""The day that a dagsoortdefinitie is about, in a plan of its own."""


@dataclass(frozen=True, slots=True, order=True)
class OordeelSleutel:
    norm: str
    object: str


@dataclass(frozen=True, slots=True)
class Afronding:
    """``wijze``: ``naar beneden | naar boven | rekenkundig | richting nul | weg van nul``.
    The value is rounded to whole multiples of ``1/10**decimalen``."""

    wijze: str
    decimalen: int

    @property
    def stap(self) -> Fraction:
        return Fraction(1, 10**self.decimalen)


@dataclass(frozen=True, slots=True)
class DatumEenheid:
    """``dg`` (days, any exact number that is whole) or ``mnd`` (months). ``teken`` -1: minus.
    Months keep the day of the month, else the last day of the month. ``factor``: how many of
    the base unit one given unit is (a year is 12 mnd, a week 7 dg)."""

    basis: str
    factor: Fraction = Fraction(1)
    teken: int = 1


@dataclass(frozen=True, slots=True)
class Dagtelling:
    """Counting days of a sort, after a date (``teken`` 1) or before it. ``plan`` is a plan by
    itself: its step ``doel`` says whether the day `DAG` is one; its parameters, by name, are
    the arguments after the first two."""

    dagsoort: str
    teken: int
    plan: GroundPlan
    doel: int
    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duur:
    """``basis`` ``dg`` or ``mnd``, ``factor`` as in DatumEenheid: whole units, truncated toward
    zero; months count birthdays, 29 February is full on 1 March in a common year."""

    basis: str
    factor: Fraction = Fraction(1)
    absoluut: bool = False


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """``teken``: ``= ≠ < <= > >=``. ``soort``: ``getal | tijd | tekst | waarheid``.

    LEEG: for ``< <= > >=`` one or both LEEG: False, but both LEEG dates: Fout.
    ``=`` with one LEEG: False; ``≠`` with one LEEG: True. Both LEEG: ``≠`` False; ``=`` on
    numbers: False (our choice for the first contradiction), on other kinds: Fout."""

    teken: str
    soort: str


@dataclass(frozen=True, slots=True)
class Kwantiteit:
    """``alle | geen | ten minste | ten hoogste | precies``, the last three with ``aantal``.
    ``geordend``: the members stand in a list and are tested in that order; objects have no order,
    and a fault in one counts only when the others leave it undecided."""

    soort: str
    aantal: int = 0
    geordend: bool = True


@dataclass(frozen=True, slots=True)
class Kiezers:
    """The names of the rules behind c1, c2 …, for the message of a clash."""

    regels: tuple[str, ...]
    object: str


@dataclass(frozen=True, slots=True)
class Verdeelregel:
    """``rato``: in proportion to a weight, else in equal shares. ``volgorde``: ``toenemend``,
    ``afnemend`` or None. ``maximum``: each receiver has one. ``decimalen``: rounded down."""

    rato: bool
    volgorde: str | None = None
    maximum: bool = False
    decimalen: int | None = None


@dataclass(frozen=True, slots=True)
class Verdeeldeel:
    """The share of one receiver, by its number; None: what is left."""

    regel: Verdeelregel
    nummer: int | None


@dataclass(frozen=True, slots=True)
class Tekstdelen:
    """Literal pieces; None is the next argument. ``typen`` belong to the arguments."""

    delen: tuple[str | None, ...]
    typen: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Tijdvakvorm:
    """Which bounds a period has; ``inclusief``: the last day counts."""

    begin: bool
    eind: bool
    inclusief: bool = False


@dataclass(frozen=True, slots=True)
class Tijdseenheid:
    """The unit of time below the line of ``€/mnd``: ``basis`` ``dg`` or ``mnd``, ``factor`` how
    many of those it is (a quarter is 3 mnd, an hour 1/24 dg)."""

    basis: str
    factor: Fraction = Fraction(1)


# ------------------------------------------------------------------ the flat plan


@dataclass(frozen=True, slots=True)
class Step:
    """One operation. ``label`` says in Dutch what its value is (``het vermogen van A``);
    ``regel`` is the name of the rule that it belongs to, ``bron`` keys of its articles are
    found through the rule. ``hoofd``: a value that a reader knows by name (an attribute, a
    kenmerk, a parameter, a variable), where an explanation may stop and begin."""

    op: Op
    args: tuple[int, ...]
    type: Type
    par: Any = None
    label: str = ""
    regel: str | None = None
    object: str | None = None
    hoofd: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class GroundPlan:
    """Steps for one household shape. ``eigenschappen`` maps (object, property) to its step;
    ``parameters`` are the values at the rekendatum (numbers as Fraction); ``vragen`` are the
    steps of terms that were asked for beside them. ``objecten``: of every object, also one that
    a rule may make, its type and the step that says whether it is there (None: always).
    ``controles``: for each rule that checks and each object, the step that says whether it is
    consistent. ``vuurt``: of each rule version the steps that say whether it does something."""

    steps: tuple[Step, ...]
    eigenschappen: Mapping[tuple[str, str], int]
    parameters: Mapping[str, Any]
    rekendatum: date
    vragen: Mapping[str, int] = field(default_factory=dict)
    objecten: Mapping[str, tuple[str, int | None]] = field(default_factory=dict)
    controles: Mapping[tuple[str, str], int] = field(default_factory=dict)
    vuurt: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def doelen(self) -> tuple[int, ...]:
        """All that the plan can tell about a household."""
        bewakers = (b for _, b in self.objecten.values() if b is not None)
        eigen = (self.eigenschappen.values(), bewakers, self.controles.values())
        return tuple(slot for slots in eigen for slot in slots)

    @property
    def horizon(self) -> tuple[int, int]:
        """The days for which calendar months and years are written out: from ten years before
        the year of the rekendatum to ten years after it (first day, day after the last)."""
        jaar = self.rekendatum.year
        eerste = date(max(1, jaar - HORIZON), 1, 1)
        na = date(min(9999, jaar + HORIZON + 1), 1, 1)
        return eerste.toordinal(), na.toordinal()


HORIZON = 10
