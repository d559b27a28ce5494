"""Margin: the border is put somewhat further away. It helps who stands there now, and moves the
cliff; the trial shows where to."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Literal

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk, Past, Sjabloon, Variant
from wetsanalyse.analyses.herstel.bedrag import ook_geraakt
from wetsanalyse.analyses.herstel.boom import vervang, wijzig
from wetsanalyse.analyses.herstel.grens import Grens, venster, vind_grens
from wetsanalyse.syntax import tree as t

MARGE = "marge bij de grens"
AANDEEL = "10%"
VERPLAATST = "een marge met een vast getal verplaatst de klif; zij neemt haar niet weg"


def past(bevinding: Bevinding) -> Past:
    if bevinding.patroon in ("P01", "P03", "P06"):
        return Past(True, "wie net over de grens is, valt er dan nog binnen")
    return Past(False, "alleen voor een grens (P01, P03, P06)")


def norm_van(grens: Grens, v: t.Vergelijking) -> tuple[str, str]:
    """What is measured, and the limit that it is held against: the side that the law states, else
    the right side."""
    links, rechts = z.uitdrukking(v.links), z.uitdrukking(v.rechts)
    return (rechts, links) if _vast(grens, v.links) else (links, rechts)


def _vast(grens: Grens, kant: t.Expressie) -> bool:
    if isinstance(kant, t.Getal | t.Percentagegetal | t.Datumwaarde):
        return True
    namen = {naam.casefold() for naam in grens.plan.model.parameters}
    return (
        isinstance(kant, t.Keten)
        and isinstance(kant.schakels[0], t.Schakel)
        and len(kant.schakels) == 1
        and kant.schakels[0].naam.tekst.casefold() in namen
    )


def _is_nul(grens: Grens) -> bool:
    kanten = (grens.vergelijking.links, grens.vergelijking.rechts)
    return any(isinstance(k, t.Getal) and k.waarde == 0 for k in kanten)


def _in_geld(aanleiding: Aanleiding, grens: Grens) -> int | None:
    """A round amount as large as what is lost in a year; None: that says nothing about this
    border, as its amount is one of a week or a month, or is itself smaller."""
    bedrag = z.rond_getal(aanleiding.bevinding.maat)
    plek = aanleiding.bevinding.getuigen[0].waarde_buur
    passend = z.is_geld(grens.maat) and z.per_jaar(grens.maat.eenheid)
    return bedrag if passend and isinstance(plek, Fraction) and bedrag <= plek else None


def maak(aanleiding: Aanleiding) -> Variant:
    grens = vind_grens(aanleiding)
    z.vrij(aanleiding, MARGE)
    geldig = venster(s.tekst.geldigheid for s, _ in grens.standen)
    vast = _vast(grens, grens.vergelijking.links) or _vast(grens, grens.vergelijking.rechts)
    span = grens.vergelijking.span
    naam = t.Naam(MARGE, "de", span=span)
    schakel = t.Schakel(naam, span=span)
    if grens.maat.is_tijd:
        waarde, type_ = "1 wk", "Numeriek (niet-negatief geheel getal) met eenheid wk"
    elif vast and (bedrag := _in_geld(aanleiding, grens)) is not None:
        waarde = f"{bedrag} {grens.maat.eenheid}"
        type_ = f"Numeriek (niet-negatief geheel getal) met eenheid {grens.maat.eenheid}"
    elif grens.maat.is_getal:
        if _is_nul(grens):
            raise Onmogelijk(f"{AANDEEL} van een grens van nul is niets")
        waarde, type_ = AANDEEL, "Percentage (geheel getal)"
    else:
        waarde, type_ = "", ""

    def ruimer(v: t.Vergelijking) -> t.Vergelijking:
        """The limit goes up for who may not have too much, down for who may not have too little."""
        norm = v.links if _vast(grens, v.links) else v.rechts
        relatief = waarde == AANDEEL
        schakels = (schakel, replace(norm, haakjes=True)) if relatief else (schakel,)
        deel = t.Keten(schakels, haakjes=relatief, span=span)
        op: Literal["plus", "min"] = "plus" if grens.bovengrens == (norm is v.rechts) else "min"
        nieuw = t.Binair(op, norm, deel, span=span)
        return replace(v, links=nieuw) if norm is v.links else replace(v, rechts=nieuw)

    def anders(versie: t.Regelversie) -> t.Regelversie:
        def bij(c: t.Conditie) -> t.Conditie | None:
            raak = grens.gehouden(c) is not None
            return ruimer(c) if raak and isinstance(c, t.Vergelijking) else None

        if not isinstance(versie.voorwaarde, t.Bewering):
            return versie
        return replace(versie, voorwaarde=vervang(versie.voorwaarde, bij))  # type: ignore[arg-type]

    regels = {s.versie.regel: s.regel for s, _ in grens.standen}
    blokken = [z.parameter(f"de {MARGE}", type_, waarde, geldig, z.EIGEN_KEUZE)]
    blokken += [z.blok(wijzig(regel, geldig, anders)) for regel in regels.values()]
    return Variant(
        "marge",
        f"een marge van {waarde}",
        "\n\n".join(blokken),
        (),
        (VERPLAATST, *ook_geraakt(grens)),
        (geldig.van, geldig.tot),
    )


MARGE_SJABLOON = Sjabloon(
    "marge",
    "marge bij de grens",
    "Wie binnen de marge over de grens is, geldt als binnen de grens.",
    past,
    maak,
)
