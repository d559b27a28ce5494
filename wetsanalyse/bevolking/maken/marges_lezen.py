"""Reading the figures: `marges.yaml` or a file like it, with all faults at once."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import resources
from itertools import product
from typing import TypeVar

from wetsanalyse.bevolking.maken.indeling import (
    ASSEN,
    BRONNEN,
    GROEPEN,
    HOOFDSOORTEN,
    LEEFTIJDEN,
    SOORTEN,
    WONINGEN,
)
from wetsanalyse.bevolking.maken.marges import (
    Bronmerk,
    Cijferherkomst,
    Gebruik,
    Marge,
    Marges,
    Omrekenen,
    Regelingcijfer,
)
from wetsanalyse.bevolking.maken.marges_toetsen import wat_niet_past
from wetsanalyse.model.databestand import Knoop, Maatlezer, Velden, kies
from wetsanalyse.text import Result, Source

BESTAND = "marges.yaml"
E = TypeVar("E", bound=Enum)

MATEN = ("ontvangers", "bedrag")
VELDEN = ("titel", "jaar", "bron", "adres", "merk", "gebruik", "meet", "omrekenen", "waarden")
HELE = ("totaal", "jaar van het totaal", "marges", "regelingen", "aannamen", "keuzen",
        "index inkomen", "weggelaten")  # fmt: skip
ACHT = len(LEEFTIJDEN)
# Of every choice how many numbers it has; with a table also its rows.
KEUZEN: dict[str, int | tuple[tuple[str, ...], int]] = {
    "soort en leeftijd": (SOORTEN, ACHT),
    "bron en leeftijd": (BRONNEN, ACHT),
    "woning en leeftijd": (WONINGEN, ACHT),
    "gewicht van een kinderklasse": 5,
    "gewicht van het aantal kinderen": 5,
    "gewicht van extra leden": 3,
    "gewicht van leden in een overig huishouden": 4,
    "leeftijdsverschil van ouder en kind": 2,
    "inkomen van kind 18-24, ouder kind en ander lid": 3,
    "spreiding van dat inkomen": 1,
    "mediaan en gemiddelde van het gestandaardiseerde inkomen": 2,
    "mediaan banktegoed naar soort": (HOOFDSOORTEN, 1),
    "mediaan banktegoed naar leeftijd": ACHT,
    "inkomensgroep en spreiding in de volgorde van vermogen": 2,
    "huur van een corporatie, midden en spreiding en uitersten": 4,
    "huur van een ander, midden en spreiding en uitersten": 4,
    "hoogste inkomen en vermogen": 2,
}


@cache
def standaard() -> Marges:
    """What ships with the package. A fault in it is a programmer's, so it may stop the program."""
    tekst = (resources.files("wetsanalyse.bevolking.maken") / BESTAND).read_text("utf-8")
    gelezen = lees_marges(Source(f"wetsanalyse/bevolking/maken/{BESTAND}", tekst))
    assert gelezen.value is not None, gelezen.fouten
    assert gelezen.ok, gelezen.fouten
    return gelezen.value


def lees_marges(bron: Source) -> Result[Marges | None]:
    """A file with margins; None when something essential could not be read."""
    lezer = Maatlezer(bron)
    document = lezer.document()
    velden = lezer.velden(document, "dit bestand", HELE) if document is not None else {}
    if document is None or not lezer.eis(document, velden, "dit bestand", HELE):
        return Result(None, tuple(lezer.meldingen))
    rijen = lezer.velden(velden["marges"], "de marges")
    marges = [_marge(lezer, id_, k) for id_, k in rijen.items()]
    cijfers = [_cijfer(lezer, k) for k in lezer.rijen(velden["regelingen"], "regelingen")]
    aannamen = lezer.velden(velden["aannamen"], "de aannamen")
    keuzen = _keuzen(lezer, velden["keuzen"])
    totaal, index = lezer.getal(velden["totaal"]), lezer.getal(velden["index inkomen"])
    for naam, getal in (("totaal", totaal), ("index inkomen", index)):
        if getal is not None and getal <= 0:
            lezer.meld("MS-GETAL", velden[naam], f"“{naam}” is groter dan 0")
    weg = [_weg(lezer, k) for k in lezer.rijen(velden["weggelaten"], "wat is weggelaten")]
    lezer.eis(velden["marges"], rijen, "dit bestand", NODIG)
    _alle_klassen(lezer, velden["marges"], [m for m in marges if m is not None])
    if lezer.meldingen or totaal is None or index is None:
        return Result(None, tuple(lezer.meldingen))
    gelezen = Marges(
        int(totaal),
        lezer.tekst(velden["jaar van het totaal"]) or "",
        tuple(m for m in marges if m is not None),
        tuple(c for c in cijfers if c is not None),
        {naam: lezer.tekst(k) or "" for naam, k in aannamen.items()},
        keuzen,
        index,
        tuple(weg),
    )
    for zin in wat_niet_past(gelezen):
        lezer.meld("MS-GETAL", velden["marges"], zin)
    return Result(None if lezer.meldingen else gelezen, tuple(lezer.meldingen))


def _marge(lezer: Maatlezer, id_: str, knoop: Knoop) -> Marge | None:
    wat = f"de marge “{id_}”"
    velden = lezer.velden(knoop, wat, (*VELDEN, "maal", "opmerking"))
    if not velden or not lezer.eis(knoop, velden, wat, VELDEN):
        return None
    herkomst = _herkomst(lezer, velden)
    gebruik = _keuze(lezer, velden["gebruik"], Gebruik)
    omrekenen = _keuze(lezer, velden["omrekenen"], Omrekenen)
    meet = lezer.tekst(velden["meet"]) or ""
    if meet not in ASSEN:
        lezer.meld("MS-ONBEKEND", velden["meet"], f"“{meet}” is geen meting", kies(ASSEN))
        return None
    maal = lezer.getal(velden["maal"]) if "maal" in velden else Fraction(1)
    waarden = _waarden(lezer, velden["waarden"], wat, ASSEN[meet])
    if herkomst is None or gebruik is None or omrekenen is None or maal is None:
        return None
    titel = lezer.tekst(velden["titel"]) or ""
    omgerekend = {sleutel: getal * maal for sleutel, getal in waarden.items()}
    return Marge(id_, titel, herkomst, gebruik, meet, omrekenen, omgerekend)


def _waarden(
    lezer: Maatlezer, knoop: Knoop, wat: str, assen: tuple[tuple[str, ...], ...]
) -> dict[tuple[str, ...], Fraction]:
    """The figures by their classes; a class that does not exist is a fault."""
    gevonden: dict[tuple[str, ...], Fraction] = {}
    for naam, onder in lezer.velden(knoop, wat, assen[0]).items():
        if len(assen) > 1:
            dieper = _waarden(lezer, onder, f"{wat}, {naam},", assen[1:])
            gevonden |= {(naam, *rest): waarde for rest, waarde in dieper.items()}
        elif (getal := lezer.getal(onder)) is not None:
            if getal < 0:
                lezer.meld("MS-GETAL", onder, "een marge is niet kleiner dan 0")
            gevonden[naam,] = getal
    return gevonden


def _herkomst(lezer: Maatlezer, velden: Velden) -> Cijferherkomst | None:
    merk = _keuze(lezer, velden["merk"], Bronmerk)
    jaar, bron, adres, opmerking = (
        lezer.tekst(velden.get(n)) for n in ("jaar", "bron", "adres", "opmerking")
    )
    if adres is not None and not adres.startswith("https://"):
        lezer.meld("MS-VORM", velden["adres"], "een adres begint met https://")
    if merk is None or jaar is None or bron is None or adres is None:
        return None
    return Cijferherkomst(jaar, bron, adres, merk, opmerking or "")


def _cijfer(lezer: Maatlezer, knoop: Knoop) -> Regelingcijfer | None:
    wat = "een cijfer van een regeling"
    nodig = ("regeling", "maat", "getal", "jaar", "bron", "adres", "merk")
    velden = lezer.velden(knoop, wat, (*nodig, "groep", "niet gebruikt", "opmerking"))
    if not velden or not lezer.eis(knoop, velden, wat, nodig):
        return None
    herkomst, getal = _herkomst(lezer, velden), lezer.getal(velden["getal"])
    maat = lezer.tekst(velden["maat"]) or ""
    if maat not in MATEN:
        lezer.meld("MS-ONBEKEND", velden["maat"], f"“{maat}” is geen maat", kies(MATEN))
    niet = lezer.getal(velden["niet gebruikt"]) if "niet gebruikt" in velden else None
    if niet is not None and not 0 <= niet < 1:
        lezer.meld("MS-GETAL", velden["niet gebruikt"], "dit is een deel van 1")
    groep = lezer.tekst(velden.get("groep")) or ""
    if groep and groep not in GROEPEN:
        lezer.meld("MS-ONBEKEND", velden["groep"], f"“{groep}” is geen groep", kies(GROEPEN))
    if herkomst is None or getal is None:
        return None
    regeling = lezer.tekst(velden["regeling"]) or ""
    return Regelingcijfer(regeling, maat, getal, herkomst, niet, groep)


def _keuzen(lezer: Maatlezer, knoop: Knoop) -> dict[str, tuple[Fraction, ...]]:
    """Each choice as one row of numbers; the rows of a table after each other."""
    velden = lezer.velden(knoop, "de keuzen", tuple(KEUZEN))
    lezer.eis(knoop, velden, "de keuzen", tuple(n for n in KEUZEN if n not in velden))
    gevonden: dict[str, tuple[Fraction, ...]] = {}
    for naam, veld in velden.items():
        vorm = KEUZEN[naam]
        if isinstance(vorm, int):
            gevonden[naam] = _rij(lezer, veld, naam, vorm)
            continue
        rijen = lezer.velden(veld, f"“{naam}”", vorm[0])
        lezer.eis(veld, rijen, f"“{naam}”", tuple(n for n in vorm[0] if n not in rijen))
        gevonden[naam] = tuple(
            getal
            for rij in vorm[0]
            if rij in rijen
            for getal in _rij(lezer, rijen[rij], f"{naam}, {rij}", vorm[1])
        )
    return gevonden


def _rij(lezer: Maatlezer, knoop: Knoop, wat: str, aantal: int) -> tuple[Fraction, ...]:
    getallen = [lezer.getal(k) for k in lezer.rijen(knoop, f"getallen van “{wat}”")]
    gevonden = tuple(g for g in getallen if g is not None)
    if len(gevonden) != aantal or any(g < 0 for g in gevonden):
        lezer.meld("MS-GETAL", knoop, f"“{wat}” heeft {aantal} getallen van 0 of meer")
    return gevonden


def _weg(lezer: Maatlezer, knoop: Knoop) -> tuple[str, str]:
    velden = lezer.velden(knoop, "wat is weggelaten", ("wat", "waar"))
    lezer.eis(knoop, velden, "wat is weggelaten", ("wat", "waar"))
    return lezer.tekst(velden.get("wat")) or "", lezer.tekst(velden.get("waar")) or ""


def _keuze(lezer: Maatlezer, knoop: Knoop, soort: type[E]) -> E | None:
    tekst = lezer.tekst(knoop)
    for lid in soort:
        if lid.value == tekst:
            return lid
    lezer.meld("MS-ONBEKEND", knoop, f"“{tekst}” kan hier niet", kies([m.value for m in soort]))
    return None


def _alle_klassen(lezer: Maatlezer, knoop: Knoop, marges: list[Marge]) -> None:
    """With a class left out there is nothing to make its households from."""
    er = {m.id: m for m in marges}
    for id_ in NODIG:
        marge = er.get(id_)
        if marge is None or id_ == "jongste":  # the source itself leaves classes out there
            continue
        mist = [s for s in product(*ASSEN[marge.meet]) if s not in marge.waarden]
        if mist:
            wat = "; ".join(", ".join(s) for s in mist)
            lezer.meld("MS-ONTBREEKT", knoop, f"de marge “{id_}” mist {wat}", "vul de klasse aan")


NODIG = (
    "soort", "grootte", "kinderen", "jongste", "jongste eenouder", "kindleeftijd", "tieners",
    "leden", "leeftijd hoofd", "soort en inkomensgroep", "bron en inkomensgroep",
    "woning en inkomensgroep", "verhuurder", "persoonlijk inkomen", "gemiddeld inkomen",
    "mediaan inkomen", "mediaan vermogen", "klein vermogen", "groot vermogen",
)  # fmt: skip
