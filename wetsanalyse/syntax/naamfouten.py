"""Words that we do not know: the name or the unit that was meant."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz import fuzz, process

from wetsanalyse.syntax.eenheden import bekende_eenheden, bijna_eenheid, met_een_streep
from wetsanalyse.syntax.frases import frases
from wetsanalyse.syntax.herkenner import Mislukt
from wetsanalyse.syntax.kandidaten import LIDWOORDEN, Kandidaten
from wetsanalyse.syntax.lexicon import SOORTEN_VAN, Betekenis
from wetsanalyse.syntax.meervoud import VOORZETSELS
from wetsanalyse.syntax.meldingen import TOON, Plek, verwachtingen
from wetsanalyse.syntax.woorden import eenspatie, norm_woord, sleutel
from wetsanalyse.text import Diagnostic

VENSTER = 14  # words of a misspelt name
NAAMTERMINALS = ("NAAM", "REGELNAAM", "NORMNAAM", "ORGAANNAAM", "FEITNAAM", "OBJECT",
                 "LABEL", "DIMNAAM", "TIJDLIJNNAAM", "GEBEURTENISNAAM")  # fmt: skip
_FRASE_LIJKT = 82
_APART = frozenset(NAAMTERMINALS) - {"NAAM", "OBJECT"}
_HALF = 50  # how much a name must look like the words when they begin the same
_LETTERS, _EERSTE = 60, 4  # how much one word must look like a name, and how many letters it shares
_SLOKT_OP = frozenset({"AGG", "DEEL_UIT", "KW_N", "MIN", "TOT", "EN", "OF", "IN", "OVER"})
# Where to look when no name of the right kind is like it.
_ELDERS = (
    "objecttype", "attribuut", "kenmerk", "rol", "parameter", "dagsoort", "domein", "dimensielabel",
)  # fmt: skip


def bekend(lezer: Kandidaten, pos: int) -> bool:
    """Is there any word or name of the language here, even if it does not fit? The name of a
    rule or an open norm only counts behind its own word."""
    return any(k.terminal not in _APART for k in lezer.kandidaten(pos, lambda _t: False))


def kort(lezer: Kandidaten, van: int, tot: int) -> str:
    tekst = eenspatie(lezer.tekst[van:tot])
    return tekst if len(tekst) <= 80 else tekst[:79] + "…"


def onbekende_eenheid(
    plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str], van: int, tot: int
) -> Diagnostic | None:
    """An unknown word right after a number, or the unknown half of a unit such as `€/mand`."""
    vorige = m.tokens[-1].terminal if m.tokens else ""
    if vorige == "EENHEID" and lezer.tekst[m.pos : m.pos + 1] == "/":
        van = m.tokens[-1].start
    elif (
        "EENHEID" not in kan
        or lezer.index(m.pos) is None
        or van == tot
        or bekend(lezer, m.pos)
        or not any(t.isalpha() or t in "€$%/" for t in lezer.tekst[van:tot])
    ):
        return None
    tot = van + len(lezer.tekst[van:tot].rstrip(".,;:"))
    woord = lezer.tekst[van:tot]
    eenheden = lezer.lexicon.eenheden
    if een := met_een_streep(woord, eenheden):
        bericht = f"in een eenheid staat één “/”, niet meer: “{woord[:60]}”"
        return plek.fout("EH-ONBEKEND", van, tot, bericht, f"schrijf “{een}”")
    delen = [
        d if norm_woord(d) in eenheden else bijna_eenheid(d, eenheden) for d in woord.split("/")
    ]
    hulp = [f"bedoelt u “{'/'.join(d or '' for d in delen)}”?"] if all(delen) else []
    hulp.append(f"bekende eenheden: {bekende_eenheden(eenheden)}")
    bericht = f"onbekende eenheid “{woord[:60]}”"
    return plek.fout("EH-ONBEKEND", van, tot, bericht, *hulp, verwacht=verwachtingen(kan))


_DECLAREER = {
    "ORGAANNAAM": "schrijf een blok “Bestuursorgaan …” met deze naam, of kijk hoe hij gespeld is",
    "NORMNAAM": "schrijf een blok “Open norm …” met deze naam, of kijk hoe hij gespeld is",
    "FEITNAAM": "schrijf een blok “Feittype …” met deze naam, of kijk hoe hij gespeld is",
    "GEBEURTENISNAAM": "schrijf een blok “Gebeurtenis …” met deze naam, of kijk hoe hij gespeld is",
}
"""What to do about a name that can only be of one block."""


def onbekende_naam(plek: Plek, lezer: Kandidaten, m: Mislukt, kan: set[str]) -> Diagnostic | None:
    """A name was possible here and these words are none, or no name of the right kind."""
    passend = [t for t in NAAMTERMINALS if t in kan]
    i = lezer.index(m.pos)
    if not passend or i is None:
        return None
    if lezer.woorden[i].norm in LIDWOORDEN and i + 1 < len(lezer.woorden):
        i += 1
    van, tot = lezer.woorden[i].start, lezer.woorden[i].eind
    if not lezer.tekst[van].isalnum():
        return None
    gekend = bekend(lezer, m.pos)
    if gekend and not _alleen_naam(kan) and _is_bekend_woord(lezer, m.pos, tot):
        return None
    waarde = None if gekend else _waarde_zonder_tekens(plek, lezer, i, kan)
    if waarde is not None:
        return waarde
    soorten = [s for t in passend for s in SOORTEN_VAN.get(t, ())]
    if m.tokens and m.tokens[-1].terminal == "VAN":
        soorten.append("dimensielabel")
    gevonden = bedoeld(lezer, i, soorten)
    if gekend and (gevonden is None or gevonden.eind <= tot):
        return None  # a word of the language in a wrong place
    gevonden = gevonden or bedoeld(lezer, i, _ELDERS)
    eerder = _met_woord_ervoor(lezer, m, i, soorten)
    if eerder is not None and (gevonden is None or eerder.score > gevonden.score):
        gevonden = eerder
    if gevonden is None:
        tot = _onbekend_tot(lezer, i)
        bericht = f"onbekende naam “{kort(lezer, van, tot)}”"
        hulp = _DECLAREER.get(passend[0], "declareer deze naam, of kijk hoe hij gespeld is")
        return plek.fout("NM-ONBEKEND", van, tot, bericht, hulp, verwacht=[TOON[passend[0]]])
    waar = verschil(lezer, gevonden)
    bericht = f"onbekende naam “{kort(lezer, lezer.woorden[gevonden.i].start, gevonden.eind)}”"
    hulp_ = [_bedoelt(gevonden), *waar.hulp]
    return plek.fout(
        "NM-ONBEKEND", waar.van, waar.tot, bericht + waar.erbij, *hulp_,
        verwacht=[TOON[passend[0]]],
    )  # fmt: skip


def _waarde_zonder_tekens(
    plek: Plek, lezer: Kandidaten, i: int, kan: set[str]
) -> Diagnostic | None:
    """A value of an enumeration without its quotes."""
    if "ENUM" not in kan:
        return None
    for na in range(min(len(lezer.woorden), i + 6), i, -1):
        van, tot = lezer.woorden[i].start, lezer.woorden[na - 1].eind
        betekenissen = lezer.lexicon.zoek(lezer.tekst[van:tot])
        waarden = [b for b in betekenissen if b.soort == "enumwaarde"]
        if waarden:
            bericht = f"onbekende naam “{kort(lezer, van, tot)}”"
            hulp = (
                f"een waarde van {waarden[0].eigenaar} staat tussen aanhalingstekens: "
                f"schrijf “'{waarden[0].naam}'”"
            )
            return plek.fout("NM-ONBEKEND", van, tot, bericht, hulp, verwacht=[TOON["ENUM"]])
    return None


def _alleen_naam(kan: set[str]) -> bool:
    return kan <= {*NAAMTERMINALS, "EEN", "ZIJN", "GEEN", "NIET"}


def _is_bekend_woord(lezer: Kandidaten, pos: int, tot: int) -> bool:
    """A name of the language, or a phrase of more words: not a slip of something else."""
    return any(
        k.terminal in NAAMTERMINALS or k.eind > tot for k in lezer.kandidaten(pos, lambda _t: False)
    )


class Bedoeld(NamedTuple):
    """The name that was probably meant by the words from number ``i`` up to ``eind``."""

    i: int
    eind: int
    naam: str
    betekenis: Betekenis
    score: float


class Verschil(NamedTuple):
    """Where words and name part: the place, what is said about it, the next step."""

    van: int
    tot: int
    erbij: str = ""
    hulp: tuple[str, ...] = ()


def _bedoelt(gevonden: Bedoeld) -> str:
    betekenis = gevonden.betekenis
    soort: str = "label" if betekenis.soort == "dimensielabel" else betekenis.soort
    soort += f" van {betekenis.eigenaar}" if betekenis.eigenaar else ""
    meer = ", meervoud" if betekenis.getal == "meer" else ""
    return f"bedoelt u “{gevonden.naam}”? ({soort}{meer})"


def verschil(lezer: Kandidaten, gevonden: Bedoeld) -> Verschil:
    """Which words of a name of more words are wrong, too many or missing."""
    stukken = [w for w in lezer.woorden[gevonden.i :] if w.eind <= gevonden.eind]
    geschreven, goed = [w.norm for w in stukken], list(sleutel(gevonden.naam))
    geheel = Verschil(stukken[0].start, gevonden.eind)
    if "".join(geschreven) == "".join(goed):
        hoe = "aan elkaar" if len(goed) < len(geschreven) else "los van elkaar"
        return geheel._replace(erbij=f": dit hoort {hoe}", hulp=(f"schrijf het {hoe}",))
    delen = SequenceMatcher(None, geschreven, goed, autojunk=False).get_opcodes()
    fout = [d for d in delen if d[0] != "equal"]
    if len(fout) == len(delen) or not fout:
        return geheel
    _, a, _, c, _ = fout[0]
    _, _, b, _, d = fout[-1]
    verkeerd, hoort = " ".join(geschreven[a:b]), " ".join(goed[c:d])
    volgende = lezer.woorden[gevonden.i + len(stukken) :][:1]
    if not verkeerd and a == len(stukken) and volgende and not bekend(lezer, volgende[0].start):
        van, tot = volgende[0].start, volgende[0].eind
        return Verschil(van, tot, f": “{kort(lezer, van, tot)}” moet “{hoort}” zijn")
    if not verkeerd:
        pos = stukken[a].start if a < len(stukken) else gevonden.eind
        return Verschil(pos, pos, f": “{hoort}” ontbreekt", (f"zet hier “{hoort}” tussen",))
    van, tot = stukken[a].start, stukken[b - 1].eind
    if not hoort:
        return Verschil(van, tot, f": “{verkeerd}” hoort er niet in", (f"haal “{verkeerd}” weg",))
    raad: tuple[str, ...] = ()
    if verkeerd.replace(" ", "") == hoort.replace(" ", ""):
        raad = ("schrijf het aan elkaar" if " " in verkeerd else "schrijf het los van elkaar",)
    return Verschil(van, tot, f": “{verkeerd}” moet “{hoort}” zijn", raad)


def bedoeld(lezer: Kandidaten, i: int, soorten: Sequence[str]) -> Bedoeld | None:
    """The name most like a window of words that begins here."""
    beste: Bedoeld | None = None
    for laatste in lezer.woorden[i : i + VENSTER]:
        if not any(t.isalnum() for t in laatste.norm) and laatste.norm != "%":
            break
        if laatste.norm in VOORZETSELS or laatste.norm in LIDWOORDEN or laatste.norm == "een":
            continue  # a name does not end like that
        tekst = lezer.tekst[lezer.woorden[i].start : laatste.eind]
        for naam, betekenis, score in lezer.lexicon.bijna(tekst, soorten, 1):
            if beste is None or score > beste.score:
                beste = Bedoeld(i, laatste.eind, naam, betekenis, score)
    return beste or _zelfde_begin(lezer, i, soorten) or _zelfde_letters(lezer, i, soorten)


def _zelfde_letters(lezer: Kandidaten, i: int, soorten: Sequence[str]) -> Bedoeld | None:
    """A word that goes wrong only after its first letters: `urgency`."""
    woord = lezer.woorden[i]
    for naam, betekenis, score in lezer.lexicon.bijna(woord.norm, soorten, 5, _LETTERS):
        if naam.casefold()[:_EERSTE] == woord.norm[:_EERSTE]:
            return Bedoeld(i, woord.eind, naam, betekenis, score)
    return None


def _zelfde_begin(lezer: Kandidaten, i: int, soorten: Sequence[str]) -> Bedoeld | None:
    """A name of more words that begins with the same word and then goes another way."""
    beste: Bedoeld | None = None
    for naam, betekenis in lezer.lexicon.begint_met(lezer.woorden[i].norm, soorten):
        na = min(i + len(sleutel(naam)), len(lezer.woorden))
        tekst = eenspatie(lezer.tekst[lezer.woorden[i].start : lezer.woorden[na - 1].eind])
        score = fuzz.ratio(tekst.casefold(), naam.casefold())
        if score >= _HALF and na - i > 1 and (beste is None or score > beste.score):
            beste = Bedoeld(i, lezer.woorden[na - 1].eind, naam, betekenis, score)
    return beste


def _met_woord_ervoor(
    lezer: Kandidaten, m: Mislukt, i: int, soorten: Sequence[str]
) -> Bedoeld | None:
    """A name whose first word was read as a word of the language: `het aantal` + `dagen …`."""
    laatste = m.tokens[-1] if m.tokens else None
    j = None if laatste is None else lezer.index(laatste.start)
    if laatste is None or j is None or laatste.terminal not in _SLOKT_OP:
        return None
    return bedoeld(lezer, j + 1 if lezer.woorden[j].norm in LIDWOORDEN else j, soorten)


def bedoelde_frase(lezer: Kandidaten, pos: int, kan: set[str]) -> tuple[int, str] | None:
    """The phrase that could stand here and that these words look like: (end, phrase)."""
    i = lezer.index(pos)
    if i is None:
        return None
    keuze = [f.tekst for f in frases() if f.terminal in kan]
    beste: tuple[float, int, str] | None = None
    for laatste in lezer.woorden[i : i + 8]:
        tekst = eenspatie(lezer.tekst[pos : laatste.eind])[:120].casefold()
        gevonden = process.extractOne(tekst, keuze, scorer=fuzz.ratio, score_cutoff=_FRASE_LIJKT)
        if gevonden and len(gevonden[0]) > 3 and (beste is None or gevonden[1] > beste[0]):
            beste = (gevonden[1], laatste.eind, gevonden[0])
    return None if beste is None else beste[1:]


def _onbekend_tot(lezer: Kandidaten, i: int) -> int:
    """Unknown words on a row: up to the first word of the language."""
    eind = lezer.woorden[i].eind
    for woord in lezer.woorden[i + 1 : i + VENSTER]:
        if not woord.norm[0].isalnum() or bekend(lezer, woord.start):
            break
        eind = woord.eind
    return eind
