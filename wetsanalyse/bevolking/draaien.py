"""A block of households through the law: by the kernel where it can, else by the exact interpreter.

For every set of single roles that is filled there is one flat plan, with two members in each list,
and one kernel. Rows and outcomes that a kernel does not know are run one by one in the exact
interpreter, in the same call, and counted.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wetsanalyse.bevolking.uitkomsten import (
    BEREKEND,
    FOUT,
    LEEG,
    ONBESLIST,
    Uitkomstkolom,
)
from wetsanalyse.bevolking.vorm import ZELF, Vorm, huishouden
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG as GEEN
from wetsanalyse.plan.ops import Fout, GroundPlan, InvoerSleutel, Onbeslist, OordeelSleutel, Op
from wetsanalyse.run.exact import Geval, reken
from wetsanalyse.run.kernel.kern import Gegevens, Kern, Kernuitkomst, Ledenlijst, maak_kern
from wetsanalyse.run.kernel.waarde import GROOTST
from wetsanalyse.run.kolommen import Blok, Getallen, Kolom, Masker, invoerschaal, ledenrijen

TE_GROOT = "de uitkomst past niet in een kolom van 64 bits"


@dataclass(frozen=True, slots=True)
class Doel:
    """An outcome that is asked for: of the household itself (`ZELF`) or of those in a role."""

    wie: str
    eigenschap: str
    type: Type


@dataclass
class Verslag:
    """What a run did, beside the outcomes. ``exact``: households that the exact interpreter ran;
    ``fouten``: faults of the rules, with how often they came. Grows with every block."""

    rijen: int = 0
    exact: int = 0
    fouten: Counter[tuple[str, str]] = field(default_factory=Counter)

    def voeg_toe(self, ander: Verslag) -> None:
        self.rijen += ander.rijen
        self.exact += ander.exact
        self.fouten.update(ander.fouten)


@dataclass(frozen=True)
class Vormkern:
    """The flat plan and the kernel of one set of filled roles."""

    grond: GroundPlan
    doelen: Mapping[Doel, int]
    kern: Kern


@dataclass
class Draaier:
    """Runs blocks of one law on one day. Kernels are made when the first household needs them."""

    plan: Plan
    vorm: Vorm
    doelen: Sequence[Doel]
    oordelen: Mapping[str, bool] = field(default_factory=dict)
    """Judgments of open norms, by name, the same for everybody."""
    kernen: dict[frozenset[str], Vormkern] = field(default_factory=dict)
    _slot: threading.RLock = field(default_factory=threading.RLock, repr=False)

    # -------------------------------------------------------------- one block

    def reken(self, blok: Blok) -> tuple[dict[Doel, Uitkomstkolom], Verslag]:
        """Every outcome of every household, in the order of the block."""
        verzameld = {doel: _Kolombouw(doel, self._lengte(doel, blok)) for doel in self.doelen}
        verslag = Verslag(blok.n)
        for aanwezig, rijen in self._groepen(blok):
            deel = blok if rijen is None else blok.kies(rijen)
            self._reken_groep(aanwezig, deel, rijen, blok, verzameld, verslag)
        return {
            doel: bouw.klaar(self._grenzen(doel, blok), verslag) for doel, bouw in verzameld.items()
        }, verslag

    def _groepen(self, blok: Blok) -> Iterator[tuple[frozenset[str], Getallen | None]]:
        """The sets of filled roles with the rows that have them; None: all rows."""
        if not blok.n:
            return
        groepen: list[tuple[frozenset[str], Getallen | None]] = [(frozenset(), None)]
        for rol in self.vorm.enkel:
            if rol.naam in blok.enkel:
                waar = blok.enkel[rol.naam].aanwezig
                groepen = [deel for groep in groepen for deel in _splits(*groep, rol.naam, waar)]
        for rol in self.vorm.veel:
            # Whether there is anybody at all is settled in the plan, not computed: a household
            # without children has a plan of its own.
            if rol.naam in blok.veel:
                grenzen = blok.veel[rol.naam].grenzen
                waar = grenzen[1:] > grenzen[:-1]
                groepen = [deel for groep in groepen for deel in _splits(*groep, rol.naam, waar)]
        yield from groepen

    def _reken_groep(
        self,
        aanwezig: frozenset[str],
        deel: Blok,
        rijen: Getallen | None,
        blok: Blok,
        verzameld: Mapping[Doel, _Kolombouw],
        verslag: Verslag,
    ) -> None:
        """``rijen``: which rows of the block these are; None: all of them."""
        gegevens = _gegevens(deel, aanwezig, self.vorm)
        vormkern = self.vormkern(aanwezig, gegevens)
        uit = vormkern.kern.reken(gegevens)
        onbekend: dict[Doel, Masker] = {}
        for doel, slot in vormkern.doelen.items():
            plaatsen = self._plaatsen(doel, blok, rijen)
            gevonden = uit.get(slot)
            if gevonden is None:
                onbekend[doel] = np.ones(deel.n, np.bool_)
                continue
            verzameld[doel].neem(plaatsen, gevonden)
            if gevonden.exact is not None and gevonden.exact.any():
                onbekend[doel] = _per_huishouden(gevonden, deel)
        for doel in self.doelen:
            if doel not in vormkern.doelen:
                verzameld[doel].niemand(self._plaatsen(doel, blok, rijen))
        if onbekend:
            with self._slot:  # one at a time: it gains nothing by more, and shares what it keeps
                self._exact(aanwezig, deel, rijen, blok, onbekend, verzameld, verslag)

    # -------------------------------------------------------------- the kernels

    def vormkern(self, aanwezig: frozenset[str], gegevens: Gegevens) -> Vormkern:
        """The kernel for these roles; a new one when a column turns out to have empty cells."""
        nullen = {s for s, kolom in gegevens.kolommen.items() if kolom.leeg is not None}
        with self._slot:
            bekend = self.kernen.get(aanwezig)
            if bekend is None or not nullen <= bekend.kern.opdracht.nullen:
                bekend = self.kernen[aanwezig] = self._maak(aanwezig, gegevens, nullen, bekend)
            return bekend

    def _maak(
        self,
        aanwezig: frozenset[str],
        gegevens: Gegevens,
        nullen: set[InvoerSleutel],
        bekend: Vormkern | None,
    ) -> Vormkern:
        if bekend is not None:
            nullen |= bekend.kern.opdracht.nullen
        lijsten = [rol for rol in self._lijsten() if rol in aanwezig]
        grond = ground(
            self.plan, huishouden(self.vorm, self._enkel(aanwezig), dict.fromkeys(lijsten, 2))
        )
        slots = {
            doel: grond.eigenschappen[wie, doel.eigenschap]
            for doel in self.doelen
            for wie in [f"{doel.wie} 1" if doel.wie in lijsten else doel.wie]
            if (wie, doel.eigenschap) in grond.eigenschappen
        }
        kern = maak_kern(
            grond,
            list(slots.values()),
            gegevens.kolommen,
            nullen=nullen,
            lijsten={rol: self._lijst(rol, lijsten, aanwezig) for rol in lijsten},
            bereiken=self._bereiken(aanwezig),
            oordelen=self._oordelen(grond),
            leeg=self._attributen(grond) - gegevens.kolommen.keys(),
        )
        return Vormkern(grond, slots, kern)

    def redenen(self) -> dict[str, tuple[str, ...]]:
        """Of each outcome that the exact interpreter runs for everybody: why."""
        uit: dict[str, tuple[str, ...]] = {}
        for vormkern in self.kernen.values():
            for doel, slot in vormkern.doelen.items():
                if slot in vormkern.kern.redenen:
                    eerder = uit.get(doel.eigenschap, ())
                    uit[doel.eigenschap] = tuple(
                        dict.fromkeys((*eerder, vormkern.kern.redenen[slot]))
                    )
        return uit

    def _lijst(self, rol: str, lijsten: Sequence[str], aanwezig: frozenset[str]) -> Ledenlijst:
        leden = {**dict.fromkeys(lijsten, 2), rol: 3}
        drie = ground(self.plan, huishouden(self.vorm, self._enkel(aanwezig), leden))
        return Ledenlijst((f"{rol} 1", f"{rol} 2"), drie)

    def _enkel(self, aanwezig: frozenset[str]) -> frozenset[str]:
        """Of the roles that are filled, those that one may hold."""
        return aanwezig - {rol.naam for rol in self.vorm.veel}

    def _lijsten(self) -> tuple[str, ...]:
        return tuple(rol.naam for rol in self.vorm.veel)

    def _bereiken(self, aanwezig: frozenset[str]) -> dict[InvoerSleutel, Fraction]:
        """What an Invoerbereik calls usual, by input of the plan."""
        velden = [(ZELF, self.vorm.velden)]
        velden += [
            (f"{rol.naam} 1" if rol.rol.meerdere else rol.naam, rol.velden)
            for rol in self.vorm.rollen
            if rol.naam in aanwezig
        ]
        return {
            InvoerSleutel(wie, veld.eigenschap): max(
                abs(veld.bereik.van), abs(veld.bereik.tot), Fraction(1)
            )
            for wie, eigen in velden
            for veld in (*eigen.nodig, *eigen.overig)
            if veld.bereik is not None
        }

    def _attributen(self, grond: GroundPlan) -> frozenset[InvoerSleutel]:
        """The inputs of which nothing is known when they are not given; a kenmerk that is not
        given is not true."""
        soorten = self.plan.model.objecttypen
        return frozenset(
            step.par
            for step in grond.steps
            if step.op is Op.INVOER
            and step.par.eigenschap not in soorten[grond.objecten[step.par.object][0]].kenmerken
        )

    def _oordelen(self, grond: GroundPlan) -> dict[OordeelSleutel, bool]:
        return {
            step.par: self.oordelen[step.par.norm]
            for step in grond.steps
            if step.op is Op.OPEN_NORM and step.par.norm in self.oordelen
        }

    # -------------------------------------------------------------- where outcomes stand

    def _grenzen(self, doel: Doel, blok: Blok) -> Getallen | None:
        return blok.veel[doel.wie].grenzen if doel.wie in self._lijsten() else None

    def _lengte(self, doel: Doel, blok: Blok) -> int:
        grenzen = self._grenzen(doel, blok)
        return blok.n if grenzen is None else int(grenzen[-1])

    def _plaatsen(self, doel: Doel, blok: Blok, rijen: Getallen | None) -> Getallen | None:
        """Where the outcomes of these rows stand in the column; None: everywhere."""
        grenzen = self._grenzen(doel, blok)
        return rijen if grenzen is None or rijen is None else ledenrijen(grenzen, rijen)

    # -------------------------------------------------------------- row by row

    def _exact(
        self,
        aanwezig: frozenset[str],
        deel: Blok,
        rijen: Getallen | None,
        blok: Blok,
        onbekend: Mapping[Doel, Masker],
        verzameld: Mapping[Doel, _Kolombouw],
        verslag: Verslag,
    ) -> None:
        """The households of which some outcome is not known yet, one by one."""
        nodig = np.flatnonzero(np.logical_or.reduce(list(onbekend.values())))
        verslag.exact += len(nodig)
        for plek in nodig:
            gevraagd = [doel for doel, waar in onbekend.items() if waar[plek]]
            leden = {
                rol: int(veel.grenzen[plek + 1] - veel.grenzen[plek])
                for rol, veel in deel.veel.items()
            }
            grond = ground(self.plan, huishouden(self.vorm, self._enkel(aanwezig), leden))
            slots = [
                (doel, grond.eigenschappen[wie, doel.eigenschap], n)
                for doel in gevraagd
                for n, wie in enumerate(_namen(doel.wie, leden))
            ]
            geval = Geval(
                self.plan.rekendatum,
                feiten(grond, deel, int(plek), self._attributen(grond)),
                self._oordelen(grond),
            )
            uitslag = reken(grond, geval, [slot for _, slot, _ in slots])
            for doel, slot, n in slots:
                grenzen = self._grenzen(doel, blok)
                rij = int(plek if rijen is None else rijen[plek])
                plaats = rij if grenzen is None else int(grenzen[rij]) + n
                verzameld[doel].zet(plaats, uitslag.waarden[slot])


def feiten(
    grond: GroundPlan, blok: Blok, rij: int, attributen: frozenset[InvoerSleutel]
) -> dict[InvoerSleutel, Any]:
    """The facts of one household as the exact interpreter reads them."""
    uit: dict[InvoerSleutel, Any] = dict.fromkeys(attributen, GEEN)
    for step in grond.steps:
        if step.op is Op.INVOER and (gevonden := _cel(blok, step.par, rij)) is not None:
            waarde = gevonden[0].waarde(gevonden[1], step.type)
            if waarde is not GEEN:
                uit[step.par] = waarde
    return uit


def _cel(blok: Blok, sleutel: InvoerSleutel, rij: int) -> tuple[Kolom, int] | None:
    """In which column a fact stands, and where."""
    if sleutel.object == ZELF:
        kolom, plek = blok.wortel.get(sleutel.eigenschap), rij
    elif sleutel.object in blok.enkel:
        kolom, plek = blok.enkel[sleutel.object].kolommen.get(sleutel.eigenschap), rij
    else:
        rol, _, nummer = sleutel.object.rpartition(" ")
        if rol not in blok.veel:
            return None
        veel = blok.veel[rol]
        kolom, plek = (
            veel.kolommen.get(sleutel.eigenschap),
            int(veel.grenzen[rij]) + int(nummer) - 1,
        )
    return None if kolom is None else (kolom, plek)


def _splits(
    aanwezig: frozenset[str], rijen: Getallen | None, rol: str, waar: Masker
) -> Iterator[tuple[frozenset[str], Getallen | None]]:
    """A group into those with nobody and those with somebody in a role."""
    hier = waar if rijen is None else waar[rijen]
    wel = int(np.count_nonzero(hier))
    if wel in (0, len(hier)):
        yield aanwezig | {rol} if wel else aanwezig, rijen
        return
    for groep, masker in ((aanwezig, ~hier), (aanwezig | {rol}, hier)):
        yield groep, np.flatnonzero(masker) if rijen is None else rijen[masker]


def _namen(wie: str, leden: Mapping[str, int]) -> list[str]:
    return [f"{wie} {i + 1}" for i in range(leden[wie])] if wie in leden else [wie]


def _per_huishouden(uitkomst: Kernuitkomst, deel: Blok) -> Masker:
    """Which households have a value that is not known."""
    assert uitkomst.exact is not None
    if uitkomst.lid is None:
        return uitkomst.exact
    grenzen = deel.veel[uitkomst.lid].grenzen
    uit = np.zeros(deel.n, np.bool_)
    uit[np.searchsorted(grenzen, np.flatnonzero(uitkomst.exact), side="right") - 1] = True
    return uit


def _gegevens(blok: Blok, aanwezig: frozenset[str], vorm: Vorm) -> Gegevens:
    """The columns of a block under the names that they have in the flat plan."""
    kolommen = {InvoerSleutel(ZELF, naam): kolom for naam, kolom in blok.wortel.items()}
    for rolvorm in vorm.enkel:
        if rolvorm.naam in aanwezig:
            for naam, kolom in blok.enkel[rolvorm.naam].kolommen.items():
                kolommen[InvoerSleutel(rolvorm.naam, naam)] = kolom
    grenzen: dict[str, Getallen] = {}
    for rolvorm in vorm.veel:
        if rolvorm.naam in aanwezig:
            veel = blok.veel[rolvorm.naam]
            grenzen[rolvorm.naam] = veel.grenzen
            for naam, kolom in veel.kolommen.items():
                kolommen[InvoerSleutel(f"{rolvorm.naam} 1", naam)] = kolom
    return Gegevens(blok.n, kolommen, grenzen)


# ------------------------------------------------------------------ outcomes coming in


class _Kolombouw:
    """One outcome of a block while it comes in: from kernels, and one by one. What most blocks do
    not have (several groups, a status that is not plain) is made when it is needed."""

    def __init__(self, doel: Doel, lengte: int) -> None:
        self.doel = doel
        self.lengte = lengte
        self.schaal = invoerschaal(doel.type) if doel.type.decimalen is not None else 1
        self.teksten: dict[str, int] = {}
        self.los: dict[int, Any] = {}
        self._waarden: Getallen | None = None
        self._status: NDArray[np.uint8] | None = None

    @property
    def waarden(self) -> Getallen:
        if self._waarden is None:
            self._waarden = np.zeros(self.lengte, np.int64)
        return self._waarden

    @property
    def status(self) -> NDArray[np.uint8]:
        if self._status is None:
            self._status = np.full(self.lengte, BEREKEND, np.uint8)
        return self._status

    def neem(self, plaatsen: Getallen | None, uitkomst: Kernuitkomst) -> None:
        """What a kernel found, at these places (None: everywhere)."""
        kolom = uitkomst.kolom
        waarden = kolom.waarden.astype(np.int64, copy=False)  # here they are counted with
        if kolom.teksten is not None:
            nummers = [self.teksten.setdefault(t, len(self.teksten)) for t in kolom.teksten]
            waarden = np.array(nummers or [0], np.int64)[waarden]
        elif self.doel.type.soort is not Soort.BOOLEAN:
            waarden = self._op_schaal(waarden, kolom.schaal)
        if plaatsen is None:
            self._waarden = waarden
        else:
            self.waarden[plaatsen] = waarden
        if kolom.leeg is not None:
            self.status[kolom.leeg if plaatsen is None else plaatsen[kolom.leeg]] = LEEG

    def _op_schaal(self, waarden: Any, schaal: int) -> Any:
        if schaal == self.schaal:
            return waarden
        samen = lcm(schaal, self.schaal)
        if samen != self.schaal:
            self._waarden = self.waarden * (samen // self.schaal)
            self.schaal = samen
        return waarden * (samen // schaal)

    def niemand(self, plaatsen: Getallen | None) -> None:
        """Nobody stands in the role there."""
        self.status[slice(None) if plaatsen is None else plaatsen] = LEEG

    def zet(self, plaats: int, waarde: Any) -> None:
        """What the exact interpreter found."""
        self.los[plaats] = waarde

    def klaar(self, grenzen: Getallen | None, verslag: Verslag) -> Uitkomstkolom:
        noemers = {w.denominator for w in self.los.values() if isinstance(w, Fraction)}
        schaal = lcm(self.schaal, *noemers)
        if schaal != self.schaal:
            groot = int(np.abs(self.waarden).max()) if self.lengte else 0
            if groot * (schaal // self.schaal) < GROOTST:
                self._waarden = self.waarden * (schaal // self.schaal)
                self.schaal = schaal
        for plaats, waarde in self.los.items():
            self.status[plaats], self.waarden[plaats] = self._los(waarde, verslag)
        teksten = tuple(self.teksten) if self.doel.type.soort in (Soort.TEKST, Soort.ENUMERATIE) \
            else None  # fmt: skip
        if self._status is None:
            return Uitkomstkolom(Kolom(self.waarden, None, self.schaal, teksten), None, grenzen)
        leeg = self._status == LEEG
        self.waarden[self._status != BEREKEND] = 0
        kolom = Kolom(self.waarden, leeg if leeg.any() else None, self.schaal, teksten)
        bijzonder = bool((self._status > LEEG).any())
        return Uitkomstkolom(kolom, self._status if bijzonder else None, grenzen)

    def _los(self, waarde: Any, verslag: Verslag) -> tuple[int, int]:
        """Status and code of one value."""
        if waarde is GEEN:
            return LEEG, 0
        if isinstance(waarde, Onbeslist):
            return ONBESLIST, 0
        if isinstance(waarde, Fout):
            verslag.fouten[waarde.regel or self.doel.eigenschap, waarde.bericht] += 1
            return FOUT, 0
        if isinstance(waarde, bool):
            return BEREKEND, int(waarde)
        if isinstance(waarde, str):
            return BEREKEND, self.teksten.setdefault(waarde, len(self.teksten))
        if isinstance(waarde, Fraction):
            code = waarde * self.schaal
            if code.denominator == 1 and abs(code) < GROOTST:
                return BEREKEND, int(code)
        verslag.fouten[self.doel.eigenschap, TE_GROOT] += 1
        return FOUT, 0


__all__ = ["Doel", "Draaier", "Verslag", "feiten"]
