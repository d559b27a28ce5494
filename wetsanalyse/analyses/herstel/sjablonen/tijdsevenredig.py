"""Proration by day: each day beyond the border costs one day's part of the year."""

from __future__ import annotations

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.afloop import Afloop, afloop
from wetsanalyse.analyses.herstel.aflooptekst import Naarrato, kanten, tekst
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk, Past, Sjabloon, Variant
from wetsanalyse.analyses.herstel.bedrag import ook_geraakt
from wetsanalyse.analyses.herstel.boom import STRIKT
from wetsanalyse.syntax import tree as t

JAAR = "aantal dagen van een jaar"


def past(bevinding: Bevinding) -> Past:
    op_dagen = any(g.eenheid_as == "dag" for g in bevinding.getuigen)
    if bevinding.patroon in ("P01", "P03", "P06") and op_dagen:
        return Past(True, "één dag kost nu een heel bedrag; het kan ook één dag kosten")
    return Past(False, "alleen voor een grens op dagen (P01, P03, P06)")


def maak(aanleiding: Aanleiding) -> Variant:
    a = afloop(aanleiding)
    if not a.grens.maat.is_tijd:
        raise Onmogelijk("de grens zelf is geen dag, ook al is de as dat wel")
    z.vrij(aanleiding, JAAR)

    def over(a_: Afloop, v: t.Vergelijking) -> str:
        te_veel, norm = kanten(a_, v)
        dagen = f"(de tijdsduur van {norm} tot {te_veel} in hele dagen)"
        if a_.grens.woord in STRIKT:
            # The day of the border is one too many itself.
            dagen = f"{dagen} plus 1 dg"
        return f"{dagen}, met een minimum van 0 dg"

    jaar = f"het {JAAR}"
    wijze = Naarrato(
        lambda zonder, dagen: f"({zonder} maal ({jaar} min {dagen}) gedeeld door {jaar})",
        lambda zonder, dagen: (
            f"({zonder} maal ({dagen}, met een maximum van {jaar}) gedeeld door {jaar})"
        ),
    )
    getal = z.parameter(
        jaar, "Numeriek (positief geheel getal) met eenheid dg", "365 dg", a.geldig, z.EIGEN_KEUZE
    )
    return Variant(
        "tijdsevenredig", "elke dag over de grens kost één dag van het jaar",
        tekst(a, wijze, getal, over=over),
        opmerkingen=ook_geraakt(a.grens), geldig=a.geldigheid,
    )  # fmt: skip


TIJDSEVENREDIG = Sjabloon(
    "tijdsevenredig",
    "naar tijd",
    "Elke dag over de grens kost één dag van het bedrag.",
    past,
    maak,
)
