"""What people write out of habit and the language writes otherwise: the habit, and the way here."""

from __future__ import annotations

import re

from wetsanalyse.syntax.herkenner import Mislukt
from wetsanalyse.syntax.kandidaten import Kandidaten
from wetsanalyse.syntax.meldingen import Plek, verwachtingen
from wetsanalyse.text import Diagnostic

MAANDEN = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
CIJFERS = 400  # of one number; more is a slip, and slow
_MAAND = re.compile(rf"({'|'.join(MAANDEN)})\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_DECIMALE_PUNT = re.compile(r"\.(\d+)")
_EURO_VOOR = re.compile(r"€\s*(\d+(?:,\d+)?)")
_LANG = re.compile(rf"-?\d{{{CIJFERS},}}")
_WOORD = re.compile(r"\w+")
_OPSOMMING = "zet voorwaarden onder elkaar: “hij aan alle volgende voorwaarden voldoet:”"


def gewoonte(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """The message for a habit at the place that a sentence was read to, if it is one."""
    return _getal(plek, lezer, m, kan) or _maandnaam(plek, lezer, m) or _woord(plek, lezer, m, kan)


def _getal(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    tekst, pos = lezer.tekst, m.pos
    vorige = m.tokens[-1] if m.tokens else None
    punt = _DECIMALE_PUNT.match(tekst, pos, lezer.eind)
    if punt and vorige is not None and vorige.terminal == "GETAL" and vorige.eind == pos:
        bericht = "decimalen staan achter een komma, niet achter een punt"
        hulp = f"schrijf “{tekst[vorige.start : pos]},{punt.group(1)}”"
        return plek.fout("LIT-GETAL", vorige.start, punt.end(), bericht, hulp)
    euro = _EURO_VOOR.match(tekst, pos, lezer.eind)
    if euro and "GETAL" in kan:
        hulp = f"schrijf “{euro.group(1)} €”"
        bericht = "een eenheid staat achter het getal"
        return plek.fout("LIT-GETAL", pos, euro.end(), bericht, hulp)
    lang = _LANG.match(tekst, pos, lezer.eind)
    if lang:
        bericht = f"dit getal is te lang: {len(lang.group())} cijfers"
        return plek.fout("LIT-GETAL", pos, pos + 10, bericht, "kijk of er een teken te veel staat")
    return None


def _maandnaam(plek: Plek, lezer: Kandidaten, m: Mislukt) -> Diagnostic | None:
    """`11 november 2022`: a date in words."""
    gevonden = _MAAND.match(lezer.tekst, m.pos, lezer.eind)
    if gevonden is None or not m.tokens or m.tokens[-1].terminal != "GETAL":
        return None
    dag = m.tokens[-1]
    maand = MAANDEN.index(gevonden.group(1).casefold()) + 1
    cijfers = f"{lezer.tekst[dag.start : dag.eind]}-{maand}-{gevonden.group(2)}"
    bericht = "een datum staat in cijfers"
    return plek.fout("LIT-DATUM", dag.start, gevonden.end(), bericht, f"schrijf “{cijfers}”")


def _woord(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    gevonden = _WOORD.match(lezer.tekst, m.pos, lezer.eind)
    woord = gevonden.group().casefold() if gevonden else ""
    voorwaarde = any(k.terminal == "INDIEN" for k in m.tokens)
    if woord in ("en", "of") and voorwaarde and "PUNT" in kan and "LIJST_IN" not in kan:
        bericht = f"tussen twee voorwaarden staat geen “{woord}”"
        hulp = _OPSOMMING if woord == "en" else _OPSOMMING.replace("alle", "ten minste één van de")
        return plek.fout("ST-VERWACHT", m.pos, m.pos + 2, bericht, hulp)
    if woord in ("zij", "ze", "haar") and {"HIJ", "ZIJN"} & kan:
        hulp = f"schrijf “{'zijn' if woord == 'haar' else 'hij'}”: dat geldt voor iedereen"
        bericht = f"“{woord}” past hier niet"
        tot = m.pos + len(woord)
        return plek.fout("ST-VERWACHT", m.pos, tot, bericht, hulp, verwacht=verwachtingen(kan))
    return None
