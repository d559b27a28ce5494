"""A rule graph as a picture: DOT text, SVG for a page, GraphML for other programs.

Colour is never the only sign: every node carries the name of its JAS class and has a shape per
kind, every kind of edge has a line and an arrowhead of its own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Literal

from wetsanalyse.graph.jas import TEKSTKLEUR
from wetsanalyse.graph.rulegraph import Knoop, Knoopsoort, Pijl, Pijlsoort, RuleGraph, slug
from wetsanalyse.graph.svg import maak_toegankelijk

if TYPE_CHECKING:
    import graphviz

LETTER = "Helvetica,Arial,sans-serif"
_BREEDTE = 26  # characters on a line of a label

VORMEN = {
    Knoopsoort.REGEL: {"shape": "box", "style": "filled"},
    Knoopsoort.ATTRIBUUT: {"shape": "ellipse", "style": "filled"},
    Knoopsoort.PARAMETER: {"shape": "cylinder", "style": "filled"},
    Knoopsoort.KENMERK: {"shape": "hexagon", "style": "filled"},
    Knoopsoort.CLAUSULE: {"shape": "octagon", "style": "filled"},
    Knoopsoort.OPEN_NORM: {"shape": "box", "style": "filled,rounded,dashed"},
    Knoopsoort.UITKOMST: {"shape": "box", "style": "filled,bold", "peripheries": "2"},
    Knoopsoort.INVOER: {"shape": "parallelogram", "style": "filled", "margin": "0.02,0.02"},
    Knoopsoort.VERPLICHTING: {"shape": "note", "style": "filled"},
    Knoopsoort.DELEGATIE: {"shape": "tab", "style": "filled"},
    Knoopsoort.ROL: {"shape": "house", "style": "filled"},
    Knoopsoort.DAGSOORT: {"shape": "component", "style": "filled"},
    Knoopsoort.TIJDLIJN: {"shape": "cds", "style": "filled"},
}

LIJNEN = {
    Pijlsoort.LEEST: {"style": "dashed", "arrowhead": "vee"},
    Pijlsoort.STELT: {"style": "solid", "arrowhead": "normal", "penwidth": "1.8"},
    Pijlsoort.WIJKT_AF_VAN: {
        "style": "bold",
        "arrowhead": "odiamond",
        "label": "wijkt af van",
        "color": "#9b1c1c",
        "fontcolor": "#9b1c1c",
    },
    Pijlsoort.MACHTIGT: {
        "style": "dotted",
        "arrowhead": "dot",
        "penwidth": "1.8",
        "label": "machtigt",
    },
}

LEGENDA = "Gestreept: wordt gelezen door.  Doorgetrokken: stelt vast."


class TekenFout(Exception):
    """There is nothing on this machine to draw with. The message is for the user, in Dutch."""


def dot(
    graph: RuleGraph,
    *,
    titel: str = "De regels en hun samenhang",
    richting: Literal["LR", "TB"] = "LR",
    anker: Callable[[str], str] = "#{}".format,
    voorvoegsel: str = "graaf",
) -> str:
    """The graph as DOT text, the same text for the same graph.

    ``anker`` gives the link of a node's id; ``voorvoegsel`` keeps the ids of two pictures on
    one page apart."""
    bron: str = _digraaf(graph, titel, richting, anker, voorvoegsel).source
    return bron


def svg(
    graph: RuleGraph,
    *,
    titel: str = "De regels en hun samenhang",
    richting: Literal["LR", "TB"] = "LR",
    anker: Callable[[str], str] = "#{}".format,
    voorvoegsel: str = "graaf",
) -> str:
    """The graph as an ``<svg>`` element to put in a page. Raises `TekenFout`."""
    bron = dot(graph, titel=titel, richting=richting, anker=anker, voorvoegsel=voorvoegsel)
    return maak_toegankelijk(
        teken(bron),
        titel=titel,
        beschrijving=beschrijving(graph),
        namen={f"{voorvoegsel}-{k.id}": _voluit(k) for k in graph.knopen},
    )


def graphml(graph: RuleGraph) -> str:
    """The graph as GraphML, for graph programs."""
    import networkx as nx

    return "\n".join(nx.generate_graphml(graph.graaf)) + "\n"


def beschrijving(graph: RuleGraph) -> str:
    """One sentence that says what is in the picture."""
    telling = {s: sum(1 for k in graph.knopen if k.soort is s) for s in Knoopsoort}
    delen = [f"{aantal} × {soort.value}" for soort, aantal in telling.items() if aantal]
    pijlen = len(graph.pijlen)
    return f"Tekening met {', '.join(delen) or 'geen knopen'}, verbonden door {pijlen} pijlen."


# ------------------------------------------------------------------ DOT


def _digraaf(
    graph: RuleGraph,
    titel: str,
    richting: str,
    anker: Callable[[str], str],
    voorvoegsel: str,
) -> graphviz.Digraph:
    import graphviz

    tekening = graphviz.Digraph(
        "regels",
        graph_attr={
            "id": voorvoegsel,
            "rankdir": richting,
            "newrank": "true",
            "label": LEGENDA,
            "labelloc": "b",
            "tooltip": _letterlijk(titel),
            "fontname": LETTER,
            "fontsize": "10",
            "fontcolor": TEKSTKLEUR,
            "bgcolor": "white",
            "nodesep": "0.3",
            "ranksep": "0.5",
            "splines": "spline",
        },
        node_attr={
            "fontname": LETTER,
            "fontsize": "11",
            "fontcolor": TEKSTKLEUR,
            "color": TEKSTKLEUR,
            "margin": "0.14,0.08",
        },
        edge_attr={
            "fontname": LETTER,
            "fontsize": "9",
            "fontcolor": TEKSTKLEUR,
            "color": "#4a4a4a",
            "arrowsize": "0.8",
        },
    )
    per_plaats: dict[tuple[str, str], list[Knoop]] = {}
    for knoop in graph.knopen:
        per_plaats.setdefault((knoop.regeling, knoop.artikel), []).append(knoop)
    for regeling in sorted({plaats[0] for plaats in per_plaats}):
        with tekening.subgraph(name=_cluster(regeling)) as vak:
            if regeling:
                vak.attr(**_vak(voorvoegsel, regeling, regeling, "#f7f7f7"))
            for (_, artikel), knopen in sorted(
                (p, k) for p, k in per_plaats.items() if p[0] == regeling
            ):
                with vak.subgraph(name=_cluster(regeling, artikel)) as binnen:
                    if artikel:
                        kop = f"artikel {artikel}"
                        sleutel = f"{regeling}-{artikel}"
                        binnen.attr(**_vak(voorvoegsel, sleutel, kop, "white"))
                    for knoop in knopen:
                        binnen.node(knoop.id, **_knoop(knoop, anker, voorvoegsel))
    for pijl in graph.pijlen:
        tekening.edge(pijl.van, pijl.naar, **_pijl(graph, pijl, voorvoegsel))
    return tekening


def _letterlijk(tekst: str) -> str:
    """Text in which Graphviz finds no signs of its own."""
    from graphviz import escape as zonder_tekens

    gewoon: str = zonder_tekens(tekst)
    return gewoon


def _cluster(*delen: str) -> str | None:
    """A name that makes Graphviz draw a box; None where there is nothing to name it by."""
    return f"cluster_{slug('-'.join(delen))}" if delen[-1] else None


def _vak(voorvoegsel: str, sleutel: str, kop: str, achtergrond: str) -> dict[str, str]:
    return {
        "id": f"{voorvoegsel}-vak-{slug(sleutel)}",
        "label": _letterlijk(kop),
        "tooltip": _letterlijk(kop),
        "labelloc": "t",
        "labeljust": "l",
        "fontsize": "11",
        "color": "#6b6b6b",
        "bgcolor": achtergrond,
    }


def _knoop(knoop: Knoop, anker: Callable[[str], str], voorvoegsel: str) -> dict[str, str]:
    return {
        "id": f"{voorvoegsel}-{knoop.id}",
        "label": _label(knoop),
        "tooltip": _letterlijk(_voluit(knoop)),
        "href": _letterlijk(anker(knoop.id)),
        "fillcolor": knoop.soort.jas.kleur,
    } | VORMEN[knoop.soort]


def _label(knoop: Knoop) -> str:
    klasse = knoop.soort.jas.value
    soort = knoop.soort.value
    regel = klasse if soort in klasse else f"{klasse}: {soort}"
    naam = "<BR/>".join(escape(deel) for deel in wrap(knoop.label, _BREEDTE)) or " "
    return f'<<FONT POINT-SIZE="8">{escape(regel)}</FONT><BR/>{naam}>'


def _voluit(knoop: Knoop) -> str:
    plaats = ", ".join(
        deel for deel in (f"artikel {knoop.artikel}" * bool(knoop.artikel), knoop.regeling) if deel
    )
    kop = f"{knoop.soort.value} {knoop.label}" + f" ({plaats})" * bool(plaats)
    return f"{kop}: {knoop.uitleg}" if knoop.uitleg else kop


def _pijl(graph: RuleGraph, pijl: Pijl, voorvoegsel: str) -> dict[str, str]:
    van, naar = graph.knoop(pijl.van).label, graph.knoop(pijl.naar).label
    zin = f"{naar} leest {van}" if pijl.soort is Pijlsoort.LEEST else f"{van} {pijl.soort} {naar}"
    kenmerken = {
        "id": f"{voorvoegsel}-{pijl.van}--{pijl.naar}",
        "tooltip": _letterlijk(zin),
    } | LIJNEN[pijl.soort]
    if "label" in kenmerken:
        kenmerken["labeltooltip"] = kenmerken["tooltip"]
    return kenmerken


# ------------------------------------------------------------------ drawing


def teken(bron: str) -> str:
    """SVG by the ``dot`` program where there is one, else by the library in pygraphviz."""
    if shutil.which("dot"):
        from subprocess import CalledProcessError

        import graphviz

        try:
            uit: str = graphviz.Source(bron).pipe(format="svg", encoding="utf-8", quiet=True)
            return uit
        except (CalledProcessError, graphviz.ExecutableNotFound, OSError):
            pass  # a broken installation: the library may still work
    try:
        import pygraphviz
    except (ImportError, OSError):
        raise TekenFout(
            "De tekening kan niet gemaakt worden: het programma “dot” is er niet en de "
            "bibliotheek pygraphviz ook niet. Installeer wetsanalyse opnieuw, of installeer "
            "Graphviz. De gegevens van de graaf kunt u wel als dot of graphml bewaren."
        ) from None
    with _zonder_gemopper():
        getekend: bytes = pygraphviz.AGraph(string=bron).draw(format="svg", prog="dot")
    return getekend.decode("utf-8")


@contextmanager
def _zonder_gemopper() -> Iterator[None]:
    """Keep C libraries from writing on stderr: the font library in the wheel complains about
    settings of a newer one on the machine, which says nothing about the picture."""
    try:
        eigen = os.dup(2)
    except OSError:
        yield
        return
    niets = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(niets, 2)
        yield
    finally:
        os.dup2(eigen, 2)
        os.close(eigen)
        os.close(niets)
