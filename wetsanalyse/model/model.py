"""The model: every name resolved, every type checked, every version with its dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from wetsanalyse.model.gevolgen import Gevolg
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.model.terms import Cel, Lees, ObjectTerm, Term
from wetsanalyse.model.types import Eenhedenstelsel, Type
from wetsanalyse.text import Span

# ------------------------------------------------------------------ where things come from


@dataclass(frozen=True, slots=True)
class Regeling:
    """A regulation. ``tekst_van`` is the text version that was modelled."""

    naam: str
    afkorting: str
    bwb_id: str | None
    niveau: str | None
    tekst_van: date | None
    doel: str | None
    span: Span | None = field(default=None, compare=False, repr=False)
    uitvoering: tuple[str, ...] = ()
    """The names of the bodies that carry it out, as in `Model.organen`."""


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """A place in a regulation. ``gebouwd``: the link was made here and not taken from an
    imported text."""

    regeling: str
    artikel: str
    lid: str | None = None
    onderdeel: str | None = None
    jci: str | None = None
    gebouwd: bool = True

    def omvat(self, ander: Vindplaats) -> bool:
        """Whether ``ander`` is this place or lies inside it."""
        return (
            self.regeling == ander.regeling
            and self.artikel == ander.artikel
            and self.lid in (None, ander.lid)
            and self.onderdeel in (None, ander.onderdeel)
        )

    @property
    def slug(self) -> str:
        delen = (self.regeling, self.artikel, self.lid, self.onderdeel)
        return "-".join(d for d in delen if d)

    def __str__(self) -> str:
        soort = "" if self.artikel.startswith("bijlage") else "artikel "
        tekst = f"{soort}{self.artikel}"
        if self.lid:
            tekst += f", lid {self.lid}"
        if self.onderdeel:
            tekst += f", onderdeel {self.onderdeel}"
        return f"{tekst}, {self.regeling}"


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where a rule, amount or clause comes from, and what kind of step it is."""

    bronnen: tuple[Vindplaats, ...] = ()
    onbevestigd: str | None = None
    teksten: tuple[str, ...] = ()
    bevoegdheid: str | None = None
    stap: str | None = None
    rechtsmiddel: str | None = None
    richting: str | None = None
    verdisconteerd: str | None = None


GEEN_HERKOMST = Herkomst()

# ------------------------------------------------------------------ data


@dataclass(frozen=True, slots=True)
class Attribuut:
    """``dimensies``: it has a cell for each row of labels. [1.7]"""

    naam: str
    objecttype: str
    type: Type
    span: Span | None = field(default=None, compare=False, repr=False)
    dimensies: tuple[str, ...] = ()

    @property
    def tijdlijn(self) -> Korrel | None:
        """When the value may change; None: it does not. [1.9]"""
        return self.type.korrel


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """``soort``: gewoon, bezittelijk or bijvoeglijk."""

    naam: str
    objecttype: str
    soort: str
    span: Span | None = field(default=None, compare=False, repr=False)
    tijdlijn: Korrel | None = None


@dataclass(frozen=True, slots=True)
class Dimensie:
    """``voorzetsel`` None: a label stands before the attribute. ``labels`` in order. [1.7]"""

    naam: str
    voorzetsel: str | None
    labels: tuple[str, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Dagsoort:
    """A kind of day, such as a working day; rules say which days. [1.12]"""

    naam: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """A declared timeline whose starting point differs per object. [A-6]"""

    naam: str
    korrel: Korrel
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Objecttype:
    naam: str
    meervoud: str | None
    bezield: bool
    attributen: Mapping[str, Attribuut]
    kenmerken: Mapping[str, Kenmerk]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Rol:
    """One end of a feittype. ``meerdere``: from the other end there are many of it.
    ``meervoud`` as declared; None: it was not."""

    naam: str
    objecttype: str
    feittype: str
    nummer: int
    meerdere: bool
    meervoud: str | None = None


@dataclass(frozen=True, slots=True)
class Feittype:
    naam: str
    rollen: tuple[Rol, Rol]
    wederkerig: bool
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Parameterwaarde:
    """Both dates inclusive; None is open."""

    van: date | None
    tot: date | None
    waarde: Any
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Parameter:
    naam: str
    type: Type
    waarden: tuple[Parameterwaarde, ...]
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def tijdlijn(self) -> Korrel | None:
        return self.type.korrel

    def op(self, datum: date) -> Parameterwaarde | None:
        """The value in force on a day."""
        return next((w for w in self.waarden if geldt(w.van, w.tot, datum)), None)


def geldt(van: date | None, tot: date | None, datum: date) -> bool:
    return (van is None or van <= datum) and (tot is None or datum <= tot)


# ------------------------------------------------------------------ rules


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """For which instances a rule runs. ``basis`` names the type (and role or kenmerk) of
    variable 0; ``doel`` is the object that the result is about, reached from it. When ``doel``
    is many, the rule runs for each, known as variable 1."""

    objecttype: str
    rol: tuple[str, int] | None
    kenmerk: str | None
    doel: ObjectTerm
    doeltype: str


@dataclass(frozen=True, slots=True)
class Variabele:
    naam: str
    waarde: Term


@dataclass(frozen=True, slots=True)
class Regelversie:
    """``soort``: ``gelijkstelling``, ``kenmerk`` or ``initialisatie`` of ``eigenschap`` of the
    ``doeltype``. ``waarde`` None: a kenmerk (true when the condition holds), or a ``gevolg``:
    then ``soort`` is its kind (``objectcreatie``, ``feitcreatie``, ``consistentie``,
    ``uniciteit``, ``verdeling``, ``dagsoort``, ``startpunt``) and ``eigenschap`` the name of
    what it makes or tests. ``tijd``: only while this is true (gedurende de tijd dat …); ``cel``:
    which cell of an attribute with dimensions is set. [2.3, 4]"""

    regel: str
    nummer: int
    van: date | None
    tot: date | None
    herkomst: Herkomst
    onderwerp: Onderwerp
    soort: str
    eigenschap: str
    waarde: Term | None
    voorwaarde: Term | None
    variabelen: tuple[Variabele, ...]
    rij: str | None = None
    gevolg: Gevolg | None = None
    tijd: Term | None = None
    cel: Cel = ()
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def id(self) -> str:
        """Unique within the model and fit to be read: name, version, row of a table."""
        versie = f" (versie {self.nummer})" if self.nummer > 1 else ""
        rij = f", rij {self.rij}: {self.eigenschap}" if self.rij else ""
        return f"{self.regel}{versie}{rij}"


@dataclass(frozen=True, slots=True)
class Regel:
    """``groep``: the recursive rule group that it belongs to. [4.9]"""

    naam: str
    versies: tuple[Regelversie, ...]
    span: Span | None = field(default=None, compare=False, repr=False)
    groep: str | None = None

    def op(self, datum: date) -> tuple[Regelversie, ...]:
        return tuple(v for v in self.versies if geldt(v.van, v.tot, datum))


# ------------------------------------------------------------------ ways out, outcomes, norms


@dataclass(frozen=True, slots=True)
class Reikwijdte:
    """Exactly one is set: a rule, a place, or the abbreviation of a whole regulation."""

    regel: str | None = None
    plaats: Vindplaats | None = None
    regeling: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Clausulegevolg:
    """What a clause sets, of the object that it is about (variable 0), and on what."""

    doel: Lees
    waarde: Term


@dataclass(frozen=True, slots=True)
class Clausuleversie:
    """``voorwaarde`` and ``gevolg`` are about variable 0, an object of ``objecttype``."""

    van: date | None
    tot: date | None
    orgaan: str
    objecttype: str
    voorwaarde: Term | None
    normen: tuple[str, ...]
    gevolg: Clausulegevolg | None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Hardheidsclausule:
    naam: str
    herkomst: Herkomst
    reikwijdte: tuple[Reikwijdte, ...]
    voor: str | None
    toepassing: str | None
    door: str | None
    versies: tuple[Clausuleversie, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Verplichtingversie:
    """An object of ``objecttype`` (variable 0) must do ``handeling``. ``termijn``: the last day
    on which that is in time; ``gevolgregel``: the rule that applies if it is not done."""

    van: date | None
    tot: date | None
    objecttype: str
    handeling: str
    termijn: Term | None
    voorwaarde: Term | None
    gevolgregel: str | None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Verplichting:
    """``verschoonbaar``: whether being late can be excused; None: not said. ``gewicht``: how
    heavy it is to do, next to other duties."""

    naam: str
    herkomst: Herkomst
    verschoonbaar: str | None
    gewicht: Fraction
    versies: tuple[Verplichtingversie, ...]
    span: Span | None = field(default=None, compare=False, repr=False)

    def op(self, datum: date) -> Verplichtingversie | None:
        """The version in force on a day."""
        return next((v for v in self.versies if geldt(v.van, v.tot, datum)), None)


@dataclass(frozen=True, slots=True)
class Bestuursorgaan:
    """``soort``: ``uitvoeringsorganisatie``, ``ministerie``, ``gemeente`` or ``rechter``;
    ``onder``: the ministry that it falls under. None: not said."""

    naam: str
    soort: str | None = None
    onder: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OpenNorm:
    naam: str
    herkomst: Herkomst
    beoordeeld_door: str | None
    gezichtspunten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What counts for a citizen of ``objecttype``, as reads of variable 0."""

    objecttype: str
    voordelen: tuple[Lees, ...]
    nadelen: tuple[Lees, ...]
    bodems: tuple[Lees, ...]
    venster: Fraction | None
    """Length of the window in months."""
    middelen: tuple[Lees, ...] = ()
    """What the household lives on: counts for the floor only, not in the net position."""


@dataclass(frozen=True, slots=True)
class Bereik:
    """In the unit of the attribute (dates as ordinals)."""

    objecttype: str
    attribuut: str
    van: Fraction
    tot: Fraction
    per: Fraction
    modaal: Fraction | None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Orde:
    """Who lies this way on an attribute may not be worse off: who needs more, is to blame less,
    told it earlier, or did nothing on purpose. A kenmerk that is true lies higher."""

    soort: Literal["behoefte", "verwijt", "melding", "opzet"]
    richting: Literal["lager", "hoger"]
    attribuut: str


@dataclass(frozen=True, slots=True)
class NietTerZake:
    """What should make no difference, within a margin. ``deel``: only this of it, such as the month
    of a date, or how an amount is divided over several objects; empty: all of it."""

    attribuut: str
    marge: Fraction | None = None
    deel: Literal["", "maand", "verdeling"] = ""


@dataclass(frozen=True, slots=True)
class Invoerbereik:
    objecttype: str
    bereiken: tuple[Bereik, ...]
    ordes: tuple[Orde, ...]
    zonder_belang: tuple[NietTerZake, ...]

    @property
    def behoeften(self) -> tuple[tuple[str, str], ...]:
        """(way along it, attribute) where there is more need."""
        return tuple((o.richting, o.attribuut) for o in self.ordes if o.soort == "behoefte")

    @property
    def niet_ter_zake(self) -> tuple[tuple[str, Fraction | None], ...]:
        """(attribute, margin) of which nothing at all should make a difference."""
        return tuple((n.attribuut, n.marge) for n in self.zonder_belang if not n.deel)

    @property
    def opzet(self) -> tuple[str, ...]:
        """The kenmerken that say that somebody acted on purpose."""
        return tuple(o.attribuut for o in self.ordes if o.soort == "opzet")


@dataclass(frozen=True, slots=True)
class Evenredigheidsnorm:
    naam: str
    patroon: str
    gevolg: Lees | None
    tekortkoming: Lees | None
    drempels: Mapping[str, Fraction]
    bron: str | None


@dataclass(frozen=True, slots=True)
class Aanvaard:
    naam: str
    bevinding: str
    reden: str
    eigenaar: str
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """``verandert``: the (objecttype, attribute or kenmerk) that it may change, and no others.
    ``vervult``: the name of the duty that is done by it."""

    naam: str
    soort: str
    verandert: tuple[tuple[str, str], ...] = ()
    vervult: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Model:
    """All that the rule files say. Mappings are in the order of declaration."""

    regelingen: Mapping[str, Regeling]
    objecttypen: Mapping[str, Objecttype]
    enumeraties: Mapping[str, tuple[str, ...]]
    feittypen: Mapping[str, Feittype]
    parameters: Mapping[str, Parameter]
    regels: Mapping[str, Regel]
    clausules: Mapping[str, Hardheidsclausule]
    open_normen: Mapping[str, OpenNorm]
    organen: Mapping[str, Bestuursorgaan]
    uitkomsten: tuple[Uitkomst, ...]
    invoerbereiken: Mapping[str, Invoerbereik]
    normen: tuple[Evenredigheidsnorm, ...]
    aanvaard: tuple[Aanvaard, ...]
    eenheden: Eenhedenstelsel
    dimensies: Mapping[str, Dimensie] = field(default_factory=dict)
    dagsoorten: Mapping[str, Dagsoort] = field(default_factory=dict)
    tijdlijnen: Mapping[str, Tijdlijn] = field(default_factory=dict)
    gebeurtenissen: Mapping[str, Gebeurtenis] = field(default_factory=dict)
    verplichtingen: Mapping[str, Verplichting] = field(default_factory=dict)

    def rollen_vanaf(self, objecttype: str) -> tuple[Rol, ...]:
        """The roles that can be reached from an object of a type (the other ends)."""
        gevonden: list[Rol] = []
        for feittype in self.feittypen.values():
            for hier, daar in ((0, 1), (1, 0)):
                rol = feittype.rollen[daar]
                if feittype.rollen[hier].objecttype == objecttype and rol not in gevonden:
                    gevonden.append(rol)
        return tuple(gevonden)

    def versies_op(self, datum: date) -> tuple[Regelversie, ...]:
        """All rule versions in force on a day, in the order of the text."""
        return tuple(v for regel in self.regels.values() for v in regel.op(datum))
