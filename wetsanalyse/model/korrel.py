"""How finely a value may change over time, and what is finer than what. [1.9, 5, A-5, A-6]"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import gcd

DAGEN = {"dag": 1, "week": 7}
MAANDEN = {"maand": 1, "kwartaal": 3, "jaar": 12}


@dataclass(frozen=True, slots=True)
class Korrel:
    """A row of days on which a value may change (knips): every ``aantal`` times ``maat``.

    ``begin`` says which of them: for days and weeks the ordinal of a knip, for months the number
    of months since year 0, each modulo the length; ``dag`` is the day of the month. ``naam``: a
    declared timeline whose starting point differs per object, so its knips are not known."""

    maat: str
    aantal: int = 1
    begin: int = 0
    dag: int = 1
    naam: str | None = None

    @property
    def _stap(self) -> int:
        return self.aantal * (DAGEN.get(self.maat) or MAANDEN[self.maat])

    @property
    def _kalender(self) -> bool:
        return self.maat in MAANDEN

    def omvat(self, ander: Korrel) -> bool:
        """Whether every knip of ``ander`` is one of ours: we are as fine as ``ander`` or finer.
        A month is as fine as a quarter; a week and a month are not as fine as each other."""
        if self in (ander, DAG):
            return True
        if self.naam is not None or ander.naam is not None or self._kalender != ander._kalender:
            return False
        zelfde = ander._stap % self._stap == 0 and (ander.begin - self.begin) % self._stap == 0
        return zelfde and (not self._kalender or self.dag == ander.dag)

    def samen(self, ander: Korrel) -> Korrel:
        """The coarsest that both fit in: what comes out when two such values are combined."""
        if self.omvat(ander):
            return self
        if ander.omvat(self):
            return ander
        bekend = self.naam is None and ander.naam is None
        if bekend and self._kalender and ander._kalender and self.dag == ander.dag:
            stap = gcd(self._stap, ander._stap, self.begin - ander.begin)
            return maanden(stap, self.begin, self.dag)
        return DAG

    def is_knip(self, dag: int) -> bool:
        """Whether a value may change on this day (an ordinal). Of a timeline with a name that
        is not known here."""
        if self.naam is not None:
            return True
        if not self._kalender:
            return (dag - self.begin) % self._stap == 0
        if not 1 <= dag <= date.max.toordinal():
            return True  # beyond the calendar nothing changes any more
        d = date.fromordinal(dag)
        return d.day == self.dag and (12 * d.year + d.month - 1 - self.begin) % self._stap == 0

    def rond(self, dag: int) -> tuple[int, ...]:
        """The last day before this one and the first one after it on which a value may change,
        as far as the calendar goes."""
        verst = self._stap * (31 if self._kalender else 1)
        ervoor = range(dag - 1, max(0, dag - 1 - verst), -1)
        erna = range(dag + 1, min(date.max.toordinal(), dag + 1 + verst))
        gevonden = (next(filter(self.is_knip, rij), None) for rij in (ervoor, erna))
        return tuple(knip for knip in gevonden if knip is not None)

    def __str__(self) -> str:
        if self.naam is not None:
            return self.naam
        return self.maat if self.aantal == 1 else f"{self.aantal} {_MEERVOUD[self.maat]}"


_MEERVOUD = {
    "dag": "dagen", "week": "weken", "maand": "maanden", "kwartaal": "kwartalen", "jaar": "jaren",
}  # fmt: skip

DAG = Korrel("dag")
MAAND = Korrel("maand")
KWARTAAL = Korrel("kwartaal")
JAAR = Korrel("jaar")


def maanden(stap: int, begin: int = 0, dag: int = 1) -> Korrel:
    """Every ``stap`` months, in the largest measure that says it."""
    maat = next(m for m in ("jaar", "kwartaal", "maand") if stap % MAANDEN[m] == 0)
    return Korrel(maat, stap // MAANDEN[maat], begin % stap, dag)


def samen(korrels: list[Korrel | None]) -> Korrel | None:
    """Of all parts of an expression; None is: the same at all times."""
    uit: Korrel | None = None
    for korrel in korrels:
        if korrel is not None:
            uit = korrel if uit is None else uit.samen(korrel)
    return uit
