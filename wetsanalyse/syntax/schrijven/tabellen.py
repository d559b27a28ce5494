"""Tables with aligned columns. [7]"""

from __future__ import annotations

from collections.abc import Sequence

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import waarden as w
from wetsanalyse.syntax.schrijven.opmaak import plat
from wetsanalyse.syntax.schrijven.zinnen import Zinnen

NVT = "n.v.t."


def tabel(rijen: Sequence[Sequence[str]]) -> list[str]:
    """Head, ruling line and rows."""
    breedten = [max(1, *(len(rij[i]) for rij in rijen)) for i in range(len(rijen[0]))]
    kop, *rest = (_rij(rij, breedten) for rij in rijen)
    streep = "|" + "|".join("-" * (b + 2) for b in breedten) + "|"
    return [kop, streep, *rest]


def _rij(cellen: Sequence[str], breedten: Sequence[int]) -> str:
    return "| " + " | ".join(c.ljust(b) for c, b in zip(cellen, breedten, strict=True)) + " |"


def cel(zinnen: Zinnen, node: t.Reekscel | None) -> str:
    if isinstance(node, t.Leegcel):
        return "gevuld" if node.gevuld else "leeg"
    return NVT if node is None else plat(zinnen.rechts(node))


def beslistabel(versie: t.Tabelversie) -> list[str]:
    zinnen = Zinnen()
    kop = ["", *(_kolom(zinnen, k) for k in versie.kolommen)]
    rijen = [[r.nummer, *(cel(zinnen, c) for c in r.cellen)] for r in versie.rijen]
    return tabel([kop, *rijen])


def _kolom(zinnen: Zinnen, node: t.Kolom) -> str:
    if node.conditie is not None:
        return plat(zinnen.voorwaarde(node.conditie))
    onderwerp = "" if node.onderwerp is None else plat(zinnen.expressie(node.onderwerp))
    if node.soort == "vergelijking":
        voor, _, laatste = (node.woord or "").rpartition(" ")
        return f"indien {onderwerp} {voor} is {laatste}"
    if node.soort == "kenmerk" and node.naam is not None:
        return f"{onderwerp} {node.werkwoord} {w.naam(node.naam)}"
    moet = "berekend worden als" if node.werkwoord == "berekend" else "gesteld worden op"
    return f"{onderwerp} moet {moet}"


def reeks(node: t.Voorbeeldreeks) -> list[str]:
    zinnen = Zinnen(dd=False)
    kop = [_reekskolom(zinnen, k) for k in node.kolommen]
    return tabel([kop, *([cel(zinnen, c) for c in rij] for rij in node.rijen)])


def _reekskolom(zinnen: Zinnen, node: t.Reekskolom) -> str:
    dan = "dan " if node.verwacht else ""
    if isinstance(node.onderwerp, t.Naamtest):
        return dan + plat(zinnen.conditie(node.onderwerp, "s"))
    return dan + plat(zinnen.keten(node.onderwerp))
