"""Which column of the population feeds which attribute of a law: read from the `koppeling.yaml`
that jurists keep beside the rules, with all faults at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from pathlib import Path

from wetsanalyse.model.databestand import Knoop, Maatlezer, Velden, kies
from wetsanalyse.text import Diagnostic, Result, Source
from wetsanalyse.text.diagnostic import fout

BESTAND = "koppeling.yaml"


class Wie(Enum):
    """Who gets a row. `VOLWASSENEN`: also each other adult of the household, alone."""

    HOOFDEN = "hoofden"
    VOLWASSENEN = "volwassenen"


class Alleen(Enum):
    """Which households get rows."""

    HUURDERS = "huurders"
    MET_KIND = "met een kind onder 18"


# What the maker can give, and for whom.
VAN_AANVRAGER = (
    "inkomen",
    "vermogen",
    "leeftijd",
    "geboortedatum",
    "huur",
    "aantal medebewoners",
    "inkomen van de medebewoners",
    "heeft een kind in huis",
)
VAN_PARTNER = ("inkomen", "leeftijd", "geboortedatum")
VAN_KIND = ("geboortedatum", "leeftijd")
VULLERS = ("partner", "kinderen onder 18")
"""Whom a role of the law can be filled with."""
PER_VULLER = {"partner": VAN_PARTNER, "kinderen onder 18": VAN_KIND}


@dataclass(frozen=True, slots=True)
class Vrijstelling:
    """Of the income of a child living in, below an age, the first euros do not count."""

    jonger_dan: int
    bedrag: int


@dataclass(frozen=True, slots=True)
class Vast:
    """A value that is the same for everybody. ``plaatsen``: its decimals."""

    waarde: bool | Fraction | str
    plaatsen: int = 0


@dataclass(frozen=True, slots=True)
class Veldvulling:
    """One attribute of the law and what it is fed with. ``aanname``: the law means something else,
    and this stands in for it."""

    naam: str
    van: str | Vast
    uitleg: str
    aanname: bool = False
    vrijstelling: Vrijstelling | None = None


@dataclass(frozen=True, slots=True)
class Rolvulling:
    """A role of the law, filled with the partner or with children."""

    naam: str
    van: str
    velden: tuple[Veldvulling, ...]


@dataclass(frozen=True, slots=True)
class Koppeling:
    """Everything a law is fed with. ``uitkomst``: which outcome is the amount of the scheme;
    ``niet_gevuld``: what stays empty, and why."""

    wet: str
    jaar: int
    uitleg: str
    wie: Wie
    alleen: tuple[Alleen, ...]
    velden: tuple[Veldvulling, ...]
    rollen: tuple[Rolvulling, ...]
    niet_gevuld: tuple[tuple[str, str], ...]
    uitkomst: str = ""

    @property
    def aannamen(self) -> dict[str, str]:
        """By attribute what was assumed."""
        alle = [("", self.velden), *((f"{r.naam}: ", r.velden) for r in self.rollen)]
        gevonden = {f"{rol}{v.naam}": v.uitleg for rol, vs in alle for v in vs if v.aanname}
        return gevonden | {naam: f"leeg: {reden}" for naam, reden in self.niet_gevuld}


HOOFDVELDEN = ("wet", "jaar", "uitleg", "wie", "velden")


def vind_koppeling(map_: Path) -> Result[Koppeling | None]:
    """The mapping of a folder of rules; a fault when there is none."""
    pad = map_ / BESTAND
    try:
        tekst = pad.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        melding = fout(
            "KP-ONTBREEKT",
            None,
            f"{pad} is er niet of is niet te lezen",
            hulp=(f"schrijf in {BESTAND} wat elk gegeven vult; zie docs/bevolking-maken.md",),
        )
        return Result(None, (melding,))
    return lees_koppeling(Source(str(pad), tekst))


def lees_koppeling(bron: Source) -> Result[Koppeling | None]:
    lezer = Maatlezer(bron)
    document = lezer.document()
    wat = "de koppeling"
    kan = (*HOOFDVELDEN, "uitkomst", "alleen", "rollen", "niet gevuld")
    velden = lezer.velden(document, wat, kan) if document is not None else {}
    if document is None or not lezer.eis(document, velden, wat, HOOFDVELDEN):
        return Result(None, tuple(lezer.meldingen))
    jaar = lezer.getal(velden["jaar"])
    wie = lezer.tekst(velden["wie"]) or ""
    if wie not in [w.value for w in Wie]:
        mogelijk = kies([w.value for w in Wie])
        lezer.meld("MS-ONBEKEND", velden["wie"], f"“{wie}” kan hier niet", mogelijk)
    alleen = lezer.keuzes(velden.get("alleen"), "groep huishoudens", [a.value for a in Alleen])
    gelezen = _velden(lezer, velden["velden"], VAN_AANVRAGER)
    rollen = [
        _rol(lezer, naam, knoop)
        for naam, knoop in (
            lezer.velden(velden["rollen"], "de rollen").items() if "rollen" in velden else ()
        )
    ]
    niet = lezer.velden(velden["niet gevuld"], "niet gevuld") if "niet gevuld" in velden else {}
    if lezer.meldingen or jaar is None:
        return Result(None, tuple(lezer.meldingen))
    return Result(
        Koppeling(
            lezer.tekst(velden["wet"]) or "",
            int(jaar),
            lezer.tekst(velden["uitleg"]) or "",
            Wie(wie),
            tuple(Alleen(a) for a in alleen),
            gelezen,
            tuple(r for r in rollen if r is not None),
            tuple((naam, lezer.tekst(k) or "") for naam, k in niet.items()),
            lezer.tekst(velden.get("uitkomst")) or "",
        )
    )


def _rol(lezer: Maatlezer, naam: str, knoop: Knoop) -> Rolvulling | None:
    wat = f"de rol “{naam}”"
    velden = lezer.velden(knoop, wat, ("van", "velden"))
    if not velden or not lezer.eis(knoop, velden, wat, ("van", "velden")):
        return None
    van = lezer.tekst(velden["van"]) or ""
    if van not in VULLERS:
        lezer.meld("MS-ONBEKEND", velden["van"], f"“{van}” kan hier niet", kies(VULLERS))
        return None
    return Rolvulling(naam, van, _velden(lezer, velden["velden"], PER_VULLER[van]))


def _velden(lezer: Maatlezer, knoop: Knoop, kan: Sequence[str]) -> tuple[Veldvulling, ...]:
    gelezen = [_veld(lezer, naam, k, kan) for naam, k in lezer.velden(knoop, "de velden").items()]
    return tuple(v for v in gelezen if v is not None)


def _veld(lezer: Maatlezer, naam: str, knoop: Knoop, kan: Sequence[str]) -> Veldvulling | None:
    wat = f"het veld “{naam}”"
    velden = lezer.velden(knoop, wat, ("van", "vast", "uitleg", "aanname", "vrijgesteld"))
    if not velden or not lezer.eis(knoop, velden, wat, ("uitleg",)):
        return None
    if ("van" in velden) == ("vast" in velden):
        lezer.meld("MS-VORM", knoop, f"{wat} heeft één van beide: “van” of “vast”")
        return None
    bron = _bron(lezer, velden, kan)
    aanname = lezer.tekst(velden.get("aanname")) or "nee"
    if aanname not in ("ja", "nee"):
        lezer.meld("MS-ONBEKEND", velden["aanname"], "een aanname is “ja” of “nee”")
    vrij = _vrijstelling(lezer, velden["vrijgesteld"]) if "vrijgesteld" in velden else None
    if bron is None:
        return None
    return Veldvulling(naam, bron, lezer.tekst(velden["uitleg"]) or "", aanname == "ja", vrij)


def _bron(lezer: Maatlezer, velden: Velden, kan: Sequence[str]) -> str | Vast | None:
    if "van" in velden:
        van = lezer.tekst(velden["van"])
        if van not in kan:
            lezer.meld("MS-ONBEKEND", velden["van"], f"“{van}” kan hier niet", kies(kan))
            return None
        return van
    tekst = lezer.tekst(velden["vast"]) or ""
    if tekst in ("ja", "nee"):
        return Vast(tekst == "ja")
    getal = lezer.getal(velden["vast"])
    return None if getal is None else Vast(getal, len(tekst.partition(".")[2]))


def _vrijstelling(lezer: Maatlezer, knoop: Knoop) -> Vrijstelling | None:
    wat, nodig = "een vrijstelling", ("jonger dan", "bedrag")
    velden = lezer.velden(knoop, wat, nodig)
    if not velden or not lezer.eis(knoop, velden, wat, nodig):
        return None
    jonger, bedrag = (lezer.getal(velden[n]) for n in nodig)
    return None if jonger is None or bedrag is None else Vrijstelling(int(jonger), int(bedrag))


def toets_aan(k: Koppeling, kan: Mapping[str, Sequence[str]]) -> tuple[Diagnostic, ...]:
    """Whether the law knows every name that is fed. ``kan``: by role (empty: the applicant) the
    attributes and kenmerken of the law."""
    alle = [("", k.velden), *((r.naam, r.velden) for r in k.rollen)]
    meldingen = []
    for rol, velden in alle:
        if rol not in kan:
            meldingen.append(_onbekend(f"de wet kent geen rol “{rol}”", [r for r in kan if r]))
            continue
        meldingen += [
            _onbekend(f"de wet kent geen gegeven “{v.naam}”" + (f" bij “{rol}”" if rol else ""),
                      kan[rol])
            for v in velden
            if v.naam not in kan[rol]
        ]  # fmt: skip
    return tuple(meldingen)


def _onbekend(bericht: str, kan: Sequence[str]) -> Diagnostic:
    return fout("KP-ONBEKEND", None, f"{BESTAND}: {bericht}", hulp=(kies(kan),))
