"""The source text of a whole plan: one pass over the households, with a pass over each list.

Steps come in their own order, so what a step needs is there already. The first step over a list
opens a loop over its members; later steps over the same list go along where they can.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ops import GroundPlan, InvoerSleutel, OordeelSleutel, Op, Step
from wetsanalyse.plan.trap import Trap
from wetsanalyse.run.kernel.grenzen import binnen, met_toets
from wetsanalyse.run.kernel.kalender import LAATST, VROEGST
from wetsanalyse.run.kernel.over_leden import MEESTE_LEDEN, Teller, begin, besluit, onthoud
from wetsanalyse.run.kernel.rollen import Ledenlijst, Rolverdeling, verdeel_rollen
from wetsanalyse.run.kernel.schrijver import Schrijver
from wetsanalyse.run.kernel.tabel import GeenTabel, nodig, opgezocht, tabellen
from wetsanalyse.run.kernel.vertaal import constante, vertaal
from wetsanalyse.run.kernel.waarde import (
    GROOTST,
    LEEG_,
    ONBEKEND,
    ONWAAR,
    WAAR,
    Aard,
    PastNiet,
    Waarde,
    waarheid,
)
from wetsanalyse.run.kolommen import invoerschaal, smalste


@dataclass(frozen=True, slots=True)
class Ingang:
    """One column that the source reads. ``laag`` and ``hoog``: within which its code must lie."""

    sleutel: InvoerSleutel
    laag: int
    hoog: int
    schaal: int
    leeg: bool
    lid: str | None
    gelijk: bool = False
    """It has one cell, which counts for every row."""

    @property
    def plek(self) -> str:
        """Where in the column the source reads."""
        return "0" if self.gelijk else "r" if self.lid is None else "k"


@dataclass(frozen=True, slots=True)
class Uitgang:
    """One column that the source writes: kind, scale, bounds and list of the outcome. ``staat``:
    it may be leeg (1) or not known (2), and a second column says so."""

    slot: int
    aard: Aard
    schaal: int
    laag: int
    hoog: int
    staat: bool
    lid: str | None

    def soort(self, minstens: int = 1) -> Any:
        """What kind of column holds it, of at least so many bytes a number. A text is known by a
        number that has no bounds here."""
        if self.aard is Aard.WAARHEID:
            return np.bool_
        return smalste(self.laag, self.hoog, minstens) if self.aard is Aard.GETAL else np.int64


@dataclass(frozen=True, slots=True)
class Brontekst:
    """Source text of ``def kern(n, …)`` with what its arguments are: first the bounds of each
    list, then values and leeg of each column, then values and state of each outcome. It gives
    whether there are rows that are not within what is proven.
    ``redenen``: of the goals that only the exact interpreter can do, why."""

    tekst: str
    lijsten: tuple[str, ...]
    ingangen: tuple[Ingang, ...]
    uitgangen: tuple[Uitgang, ...]
    redenen: Mapping[int, str]
    ingeperkt: int
    """How many numbers are kept within narrower bounds than were proven; a row with a larger one
    is not computed here."""
    teksten: tuple[str, ...]
    """Texts that the source knows by their number here."""

    @property
    def trage_delingen(self) -> int:
        return self.tekst.count("//")


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What is to be written. ``lijsten``: the roles that many may hold;
    ``kolommen``: the inputs that there are columns for; ``nullen``: of those, which may be leeg;
    ``leeg``: truths without a column that are leeg (else they are false); ``gelijk``: columns of
    one cell, which counts for every row; ``ruimte``: how large a
    number may be at most; ``bereiken``: at most how large, by input."""

    plan: GroundPlan
    doelen: tuple[int, ...]
    lijsten: Mapping[str, Ledenlijst]
    kolommen: frozenset[InvoerSleutel]
    nullen: frozenset[InvoerSleutel]
    ruimte: int
    bereiken: Mapping[InvoerSleutel, Fraction]
    oordelen: Mapping[OordeelSleutel, bool] | None = None
    leeg: frozenset[InvoerSleutel] = frozenset()
    gelijk: frozenset[InvoerSleutel] = frozenset()


def schrijf(opdracht: Opdracht) -> Brontekst:
    """The source for a plan. Nothing is refused here: what cannot be written has its reason."""
    tabellen_ = dict(tabellen(opdracht.plan))
    while True:
        try:
            return _Opbouw(opdracht, tabellen_).bouw()
        except _Uitgeschreven as e:
            del tabellen_[e.slot]


class _Uitgeschreven(Exception):
    """The table of this step turns out to need its rows written out."""

    def __init__(self, slot: int) -> None:
        self.slot = slot


class _Opbouw:
    """Writes one plan; used once."""

    def __init__(self, opdracht: Opdracht, tabellen_: Mapping[int, Trap]) -> None:
        self.o = opdracht
        self.tabellen = tabellen_
        self.plan = opdracht.plan
        self.s = Schrijver()
        self.rollen: Rolverdeling = verdeel_rollen(self.plan, opdracht.lijsten)
        self.lijsten = tuple(opdracht.lijsten)
        self.huis: dict[int, Waarde] = {}
        self.redenen: dict[int, str] = {}
        self.ingangen: dict[InvoerSleutel, Ingang] = {}
        self.nummers: dict[str, int] = {}
        self.geteld: dict[tuple[int, str], Waarde] = {}
        self.kegel = self._kegel(opdracht.doelen)

    # -------------------------------------------------------------- the whole

    def bouw(self) -> Brontekst:
        # What is given goes first: then one pass over a list can do more of its sums.
        for slot in sorted(self.kegel, key=lambda slot: (bool(self._nodig(slot)), slot)):
            if slot not in self.rollen.lid:
                self._stap_van_huis(slot)
        uitgangen = [
            self._uitgang(slot, self.huis[slot], None)
            for slot in self.o.doelen
            if slot not in self.rollen.lid
        ]
        for rol in self.lijsten:
            uitgangen += self._leden_uit(rol)
        gelukt = [u for u in uitgangen if u is not None]
        ingangen = tuple(self.ingangen.values())
        return Brontekst(
            self._tekst(ingangen, gelukt),
            self.lijsten,
            ingangen,
            tuple(gelukt),
            {slot: self._reden(slot) for slot in self.o.doelen
             if slot not in {u.slot for u in gelukt}},
            self.s.ingeperkt,
            tuple(self.nummers),
        )  # fmt: skip

    def _tekst(self, ingangen: Sequence[Ingang], uitgangen: Sequence[Uitgang]) -> str:
        namen = ["n", *(f"g{i}" for i, _ in enumerate(self.lijsten))]
        for i, ingang in enumerate(ingangen):
            namen += [f"i{i}", f"m{i}"] if ingang.leeg else [f"i{i}"]
        for uitgang in uitgangen:
            namen += (
                [f"u{uitgang.slot}", f"s{uitgang.slot}"] if uitgang.staat else [f"u{uitgang.slot}"]
            )
        regels = self.s.regels or ["        pass"]
        body = met_toets(ingangen, self.lijsten, MEESTE_LEDEN, regels)
        kop = [*self.s.tabellen, f"def kern({', '.join(namen)}):"]
        return "\n".join([*kop, *self.s.vooraf, *body, ""])

    def _kegel(self, doelen: Iterable[int]) -> set[int]:
        gezien: set[int] = set()
        stapel = list(doelen)
        while stapel:
            slot = stapel.pop()
            if slot not in gezien:
                gezien.add(slot)
                stapel.extend(self._nodig(slot))
        return gezien

    def _nodig(self, slot: int) -> Sequence[int]:
        """The arguments that are written out: of a list only those of its first member."""
        over = self.rollen.over.get(slot)
        if over is None:
            args = self.plan.steps[slot].args
            return nodig(self.tabellen[slot], args) if slot in self.tabellen else args
        return [*over.vast, *(a for args in over.elk.values() for a in args)]

    # -------------------------------------------------------------- steps of the household

    def _stap_van_huis(self, slot: int) -> None:
        if slot in self.rollen.buiten:
            self._niet(slot, self.rollen.buiten[slot])
        elif slot in self.rollen.over:
            self._over_lijsten(slot)
        else:
            self.huis[slot] = self._stap(slot, self.huis)

    def _stap(self, slot: int, bekend: Mapping[int, Waarde], lid: str | None = None) -> Waarde:
        step = self.plan.steps[slot]
        try:
            blad = self._blad(step, lid)
            if blad is not None:
                return blad
            args = [bekend[a] for a in self._nodig(slot)]
            if slot in self.tabellen:
                return self._uit_tabel(slot, args)
            return vertaal(self.s, step.op, step.par, args)
        except PastNiet as waarom:
            if str(waarom):
                self.redenen.setdefault(slot, str(waarom))
            return ONBEKEND

    def _uit_tabel(self, slot: int, args: Sequence[Waarde]) -> Waarde:
        getal, *rijen, anders = args
        try:
            return self.s.vast(opgezocht(self.s, self.tabellen[slot], getal, rijen, anders))
        except GeenTabel as e:
            raise _Uitgeschreven(slot) from e

    def _niet(self, slot: int, reden: str) -> None:
        self.redenen.setdefault(slot, reden)
        self.huis[slot] = ONBEKEND

    def _reden(self, slot: int) -> str:
        """The reasons in the cone of a step, the first ones."""
        kegel = sorted(self._kegel([slot]))
        gevonden = list(dict.fromkeys(self.redenen[s] for s in kegel if s in self.redenen))
        return "; ".join(gevonden[:3])

    # -------------------------------------------------------------- leaves

    def _blad(self, step: Step, lid: str | None) -> Waarde | None:
        match step.op:
            case Op.INVOER:
                return self._invoer(step, lid)
            case Op.CONSTANTE:
                return constante(step.par, self._nummer)
            case Op.PARAMETER:
                return constante(self.plan.parameters.get(step.par), self._nummer)
            case Op.OPEN_NORM:
                oordeel = (self.o.oordelen or {}).get(step.par)
                if oordeel is None:
                    raise PastNiet(f"over de open norm “{step.par.norm}” is niet geoordeeld")
                return constante(oordeel)
        return None

    def _nummer(self, tekst: str) -> int:
        return self.nummers.setdefault(tekst, len(self.nummers))

    def _invoer(self, step: Step, lid: str | None) -> Waarde:
        sleutel: InvoerSleutel = step.par
        if sleutel not in self.o.kolommen:
            onwaar = step.type.soort is Soort.BOOLEAN and sleutel not in self.o.leeg
            return constante(False) if onwaar else LEEG_
        aard = aard_van(step.type)
        if step.type.soort is Soort.DATUMTIJD or step.type.korrel is not None:
            raise PastNiet("een gegeven met een tijdstip of een verloop in de tijd")
        if sleutel not in self.ingangen:
            laag, hoog = self._grenzen(step.type, sleutel)
            leeg = sleutel in self.o.nullen
            self.ingangen[sleutel] = Ingang(
                sleutel, laag, hoog, invoerschaal(step.type), leeg, lid, sleutel in self.o.gelijk
            )
        ingang = self.ingangen[sleutel]
        nummer = list(self.ingangen).index(sleutel)
        plek, zet = ingang.plek, self.s.zet_vooraf if ingang.gelijk else self.s.zet
        leeg_ = zet(f"m{nummer}[{plek}]") if ingang.leeg else ONWAAR
        if aard is Aard.WAARHEID:
            return waarheid(zet(f"(i{nummer}[{plek}] != 0)"), leeg=leeg_)
        code = zet(f"i{nummer}[{plek}]" if aard is Aard.TEKST else binnen(nummer, ingang))
        return Waarde(aard, code, ingang.laag, ingang.hoog, ingang.schaal, leeg=leeg_)

    def _grenzen(self, type_: Type, sleutel: InvoerSleutel) -> tuple[int, int]:
        """Between which bounds a column must lie, as code."""
        if type_.is_tijd:
            return VROEGST, LAATST
        if not type_.is_getal:
            return (0, 1) if type_.soort is Soort.BOOLEAN else (-GROOTST + 1, GROOTST - 1)
        top = Fraction(self.o.ruimte, 100 if type_.soort is Soort.PERCENTAGE else 1)
        top = min(top, self.o.bereiken.get(sleutel, top))
        grens = min(int(top * invoerschaal(type_)), GROOTST - 1)
        laag = {"niet-negatief": 0, "positief": 1}.get(type_.bereik or "", -grens)
        return laag, 0 if type_.bereik == "negatief" else grens

    # -------------------------------------------------------------- lists

    def _over_lijsten(self, slot: int) -> None:
        step, over = self.plan.steps[slot], self.rollen.over[slot]
        try:
            for rol in over.elk:
                if (slot, rol) not in self.geteld:
                    self._loop(rol, slot)
            vast = [self.huis[a] for a in over.vast]
            geteld = [self.geteld[slot, rol] for rol in over.elk]
            if any(x.exact == WAAR for x in (*vast, *geteld)):
                raise PastNiet("")
            uit = besluit(self.s, step.op, step.par, vast, geteld, self._ledental(slot, len(vast)))
            self.huis[slot] = self.s.vast(uit)
        except PastNiet as waarom:
            self._niet(slot, str(waarom)) if str(waarom) else self.huis.update({slot: ONBEKEND})

    def _ledental(self, slot: int, vast: int) -> str:
        delen = [
            f"{len(args)} * (g{g}[r + 1] - g{g}[r])"
            for rol, args in self.rollen.over[slot].elk.items()
            for g in [self.lijsten.index(rol)]
        ]
        return f"({' + '.join([str(vast), *delen])})"

    def _loop(self, rol: str, slot: int) -> None:
        """One pass over a list for this step, and for all later ones that need nothing that is
        not there yet."""
        mee = [
            s
            for s in sorted(self.kegel)
            if s >= slot
            and s in self.rollen.over
            and rol in self.rollen.over[s].elk
            and (s, rol) not in self.geteld
            and self._huisdelen(self.rollen.over[s].elk[rol]) <= self.huis.keys()
        ]
        tellers = {s: begin(self.s) for s in mee}
        self._lus_in(rol)
        leden = self._leden(rol, {a for s in mee for a in self.rollen.over[s].elk[rol]})
        for s in mee:
            self.geteld[s, rol] = self._onthoud(s, rol, tellers[s], leden)
        self.s.lus_uit()

    def _onthoud(self, slot: int, rol: str, teller: Teller, leden: Mapping[int, Waarde]) -> Waarde:
        delen = [leden[a] for a in self.rollen.over[slot].elk[rol]]
        try:
            if any(deel.exact == WAAR for deel in delen):
                return ONBEKEND
            return onthoud(self.s, self.plan.steps[slot].op, teller, delen)
        except PastNiet as waarom:
            self.redenen.setdefault(slot, str(waarom))
            return ONBEKEND

    def _lus_in(self, rol: str) -> None:
        g = self.lijsten.index(rol)
        self.s.lus_in(f"for k in range(g{g}[r], g{g}[r + 1]):")

    def _leden(self, rol: str, args: Iterable[int]) -> Mapping[int, Waarde]:
        """Inside a loop: all steps of the member that these need."""
        leden: dict[int, Waarde] = {}
        alles = ChainMap(leden, self.huis)
        for slot in sorted(self._kegel(args)):
            if self.rollen.lid.get(slot) == rol:
                leden[slot] = self._stap(slot, alles, rol)
        return alles

    def _huisdelen(self, args: Iterable[int]) -> set[int]:
        """The steps of the household on which steps of a member rest directly."""
        gezien: set[int] = set()
        uit: set[int] = set()
        stapel = list(args)
        while stapel:
            slot = stapel.pop()
            if slot in gezien:
                continue
            gezien.add(slot)
            if slot in self.rollen.lid:
                stapel.extend(self._nodig(slot))
            else:
                uit.add(slot)
        return uit

    # -------------------------------------------------------------- outcomes

    def _leden_uit(self, rol: str) -> list[Uitgang | None]:
        doelen = [slot for slot in self.o.doelen if self.rollen.lid.get(slot) == rol]
        if not doelen:
            return []
        self._lus_in(rol)
        leden = self._leden(rol, doelen)
        uit = [self._uitgang(slot, leden[slot], rol) for slot in doelen]
        self.s.regel("pass")
        self.s.lus_uit()
        return uit

    def _uitgang(self, slot: int, x: Waarde, lid: str | None) -> Uitgang | None:
        if x.exact == WAAR:
            return None
        if x.noemer is not None:
            self.redenen.setdefault(slot, "de uitkomst is een breuk zonder afronding")
            return None
        aard = x.aard if x.aard is not Aard.NIETS else aard_van(self.plan.steps[slot].type)
        plek = "r" if lid is None else "k"
        self.s.regel(f"u{slot}[{plek}] = {x.code}")
        leeg = WAAR if x.aard is Aard.NIETS else x.leeg
        staat = leeg != ONWAAR or x.exact != ONWAAR
        if staat:
            delen = [f"({test}) * {getal_}" for test, getal_ in ((leeg, 1), (x.exact, 2))
                     if test != ONWAAR]  # fmt: skip
            self.s.regel(f"s{slot}[{plek}] = {' + '.join(delen)}")
        return Uitgang(slot, aard, x.schaal, x.laag, x.hoog, staat, lid)


def aard_van(type_: Type) -> Aard:
    """How values of a type are written."""
    if type_.is_getal or type_.is_tijd:
        return Aard.GETAL
    return Aard.WAARHEID if type_.soort is Soort.BOOLEAN else Aard.TEKST


__all__ = ["Brontekst", "Ingang", "Opdracht", "Uitgang", "aard_van", "schrijf"]
