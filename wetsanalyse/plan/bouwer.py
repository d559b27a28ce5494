"""Properties and objects of a household as steps: which rules write them, who is meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.cellen import celnaam, eigenschappen, losse_cellen
from wetsanalyse.model.clausulegevolgen import CLAUSULE
from wetsanalyse.model.feiten import Huishouden
from wetsanalyse.model.gevolgen import Startpunt, Verdeling
from wetsanalyse.model.model import Attribuut, Kenmerk, Regelversie
from wetsanalyse.model.terms import Lees, Term
from wetsanalyse.model.tijd import kenmerktype
from wetsanalyse.model.types import BOOLEAN, DATUM, Soort, Type
from wetsanalyse.plan.creatie import Creatie
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.objecten import Ongrondbaar
from wetsanalyse.plan.ops import (
    LEEG,
    Fout,
    InvoerSleutel,
    Kiezers,
    Op,
)
from wetsanalyse.plan.stappen import Kader
from wetsanalyse.plan.verdeling import verdeel

Schrijver = tuple[Kader, list[int]]
"""A run of a rule that sets a property, with the guards under which it runs."""
Termen = Mapping[type, "Callable[[Bouwer, Any, Kader], int]"]


class Bouwer(Creatie):
    """Walks one household. ``termen`` gives, for each kind of term, how its step is made;
    ``parameters`` are the values that the case puts in the place of those of the plan."""

    def __init__(
        self, plan: Plan, huishouden: Huishouden, termen: Termen,
        parameters: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        eigen = {naam: plan.waarde_van(naam) for naam in plan.parameters}
        super().__init__(plan, huishouden, {**eigen, **(parameters or {})})
        self.termen = termen
        self.slots: dict[tuple[str, str], int] = {}
        self.bezig: set[tuple[str, str]] = set()
        self.uitgezocht: dict[str, int] = {}
        self.vuurt: dict[str, list[int]] = {}
        self.leden: dict[str, dict[str, Attribuut | Kenmerk]] = {}

    def los(self, term: Term, kader: Kader | None = None) -> int:
        """The step of one value."""
        kader = kader or Kader(None, {})
        try:
            return self.termen[type(term)](self, term, kader)
        except Ongrondbaar as e:
            fout = Fout(e.code, e.bericht, kader.regel, kader.object, term.span)
            return self.vast(fout, term.type, term.span)

    # -------------------------------------------------------------- properties

    def parameter(self, naam: str, span: Any = None) -> int:
        type_ = self.model.parameters[naam].type
        return self.eenmaal(
            ("parameter", naam),
            lambda: self.stap(Op.PARAMETER, (), type_, naam, label=naam, hoofd=True, span=span),
        )

    def celnamen(self, term: Lees) -> list[str]:
        """The properties that are read: one for each cell."""
        dimensies = self.model.dimensies
        return [celnaam(term.eigenschap, cel, dimensies) for cel in losse_cellen(term.cel)]

    def celnaam(self, term: Lees) -> str:
        """The one property that is read."""
        (naam,) = self.celnamen(term)
        return naam

    def _lid(self, objecttype: str, naam: str) -> Attribuut | Kenmerk:
        """The attribute (that this is a cell of) or kenmerk."""
        leden = self.leden.get(objecttype)
        if leden is None:
            leden = self.leden[objecttype] = dict(eigenschappen(self.model, objecttype))
        return leden[naam]

    def eigenschap(self, object_: str, naam: str) -> int:
        """The step of a kenmerk of an object, or of (a cell of) an attribute."""
        sleutel = (object_, naam)
        if sleutel in self.slots:
            return self.slots[sleutel]
        lid = self._lid(self.type_van[object_], naam)
        type_ = lid.type if isinstance(lid, Attribuut) else kenmerktype(lid)
        if sleutel in self.bezig:
            fout = Fout("RC-KRING", f"{naam} van {object_} hangt af van zichzelf", None, object_)
            return self.vast(fout, type_)
        self.bezig.add(sleutel)
        label = f"{naam} van {object_}"
        try:
            slot = self._waarde(sleutel, lid, type_, label)
        except Ongrondbaar as e:
            fout = Fout(e.code, e.bericht, None, object_)
            slot = self.stap(Op.CONSTANTE, (), type_, fout, label=label, hoofd=True)
        self.bezig.discard(sleutel)
        self.slots[sleutel] = slot
        return slot

    def _waarde(
        self, sleutel: tuple[str, str], lid: Attribuut | Kenmerk, type_: Type, label: str
    ) -> int:
        object_, naam = sleutel
        declaratie = (self.type_van[object_], lid.naam)
        invoer = self._basis(object_, naam, type_, label, isinstance(lid, Kenmerk))
        for versie in self.plan.schrijvers.get(declaratie, ()):
            self._zoek_doelen(versie)
        schrijvers = self.schrijft.get(sleutel, [])
        if isinstance(lid, Kenmerk):
            slot = self._kenmerk(schrijvers, invoer, type_, label)
        else:
            slot = self._attribuut(schrijvers, invoer, type_, label, object_)
        if type_.korrel is None or type_.korrel.naam is None:
            return slot
        begin = self._startpunt(object_, type_.korrel.naam)
        return self.stap(Op.KNIPS, (slot, begin), type_, type_.korrel, label=label, hoofd=True)

    def _startpunt(self, object_: str, tijdlijn: str) -> int:
        """The day from which the periods of a timeline are counted for an object. [A-7]"""

        def maak() -> int:
            for versie in self.plan.versies.values():
                if isinstance(versie.gevolg, Startpunt) and versie.gevolg.tijdlijn == tijdlijn:
                    self._zoek_doelen(versie)
            args: list[int] = []
            schrijvers = self.schrijft.get((object_, tijdlijn), [])
            for kader, bewakers in schrijvers:
                assert kader.versie is not None
                assert isinstance(kader.versie.gevolg, Startpunt)
                args.append(self.voorwaarde(kader, bewakers))
                args.append(self.los(kader.versie.gevolg.datum, kader))
            label = f"startpunt van {tijdlijn} voor {object_}"
            par = Kiezers(tuple(k.regel or "" for k, _ in schrijvers), object_)
            basis = self.vast(LEEG, DATUM)
            if not args:
                return basis
            return self.stap(Op.KIES, (*args, basis), DATUM, par, label=label, hoofd=True)

        return self.eenmaal(("startpunt", object_, tijdlijn), maak)

    def _basis(self, object_: str, naam: str, type_: Type, label: str, kenmerk: bool) -> int:
        """What it is without a rule: the input; for an object that a rule makes, nothing."""
        if object_ in self.gemaakt:
            niets = False if kenmerk else LEEG
            return self.stap(Op.CONSTANTE, (), type_, niets, label=label, hoofd=True)
        sleutel = InvoerSleutel(object_, naam)
        return self.stap(Op.INVOER, (), type_, sleutel, label=label, hoofd=True)

    def _zoek_doelen(self, versie: Regelversie) -> None:
        """Find out what a rule version sets of which objects, of the runs not yet looked at."""
        if isinstance(versie.gevolg, Verdeling):
            verdeel(self, versie)
            return
        runs = self.runs(versie, deels=True)
        eigenschap = celnaam(versie.eigenschap, versie.cel, self.model.dimensies)
        for kader, bewakers in runs[self.uitgezocht.get(versie.id, 0) :]:
            assert kader.object is not None
            self.schrijft.setdefault((kader.object, eigenschap), []).append((kader, bewakers))
        self.uitgezocht[versie.id] = len(runs)

    def voorwaarde(self, kader: Kader, bewakers: list[int]) -> int:
        """Whether a run of a rule does something: at all, or (with a time) on which days."""
        assert kader.versie is not None
        eigen = [t for t in (kader.versie.voorwaarde, kader.versie.tijd) if t is not None]
        samen = self.en([*bewakers, *(self.los(term, kader) for term in eigen)], kader)
        slot = self.waar() if samen is None else samen
        # The first values of what a rule makes are no runs of their own.
        if self.plan.versies.get(kader.versie.id) is kader.versie:
            self.vuurt.setdefault(kader.versie.id, []).append(slot)
        return slot

    def vurend(self) -> Mapping[str, tuple[int, ...]]:
        """Of each rule version the steps that say whether its runs do something."""
        return MappingProxyType({v: tuple(dict.fromkeys(s)) for v, s in self.vuurt.items()})

    def _kenmerk(self, schrijvers: list[Schrijver], invoer: int, type_: Type, label: str) -> int:
        """Several rules for one kenmerk: one is enough. [4.2]"""
        if not schrijvers:
            return invoer
        waar = self.waar()
        args: list[int] = []
        for kader, bewakers in schrijvers:
            args += [self.voorwaarde(kader, bewakers), waar]
        regels = tuple(k.regel or "" for k, _ in schrijvers)
        par = Kiezers(regels, schrijvers[0][0].object or "")
        return self.stap(
            Op.KIES, (*args, invoer), type_, par, label=label, kader=schrijvers[0][0], hoofd=True
        )

    def _attribuut(
        self,
        schrijvers: list[Schrijver],
        invoer: int,
        type_: Type,
        label: str,
        object_: str,
    ) -> int:
        lagen: dict[str, list[Schrijver]] = {}
        for schrijver in schrijvers:
            assert schrijver[0].versie is not None
            soort = schrijver[0].versie.soort
            laag = soort if soort in ("initialisatie", CLAUSULE) else "gewoon"
            lagen.setdefault(laag, []).append(schrijver)
        slot = self._kies(lagen.get("gewoon", []), invoer, type_, label, object_)
        if begin := lagen.get("initialisatie"):
            # Initialisatie works on what is still leeg after all other writers. [4.6]
            leeg = self.stap(Op.IS_LEEG, (slot,), BOOLEAN, label=f"{label} is leeg")
            begin = [(kader, [*bewakers, leeg]) for kader, bewakers in begin]
            slot = self._kies(begin, slot, type_, label, object_)
        # A clause deviates from whatever the rules give.
        return self._kies(lagen.get(CLAUSULE, []), slot, type_, label, object_)

    def _kies(
        self,
        schrijvers: list[Schrijver],
        basis: int,
        type_: Type,
        label: str,
        object_: str,
    ) -> int:
        if not schrijvers:
            return basis
        args: list[int] = []
        for kader, bewakers in schrijvers:
            assert kader.versie is not None
            assert kader.versie.waarde is not None
            voorwaarde = self.voorwaarde(kader, bewakers)
            waarde = self.los(kader.versie.waarde, kader)
            args += [voorwaarde, self._controle(waarde, type_, kader, label)]
        par = Kiezers(tuple(k.regel or "" for k, _ in schrijvers), object_)
        return self.stap(
            Op.KIES, (*args, basis), type_, par, label=label, kader=schrijvers[0][0], hoofd=True
        )

    def _controle(self, slot: int, type_: Type, kader: Kader, label: str) -> int:
        """Decimals and range are checked when a value is assigned. [1.4, 4.1]"""
        if type_.decimalen is None and type_.bereik is None:
            return slot
        extra = 2 if type_.soort is Soort.PERCENTAGE and type_.decimalen is not None else 0
        decimalen = None if type_.decimalen is None else type_.decimalen + extra
        eis = Type(Soort.NUMERIEK, type_.eenheid, decimalen, type_.bereik)
        return self.stap(Op.CONTROLE, (slot,), type_, eis, label=label, kader=kader)
