"""Taper: beyond the border the amount runs off at a fixed rate."""

from __future__ import annotations

from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.afloop import afloop, eis_geld
from wetsanalyse.analyses.herstel.aflooptekst import Bedragsgewijs, tekst
from wetsanalyse.analyses.herstel.basis import Aanleiding, Sjabloon, Variant
from wetsanalyse.analyses.herstel.bedrag import ook_geraakt
from wetsanalyse.analyses.herstel.sjablonen.kap import past
from wetsanalyse.analyses.herstel.trede import LET_OP, Trede, of_trede
from wetsanalyse.analyses.herstel.trede import tekst as tabeltekst
from wetsanalyse.analyses.herstel.tredegevolg import tekst as gevolgtekst
from wetsanalyse.analyses.herstel.tredegevolg import tredegevolg
from wetsanalyse.syntax import tree as t

TARIEF = "afbouwtarief boven de grens"
PROCENT = "10%"


NAAM = f"afbouw met {PROCENT} boven de grens"


def _gewoon(aanleiding: Aanleiding) -> Variant:
    a = afloop(aanleiding)
    eis_geld(a)
    nieuw = tekst(a, Bedragsgewijs(_deel), _tarief(aanleiding, a.geldig))
    return Variant("afbouw", NAAM, nieuw, opmerkingen=ook_geraakt(a.grens), geldig=a.geldigheid)


def _tabel(trede: Trede) -> Variant:
    nieuw = tabeltekst(trede, _deel, _tarief(trede.aanleiding, trede.versie.geldigheid))
    return Variant("afbouw", NAAM, nieuw, opmerkingen=(LET_OP,), geldig=trede.geldigheid)


def _gevolg(aanleiding: Aanleiding) -> Variant:
    g = tredegevolg(aanleiding)
    nieuw = gevolgtekst(g, _deel, _tarief(aanleiding, g.geldig))
    return Variant("afbouw", NAAM, nieuw, opmerkingen=(LET_OP,), geldig=g.geldigheid)


def _deel(over: str) -> str:
    return f"(het {TARIEF} van {over})"


def _tarief(aanleiding: Aanleiding, geldig: t.Geldigheid) -> str:
    naam = z.vrij(aanleiding, TARIEF)
    return z.parameter(f"het {naam}", "Percentage (geheel getal)", PROCENT, geldig, z.EIGEN_KEUZE)


AFBOUW = Sjabloon(
    "afbouw",
    "geleidelijke afbouw",
    "Boven de grens loopt het bedrag af met een vast deel van elke euro.",
    past,
    of_trede(_gewoon, _tabel, _gevolg),
)
