"""What an examination finds. Frozen values; nothing here computes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from wetsanalyse.model.casus import Casus
from wetsanalyse.model.model import Vindplaats
from wetsanalyse.run.scenarios import Scenariouitslag
from wetsanalyse.run.verloop import Verloop

if TYPE_CHECKING:
    from wetsanalyse.analyses.ernst.omvang import Omvang, TeKlein
    from wetsanalyse.analyses.ernst.rangorde import Stabiliteit
    from wetsanalyse.analyses.ernst.score import Ernstscore
    from wetsanalyse.analyses.oorzaak.hardheidsproef import Hardheidsproef


@dataclass(frozen=True, slots=True)
class Drempel:
    """A threshold of a pattern, with who says so."""

    naam: str
    waarde: Fraction
    eenheid: str
    bron: str
    eigenaar: str


@dataclass(frozen=True, slots=True)
class Verschil:
    """One outcome for both citizens of a pair. Values as in a run; ``eenheid`` as text."""

    naam: str
    burger: Any
    buur: Any
    eenheid: str


@dataclass(frozen=True, slots=True)
class Bewijstabel:
    """A table that shows what a pattern saw, ready to be printed: months, a calendar, a ladder."""

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Getuige:
    """A pair: the citizen who is hit, and the nearest one who is not. They differ in one thing.

    ``omschrijving`` says in words how they differ; ``maat`` is the size in the unit of the
    pattern; ``uitkomsten`` what each of them gets; ``verloop`` the course along the axis."""

    burger: Casus
    buur: Casus
    as_: str
    as_object: str
    waarde_burger: Any
    waarde_buur: Any
    eenheid_as: str
    maat: Fraction
    verlies: Fraction
    uitkomsten: tuple[Verschil, ...]
    omschrijving: str
    bewijs: tuple[Bewijstabel, ...] = ()
    verloop: Verloop | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Blaam:
    """One minimal set of adverse steps: without all of them the harsh outcome is gone."""

    regels: tuple[str, ...]
    plaatsen: tuple[Vindplaats, ...]


@dataclass(frozen=True, slots=True)
class Routerij:
    """One way out, held against the blame sets. ``dekt``: ``dekt``, ``raakt deels``, ``reikt
    niet`` or ``niet in werking``. ``sterkte`` counts only when it covers."""

    route: str
    soort: str
    dekt: str
    sterkte: Fraction
    reden: str
    bron: str
    normen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dekking:
    """All ways out for one finding. ``sterkte``: the strongest that covers."""

    rijen: tuple[Routerij, ...]
    sterkte: Fraction
    sterkte_nu: Fraction
    """As the unwritten routes stand without an end date."""


@dataclass(frozen=True, slots=True)
class Dekkingsbewijs:
    """Whether everybody who is hit as in a finding has a way out of enough strength.

    ``bewezen``: everybody has one. ``tegenvoorbeeld``: the ``getuige`` has none; without one it is
    the citizen of the finding. ``onbekend``: for the ``reden``. ``grond``: whether the text of the
    rules was enough to know that, the calculation of that citizen, or only the solver."""

    uitkomst: Literal["bewezen", "tegenvoorbeeld", "onbekend"]
    grond: Literal["tekst", "berekening", "bewijzer"]
    wie: str
    """Who is hit as in the finding, in words."""
    regels: tuple[str, ...]
    """Hit by these: without them the harsh outcome is gone."""
    sigma: Fraction
    uitwegen: tuple[str, ...] = ()
    """Those that have these rules in their scope and are strong enough."""
    normen: tuple[str, ...] = ()
    """The open norms of which the judgment is taken to be favourable."""
    reden: str = ""
    aannamen: tuple[str, ...] = ()
    seconden: float = 0
    """The time limit of a question to the solver; 0: none was asked."""
    getuige: Getuige | None = None
    gemist: tuple[Routerij, ...] = ()
    """Every way out, held against the getuige."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """A finding. ``gevolg`` names the outcome that is hit, ``eenheid`` is that of ``maat``."""

    id: str
    patroon: str
    titel: str
    as_: str
    gevolg: str
    eenheid: str
    maat: Fraction
    drempel: Drempel
    getuigen: tuple[Getuige, ...]
    herkomst: tuple[Vindplaats, ...]
    regels: tuple[str, ...]
    blaamset: tuple[Blaam, ...]
    blaam_volledig: bool
    dekking: Dekking
    klasse: str
    klasse_reden: str
    garantie: Mapping[str, str]
    verdisconteerd: str
    aannamen: tuple[str, ...] = ()
    aanvaard: str | None = None
    bewezen_onder: tuple[str, ...] = ()
    """What a proof over all citizens takes for granted."""
    ernst: Ernstscore | None = None
    """How severe it is for the worst hit (`top`); None: nobody is hit by the finding itself."""
    omvang: Omvang | TeKlein | None = None
    """How many people; None: unknown, since there is no population."""
    aannemelijk: Getuige | None = None
    """The same harm to somebody as near to the modal person as it can be."""
    kleinst: Getuige | None = None
    """The same harm to somebody with the smallest numbers."""
    gedekt: bool = False
    """A term that was missed, and a way out of enough strength covers it: shown apart."""

    hard: Hardheidsproef | None = None
    """What counts as harsh when somebody else is run."""
    dekkingsbewijs: Dekkingsbewijs | None = None
    """Whether all who are hit like this have a way out; None: nobody asked."""

    @property
    def telt(self) -> bool:
        """Whether it stands in the ranking."""
        return self.aanvaard is None and not self.gedekt


@dataclass(frozen=True, slots=True)
class Drempelplek:
    """Where a hidden border lies for one kind of household. ``wie``: the role of whose datum the
    axis is; ``voor`` and ``na``: the outcome on both sides."""

    wie: str
    huishouden: str
    waarde_links: Fraction
    waarde_rechts: Fraction
    voor: Any
    na: Any


@dataclass(frozen=True, slots=True)
class VerborgenDrempel:
    """A border that no article states (P18): what a rule does on an axis. ``plekken``: at least
    one, the evidence; the same border may lie elsewhere for another kind of household."""

    as_: str
    eenheid: str
    gevolg: str
    regel: str | None
    soort: str
    plekken: tuple[Drempelplek, ...]

    @property
    def per_waarde(self) -> Mapping[tuple[Fraction, Fraction], tuple[Drempelplek, ...]]:
        """The evidence, together where the border lies at the same place."""
        gevonden: dict[tuple[Fraction, Fraction], list[Drempelplek]] = {}
        for plek in self.plekken:
            gevonden.setdefault((plek.waarde_links, plek.waarde_rechts), []).append(plek)
        return {waar: tuple(lijst) for waar, lijst in gevonden.items()}


@dataclass(frozen=True, slots=True)
class RegelDekking:
    """How far the scenarios reach into one rule version: ``geraakt`` fired at least once,
    ``overgeslagen`` was asked for and did not fire at least once."""

    regel: str
    geraakt: int
    overgeslagen: int


@dataclass(frozen=True, slots=True)
class Onderzoek:
    """Everything that one examination gives; the report and the JSON show only this."""

    rekendatum: date
    regelingen: tuple[tuple[str, str | None, str | None], ...]
    """(name, text version, link)"""
    bevindingen: tuple[Bevinding, ...]
    verborgen_drempels: tuple[VerborgenDrempel, ...]
    scenarios: tuple[Scenariouitslag, ...]
    regeldekking: tuple[RegelDekking, ...]
    burgers: int
    sweeps: int
    sweeps_gezocht: int
    niet_gemeten: tuple[str, ...]
    open_punten: tuple[str, ...]
    verlopen: tuple[tuple[str, Verloop], ...]
    """(caption, course): a few curves worth looking at, also without a finding."""
    diepte: str = "normaal"
    seed: int = 0
    afgebroken: bool = False
    stabiliteit: Stabiliteit | None = None
    """The order of the findings, and what other weights do to it."""
    """Somebody stopped it: what was found up to then."""
