"""Cap: the loss is never more than what one is over the border."""

from __future__ import annotations

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel.afloop import afloop, eis_geld
from wetsanalyse.analyses.herstel.aflooptekst import Bedragsgewijs, tekst
from wetsanalyse.analyses.herstel.basis import Aanleiding, Past, Sjabloon, Variant
from wetsanalyse.analyses.herstel.bedrag import ook_geraakt
from wetsanalyse.analyses.herstel.trede import LET_OP, Trede, of_trede
from wetsanalyse.analyses.herstel.trede import tekst as tabeltekst
from wetsanalyse.analyses.herstel.tredegevolg import tekst as gevolgtekst
from wetsanalyse.analyses.herstel.tredegevolg import tredegevolg


def past(bevinding: Bevinding) -> Past:
    if bevinding.patroon in ("P01", "P03"):
        return Past(True, "één grens kost meer dan de overschrijding zelf")
    return Past(False, "alleen voor een klif of alles-of-niets (P01, P03)")


NAAM = "verlies nooit groter dan de overschrijding"


def _gewoon(aanleiding: Aanleiding) -> Variant:
    a = afloop(aanleiding)
    eis_geld(a)
    nieuw = tekst(a, Bedragsgewijs())
    return Variant("kap", NAAM, nieuw, opmerkingen=ook_geraakt(a.grens), geldig=a.geldigheid)


def _tabel(trede: Trede) -> Variant:
    nieuw = tabeltekst(trede, lambda over: over)
    return Variant("kap", NAAM, nieuw, opmerkingen=(LET_OP,), geldig=trede.geldigheid)


def _gevolg(aanleiding: Aanleiding) -> Variant:
    g = tredegevolg(aanleiding)
    nieuw = gevolgtekst(g, lambda over: over)
    return Variant("kap", NAAM, nieuw, opmerkingen=(LET_OP,), geldig=g.geldigheid)


KAP = Sjabloon(
    "kap",
    NAAM,
    "Wie één euro over de grens gaat, verliest ten hoogste één euro.",
    past,
    of_trede(_gewoon, _tabel, _gevolg),
)
