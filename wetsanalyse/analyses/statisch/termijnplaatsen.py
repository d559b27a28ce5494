"""Deadlines without an excuse, and facts that set off many things at once, read from the rules
alone. [hardheid 4 P06 and P12, 11.1]"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from wetsanalyse.analyses.statisch.drempelplaatsen import Drempelplaats
from wetsanalyse.analyses.statisch.invloed import Invloeden
from wetsanalyse.analyses.statisch.nadelige_stappen import NadeligeStap
from wetsanalyse.model.lezen_termen import Eigenschap, gelezen_door, gezet_door
from wetsanalyse.model.model import Vindplaats

TERMIJN = "termijn"


@dataclass(frozen=True, slots=True)
class Termijnplaats:
    """A comparison of dates (or a declared step of this kind) on the way to an outcome.
    ``gevolgen``: the adverse rules that follow from it, itself among them. ``excuus``: what can
    excuse who is late, or None."""

    regel: str
    plaatsen: tuple[Vindplaats, ...]
    grens: Drempelplaats | None
    gevolgen: tuple[str, ...]
    excuus: str | None


def termijnplaatsen(
    inv: Invloeden,
    drempels: Sequence[Drempelplaats],
    stappen: Sequence[NadeligeStap],
    sterkten: Mapping[str, Fraction],
    sigma: Fraction,
) -> tuple[Termijnplaats, ...]:
    """``sterkten``: of each rule, how strong the strongest way out is that reaches it."""
    gevonden: list[Termijnplaats] = []
    for versie in inv.plan.versies.values():
        grenzen: list[Drempelplaats | None] = [
            d for d in drempels if d.regel == versie.id and d.soort == "tijd"
        ]
        verklaard = versie.herkomst.stap == TERMIJN
        doelen = tuple(gezet_door(versie))
        if not (grenzen or verklaard):
            continue
        if not verklaard and not any(inv.uitkomsten_van(doel) for doel in doelen):
            continue
        gevolgen = _gevolgen(inv, versie.regel, doelen, stappen)
        excuus = _excuus(inv, (versie.regel, *gevolgen), versie.regel, sterkten, sigma)
        gevonden += [
            Termijnplaats(versie.id, versie.herkomst.bronnen, grens, gevolgen, excuus)
            for grens in (grenzen or [None])
        ]
    return tuple(gevonden)


def _gevolgen(
    inv: Invloeden, regel: str, doelen: Sequence[Eigenschap], stappen: Sequence[NadeligeStap]
) -> tuple[str, ...]:
    verder = {e for doel in doelen for e in inv.gevolgd_door(doel)}
    return tuple(
        s.regel
        for s in stappen
        if s.is_nadelig
        and (
            s.regel == regel
            or any(e in verder for v in s.versies for e in gelezen_door(inv.plan.versies[v]))
        )
    )


def _excuus(
    inv: Invloeden,
    regels: Sequence[str],
    eigen: str,
    sterkten: Mapping[str, Fraction],
    sigma: Fraction,
) -> str | None:
    """A duty that may be excused and leads here, or a way out of enough strength on the rule."""
    for plicht in inv.plan.model.verplichtingen.values():
        nu = plicht.op(inv.plan.rekendatum)
        if plicht.verschoonbaar == "ja" and nu is not None and nu.gevolgregel in regels:
            return f"Verplichting {plicht.naam} (verschoonbaar)"
    if sterkten.get(eigen, Fraction(0)) >= sigma:
        return f"een uitweg van sterkte {sterkten[eigen]}"
    return None


# ------------------------------------------------------------------ fan-out


@dataclass(frozen=True, slots=True)
class Waaier:
    """One fact that reaches many adverse steps that the law itself declares, or ends of outcomes.
    ``langs``: those that it dominates (every way from an input goes through it)."""

    feit: Eigenschap
    gevolgen: tuple[str, ...]
    langs: tuple[str, ...]


def waaiers(
    inv: Invloeden, stappen: Sequence[NadeligeStap], minstens: Fraction
) -> tuple[Waaier, ...]:
    """The inputs with so many adverse consequences, the widest first."""
    bladen = _bladen(inv, stappen)
    gezet = {p.naar for p in inv.pijlen}
    gevonden: list[Waaier] = []
    boven = _dominatoren(inv, bladen)
    for feit in inv.op_netto:
        if feit in gezet:
            continue
        verder = inv.gevolgd_door(feit)
        raakt = tuple(naam for naam, doelen in bladen.items() if verder & doelen)
        if len(raakt) >= minstens:
            langs = tuple(naam for naam in raakt if feit in boven[naam])
            gevonden.append(Waaier(feit, raakt, langs))
    return tuple(sorted(gevonden, key=lambda w: (-len(w.gevolgen), w.feit)))


def _bladen(inv: Invloeden, stappen: Sequence[NadeligeStap]) -> dict[str, frozenset[Eigenschap]]:
    """What counts as a consequence: each adverse step with a `stap` or a declared direction, and
    each outcome that no such step sets."""
    bladen: dict[str, frozenset[Eigenschap]] = {}
    for stap in stappen:
        if stap.is_nadelig and (stap.verklaard or stap.stap is not None):
            doelen = {e for v in stap.versies for e in gezet_door(inv.plan.versies[v])}
            bladen[f"Regel {stap.regel}"] = frozenset(doelen)
    gedekt = {e for doelen in bladen.values() for e in doelen}
    for uitkomst in inv.plan.model.uitkomsten:
        for lees in (*uitkomst.voordelen, *uitkomst.nadelen):
            sleutel = (lees.object.objecttype, lees.eigenschap)
            if sleutel not in gedekt:
                bladen[f"{sleutel[1]} van {sleutel[0]}"] = frozenset({sleutel})
    return bladen


def _dominatoren(
    inv: Invloeden, bladen: Mapping[str, frozenset[Eigenschap]]
) -> dict[str, frozenset[Eigenschap]]:
    """Of each consequence the properties that every way from an input to it goes through."""
    import networkx as nx

    bron: Eigenschap = ("", "")
    graaf: nx.DiGraph[Eigenschap] = nx.DiGraph()
    graaf.add_edges_from((p.van, p.naar) for p in inv.pijlen)
    # A circle that nothing comes into is a source as a whole.
    verdicht = nx.condensation(graaf)
    begin = [lid for groep in verdicht if verdicht.in_degree(groep) == 0
             for lid in verdicht.nodes[groep]["members"]]  # fmt: skip
    graaf.add_edges_from((bron, e) for e in begin)
    boven = nx.immediate_dominators(graaf, bron) if begin else {}
    uit: dict[str, frozenset[Eigenschap]] = {}
    for naam, doelen in bladen.items():
        ketens = [frozenset(_keten(boven, doel, bron)) for doel in doelen]
        uit[naam] = frozenset.intersection(*ketens) if ketens else frozenset()
    return uit


def _keten(
    boven: Mapping[Eigenschap, Eigenschap | None], doel: Eigenschap, bron: Eigenschap
) -> list[Eigenschap]:
    pad: list[Eigenschap] = []
    hier: Eigenschap | None = doel if doel in boven else None
    while hier is not None and hier != bron:
        pad.append(hier)
        hier = boven[hier]
    return pad
