"""The objects of a household: who is meant by a term, each with the step that lets it in."""

from __future__ import annotations

from abc import abstractmethod

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
from wetsanalyse.plan.stappen import Kader, Stappen

Bewaakt = tuple[int | None, str]
"""An object, with the step that says whether it is in (None: always)."""


class NogNiet(Exception):
    """Ends the making of one step: what it needs is not computed yet."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


class Objecten(Stappen):
    """Walks from object to object; ``los`` gives it the steps of a condition."""

    @abstractmethod
    def los(self, term: Term, kader: Kader | None = None) -> int:
        """The step of one value."""

    def objecten(self, term: ObjectTerm, kader: Kader) -> list[Bewaakt]:
        """The objects that a term stands for in this household."""
        match term:
            case Instantie(nummer):
                return [(None, kader.gebonden[nummer])]
            case Genoemd(naam):
                return [(None, naam)]
            case Rolstap(van, feittype, rol):
                self._eis_feiten(feittype)
                daar = [
                    (bewaker, naam)
                    for bewaker, hier in self.objecten(van, kader)
                    for naam in self._overkant(hier, feittype, rol)
                ]
                # Along two ways to one object: it is still one.
                return self.vereniging(daar) if is_meervoudig(van) else daar
            case Alle(objecttype, rollen):
                reden = self.plan.ongerekend.objecttypen.get(objecttype)
                if reden is not None:
                    raise NogNiet(reden)
                return [(None, o) for o in self._spelers(objecttype, rollen)]
            case Selectie(bron, nummer, voorwaarde):
                return [
                    (self.en([b, self.los(voorwaarde, kader.met(nummer, o))], kader), o)
                    for b, o in self.objecten(bron, kader)
                ]
            case Vereniging(leden):
                return self.vereniging([o for lid in leden for o in self.objecten(lid, kader)])

    def _spelers(self, objecttype: str, rol: tuple[str, int] | None) -> list[str]:
        """The objects of a type that are there; with ``rol`` only those that play it."""
        alle = self.van_type.get(objecttype, [])
        return [o for o in alle if rol is None or self.speelt(o, *rol)]

    def vereniging(self, alle: list[Bewaakt]) -> list[Bewaakt]:
        """Each object once: it is in when one of its guards lets it in. [3.6]"""
        per_object: dict[str, list[int | None]] = {}
        for bewaker, naam in alle:
            per_object.setdefault(naam, []).append(bewaker)
        return [
            (None if None in b else self.of([x for x in b if x is not None]), naam)
            for naam, b in per_object.items()
        ]

    def _overkant(self, hier: str, feittype: str, rol: int) -> list[str]:
        gevonden: list[str] = []
        wederkerig = self.model.feittypen[feittype].wederkerig
        for feit in self.huishouden.feiten:
            if feit.feittype != feittype:
                continue
            for kant in (0, 1) if wederkerig else (rol,):
                if feit.objecten[1 - kant] == hier and feit.objecten[kant] not in gevonden:
                    gevonden.append(feit.objecten[kant])
        return gevonden

    def _eis_feiten(self, feittype: str) -> None:
        """Raise when a rule lays facts of this type, so that not all of them are known."""
        reden = self.plan.ongerekend.feittypen.get(feittype)
        if reden is not None:
            raise NogNiet(reden)

    def _eis_bekend(self, doel: ObjectTerm, rol: tuple[str, int] | None) -> None:
        if rol is not None:
            self._eis_feiten(rol[0])
        while isinstance(doel, Rolstap):
            self._eis_feiten(doel.feittype)
            doel = doel.van

    def speelt(self, naam: str, feittype: str, rol: int) -> bool:
        self._eis_feiten(feittype)
        wederkerig = self.model.feittypen[feittype].wederkerig
        return any(
            f.feittype == feittype and naam in (f.objecten if wederkerig else (f.objecten[rol],))
            for f in self.huishouden.feiten
        )
