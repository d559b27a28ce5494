"""Who one of our blocks is about: an objecttype, as variable 0. [uitbreidingen 4, 6, 7]"""

from __future__ import annotations

from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Tabel, faal, vouw
from wetsanalyse.model.terms import Instantie
from wetsanalyse.syntax import tree


def persoon(naam: tree.Naam, tabel: Tabel) -> tuple[str, Omgeving]:
    """The objecttype of a name, and the scope in which `hij` and the name mean that person."""
    gevonden = [b.naam for b in tabel.zoek(naam.tekst, "objecttype")]
    typen = [t for t in gevonden if t in tabel.objecttypen]
    if not typen:
        raise faal(
            "OT-ONBEKEND", naam.span, f"“{naam.tekst}” is geen objecttype",
            verwacht=tuple(tabel.objecttypen)[:6],
        )  # fmt: skip
    wie = Instantie(0, typen[0])
    omg = Omgeving(tabel, hij=wie, vrij=1).met(frozenset({vouw(naam.tekst)}), wie)
    return typen[0], omg
