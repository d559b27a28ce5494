"""Small parts of sentences as text; where the language leaves a choice, the author's."""

from __future__ import annotations

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import waarden as w
from wetsanalyse.syntax.woorden import schoon

_RANG = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste",
         "negende", "tiende")  # fmt: skip


def onderwerp_van(node: t.Conditie) -> t.Expressie | None:
    """Who or what a condition is about; None is `er`, or a sentence without a subject."""
    match node:
        case t.Vergelijking(links=wie) | t.Samengesteld(onderwerp=wie):
            return wie
        case t.Leegtest(waarde=wie) | t.Elfproef(waarde=wie) | t.Cijfertest(waarde=wie):
            return wie
        case t.Naamtest(onderwerp=wie):
            return wie
        case t.HelePeriode(conditie=binnen):
            return onderwerp_van(binnen)
        case _:
            return None


def kwantificatie(node: t.Kwantificatie) -> str:
    if node.soort in ("alle", "geen"):
        return node.soort
    return f"{node.soort} {w.aantal(node.aantal)}"


def rangtelwoord(rang: int) -> str:
    if rang == 1:
        return "eerstgenoemde"
    if rang < 0:
        return "laatstgenoemde"
    return f"als {_RANG[rang - 1] if rang <= len(_RANG) else f'{rang}e'} genoemde"


def rekendatum(node: t.Rekendatum) -> str:
    """With the article when the author wrote it."""
    lidwoord, woord = ("het", "Rekenjaar") if node.jaar else ("de", "Rekendatum")
    met = node.span.tekst.casefold().startswith(lidwoord + " ")
    return f"{lidwoord} {woord}" if met else woord


def die_of_dat(node: t.Subselectie) -> str:
    """`het kind dat`, `alle kinderen die`: as the author wrote it."""
    bron, start = node.span.source, node.predicaat.span.start
    ervoor = schoon(bron)[node.span.start : start].rstrip().casefold()
    return "dat" if ervoor.endswith(" dat") else "die"


def afronding(node: t.Afgerond | t.Wortel | t.Machtsverheffing) -> str:
    return f"{node.wijze} afgerond op {node.decimalen} decimalen"


def bereik(node: t.Dimensiebereik) -> str:
    if node.dimensie is None:
        van_tot = (node.van, node.tot)
        return " t/m ".join(w.naam(x) for x in van_tot if x).join(("vanaf ", ""))
    naam = node.dimensie.tekst
    if node.van is not None and node.tot is not None:
        return f"over de {naam} vanaf {w.naam(node.van)} t/m {w.naam(node.tot)}"
    if node.labels:
        return f"over de {naam} in {{{w.reeks([w.naam(x) for x in node.labels])}}}"
    return f"over alle {naam}"
