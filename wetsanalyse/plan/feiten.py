"""The facts between objects, given ones and those that rules may lay, with their guards.

Where only one may stand at the other end and there are more, whoever looks that way gets a fault,
and so is an object that a rule makes for a place that is taken. [1.11]
"""

from __future__ import annotations

from dataclasses import dataclass

from wetsanalyse.model.feiten import Huishouden
from wetsanalyse.model.types import BOOLEAN
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.objecten import NOOIT, Bewaakt, Bewaker, Objecten
from wetsanalyse.plan.ops import Fout, Kiezers, Op
from wetsanalyse.plan.stappen import Kader

Paar = tuple[str, str]
Feitsleutel = tuple[str, Paar]


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A fact that one run of a rule lays when ``voorwaarde`` is true. ``nieuw``: the object that
    is made for it, which plays ``rol``."""

    kader: Kader
    voorwaarde: int
    nieuw: str | None = None
    rol: int | None = None


class Feiten(Objecten):
    """Keeps the facts; what lays them stands in `creatie`."""

    def __init__(self, plan: Plan, huishouden: Huishouden) -> None:
        super().__init__(plan, huishouden)
        self.feiten: dict[Feitsleutel, list[Voorstel] | None] = {}
        self.bij: dict[tuple[str, int, str], list[str]] = {}
        self.gemaakt: dict[str, tuple[Feitsleutel, Voorstel]] = {}
        for feit in huishouden.feiten:
            self.leg(feit.feittype, feit.objecten, None)

    def leg(self, feittype: str, paar: Paar, voorstel: Voorstel | None) -> None:
        """Add a fact; None: it is given. Laid twice it is still one. [4.4]"""
        sleutel = self._sleutel(feittype, paar)
        if sleutel not in self.feiten:
            self.feiten[sleutel] = []
            for rol in (0, 1):
                anderen = self.bij.setdefault(self._plek(feittype, rol, paar[rol]), [])
                if paar[1 - rol] not in anderen:
                    anderen.append(paar[1 - rol])
        liggend = self.feiten[sleutel]
        if voorstel is None or liggend is None:
            self.feiten[sleutel] = None
        else:
            liggend.append(voorstel)
        if voorstel is not None and voorstel.nieuw is not None:
            self.gemaakt[voorstel.nieuw] = (sleutel, voorstel)

    def _wederkerig(self, feittype: str) -> bool:
        return self.model.feittypen[feittype].wederkerig

    def _sleutel(self, feittype: str, paar: Paar) -> Feitsleutel:
        een, ander = sorted(paar) if self._wederkerig(feittype) else paar
        return feittype, (een, ander)

    def _plek(self, feittype: str, rol: int, naam: str) -> tuple[str, int, str]:
        return feittype, 0 if self._wederkerig(feittype) else rol, naam

    def _anderen(self, feittype: str, rol: int, naam: str) -> list[tuple[str, Feitsleutel]]:
        """Who stands at the other end, each with the fact."""
        gevonden = self.bij.get(self._plek(feittype, rol, naam), ())
        paren = ((a, (naam, a) if rol == 0 else (a, naam)) for a in gevonden)
        return [(a, self._sleutel(feittype, paar)) for a, paar in paren]

    def feiten_van(self, naam: str, feittype: str, rol: int) -> list[Bewaakt]:
        return [(self._feit(sleutel), a) for a, sleutel in self._anderen(feittype, rol, naam)]

    # -------------------------------------------------------------- guards

    def bestaat(self, naam: str) -> Bewaker:
        if naam not in self.gemaakt:
            return None
        return self.eenmaal(("bestaat", naam), lambda: self._bestaan(naam))

    def _bestaan(self, naam: str) -> int:
        """An object that is made for a single role which is filled already is a fault. [4.3]"""
        (feittype, paar), voorstel = self.gemaakt[naam]
        assert voorstel.rol is not None
        wie = paar[1 - voorstel.rol]
        vrij: Bewaker = None
        if not self.model.feittypen[feittype].rollen[voorstel.rol].meerdere:
            liggend = [
                self.feiten[sleutel]
                for ander, sleutel in self._anderen(feittype, 1 - voorstel.rol, wie)
                if ander != naam
            ]
            # Facts with objects that are there already may themselves ask which objects there are.
            bezet: list[Bewaker] = [None for voorstellen in liggend if voorstellen is None]
            bezet += [
                v.voorwaarde
                for voorstellen in liggend
                for v in voorstellen or ()
                if v.rol == voorstel.rol
            ]
            vrij = self._vrij(bezet, feittype, 1 - voorstel.rol, wie, voorstel.kader)
        return self._keuze([(voorstel.kader, self.en([voorstel.voorwaarde, vrij]))], naam)

    def _feit(self, sleutel: Feitsleutel) -> Bewaker:
        voorstellen = self.feiten[sleutel]
        if voorstellen is None:
            return None
        if len(voorstellen) == 1 and voorstellen[0].nieuw is not None:
            return self.bestaat(voorstellen[0].nieuw)
        return self.eenmaal(("feit", sleutel), lambda: self._gelegd(sleutel, voorstellen))

    def _gelegd(self, sleutel: Feitsleutel, voorstellen: list[Voorstel]) -> int:
        takken = [
            (v.kader, v.voorwaarde if v.nieuw is None else self.bestaat(v.nieuw))
            for v in voorstellen
        ]
        feittype, (een, ander) = sleutel
        rol = self.model.feittypen[feittype].rollen[1]
        return self._keuze(takken, f"{ander} is {rol.naam} van {een}")

    def _keuze(self, takken: list[tuple[Kader, Bewaker]], label: str) -> int:
        args = [slot for _, b in takken for slot in (self.waarheid(b), self.waar())]
        kader = takken[0][0]
        par = Kiezers(tuple(k.regel or "" for k, _ in takken), kader.object or "")
        onwaar = self.vast(False, BOOLEAN)
        return self.stap(
            Op.KIES, (*args, onwaar), BOOLEAN, par, label=label, kader=kader, hoofd=True
        )

    # -------------------------------------------------------------- single roles

    def aan_de_overkant(self, naam: str, feittype: str, rol: int) -> list[Bewaakt]:
        """As `feiten_van`; where only one may stand, more than one is a fault. [1.11]"""
        alle = self.feiten_van(naam, feittype, rol)
        if self.model.feittypen[feittype].rollen[1 - rol].meerdere or len(alle) < 2:
            return alle
        enig: list[Bewaakt] = []
        for bewaker, wie in alle:
            bezet = [b for b, ander in alle if ander != wie]
            vrij = self._vrij(bezet, feittype, rol, naam)
            enig.append((self.en([bewaker, vrij]), wie))
        return enig

    def _vrij(
        self, bezet: list[Bewaker], feittype: str, rol: int, wie: str, kader: Kader | None = None
    ) -> Bewaker:
        """True while none of these is, else the fault that there are too many."""
        vol = self.een_van(bezet)
        if vol is NOOIT:
            return None
        naam = self.model.feittypen[feittype].rollen[1 - rol].naam
        bericht = f"“{wie}” heeft in “{feittype}” meer dan één {naam}; er kan er maar één zijn"
        regel, span = (kader.regel, kader.span) if kader else (None, None)
        fout = self.vast(Fout("FT-KARDINALITEIT", bericht, regel, wie, span), BOOLEAN)
        if vol is None:
            return fout

        def maak() -> int:
            dubbel = self.stap(Op.INDIEN, (vol, fout), BOOLEAN)
            return self.stap(Op.NIET, (dubbel,), BOOLEAN)

        return self.eenmaal(("vrij", vol, fout), maak)
