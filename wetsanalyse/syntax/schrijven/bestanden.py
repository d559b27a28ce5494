"""A whole file: its blocks, one behind the other."""

from __future__ import annotations

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.doorloop import doorloop
from wetsanalyse.syntax.schrijven.commentaar import vlecht
from wetsanalyse.syntax.schrijven.eigen import EIGEN, eigenblok
from wetsanalyse.syntax.schrijven.gegevens import GEGEVENS, gegevensblok
from wetsanalyse.syntax.schrijven.opmaak import BREEDTE
from wetsanalyse.syntax.schrijven.regels import REGELS, regelblok
from wetsanalyse.syntax.schrijven.scenario import scenarioblok
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import waarschuwing


def schrijf(bestand: t.Bestand, breedte: int = BREEDTE) -> str:
    """The text of a file: blocks, and the comments of the source that it was read from."""
    blokken = [schrijf_blok(blok, breedte) for blok in bestand.blokken]
    starts = [blok.span.start for blok in bestand.blokken]
    return vlecht(bestand.span.source, starts, blokken)


def schrijf_blok(blok: t.Blok, breedte: int = BREEDTE) -> list[str]:
    """The lines of one block."""
    if isinstance(blok, GEGEVENS):
        return gegevensblok(blok)
    if isinstance(blok, REGELS):
        return regelblok(blok, breedte)
    if isinstance(blok, EIGEN):
        return eigenblok(blok, breedte)
    return scenarioblok(blok, breedte)


def regelspraak(bestand: t.Bestand, breedte: int = BREEDTE) -> str:
    """The same file as pure RegelSpraak: without our own blocks and lines, and without comments,
    which the language does not have."""
    lijnen: list[str] = []
    vorige = 0
    for blok in bestand.blokken:
        if isinstance(blok, GEGEVENS):
            nieuw = gegevensblok(blok)
        elif isinstance(blok, REGELS):
            nieuw = regelblok(blok, breedte, kaal=True)
        else:
            continue
        if vorige > 1 or (vorige and len(nieuw) > 1):
            lijnen.append("")
        lijnen += nieuw
        vorige = len(nieuw)
    return "".join(f"{lijn}\n" for lijn in lijnen)


def eigen_in_regels(bestand: t.Bestand) -> list[Diagnostic]:
    """What stays behind in pure RegelSpraak that is not RegelSpraak: a test on an open norm."""
    return [
        waarschuwing(
            "SW-EIGEN",
            node.span,
            "een toets op een open norm bestaat niet in zuiver RegelSpraak",
            hulp=["een ander programma leest deze regel niet"],
        )
        for blok in bestand.blokken
        if isinstance(blok, REGELS)
        for node in doorloop(blok)
        if isinstance(node, t.OpenNormtest)
    ]
