"""What the repair experiment gives: the same row for every variant. [hardheid 8]"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from wetsanalyse.analyses.burgers.bevolking import te_klein, toon_aantal
from wetsanalyse.analyses.herstel.basis import Variant
from wetsanalyse.run.weergave import toon_getal


@dataclass(frozen=True, slots=True)
class Kostenverdeling:
    """What a variant costs over a group, in euro over the window of the outcomes: who gains counts,
    and who loses counts with a minus. The smallest, the middle and the largest are of those for
    whom something changes."""

    som: Fraction
    laagste: Fraction
    mediaan: Fraction
    hoogste: Fraction
    per_geholpene: Fraction | None


@dataclass(frozen=True, slots=True)
class Groepsuitslag:
    """One group of citizens, before against after. Numbers are weights: of a population the
    households that the rows stand for, else the citizens themselves. ``hard_oud``: still hit at
    the border where they were hit; ``hard_nieuw``: hit at another one."""

    naam: str
    aantal: Fraction
    geholpen: Fraction
    verliest: Fraction
    kosten: Kostenverdeling
    hard_voor: Fraction
    hard_oud: Fraction
    hard_nieuw: Fraction
    gewogen: bool = False
    synthetisch: bool = False
    buiten: int = 0
    """So many are on a day on which the new text does not hold; they are left out."""
    geveegd: str = ""
    """How hard was looked for, in words."""

    @property
    def echt(self) -> bool:
        """Whether real persons stand behind the weights: of few of them nothing is told."""
        return self.gewogen and not self.synthetisch

    @property
    def klein(self) -> bool:
        """Whether the amounts would tell of a few real persons: those who gain, or who lose."""
        return self.echt and (te_klein(self.geholpen) or te_klein(self.verliest))

    def toon(self, aantal: Fraction) -> str:
        return toon_aantal(aantal) if self.echt else toon_getal(aantal)


@dataclass(frozen=True, slots=True)
class Klif:
    """One unit on the axis that costs ``maat`` euro, for a kind of household. ``van`` is where one
    is not hit, ``naar`` where one is."""

    huishouden: str
    van: str
    naar: str
    maat: Fraction


@dataclass(frozen=True, slots=True)
class Kliffen:
    """The worst of the axis: ``grootste`` was seen, ``hoogstens`` is what no unit exceeds."""

    grootste: Klif | None
    hoogstens: Fraction | None


@dataclass(frozen=True, slots=True)
class Verplaatst:
    """A cliff that went, and the one that came for the same household."""

    oud: Klif
    nieuw: Klif


@dataclass(frozen=True, slots=True)
class Ongelijk:
    """Two citizens who differ in one input, were equal, and now differ by ``verschil``."""

    een: str
    ander: str
    verschil: Fraction


@dataclass(frozen=True, slots=True)
class Herstelproef:
    """A variant and all that it does. ``garantie``: for each column what it rests on."""

    variant: Variant
    groepen: tuple[Groepsuitslag, ...]
    voor: Kliffen
    na: Kliffen
    nieuwe_kliffen: tuple[Klif, ...]
    verplaatst: tuple[Verplaatst, ...]
    nieuwe_patronen: tuple[str, ...]
    nieuwe_ongelijkheid: tuple[Ongelijk, ...]
    nieuwe_gaten: tuple[str, ...]
    geraakt: tuple[str, ...]
    """Others who lose: who, in which household."""
    fouten: tuple[str, ...]
    garantie: Mapping[str, str]

    @property
    def kosten(self) -> Fraction:
        """What variants are put in order by: over the population, else over all that were run."""
        tellen = [g for g in self.groepen if g.gewogen] or self.groepen
        return sum((g.kosten.som for g in tellen), Fraction(0))

    @property
    def hard_oud(self) -> Fraction:
        return sum((g.hard_oud for g in self.groepen), Fraction(0))

    @property
    def hard_nieuw(self) -> Fraction:
        return sum((g.hard_nieuw for g in self.groepen), Fraction(0))
