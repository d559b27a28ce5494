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
from wetsanalyse.syntax.meldingen import Plek, verwachtingen
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
_SOM = {"PLUS", "MIN", "MAAL", "DEEL"}
_MOET = {"MOET_BEREKEND", "MOET_GESTELD", "MOET_INIT", "MOET_UNIEK", "MOET_VOLDOEN"}


def zinsfout(
    plek: Plek, start: str, lezer: Kandidaten, m: Mislukt, g: Grammatica
) -> list[Diagnostic]:
    """The fault at the furthest place that a sentence was read to."""
    kan = set(g.mogelijk(m.stapel))
    van, tot = _woord(lezer, m.pos)
    meldingen = (
        _bolletje(plek, lezer, m, kan)
        or _genest_uniek(plek, lezer, m)
        or _literal(plek, lezer, m, kan)
        or gewoonte(plek, lezer, m, kan)
        or _haakje(plek, lezer, m, kan)
        or _einde(plek, lezer, m, kan)
        or _of_nul(plek, lezer, m)
        or onbekende_eenheid(plek, lezer, m, kan, van, tot)
        or _indien(plek, start, lezer, m, kan)
        or _opsomming(plek, lezer, m, kan)
        or _punt_te_vroeg(plek, lezer, m, kan)
        or _zonder_werkwoord(plek, lezer, m, kan)
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


_UNIEK = re.compile(r"(?:moeten|moet)\s+uniek\s+zijn|verenigd\s+met", re.IGNORECASE)


def _genest_uniek(plek: Plek, lezer: Kandidaten, m: Mislukt) -> Diagnostic | None:
    """Being unique is about all objects together, so it is no criterium among others. [4.5]"""
    gevonden = _UNIEK.match(lezer.tekst, m.pos, lezer.eind) if m.diepte else None
    if gevonden is None:
        return None
    bericht = "dat waarden uniek zijn kan geen onderdeel van een opsomming zijn"
    hulp = "maak er een eigen regel van: “De … van alle … moeten uniek zijn.”"
    return plek.fout("UN-GENEST", m.pos, gevonden.end(), bericht, hulp)


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


def _literal(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """A value that is wrong in itself."""
    tekst, pos = lezer.tekst, m.pos
    datum = DATUM.match(tekst, pos, lezer.eind)
    soorten = {k.terminal for k in lezer.kandidaten(pos, lambda _t: False)}
    if datum and not soorten & {"DATUM", "DATUMTIJD"}:
        tijd = TIJD.match(tekst, datum.end(), lezer.eind)
        eind = tijd.end() if tijd else datum.end()
        soort = "tijdstip" if tijd else "datum"
        bericht = f"“{kort(lezer, pos, eind)}” is geen bestaand{'e' if not tijd else ''} {soort}"
        return plek.fout("LIT-DATUM", pos, eind, bericht, "kijk de dag en de maand na")
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
        return plek.fout("LIT-TEKST", pos, slot, bericht, "zet een aanhalingsteken achter de tekst")
    if teken and teken in "'‘" and "ENUM" in kan:
        bericht = "deze waarde heeft geen aanhalingsteken aan het eind"
        return plek.fout("LIT-ENUM", pos, slot, bericht, "zet een aanhalingsteken achter de waarde")
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


def _punt_te_vroeg(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """A full stop while the sentence still waits for something."""
    rest = lezer.tekst[m.pos : min(lezer.eind, m.pos + 2)]
    if not rest.startswith(".") or rest[1:].strip() or "PUNT" in kan or not m.tokens:
        return None
    bericht = "hier staat een punt, maar de zin is nog niet af"
    return plek.fout("ST-EINDE", m.pos, m.pos + 1, bericht, verwacht=verwachtingen(kan))


def _wacht_op_afronding(m: Mislukt, kan: set[str]) -> bool:
    wortel = any(k.terminal in ("WORTEL", "TOT_DE_MACHT") for k in m.tokens)
    return wortel and "ROND" in kan and "PLUS" not in kan


def _afronden(plek: Plek, van: int, tot: int) -> Diagnostic:
    bericht = "na een wortel of een macht hoort een afronding"
    hulp = "voeg bijvoorbeeld “rekenkundig afgerond op 2 decimalen” toe"
    return plek.fout("AFR-VERPLICHT", van, tot, bericht, hulp)


_NUL = re.compile(r"als\s+die\s+er\s+niet\s+zijn", re.IGNORECASE)


def _of_nul(plek: Plek, lezer: Kandidaten, m: Mislukt) -> Diagnostic | None:
    """Behind a list, `of 0` is read as a part of its last condition."""
    gevonden = _NUL.match(lezer.tekst, m.pos, lezer.eind)
    if gevonden is None:
        return None
    bericht = "“of 0 als die er niet zijn” kan niet achter een lijst met voorwaarden staan"
    hulp = (
        "geef wie meetelt een kenmerk, en schrijf “die … zijn of 0 als die er niet zijn”",
        "of laat het weg, en schrijf een regel met “moet geïnitialiseerd worden op 0 …”",
    )
    return plek.fout("ST-VERWACHT", m.pos, gevonden.end(), bericht, *hulp)


def _indien(
    plek: Plek, start: str, lezer: Kandidaten, m: Mislukt, kan: set[str]
) -> Diagnostic | None:
    """A condition begins where the sentence is done: `indien` was left out."""
    soorten = {k.terminal for k in lezer.kandidaten(m.pos, lambda _t: False)}
    if start == "kolom" and soorten & {"VGL_V", "LEEG_V"} and m.tokens:
        van, tot = _woord(lezer, m.tokens[0].start)
        bericht = "een kolom met een voorwaarde begint met “indien”"
        hulp = f"voeg “indien” toe vóór “{lezer.tekst[van:tot]}”"
        return plek.fout("VW-INDIEN", van, tot, bericht, hulp)
    if start not in ("inhoud", "clausule") or "INDIEN" not in kan:
        return None
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
    pos, keuze = m.pos, kan
    if m.tokens and m.tokens[-1].terminal == "MOET":
        # `moet` alone begins a criterium; a slip in `moet berekend worden als` ends up here.
        pos, keuze = m.tokens[-1].start, _MOET
    gevonden = bedoelde_frase(lezer, pos, keuze)
    if gevonden is None or gevonden[0] <= m.pos:
        return None
    tot, frase = gevonden
    if kort(lezer, pos, tot).casefold() == frase:
        return None
    bericht = f"“{kort(lezer, pos, tot)}” past hier niet"
    hulp = f"bedoelt u “{frase}”?"
    verwacht = () if keuze is _MOET else verwachtingen(kan)
    return plek.fout("ST-VERWACHT", pos, tot, bericht, hulp, verwacht=verwacht)


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


def _zonder_werkwoord(
    plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]
) -> Diagnostic | None:
    """A kenmerk right behind its subject: `een Aanvrager alleenstaand`."""
    if not {"IS", "HEEFT", "MOET_GESTELD"} <= kan:
        return None
    i = lezer.index(m.pos)
    gevonden = [] if i is None else lezer.lexicon.trie.vanaf(lezer.woorden, i)
    if not any(b.soort == "kenmerk" for _, betekenissen in gevonden for b in betekenissen):
        return None
    hulp = "zet hier “is”, of “heeft” als het een recht of bezit is"
    bericht = "vóór dit kenmerk ontbreekt het werkwoord"
    return plek.fout("ST-VERWACHT", m.pos, m.pos, bericht, hulp, verwacht=verwachtingen(kan))


def _verwacht(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic:
    van, tot = _woord(lezer, m.pos)
    gekend = [k.eind for k in lezer.kandidaten(m.pos, lambda _t: False)]
    tot = max([tot, *gekend])
    tussen = lezer.tekst[_na_vorige(lezer, m.pos) : m.pos]
    hulp = []
    if "PUNT" in kan and m.tokens and "\n" in tussen:
        hulp = ["eindigt de zin hier, zet dan een “.” achter het laatste woord"]
    woord = kort(lezer, van, tot)
    if woord == "," and "PLUS" in kan and _SOM & {k.terminal for k in m.tokens[-4:]}:
        hulp = ["zet in een opsomming elke som tussen haakjes: “(A plus 1), (A plus 2) of B”"]
    bericht = f"“{woord}” past hier niet"
    return plek.fout("ST-VERWACHT", van, tot, bericht, *hulp, verwacht=verwachtingen(kan))
