"""The objects of a household: who is meant by a term, each with the step that lets it in.

An object or fact that is given is always there; one that a rule makes is there when its guard
is true. Whoever asks for the objects of a type or the facts of a feittype first sees to it that
the rules that make them were looked at, so the order of rules does not matter.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Container
from enum import Enum
from typing import Any

from wetsanalyse.model.feiten import Huishouden
from wetsanalyse.model.lezen_termen import Ding
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import (
    Alle,
    Genoemd,
    Instantie,
    ObjectTerm,
    Rolstap,
    Selectie,
    Term,
    Vereniging,
    is_meervoudig,
)
from wetsanalyse.model.types import BOOLEAN, Type
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG, Fout, Op
from wetsanalyse.plan.stappen import Kader, Stappen

Bewaker = int | None
"""The step that says whether something is there (None: always)."""
Bewaakt = tuple[Bewaker, str]
"""An object, with its guard."""


class Nooit(Enum):
    """In the place of a guard: never there."""

    NOOIT = "nooit"


NOOIT = Nooit.NOOIT
Run = tuple[Kader, list[int]]
"""A run of a rule (for the object of the frame), with the guards under which it runs."""
Uitkomst = tuple[frozenset[str], Bewaker]
"""The objects that a run is about, and the step that says whether it has some outcome."""


class Ongrondbaar(Exception):
    """Ends the making of one step: what it needs cannot be known. Becomes a fault."""

    def __init__(self, code: str, bericht: str) -> None:
        super().__init__(bericht)
        self.code, self.bericht = code, bericht


class Objecten(Stappen):
    """Walks from object to object; `zorg` lets the rules that make them go first."""

    def __init__(self, plan: Plan, huishouden: Huishouden) -> None:
        super().__init__(plan, huishouden)
        self.gelopen: dict[str, tuple[set[str], list[Run]]] = {}
        self.uitgelopen: set[str] = set()
        self.makend: set[str] = set()

    @abstractmethod
    def los(self, term: Term, kader: Kader | None = None) -> int:
        """The step of one value."""

    @abstractmethod
    def eigenschap(self, object_: str, naam: str) -> int:
        """The step of a property of an object."""

    @abstractmethod
    def zorg(self, ding: Ding, *, deels: bool = False) -> None:
        """See to it that all rules that make this were looked at. ``deels``: while a recursive
        group is being made, what is there by now is enough."""

    @abstractmethod
    def bestaat(self, naam: str) -> Bewaker:
        """The guard of an object."""

    @abstractmethod
    def feiten_van(self, naam: str, feittype: str, rol: int) -> list[Bewaakt]:
        """Who stands at the other end of the facts in which an object plays a role."""

    @abstractmethod
    def aan_de_overkant(self, naam: str, feittype: str, rol: int) -> list[Bewaakt]:
        """The same; more than one where only one may stand is a fault."""

    @abstractmethod
    def vast_bij(self, feittype: str, rol: int) -> bool:
        """Whether an object that plays this role has all its facts from the moment it is made."""

    # -------------------------------------------------------------- who is meant

    def objecten(self, term: ObjectTerm, kader: Kader) -> list[Bewaakt]:
        """The objects that a term stands for in this household."""
        match term:
            case Instantie(nummer):
                return [(None, kader.gebonden[nummer])]
            case Genoemd(naam):
                return [(None, naam)]
            case Rolstap(van, feittype, rol):
                daar = [
                    (self.en([bewaker, feit]), naam)
                    for bewaker, hier in self.objecten(van, kader)
                    for feit, naam in self.overkant(hier, feittype, rol)
                ]
                # Along two ways to one object: it is still one.
                return self.vereniging(daar) if is_meervoudig(van) else daar
            case Alle(objecttype, rollen):
                return self.spelers(objecttype, rollen)
            case Selectie(bron, nummer, voorwaarde):
                return [
                    (self.en([b, self.los(voorwaarde, kader.met(nummer, o))], kader), o)
                    for b, o in self.objecten(bron, kader)
                ]
            case Vereniging(leden):
                return self.vereniging([o for lid in leden for o in self.objecten(lid, kader)])

    def spelers(
        self, objecttype: str, rol: tuple[str, int] | None, *, deels: bool = False,
        behalve: Container[str] = (),
    ) -> list[Bewaakt]:  # fmt: skip
        """The objects of a type that are there; with ``rol`` only those that play it."""
        self.zorg(("bestaan", objecttype), deels=deels)
        alle = [o for o in self.van_type.get(objecttype, ()) if o not in behalve]
        if rol is None:
            return [(self.bestaat(o), o) for o in alle]
        self.zorg(("rol", rol[0]), deels=deels and self.vast_bij(*rol))
        spelend = ((o, self.een_van([b for b, _ in self.feiten_van(o, *rol)])) for o in alle)
        return [(self.en([self.bestaat(o), b]), o) for o, b in spelend if b is not NOOIT]

    def overkant(self, hier: str, feittype: str, rol: int) -> list[Bewaakt]:
        """Who plays ``rol`` in the facts of an object."""
        self.zorg(("rol", feittype), deels=self.vast_bij(feittype, 1 - rol))
        return self.aan_de_overkant(hier, feittype, 1 - rol)

    def speelt(self, naam: str, feittype: str, rol: int) -> Bewaker | Nooit:
        """Whether an object plays a role: its guard, None: always, NOOIT: never."""
        self.zorg(("rol", feittype), deels=self.vast_bij(feittype, rol))
        return self.een_van([b for b, _ in self.feiten_van(naam, feittype, rol)])

    def vereniging(self, alle: list[Bewaakt]) -> list[Bewaakt]:
        """Each object once: it is in when one of its guards lets it in. [3.6]"""
        per_object: dict[str, list[Bewaker]] = {}
        for bewaker, naam in alle:
            per_object.setdefault(naam, []).append(bewaker)
        paren = ((self.een_van(b), naam) for naam, b in per_object.items())
        return [(b, naam) for b, naam in paren if b is not NOOIT]

    def een_van(self, bewakers: list[Bewaker]) -> Bewaker | Nooit:
        """The guard of what is there when one of these is true; None: always, NOOIT: never.
        (Their order does not count, unlike that of the conditions in a text.)"""
        echte = list(dict.fromkeys(b for b in bewakers if b is not None))
        if len(echte) < len(bewakers) and None in bewakers:
            return None
        if len(echte) < 2:
            return echte[0] if echte else NOOIT
        return self.eenmaal(("een van", *echte), lambda: self.stap(Op.EEN_VAN, echte, BOOLEAN))

    def waarheid(self, bewaker: Bewaker | Nooit) -> int:
        """A guard as a step of its own."""
        if bewaker is None or bewaker is NOOIT:
            return self.vast(bewaker is None, BOOLEAN)
        return bewaker

    # -------------------------------------------------------------- one object

    def enige(
        self,
        term: ObjectTerm,
        kader: Kader,
        geef: Callable[[str], int],
        type_: Type,
        niets: Any = False,
    ) -> int:
        """A value of the one object that is meant; ``niets`` when there is none. More than one
        is a fault. [1.11]"""
        objecten = self.objecten(term, kader)
        if not objecten:
            return self.vast(niets, type_)
        if len(objecten) == 1 and (objecten[0][0] is None or niets is LEEG):
            bewaker, naam = objecten[0]
            return self.bewaakt(bewaker, geef(naam), type_)
        if sum(bewaker is None for bewaker, _ in objecten) > 1:
            bericht_ = "er is meer dan één object, waar er maar één kan zijn"
            fout = Fout("FT-KARDINALITEIT", bericht_, kader.regel, kader.object, term.span)
            return self.vast(fout, type_)
        args = [slot for b, naam in objecten for slot in (self.waarheid(b), geef(naam))]
        return self.stap(Op.ENIGE, args, type_, niets, kader=kader, span=term.span)

    # -------------------------------------------------------------- the runs of a rule

    def runs(self, versie: Regelversie, *, deels: bool = False) -> list[Run]:
        """The runs of a rule version, one for each subject. ``deels``: a rule about the subject
        itself may look while a recursive group still makes subjects, and look again."""
        over = versie.onderwerp
        gehad, runs = self.gelopen.setdefault(versie.id, (set(), []))
        zelf = over.doel == Instantie(0, over.objecttype)
        if versie.id not in self.uitgelopen:
            for bewaker, wie in self.spelers(
                over.objecttype, over.rol, deels=deels and zelf, behalve=gehad
            ):
                if wie not in gehad:
                    gehad.add(wie)  # not twice, when the making of it leads back here
                    try:
                        runs += self._runs_voor(versie, bewaker, wie, zelf)
                    except Ongrondbaar:
                        gehad.discard(wie)
                        raise
            if not self.makend:
                self.uitgelopen.add(versie.id)
        return runs

    def _runs_voor(self, versie: Regelversie, bewaker: Bewaker, wie: str, zelf: bool) -> list[Run]:
        over = versie.onderwerp
        kader = Kader(versie, {0: wie}, wie)
        kenmerk = self.eigenschap(wie, over.kenmerk) if over.kenmerk else None
        return [
            (
                kader if zelf else Kader(versie, {0: wie, 1: doel}, doel),
                [b for b in dict.fromkeys((bewaker, kenmerk, onderweg)) if b is not None],
            )
            for onderweg, doel in self.objecten(over.doel, kader)
        ]
