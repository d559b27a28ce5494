"""From a dead end to a message: what stands there, what could have stood, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from wetsanalyse.syntax.definities import Bekend, nog_niet
from wetsanalyse.syntax.frases import frases, voorbeeld
from wetsanalyse.syntax.grammatica import Grammatica, laad
from wetsanalyse.syntax.herkenner import Mislukt
from wetsanalyse.syntax.kandidaten import DATUM, TIJD, Kandidaten
from wetsanalyse.syntax.lexicon import SOORTEN_VAN, Betekenis
from wetsanalyse.syntax.splitsen import Blokstuk
from wetsanalyse.syntax.woorden import eenspatie, norm_woord, schoon
from wetsanalyse.syntax.zin import Plek
from wetsanalyse.text import Diagnostic, Source
from wetsanalyse.text.diagnostic import fout

VENSTER = 14  # words of a misspelt name
_NAAMTERMINALS = ("NAAM", "REGELNAAM", "NORMNAAM", "ORGAANNAAM", "FEITNAAM", "OBJECT")
# In this order what can stand at a place is shown; the rest after it, as its phrase is written.
_TOON = {
    "PUNT": "een punt",
    "NAAM": "een gedeclareerde naam",
    "OBJECT": "de naam van een object",
    "REGELNAAM": "de naam van een regel",
    "NORMNAAM": "de naam van een open norm",
    "ORGAANNAAM": "de naam van een bestuursorgaan",
    "FEITNAAM": "de naam van een feittype",
    "GETAL": "een getal",
    "EENHEID": "een eenheid",
    "DATUM": "een datum",
    "LIJST_IN": "een opsomming",
    "ITEM": "een opsommingsteken “-”",
    "KOMMA": "een komma",
    "HAAK_OPEN": "een haakje “(”",
    "HAAK_SLUIT": "een haakje “)”",
    "DUBBELPUNT": "een dubbele punt",
    "ENUM": "een waarde tussen ''",
    "TEKST": "een tekst tussen aanhalingstekens",
    "JAARTAL": "een jaartal",
    "VARNAAM": "een variabele",
}
_VOLGORDE = (
    "PUNT DUBBELPUNT LIJST_IN INDIEN MOET_BEREKEND MOET_GESTELD NAAM OBJECT REGELNAAM NORMNAAM "
    "ORGAANNAAM FEITNAAM ZIJN HIJ EEN GETAL EENHEID DATUM JAARTAL VAN VGL_V VGL_S IS HEEFT LEEG_V "
    "PLUS MIN MAAL DEEL HAAK_SLUIT ITEM TM VANAF ALTIJD VOLDOET HAAK_OPEN KOMMA ROND ENUM TEKST"
).split()
_VERBORGEN = {
    "$END", "LIJST_UIT", "ARG_KOMMA", "JAARTAL", "TEKST_OPEN", "TEKST_MIDDEN", "TEKST_SLUIT",
    "WAARHEID", "PROCENT", "REKENDATUM",
}  # fmt: skip
# Constructs of the language that show themselves by what follows a sentence that is fine so far.
_STAARTEN = [
    (re.compile(r"(?:moet|moeten)\s+(?:\w+\s+){0,4}?zijn\b", re.I), "R-178 consistentieregel (moet … zijn)"),
    (re.compile(r"(?:vanaf|van|tot|tot en met)\s+(?:dd\.\s*)?\d{1,2}-\d{1,2}-\d{4}", re.I),
     "R-096 periode als voorwaarde"),
    (re.compile(r"(?:moet|moeten)\b", re.I), "R-178 consistentieregel (moet …)"),
    (re.compile(r"over\s+(?:de|alle)\b", re.I), "R-149 aggregatie over een dimensie"),
]  # fmt: skip


def zinsfout(
    plek: Plek, start: str, lezer: Kandidaten, m: Mislukt, g: Grammatica
) -> list[Diagnostic]:
    """The fault at the furthest place that a sentence was read to."""
    kan = set(g.mogelijk(m.stapel))
    for regel in (_bol, _nog_niet, _waarde, _einde, _eenheid, _indien, _opsomming, _naam):
        melding = regel(plek, start, lezer, m, kan)
        if melding is not None:
            return [melding]
    return [_verwacht(plek, lezer, m, kan)]


def _fout(
    plek: Plek,
    code: str,
    van: int,
    tot: int,
    bericht: str,
    hulp: Iterable[str] = (),
    verwacht: Iterable[str] = (),
) -> Diagnostic:
    span = plek.bron.span(van, tot)
    return fout(code, span, bericht, hulp=hulp, verwacht=verwacht, context=plek.context)


def _woord(lezer: Kandidaten, pos: int) -> tuple[int, int]:
    """The word at a place, for the caret."""
    i = lezer.index(pos)
    if i is not None:
        return lezer.woorden[i].start, lezer.woorden[i].eind
    m = re.compile(r"\S+").match(lezer.tekst, pos, lezer.eind)
    return (pos, m.end()) if m else (pos, pos)


def _laatste(lezer: Kandidaten, pos: int) -> int:
    """The end of the last word before a place."""
    return len(lezer.tekst[:pos].rstrip())


def _bol(
    plek: Plek, _start: str, lezer: Kandidaten, m: Mislukt, kan: set[str]
) -> Diagnostic | None:
    if not m.reden:
        return None
    bol = lezer.bolletje(m.pos)
    eind = m.pos + (bol[0] if bol else 1)
    if m.reden == "diepte" and "LIJST_IN" in kan and bol and bol[0] <= m.diepte:
        teken = "•" * (m.diepte + 1)
        return _fout(
            plek, "BL-DIEPTE", m.pos, eind,
            "deze opsomming hoort onder de “:” van de vorige regel, maar is niet dieper",
            [f"gebruik “{'.' * (m.diepte + 1)}” of “{teken}” voor niveau {m.diepte + 1}"],
        )  # fmt: skip
    if m.reden == "diepte":
        return _fout(
            plek, "BL-DIEPTE", m.pos, eind,
            f"dit opsommingsteken is te diep: hier past hoogstens niveau {m.diepte + 1}"
            if "LIJST_IN" in kan
            else "een dieper opsommingsteken kan alleen na een regel die met “:” eindigt",
            ["de diepte van een opsomming neemt met één tegelijk toe"],
        )  # fmt: skip
    einde = _laatste(lezer, m.pos)
    if "DUBBELPUNT" in kan:
        return _fout(
            plek, "BL-DUBBELEPUNT", einde, einde, "vóór een opsomming hoort een dubbele punt",
            ["zet een “:” achter het laatste woord"],
        )  # fmt: skip
    return _verwacht(plek, lezer, m, kan)


def _nog_niet(
    plek: Plek, start: str, lezer: Kandidaten, m: Mislukt, kan: set[str]
) -> Diagnostic | None:
    gevonden = lezer.nog_niet(m.pos)
    if gevonden is None and m.tokens:
        # A phrase of which the first words were read as something else.
        for token in reversed(m.tokens[-3:]):
            gevonden = lezer.nog_niet(token.start)
            if gevonden is not None and gevonden[1] >= m.pos:
                return nog_niet(
                    gevonden[0].waarde, plek.bron.span(token.start, gevonden[1]), plek.context
                )
        gevonden = None
    if gevonden is not None:
        return nog_niet(gevonden[0].waarde, plek.bron.span(m.pos, gevonden[1]), plek.context)
    return _nog_niet_zin(plek, start, lezer, m)


def _nog_niet_zin(plek: Plek, start: str, lezer: Kandidaten, m: Mislukt) -> Diagnostic | None:
    soorten = [k.terminal for k in m.tokens]
    rest = lezer.tekst[m.pos : lezer.eind]
    van, tot = _woord(lezer, m.pos)
    datum = DATUM.match(lezer.tekst, m.pos, lezer.eind)
    if datum and TIJD.match(lezer.tekst, datum.end(), lezer.eind):
        return nog_niet("R-016 datum met tijd", plek.bron.span(m.pos, datum.end()), plek.context)
    if start == "gegeven" or start == "conditie":
        if re.match(r"op\s+(?:dd\.\s*)?\d", rest, re.IGNORECASE):
            wat = "uitbreiding 10 “op <datum> …” in een scenario"
            return nog_niet(wat, plek.bron.span(van, tot), plek.context)
    if start != "inhoud" or not m.tokens:
        return None
    if soorten[-1] == "NAAM" and {"IS", "HEEFT"} & set(soorten[-3:]) and "INDIEN" not in soorten:
        if "HEEFT" in soorten and re.match(r"met\b", rest, re.IGNORECASE):
            return nog_niet("R-174 objectcreatie (heeft … met)", plek.bron.span(van, tot), plek.context)
        if "IS" in soorten and re.match(r"van\b", rest, re.IGNORECASE):
            return nog_niet("R-176 feitcreatie (is … van)", plek.bron.span(van, tot), plek.context)
    for patroon, wat in _STAARTEN:
        gevonden = patroon.match(rest)
        if gevonden and not {"MOET_BEREKEND", "MOET_GESTELD"} & set(soorten) | {"R-096"} & {wat[:5]}:
            span = plek.bron.span(m.pos, m.pos + gevonden.end())
            return nog_niet(wat, span, plek.context)
    return None


def _waarde(
    plek: Plek, _start: str, lezer: Kandidaten, m: Mislukt, kan: set[str]
) -> Diagnostic | None:
    """A literal that is wrong in itself."""
    tekst, pos = lezer.tekst, m.pos
    datum = DATUM.match(tekst, pos, lezer.eind)
    if datum and not any(k.terminal == "DATUM" for k in lezer.kandidaten(pos, lambda _t: False)):
        return _fout(plek, "LIT-DATUM", pos, datum.end(), f"{datum.group()} is geen bestaande datum")
    punt = re.compile(r"\.(\d{3})(?!\d)").match(tekst, pos, lezer.eind)
    if punt and m.tokens and m.tokens[-1].terminal == "GETAL":
        begin = m.tokens[-1].start
        return _fout(
            plek, "LIT-GETAL", begin, punt.end(), "een getal heeft geen punt tussen de duizendtallen",
            [f"schrijf “{tekst[begin:pos]}{punt.group(1)}”; decimalen staan achter een komma"],
        )  # fmt: skip
    duizend = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\w)").match(tekst, pos, lezer.eind)
    if duizend:
        return _fout(
            plek, "LIT-GETAL", pos, duizend.end(), "een getal heeft geen punt tussen de duizendtallen",
            [f"schrijf “{duizend.group().replace('.', '')}”"],
        )  # fmt: skip
    if tekst[pos : pos + 1] in ("\"", "“") and pos < lezer.eind and "TEKST" in kan:
        return _fout(
            plek, "LIT-TEKST", pos, min(lezer.eind, pos + 40), "deze tekst heeft geen aanhalingsteken aan het eind",
        )  # fmt: skip
    if tekst[pos : pos + 1] in ("'", "‘") and "ENUM" in kan:
        return _fout(
            plek, "LIT-ENUM", pos, min(lezer.eind, pos + 40), "deze waarde heeft geen aanhalingsteken aan het eind",
        )  # fmt: skip
    begin, eind = _woord(lezer, pos)
    if tekst[begin:eind] in ("TRUE", "FALSE", "True", "False", "true", "false") and "WAARHEID" in kan:
        return _fout(plek, "LIT-BOOL", begin, eind, "een Boolean is “waar” of “onwaar”")
    if tekst[begin:eind] in ("+", "×", "/", "*", "-") and "PLUS" in kan:
        return _fout(
            plek, "OP-SYMBOOL", begin, eind, f"“{tekst[begin:eind]}” is geen bewerking",
            ["schrijf “plus”, “min”, “maal” of “gedeeld door”"],
        )  # fmt: skip
    return None


def _einde(
    plek: Plek, start: str, lezer: Kandidaten, m: Mislukt, kan: set[str]
) -> Diagnostic | None:
    if m.pos < lezer.eind:
        return None
    eind = _laatste(lezer, m.pos)
    if "PUNT" in kan and start == "clausule":
        return _fout(
            plek, "RG-PUNT", eind, eind, "de zin eindigt niet met een punt",
            ["zet een “.” achter het laatste woord"],
        )  # fmt: skip
    if "LIJST_IN" in kan:
        return _fout(plek, "BL-VERWACHT", eind, eind, "na “:” wordt een opsomming verwacht")
    if "ROND" in kan and kan <= {"ROND", "VAN", "DIE"}:
        return _afronden(plek, eind, eind)
    return _fout(
        plek, "ST-EINDE", eind, eind, "hier houdt de tekst op voordat de zin af is",
        verwacht=_namen_van(kan),
    )  # fmt: skip


def _afronden(plek: Plek, van: int, tot: int) -> Diagnostic:
    return _fout(
        plek, "AFR-VERPLICHT", van, tot, "na een wortel of een macht hoort een afronding",
        ["voeg bijvoorbeeld “rekenkundig afgerond op 2 decimalen” toe"],
    )  # fmt: skip


def _eenheid(
    plek: Plek, _start: str, lezer: Kandidaten, m: Mislukt, kan: set[str]
) -> Diagnostic | None:
    """An unknown word right after a number, or half of a unit such as `€/`."""
    van, tot = _woord(lezer, m.pos)
    vorige = m.tokens[-1].terminal if m.tokens else ""
    if vorige == "EENHEID" and lezer.tekst[m.pos : m.pos + 1] == "/":
        van = m.tokens[-1].start
    elif "EENHEID" not in kan or lezer.index(m.pos) is None or van == tot:
        return None
    elif _leesbaar(lezer, m.pos) or not any(t.isalpha() or t in "€$%/" for t in lezer.tekst[van:tot]):
        return None
    woord = lezer.tekst[van:tot]
    bekend = sorted(lezer.lexicon.eenheden)
    laatste = woord.rsplit("/", 1)[-1]
    bijna = process.extractOne(laatste.casefold(), bekend, scorer=fuzz.ratio, score_cutoff=60)
    hulp = [f"bedoelt u “{woord[: len(woord) - len(laatste)]}{bijna[0]}”?"] if bijna else []
    kort = sorted(set(lezer.lexicon.eenheden.values()))
    hulp.append(f"bekende eenheden: {', '.join(kort[:14])}")
    return _fout(
        plek, "EH-ONBEKEND", van, tot, f"onbekende eenheid “{woord[:60]}”", hulp, _namen_van(kan)
    )


def _leesbaar(lezer: Kandidaten, pos: int) -> bool:
    """Is there any word or name of the language here, even if it does not fit?"""
    return bool(lezer.kandidaten(pos, lambda _t: False))


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
    return _fout(
        plek, "VW-INDIEN", van, tot, "hier begint een voorwaarde, maar “indien” ontbreekt",
        [f"voeg “indien” toe vóór “{lezer.tekst[van:tot]}”"],
    )  # fmt: skip


def _opsomming(
    plek: Plek, _start: str, lezer: Kandidaten, m: Mislukt, kan: set[str]
) -> Diagnostic | None:
    van, tot = _woord(lezer, m.pos)
    if "LIJST_IN" in kan:
        return _fout(
            plek, "BL-VERWACHT", van, tot, "na “:” wordt een opsomming verwacht",
            ["begin elke voorwaarde op een nieuwe regel met “- ”"],
        )  # fmt: skip
    if "DUBBELPUNT" in kan and kan <= {"DUBBELPUNT"}:
        eind = _laatste(lezer, m.pos)
        return _fout(
            plek, "BL-DUBBELEPUNT", eind, eind, "vóór een opsomming hoort een dubbele punt",
            ["zet een “:” achter het laatste woord"],
        )  # fmt: skip
    if "ROND" in kan and "PLUS" not in kan and any(
        k.terminal in ("WORTEL", "TOT_DE_MACHT") for k in m.tokens
    ):
        return _afronden(plek, van, tot)
    return None


def _naam(
    plek: Plek, _start: str, lezer: Kandidaten, m: Mislukt, kan: set[str]
) -> Diagnostic | None:
    """An unknown name: nothing that we know begins here, or nothing that fits while a name does."""
    passend = [t for t in _NAAMTERMINALS if t in kan]
    if not passend or lezer.index(m.pos) is None:
        return None
    i = lezer.index(m.pos) or 0
    if lezer.woorden[i].norm in ("de", "het") and i + 1 < len(lezer.woorden):
        i += 1
    van, tot = lezer.woorden[i].start, lezer.woorden[i].eind
    if not lezer.tekst[van:tot][0].isalnum():
        return None
    if _leesbaar(lezer, m.pos) and not kan <= {*_NAAMTERMINALS, "EEN", "ZIJN", "GEEN", "NIET"}:
        # A known word in a wrong place; only say "unknown name" when no name begins here.
        if any(k.terminal in _NAAMTERMINALS or k.eind > tot for k in lezer.kandidaten(m.pos, lambda _t: False)):
            return None
    soorten = [s for t in passend for s in SOORTEN_VAN.get(t, ())]
    gevonden = _bedoeld(lezer, i, soorten)
    if gevonden is None and _leesbaar(lezer, m.pos):
        return None
    verwacht = [_TOON[t] for t in passend[:1]]
    if gevonden is None:
        elders = _bedoeld(lezer, i, None)
        hulp = [_bedoelt(*elders[1:])] if elders else ["declareer deze naam, of kijk hoe hij gespeld is"]
        tot = elders[0] if elders else _onbekend_tot(lezer, i)
        return _fout(plek, "NM-ONBEKEND", van, tot, f"onbekende naam “{_kort(lezer, van, tot)}”", hulp, verwacht)
    tot, naam, betekenis = gevonden
    return _fout(
        plek, "NM-ONBEKEND", van, tot, f"onbekende naam “{_kort(lezer, van, tot)}”",
        [_bedoelt(naam, betekenis)], verwacht,
    )  # fmt: skip


def _kort(lezer: Kandidaten, van: int, tot: int) -> str:
    tekst = eenspatie(lezer.tekst[van:tot])
    return tekst if len(tekst) <= 80 else tekst[:79] + "…"


def _bedoelt(naam: str, betekenis: Betekenis) -> str:
    soort = betekenis.soort + (f" van {betekenis.eigenaar}" if betekenis.eigenaar else "")
    meer = ", meervoud" if betekenis.getal == "meer" else ""
    return f"bedoelt u “{naam}”? ({soort}{meer})"


def _bedoeld(
    lezer: Kandidaten, i: int, soorten: list[str] | None
) -> tuple[int, str, Betekenis] | None:
    """The name most like a window of words that begins here: (end, name, sense)."""
    beste: tuple[float, int, int, str, Betekenis] | None = None
    for n in range(1, VENSTER + 1):
        if i + n > len(lezer.woorden):
            break
        laatste = lezer.woorden[i + n - 1]
        if not any(t.isalnum() for t in laatste.norm) and laatste.norm != "%":
            break
        tekst = lezer.tekst[lezer.woorden[i].start : laatste.eind]
        for naam, betekenis, score in lezer.lexicon.bijna(tekst, soorten, 1):
            if beste is None or score > beste[0]:
                beste = (score, n, laatste.eind, naam, betekenis)
    return None if beste is None else beste[2:]


def _onbekend_tot(lezer: Kandidaten, i: int) -> int:
    """Unknown words on a row: up to the first word of the language."""
    eind = lezer.woorden[i].eind
    for woord in lezer.woorden[i + 1 : i + VENSTER]:
        if not woord.norm[0].isalnum() or lezer.kandidaten(woord.start, lambda _t: False):
            break
        eind = woord.eind
    return eind


def _verwacht(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic:
    van, tot = _woord(lezer, m.pos)
    langste = max((k.eind for k in lezer.kandidaten(m.pos, lambda _t: False)), default=tot) \
        if m.pos < lezer.eind else tot
    tot = max(tot, langste)
    hulp = []
    if "PUNT" in kan and m.tokens and lezer.tekst[_laatste(lezer, m.pos) : m.pos].count("\n"):
        hulp = ["eindigt de zin hier, zet dan een “.” achter het laatste woord"]
    return _fout(
        plek, "ST-VERWACHT", van, tot, f"“{_kort(lezer, van, tot)}” past hier niet", hulp, _namen_van(kan)
    )


def _namen_van(kan: Iterable[str]) -> list[str]:
    """At most six, the most likely first."""
    rang = {t: i for i, t in enumerate(_VOLGORDE)}
    zichtbaar = sorted(set(kan) - _VERBORGEN, key=lambda t: (rang.get(t, 99), t))
    return [_TOON.get(t) or f"“{voorbeeld().get(t, t.lower())}”" for t in zichtbaar[:6]]


# ------------------------------------------------------------------ phase 1

_DEFTOON = {
    "NAAM": "een naam", "MV": "(mv: …)", "KENMERK": "kenmerk", "PUNTKOMMA": "een puntkomma",
    "NUMERIEK": "Numeriek (…)", "ENKELVOUDIG": "Tekst, Boolean of Datum in dagen",
    "PERCENTAGE": "Percentage (…)", "TYPENAAM": "een domein", "EENHEID": "een eenheid",
    "MET_EENHEID": "met eenheid", "GEHEEL": "geheel getal", "GETALWOORD": "getal",
    "GETAL_MET": "getal met … decimalen", "HAAK_SLUIT": "een haakje “)”", "GETAL": "een getal",
    "DECIMALEN": "decimalen", "IS_VAN_TYPE": "is van het type", "DUBBELPUNT": "een dubbele punt",
    "WAARDE": "een waarde tussen ''", "BEZIELD": "(bezield)", "ENUMERATIE": "Enumeratie",
    "BEREIK": "niet-negatief",
}  # fmt: skip


def declaratiefout(
    stuk: Blokstuk, start: str, van: int, tot: int, m: Mislukt, bekend: Bekend
) -> Diagnostic:
    """Why a line of a declaration cannot be read."""
    kan = set(laad("definities").mogelijk(m.stapel))
    tekst = schoon(stuk.bron)
    plek = Plek(stuk.bron, stuk.context)
    pos = min(m.pos, tot)
    woord = re.compile(r"[^\s;]+").match(tekst, pos, tot)
    eind = woord.end() if woord else pos
    if "EENHEID" in kan and woord:
        bijna = process.extractOne(
            norm_woord(woord.group()), sorted(bekend.eenheden), scorer=fuzz.ratio, score_cutoff=60
        )
        hulp = [f"bedoelt u “{bijna[0]}”?"] if bijna else []
        bericht = f"onbekende eenheid “{woord.group()[:60]}”"
        return _fout(plek, "DT-EENHEID-ONBEKEND", pos, eind, bericht, hulp)
    if start == "lid" and not any(k.terminal == "TYPENAAM" for k in m.tokens) and _geen_type(tekst[van:tot]):
        naam = tekst[van:tot].rstrip("; ")
        return _fout(
            plek, "OT-LID", van, van + len(naam), "dit lid heeft geen type dat wij kennen",
            ["achter de naam hoort een datatype, een domein of “kenmerk”"],
            ["Numeriek (…)", "Percentage (…)", "Tekst", "Boolean", "Datum in dagen", "kenmerk"],
        )  # fmt: skip
    verwacht = [_DEFTOON[t] for t in _DEFTOON if t in kan][:6]
    if not woord:
        eind = pos = len(tekst[:pos].rstrip())
        return _fout(plek, "ST-EINDE", pos, eind, "deze declaratie is niet af", (), verwacht)
    return _fout(
        plek, "ST-VERWACHT", pos, eind, f"“{woord.group()[:60]}” past hier niet", (), verwacht
    )


_TYPEWOORD = re.compile(r"\b(Numeriek|Percentage|Tekst|Boolean|Datum|kenmerk)\b")


def _geen_type(regel: str) -> bool:
    return _TYPEWOORD.search(regel) is None
