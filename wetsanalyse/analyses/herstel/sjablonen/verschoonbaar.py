"""Excuse: who was late and could not help it, was in time."""

from __future__ import annotations

from dataclasses import replace

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk, Past, Sjabloon, Variant
from wetsanalyse.analyses.herstel.begrenzen import oordeelblokken
from wetsanalyse.analyses.herstel.boom import vervang, wijzig
from wetsanalyse.analyses.herstel.grens import NIET_EIGEN, Grens, eigen_dag, venster, vind_grens
from wetsanalyse.syntax import tree as t

NORM = "verschoonbare overschrijding"
OORDEEL = "de proef zegt ja voor wie hard wordt geraakt; of het verschoonbaar is, oordeelt een mens"


def past(bevinding: Bevinding) -> Past:
    op_dagen = any(g.eenheid_as == "dag" for g in bevinding.getuigen)
    if bevinding.patroon == "P06" or op_dagen:
        return Past(True, "één dag te laat is niet altijd verwijtbaar")
    return Past(False, "alleen voor een termijn (P06, of een grens op dagen)")


def maak(aanleiding: Aanleiding) -> Variant:
    grens = vind_grens(aanleiding)
    if not grens.maat.is_tijd:
        raise Onmogelijk("de grens is geen dag of termijn")
    geldig = venster(s.tekst.geldigheid for s, _ in grens.standen)
    regels = {s.versie.regel: s.regel for s, _ in grens.standen}
    blokken = [z.blok(wijzig(r, geldig, lambda v: met_uitweg(grens, v))) for r in regels.values()]
    return Variant(
        "verschoonbaar",
        "een verschoonbare overschrijding telt niet",
        "\n\n".join((*oordeelblokken(aanleiding, NORM), *blokken)),
        (NORM,),
        (OORDEEL, *(() if eigen_dag(aanleiding) else (NIET_EIGEN,))),
        (geldig.van, geldig.tot),
    )


def met_uitweg(grens: Grens, versie: t.Regelversie) -> t.Regelversie:
    """The same rule, in which the excuse stands beside the border."""
    if not isinstance(versie.voorwaarde, t.Bewering):
        return versie

    def bij(c: t.Conditie) -> t.Conditie | None:
        goed = grens.gehouden(c)
        if goed is None:
            return None
        norm = t.OpenNormtest(t.Naam(NORM, span=c.span), not goed, span=c.span)
        soort = (
            t.Kwantificatie("ten minste", 1, span=c.span)
            if goed
            else t.Kwantificatie("alle", span=c.span)
        )
        return t.Samengesteld(None, soort, (c, norm), span=c.span)

    return replace(versie, voorwaarde=vervang(versie.voorwaarde, bij))  # type: ignore[arg-type]


VERSCHOONBAAR = Sjabloon(
    "verschoonbaar",
    "verschoonbare termijnoverschrijding",
    "Wie te laat was en daar niets aan kon doen, geldt als op tijd.",
    past,
    maak,
)
