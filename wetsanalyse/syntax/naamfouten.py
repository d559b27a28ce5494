"""Words that we do not know: the name or the unit that was meant."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from wetsanalyse.syntax.frases import NOG_NIET, frases
from wetsanalyse.syntax.herkenner import Mislukt
from wetsanalyse.syntax.kandidaten import LIDWOORDEN, Kandidaten
from wetsanalyse.syntax.lexicon import SOORTEN_VAN, Betekenis
from wetsanalyse.syntax.meervoud import VOORZETSELS
from wetsanalyse.syntax.meldingen import TOON, Plek, verwachtingen
from wetsanalyse.syntax.woorden import eenspatie
from wetsanalyse.text import Diagnostic

VENSTER = 14  # words of a misspelt name
NAAMTERMINALS = ("NAAM", "REGELNAAM", "NORMNAAM", "ORGAANNAAM", "FEITNAAM", "OBJECT")
_FRASE_LIJKT = 82
_APART = frozenset(NAAMTERMINALS) - {"NAAM", "OBJECT"}
# Where to look when no name of the right kind is like it.
_ELDERS = ("objecttype", "attribuut", "kenmerk", "rol", "parameter", "dagsoort", "domein")


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
    laatste = woord.rsplit("/", 1)[-1]
    bijna = process.extractOne(
        laatste.casefold(), sorted(eenheden), scorer=fuzz.ratio, score_cutoff=60
    )
    hulp = [f"bedoelt u “{woord[: len(woord) - len(laatste)]}{bijna[0]}”?"] if bijna else []
    hulp.append(f"bekende eenheden: {', '.join(sorted(set(eenheden.values()))[:14])}")
    bericht = f"onbekende eenheid “{woord[:60]}”"
    return plek.fout("EH-ONBEKEND", van, tot, bericht, *hulp, verwacht=verwachtingen(kan))


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
    soorten = [s for t in passend for s in SOORTEN_VAN.get(t, ())]
    gevonden = bedoeld(lezer, i, soorten)
    if gekend and (gevonden is None or gevonden[0] <= tot):
        return None  # a word of the language in a wrong place
    hulp = []
    if gevonden is None:
        gevonden = bedoeld(lezer, i, _ELDERS)
    if gevonden is not None:
        tot = gevonden[0]
        hulp.append(_bedoelt(*gevonden[1:]))
    else:
        tot = _onbekend_tot(lezer, i)
        hulp.append("declareer deze naam, of kijk hoe hij gespeld is")
    bericht = f"onbekende naam “{kort(lezer, van, tot)}”"
    return plek.fout("NM-ONBEKEND", van, tot, bericht, *hulp, verwacht=[TOON[passend[0]]])


def _alleen_naam(kan: set[str]) -> bool:
    return kan <= {*NAAMTERMINALS, "EEN", "ZIJN", "GEEN", "NIET"}


def _is_bekend_woord(lezer: Kandidaten, pos: int, tot: int) -> bool:
    """A name of the language, or a phrase of more words: not a slip of something else."""
    return any(
        k.terminal in NAAMTERMINALS or k.eind > tot for k in lezer.kandidaten(pos, lambda _t: False)
    )


def _bedoelt(naam: str, betekenis: Betekenis) -> str:
    soort = betekenis.soort + (f" van {betekenis.eigenaar}" if betekenis.eigenaar else "")
    meer = ", meervoud" if betekenis.getal == "meer" else ""
    return f"bedoelt u “{naam}”? ({soort}{meer})"


def bedoeld(lezer: Kandidaten, i: int, soorten: Sequence[str]) -> tuple[int, str, Betekenis] | None:
    """The name most like a window of words that begins here: (end, name, sense)."""
    beste: tuple[float, int, str, Betekenis] | None = None
    for laatste in lezer.woorden[i : i + VENSTER]:
        if not any(t.isalnum() for t in laatste.norm) and laatste.norm != "%":
            break
        if laatste.norm in VOORZETSELS or laatste.norm in LIDWOORDEN or laatste.norm == "een":
            continue  # a name does not end like that
        tekst = lezer.tekst[lezer.woorden[i].start : laatste.eind]
        for naam, betekenis, score in lezer.lexicon.bijna(tekst, soorten, 1):
            if beste is None or score > beste[0]:
                beste = (score, laatste.eind, naam, betekenis)
    return None if beste is None else beste[1:]


def bedoelde_frase(lezer: Kandidaten, pos: int, kan: set[str]) -> tuple[int, str] | None:
    """The phrase that could stand here and that these words look like: (end, phrase)."""
    i = lezer.index(pos)
    if i is None:
        return None
    keuze = [f.tekst for f in frases() if f.terminal in kan and f.terminal != NOG_NIET]
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
