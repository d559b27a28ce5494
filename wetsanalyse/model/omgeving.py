"""What the names inside one rule can refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from wetsanalyse.model.tabel import Tabel, vouw
from wetsanalyse.model.terms import Genoemd, Instantie, ObjectTerm, Term
from wetsanalyse.model.types import Type
from wetsanalyse.syntax import tree


@dataclass(frozen=True, slots=True)
class Binding:
    """An instance of the rule, and the words that refer to it. ``plaats``: where in the text it
    was introduced, for *the first one mentioned*."""

    namen: frozenset[str]
    term: ObjectTerm
    plaats: int = 0


@dataclass(frozen=True)
class Omgeving:
    """``hij``: what the animate pronouns mean; None when the rule has no single one.
    ``vrij``: the next free number for a bound instance. ``waarden``: values that have a name of
    their own here (``de dag``, the value that a list of conditions is about). ``bereiken``: the
    labels that an aggregation goes over; ``opgeteld``: inside one, so that arithmetic may be
    about each member of a list. ``zin``: the whole that is being read, in which
    *the second one mentioned* is counted. ``regels``: all rules, by folded name."""

    tabel: Tabel
    bindingen: tuple[Binding, ...] = ()
    hij: ObjectTerm | None = None
    variabelen: Mapping[str, Type] = field(default_factory=lambda: MappingProxyType({}))
    objecten: Mapping[str, Genoemd] = field(default_factory=lambda: MappingProxyType({}))
    waarden: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))
    bereiken: tuple[tree.Dimensiebereik, ...] = ()
    opgeteld: bool = False
    zin: tree.Node | None = None
    regels: Mapping[str, tree.Regel | tree.Beslistabel] = field(
        default_factory=lambda: MappingProxyType({})
    )
    vrij: int = 0
    waarom_geen_hij: str = "deze regel heeft geen bezield onderwerp"
    meer_bezielde: bool = False

    def met(self, namen: frozenset[str], term: ObjectTerm, plaats: int = 0) -> Omgeving:
        return replace(self, bindingen=(*self.bindingen, Binding(namen, term, plaats)))

    def voor_element(self, objecttype: str) -> tuple[Instantie, Omgeving]:
        """Inside a selection: ``hij`` and ``zijn`` mean the element. [3.5]"""
        element = Instantie(self.vrij, objecttype)
        return element, replace(self, hij=element, vrij=self.vrij + 1, opgeteld=False)

    def met_variabele(self, naam: str, type_: Type) -> Omgeving:
        return replace(self, variabelen=MappingProxyType({**self.variabelen, vouw(naam): type_}))

    def met_waarde(self, naam: str, term: Term) -> Omgeving:
        """A value that may be called by its bare name."""
        return replace(self, waarden=MappingProxyType({**self.waarden, vouw(naam): term}))

    def gebonden(self, naam: str) -> ObjectTerm | None:
        """What ``de X`` refers to: an introduced name, or the only instance of that type."""
        gevouwen = vouw(naam)
        for binding in self.bindingen:
            if gevouwen in binding.namen:
                return binding.term
        typen = {b.naam for b in self.tabel.zoek(naam, "objecttype") if b.getal == "enkel"}
        passend = [b.term for b in self.bindingen if b.term.objecttype in typen]
        return passend[0] if len(passend) == 1 else None
