"""From a dead end to a message: what stands there, what could have stood, and what to do.

Each rule below looks at the furthest place that was reached and either explains it or passes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from wetsanalyse.syntax.gewoonten import gewoonte
from wetsanalyse.syntax.grammatica import Grammatica
from wetsanalyse.syntax.herkenner import Mislukt
from wetsanalyse.syntax.kandidaten import DATUM, TIJD, Kandidaten
from wetsanalyse.syntax.meldingen import Plek, nog_niet, verwachtingen
from wetsanalyse.syntax.naamfouten import (
    bedoelde_frase,
    kort,
    onbekende_eenheid,
    onbekende_naam,
)
from wetsanalyse.text import Diagnostic, Verwijzing

_NIET_WIT = re.compile(r"\S+")
_DUIZEND_NA = re.compile(r"\.(\d{3})(?!\d)")
_DUIZEND = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\w)")
_DATUM_RUW = r"(?:dd\.\s*)?\d{1,2}-\d{1,2}-\d{4}"
# Constructs that show themselves by what follows a sentence that is fine so far.
_STAARTEN = [
    (re.compile(rf"(?:vanaf|van|tot|tot\s+en\s+met)\s+{_DATUM_RUW}", re.I),
     "R-096 periode als voorwaarde"),
    (re.compile(r"over\s+(?:de|alle)\b", re.I), "R-149 aggregatie over een dimensie"),
    (re.compile(r"(?:moet|moeten)\s+(?!bereken|gestel|geïnit|geinit|\w+\s+worden\s+(?:als|op)\b)",
                re.I),
     "R-178 consistentieregel (moet …)"),
]  # fmt: skip


def zinsfout(
    plek: Plek, start: str, lezer: Kandidaten, m: Mislukt, g: Grammatica
) -> list[Diagnostic]:
    """The fault at the furthest place that a sentence was read to."""
    kan = set(g.mogelijk(m.stapel))
    van, tot = _woord(lezer, m.pos)
    meldingen = (
        _bolletje(plek, lezer, m, kan)
        or _nog_niet(plek, start, lezer, m)
        or _literal(plek, lezer, m, kan)
        or gewoonte(plek, lezer, m, kan)
        or _haakje(plek, lezer, m, kan)
        or _einde(plek, lezer, m, kan)
        or onbekende_eenheid(plek, lezer, m, kan, van, tot)
        or _indien(plek, start, lezer, m, kan)
        or _opsomming(plek, lezer, m, kan)
        or _frase(plek, lezer, m, kan)
        or onbekende_naam(plek, lezer, m, kan)
        or _verwacht(plek, lezer, m, kan)
    )
    return [meldingen]


def _woord(lezer: Kandidaten, pos: int) -> tuple[int, int]:
    """The word at a place, for the caret."""
    i = lezer.index(pos)
    if i is not None:
        return lezer.woorden[i].start, lezer.woorden[i].eind
    m = _NIET_WIT.match(lezer.tekst, pos, lezer.eind)
    return (pos, m.end()) if m else (pos, pos)


def _na_vorige(lezer: Kandidaten, pos: int) -> int:
    """The end of the last word before a place."""
    return len(lezer.tekst[:pos].rstrip())


def _bolletje(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """A bullet that opens, continues or closes no list."""
    bol = lezer.bolletje(m.pos) if m.reden else None
    if bol is None:
        return None
    eind = m.pos + bol[0]
    if m.reden == "diepte" and "LIJST_IN" in kan and bol[0] <= m.diepte:
        teken, niveau = "•" * (m.diepte + 1), m.diepte + 1
        return plek.fout(
            "BL-DIEPTE", m.pos, eind,
            "deze opsomming hoort onder de “:” van de vorige regel, maar is niet dieper",
            f"gebruik “{'.' * niveau}” of “{teken}” voor niveau {niveau}",
        )  # fmt: skip
    if m.reden == "diepte":
        bericht = (
            f"dit opsommingsteken is te diep: hier past hoogstens niveau {m.diepte + 1}"
            if "LIJST_IN" in kan
            else "een dieper opsommingsteken kan alleen na een regel die met “:” eindigt"
        )
        hulp = "de diepte van een opsomming neemt met één tegelijk toe"
        if "LIJST_IN" in kan and not m.diepte:
            hulp += "; begin met één teken, “- ” of “• ”"
        return plek.fout("BL-DIEPTE", m.pos, eind, bericht, hulp)
    if "DUBBELPUNT" in kan:
        return _dubbele_punt(plek, _na_vorige(lezer, m.pos))
    return plek.fout(
        "BL-PLAATS", m.pos, eind, "hier past geen opsommingsteken",
        "een opsomming staat na “… volgende voorwaarden voldoet:”",
        verwacht=verwachtingen(kan),
    )  # fmt: skip


def _dubbele_punt(plek: Plek, pos: int) -> Diagnostic:
    bericht, hulp = (
        "vóór een opsomming hoort een dubbele punt",
        "zet een “:” achter het laatste woord",
    )
    return plek.fout("BL-DUBBELEPUNT", pos, pos, bericht, hulp)


def _nog_niet(plek: Plek, start: str, lezer: Kandidaten, m: Mislukt) -> Diagnostic | None:
    """What the language has and we do not read yet, by its own words or by its form."""
    # Its first words may have been read as something else, so look back a few tokens too.
    for pos in [m.pos, *(k.start for k in reversed(m.tokens[-3:]))]:
        gevonden = lezer.nog_niet(pos)
        if gevonden is not None and gevonden[1] >= _na_vorige(lezer, m.pos):
            return nog_niet(gevonden[0].waarde, plek.bron.span(pos, gevonden[1]), plek.context)
    datum = DATUM.match(lezer.tekst, m.pos, lezer.eind)
    if datum and TIJD.match(lezer.tekst, datum.end(), lezer.eind):
        return nog_niet("R-016 datum met tijd", plek.bron.span(m.pos, datum.end()), plek.context)
    rest = lezer.tekst[m.pos : min(lezer.eind, m.pos + 200)]
    if start == "gegeven" and re.match(rf"op\s+{_DATUM_RUW}", rest, re.IGNORECASE):
        wat = "uitbreiding 10 “op <datum> …” in een scenario"
        return nog_niet(wat, plek.bron.span(*_woord(lezer, m.pos)), plek.context)
    return _vorm_nog_niet(plek, start, lezer, m, rest) if m.tokens else None


def _vorm_nog_niet(
    plek: Plek, start: str, lezer: Kandidaten, m: Mislukt, rest: str
) -> Diagnostic | None:
    soorten = [k.terminal for k in m.tokens]
    hier = plek.bron.span(*_woord(lezer, m.pos))
    if start == "inhoud" and "INDIEN" not in soorten and soorten[-1] == "NAAM":
        if "HEEFT" in soorten[-3:] and re.match(r"met\b", rest, re.IGNORECASE):
            return nog_niet("R-174 objectcreatie (heeft … met)", hier, plek.context)
        if "IS" in soorten[-3:] and re.match(r"van\b", rest, re.IGNORECASE):
            return nog_niet("R-176 feitcreatie (is … van)", hier, plek.context)
    for patroon, wat in _STAARTEN:
        # `van` or `tot` before a date may just have been read as a link of a chain.
        for pos in (m.pos, m.tokens[-1].start):
            gevonden = patroon.match(lezer.tekst, pos, lezer.eind)
            if gevonden and gevonden.end() > m.pos:
                span = plek.bron.span(pos, pos + len(gevonden.group().rstrip()))
                return nog_niet(wat, span, plek.context)
    return None


def _literal(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """A value that is wrong in itself."""
    tekst, pos = lezer.tekst, m.pos
    datum = DATUM.match(tekst, pos, lezer.eind)
    if datum and not any(k.terminal == "DATUM" for k in lezer.kandidaten(pos, lambda _t: False)):
        bericht = f"“{datum.group()}” is geen bestaande datum"
        return plek.fout("LIT-DATUM", pos, datum.end(), bericht)
    duizend, begin = _DUIZEND.match(tekst, pos, lezer.eind), pos
    if m.tokens and m.tokens[-1].terminal == "GETAL" and _DUIZEND_NA.match(tekst, pos):
        begin = m.tokens[-1].start
        duizend = _DUIZEND.match(tekst, begin, lezer.eind)
    if duizend:
        bericht = "een getal heeft geen punt tussen de duizendtallen"
        hulp = f"schrijf “{duizend.group().replace('.', '')}”; decimalen staan achter een komma"
        return plek.fout("LIT-GETAL", begin, duizend.end(), bericht, hulp)
    van, tot = _woord(lezer, pos)
    woord, teken = tekst[van:tot], tekst[pos : min(pos + 1, lezer.eind)]
    slot = len(tekst[pos : min(lezer.eind, pos + 40)].split("\n")[0]) + pos
    if teken and teken in '"“' and "TEKST" in kan:
        bericht = "deze tekst heeft geen aanhalingsteken aan het eind"
        return plek.fout("LIT-TEKST", pos, slot, bericht)
    if teken and teken in "'‘" and "ENUM" in kan:
        bericht = "deze waarde heeft geen aanhalingsteken aan het eind"
        return plek.fout("LIT-ENUM", pos, slot, bericht)
    if woord.casefold() in ("true", "false") and "WAARHEID" in kan:
        return plek.fout("LIT-BOOL", van, tot, "een Boolean is “waar” of “onwaar”")
    if woord in ("+", "×", "/", "*", "-") and "PLUS" in kan:
        hulp = "schrijf “plus”, “min”, “maal” of “gedeeld door”"
        return plek.fout("OP-SYMBOOL", van, tot, f"“{woord}” is geen bewerking", hulp)
    return None


def _einde(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """The text stops before the sentence does."""
    if m.pos < lezer.eind:
        return None
    pos = _na_vorige(lezer, m.pos)
    if "PUNT" in kan:
        hulp = "zet een “.” achter het laatste woord"
        return plek.fout("RG-PUNT", pos, pos, "de zin eindigt niet met een punt", hulp)
    if "LIJST_IN" in kan:
        return plek.fout("BL-VERWACHT", pos, pos, "na “:” wordt een opsomming verwacht")
    if _wacht_op_afronding(m, kan):
        return _afronden(plek, pos, pos)
    bericht = "hier houdt de tekst op voordat de zin af is"
    return plek.fout("ST-EINDE", pos, pos, bericht, verwacht=verwachtingen(kan))


def _wacht_op_afronding(m: Mislukt, kan: set[str]) -> bool:
    wortel = any(k.terminal in ("WORTEL", "TOT_DE_MACHT") for k in m.tokens)
    return wortel and "ROND" in kan and "PLUS" not in kan


def _afronden(plek: Plek, van: int, tot: int) -> Diagnostic:
    bericht = "na een wortel of een macht hoort een afronding"
    hulp = "voeg bijvoorbeeld “rekenkundig afgerond op 2 decimalen” toe"
    return plek.fout("AFR-VERPLICHT", van, tot, bericht, hulp)


def _indien(
    plek: Plek, start: str, lezer: Kandidaten, m: Mislukt, kan: set[str]
) -> Diagnostic | None:
    """A condition begins where the sentence is done: `indien` was left out."""
    if start not in ("inhoud", "clausule") or "INDIEN" not in kan:
        return None
    soorten = {k.terminal for k in lezer.kandidaten(m.pos, lambda _t: False)}
    if not soorten & {"HIJ", "ER", "NAAM", "ZIJN", "ALLE", "EEN", "SPRAKE_V", "SPRAKE_S"}:
        return None
    van, tot = _woord(lezer, m.pos)
    bericht = "hier begint een voorwaarde, maar “indien” ontbreekt"
    hulp = f"voeg “indien” toe vóór “{lezer.tekst[van:tot]}”"
    return plek.fout("VW-INDIEN", van, tot, bericht, hulp)


def _opsomming(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    van, tot = _woord(lezer, m.pos)
    if "LIJST_IN" in kan:
        hulp = "begin elke voorwaarde op een nieuwe regel met “- ”"
        return plek.fout("BL-VERWACHT", van, tot, "na “:” wordt een opsomming verwacht", hulp)
    if kan == {"DUBBELPUNT"}:
        return _dubbele_punt(plek, _na_vorige(lezer, m.pos))
    pos = _na_vorige(lezer, m.pos)
    return _afronden(plek, pos, pos) if _wacht_op_afronding(m, kan) else None


def _frase(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """A slip in a phrase of the language itself."""
    gevonden = bedoelde_frase(lezer, m.pos, kan)
    if gevonden is None:
        return None
    tot, frase = gevonden
    if kort(lezer, m.pos, tot).casefold() == frase:
        return None
    bericht = f"“{kort(lezer, m.pos, tot)}” past hier niet"
    hulp = f"bedoelt u “{frase}”?"
    return plek.fout("ST-VERWACHT", m.pos, tot, bericht, hulp, verwacht=verwachtingen(kan))


def _haakje(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """The sentence goes on or ends while a bracket is open."""
    soorten = [k.terminal for k in m.tokens]
    openstaand = soorten.count("HAAK_OPEN") - soorten.count("HAAK_SLUIT")
    teken = lezer.tekst[m.pos : min(m.pos + 1, lezer.eind)]
    if teken == ")" and openstaand <= 0:
        bericht = "bij dit haakje hoort geen haakje openen"
        return plek.fout("ST-HAAKJE", m.pos, m.pos + 1, bericht)
    if "HAAK_SLUIT" not in kan or openstaand <= 0 or teken not in ("", "."):
        return None
    open_ = [k for k in m.tokens if k.terminal == "HAAK_OPEN"][-1]
    pos = _na_vorige(lezer, m.pos)
    melding = plek.fout(
        "ST-HAAKJE",
        pos,
        pos,
        "hier ontbreekt een haakje sluiten",
        "zet een “)” achter het laatste woord",
    )
    hier = Verwijzing(plek.bron.span(open_.start, open_.eind), "dit haakje staat nog open")
    return replace(melding, verwant=(hier,))


def _verwacht(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic:
    van, tot = _woord(lezer, m.pos)
    gekend = [k.eind for k in lezer.kandidaten(m.pos, lambda _t: False)]
    tot = max([tot, *gekend])
    tussen = lezer.tekst[_na_vorige(lezer, m.pos) : m.pos]
    hulp = []
    if "PUNT" in kan and m.tokens and "\n" in tussen:
        hulp = ["eindigt de zin hier, zet dan een “.” achter het laatste woord"]
    bericht = f"“{kort(lezer, van, tot)}” past hier niet"
    return plek.fout("ST-VERWACHT", van, tot, bericht, *hulp, verwacht=verwachtingen(kan))
