"""The lexer of phase 1: fixed words by pattern, names as free text up to a boundary."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wetsanalyse.syntax.eenheden import lees_eenheid
from wetsanalyse.syntax.herkenner import Kandidaat
from wetsanalyse.syntax.trie import Trie
from wetsanalyse.syntax.woorden import eenspatie, schoon, woorden
from wetsanalyse.text import Source

_I = re.IGNORECASE
_VOOR_ELK = r",?\s*voor\s+elke?(?!\w)"
_DATATYPE = r"Tekst|Boolean|Datum\s+in\s+dagen|Datum\s+en\s+tijd\s+in\s+millisecond(?:es|en|e)"
_PATRONEN: list[tuple[str, re.Pattern[str], str | None]] = [
    # terminal, pattern, value (None: the first group, or the text)
    ("OBJECTTYPE", re.compile(r"Objecttype(?!\w)"), ""),
    ("EXTENSIE", re.compile(r"Extensie\s+van\s+(?i:objecttype)(?!\w)"), ""),
    ("DOMEIN", re.compile(r"Domein(?!\w)"), ""),
    ("PARAMETER", re.compile(r"Parameter(?!\w)"), ""),
    ("DIMENSIE", re.compile(r"Dimensie(?!\w)"), ""),
    ("DAGSOORT", re.compile(r"Dagsoort(?!\w)"), ""),
    ("TIJDLIJN", re.compile(r"Tijdlijn(?!\w)"), ""),
    ("BEZIELD", re.compile(r"\(\s*bezield\s*\)", _I), ""),
    ("MV", re.compile(r"\(\s*mv\s*[:.]\s*([^()\n]+?)\s*\)", _I), None),
    ("KENMERK_BEZITTELIJK", re.compile(r"kenmerk\s*\(\s*bezittelijk\s*\)", _I), "bezittelijk"),
    ("KENMERK_BIJVOEGLIJK", re.compile(r"kenmerk\s*\(\s*bijvoeglijk\s*\)", _I), "bijvoeglijk"),
    ("KENMERK", re.compile(rf"kenmerk(?=\s*(?:;|$)|{_VOOR_ELK})", _I), "gewoon"),
    ("IS", re.compile(r"is(?=\s)", _I), ""),
    ("PUNTKOMMA", re.compile(r";"), ""),
    ("DUBBELPUNT", re.compile(r":"), ""),
    ("KOMMA", re.compile(r","), ""),
    ("EN", re.compile(r",?\s*en(?!\w)", _I), ""),
    ("NUMERIEK", re.compile(r"Numeriek\s*\("), ""),
    ("NUMERIEK_KAAL", re.compile(r"Numeriek(?!\s*\(|\w)"), ""),
    ("PERCENTAGE", re.compile(r"Percentage\s*\("), ""),
    ("PERCENTAGE_KAAL", re.compile(r"Percentage(?!\s*\(|\w)"), ""),
    ("HAAK_SLUIT", re.compile(r"\)"), ""),
    ("BEREIK", re.compile(r"(niet[-‑]negatief|negatief|positief)(?!\w)", _I), None),
    ("GEHEEL", re.compile(r"geheel\s+getal(?!\w)", _I), ""),
    ("GETAL_MET", re.compile(r"getal\s+met(?!\w)", _I), ""),
    ("GETAL", re.compile(r"-?\d+(?!\w)"), None),
    ("DECIMALEN", re.compile(r"decima(?:len|al)(?!\w)", _I), ""),
    ("GETALWOORD", re.compile(r"getal(?!\w)", _I), ""),
    ("MET_EENHEID", re.compile(r"met\s+eenheid(?!\w)", _I), ""),
    ("ENKELVOUDIG", re.compile(rf"({_DATATYPE})(?!\w)"), None),
    ("IS_VAN_TYPE", re.compile(r"is\s+van\s+het\s+type(?!\w)", _I), ""),
    ("ENUMERATIE", re.compile(r"Enumeratie(?!\w)"), ""),
    ("WAARDE", re.compile(r"['‘’]([^\n]*?)['’](?=\s*(?:[,;]|$|\n)|\s*['‘’])"), None),
    ("GEDIMENSIONEERD", re.compile(r",?\s*gedimensioneerd\s+met(?!\w)", _I), ""),
    ("BESTAANDE_UIT", re.compile(r",?\s*bestaande\s+uit(?:\s+de)?(?!\w)", _I), ""),
    (
        "NA_ATTRIBUUT",
        re.compile(r"\(\s*na\s+het\s+attribuut\s+met\s+(?:het\s+)?voorzetsel(?!\w)", _I),
        "",
    ),
    (
        "VOOR_ATTRIBUUT",
        re.compile(r"\(\s*voor\s+het\s+attribuut\s+zonder\s+voorzetsel\s*\)", _I),
        "",
    ),
    ("VOORZETSEL", re.compile(r"['‘“\"]?(van|in|voor|over|op|bij|uit)['’”\"]?(?!\w)", _I), None),
    ("VOOR_ELK", re.compile(_VOOR_ELK, _I), ""),
    ("TIJDMAAT", re.compile(r"(dag|week|maand|kwartaal|jaar)(?!\w)", _I), None),
    ("TIJDMATEN", re.compile(r"(dagen|weken|maanden|kwartalen|jaar|jaren)(?!\w)", _I), None),
    ("STARTEND_OP", re.compile(r",?\s*startend\s+op(?!\w)", _I), ""),
    ("DATUM", re.compile(r"(?:dd\.\s*)?(\d{1,2}-\d{1,2}-\d{4})(?![\w-])", _I), None),
    (
        "WEEKDAG",
        re.compile(r"((?:maan|dins|woens|donder|vrij|zater|zon)dag)(?!\w)", _I),
        None,
    ),
    ("DAG", re.compile(r"dag(?=\s+\d)", _I), ""),
    ("VAN_DE_MAAND", re.compile(r"van\s+de\s+maand(?!\w)", _I), ""),
    ("VAN_MAAND", re.compile(r"van\s+(?:de\s+)?maand(?:en)?(?=\s+\d)", _I), ""),
    ("HEEFT_TIJDVAKKEN", re.compile(r"heeft\s+tijdvakken\s+van(?!\w)", _I), ""),
    ("EEN", re.compile(r"(?:een|één)(?!\w)", _I), ""),
    ("VARIABEL_STARTPUNT", re.compile(r"met\s+(?:een\s+)?variabel\s+startpunt(?!\w)", _I), ""),
]
_LIDWOORD = re.compile(r"(de|het)\s+(?=\S)", _I)
_WIT = re.compile(r"\s*")
# Where a name can end. A capital begins a datatype or a domain.
_GRENS = re.compile(
    r"\s*(?=\(\s*(?:mv\s*[:.]|bezield|na\s+het\s+attribuut|voor\s+het\s+attribuut)|:|;)"
    r"|\s+(?=[^\W\d_a-zà-ÿ]|kenmerk\b|is\s+van\s+het\s+type\b|heeft\s+tijdvakken\b)"
    r"|(?:\s*,\s*|\s+)(?=bestaande\s+uit\b)|\t"
)
_HARD = re.compile(r"\s*[;(]", _I)  # no name goes on past this
_TYPENAAM_EIND = re.compile(rf"\s*(?:;|,|met\s+eenheid\b|$)|\s*\Z|{_VOOR_ELK}", _I)
_DIM_EIND = re.compile(rf"\s*(?:;|,|$)|\s+en\s|{_VOOR_ELK}", _I)
_TIJDLIJN_EIND = re.compile(r"\s*(?:;|,|$)|\s+startend\s+op\b", _I)
_TYPEWOORD = re.compile(r"(?:Numeriek|Percentage|Tekst|Boolean|Datum)(?!\w)")
_ENUMERATIE = re.compile(r"Enumeratie(?!\w)")
_HAD_TYPE = re.compile(
    r"(?:Numeriek|Percentage)\s*\(|\bmet\s+eenheid\b|\bgedimensioneerd\s+met\b"
    r"|\b(?:Tekst|Boolean|dagen|millisecond\w+|kenmerk)\s*,?\s*voor\s+elke?\b"
)
_HOOGSTENS = 40  # ends of a name to try; more is not a declaration


@dataclass(frozen=True, slots=True)
class Namen:
    """Names that must be known to see where another ends. ``typen`` holds declared domains or
    objecttypes."""

    typen: Trie[str]
    dimensies: Trie[str]
    tijdlijnen: Trie[str]
    eenheden: Mapping[str, str]


class Definitielezer:
    """One stretch of declaration text."""

    def __init__(self, bron: Source, start: int, eind: int, namen: Namen) -> None:
        self.bron, self.tekst, self.eind = bron, schoon(bron), eind
        self._begin, self._bekende = start, namen

    def verder(self, pos: int) -> int:
        m = _WIT.match(self.tekst, pos, self.eind)
        return m.end() if m else pos

    def bolletje(self, _pos: int) -> tuple[int, int] | None:
        return None

    def kandidaten(self, pos: int, mag: Callable[[str], bool]) -> list[Kandidaat]:
        gevonden = []
        for terminal, patroon, waarde in _PATRONEN:
            m = patroon.match(self.tekst, pos, self.eind)
            if m and mag(terminal):
                inhoud = (m.group(1) if m.lastindex else m.group()) if waarde is None else waarde
                gevonden.append(Kandidaat(terminal, pos, m.end(), eenspatie(inhoud), pos))
        if mag("EENHEID"):
            gelezen = lees_eenheid(self.bron, self.tekst, pos, self.eind, self._bekende.eenheden)
            if gelezen:
                gevonden.append(Kandidaat("EENHEID", pos, gelezen[1], gelezen[0], pos))
        if mag("TYPENAAM"):
            gevonden += self._typenaam(pos)
        if mag("DIMNAAM"):
            gevonden += self._vrij("DIMNAAM", pos, self._bekende.dimensies, _DIM_EIND)
        if mag("TIJDLIJNNAAM"):
            maat = any(k.terminal in ("TIJDMAAT", "GETAL") for k in gevonden)
            eind = None if maat else _TIJDLIJN_EIND
            gevonden += self._vrij("TIJDLIJNNAAM", pos, self._bekende.tijdlijnen, eind)
        if mag("NAAM") and not any(k.terminal == "IS" for k in gevonden):
            gevonden += self._namen(pos)
        return gevonden

    def _namen(self, pos: int) -> list[Kandidaat]:
        lidwoord = _LIDWOORD.match(self.tekst, pos, self.eind)
        kern = lidwoord.end() if lidwoord else pos
        einden = []
        hard = _HARD.search(self.tekst, kern, self.eind)
        slot = hard.start() if hard else self.eind
        for m in _GRENS.finditer(self.tekst, kern + 1, slot):
            if m.start() > kern:
                einden.append(m.start())
            if len(einden) >= _HOOGSTENS:
                break
        einden.append(slot)
        # Also before a domain with a small letter, when it is the last thing on the line.
        einden += [
            woord.start
            for woord in woorden(self.tekst, kern, min(slot, kern + 400))
            if woord.start > kern and self._bekend(self._bekende.typen, woord.start)
        ]
        return [
            Kandidaat("NAAM", pos, eind, eenspatie(self.tekst[kern:eind]), kern)
            for eind in sorted({self._kaal(kern, eind) for eind in einden}, reverse=True)
            if eind > kern
        ]

    def _kaal(self, kern: int, eind: int) -> int:
        """The end without white space."""
        return kern + len(self.tekst[kern:eind].rstrip())

    def _bekend(self, namen: Trie[str], pos: int) -> int | None:
        """Where the longest declared name ends that starts here."""
        stuk = woorden(self.tekst, pos, min(self.eind, pos + 200))
        einden = [stuk[na - 1].eind for na, _ in namen.vanaf(stuk, 0)]
        return einden[-1] if einden else None

    def _typenaam(self, pos: int) -> list[Kandidaat]:
        bekend = self._bekend(self._bekende.typen, pos)
        if bekend is not None:
            return [self._kandidaat("TYPENAAM", pos, pos, bekend)]
        # Not declared: what begins with a capital or stands after a tab is meant as a type. The
        # resolver says that it does not exist.
        na_tab = self.tekst[max(0, pos - 1) : pos] == "\t"
        vast = _TYPEWOORD.match(self.tekst, pos) or _ENUMERATIE.match(self.tekst, pos)
        if vast or not (na_tab or self.tekst[pos].isupper()):
            return []
        if _HAD_TYPE.search(self.tekst, self._begin, pos):
            return []  # a unit, dimension or timeline with a capital
        m = _TYPENAAM_EIND.search(self.tekst, pos + 1, self.eind)
        return [self._kandidaat("TYPENAAM", pos, pos, m.start() if m else self.eind)]

    def _vrij(
        self, terminal: str, pos: int, namen: Trie[str], eind: re.Pattern[str] | None
    ) -> list[Kandidaat]:
        """A declared name, or free text up to a boundary: the resolver says that it is unknown."""
        lidwoord = _LIDWOORD.match(self.tekst, pos, self.eind)
        kern = lidwoord.end() if lidwoord else pos
        bekend = self._bekend(namen, kern)
        if bekend is not None:
            return [self._kandidaat(terminal, pos, kern, bekend)]
        m = eind.search(self.tekst, kern + 1, self.eind) if eind else None
        return [self._kandidaat(terminal, pos, kern, m.start())] if m else []

    def _kandidaat(self, terminal: str, pos: int, kern: int, eind: int) -> Kandidaat:
        return Kandidaat(terminal, pos, eind, eenspatie(self.tekst[kern:eind]), kern)
