"""The weights of severity: data with an owner and a date; a user's own file takes their place as a
whole. [hardheid 9]"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from types import MappingProxyType

from wetsanalyse.analyses.maten.maatbestand import Knoop, Maatlezer, Velden, pakketbron
from wetsanalyse.text import Result, Source

ONDERDELEN = ("verlies", "verhouding", "bodem", "duur", "verwijt")
EINDEN = ("verlies", "verhouding", "duur", "uitweg")
GEEN, GEWOON, OPZET = "geen", "gewoon", "opzet"
VERWIJT = (GEEN, GEWOON, OPZET)
GEZEGD = (GEEN, OPZET)
VELDEN = ("eigenaar", "datum", "ondertekend", "gewichten", "bijstandsnorm", "einden", "verwijt",
          "woorden")  # fmt: skip
NORMVELDEN = ("waarde", "eenheid", "bron")


@dataclass(frozen=True, slots=True)
class Weging:
    """How heavily each part of severity counts, and from where it counts in full.

    ``bijstandsnorm`` is per month; ``woorden``: what in the data of a citizen speaks of blame."""

    gewichten: Mapping[str, Fraction]
    bijstandsnorm: Fraction
    normbron: str
    einden: Mapping[str, Fraction]
    verwijt: Mapping[str, Fraction]
    woorden: Mapping[str, tuple[str, ...]]
    eigenaar: str
    datum: date
    ondertekend: bool

    def met(self, onderdeel: str, factor: Fraction) -> Weging:
        """The same with one weight times a factor, and all of them together 1 again. That last
        step changes no order: it makes every score larger or smaller by the same factor."""
        nieuw = {n: g * factor if n == onderdeel else g for n, g in self.gewichten.items()}
        som = sum(nieuw.values(), Fraction(0))
        if som == 0:
            return self
        gedeeld = {n: g / som for n, g in nieuw.items()}
        return replace(self, gewichten=MappingProxyType(gedeeld))


@cache
def standaardweging() -> Weging:
    """What ships with the package. No jurist has signed it."""
    gelezen = lees_weging(pakketbron("ernst.yaml"))
    assert gelezen.value is not None, gelezen.fouten
    return gelezen.value


def lees_weging(bron: Source) -> Result[Weging | None]:
    """The weights of a file, with every fault in it."""
    lezer = Maatlezer(bron)
    document = lezer.document()
    weging = _weging(lezer, document) if document is not None else None
    return Result(None if lezer.meldingen else weging, tuple(lezer.meldingen))


def _weging(lezer: Maatlezer, document: Knoop) -> Weging | None:
    velden = lezer.velden(document, "de weging", VELDEN)
    if velden:
        lezer.eis(document, velden, "de weging", VELDEN)
    gewichten = _getallen(lezer, velden.get("gewichten"), "het veld gewichten", ONDERDELEN)
    if gewichten is not None and sum(gewichten.values()) != 1:
        lezer.meld("MS-SOM", velden["gewichten"], "de gewichten zijn samen niet precies 1",
                   "verander een gewicht, zodat de som 1 wordt")  # fmt: skip
    norm = _norm(lezer, velden.get("bijstandsnorm"))
    einden = _getallen(lezer, velden.get("einden"), "het veld einden", EINDEN, boven_nul=True)
    verwijt = _getallen(lezer, velden.get("verwijt"), "het veld verwijt", VERWIJT, hoogstens=1)
    woorden = _woorden(lezer, velden.get("woorden"))
    eigenaar = lezer.tekst(velden.get("eigenaar"))
    dag = lezer.datum(velden.get("datum"))
    ondertekend = _ja_of_nee(lezer, velden)
    if gewichten is None or norm is None or einden is None or verwijt is None or woorden is None:
        return None
    if eigenaar is None or dag is None:
        return None
    return Weging(gewichten, *norm, einden, verwijt, woorden, eigenaar, dag, ondertekend)


def _getallen(
    lezer: Maatlezer,
    knoop: Knoop | None,
    wat: str,
    namen: tuple[str, ...],
    *,
    boven_nul: bool = False,
    hoogstens: int | None = None,
) -> Mapping[str, Fraction] | None:
    """One number for each name; None when one of them could not be read."""
    if knoop is None:
        return None
    velden = lezer.velden(knoop, wat, namen)
    if velden:
        lezer.eis(knoop, velden, wat, namen)
    gevonden: dict[str, Fraction] = {}
    for naam in namen:
        getal = lezer.getal(velden[naam]) if naam in velden else None
        if getal is None:
            continue
        if getal < 0 or (boven_nul and getal == 0):
            grens = "groter dan 0" if boven_nul else "0 of meer"
            lezer.meld("MS-GETAL", velden[naam], f"“{naam}” is in {wat} {grens}")
        elif hoogstens is not None and getal > hoogstens:
            lezer.meld("MS-GETAL", velden[naam], f"“{naam}” is in {wat} hoogstens {hoogstens}")
        gevonden[naam] = getal
    return MappingProxyType(gevonden) if len(gevonden) == len(namen) else None


def _norm(lezer: Maatlezer, knoop: Knoop | None) -> tuple[Fraction, str] | None:
    if knoop is None:
        return None
    velden = lezer.velden(knoop, "het veld bijstandsnorm", NORMVELDEN)
    if not velden or not lezer.eis(knoop, velden, "het veld bijstandsnorm", ("waarde", "bron")):
        return None
    waarde, bron = lezer.getal(velden["waarde"]), lezer.tekst(velden["bron"])
    if waarde is not None and waarde <= 0:
        lezer.meld("MS-GETAL", velden["waarde"], "de bijstandsnorm is groter dan 0")
    return (waarde, bron) if waarde is not None and bron is not None else None


def _woorden(lezer: Maatlezer, knoop: Knoop | None) -> Mapping[str, tuple[str, ...]] | None:
    if knoop is None:
        return None
    velden = lezer.velden(knoop, "het veld woorden", GEZEGD)
    return MappingProxyType(
        {
            soort: tuple(t for _, t in lezer.teksten(velden.get(soort), "woorden"))
            for soort in GEZEGD
        }
    )


def _ja_of_nee(lezer: Maatlezer, velden: Velden) -> bool:
    knoop = velden.get("ondertekend")
    tekst = lezer.tekst(knoop)
    if knoop is not None and tekst not in ("ja", "nee", None):
        lezer.meld("MS-ONBEKEND", knoop, "“ondertekend” is ja of nee", "schrijf ja of nee")
    return tekst == "ja"
