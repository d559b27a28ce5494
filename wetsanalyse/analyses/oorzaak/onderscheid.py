"""In what two citizens differ: a place on an axis, one input, or what happened. [hardheid 4]

Both always have the same household, so that one flat plan serves both."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.cellen import eigenschappen, lid_van
from wetsanalyse.model.model import Attribuut, Model
from wetsanalyse.model.types import BOOLEAN, Type
from wetsanalyse.run.verloop import Verloop
from wetsanalyse.run.weergave import toon


def met_gegeven(casus: Casus, object_: str, eigenschap: str, waarde: Any) -> Casus:
    """The same citizen with another value for one input; None: not given."""
    invoer = {**casus.invoer, (object_, eigenschap): waarde}
    if waarde is None:
        del invoer[object_, eigenschap]
    return replace(casus, invoer=MappingProxyType(invoer))


@dataclass(frozen=True)
class OpAs:
    """One stands at ``x_burger`` on the axis of a sweep, the other at ``x_buur``."""

    veeg: Veeg = field(repr=False)
    x_burger: int
    x_buur: int

    @property
    def naam(self) -> str:
        return self.veeg.attribuut

    @property
    def object(self) -> str:
        return self.veeg.object

    @property
    def objecttype(self) -> str:
        return self.veeg.casus.huishouden.typen[self.veeg.object]

    @property
    def type(self) -> Type:
        return self.veeg.as_attribuut.type

    @property
    def waarden(self) -> tuple[Fraction, Fraction]:
        """Of the citizen and of the neighbour, in the unit of the attribute."""
        return self.veeg.waarde(self.x_burger), self.veeg.waarde(self.x_buur)

    @property
    def paar(self) -> tuple[Casus, Casus]:
        een, ander = (met_gegeven(self.veeg.casus, self.object, self.naam, w) for w in self.waarden)
        return een, ander

    @property
    def teksten(self) -> tuple[str, str]:
        een, ander = (toon(w, self.type) for w in self.waarden)
        return een, ander

    @property
    def plaats(self) -> str:
        """Where the citizen who is hit stands: ``vermogen 179430 €``."""
        return f"{self.naam} {self.teksten[0]}"

    @property
    def eenheid(self) -> str:
        return "dag" if self.type.is_tijd else str(self.type.eenheid)

    @property
    def hoe(self) -> str:
        """``1 € meer bij “vermogen” van A``."""
        burger, buur = self.waarden
        verschil = abs(burger - buur)
        if self.type.is_tijd:
            hoeveel = "één dag" if verschil == 1 else f"{verschil} dagen"
            richting = "later" if burger > buur else "eerder"
        else:
            hoeveel = toon(verschil, self.type)
            richting = "meer" if burger > buur else "minder"
        return f"{hoeveel} {richting} bij “{self.naam}” van {self.object}"

    @property
    def omlaag(self) -> bool:
        """Whether less is what hurts; more is told first."""
        return self.x_burger < self.x_buur

    @property
    def groep(self) -> Any:
        return self.objecttype, self.naam

    @property
    def plek(self) -> int:
        """The place of the axis in the declaration of its objecttype: fixed, and known to the
        user."""
        model = self.veeg.plan.model
        return [e for e, _ in eigenschappen(model, self.objecttype)].index(self.naam)

    @property
    def garantie(self) -> str:
        return self.veeg.netto.garantie

    @property
    def verloop(self) -> Verloop:
        return self.veeg.netto


@dataclass(frozen=True)
class InGegeven:
    """One input has another value; it is not looked at as an axis."""

    model: Model = field(repr=False)
    paar: tuple[Casus, Casus] = field(repr=False)
    object: str
    naam: str

    @property
    def objecttype(self) -> str:
        return self.paar[0].huishouden.typen[self.object]

    @property
    def type(self) -> Type:
        lid = lid_van(self.model, self.objecttype, self.naam)
        return lid.type if isinstance(lid, Attribuut) else BOOLEAN

    @property
    def waarden(self) -> tuple[Any, Any]:
        een, ander = (c.invoer.get((self.object, self.naam)) for c in self.paar)
        return een, ander

    @property
    def teksten(self) -> tuple[str, str]:
        een, ander = (self._tekst(w) for w in self.waarden)
        return een, ander

    def _tekst(self, waarde: Any) -> str:
        """A kenmerk that was not given is not true; it is never leeg."""
        if waarde is not None:
            return toon(waarde, self.type)
        is_kenmerk = not isinstance(lid_van(self.model, self.objecttype, self.naam), Attribuut)
        return toon(False, BOOLEAN) if is_kenmerk else "niet opgegeven"

    @property
    def plaats(self) -> str:
        return f"{self.naam} {self.teksten[0]}"

    @property
    def eenheid(self) -> str:
        return "dag" if self.type.is_tijd else str(self.type.eenheid)

    @property
    def hoe(self) -> str:
        burger, buur = self.teksten
        return f"“{self.naam}” van {self.object}: {burger} in plaats van {buur}"

    @property
    def omlaag(self) -> bool:
        return False

    @property
    def groep(self) -> Any:
        return self.objecttype, self.naam

    @property
    def plek(self) -> int:
        return [e for e, _ in eigenschappen(self.model, self.objecttype)].index(self.naam)

    @property
    def garantie(self) -> str:
        """Both were computed exactly; that is all that is claimed."""
        return "exact"

    @property
    def verloop(self) -> None:
        return None


@dataclass(frozen=True)
class InHistorie:
    """One thing happened otherwise. ``naam``: the event; ``hoe``: how the citizen's history
    differs from the neighbour's, in words; ``teksten``: what happened, for each of them."""

    paar: tuple[Casus, Casus] = field(repr=False)
    naam: str
    soort: str
    """Of the event: an act of the citizen, of the authority, …"""
    hoe: str
    teksten: tuple[str, str]
    nummer: int = 0
    """Which of the events of the history it is."""

    @property
    def object(self) -> str:
        """Who the event is about: the first object that it changes, else the first of all."""
        for casus in self.paar:
            for voorval in casus.gebeurtenissen:
                if voorval.gebeurtenis == self.naam and voorval.wijzigingen:
                    return voorval.wijzigingen[0].object
        return self.paar[0].huishouden.objecten[0][0]

    @property
    def objecttype(self) -> str:
        return self.paar[0].huishouden.typen[self.object]

    @property
    def waarden(self) -> tuple[str, str]:
        return self.teksten

    @property
    def plaats(self) -> str:
        return self.teksten[0]

    @property
    def eenheid(self) -> str:
        return ""

    @property
    def omlaag(self) -> bool:
        return False

    @property
    def groep(self) -> Any:
        return "gebeurtenis", self.naam

    @property
    def plek(self) -> int:
        return self.nummer

    @property
    def garantie(self) -> str:
        return "exact"

    @property
    def verloop(self) -> None:
        return None


@dataclass(frozen=True)
class Gewisseld:
    """Two persons have each other's amounts and days. ``rollen``: what each is to the other;
    ``gegevens``: what was swapped."""

    paar: tuple[Casus, Casus] = field(repr=False)
    personen: tuple[str, str]
    model: Model = field(repr=False)
    rollen: tuple[str, str]
    gegevens: tuple[str, ...]

    @property
    def naam(self) -> str:
        return "wie van de twee"

    @property
    def object(self) -> str:
        return self.personen[0]

    @property
    def objecttype(self) -> str:
        return self.paar[0].huishouden.typen[self.object]

    @property
    def teksten(self) -> tuple[str, str]:
        """``loon 1200 €/mnd van A en 3000 €/mnd van B``, for each of the two citizens."""
        een, ander = (
            ", ".join(_van_beiden(self, casus, naam) for naam in self.gegevens)
            for casus in self.paar
        )
        return een, ander

    @property
    def waarden(self) -> tuple[str, str]:
        return self.teksten

    @property
    def plaats(self) -> str:
        return self.teksten[0]

    @property
    def eenheid(self) -> str:
        return ""

    @property
    def hoe(self) -> str:
        naar, van = self.teksten
        return f"{naar}, in plaats van {van},"

    @property
    def omlaag(self) -> bool:
        return False

    @property
    def groep(self) -> Any:
        return self.objecttype, self.naam

    @property
    def plek(self) -> int:
        return 0

    @property
    def garantie(self) -> str:
        return "exact"

    @property
    def verloop(self) -> None:
        return None


@dataclass(frozen=True)
class Verdeeld(Gewisseld):
    """The same amount is divided otherwise over two objects of one sort: one payment, or two."""

    @property
    def attribuut(self) -> str:
        return self.gegevens[0]

    @property
    def naam(self) -> str:
        return f"de verdeling van {self.attribuut}"

    @property
    def teksten(self) -> tuple[str, str]:
        een, ander = (" en ".join(_per_persoon(self, c, self.attribuut)) for c in self.paar)
        return een, ander

    @property
    def hoe(self) -> str:
        een, ander = self.personen
        naar, van = self.teksten
        return f"“{self.attribuut}” van {een} en {ander}: {naar} in plaats van {van}"


@dataclass(frozen=True)
class VerdeeldOverCellen(Verdeeld):
    """The same amount is divided otherwise over two cells of one attribute: all in one half of the
    year, or as much in each."""

    cellen: tuple[str, str] = ("", "")

    @property
    def teksten(self) -> tuple[str, str]:
        een, ander = (
            " en ".join(_per_persoon(self, c, cel)[0] for cel in self.cellen) for c in self.paar
        )
        return een, ander

    @property
    def hoe(self) -> str:
        naar, van = self.teksten
        return f"{' en '.join(f'“{c}”' for c in self.cellen)}: {naar} in plaats van {van}"


def _per_persoon(verschil: Gewisseld, casus: Casus, eigenschap: str) -> tuple[str, ...]:
    lid = lid_van(verschil.model, verschil.objecttype, eigenschap)
    assert isinstance(lid, Attribuut)
    return tuple(toon(casus.invoer[n, eigenschap], lid.type) for n in verschil.personen)


def _van_beiden(verschil: Gewisseld, casus: Casus, eigenschap: str) -> str:
    waarden = zip(_per_persoon(verschil, casus, eigenschap), verschil.personen, strict=True)
    return f"{eigenschap} " + " en ".join(f"{waarde} van {wie}" for waarde, wie in waarden)


Tweelingverschil = InGegeven | Gewisseld | Verdeeld
Onderscheid = OpAs | InHistorie | Tweelingverschil


def omgekeerd(verschil: Tweelingverschil) -> Tweelingverschil:
    """The other of the two is the citizen."""
    een, ander = verschil.paar
    return replace(verschil, paar=(ander, een))
