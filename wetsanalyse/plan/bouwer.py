"""Properties and objects of a household as steps: which rules write them, who is meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wetsanalyse.model.feiten import Huishouden
from wetsanalyse.model.model import Objecttype, Regelversie
from wetsanalyse.model.nog_niet import CODE, bericht, waarom
from wetsanalyse.model.terms import (
    Instantie,
    Term,
)
from wetsanalyse.model.types import BOOLEAN, Soort, Type
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.objecten import NogNiet, Objecten
from wetsanalyse.plan.ops import (
    Fout,
    InvoerSleutel,
    Kiezers,
    Op,
)
from wetsanalyse.plan.stappen import Kader

Schrijver = tuple[Kader, list[int]]
"""A run of a rule that sets a property, with the guards under which it runs."""
Termen = Mapping[type, "Callable[[Bouwer, Any, Kader], int]"]


class Bouwer(Objecten):
    """Walks one household. ``termen`` gives, for each kind of term, how its step is made."""

    def __init__(self, plan: Plan, huishouden: Huishouden, termen: Termen) -> None:
        super().__init__(plan, huishouden)
        self.termen = termen
        self.slots: dict[tuple[str, str], int] = {}
        self.bezig: set[tuple[str, str]] = set()
        self.schrijft: dict[tuple[str, str], list[Schrijver]] = {}
        self.uitgezocht: set[str] = set()

    def los(self, term: Term, kader: Kader | None = None) -> int:
        """The step of one value."""
        kader = kader or Kader(None, {})
        reden = waarom(term)
        if reden is None:
            try:
                return self.termen[type(term)](self, term, kader)
            except NogNiet as e:
                reden = e.reden
        fout = Fout(CODE, bericht(reden), kader.regel, kader.object, term.span)
        return self.vast(fout, term.type, term.span)

    # -------------------------------------------------------------- properties

    def eigenschap(self, object_: str, naam: str) -> int:
        """The step of an attribute or kenmerk of an object."""
        sleutel = (object_, naam)
        if sleutel in self.slots:
            return self.slots[sleutel]
        objecttype = self.model.objecttypen[self.type_van[object_]]
        attribuut = objecttype.attributen.get(naam)
        type_ = attribuut.type if attribuut else BOOLEAN
        if sleutel in self.bezig:
            fout = Fout("RC-KRING", f"{naam} van {object_} hangt af van zichzelf", None, object_)
            return self.vast(fout, type_)
        self.bezig.add(sleutel)
        label = f"{naam} van {object_}"
        try:
            slot = self._waarde(sleutel, objecttype, label)
        except NogNiet as e:
            fout = Fout(CODE, bericht(e.reden), None, object_)
            slot = self.stap(Op.CONSTANTE, (), type_, fout, label=label, hoofd=True)
        self.bezig.discard(sleutel)
        self.slots[sleutel] = slot
        return slot

    def _waarde(self, sleutel: tuple[str, str], objecttype: Objecttype, label: str) -> int:
        object_, naam = sleutel
        reden = self.plan.ongerekend.eigenschappen.get((objecttype.naam, naam))
        if reden is not None:
            raise NogNiet(reden)
        attribuut = objecttype.attributen.get(naam)
        type_ = attribuut.type if attribuut else BOOLEAN
        invoer = self.stap(
            Op.INVOER, (), type_, InvoerSleutel(object_, naam), label=label, hoofd=True
        )
        versies = self.plan.schrijvers.get((objecttype.naam, naam), ())
        for versie in versies:
            self._zoek_doelen(versie)
        schrijvers = self.schrijft.get(sleutel, [])
        if attribuut is None:
            return self._kenmerk(schrijvers, invoer, label)
        return self._attribuut(schrijvers, invoer, type_, label, object_)

    def _zoek_doelen(self, versie: Regelversie) -> None:
        """Find out, once, for which objects a rule version runs and what it is about."""
        if versie.id in self.uitgezocht:
            return
        over = versie.onderwerp
        # Raises NogNiet, each time again, when it is not known for whom the rule runs.
        self._eis_bekend(over.doel, over.rol)
        self.uitgezocht.add(versie.id)
        for wie in self._spelers(over.objecttype, over.rol):
            kader = Kader(versie, {0: wie}, wie)
            kenmerk = self.eigenschap(wie, over.kenmerk) if over.kenmerk else None
            for bewaker, doel in self.objecten(over.doel, kader):
                zelf = over.doel == Instantie(0, over.objecttype)
                eigen = kader if zelf else Kader(versie, {0: wie, 1: doel}, doel)
                bewakers = [b for b in (kenmerk, bewaker) if b is not None]
                self.schrijft.setdefault((doel, versie.eigenschap), []).append((eigen, bewakers))

    def _voorwaarde(self, kader: Kader, bewakers: list[int]) -> int:
        assert kader.versie is not None
        eigen = kader.versie.voorwaarde
        delen = [*bewakers, *([self.los(eigen, kader)] if eigen is not None else [])]
        samen = self.en(delen, kader)
        return self.waar() if samen is None else samen

    def _kenmerk(self, schrijvers: list[Schrijver], invoer: int, label: str) -> int:
        """Several rules for one kenmerk: one is enough. [4.2]"""
        if not schrijvers:
            return invoer
        waar = self.waar()
        args: list[int] = []
        for kader, bewakers in schrijvers:
            args += [self._voorwaarde(kader, bewakers), waar]
        regels = tuple(k.regel or "" for k, _ in schrijvers)
        par = Kiezers(regels, schrijvers[0][0].object or "")
        return self.stap(
            Op.KIES, (*args, invoer), BOOLEAN, par, label=label, kader=schrijvers[0][0], hoofd=True
        )

    def _attribuut(
        self,
        schrijvers: list[Schrijver],
        invoer: int,
        type_: Type,
        label: str,
        object_: str,
    ) -> int:
        gewone = [s for s in schrijvers if s[0].versie and s[0].versie.soort != "initialisatie"]
        slot = self._kies(gewone, invoer, type_, label, object_)
        begin = [s for s in schrijvers if s not in gewone]
        if not begin:
            return slot
        # Initialisatie works on what is still leeg after all other writers. [4.6]
        leeg = self.stap(Op.IS_LEEG, (slot,), BOOLEAN, label=f"{label} is leeg")
        return self._kies([(k, [*b, leeg]) for k, b in begin], slot, type_, label, object_)

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
            voorwaarde = self._voorwaarde(kader, bewakers)
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
