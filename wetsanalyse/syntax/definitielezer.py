"""The lexer of phase 1: fixed words by pattern, names as free text up to a boundary."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from wetsanalyse.syntax.eenheden import lees_eenheid
from wetsanalyse.syntax.herkenner import Kandidaat
from wetsanalyse.syntax.trie import Trie
from wetsanalyse.syntax.woorden import eenspatie, schoon, woorden
from wetsanalyse.text import Source

_I = re.IGNORECASE
_PATRONEN: list[tuple[str, re.Pattern[str], str | None]] = [
    # terminal, pattern, value (None: the first group, or the text)
    ("OBJECTTYPE", re.compile(r"Objecttype(?!\w)"), ""),
    ("DOMEIN", re.compile(r"Domein(?!\w)"), ""),
    ("PARAMETER", re.compile(r"Parameter(?!\w)"), ""),
    ("BEZIELD", re.compile(r"\(\s*bezield\s*\)", _I), ""),
    ("MV", re.compile(r"\(\s*mv\s*:\s*([^()\n]+?)\s*\)", _I), None),
    ("KENMERK_BEZITTELIJK", re.compile(r"kenmerk\s*\(\s*bezittelijk\s*\)", _I), "bezittelijk"),
    ("KENMERK_BIJVOEGLIJK", re.compile(r"kenmerk\s*\(\s*bijvoeglijk\s*\)", _I), "bijvoeglijk"),
    ("KENMERK", re.compile(r"kenmerk(?=\s*(;|$))", _I), "gewoon"),
    ("IS", re.compile(r"is(?=\s)", _I), ""),
    ("PUNTKOMMA", re.compile(r";"), ""),
    ("DUBBELPUNT", re.compile(r":"), ""),
    ("NUMERIEK", re.compile(r"Numeriek\s*\("), ""),
    ("NUMERIEK_KAAL", re.compile(r"Numeriek(?!\s*\(|\w)"), ""),
    ("PERCENTAGE", re.compile(r"Percentage\s*\("), ""),
    ("HAAK_SLUIT", re.compile(r"\)"), ""),
    ("BEREIK", re.compile(r"(niet-negatief|negatief|positief)(?!\w)", _I), None),
    ("GEHEEL", re.compile(r"geheel\s+getal(?!\w)", _I), ""),
    ("GETAL_MET", re.compile(r"getal\s+met(?!\w)", _I), ""),
    ("GETAL", re.compile(r"-?\d+(?!\w)"), None),
    ("DECIMALEN", re.compile(r"decima(?:len|al)(?!\w)", _I), ""),
    ("GETALWOORD", re.compile(r"getal(?!\w)", _I), ""),
    ("MET_EENHEID", re.compile(r"met\s+eenheid(?!\w)", _I), ""),
    (
        "ENKELVOUDIG",
        re.compile(
            r"(Tekst|Boolean|Datum\s+in\s+dagen|Datum\s+en\s+tijd\s+in\s+millisecondes)(?!\w)"
        ),
        None,
    ),
    ("IS_VAN_TYPE", re.compile(r"is\s+van\s+het\s+type(?!\w)", _I), ""),
    ("ENUMERATIE", re.compile(r"Enumeratie(?!\w)"), ""),
    ("WAARDE", re.compile(r"['‘]([^'‘’\n]*)['’](?=\s|;|$)"), None),
]
_LIDWOORD = re.compile(r"(de|het)\s+(?=\S)", _I)
_WIT = re.compile(r"\s*")
# Where a name can end. A capital begins a datatype or a domain.
_GRENS = re.compile(
    r"\s*(?=\(\s*mv\s*:|\(\s*bezield|:|;)|\s+(?=[^\W\d_a-zà-ÿ]|kenmerk\b|is\s+van\s+het\s+type\b)|\t"
)
_HARD = re.compile(r"\s*\(\s*(?:mv\s*:|bezield)", _I)  # no name goes on past this
_TYPENAAM_EIND = re.compile(r"\s*(?:;|,|met\s+eenheid\b|$)|\s*\Z", _I)
_HOOGSTENS = 40  # ends of a name to try; more is not a declaration


class Definitielezer:
    """One stretch of declaration text. ``typen`` holds declared domains or objecttypes."""

    def __init__(
        self,
        bron: Source,
        start: int,
        eind: int,
        typen: Trie[str],
        eenheden: Mapping[str, str],
    ) -> None:
        self.bron, self.tekst, self.eind = bron, schoon(bron), eind
        self._typen, self._eenheden = typen, eenheden

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
            gelezen = lees_eenheid(self.bron, self.tekst, pos, self.eind, self._eenheden)
            if gelezen:
                gevonden.append(Kandidaat("EENHEID", pos, gelezen[1], gelezen[0], pos))
        if mag("TYPENAAM"):
            gevonden += self._typenaam(pos)
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
        einden.append(kern + len(self.tekst[kern:slot].rstrip()))
        # Also before a domain with a small letter, when it is the last thing on the line.
        einden += [
            kern + len(self.tekst[kern : woord.start].rstrip())
            for woord in woorden(self.tekst, kern, min(slot, kern + 400))
            if woord.start > kern and self._bekend(woord.start)
        ]
        return [
            Kandidaat("NAAM", pos, eind, eenspatie(self.tekst[kern:eind]), kern)
            for eind in sorted(set(einden), reverse=True)
            if eind > kern
        ]

    def _bekend(self, pos: int) -> int | None:
        """Where the longest declared type name ends that starts here."""
        stuk = woorden(self.tekst, pos, min(self.eind, pos + 200))
        einden = [stuk[na - 1].eind for na, _ in self._typen.vanaf(stuk, 0)]
        return einden[-1] if einden else None

    def _typenaam(self, pos: int) -> list[Kandidaat]:
        bekend = self._bekend(pos)
        if bekend is not None:
            return [Kandidaat("TYPENAAM", pos, bekend, eenspatie(self.tekst[pos:bekend]), pos)]
        # Not declared: what begins with a capital or stands after a tab is meant as a type. The
        # resolver says that it does not exist.
        na_tab = self.tekst[max(0, pos - 1) : pos] == "\t"
        if not (na_tab or self.tekst[pos].isupper()):
            return []
        m = _TYPENAAM_EIND.search(self.tekst, pos + 1, self.eind)
        eind = m.start() if m else self.eind
        return [Kandidaat("TYPENAAM", pos, eind, eenspatie(self.tekst[pos:eind]), pos)]
