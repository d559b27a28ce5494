"""Words that people write out of habit, where the language has another: what, and the way here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wetsanalyse.syntax.herkenner import Mislukt
from wetsanalyse.syntax.kandidaten import Kandidaten
from wetsanalyse.syntax.meldingen import Plek, verwachtingen
from wetsanalyse.syntax.tekens import EEN_VAN, OPSOMMEN, teken
from wetsanalyse.text import Diagnostic

_ACHTERAAN = "begin met het gevolg, en zet de voorwaarde erachter met “indien”"
_ANDER_GEVAL = "schrijf voor het andere geval een eigen regel, met een eigen “indien”"
_TENZIJ = "schrijf “indien”, en keer de voorwaarde om"
_LEEG = "zonder waarde is een attribuut leeg; toets dat met “leeg is” of “gevuld is”"
_STELLEN = r"gesteld|bepaald|vastgesteld|gezet|berekend|ge[iï]nitialiseerd"


class Gewoonte(NamedTuple):
    """``woorden`` at a place where one of ``kan`` could stand; then ``hulp`` says what to do.
    ``begin``: only where the sentence begins. ``code``: of the message."""

    kan: tuple[str, ...]
    woorden: re.Pattern[str]
    hulp: str
    begin: bool = False
    code: str = "ST-VERWACHT"


def _gewoonte(kan: str, woorden: str, hulp: str, **meer: bool | str) -> Gewoonte:
    patroon = re.compile(rf"(?:{woorden})(?!\w)", re.IGNORECASE)
    return Gewoonte(tuple(kan.split()), patroon, hulp, **meer)  # type: ignore[arg-type]


def _functie(woorden: str, vorm: str) -> Gewoonte:
    """A function of a spreadsheet, with brackets."""
    hulp = f"een functie met haakjes bestaat niet: schrijf “{vorm}”"
    return _gewoonte("NAAM", woorden, hulp, code="NM-ONBEKEND")


GEWOONTEN = (
    _gewoonte("", "if|als|wanneer|indien|mits|zodra|when|tenzij|unless", _ACHTERAAN, begin=True),
    _gewoonte("INDIEN", "tenzij|unless|behalve\\s+(?:als|indien)", _TENZIJ),
    _gewoonte("INDIEN", "if|als|wanneer|mits|zodra|when|ingeval", "schrijf “indien”"),
    _gewoonte("INDIEN PUNT", "else|elif|anders|otherwise|in\\s+andere\\s+gevallen", _ANDER_GEVAL),
    _gewoonte(
        "GEDURENDE",
        r"(?:tijdens|gedurende|in|voor|over)\s+(?:de|het)\s+(?:tijd|periode|duur|tijdvak)"
        r"\s+(?:dat|waarin|die|als)|zolang(?:\s+als)?|terwijl|gedurende\s+dat",
        "schrijf “gedurende de tijd dat”",
    ),
    _gewoonte(
        "NAAR_RATO",
        r"(?:naar|in)\s+(?:verhouding|evenredigheid|ratio)\s+(?:van|tot|met)"
        r"|evenredig\s+(?:aan|met|naar)|pro\s+rata(?:\s+van)?|op\s+basis\s+van",
        "schrijf “naar rato van”",
    ),
    _gewoonte("GELIJKE_DELEN", r"gelijkelijk|gelijk|in\s+gelijke\s+mate|evenveel",
              "schrijf “in gelijke delen”"),
    _gewoonte("NAAR_BENEDEN", "naar\\s+boven|rekenkundig|richting\\s+nul|weg\\s+van\\s+nul",
              "een verdeling wordt altijd naar beneden afgerond: schrijf “naar beneden”"),
    _gewoonte("MOET_UNIEK VERENIGD", r"(?:zijn|is|moete?n?|worden)\s+(?:uniek|verschillend)"
              r"(?:\s+zijn)?", "schrijf “moeten uniek zijn”"),
    _gewoonte("HEEFT MOET_GESTELD", "krijgt|krijgen|bezit|ontvangt|verkrijgt|has",
              "schrijf “heeft”"),
    _gewoonte("IS MOET_GESTELD", r"wordt\s+(?:een|beschouwd\s+als)|geldt\s+als(?:\s+een)?"
              r"|telt\s+als(?:\s+een)?", "schrijf “is”"),
    _gewoonte("NAAM", "null|none|nil|nan|undefined|niets|leeg|n\\.?v\\.?t", _LEEG,
              code="NM-ONBEKEND"),
    _gewoonte("NAAM", r"(?:today|now|vandaag|nu|sysdate|getdate|date)(?=\s*\(|\W|$)",
              "de dag waarvoor gerekend wordt heet “de Rekendatum”", code="NM-ONBEKEND"),
    _gewoonte("NAAM", r"not|!", "zet “niet” voor het kenmerk: “hij niet verzekerd is”"),
    _functie(r"max(?:imum)?(?=\s*\()", "de maximale waarde van"),
    _functie(r"min(?:imum)?(?=\s*\()", "de minimale waarde van"),
    _functie(r"(?:sum|som)(?=\s*\()", "de som van"),
    _functie(r"(?:count|aantal|len)(?=\s*\()", "het aantal"),
    _functie(r"abs(?=\s*\()", "de absolute waarde van"),
    _functie(r"sqrt(?=\s*\()", "de wortel van"),
    _functie(r"round(?=\s*\()", "… rekenkundig afgerond op 2 decimalen"),
    _gewoonte("NAAM", r"if(?=\s*\()", "schrijf twee regels, elk met een eigen “indien”"),
    _gewoonte("EEN", r"elke?|iedere?|every|each",
              "schrijf “een” voor wie de regel geldt, of “alle” met een meervoud"),
    _gewoonte("WAARHEID", "true|yes|ja", "schrijf “waar”", code="LIT-BOOL"),
    _gewoonte("WAARHEID", "false|no|nee", "schrijf “onwaar”", code="LIT-BOOL"),
    _gewoonte("ALTIJD", "van|sinds|per|met\\s+ingang\\s+van|ingaande", "schrijf “vanaf”"),
    _gewoonte("TM", "tot|t\\.e\\.m\\.?|tem|until|tot\\s+aan",
              "schrijf “t/m”: de laatste dag telt mee"),
)  # fmt: skip
# How two values are held against each other elsewhere, and which words that are here.
_MAAT = re.compile(
    r"(?P<is>is|zijn)?\s*(?P<woord>meer|hoger|ouder|langer|minder|lager|jonger|korter|na|vóór|voor"
    r"|gelijk\s+of\s+groter|groter\s+dan\s+of\s+gelijk|gelijk\s+of\s+kleiner"
    r"|kleiner\s+dan\s+of\s+gelijk|minimaal|ten\s+minste|tenminste|maximaal|ten\s+hoogste"
    r"|hoogstens)(?!\w)(?:\s+(?:is|zijn))?(?:\s+(?:dan|aan))?",
    re.IGNORECASE,
)
_OMGEKEERD = re.compile(
    r"(?:is|zijn)\s+((?:groter|kleiner|later|eerder|gelijk|ongelijk)(?:\s+of\s+gelijk)?)\s+(dan|aan)"
    r"(?!\w)",
    re.IGNORECASE,
)
_VERSCHILLEN = re.compile(
    r"(?:allemaal\s+|onderling\s+|van\s+elkaar\s+)?(?:verschillen|verschillend\s+zijn|anders\s+zijn)"
    r"(?!\w)",
    re.IGNORECASE,
)
_GROTER = ("meer", "hoger", "ouder", "langer")
_KLEINER = ("minder", "lager", "jonger", "korter")
_NIET_KLEINER = ("gelijk of groter", "groter dan of gelijk", "minimaal", "ten minste", "tenminste")
_MOET = re.compile(
    rf"(?:moete?n?|dient|dienen|wordt|worden|zal|is)\s+(?:worden\s+)?(?P<hoe>{_STELLEN})(?!\w)"
    r"(?:\s+(?:te\s+)?worden)?(?:\s+(?:op|als|door|naar))?",
    re.IGNORECASE,
)
_GELIJK_AAN = re.compile(r"(?:is|zijn|wordt)\s+(?:gelijk\s+aan)(?!\w)", re.IGNORECASE)
_PAD = re.compile(r"([^\W\d]\w*)\.([^\W\d]\w*)")
_WAARBIJ = re.compile(r",?\s*(?=in\s+gelijke|naar\s+rato|op\s+volgorde|:)", re.IGNORECASE)
_WOORD = re.compile(r"\w+")


def gewoonte(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """The message for a habit at the place that a sentence was read to, if it is one."""
    return (
        teken(plek, lezer, m, kan)
        or _pad(plek, lezer, m, kan)
        or _moet(plek, lezer, m, kan)
        or _waarbij(plek, lezer, m, kan)
        or _maat(plek, lezer, m, kan)
        or _is_een_waarde(plek, lezer, m)
        or _uit_de_lijst(plek, lezer, m, kan)
        or _woord(plek, lezer, m, kan)
    )


def _uit_de_lijst(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    tekst, pos = lezer.tekst, m.pos
    for rij in GEWOONTEN:
        past = not m.tokens if rij.begin else bool(kan & set(rij.kan))
        gevonden = rij.woorden.match(tekst, pos, lezer.eind) if past else None
        if gevonden:
            bericht = f"“{' '.join(gevonden.group().split())}” past hier niet"
            if rij.code == "LIT-BOOL":
                bericht = "een Boolean is “waar” of “onwaar”"
            verwacht = () if rij.begin or rij.code != "ST-VERWACHT" else verwachtingen(kan)
            return plek.fout(rij.code, pos, gevonden.end(), bericht, rij.hulp, verwacht=verwacht)
    return None


def _pad(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """`Aanvrager.leeftijd`: a path with a full stop."""
    gevonden = _PAD.match(lezer.tekst, m.pos, lezer.eind) if "NAAM" in kan else None
    if gevonden is None or not all(lezer.lexicon.zoek(deel) for deel in gevonden.groups()):
        return None
    wie, wat = gevonden.groups()
    bericht = f"onbekende naam “{gevonden.group()}”"
    hulp = f"schrijf het van binnen naar buiten: “{wat} van de {wie}”"
    return plek.fout("NM-ONBEKEND", m.pos, gevonden.end(), bericht, hulp)


def _starts(m: Mislukt, *terminals: str) -> Iterator[int]:
    """This place, or the word before it when that was read as one of these."""
    if m.tokens and m.tokens[-1].terminal in terminals:
        yield m.tokens[-1].start
    yield m.pos


def _moet(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """`moet worden gesteld op`, `dient berekend te worden als`, `wordt gesteld op`."""
    if any(
        k.terminal in ("MOET_GESTELD", "MOET_BEREKEND", "INDIEN", "MOET_INIT") for k in m.tokens
    ):
        return None
    for pos in _starts(m, "IS"):
        gevonden = _GELIJK_AAN.match(lezer.tekst, pos, lezer.eind)
        if gevonden:
            bericht = "een regel stelt een waarde vast; hij vergelijkt niet"
            hulp = (
                "schrijf “moet gesteld worden op”, of bij een berekening “moet berekend worden als”"
            )
            return plek.fout("ST-VERWACHT", pos, gevonden.end(), bericht, hulp)
    for pos in _starts(m, "MOET", "IS"):
        gevonden = _MOET.match(lezer.tekst, pos, lezer.eind)
        if gevonden:
            hoe = gevonden.group("hoe").casefold()
            goed = "moet gesteld worden op"
            if hoe == "berekend":
                goed = "moet berekend worden als"
            elif hoe.startswith("ge") and hoe.endswith("nitialiseerd"):
                goed = "moet geïnitialiseerd worden op"
            bericht = f"“{' '.join(gevonden.group().split())}” is niet de vorm van een regel"
            return plek.fout("ST-VERWACHT", pos, gevonden.end(), bericht, f"schrijf “{goed}”")
    return None


def _waarbij(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    gevonden = _WAARBIJ.match(lezer.tekst, m.pos, lezer.eind) if "WAARBIJ" in kan else None
    if gevonden is None:
        return None
    bericht = "hier ontbreekt hoe er verdeeld wordt"
    hulp = "zet er “, waarbij wordt verdeeld” voor"
    return plek.fout(
        "ST-VERWACHT", gevonden.end(), gevonden.end(), bericht, hulp,
        verwacht=["“waarbij wordt verdeeld”"],
    )  # fmt: skip


def _grenzen(m: Mislukt) -> Iterator[int]:
    yield from _starts(m, "IS", "ZIJN")
    soorten = [k.terminal for k in m.tokens[-2:]]
    if len(soorten) == 2 and soorten[0] == "NAAM" and soorten[1] in ("IS", "ZIJN"):
        yield m.tokens[-2].start  # `ouder is dan`, where `ouder` is a role


def _maat(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """`meer is dan`, `ouder dan`, `minimaal`: the ten words to compare with are fixed."""
    if not kan & {"VGL_V", "VGL_S"} and not (m.tokens and m.tokens[-1].terminal in ("IS", "ZIJN")):
        return None
    verschillen = _VERSCHILLEN.match(lezer.tekst, m.pos, lezer.eind)
    if verschillen and m.tokens and m.tokens[-1].terminal == "MOET":
        bericht = f"“{' '.join(verschillen.group().split())}” past hier niet"
        hulp = "schrijf “De … van alle … moeten uniek zijn”"
        return plek.fout("ST-VERWACHT", m.pos, verschillen.end(), bericht, hulp)
    omgekeerd = _OMGEKEERD.match(lezer.tekst, m.pos, lezer.eind)
    if omgekeerd and m.tokens and m.tokens[-1].terminal == "MOET":
        goed = " ".join(f"{omgekeerd.group(1)} zijn {omgekeerd.group(2)}".split())
        bericht = f"“{' '.join(omgekeerd.group().split())}” past hier niet: “zijn” staat erachter"
        return plek.fout("ST-VERWACHT", m.pos, omgekeerd.end(), bericht, f"schrijf “{goed}”")
    for pos in _grenzen(m):
        gevonden = _MAAT.match(lezer.tekst, pos, lezer.eind)
        if gevonden is None or (pos != m.pos and gevonden.end() <= m.pos):
            continue
        woord = " ".join(gevonden.group("woord").casefold().split())
        if woord in ("na", "vóór", "voor"):
            goed = "later {}dan" if woord == "na" else "eerder {}dan"
        elif woord in _GROTER or woord in _KLEINER:
            goed = "groter {}dan" if woord in _GROTER else "kleiner {}dan"
        else:
            goed = "{} of gelijk {{}}aan".format("groter" if woord in _NIET_KLEINER else "kleiner")
        vorm = "is " + goed.format("") if gevonden.group("is") else goed.format("is ")
        bericht = f"“{' '.join(gevonden.group().split())}” is geen vergelijking in deze taal"
        return plek.fout("ST-VERWACHT", pos, gevonden.end(), bericht, f"schrijf “{vorm}”")
    return None


_WAARDEN = {"GETAL", "PROCENT", "DATUM", "DATUMTIJD", "ENUM", "TEKST", "WAARHEID"}


def _is_een_waarde(plek: Plek, lezer: Kandidaten, m: Mislukt) -> Diagnostic | None:
    """`het inkomen van A is 2000 €`: only a parameter is given like that."""
    if not m.tokens or m.tokens[-1].terminal not in ("IS", "ZIJN"):
        return None
    waarden = [k for k in lezer.kandidaten(m.pos, lambda _t: False) if k.terminal in _WAARDEN]
    if not waarden:
        return None
    is_, tot = m.tokens[-1], max(k.eind for k in waarden)
    geschreven = lezer.tekst[is_.start : tot]
    hulp = f"schrijf “{lezer.tekst[is_.start : is_.eind]} gelijk aan”"
    if any(k.terminal in ("INDIEN", "GEDURENDE") for k in m.tokens):
        hulp = "schrijf “gelijk is aan”"
    bericht = f"“{' '.join(geschreven.split())}” past hier niet"
    return plek.fout("ST-VERWACHT", is_.start, tot, bericht, hulp)


def _woord(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    gevonden = _WOORD.match(lezer.tekst, m.pos, lezer.eind)
    woord = gevonden.group().casefold() if gevonden else ""
    voorwaarde = any(k.terminal in ("INDIEN", "GEDURENDE") for k in m.tokens)
    los = "PUNT" in kan or ("ITEM" in kan and "LIJST_IN" not in kan)
    if woord in ("en", "of", "and", "or") and voorwaarde and los and "LIJST_IN" not in kan:
        bericht = f"tussen twee voorwaarden staat geen “{woord}”"
        hulp = OPSOMMEN if woord in ("en", "and") else EEN_VAN
        return plek.fout("ST-VERWACHT", m.pos, m.pos + len(woord), bericht, hulp)
    if woord in ("zij", "ze", "haar") and {"HIJ", "ZIJN"} & kan:
        hulp = f"schrijf “{'zijn' if woord == 'haar' else 'hij'}”: dat geldt voor iedereen"
        bericht = f"“{woord}” past hier niet"
        tot = m.pos + len(woord)
        return plek.fout("ST-VERWACHT", m.pos, tot, bericht, hulp, verwacht=verwachtingen(kan))
    return None
