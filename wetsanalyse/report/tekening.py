"""The rule graph on the page: the whole of it, and for a dossier only what lies on the path."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from wetsanalyse.graph import Knoop, Knoopsoort, Pijlsoort, RuleGraph, TekenFout, svg
from wetsanalyse.report.bronnen import adres

VEEL = 12
"""With more deviating edges than this, the clauses are left out of the large drawing."""
AFWIJKEN = (Knoopsoort.CLAUSULE, Knoopsoort.OPEN_NORM)
SCHAAL = 1.15  # pixels for each point: small labels stay readable
PASBAAR = 1300  # pixels; a drawing that is not wider than this may shrink to fit


@dataclass(frozen=True, slots=True)
class Tekening:
    """A drawing, or in words why there is none; ``weglating`` says what is left out."""

    svg: str
    weglating: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Knooprij:
    """A node in the table beside the drawing."""

    knoop: Knoop
    adres: str
    samenhang: tuple[tuple[str, Knoop], ...]


def teken(graaf: RuleGraph | None, regels: Collection[str]) -> Tekening:
    """The whole graph, with only the rules in force."""
    if graaf is None:
        return Tekening("", reden="De tekening van de regels is niet meegegeven.")
    geldend = in_werking(graaf, regels)
    afwijkend = sum(p.soort is Pijlsoort.WIJKT_AF_VAN for p in geldend.pijlen)
    weglating = ""
    if afwijkend > VEEL:
        geldend = deelgraaf(geldend, (k for k in geldend.knopen if k.soort not in AFWIJKEN))
        weglating = (
            "De clausules zijn hier weggelaten: zij wijken van zo veel regels af dat de tekening "
            "onleesbaar zou worden. Zij staan in de tabel en in de dossiers."
        )
    try:
        return Tekening(_smalste(geldend, "De regels en hun samenhang", "graaf"), weglating)
    except TekenFout as oorzaak:
        return Tekening("", reden=str(oorzaak))


def teken_pad(
    graaf: RuleGraph | None,
    eigenschappen: Collection[str],
    op_pad: Collection[str],
    blaam: Collection[str],
    voorvoegsel: str,
) -> str:
    """What differs between the two citizens, and the rules that carry it on. Empty: there is
    nothing to draw. Names are the labels of the graph."""
    if graaf is None:
        return ""
    anders = {k.id for k in graaf.knopen if k.label in eigenschappen}
    heen = {p.naar for p in graaf.pijlen if p.van in anders}
    terug = {p.van for p in graaf.pijlen if p.naar in anders}
    dragers = {
        k.id
        for k in graaf.knopen
        if k.soort is Knoopsoort.REGEL
        and (k.label in blaam or (k.label in op_pad and k.id in heen & terug))
    }
    schuldig = {k.id for k in graaf.knopen if k.soort is Knoopsoort.REGEL and k.label in blaam}
    erbij = {
        p.van
        for p in graaf.pijlen
        if p.naar in schuldig
        and graaf.knoop(p.van).soort in (Knoopsoort.PARAMETER, Knoopsoort.CLAUSULE)
    }
    uitkomsten = {k.id for k in graaf.knopen if k.soort is Knoopsoort.UITKOMST and k.id in heen}
    ids = anders | dragers | erbij | uitkomsten
    pijlen = [
        p
        for p in graaf.pijlen
        if {p.van, p.naar} <= ids and (p.soort is not Pijlsoort.WIJKT_AF_VAN or p.naar in schuldig)
    ]
    if not pijlen:
        return ""
    verbonden = {k for p in pijlen for k in (p.van, p.naar)}
    deel = RuleGraph.van((k for k in graaf.knopen if k.id in verbonden), pijlen)
    try:
        return _smalste(deel, "Het pad van gegeven naar uitkomst", voorvoegsel)
    except TekenFout:
        return ""


def in_werking(graaf: RuleGraph, regels: Collection[str]) -> RuleGraph:
    """Without the rule versions that are not in force."""
    return deelgraaf(
        graaf, (k for k in graaf.knopen if k.soort is not Knoopsoort.REGEL or k.label in regels)
    )


def deelgraaf(graaf: RuleGraph, knopen: Iterable[Knoop]) -> RuleGraph:
    gekozen = list(knopen)
    ids = {k.id for k in gekozen}
    return RuleGraph.van(gekozen, (p for p in graaf.pijlen if {p.van, p.naar} <= ids))


def _smalste(graaf: RuleGraph, titel: str, voorvoegsel: str) -> str:
    """In the direction that takes the least width, at a size at which labels can be read."""
    beide = [
        svg(graaf, titel=titel, richting=richting, voorvoegsel=voorvoegsel)
        for richting in ("TB", "LR")
    ]
    return _op_leesmaat(min(beide, key=_breedte))


def _breedte(tekening: str) -> float:
    gevonden = re.search(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ', tekening)
    return float(gevonden[1]) if gevonden else 0.0


def _op_leesmaat(tekening: str) -> str:
    breedte = _breedte(tekening) * SCHAAL
    past = ";max-width:100%" if breedte < PASBAAR else ""
    maat = f"width:{breedte:.0f}px;height:auto{past}"
    return re.sub(r'style="width:100%;[^"]*"', f'style="{maat}"', tekening, count=1)


def knooprijen(graaf: RuleGraph | None, regels: Collection[str]) -> list[Knooprij]:
    """Every node, so that each link in a drawing has somewhere to go; rules first."""
    if graaf is None:
        return []
    geldend = in_werking(graaf, regels)
    soorten = (Knoopsoort.REGEL, *(s for s in Knoopsoort if s is not Knoopsoort.REGEL))
    rijen: list[Knooprij] = []
    for knoop in sorted(geldend.knopen, key=lambda k: (soorten.index(k.soort), k.label)):
        in_ = ((p.soort, p.van, False) for p in geldend.pijlen if p.naar == knoop.id)
        uit = ((p.soort, p.naar, True) for p in geldend.pijlen if p.van == knoop.id)
        buren = tuple((_werkwoord(s, heen=h), geldend.knoop(k)) for s, k, h in (*in_, *uit))
        rijen.append(Knooprij(knoop, adres(knoop.jci), buren))
    return rijen


def _werkwoord(soort: Pijlsoort, *, heen: bool) -> str:
    """An edge points the way that influence goes, so ``leest`` reads backwards."""
    woorden = {
        Pijlsoort.LEEST: ("wordt gelezen door", "leest"),
        Pijlsoort.STELT: ("stelt vast", "wordt vastgesteld door"),
        Pijlsoort.WIJKT_AF_VAN: ("wijkt af van", "er wordt van afgeweken door"),
        Pijlsoort.MACHTIGT: ("machtigt", "steunt op"),
    }
    return woorden[soort][0 if heen else 1]
