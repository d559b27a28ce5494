"""Why a line of a declaration cannot be read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from wetsanalyse.syntax.grammatica import laad
from wetsanalyse.syntax.herkenner import Mislukt
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.splitsen import Blokstuk
from wetsanalyse.syntax.woorden import norm_woord
from wetsanalyse.text import Diagnostic

_TOON = {
    "NAAM": "een naam", "MV": "(mv: …)", "KENMERK": "kenmerk", "PUNTKOMMA": "een puntkomma",
    "NUMERIEK": "Numeriek (…)", "ENKELVOUDIG": "Tekst, Boolean of Datum in dagen",
    "PERCENTAGE": "Percentage (…)", "TYPENAAM": "een domein", "EENHEID": "een eenheid",
    "MET_EENHEID": "met eenheid", "GEHEEL": "geheel getal", "GETALWOORD": "getal",
    "GETAL_MET": "getal met … decimalen", "HAAK_SLUIT": "een haakje “)”", "GETAL": "een getal",
    "DECIMALEN": "decimalen", "IS_VAN_TYPE": "is van het type", "DUBBELPUNT": "een dubbele punt",
    "WAARDE": "een waarde tussen ''", "BEZIELD": "(bezield)", "ENUMERATIE": "Enumeratie",
    "BEREIK": "niet-negatief",
}  # fmt: skip
_TYPEWOORD = re.compile(r"\b(Numeriek|Percentage|Tekst|Boolean|Datum|kenmerk)\b")
_WOORD = re.compile(r"[^\s;]+")
_EENHEID = re.compile(r"[^\s;,]+")


def declaratiefout(
    stuk: Blokstuk, start: str, van: int, tot: int, m: Mislukt, eenheden: Mapping[str, str]
) -> Diagnostic:
    kan = set(laad("definities").mogelijk(m.stapel))
    tekst, plek, pos = stuk.tekst, Plek(stuk.bron, stuk.context), min(m.pos, tot)
    woord = _WOORD.match(tekst, pos, tot)
    if "EENHEID" in kan or (woord and woord.group().startswith("/")):
        return _eenheid(plek, tekst, tekst.rfind(" ", van, pos) + 1 if woord and woord.group()
                        .startswith("/") else pos, tot, eenheden)  # fmt: skip
    if start == "lid" and _zonder_type(m, tekst[van:tot]):
        naam = tekst[van:tot].rstrip("; ")
        return plek.fout(
            "OT-LID", van, van + len(naam), "dit lid heeft geen type dat wij kennen",
            "achter de naam hoort een datatype, een domein of “kenmerk”",
            verwacht=["Numeriek (…)", "Percentage (…)", "Tekst", "Boolean", "Datum in dagen",
                      "kenmerk"],
        )  # fmt: skip
    if kan & {"GEHEEL", "GETALWOORD"}:
        slot = woord.end() if woord else pos
        return plek.fout(
            "DT-GETALSPEC", pos, slot, "dit is geen soort getal",
            verwacht=["geheel getal", "getal met 2 decimalen", "getal", "niet-negatief"],
        )  # fmt: skip
    verwacht = [_TOON[t] for t in _TOON if t in kan][:6]
    if not woord:
        pos = len(tekst[:pos].rstrip())
        return plek.fout("ST-EINDE", pos, pos, "deze declaratie is niet af", verwacht=verwacht)
    bericht = f"“{woord.group()[:60]}” past hier niet"
    return plek.fout("ST-VERWACHT", pos, woord.end(), bericht, verwacht=verwacht)


def _zonder_type(m: Mislukt, regel: str) -> bool:
    return _TYPEWOORD.search(regel) is None and not any(k.terminal == "TYPENAAM" for k in m.tokens)


def _eenheid(plek: Plek, tekst: str, van: int, tot: int, eenheden: Mapping[str, str]) -> Diagnostic:
    m = _EENHEID.match(tekst, van, tot)
    if m is None:
        van = len(tekst[:van].rstrip())
        return plek.fout(
            "ST-EINDE", van, van, "hier ontbreekt een eenheid", verwacht=["een eenheid"]
        )
    woord, delen = m.group(), m.group().split("/")
    fout_deel = next((d for d in delen if norm_woord(d) not in eenheden), woord)
    bijna = process.extractOne(
        norm_woord(fout_deel), sorted(eenheden), scorer=fuzz.ratio, score_cutoff=60
    )
    hulp = [f"bedoelt u “{bijna[0]}”?"] if bijna else []
    bekend = sorted(set(eenheden.values()))[:14]
    hulp.append(f"bekende eenheden: {', '.join(bekend)}")
    bericht = f"onbekende eenheid “{woord[:60]}”"
    return plek.fout("DT-EENHEID-ONBEKEND", van, m.end(), bericht, *hulp)
