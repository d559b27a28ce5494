"""Who is there, who is whose, and for whom a rule runs."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from datetime import date
from typing import Any

from tests.naief.lopen import Loop
from tests.naief.toetsen import ongeordend
from tests.naief.waarden import Fout, alle_van
from wetsanalyse.model import terms as t
from wetsanalyse.model.feiten import Casus, Feit
from wetsanalyse.model.gevolgen import Feitcreatie, Objectcreatie
from wetsanalyse.model.model import Model, Regelversie

SPAN = (2, 3)
"""Years before and after the rekendatum; in a case of a test nothing changes on their first and
last day or beyond, so what is there has no end."""


class Objecten:
    def __init__(self, model: Model, casus: Casus) -> None:
        self.model, self.casus = model, casus
        jaar = casus.rekendatum.year
        van, tot = date(jaar - SPAN[0], 1, 1), date(jaar + SPAN[1], 1, 1)
        self.venster = van.toordinal(), tot.toordinal()
        self.versies = model.versies_op(casus.rekendatum)
        self.typen = dict(casus.huishouden.objecten)
        self.feiten = {self._zelfde(f) for f in casus.huishouden.feiten}
        self.gemaakt: dict[str, tuple[Loop, Objectcreatie]] = {}
        self.onzeker: dict[Feit, Fout] = {}
        self.onbekend: list[tuple[str, Fout]] = []
        self.klaar: set[str] = set()
        self.bezig: set[Any] = set()
        self.bekend: dict[Any, Any] = {}
        self.dagen: dict[Any, bool] = {}

    @abstractmethod
    def waarde(self, term: Any, loop: Loop, dag: int | None) -> Any: ...

    @abstractmethod
    def waarde_van(self, wie: str, naam: str, dag: int | None, cel: t.Cel = ()) -> Any: ...

    @abstractmethod
    def waar(self, term: Any, loop: Loop, dag: int | None) -> bool: ...

    # ---------------------------------------------------------- making objects and facts [4.3, 4.4]

    def _maak(self, wat: str) -> None:
        """Run every rule that makes objects of a type, or facts of a feittype. In a recursive
        group again and again, until nothing is made."""
        if wat in self.klaar:
            return
        makers = [v for v in self.versies if wat in _maakt(v)]
        if any(self._in_groep(v) for v in makers):
            self.klaar.add(wat)
        elif wat in self.bezig:
            raise Fout("RC-KRING")
        self.bezig.add(wat)
        gedaan: set[tuple[str, ...]] = set()
        nieuw = True
        while nieuw:
            nieuw = False
            for versie in makers:
                for loop in self.lopen(versie):
                    sleutel = (versie.id, *loop.gebonden.values())
                    if sleutel not in gedaan:
                        gedaan.add(sleutel)
                        nieuw |= self._maak_voor(versie, loop)
        for loop, gevolg in self.gemaakt.values():
            self._eis_plaats(loop, gevolg.rol)
        self.bezig.discard(wat)
        self.klaar.add(wat)

    def _eis_plaats(self, loop: Loop, rol: t.Rolstap) -> None:
        """Where a single role was filled already, making another object is a fault. [4.3]"""
        if not rol.meerdere and len(self._anderen(loop.doel, rol.feittype, rol.rol)) > 1:
            self._misschien(rol, loop.doel, "?", Fout("FT-KARDINALITEIT"))

    def _in_groep(self, versie: Regelversie) -> bool:
        return self.model.regels[versie.regel].groep is not None

    def _maak_voor(self, versie: Regelversie, loop: Loop) -> bool:
        match versie.gevolg:
            case Objectcreatie(rol) as gevolg:
                naam = f"{versie.id} voor {loop.doel}"
                try:
                    if not self.vuurt(loop, None):
                        return False
                except Fout as fout:
                    self._misschien(rol, loop.doel, naam, fout)
                    return False
                if naam not in self.typen:
                    self.typen[naam] = rol.objecttype
                    self.gemaakt[naam] = (loop, gevolg)
                    self.feiten.add(self._feit(rol, loop.doel, naam))
            case Feitcreatie(rol, bron, element):
                for wie in self.objecten(bron, loop, None):
                    try:
                        if self.vuurt(loop.met(element.nummer, wie), None):
                            self._eis_ander(rol.feittype, loop.doel, wie)
                            self.feiten.add(self._feit(rol, loop.doel, wie))
                    except Fout as fout:
                        self._twijfel(self._feit(rol, loop.doel, wie), fout)
        return True

    def _misschien(self, rol: t.Rolstap, hier: str, naam: str, fout: Fout) -> None:
        """It is not known whether this object is there."""
        self._twijfel(self._feit(rol, hier, naam), fout)
        self.onbekend.append((rol.objecttype, fout))

    def _twijfel(self, feit: Feit, fout: Fout) -> None:
        """It is not known whether this fact is there, perhaps for more than one reason."""
        eerder = self.onzeker.get(feit)
        self.onzeker[feit] = Fout(*fout.codes, *(eerder.codes if eerder else ()))

    def _feit(self, rol: t.Rolstap, hier: str, daar: str) -> Feit:
        paar = (daar, hier) if rol.rol == 0 else (hier, daar)
        return self._zelfde(Feit(rol.feittype, paar))

    def _zelfde(self, feit: Feit) -> Feit:
        """A reciprocal fact is the same the other way round. [1.11]"""
        wederkerig = self.model.feittypen[feit.feittype].wederkerig
        een, ander = sorted(feit.objecten) if wederkerig else feit.objecten
        return Feit(feit.feittype, (een, ander))

    def _eis_ander(self, feittype: str, hier: str, daar: str) -> None:
        """Nobody stands in a reciprocal fact with himself. [1.11]"""
        if hier == daar and self.model.feittypen[feittype].wederkerig:
            raise Fout("FT-ZELF")

    # ---------------------------------------------------------- walking [3.4]

    def spelers(self, objecttype: str, rol: tuple[str, int] | None) -> list[str]:
        """All of a type, or those that play a role; that must be known of every one."""
        self._maak(objecttype)
        for type_, fout in self.onbekend:
            if type_ == objecttype:
                raise fout
        alle_ = self._van_type(objecttype)
        if rol is None:
            return alle_
        mee = alle_van(lambda naam: self.speelt(naam, *rol), alle_)
        return [naam for naam, speelt in zip(alle_, mee, strict=True) if speelt]

    def _van_type(self, objecttype: str) -> list[str]:
        return [naam for naam, type_ in self.typen.items() if type_ == objecttype]

    def speelt(self, naam: str, feittype: str, rol: int) -> bool:
        """One fact is enough; one that may be there is not, and then it is not known."""
        self._maak(feittype)
        return self._een_van(lambda feit: naam in _kanten(feit, rol, self.model), feittype)

    def bestaat(self, term: t.ObjectTerm, loop: Loop, dag: int | None) -> bool:
        """Whether there is one. Where only one may be, it must be known who."""
        match term:
            case t.Rolstap(van, feittype, rol, _, True):
                hier = self.objecten(van, loop, dag)
                self._maak(feittype)
                return self._een_van(
                    lambda feit: any(h in _kanten(feit, 1 - rol, self.model) for h in hier),
                    feittype,
                )
            case t.Selectie(bron, nummer, voorwaarde):
                return ongeordend(
                    lambda o: self.waar(voorwaarde, loop.met(nummer, o), dag),
                    self.objecten(bron, loop, dag), "ten minste", 1,
                )  # fmt: skip
            case _:
                return bool(self.objecten(term, loop, dag))

    def _een_van(self, test: Callable[[Feit], bool], feittype: str) -> bool:
        if any(f.feittype == feittype and test(f) for f in self.feiten):
            return True
        codes = [f.codes for feit, f in self.onzeker.items()
                 if feit.feittype == feittype and test(feit)]  # fmt: skip
        if codes:
            raise Fout(*frozenset().union(*codes))
        return False

    def overkant(self, hier: str, feittype: str, rol: int) -> list[str]:
        """Everybody at the other end of the facts of an object; that must be known. When it is
        not, a fault about one of them may come first as well."""
        self._maak(feittype)
        if any(
            feit.feittype == feittype and hier in _kanten(feit, 1 - rol, self.model)
            for feit in self.onzeker.keys() - self.feiten
        ):
            raise Fout("*")
        return self._anderen(hier, feittype, rol)

    def _anderen(self, hier: str, feittype: str, rol: int) -> list[str]:
        wederkerig = self.model.feittypen[feittype].wederkerig
        gevonden = {
            f.objecten[kant]
            for f in self.feiten
            if f.feittype == feittype
            for kant in ((0, 1) if wederkerig else (rol,))
            if f.objecten[1 - kant] == hier
        }
        return sorted(gevonden)

    def objecten(self, term: t.ObjectTerm, loop: Loop, dag: int | None) -> list[str]:
        """The objects that a term stands for, each once."""
        match term:
            case t.Instantie(nummer):
                return [loop.gebonden[nummer]]
            case t.Genoemd(naam):
                return [naam]
            case t.Rolstap(van, feittype, rol):
                daar = [o for hier in self.objecten(van, loop, dag)
                        for o in self.overkant(hier, feittype, rol)]  # fmt: skip
            case t.Alle(objecttype, rol_):
                return self.spelers(objecttype, rol_)
            case t.Selectie(bron, nummer, voorwaarde):
                alle_ = self.objecten(bron, loop, dag)
                mee = alle_van(lambda o: self.waar(voorwaarde, loop.met(nummer, o), dag), alle_)
                return [o for o, erbij in zip(alle_, mee, strict=True) if erbij]
            case t.Vereniging(leden):
                daar = [o for lid in leden for o in self.objecten(lid, loop, dag)]
        return list(dict.fromkeys(daar))

    # ---------------------------------------------------------- runs of a rule

    def lopen(self, versie: Regelversie) -> list[Loop]:
        """For whom a rule runs. [3.4] The role and the kenmerk that the subject must have are
        part of whether it fires."""
        over = versie.onderwerp
        self._maak(over.objecttype)
        uit: list[Loop] = []
        for wie in self._van_type(over.objecttype):
            zelf = Loop(versie, {0: wie}, wie)
            if over.doel == t.Instantie(0, over.objecttype):
                uit.append(zelf)
                continue
            doelen = self.objecten(over.doel, zelf, None)
            uit += [Loop(versie, {0: wie, 1: doel}, doel) for doel in doelen]
        return uit

    def vuurt(self, loop: Loop, dag: int | None) -> bool:
        """Subject, condition, time: the first that is not true decides. [2.2]"""
        assert loop.versie is not None
        versie, over = loop.versie, loop.versie.onderwerp
        if over.rol is not None and not self.speelt(loop.gebonden[0], *over.rol):
            return False
        if over.kenmerk is not None and not self.waarde_van(loop.gebonden[0], over.kenmerk, dag):
            return False
        delen = (versie.voorwaarde, versie.tijd)
        return all(deel is None or self.waar(deel, loop, dag) for deel in delen)


def _maakt(versie: Regelversie) -> tuple[str, ...]:
    match versie.gevolg:
        case Objectcreatie(rol):
            return rol.objecttype, rol.feittype
        case Feitcreatie(rol):
            return (rol.feittype,)
    return ()


def _kanten(feit: Feit, rol: int, model: Model) -> tuple[str, ...]:
    """Who plays a role in a fact: both when it is reciprocal."""
    return feit.objecten if model.feittypen[feit.feittype].wederkerig else (feit.objecten[rol],)
