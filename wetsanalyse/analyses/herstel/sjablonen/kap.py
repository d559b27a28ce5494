"""Cap: the loss is never more than what one is over the border."""

from __future__ import annotations

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.afloop import afloop, eis_geld, tekst
from wetsanalyse.analyses.herstel.basis import Aanleiding, Past, Sjabloon, Variant
from wetsanalyse.analyses.herstel.trede import LET_OP, Trede, of_trede
from wetsanalyse.analyses.herstel.trede import tekst as tabeltekst


def past(bevinding: Bevinding) -> Past:
    if bevinding.patroon in ("P01", "P03"):
        return Past(True, "één grens kost meer dan de overschrijding zelf")
    return Past(False, "alleen voor een klif of alles-of-niets (P01, P03)")


NAAM = "verlies nooit groter dan de overschrijding"


def _gewoon(aanleiding: Aanleiding) -> Variant:
    a = afloop(aanleiding)
    eis_geld(a)

    def slot(zonder: str, over: str) -> str:
        deel = a.omgerekend(over)
        if a.last:
            return z.afgerond(a.type, f"{zonder}, met een maximum van {deel}")
        zin = f"{zonder} min {deel}, met een minimum van {z.nul(a.type)}"
        return z.afgerond(a.type, zin)

    return Variant("kap", NAAM, tekst(a, slot), geldig=a.geldigheid)


def _tabel(trede: Trede) -> Variant:
    nieuw = tabeltekst(trede, lambda over: over)
    return Variant("kap", NAAM, nieuw, opmerkingen=(LET_OP,), geldig=trede.geldigheid)


KAP = Sjabloon(
    "kap",
    NAAM,
    "Wie één euro over de grens gaat, verliest ten hoogste één euro.",
    past,
    of_trede(_gewoon, _tabel),
)
