"""Why a line of a declaration cannot be read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wetsanalyse.syntax.eenheden import bekende_eenheden, bijna_eenheid, met_een_streep
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
    "BEREIK": "niet-negatief", "BESTAANDE_UIT": "bestaande uit de …",
    "NA_ATTRIBUUT": "(na het attribuut met voorzetsel …):",
    "VOOR_ATTRIBUUT": "(voor het attribuut zonder voorzetsel):",
    "VOORZETSEL": "van, in, voor, over, op, bij of uit", "HEEFT_TIJDVAKKEN": "heeft tijdvakken van",
    "TIJDMAAT": "dag, week, maand, kwartaal of jaar", "TIJDMATEN": "dagen, weken, maanden …",
    "TIJDLIJNNAAM": "een tijdlijn", "STARTEND_OP": "startend op …", "DATUM": "een datum",
    "WEEKDAG": "een dag van de week", "DAG": "dag … van de maand", "VOOR_ELK": "voor elke …",
    "VAN_DE_MAAND": "van de maand", "VAN_MAAND": "van maand …", "DIMNAAM": "een dimensie",
    "VARIABEL_STARTPUNT": "met variabel startpunt", "EEN": "een",
}  # fmt: skip
_TYPEWOORD = re.compile(r"\b(Numeriek|Percentage|Tekst|Boolean|Datum|kenmerk)\b")
_KLEIN = re.compile(
    r"\b(numeriek(?=\s*\()|percentage(?=\s*\()|(?:tekst|boolean|datum\s+in\s+dagen)$)",
    re.IGNORECASE,
)
_KENMERK = re.compile(r"\bkenmerk\s*\(\s*(?!(?:bijvoeglijk|bezittelijk)\s*\))([^()]*?)\s*\)")
_TELWOORDEN = "één twee drie vier vijf zes zeven acht negen tien".split()
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
    if start == "parameter" and ":" not in tekst[van:tot]:
        return _zonder_dubbele_punt(plek, tekst, van, tot)
    if kan == {"GETAL"} and woord and woord.group().casefold() in _TELWOORDEN:
        cijfer = str(_TELWOORDEN.index(woord.group().casefold()) + 1)
        bericht, hulp = "het aantal decimalen staat in cijfers", f"schrijf “{cijfer}”"
        return plek.fout("DT-DECIMALEN", pos, woord.end(), bericht, hulp)
    kenmerk = _KENMERK.search(tekst, van, tot) if start == "lid" else None
    if kenmerk:
        return plek.fout(
            "KM-SOORT", kenmerk.start(1), kenmerk.end(1),
            f"“{kenmerk.group(1)[:60]}” is geen soort kenmerk",
            "een gewoon kenmerk heeft geen haakjes: “de partner kenmerk;”",
            verwacht=["(bijvoeglijk)", "(bezittelijk)"],
        )  # fmt: skip
    if start == "lid" and _zonder_type(m, tekst[van:tot]):
        naam = tekst[van:tot].rstrip("; ")
        klein = _KLEIN.search(naam)
        hulp = "achter de naam hoort een datatype, een domein of “kenmerk”"
        if klein:
            hulp = f"een datatype heeft een hoofdletter: bedoelt u “{klein.group(1).capitalize()}”?"
        return plek.fout(
            "OT-LID", van, van + len(naam), "dit lid heeft geen type dat wij kennen", hulp,
            verwacht=["Numeriek (…)", "Percentage (…)", "Tekst", "Boolean", "Datum in dagen",
                      "kenmerk"],
        )  # fmt: skip
    if kan & {"GEHEEL", "GETALWOORD"}:
        slot = pos + len(woord.group().rstrip(")")) if woord else pos
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


def _zonder_dubbele_punt(plek: Plek, tekst: str, van: int, tot: int) -> Diagnostic:
    """Where the type begins, or else at the end."""
    m = _TYPEWOORD.search(tekst, van, tot)
    pos = len(tekst[: m.start() if m else tot].rstrip(" \t\n;"))
    bericht, hulp = "achter de naam van een parameter hoort een dubbele punt", "zet hier een “:”"
    return plek.fout("ST-VERWACHT", pos, pos, bericht, hulp, verwacht=["een dubbele punt"])


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
    if een := met_een_streep(woord, eenheden):
        bericht = f"in een eenheid staat één “/”, niet meer: “{woord[:60]}”"
        return plek.fout("DT-EENHEID-ONBEKEND", van, m.end(), bericht, f"schrijf “{een}”")
    fout_deel = next((d for d in delen if norm_woord(d) not in eenheden), woord)
    bijna = bijna_eenheid(fout_deel, eenheden)
    hulp = [f"bedoelt u “{bijna}”?"] if bijna else []
    hulp.append(f"bekende eenheden: {bekende_eenheden(eenheden)}")
    bericht = f"onbekende eenheid “{woord[:60]}”"
    return plek.fout("DT-EENHEID-ONBEKEND", van, m.end(), bericht, *hulp)
