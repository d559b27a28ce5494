"""A name that stands alone: which instances are meant by ``een X`` and ``alle X``. [3.4, 8.1]"""

from __future__ import annotations

from typing import NamedTuple

from wetsanalyse.model.tabel import Tabel, faal
from wetsanalyse.syntax import tree


class Groep(NamedTuple):
    """All instances of a type; or those that play a role, or have a kenmerk."""

    objecttype: str
    rol: tuple[str, int] | None = None
    kenmerk: str | None = None

    def __str__(self) -> str:
        if self.rol is not None:
            return f"wie die rol heeft in feittype “{self.rol[0]}”"
        if self.kenmerk is not None:
            return f"elk object van type {self.objecttype} met dat kenmerk"
        return f"elk object van type {self.objecttype}"


def kale_naam(naam: tree.Naam, tabel: Tabel, *, alleen_meervoud: bool = False) -> Groep | None:
    """What a name stands for on its own; None when for nothing. Raises Onoplosbaar when it is the
    name of more than one group: none of them may win without a word."""
    groepen = _groepen(naam.tekst, tabel, alleen_meervoud)
    if len(groepen) > 1:
        raise faal(
            "NM-MEERDUIDIG",
            naam.span,
            f"“{naam.tekst}” is de naam van meer dan één ding",
            hulp=(
                f"als {groepen[0]}",
                f"of als {groepen[1]}",
                "geef een van de twee een andere naam",
            ),
        )
    return groepen[0] if groepen else None


def _groepen(naam: str, tabel: Tabel, alleen_meervoud: bool) -> list[Groep]:
    def past(getal: str) -> bool:
        return getal != "enkel" or not alleen_meervoud

    typen = [
        b.naam
        for b in tabel.zoek(naam, "objecttype")
        if b.naam in tabel.objecttypen and past(b.getal)
    ]
    groepen = [Groep(type_) for type_ in typen]
    if any(past(b.getal) for b in tabel.zoek(naam, "rol")):
        # A role that is called like its own type is the same thing. [A20]
        per_feit = {
            r.feittype: r for r in reversed(tabel.rollen(naam)) if r.objecttype not in typen
        }
        groepen += [Groep(r.objecttype, (r.feittype, r.nummer)) for r in per_feit.values()]
    for b in tabel.zoek(naam, "kenmerk"):
        eigenaar = b.eigenaar if past(b.getal) and b.eigenaar in tabel.objecttypen else None
        kenmerk = tabel.kenmerk(eigenaar, naam) if eigenaar else None
        if kenmerk is not None and kenmerk.soort == "gewoon":
            groepen.append(Groep(kenmerk.objecttype, kenmerk=kenmerk.naam))
    return list(dict.fromkeys(groepen))
