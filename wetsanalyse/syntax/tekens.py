"""Signs, numbers, dates and quotes as people write them elsewhere, and the way here.

Signs of a programmer (`==`, `&&`), of a spreadsheet (`EUR 5`, `1.000,50`, `2024-01-31`) and of a
word processor (a dash as minus or as bullet, low quotes).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from wetsanalyse.syntax.herkenner import Kandidaat, Mislukt
from wetsanalyse.syntax.kandidaten import Kandidaten
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.text import Diagnostic

MAANDEN = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
CIJFERS = 400  # of one number; more is a slip, and slow
STREEPJES = "–—−‒―"  # what a word processor makes of a hyphen
OPSOMMEN = "zet voorwaarden onder elkaar: “hij aan alle volgende voorwaarden voldoet:”"
EEN_VAN = OPSOMMEN.replace("alle", "ten minste één van de")
_VERGELIJK = {
    "==": "gelijk aan", "=": "gelijk aan", "===": "gelijk aan", "!=": "ongelijk aan",
    "<>": "ongelijk aan", "≠": "ongelijk aan", ">=": "groter of gelijk aan",
    "=>": "groter of gelijk aan", "≥": "groter of gelijk aan", "<=": "kleiner of gelijk aan",
    "=<": "kleiner of gelijk aan", "≤": "kleiner of gelijk aan", ">": "groter dan",
    "<": "kleiner dan", ":=": "gelijk aan",
}  # fmt: skip
_REKEN = {"+": "plus", "×": "maal", "*": "maal", "/": "gedeeld door", "÷": "gedeeld door",
          "^": "tot de macht", "**": "tot de macht", "-": "min"}  # fmt: skip
_TEKEN = re.compile(r":=|[=!<>≠≥≤]+|&&?|\|\|?|\*\*|[+×*/÷^]|-(?=\s)")
_DECIMALE_PUNT = re.compile(r"\.(\d+)")
_BEDRAG_VOOR = re.compile(r"(?:€|EUR|euro|eur)\s*(\d[\d.]*\d|\d)(,\d+)?(,-|,--)?", re.IGNORECASE)
_LANG = re.compile(rf"-?\d{{{CIJFERS},}}")
_MAAND = re.compile(rf"({'|'.join(MAANDEN)})\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_DATUM = re.compile(r"(?:dd\.\s*)?(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?![\d-])", re.IGNORECASE)
_PER = re.compile(r"per\s+(\w+)", re.IGNORECASE)
_MET_EENHEID = ["GETAL", "EENHEID"]
_MIN = re.compile(rf"[{STREEPJES}]\s*(\d+(?:,\d+)?)")
_BOLLETJE = re.compile(r"[–—‒‣◦▪●○■□➢►✓\uf0b7\uf0a7]|o(?=[ \t])")
_LAAG = re.compile(r"[„‚]([^”“\"’\n]*)[”“\"’]")


def teken(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """The message for a sign at the place that a sentence was read to, if it is one."""
    return (
        _datum(plek, lezer, m, kan)
        or _getal(plek, lezer, m, kan)
        or _maandnaam(plek, lezer, m)
        or _per(plek, lezer, m)
        or _bolletje(plek, lezer, m, kan)
        or _streepje(plek, lezer, m, kan)
        or _aanhaling(plek, lezer, m)
        or _bewerking(plek, lezer, m, kan)
    )


def _begin(m: Mislukt, *soorten: str) -> int:
    """Where the number begins that stands right before this place, or else this place."""
    laatste = m.tokens[-1] if m.tokens else None
    vast = laatste is not None and laatste.terminal in soorten and laatste.eind == m.pos
    return laatste.start if laatste is not None and vast else m.pos


def _datum(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """`2024-01-31`, `31/1/2024`, `31.1.2024`, `31-1-24`."""
    begin = _begin(m, "GETAL", "JAARTAL")
    gevonden = _DATUM.match(lezer.tekst, begin, lezer.eind)
    if gevonden is None or not (begin < m.pos or kan & {"DATUM", "GETAL"}):
        return None
    een, streep, maand, ander = gevonden.groups()
    jaar, dag = (een, ander) if len(een) == 4 else (ander, een)
    if streep == "-" and len(ander) == 4:
        return None  # the right form, but a day that does not exist
    if len(jaar) not in (2, 4) or len(dag) > 2:
        return None
    voluit = jaar if len(jaar) == 4 else f"20{jaar}"
    bericht = "een datum is dag-maand-jaar, met een streepje ertussen en vier cijfers voor het jaar"
    hulp = "schrijf bijvoorbeeld “31-1-2024”"
    if _bestaat(voluit, maand, dag):
        hulp = f"schrijf “{int(dag)}-{int(maand)}-{voluit}”"
    return plek.fout("LIT-DATUM", begin, gevonden.end(), bericht, hulp)


def _bestaat(jaar: str, maand: str, dag: str) -> bool:
    try:
        date(int(jaar), int(maand), int(dag))
    except ValueError:
        return False
    return True


def _getal(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    tekst, pos = lezer.tekst, m.pos
    begin = _begin(m, "GETAL")
    punt = _DECIMALE_PUNT.match(tekst, pos, lezer.eind)
    if punt and begin < pos:
        bericht = "decimalen staan achter een komma, niet achter een punt"
        hulp = f"schrijf “{tekst[begin:pos]},{punt.group(1)}”"
        return plek.fout("LIT-GETAL", begin, punt.end(), bericht, hulp)
    bedrag = _BEDRAG_VOOR.match(tekst, pos, lezer.eind)
    if bedrag and "GETAL" in kan:
        cijfers = bedrag.group(1).replace(".", "") + (bedrag.group(2) or "")
        bericht = "een eenheid staat achter het getal"
        return plek.fout("LIT-GETAL", pos, bedrag.end(), bericht, f"schrijf “{cijfers} €”")
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


def _per(plek: Plek, lezer: Kandidaten, m: Mislukt) -> Diagnostic | None:
    """`100 € per maand`: a unit per unit is one word."""
    gevonden = _PER.match(lezer.tekst, m.pos, lezer.eind)
    noemer = lezer.lexicon.eenheden.get(gevonden.group(1).casefold()) if gevonden else None
    if gevonden is None or noemer is None or [k.terminal for k in m.tokens[-2:]] != _MET_EENHEID:
        return None
    getal = m.tokens[-2].start
    voor = " ".join(lezer.tekst[getal : m.tokens[-1].eind].split())
    bericht = "een eenheid per eenheid staat aan elkaar, met een “/”"
    return plek.fout("EH-ONBEKEND", getal, gevonden.end(), bericht, f"schrijf “{voor}/{noemer}”")


def _bolletje(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """A sign at the start of a line that a word processor shows as a bullet."""
    gevonden = _BOLLETJE.match(lezer.tekst, m.pos, lezer.eind)
    regel = lezer.tekst[lezer.tekst.rfind("\n", 0, m.pos) + 1 : m.pos]
    if gevonden is None or regel.strip() or not kan & {"LIJST_IN", "ITEM"}:
        return None
    bericht = f"“{gevonden.group()}” is geen opsommingsteken"
    hulp = "schrijf “-” of “•”, en een spatie"
    return plek.fout("BL-TEKEN", m.pos, gevonden.end(), bericht, hulp)


def _streepje(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    gevonden = _MIN.match(lezer.tekst, m.pos, lezer.eind)
    if gevonden and "GETAL" in kan and "MIN" not in kan:
        bericht = "dit streepje is geen minteken"
        hulp = f"schrijf “-{gevonden.group(1)}”, met het gewone streepje"
        return plek.fout("LIT-GETAL", m.pos, gevonden.end(), bericht, hulp)
    teken_ = lezer.tekst[m.pos : m.pos + 1]
    if teken_ and teken_ in STREEPJES and "MIN" in kan:
        bericht = f"“{teken_}” is geen bewerking"
        return plek.fout("OP-SYMBOOL", m.pos, m.pos + 1, bericht, "schrijf “min”")
    return None


def _aanhaling(plek: Plek, lezer: Kandidaten, m: Mislukt) -> Diagnostic | None:
    """`„tekst”`: low quotes, as a word processor may set them."""
    gevonden = _LAAG.match(lezer.tekst, m.pos, lezer.eind)
    if gevonden is None:
        return None
    enkel = lezer.tekst[m.pos] == "‚"
    vorm = f"'{gevonden.group(1)}'" if enkel else f'"{gevonden.group(1)}"'
    bericht = "een aanhalingsteken staat hier niet laag"
    code = "LIT-ENUM" if enkel else "LIT-TEKST"
    return plek.fout(code, m.pos, gevonden.end(), bericht, f"schrijf {vorm}")


def _bewerking(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """A sign where the language has a word; also when it is glued to the word before it."""
    tekst, van = lezer.tekst, m.pos
    gevonden = _TEKEN.match(tekst, van, lezer.eind)
    if gevonden is None and "PLUS" not in kan:
        i = lezer.index(m.pos)
        eind = lezer.woorden[i].eind if i is not None else m.pos
        gevonden = re.compile(r"[=!<>≠≥≤]+|&&|\|\||[+×*]").search(tekst, m.pos, eind)
        van = gevonden.start() if gevonden else van
    if gevonden is None or (gevonden.group() == "/" and _begin(m, "EENHEID") < m.pos):
        return None  # `€/mand` is a unit that is not known
    symbool = gevonden.group()
    if symbool in _VERGELIJK:
        bericht, hulp = f"“{symbool}” is geen vergelijking", _vergelijk(symbool, m.tokens, kan)
    elif symbool[0] in "&|":
        bericht = f"tussen twee voorwaarden staat geen “{symbool}”"
        hulp = OPSOMMEN if symbool[0] == "&" else EEN_VAN
    elif symbool in _REKEN and (van > m.pos or kan & {"PLUS", "MAAL", "MOET_GESTELD"}):
        bericht, hulp = f"“{symbool}” is geen bewerking", f"schrijf “{_REKEN[symbool]}”"
        hulp += "; rekenen gaat met plus, min, maal en gedeeld door"
    else:
        return None
    return plek.fout("OP-SYMBOOL", van, gevonden.end(), bericht, hulp)


def _vergelijk(symbool: str, tokens: Sequence[Kandidaat], kan: set[str]) -> str:
    """As a question after `indien`, as a statement behind a bullet, or as what a rule sets."""
    woord = _VERGELIJK[symbool]
    plaatsen = ("INDIEN", "GEDURENDE", "ITEM", "MOET", "MOET_GESTELD", "MOET_BEREKEND")
    waar = [k.terminal for k in tokens if k.terminal in plaatsen]
    if not waar or "MOET_GESTELD" in kan:
        return "schrijf “moet gesteld worden op”, of bij een berekening “moet berekend worden als”"
    kern, _, slot = woord.rpartition(" ")
    return f"schrijf “is {woord}”" if waar[-1] == "ITEM" else f"schrijf “{kern} is {slot}”"
