"""Taper: beyond the border the amount runs off at a fixed rate."""

from __future__ import annotations

from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.afloop import afloop, eis_geld, tekst
from wetsanalyse.analyses.herstel.basis import Aanleiding, Sjabloon, Variant
from wetsanalyse.analyses.herstel.sjablonen.kap import past

TARIEF = "afbouwtarief boven de grens"
PROCENT = "10%"


def maak(aanleiding: Aanleiding) -> Variant:
    a = afloop(aanleiding)
    eis_geld(a)
    z.vrij(aanleiding, TARIEF)

    def slot(zonder: str, over: str) -> str:
        deel = a.omgerekend(f"(het {TARIEF} van {over})")
        if a.last:
            return z.afgerond(a.type, f"{zonder}, met een maximum van {deel}")
        return z.afgerond(a.type, f"{zonder} min {deel}, met een minimum van {z.nul(a.type)}")

    tarief = z.parameter(
        f"het {TARIEF}", "Percentage (geheel getal)", PROCENT, a.geldig, z.EIGEN_KEUZE
    )
    return Variant(
        "afbouw",
        f"afbouw met {PROCENT} boven de grens",
        tekst(a, slot, tarief),
        geldig=a.geldigheid,
    )


AFBOUW = Sjabloon(
    "afbouw",
    "geleidelijke afbouw",
    "Boven de grens loopt het bedrag af met een vast deel van elke euro.",
    past,
    maak,
)
