"""Write without losing anything: the new text is read again and set beside the old one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.frases import frases
from wetsanalyse.syntax.lexicon import Lexicon
from wetsanalyse.syntax.ontleden import ontleed
from wetsanalyse.syntax.schrijven.bestanden import schrijf
from wetsanalyse.syntax.schrijven.commentaar import commentaren
from wetsanalyse.syntax.schrijven.opmaak import BREEDTE, ONBEPERKT
from wetsanalyse.syntax.woorden import schoon, sleutel
from wetsanalyse.text import Diagnostic, Source
from wetsanalyse.text.diagnostic import fout

_WOORD = re.compile(r"[^\W\d_]{2,}")
# Words of the language outside its phrases, with more than one spelling.
_ANDERS = "doen doet milliseconde milliseconden millisecondes ende een één het de dd mv artikel"


@dataclass(frozen=True)
class Herschreven:
    """A source with its new text. ``nieuw`` None: it has faults, or it would lose something."""

    bron: Source
    bestand: t.Bestand
    nieuw: str | None
    meldingen: tuple[Diagnostic, ...] = ()

    @property
    def veranderd(self) -> bool:
        return self.nieuw is not None and self.nieuw != self.bron.tekst


def herschrijf(bronnen: Sequence[Source], lexicon: Lexicon | None = None) -> list[Herschreven]:
    """All sources of a set in canonical form, each with the messages about it."""
    gelezen = ontleed(bronnen, lexicon)
    uit = []
    for bron, bestand in zip(bronnen, gelezen.value.bestanden, strict=True):
        eigen = tuple(
            d for d in gelezen.diagnostics if d.span is not None and d.span.source is bron
        )
        faalt = any(d.is_fout for d in eigen)
        uit.append(Herschreven(bron, bestand, None if faalt else schrijf(bestand), eigen))
    for breedte in (BREEDTE, ONBEPERKT):
        uit = _nagelezen(uit, lexicon, breedte)
    return uit


def geen_regels(pad: str) -> Diagnostic:
    """A scenario cannot be read without the names of its rules."""
    return fout(
        "SW-GEEN-REGELS",
        None,
        f"bij “{pad}” zijn geen regels gevonden",
        hulp=["zet scenario’s in scenarios/X, met de regels in rules/X"],
    )


def _nagelezen(
    paren: Sequence[Herschreven], lexicon: Lexicon | None, breedte: int
) -> list[Herschreven]:
    """Read the new texts. What differs is tried once more without breaking lines, and then
    refused."""
    nieuwe = [Source(p.bron.pad, p.bron.tekst if p.nieuw is None else p.nieuw) for p in paren]
    gelezen = ontleed(nieuwe, lexicon)
    uit = []
    for paar, nieuw, boom in zip(paren, nieuwe, gelezen.value.bestanden, strict=True):
        kapot = any(d.is_fout and d.span and d.span.source is nieuw for d in gelezen.diagnostics)
        if paar.nieuw is None or not (kapot or _verlies(paar, nieuw, boom)):
            uit.append(paar)
        elif breedte != ONBEPERKT:
            anders = schrijf(paar.bestand, ONBEPERKT)
            uit.append(Herschreven(paar.bron, paar.bestand, anders, paar.meldingen))
        else:
            melding = _verschil(paar, nieuw, boom)
            meldingen = (*paar.meldingen, melding)
            uit.append(Herschreven(paar.bron, paar.bestand, None, meldingen))
    return uit


def _verlies(oud: Herschreven, nieuw: Source, boom: t.Bestand) -> bool:
    anders = oud.bestand != boom
    return anders or bool(_weg(oud.bron, nieuw)) or _commentaar_weg(oud.bron, nieuw)


def _commentaar_weg(oud: Source, nieuw: Source) -> bool:
    return Counter(commentaren(oud)) != Counter(commentaren(nieuw))


def _weg(oud: Source, nieuw: Source) -> list[str]:
    """Words that are gone, but for the words of the language itself."""
    verschil = _namen(oud) - _namen(nieuw)
    return [woord for woord in verschil if woord not in _taalwoorden()]


def _namen(bron: Source) -> Counter[str]:
    return Counter(_WOORD.findall(schoon(bron).casefold()))


@lru_cache(maxsize=1)
def _taalwoorden() -> frozenset[str]:
    teksten = [_ANDERS, *(frase.tekst for frase in frases())]
    return frozenset(
        deel for tekst in teksten for woord in sleutel(tekst) for deel in _WOORD.findall(woord)
    )


def _verschil(oud: Herschreven, nieuw: Source, boom: t.Bestand) -> Diagnostic:
    """Where the first difference is, in the old text."""
    plek, context = oud.bron.span(0, min(len(oud.bron.tekst), 1)), None
    for voor, na in zip(oud.bestand.blokken, boom.blokken, strict=False):
        if voor != na:
            plek = oud.bron.span(voor.span.start, min(voor.span.eind, voor.span.start + 60))
            break
    weg = _weg(oud.bron, nieuw)
    wat = f"; verloren zou gaan: {', '.join(weg[:5])}" if weg else ""
    return fout(
        "SW-VERSCHIL",
        plek,
        f"de nette tekst zou niet hetzelfde zeggen als de tekst die er staat{wat}",
        hulp=["het bestand is niet veranderd; meld dit, met het bestand erbij"],
        context=context,
    )
