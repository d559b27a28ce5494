"""What a person has left each month, held against the floor of subsistence. [hardheid 4, P05]

What counts: the means (`middelen`), plus the advantages, minus the disadvantages of `Uitkomst`. An
amount per year is spread evenly; an amount that changes over time counts in the month where it
falls. An amount without a unit of time is spread if it is an advantage; if it is a disadvantage it
is due at once, in the first month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import ceil

from wetsanalyse.analyses.verlopen.invulling import voor_persoon
from wetsanalyse.analyses.verlopen.positie import (
    EURO,
    eerste_dag,
    in_euro,
    maanden_later,
    per_persoon,
    per_tijd,
    tussen,
    venster,
)
from wetsanalyse.model.casus import Huishouden
from wetsanalyse.model.model import Model, Uitkomst
from wetsanalyse.model.terms import Aggregaat, Bewerking, Constante, Lees, Lijst, Term
from wetsanalyse.model.types import BOOLEAN

MAAND = Fraction(1)


def ruimte(naam: str) -> str:
    """The question: what is left above the floor in the tightest month of a person."""
    return f"norm:ruimte boven de bodem van {naam}"


def ruimte_in(naam: str, maand: int) -> str:
    """The question: what is left above the floor in one month; the first is 0."""
    return f"norm:ruimte van {naam} in maand {maand}"


def bodem_in(naam: str, maand: int) -> str:
    """The question: the floor in one month."""
    return f"norm:bodem van {naam} in maand {maand}"


def maandvragen(model: Model, huishouden: Huishouden, vanaf: date | None = None) -> dict[str, Term]:
    """For every person with a floor: what is left above it in each month, and in the tightest."""
    blokken: dict[str, list[Uitkomst]] = {}
    for uitkomst, naam in per_persoon(model, huishouden):
        blokken.setdefault(naam, []).append(uitkomst)
    gevonden: dict[str, Term] = {}
    for naam, van_naam in blokken.items():
        if not any(u.bodems for u in van_naam):
            continue
        maanden: list[Term] = []
        for nummer in range(aantal_maanden(van_naam)):
            maand = _Maand(van_naam, naam, nummer, eerste_dag(vanaf))
            bodem = maand.bodem()
            ruim = maand.als_bekend(Bewerking("MIN", (maand.besteedbaar(), bodem), EURO))
            gevonden[ruimte_in(naam, nummer)] = ruim
            gevonden[bodem_in(naam, nummer)] = bodem
            maanden.append(ruim)
        # Months that are the same sum are asked once: comparing a sum with itself is lost work.
        verschillend = tuple(dict.fromkeys(maanden))
        gevonden[ruimte(naam)] = Aggregaat("MINIMUM", Lijst(verschillend, EURO), EURO)
    return gevonden


def aantal_maanden(blokken: Sequence[Uitkomst]) -> int:
    """How many months are looked at: the longest window of the outcomes of a person."""
    return max(ceil(venster(u)) for u in blokken)


class _Maand:
    """The amounts of one person in one month; the first is 0."""

    def __init__(self, blokken: Sequence[Uitkomst], naam: str, nummer: int, begin: Term) -> None:
        self.blokken, self.naam, self.nummer = blokken, naam, nummer
        self.van = maanden_later(begin, Fraction(nummer))
        self.tot = maanden_later(begin, Fraction(nummer + 1))

    def besteedbaar(self) -> Term:
        # Two laws may name the same means: they are there once.
        middelen = dict.fromkeys(lees for u in self.blokken for lees in u.middelen)
        in_ = [self._gespreid(lees) for lees in middelen]
        in_ += [self._gespreid(lees) for u in self.blokken for lees in u.voordelen]
        uit = [self._ineens(lees) for u in self.blokken for lees in u.nadelen]
        return Bewerking("MIN", (_som(in_), _som(uit)), EURO)

    def bodem(self) -> Term:
        """The highest, where more than one is named."""
        bodems = dict.fromkeys(lees for u in self.blokken for lees in u.bodems)
        leden = tuple(self._deel(lees) for lees in bodems)
        return Aggregaat("MAXIMUM", Lijst(leden, EURO), EURO)

    def als_bekend(self, ruim: Term) -> Term:
        """Nothing is said where a floor, or what somebody lives on, was not given."""
        nodig = dict.fromkeys(lees for u in self.blokken for lees in (*u.bodems, *u.middelen))
        for lees in nodig:
            leeg = Bewerking("IS_LEEG", (self._deel(lees),), BOOLEAN)
            ruim = Bewerking("INDIEN", (Bewerking("NIET", (leeg,), BOOLEAN), ruim), EURO)
        return ruim

    def _gespreid(self, lees: Lees) -> Term:
        deel = self._deel(lees)
        if per_tijd(lees):
            return deel
        return Bewerking("SCHAAL", (deel,), EURO, Fraction(1, aantal_maanden(self.blokken)))

    def _ineens(self, lees: Lees) -> Term:
        if per_tijd(lees) or self.nummer == 0:
            return self._deel(lees)
        return Constante(Fraction(0), EURO)

    def _deel(self, lees: Lees) -> Term:
        """An amount per unit of time: what falls in this month; any other: as it is then."""
        term = voor_persoon(lees, self.naam, self.blokken[0].objecttype)
        in_tijd = term.type.korrel is not None
        if per_tijd(term):
            return tussen(term, self.van, self.tot) if in_tijd else in_euro(term, MAAND)
        return Bewerking("OP_DAG", (term, self.van), EURO) if in_tijd else term


def _som(termen: Sequence[Term]) -> Term:
    totaal: Term = Constante(Fraction(0), EURO)
    for term in termen:
        totaal = Bewerking("PLUS", (totaal, term), EURO)
    return totaal
