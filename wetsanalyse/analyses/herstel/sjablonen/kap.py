"""Cap: the loss is never more than what one is over the border."""

from __future__ import annotations

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.afloop import afloop, eis_geld, tekst
from wetsanalyse.analyses.herstel.basis import Aanleiding, Past, Sjabloon, Variant


def past(bevinding: Bevinding) -> Past:
    if bevinding.patroon in ("P01", "P03"):
        return Past(True, "één grens kost meer dan de overschrijding zelf")
    return Past(False, "alleen voor een klif of alles-of-niets (P01, P03)")


def maak(aanleiding: Aanleiding) -> Variant:
    a = afloop(aanleiding)
    eis_geld(a)

    def slot(zonder: str, over: str) -> str:
        deel = a.omgerekend(over)
        if a.last:
            return z.afgerond(a.type, f"{zonder}, met een maximum van {deel}")
        zin = f"{zonder} min {deel}, met een minimum van {z.nul(a.type)}"
        return z.afgerond(a.type, zin)

    return Variant(
        "kap", "verlies nooit groter dan de overschrijding", tekst(a, slot), geldig=a.geldigheid
    )


KAP = Sjabloon(
    "kap",
    "verlies nooit groter dan de overschrijding",
    "Wie één euro over de grens gaat, verliest ten hoogste één euro.",
    past,
    maak,
)
